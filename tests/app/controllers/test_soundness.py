"""A project file too large to be checked while it is opened is checked in the background."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from app.object_names import Name
from app.project import files
from tests.app.window import WAIT_MS, Person, make_images, open_window


@pytest.fixture
def person(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(files, "_QUICK_CHECK_BYTES", 0)
    someone = open_window(qtbot, tmp_path / "home")
    make_images(tmp_path / "images", 3)
    someone.open_folder(tmp_path / "images")
    yield someone
    someone.close()


def reopen_damaged(person: Person) -> None:
    store = person.window.store
    path = store.path
    assert path is not None
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        ((root,),) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'instance_by_category'"
        )
        ((size,),) = connection.execute("PRAGMA page_size")
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * 64)
    person.window.open_path(path)
    person.qtbot.waitUntil(lambda: person.window.navigation.is_picture_shown, timeout=WAIT_MS)


def test_damage_is_told_after_the_project_is_open(person: Person) -> None:
    reopen_damaged(person)
    text = person.window.findChild(QLabel, Name.MESSAGE_TEXT)
    person.qtbot.waitUntil(lambda: "the file is damaged" in text.text(), timeout=WAIT_MS)


def test_a_sound_file_passes_and_a_check_that_is_cancelled_says_nothing(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = person.window.store.path
    assert path is not None
    files.check_pages(path, is_cancelled=lambda: False)
    monkeypatch.setattr(files, "_STEPS_PER_QUESTION", 1)
    files.check_pages(path, is_cancelled=lambda: True)
