"""MegaKPT's released layout as training sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gkdt_core.errors import DatasetError
from tests.trainer.megakpt.layout import REGISTRY, write_layout
from tests.trainer.scenes import write_scenes
from trainer.megakpt.load import load_megakpt


def test_a_split_is_loaded_under_the_registrys_super_category(tmp_path: Path) -> None:
    data = load_megakpt(REGISTRY, write_layout(tmp_path), "train")
    assert [(d.category.name, d.category.supercategory, d.dataset) for d in data] == [
        ("tiger", "animal_pose", "tiger"),
        ("white tiger", "animal_pose", "tiger"),
    ]
    assert sum(len(d.samples) for d in data) == 6


def test_pictures_are_found_in_whichever_folder_has_them(tmp_path: Path) -> None:
    write_layout(tmp_path)
    for split in ("train", "test"):
        for category in load_megakpt(REGISTRY, tmp_path, split):
            for sample in category.samples:
                assert sample.path.is_file()
                assert sample.path.parent.name == split


def test_a_users_dataset_comes_with_the_others_or_alone(tmp_path: Path) -> None:
    root = write_layout(tmp_path / "root")
    write_scenes(tmp_path / "badges", "train", 3, seed=0)
    registry = REGISTRY.with_extra(["badges=badges:things"], tmp_path)
    assert [d.key for d in load_megakpt(registry, root, "train")] == [
        "tiger/tiger",
        "tiger/white tiger",
        "badges/badge",
    ]
    (alone,) = load_megakpt(registry, root, "train", only=["badges"])
    assert alone.category.supercategory == "things"
    assert all(sample.path.is_file() for sample in alone.samples)


def test_a_split_that_is_nowhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match='no annotation file of the split "val"'):
        load_megakpt(REGISTRY, write_layout(tmp_path), "val")
    with pytest.raises(DatasetError, match='no dataset "lions"'):
        load_megakpt(REGISTRY, tmp_path, "train", only=["lions"])
