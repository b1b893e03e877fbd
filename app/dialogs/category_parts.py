"""Parts of the category dialog: the search for ready-made ones, swatches and rows of buttons."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.canvas import marks
from app.canvas.colours import COLOURS
from app.canvas.marks import MarkStyle
from app.i18n import counted, mark, spoken, tr
from app.object_names import Name
from app.panels.widgets import heading, named, note
from gkdt_core.schemas import SchemaHit, find_schemas, name_in, nearest_schemas

SEARCH_MS = 120
_COLOUR_NAMES = (
    mark("Blue"),
    mark("Sky blue"),
    mark("Pale cyan"),
    mark("Red orange"),
    mark("Amber"),
    mark("Yellow"),
    mark("Grey"),
    mark("Light grey"),
    mark("White"),
    mark("Violet"),
    mark("Mint"),
    mark("Pink"),
    mark("Lime"),
    mark("Periwinkle"),
)


class ReadyMade(QWidget):
    """The ready-made categories, found by the name of the object; an unknown name offers the nearest ones."""

    chosen = Signal(object)
    """`SchemaHit`, named as a person typed it where the object has no schema; None: nothing is found."""
    accepted = Signal()
    """A double click or Enter: this one, and nothing more to change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits: list[SchemaHit] = []
        self.search = named(QLineEdit(), Name.CATEGORY_SEARCH, tr("Search ready-made categories"))
        self.search.setPlaceholderText(tr("horse, hand, car, face…"))
        self.search.setClearButtonEnabled(True)
        self.nearest = named(note(), Name.CATEGORY_NEAREST)
        self.hits = named(QListWidget(), Name.CATEGORY_HITS, tr("Ready-made categories"))
        self.hits.setMinimumHeight(320)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # long names differ anywhere: they are written in full, on two lines where one is too short
        self.hits.setWordWrap(True)
        self.hits.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.hits.setResizeMode(QListWidget.ResizeMode.Adjust)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(heading(tr("Ready-made")))
        column.addWidget(self.search)
        column.addWidget(self.nearest)
        column.addWidget(self.hits, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_MS)
        self._timer.timeout.connect(self.search_now)
        self.search.textChanged.connect(self._timer.start)
        self.search.returnPressed.connect(self._take_first)
        self.hits.currentRowChanged.connect(self._on_row)
        self.hits.itemDoubleClicked.connect(self.accepted)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            taken = QShortcut(QKeySequence(key), self.hits)
            taken.setContext(Qt.ShortcutContext.WidgetShortcut)
            taken.activated.connect(self.accepted)

    @Slot()
    def search_now(self) -> None:
        """Look for what is typed now."""
        query = self.search.text().strip()
        language = spoken()
        self._timer.stop()
        self._hits = find_schemas(query, language=language)
        self.nearest.setVisible(not self._hits)
        if not self._hits:
            self._hits = nearest_schemas(query, language=language)
            self.nearest.setText(
                tr("“{object}” has no skeleton of its own. Nearest:", object=query)
                if self._hits
                else tr(
                    "Nothing ready-made is like “{object}”. Search for a more general word, or name the "
                    "keypoints beside this list.",
                    object=query,
                )
            )
        self.hits.blockSignals(True)
        self.hits.clear()
        names = [hit.object_name for hit in self._hits]
        for hit in self._hits:
            own = name_in(hit.object_name, language)
            parts = [
                *([own] if own else []),
                hit.object_name,
                counted(len(hit.category), "{n} keypoint", "{n} keypoints"),
            ]
            if names.count(hit.object_name) > 1:  # several data sets mark the same object differently
                parts.append(hit.schema_id.replace("_", " "))
            item = QListWidgetItem("  ·  ".join(parts))
            item.setToolTip(f"{hit.object_name}: {', '.join(hit.category.keypoints)}")
            self.hits.addItem(item)
        self.hits.blockSignals(False)
        if self._hits and query:
            self.hits.setCurrentRow(0)
        elif query:
            self.chosen.emit(None)

    @Slot(int)
    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._hits):
            hit = self._hits[row]
            is_its_own = self.nearest.isHidden() or hit.is_correction
            self.chosen.emit(hit if is_its_own else hit.called(self.search.text().strip()))

    @Slot()
    def _take_first(self) -> None:
        """Enter: the first hit is the category; one that is only near is shown first, to be looked at."""
        if not self.search.text().strip():
            self.hits.setFocus()
            return
        self.search_now()
        if self._hits and self.nearest.isHidden():
            self.accepted.emit()
        elif self._hits:
            self.hits.setFocus()


def button_row(*widgets: QWidget) -> QHBoxLayout:
    """Controls side by side; the first one gets the room that is left, buttons share it."""
    row = QHBoxLayout()
    row.setSpacing(theme.GRID)
    for number, widget in enumerate(widgets):
        row.addWidget(widget, 1 if number == 0 or isinstance(widget, QPushButton) else 0)
    return row


def text_button(text: str, name: Name, tip: str) -> QPushButton:
    """A button that Enter elsewhere in the dialog does not press."""
    button = named(QPushButton(text), name)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    return button


def colour_name(code: str) -> str:
    """What a colour is called; "" is the program's choice."""
    return tr(_COLOUR_NAMES[COLOURS.index(code)]) if code else tr("Automatic, by side")


def swatch(code: str) -> QIcon:
    """A square of a colour; empty for the program's choice."""
    pixmap = QPixmap(16, 16)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour(theme.palette().control_line))
    painter.setBrush(QColor(code) if code else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(1.5, 1.5, 13, 13), 3, 3)
    painter.end()
    return QIcon(pixmap)


def numbered_ring(number: int, code: str, ratio: float) -> QIcon:
    """The number of a keypoint and its ring, as the icon of its row."""
    pixmap = QPixmap(round(44 * ratio), round(16 * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour(theme.palette().secondary))
    painter.setFont(marks.label_font())
    painter.drawText(
        QRectF(0, 0, 24, 16), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number)
    )
    marks.draw_ring(painter, QPointF(35, 8), MarkStyle(COLOURS.index(code)))
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # or Qt pales it
    return icon
