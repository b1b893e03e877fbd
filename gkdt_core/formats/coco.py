"""COCO keypoint files: what a file says becomes domain values, and back, losing nothing nobody touched.

Positions: a COCO keypoint counts pixels from the first pixel's centre, the domain from the image's corner.
The half pixel between them is added here and nowhere else (`keypoint_origin="corner"` for files of tools that
store raw clicks). Boxes need no shift. `0, 0, 0` is an unlabeled keypoint.

Fields beside COCO's own, all optional: category `flip_pairs` (left-right pairs, 1-based); annotation
`keypoint_scores` and `keypoint_peaks` (a number or null per keypoint), `keypoint_origins` ("human", "model",
"carried" or "" per keypoint), `bbox_origin` ("keypoints": the box was only drawn around the keypoints),
`exact_positions` (see `_exact_positions`); image `state` (a value of `ImageState`). Fields that are not
known live on in `extra`.
"""

from __future__ import annotations

import json
import logging
import math
import ntpath
import os
import posixpath
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from gkdt_core.domain import Category, ImageState, Instance, Origin, Visibility, guess_pairs
from gkdt_core.errors import AnnotationError, DatasetError
from gkdt_core.geometry import Box, image_to_index, index_to_image

log = logging.getLogger(__name__)

KeypointOrigin = Literal["index", "corner"]
Json = Mapping[str, Any]

MAX_BYTES = 2_000_000_000
"""A larger file is refused: read at once it would take many times its size in memory."""

_ORIGIN_NAMES = {Origin.NONE: "", Origin.HUMAN: "human", Origin.MODEL: "model", Origin.CARRIED: "carried"}
_ORIGINS = {name: origin for origin, name in _ORIGIN_NAMES.items()}
_FROM_KEYPOINTS = "keypoints"
_SAME_POSITION = 1e-6
"""Px: `exact_positions` further than this from the keypoints and box are another tool's leftovers."""

_AS_READ = "_as_read"
"""Reserved key in an annotation's `extra`, never written: what only the file knew (see `_remember`)."""

_IMAGE_FIELDS = frozenset({"id", "file_name", "width", "height", "state"})
_CATEGORY_FIELDS = frozenset({"id", "name", "supercategory", "keypoints", "skeleton", "flip_pairs"})
_ANNOTATION_FIELDS = frozenset(
    "id image_id category_id keypoints num_keypoints bbox bbox_origin area iscrowd "
    "keypoint_scores keypoint_peaks keypoint_origins exact_positions".split()
)
_SECTIONS = ("images", "annotations", "categories")


@dataclass(frozen=True, slots=True)
class CocoImage:
    """One image of a dataset.

    Attributes:
        id: Unique in the dataset.
        file_name: Relative to the images folder, with forward slashes; see `resolve_image`.
        height, width: Of the upright picture in px; 0 where the file does not say.
        state: How far the work on it is.
        extra: The fields that this program does not know.
    """

    id: int
    file_name: str
    height: int
    width: int
    state: ImageState = ImageState.UNTOUCHED
    extra: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CocoCategory:
    """A category and its number in a dataset.

    Attributes:
        id: Unique in the dataset.
        category: The skeleton.
        extra: The fields that this program does not know.
    """

    id: int
    category: Category
    extra: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CocoAnnotation:
    """One instance and where it belongs.

    Attributes:
        id: Unique in the dataset.
        image_id, category_id: Of an image and a category of the dataset.
        instance: The keypoints and the box, in image coordinates.
        extra: The fields that this program does not know. May hold the key "_as_read", which is not written:
            keep it with the rest, and what nobody touched is written exactly as it was read.
    """

    id: int
    image_id: int
    category_id: int
    instance: Instance
    extra: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CocoDataset:
    """The content of a COCO keypoint file.

    Attributes:
        images, categories, annotations: In the order of the file.
        extra: Top-level fields that this program does not know, such as "info" and "licenses".
        other_categories: Records of categories without keypoints, as they are.
        other_annotations: Records of annotations without keypoints (only a box or a mask), as they are.
        keypoint_origin: Where the file's keypoints count from; `write_coco` writes them the same way.

    Raises:
        DatasetError: Two records share an id, or an annotation names an unknown image or category.
    """

    images: tuple[CocoImage, ...]
    categories: tuple[CocoCategory, ...]
    annotations: tuple[CocoAnnotation, ...]
    extra: Json = field(default_factory=dict)
    other_categories: tuple[Json, ...] = ()
    other_annotations: tuple[Json, ...] = ()
    keypoint_origin: KeypointOrigin = "index"

    def __post_init__(self) -> None:
        images = _unique("image", (image.id for image in self.images))
        _unique(
            "category",
            [*(c.id for c in self.categories), *(record["id"] for record in self.other_categories)],
        )
        others = (record["id"] for record in self.other_annotations if "id" in record)
        _unique("annotation", [*(a.id for a in self.annotations), *others])
        by_id = {category.id: category.category for category in self.categories}
        for annotation in self.annotations:
            if annotation.image_id not in images:
                raise DatasetError(
                    f"Annotation {annotation.id} names image {annotation.image_id}, which is not there.",
                    hint='Add the image to "images", or remove the annotation.',
                )
            if annotation.category_id not in by_id:
                raise DatasetError(
                    f"Annotation {annotation.id} names category {annotation.category_id}, "
                    "which has no keypoints or is not there.",
                    hint='Add the category to "categories", or remove the annotation.',
                )
            if annotation.instance.category != by_id[annotation.category_id]:
                raise DatasetError(
                    f"Annotation {annotation.id} has another skeleton than its category "
                    f'"{by_id[annotation.category_id].name}".',
                    hint="Give both the same keypoints, edges and pairs.",
                )

    def image(self, image_id: int) -> CocoImage:
        """The image with an id; KeyError if there is none."""
        for image in self.images:
            if image.id == image_id:
                return image
        raise KeyError(image_id)

    def category(self, category_id: int) -> Category:
        """The skeleton of the category with an id; KeyError if there is none."""
        for category in self.categories:
            if category.id == category_id:
                return category.category
        raise KeyError(category_id)

    def annotations_by_image(self) -> dict[int, tuple[CocoAnnotation, ...]]:
        """Every image id with its annotations, in the order of the file."""
        found: dict[int, list[CocoAnnotation]] = {image.id: [] for image in self.images}
        for annotation in self.annotations:
            found[annotation.image_id].append(annotation)
        return {image_id: tuple(annotations) for image_id, annotations in found.items()}

    def boxes_by_image(self) -> dict[int, tuple[Box, ...]]:
        """Every image id with its boxes: those of instances, then those of annotations without keypoints.

        A box that was only drawn around keypoints does not count.
        """
        found: dict[int, list[Box]] = {image.id: [] for image in self.images}
        for annotation in self.annotations:
            if annotation.instance.box is not None:
                found[annotation.image_id].append(annotation.instance.box)
        for record in self.other_annotations:
            box = _box_or_none(record.get("bbox"))
            if box is not None and record.get("image_id") in found:
                found[record["image_id"]].append(box)
        return {image_id: tuple(boxes) for image_id, boxes in found.items()}


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


def resolve_image(images_dir: str | Path, file_name: str) -> Path:
    """Where an image of a dataset lies; whether it exists is not looked at.

    Raises:
        DatasetError: The name is absolute or leads out of the folder: a dataset from elsewhere must not make
            the program open other files.
    """
    name = file_name
    if "\\" in name and (os.sep == "\\" or not Path(images_dir, name).exists()):
        name = name.replace("\\", "/")  # written under Windows
    absolute = name.startswith("/") or ntpath.isabs(name) or (os.sep == "\\" and ntpath.splitdrive(name)[0])
    normal = posixpath.normpath(name)
    if absolute or not name.strip() or "\0" in name or normal in (".", "..") or normal.startswith("../"):
        raise DatasetError(
            f'The image name "{file_name}" leads out of the images folder.',
            hint='Give "file_name" relative to the folder of the images, without "..".',
        )
    return Path(images_dir, normal)


def category_to_coco(category: Category, category_id: int, extra: Json | None = None) -> dict[str, Any]:
    """The record of a category in a COCO file."""
    return {
        "id": category_id,
        "name": category.name,
        "supercategory": category.supercategory,
        "keypoints": list(category.keypoints),
        "skeleton": [[a + 1, b + 1] for a, b in category.edges],
        "flip_pairs": [[a + 1, b + 1] for a, b in category.pairs],
        **(extra or {}),
    }


def category_from_coco(record: Json, *, source: str = "category") -> Category:
    """The category of a COCO record.

    Args:
        record: With "name" and "keypoints"; "skeleton", "flip_pairs" and "supercategory" may be missing.
        source: What a message calls the record.

    Raises:
        DatasetError: The record contradicts itself.
    """
    name = record.get("name")
    if not isinstance(name, str):
        raise DatasetError(f"{source} has no name.", hint='Add "name" with the name of the object.')
    keypoints = record.get("keypoints")
    if not isinstance(keypoints, list) or not all(isinstance(k, str | int) for k in keypoints):
        raise DatasetError(
            f'{source} ("{name}") has no list of keypoint names.',
            hint='Add "keypoints" with the name of each keypoint.',
        )
    names = tuple(str(keypoint) for keypoint in keypoints)
    edges = _links(record.get("skeleton"), f'{source} ("{name}"): "skeleton"')
    if any(0 in edge for edge in edges):  # some tools count from 0
        edges = tuple((a + 1, b + 1) for a, b in edges)
    usable = tuple((a - 1, b - 1) for a, b in edges if a != b and 1 <= min(a, b) and max(a, b) <= len(names))
    if len(usable) < len(edges):
        log.warning('%s ("%s"): left out edges that join no two keypoints', source, name)
    if isinstance(record.get("flip_pairs"), list):
        links = _links(record["flip_pairs"], f'{source} ("{name}"): "flip_pairs"')
        pairs = tuple((a - 1, b - 1) for a, b in links)
    else:
        pairs = guess_pairs(names)
    supercategory = record.get("supercategory")
    try:
        return Category(name, names, usable, pairs, supercategory if isinstance(supercategory, str) else "")
    except AnnotationError as error:
        raise DatasetError(f"{source}: {error.message}", hint=error.hint) from error


# Reading


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


def _links(value: Any, what: str) -> tuple[tuple[int, int], ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise DatasetError(f"{what} is not a list.", hint="Give it as a list of pairs of keypoint numbers.")
    links = []
    for link in value:
        if not isinstance(link, list) or len(link) != 2 or not all(_is_whole(end) for end in link):
            raise DatasetError(
                f"{what} holds {_short(link)}, which is not a pair of keypoint numbers.",
                hint="Write pairs like [1, 2]; the first keypoint is 1.",
            )
        links.append((int(link[0]), int(link[1])))
    return tuple(links)


def _is_whole(value: Any) -> bool:
    return (number := _number(value)) is not None and number == int(number)


def _number(value: Any) -> float | None:
    """A finite float of a JSON number; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _extra(record: Json, known: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key not in known}


def _box_or_none(value: Any) -> Box | None:
    """The box of a COCO `bbox`; None for none, for one of zeros, and for anything that is no box."""
    if not isinstance(value, list) or len(value) != 4:
        return None
    x, y, width, height = (_number(v) for v in value)
    if x is None or y is None or width is None or height is None or width < 0 or height < 0:
        return None
    return Box.from_xywh(x, y, width, height) if (x or y or width or height) else None


def _unique(what: str, ids: Iterable[Any]) -> set[Any]:
    seen: set[Any] = set()
    for identity in ids:
        if identity in seen:
            raise DatasetError(f"Two {what} records have the id {identity}.", hint="Ids must differ.")
        seen.add(identity)
    return seen


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
        for section in _SECTIONS:
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
                        f'entry {position + 1} of "{section}" is {_short(record)}, not a record.',
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
            _extra(content, frozenset(_SECTIONS)),
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
        if not _is_whole(value):
            raise self._error(
                f'{what} has {_short(value)} as its "{key}".', "Ids are whole numbers without quotes."
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
            if value is not None and (not _is_whole(value) or value < 0):
                raise self._error(
                    f'image {identity} ("{name}") has {_short(value)} as its {key}.',
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
        points, box = _with_exact_positions(record.get("exact_positions"), points, self._box(record, what))
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
        numbers = [_number(number) for number in flat]
        for position, number in enumerate(numbers):
            is_flag = position % 3 == 2
            if number is None or (is_flag and number not in (0, 1, 2)):
                keypoint = category.keypoints[position // 3]
                raise self._error(
                    f'{what}, keypoint "{keypoint}": {"xyv"[position % 3]} is {_short(flat[position])}.',
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
        numbers = [math.nan if value is None else _number(value) for value in values]
        for value, number, keypoint in zip(values, numbers, category.keypoints, strict=True):
            if number is None:
                raise self._error(
                    f'{what}, keypoint "{keypoint}": {_short(value)} in "{key}" is not a number.',
                    "Give a number, or null where there is none.",
                )
        return np.array(numbers, np.float64)

    def _origin_of(self, value: Any, what: str) -> Origin:
        if not isinstance(value, str) or value not in _ORIGINS:
            raise self._error(
                f'{what}: "keypoint_origins" holds {_short(value)}.',
                'Each is "human", "model", "carried" or "".',
            )
        return _ORIGINS[value]

    def _box(self, record: Json, what: str) -> Box | None:
        value = record.get("bbox")
        if not value or record.get("bbox_origin") == _FROM_KEYPOINTS:
            return None
        if not isinstance(value, list) or len(value) != 4 or any(_number(v) is None for v in value):
            raise self._error(f"{what}: the box is {_short(value)}.", "Give x, y, width and height in px.")
        if value[2] < 0 or value[3] < 0:
            raise self._error(
                f"{what}: the box has a negative width or height: {_short(value)}.",
                "Give x and y of its top left corner, then width and height.",
            )
        return _box_or_none(value)


def _with_exact_positions(
    exact: Any, points: NDArray[np.float64], box: Box | None
) -> tuple[NDArray[np.float64], Box | None]:
    """(N, 2) points and the box, both in image coordinates, with the digits that COCO's numbers lost."""
    if not isinstance(exact, dict):
        return points, box
    keypoints, edges = exact.get("keypoints"), exact.get("box")
    for entry in keypoints if isinstance(keypoints, list) else ():
        if isinstance(entry, list) and len(entry) == 3 and entry[0] in range(len(points)):
            index, x, y = entry[0], _number(entry[1]), _number(entry[2])
            if x is not None and y is not None and (abs(points[index] - (x, y)) < _SAME_POSITION).all():
                points[index] = x, y
    if isinstance(edges, list) and len(edges) == 4:
        read = box.as_xyxy() if box is not None else (0.0, 0.0, 0.0, 0.0)
        numbers = [_number(edge) for edge in edges]
        near = all(
            number is not None and abs(number - edge) < _SAME_POSITION
            for number, edge in zip(numbers, read, strict=True)
        )
        if near and edges[0] <= edges[2] and edges[1] <= edges[3]:
            box = Box(*(float(edge) for edge in edges))
    return points, box


def _exact_positions(
    instance: Instance, keypoints: Sequence[float], bbox: Sequence[float], keypoint_origin: KeypointOrigin
) -> dict[str, Any]:
    """The positions that the numbers of a file do not give exactly, in image coordinates.

    Left of the image and in its first quarter pixel a position may have more digits than COCO's number half a
    pixel further left; a box that begins far left may have more digits at its right edge than in its width.
    """
    exact: dict[str, Any] = {}
    triples = np.array(keypoints, np.float64).reshape(-1, 3)
    points = triples[:, :2] if keypoint_origin == "corner" else index_to_image(triples[:, :2])
    lost = np.flatnonzero((points != instance.keypoints).any(axis=1) & instance.labeled)
    if len(lost):
        exact["keypoints"] = [[int(i), *instance.keypoints[i].tolist()] for i in lost]
    if instance.box is not None and _box_or_none(list(bbox)) != instance.box:
        exact["box"] = list(instance.box.as_xyxy())
    return exact


def _remember(
    record: Json, instance: Instance, values: NDArray[np.float64], keypoint_origin: KeypointOrigin
) -> dict[str, Any]:
    """The unknown fields of an annotation, and under `_AS_READ` the numbers its instance does not reproduce.

    Those are: an area that is not its box's (a mask has its own), positions of unlabeled keypoints,
    and last digits lost to rounding. Each is kept beside what would be written instead, and written again for
    as long as that would be.
    """
    extra = _extra(record, _ANNOTATION_FIELDS)
    if record.get("iscrowd"):
        extra["iscrowd"] = record["iscrowd"]
    as_read: dict[str, Any] = {}
    written = _keypoint_numbers(instance, keypoint_origin)
    differences = [
        [position, plain, raw]
        for position, (plain, raw) in enumerate(zip(written, values.ravel().tolist(), strict=True))
        if plain != raw
    ]
    if differences:
        as_read["keypoints"] = differences
    box = _xywh(instance.region)
    if instance.box is not None and box != record["bbox"]:
        as_read["bbox"] = [box, record["bbox"]]
    area = _number(record.get("area"))
    if area is not None and area > 0 and area != _area(box):
        as_read["area"] = [box, record["area"]]
    if as_read:
        extra[_AS_READ] = as_read
    return extra


# Writing


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
    as_read = annotation.extra.get(_AS_READ, {})
    keypoints = _keypoint_numbers(instance, keypoint_origin)
    for position, number, raw in as_read.get("keypoints", ()):
        if position < len(keypoints) and keypoints[position] == number:
            keypoints[position] = raw
    plain = _xywh(instance.region)
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
        "area": raw_area if plain == area_box else _area(plain),
        "iscrowd": 0,
    }
    if instance.box is None:
        record["bbox_origin"] = _FROM_KEYPOINTS
    for key, values in (("keypoint_scores", instance.scores), ("keypoint_peaks", instance.peaks)):
        if np.isfinite(values).any():
            record[key] = [value if math.isfinite(value) else None for value in values.tolist()]
    record["keypoint_origins"] = [_ORIGIN_NAMES[Origin(value)] for value in instance.origins.tolist()]
    if exact := _exact_positions(instance, keypoints, box, keypoint_origin):
        record["exact_positions"] = exact
    return record | {key: value for key, value in annotation.extra.items() if key != _AS_READ}


def _keypoint_numbers(instance: Instance, keypoint_origin: KeypointOrigin) -> list[float]:
    """x, y, v of each keypoint as the file counts them."""
    shift = 0.0 if keypoint_origin == "corner" else float(index_to_image(np.zeros(2))[0])
    targets = instance.keypoints
    points = targets if keypoint_origin == "corner" else image_to_index(targets)
    rounded = np.round(points, 6)
    for row, axis in np.argwhere((rounded + shift != targets) & instance.labeled[:, None]):
        rounded[row, axis] = _shortest(float(points[row, axis]), shift, float(targets[row, axis]))
    numbers: list[float] = []
    for (x, y), flag in zip(rounded.tolist(), instance.visibility.tolist(), strict=True):
        numbers += (x, y, flag) if flag else (0, 0, 0)
    return numbers


def _shortest(value: float, offset: float, target: float) -> float:
    """`value` with few decimals, at least 6, that still give `target` when `offset` is added.

    So 0.1 comes back as 0.1 although 0.1 + 0.5 - 0.5 is another number, and a position with all its digits
    is read again as exactly the same position.
    """
    for decimals in (6, 9, 12, 14, 15, 16):
        rounded = round(value, decimals)
        if rounded + offset == target:
            return rounded
    return value


def _xywh(box: Box | None) -> list[float]:
    if box is None:
        return [0, 0, 0, 0]
    width, height = _shortest(box.width, box.x1, box.x2), _shortest(box.height, box.y1, box.y2)
    return [box.x1, box.y1, width, height]


def _area(xywh: Sequence[float]) -> float:
    """The area that OKS scales by: the box's, at least one pixel, because OKS divides by it."""
    return max(round(xywh[2] * xywh[3], 6), 1.0)


def _write_atomically(path: Path, pieces: Iterable[str]) -> None:
    target = Path(os.path.realpath(path))  # a link stays a link
    temporary = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        with temporary.open("x", encoding="ascii", newline="\n") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
