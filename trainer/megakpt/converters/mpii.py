"""MPII's list of people, as the community keeps it: 16 joints each, in no box."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from gkdt_core.domain import Category, Instance, guess_pairs
from gkdt_core.errors import DatasetError
from trainer.megakpt.converters.base import (
    Converter,
    SourcePicture,
    SourceSplit,
    find_files,
    find_picture,
    instance_of,
    split_of,
)

_NAMES = (
    "right ankle",
    "right knee",
    "right hip",
    "left hip",
    "left knee",
    "left ankle",
    "pelvis",
    "thorax",
    "upper neck",
    "top of the head",
    "right wrist",
    "right elbow",
    "right shoulder",
    "left shoulder",
    "left elbow",
    "left wrist",
)
_TRUNK = ((0, 1), (1, 2), (2, 6), (3, 6), (3, 4), (4, 5), (6, 7), (7, 8), (8, 9))
_ARMS = ((10, 11), (11, 12), (12, 7), (13, 7), (13, 14), (14, 15))
_PERSON = Category("person", _NAMES, (*_TRUNK, *_ARMS), guess_pairs(_NAMES), "human_pose")
_FILES = ("**/mpii_train.json", "**/mpii_val.json", "test_mpii.json")


def _read(source: Path, split: str | None) -> Iterator[SourceSplit]:
    for path in find_files(source, _FILES):
        yield SourceSplit(split_of(path, split), _pictures(source, path))


def read_list(path: Path) -> list[Any]:
    """The JSON list in a file.

    Raises:
        DatasetError: It holds none.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DatasetError(f"{path} cannot be read: {error}.", hint="Download the file again.") from error
    if not isinstance(content, list):
        raise DatasetError(f"{path} holds no list of records.", hint="Choose the converter of this dataset.")
    return content


def _pictures(source: Path, path: Path) -> Iterator[SourcePicture]:
    people: dict[str, list[Instance]] = {}
    for number, record in enumerate(read_list(path)):
        where = f"{path}: record {number}"
        try:
            name = str(record["image"])
            joints = np.array(record["joints"], np.float64).reshape(-1, 2)
            seen = np.array(record["joints_vis"], np.float64).reshape(-1, 1)
            values = np.hstack([joints, np.where(seen > 0, 2.0, 0.0)])
        except (KeyError, TypeError, ValueError) as error:
            raise DatasetError(f"{where} is not a person of MPII ({error}).", hint="Correct it.") from error
        people.setdefault(name, []).append(instance_of(_PERSON, values, where))
    for name, instances in people.items():
        yield SourcePicture(name, find_picture(source, name), tuple(instances))


CONVERTER = Converter("MPII", "MPII JSON list", " or ".join(_FILES), _read)
