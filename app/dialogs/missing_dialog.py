"""Images whose file is not where it was: which, and looking for them in a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QListWidget, QPushButton, QWidget

from app import theme
from app.dialogs.base import Dialog
from app.error_texts import text_of
from app.i18n import counted, tr, whole
from app.jobs import Task
from app.object_names import Name
from app.panels.widgets import named, note
from app.project.places import How, ImagePlace, SearchReport
from gkdt_core.errors import GkdtError

MOST_LISTED = 500
ROWS_SHOWN = 8


class MissingDialog(Dialog):
    """Lists missing images, asks for a folder, and tells what was found there before anything changes."""

    folder_wanted = Signal()
    accepted_report = Signal(object)
    """`SearchReport` whose files shall be taken"""

    def __init__(self, parent: QWidget, lost: Sequence[ImagePlace], total: int) -> None:
        super().__init__(parent, Name.MISSING_DIALOG, tr("Find missing images"), width=600)
        self._report: SearchReport | None = None
        self._task: Task | None = None
        head = QLabel(
            counted(
                len(lost),
                "{n} of {total:,} image files is not where it was. Its labels are safe.",
                "{n:,} of {total:,} image files are not where they were. Their labels are safe.",
                total=total,
            )
        )
        head.setWordWrap(True)
        self.list = named(QListWidget(), Name.MISSING_LIST, tr("Missing images"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems([str(image.path) for image in lost[:MOST_LISTED]])
        if len(lost) > MOST_LISTED:
            self.list.addItem(tr("… and {count:,} more", count=len(lost) - MOST_LISTED))
        self.list.setMinimumHeight(ROWS_SHOWN * theme.ROW_HEIGHT)
        self.status = named(
            note(
                tr(
                    "Choose the folder that they are in now, or one above it: "
                    "all folders below are looked at."
                )
            ),
            Name.MISSING_STATUS,
        )
        self.look = named(QPushButton(tr("Look in a folder…")), Name.MISSING_LOOK)
        self.look.setAutoDefault(False)
        self.body.addWidget(head)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.status)
        row = QHBoxLayout()
        row.addWidget(self.look)
        row.addStretch()
        self.body.addLayout(row)
        self.main = self.add_foot(tr("Use the found files"), Name.MISSING_ACCEPT)
        self.main.setEnabled(False)
        self.look.clicked.connect(self.folder_wanted)
        self.main.clicked.connect(self._on_accept)
        self.finished.connect(self._stop)

    def show_search(self, task: Task, folder: Path) -> None:
        """A search has begun; closing the dialog stops it."""
        self._stop()
        self._task, self._report = task, None
        self.main.setEnabled(False)
        self.look.setEnabled(False)
        self.status.setText(tr("Looking in {folder}…", folder=folder))
        task.finished.connect(self._on_finished)

    def show_report(self, report: SearchReport) -> None:
        """Tell what was found."""
        self._report = report
        found = len(report.found)
        ways = [
            (report.count(How.CONTENT), tr("by content")),
            (report.count(How.NAME_AND_SIZE), tr("by name and size")),
            (report.count(How.NAME), tr("by name alone")),
        ]
        sentences = [
            counted(found, "{n} image was found", "{n:,} images were found")
            + (": " + ", ".join(f"{whole(count)} {way}" for count, way in ways if count) if found else "")
            + "."
        ]
        if report.lost:
            sentences.append(counted(len(report.lost), "{n} is still missing.", "{n:,} are still missing."))
        if report.other_content:
            sentences.append(
                counted(
                    report.other_content,
                    "For {n} there is a file of the same name with other content, which is not taken.",
                    "For {n:,} there are files of the same name with other content, which are not taken.",
                )
            )
        self.status.setText(" ".join(sentences))
        self.main.setEnabled(found > 0)
        if found:
            self.main.setText(counted(found, "Use the found file", "Use the {n:,} found files"))
            self.main.setFocus()
        self.setMinimumHeight(max(self.minimumHeight(), self.body.heightForWidth(self.width())))

    def show_problem(self, error: GkdtError) -> None:
        """The folder could not be looked through."""
        self.status.setText(text_of(error))

    @Slot()
    def _on_finished(self) -> None:
        self._task = None
        self.look.setEnabled(True)

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    @Slot()
    def _on_accept(self) -> None:
        report = self._report
        self.accept()
        if report is not None:
            self.accepted_report.emit(report)
