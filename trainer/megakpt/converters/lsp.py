"""Leeds Sports Pose, extended: a MATLAB file of 14 joints for each of the pictures im00001.jpg and so on."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gkdt_core.domain import Category, guess_pairs
from gkdt_core.errors import DatasetError
from trainer.megakpt.converters.base import Converter, SourcePicture, SourceSplit, find_files, instance_of

_NAMES = (
    "right ankle",
    "right knee",
    "right hip",
    "left hip",
    "left knee",
    "left ankle",
    "right wrist",
    "right elbow",
    "right shoulder",
    "left shoulder",
    "left elbow",
    "left wrist",
    "neck",
    "top of the head",
)
_EDGES = (
    (0, 1),
    (1, 2),
    (3, 4),
    (4, 5),
    (2, 3),
    (6, 7),
    (7, 8),
    (9, 10),
    (10, 11),
    (8, 12),
    (9, 12),
    (12, 13),
)
_PERSON = Category("person", _NAMES, _EDGES, guess_pairs(_NAMES), "human_pose")

_COMPRESSED, _MATRIX = 15, 14
_NUMBERS = {
    1: "i1",
    2: "u1",
    3: "<i2",
    4: "<u2",
    5: "<i4",
    6: "<u4",
    7: "<f4",
    9: "<f8",
    12: "<i8",
    13: "<u8",
}
"""How MATLAB's number types are read; a matrix of doubles may be stored in a smaller one."""


def _read(source: Path, split: str | None) -> Iterator[SourceSplit]:
    for path in find_files(source, ("joints.mat", "*/joints.mat")):
        yield SourceSplit(split or "train", _pictures(path))


def _pictures(path: Path) -> Iterator[SourcePicture]:
    joints = read_matrix(path, "joints")
    if joints.ndim != 3 or joints.shape[:2] != (14, 3):
        raise DatasetError(
            f'{path}: "joints" has the shape {joints.shape}, expected 14 x 3 x people.',
            hint="Choose the extended set; the first one is laid out otherwise.",
        )
    for number in range(joints.shape[2]):
        values = joints[:, :, number].copy()
        values[:, :2] -= 1  # MATLAB counts from 1
        # The flag is 0 for joints that cannot be seen, whose position is a guess or missing.
        values[:, 2] = np.where(values[:, 2] > 0, 2.0, 0.0)
        name = f"im{number + 1:05d}.jpg"
        yield SourcePicture(
            name,
            path.parent / "images" / name,
            (instance_of(_PERSON, values, f"{path}: person {number + 1}"),),
        )


def read_matrix(path: Path, name: str) -> NDArray[np.float64]:
    """A matrix of numbers in a MATLAB 5 file.

    Raises:
        DatasetError: The file is another, or has no such matrix.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DatasetError(
            f"{path} cannot be read: {error.strerror}.", hint="Check its permissions."
        ) from error
    if not data.startswith(b"MATLAB 5.0") or data[126:128] != b"IM":
        raise DatasetError(f"{path} is no MATLAB 5 file.", hint="Download it again.")
    try:
        for kind, content in _elements(data[128:]):
            if kind == _COMPRESSED:
                kind, content = next(_elements(zlib.decompress(content)))
            if kind != _MATRIX:
                continue
            (_, _), (_, shape), (_, label), (number, values) = list(_elements(content))[:4]
            if label.decode("ascii") == name:
                sizes = np.frombuffer(shape, "<i4")
                return np.frombuffer(values, _NUMBERS[number]).astype(np.float64).reshape(sizes, order="F")
    except (struct.error, zlib.error, KeyError, ValueError, StopIteration) as error:
        raise DatasetError(f"{path} is damaged ({error}).", hint="Download it again.") from error
    raise DatasetError(f'{path} has no matrix "{name}".', hint="Choose the converter of this dataset.")


def _elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(type, content) of the elements that follow each other."""
    at = 0
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<II", data, at)
        if kind >> 16:  # a small element: its size is in the upper half, its content in the second word
            yield kind & 0xFFFF, data[at + 4 : at + 4 + (kind >> 16)]
            at += 8
            continue
        if at + 8 + size > len(data):
            raise ValueError("it is cut off")
        yield kind, data[at + 8 : at + 8 + size]
        at += 8 + (size if kind == _COMPRESSED else -(-size // 8) * 8)


CONVERTER = Converter("Leeds Sports Pose, extended", "MATLAB file", "joints.mat", _read)
