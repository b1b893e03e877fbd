"""What a batch could not do, image by image with the reason; and to try these once more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QWidget

from app import theme
from app.controllers.batches import Failure
from app.dialogs.base import Dialog
from app.i18n import counted, tr
from app.object_names import Name
from app.panels.widgets import named

ROWS_SHOWN = 8


class FailuresDialog(Dialog):
    """Lists failures, which the project keeps until the next batch begins."""

    retry_asked = Signal()
    image_chosen = Signal(int)

    def __init__(self, parent: QWidget, failures: Sequence[Failure]) -> None:
        super().__init__(parent, Name.FAILURES_DIALOG, tr("Pre-labelling"), width=640)
        count = len(failures)
        text = QLabel(
            counted(
                count,
                "{n} image could not be pre-labelled; the others are done.",
                "{n:,} images could not be pre-labelled; the others are done.",
            )
        )
        text.setWordWrap(True)
        self.body.addWidget(text)
        table = self._table = named(QTableWidget(count, 2), Name.FAILURES_TABLE, tr("Images and reasons"))
        table.setHorizontalHeaderLabels([tr("Image"), tr("Reason")])
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for row, failure in enumerate(failures):
            for column, words in enumerate((failure.name, failure.reason)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                item.setData(Qt.ItemDataRole.UserRole, failure.image_id)
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                table.setItem(row, column, item)
        table.setColumnWidth(0, min(max(table.sizeHintForColumn(0) + theme.PANEL_MARGIN, 120), 260))
        table.setMinimumHeight((min(count, ROWS_SHOWN) + 2) * theme.ROW_HEIGHT * 2)
        self.body.addWidget(table, 1)
        words = counted(count, "Try this image again", "Try these {n:,} images again")
        main = self.add_foot(words, Name.FAILURES_RETRY, cancel=tr("Close"))
        main.clicked.connect(self._on_retry)
        table.cellDoubleClicked.connect(self._on_chosen)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._table.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a row shows its image, as a double click does."""
        row = self._table.currentRow()
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and self.focusWidget() is self._table
            and row >= 0
        ):
            self._on_chosen(row, 0)
            return
        super().keyPressEvent(event)

    @Slot()
    def _on_retry(self) -> None:
        self.retry_asked.emit()
        self.accept()

    @Slot(int, int)
    def _on_chosen(self, row: int, column: int) -> None:
        item = self._table.item(row, column)
        if item is not None:
            self.image_chosen.emit(int(item.data(Qt.ItemDataRole.UserRole)))
