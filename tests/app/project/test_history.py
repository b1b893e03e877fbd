"""Undo and redo over every kind of edit: back to the first bytes, and forward to the last."""

from __future__ import annotations

import inspect
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from app.project.store import AnnotationStore

from .conftest import dump
from .random_edits import STORE_EDITS, RandomEdits, start

EDITS = 1000


def written(store: AnnotationStore) -> bytes:
    """All that the project file says, in one form; without the times of edits."""
    assert store.path is not None
    return json.dumps(dump(store.path), sort_keys=True, default=repr).encode()


def test_every_edit_of_the_store_is_among_the_random_ones() -> None:
    edits = {
        name
        for name, method in inspect.getmembers(AnnotationStore, inspect.isfunction)
        if not name.startswith("_") and "self._edit(" in inspect.getsource(method)
    }
    assert edits == STORE_EDITS


def test_the_random_edits_make_every_one_of_them_as_a_step_of_its_own(qapp: object, tmp_path: Path) -> None:
    """A name in the list is not enough: each edit is made, and each of them reaches the history."""
    made: set[str] = set()

    def recorded(name: str) -> Callable[..., object]:
        method = getattr(AnnotationStore, name)

        def edit(store: AnnotationStore, *arguments: object, **named: object) -> object:
            before = store.edits
            answer = method(store, *arguments, **named)
            if store.edits > before and store.undo_stack.canUndo():
                made.add(name)
            return answer

        return edit

    recording = type("Recording", (AnnotationStore,), {name: recorded(name) for name in STORE_EDITS})
    store = recording()
    store.create(tmp_path / "project.gkdt")
    store.database._connection.execute("PRAGMA synchronous = OFF")
    start(store, tmp_path / "photos")
    edits = RandomEdits(store, tmp_path / "photos", np.random.default_rng(1))
    for _ in range(EDITS):
        edits.make_one()
    store.close()
    assert made == STORE_EDITS


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_thousand_random_edits_undo_to_the_first_bytes_and_redo_to_the_last(
    store: AnnotationStore, tmp_path: Path, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    edits = RandomEdits(store, tmp_path / "photos", rng)
    stack = store.undo_stack
    # Waiting for the disk five thousand times is not what is tested here.
    store.database._connection.execute("PRAGMA synchronous = OFF")
    first = written(store)
    start(store, tmp_path / "photos")
    for number in range(EDITS):
        edits.make_one()
        if number % 100 == 99:  # also from the middle of the history, and with another future
            before, back = written(store), int(rng.integers(1, 30))
            for _ in range(back):
                stack.undo()
            for _ in range(back):
                stack.redo()
            assert written(store) == before
            stack.undo()
    last, steps = written(store), stack.index()
    assert steps > EDITS // 2
    tables = json.loads(last)
    assert all(tables[table] for table in ("category", "media", "instance", "keypoint", "support", "meta"))
    stack.setIndex(0)
    assert written(store) == first
    stack.setIndex(steps)
    assert written(store) == last
    while stack.canUndo():  # one by one comes to the same
        stack.undo()
    assert written(store) == first
    while stack.index() < steps:
        stack.redo()
    assert written(store) == last
    assert store.path is not None
    with closing(sqlite3.connect(store.path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_what_is_undone_is_undone_in_the_file_and_the_history_ends_with_the_project(
    store: AnnotationStore, tmp_path: Path
) -> None:
    path = store.path
    assert path is not None
    start(store, tmp_path)
    store.undo_stack.undo()
    undone = written(store)
    store.close()
    store.open(path)
    assert written(store) == undone
    assert not store.undo_stack.canUndo()
    assert not store.undo_stack.canRedo()
