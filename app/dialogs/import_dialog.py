"""Import: annotations in any format, the folder that their image names start from, and what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from app import theme
from app.controllers.session import FileChooser
from app.controllers.transfer import ImportRequest
from app.dialogs.base import Dialog
from app.dialogs.format_texts import how_to_install, title
from app.error_texts import in_words
from app.i18n import counted, tr
from app.object_names import Name
from app.panels.widgets import ProblemText, heading, named, note
from gkdt_core.formats.registry import FORMATS, Format


class ImportDialog(Dialog):
    """Answers with an `ImportRequest`."""

    answered = Signal(object)

    def __init__(self, parent: QWidget, chooser: FileChooser, *, has_project: bool) -> None:
        super().__init__(parent, Name.IMPORT_DIALOG, tr("Import"), width=560)
        self._chooser = chooser
        self.file = named(QLineEdit(), Name.IMPORT_FILE, tr("File or folder of annotations"))
        self.format = named(QComboBox(), Name.IMPORT_FORMAT, tr("Format"))
        self.format.addItem(tr("Told from the content"), "")
        for name, form in FORMATS.items():
            self.format.addItem(title(form), name)
        self.images = named(QLineEdit(), Name.IMPORT_IMAGES, tr("Folder of the images"))
        self.images.setPlaceholderText(tr("Where the annotations say"))
        self.problem = ProblemText(Name.IMPORT_PROBLEM, lines=2)
        self.body.addWidget(heading(tr("File or folder of annotations")))
        self.body.addLayout(
            self._row(self.file, (tr("File…"), self._browse_file), (tr("Folder…"), self._browse_folder))
        )
        self.body.addWidget(
            note(
                tr(
                    "COCO, YOLO-pose, DeepLabCut, Lightning Pose, LabelMe, CVAT XML, CSV; SLEAP and NWB with "
                    "optional packages."
                )
            )
        )
        self.body.addSpacing(theme.GRID)
        self.body.addWidget(heading(tr("Format")))
        self.body.addWidget(self.format)
        self.body.addSpacing(theme.GRID)
        self.body.addWidget(heading(tr("Folder that the image names in it start from")))
        self.body.addLayout(self._row(self.images, (tr("Browse…"), self._browse_images)))
        where = (
            tr("the open project, as one undo step") if has_project else tr("a new project beside the file")
        )
        self.body.addWidget(
            note(
                tr(
                    "Everything comes into {where}. Annotations and images are not changed; pictures that "
                    "are inside a file, and frames of a video, are written beside the other images.",
                    where=where,
                )
            )
        )
        self.body.addWidget(self.problem)
        self.main = self.add_foot(tr("Import"), Name.IMPORT_ACCEPT)
        self.file.textChanged.connect(self._check)
        self.images.textChanged.connect(self._check)
        self.format.currentIndexChanged.connect(self._check)
        self.main.clicked.connect(self._accept)
        self._check()

    @staticmethod
    def _row(field: QLineEdit, *buttons: tuple[str, object]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(field, 1)
        for text, browse in buttons:
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(browse)
            row.addWidget(button)
        return row

    @Slot()
    def _browse_file(self) -> None:
        suffixes = sorted(
            {".json", ".csv", ".h5", ".yaml", *(f.suffix for f in FORMATS.values() if f.suffix)}
        )
        pattern = tr("Annotations ({suffixes})", suffixes=" ".join(f"*{suffix}" for suffix in suffixes))
        self._chooser.file(tr("Choose a file of annotations"), pattern, self.set_file)

    @Slot()
    def _browse_folder(self) -> None:
        self._chooser.folder(tr("Choose a folder of annotations"), self.set_file)

    @Slot()
    def _browse_images(self) -> None:
        self._chooser.folder(tr("Choose the folder of the images"), self.set_images)

    def set_file(self, path: Path) -> None:
        """Take the file; its folder, or "images" beside it, is the first guess for a JSON file's images."""
        self.file.setText(str(path))
        if not self.images.text().strip() and path.suffix.lower() == ".json":
            candidates = (path.parent / "images", path.parent.parent / "images", path.parent)
            self.images.setText(str(next(folder for folder in candidates if folder.is_dir())))

    def set_images(self, path: Path) -> None:
        self.images.setText(str(path))

    def set_request(self, request: ImportRequest) -> None:
        """Show what was asked for before, to be changed."""
        self.file.setText(str(request.path))
        self.images.setText("" if request.images_dir is None else str(request.images_dir))
        self.format.setCurrentIndex(0 if request.form is None else self.format.findData(request.form.id))

    def chosen_format(self) -> Format | None:
        """The format; None where it is to be told from the content."""
        return FORMATS.get(str(self.format.currentData()))

    def _problem(self) -> str:
        file, images = self.file.text().strip(), self.images.text().strip()
        form = self.chosen_format()
        if form is not None and not form.is_installed:
            return how_to_install(form)
        if file and not Path(file).expanduser().exists():
            return tr("There is no file {file}.", file=file)
        if images and not Path(images).expanduser().is_dir():
            return tr("There is no folder {images}.", images=images)
        return ""

    @Slot()
    def _check(self) -> None:
        problem = self._problem()
        self.problem.show_problem(problem)
        self.main.setEnabled(bool(self.file.text().strip()) and not problem)

    @Slot()
    def _accept(self) -> None:
        images = self.images.text().strip()
        folder = Path(images).expanduser() if images else None
        file = Path(self.file.text().strip()).expanduser()
        self.answered.emit(ImportRequest(file, folder, self.chosen_format()))
        self.accept()


class SkippedDialog(Dialog):
    """What an import left out, and why."""

    def __init__(self, parent: QWidget, skipped: Sequence[str], count: int) -> None:
        super().__init__(parent, Name.IMPORT_REPORT, tr("What was left out"), width=640)
        self.body.addWidget(
            note(
                counted(
                    count,
                    "{n:,} thing in the file could not be used; everything else has come.",
                    "{n:,} things in the file could not be used; everything else has come.",
                )
            )
        )
        lines = [in_words(line) for line in skipped]
        if count > len(lines):
            lines.append(tr("And {n:,} more.", n=count - len(lines)))
        self.text = named(QPlainTextEdit("\n".join(lines)), Name.IMPORT_REPORT_TEXT, tr("What was left out"))
        self.text.setReadOnly(True)
        self.text.setMinimumHeight(260)
        self.body.addWidget(self.text, 1)
        self.copy_button = self.add_foot(tr("Copy"), Name.IMPORT_REPORT_COPY, cancel=tr("Close"))
        self.copy_button.clicked.connect(self._copy)

    @Slot()
    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())
        self.copy_button.setText(tr("Copied"))
