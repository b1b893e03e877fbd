"""COCO files with broken records: each is told with its reason, and the rest comes in."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gkdt_core.errors import DatasetError
from gkdt_core.formats.building import ReadOptions, ReadResult
from gkdt_core.formats.coco import read_coco, write_coco
from gkdt_core.formats.registry import COCO

from .probes import write_images

_IMAGES = ("s/a.png", "t/a.png")
_SOUND: dict[str, Any] = {
    "images": [{"id": n, "file_name": name, "width": 97, "height": 61} for n, name in enumerate(_IMAGES, 1)],
    "categories": [
        {"id": 1, "name": "horse", "keypoints": ["nose", "left eye", "right eye"], "skeleton": [[1, 2]]},
        {"id": 5, "name": "ball"},
    ],
    "annotations": [
        {
            "id": 10,
            "image_id": 1,
            "category_id": 1,
            "keypoints": [1, 2, 2, 3, 4, 1, 0, 0, 0],
            "num_keypoints": 2,
            "bbox": [0, 0, 10, 10],
            "area": 50.5,
            "iscrowd": 0,
        },
        {
            "id": 11,
            "image_id": 2,
            "category_id": 1,
            "keypoints": [5, 6, 2, 0, 0, 0, 7, 8, 2],
            "num_keypoints": 2,
            "bbox": [0, 0, 10, 10],
            "area": 100,
            "iscrowd": 0,
        },
        {"id": 12, "image_id": 2, "category_id": 5, "bbox": [1, 1, 5, 5], "area": 25, "iscrowd": 0},
    ],
}


def _file(folder: Path, change: Callable[[dict[str, Any]], object] = lambda content: None) -> Path:
    content = copy.deepcopy(_SOUND)
    change(content)
    write_images(folder, _IMAGES)
    path = folder / "set.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def _read(path: Path) -> ReadResult:
    return COCO.read(path, ReadOptions())


def _first(**fields: Any) -> Callable[[dict[str, Any]], object]:
    return lambda content: content["annotations"][0].update(fields)


# a change, how many instances are left, and what the report says
_BROKEN: dict[str, tuple[Callable[[dict[str, Any]], object], int, str]] = {
    "an unknown category": (_first(category_id=77), 1, "category 77"),
    "an unknown image": (_first(image_id=77), 1, "image 77"),
    "too few numbers": (_first(keypoints=[1, 2, 2]), 1, "3 keypoint numbers"),
    "a score for a flag": (
        _first(keypoints=[1, 2, 0.9, 3, 4, 1, 0, 0, 0]),
        2,
        "v is 0.9; it counts as visible",
    ),
    "NaN": (_first(keypoints=[float("nan"), 2, 2, 3, 4, 1, 0, 0, 0]), 2, "it counts as not labelled"),
    "a number beyond floats": (_first(keypoints=[10**400, 2, 2, 3, 4, 1, 0, 0, 0]), 2, "not labelled"),
    "an infinite area": (_first(area=float("inf")), 2, "1 times NaN"),
    "a negative box": (_first(bbox=[1, 2, -3, 4]), 2, "negative width or height"),
    "a box without an end": (_first(bbox=[1e308, 1e308, 1e308, 1e308]), 2, "the box is"),
    "a box of words": (_first(bbox=["1", "2", "3", "4"]), 2, "the box is"),
    "scores that do not fit": (_first(keypoint_scores=[0.5]), 2, '"keypoint_scores" must be a list'),
    "an origin nobody knows": (_first(keypoint_origins=["alien", "", ""]), 2, "alien"),
    "an id twice": (_first(id=11), 2, "the second gets another"),
    "an entry that is none": (lambda c: c["annotations"].append([1]), 2, "not a record"),
    "an image out of the folder": (
        lambda c: c["images"].append({"id": 3, "file_name": "../../etc/passwd"}),
        2,
        "leads out of the images folder",
    ),
    "an image without a name": (lambda c: c["images"].append({"id": 3}), 2, 'no "file_name"'),
    "an image id twice": (lambda c: c["images"].append({"id": 1, "file_name": "x.png"}), 2, "id 1 twice"),
    "a negative size": (lambda c: c["images"][0].update(width=-5), 2, "-5 as its width"),
    "a size beyond reason": (lambda c: c["images"][0].update(width=10**30), 2, "as its width"),
    "a keypoint name twice": (
        lambda c: c["categories"][0].update(keypoints=["nose", "eye", "eye"]),
        2,
        'the keypoint "eye" twice; that is mended',
    ),
    "lines to nowhere": (lambda c: c["categories"][0].update(skeleton=[[1, 2], "x"]), 2, "that is mended"),
    "pairs to nowhere": (lambda c: c["categories"][0].update(flip_pairs=[[1, 9], [2, 3]]), 2, "1-9"),
}


@pytest.mark.parametrize("name", _BROKEN)
def test_a_broken_record_is_told_and_the_rest_comes_in(name: str, tmp_path: Path) -> None:
    change, instances, reason = _BROKEN[name]
    path = _file(tmp_path, change)
    result = _read(path)
    assert len(result.dataset.annotations) == instances
    assert len(result.dataset.other_annotations) == 1
    assert result.skipped_count == len(result.skipped)
    assert any(reason in sentence for sentence in result.skipped), result.skipped
    write_coco(result.dataset, tmp_path / "out.json")  # nothing that JSON cannot say was kept
    assert len(read_coco(tmp_path / "out.json").annotations) == instances
    assert COCO.validate(path).count >= 1


@pytest.mark.parametrize("name", _BROKEN)
def test_a_broken_record_refuses_a_file_that_must_be_exact(name: str, tmp_path: Path) -> None:
    if name == "an image out of the folder":
        pytest.skip("looked at where the file is opened")
    with pytest.raises(DatasetError):
        read_coco(_file(tmp_path, _BROKEN[name][0]))


def test_a_sound_file_has_nothing_to_tell(tmp_path: Path) -> None:
    path = _file(tmp_path)
    assert _read(path).skipped == ()
    assert COCO.validate(path).skipped == []


def test_a_broken_keypoint_leaves_the_others_of_its_instance(tmp_path: Path) -> None:
    path = _file(tmp_path, _first(keypoints=["x", 2, 2, 3, 4, 1, None, None, 0]))
    instance = _read(path).dataset.annotations[0].instance
    assert instance.visibility.tolist() == [0, 1, 0]
    np.testing.assert_allclose(instance.keypoints[1], (3.5, 4.5))
    assert len(_read(path).skipped) == 1  # nothing is said of the empty one that is not labelled


def test_ids_in_quotes_are_numbers_and_validation_tells_of_them(tmp_path: Path) -> None:
    path = _file(tmp_path, _first(image_id="1"))
    assert _read(path).dataset.annotations[0].image_id == 1
    assert COCO.validate(path).skipped == [
        "annotation 10: its ids are in quotes; pycocotools finds nothing of it."
    ]


def test_ids_that_are_lists_are_told_by_validation_too(tmp_path: Path) -> None:
    report = COCO.validate(_file(tmp_path, _first(category_id=[1])))
    assert any('[1] as its "category_id"' in sentence for sentence in report.skipped)


def test_two_records_of_one_file_are_told(tmp_path: Path) -> None:
    path = _file(tmp_path, lambda c: c["images"].append({**c["images"][0], "id": 7}))
    told = ('set.json: 2 images name the file "s/a.png"; a project has it once.',)
    assert _read(path).skipped == tuple(COCO.validate(path).skipped) == told


def test_a_file_of_which_no_image_can_be_used_is_refused(tmp_path: Path) -> None:
    path = _file(tmp_path, lambda c: [image.update(file_name="") for image in c["images"]])
    with pytest.raises(DatasetError, match="file_name"):
        _read(path)


def test_ids_that_repeat_get_ids_that_no_record_has(tmp_path: Path) -> None:
    path = _file(tmp_path, lambda c: [record.update(id=11) for record in c["annotations"]])
    dataset = _read(path).dataset
    ids = [a.id for a in dataset.annotations] + [record["id"] for record in dataset.other_annotations]
    assert ids == [11, 12, 13]


def test_a_file_of_which_no_annotation_can_be_used_is_refused(tmp_path: Path) -> None:
    path = _file(tmp_path, lambda c: [record.update(category_id=4) for record in c["annotations"]])
    with pytest.raises(DatasetError, match="annotation 10 names category 4"):
        _read(path)
