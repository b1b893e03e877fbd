"""Records of categories: a skeleton with its left-right pairs, from a file and into one."""

from __future__ import annotations

import logging
from collections.abc import Iterable
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


def distinct_names(names: Iterable[str]) -> list[str]:
    """Keypoint names that anybody may have written, with blank and repeated ones numbered."""
    taken, result = set[str](), list[str]()
    for number, name in enumerate(names, start=1):
        base = name.strip() or f"keypoint {number}"
        chosen, again = base, 1
        while chosen in taken:
            again += 1
            chosen = f"{base} ({again})"
        taken.add(chosen)
        result.append(chosen)
    return result


def mended_record(record: Json) -> dict[str, Any]:
    """A category's record without what contradicts itself: odd names, lines and pairs."""
    keypoints = record.get("keypoints")
    names = distinct_names(str(k) for k in keypoints) if isinstance(keypoints, list) else []
    name = record.get("name")
    mended = {
        **record,
        "name": name if isinstance(name, str) and name.strip() else "object",
        "keypoints": names,
        "skeleton": _sound_links(record.get("skeleton"), len(names)),
    }
    pairs, used = [], set[int]()
    for a, b in _sound_links(record.get("flip_pairs"), len(names)):
        if not {a, b} & used:
            pairs.append([a, b])
            used |= {a, b}
    return {**mended, "flip_pairs": pairs if isinstance(record.get("flip_pairs"), list) else None}


def _sound_links(value: Any, count: int) -> list[list[int]]:
    """The links that join two keypoints, numbers from 1 (from 0 where one of them is 0)."""
    links = []
    for link in value if isinstance(value, list) else ():
        if isinstance(link, list) and len(link) == 2 and all(map(is_whole, link)) and link[0] != link[1]:
            links.append([int(link[0]), int(link[1])])
    first = 0 if any(0 in link for link in links) else 1
    return [link for link in links if first <= min(link) and max(link) < count + first]
