"""Which window a file dialog belongs to, and what becomes of a path that is typed into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QListView, QWidget

from app.dialogs.file_chooser import DialogChooser


def test_a_file_dialog_asked_for_beside_the_window_gives_the_keyboard_back_to_who_asked(qtbot):
    window = QWidget()
    beside = QDialog(window)
    qtbot.addWidget(window)
    chooser = DialogChooser(window)
    window.show()
    beside.show()
    beside.activateWindow()
    qtbot.waitUntil(beside.isActiveWindow)
    chooser.file("Choose a file", "Any (*)", lambda path: None)
    (asked,) = beside.findChildren(QFileDialog)
    asked.reject()


@pytest.fixture
def asked(qtbot, tmp_path: Path, monkeypatch) -> Iterator[tuple[QFileDialog, list[Path]]]:
    """Qt's own dialog for a folder, open in one that holds `hands` and `mice`; what was chosen."""
    for name in ("hands", "mice"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    chosen: list[Path] = []
    chooser = DialogChooser(window)
    chooser.folder("Choose a folder", chosen.append)
    (dialog,) = window.findChildren(QFileDialog)
    view = dialog.findChild(QListView, "listView")
    qtbot.waitUntil(lambda: view.model().rowCount(view.rootIndex()) == 2)
    yield dialog, chosen
    window.close()


def _mark_all(dialog: QFileDialog) -> None:
    """As Qt does by itself with what completions are looked for in."""
    view = dialog.findChild(QListView, "listView")
    how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in range(2):
        view.selectionModel().select(view.model().index(row, 0, view.rootIndex()), how)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_typed_path_stays_when_the_window_is_without_the_keyboard_for_a_moment(qtbot, asked, tmp_path):
    dialog, chosen = asked
    field = dialog.findChild(QLineEdit)
    field.clear()
    qtbot.keyClicks(field, str(tmp_path / "mice"))
    field.completer().popup().hide()
    field.clearFocus()
    assert QApplication.focusWidget() is None
    _mark_all(dialog)
    assert field.text() == str(tmp_path / "mice")
    dialog.accept()
    assert chosen == [tmp_path / "mice"]


def test_a_dialog_that_closes_with_yes_has_chosen_something_even_if_qt_took_it_for_two(
    qtbot, asked, tmp_path
):
    dialog, chosen = asked
    field = dialog.findChild(QLineEdit)
    field.clear()
    field.setText('"mice" "hands"')
    dialog.accept()
    assert chosen == [tmp_path / "mice"]
