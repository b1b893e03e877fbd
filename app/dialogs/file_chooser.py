"""Asking for files without waiting: the answer comes through a callback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QListView, QWidget

OnChosen = Callable[[Path], None]


class _TypedPath(QObject):
    """Keeps a path in the field of Qt's own dialog as a person typed it.

    Qt writes the names of the folders that it marks into the field while that is without the keyboard. On a
    busy machine the window loses the keyboard for a moment when the list of completions opens: the path then
    became `"photographs" "hands"`, which Enter took for two files.
    """

    def __init__(self, field: QLineEdit, marked: QListView) -> None:
        super().__init__(field)
        self._field, self._marked, self._typed = field, marked, ""
        field.textEdited.connect(self._on_edited)
        field.textChanged.connect(self._on_changed)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._typed = text

    @Slot()
    def _on_changed(self) -> None:
        text = self._field.text()  # Qt writes in the middle of telling what was typed
        if text == self._typed:
            return
        if QApplication.focusWidget() is None and "/" in self._typed and "/" not in text:
            self._field.setText(self._typed)
            self._marked.clearSelection()  # what is marked counts more than what is written
        else:
            self._typed = ""


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
        _open(dialog)

    def file(self, title: str, pattern: str, on_chosen: OnChosen) -> None:
        dialog = self._dialog(title, on_chosen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(pattern)
        _open(dialog)

    def save(self, title: str, pattern: str, proposal: Path, on_chosen: OnChosen) -> None:
        dialog = self._dialog(title, on_chosen)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(pattern)
        dialog.setDefaultSuffix(proposal.suffix.lstrip("."))
        dialog.setDirectory(str(proposal.parent))
        dialog.selectFile(proposal.name)
        _open(dialog)

    def _dialog(self, title: str, on_chosen: OnChosen) -> QFileDialog:
        # above the dialog that asks, if there is one: a modal dialog would block one under it, and the
        # keyboard has to come back to a dialog that stays open beside the window
        parent = QApplication.activeModalWidget() or QApplication.activeWindow() or self._window
        dialog = QFileDialog(parent, title, str(self._folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # not fileSelected, which says nothing where Qt believes that more than one was chosen
        dialog.filesSelected.connect(self._on_selected)
        self._on_chosen = on_chosen
        return dialog

    @Slot(list)
    def _on_selected(self, texts: list[str]) -> None:
        path = Path(texts[0])
        self._folder = path if path.is_dir() else path.parent
        if self._on_chosen is not None:
            self._on_chosen(path)


def _open(dialog: QFileDialog) -> None:
    dialog.open()
    field, marked = dialog.findChild(QLineEdit), dialog.findChild(QListView, "listView")
    if field is not None and marked is not None:  # they are None in a dialog of the platform
        _TypedPath(field, marked)
