"""Datasets into COCO keypoint files."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from gkdt_core.domain import ImageState, Origin
from gkdt_core.errors import DatasetError
from gkdt_core.formats.coco.categories import category_to_coco
from gkdt_core.formats.coco.dataset import CocoAnnotation, CocoDataset, CocoImage
from gkdt_core.formats.coco.fields import (
    AS_READ,
    FROM_KEYPOINTS,
    ORIGIN_NAMES,
    Json,
    KeypointOrigin,
    area_of,
    exact_positions,
    keypoint_numbers,
    xywh_of,
)
from gkdt_core.partial_files import partial_beside


def write_coco(dataset: CocoDataset, path: str | Path) -> None:
    """Write a dataset as a COCO keypoint file: completely, or not at all.

    The file holds plain ASCII, one record per line, so that every tool reads it whatever its default
    encoding is, and two versions can be compared line by line.

    Raises:
        DatasetError: The file cannot be written; an older one is left as it was.
    """
    path = Path(path)
    encoder = json.JSONEncoder(ensure_ascii=True, allow_nan=False, check_circular=False)
    try:
        _write_atomically(path, _lines(dataset, encoder))
    except (ValueError, TypeError, RecursionError) as error:
        raise DatasetError(
            f'"{path}" was not written: a field holds something that JSON cannot say ({error}).',
            hint="Remove infinite numbers and unusual values from the extra fields.",
        ) from error
    except OSError as error:
        raise DatasetError(
            f'"{path}" was not written: {error.strerror or error}.',
            hint="Check the free space and your permission to write there, or choose another place.",
        ) from error


def _lines(dataset: CocoDataset, encoder: json.JSONEncoder) -> Iterator[str]:
    """The text of the file in pieces."""
    yield "{\n"
    for key, value in ({"info": {}} | dict(dataset.extra)).items():
        yield f"{encoder.encode(key)}: {encoder.encode(value)},\n"
    sections: dict[str, Iterable[Json]] = {
        "images": (_image_record(image) for image in dataset.images),
        "categories": [
            *(category_to_coco(c.category, c.id, c.extra) for c in dataset.categories),
            *dataset.other_categories,
        ],
        "annotations": _annotation_records(dataset),
    }
    for number, (key, records) in enumerate(sections.items()):
        yield f'"{key}": ['
        for position, record in enumerate(records):
            yield (",\n" if position else "\n") + encoder.encode(record)
        yield "\n]" + (",\n" if number + 1 < len(sections) else "\n")
    yield "}\n"


def _image_record(image: CocoImage) -> dict[str, Any]:
    record: dict[str, Any] = {"id": image.id, "file_name": image.file_name}
    if image.width and image.height:
        record |= {"width": image.width, "height": image.height}
    record |= image.extra
    if image.state is not ImageState.UNTOUCHED:
        record["state"] = image.state.value
    return record


def _annotation_records(dataset: CocoDataset) -> Iterator[Json]:
    for annotation in dataset.annotations:
        yield _annotation_record(annotation, dataset.keypoint_origin)
    yield from dataset.other_annotations


def _annotation_record(annotation: CocoAnnotation, keypoint_origin: KeypointOrigin) -> dict[str, Any]:
    instance = annotation.instance
    as_read = annotation.extra.get(AS_READ, {})
    keypoints = keypoint_numbers(instance, keypoint_origin)
    for position, number, raw in as_read.get("keypoints", ()):
        if position < len(keypoints) and keypoints[position] == number:
            keypoints[position] = raw
    plain = xywh_of(instance.region)
    plain_box, raw_box = as_read.get("bbox", (None, None))
    box = raw_box if plain == plain_box else plain
    area_box, raw_area = as_read.get("area", (None, None))
    record: dict[str, Any] = {
        "id": annotation.id,
        "image_id": annotation.image_id,
        "category_id": annotation.category_id,
        "keypoints": keypoints,
        "num_keypoints": int(instance.labeled.sum()),
        "bbox": box,
        "area": raw_area if plain == area_box else area_of(plain),
        "iscrowd": 0,
    }
    if instance.box is None:
        record["bbox_origin"] = FROM_KEYPOINTS
    for key, values in (("keypoint_scores", instance.scores), ("keypoint_peaks", instance.peaks)):
        if np.isfinite(values).any():
            record[key] = [value if math.isfinite(value) else None for value in values.tolist()]
    record["keypoint_origins"] = [ORIGIN_NAMES[Origin(value)] for value in instance.origins.tolist()]
    if exact := exact_positions(instance, keypoints, box, keypoint_origin):
        record["exact_positions"] = exact
    return record | {key: value for key, value in annotation.extra.items() if key != AS_READ}


def _write_atomically(path: Path, pieces: Iterable[str]) -> None:
    target = Path(os.path.realpath(path))  # a link stays a link
    temporary = partial_beside(target)
    try:
        with temporary.open("x", encoding="ascii", newline="\n") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
