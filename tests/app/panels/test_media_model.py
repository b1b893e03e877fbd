"""The list of images: rows, filters and orders, and what large projects do in the background."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from app.jobs import JobRunner
from app.panels import media_model
from app.panels.media_model import MediaModel, Thumbnails
from app.panels.media_panel import MediaPanel
from app.project.records import ImageOrder, ImageQuery
from app.project.store import AnnotationStore
from gkdt_core.domain import ImageState

COUNT = 30


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[JobRunner]:
    runner = JobRunner(threads=1)
    yield runner
    runner.close()


@pytest.fixture
def model(
    jobs: JobRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[MediaModel, AnnotationStore]]:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    store = AnnotationStore()
    made = MediaModel(store, Thumbnails(jobs))
    store.create(tmp_path / "project.gkdt")
    store.add_images([tmp_path / f"img{number}.png" for number in range(COUNT)])
    yield made, store
    store.close()


def test_a_row_is_an_image_that_can_be_chosen_but_not_written_into(
    model: tuple[MediaModel, AnnotationStore],
) -> None:
    images, _ = model
    assert images.rowCount() == COUNT == images.total
    index = images.index(3)
    assert index.data() == "img3.png"
    assert index.flags() & Qt.ItemFlag.ItemIsSelectable
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert images.rowCount(index) == 0


def test_a_large_project_is_sorted_in_the_background(
    model: tuple[MediaModel, AnnotationStore], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media_model, "AT_ONCE", 10)
    images, store = model
    by_name = list(images.ids)
    store.set_states(by_name[-1:], ImageState.REVIEWED)
    images.set_query(ImageQuery(order=ImageOrder.CHANGED, descending=True))
    assert images.ids == by_name  # as it was, until the answer is there
    qtbot.waitUntil(lambda: images.ids == [by_name[-1], *by_name[:-1]])
    assert images.rowCount() == COUNT
    images.set_query(ImageQuery())
    qtbot.waitUntil(lambda: images.ids == by_name)
    assert [images.row_of(number) for number in by_name] == list(range(COUNT))


def test_an_answer_that_came_too_late_is_not_listed(
    model: tuple[MediaModel, AnnotationStore], jobs: JobRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media_model, "AT_ONCE", 10)
    images, store = model
    store.set_states(images.ids[-1:], ImageState.REVIEWED)
    images.set_query(ImageQuery(order=ImageOrder.CHANGED, descending=True))
    store.undo_stack.undo()
    store.undo_stack.undo()  # the images are gone, and the list with them
    assert images.ids == []
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert images.ids == []


def test_all_rows_that_are_selected_are_told_in_their_order(
    model: tuple[MediaModel, AnnotationStore], qtbot: QtBot
) -> None:
    images, _ = model
    panel = MediaPanel(images)
    qtbot.addWidget(panel)
    told: list[list[int]] = []
    panel.selection_changed.connect(told.append)
    view: QListView = panel.view
    view.selectAll()
    assert told[-1] == images.ids
    for row in (7, 3, 20):
        view.selectionModel().select(images.index(row), view.selectionModel().SelectionFlag.Deselect)
    assert told[-1] == [one for row, one in enumerate(images.ids) if row not in (3, 7, 20)]


def test_a_thumbnail_that_failed_is_made_anew_where_its_image_is_found(
    jobs: JobRunner, tmp_path: Path, qtbot: QtBot
) -> None:
    thumbnails, found = Thumbnails(jobs), tmp_path / "found.png"
    Image.new("RGB", (8, 8)).save(found)
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.get(1, tmp_path / "gone.png")
    assert thumbnails.get(1, tmp_path / "gone.png") is None
    with qtbot.waitSignal(thumbnails.ready):
        assert thumbnails.get(1, found) is None
    assert thumbnails.get(1, found) is not None


def test_a_thumbnail_is_made_of_the_newest_place_also_while_it_is_looked_for_at_the_one_before(
    jobs: JobRunner, tmp_path: Path, qtbot: QtBot
) -> None:
    thumbnails, found = Thumbnails(jobs), tmp_path / "found.png"
    Image.new("RGB", (8, 8)).save(found)
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.get(1, tmp_path / "gone.png")
        assert thumbnails.get(1, found) is None
    assert thumbnails.get(1, found) is not None
