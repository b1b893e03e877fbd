"""The system report: what a maintainer needs to know about this computer, to read and to copy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from app.dialogs.base import Dialog
from app.error_texts import hint_of, message_of
from app.i18n import tr
from app.jobs import JobRunner, Task
from app.object_names import Name
from app.panels.widgets import named, note
from gkdt_core.errors import GkdtError


class ReportDialog(Dialog):
    """Shows a report that a job writes; it is English, for whoever reads it."""

    def __init__(self, parent: QWidget, jobs: JobRunner, write: Callable[[], str]) -> None:
        super().__init__(parent, Name.REPORT_DIALOG, tr("System report"), width=720)
        self._write = write
        self.body.addWidget(
            note(
                tr(
                    "Put this into a report about a problem. Your home folder is written as ~; look through "
                    "it before you send it."
                )
            )
        )
        self.text = named(
            QPlainTextEdit(tr("Looking at this computer…")), Name.REPORT_TEXT, tr("System report")
        )
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setMinimumHeight(360)
        self.body.addWidget(self.text, 1)
        self.copy_button = self.add_foot(tr("Copy the report"), Name.REPORT_COPY, cancel=tr("Close"))
        self.copy_button.setEnabled(False)
        self.copy_button.clicked.connect(self._copy)
        task = jobs.start(self._run)
        task.succeeded.connect(self._show)
        task.failed.connect(self._show_failure)

    def _run(self, task: Task) -> str:
        task.checkpoint(0.0)
        return self._write()

    @Slot(object)
    def _show(self, text: str) -> None:
        self.text.setPlainText(text)
        self.copy_button.setEnabled(True)

    @Slot(GkdtError)
    def _show_failure(self, error: GkdtError) -> None:
        self.text.setPlainText(f"{message_of(error)}\n{hint_of(error)}")

    @Slot()
    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())
        self.copy_button.setText(tr("Copied"))
