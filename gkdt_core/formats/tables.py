"""CSV tables: long (a row a keypoint) and wide (a row an instance). Positions count from the image's corner.

Foreign wide tables are read too: a column of image names, then two or three columns a keypoint, named
`NAME_x, NAME_y` (also with a dot or a space, and `NAME_v` or `NAME_visibility`), or just numbered in pairs.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
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
    make_category,
    make_instance,
    number,
)
from gkdt_core.formats.coco import CocoDataset, CocoImage
from gkdt_core.formats.features import Feature
from gkdt_core.formats.files import first_row, read_rows, staged_file
from gkdt_core.formats.names import PLAIN, with_plain_names
from gkdt_core.formats.report import Report
from gkdt_core.geometry import Box

_COMMON: Mapping[Feature, str] = {
    Feature.CATEGORY_NAMES: PLAIN,
    Feature.EDGES: "are lost",
    Feature.PAIRS: "are guessed again from the names",
    Feature.SUPERCATEGORIES: "are lost",
    Feature.FIELDS: "are lost",
    Feature.PLAIN_BOXES: "are left out",
}
LONG_LOSSES: Mapping[Feature, str] = _COMMON
WIDE_LOSSES: Mapping[Feature, str] = {
    **_COMMON,
    Feature.ABSENT: "count as not labelled",
    Feature.ORDERS: "follow the first category that has them",
    Feature.PEAKS: "are lost",
    Feature.ORIGINS: "count as a person's where they have no score",
}

_IMAGE = ("image", "width", "height", "state")
_BOX = ("box_x1", "box_y1", "box_x2", "box_y2")
_LONG = (
    *_IMAGE,
    "category",
    "instance",
    *_BOX,
    "keypoint",
    "x",
    "y",
    "visibility",
    "score",
    "peak",
    "origin",
)
_WIDE = (*_IMAGE, "category", "instance", *_BOX)
_STATES = {state.value: state for state in ImageState}
_ORIGINS = {"": Origin.NONE, "human": Origin.HUMAN, "model": Origin.MODEL, "carried": Origin.CARRIED}
_ORIGIN_NAMES = {origin: name for name, origin in _ORIGINS.items()}
_NOTHING = frozenset({"", "nan", "na", "n/a", "null", "none"})
_IMAGE_COLUMNS = ("image", "image_name", "file_name", "filename", "file", "path", "name", "")


def unscored(dataset: CocoDataset) -> int:
    """Points whose origin a wide table does not tell: a model's without a score, a person's with one."""
    found = 0
    for annotation in dataset.annotations:
        instance = annotation.instance
        guess = np.where(np.isfinite(instance.scores), Origin.MODEL, Origin.HUMAN)
        found += int(((instance.origins != guess) & instance.labeled).sum())
    return found


# -- writing -----------------------------------------------------------------------------------------------


def _text(value: float) -> str:
    return repr(float(value)) if np.isfinite(value) else ""


def _image_cells(image: CocoImage) -> list[Any]:
    return [image.file_name, image.width or "", image.height or "", image.state.value]


def _instance_cells(category: str, rank: int, box: Box | None) -> list[Any]:
    return [category, rank, *(("",) * 4 if box is None else map(_text, box.as_xyxy()))]


def _write(path: Path, rows: Iterator[Sequence[Any]]) -> tuple[str, ...]:
    with staged_file(path) as part, part.open("x", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    return ()


def write_long(dataset: CocoDataset, path: Path, options: WriteOptions) -> tuple[str, ...]:
    """Writes one row for each keypoint of each instance, labelled or not."""
    return _write(path, _long_rows(with_plain_names(dataset), options))


def _long_rows(dataset: CocoDataset, options: WriteOptions) -> Iterator[Sequence[Any]]:
    by_image = dataset.annotations_by_image()
    yield _LONG
    for record in dataset.categories:  # a category's keypoints in order, also where nobody labelled one
        for name in record.category.keypoints:
            yield ["", "", "", "", record.category.name, "", "", "", "", "", name, "", "", "", "", "", ""]
    for position, image in enumerate(dataset.images):
        options.checkpoint(position / len(dataset.images))
        about = _image_cells(image)
        if not by_image[image.id]:
            yield [*about, *[""] * (len(_LONG) - len(about))]
        for rank, annotation in enumerate(by_image[image.id], start=1):
            instance = annotation.instance
            head = [*about, *_instance_cells(instance.category.name, rank, instance.box)]
            for index, name in enumerate(instance.category.keypoints):
                yield [
                    *head,
                    name,
                    _text(instance.keypoints[index, 0]),
                    _text(instance.keypoints[index, 1]),
                    int(instance.visibility[index]),
                    _text(instance.scores[index]),
                    _text(instance.peaks[index]),
                    _ORIGIN_NAMES[Origin(int(instance.origins[index]))],
                ]


def write_wide(dataset: CocoDataset, path: Path, options: WriteOptions) -> tuple[str, ...]:
    """Writes one row for each instance, four columns for each keypoint name of any category."""
    return _write(path, _wide_rows(with_plain_names(dataset), options))


def _wide_rows(dataset: CocoDataset, options: WriteOptions) -> Iterator[Sequence[Any]]:
    names = list(dict.fromkeys(name for c in dataset.categories for name in c.category.keypoints))
    yield [*_WIDE, *(f"{name}_{what}" for name in names for what in ("x", "y", "v", "score"))]
    by_image = dataset.annotations_by_image()
    for record in dataset.categories:  # which of the columns are whose
        own = record.category.keypoints
        cells = [cell for name in names for cell in ("", "", "0" if name in own else "", "")]
        yield ["", "", "", "", record.category.name, "", "", "", "", "", *cells]
    for position, image in enumerate(dataset.images):
        options.checkpoint(position / len(dataset.images))
        about = _image_cells(image)
        if not by_image[image.id]:
            yield [*about, *[""] * (len(_WIDE) - len(about) + 4 * len(names))]
        for rank, annotation in enumerate(by_image[image.id], start=1):
            instance = annotation.instance
            own = instance.category.keypoints
            cells = []
            for name in names:
                if name not in own:
                    cells += [""] * 4
                    continue
                index = own.index(name)
                x, y = instance.keypoints[index]
                flag = str(int(instance.visibility[index]))
                cells += [_text(x), _text(y), flag, _text(instance.scores[index])]
            yield [*about, *_instance_cells(instance.category.name, rank, instance.box), *cells]


# -- reading -----------------------------------------------------------------------------------------------


def recognises_long(path: Path) -> bool:
    """Whether a file is a long table."""
    return {"image", "keypoint", "x", "y"} <= set(_header(path))


def recognises_wide(path: Path) -> bool:
    """Whether a file is a table with columns of positions."""
    header = _header(path)
    return bool(header) and not recognises_long(path) and "scorer" not in header and len(header) >= 3


def _header(path: Path) -> list[str]:
    if not path.is_file() or path.suffix.lower() not in (".csv", ".tsv"):
        return []
    return [cell.strip().casefold() for cell in first_row(path)]


def _start(path: Path, options: ReadOptions) -> tuple[Builder, list[str], list[list[str]]]:
    rows = read_rows(path)
    if len(rows) < 2:
        raise DatasetError(f'"{path.name}" has no rows below its header.', hint="Choose another table.")
    header = [cell.strip() for cell in rows[0]]
    folder = path.parent
    images = folder / "images"
    return Builder(options, images if images.is_dir() else folder, "corner"), header, rows[1:]


def _image(builder: Builder, row: Mapping[str, str], where: str) -> int | None:
    height, width = (_cell(builder, row, key, where) for key in ("height", "width"))
    size = (int(height), int(width)) if height > 0 and width > 0 else None
    said = row.get("state", "").strip()
    if said and said not in _STATES:
        builder.report.skip(where, f'"{said[:50]}" is no state of an image; it counts as none.')
    return builder.image(row["image"].strip(), size, _STATES.get(said, ImageState.UNTOUCHED))


def _box_of(builder: Builder, row: Mapping[str, str], where: str) -> Box | None:
    corners = [_cell(builder, row, key, where) for key in _BOX]
    if any(row.get(key, "").strip() for key in _BOX) and not np.isfinite(corners).all():
        builder.report.skip(where, "its box has not four numbers and is left out.")
    return corners_box(corners)


def _with_images(builder: Builder, path: Path) -> ReadResult:
    """What was gathered.

    Raises:
        DatasetError: Not one image.
    """
    result = builder.result()
    if not result.dataset.images and result.skipped:
        raise DatasetError(
            f'No row of "{path.name}" names an image that can be used.',
            hint='Name the column of the images "image"; names lie below the folder of the images.',
        )
    return result


def _cell(builder: Builder, row: Mapping[str, str], key: str, where: str) -> float:
    """The number in a cell; NaN for none, which is told unless the cell is empty or says so itself."""
    text = row.get(key, "").strip()
    value = number(text)
    if text.casefold() not in _NOTHING and not np.isfinite(value):
        builder.report.skip(where, f'"{text[:50]}" in column "{key}" is not a number; it counts as empty.')
    return value


def _position(builder: Builder, row: Mapping[str, str], x: str, y: str, where: str) -> tuple[float, float]:
    """The numbers of two cells; one without the other is told and is no position."""
    place = _cell(builder, row, x, where), _cell(builder, row, y, where)
    said = [row.get(key, "").strip().casefold() in _NOTHING for key in (x, y)]
    if said[0] != said[1]:
        builder.report.skip(where, f'only one of "{x}" and "{y}" is there; it counts as not labelled.')
    return place


@dataclass(slots=True)
class _Gathered:
    """Rows of one instance: its box, and for each keypoint where its row is, and the row."""

    image: int
    category: str
    box: Box | None
    points: dict[str, tuple[str, Mapping[str, str]]] = field(default_factory=dict)


def read_long(path: Path, options: ReadOptions) -> ReadResult:
    """The dataset in a long table; only the columns image, keypoint, x and y must be there.

    Raises:
        DatasetError: It is no such table.
    """
    builder, header, rows = _start(path, options)
    lower = [name.casefold() for name in header]
    if not {"image", "keypoint", "x", "y"} <= set(lower):
        raise DatasetError(
            f'"{path.name}" has no columns image, keypoint, x and y.', hint="Name its columns like that."
        )
    keypoints: dict[str, dict[str, None]] = {}
    found: dict[tuple[int, str, str], _Gathered] = {}
    for line, cells in enumerate(rows, start=2):
        if line % 4096 == 0:
            builder.options.checkpoint(line / len(rows) / 2)
        row = dict(zip(lower, cells, strict=False))
        where = f"{path.name}, line {line}"
        category, name = row.get("category", "").strip() or "object", row.get("keypoint", "").strip()
        if name:
            keypoints.setdefault(category, {})[name] = None
        if not row.get("image", "").strip():
            if not name:
                builder.report.skip(where, "it names no image.")
            continue
        image = _image(builder, row, where)
        if image is None or not name:
            continue
        key = (image, category, row.get("instance", "").strip())
        gathered = found.get(key)
        if gathered is None:
            gathered = found[key] = _Gathered(image, category, _box_of(builder, row, where))
        if name in gathered.points:
            builder.report.skip(
                where, f'"{name}" is there already; number the instances in a column "instance".'
            )
            continue
        gathered.points[name] = where, row
    categories = {name: builder.category(make_category(name, list(own))) for name, own in keypoints.items()}
    for gathered in found.values():
        builder.add(gathered.image, _long_instance(builder, gathered, categories[gathered.category]))
    return _with_images(builder, path)


def _long_instance(builder: Builder, gathered: _Gathered, category: Category) -> Instance:
    count = len(category)
    points, flags = np.full((count, 2), np.nan), np.zeros(count, np.int8)
    scores, peaks, origins = np.full(count, np.nan), np.full(count, np.nan), np.zeros(count, np.int8)
    for index, name in enumerate(category.keypoints):
        if name not in gathered.points:
            continue
        where, row = gathered.points[name]
        points[index] = _position(builder, row, "x", "y", where)
        flags[index] = _flag(builder, row, "visibility", bool(np.isfinite(points[index]).all()), where)
        scores[index], peaks[index] = (_cell(builder, row, key, where) for key in ("score", "peak"))
        guess = (
            (Origin.MODEL if np.isfinite(scores[index]) else Origin.HUMAN) if flags[index] else Origin.NONE
        )
        said = row.get("origin", "").strip()
        if said not in _ORIGINS:
            builder.report.skip(where, f'"{said[:50]}" is nobody who places points; it counts as not said.')
        origins[index] = _ORIGINS.get(said, guess) if "origin" in row else guess
    positions = builder.positions(points)
    return make_instance(
        category, positions, flags, scores=scores, peaks=peaks, origins=origins, box=gathered.box
    )


def _flag(builder: Builder, row: Mapping[str, str], key: str, placed: bool, where: str) -> int:
    value = _cell(builder, row, key, where)
    if not placed:
        return Visibility.UNLABELED
    if value in (0, 1, 2):
        return int(value)
    if np.isfinite(value):
        builder.report.skip(
            where, f'{value:g} in column "{key}" is not 0, 1 or 2; the point counts as visible.'
        )
    return Visibility.VISIBLE


def read_wide(path: Path, options: ReadOptions) -> ReadResult:
    """The dataset in a wide table.

    Raises:
        DatasetError: No columns of it are positions.
    """
    builder, header, rows = _start(path, options)
    lower = [name.casefold() for name in header]
    columns = _columns(header)
    if not columns:
        raise DatasetError(
            f'"{path.name}" has no columns with positions.', hint="Name them NAME_x and NAME_y."
        )
    image_column = next((lower.index(name) for name in _IMAGE_COLUMNS if name in lower), 0)
    owners = _owners(lower, rows, columns)
    categories = {name: builder.category(make_category(name, own)) for name, own in owners.items()}
    for line, cells in enumerate(rows, start=2):
        if line % 1024 == 0:
            builder.options.checkpoint(line / len(rows))
        where = f"{path.name}, line {line}"
        row = dict(zip(lower, cells, strict=False))
        row["image"] = cells[image_column] if image_column < len(cells) else ""
        if not row["image"].strip():
            if not row.get("category", "").strip():
                builder.report.skip(where, "it names no image.")
            continue
        image = _image(builder, row, where)
        category = row.get("category", "").strip() or ("object" if "category" not in lower else "")
        if image is None or not category:
            continue
        if category not in categories:
            builder.report.skip(where, f'no column of "{category}" is filled.')
            continue
        own = {name: columns[name] for name in owners[category]}
        _add_wide(builder, image, cells, categories[category], own, row, where)
    return _with_images(builder, path)


_PART = re.compile(
    r"^(.*?)[ ._-](x|y|v|vis|visibility|score|likelihood|confidence)$", re.IGNORECASE | re.DOTALL
)


def _columns(header: Sequence[str]) -> dict[str, dict[str, int]]:
    """Keypoint -> the columns of its x, y, v and score."""
    found: dict[str, dict[str, int]] = {}
    for position, name in enumerate(header):
        match = _PART.match(name)
        if match is not None and match.group(1).strip():
            what = match.group(2).casefold()
            what = "v" if what.startswith("v") else what if what in "xy" else "score"
            found.setdefault(match.group(1).strip(), {}).setdefault(what, position)
    named = {name: parts for name, parts in found.items() if {"x", "y"} <= parts.keys()}
    if named:
        return named
    numbered = [position for position, name in enumerate(header) if name.isdecimal()]
    if len(numbered) >= 2 and len(numbered) % 2 == 0:
        pairs = zip(numbered[0::2], numbered[1::2], strict=True)
        return {f"keypoint {n}": {"x": x, "y": y} for n, (x, y) in enumerate(pairs, start=1)}
    return {}


def _owners(
    lower: Sequence[str], rows: Sequence[Sequence[str]], columns: Mapping[str, Mapping[str, int]]
) -> dict[str, list[str]]:
    """Category -> its keypoints: all where there is one, else those that any of its rows fills."""
    if "category" not in lower:
        return {"object": list(columns)}
    at = lower.index("category")
    own: dict[str, set[str]] = {}
    for cells in rows:
        name = cells[at].strip() if at < len(cells) else ""
        if name:
            filled = own.setdefault(name, set())
            for keypoint, parts in columns.items():
                if keypoint not in filled and any(
                    p < len(cells) and cells[p].strip() for p in parts.values()
                ):
                    filled.add(keypoint)
    return {name: [k for k in columns if k in filled] for name, filled in own.items() if filled}


def _add_wide(
    builder: Builder,
    image: int,
    cells: Sequence[str],
    category: Category,
    columns: Mapping[str, Mapping[str, int]],
    row: Mapping[str, str],
    where: str,
) -> None:
    points, flags, scores = [], [], []
    for name, parts in columns.items():
        titles = {what: f"{name} {what}" for what in ("x", "y", "v", "score")}
        filled = {titles[what]: cells[at] for what, at in parts.items() if at < len(cells)}
        points.append(_position(builder, filled, titles["x"], titles["y"], where))
        placed = bool(np.isfinite(points[-1]).all())
        flags.append(_flag(builder, filled, titles["v"], placed, where))
        scores.append(_cell(builder, filled, titles["score"], where))
    box = _box_of(builder, row, where)
    builder.add(image, make_instance(category, builder.positions(points), flags, scores=scores, box=box))


# -- validation --------------------------------------------------------------------------------------------


def validate_long(path: Path) -> Report:
    """What this program would leave out of a long table."""
    result = read_long(path, ReadOptions())
    return Report(list(result.skipped), result.skipped_count)


def validate_wide(path: Path) -> Report:
    """What this program would leave out of a wide table."""
    result = read_wide(path, ReadOptions())
    return Report(list(result.skipped), result.skipped_count)
