"""Bar charts: the bars are as long as their values."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gkdt_core.errors import DatasetError
from trainer.megakpt.chart import Bar, Panel, draw_bars

_BLUE = (0x2F, 0x6D, 0xB5)


def test_bars_are_as_long_as_their_values_on_one_scale(tmp_path: Path) -> None:
    panels = [
        Panel("left", (Bar("a", 1.0, "1"), Bar("b", 0.5, "0.5"))),
        Panel("right", (Bar("a", 0.25, "0.25"), Bar("b", 0.0, "0"))),
    ]
    draw_bars(tmp_path / "chart.png", "A title", "what it shows", panels)
    with Image.open(tmp_path / "chart.png") as picture:
        blue = (np.asarray(picture.convert("RGB")) == _BLUE).all(axis=2)
    lengths = sorted({int(count) for count in blue.sum(axis=1)} - {0})
    # row b has the bar of 0.5 alone, row a those of 1 and 0.25
    assert len(lengths) == 2
    assert lengths[1] / lengths[0] == pytest.approx(1.25 / 0.5, rel=0.02)


def test_a_chart_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"chart\.png was not written"):
        draw_bars(tmp_path / "nowhere" / "chart.png", "t", "s", [Panel("p", (Bar("a", 1, "1"),))])
