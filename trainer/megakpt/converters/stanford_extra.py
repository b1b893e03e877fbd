"""StanfordExtra: dogs with 24 keypoints in one JSON list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from gkdt_core.domain import Instance
from gkdt_core.errors import DatasetError
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
from trainer.megakpt.converters.mpii import read_list

_FILES = ("**/StanfordExtra*.json",)


def _read(source: Path, split: str | None) -> Iterator[SourceSplit]:
    for path in find_files(source, _FILES):
        yield SourceSplit(split_of(path, split), _pictures(source, path))


def _pictures(source: Path, path: Path) -> Iterator[SourcePicture]:
    category = replace(category_of_schema("dog_24", "dog"), supercategory="animal_pose")
    dogs: dict[str, list[Instance]] = {}
    sizes: dict[str, tuple[int, int]] = {}
    for number, record in enumerate(read_list(path)):
        where = f"{path}: record {number}"
        try:
            name = str(record["img_path"])
            values = np.array(record["joints"], np.float64).reshape(-1, 3)
            # The third number is the share of the workers that saw the joint; the position is their mean.
            values[:, 2] = np.where(values[:, 2] > 0, 2.0, 0.0)
            sizes[name] = int(record["img_height"]), int(record["img_width"])
            box = record["img_bbox"]
        except (KeyError, TypeError, ValueError) as error:
            raise DatasetError(
                f"{where} is not a dog of StanfordExtra ({error}).", hint="Correct it."
            ) from error
        dogs.setdefault(name, []).append(instance_of(category, values, where, box_xywh=box))
    for name, instances in dogs.items():
        place = find_picture(source, name, ("sample_imgs", "images", "Images", "."))
        yield SourcePicture(name, place, tuple(instances), sizes[name])


CONVERTER = Converter("StanfordExtra", "StanfordExtra JSON list", " or ".join(_FILES), _read)
