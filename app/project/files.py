"""Project files on disk: opening them safely, the lock against twins, image paths, copies and backups."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import logging
import os
import shutil
import sqlite3
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from app.error_texts import reason_of
from app.i18n import tr
from app.project.migrations import APPLICATION_ID, SCHEMA, SCHEMA_VERSION
from app.project.records import DiskFullError, InUseError, NotWritableError, ProjectGoneError
from app.slow_disks import answer_within
from gkdt_core.errors import Cancelled, ProjectError
from gkdt_core.partial_files import partial_beside
from gkdt_core.paths import user_data_dir

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

log = logging.getLogger(__name__)

_QUICK_CHECK_BYTES = 8 << 20  # a check of this much takes some 20 ms; larger files: `check_pages`
_STEPS_PER_QUESTION = 100_000  # of SQLite's machine, between two looks whether a check is cancelled
_LOCKED_BYTE = 1 << 30  # far behind the text of the lock file: Windows forbids reading locked bytes
_MAGIC = b"SQLite format 3\0"
_UPS = 2  # a project beside its image folder finds it again when both move; farther ties are accidents


# -- errors ------------------------------------------------------------------------------------------------

_NO_ROOM = ("SQLITE_FULL", "SQLITE_IOERR_SHMSIZE")
"""What SQLite says on a full disk; the second of its index in memory, which is a file too."""
_NO_INDEX = ("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_IOERR_SHM", *_NO_ROOM)
"""What SQLite says of a file that it could read but for the index beside it."""
_ANSWER_S = 2.0
_ELSEWHERE = "Allow writing there, or save a copy in a folder of yours and work on that."


def explained(error: sqlite3.Error, path: Path) -> ProjectError:
    """The error a person can act on, for what SQLite says about a project file."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(_NO_ROOM):
        return DiskFullError(
            tr("{path}: the disk is full, so the change was not made.", path=path),
            hint=tr("Free some space on that disk and try again."),
        )
    elif name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN", "SQLITE_AUTH")):
        return NotWritableError(
            tr("{path}: the file or its folder cannot be written.", path=path), hint=_ELSEWHERE
        )
    elif name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return InUseError(
            tr("{path}: another program is using the file.", path=path),
            hint=tr("Close the other program (a backup or sync tool, a database viewer) and try again."),
        )
    elif name.startswith("SQLITE_NOTADB"):
        what, hint = (
            "this is not a project file",
            f"Choose a *.gkdt file, or a backup in {backup_folder(path)}.",
        )
    elif name.startswith("SQLITE_CORRUPT"):
        what, hint = "the file is damaged", f"Open the newest backup in {backup_folder(path)}."
    elif name.startswith("SQLITE_IOERR"):
        return ProjectGoneError(
            tr("{path}: the disk answered with an error ({name}).", path=path, name=name),
            hint=tr("Check that the drive is connected and healthy, then try again."),
        )
    else:  # mostly a mistake of ours, which must not hide behind a message for the person
        log.error("%s: %s", path, error, exc_info=error)
        what, hint = f"the project file cannot be used ({error})", f"Backups are in {backup_folder(path)}."
    return ProjectError(f"{path}: {what}.", hint=hint)


# -- lock --------------------------------------------------------------------------------------------------


class ProjectLock:
    """The right to edit one project file. The operating system frees it when the program dies, however."""

    def __init__(self, project: Path) -> None:
        self._path = project.with_name(project.name + "-lock")
        self._file: IO[bytes] | None = None
        while self._file is None:
            try:
                file = open(self._path, "a+b")  # held until `release`
            except OSError as error:
                if error.errno == errno.ENOSPC:
                    raise DiskFullError(
                        tr(
                            "{project}: the disk is full, so the project cannot be opened for editing.",
                            project=project,
                        ),
                        hint=tr("Free some space on that disk and try again."),
                    ) from error
                raise NotWritableError(
                    tr(
                        "{project}: its folder cannot be written ({strerror}).",
                        project=project,
                        strerror=reason_of(error),
                    ),
                    hint=_ELSEWHERE,
                ) from error
            if not self._take(file, project):
                holder = self._holder()
                file.close()
                raise InUseError(
                    tr(
                        "{project}: the project is open in another window{holder}.",
                        project=project,
                        holder=holder,
                    ),
                    hint=tr("Go on there, or close it there and try again."),
                )
            if self._is_current(file):
                self._file = file
            else:  # its last owner removed it between our opening and locking
                file.close()
        with contextlib.suppress(OSError):
            self._file.truncate(0)
            self._file.write(str(os.getpid()).encode())
            self._file.flush()

    @staticmethod
    def _take(file: IO[bytes], project: Path) -> bool:
        try:
            if sys.platform == "win32":
                file.seek(_LOCKED_BYTE)
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
                file.seek(0)
            else:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        except OSError as error:  # some network file systems cannot lock: better unguarded than unusable
            log.warning("%s: this file system has no locks (%s)", project, error)
        return True

    def _is_current(self, file: IO[bytes]) -> bool:
        if sys.platform == "win32":  # an open file cannot be removed there
            return True
        try:
            return os.path.samestat(os.stat(self._path), os.fstat(file.fileno()))
        except FileNotFoundError:
            return False

    def _holder(self) -> str:
        with contextlib.suppress(OSError):
            text = self._path.read_bytes()[:20]
            if text.isdigit():
                return f" (process {text.decode()})"
        return ""

    def release(self) -> None:
        file, self._file = self._file, None
        if file is None:
            return
        if sys.platform != "win32":
            with contextlib.suppress(OSError):
                os.unlink(self._path)
        with contextlib.suppress(OSError):  # its number may not have been written: the disk was full
            file.close()
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                os.unlink(self._path)


# -- paths -------------------------------------------------------------------------------------------------


def stored_path(file: str | Path, base: Path) -> str | bytes:
    """How the project in folder `base` names a file: relative where it lies in or near it, else absolute."""
    text, root = os.path.abspath(file).replace(os.sep, "/"), base.as_posix().rstrip("/") + "/"
    if text.startswith(root):  # the usual case, ten times as fast as the general one
        text = text[len(root) :]
    else:
        with contextlib.suppress(ValueError):  # another drive
            relative = PurePosixPath(Path(os.path.relpath(text, base)).as_posix())
            common = Path(os.path.commonpath([text, base]))
            if sum(part == ".." for part in relative.parts) <= _UPS and common != common.parent:
                text = str(relative)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(text)
    return text


def found_path(stored: str | bytes, base: Path) -> Path:
    """The absolute path that `stored_path` stands for."""
    text = os.fsdecode(stored)
    return Path(os.path.normpath(base / text))


def clean_text(text: str) -> str:
    """Text that SQLite can hold: lone surrogates (bytes of a name that are no UTF-8) become "?"."""
    return text.encode("utf-8", "replace").decode("utf-8")


def backup_folder(project: Path) -> Path:
    """Where the automatic backups of a project lie; may not exist."""
    full = os.path.abspath(project)
    digest = hashlib.sha256(os.fsencode(full)).hexdigest()[:8]
    return user_data_dir() / "backups" / f"{project.stem}-{digest}"


# -- connections -------------------------------------------------------------------------------------------


def connect(path: Path | None, mode: str, *, immutable: bool = False) -> sqlite3.Connection:
    """A connection to a file, or without one to an empty database in memory.

    Args:
        path: The file.
        mode: "ro", "rw" or "rwc" (made if it is not there).
        immutable: Nobody changes the file meanwhile: then no index beside it is needed.
    """
    if path is None:
        uri = "file::memory:?mode=memory"
    else:
        uri = Path(os.path.abspath(path)).as_uri() + f"?mode={mode}{'&immutable=1' if immutable else ''}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=5.0)
    # The file may come from anyone: nothing in it may run functions of ours or reach other files.
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.create_function("casefold", 1, lambda text: str(text).casefold(), deterministic=True)
    return connection


def _columns(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        table: tuple(row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (table,)))
        for table in tables
        if not table.startswith("sqlite_")
    }


def _expected_columns() -> dict[str, tuple[str, ...]]:
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(SCHEMA)
        return _columns(connection)


def check_magic(path: Path) -> None:
    """Refuses a file that does not begin as a database does, before SQLite sees it: that would throw away the
    write-ahead file of a project whose first page is damaged."""
    try:
        with open(path, "rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        raise ProjectError(
            tr("{path}: the file cannot be read ({strerror}).", path=path, strerror=reason_of(error)),
            hint=tr("Check its permissions, and that its drive is connected."),
        ) from error
    if start != _MAGIC:
        raise ProjectError(
            tr("{path}: this is not a project file, or its beginning is damaged.", path=path),
            hint=tr(
                "Choose a *.gkdt file, or a backup in {backup_folder}.", backup_folder=backup_folder(path)
            ),
        )


def check_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Refuses a file of the present layout with other tables than that has."""
    if _columns(connection) != _expected_columns():
        raise ProjectError(
            tr("{path}: the tables of this file are not those of a project.", path=path),
            hint=tr("Open the newest backup in {backup_folder}.", backup_folder=backup_folder(path)),
        )


def check_layout(connection: sqlite3.Connection, path: Path) -> None:
    """Refuses a file that is no project, is newer than this program, or holds parts it never writes."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID:
        raise ProjectError(
            tr("{path}: this is not a project file.", path=path), hint=tr("Choose a *.gkdt file.")
        )
    if version > SCHEMA_VERSION:
        raise ProjectError(
            tr(
                "{path}: the project was written by a newer version of this program (layout {version}, "
                "this one knows {known}).",
                path=path,
                version=version,
                known=SCHEMA_VERSION,
            ),
            hint=tr("Update the program."),
        )
    odd = connection.execute(
        "SELECT type, name FROM sqlite_master WHERE type NOT IN ('table', 'index')"
        " OR sql LIKE 'CREATE VIRTUAL%' LIMIT 1"
    ).fetchone()
    if odd is not None:
        raise ProjectError(
            tr(
                '{path}: the file holds the {odd} "{odd2}", which this program never writes.',
                path=path,
                odd=odd[0],
                odd2=odd[1],
            ),
            hint=tr("Do not trust it; ask its sender for an export instead."),
        )
    if version == SCHEMA_VERSION:
        check_tables(connection, path)
    if is_checked_at_once(path):
        _check_pages(connection, path)


def is_checked_at_once(path: Path) -> bool:
    """Whether opening a file checks all its pages; for a larger one nobody should wait."""
    return path.stat().st_size <= _QUICK_CHECK_BYTES


def _check_pages(connection: sqlite3.Connection, path: Path) -> None:
    verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        log.warning("%s: quick_check says: %s", path, verdict)
        raise ProjectError(
            tr("{path}: the file is damaged.", path=path),
            hint=tr("Open the newest backup in {backup_folder}.", backup_folder=backup_folder(path)),
        )


def check_pages(path: Path, *, is_cancelled: Callable[[], bool]) -> None:
    """Checks all pages of a project file, which may be open, or as many as there is time for.

    Raises:
        ProjectError: The file is damaged.
    """
    try:
        with contextlib.closing(connect(path, "ro")) as connection:
            connection.set_progress_handler(is_cancelled, _STEPS_PER_QUESTION)
            _check_pages(connection, path)
    except sqlite3.Error as error:
        if not is_cancelled():
            raise explained(error, path) from error


class FileIdentity:
    """Which file on which disk a path leads to, to notice that it leads to another one or to none.

    SQLite goes on writing into a file that was moved or deleted, and what it writes there may be lost.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._status = os.stat(path)

    def check(self) -> None:
        """Raises `ProjectGoneError` where the path does not lead to the same file any more."""
        try:
            status = os.stat(self._path)
        except OSError as error:
            raise ProjectGoneError(
                tr(
                    "{path}: the project file is not there any more, so the change was not made.",
                    path=self._path,
                ),
                hint=tr("Connect its drive again, or put the file back where it was; then go on."),
            ) from error
        if not os.path.samestat(status, self._status):
            raise ProjectGoneError(
                tr(
                    "{path}: another file has taken the project file's place, so the change was not made.",
                    path=self._path,
                ),
                hint=tr("Open the project again, to go on with what is there now."),
            )


def needs_index(error: sqlite3.Error) -> bool:
    """Whether SQLite could read a file if it could put its index beside it."""
    return (getattr(error, "sqlite_errorname", "") or "").startswith(_NO_INDEX)


def check_answers(path: Path) -> None:
    """Refuses a path whose disk does not answer soon, before anything waits for it for ever."""

    def ask() -> bool:
        with contextlib.suppress(OSError):  # an answer too; whoever opens it says which
            if not path.is_dir():
                with open(path, "rb") as file:
                    file.read(1)
        return True

    if not answer_within(_ANSWER_S, ask, False):
        raise ProjectError(
            tr("{path}: its drive or network place does not answer.", path=path),
            hint=tr("Check the connection, or wait until the drive has woken up, then open it again."),
        )


@contextlib.contextmanager
def reading(source: Path, scratch: Path | None = None) -> Iterator[sqlite3.Connection]:
    """A connection that sees one state of a project file, whatever is edited meanwhile.

    SQLite reads a file in write-ahead mode only where it can put its index beside it. In a read-only folder
    and on a full disk the file is read as it is, or, where a write-ahead file belongs to it, both are copied.

    Args:
        source: The file.
        scratch: A folder that may be written; the system's for temporary files without one.
    """

    def begin(path: Path, *, immutable: bool = False) -> sqlite3.Connection:
        connection = connect(path, "ro", immutable=immutable)
        try:
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM meta").fetchone()
        except BaseException:
            connection.close()
            raise
        return connection

    with contextlib.ExitStack() as stack:
        try:
            connection = begin(source)
        except sqlite3.OperationalError as error:
            if not needs_index(error):
                raise
            if _has_content(Path(f"{source}-wal")):
                folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=scratch, prefix=".gkdt-")))
                for suffix in ("", "-wal"):
                    shutil.copyfile(f"{source}{suffix}", folder / f"{source.name}{suffix}")
                os.chmod(folder / source.name, 0o600)
                connection = begin(folder / source.name)
            else:
                connection = begin(source, immutable=True)
        with contextlib.closing(connection):
            yield connection


def _has_content(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except FileNotFoundError:
        return False


def connect_to(content: bytes) -> sqlite3.Connection:
    """A connection to the content of a project file."""
    memory = connect(None, "")
    # without the marks of write-ahead mode, which memory has not
    memory.deserialize(content[:18] + b"\x01\x01" + content[20:])
    return memory


def read_into_memory(path: Path) -> sqlite3.Connection:
    """A copy of a project file in memory, which needs neither room nor permission beside it."""
    memory = connect(None, "")
    try:
        with reading(path) as source:
            source.backup(memory)
    except BaseException:
        memory.close()
        raise
    return memory


def copy_project(
    source: Path,
    target: Path,
    *,
    cancel: threading.Event | None = None,
    moves: bool = True,
    progress: Callable[[float], None] | None = None,
    begun: threading.Event | None = None,
) -> None:
    """Writes a complete copy of a project file, which may be open, to `target`, in place of a file there.

    Args:
        source: A project file.
        target: Where to; its folder must exist. A project that is open for editing is not replaced.
        cancel: Ends the copy with `Cancelled`, leaving no file.
        moves: Whether relative image paths are written anew for the target's folder.
        progress: Called now and then with the share done, 0..1; may raise `Cancelled`.
        begun: Set once the copy sees the state that it will have; edits from then on are not in it.
    """
    temporary = temporary_beside(target)

    def go_on(status: int, remaining: int, total: int) -> None:
        if cancel is not None and cancel.is_set():
            raise Cancelled
        if progress is not None:
            progress(0.9 * (1 - remaining / max(total, 1)))

    lock: ProjectLock | None = None
    try:
        if target.exists():
            lock = ProjectLock(target)
        with (
            reading(source, target.parent) as reader,
            contextlib.closing(connect(temporary, "rwc")) as writer,
        ):
            if begun is not None:
                begun.set()
            reader.backup(writer, pages=2000, progress=go_on)
            writer.execute("PRAGMA journal_mode = DELETE")
            old, new = source.resolve().parent, target.resolve().parent
            if moves and old != new:
                writer.execute("BEGIN")
                paths = writer.execute("SELECT id, path FROM media").fetchall()
                # by way of paths that no image has: two images may change places
                writer.execute("UPDATE media SET path = 'moving/' || id")
                writer.executemany(
                    "UPDATE media SET path = ? WHERE id = ?",
                    [(stored_path(found_path(path, old), new), number) for number, path in paths],
                )
                writer.execute("COMMIT")
        if progress is not None:
            progress(1.0)
        put_in_place(temporary, target)
    except sqlite3.Error as error:
        raise explained(error, target) from error
    except OSError as error:
        raise ProjectError(
            tr(
                "{target}: the copy cannot be written ({strerror}).", target=target, strerror=reason_of(error)
            ),
            hint=tr("Free some space on that disk.")
            if error.errno == errno.ENOSPC
            else tr("Choose another folder."),
        ) from error
    finally:
        remove_database(temporary)
        if lock is not None:
            lock.release()


def temporary_beside(target: Path) -> Path:
    """A name for what will become `target`; what a killed program left under such a name is removed."""
    return partial_beside(target, ".tmp")


def put_in_place(complete: Path, target: Path) -> None:
    """Moves a closed database over another one that nobody has open. Its write-ahead file goes first: SQLite
    would write what is in there into the new file."""
    for suffix in ("-wal", "-shm", "-journal"):
        Path(f"{target}{suffix}").unlink(missing_ok=True)
    os.replace(complete, target)


def remove_database(path: Path) -> None:
    """Removes a database of ours with what SQLite keeps beside it, as far as that is possible."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            Path(f"{path}{suffix}").unlink(missing_ok=True)
