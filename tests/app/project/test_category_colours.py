from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.project.row_parsing import with_colours
from app.project.store import AnnotationStore
from tests.app.window import HORSE

PAINTED = replace(HORSE, colours=("#4597f5", "", "#ffffff"))


def test_colours_are_kept_in_the_file_and_their_change_is_undone(qtbot, tmp_path: Path) -> None:
    store = AnnotationStore()
    path = tmp_path / "project.gkdt"
    store.create(path)
    number = store.add_category(PAINTED)
    store.change_category(number, HORSE, (0, 1, 2))
    assert store.category(number).category == HORSE
    store.undo_stack.undo()
    store.close()
    store.open(path)
    assert store.category(number).category == PAINTED
    store.close()


def test_fields_of_other_programs_stay_beside_the_colours() -> None:
    extra = with_colours('{"info": 3}', ("#4597f5",))
    assert with_colours(extra, ()) == '{"info": 3}'
    assert with_colours("no JSON", ("#4597f5",)) == "no JSON"
