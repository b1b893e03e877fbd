"""The project file: opening it safely, bringing an older layout to the present one, closing it."""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from app.i18n import tr
from app.project.files import (
    ProjectLock,
    backup_folder,
    check_layout,
    check_magic,
    check_tables,
    connect,
    connect_to,
    copy_project,
    explained,
    needs_index,
    read_into_memory,
)
from app.project.migrations import APPLICATION_ID, MIGRATIONS, SCHEMA, SCHEMA_VERSION
from app.project.row_writing import RowWriter
from gkdt_core.domain import ImageState
from gkdt_core.errors import ProjectError
from gkdt_core.partial_files import partial_beside

log = logging.getLogger(__name__)

_STATES = [state.value for state in ImageState]


_views: dict[Path, bytes] = {}
"""What is shown of projects that are open for reading: jobs read the same, whatever becomes of the file."""


class ProjectDatabase(RowWriter):
    """An open project file. Not a Qt object; use it only in the thread that opened it."""

    _view: bytes | None = None

    @classmethod
    def create(cls, path: Path) -> ProjectDatabase:
        """Makes a new project file, complete or not at all, and opens it; an existing file is an error."""
        path = Path(os.path.abspath(path))
        if path.exists():
            raise ProjectError(
                f"{path}: there is such a file already.", hint="Open it, or choose another name."
            )
        temporary = partial_beside(path, ".tmp")
        try:
            with contextlib.closing(connect(temporary, "rwc")) as connection:
                connection.executescript(
                    f"BEGIN; PRAGMA application_id = {APPLICATION_ID};"
                    f"PRAGMA user_version = {SCHEMA_VERSION}; {SCHEMA} COMMIT;"
                )
            os.replace(temporary, path)
        except sqlite3.Error as error:
            raise explained(error, path) from error
        except OSError as error:
            raise ProjectError(
                f"{path}: a project cannot be made there ({error.strerror}).",
                hint="Choose a folder that you may write to.",
            ) from error
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> ProjectDatabase:
        """Opens a project file for editing, by this program alone."""
        path = Path(os.path.abspath(path))
        if not path.is_file():
            raise ProjectError(
                f"{path}: there is no such project file.",
                hint=f"It may have been moved; backups are in {backup_folder(path)}.",
            )
        check_magic(path)
        lock = ProjectLock(path)
        try:
            connection = connect(path, "rw")
        except sqlite3.Error as error:
            lock.release()
            raise explained(error, path) from error
        try:
            check_layout(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            # FULL: an edit that is reported as saved survives a power cut too, not only a killed program.
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            database = cls(path, connection, lock)
            database._migrate()
            check_tables(connection, path)
            database._check_media()
        except BaseException as error:
            connection.close()
            lock.release()
            if isinstance(error, sqlite3.Error):
                raise explained(error, path) from error
            raise
        return database

    @classmethod
    def snapshot(cls, path: Path) -> ProjectDatabase:
        """Opens a project file for reading beside its editor; sees one state of it until closed.

        Of a project that this program has open for reading, it is the state that is shown.
        """
        path = Path(os.path.abspath(path))
        try:
            view = _views.get(path)
            if view is not None:
                return cls._reading(path, connect_to(view))
            try:
                return cls._reading(path, connect(path, "ro"))
            except sqlite3.OperationalError as error:
                if not needs_index(error):
                    raise
                return cls._reading(path, read_into_memory(path))
        except sqlite3.Error as error:
            raise explained(error, path) from error

    @classmethod
    def _reading(cls, path: Path, connection: sqlite3.Connection) -> ProjectDatabase:
        try:
            connection.execute("BEGIN")
            check_layout(connection, path)
            database = cls(path, connection, None)
            database._check_media()
        except BaseException:
            connection.close()
            raise
        return database

    @classmethod
    def open_read_only(cls, path: Path) -> ProjectDatabase:
        """Opens a project that cannot be edited where it is, as a copy in memory, in the present layout.

        What is learnt of its images (sizes, contents, places) is written into that copy; nothing reaches the
        file. Edits are refused by the store.
        """
        path = Path(os.path.abspath(path))
        check_magic(path)
        try:
            connection = read_into_memory(path)
            try:
                check_layout(connection, path)
                database = cls(path, connection, None)
                database.is_read_only = True
                database._bring_up_to_date()
                check_tables(connection, path)
                database._check_media()
                database._view = _views[path] = connection.serialize()
            except BaseException:
                connection.close()
                raise
        except sqlite3.Error as error:
            raise explained(error, path) from error
        except OSError as error:
            raise ProjectError(
                tr("{path}: the file cannot be read ({strerror}).", path=path, strerror=error.strerror),
                hint=tr("Check its permissions, and that its drive is connected."),
            ) from error
        return database

    def close(self) -> None:
        """Closes the file. There is nothing to save."""
        if self._view is not None and _views.get(self.path) is self._view:  # not that of a later opening
            del _views[self.path]
        try:
            self._connection.close()
        except sqlite3.Error as error:
            log.warning("%s: closing: %s", self.path, error)
        if self._lock is not None:
            self._lock.release()

    def _migrate(self) -> None:
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version == SCHEMA_VERSION:
            return
        name = f"{self.path.stem} (layout {version}){self.path.suffix}"
        self._bring_up_to_date(before=lambda: copy_project(self.path, self.path.with_name(name)))

    def _bring_up_to_date(self, before: Callable[[], None] = lambda: None) -> None:
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version == SCHEMA_VERSION:
            return
        if any(step not in MIGRATIONS for step in range(version, SCHEMA_VERSION)):
            raise ProjectError(
                f"{self.path}: the project has the unknown layout {version}.",
                hint=f"Open the newest backup in {backup_folder(self.path)}.",
            )
        before()
        with self.transaction():
            for step in range(version, SCHEMA_VERSION):
                for statement in MIGRATIONS[step].split(";\n"):
                    self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def _check_media(self) -> None:
        """Finds absurd image rows at once, because every list touches them all."""
        marks = ", ".join("?" * len(_STATES))
        rows = self._connection.execute(
            # equality of the few good types: half the time of lists of them, over 100,000 rows
            f"""SELECT id, name FROM media WHERE state NOT IN ({marks}) OR typeof(name) <> 'text'
                OR NOT (typeof(path) = 'text' OR typeof(path) = 'blob')
                OR NOT (typeof(changed) = 'real' OR typeof(changed) = 'integer') OR typeof(extra) <> 'text'
                OR NOT (typeof(height) = 'integer' AND typeof(width) = 'integer' AND height >= 1
                        AND width >= 1 OR height IS NULL AND width IS NULL)""",
            _STATES,
        )
        for number, name in rows.fetchall():
            self._absurd_media.add(number)
            self._report("media", number, f'image {number} ("{name}") has an absurd size, state or name')
