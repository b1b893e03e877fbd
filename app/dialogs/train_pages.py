"""The two pages of the training window: what a new training learns from, and how one goes or went."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.controllers.training import Preparing, TrainRequest
from app.dialogs.train_list import PHASE_WORDS, when
from app.error_texts import in_words
from app.i18n import counted, mark, tr
from app.object_names import Name
from app.panels.curves import Chart, Curve
from app.panels.status_line import left_words
from app.panels.widgets import heading, named, note, primary, with_role
from app.training.data import Candidate, DataChoice, SplitBy, SplitPlan, plan_split, too_few
from app.training.runs import Phase, RunState, is_of_learned, measure_parts

TUNES = (
    (mark("Choose for me"), "auto"),
    (mark("Only the heads (fast)"), "heads"),
    (mark("The heads and the upper part of the image encoder"), "upper"),
    (mark("Everything (slow)"), "all"),
)
STATES = (
    (mark("Reviewed images, and points that people placed"), False),
    (mark("Reviewed images only"), True),
)
SPLITS = (
    (mark("Choose for me"), SplitBy.AUTO),
    (mark("Keep videos, patients and folders together"), SplitBy.SOURCE),
    (mark("By single images"), SplitBy.IMAGE),
)
PROMPT_WORDS = {
    "visual": mark("From examples"),
    "text": mark("From names"),
    "both": mark("From both"),
}
_SHORT_WORDS = {"visual": mark("Examples"), "text": mark("Names"), "both": mark("Both")}
"""For the legend, where there is little room."""
_PROMPT_ORDER = tuple(PROMPT_WORDS)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MOST_MINUTES = 7 * 24 * 60


def model_name(model: str) -> str:
    """What a model is called here: a folder "model" of a training says little, its parent says more."""
    if model == "bundled":
        return tr("the bundled model")
    path = Path(model)
    return path.parent.name if path.name == "model" else path.name


def plan_words(plan: SplitPlan) -> str:
    """What a split is, in one or two sentences."""
    if not plan.is_possible:
        return str(too_few(plan))
    parts = []
    for images in (plan.train, plan.validation):
        objects = sum(one.instances for one in images)
        parts.append(
            tr(
                "{images} ({objects})",
                images=counted(len(images), "{n} image", "{n:,} images"),
                objects=counted(objects, "{n} object", "{n:,} objects"),
            )
        )
    text = tr("{train} to learn from, {validation} to check with.", train=parts[0], validation=parts[1])
    if plan.by is SplitBy.SOURCE:
        together = tr(
            "{held} of {sources} videos or folders are held back as a whole.",
            held=plan.held_sources,
            sources=plan.sources,
        )
        return f"{text} {together}"
    return text


def _spin(name: Name, accessible: str, most: int, special: str) -> QSpinBox:
    box = named(QSpinBox(), name, accessible)
    box.setRange(0, most)
    box.setSpecialValueText(special)
    box.lineEdit().setTextMargins(theme.PANEL_MARGIN, 0, 0, 0)
    return box


def _group(text: str) -> QLabel:
    """The head of a group of rows, with the room above it that rows do not have."""
    label = heading(text)
    label.setContentsMargins(0, theme.PANEL_MARGIN, 0, 0)
    return label


class NewTraining(QWidget):
    """Which images, how they are split, what is trained; says beforehand how many that are."""

    start_requested = Signal(TrainRequest)
    cancel_requested = Signal()

    def __init__(self, model: str) -> None:
        super().__init__()
        self._model = model
        self._found: list[Candidate] | None = None
        self._listed: frozenset[int] | None = None
        self._plan: SplitPlan | None = None
        self._why_not = ""
        self.states = named(QComboBox(), Name.TRAIN_STATES, tr("Which images"))
        for text, only in STATES:
            self.states.addItem(tr(text), only)
        self.only_listed = named(QCheckBox(), Name.TRAIN_LISTED)
        self.share = named(QSpinBox(), Name.TRAIN_SHARE, tr("Held back to check with"))
        self.share.setRange(5, 50)
        self.share.setSingleStep(5)
        self.share.setSuffix(" %")
        self.share.setValue(20)
        self.share.lineEdit().setTextMargins(theme.PANEL_MARGIN, 0, 0, 0)
        self.split = named(QComboBox(), Name.TRAIN_SPLIT, tr("How they are split"))
        for text, by in SPLITS:
            self.split.addItem(tr(text), by)
        self.plan = named(QLabel(), Name.TRAIN_PLAN)
        self.plan.setWordWrap(True)
        self.tune = named(QComboBox(), Name.TRAIN_TUNE, tr("What to train"))
        for text, value in TUNES:
            self.tune.addItem(tr(text), value)
        self.epochs = _spin(Name.TRAIN_EPOCHS, tr("Epochs"), 1000, tr("Choose for me"))
        self.minutes = _spin(Name.TRAIN_MINUTES, tr("Minutes at most"), MOST_MINUTES, tr("Choose for me"))
        self.status = named(QLabel(), Name.TRAIN_PREPARING)
        self.status.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.bar.setRange(0, 1000)
        self.start = primary(tr("Start training"), Name.TRAIN_START)
        self.cancel = named(QPushButton(tr("Cancel")), Name.TRAIN_PREPARING_CANCEL)
        self._place(model)
        for combo in (self.states, self.split):
            combo.currentIndexChanged.connect(self._show_plan)
        self.share.valueChanged.connect(self._show_plan)
        self.only_listed.toggled.connect(self._show_plan)
        self.start.clicked.connect(self._on_start)
        self.cancel.clicked.connect(self.cancel_requested)
        self.show_listed(None)
        self.show_preparing(Preparing())

    def _place(self, model: str) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(theme.GROUP_SPACING)
        form.setVerticalSpacing(theme.PANEL_MARGIN)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(_group(tr("Learn from")))
        form.addRow(tr("&Images"), self.states)
        form.addRow("", self.only_listed)
        form.addRow(tr("Held back to &check with"), self.share)
        form.addRow(tr("S&plit"), self.split)
        form.addRow("", self.plan)
        form.addRow(_group(tr("How")))
        form.addRow(tr("Begin with"), QLabel(model_name(model)))
        form.addRow(tr("&Train"), self.tune)
        form.addRow(tr("&Epochs"), self.epochs)
        form.addRow(tr("Minutes at &most"), self.minutes)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.PANEL_MARGIN)
        buttons.addStretch()
        for button in (self.cancel, self.start):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(theme.PANEL_MARGIN)
        column.addWidget(
            note(
                tr(
                    "The model learns from points that people placed and from reviewed images. Some images "
                    "are held back to check with. It runs as a program of its own: go on labelling, or close "
                    "the window; it goes on, and you find it here again."
                )
            )
        )
        column.addLayout(form)
        column.addStretch()
        column.addWidget(self.status)
        column.addWidget(self.bar)
        column.addLayout(buttons)

    # what there is

    def show_candidates(self, found: list[Candidate] | None) -> None:
        """The images that can be learnt from; None while they are being counted."""
        self._found = found
        self._show_plan()

    def show_listed(self, ids: Sequence[int] | None) -> None:
        """The images that the list of the window shows; None if it shows all."""
        self._listed = None if ids is None else frozenset(ids)
        self.only_listed.setVisible(ids is not None)
        if ids is None:
            self.only_listed.setChecked(False)
        else:
            self.only_listed.setText(
                counted(
                    len(ids),
                    "Only the {n} image that the list shows",
                    "Only the {n:,} images that the list shows",
                )
            )
        self._show_plan()

    def show_obstacle(self, text: str) -> None:
        """Why no training can begin now, or ""."""
        self._why_not = text
        self._show_plan()

    @Slot(Preparing)
    def show_preparing(self, preparing: Preparing) -> None:
        """Show how far the dataset is, or why the training cannot begin."""
        self.status.setText(preparing.text)
        self.status.setVisible(bool(preparing.text))
        with_role(self.status, "error" if preparing.is_error else "")
        self.bar.setVisible(preparing.is_active)
        self.bar.setValue(round(preparing.fraction * 1000))
        self.cancel.setVisible(preparing.is_active)
        self.start.setVisible(not preparing.is_active)
        for control in (
            self.states,
            self.only_listed,
            self.share,
            self.split,
            self.tune,
            self.epochs,
            self.minutes,
        ):
            control.setEnabled(not preparing.is_active)

    # what is wanted

    def choice(self) -> DataChoice:
        """Which images."""
        return DataChoice(
            bool(self.states.currentData()),
            self._listed if self.only_listed.isChecked() else None,
            SplitBy(self.split.currentData()),
            self.share.value() / 100,
        )

    @Slot()
    def _show_plan(self) -> None:
        if self._found is None:
            self._plan = None
            self.plan.setText(tr("Counting the images…"))
        else:
            self._plan = plan_split(self._found, self.choice())
            self.plan.setText(plan_words(self._plan))
        is_bad = self._plan is not None and not self._plan.is_possible
        with_role(self.plan, "error" if is_bad else "")
        # what is wrong is said, and the button says it again: a grey one would say nothing
        self.start.setEnabled(not self._why_not)
        self.start.setToolTip(self._why_not)
        if not self.bar.isVisibleTo(self):
            self.status.setText(self._why_not)
            self.status.setVisible(bool(self._why_not))
            with_role(self.status, "secondary")

    @Slot()
    def _on_start(self) -> None:
        self.start_requested.emit(
            TrainRequest(
                self._model,
                self.epochs.value(),
                str(self.tune.currentData()),
                self.minutes.value(),
                self.choice(),
            )
        )


def _plain_table(name: Name, accessible: str) -> QTableWidget:
    table = named(QTableWidget(), name, accessible)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.setShowGrid(False)
    table.setWordWrap(False)
    return table


class RunPage(QWidget):
    """How one training goes or went: progress, curves, before and after, and what can be done."""

    stop_requested = Signal(Path)
    go_on_requested = Signal(Path)
    use_requested = Signal(Path)
    delete_requested = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self._folder: Path | None = None
        self._asks: dict[str, SignalInstance] = {}
        self.title = with_role(QLabel(), "title")
        self.facts = note()
        self.status = named(QLabel(), Name.TRAIN_STATUS)
        self.status.setWordWrap(True)
        self.status.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = named(QProgressBar(), Name.TRAIN_BAR, tr("Progress of the training"))
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.chosen = note()
        self.loss = Chart(tr("Loss"))
        self.pck = Chart(tr("PCK@0.1, %"), most=100.0)
        self.table = _plain_table(Name.TRAIN_TABLE, tr("Before and after"))
        self.table.setColumnCount(4)
        self.table.setHorizontalHeaderLabels(["", tr("Before"), tr("After"), tr("Change")])
        measure = QTableWidgetItem(tr("On the images held back"))
        measure.setTextAlignment(_LEFT)
        self.table.setHorizontalHeaderItem(0, measure)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(_RIGHT)
        self.choices = _plain_table(Name.TRAIN_CHOICES, tr("What the trainer chose"))
        self.choices.setColumnCount(3)
        self.choices.setHorizontalHeaderLabels([tr("Setting"), tr("Value"), tr("Why")])
        self.choices.horizontalHeader().setDefaultAlignment(_LEFT)
        self.choices.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.choices.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.show_choices = with_role(
            named(QPushButton(tr("What it chose")), Name.TRAIN_SHOW_CHOICES), "quiet"
        )
        self.show_choices.setCheckable(True)
        self._middle = QStackedWidget()
        self.stop = named(QPushButton(tr("Stop training")), Name.TRAIN_CANCEL)
        self.go_on = named(QPushButton(tr("Go on training")), Name.TRAIN_GO_ON)
        self.delete = with_role(named(QPushButton(tr("Delete…")), Name.TRAIN_DELETE), "quiet")
        self.use = primary(tr("Use this model"), Name.TRAIN_USE)
        self._place()
        for button, signal in (
            (self.stop, self.stop_requested),
            (self.go_on, self.go_on_requested),
            (self.use, self.use_requested),
            (self.delete, self.delete_requested),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(self._on_clicked)
            self._asks[button.objectName()] = signal

    def _place(self) -> None:
        both = QWidget()
        charts = QHBoxLayout(both)
        charts.setContentsMargins(0, 0, 0, 0)
        charts.setSpacing(theme.GROUP_SPACING)
        charts.addWidget(self.loss)
        charts.addWidget(self.pck)
        self._middle.addWidget(both)
        self._middle.addWidget(self.choices)
        self.show_choices.setAutoDefault(False)
        self.show_choices.toggled.connect(self._on_show_choices)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.PANEL_MARGIN)
        buttons.addWidget(self.show_choices)
        buttons.addWidget(self.delete)
        buttons.addStretch()
        for button in (self.stop, self.go_on, self.use):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(theme.PANEL_MARGIN)
        for widget in (self.title, self.facts, self.status, self.bar, self.chosen):
            column.addWidget(widget)
        column.addWidget(self._middle, 1)
        column.addWidget(self.table)
        column.addLayout(buttons)

    @Slot()
    def _on_clicked(self) -> None:
        self._asks[self.sender().objectName()].emit(self._folder)

    def show_run(self, state: RunState, *, is_other_active: bool, in_use: bool) -> None:
        """Show a training; `is_other_active`: another one runs; `in_use`: its model is used now."""
        self._folder = state.folder
        record, phase = state.record, state.phase
        self.title.setText(
            tr(
                "{project} · {when} · {phase}",
                project=record.project,
                when=when(record.began),
                phase=tr(PHASE_WORDS[phase]),
            )
        )
        self.facts.setText(
            tr(
                "Begun with {model}. {train} to learn from, {validation} to check with.",
                model=model_name(record.model),
                train=counted(record.train_images, "{n} image", "{n:,} images"),
                validation=counted(record.validation_images, "{n} image", "{n:,} images"),
            )
        )
        left = left_words(state.left_s)
        self.show_status(" · ".join(filter(None, (state.text, left))))
        with_role(self.status, "error" if phase in (Phase.FAILED, Phase.LOST) else "")
        self.bar.setVisible(state.is_active)
        known = math.isfinite(state.fraction) and phase is Phase.RUNNING
        self.bar.setRange(0, 1000 if known else 0)
        self.bar.setValue(round(state.fraction * 1000) if known else 0)
        self.chosen.setText(" ".join(map(in_words, state.chosen)))
        self.chosen.setVisible(bool(state.chosen))
        self._show_curves(state)
        self._show_table(state)
        self._show_choices(state)
        self.stop.setVisible(state.is_active)
        self.stop.setText(tr("End it now") if phase is Phase.STOPPING else tr("Stop training"))
        self.stop.setToolTip(
            tr("What it learnt since its last checkpoint is lost.")
            if phase is Phase.STOPPING
            else tr("It writes a checkpoint, from which it can go on later.")
        )
        # who has stopped a training half-way wants to go on with it
        with_role(self.go_on, "primary" if state.can_go_on else "")
        with_role(self.use, "" if state.can_go_on else "primary")
        self.go_on.setVisible(state.can_go_on)
        self.go_on.setEnabled(not is_other_active)
        self.go_on.setToolTip(
            tr("Another training is going on.")
            if is_other_active
            else tr("From its last checkpoint, with the same images and settings")
        )
        self.use.setVisible(state.model is not None)
        self.use.setEnabled(not in_use)
        self.use.setText(tr("This model is in use") if in_use else tr("Use this model"))
        self.delete.setVisible(not state.is_active)

    def show_status(self, text: str) -> None:
        """One line below the facts; without words it takes no room."""
        self.status.setText(text)
        self.status.setVisible(bool(text))

    @Slot(bool)
    def _on_show_choices(self, on: bool) -> None:
        self._middle.setCurrentIndex(int(on))
        self.show_choices.setText(tr("Curves") if on else tr("What it chose"))

    def _show_choices(self, state: RunState) -> None:
        self.show_choices.setVisible(bool(state.choices))
        if not state.choices:
            self.show_choices.setChecked(False)
        self.choices.setRowCount(len(state.choices))
        for row, texts in enumerate(state.choices):
            for column, text in enumerate(texts):
                words = in_words(text)
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.choices.setItem(row, column, item)

    def _show_curves(self, state: RunState) -> None:
        last = max([step for step, _ in state.loss], default=0)
        total = state.steps if state.is_active or not last else last
        self.loss.show_curves((Curve(tr("Loss"), state.loss, smooth=True),), total)
        wanted = []
        for name, points in state.curves:
            parts = measure_parts(name)
            if parts is not None and parts[1] == 0.1:
                wanted.append((_PROMPT_ORDER.index(parts[0]), Curve(tr(_SHORT_WORDS[parts[0]]), points)))
        self.pck.show_curves(tuple(curve for _, curve in sorted(wanted, key=lambda one: one[0])), total)

    def _show_table(self, state: RunState) -> None:
        known = [(measure_parts(name), name, before, after) for name, before, after in state.table]
        known.sort(
            key=lambda row: (
                row[0] is None,
                _PROMPT_ORDER.index(row[0][0]) if row[0] else 0,
                row[0] or ("", 0),
            )
        )
        self.table.setVisible(bool(known))
        self.table.setRowCount(len(known))
        for index, (parts, name, before, after) in enumerate(known):
            title = (
                tr("{prompt}, PCK@{threshold:g}", prompt=tr(PROMPT_WORDS[parts[0]]), threshold=parts[1])
                if parts
                else name
            )
            if parts and is_of_learned(name):
                title = tr("{measure}, on what it learnt", measure=title)
            change = after - before
            texts = (
                title,
                *("–" if math.isnan(value) else f"{value:.1f}" for value in (before, after)),
                "–" if math.isnan(change) else f"{change:+.1f}",
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(_RIGHT)
                    item.setFont(theme.tabular(QFont(self.table.font())))
                if column == 3 and abs(change) >= 0.05:
                    palette = theme.palette()
                    item.setForeground(QColor(palette.good if change > 0 else palette.bad))
                self.table.setItem(index, column, item)
        self.table.setFixedHeight((min(len(known), 8) + 1) * theme.ROW_HEIGHT + 8)
