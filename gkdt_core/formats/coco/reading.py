"""COCO keypoint files into datasets."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Container, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gkdt_core.domain import Category, ImageState, Instance, Origin, Visibility
from gkdt_core.errors import DatasetError
from gkdt_core.formats.coco.categories import category_from_coco, mended_record
from gkdt_core.formats.coco.dataset import CocoAnnotation, CocoCategory, CocoDataset, CocoImage, resolve_image
from gkdt_core.formats.coco.fields import (
    AS_READ,
    FROM_KEYPOINTS,
    MAX_SIDE,
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
from gkdt_core.formats.report import Report
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
    report: Report | None = None,
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
        report: Where broken records are told that are left out, or mended as far as they can be. Without it
            the first of them refuses the whole file.

    Raises:
        DatasetError: The file cannot be read or contradicts itself; names the record and the remedy.
    """
    path = Path(path)
    content = load_json(path, report)
    return _Reader(path.name, keypoint_origin, checkpoint, report).dataset(content)


def load_json(path: Path, report: Report | None = None) -> Any:
    """What a JSON file holds. With a `report`, numbers that are none count as missing.

    Raises:
        DatasetError: It cannot be read, or is no JSON.
    """
    missing = 0

    def read_none(_text: str) -> None:
        nonlocal missing
        missing += 1

    def read_float(text: str) -> float | None:
        value = float(text)
        if math.isfinite(value):
            return value
        read_none(text)
        return None

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
        if report is None:
            return json.loads(text, parse_constant=_refuse_constant, parse_float=_finite)
        content = json.loads(text, parse_constant=read_none, parse_float=read_float)
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
    if missing:
        report.skip(path.name, f"{missing:,} times NaN or an infinite number; each counts as missing.")
    return content


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
        self,
        name: str,
        keypoint_origin: KeypointOrigin,
        checkpoint: Callable[[float], None] | None,
        report: Report | None,
    ) -> None:
        self._name = name
        self._origin = keypoint_origin
        self._checkpoint = checkpoint or (lambda _fraction: None)
        self._report = report
        self._images = set[int]()
        self._highest = 0
        self._by_id: dict[int, Category | None] = {}

    def _error(self, message: str, hint: str) -> DatasetError:
        return DatasetError(f"{self._name}: {message}", hint=hint)

    def _leave_out(self, error: DatasetError, fate: str = "it is left out") -> None:
        """Tells the report what is wrong and what becomes of it; without a report the file is refused."""
        if self._report is None:
            raise error
        self._report.skip(self._name, f"{error.message.removeprefix(f'{self._name}: ').rstrip('.')}; {fate}.")

    def dataset(self, content: Any) -> CocoDataset:
        if isinstance(content, list):
            raise self._error(
                "this is a plain list, as in results files, without images and categories.",
                "Choose the dataset file that the results belong to.",
            )
        if not isinstance(content, dict):
            raise self._error("this is not a COCO dataset.", "Choose a COCO keypoint file.")
        records = {section: self._records(content, section) for section in SECTIONS}
        images = self._all_images(records["images"])
        self._images = {image.id for image in images}
        categories, others = self._categories(records["categories"], records["annotations"])
        self._by_id = {category.id: category.category for category in categories}
        self._by_id.update((record["id"], None) for record in others)
        annotations, other_annotations, seen = [], [], set[int]()
        stated = [record.get("id") for record in records["annotations"]]
        self._highest = max((number for number in stated if isinstance(number, int)), default=0) + 1
        total = len(records["annotations"])
        first: DatasetError | None = None
        for position, record in enumerate(records["annotations"]):
            if position % 256 == 0:
                self._checkpoint(position / total)
            try:
                read = self._annotation(record, position, seen)
            except DatasetError as error:
                first = first or error
                self._leave_out(error)
                continue
            if isinstance(read, CocoAnnotation):
                annotations.append(read)
            else:
                other_annotations.append(read)
        if first is not None and not annotations and not other_annotations:
            raise first
        return CocoDataset(
            images,
            categories,
            tuple(annotations),
            _extra(content, frozenset(SECTIONS)),
            others,
            tuple(other_annotations),
            self._origin,
        )

    def _records(self, content: Json, section: str) -> list[Json]:
        if section not in content:
            raise self._error(
                f'the section "{section}" is missing.',
                "Choose a COCO keypoint file; it has images, annotations and categories.",
            )
        if not isinstance(content[section], list):
            raise self._error(f'"{section}" is not a list.', "Export the file again.")
        sound = list[Json]()
        for position, record in enumerate(content[section]):
            if isinstance(record, dict):
                sound.append(record)
                continue
            self._leave_out(
                self._error(
                    f'entry {position + 1} of "{section}" is {short(record)}, not a record.',
                    "Export the file again, or remove the entry.",
                )
            )
        return sound

    def _all_images(self, records: Sequence[Json]) -> tuple[CocoImage, ...]:
        images: dict[int, CocoImage] = {}
        first: DatasetError | None = None
        for position, record in enumerate(records):
            try:
                image = self._image(record, position)
                self._check_new("images", image.id, images)
                images[image.id] = image
            except DatasetError as error:
                first = first or error
                self._leave_out(error)
        if first is not None and not images:
            raise first
        for name, number in Counter(image.file_name for image in images.values()).items():
            if number > 1 and self._report is not None:
                self._report.skip(
                    self._name, f'{number} images name the file "{name}"; a project has it once.'
                )
        return tuple(images.values())

    def _annotation(self, record: Json, position: int, seen: set[int]) -> CocoAnnotation | Json:
        """The annotation of a record; the record itself where it has no keypoints."""
        identity = self._id(record, "id", f"annotation number {position + 1}")
        if identity in seen:
            self._leave_out(
                self._error(f"two annotations have the id {identity}.", "Give one of them another id."),
                "the second gets another",
            )
            identity = self._fresh(seen)
        what = f"annotation {identity}"
        image_id = self._id(record, "image_id", what)
        if image_id not in self._images:
            raise self._error(
                f"{what} names image {image_id}, which the file does not list.",
                'Add the image to "images", or remove the annotation.',
            )
        category_id = self._id(record, "category_id", what)
        if category_id not in self._by_id:
            raise self._error(
                f"{what} names category {category_id}, which the file does not define.",
                'Add the category to "categories", or remove the annotation.',
            )
        category = self._by_id[category_id]
        if category is None or not record.get("keypoints"):
            seen.add(identity)
            ids = {"id": identity, "image_id": image_id, "category_id": category_id}
            return record if all(record[key] == value for key, value in ids.items()) else {**record, **ids}
        instance, extra = self._instance(record, category, what)
        seen.add(identity)
        return CocoAnnotation(identity, image_id, category_id, instance, extra)

    def _fresh(self, seen: set[int]) -> int:
        """An id that no annotation of the file has."""
        while self._highest in seen:
            self._highest += 1
        return self._highest

    def _id(self, record: Json, key: str, what: str) -> int:
        value = record.get(key)
        if value is None:
            raise self._error(
                f'{what} has no "{key}".', "Every image, category and annotation needs its ids."
            )
        if self._report is not None and isinstance(value, str) and re.fullmatch(r"[0-9]{1,30}", value):
            return int(value)
        if not is_whole(value):
            raise self._error(
                f'{what} has {short(value)} as its "{key}".', "Ids are whole numbers without quotes."
            )
        return int(value)

    def _check_new(self, section: str, identity: int, known: Container[int]) -> None:
        if identity in known:
            raise self._error(f'"{section}" has the id {identity} twice.', "Give one of them another id.")

    def _image(self, record: Json, position: int) -> CocoImage:
        identity = self._id(record, "id", f"image number {position + 1}")
        name = record.get("file_name")
        if not isinstance(name, str) or not name.strip():
            raise self._error(
                f'image {identity} has no "file_name".',
                "Give the name of its file, relative to the images folder.",
            )
        if self._report is not None:
            resolve_image(".", name)  # raises for one that leads out of the folder
        sizes = []
        for key in ("height", "width"):
            value = record.get(key)
            if value is not None and (not is_whole(value) or not 0 <= value <= MAX_SIDE):
                self._leave_out(
                    self._error(
                        f'image {identity} ("{name}") has {short(value)} as its {key}.',
                        "Give the size in whole pixels, or leave it out.",
                    ),
                    "the image file tells it",
                )
                value = 0
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
        categories, others, ids = [], [], set[int]()
        for position, record in enumerate(records):
            try:
                identity = self._id(record, "id", f"category number {position + 1}")
                self._check_new("categories", identity, ids)
                ids.add(identity)
                names = record.get("keypoints") or self._numbered_keypoints(identity, annotations)
                if not names:
                    others.append({**record, "id": identity})
                    continue
                categories.append(self._category({**record, "keypoints": names}, identity))
            except DatasetError as error:
                self._leave_out(error)
        return tuple(categories), tuple(others)

    def _category(self, record: Json, identity: int) -> CocoCategory:
        source = f"{self._name}: category {identity}"
        try:
            category = category_from_coco(record, source=source)
        except DatasetError as error:
            self._leave_out(error, "that is mended")
            category = category_from_coco(mended_record(record), source=source)
        extra = _extra(record, _CATEGORY_FIELDS)
        supercategory = record.get("supercategory")
        if supercategory is not None and not isinstance(supercategory, str):
            extra["supercategory"] = supercategory
        return CocoCategory(identity, category, extra)

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
        placed = np.where(np.isfinite(scores), Origin.MODEL, Origin.HUMAN)
        origins = np.where(absent, Origin.NONE, placed).astype(np.int8)
        for index, value in enumerate(said or ()):
            origins[index] = self._origin_of(value, what, Origin(int(origins[index])))
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
        for position in range(0, len(numbers), 3):
            x, y, flag = numbers[position : position + 3]
            if flag in (0, 1, 2) and ((x is not None and y is not None) or not flag):
                numbers[position : position + 3] = (x or 0, y or 0, flag)
                if (x is None or y is None) and self._report is None:
                    self._refuse_number(category, what, flat, position, x, y, "")
                continue
            # a place with an odd flag, as a score there, is one that can be seen
            placed = x is not None and y is not None and flag is not None and flag > 0
            fate = "it counts as visible" if placed else "it counts as not labelled"
            self._refuse_number(category, what, flat, position, x, y, fate)
            numbers[position : position + 3] = (x, y, Visibility.VISIBLE) if placed else (0, 0, 0)
        return np.array(numbers, np.float64).reshape(count, 3)

    def _refuse_number(
        self,
        category: Category,
        what: str,
        flat: Sequence[Any],
        start: int,
        x: float | None,
        y: float | None,
        fate: str,
    ) -> None:
        """Tells which of the three numbers of a keypoint is none."""
        position = start + (0 if x is None else 1 if y is None else 2)
        is_flag = position % 3 == 2
        self._leave_out(
            self._error(
                f'{what}, keypoint "{category.keypoints[position // 3]}": '
                f"{'xyv'[position % 3]} is {short(flat[position])}.",
                "The visibility must be 0 (not labelled), 1 (hidden) or 2 (visible)."
                if is_flag
                else "Give a number, or 0, 0, 0 for a keypoint that is not labelled.",
            ),
            fate,
        )

    def _per_keypoint(self, record: Json, key: str, category: Category, what: str) -> list[Any] | None:
        values = record.get(key)
        if values is None:
            return None
        if not isinstance(values, list) or len(values) != len(category):
            self._leave_out(
                self._error(
                    f'{what}: "{key}" must be a list with one entry for each of '
                    f"the {len(category)} keypoints.",
                    "Correct it, or remove it.",
                )
            )
            return None
        return values

    def _numbers(self, record: Json, key: str, category: Category, what: str) -> NDArray[np.float64]:
        values = self._per_keypoint(record, key, category, what)
        if values is None:
            return np.full(len(category), np.nan)
        numbers = [math.nan if value is None else number_or_none(value) for value in values]
        for value, number, keypoint in zip(values, numbers, category.keypoints, strict=True):
            if number is None:
                self._leave_out(
                    self._error(
                        f'{what}, keypoint "{keypoint}": {short(value)} in "{key}" is not a number.',
                        "Give a number, or null where there is none.",
                    )
                )
        return np.array([math.nan if number is None else number for number in numbers], np.float64)

    def _origin_of(self, value: Any, what: str, guess: Origin) -> Origin:
        if not isinstance(value, str) or value not in ORIGINS:
            self._leave_out(
                self._error(
                    f'{what}: "keypoint_origins" holds {short(value)}.',
                    'Each is "human", "model", "carried" or "".',
                )
            )
            return guess
        return ORIGINS[value]

    def _box(self, record: Json, what: str) -> Box | None:
        value = record.get("bbox")
        if not value or record.get("bbox_origin") == FROM_KEYPOINTS:
            return None
        if not isinstance(value, list) or len(value) != 4 or any(number_or_none(v) is None for v in value):
            problem = self._error(f"{what}: the box is {short(value)}.", "Give x, y, width and height in px.")
        elif value[2] < 0 or value[3] < 0:
            problem = self._error(
                f"{what}: the box has a negative width or height: {short(value)}.",
                "Give x and y of its top left corner, then width and height.",
            )
        elif not math.isfinite(value[0] + value[2]) or not math.isfinite(value[1] + value[3]):
            problem = self._error(f"{what}: the box is {short(value)}.", "Give a box that has an end.")
        else:
            return box_or_none(value)
        self._leave_out(problem)
        return None


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
