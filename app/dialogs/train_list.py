"""The list of trainings: a new one first, then those there are, two lines each."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app import theme
from app.i18n import mark, tr
from app.icons import icon
from app.object_names import Name
from app.panels.widgets import named
from app.training.runs import Phase, RunState, measure_parts

ITEM_HEIGHT = 48
LINE_ROLE, ICON_ROLE, FOLDER_ROLE = (Qt.ItemDataRole.UserRole + number for number in range(3))
PHASE_WORDS = {
    Phase.RUNNING: mark("Running"),
    Phase.STOPPING: mark("Stopping"),
    Phase.DONE: mark("Done"),
    Phase.STOPPED: mark("Stopped"),
    Phase.FAILED: mark("Failed"),
    Phase.LOST: mark("Broken off"),
}
_ICONS = {
    Phase.RUNNING: "graduation-cap",
    Phase.STOPPING: "graduation-cap",
    Phase.DONE: "check",
    Phase.STOPPED: "ban",
    Phase.FAILED: "triangle-alert",
    Phase.LOST: "triangle-alert",
}
Index = QModelIndex | QPersistentModelIndex


def when(unix_time: float) -> str:
    """A time as the list shows it."""
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(unix_time))


def result_words(state: RunState) -> str:
    """The gain of a training in a few words ("PCK@0.1 71.0 → 83.5"), or ""."""
    found = [(parts, before, after) for name, before, after in state.table if (parts := measure_parts(name))]
    found = [one for one in found if math.isfinite(one[1] + one[2])]
    best = [one for one in found if one[0][1] == 0.1] or found
    order = {"both": 0, "visual": 1, "text": 2}
    best.sort(key=lambda one: order[one[0][0]])
    if not best:
        return ""
    (_, threshold), before, after = best[0]
    # "100.0" would not fit beside the date
    first, last = (f"{value:.1f}".replace("100.0", "100") for value in (before, after))
    return f"PCK@{threshold:g} {first} → {last} %"


def _short_result(state: RunState) -> str:
    return result_words(state).partition(" ")[2]


def line_of(state: RunState) -> str:
    """The second line of a training in the list."""
    parts = [tr(PHASE_WORDS[state.phase])]
    if state.phase is Phase.RUNNING and math.isfinite(state.fraction):
        parts.append(f"{state.fraction:.0%}")
    parts.append(when(state.record.began)[5:])
    if not state.is_active:
        parts.append(_short_result(state))
    return " · ".join(filter(None, parts))


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ITEM_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, palette = QRect(option.rect), theme.palette()
        font, small = QFont(option.font), theme.tabular(QFont(option.font))
        font.setPixelSize(theme.BODY_PX)
        small.setPixelSize(theme.SECONDARY_PX)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(palette.selection))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(palette.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(palette.raised))
        side = theme.ICON_SMALL
        icon(index.data(ICON_ROLE)).paint(painter, QRect(rect.left() + 12, rect.top() + 8, side, side))
        left = rect.left() + 12 + side + 8
        width = rect.right() - 8 - left
        for text, use, colour, top in (
            (index.data(Qt.ItemDataRole.DisplayRole), font, palette.text, 6),
            (index.data(LINE_ROLE), small, palette.secondary, 24),
        ):
            painter.setFont(use)
            painter.setPen(QColor(colour))
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(left, rect.top() + top, width, 18), middle, text)
        painter.restore()


class TrainList(QListWidget):
    """The view; tells which training is looked at."""

    folder_chosen = Signal(object)
    """The `Path` of a training, or None for a new one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, Name.TRAIN_LIST, tr("Trainings"))
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._on_current)

    def show_runs(self, runs: Sequence[RunState], wanted: Path | None) -> None:
        """List the trainings; `wanted` is looked at if it is there, else a new one."""
        self.blockSignals(True)
        self.clear()
        self._add(tr("New training"), tr("On the project that is open"), "plus", None)
        for state in runs:
            self._add(state.record.project, line_of(state), _ICONS[state.phase], state.folder)
        row = next((number for number, state in enumerate(runs, 1) if state.folder == wanted), 0)
        self.setCurrentRow(row)
        self.blockSignals(False)
        self._on_current(self.currentItem())

    def show_run(self, state: RunState) -> None:
        """Write the line of one training anew."""
        for row in range(1, self.count()):
            item = self.item(row)
            if item.data(FOLDER_ROLE) == state.folder:
                item.setData(LINE_ROLE, line_of(state))
                item.setData(ICON_ROLE, _ICONS[state.phase])

    def _add(self, text: str, line: str, symbol: str, folder: Path | None) -> None:
        item = QListWidgetItem(text)
        item.setData(LINE_ROLE, line)
        item.setData(ICON_ROLE, symbol)
        item.setData(FOLDER_ROLE, folder)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, line)
        item.setToolTip(text if folder is None else f"{text}\n{folder}")
        self.addItem(item)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current(self, item: QListWidgetItem | None, before: QListWidgetItem | None = None) -> None:
        if item is not None:
            self.folder_chosen.emit(item.data(FOLDER_ROLE))
