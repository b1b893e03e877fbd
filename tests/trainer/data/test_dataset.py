"""Datasets from COCO folders: which points count as true, and what their names allow."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from gkdt_core.domain import Category, ImageState, Instance, Origin, Visibility
from gkdt_core.errors import DatasetError
from gkdt_core.formats.coco import CocoAnnotation, CocoCategory, CocoDataset, CocoImage, write_coco
from trainer.data.dataset import CategoryData, load_dataset, load_datasets

_CAT = Category("cat", ("nose", "left eye", "tail"))
_BY = (Origin.HUMAN, Origin.MODEL, Origin.CARRIED)


def _folder(root: Path, states: list[ImageState], origins: tuple[Origin, ...] = _BY) -> Path:
    """A COCO folder with one instance in each image, its points placed by `origins`."""
    annotations = []
    for number in range(1, len(states) + 1):
        instance = Instance.empty(_CAT)
        for index, origin in enumerate(origins):
            place = (10.0 + 30 * index, 20.0 + number)
            instance = instance.with_keypoint(index, place, Visibility.VISIBLE, origin)
        annotations.append(CocoAnnotation(number, number, 1, instance))
    images = tuple(CocoImage(i, f"{i}.png", 100, 100, state) for i, state in enumerate(states, start=1))
    (root / "annotations").mkdir(parents=True)
    dataset = CocoDataset(images, (CocoCategory(1, _CAT),), tuple(annotations))
    write_coco(dataset, root / "annotations" / "train.json")
    return root


@pytest.mark.parametrize("name", ["left eye", "left_eye", "Left-Eye"])
def test_a_category_whose_names_would_lie_in_a_mirror_is_never_mirrored(name: str) -> None:
    assert CategoryData("set", Category("cat", (name, "nose")), ()).flip_order() is None


def test_a_mirror_swaps_left_and_right_and_leaves_names_without_a_side() -> None:
    names = ("left_eye", "nose", "right_eye", "front left and right")
    flip = CategoryData("set", Category("cat", names).with_guessed_pairs(), ()).flip_order()
    assert flip is not None
    assert flip.tolist() == [2, 1, 0, 3]


def test_only_points_of_people_or_of_reviewed_images_are_learnt_from(tmp_path: Path) -> None:
    states = [ImageState.IN_WORK, ImageState.REVIEWED, ImageState.REJECTED]
    (data,) = load_dataset(_folder(tmp_path / "set", states), "train")
    in_work, reviewed = data.samples
    assert in_work.name == "1.png#1"
    assert in_work.visible.tolist() == [True, False, False]
    assert np.isnan(in_work.keypoints[1:]).all()
    assert in_work.box.x2 < 40  # the model's points do not say where the object is either
    assert reviewed.visible.all()


def test_a_file_of_mere_predictions_is_refused_with_the_remedy(tmp_path: Path) -> None:
    root = _folder(tmp_path / "set", [ImageState.PREDICTED], (Origin.MODEL,) * 3)
    with pytest.raises(DatasetError, match="3 points are a model's") as refused:
        load_dataset(root, "train")
    assert "Review" in refused.value.hint


def test_folders_of_the_same_name_stay_two_datasets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = [ImageState.REVIEWED]
    one, other = _folder(tmp_path / "a" / "data", state), _folder(tmp_path / "b" / "data", state)
    assert [data.dataset for data in load_datasets([one, other, one], "train")] == ["a/data", "b/data"]
    monkeypatch.chdir(one)
    assert load_datasets([Path()], "train")[0].dataset == "data"
