"""Intervals are as wide as the pictures are few, however many episodes are drawn."""

from __future__ import annotations

import numpy as np
import pytest

from gkdt_core.metrics.bootstrap import (
    group_counts,
    interval,
    resampled_ratios,
)


def episodes(
    rates: np.ndarray, count: int, queries: int, seed: int = 0
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """`count` episodes over pictures of which each has one right or wrong keypoint: `rates` (G,)."""
    rng = np.random.default_rng(seed)
    drawn = np.stack([rng.permutation(len(rates))[: queries + 1] for _ in range(count)])
    asked = drawn[:, 1:].reshape(-1)
    supports = np.repeat(drawn[:, :1], queries, axis=0)
    return rates[asked][:, None], np.ones((len(asked), 1)), asked, supports


def test_more_episodes_of_the_same_pictures_do_not_narrow_the_interval() -> None:
    rates = np.array([1.0] * 14 + [0.0] * 6)
    counts = group_counts([f"picture {n}" for n in range(20)])
    widths = []
    for count in (100, 2000):
        found = interval(resampled_ratios(*episodes(rates, count, 8), counts)[:, 0])
        assert found.low < 0.7 < found.high
        widths.append(found.high - found.low)
    assert widths[1] == pytest.approx(widths[0], rel=0.15)
    # the spread of a share of 20 pictures, 2 x 1.96 x sqrt(0.7 x 0.3 / 20), or a little more
    assert 0.9 < widths[1] / 0.402 < 1.35


def test_four_times_the_pictures_halve_the_interval() -> None:
    widths = []
    for pictures in (20, 80):
        rates = (np.arange(pictures) % 10 < 7).astype(float)
        counts = group_counts([f"picture {n}" for n in range(pictures)])
        found = interval(resampled_ratios(*episodes(rates, 400, 8), counts)[:, 0])
        widths.append(found.high - found.low)
    assert widths[1] / widths[0] == pytest.approx(0.5, abs=0.12)


def test_the_interval_covers_the_truth_about_as_often_as_it_says() -> None:
    rng = np.random.default_rng(5)
    inside = 0
    for trial in range(60):
        rates = (rng.random(30) < 0.6).astype(float)
        counts = group_counts([f"{trial} {n}" for n in range(30)], draws=300)
        found = interval(resampled_ratios(*episodes(rates, 100, 8, trial), counts)[:, 0])
        inside += found.low <= 0.6 <= found.high
    assert inside >= 53


def test_a_bad_support_picture_widens_the_interval() -> None:
    # every query fails where one of five pictures is the support: the queries alone would not show it
    supports = np.repeat(np.arange(200)[:, None] % 5, 8, axis=0)
    queries = np.tile(np.arange(5, 13), 200)
    right, counted = np.where(supports == 0, 0.0, 1.0), np.ones((1600, 1))
    counts = group_counts([str(n) for n in range(13)])
    with_support = interval(resampled_ratios(right, counted, queries, supports, counts)[:, 0])
    without = interval(resampled_ratios(right, counted, queries, supports[:, :0], counts)[:, 0])
    assert np.isnan([without.low, without.high]).all()  # nothing differs: there is nothing to say
    assert with_support.high - with_support.low > 0.4


def test_a_group_s_draws_depend_on_its_name_alone() -> None:
    first, second = group_counts(["a", "b"], 50), group_counts(["c", "b"], 50)
    assert np.array_equal(first[:, 1], second[:, 1])
    assert not np.array_equal(first[:, 0], second[:, 0])


def test_ratios_per_keypoint_are_the_plain_ones_when_every_group_is_drawn_once() -> None:
    right, counted = np.array([[1.0, 0.0], [0.0, 0.0], [1.0, 0.0]]), np.array([[1.0, 1], [1, 0], [1, 0]])
    once = np.ones((1, 3))
    ratios = resampled_ratios(right, counted, np.arange(3), np.zeros((3, 0), np.intp), once)
    assert ratios[0].tolist() == [pytest.approx(2 / 3), 0.0]
    none = resampled_ratios(right, counted, np.arange(3), np.zeros((3, 0), np.intp), np.zeros((1, 3)))
    assert np.isnan(none).all()


def test_draws_that_say_nothing_give_no_interval() -> None:
    found = interval(np.array([np.nan, np.nan, 0.5]))
    assert np.isnan([found.low, found.high]).all()
