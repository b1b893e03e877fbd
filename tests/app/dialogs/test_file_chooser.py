"""Which window a file dialog belongs to."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

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
