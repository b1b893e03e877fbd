"""Records of categories: a skeleton with its left-right pairs, from a file and into one."""

from __future__ import annotations

import logging
from typing import Any

from gkdt_core.domain import Category, guess_pairs
from gkdt_core.errors import AnnotationError, DatasetError
from gkdt_core.formats.coco.fields import Json, is_whole, short

log = logging.getLogger(__name__)


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


def _links(value: Any, what: str) -> tuple[tuple[int, int], ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise DatasetError(f"{what} is not a list.", hint="Give it as a list of pairs of keypoint numbers.")
    links = []
    for link in value:
        if not isinstance(link, list) or len(link) != 2 or not all(is_whole(end) for end in link):
            raise DatasetError(
                f"{what} holds {short(link)}, which is not a pair of keypoint numbers.",
                hint="Write pairs like [1, 2]; the first keypoint is 1.",
            )
        links.append((int(link[0]), int(link[1])))
    return tuple(links)
