"""The marks on the image: what each keypoint looks like, gathered into flat arrays, and painted.

Everything is painted in view coordinates (logical px), so marks have the same size at every zoom. All marks
of all instances are rows of one table: culling and hit testing are array operations, and painting 17,000
rings copies small pictures drawn once.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from app.canvas.colours import COLOURS, edge_colours, keypoint_colours
from app.canvas.events import ShownInstance
from gkdt_core.domain import Category, Instance, Origin, Visibility

RING = 9.0
"""Outer diameter of a ring without its halo."""
SELECTED_RING = 13.0
HALO = 1.0
EDGE_WIDTH = 1.5
EDGE_OPACITY = 0.7
OTHERS_OPACITY = 0.6
"""How strong the instances beside the selected one are."""
GHOST_OPACITY = 0.7
"""How strong points are that are only proposed."""

_HALO_COLOUR = QColor(0, 0, 0, 115)
_EDGE_HALO_COLOUR = QColor(0, 0, 0, 70)
_EDGE_HALO_LIMIT = 1500
"""Above so many edges they are drawn without a halo and without smoothing, to keep panning smooth."""
_VECTOR_LIMIT = 400
"""Up to so many keypoints each ring is drawn at its exact place; above it at the nearest device pixel."""

LABEL_WIDTH = 180.0

SCORE_STEPS = 4
"""A score is shown in this many steps of width and paleness."""

SOLID, DASHED, DOTTED = 0, 1, 2
_LINE_OF_ORIGIN = np.array([SOLID, SOLID, DASHED, DOTTED], np.int64)
"""By `Origin`: nobody's and a person's solid, the model's dashed, carried ones dotted."""
_DOTS, _DASHES = 8, 4


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """What one ring looks like.

    Attributes:
        colour: Its place in `colours.COLOURS`.
        line: SOLID, DASHED or DOTTED.
        half: Half a ring, for an occluded keypoint.
        strength: 0 (a low score: thin and pale) to SCORE_STEPS - 1.
        selected: Larger and thicker.
    """

    colour: int
    line: int = SOLID
    half: bool = False
    strength: int = SCORE_STEPS - 1
    selected: bool = False

    @property
    def code(self) -> int:
        """The style as one number; `style_of_code` is the inverse."""
        return _code(self.colour, self.line, int(self.half), self.strength) * 2 + int(self.selected)


def _code(colour: int, line: int, half: int, strength: int) -> int:
    return ((colour * 3 + line) * 2 + half) * SCORE_STEPS + strength


@lru_cache(maxsize=4096)
def style_of_code(code: int) -> MarkStyle:
    """The style that a number of `mark_codes` stands for."""
    rest, selected = divmod(code, 2)
    rest, strength = divmod(rest, SCORE_STEPS)
    rest, half = divmod(rest, 2)
    colour, line = divmod(rest, 3)
    return MarkStyle(colour, line, bool(half), strength, bool(selected))


@lru_cache(maxsize=256)
def _colour_rows(category: Category) -> NDArray[np.int64]:
    return np.array([COLOURS.index(colour) for colour in keypoint_colours(category)], np.int64)


def mark_codes(instance: Instance, score_shading: bool = True) -> NDArray[np.int64]:
    """(N,) the style of each keypoint of `instance` as numbers; those of unlabeled ones mean nothing."""
    line = _LINE_OF_ORIGIN[instance.origins]
    half = instance.visibility == Visibility.OCCLUDED
    strength = np.full(len(instance.category), SCORE_STEPS - 1, np.int64)
    if score_shading:
        judged = (instance.origins == Origin.MODEL) & np.isfinite(instance.scores)
        steps = np.floor(np.clip(instance.scores[judged], 0, 1) * SCORE_STEPS).astype(np.int64)
        strength[judged] = np.minimum(steps, SCORE_STEPS - 1)
    rows = _colour_rows(instance.category)
    return np.asarray((((rows * 3 + line) * 2 + half) * SCORE_STEPS + strength) * 2, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class _Block:
    """One instance's part of the table, kept as long as the instance is the same value."""

    instance: Instance
    codes: NDArray[np.int64]
    edges: NDArray[np.int64]
    edge_rows: NDArray[np.int64]
    box: tuple[float, ...]
    region: tuple[float, ...]


@dataclass(slots=True, eq=False)
class MarkTable:
    """All keypoints and edges of all shown instances as flat arrays.

    Attributes:
        points: (P, 2) image coordinates, NaN where nothing is drawn; the one thing a drag changes.
        codes: (P,) styles, see `style_of_code`.
        owners: (P, 2) place of the instance in `ids`, keypoint index.
        edges: (E, 2) rows of `points`.
        edge_colours: (E,) places in `colours.COLOURS`.
        boxes: (M, 4) xyxy image coordinates of the instances' boxes, NaN without one.
        regions: (M, 4) the same, or around the points where there is no box.
        ids: (M,) instance ids.
        first_rows: (M,) the first row of each instance in `points`.
        names: (P,) keypoint names.
    """

    points: NDArray[np.float64] = field(default_factory=lambda: np.empty((0, 2)))
    codes: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))
    owners: NDArray[np.int64] = field(default_factory=lambda: np.empty((0, 2), np.int64))
    edges: NDArray[np.int64] = field(default_factory=lambda: np.empty((0, 2), np.int64))
    edge_colours: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))
    boxes: NDArray[np.float64] = field(default_factory=lambda: np.empty((0, 4)))
    regions: NDArray[np.float64] = field(default_factory=lambda: np.empty((0, 4)))
    ids: tuple[int, ...] = ()
    first_rows: tuple[int, ...] = ()
    names: tuple[str, ...] = ()

    def row(self, instance_id: int | None, index: int | None) -> int | None:
        """The row of a keypoint that is drawn, or None."""
        if instance_id not in self.ids or index is None:
            return None
        place = self.ids.index(instance_id)
        end = self.first_rows[place + 1] if place + 1 < len(self.ids) else len(self.points)
        row = self.first_rows[place] + index
        return row if 0 <= index and row < end and np.isfinite(self.points[row, 0]) else None

    def keypoint(self, row: int) -> tuple[int, int]:
        """(instance id, keypoint index) of a row."""
        place, index = self.owners[row]
        return self.ids[int(place)], int(index)


class MarkCollector:
    """Turns instances into a `MarkTable`; what did not change since the last call is taken over."""

    def __init__(self) -> None:
        self._blocks: dict[int, _Block] = {}
        self._shading = True

    def collect(
        self,
        shown: Sequence[ShownInstance],
        *,
        hidden: Mapping[str, frozenset[int]] = MappingProxyType({}),
        score_shading: bool = True,
    ) -> MarkTable:
        """The table of `shown`, without the keypoints in `hidden`: indices by category name."""
        if score_shading != self._shading:
            self._blocks.clear()
            self._shading = score_shading
        blocks = {}
        for item in shown:
            block = self._blocks.get(item.id)
            if block is None or block.instance is not item.instance:
                block = _block(item.instance, score_shading)
            blocks[item.id] = block
        self._blocks = blocks
        if not shown:
            return MarkTable()
        parts = [blocks[item.id] for item in shown]
        counts = [len(part.codes) for part in parts]
        starts = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int64)
        indices = np.concatenate([np.arange(count) for count in counts])
        points = np.concatenate([part.instance.keypoints for part in parts])
        for part, start, count in zip(parts, starts, counts, strict=True):
            gone = [index for index in hidden.get(part.instance.category.name, ()) if index < count]
            points[start + np.array(gone, np.int64)] = np.nan
        return MarkTable(
            points=points,
            codes=np.concatenate([part.codes for part in parts]),
            owners=np.stack([np.repeat(np.arange(len(parts)), counts), indices], axis=1),
            edges=np.concatenate([part.edges + start for part, start in zip(parts, starts, strict=True)]),
            edge_colours=np.concatenate([part.edge_rows for part in parts]),
            boxes=np.array([part.box for part in parts]),
            regions=np.array([part.region for part in parts]),
            ids=tuple(item.id for item in shown),
            first_rows=tuple(int(start) for start in starts),
            names=tuple(itertools.chain.from_iterable(part.instance.category.keypoints for part in parts)),
        )


def _block(instance: Instance, score_shading: bool) -> _Block:
    nowhere = (float("nan"),) * 4
    region = instance.region
    return _Block(
        instance,
        mark_codes(instance, score_shading),
        *edge_rows(instance.category),
        box=nowhere if instance.box is None else instance.box.as_xyxy(),
        region=nowhere if region is None else region.as_xyxy(),
    )


@lru_cache(maxsize=256)
def edge_rows(category: Category) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(E, 2) keypoint indices and (E,) places in `COLOURS` of the skeleton's edges."""
    edges = np.array(category.edges, np.int64).reshape(-1, 2)
    return edges, np.array([COLOURS.index(colour) for colour in edge_colours(category)], np.int64)


def draw_ring(painter: QPainter, centre: QPointF, style: MarkStyle) -> None:
    """One ring with its dark halo; its centre stays free."""
    share = 1.0 if style.selected else style.strength / (SCORE_STEPS - 1)
    width = 1.25 + 0.75 * share
    outer = RING
    if style.selected:
        width, outer = width + 0.75, SELECTED_RING
    colour = QColor(COLOURS[style.colour])
    colour.setAlphaF(0.75 + 0.25 * share)
    radius = (outer - width) / 2
    around = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_HALO_COLOUR, width + 2 * HALO, c=Qt.PenCapStyle.FlatCap))
    painter.drawEllipse(around)
    pen = QPen(colour, width, c=Qt.PenCapStyle.FlatCap)
    length = 2 * math.pi * radius / width  # dash patterns count in pen widths
    if style.line == DASHED:
        period = length / _DASHES
        pen.setDashPattern([period * 0.66, period * 0.34])
    elif style.line == DOTTED:
        period = length / _DOTS
        pen.setDashPattern([period * 0.5, period * 0.5])
    painter.setPen(pen)
    if style.half:  # the halo alone closes the circle, so that its centre can still be judged
        painter.drawArc(around, 90 * 16, 180 * 16)
    else:
        painter.drawArc(around, 45 * 16, 360 * 16)


_SPRITE_SIDE = 19
"""Logical px, odd, so that the centre of a ring is the centre of a pixel; a selected ring with halo fits."""


@lru_cache(maxsize=2048)
def _sprite(code: int, ratio: float) -> QPixmap:
    side = math.ceil(_SPRITE_SIDE * ratio)
    pixmap = QPixmap(side, side)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_ring(painter, QPointF(_SPRITE_SIDE / 2, _SPRITE_SIDE / 2), style_of_code(code))
    painter.end()
    return pixmap


def draw_rings(
    painter: QPainter, points: NDArray[np.float64], codes: NDArray[np.int64], clip: QRectF, ratio: float
) -> None:
    """Rings at `points` (P, 2), view coordinates, NaN rows skipped; only those that touch `clip`."""
    reach = SELECTED_RING / 2 + HALO
    inside = (
        (points[:, 0] >= clip.left() - reach)
        & (points[:, 0] <= clip.right() + reach)
        & (points[:, 1] >= clip.top() - reach)
        & (points[:, 1] <= clip.bottom() + reach)
    )
    rows = np.flatnonzero(inside)
    # By the whole number, not by what `clip` shows: a part painted again must look as it did.
    if len(points) <= _VECTOR_LIMIT:
        for x, y, code in zip(*points[rows].T.tolist(), codes[rows].tolist(), strict=True):
            draw_ring(painter, QPointF(x, y), style_of_code(code))
        return
    corners = np.round((points[rows] - _SPRITE_SIDE / 2) * ratio) / ratio
    for x, y, code in zip(*corners.T.tolist(), codes[rows].tolist(), strict=True):
        painter.drawPixmap(QPointF(x, y), _sprite(code, ratio))


def draw_edges(
    painter: QPainter,
    points: NDArray[np.float64],
    edges: NDArray[np.int64],
    colours: NDArray[np.int64],
    clip: QRectF,
) -> None:
    """Skeleton edges between `points`, from ring to ring so that the rings' centres stay free."""
    if len(edges) == 0:
        return
    start, end = points[edges[:, 0]], points[edges[:, 1]]
    low, high = np.minimum(start, end), np.maximum(start, end)
    seen = (
        (high[:, 0] >= clip.left())
        & (low[:, 0] <= clip.right())
        & (high[:, 1] >= clip.top())
        & (low[:, 1] <= clip.bottom())
    )
    length = np.hypot(*(end - start).T)
    gap = RING / 2 + HALO / 2
    seen &= length > 2 * gap
    start, end, length, colours = start[seen], end[seen], length[seen], colours[seen]
    if len(start) == 0:
        return
    step = (end - start) / length[:, None] * gap
    ends = np.concatenate([start + step, end - step], axis=1)
    lines = [QLineF(*row) for row in ends.tolist()]
    painter.save()
    simple = len(edges) > _EDGE_HALO_LIMIT  # as in `draw_rings`, whatever `clip` shows
    if simple:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    else:
        painter.setPen(QPen(_EDGE_HALO_COLOUR, EDGE_WIDTH + 2 * HALO))
        painter.drawLines(lines)
    for value in np.unique(colours).tolist():
        colour = QColor(COLOURS[value])
        colour.setAlphaF(EDGE_OPACITY)
        painter.setPen(QPen(colour, 1 if simple else EDGE_WIDTH))
        painter.drawLines([lines[row] for row in np.flatnonzero(colours == value).tolist()])
    painter.restore()


def label_font() -> QFont:
    """The font of names on the image: 12 px, whatever the picture under them."""
    font = QFont()
    font.setPixelSize(12)
    return font


def label_text(name: str, metrics: QFontMetricsF) -> str:
    """`name`, shortened at its end where it would cover too much of the picture."""
    return metrics.elidedText(name, Qt.TextElideMode.ElideRight, LABEL_WIDTH)


def label_size(text: str, metrics: QFontMetricsF) -> QSizeF:
    """The size of a name's plate."""
    return QSizeF(metrics.horizontalAdvance(text) + 8, metrics.height() + 2)


def draw_label(painter: QPainter, rect: QRectF, text: str, colour: QColor | None = None) -> None:
    """A name on a dark plate, legible on any picture; `colour` is that of its keypoint."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(18, 19, 21, 205))
    painter.drawRoundedRect(rect, 3, 3)
    if colour is not None:
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(rect.left(), rect.top() + 2, 2, rect.height() - 4), 1, 1)
    painter.setPen(QColor(245, 246, 247))
    painter.drawText(
        rect.adjusted(4, 0, -2, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text
    )


def place_labels(
    anchors: Sequence[tuple[float, float]],
    sizes: Sequence[tuple[float, float]],
    bounds: tuple[float, float, float, float],
    obstacles: NDArray[np.float64],
    forced: int = 0,
    gap: float = 8.0,
) -> list[tuple[float, float] | None]:
    """Where names go so that they cover neither each other nor a ring.

    Args:
        anchors: Ring centres, view coordinates, the most important first.
        sizes: (width, height) of each name's plate.
        bounds: x1, y1, x2, y2 in which a name must lie.
        obstacles: (R, 2) ring centres not to be covered.
        forced: The first so many are placed whatever they cover.
        gap: From ring centre to plate.

    Returns:
        The top-left corner for each name, None where there is no room.
    """
    placed = np.empty((0, 4))
    found: list[tuple[float, float] | None] = []
    margin = RING / 2
    for number, ((x, y), (width, height)) in enumerate(zip(anchors, sizes, strict=True)):
        choices = [
            (x + gap, y - height / 2),
            (x - gap - width, y - height / 2),
            (x - width / 2, y - gap - height),
            (x - width / 2, y + gap),
            (x + gap * 0.7, y - gap * 0.7 - height),
            (x + gap * 0.7, y + gap * 0.7),
            (x - gap * 0.7 - width, y - gap * 0.7 - height),
            (x - gap * 0.7 - width, y + gap * 0.7),
        ]
        best: tuple[float, float] | None = None
        for left, top in choices:
            right, bottom = left + width, top + height
            if left < bounds[0] or top < bounds[1] or right > bounds[2] or bottom > bounds[3]:
                continue
            if (
                len(placed)
                and (
                    (placed[:, 0] < right)
                    & (placed[:, 2] > left)
                    & (placed[:, 1] < bottom)
                    & (placed[:, 3] > top)
                ).any()
            ):
                continue
            if (
                len(obstacles)
                and (
                    (obstacles[:, 0] > left - margin)
                    & (obstacles[:, 0] < right + margin)
                    & (obstacles[:, 1] > top - margin)
                    & (obstacles[:, 1] < bottom + margin)
                ).any()
            ):
                continue
            best = (left, top)
            break
        if best is None and number < forced:
            left = min(max(choices[0][0], bounds[0]), max(bounds[0], bounds[2] - width))
            top = min(max(choices[0][1], bounds[1]), max(bounds[1], bounds[3] - height))
            best = (left, top)
        found.append(best)
        if best is not None:
            row = np.array([[best[0], best[1], best[0] + width, best[1] + height]])
            placed = np.concatenate([placed, row])
    return found
