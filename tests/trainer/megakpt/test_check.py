"""Comparing the released layout with the table."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gkdt_core.errors import DatasetError
from tests.trainer.megakpt.layout import REGISTRY, TIGER, annotations, write_layout, write_split
from trainer.megakpt.check import Level, check_group, presence, status
from trainer.megakpt.registry import Split
from trainer.megakpt.scan import scan_file
from trainer.megakpt.stats import dataset_rows, supercategory_rows

_GROUP = (TIGER,)


def _problems(root: Path, **changes: Any) -> list[str]:
    check = check_group((replace(TIGER, **changes),), root)
    return [finding.text for finding in check.findings if finding.level is Level.PROBLEM]


def test_a_layout_as_the_table_describes_it_agrees(tmp_path: Path) -> None:
    check = check_group(_GROUP, write_layout(tmp_path))
    assert check.agrees, check.findings
    texts = [finding.text for finding in check.findings]
    assert "images: 6" in texts
    assert "train: instances: 6" in texts
    assert "keypoints: 15, names as expected" in texts
    assert "all 6 pictures are there" in texts


def test_what_is_missing_is_named_without_opening_anything(tmp_path: Path) -> None:
    (nothing,) = status(REGISTRY, tmp_path)
    assert not nothing.has_annotations
    assert [path.name for path in nothing.missing_files] == ["train.json", "test.json"]
    assert len(nothing.missing_folders) == 2
    path = write_split(tmp_path, "train", annotations("train", 1, 4, (2, 2, 1, 1)))
    path.write_text("not JSON at all")
    there = presence(_GROUP, tmp_path)
    assert there.has_annotations
    assert not there.is_complete
    assert [path.name for path in there.missing_files] == ["test.json"]
    assert presence(_GROUP, write_layout(tmp_path)).is_complete


def test_a_missing_picture_is_counted(tmp_path: Path) -> None:
    write_layout(tmp_path)
    (tmp_path / "animal_pose/tiger/images/train/train2.jpg").unlink()
    assert _problems(tmp_path) == ["1 of 6 pictures are missing"]


def test_picture_names_may_begin_with_the_last_folder(tmp_path: Path) -> None:
    write_layout(tmp_path)
    content = annotations("train", 1, 4, (2, 2, 1, 1))
    write_split(tmp_path, "train", content)
    for record in content["images"]:
        record["file_name"] = f"train/{record['file_name']}"
    (tmp_path / TIGER.annotation_root / "train.json").write_text(json.dumps(content))
    assert _problems(tmp_path) == []


def test_images_without_an_instance_may_count_or_not(tmp_path: Path) -> None:
    write_layout(tmp_path)
    write_split(tmp_path, "train", annotations("train", 1, 7, (2, 2, 1, 1)))
    assert _problems(tmp_path) == []  # 6 with an instance
    assert _problems(tmp_path, images=9) == []  # 9 listed
    assert _problems(tmp_path, images=8) == ["images: 9, the table says 8"]


def test_a_rounded_count_agrees_when_it_is_near(tmp_path: Path) -> None:
    write_split(tmp_path, "train", annotations("train", 1, 505, (2,) * 505))
    one = replace(
        TIGER, splits=(Split("train", "train.json"),), image_roots=("animal_pose/tiger/images/train",)
    )
    check = check_group((replace(one, images=505, instances=1000),), tmp_path)
    assert check.agrees
    assert [f.text for f in check.findings if f.level is Level.NOTE] == [
        "instances: 1,010, the table says 1,000 (rounded)"
    ]
    assert not check_group((replace(one, images=505, instances=2000),), tmp_path).agrees
    assert not check_group((replace(one, images=505, instances=1009),), tmp_path).agrees


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda c: c["annotations"].pop(), "train: instances: 5, the table says 6"),
        (
            lambda c: c["categories"][0]["keypoints"].__setitem__(2, "snout"),
            'keypoint 3 is "snout", expected "nose"',
        ),
        (lambda c: c["annotations"][3].update(image_id=999), "1 images that the file does not list (999)"),
        (lambda c: c["annotations"][3].update(category_id=7), "category 7, which the file does not define"),
        (lambda c: c["annotations"][0].update(keypoints=[1, 2, 2]), "another number of keypoints"),
        (lambda c: c["images"].append(dict(c["images"][0])), "two images share an id"),
        (lambda c: c["images"][0].pop("file_name"), 'record 1 of "images" (KeyError'),
        (lambda c: c["annotations"][0].update(category_id="x"), 'of "annotations" (ValueError'),
    ],
)
def test_what_contradicts_the_table_or_itself_is_named(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], says: str
) -> None:
    write_layout(tmp_path)
    content = annotations("train", 1, 4, (2, 2, 1, 1))
    change(content)
    write_split(tmp_path, "train", content)
    assert any(says in problem for problem in _problems(tmp_path)), _problems(tmp_path)


def test_another_number_of_keypoints_is_named(tmp_path: Path) -> None:
    write_layout(tmp_path)
    content = annotations("train", 1, 4, (2, 2, 1, 1))
    for category in content["categories"]:
        category["keypoints"] = category["keypoints"][:14]
    for record in content["annotations"]:
        record["keypoints"] = record["keypoints"][:42]
    write_split(tmp_path, "train", content)
    write_split(tmp_path, "test", {**content, "images": [], "annotations": []})
    assert any('the table says 15; "tiger" has 14' in problem for problem in _problems(tmp_path))


def test_a_file_that_is_no_dataset_stops_with_its_name(tmp_path: Path) -> None:
    write_layout(tmp_path)
    (tmp_path / TIGER.annotation_root / "train.json").write_text('{"images": [3]}')
    with pytest.raises(DatasetError, match=r"train\.json: an entry of \"images\" is no record"):
        check_group(_GROUP, tmp_path)


def test_a_scan_tells_labelled_instances_from_the_others(tmp_path: Path) -> None:
    content = annotations("train", 1, 2, (2, 2))
    content["annotations"][0]["keypoints"] = [0, 0, 0] * 15
    content["annotations"][1]["keypoints"] = [[4, 5, 1]] * 15  # nested, as some files have it
    found = scan_file(write_split(tmp_path, "train", content))
    assert found.instances == 4
    assert found.labelled == 3
    assert len(found.names) == len(found.annotated) == 2
    assert found.problems == ()


def test_statistics_put_what_is_there_beside_the_table(tmp_path: Path) -> None:
    check = check_group(_GROUP, write_layout(tmp_path), pictures=False)
    (row,) = dataset_rows(REGISTRY, {"tiger": check})
    assert (row.images, row.instances, row.found_images, row.found_instances, row.labelled) == (6, 9, 6, 9, 9)
    (group,) = supercategory_rows(REGISTRY, (row, replace(row, name="again")))
    assert (group.name, group.instances, group.found_instances) == ("animal_pose", 18, 18)
