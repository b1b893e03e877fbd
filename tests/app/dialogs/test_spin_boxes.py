"""The number fields of the dialogs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.controllers.session import Session
from app.controllers.training import Training
from app.dialogs.small import GotoDialog
from app.dialogs.train_dialog import TrainDialog
from app.settings import Settings
from tests.app.window import Answers


def test_numbers_keep_their_distance_from_the_left_edge(qtbot, tmp_path: Path):
    window = QWidget()
    qtbot.addWidget(window)
    session = Session(Settings(tmp_path / "settings.ini"), Answers())
    boxes = (
        TrainDialog(window, session, Training(session)).new.epochs,
        GotoDialog(window, 3, 10).number,
    )
    for box in boxes:
        assert box.lineEdit().textMargins().left() == 8
    session.close()
