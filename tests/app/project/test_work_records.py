"""What a project remembers beside its annotations, and how older files come to have room for it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.project import migrations
from app.project.store import AnnotationStore
from app.project.work_records import Disagreement
from gkdt_core.domain import Category, ImageState


def _reopened(store: AnnotationStore) -> AnnotationStore:
    path = store.path
    assert path is not None
    store.close()
    store.open(path)
    return store


def _noted(store: AnnotationStore, category_id: int, regions: list[tuple[int, int | None]]) -> int:
    number = store.work.begin_job(category_id, len(regions))
    store.work.extend_job(number, 0, regions)
    return number


def test_a_batch_is_remembered_with_what_is_left_and_what_failed(store: AnnotationStore) -> None:
    job = _noted(store, 7, [(1, None), (2, 5), (3, None)])
    store.work.settle(job, [0], {1: "img2.png is no image."})
    kept = _reopened(store).work.job()
    assert kept is not None
    assert (kept.category_id, kept.total) == (7, 3)
    assert [(item.position, item.image_id, item.instance_id) for item in kept.waiting] == [(2, 3, None)]
    assert [(item.image_id, item.instance_id, item.reason) for item in kept.failed] == [
        (2, 5, "img2.png is no image.")
    ]
    store.work.retry(job)
    again = store.work.job()
    assert again is not None
    assert [item.position for item in again.waiting] == [1, 2]
    store.work.forget_job(job)
    assert store.work.job() is None


def test_a_batch_told_by_portions_is_one_batch(store: AnnotationStore) -> None:
    number = store.work.begin_job(3, 3)
    store.work.extend_job(number, 0, [(1, None), (2, 5)])
    store.work.extend_job(number, 2, [(3, None)])
    kept = store.work.job()
    assert kept is not None
    assert (kept.category_id, kept.total) == (3, 3)
    assert [(item.position, item.image_id) for item in kept.waiting] == [(0, 1), (1, 2), (2, 3)]


def test_a_new_batch_leaves_one_that_is_paused_and_forgets_what_failed_in_one_that_ended(
    store: AnnotationStore,
) -> None:
    paused = _noted(store, 1, [(1, None), (2, None)])
    store.work.settle(paused, [], {1: "no image"})
    ended = _noted(store, 1, [(3, None)])
    store.work.settle(ended, [], {0: "no image either"})
    newest = _noted(store, 2, [(4, None), (5, None)])
    jobs = [(job.id, job.left, job.failed) for job in _reopened(store).work.jobs()]
    assert jobs == [(newest, 2, 0), (paused, 1, 1)]
    assert [item.reason for item in store.work.failures()] == ["no image"]
    store.work.forget_job(newest)
    kept = store.work.job()
    assert kept is not None
    assert kept.id == paused
    assert [item.image_id for item in kept.waiting] == [1]


def test_time_adds_up_and_help_once_had_is_not_forgotten(
    store: AnnotationStore, image_files: list[Path]
) -> None:
    first, second, *_ = store.add_images(image_files)
    store.work.add_time(first, 4.0, assisted=False)
    store.work.add_time(first, 2.5, assisted=True)
    store.work.add_time(first, 1.0, assisted=False)
    store.work.add_time(second, 9.0, assisted=False)
    assert store.work.spent() == {}
    store.set_states([first], ImageState.REVIEWED)
    spent = store.work.spent()
    assert set(spent) == {first}
    assert spent[first].seconds == 7.5
    assert spent[first].assisted
    assert not store.work.spent(reviewed_only=False)[second].assisted


def test_disagreements_are_replaced_for_each_instance(store: AnnotationStore) -> None:
    one, other = Disagreement(0, (1.0, 2.0), 0.25), Disagreement(2, (3.0, 4.0), 0.5)
    store.work.set_disagreements({3: (one, other), 4: (one,)})
    store.work.set_disagreements({3: (other,)})
    assert store.work.disagreements([3, 4, 5]) == {3: (other,), 4: (one,)}


def test_a_finding_is_ignored_and_undo_brings_it_back(store: AnnotationStore, qtbot: object) -> None:
    told: list[int] = []
    store.ignored_changed.connect(lambda: told.append(1))
    store.set_ignored(["limb 4 0-1"], True)
    assert store.ignored() == {"limb 4 0-1"}
    store.undo_stack.undo()
    assert store.ignored() == frozenset()
    store.undo_stack.redo()
    assert store.ignored() == {"limb 4 0-1"}
    assert len(told) == 3
    assert _reopened(store).ignored() == {"limb 4 0-1"}


def test_a_file_of_the_first_layout_gets_the_tables_and_keeps_its_rows(
    store: AnnotationStore, horse: Category, image_files: list[Path]
) -> None:
    path = store.path
    assert path is not None
    store.add_images(image_files)
    store.add_category(horse)
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        for table in ("work_time", "disagreement", "job", "job_item", "setting"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    store.open(path)
    assert len(store.image_ids()) == len(image_files)
    assert [stored.category.name for stored in store.categories()] == [horse.name]
    assert store.work.job() is None
    assert (path.parent / f"{path.stem} (layout 1){path.suffix}").is_file()


@pytest.mark.parametrize("version", range(1, migrations.SCHEMA_VERSION))
def test_every_older_layout_has_a_step_to_the_next(version: int) -> None:
    assert migrations.MIGRATIONS[version].strip()
