"""The table of the category's keypoints: prompt text, marks on supports, visibility and score here."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QBrush, QColor, QFont, QIcon, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app import theme
from app.canvas.colours import keypoint_colours
from app.i18n import counted, mark, tr
from app.icons import icon, pale_icon
from app.object_names import Name
from app.panels.short_names import short_names
from app.panels.widgets import named
from app.project.records import StoredCategory
from gkdt_core.domain import Instance, Origin, Visibility

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns from left to right."""

    NUMBER = 0
    NAME = 1
    TEXT = 2
    MARKS = 3
    VISIBILITY = 4
    SCORE = 5
    SHOWN = 6


SWATCH_PX = 12
NUMBER_WIDTHS = (44, 54, 62)
"""Of the number's column, by how many digits there are."""
NAME_SHARE = 0.63
"""Of the room for names and prompt texts, at most, where a text differs from its name."""
NAME_WIDTH = 72
WIDEST_HEAD = 56
"""At least, for the column's head."""
SAME = mark("same")
"""What stands for a prompt text that is the name, beside others that are not."""
PENCIL_WIDTH = 26
"""Of the prompt texts' column while all of them are the names."""
HEADS = ("#", mark("Keypoint"), mark("Prompt"), mark("Shots"), mark("Vis"), mark("Score"), "")
TIPS = (
    mark("Number; press it on the keyboard to select the keypoint"),
    mark("Name of the keypoint"),
    mark("The words that tell the model what to look for; double-click to change"),
    mark("On how many prompt images the keypoint is marked"),
    mark("Visible ●, occluded ◐, cannot be seen ✕; click to change"),
    mark("The model's trust, 0 to 1; a point of a person has none"),
    mark("Shown on the picture or hidden; click to change (Shift+H)"),
)


@dataclass(frozen=True, slots=True, eq=False)
class TableContent:
    """All that the table shows.

    Attributes:
        category: Names and prompt texts.
        instance: The selected instance in the image, or None.
        marks: For each keypoint the number of prompt images that mark it.
        hidden: Indices of the keypoints that are not drawn.
    """

    category: StoredCategory
    instance: Instance | None
    marks: tuple[int, ...]
    hidden: frozenset[int] = frozenset()

    def is_like(self, other: TableContent) -> bool:
        """Whether the table shows the same: painting it anew asks for a thousand values."""
        mine, theirs = self.instance, other.instance
        same = mine is theirs or (mine is not None and theirs is not None and mine.same_as(theirs))
        rest = (self.category, self.marks, self.hidden) == (other.category, other.marks, other.hidden)
        return same and rest


def has_own_text(category: StoredCategory, row: int) -> bool:
    """Whether the model is told other words for a keypoint than its name."""
    return category.texts[row] != category.category.keypoints[row]


def visibility_mark(instance: Instance | None, index: int) -> tuple[str, str]:
    """The glyph and the words of a keypoint's visibility in an instance."""
    if instance is None or (not instance.labeled[index] and instance.origins[index] != Origin.HUMAN):
        return "", tr("Not placed")
    if not instance.labeled[index]:
        return "✕", tr("Cannot be seen here")
    if instance.visibility[index] == Visibility.OCCLUDED:
        return "◐", tr("Occluded")
    return "●", tr("Visible")


def swatch(colour: str) -> QPixmap:
    """A keypoint's ring as on the picture, with the dark halo that shows it on a light ground."""
    pixmap = QPixmap(2 * SWATCH_PX, 2 * SWATCH_PX)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = QRectF(2, 2, SWATCH_PX - 4, SWATCH_PX - 4)
    for width, ink in ((4.0, "#202225"), (2.0, colour)):
        painter.setPen(QPen(QColor(ink), width))
        painter.drawEllipse(ring)
    painter.end()
    return pixmap


class KeypointModel(QAbstractTableModel):
    """Rows are keypoints of the category."""

    text_edited = Signal(int, str)
    """Row and new prompt text"""
    texts_changed = Signal()
    """Prompt texts are others than before, the keypoints the same."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content: TableContent | None = None
        self._swatches: list[QPixmap] = []
        self.has_own_texts = False
        """Whether any prompt text differs from the keypoint's name."""

    def show_content(self, content: TableContent | None) -> None:
        """Show another state; rows stay where they are while the category is the same."""
        before = self._content
        if (
            content is not None
            and before is not None
            and content.category.category == before.category.category
        ):
            self._content = content
            if content.is_like(before):
                return
            if content.category.texts != before.category.texts:
                self._note_texts(content)
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.TEXT, Column.TEXT)
                self.texts_changed.emit()
            last = self.index(self.rowCount() - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._content = content
        self._note_texts(content)
        colours = () if content is None else keypoint_colours(content.category.category)
        self._swatches = [swatch(colour) for colour in colours]
        self.endResetModel()

    def _note_texts(self, content: TableContent | None) -> None:
        self.has_own_texts = content is not None and any(
            has_own_text(content.category, row) for row in range(len(content.category.texts))
        )

    @property
    def names(self) -> tuple[str, ...]:
        """Of the keypoints, in the order of the rows."""
        return () if self._content is None else self._content.category.category.keypoints

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() or self._content is None else len(self._content.category.category)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            is_pencils = section == Column.TEXT and not self.has_own_texts
            return tr(HEADS[section]) if HEADS[section] and not is_pencils else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr(TIPS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == Column.TEXT else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        content = self._content
        if content is None or not index.isValid():
            return None
        row, column = index.row(), Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            if column is Column.TEXT and not self.has_own_texts:
                return None  # a pencil says that they can be changed
            return self._text(content, row, column)
        if role == Qt.ItemDataRole.EditRole and column is Column.TEXT:
            return content.category.texts[row]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._foreground(content, row, column)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.NUMBER:
            return self._swatches[row]
        if column is Column.SHOWN:
            return self._shown(row in content.hidden, role)
        if column is Column.TEXT and not self.has_own_texts:
            if role == Qt.ItemDataRole.DecorationRole:
                return pale_icon("pencil")
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return self._text(content, row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            if column is Column.NAME:
                return _name_tip(content, row)
            if column is Column.VISIBILITY:
                return visibility_mark(content.instance, row)[1]
            if column is Column.TEXT:
                return content.category.texts[row] + "\n" + tr("Double-click to tell the model other words.")
            return self._text(content, row, column)
        if role == Qt.ItemDataRole.FontRole and column in (Column.SCORE, Column.NUMBER, Column.MARKS):
            return theme.tabular(QFont())
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        content = self._content
        if content is None or role != Qt.ItemDataRole.EditRole or index.column() != Column.TEXT:
            return False
        text = str(value).strip()
        if text != content.category.texts[index.row()]:
            self.text_edited.emit(index.row(), text)
        return True

    @staticmethod
    def _shown(hidden: bool, role: int) -> Any:
        """The eye: pale while the keypoint is shown, plain when it is hidden, for that is the exception."""
        if role == Qt.ItemDataRole.DecorationRole:
            return icon("eye-off") if hidden else pale_icon("eye")
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return tr("Hidden; click to show it") if hidden else tr("Shown; click to hide it")
        return None

    @staticmethod
    def _text(content: TableContent, row: int, column: Column) -> str:
        if column is Column.NUMBER:
            return str(row + 1)
        if column is Column.NAME:
            return content.category.category.keypoints[row]
        if column is Column.TEXT:
            return content.category.texts[row] if has_own_text(content.category, row) else tr(SAME)
        if column is Column.MARKS:
            return str(content.marks[row]) if content.marks[row] else ""
        if column is Column.VISIBILITY:
            return visibility_mark(content.instance, row)[0]
        score = math.nan if content.instance is None else float(content.instance.scores[row])
        return f"{score:.2f}" if math.isfinite(score) else ""

    def _foreground(self, content: TableContent, row: int, column: Column) -> QBrush | None:
        secondary = QBrush(QColor(theme.palette().secondary))
        if column is Column.NUMBER:
            return secondary
        if column is Column.TEXT:
            if not content.category.use_text:
                return QBrush(QColor(theme.palette().disabled))
            return None if has_own_text(content.category, row) else secondary
        if column is Column.NAME and content.instance is not None:
            return None if visibility_mark(content.instance, row)[0] else secondary
        return None


def _name_tip(content: TableContent, row: int) -> str:
    """The whole name, and what stands in columns that there may be no room for."""
    name = content.category.category.keypoints[row]
    count = content.marks[row]
    if not count:
        return name
    return name + "\n" + counted(count, "Marked on {n} prompt image", "Marked on {n:,} prompt images")


class NameDelegate(QStyledItemDelegate):
    """Shows the shorter text of a name that there is no room for."""

    short: Mapping[str, str] = {}

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = self.short.get(option.text, option.text)


class WordsDelegate(QStyledItemDelegate):
    """Edits prompt texts, which are sentences, over the width of the row; its pencil is only seen in the row
    that somebody works on."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        state = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        if not option.state & state:
            option.icon = QIcon()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        super().updateEditorGeometry(editor, option, index)
        table = self.parent()
        if isinstance(table, QTableView):
            left = table.columnViewportPosition(Column.TEXT)
            if table.columnWidth(Column.TEXT) <= PENCIL_WIDTH:
                left = table.columnViewportPosition(Column.NAME)
            place = editor.geometry()
            place.setLeft(left)
            place.setRight(table.viewport().width() - 1)
            editor.setGeometry(place)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    middle = Qt.AlignmentFlag.AlignVCenter
    if column in (Column.NUMBER, Column.SCORE, Column.MARKS):
        return middle | Qt.AlignmentFlag.AlignRight
    if column is Column.VISIBILITY:
        return Qt.AlignmentFlag.AlignCenter
    return middle | Qt.AlignmentFlag.AlignLeft


class KeypointTable(QTableView):
    """The view: the current row is the selected keypoint."""

    keypoint_chosen = Signal(int)
    visibility_clicked = Signal(int)
    shown_clicked = Signal(int)

    def __init__(self, model: KeypointModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, Name.KEYPOINT_TABLE, tr("Keypoints"))
        self.setModel(model)
        self._model = model
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names mostly differ at their ends
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(theme.ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        # the theme's wider padding would cut off the heads of the narrow columns
        header.setStyleSheet("QHeaderView::section { padding: 0 6px; }")
        header.setMinimumSectionSize(24)
        for column, width in (
            (Column.NUMBER, NUMBER_WIDTHS[0]),
            (Column.MARKS, 46),
            (Column.VISIBILITY, 32),
            (Column.SCORE, 48),
            (Column.SHOWN, 26),
        ):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            # heads are longer in other languages
            text = header.fontMetrics().horizontalAdvance(tr(HEADS[column])) if HEADS[column] else 0
            header.resizeSection(column, max(width, min(text + theme.GROUP_SPACING, WIDEST_HEAD)))
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.TEXT, QHeaderView.ResizeMode.Stretch)
        self.setIconSize(QSize(theme.ICON_SMALL, theme.ICON_SMALL))
        self._names, self._words = NameDelegate(self), WordsDelegate(self)
        self.setItemDelegateForColumn(Column.NAME, self._names)
        self.setItemDelegateForColumn(Column.TEXT, self._words)
        model.modelReset.connect(self._share_width)
        model.texts_changed.connect(self._share_width)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)

    def show_keypoint(self, keypoint: int | None) -> None:
        """Make a keypoint the current row without asking for it again."""
        selection = self.selectionModel()
        selection.blockSignals(True)
        if keypoint is None:
            selection.clear()
        else:
            index = self.model().index(keypoint, max(self.currentIndex().column(), 0))
            flags = QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)
        selection.blockSignals(False)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    @Slot()
    def _share_width(self) -> None:
        """Names get the width they need, up to most of what is free; the prompt texts get the rest, which is
        little while they say nothing else than the names. Where names do not fit, the count of prompt images
        goes, which their tool tips tell too, and then what they have in common."""
        header, is_own = self.horizontalHeader(), self._model.has_own_texts
        digits = len(str(max(self.model().rowCount(), 1)))
        header.resizeSection(Column.NUMBER, NUMBER_WIDTHS[min(digits, len(NUMBER_WIDTHS)) - 1])
        names, metrics = self._model.names, self.fontMetrics()
        frame = 0
        if names:
            first = self._model.index(0, Column.NAME)
            frame = self.sizeHintForIndex(first).width() - metrics.horizontalAdvance(names[0])
        wanted = max([NAME_WIDTH, *(metrics.horizontalAdvance(name) + frame for name in names)])
        fixed = sum(
            header.sectionSize(c) for c in Column if c not in (Column.NAME, Column.TEXT, Column.MARKS)
        )
        width = 0
        for has_marks in (True, False):
            self.setColumnHidden(Column.MARKS, not has_marks)
            free = max(self.viewport().width() - fixed - header.sectionSize(Column.MARKS), 80)
            width = min(wanted, round(free * NAME_SHARE)) if is_own else free - PENCIL_WIDTH
            if width >= wanted:
                break
        header.resizeSection(Column.NAME, width)
        self._names.short = short_names(names, metrics.horizontalAdvance, width - frame)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 4 * theme.ROW_HEIGHT)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == Column.VISIBILITY:
            self.visibility_clicked.emit(index.row())
        elif index.column() == Column.TEXT and not self._model.has_own_texts:
            self.edit(index)
        elif index.column() == Column.SHOWN:
            self.shown_clicked.emit(index.row())

    @Slot(QModelIndex, QModelIndex)
    def _on_row_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid():
            self.keypoint_chosen.emit(current.row())


def count_marks(count: int, supports: list[NDArray[np.bool_]]) -> tuple[int, ...]:
    """For each of `count` keypoints how many supports show it; `supports` are (count,) each."""
    total = np.zeros(count, dtype=np.int64)
    for shown in supports:
        if len(shown) == count:
            total += shown
    return tuple(int(value) for value in total)
