"""Bar charts as PNG, drawn with Pillow alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from gkdt_core.errors import DatasetError

_INK, _MUTED, _LINE, _PAPER = "#1f2933", "#66727f", "#d9dee3", "#ffffff"
_BAR, _SECOND = "#2f6db5", "#c3d3e6"
_SCALE = 2
"""Everything is drawn this much larger than its nominal size, for sharp text on any screen."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes:
        label: What it stands for.
        value: Its length.
        text: Written at its end.
        behind: Length of a pale bar behind it; 0 for none.
    """

    label: str
    value: float
    text: str
    behind: float = 0.0


@dataclass(frozen=True, slots=True)
class Panel:
    """Some bars under a title."""

    title: str
    bars: tuple[Bar, ...]


def draw_bars(path: Path, title: str, subtitle: str, panels: Sequence[Panel]) -> None:
    """Writes a chart of horizontal bars, the panels side by side with one scale and the labels at the left.

    Every panel has the same labels in the same order.

    Raises:
        DatasetError: The file cannot be written.
    """
    _Chart(title, subtitle, panels).save(path)


class _Chart:
    def __init__(self, title: str, subtitle: str, panels: Sequence[Panel]) -> None:
        self._panels = panels
        self._row, self._gap, self._margin = self._px(26), self._px(26), self._px(24)
        self._large, self._plain, self._small = (self._font(size) for size in (18, 13, 12))
        bars = [bar for panel in panels for bar in panel.bars]
        self._longest = max((max(bar.value, bar.behind) for bar in bars), default=0.0) or 1.0
        labels = max((self._plain.getlength(bar.label) for bar in bars), default=0.0)
        texts = max((self._small.getlength(bar.text) for bar in bars), default=0.0)
        self._left = self._margin + int(labels) + self._px(12)
        self._text_room = int(texts) + self._px(8)
        self._bar_room = self._px(420 if len(panels) == 1 else 150)
        self._panel = self._bar_room + self._text_room
        self._top = self._px(92)
        rows = max(len(panel.bars) for panel in panels)
        width = self._left + len(panels) * self._panel + (len(panels) - 1) * self._gap + self._margin
        width = max(width, self._margin * 2 + int(self._large.getlength(title)))
        width = max(width, self._margin * 2 + int(self._small.getlength(subtitle)))
        self._image = Image.new("RGB", (width, self._top + rows * self._row + self._margin), _PAPER)
        self._pen = ImageDraw.Draw(self._image)
        self._pen.text((self._margin, self._px(16)), title, _INK, self._large)
        self._pen.text((self._margin, self._px(42)), subtitle, _MUTED, self._small)
        for number, panel in enumerate(panels):
            self._draw(panel, self._left + number * (self._panel + self._gap), number == 0)

    @staticmethod
    def _px(nominal: float) -> int:
        return round(nominal * _SCALE)

    @staticmethod
    def _font(size: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
        return ImageFont.load_default(size * _SCALE)

    def _draw(self, panel: Panel, x: int, with_labels: bool) -> None:
        bottom = self._top + len(panel.bars) * self._row
        self._pen.text((x, self._top - self._px(8)), panel.title, _INK, self._plain, anchor="ls")
        self._pen.line([(x, self._top), (x, bottom)], _LINE, self._px(1))
        for row, bar in enumerate(panel.bars):
            middle = self._top + row * self._row + self._row // 2
            half = self._px(8)
            if with_labels:
                place = (x - self._px(10), middle)
                self._pen.text(place, bar.label, _INK, self._plain, anchor="rm")
            for length, colour in ((bar.behind, _SECOND), (bar.value, _BAR)):
                if length > 0:
                    end = x + max(self._px(1), round(length / self._longest * self._bar_room))
                    self._pen.rectangle([(x, middle - half), (end, middle + half)], colour)
            end = x + round(max(bar.value, bar.behind) / self._longest * self._bar_room) + self._px(6)
            self._pen.text((end, middle), bar.text, _MUTED, self._small, anchor="lm")

    def save(self, path: Path) -> None:
        try:
            self._image.save(path, optimize=True)
        except OSError as error:
            raise DatasetError(
                f"{path} was not written: {error.strerror or error}.", hint="Check the folder and free space."
            ) from error
