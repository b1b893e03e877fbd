"""Import: a COCO keypoint file, and the folder that its image names start from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app import theme
from app.controllers.session import FileChooser
from app.controllers.transfer import ImportRequest
from app.dialogs.base import Dialog
from app.i18n import tr
from app.object_names import Name
from app.panels.widgets import heading, named, note, with_role


class ImportDialog(Dialog):
    """Answers with an `ImportRequest`."""

    answered = Signal(object)

    def __init__(self, parent: QWidget, chooser: FileChooser, *, has_project: bool) -> None:
        super().__init__(parent, Name.IMPORT_DIALOG, tr("Import COCO keypoints"), width=520)
        self._chooser = chooser
        self.file = named(QLineEdit(), Name.IMPORT_FILE, tr("COCO file"))
        self.images = named(QLineEdit(), Name.IMPORT_IMAGES, tr("Folder of the images"))
        self.problem = with_role(named(QLabel(), Name.IMPORT_PROBLEM), "error")
        self.problem.setWordWrap(True)
        self.body.addWidget(heading(tr("COCO file")))
        self.body.addLayout(self._row(self.file, self._browse_file))
        self.body.addSpacing(theme.GRID)
        self.body.addWidget(heading(tr("Folder that the image names in it start from")))
        self.body.addLayout(self._row(self.images, self._browse_images))
        where = (
            tr("Everything comes into the open project, as one undo step.")
            if has_project
            else tr("Everything comes into a new project beside the file.")
        )
        self.body.addWidget(note(where + " " + tr("The file and the images are not changed.")))
        self.body.addWidget(self.problem)
        self.main = self.add_foot(tr("Import"), Name.IMPORT_ACCEPT)
        self.file.textChanged.connect(self._check)
        self.images.textChanged.connect(self._check)
        self.main.clicked.connect(self._accept)
        self._check()

    @staticmethod
    def _row(field: QLineEdit, browse: object) -> QHBoxLayout:
        button = QPushButton(tr("Browse…"))
        button.setAutoDefault(False)
        button.clicked.connect(browse)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(field, 1)
        row.addWidget(button)
        return row

    @Slot()
    def _browse_file(self) -> None:
        self._chooser.file(tr("Choose a COCO file"), tr("COCO keypoints (*.json)"), self.set_file)

    @Slot()
    def _browse_images(self) -> None:
        self._chooser.folder(tr("Choose the folder of the images"), self.set_images)

    def set_file(self, path: Path) -> None:
        """Take the file; its folder, or "images" beside it, is the first guess for the images."""
        self.file.setText(str(path))
        if not self.images.text().strip():
            candidates = (path.parent / "images", path.parent.parent / "images", path.parent)
            self.images.setText(str(next(folder for folder in candidates if folder.is_dir())))

    def set_images(self, path: Path) -> None:
        self.images.setText(str(path))

    def _problem(self) -> str:
        file, images = self.file.text().strip(), self.images.text().strip()
        if file and not Path(file).expanduser().is_file():
            return tr("There is no file {file}.", file=file)
        if images and not Path(images).expanduser().is_dir():
            return tr("There is no folder {images}.", images=images)
        return ""

    @Slot()
    def _check(self) -> None:
        problem = self._problem()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        filled = bool(self.file.text().strip() and self.images.text().strip())
        self.main.setEnabled(filled and not problem)

    @Slot()
    def _accept(self) -> None:
        file, images = (Path(field.text().strip()).expanduser() for field in (self.file, self.images))
        self.answered.emit(ImportRequest(file, images))
        self.accept()
