"""Folders that appear whole or not at all. Needs no torch."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from gkdt_core.errors import ModelFileError

_MARK, _LOCK = ".gkdt-part", "lock"
_SPARE = 1 << 20


def words_for_bytes(count: int) -> str:
    """A size as people read it: "812 kB", "1.3 GB"."""
    for unit, size in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if count >= size:
            return f"{count / size:.1f} {unit}" if count < 100 * size else f"{count / size:.0f} {unit}"
    return f"{count} bytes"


def check_room(directory: Path, nbytes: int) -> None:
    """Whether the disk of `directory`, which may not exist yet, has room for `nbytes`.

    Raises:
        ModelFileError: It has not; says how much is missing.
    """
    place = directory.absolute()
    while not place.exists() and place != place.parent:
        place = place.parent
    try:
        free = shutil.disk_usage(place).free
    except OSError:  # a file system that does not tell: writing will show
        return
    if free < nbytes + _SPARE:
        raise ModelFileError(
            f'The disk has too little room for "{directory}": {words_for_bytes(nbytes)} are needed, '
            f"{words_for_bytes(free)} are free, {words_for_bytes(nbytes + _SPARE - free)} are missing.",
            hint="Free that much, or choose a folder on another disk.",
        )


def check_place(path: Path) -> None:
    """Whether a path is one that the system can look at.

    Raises:
        ModelFileError: It is not: too long, or with characters that no name may have.
    """
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        pass
    except (OSError, ValueError) as error:
        raise ModelFileError(
            f'"{str(path)[:80]}" cannot be the name of a file or folder: {error}'[:300],
            hint="Choose another.",
        ) from error


@contextmanager
def staged(directory: Path) -> Iterator[Path]:
    """An empty folder to fill, which becomes `directory` when all went well and vanishes when not.

    The files of a directory that is there already are replaced one by one, the others stay. What a killed
    program left behind is removed on the way.

    Raises:
        ModelFileError: There is something else at that place.
        OSError: The folder cannot be made or moved.
    """
    if directory.is_symlink() and not directory.exists():
        raise ModelFileError(f'"{directory}" is a link that leads nowhere.', hint="Choose another folder.")
    if directory.exists() and not directory.is_dir():
        raise ModelFileError(f'"{directory}" is a file, no folder.', hint="Choose another name.")
    there = directory.is_dir()
    parent = directory if there else directory.absolute().parent
    made = _make_parents(parent)
    part = parent / (_MARK if there else f"{_MARK}-{directory.absolute().name}")
    try:
        _remove_leftover(part)
        try:
            part.mkdir()
        except FileExistsError as error:
            raise ModelFileError(
                f'"{directory}" is being written by another program.', hint="Wait for it, or stop it."
            ) from error
        try:
            with (part / _LOCK).open("wb") as lock:
                _take(lock)
                yield part
            (part / _LOCK).unlink()
            if there:
                for file in sorted(part.iterdir(), key=lambda path: path.suffix == ".json"):
                    os.replace(file, directory / file.name)  # the description last: it vouches for the rest
                part.rmdir()
            else:
                part.rename(directory)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
    except BaseException:
        for folder in made:
            with suppress(OSError):
                folder.rmdir()
        raise


@contextmanager
def hold(path: Path, taken: str) -> Iterator[None]:
    """Holds a lock file, so that one program at a time does something; the file goes afterwards.

    Raises:
        ModelFileError: Another program holds it; the message is `taken`.
        OSError: The file cannot be made.
    """
    with path.open("wb") as lock:
        try:
            _take(lock)
        except OSError as error:
            raise ModelFileError(taken, hint="Wait for it, or stop it.") from error
        try:
            yield
        finally:
            if sys.platform != "win32":  # there an open file cannot be removed; an empty one does no harm
                path.unlink(missing_ok=True)


def _make_parents(folder: Path) -> list[Path]:
    """Makes what is missing of a path; the folders made, deepest first."""
    missing = []
    place = folder
    while not place.exists():
        missing.append(place)
        place = place.parent
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _remove_leftover(part: Path) -> None:
    """Removes the folder of a program that was killed: nobody holds its lock any more."""
    if part.is_symlink():
        part.unlink()
    if not part.is_dir():
        return
    try:
        with (part / _LOCK).open("r+b") as lock:
            _take(lock)
        free = True
    except FileNotFoundError:
        free = not any(part.iterdir())
    except OSError:
        free = False
    if free:
        shutil.rmtree(part, ignore_errors=True)


def _take(lock: BinaryIO) -> None:
    """Locks a file until it is closed or the program ends.

    Raises:
        OSError: Another program has it.
    """
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(lock.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
