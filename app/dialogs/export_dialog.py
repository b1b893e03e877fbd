"""Export: where to, which images, and what the file will hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QRadioButton, QWidget

from app import theme
from app.controllers.session import FileChooser
from app.controllers.transfer import ExportRequest
from app.dialogs.base import Dialog
from app.i18n import counted, tr
from app.object_names import Name
from app.panels.widgets import heading, named, note
from app.project.exchange import EXPORTED_STATES, ExportOptions
from gkdt_core.domain import ImageState


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
    ) -> None:
        """Args: count: How many images an export with such options holds; total: Images of the project."""
        super().__init__(parent, Name.EXPORT_DIALOG, tr("Export COCO keypoints"), width=520)
        self._chooser, self._count, self._total = chooser, count, total
        self.path = named(QLineEdit(str(proposal)), Name.EXPORT_PATH, tr("File to write"))
        browse = named(QPushButton(tr("Browse…")), Name.EXPORT_BROWSE)
        browse.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(self.path, 1)
        row.addWidget(browse)
        self.all = named(QRadioButton(tr("All &labelled images that are not rejected")), Name.EXPORT_ALL)
        self.reviewed = named(QRadioButton(tr("&Reviewed images only")), Name.EXPORT_REVIEWED)
        self.model_points = QCheckBox(tr("With the model's points that nobody has reviewed"))
        self.model_points.setChecked(True)
        self.all.setChecked(True)
        self.summary = named(note(), Name.EXPORT_SUMMARY)
        self.body.addWidget(heading(tr("File")))
        self.body.addLayout(row)
        self.body.addSpacing(theme.PANEL_MARGIN)
        self.body.addWidget(heading(tr("Images")))
        self.body.addWidget(self.all)
        self.body.addWidget(self.reviewed)
        self.body.addWidget(self.model_points)
        self.body.addSpacing(theme.PANEL_MARGIN)
        self.body.addWidget(self.summary)
        self.main = self.add_foot(tr("Export"), Name.EXPORT_ACCEPT)
        browse.clicked.connect(self._browse)
        self.path.textChanged.connect(self._sync)
        self.all.toggled.connect(self._sync)
        self.model_points.toggled.connect(self._sync)
        self.main.clicked.connect(self._accept)
        self._sync()

    def options(self) -> ExportOptions:
        """What the controls say."""
        if self.reviewed.isChecked():
            return ExportOptions(states=frozenset({ImageState.REVIEWED}))
        return ExportOptions(states=EXPORTED_STATES, model_points=self.model_points.isChecked())

    @Slot()
    def _browse(self) -> None:
        pattern = tr("COCO keypoints (*.json)")
        self._chooser.save(tr("Export COCO keypoints"), pattern, Path(self.path.text()), self.set_path)

    def set_path(self, path: Path) -> None:
        self.path.setText(str(path))

    @Slot()
    def _sync(self) -> None:
        chosen = self._count(self.options())
        left = self._total - chosen
        self.model_points.setEnabled(self.all.isChecked())
        self.summary.setText(
            counted(
                chosen,
                "{n:,} image with points or boxes will be in the file; {left:,} others will not.",
                "{n:,} images with points or boxes will be in the file; {left:,} others will not.",
                left=left,
            )
            + " "
            + tr(
                "Positions, visibility, scores, boxes and image states are kept; the undo history is not. "
                "Image files are named, not copied."
            )
        )
        self.main.setText(counted(chosen, "Export {n:,} image", "Export {n:,} images"))
        self.main.setEnabled(chosen > 0 and bool(self.path.text().strip()))

    @Slot()
    def _accept(self) -> None:
        self.answered.emit(ExportRequest(Path(self.path.text().strip()).expanduser(), self.options()))
        self.accept()
