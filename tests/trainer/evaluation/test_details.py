"""Intervals, errors, keypoints, people's own distance and the worst cases of answers made by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gkdt_core.domain import Category
from gkdt_core.geometry import Box
from trainer.data.dataset import CategoryData, Sample
from trainer.evaluation.answers import Answers
from trainer.evaluation.details import DetailCollection, Details
from trainer.evaluation.settings import EvaluationConfig

NAMES = ("nose", "tail")


def samples(
    count: int, *, spacing: tuple[float, float] | None = None, readings: bool = False
) -> tuple[Sample, ...]:
    """Boxes of 100 px, the nose at (10, 10) and the tail at (90, 10)."""
    truth = np.array([[10.0, 10.0], [90.0, 10.0]])
    apart = np.array([1.5, 2.0])
    marks = (truth - apart, truth + apart) if readings else ()
    return tuple(
        Sample(
            Path(f"{n}.png"),
            f"{n}.png#{n}",
            truth,
            np.array([True, True]),
            Box(0, 0, 100, 50),
            f"picture {n}",
            spacing,
            marks,
        )
        for n in range(count)
    )


def data(count: int = 10, dataset: str = "mice", name: str = "mouse", **more: object) -> CategoryData:
    return CategoryData(dataset, Category(name, NAMES), samples(count, **more))  # type: ignore[arg-type]


def answers(
    of: CategoryData, off: dict[int, float], *, shown: bool = True, episodes: int = 30, seed: int = 0
) -> list[Answers]:
    """Every tail is found; the nose is `off` px too far right in some pictures."""
    rng = np.random.default_rng(seed)
    found = []
    for _ in range(episodes):
        order = rng.permutation(len(of.samples))[:5]
        queries, supports = order[1:], order[:1] if shown else order[:0]
        truth = np.stack([of.samples[q].keypoints for q in queries])
        predicted = truth.copy()
        predicted[:, 0, 0] += [off.get(int(q), 0.0) for q in queries]
        counted = np.ones((4, 2), np.bool_)
        found.append(
            Answers(
                queries,
                predicted,
                np.full((4, 2), 0.5),
                truth,
                counted,
                np.full(4, 100.0),
                supports,
                "visual" if shown else "text",
            )
        )
    return found


def collected(
    parts: list[tuple[CategoryData, str, list[Answers]]], **more: object
) -> tuple[Details, DetailCollection]:
    collection = DetailCollection(EvaluationConfig(), draws=300, **more)  # type: ignore[arg-type]
    for category, prompt, found in parts:
        collection.observe(category, prompt, found, lambda _: (200, 400))
    return collection.details(), collection


def test_errors_are_told_in_px_percent_and_mm() -> None:
    mice = data(spacing=(0.5, 0.5))
    details, _ = collected([(mice, "visual", answers(mice, dict.fromkeys(range(10), 8.0)))])
    detail = details.categories[0].prompts[0]
    assert detail.errors.mean_px == pytest.approx(4.0)  # noses 8 px off, tails not
    assert detail.errors.percent.value == pytest.approx(4.0)
    assert detail.errors.ne == pytest.approx(1.0)  # of 400 px
    assert detail.errors.mean_mm == pytest.approx(2.0)
    assert detail.errors.sdr == (50.0, 50.0, 50.0, 100.0)  # a nose is exactly 4 mm off
    assert [keypoint.name for keypoint in detail.keypoints] == list(NAMES)
    assert [keypoint.mean_px for keypoint in detail.keypoints] == pytest.approx([8.0, 0.0])
    assert [keypoint.strict for keypoint in detail.keypoints] == [0.0, 100.0]
    assert [keypoint.pck.value for keypoint in detail.keypoints] == [100.0, 100.0]


def test_without_a_spacing_there_are_no_mm_and_a_given_one_fills_in() -> None:
    mice = data()
    found = answers(mice, {0: 8.0})
    assert collected([(mice, "text", found)])[0].categories[0].prompts[0].errors.sdr == ()
    told = collected([(mice, "text", found)], spacing_mm=0.1)[0].categories[0].prompts[0].errors
    assert told.mean_mm == pytest.approx(0.1 * told.mean_px)


def test_a_spacing_in_the_record_goes_before_the_one_given() -> None:
    mice = data(spacing=(0.5, 0.5))
    errors = (
        collected([(mice, "text", answers(mice, {0: 8.0}))], spacing_mm=9.0)[0]
        .categories[0]
        .prompts[0]
        .errors
    )
    assert errors.mean_mm == pytest.approx(0.5 * errors.mean_px)


def test_pck_is_the_mean_over_episodes_and_lies_in_its_interval() -> None:
    mice = data()
    found = answers(mice, {0: 50.0, 1: 50.0, 2: 50.0})
    details, _ = collected([(mice, "visual", found)])
    plain = 100 * np.mean([one.right(0.1)[one.counted].mean() for one in found])
    estimate = details.means["visual"]["pck@0.1"]
    assert estimate.value == pytest.approx(plain)
    assert estimate.low < plain < estimate.high
    assert details.sets["mice"]["visual"]["pck@0.1"] == estimate


def test_exchanged_sides_have_an_interval_over_pictures() -> None:
    mice = data()
    sided = replace(mice, category=replace(mice.category, pairs=((0, 1),)))
    found = answers(sided, {})
    for one in found:  # the first three pictures' points are at each other's place
        one.predicted[one.queries < 3] = one.truth[one.queries < 3][:, ::-1]
    details, _ = collected([(sided, "visual", found), (data(dataset="rats"), "visual", answers(mice, {}))])
    rate = 100 * np.mean(np.concatenate([one.queries for one in found]) < 3)
    told = details.categories[0].prompts[0].exchanged
    assert told is not None
    assert told.value == pytest.approx(rate)
    assert 0 <= told.low < rate < told.high <= 100
    assert details.means["visual"]["left_right"] == told  # a set without pairs has no say
    assert details.categories[1].prompts[0].exchanged is None


def test_what_is_better_on_every_picture_is_surely_better_than_the_baseline() -> None:
    mice = data(20)
    bad = dict.fromkeys(range(10), 50.0)
    model, baseline = answers(mice, dict.fromkeys(range(3), 50.0)), answers(mice, bad)
    details, _ = collected([(mice, "visual", model), (mice, "training_free", baseline)])
    gain = details.mean_gains["visual"]
    assert gain.value == pytest.approx(
        details.means["visual"]["pck@0.1"].value - details.means["training_free"]["pck@0.1"].value
    )
    assert gain.low > 0
    assert set(details.gains["mice"]) == {"visual"}


def test_the_mean_over_sets_weighs_sets_and_not_their_categories() -> None:
    first, second = data(dataset="mice"), data(dataset="mice", name="rat")
    third = data(dataset="flies")
    noses = dict.fromkeys(range(10), 50.0)
    details, _ = collected(
        [
            (first, "text", answers(first, noses)),
            (second, "text", answers(second, noses)),
            (third, "text", answers(third, {})),
        ]
    )
    assert details.means["text"]["pck@0.1"].value == pytest.approx((50 + 100) / 2)


def test_two_people_s_own_distance_is_told_beside_the_model_s() -> None:
    mice = data(readings=True, spacing=(0.1, 0.1))
    found = collected([(mice, "text", answers(mice, {}))])[0].categories[0].observers
    assert found is not None
    assert found.mean_px == pytest.approx(5.0)
    assert found.percent == pytest.approx(5.0)
    assert found.mean_mm == pytest.approx(0.5)
    assert found.keypoints == pytest.approx((5.0, 5.0))
    assert collected([(data(), "text", answers(data(), {}))])[0].categories[0].observers is None


def test_the_worst_cases_are_the_ones_with_the_fewest_right_points_each_picture_once() -> None:
    mice = data()
    _, collection = collected([(mice, "visual", answers(mice, {4: 12.0, 7: 80.0, 2: 9.0}))], worst=3)
    cases = collection.worst_cases()["mice/mouse"]
    assert [case.query for case in cases] == [7, 4, 2]
    assert cases[0].error == pytest.approx(0.4)
    assert cases[0].right == 0.5
    assert len(cases[0].supports) == 1


def test_other_words_are_compared_where_the_words_differ() -> None:
    mice = data()
    words = {"wrong": {"mice/mouse": ("chimney", "tail")}}
    collection = DetailCollection(EvaluationConfig(wordings=words), draws=100)
    for prompt, off in (("text", {}), ("text/wrong", dict.fromkeys(range(10), 60.0))):
        collection.observe(mice, prompt, answers(mice, off, shown=False), lambda _: (200, 400))
    found = collection.details().wordings
    assert len(found) == 1
    assert (found[0].keypoints, found[0].of) == (1, 2)
    assert found[0].given["pck@0.1"] == 100.0
    assert found[0].asked["pck@0.1"] == 0.0
    assert found[0].change.value == -100.0


def test_the_mean_score_of_each_wording_is_calibrated_for_its_prompt() -> None:
    mice = data()
    words = {"wrong": {"mice/mouse": ("chimney", "tail")}}
    knots = {"text": ((0.0, 0.0), (0.5, 0.8), (1.0, 1.0))}
    collection = DetailCollection(EvaluationConfig(wordings=words), by_prompt=knots, draws=100)
    for prompt, nose in (("text", 0.5), ("text/wrong", 0.125)):
        found = answers(mice, {}, shown=False)
        for one in found:  # the tail keeps its word, and must not hide that the nose's score falls
            one.peaks[:] = [nose, 1.0]
        collection.observe(mice, prompt, found, lambda _: (200, 400))
    (told,) = collection.details().wordings
    assert told.given["score"] == pytest.approx(0.8)
    assert told.asked["score"] == pytest.approx(0.2)


def test_a_category_of_which_nothing_counted_is_left_out_of_the_means() -> None:
    mice, rats = data(), data(name="rat")
    details, _ = collected([(mice, "visual", answers(mice, {})), (rats, "visual", [])])
    assert details.means["visual"]["pck@0.1"].value == 100.0
    assert details.categories[1].prompts == ()
