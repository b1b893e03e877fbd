"""Keypoint AP equals what pycocotools gives for files, and the threshold of boxes is the best one."""

from __future__ import annotations

import contextlib
import io
import json
import math
from pathlib import Path

import numpy as np
import pytest

from gkdt_core.geometry import Box
from gkdt_core.metrics.coco_ap import (
    FoundBox,
    FoundObject,
    TrueBox,
    TrueObject,
    best_threshold,
    box_iou,
    keypoint_ap,
    mean_ap,
)
from gkdt_core.metrics.oks import COCO_SIGMAS

SIGMAS = np.array(list(COCO_SIGMAS.values()))


def scene(seed: int = 0) -> tuple[list[TrueObject], list[FoundObject]]:
    """People in 12 pictures, and predictions of which some are off, doubled or of nobody."""
    rng = np.random.default_rng(seed)
    truth, found = [], []
    for image in range(12):
        for _ in range(int(rng.integers(1, 4))):
            side = float(rng.uniform(40, 220))
            corner = rng.uniform(0, 300, 2)
            points = corner + rng.random((17, 2)) * side
            seen = np.where(rng.random((17, 1)) < 0.8, points, np.nan)
            if rng.random() < 0.15:
                seen[:] = np.nan
            box = Box(*corner.tolist(), *(corner + side).tolist())
            truth.append(TrueObject(image, seen, box, side * side * 0.5, bool(rng.random() < 0.1)))
            noise = rng.normal(0, side * float(rng.choice([0.01, 0.04, 0.2])), (17, 2))
            found.append(FoundObject(image, points + noise, float(rng.random())))
        found.append(FoundObject(image, rng.uniform(0, 300, (17, 2)), float(rng.random())))
    return truth, found


def test_the_numbers_are_those_of_pycocotools_reading_files(tmp_path: Path) -> None:
    from pycocotools.coco import COCO
    from pycocotools.cocoeval import COCOeval

    truth, found = scene()
    records = []
    for number, one in enumerate(truth, start=1):
        seen = np.isfinite(one.keypoints).all(axis=1)
        flat = np.column_stack([np.nan_to_num(one.keypoints), 2 * seen]).ravel().tolist()
        records.append({"id": number, "image_id": one.image, "category_id": 7, "keypoints": flat,
                        "num_keypoints": int(seen.sum()), "bbox": list(one.box.as_xywh()),
                        "area": one.area, "iscrowd": int(one.crowd)})  # fmt: skip
    guesses = [
        {"image_id": one.image, "category_id": 7, "score": one.score,
         "keypoints": np.column_stack([one.keypoints, np.ones(17)]).ravel().tolist()}
        for one in found
    ]  # fmt: skip
    content = {"images": [{"id": n} for n in range(12)], "categories": [{"id": 7}], "annotations": records}
    (tmp_path / "truth.json").write_text(json.dumps(content))
    (tmp_path / "found.json").write_text(json.dumps(guesses))
    with contextlib.redirect_stdout(io.StringIO()):
        true = COCO(str(tmp_path / "truth.json"))
        evaluation = COCOeval(true, true.loadRes(str(tmp_path / "found.json")), "keypoints")
        evaluation.evaluate()
        evaluation.accumulate()
        evaluation.summarize()
    ours = keypoint_ap(truth, found, SIGMAS)
    assert 5 < ours.ap < 95
    assert [ours.ap, ours.ap50, ours.ap75, ours.ap_medium, ours.ap_large] == pytest.approx(
        100 * evaluation.stats[:5]
    )
    assert [ours.ar, ours.ar50, ours.ar75, ours.ar_medium, ours.ar_large] == pytest.approx(
        100 * evaluation.stats[5:]
    )


def test_perfect_predictions_have_an_ap_of_100_and_none_one_of_0() -> None:
    truth = [one for one in scene()[0] if not one.crowd and np.isfinite(one.keypoints).all(axis=1).any()]
    perfect = [FoundObject(one.image, np.nan_to_num(one.keypoints), 1.0) for one in truth]
    assert keypoint_ap(truth, perfect, SIGMAS).ap == pytest.approx(100)
    assert keypoint_ap(truth, [], SIGMAS).ap == 0
    assert math.isnan(keypoint_ap([], perfect, SIGMAS).ap)


def test_larger_sigmas_forgive_more() -> None:
    truth, found = scene()
    assert keypoint_ap(truth, found, SIGMAS * 3).ap > keypoint_ap(truth, found, SIGMAS).ap + 5


def test_the_mean_leaves_out_categories_without_the_number() -> None:
    truth, found = scene()
    some = keypoint_ap(truth, found, SIGMAS)
    assert mean_ap([some, keypoint_ap([], [], SIGMAS)]) == some


def test_iou_of_half_overlapping_squares_is_a_third() -> None:
    assert box_iou(Box(0, 0, 2, 2), Box(1, 0, 3, 2)) == pytest.approx(1 / 3)
    assert box_iou(Box(0, 0, 0, 0), Box(0, 0, 0, 0)) == 0


def test_the_threshold_with_the_best_f_measure_is_found() -> None:
    truth = [TrueBox(image, 1, Box(0, 0, 10, 10)) for image in range(4)]
    right = [
        FoundBox(image, 1, Box(0, 0, 10, 9), score) for image, score in enumerate((0.9, 0.8, 0.72, 0.31))
    ]
    wrong = [FoundBox(0, 1, Box(50, 50, 60, 60), score) for score in (0.6, 0.55, 0.5, 0.42)]
    found = best_threshold(truth, right + wrong)
    # above 0.6: three right of three, F = 2 x 1 x 0.75 / 1.75; with everything: 4 of 8 boxes, F = 0.667
    assert found.score == pytest.approx(0.65)
    assert found.f_measure == pytest.approx(1.5 / 1.75)
    assert (found.kept, found.total) == (3, 8)


def test_a_second_box_on_the_same_object_is_wrong_and_one_of_another_category_does_not_match() -> None:
    truth = [TrueBox(1, 1, Box(0, 0, 10, 10))]
    twice = [FoundBox(1, 1, Box(0, 0, 10, 10), 0.9), FoundBox(1, 1, Box(0, 0, 10, 9.5), 0.9)]
    assert best_threshold(truth, twice).precision == 0.5
    assert best_threshold(truth, [FoundBox(1, 2, Box(0, 0, 10, 10), 0.9)]).f_measure == 0


def test_boxes_in_a_crowd_are_neither_right_nor_wrong() -> None:
    truth = [TrueBox(1, 1, Box(0, 0, 10, 10)), TrueBox(1, 1, Box(100, 100, 200, 200), crowd=True)]
    found = [FoundBox(1, 1, Box(0, 0, 10, 10), 0.9), FoundBox(1, 1, Box(120, 120, 140, 140), 0.9)]
    result = best_threshold(truth, found)
    assert (result.precision, result.recall) == (1.0, 1.0)
