"""Curves over the number of labelled images as an SVG, written as text: no drawing library is needed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

_INK, _MUTED, _LINE = "#1f2933", "#66727f", "#d9dee3"
_COLOURS = ("#2f6db5", "#c2611f", "#2c8a57")
_WIDE, _HIGH, _GAP, _MARGIN, _TOP = 260, 200, 56, 52, 84


@dataclass(frozen=True, slots=True)
class Line:
    """One curve: (images, percent) points, images ascending from 0."""

    name: str
    points: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Curves of one set; every panel has the same lines."""

    title: str
    lines: tuple[Line, ...]


def draw_lines(path: Path, title: str, below: str, panels: Sequence[Panel]) -> None:
    """Writes panels side by side, two in a row, from 0 to 100 percent over the logarithm of images + 1."""
    across = min(2, max(1, len(panels)))
    rows = math.ceil(len(panels) / across)
    width = 2 * _MARGIN + across * _WIDE + (across - 1) * _GAP
    height = _TOP + rows * (_HIGH + _GAP + 18)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        _text(_MARGIN, 28, title, size=16),
    ]
    for number, line in enumerate(panels[0].lines if panels else ()):
        x = _MARGIN + 110 * number
        parts.append(f'<rect x="{x}" y="42" width="18" height="4" fill="{_COLOURS[number]}"/>')
        parts.append(_text(x + 24, 48, line.name))
    most = max((images for panel in panels for line in panel.lines for images, _ in line.points), default=1)
    for number, panel in enumerate(panels):
        left = _MARGIN + (number % across) * (_WIDE + _GAP)
        top = _TOP + (number // across) * (_HIGH + _GAP + 18)
        parts += _panel(panel, left, top, max(most, 1), below)
    path.write_text("\n".join([*parts, "</svg>"]) + "\n", encoding="utf-8")


def _panel(panel: Panel, left: float, top: float, most: int, below: str) -> list[str]:
    def x_of(images: int) -> float:
        return left + _WIDE * math.log1p(images) / math.log1p(most)

    def y_of(percent: float) -> float:
        return top + _HIGH * (1 - percent / 100)

    parts = [_text(left, top - 10, panel.title, size=13)]
    for percent in range(0, 101, 20):
        y = y_of(percent)
        parts.append(f'<path d="M{left} {y:.1f}h{_WIDE}" stroke="{_LINE}" fill="none"/>')
        parts.append(_text(left - 8, y + 4, str(percent), anchor="end", colour=_MUTED))
    for images in dict.fromkeys(images for line in panel.lines for images, _ in line.points):
        parts.append(_text(x_of(images), top + _HIGH + 16, str(images), anchor="middle", colour=_MUTED))
    parts.append(_text(left + _WIDE / 2, top + _HIGH + 34, below, anchor="middle", colour=_MUTED))
    for line, colour in zip(panel.lines, _COLOURS, strict=False):
        places = [(x_of(images), y_of(percent)) for images, percent in line.points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline points="{path}" stroke="{colour}" stroke-width="2" fill="none"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places]
    return parts


def _text(x: float, y: float, text: str, *, size: int = 12, anchor: str = "start", colour: str = _INK) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}">'
        f"{escape(text)}</text>"
    )
