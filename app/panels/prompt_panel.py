"""What the model is told: the prompt images in use, clicked points and names, and the two main buttons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QMouseEvent, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.actions import ActionId
from app.i18n import tr
from app.object_names import Name
from app.panels.widgets import ActionButton, Dot, ElidedLabel, heading, icon_button, named, note

ROW = 36
ROWS_SHOWN = 2
ENGINE_WIDTH = 300
"""Of the line about the model, px; a model may have any name."""


@dataclass(frozen=True, slots=True)
class SupportRow:
    """One prompt image as the panel lists it.

    Attributes:
        instance_id: The labelled instance.
        image_id: Its image.
        name: The image's name.
        placed: How many keypoints it marks.
        path: Where the image is; a picture that was not found is looked for anew at another place.
    """

    instance_id: int
    image_id: int
    name: str
    placed: int
    path: Path


class SupportWidget(QFrame):
    """One prompt image: thumbnail, name, marked keypoints, remove."""

    def __init__(self, row: SupportRow, pixmap: QPixmap | None, panel: PromptPanel) -> None:
        super().__init__()
        self._row, self._panel = row, panel
        self.picture = QLabel()
        self.picture.setFixedSize(40, 30)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.set_pixmap(pixmap)
        label = ElidedLabel(
            tr("{name} · {placed} pts", name=row.name, placed=row.placed), Qt.TextElideMode.ElideMiddle
        )
        remove = icon_button(
            "x", Name.PROMPT_TOGGLE_SUPPORT, tr("Do not use {name} as a prompt", name=row.name)
        )
        remove.clicked.connect(self._remove)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.PANEL_MARGIN)
        layout.addWidget(self.picture)
        layout.addWidget(label, 1)
        layout.addWidget(remove)
        self.setFixedHeight(ROW)
        self.setToolTip(tr("Show {name}", name=row.name))

    def set_pixmap(self, pixmap: QPixmap | None) -> None:
        if pixmap is not None:
            ratio = self.devicePixelRatioF()
            scaled = pixmap.scaled(
                self.picture.size() * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            scaled.setDevicePixelRatio(ratio)
            self.picture.setPixmap(scaled)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._panel.support_shown.emit(self._row.image_id)

    @Slot()
    def _remove(self) -> None:
        self._panel.support_removed.emit(self._row.instance_id)


class PromptPanel(QWidget):
    """Shows the prompt of the selected category and asks for changes."""

    support_shown = Signal(int)
    discard_requested = Signal()
    """What is left of the batch is to be forgotten."""
    """Image id"""
    support_removed = Signal(int)
    """Instance id"""
    modalities_changed = Signal(bool, bool)
    """Use names, use clicked points"""
    model_requested = Signal()

    def __init__(self, actions: Mapping[ActionId, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, Name.PROMPT_PANEL)
        self._rows: dict[int, SupportWidget] = {}
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._scroll = named(QScrollArea(), Name.PROMPT_SUPPORTS, tr("Images used as prompts"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._list)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty = note(tr("Click keypoints on one image: it becomes the first prompt."))
        self.use_points = named(QCheckBox(tr("Use clicked &points")), Name.PROMPT_USE_POINTS)
        self.use_names = named(QCheckBox(tr("Use &names")), Name.PROMPT_USE_NAMES)
        self.use_points.setToolTip(tr("The model looks for what the marked prompt images show."))
        self.use_names.setToolTip(tr("The model looks for what the prompt texts in the table say."))
        self.here = ActionButton(actions[ActionId.PRELABEL_HERE], Name.PRELABEL_HERE, role="primary")
        self.all = ActionButton(actions[ActionId.PRELABEL_ALL], Name.PRELABEL_ALL)
        self._batch = self._batch_row(actions[ActionId.PAUSE_BATCH], actions[ActionId.SHOW_FAILURES])
        self.reason = named(note(), Name.PROMPT_REASON)
        self._dot = Dot(theme.palette().secondary)
        self.engine_line = named(QToolButton(), Name.ENGINE_LINE, tr("The model; press to choose another"))
        self.engine_line.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.engine_line.setStyleSheet(
            f"font-size: {theme.SECONDARY_PX}px; padding: 0 4px; text-align: left;"
        )
        self.engine_line.clicked.connect(self.model_requested)
        self.use_points.clicked.connect(self._on_modalities)
        self.use_names.clicked.connect(self._on_modalities)
        self._lay_out()
        self.show_supports((), {})

    def _batch_row(self, pause: QAction, failures: QAction) -> QWidget:
        """How far the batch is, with pause or go on or what failed, and the way to forget it."""
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID)
        self.batch_line = named(ElidedLabel(), Name.BATCH_LINE)
        self.pause = ActionButton(pause, Name.BATCH_PAUSE)
        self.failures = ActionButton(failures, Name.BATCH_FAILURES)
        self.discard = icon_button("x", Name.BATCH_DISCARD, tr("Forget what is left of this batch"))
        self.discard.clicked.connect(self.discard_requested)
        layout.addWidget(self.batch_line, 1)
        layout.addWidget(self.pause)
        layout.addWidget(self.failures)
        layout.addWidget(self.discard)
        row.hide()
        return row

    def show_batch(self, text: str, *, running: bool, ended: bool = False) -> None:
        """How far the batch is; "" when there is none, `ended` where only failures are left of it."""
        self.batch_line.set_full_text(text)
        self.pause.setVisible(not ended)
        self.failures.setVisible(ended)
        self.discard.setVisible(not running)
        self._batch.setVisible(bool(text))

    def _lay_out(self) -> None:
        switches = QHBoxLayout()
        switches.setSpacing(theme.GROUP_SPACING)
        switches.addWidget(self.use_points)
        switches.addWidget(self.use_names)
        switches.addStretch()
        engine = QHBoxLayout()
        engine.setSpacing(theme.GRID)
        engine.addWidget(self._dot)
        engine.addWidget(self.engine_line)
        engine.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID)
        layout.addWidget(heading(tr("Prompt")))
        layout.addWidget(self._empty)
        layout.addWidget(self._scroll)
        layout.addLayout(switches)
        layout.addSpacing(theme.GRID)
        layout.addWidget(self.here)
        layout.addWidget(self.all)
        layout.addWidget(self._batch)
        layout.addWidget(self.reason)
        layout.addLayout(engine)

    def show_supports(self, rows: Sequence[SupportRow], pixmaps: Mapping[int, QPixmap | None]) -> None:
        """List the prompt images; `pixmaps` by image id."""
        while self._column.count():
            taken = self._column.takeAt(0)
            widget = None if taken is None else taken.widget()
            if widget is not None:
                widget.deleteLater()
        self._rows = {}
        for row in rows:
            widget = SupportWidget(row, pixmaps.get(row.image_id), self)
            self._rows[row.image_id] = widget
            self._column.addWidget(widget)
        self._column.addStretch()
        self._empty.setVisible(not rows)
        self._scroll.setVisible(bool(rows))
        self._scroll.setFixedHeight(min(max(len(rows), 1), ROWS_SHOWN) * ROW)

    def show_thumbnail(self, image_id: int, pixmap: QPixmap | None) -> None:
        """A thumbnail has been made."""
        if image_id in self._rows:
            self._rows[image_id].set_pixmap(pixmap)

    def show_modalities(self, use_text: bool | None, use_visual: bool | None) -> None:
        """Show which parts of the prompt count; None while there is no category."""
        for box, value in ((self.use_names, use_text), (self.use_points, use_visual)):
            box.setEnabled(value is not None)
            box.setChecked(bool(value))

    def show_reason(self, text: str) -> None:
        """Why pre-labelling is not possible now, or ""."""
        self.reason.setText(text)
        self.reason.setVisible(bool(text))

    def show_engine(self, text: str, colour: str, tip: str = "") -> None:
        """The line about the model, with a dot in `colour`."""
        metrics = self.engine_line.fontMetrics()
        self.engine_line.setText(metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, ENGINE_WIDTH))
        self.engine_line.setToolTip(tip or tr("Choose a model"))
        self._dot.set_colour(colour)

    @Slot()
    def _on_modalities(self) -> None:
        self.modalities_changed.emit(self.use_names.isChecked(), self.use_points.isChecked())
