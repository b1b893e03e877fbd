"""Average precision of keypoints as COCO defines it, computed by pycocotools; and which boxes to trust."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from gkdt_core.geometry import Box

FloatArray = NDArray[np.float64]

AREA_OF_BOX = 0.53
"""What share of its box an object fills, where a file gives no area (the usual figure for people)."""
F_MEASURE_STEP = 0.05
_MOST_FOUND = 20  # in an image, as COCO has it for keypoints
_BOX_IOU = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class TrueObject:
    """An annotated object.

    Attributes:
        image: Of which picture it is.
        keypoints: (N, 2) image coordinates; NaN where not labelled.
        box: Where it is.
        area: px², of the object rather than of its box.
        crowd: It stands for many: nothing found there is wrong, and it need not be found.
    """

    image: int
    keypoints: FloatArray
    box: Box
    area: float
    crowd: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class FoundObject:
    """A prediction.

    Attributes:
        image: In which picture.
        keypoints: (N, 2) image coordinates, all of them.
        score: By which predictions are put in order.
    """

    image: int
    keypoints: FloatArray
    score: float


@dataclass(frozen=True, slots=True)
class KeypointAp:
    """COCO's ten numbers, in percent; NaN where there is no object to find.

    Attributes:
        ap: The mean over OKS thresholds 0.50, 0.55 ... 0.95.
        ap50, ap75: At one threshold.
        ap_medium, ap_large: Of objects from 32² to 96² px and above.
        ar, ar50, ar75, ar_medium, ar_large: The same of recall.
    """

    ap: float
    ap50: float
    ap75: float
    ap_medium: float
    ap_large: float
    ar: float
    ar50: float
    ar75: float
    ar_medium: float
    ar_large: float


def mean_ap(parts: Sequence[KeypointAp]) -> KeypointAp:
    """The mean over categories of each number, over those categories that have it."""
    means = {}
    for one in fields(KeypointAp):
        values = np.array([getattr(part, one.name) for part in parts], dtype=np.float64)
        known = values[np.isfinite(values)]
        means[one.name] = float(known.mean()) if len(known) else float("nan")
    return KeypointAp(**means)


def keypoint_ap(
    truth: Sequence[TrueObject],
    found: Sequence[FoundObject],
    sigmas: FloatArray,
    images: Sequence[int] | None = None,
) -> KeypointAp:
    """The AP and AR of one category.

    Objects without a labelled keypoint need not be found, as in COCO.

    Args:
        truth: Every object of the category.
        found: Every prediction; only the best 20 of a picture count.
        sigmas: (N,) of the keypoints.
        images: The pictures that were looked at; None for those with an object or a prediction.
    """
    from pycocotools.coco import COCO
    from pycocotools.cocoeval import COCOeval

    seen = {one.image for one in truth} | {one.image for one in found}
    numbers = sorted(seen | set(images or ()))
    with contextlib.redirect_stdout(io.StringIO()):  # pycocotools tells how long it takes
        true = COCO()
        true.dataset = {
            "images": [{"id": number} for number in numbers],
            "categories": [{"id": 1}],
            "annotations": [_true_record(number, one) for number, one in enumerate(truth, start=1)],
        }
        true.createIndex()
        guessed = COCO()
        guessed.dataset = {
            "images": true.dataset["images"],
            "categories": true.dataset["categories"],
            "annotations": [_found_record(number, one) for number, one in enumerate(found, start=1)],
        }
        guessed.createIndex()
        evaluation = COCOeval(true, guessed, "keypoints")
        evaluation.params.kpt_oks_sigmas = np.asarray(sigmas, dtype=np.float64)
        evaluation.params.imgIds = numbers
        evaluation.params.catIds = [1]
        evaluation.params.maxDets = [_MOST_FOUND]
        evaluation.evaluate()
        evaluation.accumulate()
        evaluation.summarize()
    percent = [float("nan") if value < 0 else 100 * float(value) for value in evaluation.stats]
    return KeypointAp(*percent)


def _true_record(number: int, one: TrueObject) -> dict[str, object]:
    labelled = np.isfinite(one.keypoints).all(axis=1)
    places = np.nan_to_num(one.keypoints)
    flat = np.column_stack([places, np.where(labelled, 2, 0)]).ravel()
    return {
        "id": number,
        "image_id": one.image,
        "category_id": 1,
        "keypoints": flat.tolist(),
        "num_keypoints": int(labelled.sum()),
        "bbox": list(one.box.as_xywh()),
        "area": one.area,
        "iscrowd": int(one.crowd),
    }


def _found_record(number: int, one: FoundObject) -> dict[str, object]:
    low, high = one.keypoints.min(axis=0), one.keypoints.max(axis=0)
    width, height = high - low
    return {
        "id": number,
        "image_id": one.image,
        "category_id": 1,
        "keypoints": np.column_stack([one.keypoints, np.ones(len(one.keypoints))]).ravel().tolist(),
        "score": one.score,
        # as pycocotools' own loadRes has it: the box around the points and its area
        "bbox": [float(low[0]), float(low[1]), float(width), float(height)],
        "area": float(width * height),
        "iscrowd": 0,
    }


@dataclass(frozen=True, slots=True)
class FoundBox:
    """A detector's box and score."""

    image: int
    category: int
    box: Box
    score: float


@dataclass(frozen=True, slots=True)
class TrueBox:
    """An annotated box; a `crowd` stands for many."""

    image: int
    category: int
    box: Box
    crowd: bool = False


@dataclass(frozen=True, slots=True)
class BoxThreshold:
    """The score from which on boxes are kept.

    Attributes:
        score: Boxes of at least this score are kept.
        f_measure, precision, recall: In [0, 1], at IoU 0.5.
        kept, total: Numbers of boxes.
    """

    score: float
    f_measure: float
    precision: float
    recall: float
    kept: int
    total: int


def best_threshold(truth: Sequence[TrueBox], found: Sequence[FoundBox]) -> BoxThreshold:
    """The score threshold, in steps of 0.05 from 0, whose boxes have the best F-measure at IoU 0.5.

    Boxes are matched greedily, the best score first, each to the free true box it overlaps most. One that
    lies for the most part in a crowd counts neither way. Of equal thresholds the lowest wins: it keeps more.
    """
    matched, ignored = _matches(truth, found)
    scores = np.array([one.score for one in found])
    total = sum(not one.crowd for one in truth)
    tried = []
    for step in range(round(1 / F_MEASURE_STEP)):
        score = round(step * F_MEASURE_STEP, 10)
        kept = scores >= score
        right, counted = int((matched & kept).sum()), int((kept & ~ignored).sum())
        precision = right / counted if counted else 0.0
        recall = right / total if total else 0.0
        both = precision + recall
        f_measure = 2 * precision * recall / both if both else 0.0
        tried.append(BoxThreshold(score, f_measure, precision, recall, int(kept.sum()), len(found)))
    return max(tried, key=lambda one: (one.f_measure, -one.score))


def _matches(
    truth: Sequence[TrueBox], found: Sequence[FoundBox]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """(D,) which boxes are right, and which lie in a crowd. Greedy by score, so that leaving out the boxes
    below a threshold changes no match above it."""
    places: dict[tuple[int, int], list[TrueBox]] = {}
    for true in truth:
        places.setdefault((true.image, true.category), []).append(true)
    taken: dict[tuple[int, int], set[int]] = {}
    right, ignored = np.zeros(len(found), np.bool_), np.zeros(len(found), np.bool_)
    for number in sorted(range(len(found)), key=lambda number: -found[number].score):
        one = found[number]
        key = (one.image, one.category)
        candidates = places.get(key, [])
        used = taken.setdefault(key, set())
        overlaps = [
            (box_iou(one.box, true.box), index)
            for index, true in enumerate(candidates)
            if not true.crowd and index not in used
        ]
        best, index = max(overlaps, default=(0.0, -1))
        if best >= _BOX_IOU:
            used.add(index)
            right[number] = True
        else:
            ignored[number] = any(
                true.crowd and _share_inside(one.box, true.box) >= _BOX_IOU for true in candidates
            )
    return right, ignored


def box_iou(a: Box, b: Box) -> float:
    """Intersection over union."""
    shared = _shared_area(a, b)
    union = a.width * a.height + b.width * b.height - shared
    return shared / union if union > 0 else 0.0


def _share_inside(box: Box, region: Box) -> float:
    area = box.width * box.height
    return _shared_area(box, region) / area if area > 0 else 0.0


def _shared_area(a: Box, b: Box) -> float:
    width = min(a.x2, b.x2) - max(a.x1, b.x1)
    height = min(a.y2, b.y2) - max(a.y1, b.y1)
    return max(0.0, width) * max(0.0, height)


def as_dict(ap: KeypointAp) -> Mapping[str, float]:
    """For tables and JSON."""
    return {one.name: round(getattr(ap, one.name), 2) for one in fields(KeypointAp)}
