"""Radial errors in px and mm, success rates, and what two observers say."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gkdt_core.metrics.radial_error import observer_distances, radial_errors, summarize_errors


def test_a_distance_in_mm_uses_the_spacing_of_each_direction() -> None:
    predicted, truth = np.array([[[13.0, 24.0]]]), np.array([[[10.0, 20.0]]])
    assert radial_errors(predicted, truth).tolist() == [[5.0]]
    spacing = np.array([[[0.1, 0.2]]])
    assert radial_errors(predicted, truth, spacing)[0, 0] == pytest.approx(math.hypot(0.3, 0.8))


def test_a_point_exactly_at_the_radius_is_within_it() -> None:
    summary = summarize_errors(np.array([1.0, 2.0, 2.5, 6.0, np.nan]), (2.0, 2.5, 4.0))
    assert summary.count == 4
    assert summary.mean == pytest.approx(2.875)
    assert summary.median == 2.25
    assert summary.deviation == pytest.approx(np.std([1, 2, 2.5, 6], ddof=1))
    assert summary.within == (0.5, 0.75, 0.75)


def test_nothing_measured_is_no_number() -> None:
    summary = summarize_errors(np.array([np.nan]), (2.0,))
    assert summary.count == 0
    assert math.isnan(summary.mean)
    assert math.isnan(summary.within[0])


def test_observers_are_compared_where_both_marked_the_keypoint() -> None:
    first = np.array([[0.0, 0.0], [1.0, 1.0], [np.nan, np.nan]])
    second = np.array([[3.0, 4.0], [np.nan, np.nan], [np.nan, np.nan]])
    third = np.array([[0.0, 0.0], [1.0, 3.0], [5.0, 5.0]])
    assert observer_distances([first, second])[0] == 5.0
    assert np.isnan(observer_distances([first, second])[1:]).all()
    three = observer_distances([first, second, third])
    assert three[0] == pytest.approx(10 / 3)
    assert three[1] == 2.0
    assert np.isnan(three[2])
