"""Very large JPEGs unpacked into a file: a JPEG can only be decoded from its start.

The decoder writes into the mapped file, whose pages the system takes back at any time, so that memory stays
free. The folder is bounded: the pictures looked at longest ago go first, and none is written where the disk
would become full.
"""

from __future__ import annotations

import contextlib
import errno
import mmap
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from PIL import Image

from gkdt_core.errors import MediaError
from gkdt_core.media.detail import Fingerprint, Pixels, Stored, ToPixels
from gkdt_core.paths import cache_dir
from gkdt_core.progress import Checkpoint, no_checkpoint

FOLDER_BYTES = 8 * 2**30
"""Unpacked pictures together take no more."""
SPARED_BYTES = 2 * 2**30
"""So much of the disk always stays free."""
_SUFFIX, _PART = ".pixels", ".part"
_STALE_S = 24 * 3600
"""A file still being written that is older was left behind."""
_PIXEL_BYTES = {"L": 1, "RGB": 4, "CMYK": 4}
"""Of a pixel in Pillow's memory, by its mode."""
_TRIM_BYTES = 2 * 2**20
"""After so many packed bytes the unpacked ones are left to the system."""

Opened = Callable[[Path, BinaryIO], Any]
"""Opens a picture as a context; decoding errors become `MediaError`."""


def folder() -> Path:
    """Where unpacked pictures lie."""
    return cache_dir() / "pixels"


def can_unpack(image: Image.Image) -> bool:
    """Whether a JPEG of its mode can be kept unpacked."""
    return image.mode in _PIXEL_BYTES


class UnpackedJpeg(Stored):
    """The pixels of a JPEG, decoded once into a file of the cache.

    Args:
        path: Of the JPEG.
        file: It, open: what it is now it has to stay.
        image: It, opened, not decoded.
        to_pixels: Turns a decoded part into (h, w, 3) uint8.
        opened: Opens it again.
        digest: Names the content of `path`.
    """

    def __init__(
        self,
        path: Path,
        file: BinaryIO,
        image: Image.Image,
        to_pixels: ToPixels,
        opened: Opened,
        digest: Callable[[Path], str],
    ) -> None:
        super().__init__(path)
        self._size, self._mode = image.size, image.mode
        self._to_pixels, self._opened, self._digest = to_pixels, opened, digest
        self._fingerprint = Fingerprint(file)
        self._unpacked: Path | None = None

    @property
    def _bytes(self) -> int:
        return self._size[0] * self._size[1] * _PIXEL_BYTES[self._mode]

    @property
    def is_ready(self) -> bool:
        return self._unpacked is not None and self._is_whole(self._unpacked)

    def prepare(self, checkpoint: Checkpoint = no_checkpoint) -> None:
        unpacked = folder() / f"{self._digest(self.path)}{_SUFFIX}"
        try:
            if not self._is_whole(unpacked):
                self._write(unpacked, checkpoint)
            os.utime(unpacked)  # looked at now: the last to be removed
        except OSError as error:
            raise _no_room(self.path, self._bytes, error) from error
        self._unpacked = unpacked

    def read(self, left: int, top: int, right: int, bottom: int) -> Pixels:
        if self._unpacked is None or not self._is_whole(self._unpacked):
            raise MediaError(
                f'The unpacked copy of "{self.path}" is no longer there.',
                hint="Go to another image and back: it is unpacked again when you zoom in.",
            )
        one = _PIXEL_BYTES[self._mode]
        count = (right - left) * one
        rows = bytearray()
        with self._unpacked.open("rb", buffering=0) as file:
            for row in range(top, bottom):
                file.seek((row * self._size[0] + left) * one)
                rows += file.read(count)
        size = (right - left, bottom - top)
        rawmode = "RGBX" if self._mode == "RGB" else self._mode
        return self._to_pixels(Image.frombytes(self._mode, size, bytes(rows), "raw", rawmode))

    def forget(self) -> None:
        """Nothing is kept in memory."""

    def _is_whole(self, unpacked: Path) -> bool:
        try:
            return unpacked.stat().st_size == self._bytes
        except OSError:
            return False

    def _write(self, unpacked: Path, checkpoint: Checkpoint) -> None:
        unpacked.parent.mkdir(parents=True, exist_ok=True)
        make_room(unpacked.parent, self._bytes)
        part = unpacked.with_suffix(f".{os.getpid()}{_PART}")
        try:
            with part.open("w+b") as file:
                _reserve(file, self._bytes, checkpoint)
                with mmap.mmap(file.fileno(), self._bytes) as mapped:
                    self._decode(mapped, checkpoint)
            os.replace(part, unpacked)
        finally:
            part.unlink(missing_ok=True)

    def _decode(self, mapped: mmap.mmap, checkpoint: Checkpoint) -> None:
        with self.path.open("rb") as file:
            self._fingerprint.check(file, self.path)
            watched = _Watched(file, mapped, checkpoint)
            with self._opened(self.path, watched) as image:  # type: ignore[arg-type]  # has what Pillow reads
                core: Any = Image.core  # type: ignore[attr-defined]  # the decoder's own module, without types
                memory = core.map_buffer(mapped, image.size, "raw", 0, (self._mode, 0, 1))
                image.im = memory  # Pillow decodes into memory of its own size and mode where there is some
                image.load()
                if image.im is not memory:
                    raise MediaError(f'"{self.path}" could not be unpacked.', hint="Save it as a PNG.")
                del memory
                image.im = core.new(self._mode, (1, 1))  # lets go of the mapped file
        mapped.flush()


class _Watched:
    """A file for Pillow that tells how far it was read and lets unpacked pages go."""

    def __init__(self, file: BinaryIO, mapped: mmap.mmap, checkpoint: Checkpoint) -> None:
        self._file, self._mapped, self._checkpoint = file, mapped, checkpoint
        self._bytes = max(os.fstat(file.fileno()).st_size, 1)
        self._since = 0
        self.seek, self.tell, self.fileno = file.seek, file.tell, file.fileno

    def read(self, count: int = -1) -> bytes:
        self._checkpoint(min(self._file.tell() / self._bytes, 1.0))
        data = self._file.read(count)
        self._since += len(data)
        if self._since >= _TRIM_BYTES:
            self._since = 0
            if hasattr(mmap, "MADV_DONTNEED"):  # a shared file's pages stay in the file
                self._mapped.madvise(mmap.MADV_DONTNEED)
        return data


def make_room(where: Path, needed: int) -> None:
    """Remove the unpacked pictures looked at longest ago until `needed` bytes more fit.

    Raises:
        OSError: They do not.
    """
    kept: list[tuple[float, int, Path]] = []
    for path in where.iterdir():
        with contextlib.suppress(OSError):
            found = path.stat()
            if path.suffix == _SUFFIX:
                kept.append((found.st_mtime, found.st_size, path))
            elif path.suffix == _PART and time.time() - found.st_mtime > _STALE_S:
                path.unlink()
    kept.sort()
    total = sum(size for _, size, _ in kept)
    if needed > FOLDER_BYTES:
        raise OSError(errno.EFBIG, "it is larger than all unpacked pictures may be together")
    while total + needed > FOLDER_BYTES or shutil.disk_usage(where).free < needed + SPARED_BYTES:
        if not kept:
            raise OSError(errno.ENOSPC, "the disk is too full")
        _, size, path = kept.pop(0)
        total -= size
        with contextlib.suppress(OSError):  # on Windows somebody may be reading it
            path.unlink()


def _reserve(file: BinaryIO, count: int, checkpoint: Checkpoint) -> None:
    """Make the file as long, with room on the disk for all of it: a mapped hole could end the program."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(file.fileno(), 0, count)
        return
    nothing = bytes(2**24)
    for start in range(0, count, len(nothing)):
        checkpoint(0.0)
        file.write(nothing[: count - start])
    file.flush()


def _no_room(path: Path, needed: int, error: OSError) -> MediaError:
    return MediaError(
        f'"{path}" can only be shown smaller: every pixel of it takes {needed / 1e9:.1f} GB of disk space in '
        f'"{folder()}" ({error.strerror or error}).',
        hint="Free space on that disk, or save the picture as a PNG or TIFF, which need none.",
    )
