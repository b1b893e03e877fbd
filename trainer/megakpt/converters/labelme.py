"""The Hamedan cephalograms: one LabelMe file a picture, landmarks l1 to l19 in the order of ISBI 2015."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from gkdt_core.errors import DatasetError
from gkdt_core.schemas import category_of_schema
from trainer.megakpt.converters.base import Converter, SourcePicture, SourceSplit, find_files, instance_of

_SUFFIXES = ((b"\xff\xd8", ".jpg"), (b"\x89PNG", ".png"), (b"II*\0", ".tif"), (b"MM\0*", ".tif"))


def _read(source: Path, split: str | None) -> Iterator[SourceSplit]:
    files = find_files(source, ("*.json", "*/*.json"))
    if files:
        yield SourceSplit(split or "train", (_picture(source, path) for path in files))


def _picture(source: Path, path: Path) -> SourcePicture:
    category = replace(category_of_schema("cephalometric", "cephalogram"), supercategory="medical")
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        shapes = [(str(s["label"]), s["shape_type"], s["points"]) for s in content["shapes"]]
        named, size = str(content["imagePath"]), (int(content["imageHeight"]), int(content["imageWidth"]))
        embedded = content.get("imageData")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DatasetError(f"{path} is no LabelMe file ({error}).", hint="Leave other files out.") from error
    values = np.zeros((len(category), 3))
    for label, kind, points in shapes:
        where = f'{path}: shape "{label}"'
        number = label.removeprefix("l")
        if kind != "point" or not number.isdecimal() or not 1 <= int(number) <= len(category):
            raise DatasetError(f"{where} ({kind}) is none of l1 to l{len(category)}.", hint="Rename it.")
        index = int(number) - 1
        if values[index, 2]:
            raise DatasetError(f"{where} is there twice.", hint="Keep one of them.")
        try:
            ((x, y),) = points
            values[index] = float(x), float(y), 2
        except (TypeError, ValueError) as error:
            raise DatasetError(f"{where} is not one point.", hint="Correct it.") from error
    # LabelMe counts from the picture's corner, as this program does.
    instance = instance_of(category, values, str(path), corner=True)
    beside = path.parent / Path(named.replace("\\", "/")).name
    if beside.is_file():
        return SourcePicture(beside.relative_to(source).as_posix(), beside, (instance,), size)
    if not embedded:
        return SourcePicture(beside.name, beside, (instance,), size)
    try:
        picture = base64.b64decode(embedded, validate=True)
    except (binascii.Error, TypeError, ValueError) as error:
        raise DatasetError(f"{path}: its picture is damaged ({error}).", hint="Save it again.") from error
    suffix = next((suffix for start, suffix in _SUFFIXES if picture.startswith(start)), None)
    if suffix is None:
        raise DatasetError(f"{path}: its picture has an unknown format.", hint="Save it as PNG.")
    return SourcePicture(path.stem + suffix, path, (instance,), size, content=picture)


CONVERTER = Converter("Hamedan cephalograms", "LabelMe JSON", "*.json", _read)
