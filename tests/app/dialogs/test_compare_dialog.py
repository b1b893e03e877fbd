"""Comparing two files in the window: choose, compare, look, save."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from app.actions import ActionId
from app.controllers.session import Session
from app.dialogs.compare_dialog import CompareDialog
from app.object_names import Name
from app.panels.pose_overlay import FIRST, SECOND
from app.settings import Settings
from tests.app.commands.test_compare import project
from tests.app.window import WAIT_MS, Answers, open_window


@pytest.fixture
def session(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    first = project(tmp_path / "a.gkdt", {"1.png": (0, 0), "2.png": (0, 0), "3.png": (0, 0)})
    project(tmp_path / "b.gkdt", {"1.png": (3, 4), "2.png": (12, 0), "3.png": None})
    session = Session(Settings(tmp_path / "settings.ini"), Answers())
    session.store.open(first)
    yield session
    session.close()


@pytest.fixture
def dialog(qtbot, session: Session, tmp_path: Path) -> Iterator[CompareDialog]:
    """The comparison of the open project with b.gkdt."""
    window = QWidget()
    qtbot.addWidget(window)
    dialog = CompareDialog(window, session)
    dialog.show()
    assert not dialog.start.isEnabled()
    session.chooser.path = tmp_path / "b.gkdt"
    press(qtbot, dialog, Name.COMPARE_CHOOSE_SECOND)
    press(qtbot, dialog, Name.COMPARE_START)
    qtbot.waitUntil(lambda: not session.jobs.is_busy, timeout=WAIT_MS)
    yield dialog
    window.close()  # keeps the parent until here


def press(qtbot, dialog: QWidget, name: Name) -> None:
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def cells(view, row: int) -> list[str]:
    model = view.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_the_open_project_is_compared_with_a_file_that_is_chosen(dialog):
    assert dialog.status.text().startswith("3 images in both files, 2 objects in both.")
    assert "Only in a.gkdt: 0 images, 1 object." in dialog.status.text()
    assert cells(dialog.agreement, 0)[:2] == ["horse (all)", "6"]
    assert cells(dialog.agreement, 3) == [
        "nose", "2", "8.50", "8.50", "11.65", "8.50", "0.0", "50.0", "50.0", "100.0"
    ]  # fmt: skip


def test_what_differs_most_comes_first_for_all_keypoints_or_for_one(dialog):
    names = [cells(dialog.pairs, row)[0] for row in range(3)]
    assert names == ["3.png", "2.png", "1.png"]
    assert cells(dialog.pairs, 0)[3] == "only in a.gkdt"
    assert cells(dialog.pairs, 1)[2:] == ["4.00", "nose", "12.00"]
    dialog.agreement.selectRow(3)
    assert [cells(dialog.pairs, row)[0] for row in range(3)] == ["2.png", "1.png", "3.png"]
    assert cells(dialog.pairs, 1)[3:] == ["nose", "5.00"]


def test_a_row_shows_both_poses_over_their_picture(qtbot, session, dialog):
    dialog.pairs.selectRow(1)
    qtbot.waitUntil(lambda: not session.decoding.is_busy, timeout=WAIT_MS)
    overlay = dialog.overlay
    assert overlay.pair.distances[2] == 12.0

    def colours_near(xy) -> set[str]:
        picture = overlay.grab().toImage()
        x, y = overlay.image_to_widget(xy).tolist()
        spots = [QPoint(round(x) + dx, round(y) + dy) for dx in range(-9, 10) for dy in range(-9, 10)]
        return {QColor(picture.pixel(spot)).name() for spot in spots if picture.valid(spot)}

    nose_a, nose_b = overlay.pair.first.keypoints[2], overlay.pair.second.keypoints[2]
    assert FIRST in colours_near(nose_a)
    assert SECOND in colours_near(nose_b)
    dialog._shown[0].click()
    assert FIRST not in colours_near(nose_a)
    assert SECOND in colours_near(nose_b)


def test_a_picture_that_is_gone_is_named_and_the_poses_stay(qtbot, session, dialog, tmp_path):
    (tmp_path / "2.png").unlink()
    dialog.pairs.selectRow(1)
    qtbot.waitUntil(lambda: not session.decoding.is_busy, timeout=WAIT_MS)
    assert "2.png" in dialog.overlay._text
    assert dialog.overlay.pair is not None


def test_the_table_and_the_points_are_saved(qtbot, session, dialog, tmp_path):
    for name, file in ((Name.COMPARE_SAVE_TABLE, "t.csv"), (Name.COMPARE_SAVE_POINTS, "p.csv")):
        session.chooser.path = tmp_path / file
        press(qtbot, dialog, name)
        assert str(tmp_path / file) in dialog.status.text()
    assert (tmp_path / "t.csv").read_text(encoding="utf-8-sig").startswith("category,keypoint,objects")
    assert (tmp_path / "p.csv").read_text(encoding="utf-8-sig").count("\n") == 10
    session.chooser.path = tmp_path / "nowhere" / "t.csv"
    press(qtbot, dialog, Name.COMPARE_SAVE_TABLE)
    assert "was not written" in dialog.status.text()


def test_two_files_without_a_common_picture_are_told(qtbot, session, dialog, tmp_path):
    other = project(tmp_path / "far" / "d.gkdt", {"9.png": (0, 0)})
    dialog.choose(1, other)
    press(qtbot, dialog, Name.COMPARE_START)
    qtbot.waitUntil(lambda: not session.jobs.is_busy, timeout=WAIT_MS)
    assert "no picture in common" in dialog.status.text()
    assert dialog.pairs.model().rowCount() == 0
    assert not dialog.save_table.isEnabled()


def test_the_menu_opens_it_with_or_without_a_project(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    person = open_window(qtbot, tmp_path / "home")
    person.do(ActionId.COMPARE)
    dialog = person.window.findChild(QDialog, Name.COMPARE_DIALOG)
    assert dialog.isVisible()
    assert not dialog.start.isEnabled()
    person.close()
