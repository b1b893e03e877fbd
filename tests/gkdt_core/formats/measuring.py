"""How much of a dataset another one does not say: the losses of a format, measured instead of declared."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from gkdt_core.domain import Category, Instance, Origin, Visibility
from gkdt_core.formats.coco import CocoDataset, CocoImage
from gkdt_core.formats.features import Feature
from gkdt_core.geometry import Box

_CLOSE = 1e-4


def measured_losses(
    before: CocoDataset, after: CocoDataset, folders: tuple[Path, Path]
) -> Mapping[Feature, int]:
    """Feature -> how many of `before` are missing or otherwise in `after`; nothing where all is kept.

    Images are told by their sizes, which must all differ; instances by where their points are; categories by
    the names of their keypoints. What a lost point or instance said is lost with it.

    Args:
        before, after: The two datasets.
        folders: Where the images of each are, for their names.
    """
    lost: dict[Feature, int] = {}

    def add(feature: Feature, number: int | np.integer | bool) -> None:
        lost[feature] = lost.get(feature, 0) + int(number)

    by_size = {(image.height, image.width): image for image in after.images}
    partners = {record.id: _partner(record.category, after) for record in before.categories}
    for record in before.categories:
        _measure_category(record.category, partners[record.id], add)
    ours, theirs = before.annotations_by_image(), after.annotations_by_image()
    for image in before.images:
        other = by_size.get((image.height, image.width))
        if other is None:
            add(Feature.EMPTY_IMAGES, True)
            continue
        add(Feature.STATES, image.state is not other.state)
        add(Feature.IMAGE_NAMES, not _same_name(image, other, folders))
        add(Feature.FIELDS, bool(image.extra) and image.extra != other.extra)
        rest, left_out = [annotation.instance for annotation in theirs[other.id]], 0
        found = len(rest)
        for annotation in ours[image.id]:
            match = _match(annotation.instance, rest)
            if match is None:
                add(Feature.EMPTY_INSTANCES, True)
                add(Feature.BOXES, annotation.instance.box is not None)
                add(Feature.ABSENT, int((annotation.instance.origins == Origin.HUMAN).sum()))
                left_out += 1
                continue
            rest = [instance for instance in rest if instance is not match]
            add(Feature.SEVERAL_CATEGORIES, match.category is not partners[annotation.category_id])
            _measure_instance(annotation.instance, match, image, add)
        add(Feature.SEVERAL, len(ours[image.id]) - left_out > 1 and found < 2)
        assert not rest, f"{len(rest)} instances came from nowhere"
    fields = {key: value for key, value in before.extra.items() if key != "info"}  # every COCO file has one
    add(Feature.FIELDS, sum(after.extra.get(key) != value for key, value in fields.items()))
    records = (*before.other_annotations, *before.other_categories)
    add(Feature.PLAIN_BOXES, len(records) - len((*after.other_annotations, *after.other_categories)))
    return {feature: number for feature, number in lost.items() if number}


def _same_name(ours: CocoImage, theirs: CocoImage, folders: tuple[Path, Path]) -> bool:
    return (
        ours.file_name == theirs.file_name
        or (folders[0] / ours.file_name).resolve() == (folders[1] / theirs.file_name).resolve()
    )


def _partner(category: Category, after: CocoDataset) -> Category | None:
    found = max(
        (record.category for record in after.categories),
        key=lambda other: (
            len(set(category.keypoints) & set(other.keypoints)) - abs(len(category) - len(other))
        ),
        default=None,
    )
    return found if found is not None and set(found.keypoints) <= set(category.keypoints) else None


def _measure_category(ours: Category, theirs: Category | None, add) -> None:  # type: ignore[no-untyped-def]
    kept = () if theirs is None else theirs.keypoints
    add(Feature.UNUSED_KEYPOINTS, len(set(ours.keypoints) - set(kept)))
    add(Feature.ORDERS, [name for name in ours.keypoints if name in kept] != list(kept))
    for feature, attribute in ((Feature.EDGES, "edges"), (Feature.PAIRS, "pairs")):
        before, after = _named(ours, attribute), set() if theirs is None else _named(theirs, attribute)
        if feature is Feature.PAIRS:  # those of keypoints that are gone are gone with them
            before = {pair for pair in before if set(pair) <= set(kept)}
        add(feature, len(before ^ after))
    if theirs is not None:
        add(Feature.CATEGORY_NAMES, ours.name != theirs.name)
        add(Feature.SUPERCATEGORIES, ours.supercategory != theirs.supercategory)


def _named(category: Category, attribute: str) -> set[tuple[str, str]]:
    return {(category.keypoints[a], category.keypoints[b]) for a, b in getattr(category, attribute)}


def _match(instance: Instance, rest: list[Instance]) -> Instance | None:
    """The instance with a point at the same place; for one without points one with its box."""
    for other in rest:
        if instance.labeled.any() and _shared(instance, other):
            return other
    if instance.labeled.any():
        return None
    empty = [other for other in rest if not other.labeled.any()]
    return next((other for other in empty if _near(instance.box, other.box)), next(iter(empty), None))


def _shared(ours: Instance, theirs: Instance) -> bool:
    places = dict(zip(theirs.category.keypoints, theirs.keypoints, strict=True))
    return any(
        name in places and np.allclose(place, places[name], rtol=0, atol=_CLOSE)
        for name, place, labelled in zip(ours.category.keypoints, ours.keypoints, ours.labeled, strict=True)
        if labelled
    )


def _near(ours: Box | None, theirs: Box | None) -> bool:
    if ours is None or theirs is None:
        return ours is theirs
    return bool(np.allclose(ours.as_xyxy(), theirs.as_xyxy(), rtol=0, atol=_CLOSE))


def _measure_instance(ours: Instance, theirs: Instance, image: CocoImage, add) -> None:  # type: ignore[no-untyped-def]
    size = (image.height, image.width)
    at = {name: index for index, name in enumerate(theirs.category.keypoints)}
    for index, name in enumerate(ours.category.keypoints):
        other = at.get(name)
        place, flag, origin = ours.keypoints[index], ours.visibility[index], Origin(int(ours.origins[index]))
        there = other is not None and theirs.visibility[other] > 0
        gone = bool(flag) and not there
        if flag and ((place < 0) | (place > size[::-1])).any():
            add(Feature.OUTSIDE, gone or not np.allclose(place, theirs.keypoints[other], rtol=0, atol=_CLOSE))
        else:
            assert not gone, f"the point {name} is gone"
        scored, peaked = np.isfinite(ours.scores[index]), np.isfinite(ours.peaks[index])
        add(Feature.SCORES, scored and (gone or theirs.scores[other] != ours.scores[index]))
        add(Feature.PEAKS, peaked and (gone or theirs.peaks[other] != ours.peaks[index]))
        if gone:
            add(Feature.ORIGINS, origin is not Origin.HUMAN)
            continue
        if not flag:
            add(Feature.ABSENT, origin is Origin.HUMAN and (other is None or theirs.origins[other] != origin))
            continue
        add(Feature.OCCLUDED, flag == Visibility.OCCLUDED and theirs.visibility[other] != flag)
        add(Feature.ORIGINS, theirs.origins[other] != origin)
    if ours.box is None:
        add(Feature.NO_BOXES, theirs.box is not None)
    elif not _near(ours.box, theirs.box):
        cut = theirs.box is not None and ours.box.clipped(size) != ours.box
        add(Feature.OUTSIDE if cut else Feature.BOXES, True)
