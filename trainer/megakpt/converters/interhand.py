"""InterHand2.6M: joints in space, a camera for each picture, and which joints can be trusted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

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

_FILES = ("**/*interhand2.6m_data.json", "**/InterHand2.6M_*_data.json")
_JOINTS = 21
# A hand's joints go from the tip of each finger to its root, the thumb first, and end with the wrist; the
# right hand comes first. The places are those of the skeleton "onehand10k", which begins with the wrist.
_PLACES = np.array([4 * finger + joint for finger in range(5) for joint in (4, 3, 2, 1)] + [0])


def _read(source: Path, split: str | None) -> Iterator[SourceSplit]:
    for path in find_files(source, _FILES):
        yield SourceSplit(split_of(path, split), _pictures(source, path))


def _object(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DatasetError(f"{path} cannot be read: {error}.", hint="Download the file again.") from error
    if not isinstance(content, dict):
        raise DatasetError(f"{path} holds no JSON object.", hint="Download the file again.")
    return content


def _pictures(source: Path, path: Path) -> Iterator[SourcePicture]:
    stem = path.name.removesuffix("_data.json")
    cameras, joints = (_object(path.with_name(f"{stem}_{part}.json")) for part in ("camera", "joint_3d"))
    hand = replace(category_of_schema("onehand10k", "human hand"), supercategory="human_limbs")
    data = _object(path)
    images = {image.get("id"): image for image in data.get("images", ())}
    for record in data.get("annotations", ()):
        where = f"{path}: annotation {record.get('id')}"
        try:
            image = images[record["image_id"]]
            capture = str(image["capture"])
            points = projected(
                np.array(joints[capture][str(image["frame_idx"])]["world_coord"], np.float64),
                cameras[capture],
                str(image["camera"]),
            )
            valid = np.array(record["joint_valid"], np.float64).reshape(-1) > 0
            name, size = str(image["file_name"]), (int(image["height"]), int(image["width"]))
            video = f"{capture}/{image['seq_name']}"
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise DatasetError(
                f"{where} does not fit its picture, camera or joints ({type(error).__name__}: {error}).",
                hint="Take the three files of the same split.",
            ) from error
        if points.shape != (2 * _JOINTS, 2) or valid.shape != (2 * _JOINTS,):
            raise DatasetError(f"{where}: {len(points)} joints, expected 42.", hint="Download it again.")
        found = []
        for first in (0, _JOINTS):
            rows = slice(first, first + _JOINTS)
            values = np.zeros((_JOINTS, 3))
            values[_PLACES, :2] = points[rows]
            values[_PLACES, 2] = np.where(valid[rows], 2.0, 0.0)
            found.append(instance_of(hand, values, where))
        # The box is around both hands, so each hand goes without.
        yield SourcePicture(name, find_picture(source, name), tuple(found), size, extra={"video": video})


def projected(world: NDArray[np.float64], cameras: dict[str, Any], camera: str) -> NDArray[np.float64]:
    """(M, 2) pixel indices at which a camera sees points in space (M, 3), mm."""
    position, rotation, focal, principal = (
        np.array(cameras[part][camera], np.float64) for part in ("campos", "camrot", "focal", "princpt")
    )
    seen = (world - position) @ rotation.T
    return np.asarray(seen[:, :2] / seen[:, 2:] * focal + principal)


CONVERTER = Converter(
    "InterHand2.6M", "COCO-like JSON with cameras and joints in space", " or ".join(_FILES), _read
)
