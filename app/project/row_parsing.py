"""What the columns of a project file say, checked: a row that makes no sense raises `AnnotationError`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from app.project.rows import POINT, CategoryRow, InstanceRow, MediaRow
from gkdt_core.domain import Category, ImageState, Origin
from gkdt_core.errors import AnnotationError
from gkdt_core.geometry import Box

CATEGORY_COLUMNS = (
    "id, position, name, supercategory, keypoints, edges, pairs, texts, use_text, use_visual, extra"
)
MEDIA_COLUMNS = "id, path, name, size, mtime_ns, digest, height, width, state, changed, extra"
INSTANCE_COLUMNS = "id, image_id, category_id, position, x1, y1, x2, y2, extra"


def _json(text: object, what: str) -> Any:
    try:
        return json.loads(str(text))
    except ValueError as error:
        raise AnnotationError(f"{what} cannot be read.") from error


def _links(text: object, what: str) -> tuple[tuple[int, int], ...]:
    links = _json(text, what)
    if not isinstance(links, list):
        raise AnnotationError(f"{what} are no list.")
    for link in links:
        if not (isinstance(link, list) and len(link) == 2 and all(type(end) is int for end in link)):
            raise AnnotationError(f"{what} are no pairs of numbers.")
    return tuple((link[0], link[1]) for link in links)


def _strings(text: object, what: str) -> tuple[str, ...]:
    values = _json(text, what)
    if not (isinstance(values, list) and all(isinstance(value, str) for value in values)):
        raise AnnotationError(f"{what} are no list of texts.")
    return tuple(values)


_COLOURS = "keypoint_colours"
"""Where `extra` keeps the colours that a person chose, so that they also survive in a COCO file."""


def _colours(extra: object, count: int) -> tuple[str, ...]:
    """The colours in `extra`; none where they make no sense, for they are only looks."""
    try:
        found = json.loads(str(extra)).get(_COLOURS, ())
    except (ValueError, AttributeError):
        return ()
    if not isinstance(found, list) or len(found) != count:
        return ()
    sound = all(isinstance(code, str) and re.fullmatch(r"(#[0-9a-fA-F]{6})?", code) for code in found)
    return tuple(found) if sound and any(found) else ()


def with_colours(extra: str, colours: tuple[str, ...]) -> str:
    """`extra` that keeps these colours of the keypoints, or none."""
    try:
        fields = json.loads(extra)
    except ValueError:
        return extra  # damaged elsewhere: told where it is read
    if not isinstance(fields, dict) or (not any(colours) and _COLOURS not in fields):
        return extra
    fields.pop(_COLOURS, None)
    if any(colours):
        fields[_COLOURS] = list(colours)
    return json.dumps(fields, ensure_ascii=False)


def parsed_category(row: tuple[Any, ...]) -> CategoryRow:
    """A category, of the values of `CATEGORY_COLUMNS`."""
    number, position, name, group, keypoints, edges, pairs, texts, use_text, use_visual, extra = row
    category = Category(
        str(name),
        _strings(keypoints, "Its keypoints"),
        _links(edges, "Its edges"),
        _links(pairs, "Its pairs"),
        str(group),
    )
    colours = _colours(extra, len(category))
    if colours:
        category = replace(category, colours=colours)
    words = _strings(texts, "Its prompt texts")
    if len(words) != len(category):
        raise AnnotationError(f"It has {len(words)} prompt texts for {len(category)} keypoints.")
    return CategoryRow(number, int(position), category, words, bool(use_text), bool(use_visual), str(extra))


def parsed_media(row: tuple[Any, ...]) -> MediaRow:
    """An image, of the values of `MEDIA_COLUMNS`."""
    number, path, name, size, mtime_ns, digest, height, width, state, changed, extra = row
    return MediaRow(
        number, path, name, size, mtime_ns, digest, height, width, ImageState(state), float(changed), extra
    )


def parsed_instance(
    values: tuple[Any, ...], points: list[tuple[Any, ...]], categories: Mapping[int, CategoryRow]
) -> InstanceRow:
    """An instance, of its own values and those of its points in order."""
    number, image_id, category_id, position, edges, extra = values
    category = categories.get(category_id)
    if category is None:
        raise AnnotationError(f"its category {category_id} is missing.")
    if [point[6] for point in points] != list(range(len(category.category))):
        raise AnnotationError(
            f'it has {len(points)} keypoints, its category "{category.category.name}" '
            f"has {len(category.category)}."
        )
    packed = np.empty(len(points), POINT)
    for index, name in enumerate(("x", "y", "score", "peak")):
        packed[name] = np.array([point[index] for point in points], np.float64)  # NULL becomes NaN
    for index, name in ((4, "visibility"), (5, "origin")):
        packed[name] = [point[index] for point in points]
    if packed["origin"].min() < min(Origin) or packed["origin"].max() > max(Origin):
        raise AnnotationError("a keypoint has an unknown origin.")
    if not isinstance(extra, str):
        raise AnnotationError("its further fields are no text.")
    row = InstanceRow(
        number,
        image_id,
        category_id,
        int(position),
        packed.tobytes(),
        None if edges == (None,) * 4 else Box(*(float(edge) for edge in edges)),
        extra,
    )
    row.instance(category.category)  # refuses absurd values
    return row
