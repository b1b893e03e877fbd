"""What the window says around the work: messages, recent projects, when it was saved, which model answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction

from app.actions import ActionId
from app.engine_service import EngineSummary
from app.icons import app_icon
from app.object_names import Name
from app.panels.recent_menu import RecentMenu
from tests.app.window import HORSE, WAIT_MS, Person, make_images, open_window


@pytest.fixture
def person(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    make_images(tmp_path / "images", 2)
    (tmp_path / "images" / "img3.png").write_bytes(b"no picture")
    someone = open_window(qtbot, tmp_path / "home")
    someone.open_folder(tmp_path / "images")
    yield someone
    someone.close()


def broken_shown(person: Person) -> None:
    bar = person.window.message_bar
    person.window.navigation.go_to(3)
    person.qtbot.waitUntil(lambda: bar.isVisible() and "img3.png" in bar.text.text(), timeout=WAIT_MS)


def test_what_is_said_of_a_broken_image_leaves_with_it(person):
    broken_shown(person)
    person.go_to(1)
    assert not person.window.message_bar.isVisible()


def test_an_error_that_is_not_about_the_image_stays(person):
    from gkdt_core.errors import GkdtError

    person.window.session.report(GkdtError("The disk is full.", hint="Make room on it."))
    person.go_to(2)
    assert person.window.message_bar.isVisible()


def test_the_size_of_the_image_before_is_not_told_of_one_that_cannot_be_read(person):
    position = person.window.status_line.position
    assert "320 × 240 px" in position.text()
    broken_shown(person)
    person.qtbot.waitUntil(lambda: "Image 3 of 3" in position.text())
    assert "px" not in position.text()


def test_an_opened_project_is_told_to_be_saved_before_the_first_edit(person):
    assert person.window.status_line.saved.text().startswith("Saved")
    person.do(ActionId.CLOSE_PROJECT)
    person.settle()
    assert person.window.status_line.saved.text() == ""


def recent(menu: RecentMenu) -> list[QAction]:
    menu.aboutToShow.emit()
    return menu.actions()


def test_projects_opened_lately_are_in_the_file_menu(person, tmp_path):
    menu = person.window.findChild(RecentMenu, Name.RECENT_MENU)
    first = person.window.store.path
    person.do(ActionId.CLOSE_PROJECT)
    (choice,) = recent(menu)
    assert choice.text() == f"&1  images  —  {first.parent}"
    choice.trigger()
    person.qtbot.waitUntil(lambda: person.window.store.is_open, timeout=WAIT_MS)
    assert person.window.store.path == first
    person.do(ActionId.CLOSE_PROJECT)
    first.unlink()
    (none,) = recent(menu)
    assert not none.isEnabled()


def test_without_a_category_nothing_offers_to_pre_label_no_images(person):
    actions = person.window.actions_by_id
    person.settle()
    assert not actions[ActionId.PRELABEL_HERE].isEnabled()
    assert actions[ActionId.PRELABEL_ALL].text() == "Pre-label &all images"
    person.window.prompting.add_category(HORSE)
    person.qtbot.waitUntil(lambda: actions[ActionId.PRELABEL_ALL].text() == "Pre-label 3 images")
    assert actions[ActionId.PRELABEL_HERE].isEnabled()


def test_the_engine_line_tells_model_device_precision_and_time(person):
    engine, line = person.window.session.engine, person.window.side_panel.prompt.engine_line
    engine.engine_ready.emit(EngineSummary("lite", "cuda:0 (24 GiB)", "bfloat16", 256, 16_700_000))
    person.window.prelabel.timed.emit(12.3)
    assert line.text() == "lite · cuda:0 · bf16 · 12 ms"
    engine.engine_ready.emit(EngineSummary("a model of a very long name " * 3, "cpu", "float32", 256, 1))
    assert "…" in line.text()
    assert line.text().endswith("cpu · fp32")


def test_the_windows_have_an_icon_at_every_size(qapp):
    for side in (16, 32, 256):
        image = app_icon().pixmap(side, side).toImage()
        assert image.width() == side
        assert len({image.pixelColor(x, side // 3).rgb() for x in range(side)}) > 3
