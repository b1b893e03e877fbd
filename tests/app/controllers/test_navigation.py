from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from app.actions import ActionId
from gkdt_core.domain import ImageState
from tests.app.window import HORSE, WAIT_MS, make_images, open_window


def test_click_on_the_former_picture_does_not_label_the_image_whose_picture_is_still_being_decoded(
    qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    make_images(tmp_path / "images", 9)
    person = open_window(qtbot, tmp_path / "home")
    window = person.window
    person.open_folder(tmp_path / "images")
    window.prompting.add_category(HORSE)
    person.settle()
    ids = window.store.image_ids()
    spot = QPointF(person.spot((100.0, 80.0)))
    view = window.canvas.viewport()

    def click() -> None:
        # sent, not posted: no picture can arrive between the step to the image and the click
        left, none, keys = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        screen = QPointF(view.mapToGlobal(spot))
        for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
            QApplication.sendEvent(view, QMouseEvent(kind, spot, screen, left, held, keys))

    with qtbot.waitSignal(window.navigation.picture_shown, timeout=WAIT_MS):
        window.navigation.go_to(9)
        click()
    assert window.store.instances(ids[8]) == ()
    person.settle()
    click()
    (stored,) = window.store.instances(ids[8])
    assert stored.instance.labeled.tolist() == [True, False, False]
    assert window.store.instances(ids[0]) == ()
    person.close()


def test_undo_says_what_it_undid_and_goes_to_where_it_can_be_seen(
    qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    make_images(tmp_path / "images", 4)
    person = open_window(qtbot, tmp_path / "home")
    window = person.window
    person.open_folder(tmp_path / "images")
    store, ids = window.store, window.store.image_ids()
    person.do(ActionId.ACCEPT)
    person.settle()
    assert window.selection.now.image_id == ids[1]
    person.do(ActionId.UNDO)
    assert window.selection.now.image_id == ids[0]
    assert window.message_bar.text.text() == "Undone: Mark image as reviewed"
    assert window.message_bar.hint.text() == "img1.png"
    window.message_bar.hide()
    person.do(ActionId.REDO)  # in sight: said without lying over the picture
    assert window.selection.now.image_id == ids[0]
    assert not window.message_bar.isVisible()
    assert window.status_line.saved.text() == "Done again: Mark image as reviewed"
    store.set_states(ids[2:], ImageState.REJECTED)
    person.do(ActionId.UNDO)
    assert window.selection.now.image_id == ids[2]
    assert window.message_bar.text.text() == "Undone: Mark 2 images as rejected"
    store.add_category(HORSE)
    person.do(ActionId.UNDO)
    assert window.status_line.saved.text() == 'Undone: Add category "horse"'
    (added,) = store.add_images([tmp_path / "later.png"])
    person.do(ActionId.UNDO)  # there is nothing left to go to
    assert not store.has_image(added)
    assert window.selection.now.image_id == ids[2]
    person.close()
