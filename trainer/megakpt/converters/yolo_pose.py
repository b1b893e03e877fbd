"""Doors of railway wagons: YOLO-pose labels of 4 corners.

Unlike in Ultralytics' format, the first two numbers of its boxes are the upper left corner, not the centre:
only so do the boxes hold their points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from gkdt_core.domain import Category, Instance
from gkdt_core.errors import DatasetError
from gkdt_core.media.images import image_size
from gkdt_core.schemas import category_of_schema
from trainer.megakpt.converters.base import Converter, SourcePicture, SourceSplit, find_files, instance_of

_SUFFIXES = (".jpg", ".jpeg", ".png")


def _read(source: Path, split: str | None) -> Iterator[SourceSplit]:
    for folder in sorted(path for path in (source / "labels").glob("*") if path.is_dir()):
        files = find_files(folder, ("*.txt",))
        if files:
            name = split if split is not None else folder.name
            yield SourceSplit(name, _pictures(files, source / "images" / folder.name))


def _pictures(files: list[Path], images: Path) -> Iterator[SourcePicture]:
    category = replace(category_of_schema("wagon_door_4", "freight wagon side door"), supercategory="vehicle")
    for path in files:
        places = [images / (path.stem + suffix) for suffix in _SUFFIXES]
        picture = next((place for place in places if place.is_file()), places[0])
        if picture.is_file():
            size = image_size(picture)
            yield SourcePicture(picture.name, picture, tuple(_doors(path, category, size)), size)
        else:
            yield SourcePicture(picture.name, picture, ())


def _doors(path: Path, category: Category, size_hw: tuple[int, int]) -> Iterator[Instance]:
    height, width = size_hw
    count = 5 + 3 * len(category)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        where = f"{path}: line {number}"
        try:
            row = np.array(line.split(), np.float64)
        except ValueError as error:
            raise DatasetError(f"{where}: {error}.", hint="A label is numbers only.") from error
        if not len(row):
            continue
        if len(row) != count or not np.isfinite(row).all() or row[0] != 0:
            raise DatasetError(f"{where} is not class 0 and {count - 1} numbers.", hint="Correct the line.")
        box = row[1:5] * (width, height, width, height)
        values = row[5:].reshape(-1, 3) * (width, height, 1)
        yield instance_of(category, values, where, box_xywh=box.tolist(), corner=True)


CONVERTER = Converter("Wagon doors", "YOLO-pose text", "labels/SPLIT/*.txt", _read)
