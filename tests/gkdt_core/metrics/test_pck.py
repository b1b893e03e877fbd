"""PCK against the released numbers and by hand."""

from __future__ import annotations

import numpy as np
import pytest

from gkdt_core.metrics.pck import pck
from tests.shared_data import SHARED, needs_shared


@needs_shared
def test_pck_at_three_thresholds_is_the_released_one() -> None:
    stored = np.load(SHARED / "parity" / "loss_and_pck.npz")
    for threshold, expected in zip((0.05, 0.1, 0.2), stored["pck"], strict=True):
        found = pck(
            stored["pck_pred"],
            stored["pck_gt"],
            stored["pck_mask"] > 0,
            stored["pck_edges"].max(axis=1),
            threshold,
        )
        assert found == pytest.approx(float(expected), abs=1e-9)


def test_a_distance_equal_to_the_threshold_counts_as_right() -> None:
    truth = np.zeros((1, 1, 2))
    assert pck(np.array([[[10.0, 0.0]]]), truth, np.ones((1, 1), bool), np.array([100.0]), 0.1) == 1.0
    assert pck(np.array([[[10.1, 0.0]]]), truth, np.ones((1, 1), bool), np.array([100.0]), 0.1) == 0.0


def test_a_point_that_was_not_found_is_wrong_and_an_empty_count_has_no_rate() -> None:
    truth = np.zeros((1, 2, 2))
    found = np.array([[[np.nan, np.nan], [0.0, 0.0]]])
    assert pck(found, truth, np.ones((1, 2), bool), np.array([100.0]), 0.1) == 0.5
    assert np.isnan(pck(found, truth, np.zeros((1, 2), bool), np.array([100.0]), 0.1))
