"""COCO keypoint files into datasets."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gkdt_core.domain import Category, ImageState, Instance, Origin, Visibility
from gkdt_core.errors import DatasetError
from gkdt_core.formats.coco.categories import category_from_coco
from gkdt_core.formats.coco.dataset import CocoAnnotation, CocoCategory, CocoDataset, CocoImage
from gkdt_core.formats.coco.fields import (
    AS_READ,
    FROM_KEYPOINTS,
    ORIGINS,
    SECTIONS,
    Json,
    KeypointOrigin,
    area_of,
    box_or_none,
    is_whole,
    keypoint_numbers,
    number_or_none,
    short,
    with_exact_positions,
    xywh_of,
)
from gkdt_core.geometry import Box, index_to_image

MAX_BYTES = 2_000_000_000
"""A larger file is refused: read at once it would take many times its size in memory."""

_IMAGE_FIELDS = frozenset({"id", "file_name", "width", "height", "state"})
_CATEGORY_FIELDS = frozenset({"id", "name", "supercategory", "keypoints", "skeleton", "flip_pairs"})
_ANNOTATION_FIELDS = frozenset(
    "id image_id category_id keypoints num_keypoints bbox bbox_origin area iscrowd "
    "keypoint_scores keypoint_peaks keypoint_origins exact_positions".split()
)


def read_coco(
    path: str | Path,
    *,
    keypoint_origin: KeypointOrigin = "index",
    checkpoint: Callable[[float], None] | None = None,
) -> CocoDataset:
    """The content of a COCO keypoint file.

    Labelled keypoints of files that do not say who placed them count as a person's, so that no prediction
    ever replaces them, unless they have a score; left-right pairs that a file does not give are guessed from
    the names.

    Args:
        path: The JSON file.
        keypoint_origin: "index" for COCO's own convention (the first pixel's centre is 0), "corner" for files
            of tools that store raw clicks (the first pixel's centre is 0.5).
        checkpoint: Called now and then with the fraction done; may raise `Cancelled`.

    Raises:
        DatasetError: The file cannot be read or contradicts itself; names the record and the remedy.
    """
    path = Path(path)
    content = _load(path)
    return _Reader(path.name, keypoint_origin, checkpoint).dataset(content)


def _load(path: Path) -> Any:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise DatasetError(
                f'"{path}" has {size / 1e9:.1f} GB; files above {MAX_BYTES / 1e9:.0f} GB are not read.',
                hint="Split it into several files.",
            )
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DatasetError(
            f'"{path}" is not a text file in UTF-8.',
            hint="Choose the annotation file (.json), or save it as UTF-8.",
        ) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise DatasetError(
            f'"{path}" cannot be read: {reason}.', hint="Check its name, place and permissions."
        ) from error
    try:
        return json.loads(text, parse_constant=_refuse_constant, parse_float=_finite)
    except json.JSONDecodeError as error:
        raise DatasetError(
            f'"{path}" is not valid JSON: {error.msg} in line {error.lineno}, column {error.colno}.',
            hint="Export it again, or correct that place in a text editor.",
        ) from error
    except RecursionError as error:
        raise DatasetError(
            f'"{path}" is nested too deeply to be an annotation file.', hint="Choose a COCO keypoint file."
        ) from error
    except MemoryError as error:
        raise DatasetError(
            f'There is not enough memory to read "{path}".', hint="Close other programs, or split the file."
        ) from error
    except ValueError as error:  # NaN, Infinity, or a number with thousands of digits
        raise DatasetError(
            f'"{path}" holds a number that is none: {error}.',
            hint="Write 0, 0, 0 for a keypoint that is not labelled, and export the file again.",
        ) from error


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not allowed in JSON")


def _finite(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise ValueError(f"{text} is too large")
    return value


class _Reader:
    """Turns the parsed JSON of one file into a dataset; knows the file's name for its messages."""

    def __init__(
        self, name: str, keypoint_origin: KeypointOrigin, checkpoint: Callable[[float], None] | None
    ) -> None:
        self._name = name
        self._origin = keypoint_origin
        self._checkpoint = checkpoint or (lambda _fraction: None)

    def _error(self, message: str, hint: str) -> DatasetError:
        return DatasetError(f"{self._name}: {message}", hint=hint)

    def dataset(self, content: Any) -> CocoDataset:
        if isinstance(content, list):
            raise self._error(
                "this is a plain list, as in results files, without images and categories.",
                "Choose the dataset file that the results belong to.",
            )
        if not isinstance(content, dict):
            raise self._error("this is not a COCO dataset.", "Choose a COCO keypoint file.")
        for section in SECTIONS:
            if section not in content:
                raise self._error(
                    f'the section "{section}" is missing.',
                    "Choose a COCO keypoint file; it has images, annotations and categories.",
                )
            if not isinstance(content[section], list):
                raise self._error(f'"{section}" is not a list.', "Export the file again.")
            for position, record in enumerate(content[section]):
                if not isinstance(record, dict):
                    raise self._error(
                        f'entry {position + 1} of "{section}" is {short(record)}, not a record.',
                        "Export the file again, or remove the entry.",
                    )
        images = tuple(self._image(record, i) for i, record in enumerate(content["images"]))
        self._check_unique("images", [image.id for image in images])
        categories, others = self._categories(content["categories"], content["annotations"])
        known_images = {image.id for image in images}
        by_id: dict[int, Category | None] = {category.id: category.category for category in categories}
        by_id.update((record["id"], None) for record in others)
        annotations, other_annotations, seen = [], [], set()
        total = len(content["annotations"])
        for position, record in enumerate(content["annotations"]):
            if position % 256 == 0:
                self._checkpoint(position / total)
            identity = self._id(record, "id", f"annotation number {position + 1}")
            if identity in seen:
                raise self._error(f"two annotations have the id {identity}.", "Give one of them another id.")
            seen.add(identity)
            what = f"annotation {identity}"
            image_id = self._id(record, "image_id", what)
            if image_id not in known_images:
                raise self._error(
                    f"{what} names image {image_id}, which the file does not list.",
                    'Add the image to "images", or remove the annotation.',
                )
            category_id = self._id(record, "category_id", what)
            if category_id not in by_id:
                raise self._error(
                    f"{what} names category {category_id}, which the file does not define.",
                    'Add the category to "categories", or remove the annotation.',
                )
            category = by_id[category_id]
            if category is None or not record.get("keypoints"):
                other_annotations.append(record)
                continue
            instance, extra = self._instance(record, category, what)
            annotations.append(CocoAnnotation(identity, image_id, category_id, instance, extra))
        return CocoDataset(
            images,
            categories,
            tuple(annotations),
            _extra(content, frozenset(SECTIONS)),
            others,
            tuple(other_annotations),
            self._origin,
        )

    def _id(self, record: Json, key: str, what: str) -> int:
        value = record.get(key)
        if value is None:
            raise self._error(
                f'{what} has no "{key}".', "Every image, category and annotation needs its ids."
            )
        if not is_whole(value):
            raise self._error(
                f'{what} has {short(value)} as its "{key}".', "Ids are whole numbers without quotes."
            )
        return int(value)

    def _check_unique(self, section: str, ids: Sequence[int]) -> None:
        seen = set()
        for identity in ids:
            if identity in seen:
                raise self._error(f'"{section}" has the id {identity} twice.', "Give one of them another id.")
            seen.add(identity)

    def _image(self, record: Json, position: int) -> CocoImage:
        identity = self._id(record, "id", f"image number {position + 1}")
        name = record.get("file_name")
        if not isinstance(name, str) or not name.strip():
            raise self._error(
                f'image {identity} has no "file_name".',
                "Give the name of its file, relative to the images folder.",
            )
        sizes = []
        for key in ("height", "width"):
            value = record.get(key)
            if value is not None and (not is_whole(value) or value < 0):
                raise self._error(
                    f'image {identity} ("{name}") has {short(value)} as its {key}.',
                    "Give the size in whole pixels, or leave it out.",
                )
            sizes.append(int(value or 0))
        extra = _extra(record, _IMAGE_FIELDS)
        state = ImageState.UNTOUCHED
        if "state" in record:
            try:
                state = ImageState(record["state"])
            except ValueError:  # another tool's field of that name
                extra["state"] = record["state"]
        return CocoImage(identity, name, sizes[0], sizes[1], state, extra)

    def _categories(
        self, records: Sequence[Json], annotations: Sequence[Json]
    ) -> tuple[tuple[CocoCategory, ...], tuple[Json, ...]]:
        """The categories with keypoints, and the records of those without."""
        categories, others, ids = [], [], []
        for position, record in enumerate(records):
            identity = self._id(record, "id", f"category number {position + 1}")
            ids.append(identity)
            names = record.get("keypoints")
            if not names:
                names = self._numbered_keypoints(identity, annotations)
            if not names:
                others.append({**record, "id": identity})
                continue
            source = f"{self._name}: category {identity}"
            category = category_from_coco({**record, "keypoints": names}, source=source)
            extra = _extra(record, _CATEGORY_FIELDS)
            supercategory = record.get("supercategory")
            if supercategory is not None and not isinstance(supercategory, str):
                extra["supercategory"] = supercategory
            categories.append(CocoCategory(identity, category, extra))
        self._check_unique("categories", ids)
        return tuple(categories), tuple(others)

    def _numbered_keypoints(self, category_id: int, annotations: Sequence[Json]) -> list[str]:
        """Names for a category that gives none, from the length of its first annotation's keypoints."""
        for record in annotations:
            keypoints = record.get("keypoints")
            if record.get("category_id") == category_id and isinstance(keypoints, list) and keypoints:
                count = len(keypoints) if isinstance(keypoints[0], list) else len(keypoints) // 3
                return [f"keypoint {number + 1}" for number in range(count)]
        return []

    def _instance(self, record: Json, category: Category, what: str) -> tuple[Instance, dict[str, Any]]:
        values = self._triples(record["keypoints"], category, what)
        visibility = values[:, 2].astype(np.int8)
        absent = visibility == Visibility.UNLABELED
        points = values[:, :2] if self._origin == "corner" else index_to_image(values[:, :2])
        points = np.where(absent[:, None], np.nan, points).astype(np.float64)
        points, box = with_exact_positions(record.get("exact_positions"), points, self._box(record, what))
        scores = self._numbers(record, "keypoint_scores", category, what)
        said = self._per_keypoint(record, "keypoint_origins", category, what)
        if said is not None:
            origins = np.array([self._origin_of(value, what) for value in said], np.int8)
        else:
            placed = np.where(np.isfinite(scores), Origin.MODEL, Origin.HUMAN)
            origins = np.where(absent, Origin.NONE, placed).astype(np.int8)
        instance = Instance(
            category,
            points,
            visibility,
            scores,
            self._numbers(record, "keypoint_peaks", category, what),
            origins,
            box,
        )
        return instance, _remember(record, instance, values, self._origin)

    def _triples(self, value: Any, category: Category, what: str) -> NDArray[np.float64]:
        """(N, 3): x, y, visibility as the file has them."""
        count = len(category)
        if not isinstance(value, list):
            raise self._error(f"{what}: the keypoints are not a list.", "Give x, y, v of each keypoint.")
        flat = value
        if all(isinstance(triple, list) for triple in value):
            flat = [number for triple in value for number in triple]
        if len(flat) != 3 * count:
            raise self._error(
                f"{what} has {len(flat)} keypoint numbers; its category "
                f'"{category.name}" has {count} keypoints, so {3 * count} are expected.',
                "Give x, y, v of each keypoint, or correct the category's list of keypoints.",
            )
        if {int, float}.issuperset(map(type, flat)):  # nearly always, and ten times as fast
            try:
                triples = np.array(flat, np.float64).reshape(count, 3)
            except OverflowError:
                pass  # named below
            else:
                flags = triples[:, 2]
                if ((flags == 0) | (flags == 1) | (flags == 2)).all() and np.isfinite(triples).all():
                    return triples
        numbers = [number_or_none(number) for number in flat]
        for position, number in enumerate(numbers):
            is_flag = position % 3 == 2
            if number is None or (is_flag and number not in (0, 1, 2)):
                keypoint = category.keypoints[position // 3]
                raise self._error(
                    f'{what}, keypoint "{keypoint}": {"xyv"[position % 3]} is {short(flat[position])}.',
                    "The visibility must be 0 (not labelled), 1 (hidden) or 2 (visible)."
                    if is_flag
                    else "Give a number, or 0, 0, 0 for a keypoint that is not labelled.",
                )
        return np.array(numbers, np.float64).reshape(count, 3)

    def _per_keypoint(self, record: Json, key: str, category: Category, what: str) -> list[Any] | None:
        values = record.get(key)
        if values is None:
            return None
        if not isinstance(values, list) or len(values) != len(category):
            raise self._error(
                f'{what}: "{key}" must be a list with one entry for each of the {len(category)} keypoints.',
                "Correct it, or remove it.",
            )
        return values

    def _numbers(self, record: Json, key: str, category: Category, what: str) -> NDArray[np.float64]:
        values = self._per_keypoint(record, key, category, what)
        if values is None:
            return np.full(len(category), np.nan)
        numbers = [math.nan if value is None else number_or_none(value) for value in values]
        for value, number, keypoint in zip(values, numbers, category.keypoints, strict=True):
            if number is None:
                raise self._error(
                    f'{what}, keypoint "{keypoint}": {short(value)} in "{key}" is not a number.',
                    "Give a number, or null where there is none.",
                )
        return np.array(numbers, np.float64)

    def _origin_of(self, value: Any, what: str) -> Origin:
        if not isinstance(value, str) or value not in ORIGINS:
            raise self._error(
                f'{what}: "keypoint_origins" holds {short(value)}.',
                'Each is "human", "model", "carried" or "".',
            )
        return ORIGINS[value]

    def _box(self, record: Json, what: str) -> Box | None:
        value = record.get("bbox")
        if not value or record.get("bbox_origin") == FROM_KEYPOINTS:
            return None
        if not isinstance(value, list) or len(value) != 4 or any(number_or_none(v) is None for v in value):
            raise self._error(f"{what}: the box is {short(value)}.", "Give x, y, width and height in px.")
        if value[2] < 0 or value[3] < 0:
            raise self._error(
                f"{what}: the box has a negative width or height: {short(value)}.",
                "Give x and y of its top left corner, then width and height.",
            )
        return box_or_none(value)


def _remember(
    record: Json, instance: Instance, values: NDArray[np.float64], keypoint_origin: KeypointOrigin
) -> dict[str, Any]:
    """The unknown fields of an annotation, and under `AS_READ` the numbers its instance does not reproduce.

    Those are: an area that is not its box's (a mask has its own), positions of unlabeled keypoints,
    and last digits lost to rounding. Each is kept beside what would be written instead, and written again for
    as long as that would be.
    """
    extra = _extra(record, _ANNOTATION_FIELDS)
    if record.get("iscrowd"):
        extra["iscrowd"] = record["iscrowd"]
    as_read: dict[str, Any] = {}
    written = keypoint_numbers(instance, keypoint_origin)
    differences = [
        [position, plain, raw]
        for position, (plain, raw) in enumerate(zip(written, values.ravel().tolist(), strict=True))
        if plain != raw
    ]
    if differences:
        as_read["keypoints"] = differences
    box = xywh_of(instance.region)
    if instance.box is not None and box != record["bbox"]:
        as_read["bbox"] = [box, record["bbox"]]
    area = number_or_none(record.get("area"))
    if area is not None and area > 0 and area != area_of(box):
        as_read["area"] = [box, record["area"]]
    if as_read:
        extra[AS_READ] = as_read
    return extra


def _extra(record: Json, known: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key not in known}
