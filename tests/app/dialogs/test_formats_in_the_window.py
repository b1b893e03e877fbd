"""Other formats through the real window: out, back in, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from app.actions import ActionId
from app.object_names import Name
from tests.app.window import HORSE, WAIT_MS, Person, make_images, open_window


@pytest.fixture
def person(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    someone = open_window(qtbot, tmp_path / "home")
    make_images(tmp_path / "images", 3)
    someone.open_folder(tmp_path / "images")
    someone.window.prompting.add_category(HORSE)
    someone.settle()
    yield someone
    someone.close()


def press(person: Person, dialog: QWidget, name: Name) -> None:
    person.qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_points_go_out_as_yolo_and_come_back_into_a_new_project(person, tmp_path):
    for xy in ((60.0, 50.0), (120.0, 50.0), (90.0, 120.0)):
        person.click(xy)
    store = person.window.store
    (before,) = store.instances(person.window.selection.now.image_id)
    person.do(ActionId.EXPORT_COCO)
    dialog = person.window.findChild(QWidget, Name.EXPORT_DIALOG)
    dialog.choose_format("yolo")
    dialog.set_path(tmp_path / "yolo")
    person.qtbot.waitUntil(lambda: "get the box around their points" in dialog.losses.text(), timeout=WAIT_MS)
    press(person, dialog, Name.EXPORT_ACCEPT)
    person.qtbot.waitUntil((tmp_path / "yolo" / "data.yaml").exists, timeout=WAIT_MS)
    label = next((tmp_path / "yolo" / "labels").rglob("*.txt"))
    (label.parent / "other.txt").write_text("0 0.5 0.5\n")  # of no image
    person.do(ActionId.CLOSE_PROJECT)
    person.do(ActionId.IMPORT_COCO)
    dialog = person.window.findChild(QWidget, Name.IMPORT_DIALOG)
    dialog.set_file(tmp_path / "yolo")
    press(person, dialog, Name.IMPORT_ACCEPT)
    person.qtbot.waitUntil(lambda: store.is_open, timeout=WAIT_MS)
    (image,) = store.image_ids()
    (after,) = store.instances(image)
    np.testing.assert_allclose(after.instance.keypoints, before.instance.keypoints, atol=1e-5)
    assert after.instance.category.keypoints == HORSE.keypoints
    bar = person.window.message_bar
    person.qtbot.waitUntil(lambda: "Imported 1 image" in bar.text.text(), timeout=WAIT_MS)
    person.qtbot.mouseClick(
        person.window.findChild(QPushButton, Name.MESSAGE_ACTION), Qt.MouseButton.LeftButton
    )
    report = person.window.findChild(QWidget, Name.IMPORT_REPORT)
    assert report.text.toPlainText() == "labels/train/other.txt: there is no image for it."
    report.reject()


def test_an_import_that_failed_can_be_changed_without_typing_it_again(person, tmp_path):
    (tmp_path / "images" / "notes.csv").write_text("image,keypoint,x,y\nnowhere.png,nose,1,2\n")
    person.do(ActionId.IMPORT_COCO)
    dialog = person.window.findChild(QWidget, Name.IMPORT_DIALOG)
    dialog.set_file(tmp_path / "images" / "notes.csv")
    dialog.set_images(tmp_path / "images")
    dialog.format.setCurrentIndex(dialog.format.findData("csv"))
    press(person, dialog, Name.IMPORT_ACCEPT)
    bar = person.window.message_bar
    person.qtbot.waitUntil(lambda: "none of its 1 images" in bar.text.text(), timeout=WAIT_MS)
    person.settle()
    person.qtbot.mouseClick(
        person.window.findChild(QPushButton, Name.MESSAGE_ACTION), Qt.MouseButton.LeftButton
    )
    again = next(d for d in person.window.findChildren(QWidget, Name.IMPORT_DIALOG) if d.isVisible())
    assert again.file.text() == str(tmp_path / "images" / "notes.csv")
    assert again.images.text() == str(tmp_path / "images")
    assert again.chosen_format().id == "csv"
    name = next((tmp_path / "images").glob("*.png")).name
    (tmp_path / "images" / "notes.csv").write_text(f"image,keypoint,x,y\n{name},nose,1,2\n")
    press(person, again, Name.IMPORT_ACCEPT)
    person.qtbot.waitUntil(lambda: "Imported" in bar.text.text(), timeout=WAIT_MS)


def test_images_of_another_size_stay_told_until_somebody_closes_the_message(person, tmp_path):
    name = next((tmp_path / "images").glob("*.png")).name
    file = tmp_path / "points.csv"
    file.write_text(f"image,width,height,keypoint,x,y\n{name},6400,4800,nose,1,2\n")
    person.do(ActionId.IMPORT_COCO)
    dialog = person.window.findChild(QWidget, Name.IMPORT_DIALOG)
    dialog.set_file(file)
    dialog.set_images(tmp_path / "images")
    press(person, dialog, Name.IMPORT_ACCEPT)
    bar = person.window.message_bar
    person.qtbot.waitUntil(lambda: "Imported" in bar.text.text(), timeout=WAIT_MS)
    assert "but its annotations say 6400 x 4800" in bar.hint.text()
    assert not any(timer.isActive() for timer in bar.findChildren(QTimer))
