"""Models: which there are and what each is, choosing one, bringing new ones in, and where the model runs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.controllers.session import FileChooser
from app.dialogs.base import Dialog
from app.dialogs.model_list import ModelList
from app.dialogs.model_steps import BringInDialog, LicenceDialog
from app.dialogs.small import ConfirmDialog
from app.i18n import mark, tr
from app.jobs import Task
from app.model_service import Dtype, ModelJob, ModelRow, ModelService, Outcome, Place, bytes_words
from app.object_names import Name
from app.panels.status_line import remaining_of
from app.panels.widgets import ElidedLabel, hairline, heading, link, named, note, primary, with_role
from app.settings import DEVICES, PRECISIONS, Settings

DEVICE_WORDS = {
    "auto": mark("Automatic"),
    "cpu": mark("Processor (CPU)"),
    "cuda": mark("Graphics card (CUDA)"),
}
PRECISION_WORDS = {
    "auto": mark("Automatic"),
    "fp32": mark("Full (fp32)"),
    "bf16": mark("Half (bf16)"),
    "fp16": mark("Half (fp16)"),
}
PRECISION_TIPS = {
    "auto": mark("The fastest that this computer does well; full precision where half is not faster."),
    "fp32": mark("Exact, and the slowest on a graphics card."),
    "bf16": mark("Faster on newer cards and processors; points move by a fraction of a pixel."),
    "fp16": mark("Faster on cards; on a processor it is slower than full precision."),
}
LIST_WIDTH, WIDTH, HEIGHT = 280, 800, 560
FACT_WIDTH = 60


class JobRow(QWidget):
    """A job under way: what it does, how far it is, and a way to stop it."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task
        self._fraction = 0.0
        self._text = ElidedLabel()
        self._bar = named(QProgressBar(), Name.MODELS_JOB_BAR, tr("Progress"))
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(160, 8)
        self.stop = with_role(named(QPushButton(tr("Cancel")), Name.MODELS_JOB_CANCEL), "quiet")
        self.stop.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.PANEL_MARGIN)
        row.addWidget(self._text, 1)
        row.addWidget(self._bar)
        row.addWidget(self.stop)
        task.progressed.connect(self._on_progress)
        task.said.connect(self._show)
        self.stop.clicked.connect(self._on_stop)
        self._show()

    @Slot(float)
    def _on_progress(self, fraction: float) -> None:
        self._fraction = fraction
        self._bar.setRange(0, 1000 if fraction > 0 else 0)
        self._bar.setValue(round(fraction * 1000))
        self._show()

    @Slot()
    def _show(self) -> None:
        if self._task.is_cancelled:
            return
        left = remaining_of(self._task, self._fraction)
        self._text.set_full_text(" · ".join(filter(None, (self._task.title, self._task.detail, left))))

    @Slot()
    def _on_stop(self) -> None:
        self._task.cancel()
        self.stop.setEnabled(False)
        self._text.set_full_text(tr("{title}: stopping…", title=self._task.title))


class ModelDetails(QWidget):
    """What one model is, and what can be done with it."""

    def __init__(self) -> None:
        super().__init__()
        self._title = named(with_role(QLabel(), "title"), Name.MODELS_TITLE)
        self._title.setWordWrap(True)
        self._about = note()
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(theme.GROUP_SPACING)
        self._facts.setVerticalSpacing(theme.GRID)
        self._facts.setColumnMinimumWidth(0, FACT_WIDTH)
        self._facts.setColumnStretch(1, 1)
        self.outcome = named(QLabel(), Name.MODELS_OUTCOME)
        self.outcome.setWordWrap(True)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._card_head = heading(tr("Card"))
        self._card = note()
        self._card.setTextFormat(Qt.TextFormat.MarkdownText)
        self._card.setOpenExternalLinks(True)
        self.use = primary(tr("Use this model"), Name.MODELS_USE)
        self.download = primary(tr("Download…"), Name.MODELS_DOWNLOAD)
        self.convert = named(QPushButton(tr("Convert…")), Name.MODELS_CONVERT)
        self.verify = named(QPushButton(tr("Verify")), Name.MODELS_VERIFY)
        self.convert.setToolTip(tr("Make a model folder of it, which loads faster and more safely"))
        self.verify.setToolTip(tr("Read every file and check that it is whole"))
        self.remove = named(QPushButton(tr("Remove…")), Name.MODELS_REMOVE)
        self.forget = named(QPushButton(tr("Take off the list")), Name.MODELS_FORGET)
        self.forget.setToolTip(tr("Nothing is deleted"))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.PANEL_MARGIN)
        for button in (self.use, self.download, self.convert, self.verify, self.remove, self.forget):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        text = QVBoxLayout()
        text.setContentsMargins(0, 0, theme.PANEL_MARGIN, 0)
        text.setSpacing(theme.PANEL_MARGIN)
        text.addWidget(self._title)
        text.addWidget(self._about)
        text.addLayout(self._facts)
        text.addWidget(self._card_head)
        text.addWidget(self._card)
        text.addStretch()
        inside = QWidget()
        inside.setLayout(text)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a long card is read with the arrow keys too
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GROUP_SPACING, 0, 0, 0)
        column.setSpacing(theme.PANEL_MARGIN)
        column.addWidget(scroll, 1)
        column.addWidget(self.outcome)
        column.addLayout(buttons)

    def show_row(self, row: ModelRow | None, *, in_use: bool, job: ModelJob | None) -> None:
        """Show a model; `job` is what is being done with it now."""
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._title.setText("" if row is None else row.title)
        self._about.setText("" if row is None else row.about)
        self._about.setVisible(row is not None and bool(row.about))
        for number, (what, value) in enumerate(() if row is None else row.facts):
            head = with_role(QLabel(what), "secondary")
            head.setContentsMargins(0, 3, 0, 0)  # its smaller type on the line of the value's
            self._facts.addWidget(head, number, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(_fact(value), number, 1)
        for part in (self._card_head, self._card):
            part.setVisible(row is not None and bool(row.card))
        self._card.setText("" if row is None else _simpler(row.card))
        place = None if row is None else row.place
        is_sound = row is not None and not row.problem
        is_here = place is not None and place is not Place.RELEASED
        self.use.setVisible(is_here)
        self.use.setEnabled(is_sound and not in_use and job is None)
        self.use.setText(tr("In use") if in_use else tr("Use this model"))
        self.download.setVisible(place is Place.RELEASED)
        self.download.setEnabled(job is None)
        self.download.setText(tr("Downloading…") if job is ModelJob.DOWNLOAD else tr("Download…"))
        self.convert.setVisible(row is not None and row.is_file and is_sound)
        self.verify.setVisible(is_here and row is not None and not row.is_file)
        self.verify.setEnabled(job is None)
        is_part = place is Place.RELEASED and row is not None and row.nbytes > 0
        self.remove.setVisible(place is Place.MINE or is_part)
        self.remove.setText(tr("Remove what has come…") if is_part else tr("Remove…"))
        self.remove.setEnabled(job is None and not in_use)
        self.remove.setToolTip(tr("It is in use: choose another model first") if in_use else "")
        self.forget.setVisible(place is Place.LISTED)
        self.forget.setEnabled(not in_use)

    def show_outcome(self, text: str, *, is_good: bool) -> None:
        """How something ended, below the facts."""
        self.outcome.setText(text)
        self.outcome.setVisible(bool(text))
        with_role(self.outcome, "good" if is_good else "error")


def _simpler(card: str) -> str:
    """A card whose heads are bold lines: in a panel, a document's sizes shout.

    A table of two columns without heads becomes lines: Qt would draw an empty row above it.
    """
    bold = re.sub(r"^#+ +(.+)$", r"**\1**", card, flags=re.MULTILINE)
    return re.sub(r"^\| *\| *\|\n\|[ -]+\|[ -]+\|\n((?:\|.*\n?)+)", _as_lines, bold, flags=re.MULTILINE)


def _as_lines(table: re.Match[str]) -> str:
    return re.sub(r"^\| *(.+?) *\| *(.+?) *\|$", r"- **\1:** \2", table[1], flags=re.MULTILINE)


def _fact(value: str) -> QLabel:
    if value.startswith("https://"):
        return link(value)
    label = QLabel(value.replace("/", "/\u200b").replace("\\", "\\\u200b"))  # a long path may break there
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setToolTip(value)
    label.setWordWrap(True)
    return label


class ModelsDialog(Dialog):
    """Not modal: a download or conversion goes on when it is closed, and labelling meanwhile."""

    chosen = Signal(str)
    """The key of the model to use"""
    runs_on_changed = Signal(str, str)
    """Device, precision"""
    paths_changed = Signal(object)
    """Folders and files elsewhere that the list has"""

    def __init__(
        self,
        parent: QWidget,
        service: ModelService,
        settings: Settings,
        chooser: FileChooser,
        *,
        in_use: Callable[[], str],
    ) -> None:
        """Args: in_use: Says which model answers now, in the words of the settings."""
        super().__init__(parent, Name.MODELS_DIALOG, tr("Models"), width=720)
        self.setModal(False)
        self.resize(WIDTH, HEIGHT)
        self._service, self._settings, self._chooser, self._in_use = service, settings, chooser, in_use
        self._rows: tuple[ModelRow, ...] = ()
        self._row: ModelRow | None = None
        self._wanted = ""
        self._jobs: dict[Task, JobRow] = {}
        self.list = ModelList()
        self.list.setMinimumWidth(LIST_WIDTH)
        self.details = ModelDetails()
        self.bring_in = named(QPushButton(tr("Bring in a file…")), Name.MODELS_BRING_IN)
        self.add_folder = named(QPushButton(tr("Add a folder…")), Name.MODELS_ADD_FOLDER)
        self.bring_in.setToolTip(tr("Convert an official weight file (*.best) to a model folder"))
        self.add_folder.setToolTip(tr("List a model folder that is somewhere else, as training makes them"))
        self.device = named(QComboBox(), Name.SETTINGS_DEVICE, tr("Device"))
        self.precision = named(QComboBox(), Name.SETTINGS_PRECISION, tr("Precision"))
        self._fill_runs_on()
        self._lay_out()
        self._connect()
        for task in service.running:
            self._add_job(task)
        self.details.show_outcome("", is_good=True)
        self.details.show_row(None, in_use=False, job=None)
        service.refresh(settings.model_paths)

    def _fill_runs_on(self) -> None:
        for value in DEVICES:
            self.device.addItem(tr(DEVICE_WORDS[value]), value)
        for value in PRECISIONS:
            self.precision.addItem(tr(PRECISION_WORDS[value]), value)
            self.precision.setItemData(
                self.precision.count() - 1, tr(PRECISION_TIPS[value]), Qt.ItemDataRole.ToolTipRole
            )
        self.device.setCurrentIndex(DEVICES.index(self._settings.device))
        self.precision.setCurrentIndex(PRECISIONS.index(self._settings.precision))
        self.precision.setToolTip(tr(PRECISION_TIPS[self._settings.precision]))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.PANEL_MARGIN)
        left.addWidget(self.list, 1)
        adding = QHBoxLayout()
        adding.setSpacing(theme.GRID)
        for button in (self.bring_in, self.add_folder):
            button.setAutoDefault(False)
            adding.addWidget(button)
        left.addLayout(adding)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addLayout(left)
        both.addWidget(self.details, 1)
        self.body.addLayout(both, 1)
        self._jobs_area = QWidget()
        self._jobs_column = QVBoxLayout(self._jobs_area)
        self._jobs_column.setContentsMargins(0, 0, 0, 0)
        self._jobs_column.setSpacing(theme.GRID)
        self.body.addWidget(hairline())
        self.body.addWidget(self._jobs_area)
        runs = QHBoxLayout()
        runs.setSpacing(theme.PANEL_MARGIN)
        for text, combo in ((tr("Runs on"), self.device), (tr("Precision"), self.precision)):
            runs.addWidget(heading(text))
            runs.addWidget(combo)
            runs.addSpacing(theme.GRID)
        runs.addStretch()
        close = named(QPushButton(tr("Close")), Name.MODELS_CLOSE)
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        runs.addWidget(close)
        self.body.addLayout(runs)
        self._jobs_area.hide()

    def _connect(self) -> None:
        service, details = self._service, self.details
        service.listed.connect(self._on_listed)
        service.ended.connect(self._on_outcome)
        service.failed.connect(self._on_outcome)
        service.jobs.started.connect(self._on_started)
        self.list.row_chosen.connect(self._on_row)
        details.use.clicked.connect(self._on_use)
        details.verify.clicked.connect(self._on_verify)
        details.download.clicked.connect(self._on_download)
        details.convert.clicked.connect(self._on_convert)
        details.remove.clicked.connect(self._on_remove)
        details.forget.clicked.connect(self._on_forget)
        self.bring_in.clicked.connect(self._on_bring_in)
        self.add_folder.clicked.connect(self._on_add_folder)
        self.device.activated.connect(self._on_runs_on)
        self.precision.activated.connect(self._on_runs_on)

    # the list

    @Slot(object)
    def _on_listed(self, rows: tuple[ModelRow, ...]) -> None:
        self._rows = rows
        wanted = self._wanted or ("" if self._row is None else self._row.key)
        self._wanted = ""
        said, is_good = self.details.outcome.text(), self.details.outcome.property("role") == "good"
        self.list.show_content(rows, self._in_use(), wanted)
        self.details.show_outcome(said, is_good=is_good)

    @Slot(object)
    def _on_row(self, row: ModelRow | None) -> None:
        self._row = row
        self._show_row()
        problem = "" if row is None else f"{row.problem} {row.hint}".strip()
        self.details.show_outcome(problem, is_good=False)

    def _show_row(self) -> None:
        row = self._row
        in_use = row is not None and row.is_model(self._in_use())
        self.details.show_row(row, in_use=in_use, job=None if row is None else self._service.job_of(row.key))

    # using

    @Slot()
    def _on_use(self) -> None:
        if self._row is not None:
            self.chosen.emit(self._row.key)
            self.close()

    @Slot()
    def _on_runs_on(self) -> None:
        precision = str(self.precision.currentData())
        self.precision.setToolTip(tr(PRECISION_TIPS[precision]))
        self.runs_on_changed.emit(str(self.device.currentData()), precision)

    # jobs

    @Slot()
    def _on_verify(self) -> None:
        if self._row is not None:
            self.details.show_outcome("", is_good=True)
            self._service.verify(self._row)
            self._show_row()

    @Slot()
    def _on_download(self) -> None:
        if self._row is not None:
            dialog = LicenceDialog(self, self._row, self._service.folder)
            dialog.agreed.connect(self._on_agreed)
            dialog.open()

    @Slot(object, str)
    def _on_agreed(self, row: ModelRow, licence: str) -> None:
        self.details.show_outcome("", is_good=True)
        self._service.download(row, licence)
        self._show_row()

    @Slot()
    def _on_bring_in(self) -> None:
        pattern = tr("GKDT weights (*.best *.pth *.pt);;All files (*)")
        self._chooser.file(tr("Choose a weight file"), pattern, self.ask_how)

    @Slot()
    def _on_convert(self) -> None:
        if self._row is not None and self._row.path is not None:
            self.ask_how(self._row.path)

    def ask_how(self, file: Path) -> None:
        """Ask how a weight file is to be brought in."""
        dialog = BringInDialog(self, file, self._service)
        dialog.answered.connect(self._on_answered)
        dialog.open()

    @Slot(object, str, str)
    def _on_answered(self, file: Path, name: str, dtype: Dtype) -> None:
        self.details.show_outcome("", is_good=True)
        self._service.bring_in(file, name, dtype)

    @Slot()
    def _on_remove(self) -> None:
        row = self._row
        if row is None or row.path is None:
            return
        size = bytes_words(row.nbytes) if row.nbytes else tr("what is there")
        dialog = ConfirmDialog(
            self,
            tr("Remove a model"),
            (
                tr(
                    'Delete {title}, {size}? The file "{path}" goes for good: undo does not bring it back.',
                    title=row.title,
                    size=size,
                    path=row.path,
                )
                if row.is_file or row.place is Place.RELEASED
                else tr(
                    'Delete {title}, {size}? The folder "{path}" goes for good: undo does not bring it back.',
                    title=row.title,
                    size=size,
                    path=row.path,
                )
            )
            + " "
            + tr("Projects and labels stay as they are."),
            tr("Delete {size}", size=size) if row.nbytes else tr("Delete it"),
        )
        dialog.confirmed.connect(self._remove_now)
        dialog.open()

    @Slot()
    def _remove_now(self) -> None:
        if self._row is not None:
            self._service.remove(self._row)
            self._show_row()

    @Slot(Task)
    def _on_started(self, task: Task) -> None:
        self._add_job(task)

    def _add_job(self, task: Task) -> None:
        row = JobRow(task)
        self._jobs[task] = row
        self._jobs_column.addWidget(row)
        self._jobs_area.show()
        task.finished.connect(self._on_finished)

    @Slot()
    def _on_finished(self) -> None:
        task = self.sender()
        row = self._jobs.pop(task, None) if isinstance(task, Task) else None
        if row is not None:
            self._jobs_column.removeWidget(row)
            row.deleteLater()
        self._jobs_area.setVisible(bool(self._jobs))

    @Slot(object)
    def _on_outcome(self, outcome: Outcome) -> None:
        if outcome.made is not None:
            self._wanted = str(outcome.made)
        self.details.show_outcome(f"{outcome.text} {outcome.hint}".strip(), is_good=outcome.is_good)

    # folders elsewhere

    @Slot()
    def _on_add_folder(self) -> None:
        self._chooser.folder(tr("Choose a model folder"), self.add_path)

    def add_path(self, path: Path) -> None:
        """List a model folder that is somewhere else."""
        self._wanted = str(path)
        self._set_paths((*self._settings.model_paths, str(path)))

    @Slot()
    def _on_forget(self) -> None:
        if self._row is not None:
            key = self._row.key
            self._set_paths(tuple(text for text in self._settings.model_paths if str(Path(text)) != key))

    def _set_paths(self, paths: tuple[str, ...]) -> None:
        unique = tuple(dict.fromkeys(paths))
        self.paths_changed.emit(unique)
        self._service.refresh(unique)
