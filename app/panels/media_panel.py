"""The left panel: search, filter, sort, and the list of images with thumbnails and states."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QCursor, QFont, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.i18n import counted, tr
from app.object_names import Name
from app.panels.media_model import FILTERS, SORTS, MediaModel, MediaRole
from app.panels.widgets import ElidedCombo, named, with_role
from app.project.records import ImageRecord

ITEM_HEIGHT, THUMB_W, THUMB_H = 52, 56, 44


class MediaDelegate(QStyledItemDelegate):
    """One image: thumbnail, name, state glyph and word, lowest score."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(180, ITEM_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        record = index.data(MediaRole.RECORD)
        if not isinstance(record, ImageRecord):
            return
        palette = theme.palette()
        state = option.state
        rect: QRect = option.rect
        font: QFont = option.font
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(palette.selection))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(palette.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(palette.raised))
        frame = QRect(rect.left() + 8, rect.top() + 4, THUMB_W, THUMB_H)
        self._paint_thumbnail(painter, frame, index.data(Qt.ItemDataRole.DecorationRole))
        left = frame.right() + 9
        width = rect.right() - 8 - left
        name_font, small = QFont(font), QFont(font)
        name_font.setPixelSize(theme.BODY_PX)
        small.setPixelSize(theme.SECONDARY_PX)
        painter.setFont(name_font)
        painter.setPen(QColor(palette.text))
        name = painter.fontMetrics().elidedText(record.name, Qt.TextElideMode.ElideMiddle, width)
        upper = QRect(left, rect.top() + 6, width, 20)
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(small)
        lower = QRect(left, rect.top() + 26, width, 20)
        painter.setPen(theme.state_colour(record.state))
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, theme.STATE_GLYPHS[record.state])
        painter.setPen(QColor(palette.secondary))
        painter.drawText(
            lower.adjusted(18, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, tr(theme.STATE_WORDS[record.state])
        )
        if math.isfinite(record.score):
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(lower, flags, f"{record.score:.2f}")
        painter.restore()

    @staticmethod
    def _paint_thumbnail(painter: QPainter, frame: QRect, pixmap: QPixmap | None) -> None:
        painter.fillRect(frame, QColor(theme.palette().raised))
        if pixmap is None:
            return
        size = pixmap.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(0, 0, size.width(), size.height())
        target.moveCenter(frame.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, pixmap)


class MediaView(QListView):
    """The list. All items have one size, so a changed one is painted anew and nothing is laid out again:
    Qt would go through all rows, and with many thousands the window would stand still at each thumbnail."""

    def dataChanged(
        self,
        topLeft: QModelIndex | QPersistentModelIndex,
        bottomRight: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        self.viewport().update()


class SearchLine(QLineEdit):
    """The search: Esc empties it and gives the keyboard back."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        # or the window's own Esc would come first
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and cast("QKeyEvent", event).key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class MediaPanel(QWidget):
    """Search, filter and sort above the list; asks for images, shows the current one."""

    image_chosen = Signal(int)
    open_requested = Signal()
    selection_changed = Signal(object)
    """Ids of the selected images"""
    menu_wanted = Signal(QPoint)
    """Where on screen"""
    image_opened = Signal()
    """A person wants to work on the current image."""

    def __init__(self, model: MediaModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(Name.MEDIA_PANEL)
        self._model = model
        self.search = named(SearchLine(), Name.MEDIA_SEARCH)
        self.search.setPlaceholderText(tr("Search names"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search images by name"))
        self.filter = named(ElidedCombo(), Name.MEDIA_FILTER)
        self.filter.addItems([tr(text) for text, _ in FILTERS])
        self.filter.setAccessibleName(tr("Show images by state"))
        self.sort = named(ElidedCombo(), Name.MEDIA_SORT)
        self.sort.addItems([tr(text) for text, _, _ in SORTS])
        self.sort.setAccessibleName(tr("Order of the images"))
        self.count = with_role(named(QLabel(), Name.MEDIA_COUNT), "secondary")
        self.view = named(MediaView(), Name.MEDIA_LIST)
        self.view.setModel(model)
        self.view.setItemDelegate(MediaDelegate(self.view))
        self.view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(tr("Images"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._empty_text = QLabel()
        self._empty_text.setWordWrap(True)
        self._empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty_button = named(QPushButton(), Name.MEDIA_EMPTY_BUTTON)
        self._lay_out()
        self.search.textChanged.connect(self._apply_query)
        self.filter.currentIndexChanged.connect(self._apply_query)
        self.sort.currentIndexChanged.connect(self._apply_query)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.view.customContextMenuRequested.connect(self._on_menu)
        self.view.doubleClicked.connect(self.image_opened)
        self._empty_button.clicked.connect(self._on_empty_button)
        model.counted.connect(self._on_counted)
        model.modelReset.connect(self._on_reset)
        self._current: int | None = None
        self._on_counted(len(model.ids), model.total)

    def _lay_out(self) -> None:
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.addStretch()
        column.addWidget(self._empty_text)
        column.addWidget(self._empty_button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(empty)
        choices = QHBoxLayout()
        choices.setSpacing(theme.GRID)
        choices.addWidget(self.filter, 5)  # its texts are longer
        choices.addWidget(self.sort, 4)
        for combo in (self.filter, self.sort):
            # the longest text must not set the panel's width
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(6 if combo is self.filter else 4)
        head = QVBoxLayout()
        head.setContentsMargins(theme.PANEL_MARGIN, theme.PANEL_MARGIN, theme.PANEL_MARGIN, theme.GRID)
        head.setSpacing(theme.GRID)
        head.addWidget(self.search)
        head.addLayout(choices)
        head.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)

    def show_image(self, image_id: int | None) -> None:
        """Make an image the current row, without asking for it again."""
        self._current = image_id
        row = self._model.row_of(image_id)
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        if row is None:
            selection.clear()
        else:
            index = self._model.index(row)
            # where a person has just selected several rows, this one among them, they stay selected
            if selection.currentIndex() != index or not selection.hasSelection():
                selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)
        selection.blockSignals(False)
        self.view.viewport().update()
        self._on_selection_changed()

    def select_only_current(self) -> None:
        """Of several selected images, keep the one on screen."""
        index = self.view.currentIndex()
        if index.isValid():
            self.view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        """By the mouse only on an image; by the key at the current one, wherever the mouse is."""
        area = self.view.viewport()
        index = self.view.indexAt(place)
        if not index.isValid():
            index = self.view.currentIndex()
            if not index.isValid() or area.rect().contains(area.mapFromGlobal(QCursor.pos())):
                return
        if not self.view.visualRect(index).contains(place):
            place = self.view.visualRect(index).center()
        self.menu_wanted.emit(area.mapToGlobal(place))

    def clear_filter(self) -> None:
        """Show all images."""
        self.search.clear()
        self.filter.setCurrentIndex(0)

    @Slot()
    def _apply_query(self) -> None:
        _, order, descending = SORTS[self.sort.currentIndex()]
        query = replace(
            self._model.query,
            states=FILTERS[self.filter.currentIndex()][1],
            text=self.search.text().strip(),
            order=order,
            descending=descending,
        )
        self._model.set_query(query)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid():
            self._current = int(current.data(MediaRole.IMAGE_ID))
            self.image_chosen.emit(self._current)

    @Slot()
    def _on_selection_changed(self) -> None:
        # by ranges: all of 100,000 rows are one of them, and as many indexes
        selection = self.view.selectionModel().selection()
        parts = (selection.at(place) for place in range(selection.count()))
        ranges = sorted((part.top(), part.bottom()) for part in parts)
        ids = self._model.ids
        self.selection_changed.emit([one for top, bottom in ranges for one in ids[top : bottom + 1]])

    @Slot()
    def _on_reset(self) -> None:
        self.show_image(self._current)

    @Slot(int, int)
    def _on_counted(self, listed: int, total: int) -> None:
        every = counted(total, "{n:,} image", "{n:,} images")
        self.count.setText(
            tr("{listed:,} of {images}", listed=listed, images=every) if listed != total else every
        )
        self.count.setVisible(total > 0)
        self._pages.setCurrentIndex(0 if listed else 1)
        if total:
            self._empty_text.setText(tr("No image matches the filter."))
            self._empty_button.setText(tr("Show all images"))
        else:
            self._empty_text.setText(tr("There are no images yet."))
            self._empty_button.setText(tr("Open images…"))

    @Slot()
    def _on_empty_button(self) -> None:
        if self._model.total:
            self.clear_filter()
        else:
            self.open_requested.emit()
