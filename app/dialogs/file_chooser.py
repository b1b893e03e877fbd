"""Asking for files without waiting: the answer comes through a callback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

OnChosen = Callable[[Path], None]


class DialogChooser(QObject):
    """Shows the platform's file dialogs over `window`; remembers the folder used last."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._folder = Path.home()
        self._on_chosen: OnChosen | None = None

    def folder(self, title: str, on_chosen: OnChosen) -> None:
        dialog = self._dialog(title, on_chosen)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    def file(self, title: str, pattern: str, on_chosen: OnChosen) -> None:
        dialog = self._dialog(title, on_chosen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(pattern)
        dialog.open()

    def save(self, title: str, pattern: str, proposal: Path, on_chosen: OnChosen) -> None:
        dialog = self._dialog(title, on_chosen)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(pattern)
        dialog.setDefaultSuffix(proposal.suffix.lstrip("."))
        dialog.setDirectory(str(proposal.parent))
        dialog.selectFile(proposal.name)
        dialog.open()

    def _dialog(self, title: str, on_chosen: OnChosen) -> QFileDialog:
        # above the dialog that asks, if there is one: a modal dialog would block one under it, and the
        # keyboard has to come back to a dialog that stays open beside the window
        parent = QApplication.activeModalWidget() or QApplication.activeWindow() or self._window
        dialog = QFileDialog(parent, title, str(self._folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_selected)
        self._on_chosen = on_chosen
        return dialog

    @Slot(str)
    def _on_selected(self, text: str) -> None:
        path = Path(text)
        self._folder = path if path.is_dir() else path.parent
        if self._on_chosen is not None:
            self._on_chosen(path)
