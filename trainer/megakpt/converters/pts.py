"""Faces as .pts files: one file a picture, "n_points: 68" and the points between braces.

They count from 1, as their makers' MATLAB does: the first pixel's centre is (1, 1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from gkdt_core.errors import DatasetError
from gkdt_core.schemas import category_of_schema
from trainer.megakpt.converters.base import Converter, SourcePicture, SourceSplit, find_files, instance_of

_SUFFIXES = (".jpg", ".png", ".jpeg", ".bmp")
_COUNT = 68


def _read(source: Path, split: str | None) -> Iterator[SourceSplit]:
    files = find_files(source, ("**/*.pts",))
    if files:
        yield SourceSplit(split or "train", _pictures(source, files))


def _pictures(source: Path, files: list[Path]) -> Iterator[SourcePicture]:
    category = replace(category_of_schema("human_face_300w", "human face"), supercategory="human_face")
    for path in files:
        values = np.hstack([read_pts(path) - 1, np.full((_COUNT, 1), 2.0)])
        picture = _picture_of(path)
        name = picture.relative_to(source).as_posix()
        # 300-VW: ID/annot/000001.pts beside ID/imgs/000001.jpg; the frames of a person belong together
        video = path.parent.parent.relative_to(source).as_posix() if path.parent.name == "annot" else ""
        instance = instance_of(category, values, str(path))
        yield SourcePicture(name, picture, (instance,), extra={"video": video} if video else {})


def _picture_of(path: Path) -> Path:
    """The picture of a .pts file: beside it, or in imgs/ beside its annot/."""
    folders = [path.parent]
    if path.parent.name == "annot":
        folders.append(path.parent.parent / "imgs")
    places = [folder / (path.stem + suffix) for folder in folders for suffix in _SUFFIXES]
    return next((place for place in places if place.is_file()), places[0])


def read_pts(path: Path) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """(68, 2) the points of a .pts file as it has them, counted from 1.

    Raises:
        DatasetError: The file is not one of 68 points.
    """
    try:
        text = path.read_text(encoding="ascii")
        inside = re.search(r"\{([^}]*)\}", text)
        points = np.array((inside.group(1) if inside else "").split(), np.float64)
    except (OSError, ValueError) as error:
        raise DatasetError(f"{path} cannot be read: {error}.", hint="Download it again.") from error
    if points.size != 2 * _COUNT or not np.isfinite(points).all():
        raise DatasetError(
            f"{path} has {points.size / 2:g} points, expected {_COUNT}.", hint="Leave other files out."
        )
    return points.reshape(_COUNT, 2)


CONVERTER = Converter(
    "300-W, 300-VW and other faces as .pts", "68 points in .pts files", "*.pts files", _read
)
