"""The tables of the comparison: agreement for every keypoint, and every object with its distance."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from app import theme
from app.i18n import mark, tr
from app.project.comparing import Compared
from gkdt_core.metrics.agreement import ALL, Agreement, PosePair

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NONE = QModelIndex()


def figure(value: float, digits: int = 1) -> str:
    """A number for a table; a dash where there is none."""
    return f"{value:.{digits}f}" if math.isfinite(value) else "–"


class AgreementModel(QAbstractTableModel):
    """A row for all keypoints of a category, then one for each."""

    HEADS = (
        (mark("Keypoint"), mark("Of both sides, by name")),
        (mark("Points"), mark("Times that both sides placed it")),
        (mark("Mean px"), mark("Mean distance between the two")),
        (mark("Median"), mark("Median distance, px")),
        (mark("95 %"), mark("95 % of the distances are smaller, px")),
        (mark("Mean %"), mark("Mean distance, % of the mean of both objects' longer sides")),
        ("≤ 2 %", mark("Share of the points that are at most 2 % of the longer side apart, %")),
        ("≤ 5 %", mark("Share of the points that are at most 5 % of the longer side apart, %")),
        ("≤ 10 %", mark("Share of the points that are at most 10 % of the longer side apart, %")),
        (mark("Visibility"), mark("How often both say the same of visible, occluded or not there, %")),
    )

    VISIBILITY = len(HEADS) - 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Agreement, ...] = ()

    def show_rows(self, rows: tuple[Agreement, ...]) -> None:
        """Show another table."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> Agreement:
        """The row at a place."""
        return self._rows[number]

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.HEADS)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(self.HEADS[section][0])
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            return tr(self.HEADS[section][1])
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole and column:
            return _RIGHT
        if role == Qt.ItemDataRole.FontRole:
            font = theme.tabular(QFont())
            font.setPixelSize(theme.BODY_PX)
            if row.keypoint == ALL:
                font.setWeight(QFont.Weight.DemiBold)
            return font
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column == 0:
            return row.keypoint or tr("{category} (all)", category=row.category)
        values = (
            (row.both, 0), (row.mean_px, 2), (row.median_px, 2), (row.p95_px, 2), (100 * row.mean_share, 2),
            *((100 * share, 1) for share in row.within), (100 * row.same_visibility, 1),
        )  # fmt: skip
        return figure(*values[column - 1])


class PairModel(QAbstractTableModel):
    """Every object; those that only one side has first, then the farthest apart."""

    HEADS = (mark("Image"), mark("Object"), mark("Mean %"), mark("Keypoint"), mark("px"))
    FIGURES = (2, 4)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._compared: Compared | None = None
        self._pairs: list[PosePair] = []
        self._category, self._keypoint = "", ALL

    def show_compared(self, compared: Compared | None) -> None:
        """Show another comparison."""
        self.beginResetModel()
        self._compared = compared
        self._category, self._keypoint = "", ALL
        self._order()
        self.endResetModel()

    def look_for(self, category: str, keypoint: str) -> None:
        """List the objects of a category, those first whose keypoint is farthest apart; `ALL`: the mean."""
        self.beginResetModel()
        self._category, self._keypoint = category, keypoint
        self._order()
        self.endResetModel()

    def pair(self, number: int) -> PosePair:
        """The object at a place."""
        return self._pairs[number]

    def keypoint_of(self, pair: PosePair) -> tuple[str, float]:
        """The keypoint that is looked for, else the one farthest apart, and its distance, px."""
        if self._keypoint != ALL and self._keypoint in pair.keypoints:
            return self._keypoint, float(pair.distances[pair.keypoints.index(self._keypoint)])
        if not pair.is_whole or not np.isfinite(pair.distances).any():
            return "", math.nan
        place = int(np.nanargmax(pair.distances))
        return pair.keypoints[place], float(pair.distances[place])

    def _order(self) -> None:
        pairs = self._compared.comparison.pairs if self._compared is not None else ()
        chosen = [pair for pair in pairs if self._category in ("", pair.category)]
        self._pairs = sorted(chosen, key=self._rank, reverse=True)

    def _rank(self, pair: PosePair) -> float:
        if self._keypoint != ALL:
            distance = self.keypoint_of(pair)[1] if pair.is_whole else math.nan
            return distance if math.isfinite(distance) else -1.0
        if not pair.is_whole:
            return math.inf
        return pair.mean_share if math.isfinite(pair.mean_share) else -1.0

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._pairs)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.HEADS)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(self.HEADS[section])
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in self.FIGURES else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._compared is None:
            return None
        pair, column = self._pairs[index.row()], index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole and column in self.FIGURES:
            return _RIGHT
        if role == Qt.ItemDataRole.FontRole:
            font = theme.tabular(QFont())
            font.setPixelSize(theme.BODY_PX)
            return font
        name = self._compared.comparison.images[pair.image][0].name
        if role == Qt.ItemDataRole.ToolTipRole and column == 0:
            return name
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column == 0:
            return name
        if column == 1:
            return pair.category
        if not pair.is_whole:
            only = self._compared.first if pair.second is None else self._compared.second
            return tr("only in {file}", file=only.name) if column == 3 else ""
        keypoint, distance = self.keypoint_of(pair)
        return (figure(100 * pair.mean_share, 2), keypoint, figure(distance, 2))[column - 2]
