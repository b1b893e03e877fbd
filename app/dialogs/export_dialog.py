"""Export: in which format, where to, which images, and what the format will lose of this project."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from app import theme
from app.controllers.session import FileChooser
from app.controllers.transfer import ExportRequest
from app.dialogs.base import Dialog
from app.dialogs.format_texts import how_to_install, loss_text, title
from app.error_texts import reason_of, text_of
from app.i18n import counted, tr
from app.jobs import Task
from app.object_names import Name
from app.panels.widgets import heading, named, note
from app.project.exporting import EXPORTED_STATES, ExportOptions
from app.project.project_settings import ExportHabit
from gkdt_core.domain import ImageState
from gkdt_core.errors import GkdtError
from gkdt_core.formats.building import Pictures
from gkdt_core.formats.features import Feature, Loss
from gkdt_core.formats.registry import COCO, FORMATS, Format


def free_name(folder: Path) -> Path:
    """`folder`, or where there is something under this name, the same with a number."""
    candidate, number = folder, 2
    while candidate.exists():
        candidate, number = folder.with_name(f"{folder.name} {number}"), number + 1
    return candidate


def tells_apart(form: Format) -> bool:
    """Whether a format keeps which points are the model's."""
    return Feature.ORIGINS not in form.losses


class ExportDialog(Dialog):
    """Answers with an `ExportRequest`."""

    answered = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        chooser: FileChooser,
        proposal: Path,
        count: Callable[[ExportOptions], int],
        total: int,
        find_losses: Callable[[ExportOptions], Task],
    ) -> None:
        """The dialog for one project.

        Args:
            parent: The window.
            chooser: Asks for files.
            proposal: A COCO file to write; other formats are proposed beside it.
            count: How many images an export with such options holds.
            total: Images of the project.
            find_losses: Starts a job whose result is format id -> what would be lost.
        """
        super().__init__(parent, Name.EXPORT_DIALOG, tr("Export"), width=560)
        self._chooser, self._count, self._total = chooser, count, total
        self._proposal, self._find_losses = proposal, find_losses
        self._losses: Mapping[str, tuple[Loss, ...]] | None = None
        self._asked: ExportOptions | None = None
        self._task: Task | None = None
        self.format = named(QComboBox(), Name.EXPORT_FORMAT, tr("Format"))
        for name, form in FORMATS.items():
            if form.write is not None:
                self.format.addItem(title(form), name)
        self.path_heading = heading(tr("File"))
        self.path = named(QLineEdit(str(proposal)), Name.EXPORT_PATH, tr("File to write"))
        self.browse = named(QPushButton(tr("Browse…")), Name.EXPORT_BROWSE)
        self.browse.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(self.path, 1)
        row.addWidget(self.browse)
        self.pictures = named(QCheckBox(tr("With copies of the image files")), Name.EXPORT_PICTURES)
        self.pictures.setChecked(True)
        self.all = named(QRadioButton(tr("All &labelled images that are not rejected")), Name.EXPORT_ALL)
        self.reviewed = named(QRadioButton(tr("&Reviewed images only")), Name.EXPORT_REVIEWED)
        self.model_points = QCheckBox(tr("With the model's points that nobody has reviewed"))
        self._is_chosen = False
        """Whether a person has said if the model's points go in; else the format decides."""
        self.model_note = named(note(), Name.EXPORT_MODEL_NOTE)
        self.all.setChecked(True)
        self.summary = named(note(), Name.EXPORT_SUMMARY)
        self.losses_heading = heading(tr("What this format cannot keep"))
        self.losses = named(note(), Name.EXPORT_LOSSES)
        self.body.addWidget(heading(tr("Format")))
        self.body.addWidget(self.format)
        self.body.addSpacing(theme.GRID)
        self.body.addWidget(self.path_heading)
        self.body.addLayout(row)
        self.body.addWidget(self.pictures)
        self.body.addSpacing(theme.GRID)
        self.body.addWidget(heading(tr("Images")))
        self.body.addWidget(self.all)
        self.body.addWidget(self.reviewed)
        self.body.addWidget(self.model_points)
        self.body.addWidget(self.model_note)
        self.body.addSpacing(theme.GRID)
        self.body.addWidget(self.summary)
        self.body.addSpacing(theme.GRID)
        self.body.addWidget(self.losses_heading)
        self.body.addWidget(self.losses)
        self.body.addStretch(1)
        self.main = self.add_foot(tr("Export"), Name.EXPORT_ACCEPT)
        self.browse.clicked.connect(self._browse)
        self.format.currentIndexChanged.connect(self._on_format)
        self.path.textChanged.connect(self._sync)
        self.all.toggled.connect(self._sync)
        self.model_points.toggled.connect(self._sync)
        self.model_points.clicked.connect(self._on_chosen)
        self.main.clicked.connect(self._accept)
        self.finished.connect(self._stop)
        self._follow_format()

    def _follow_format(self) -> None:
        """The model's points are proposed where the format tells them from a person's, and nowhere else."""
        if not self._is_chosen:
            self.model_points.setChecked(tells_apart(self.chosen_format()))
        self._sync()

    @Slot()
    def _on_chosen(self) -> None:
        self._is_chosen = True

    def options(self) -> ExportOptions:
        """What the controls say."""
        if self.reviewed.isChecked():
            return ExportOptions(states=frozenset({ImageState.REVIEWED}))
        return ExportOptions(states=EXPORTED_STATES, model_points=self.model_points.isChecked())

    def chosen_format(self) -> Format:
        """The format to write."""
        return FORMATS[str(self.format.currentData())]

    def choose_format(self, name: str) -> None:
        """Choose a format by its id."""
        self.format.setCurrentIndex(self.format.findData(name))

    def go_on_as(self, habit: ExportHabit) -> None:
        """Propose what the project was exported as last: format, folder, choices.

        A folder that was written is taken now, so that another one beside it is proposed.
        """
        if self.format.findData(habit.form) < 0:
            return
        self.reviewed.setChecked(habit.reviewed_only)
        self.pictures.setChecked(habit.pictures)
        self.choose_format(habit.form)
        if not habit.reviewed_only:
            self._is_chosen = habit.model_points != tells_apart(self.chosen_format())
            self.model_points.setChecked(habit.model_points)
        path = Path(habit.path)
        if path.parent.is_dir():
            self.path.setText(str(free_name(path) if self.chosen_format().is_folder else path))

    @Slot()
    def _browse(self) -> None:
        form, words = self.chosen_format(), tr("Export")
        if form.is_folder:
            self._chooser.folder(tr("Choose an empty folder"), self.set_path)
        else:
            pattern = f"{title(form)} (*{form.suffix})"
            self._chooser.save(words, pattern, Path(self.path.text()), self.set_path)

    def set_path(self, path: Path) -> None:
        self.path.setText(str(path))

    @Slot()
    def _on_format(self) -> None:
        form = self.chosen_format()
        self._follow_format()  # first: what is lost is counted for these points, once
        folder = Path(self.path.text().strip() or self._proposal).parent
        name = self._proposal.stem
        self.path_heading.setText(tr("New folder") if form.is_folder else tr("File"))
        self.path.setText(str(folder / (f"{name} {form.id}" if form.is_folder else f"{name}{form.suffix}")))

    @Slot()
    def _sync(self) -> None:
        form, options = self.chosen_format(), self.options()
        chosen = self._count(options)
        left = self._total - chosen
        self.model_points.setEnabled(self.all.isChecked())
        self.model_note.setVisible(self.all.isChecked())
        self.model_note.setText(
            tr("In this format they stay marked as the model's.")
            if tells_apart(form)
            else tr("This format cannot tell them from a person's: there they count as placed by somebody.")
        )
        self.pictures.setVisible(form.pictures)
        kept = tr("Positions, visibility, scores, boxes and image states are kept; the undo history is not.")
        named_only = tr("Image files are named, not copied.")
        self.summary.setText(
            counted(
                chosen,
                "{n:,} image with points or boxes will be in the file, {left:,} will not.",
                "{n:,} images with points or boxes will be in the file, {left:,} will not.",
                left=left,
            )
            + (f" {kept}" if form is COCO else "")
            + ("" if form.pictures else f" {named_only}")
        )
        if form is not COCO and options != self._asked:
            self._ask(options)
        problem = self._problem(form)
        self.losses_heading.setVisible(form is not COCO)
        self.losses.setVisible(form is not COCO or bool(problem))
        self.losses.setText(problem or self._losses_text(form))
        self.main.setText(counted(chosen, "Export {n:,} image", "Export {n:,} images"))
        self.main.setEnabled(chosen > 0 and bool(self.path.text().strip()) and not problem)
        # wrapped text takes more lines than a window plans for
        self.setMinimumHeight(max(self.minimumHeight(), self.body.heightForWidth(self.width())))

    def _problem(self, form: Format) -> str:
        if not form.is_installed:
            return how_to_install(form)
        path = Path(self.path.text().strip()).expanduser()
        try:
            taken = form.is_folder and path.exists() and (not path.is_dir() or any(path.iterdir()))
        except OSError as error:
            return tr("The folder cannot be used: {reason}.", reason=reason_of(error))
        if taken:
            return tr("There is something in this folder already. Choose a new one.")
        return ""

    def _losses_text(self, form: Format) -> str:
        if self._losses is None:
            return tr("Counting…")
        lost = self._losses.get(form.id, ())
        if not lost:
            return tr("Nothing of this project is lost.")
        return "\n".join(f"•  {loss_text(loss)}" for loss in lost)

    def _ask(self, options: ExportOptions) -> None:
        self._stop()
        self._asked, self._losses = options, None
        self._task = self._find_losses(options)
        self._task.succeeded.connect(self._on_losses)
        self._task.failed.connect(self._on_failed)

    @Slot()
    def _stop(self) -> None:
        """Counting for other options, or for a closed dialog, is of no use."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    @Slot(object)
    def _on_losses(self, losses: Mapping[str, tuple[Loss, ...]]) -> None:
        if self.sender() is self._task:
            self._losses, self._task = losses, None
            self._sync()

    @Slot(GkdtError)
    def _on_failed(self, error: GkdtError) -> None:
        if self.sender() is self._task:
            self._task = None
            self.losses.setText(text_of(error))

    @Slot()
    def _accept(self) -> None:
        path = Path(self.path.text().strip()).expanduser()
        form = self.chosen_format()
        pictures = Pictures.COPY if self.pictures.isChecked() else Pictures.NONE
        self.answered.emit(ExportRequest(path, self.options(), form, pictures))
        self.accept()
