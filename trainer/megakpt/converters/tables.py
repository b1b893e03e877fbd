"""Landmarks as text: tpsDig's .tps files, and one wide row of numbers a picture."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from gkdt_core.domain import Category
from gkdt_core.errors import DatasetError
from gkdt_core.media.images import image_size
from gkdt_core.schemas import category_of_schema
from trainer.megakpt.converters.base import (
    Converter,
    SourcePicture,
    SourceSplit,
    find_files,
    find_picture,
    instance_of,
    split_of,
)


def _text(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DatasetError(f"{path} cannot be read: {error}.", hint="Download it again.") from error


def _values(
    numbers: list[str], category: Category, where: str
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """(N, 3) of x y pairs in text, all visible."""
    try:
        points = np.array([float(number) for number in numbers]).reshape(-1, 2)
    except ValueError as error:
        raise DatasetError(f"{where}: {error}.", hint="Each landmark is an x and a y.") from error
    if len(points) != len(category):
        raise DatasetError(
            f'{where}: {len(points)} landmarks, expected the {len(category)} of "{category.name}".',
            hint="Choose the converter of this dataset.",
        )
    return np.hstack([points, np.full((len(points), 1), 2.0)])


def _read_faces(source: Path, split: str | None) -> Iterator[SourceSplit]:
    for path in find_files(source, ("*frames_keypoints*.csv",)):
        yield SourceSplit(split_of(path, split), _faces(source, path))


def _faces(source: Path, path: Path) -> Iterator[SourcePicture]:
    """Picture name and 68 x y pairs, in 300-W order, a row; pixel indices."""
    category = replace(category_of_schema("human_face_300w", "human face"), supercategory="human_face")
    for number, row in enumerate(csv.reader(_text(path)[1:]), start=2):
        where = f"{path}: line {number}"
        if not row or not row[0]:
            raise DatasetError(f"{where} names no picture.", hint="Remove the line.")
        instance = instance_of(category, _values(row[1:], category, where), where)
        # "Name_Surname_12.jpg": the frames of a person belong into one split
        person = row[0].rsplit("_", 1)[0]
        place = find_picture(source, row[0], (".", path.stem.split("_")[0]))
        yield SourcePicture(row[0], place, (instance,), extra={"person_id": person})


def _read_wings(source: Path, split: str | None) -> Iterator[SourceSplit]:
    for path in find_files(source, ("**/*.tps",)):
        yield SourceSplit(split_of(path, split), _wings(source, path))


def _wings(source: Path, path: Path) -> Iterator[SourcePicture]:
    """Records of "LM=12", the points, "IMAGE=...", "ID=..."; y goes up from the picture's lower edge."""
    category = replace(category_of_schema("fly_wing_12", "fruit fly wing"), supercategory="insect_pose")
    numbers: list[str] = []
    started = 0
    for line, text in enumerate(_text(path), start=1):
        key, equals, value = text.strip().partition("=")
        if key.upper() == "LM":
            numbers, started = [], line
        elif equals and key.upper() == "IMAGE":
            where = f"{path}: record in line {started} ({value})"
            values = _values(numbers, category, where)
            place = find_picture(source, value, (".", "image-examples", "images"))
            if place.is_file():
                size = image_size(place)
                values[:, 1] = size[0] - values[:, 1]
                yield SourcePicture(value, place, (instance_of(category, values, where, corner=True),), size)
            else:
                yield SourcePicture(value, place, ())
        elif not equals and started:
            numbers += text.split()


FACES = Converter(
    "Facial keypoints (YouTube Faces frames)", "wide CSV", "*frames_keypoints*.csv", _read_faces
)
FLY_WING = Converter("Fly wing landmarks", "tpsDig .tps", "*.tps", _read_wings)
