"""LabelMe: one JSON file an image, keypoints as shapes of one point, an instance as a shared `group_id`.

Positions count from the image's corner. Beside LabelMe's own fields, all kept by LabelMe when it saves: a
point's `flags.occluded` (X-AnyLabeling: `difficult`), `score`, and `origin` ("model", "carried"); a
rectangle with the category's name around each instance, with `origin` "keypoints" where nobody drew it; the
image's state as a flag of the file. `labels.txt` lists the names in order, as LabelMe's own option
`--labels` takes them.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np

from gkdt_core.domain import Category, ImageState, Instance, Origin, Visibility
from gkdt_core.errors import DatasetError
from gkdt_core.formats.building import (
    Builder,
    ReadOptions,
    ReadResult,
    WriteOptions,
    corners_box,
    known_size,
    make_category,
    make_instance,
    number,
    place_picture,
    sentences,
)
from gkdt_core.formats.coco import CocoDataset, CocoImage, resolve_image
from gkdt_core.formats.features import Feature, reordered
from gkdt_core.formats.files import (
    below,
    distinct_stems,
    files_below,
    read_json,
    read_text,
    renamed,
    staged_folder,
)
from gkdt_core.formats.names import PLAIN, with_plain_names
from gkdt_core.formats.report import Report
from gkdt_core.geometry import Box

LOSSES: Mapping[Feature, str] = {
    Feature.ABSENT: "count as not labelled",
    Feature.PEAKS: "are lost",
    Feature.EMPTY_INSTANCES: "are left out where they have no box",
    Feature.IMAGE_NAMES: "get a number where only their endings differ",
    Feature.UNUSED_KEYPOINTS: "are left out",
    Feature.ORDERS: "follow the first category that has them",
    Feature.EDGES: "are lost",
    Feature.PAIRS: "are guessed again from the names",
    Feature.CATEGORY_NAMES: PLAIN,
    Feature.SUPERCATEGORIES: "are lost",
    Feature.FIELDS: "are lost",
    Feature.PLAIN_BOXES: "are left out",
}

LABELS = "labels.txt"
_VERSION = "5.5.0"
_ORIGINS = {"model": Origin.MODEL, "carried": Origin.CARRIED, "human": Origin.HUMAN}
_ORIGIN_NAMES = {origin: name for name, origin in _ORIGINS.items()}
_FROM_KEYPOINTS = "keypoints"
_STATES = {state.value: state for state in ImageState if state is not ImageState.UNTOUCHED}


def image_names(dataset: CocoDataset) -> dict[str, str]:
    """Each image's name -> that in the folder."""
    return distinct_stems(image.file_name for image in dataset.images)


def lost_instances(dataset: CocoDataset) -> int:
    """Instances without a labelled point that have no box, or whose category has no labelled point at all."""
    labelled = {a.category_id for a in dataset.annotations if a.instance.labeled.any()}
    return sum(a.instance.region is None or a.category_id not in labelled for a in dataset.annotations)


def reordered_categories(dataset: CocoDataset) -> int:
    """Categories whose keypoints come back in another order."""
    plain = with_plain_names(dataset)
    return reordered(plain, _labels(plain))


def _labels(dataset: CocoDataset) -> list[str]:
    """All names in order, each once: LabelMe refuses a list with repeated ones."""
    names = [name for c in dataset.categories for name in (c.category.name, *c.category.keypoints)]
    return list(dict.fromkeys(names))


# -- writing -----------------------------------------------------------------------------------------------


def write(dataset: CocoDataset, path: Path, options: WriteOptions) -> tuple[str, ...]:
    """Writes a new folder of JSON files and, unless the options say otherwise, the images beside them.

    Raises:
        DatasetError: The folder cannot be written, or something is in it.
    """
    dataset = with_plain_names(dataset)
    names = image_names(dataset)
    by_image = dataset.annotations_by_image()
    missing = 0
    with staged_folder(path) as folder:
        for position, image in enumerate(dataset.images):
            options.checkpoint(position / len(dataset.images))
            name = names[image.file_name]
            target = resolve_image(folder, name)
            file = target.with_suffix(".json")
            file.parent.mkdir(parents=True, exist_ok=True)
            instances = [annotation.instance for annotation in by_image[image.id]]
            record = _record(image, target.name, instances, known_size(options, image))
            file.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
            missing += not place_picture(options, image.file_name, target)
        (folder / LABELS).write_text("".join(f"{n}\n" for n in _labels(dataset)), encoding="utf-8")
    return sentences(
        (missing, "image file cannot be found", "image files cannot be found"),
        (renamed(names), "image got another name", "images got other names"),
    )


def _record(
    image: CocoImage, name: str, instances: Sequence[Instance], size: tuple[int, int] | None
) -> dict[str, Any]:
    shapes: list[dict[str, Any]] = []
    for group, instance in enumerate(instances, start=1):
        box = instance.region
        if box is not None:
            corners = [[box.x1, box.y1], [box.x2, box.y2]]
            shape = _shape(instance.category.name, corners, group, "rectangle")
            shapes.append(shape if instance.box is not None else shape | {"origin": _FROM_KEYPOINTS})
        for index in np.flatnonzero(instance.labeled).tolist():
            label = instance.category.keypoints[index]
            shape = _shape(label, [instance.keypoints[index].tolist()], group, "point")
            if instance.visibility[index] == Visibility.OCCLUDED:
                shape["flags"] = {"occluded": True}
            if np.isfinite(instance.scores[index]):
                shape["score"] = float(instance.scores[index])
            shape["origin"] = _ORIGIN_NAMES.get(Origin(int(instance.origins[index])), "human")
            shapes.append(shape)
    height, width = size or (image.height, image.width)
    return {
        "version": _VERSION,
        "flags": {} if image.state is ImageState.UNTOUCHED else {image.state.value: True},
        "shapes": shapes,
        "imagePath": name,
        "imageData": None,
        "imageHeight": height,
        "imageWidth": width,
    }


def _shape(label: str, points: list[list[float]], group: int, kind: str) -> dict[str, Any]:
    return {
        "label": label,
        "points": points,
        "group_id": group,
        "description": "",
        "shape_type": kind,
        "flags": {},
        "mask": None,
    }


# -- reading -----------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Group:
    """The shapes of one instance."""

    name: str = ""
    box: Box | None = None
    points: dict[str, tuple[float, float, Visibility, float, Origin | None]] = field(default_factory=dict)


@dataclass(slots=True)
class _Page:
    """One file: its image and its groups."""

    image: int
    groups: list[_Group]


@dataclass(frozen=True, slots=True)
class _Embedded:
    """The picture inside a LabelMe file; read again when it is wanted, as it may be large."""

    file: Path

    def content(self) -> bytes:
        """The bytes of the picture.

        Raises:
            DatasetError: They are damaged.
        """
        try:
            return base64.b64decode(read_json(self.file, _MAX_WITH_PICTURE)["imageData"], validate=True)
        except (binascii.Error, TypeError, KeyError, ValueError) as error:
            raise DatasetError(f"{self.file}: its picture is damaged.", hint="Save it again.") from error


_MAX_WITH_PICTURE = 300_000_000


def recognises(path: Path) -> bool:
    """Whether a file, or the first JSON file of a folder, is LabelMe's."""
    file = path
    if path.is_dir():
        found = sorted(path.glob("*.json"))[:1] or sorted(path.glob("*/*.json"))[:1]
        if not found:
            return False
        file = found[0]
    if file.suffix.lower() != ".json":
        return False
    try:
        with file.open("rb") as stream:
            head = stream.read(4096)
        if b'"shapes"' in head:
            return True
        if b'"images"' in head or b'"annotations"' in head:
            return False
        content = read_json(file, _MAX_WITH_PICTURE)
    except (OSError, DatasetError):
        return False
    return isinstance(content, dict) and isinstance(content.get("shapes"), list)


def read(path: Path, options: ReadOptions) -> ReadResult:
    """The dataset in one file, or in all of a folder and its subfolders.

    Raises:
        DatasetError: There is no LabelMe file.
    """
    root = path if path.is_dir() else path.parent
    files = files_below(root, (".json",)) if path.is_dir() else [path]
    builder = Builder(options, root, "corner")
    pages = list[_Page]()
    for position, file in enumerate(files):
        options.checkpoint(position / len(files))
        page = _page(builder, file, root)
        if page is not None:
            pages.append(page)
    if not pages:
        reason = f" ({builder.report.skipped[0]})" if builder.report.skipped else ""
        raise DatasetError(f'"{path}" has no LabelMe file{reason}.', hint="Choose its folder, or one file.")
    categories = _categories(pages, _listed(root))
    for page in pages:
        for group in page.groups:
            instance = _instance(group, categories)
            if instance is None:
                builder.report.skip(f'image {page.image}, rectangle "{group.name}"', "it has no points.")
            else:
                builder.add(page.image, instance)
    return builder.result()


def _listed(root: Path) -> dict[str, int]:
    """Names -> their line in `labels.txt`, where there is one."""
    path = root / LABELS
    if not path.is_file():
        return {}
    return {name.strip(): line for line, name in enumerate(read_text(path, 10_000_000).splitlines())}


def _page(builder: Builder, file: Path, root: Path) -> _Page | None:
    where = file.relative_to(root).as_posix()
    try:
        content = read_json(file, _MAX_WITH_PICTURE)
    except DatasetError as error:
        builder.report.skip(where, error.message)
        return None
    if not isinstance(content, dict) or not isinstance(content.get("shapes"), list):
        builder.report.skip(where, "it is no LabelMe file.")
        return None
    name = _image_name(builder, file, root, content)
    size = tuple(
        int(value) if (value := number(content.get(key))) > 0 else 0 for key in ("imageHeight", "imageWidth")
    )
    flags = content.get("flags")
    said = [state for word, state in _STATES.items() if isinstance(flags, dict) and flags.get(word) is True]
    embedded = _Embedded(file) if isinstance(content.get("imageData"), str) else None
    image = builder.image(name, (size[0], size[1]), said[0] if said else ImageState.UNTOUCHED, embedded)
    if image is None:
        return None
    groups: dict[Any, _Group] = {}
    for index, shape in enumerate(content["shapes"], start=1):
        _take(builder, groups, shape, f"{where}, shape {index}")
    return _Page(image, list(groups.values()))


def _image_name(builder: Builder, file: Path, root: Path, content: Mapping[str, Any]) -> str:
    """The image's name below `root`: where `imagePath` leads, else beside the file."""
    said = str(content.get("imagePath") or "").replace("\\", "/")
    name = PurePosixPath(said).name or f"{file.stem}.png"
    folder = file.parent.relative_to(root)
    candidates = [os.path.normpath(folder / said)] if said else []
    candidates.append(os.path.normpath(folder / name))
    for candidate in candidates:
        posix = PurePosixPath(Path(candidate).as_posix()).as_posix()
        place = below(builder.images_dir, posix)
        if place is not None and place.is_file():
            return posix
    return PurePosixPath(folder.as_posix(), name).as_posix()


def _take(builder: Builder, groups: dict[Any, _Group], shape: Any, what: str) -> None:
    if not isinstance(shape, dict) or not isinstance(shape.get("points"), list):
        builder.report.skip(what, "it is no shape.")
        return
    said, kind, points = shape.get("label"), shape.get("shape_type"), shape["points"]
    label = "" if said is None else str(said).strip()
    numbers = [
        [number(v) for v in p] if isinstance(p, list) and len(p) == 2 else [float("nan")] for p in points
    ]
    flat = [value for point in numbers for value in point]
    if kind is None and len(flat) == 2:  # old files need not say it
        kind = "point"
    sound = bool(flat) and bool(np.isfinite(flat).all())
    is_point, is_box = kind == "point" and len(flat) == 2, kind == "rectangle" and len(flat) in (4, 8)
    if not sound or not label or not (is_point or is_box):
        why = f'a {kind} "{label}" is no keypoint and no box.'
        builder.report.skip(what, why if sound else f'the position of "{label}" is not made of numbers.')
        return
    key = shape.get("group_id")
    if isinstance(key, float) and key.is_integer():
        key = int(key)
    group = groups.setdefault(key if isinstance(key, int | str) else None, _Group())
    if is_point:
        if label in group.points:
            builder.report.skip(
                what, f'there is already a "{label}" in its group; give each instance a group_id.'
            )
            return
        flat = builder.positions(flat).tolist()
        flags = shape.get("flags")
        hidden = shape.get("difficult") is True or (isinstance(flags, dict) and flags.get("occluded") is True)
        group.points[label] = (
            flat[0],
            flat[1],
            Visibility.OCCLUDED if hidden else Visibility.VISIBLE,
            number(shape.get("score")),
            _ORIGINS.get(str(shape.get("origin"))),
        )
    elif not group.name:
        # X-AnyLabeling writes all four corners
        xs, ys = flat[0::2], flat[1::2]
        group.name = label.strip()
        if shape.get("origin") != _FROM_KEYPOINTS:
            group.box = corners_box([min(xs), min(ys), max(xs), max(ys)])
    else:
        builder.report.skip(what, f'its group has the box of a "{group.name}" already.')


def _categories(pages: Sequence[_Page], listed: Mapping[str, int]) -> dict[str, Category]:
    """Name -> category with the keypoints of all its instances, as listed, else as they first come."""
    names: dict[str, dict[str, None]] = {}
    for page in pages:
        for group in page.groups:
            if group.points:
                names.setdefault(group.name, {}).update(dict.fromkeys(group.points))
    result = {}
    for name, keypoints in names.items():
        ordered = sorted(keypoints, key=lambda keypoint: listed.get(keypoint, len(listed)))
        result[name] = make_category(name, ordered)
    return dict(sorted(result.items(), key=lambda item: listed.get(item[0], len(listed))))


def _instance(group: _Group, categories: Mapping[str, Category]) -> Instance | None:
    category = categories.get(group.name)
    if category is None:
        return None
    count = len(category)
    points, visibility = np.full((count, 2), np.nan), np.zeros(count, np.int8)
    scores, origins = np.full(count, np.nan), np.zeros(count, np.int8)
    for index, keypoint in enumerate(category.keypoints):
        if keypoint in group.points:
            x, y, flag, score, origin = group.points[keypoint]
            points[index], visibility[index], scores[index] = (x, y), flag, score
            guess = Origin.MODEL if np.isfinite(score) else Origin.HUMAN
            origins[index] = guess if origin is None else origin
    return make_instance(category, points, visibility, scores=scores, origins=origins, box=group.box)


# -- validation --------------------------------------------------------------------------------------------


def validate(path: Path) -> Report:
    """What LabelMe would not open or would show wrongly."""
    report = Report()
    root = path if path.is_dir() else path.parent
    for file in files_below(root, (".json",)) if path.is_dir() else [path]:
        where = file.relative_to(root).as_posix()
        try:
            content = read_json(file, _MAX_WITH_PICTURE)
        except DatasetError as error:
            report.skip(where, error.message)
            continue
        if not isinstance(content, dict):
            report.skip(where, "it is no LabelMe file.")
            continue
        if "shapes" not in content:
            report.skip(where, "it is no LabelMe file.")
            continue
        for key in ("version", "flags", "imagePath", "imageData"):
            if key not in content:
                report.skip(where, f'"{key}" is missing; LabelMe refuses the file.')
        picture = str(content.get("imagePath") or "").replace("\\", "/")
        place = file.parent / picture if "\0" not in picture else file.parent
        if not content.get("imageData") and not place.is_file():
            report.skip(where, f'its image "{picture}" is not there.')
        shapes = content.get("shapes")
        for index, shape in enumerate(shapes if isinstance(shapes, list) else [], start=1):
            _check_shape(report, shape, f"{where}, shape {index}")
    return report


def _check_shape(report: Report, shape: Any, what: str) -> None:
    if not isinstance(shape, dict) or not {"label", "points", "shape_type"} <= shape.keys():
        report.skip(what, "it has no label, points or shape_type.")
        return
    points = shape["points"]
    wanted = {"point": 1, "rectangle": 2}.get(shape["shape_type"])
    if not isinstance(points, list) or (wanted is not None and len(points) not in (wanted, 2 * wanted)):
        report.skip(what, f"a {shape['shape_type']} has {wanted} points.")
