"""Every pixel of a very large picture, read from its file where somebody looks: a few bands at a time."""

from __future__ import annotations

import os
import threading
from abc import ABC, abstractmethod
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from enum import Enum, auto
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from gkdt_core.errors import MediaError
from gkdt_core.media.bands import Bands
from gkdt_core.progress import Checkpoint, no_checkpoint

KEPT_BYTES = 160 * 2**20
"""Bands read last that are kept: whoever looks at one place looks beside it next."""
_THREADS = min(3, os.cpu_count() or 1)
"""Bands read at once: each takes some 60 MB while it is unpacked."""

Pixels = NDArray[Any]
ToPixels = Callable[[Image.Image], Pixels]


class NoDetail(Enum):
    """Why a very large picture can only be looked at made smaller."""

    INTERLACED = auto()
    PROGRESSIVE = auto()
    STRIPS = auto()
    FORMAT = auto()


class Stored(ABC):
    """The pixels of a picture as its file has them, not turned.

    Attributes:
        path: Of the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def nbytes(self) -> int:
        """About how much memory it takes."""
        return 0

    @property
    def is_ready(self) -> bool:
        """Whether `read` can be called; `prepare` takes a while."""
        return True

    def prepare(self, checkpoint: Checkpoint = no_checkpoint) -> None:
        """What has to be done once before pixels can be read.

        Args:
            checkpoint: Called with the share done; may raise `Cancelled`.

        Raises:
            MediaError: It cannot be done.
        """
        checkpoint(1.0)

    @abstractmethod
    def read(self, left: int, top: int, right: int, bottom: int) -> Pixels:
        """The rectangle as (h, w, 3) uint8 or (h, w) deep grey values; raises what decoders raise."""

    @abstractmethod
    def forget(self) -> None:
        """Give memory back: nobody looks for now."""


class Fingerprint:
    """Which file it was: its size and time tell when another one lies in its place."""

    def __init__(self, file: BinaryIO) -> None:
        self._is = self._of(file)

    def check(self, file: BinaryIO, path: Path) -> None:
        """Raises `MediaError` where `file` is another one."""
        if self._of(file) != self._is:
            raise MediaError(
                f'"{path}" has changed since it was opened.',
                hint="Open the picture again: go to another and back.",
            )

    @staticmethod
    def _of(file: BinaryIO) -> tuple[int, int]:
        found = os.fstat(file.fileno())
        return found.st_size, found.st_mtime_ns


class StoredBands(Stored):
    """The pixels of a picture whose file is read in bands of rows.

    Args:
        path: Of the file.
        file: It, open: what it is now it has to stay.
        bands: Of it, all gone through once.
        to_pixels: Turns a decoded band into (h, w, 3) uint8 or (h, w) deep grey values.
    """

    def __init__(self, path: Path, file: BinaryIO, bands: Bands, to_pixels: ToPixels) -> None:
        super().__init__(path)
        self._bands, self._to_pixels = bands, to_pixels
        self._fingerprint = Fingerprint(file)
        self._kept: OrderedDict[int, Pixels] = OrderedDict()

    @property
    def nbytes(self) -> int:
        return self._bands.nbytes

    def read(self, left: int, top: int, right: int, bottom: int) -> Pixels:
        rows = self._bands.rows
        numbers = range(top // rows, -(-bottom // rows))
        missing = [number for number in numbers if number not in self._kept]
        with self.path.open("rb") as file:
            self._fingerprint.check(file, self.path)
        bands = {number: self._kept[number] for number in numbers if number in self._kept}
        if missing:
            with ThreadPoolExecutor(min(len(missing), _THREADS), "bands") as workers:
                bands |= zip(missing, workers.map(self._band, missing), strict=True)
        parts = []
        for number in numbers:
            self._kept[number] = bands[number]
            self._kept.move_to_end(number)
            first = number * rows
            parts.append(bands[number][max(top - first, 0) : bottom - first, left:right])
        size = sum(one.nbytes for one in self._kept.values())
        while len(self._kept) > 1 and size > KEPT_BYTES:
            size -= self._kept.popitem(last=False)[1].nbytes
        found = np.concatenate(parts)
        return (
            np.repeat(found[:, :, None], 3, axis=2) if found.dtype == np.uint8 and found.ndim == 2 else found
        )

    def _band(self, number: int) -> Pixels:
        """One band; greys of 8 bits stay one channel, as three they would take as much again twice."""
        with self.path.open("rb") as file:
            band = self._bands.read(file, number)
        is_grey = band.mode == "L" and "transparency" not in band.info
        return np.asarray(band) if is_grey else self._to_pixels(band)

    def forget(self) -> None:
        self._kept.clear()


class Detail:
    """Every pixel of an upright picture, from its file; calls from several threads take turns.

    Args:
        stored: The file's pixels.
        image_hw: (height, width) of the upright picture.
        orientation: EXIF's turn (1 to 8) from the file to it.
        turn: Turns a part of the file's pixels upright.
        guard: Runs a reading and turns what decoders raise into `MediaError`.
    """

    def __init__(
        self,
        stored: Stored,
        image_hw: tuple[int, int],
        orientation: int,
        turn: Callable[[Pixels, int], Pixels],
        guard: Callable[[Path, Callable[[], Pixels]], Pixels],
    ) -> None:
        self._stored, self.image_hw, self._orientation = stored, image_hw, orientation
        self._turn, self._guard = turn, guard
        self._lock = threading.Lock()

    @property
    def path(self) -> Path:
        """Of the file."""
        return self._stored.path

    @property
    def nbytes(self) -> int:
        """About how much memory it takes, without what was read last."""
        return self._stored.nbytes

    @property
    def is_ready(self) -> bool:
        """Whether `read` answers at once, or `prepare` has to come first."""
        return self._stored.is_ready

    def prepare(self, checkpoint: Checkpoint = no_checkpoint) -> None:
        """Do what takes long before the first `read`.

        Args:
            checkpoint: Called with the share done; may raise `Cancelled`.

        Raises:
            MediaError: The file is gone or damaged, or there is no room on the disk.
        """
        with self._lock:
            self._stored.prepare(checkpoint)

    def read(self, left: int, top: int, right: int, bottom: int) -> Pixels:
        """A rectangle inside the picture: (h, w, 3) uint8, or (h, w) what a deep grey file says.

        Args:
            left: With the others, upright image coordinates.
            top: See `left`.
            right: See `left`.
            bottom: See `left`.

        Raises:
            MediaError: The file is gone, damaged, or another one by now.
        """
        height, width = self.image_hw
        if not (0 <= left < right <= width and 0 <= top < bottom <= height):
            raise ValueError(f"({left}, {top}, {right}, {bottom}) is not inside {width} x {height} px")
        box = left, top, right, bottom
        if self._orientation in (2, 3, 6, 7):
            box = width - right, box[1], width - left, box[3]
        if self._orientation in (3, 4, 7, 8):
            box = box[0], height - bottom, box[2], height - top
        if self._orientation in (5, 6, 7, 8):
            box = box[1], box[0], box[3], box[2]
        with self._lock:
            pixels = self._guard(self.path, lambda: self._stored.read(*box))
        return self._turn(pixels, self._orientation)

    def forget(self) -> None:
        """Give back what was read last: nobody looks at the picture for now."""
        with self._lock:
            self._stored.forget()
