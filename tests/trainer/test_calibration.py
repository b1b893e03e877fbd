"""Scores mean the chance of being right."""

from __future__ import annotations

import numpy as np
import pytest

from gkdt_core.errors import TrainingError
from trainer.calibration import (
    apply_calibration,
    expected_calibration_error,
    fit_calibration,
    reliability,
)


def test_a_calibrated_score_is_the_chance_of_a_hit() -> None:
    rng = np.random.default_rng(0)
    peaks = rng.uniform(0.2, 0.9, 20000)
    chance = (peaks - 0.2) ** 2 * 2
    hits = rng.random(20000) < chance
    knots = fit_calibration(peaks[:10000], hits[:10000])
    scores = apply_calibration(peaks[10000:], knots)
    assert expected_calibration_error(scores, hits[10000:]) < 0.03
    assert expected_calibration_error(peaks[10000:], hits[10000:]) > 0.15


def test_a_higher_peak_never_gets_a_lower_score() -> None:
    rng = np.random.default_rng(1)
    peaks = rng.random(3000)
    hits = rng.random(3000) < 0.5  # no relation at all
    knots = fit_calibration(peaks, hits)
    scores = apply_calibration(np.linspace(-1, 2, 500), knots)
    assert (np.diff(scores) >= 0).all()
    assert 0 <= scores.min() <= scores.max() <= 1


def test_too_few_predictions_are_refused() -> None:
    with pytest.raises(TrainingError, match="12 predictions"):
        fit_calibration(np.zeros(12), np.zeros(12, bool))


def test_reliability_counts_scores_and_hits_in_each_bin() -> None:
    scores = np.array([0.05, 0.15, 0.15, 1.0])
    found = reliability(scores, np.array([False, True, False, True]))
    assert [row.count for row in found.bins] == [1, 2, 0, 0, 0, 0, 0, 0, 0, 1]
    assert (found.bins[1].score, found.bins[1].right) == pytest.approx((0.15, 0.5))
    assert (found.bins[9].low, found.bins[9].right) == pytest.approx((0.9, 1.0))
    assert np.isnan(found.bins[5].score)
    assert found.error == pytest.approx((0.05 + 2 * 0.35 + 0.0) / 4)
    assert found.count == 4


def test_reliability_of_nothing_is_no_number() -> None:
    assert np.isnan(reliability(np.zeros(0), np.zeros(0, bool)).error)
