"""A whole project as arrays says the same as the store instance by instance."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from app.project.pose_reader import read_poses
from app.project.store import AnnotationStore
from app.project.work_records import Disagreement
from gkdt_core.domain import Category, ImageState, Instance, Origin
from gkdt_core.errors import Cancelled

Make = Callable[..., Instance]


@pytest.fixture
def filled(
    store: AnnotationStore, horse: Category, image_files: list[Path], make_instance: Make
) -> AnnotationStore:
    ids = store.add_images(image_files)
    store.add_category(horse)
    for seed, image_id in enumerate(ids):
        store.add_instance(image_id, make_instance(seed, Origin.MODEL if seed % 2 else Origin.HUMAN))
    store.add_instance(ids[0], make_instance(9))
    store.set_states([ids[0]], ImageState.REVIEWED)
    store.set_image_sizes({ids[0]: (30, 40)})
    return store


def test_every_instance_is_there_as_the_store_has_it(filled: AnnotationStore) -> None:
    assert filled.path is not None
    found = read_poses(filled.path)
    (category,) = filled.categories()
    poses = found.by_category[category.id]
    stored = [one for image_id in filled.image_ids() for one in filled.instances(image_id)]
    assert sorted(poses.instance_ids.tolist()) == sorted(one.id for one in stored)
    for row, instance_id in enumerate(poses.instance_ids.tolist()):
        one = filled.instance(instance_id)
        assert poses.image_ids[row] == one.image_id
        np.testing.assert_array_equal(poses.points[row], one.instance.keypoints)
        np.testing.assert_array_equal(poses.origins[row], one.instance.origins)
        np.testing.assert_array_equal(poses.scores[row], one.instance.scores)
        box = one.instance.box
        np.testing.assert_array_equal(poses.boxes[row], (np.nan,) * 4 if box is None else box.as_xyxy())
        assert poses.reviewed[row] == (filled.image(one.image_id).state is ImageState.REVIEWED)
    assert found.images == {number: filled.image(number).state for number in filled.image_ids()}
    (first,) = (number for number in filled.image_ids() if filled.image(number).height is not None)
    assert poses.image_hw[poses.image_ids == first].tolist() == [[30, 40], [30, 40]]
    assert np.isnan(poses.image_hw[poses.image_ids != first]).all()


def test_rejected_images_are_left_out(filled: AnnotationStore) -> None:
    assert filled.path is not None
    gone = filled.image_ids()[1]
    filled.set_states([gone], ImageState.REJECTED)
    found = read_poses(filled.path)
    assert gone not in found.images
    assert gone not in found.occupied


def test_a_disagreement_holds_while_its_point_is_where_it_was(filled: AnnotationStore) -> None:
    assert filled.path is not None
    (category,) = filled.categories()
    stored = filled.instances(filled.image_ids()[1])[0]
    x, y = map(float, stored.instance.keypoints[0])
    other = Disagreement(1, (x, y), 0.5)  # of a point that has moved since
    filled.work.set_disagreements({stored.id: (Disagreement(0, (x, y), 0.25), other)})
    poses = read_poses(filled.path).by_category[category.id]
    row = poses.instance_ids.tolist().index(stored.id)
    assert poses.apart[row, 0] == 0.25
    assert np.isnan(np.delete(poses.apart.ravel(), row * len(category.category))).all()


def test_rows_that_make_no_sense_are_left_out(filled: AnnotationStore) -> None:
    path = filled.path
    assert path is not None
    (category,) = filled.categories()
    first, second, *_ = filled.image_ids()
    broken, odd = filled.instances(first)[0].id, filled.instances(second)[0].id
    filled.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM keypoint WHERE instance_id = ? AND number = 0", (broken,))
        connection.execute("UPDATE keypoint SET x = 'here' WHERE instance_id = ?", (odd,))
        connection.commit()
    poses = read_poses(path).by_category[category.id]
    assert not {broken, odd} & set(poses.instance_ids.tolist())
    assert len(poses) > 0


def test_reading_can_be_stopped(filled: AnnotationStore) -> None:
    def stop(fraction: float) -> None:
        raise Cancelled

    assert filled.path is not None
    with pytest.raises(Cancelled):
        read_poses(filled.path, checkpoint=stop)
