"""A prompt saved in one project and opened in another prompts the same there, in one undo step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from app.actions import ActionId
from app.object_names import Name
from gkdt_core.prompt_files import SUFFIX
from tests.app.window import HORSE, WAIT_MS, Person, make_images, open_window


@pytest.fixture
def person(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    someone = open_window(qtbot, tmp_path / "home")
    make_images(tmp_path / "one", 2)
    make_images(tmp_path / "two", 2)
    someone.open_folder(tmp_path / "one")
    yield someone
    someone.close()


def wait_for(person: Person, words: str) -> None:
    text = person.window.findChild(QLabel, Name.MESSAGE_TEXT)
    person.qtbot.waitUntil(lambda: words in text.text(), timeout=WAIT_MS)


def test_a_prompt_goes_from_one_project_to_another(person: Person, tmp_path: Path) -> None:
    window = person.window
    window.prompting.add_category(HORSE)
    person.settle()
    for xy in ((60.0, 50.0), (120.0, 50.0), (90.0, 120.0)):
        person.click(xy)
    window.prompting.set_text(2, "muzzle; tip of the nose")
    category = window.selection.category()
    assert category is not None
    mine = window.prompting.spec(category)
    shared = tmp_path / "shared" / f"horse{SUFFIX}"
    shared.parent.mkdir()
    person.answers.path = shared
    person.do(ActionId.SAVE_PROMPT)
    wait_for(person, "Saved the prompt")
    assert (shared.parent / "horse images" / "img1.png").is_file()

    person.answers.path = tmp_path / "two"
    person.do(ActionId.OPEN_IMAGES)
    person.qtbot.waitUntil(
        lambda: (
            window.store.is_open
            and len(window.store.image_ids()) == 2
            and window.store.path is not None
            and window.store.path.parent.name == "two"
        ),
        timeout=WAIT_MS,
    )
    person.qtbot.waitUntil(lambda: not window.session.jobs.is_busy, timeout=WAIT_MS)
    before = len(window.store.image_ids())
    person.answers.path = shared
    person.do(ActionId.OPEN_PROMPT)
    wait_for(person, "Opened the prompt")
    category = window.selection.category()
    assert category is not None
    assert category.category == HORSE
    theirs = window.prompting.spec(category)
    assert (theirs.names, theirs.texts) == (mine.names, mine.texts)
    assert [s.keypoints for s in theirs.supports] == [s.keypoints for s in mine.supports]
    assert len(window.store.image_ids()) == before + 1

    person.do(ActionId.OPEN_PROMPT)  # once more: nothing is doubled
    person.qtbot.waitUntil(lambda: not window.session.jobs.is_busy, timeout=WAIT_MS)
    person.settle()
    assert len(window.prompting.supports(category.id)) == 1
    while window.store.undo_stack.canUndo():
        window.store.undo_stack.undo()
    assert window.store.categories() == ()
    assert len(window.store.image_ids()) == before


def test_a_prompt_whose_image_is_missing_is_refused_with_its_name(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    path.write_text(
        '{"format": "gkdt-prompt", "version": 1, "category": {"name": "a", "keypoints": ["b"]},'
        ' "supports": [{"image": "gone.png", "keypoints": [[1, 2]]}]}'
    )
    person.answers.path = path
    person.do(ActionId.OPEN_PROMPT)
    wait_for(person, "gone.png")
    assert person.window.store.categories() == ()
