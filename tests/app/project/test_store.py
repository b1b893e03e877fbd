from __future__ import annotations

import math
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.project.records import (
    ImageOrder,
    ImageQuery,
    ImagesChanged,
    InstancesChanged,
    NewImage,
    PredictedInstance,
    WriteFailedError,
)
from app.project.store import AnnotationStore, default_project_path
from gkdt_core.domain import Category, ImageState, Instance, Origin, Visibility
from gkdt_core.errors import AnnotationError, ProjectError
from gkdt_core.geometry import Box

from .conftest import dump

Make = Callable[..., Instance]


def content(store: AnnotationStore) -> dict[str, list[tuple[object, ...]]]:
    assert store.path is not None
    return dump(store.path)


# -- what goes in comes out --------------------------------------------------------------------------------


def test_an_instance_comes_back_with_every_digit(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    image_id = store.add_images(image_files)[0]
    category_id = store.add_category(horse)
    instance = make_instance(1).with_keypoint(2, None, Visibility.UNLABELED, Origin.HUMAN)
    number = store.add_instance(image_id, instance)
    path = store.path
    assert path is not None
    store.close()
    store.open(path)
    stored = store.instance(number)
    assert stored.instance.same_as(instance)
    assert (stored.image_id, stored.category_id) == (image_id, category_id)
    assert [item.id for item in store.instances(image_id)] == [number]


def test_images_are_listed_in_natural_order_with_names_relative_to_their_folder(
    store: AnnotationStore, image_files: list[Path]
) -> None:
    folder = image_files[0].parent
    store.add_images(list(reversed(image_files)), root=folder)
    names = [record.name for record in store.images(store.image_ids())]
    assert names == ["b/same.png", "c/same.png", *(f"img{number}.png" for number in range(1, 11))]
    assert {record.path for record in store.images(store.image_ids())} == set(image_files)


def test_an_image_that_is_there_already_keeps_its_id(store: AnnotationStore, image_files: list[Path]) -> None:
    ids = store.add_images(image_files)
    assert store.add_images([image_files[3], image_files[3]]) == (ids[3], ids[3])
    assert store.undo_stack.count() == 1


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are always text there")
def test_a_file_name_that_is_no_text_is_found_again(store: AnnotationStore, tmp_path: Path) -> None:
    file = tmp_path / b"caf\xe9.png".decode("utf-8", "surrogateescape")
    file.write_bytes(b"")
    image_id = store.add_images([file])[0]
    assert store.image(image_id).path == file
    assert store.image(image_id).name == "caf?.png"


def test_the_project_and_its_images_can_move_together(
    store: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    folder = image_files[0].parent
    store.create(folder / "project.gkdt")
    store.add_images(image_files)
    store.close()
    moved = folder.rename(tmp_path / "elsewhere")
    store.open(moved / "project.gkdt")
    assert len(store.image_ids()) == 12
    assert all(store.image(number).path.is_file() for number in store.image_ids())


def test_filters_and_orders_choose_images(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    ids = store.add_images(image_files, root=image_files[0].parent)
    category_id = store.add_category(horse)
    store.apply_predictions(
        [PredictedInstance(ids[n], category_id, None, make_instance(n, Origin.MODEL)) for n in range(4)]
    )
    store.add_instance(ids[5], make_instance(5))
    store.set_states([ids[5]], ImageState.REVIEWED)
    predicted = store.image_ids(ImageQuery(states=frozenset({ImageState.PREDICTED}), order=ImageOrder.SCORE))
    scores = [store.image(number).score for number in predicted]
    assert sorted(predicted) == sorted(ids[:4])
    assert scores == sorted(scores)
    assert all(math.isnan(store.image(number).score) for number in ids[4:])
    by_score = store.image_ids(ImageQuery(order=ImageOrder.SCORE, descending=True))
    assert by_score[:4] == list(reversed(predicted))  # images without a score stay last
    assert store.image_ids(ImageQuery(human_points=True)) == [ids[5]]
    assert len(store.image_ids(ImageQuery(human_points=False))) == 11
    assert store.image_ids(ImageQuery(text="SAME")) == list(ids[10:])
    assert store.image_ids(ImageQuery(category_id=category_id, instances=True, text="img6")) == [ids[5]]
    assert store.image_ids(ImageQuery(score_below=scores[1])) == predicted[:1]
    assert store.image_ids(ImageQuery(order=ImageOrder.STATE))[-1] == ids[5]
    assert store.image_ids(ImageQuery(order=ImageOrder.CHANGED, descending=True))[0] == ids[5]
    assert store.state_counts() == {
        ImageState.UNTOUCHED: 7,
        ImageState.PREDICTED: 4,
        ImageState.IN_WORK: 0,
        ImageState.REVIEWED: 1,
        ImageState.REJECTED: 0,
    }


def test_twenty_thousand_images_are_listed_in_order(store: AnnotationStore, tmp_path: Path) -> None:
    store.add_images([NewImage(tmp_path / f"frame {number}.jpg", 10, 10) for number in range(20_000)])
    ids = store.image_ids()
    assert len(ids) == 20_000
    assert [store.image(ids[place]).name for place in (2, 10, 19_999)] == [
        "frame 2.jpg",
        "frame 10.jpg",
        "frame 19999.jpg",
    ]


# -- undo and redo -----------------------------------------------------------------------------------------


def test_answers_that_follow_an_edit_are_undone_together_with_it(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    image_id = store.add_images(image_files)[0]
    category_id = store.add_category(horse)
    first = PredictedInstance(image_id, category_id, None, make_instance(1, Origin.MODEL))
    store.apply_predictions([first])
    before = store.instances(image_id)[0].instance
    store.set_modalities(category_id, True, False)
    steps = store.undo_stack.count()
    second = PredictedInstance(image_id, category_id, None, make_instance(2, Origin.MODEL))
    store.apply_predictions([second], follows=True)
    assert (store.undo_stack.count(), store.undo_stack.undoText()) == (steps, "Change prompt")
    after = store.instances(image_id)[0].instance
    assert not after.same_as(before)
    store.undo_stack.undo()
    assert store.instances(image_id)[0].instance.same_as(before)
    assert store.category(category_id).use_visual
    store.undo_stack.redo()
    assert store.instances(image_id)[0].instance.same_as(after)
    assert not store.category(category_id).use_visual


def test_a_drag_is_one_step_and_two_drags_are_two(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    image_id = store.add_images(image_files)[0]
    store.add_category(horse)
    start = make_instance()
    number = store.add_instance(image_id, start)
    steps = store.undo_stack.count()
    for key in ("first", "second"):
        for x in (1.0, 2.0, 3.0):
            store.put_instance(number, start.moved(0, (x, len(key))), "Move nose", key)
    assert store.undo_stack.count() == steps + 2
    assert store.undo_stack.undoText() == "Move nose"
    store.undo_stack.undo()
    assert store.instance(number).instance.keypoints[0].tolist() == [3.0, 5.0]
    store.undo_stack.undo()
    assert store.instance(number).instance.same_as(start)


def test_an_edit_that_changes_nothing_is_no_step(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    image_id = store.add_images(image_files)[0]
    category_id = store.add_category(horse)
    number = store.add_instance(image_id, make_instance())
    store.set_support(number, True)
    steps = store.undo_stack.count()
    store.put_instance(number, make_instance())
    store.set_states([image_id], store.image(image_id).state)
    store.set_texts(category_id, horse.keypoints)
    store.set_modalities(category_id, True, True)
    store.set_support(number, True)
    store.apply_predictions([])
    assert store.undo_stack.count() == steps


def test_undone_and_redone_steps_are_in_the_file_at_once(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    image_id = store.add_images(image_files)[0]
    store.add_category(horse)
    store.add_instance(image_id, make_instance())
    with_it = content(store)
    store.undo_stack.undo()
    assert content(store)["instance"] == []
    store.undo_stack.redo()
    assert content(store) == with_it


def test_one_step_takes_everything_back_when_it_fails(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    image_id = store.add_images(image_files)[0]
    before, steps = content(store), store.undo_stack.count()

    def both() -> None:
        with store.one_step("Both"):
            store.add_category(horse)
            store.add_instance(image_id, make_instance(category=replace(horse, name="cow")))

    with pytest.raises(AnnotationError, match="no category"):
        both()
    assert content(store) == before
    assert store.undo_stack.count() == steps
    assert store.categories() == ()


def test_deleting_an_instance_and_undoing_brings_back_its_id_and_its_place_in_the_prompt(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    ids = store.add_images(image_files)
    category_id = store.add_category(horse)
    numbers = [store.add_instance(image_id, make_instance(image_id)) for image_id in ids[:3]]
    for number in (numbers[2], numbers[0], numbers[1]):
        store.set_support(number, True)
    store.delete_instances([numbers[0]])
    assert store.support_ids(category_id) == (numbers[2], numbers[1])
    with pytest.raises(ProjectError, match=f"no instance {numbers[0]}"):
        store.instance(numbers[0])
    store.undo_stack.undo()
    assert store.support_ids(category_id) == (numbers[2], numbers[0], numbers[1])
    assert store.instance(numbers[0]).instance.same_as(make_instance(ids[0]))


def test_ids_are_never_given_again(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    image_id = store.add_images(image_files)[0]
    store.add_category(horse)
    first = store.add_instance(image_id, make_instance())
    store.delete_instances([first])
    assert store.add_instance(image_id, make_instance()) != first


# -- categories --------------------------------------------------------------------------------------------


def test_changing_a_category_moves_the_points_of_its_instances(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    image_id = store.add_images(image_files)[0]
    category_id = store.add_category(horse)
    store.set_texts(category_id, ["snout", "", "right eye", "tail tip"])
    start = make_instance(3)
    number = store.add_instance(image_id, start)
    store.set_support(number, True)
    changed = Category("pony", ("tail", "muzzle", "hoof"))
    store.change_category(category_id, changed, (3, 0, None))
    after = store.instance(number).instance
    assert after.category == changed
    assert after.keypoints[:2].tolist() == start.keypoints[[3, 0]].tolist()
    assert (after.visibility[2], after.origins[2]) == (Visibility.UNLABELED, Origin.NONE)
    assert after.box == start.box
    assert store.category(category_id).texts == ("tail tip", "snout", "hoof")
    assert store.support_ids(category_id) == (number,)
    store.undo_stack.undo()
    assert store.instance(number).instance.same_as(start)
    assert store.category(category_id).texts == ("snout", "left eye", "right eye", "tail tip")


def test_a_renamed_keypoint_takes_its_prompt_text_along_unless_a_person_wrote_one(
    store: AnnotationStore, horse: Category
) -> None:
    category_id = store.add_category(horse)
    store.set_texts(category_id, ["snout", "", "", ""])
    renamed = replace(horse, keypoints=("muzzle", "left ear", "right eye", "tail"))
    store.change_category(category_id, renamed, (0, 1, 2, 3))
    assert store.category(category_id).texts == ("snout", "left ear", "right eye", "tail")


@pytest.mark.parametrize("mapping", [(0, 1, 2), (0, 0, 1, 2), (0, 1, 2, 4), (0, 1, 2, -1)])
def test_a_mapping_that_makes_no_sense_is_refused(
    store: AnnotationStore, horse: Category, mapping: tuple[int, ...]
) -> None:
    category_id = store.add_category(horse)
    with pytest.raises(AnnotationError, match="cannot continue"):
        store.change_category(category_id, horse, mapping)


def test_two_categories_cannot_share_a_name(store: AnnotationStore, horse: Category) -> None:
    store.add_category(horse)
    other = store.add_category(replace(horse, name="cow"))
    with pytest.raises(AnnotationError, match='category "horse" already'):
        store.add_category(horse)
    with pytest.raises(AnnotationError, match='category "horse" already'):
        store.change_category(other, horse, (0, 1, 2, 3))


def test_an_instance_with_other_keypoints_is_refused(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    image_id = store.add_images(image_files)[0]
    store.add_category(horse)
    other = replace(horse, keypoints=("nose", "ear"), edges=(), pairs=())
    with pytest.raises(AnnotationError, match="keypoints of this instance"):
        store.add_instance(image_id, make_instance(category=other))


# -- states and predictions --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (ImageState.UNTOUCHED, ImageState.IN_WORK),
        (ImageState.PREDICTED, ImageState.IN_WORK),
        (ImageState.IN_WORK, ImageState.IN_WORK),
        (ImageState.REVIEWED, ImageState.REVIEWED),
        (ImageState.REJECTED, ImageState.REJECTED),
    ],
)
def test_a_persons_edit_puts_an_image_in_work_in_the_same_step(
    store: AnnotationStore,
    image_files: list[Path],
    horse: Category,
    make_instance: Make,
    before: ImageState,
    after: ImageState,
) -> None:
    image_id = store.add_images(image_files)[0]
    store.add_category(horse)
    number = store.add_instance(image_id, make_instance(), human=False)
    assert store.image(image_id).state is ImageState.UNTOUCHED
    store.set_states([image_id], before)
    store.put_instance(number, make_instance().moved(0, (5.0, 6.0)))
    assert store.image(image_id).state is after
    store.undo_stack.undo()
    assert store.image(image_id).state is before


def test_predictions_never_change_what_a_person_placed_carried_or_declared_absent(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    image_id = store.add_images(image_files)[0]
    category_id = store.add_category(horse)
    mixed = (
        make_instance(2, Origin.MODEL)
        .moved(0, (3.25, 4.5))
        .with_keypoint(1, None, Visibility.UNLABELED, Origin.HUMAN)
        .with_keypoint(2, (7.5, 8.5), Visibility.OCCLUDED, Origin.CARRIED)
    )
    number = store.add_instance(image_id, mixed, human=False)
    answer = make_instance(9, Origin.HUMAN)  # even an answer that claims to be a person's
    outcome = store.apply_predictions([PredictedInstance(image_id, category_id, number, answer)])
    after = store.instance(number).instance
    for index in range(3):
        assert np.array_equal(after.keypoints[index], mixed.keypoints[index], equal_nan=True)
        assert after.visibility[index] == mixed.visibility[index]
        assert after.origins[index] == mixed.origins[index]
    assert after.keypoints[3].tolist() == answer.keypoints[3].tolist()
    assert after.origins[3] == Origin.MODEL
    assert (outcome.changed, outcome.created, outcome.kept_human_points) == (1, 0, 3)
    assert outcome.image_ids == (image_id,)
    assert store.image(image_id).state is ImageState.PREDICTED
    store.undo_stack.undo()
    assert store.instance(number).instance.same_as(mixed)
    assert store.image(image_id).state is ImageState.UNTOUCHED


def test_a_new_run_replaces_the_models_own_points_but_not_those_it_says_nothing_about(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    image_id = store.add_images(image_files)[0]
    category_id = store.add_category(horse)
    old, new = make_instance(1, Origin.MODEL), make_instance(2, Origin.MODEL).without(3)
    store.apply_predictions([PredictedInstance(image_id, category_id, None, old)])
    store.apply_predictions([PredictedInstance(image_id, category_id, None, new)])
    (stored,) = store.instances(image_id)
    assert stored.instance.keypoints[:3].tolist() == new.keypoints[:3].tolist()
    assert stored.instance.keypoints[3].tolist() == old.keypoints[3].tolist()
    assert stored.instance.box == old.box == Box(1.1, 2.2, 30.3, 29.7)


def test_an_answer_without_an_instance_joins_the_only_one_and_else_makes_a_new_one(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    image_id = store.add_images(image_files)[0]
    category_id = store.add_category(horse)
    answer = PredictedInstance(image_id, category_id, None, make_instance(1, Origin.MODEL))
    assert store.apply_predictions([answer]).created == 1
    again = replace(answer, instance=make_instance(2, Origin.MODEL))
    assert store.apply_predictions([again]).changed == 1
    store.add_instance(image_id, make_instance(3))
    assert store.apply_predictions([answer]).created == 1
    assert len(store.instances(image_id)) == 3
    nothing = replace(answer, instance=Instance.empty(horse))
    assert store.apply_predictions([nothing]).created == 0


def test_reviewed_and_rejected_images_are_left_alone_unless_asked(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    ids = store.add_images(image_files)
    category_id = store.add_category(horse)
    numbers = [store.add_instance(image_id, make_instance(1, Origin.MODEL)) for image_id in ids[:2]]
    store.set_states([ids[0]], ImageState.REVIEWED)
    store.set_states([ids[1]], ImageState.REJECTED)
    items = [
        PredictedInstance(image_id, category_id, number, make_instance(5, Origin.MODEL))
        for image_id, number in zip(ids[:2], numbers, strict=True)
    ]
    before = content(store)
    outcome = store.apply_predictions(items)
    assert (outcome.skipped_reviewed, outcome.changed) == (2, 0)
    assert content(store) == before
    outcome = store.apply_predictions(items, include_reviewed=True)
    assert (outcome.skipped_reviewed, outcome.changed) == (0, 2)
    assert store.image(ids[0]).state is ImageState.IN_WORK
    assert store.image(ids[1]).state is ImageState.REJECTED


def test_answers_to_what_is_gone_by_now_are_dropped(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    ids = store.add_images(image_files)
    category_id = store.add_category(horse)
    number = store.add_instance(ids[0], make_instance())
    answer = make_instance(1, Origin.MODEL)
    store.delete_instances([number])
    store.remove_images([ids[1]])
    outcome = store.apply_predictions(
        [
            PredictedInstance(ids[0], category_id, number, answer),
            PredictedInstance(ids[1], category_id, None, answer),
            PredictedInstance(ids[2], category_id + 1, None, answer),
        ]
    )
    assert (outcome.skipped_stale, outcome.created, outcome.changed) == (3, 0, 0)
    renamed = replace(horse, keypoints=("a", "b", "c", "d"))
    store.change_category(category_id, renamed, (0, 1, 2, 3))
    assert store.apply_predictions([PredictedInstance(ids[0], category_id, None, answer)]).skipped_stale == 1


def test_the_portions_of_one_batch_are_one_step(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    ids = store.add_images(image_files)
    category_id = store.add_category(horse)
    steps, before = store.undo_stack.count(), content(store)
    for image_id in ids:
        item = PredictedInstance(image_id, category_id, None, make_instance(image_id, Origin.MODEL))
        store.apply_predictions([item], "Predict all", merge_key="batch 1")
    assert store.undo_stack.count() == steps + 1
    store.undo_stack.undo()
    assert content(store) == before


# -- facts about files -------------------------------------------------------------------------------------


def test_sizes_and_digests_are_no_steps_and_survive_undo(
    store: AnnotationStore, image_files: list[Path], qtbot: QtBot
) -> None:
    image_id = store.add_images(image_files[:1])[0]
    with qtbot.waitSignal(store.images_changed) as told:
        store.set_image_sizes({image_id: (30, 40)})
    assert told.args == [ImagesChanged((image_id,))]
    store.set_digests({image_id: "abc"})
    assert store.undo_stack.count() == 1
    store.undo_stack.undo()
    assert store.image_ids() == []
    store.undo_stack.redo()
    assert (store.image(image_id).height, store.image(image_id).width) == (30, 40)
    assert [row[6] for row in content(store)["media"]] == ["abc"]
    with pytest.raises(ProjectError, match="0 x 10 px"):
        store.set_image_sizes({image_id: (10, 0)})


# -- signals -----------------------------------------------------------------------------------------------


def test_signals_come_after_the_commit_for_edits_undo_and_redo(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make, qtbot: QtBot
) -> None:
    image_id = store.add_images(image_files)[0]
    store.add_category(horse)
    seen: list[tuple[object, int]] = []
    store.instances_changed.connect(lambda change: seen.append((change, len(content(store)["instance"]))))
    with qtbot.waitSignal(store.saved):
        store.add_instance(image_id, make_instance())
    store.undo_stack.undo()
    store.undo_stack.redo()
    change = InstancesChanged(image_id)
    assert seen == [(change, 1), (change, 0), (change, 1)]


def test_adding_and_removing_images_says_that_lists_changed(
    store: AnnotationStore, image_files: list[Path]
) -> None:
    told: list[ImagesChanged] = []
    store.images_changed.connect(told.append)
    ids = store.add_images(image_files[:2])
    store.set_states(ids[:1], ImageState.REVIEWED)
    store.remove_images(ids[1:])
    assert told == [
        ImagesChanged(ids, listed=True),
        ImagesChanged(ids[:1], listed=False),
        ImagesChanged(ids[1:], listed=True),
    ]


# -- failing writes ----------------------------------------------------------------------------------------


def _fill_disk(store: AnnotationStore) -> None:
    """Forbids the file to grow: SQLite then answers exactly as on a full disk."""
    connection = store.database._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")


def _free_disk(store: AnnotationStore) -> None:
    store.database._connection.execute("PRAGMA max_page_count = 1073741823")


def _many(folder: Path, start: int) -> list[NewImage]:
    return [NewImage(folder / f"{number}.jpg", 1, 1) for number in range(start, start + 5_000)]


def test_an_edit_on_a_full_disk_changes_neither_file_nor_history(
    store: AnnotationStore, tmp_path: Path, horse: Category
) -> None:
    store.add_category(horse)
    store.undo_stack.undo()
    told: list[object] = []
    store.write_failed.connect(told.append)
    before = content(store)
    _fill_disk(store)
    with pytest.raises(WriteFailedError, match="disk is full"):
        store.add_images(_many(tmp_path, 0))
    assert [str(error) for error in told] == [
        f"{store.path}: the disk is full, so the change was not made. "
        "Free some space on that disk and try again."
    ]
    assert content(store) == before
    assert store.image_ids() == []
    assert store.undo_stack.canRedo()  # what could be redone before still can
    _free_disk(store)
    store.undo_stack.redo()
    assert [item.category for item in store.categories()] == [horse]
    assert len(store.add_images(_many(tmp_path, 0))) == 5_000


def test_undo_and_redo_on_a_full_disk_leave_history_and_file_agreeing(
    store: AnnotationStore, tmp_path: Path, horse: Category
) -> None:
    ids = store.add_images(_many(tmp_path, 0))
    store.add_category(horse)
    store.remove_images(ids)
    store.add_category(replace(horse, name="cow"))
    full = content(store)
    # The freed pages would do for undoing the removal, so other rows take them.
    store.add_images(_many(tmp_path / "other", 5_000))
    store.undo_stack.setIndex(4)
    assert content(store) == full
    told: list[object] = []
    store.write_failed.connect(told.append)
    store.database._connection.execute(
        "CREATE TEMP TRIGGER stop BEFORE INSERT ON main.media BEGIN SELECT RAISE(ABORT, 'no room'); END"
    )
    store.undo_stack.setIndex(1)  # undoes "cow", then cannot bring back the images
    assert len(told) == 1
    assert store.undo_stack.index() == 3
    assert [item.category.name for item in store.categories()] == ["horse"]
    assert store.image_ids() == []
    store.undo_stack.undo()
    assert (len(told), store.undo_stack.index()) == (2, 3)
    store.database._connection.execute("DROP TRIGGER stop")
    store.undo_stack.setIndex(1)
    assert store.image_ids() == list(ids)
    assert store.categories() == ()
    store.undo_stack.setIndex(4)
    assert content(store) == full


def test_a_failing_step_of_several_edits_is_told_once(
    store: AnnotationStore, tmp_path: Path, horse: Category
) -> None:
    told: list[object] = []
    store.write_failed.connect(told.append)
    before = content(store)
    _fill_disk(store)

    def both() -> None:
        with store.one_step("Both"):
            store.add_category(horse)
            store.add_images(_many(tmp_path, 0))

    with pytest.raises(WriteFailedError):
        both()
    assert len(told) == 1
    assert content(store) == before
    assert store.categories() == ()


# -- opening -----------------------------------------------------------------------------------------------


def test_without_a_project_every_question_says_so(qapp: object) -> None:
    store = AnnotationStore()
    assert not store.is_open
    assert store.path is None
    with pytest.raises(ProjectError, match="No project is open"):
        store.image_ids()
    with pytest.raises(ProjectError, match="No project is open"):
        store.categories()


def test_a_folder_opens_the_same_project_again_and_gains_new_images(
    qapp: object, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    folder = image_files[0].parent
    store = AnnotationStore()
    store.open_or_create_for_folder(folder, image_files[:5])
    assert store.path == folder / "annotations.gkdt"
    assert not store.undo_stack.canUndo()
    store.add_category(horse)
    number = store.add_instance(store.image_ids()[0], make_instance())
    added = store.open_or_create_for_folder(folder, image_files)
    assert len(added) == 7
    assert len(store.image_ids()) == 12
    assert store.instance(number).instance.same_as(make_instance())
    store.close()
    assert sorted(path.name for path in folder.glob("annotations*")) == ["annotations.gkdt"]


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a folder that not even root can write to")
def test_a_read_only_folder_gets_its_project_in_the_users_data_folder(qapp: object, tmp_path: Path) -> None:
    folder = Path("/sys/kernel")
    path = default_project_path(folder)
    assert path.parent == tmp_path / "home" / "projects"
    assert path.name.startswith("kernel-")
    store = AnnotationStore()
    ids = store.open_or_create_for_folder(folder, [folder / "notes.png"])
    assert store.path == path
    assert store.image(ids[0]).path == folder / "notes.png"
    assert store.image(ids[0]).name == "notes.png"
    store.close()
    with pytest.raises(ProjectError, match="cannot be"):
        store.create(folder / "annotations.gkdt")


def test_opening_something_that_is_no_project_leaves_the_open_one_open(
    store: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    store.add_images(image_files)
    wrong = tmp_path / "notes.gkdt"
    wrong.write_text("hello")
    with pytest.raises(ProjectError, match="not a project"):
        store.open(wrong)
    assert store.path == tmp_path / "project.gkdt"
    assert len(store.image_ids()) == 12
    assert store.undo_stack.canUndo()


def test_a_damaged_instance_is_named_and_left_out_and_the_rest_opens(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    ids = store.add_images(image_files)
    store.add_category(horse)
    numbers = [store.add_instance(ids[0], make_instance(seed)) for seed in range(4)]
    path = store.path
    assert path is not None
    store.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM keypoint WHERE instance_id = ? AND number = 2", (numbers[0],))
        connection.execute("UPDATE keypoint SET visibility = 9 WHERE instance_id = ?", (numbers[1],))
        connection.execute(
            "UPDATE instance SET x1 = 'far', y1 = 0, x2 = 1, y2 = 1 WHERE id = ?", (numbers[2],)
        )
        connection.execute("UPDATE media SET state = 'lost' WHERE id = ?", (ids[1],))
    told: list[ProjectError] = []
    store.damage_found.connect(told.append)
    store.open(path)
    assert len(store.image_ids()) == 11
    assert [item.id for item in store.instances(ids[0])] == numbers[3:]
    assert [item.id for item in store.instances(ids[0])] == numbers[3:]
    assert len(told) == 4  # once each
    assert any(f"instance {numbers[0]}" in str(e) and "3 keypoints" in str(e) for e in told)
    with pytest.raises(ProjectError, match=f"instance {numbers[1]} .*makes no sense"):
        store.instance(numbers[1])
    store.remove_images([ids[0]])
    store.undo_stack.undo()
    assert [item.id for item in store.instances(ids[0])] == numbers[3:]


def test_names_are_found_in_any_case_also_beyond_ascii(store: AnnotationStore, tmp_path: Path) -> None:
    names = ["ÉTÉ 1.png", "été 2.png", "STRASSE.png", "straße.png", "Plain.PNG", "\u212aelvin.png"]
    ids = dict(zip(names, store.add_images([tmp_path / name for name in names]), strict=True))

    def found(text: str) -> set[str]:
        wanted = set(store.image_ids(ImageQuery(text=text)))
        return {name for name, number in ids.items() if number in wanted}

    assert found("éTé") == {"ÉTÉ 1.png", "été 2.png"}
    assert found("strasse") == found("STRAẞE") == {"STRASSE.png", "straße.png"}
    assert found("pLAIN.p") == {"Plain.PNG"}
    assert found("kelvin") == {"\u212aelvin.png"}
    assert found("50%") == found("_") == set()


def test_the_images_that_wait_leave_out_those_of_other_categories_only(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    ids = store.add_images(image_files)
    mine = store.add_category(horse)
    other = store.add_category(replace(horse, name="zebra"))
    todo = {ImageState.UNTOUCHED, ImageState.PREDICTED, ImageState.IN_WORK}
    zebra = make_instance(category=store.category(other).category)
    store.add_instance(ids[0], zebra, other)
    store.set_states([ids[1]], ImageState.REVIEWED)
    assert store.waiting_ids(todo, mine) == set(ids[2:])
    assert store.waiting_ids(todo, other) == {ids[0], *ids[2:]}
    assert store.waiting_count(todo, mine, {ids[2], ids[1]}) == len(ids) - 3
    store.add_instance(ids[2], zebra, other)
    store.add_instance(ids[2], make_instance(), mine)  # both in one image: others may show both as well
    assert store.waiting_ids(todo, mine) == set(ids) - {ids[1]}
    assert store.waiting_count(todo, mine, ()) == len(ids) - 1


def test_the_first_image_is_the_first_of_the_list(store: AnnotationStore, image_files: list[Path]) -> None:
    assert store.first_image_id() is None
    store.add_images(image_files[::-1])
    assert store.first_image_id() == store.image_ids()[0]


def test_a_list_turned_round_keeps_equal_images_in_the_order_of_their_names(
    store: AnnotationStore, image_files: list[Path]
) -> None:
    ids = list(store.add_images(image_files))
    by_name = store.image_ids()
    store.set_states(ids[4:6], ImageState.REVIEWED)
    reviewed, rest = [n for n in by_name if n in ids[4:6]], [n for n in by_name if n not in ids[4:6]]
    assert store.image_ids(ImageQuery(order=ImageOrder.STATE)) == rest + reviewed
    assert store.image_ids(ImageQuery(order=ImageOrder.STATE, descending=True)) == reviewed + rest
    assert store.image_ids(ImageQuery(order=ImageOrder.CHANGED)) == rest + reviewed
    assert store.image_ids(ImageQuery(order=ImageOrder.SCORE, descending=True)) == by_name
    assert store.image_ids(ImageQuery(descending=True)) == by_name[::-1]
