"""Two annotation files side by side: projects or COCO files are read, compared, and written as tables."""

from __future__ import annotations

import csv
import io
import math
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path

import numpy as np

from app.project.database import ProjectDatabase
from app.project.files import found_path
from app.project.rows import CategoryRow
from gkdt_core.domain import Category, ImageState, Instance
from gkdt_core.errors import AnnotationError, DatasetError, MediaError
from gkdt_core.formats.coco import read_coco, resolve_image
from gkdt_core.geometry import Box, image_to_index
from gkdt_core.media.images import media_digest
from gkdt_core.metrics.agreement import (
    ALL,
    WITHIN,
    Agreement,
    AnnotatedImage,
    Comparison,
    PosePair,
    agreement_table,
    compare,
    match_images,
)
from gkdt_core.progress import Checkpoint, no_checkpoint

PROJECT_SUFFIX = ".gkdt"
_STEPS = 200
_PORTION = 2_000
"""Instances read at once: between two portions a comparison can be cancelled."""


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Two files and how far they agree.

    Attributes:
        first, second: The files.
        comparison: Picture by picture.
        table: The rows of agreement.
    """

    first: Path
    second: Path
    comparison: Comparison
    table: tuple[Agreement, ...]


def read_annotated(path: Path, checkpoint: Checkpoint = no_checkpoint) -> list[AnnotatedImage]:
    """The pictures of a project or a COCO file with their instances, without rejected ones.

    Raises:
        ProjectError: The project cannot be read.
        DatasetError: The COCO file cannot.
    """
    if not path.is_file():
        raise DatasetError(
            f"{path}: there is no such file.", hint="Choose a project (*.gkdt) or a COCO file."
        )
    if path.suffix.casefold() == PROJECT_SUFFIX:
        return _read_project(path, checkpoint)
    return _read_coco(path, checkpoint)


def _read_project(path: Path, checkpoint: Checkpoint) -> list[AnnotatedImage]:
    database = ProjectDatabase.snapshot(path)
    try:
        categories = {row.id: row for row in database.category_rows()}
        by_image = _instances(database, categories, lambda done: checkpoint(0.8 * done))
        rows = [row for row in database.media_rows() if row.state is not ImageState.REJECTED]
        found = []
        for number, row in enumerate(rows):
            if number % _STEPS == 0:
                checkpoint(0.8 + 0.2 * number / len(rows))
            instances = tuple(instance for _, instance in sorted(by_image[row.id], key=itemgetter(0)))
            place = found_path(row.path, database.folder)
            found.append(AnnotatedImage(row.name, instances, row.digest or "", place))
        return found
    finally:
        database.close()


_Placed = defaultdict[int, list[tuple[tuple[int, int], Instance]]]
"""The instances of each image, with what they are sorted by."""


def _instances(
    database: ProjectDatabase, categories: Mapping[int, CategoryRow], checkpoint: Checkpoint
) -> _Placed:
    """The sound instances of all images, many at once: one after the other takes most of a comparison."""
    found: _Placed = defaultdict(list)
    first, last = database.query("SELECT coalesce(min(id), 0), coalesce(max(id), -1) FROM instance")[0]
    for start in range(first, last + 1, _PORTION):
        checkpoint((start - first) / (last + 1 - first))
        for category_id, row in categories.items():
            _read_portion(database, category_id, row.category, start, found)
    return found


def _read_portion(
    database: ProjectDatabase, category_id: int, category: Category, start: int, found: _Placed
) -> None:
    which = (category_id, start, start + _PORTION)
    heads = database.query(
        """SELECT id, image_id, position, x1, y1, x2, y2 FROM instance
           WHERE category_id = ? AND id >= ? AND id < ? ORDER BY id""",
        which,
    )
    points = database.query(
        """SELECT k.instance_id, k.number, k.x, k.y, k.score, k.peak, k.visibility, k.origin
           FROM instance i JOIN keypoint k ON k.instance_id = i.id
           WHERE i.category_id = ? AND i.id >= ? AND i.id < ? ORDER BY k.instance_id, k.number""",
        which,
    )
    count = len(category)
    try:
        values = np.array(points, np.float64).reshape(len(heads), count, 8)
        whole = (values[..., 0] == np.array([[head[0]] for head in heads])).all(axis=1)
        whole &= (values[..., 1] == np.arange(count)).all(axis=1)
        if not whole.all():
            raise ValueError("points are missing")
    except (TypeError, ValueError):  # something is damaged here: what is sound is found one by one
        for head in heads:
            _read_singly(database, head[0], category_id, category, found)
        return
    for head, one in zip(heads, values, strict=True):
        number, image_id, position, *edges = head
        try:
            box = None if edges == [None] * 4 else Box(*(float(edge) for edge in edges))
            instance = Instance(
                category,
                one[:, 2:4],
                one[:, 6].astype(np.int8),
                one[:, 4],
                one[:, 5],
                one[:, 7].astype(np.int8),
                box,
            )
        except (AnnotationError, TypeError, ValueError, OverflowError):
            continue  # left out, as in the window, which tells it
        found[image_id].append(((position, number), instance))


def _read_singly(
    database: ProjectDatabase, number: int, category_id: int, category: Category, found: _Placed
) -> None:
    row = database.instance_row(number, {category_id: CategoryRow(category_id, 0, category, ())})
    if row is not None:
        found[row.image_id].append(((row.position, row.id), row.instance(category)))


def _read_coco(path: Path, checkpoint: Checkpoint) -> list[AnnotatedImage]:
    dataset = read_coco(path)
    checkpoint(0.5)
    folders = [path.parent, path.parent / "images", path.parent.parent / "images"]
    by_image = dataset.annotations_by_image()
    return [
        AnnotatedImage(
            image.file_name.replace("\\", "/"),
            tuple(one.instance for one in by_image[image.id] if not one.extra.get("iscrowd")),
            path=next(
                (place for folder in folders if (place := resolve_image(folder, image.file_name)).is_file()),
                None,
            ),
        )
        for image in dataset.images
        if image.state is not ImageState.REJECTED
    ]


def compare_files(first: Path, second: Path, checkpoint: Checkpoint = no_checkpoint) -> Compared:
    """Reads and compares two files; pictures that no name brings together are looked at by content.

    Raises:
        ProjectError: A project cannot be read.
        DatasetError: A COCO file cannot, they are one file, or they have no picture in common.
    """
    if os.path.abspath(first) == os.path.abspath(second):
        raise DatasetError(f"{first}: both sides are this file.", hint="Choose two different files.")
    ours = read_annotated(first, lambda done: checkpoint(0.35 * done))
    theirs = read_annotated(second, lambda done: checkpoint(0.35 + 0.35 * done))
    matched = match_images(ours, theirs)
    rest_a = sorted(set(range(len(ours))) - {a for a, _ in matched})
    rest_b = sorted(set(range(len(theirs))) - {b for _, b in matched})
    if rest_a and rest_b:
        total, done = len(rest_a) + len(rest_b), 0
        for images, rest in ((ours, rest_a), (theirs, rest_b)):
            for place in rest:
                checkpoint(0.7 + 0.25 * done / total)
                done += 1
                images[place] = _with_digest(images[place])
    comparison = compare(ours, theirs)
    if not comparison.images:
        raise DatasetError(
            f"{first.name} and {second.name} have no picture in common.",
            hint="Pictures are the same when their content or their names are.",
        )
    checkpoint(1.0)
    return Compared(first, second, comparison, agreement_table(comparison))


def _with_digest(image: AnnotatedImage) -> AnnotatedImage:
    if image.digest or image.path is None:
        return image
    try:
        return replace(image, digest=media_digest(image.path))
    except MediaError:
        return image  # gone or unreadable: its name has to do


# -- as text -------------------------------------------------------------------------------------------------

_TABLE_HEAD = (
    "category", "keypoint", "objects", "both", "only_first", "only_second", "mean_px", "median_px", "p95_px",
    "mean_percent", "median_percent", "p95_percent", *(f"within_{limit:.0%}".replace("%", "_percent")
    for limit in WITHIN), "same_visibility_percent",
)  # fmt: skip
_POINT_HEAD = (
    "image", "category", "object", "keypoint", "x_first", "y_first", "visibility_first",
    "x_second", "y_second", "visibility_second", "distance_px", "distance_percent",
)  # fmt: skip


def table_csv(compared: Compared) -> str:
    """The table of agreement; percent are of the longer side, or of all."""
    rows = [
        (
            row.category,
            row.keypoint if row.keypoint != ALL else "(all)",
            row.objects,
            row.both,
            row.only_first,
            row.only_second,
            *map(_number, (row.mean_px, row.median_px, row.p95_px)),
            *(_number(100 * value) for value in (row.mean_share, row.median_share, row.p95_share)),
            *(_number(100 * value) for value in row.within),
            _number(100 * row.same_visibility),
        )
        for row in compared.table
    ]
    return _csv((_TABLE_HEAD, *rows))


def points_csv(compared: Compared) -> str:
    """Every keypoint of every object; positions count pixels as COCO does, from the first pixel's centre."""
    return _csv((_POINT_HEAD, *_point_rows(compared.comparison)))


def _point_rows(comparison: Comparison) -> Iterator[Sequence[object]]:
    numbers: dict[int, int] = {}
    for pair in comparison.pairs:
        numbers[pair.image] = numbers.get(pair.image, 0) + 1
        name = comparison.images[pair.image][0].name
        for place, keypoint in enumerate(pair.keypoints):
            yield (
                name,
                pair.category,
                numbers[pair.image],
                keypoint,
                *_point(pair, place, first=True),
                *_point(pair, place, first=False),
                _number(pair.distances[place]),
                _number(100 * pair.shares[place]),
            )


def _point(pair: PosePair, place: int, *, first: bool) -> tuple[object, object, object]:
    instance = pair.first if first else pair.second
    if instance is None:
        return "", "", ""
    index = int((pair.first_index if first else pair.second_index)[place])
    x, y = image_to_index(instance.keypoints[index]).tolist()
    return _number(x), _number(y), int(instance.visibility[index])


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".") if math.isfinite(value) else ""


def _csv(rows: Sequence[Sequence[object]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def write_text(path: Path, text: str) -> None:
    """Writes a table, completely or not at all.

    Raises:
        DatasetError: It cannot be written.
    """
    partial = path.with_name(f".{path.name[:100]}.part")
    try:
        partial.write_text(
            text, encoding="utf-8-sig"
        )  # Excel takes UTF-8 for something else without the mark
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise DatasetError(
            f'"{path}" was not written: {error.strerror or error}.',
            hint="Check your permission to write there, or choose another place.",
        ) from error
