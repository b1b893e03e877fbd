"""Training on the project: choose, watch, compare, use."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app import theme
from app.controllers.training import Phase, Training, TrainRequest, TrainState
from app.dialogs.base import Dialog
from app.i18n import mark, tr
from app.object_names import Name
from app.panels.widgets import named, note, primary, with_role

TUNES = (
    (mark("Choose for me"), "auto"),
    (mark("Only the heads (fast)"), "heads"),
    (mark("Everything (slow)"), "all"),
)


class TrainDialog(Dialog):
    """Not modal: labelling goes on while it trains."""

    def __init__(self, parent: QWidget, training: Training, model: str) -> None:
        super().__init__(parent, Name.TRAIN_DIALOG, tr("Train on this project"), width=520)
        self.setModal(False)
        self._training, self._model = training, model
        self.epochs = named(QSpinBox(), Name.TRAIN_EPOCHS, tr("Epochs"))
        self.epochs.setRange(0, 1000)
        self.epochs.lineEdit().setTextMargins(theme.PANEL_MARGIN, 0, 0, 0)
        self.epochs.setSpecialValueText(tr("Chosen from the number of images"))
        self.tune = named(QComboBox(), Name.TRAIN_TUNE, tr("What to train"))
        for text, value in TUNES:
            self.tune.addItem(tr(text), value)
        form = QFormLayout()
        form.setHorizontalSpacing(theme.GROUP_SPACING)
        form.setVerticalSpacing(theme.PANEL_MARGIN)
        form.addRow(tr("Begin with"), QLabel(tr("the bundled model") if model == "bundled" else model))
        form.addRow(tr("&Epochs"), self.epochs)
        form.addRow(tr("&Train"), self.tune)
        self.status = named(QLabel(), Name.TRAIN_STATUS)
        self.status.setWordWrap(True)
        self.bar = named(QProgressBar(), Name.TRAIN_BAR, tr("Progress of the training"))
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.table = named(QTableWidget(0, 3), Name.TRAIN_TABLE, tr("Before and after"))
        self.table.setHorizontalHeaderLabels([tr("On the images held back"), tr("Before"), tr("After")])
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.start = primary(tr("Start training"), Name.TRAIN_START)
        self.cancel = named(QPushButton(tr("Stop training")), Name.TRAIN_CANCEL)
        self.use = primary(tr("Use this model"), Name.TRAIN_USE)
        close = QPushButton(tr("Close"))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.PANEL_MARGIN)
        buttons.addStretch()
        for button in (close, self.cancel, self.start, self.use):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        self.body.addWidget(
            note(
                tr(
                    "The model learns from points that people placed and from reviewed images. A fifth of "
                    "the images is held back to check with. You can close this window and go on labelling."
                )
            )
        )
        self.body.addLayout(form)
        self.body.addWidget(self.status)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.table)
        self.body.addSpacing(theme.GRID)
        self.body.addLayout(buttons)
        self.start.clicked.connect(self._on_start)
        self.cancel.clicked.connect(training.stop)
        self.use.clicked.connect(self._on_use)
        close.clicked.connect(self.close)
        training.changed.connect(self.show_state)
        self.show_state(training.state)

    @Slot(TrainState)
    def show_state(self, state: TrainState) -> None:
        """Show how far the training is."""
        self.status.setText(state.text)
        self.status.setVisible(bool(state.text))
        with_role(self.status, "error" if state.phase is Phase.FAILED else "")
        self.bar.setVisible(state.is_active)
        known = math.isfinite(state.fraction)
        self.bar.setRange(0, 1000 if known else 0)
        self.bar.setValue(round(state.fraction * 1000) if known else 0)
        self._fill(state.table)
        for control in (self.epochs, self.tune):
            control.setEnabled(not state.is_active)
        self.start.setVisible(not state.is_active)
        self.start.setText(tr("Train again") if state.model is not None else tr("Start training"))
        self.cancel.setVisible(state.is_active)
        self.cancel.setEnabled(state.phase is not Phase.STOPPING)
        self.use.setVisible(state.model is not None)

    def _fill(self, rows: tuple[tuple[str, float, float], ...]) -> None:
        self.table.setVisible(bool(rows))
        self.table.setRowCount(len(rows))
        for index, (name, before, after) in enumerate(rows):
            texts = (name, *("–" if math.isnan(value) else f"{value:.1f}" for value in (before, after)))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if column == 2 and after > before:
                    item.setForeground(QColor(theme.palette().good))
                self.table.setItem(index, column, item)
        self.table.setFixedHeight((min(len(rows), 8) + 1) * theme.ROW_HEIGHT + 8)

    @Slot()
    def _on_start(self) -> None:
        request = TrainRequest(self._model, self.epochs.value(), str(self.tune.currentData()))
        self._training.start(request)

    @Slot()
    def _on_use(self) -> None:
        self._training.use_model()
        self.close()
