"""The chart: round ticks, a running mean, and the values under the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from app import theme
from app.panels.curves import Chart, Curve, nice_ticks, running_mean, thinned


@pytest.mark.parametrize(
    ("low", "high", "most", "ticks"),
    [
        (0, 100, 6, [0, 20, 40, 60, 80, 100]),
        (0.2, 1.1, 5, [0.5, 1.0]),
        (47.3, 83.9, 4, [60.0, 80.0]),
        (5, 5, 3, [5.0, 5.5]),
    ],
)
def test_ticks_are_round_numbers_inside_the_range(low, high, most, ticks):
    assert nice_ticks(low, high, most) == pytest.approx(ticks)


def test_the_running_mean_of_a_constant_is_the_constant_and_lags_behind_a_step():
    assert running_mean([(n, 2.0) for n in range(50)]) == [(n, pytest.approx(2.0)) for n in range(50)]
    smoothed = [y for _, y in running_mean([(n, 0.0 if n < 50 else 1.0) for n in range(100)])]
    assert smoothed[49] == 0.0
    assert 0.0 < smoothed[52] < 0.5 < smoothed[80] < 1.0


def test_many_points_are_thinned_to_some_and_the_last_stays():
    points = [(n, float(n)) for n in range(10_000)]
    fewer = thinned(points, 100)
    assert len(fewer) <= 101
    assert fewer[-1] == points[-1]
    assert thinned(points[:100], 100) == points[:100]


def test_the_values_at_a_step_are_those_of_the_nearest_points(qtbot):
    chart = Chart("PCK")
    qtbot.addWidget(chart)
    chart.show_curves((Curve("text", ((0, 1.0), (10, 2.0), (20, 4.0))), Curve("visual", ((5, 7.0),))))
    assert chart.values_at(13) == [("text", 10, 2.0), ("visual", 5, 7.0)]
    assert chart.values_at(99) == [("text", 20, 4.0), ("visual", 5, 7.0)]


def test_a_curve_is_drawn_in_its_colour_and_an_empty_chart_says_so(qtbot):
    chart = Chart("Loss")
    qtbot.addWidget(chart)
    chart.resize(300, 200)
    chart.show()
    accent = QColor(theme.palette().accent)

    def has_accent() -> bool:
        picture = chart.grab().toImage()
        spots = (QPoint(x, y) for x in range(44, 290) for y in range(26, 178))
        return any(picture.pixelColor(spot) == accent for spot in spots)

    assert not has_accent()
    chart.show_curves((Curve("loss", ((0, 3.0), (50, 1.0), (100, 1.0))),), 200)
    assert has_accent()
    qtbot.mouseMove(chart, QPoint(100, 100))
    assert chart.accessibleDescription() == "loss 1"


def test_one_point_alone_is_seen_and_the_axis_ends_at_the_most_that_can_be(qtbot):
    chart = Chart("PCK", most=100.0)
    qtbot.addWidget(chart)
    chart.resize(300, 200)
    chart.show_curves((Curve("names", ((3, 100.0),), smooth=True),), 6)
    accent = QColor(theme.palette().accent)
    picture = chart.grab().toImage()
    # in the middle, at the top of the plot
    assert any(picture.pixelColor(x, y) == accent for x in range(150, 185) for y in range(24, 34))
