from __future__ import annotations

import numpy as np
import pytest

from app.canvas.adjust import Adjustment


def test_without_any_change_there_is_no_table() -> None:
    assert Adjustment().table() is None
    assert Adjustment(window=(3, 9)).table() is None


def test_gamma_opens_the_dark_and_keeps_black_and_white() -> None:
    table = Adjustment(gamma=2.2).table()
    assert table is not None
    assert (table[0], table[255]) == (0, 255)
    assert table[64] > 64


def test_contrast_turns_about_the_middle_grey() -> None:
    table = Adjustment(contrast=2).table()
    assert table is not None
    assert abs(int(table[127]) - 127) <= 1
    assert table[64] < 10
    assert table[191] > 245


def test_inverting_twice_the_levels_come_back() -> None:
    table = Adjustment(invert=True).table()
    assert table is not None
    assert np.array_equal(table[table], np.arange(256))


@pytest.mark.parametrize(("value", "shown"), [(999, 0), (1000, 0), (1500, 128), (2000, 255), (60_000, 255)])
def test_a_window_maps_its_ends_to_black_and_white(value: int, shown: int) -> None:
    table = Adjustment(window=(1000.0, 2000.0)).deep_table((0.0, 65535.0), 0.0, 1.0)
    assert table[value] == shown


def test_a_window_of_no_width_is_a_threshold() -> None:
    table = Adjustment().deep_table((500.0, 500.0), 0.0, 1.0)
    assert [int(table[value]) for value in (499, 500, 501)] == [0, 128, 255]
