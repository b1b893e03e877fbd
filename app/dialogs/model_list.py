"""The list of models: two lines each, those on this computer first, then those that can be fetched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app import theme
from app.i18n import mark, tr
from app.icons import icon
from app.model_service import ModelRow, Place
from app.object_names import Name
from app.panels.widgets import named

Index = QModelIndex | QPersistentModelIndex
HERE, THERE = mark("On this computer"), mark("Released, not here yet")
ITEM_HEIGHT, HEAD_HEIGHT = 48, 28


class Role(IntEnum):
    """What an item knows beside its text."""

    ROW = Qt.ItemDataRole.UserRole
    """A `ModelRow`, or the text of a head."""
    IN_USE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class ListContent:
    """What the list shows; `in_use` is the model of the settings."""

    rows: tuple[ModelRow, ...]
    in_use: str


class ModelListModel(QAbstractListModel):
    """Heads and models."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[ModelRow | str] = []
        self._in_use = ""

    def show_content(self, content: ListContent) -> None:
        """Show other models."""
        self.beginResetModel()
        here = [row for row in content.rows if row.place is not Place.RELEASED]
        there = [row for row in content.rows if row.place is Place.RELEASED]
        self._items = [tr(HERE), *here, *([tr(THERE), *there] if there else ())]
        self._in_use = content.in_use
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._items)

    def index_of(self, key: str) -> QModelIndex:
        """Where the model `key` is; an invalid index if it is not listed."""
        for number, item in enumerate(self._items):
            if isinstance(item, ModelRow) and item.key == key:
                return self.index(number, 0)
        return QModelIndex()

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._items[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == Role.ROW:
            return item
        if role == Role.IN_USE:
            return isinstance(item, ModelRow) and item.is_model(self._in_use)
        if role == Qt.ItemDataRole.DisplayRole:
            return item if isinstance(item, str) else item.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and isinstance(item, ModelRow):
            return item.line
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(item, ModelRow):
            return item.title
        return None


class ModelDelegate(QStyledItemDelegate):
    """A head, or a model: its name, what it is in one line, and a mark for what is in use or not here."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_head = isinstance(index.data(Role.ROW), str)
        return QSize(200, HEAD_HEIGHT if is_head else ITEM_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect, palette = index.data(Role.ROW), QRect(option.rect), theme.palette()
        font, small, head = QFont(option.font), QFont(option.font), QFont(option.font)
        font.setPixelSize(theme.BODY_PX)
        small.setPixelSize(theme.SECONDARY_PX)
        head.setPixelSize(theme.HEADING_PX)
        head.setWeight(QFont.Weight.DemiBold)
        head.setCapitalization(QFont.Capitalization.SmallCaps)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.save()
        if not isinstance(row, ModelRow):
            painter.setFont(head)
            painter.setPen(QColor(palette.secondary))
            painter.drawText(rect.adjusted(12, 6, -8, 0), middle, str(row))
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(palette.selection))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(palette.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(palette.raised))
        mark = ""
        if row.problem:
            mark = "triangle-alert"
        elif row.place is Place.RELEASED:
            mark = "download"
        elif index.data(Role.IN_USE):
            mark = "check"
        side = theme.ICON_SMALL
        if mark:
            icon(mark).paint(painter, QRect(rect.left() + 12, rect.top() + 8, side, side))
        left = rect.left() + 12 + side + 8
        width = rect.right() - 8 - left
        painter.setFont(font)
        painter.setPen(QColor(palette.text))
        title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideMiddle, width)
        painter.drawText(QRect(left, rect.top() + 6, width, 18), middle, title)
        painter.setFont(small)
        painter.setPen(QColor(palette.secondary))
        line = tr("In use · {line}", line=row.line) if index.data(Role.IN_USE) else row.line
        line = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, rect.top() + 24, width, 18), middle, line)
        painter.restore()


class ModelList(QListView):
    """The view; tells which model is looked at."""

    row_chosen = Signal(object)
    """A `ModelRow`, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, Name.MODELS_LIST, tr("Models"))
        self._model = ModelListModel(self)
        self.setModel(self._model)
        self.setItemDelegate(ModelDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_content(self, rows: Sequence[ModelRow], in_use: str, wanted: str) -> None:
        """List the models; `wanted` is looked at if it is there, else the one in use, else the first."""
        self._model.show_content(ListContent(tuple(rows), in_use))
        current = next((row.key for row in rows if row.is_model(in_use)), "")
        index = self._model.index_of(wanted)
        if not index.isValid():
            index = self._model.index_of(current)
        if not index.isValid() and rows:
            index = self._model.index_of(rows[0].key)
        self.setCurrentIndex(index)
        if not index.isValid():
            self.row_chosen.emit(None)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        row = current.data(Role.ROW) if current.isValid() else None
        self.row_chosen.emit(row if isinstance(row, ModelRow) else None)
