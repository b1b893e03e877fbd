"""The registry of datasets: what ships is what the paper says, and nothing wrong gets in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gkdt_core.errors import DatasetError
from gkdt_core.paths import resource_path
from gkdt_core.schemas import category_of_schema
from tests.shared_data import SHARED, needs_shared
from trainer.megakpt.registry import megakpt, read_extra_file, read_registry


def test_the_table_adds_up_to_the_papers_totals() -> None:
    registry = megakpt()
    assert len(registry.datasets) == registry.totals.datasets == 29
    assert sum(d.images or 0 for d in registry.datasets) == registry.totals.images == 935_343
    assert sum(d.instances or 0 for d in registry.datasets) == registry.totals.instances == 1_348_228
    assert len(registry.supercategories()) == 10


def test_split_counts_add_up_to_their_datasets() -> None:
    for dataset in megakpt().datasets:
        for part in ("instances", "categories"):
            counts = [getattr(split, part) for split in dataset.splits]
            if None not in counts:
                assert sum(counts) == getattr(dataset, part), dataset.id


def test_every_dataset_says_where_it_comes_from_and_its_skeletons_fit_its_counts() -> None:
    for dataset in megakpt().datasets:
        assert dataset.source.startswith("http")
        lengths = [len(category_of_schema(schema, "object")) for schema in dataset.schemas]
        if dataset.id == "acinoset_cheetah":
            assert lengths == [25]  # the note says that the table has 20
            assert "25" in dataset.note
        elif lengths:
            assert dataset.keypoints == (min(lengths), max(lengths)), dataset.id


def test_datasets_that_share_files_are_one_group() -> None:
    groups = megakpt().groups()
    assert len(groups) == 25
    assert [d.id for d in next(g for g in groups if g[0].id == "300w")] == [
        "300w",
        "hellen",
        "afw",
        "ibug",
        "lfpw",
    ]


def test_pools_have_every_instance_and_category_of_the_table() -> None:
    entries = megakpt().pool_entries()
    assert sum(entry.size for entry in entries) == 1_348_228
    assert len(entries) == sum(d.categories or 0 for d in megakpt().datasets)
    assert [entry.category for entry in entries] == list(range(len(entries)))


@needs_shared
def test_what_ships_says_what_the_shared_facts_say() -> None:
    facts = json.loads((SHARED / "facts" / "megakpt.json").read_text())["datasets"]
    for fact, dataset in zip(facts, megakpt().datasets, strict=True):
        assert (dataset.id, dataset.name, dataset.supercategory) == (
            fact["id"],
            fact["name"],
            fact["supercategory"],
        )
        assert (dataset.categories, dataset.images, dataset.instances) == (
            fact["categories"],
            fact["images"],
            fact["instances"],
        )
        assert "-".join(map(str, dict.fromkeys(dataset.keypoints or ()))) == fact["keypoints"]
        assert {split.name: split.file for split in dataset.splits} == fact["splits"]
        assert dataset.annotation_root == fact["annotation_root"]


def _content() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(resource_path("facts", "megakpt.json").read_text())
    return content


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda c: c["datasets"][0].pop("images"), '"images" is missing'),
        (lambda c: c["datasets"][0].update(colour="red"), '"colour" means nothing'),
        (lambda c: c["datasets"][0].update(images="66808"), "\"images\" is '66808'"),
        (lambda c: c["datasets"][0].update(images=True), '"images" is True'),
        (lambda c: c["datasets"][0].update(instances=0), '"instances" is 0'),
        (lambda c: c["datasets"][0].update(keypoints=[18, 17]), '"keypoints" is'),
        (lambda c: c["datasets"][0]["splits"][0].update(file=""), 'splits.0.: "file" is empty'),
        (lambda c: c["datasets"][1].update(id="coco"), 'Two datasets are called "coco"'),
        (lambda c: c["datasets"][3].update(released_with="nobody"), '"nobody", which is not there'),
        (lambda c: c["datasets"].pop(), "lists 28 datasets"),
        (lambda c: c.pop("about"), '"about" is missing'),
    ],
)
def test_a_registry_that_is_not_exactly_right_is_refused(tmp_path: Path, change: Any, says: str) -> None:
    content = _content()
    change(content)
    path = tmp_path / "registry.json"
    path.write_text(json.dumps(content))
    with pytest.raises(DatasetError, match=says):
        read_registry(path)


def _folder(root: Path) -> Path:
    (root / "annotations").mkdir(parents=True)
    for split in ("train", "test"):
        (root / "annotations" / f"{split}.json").write_text("{}")
    return root


def test_a_new_dataset_joins_by_a_folder_and_one_line(tmp_path: Path) -> None:
    _folder(tmp_path / "my mice")
    (tmp_path / "mine.txt").write_text("# ours\n\nmice = my mice : animal_pose\n")
    registry = megakpt().with_extra(read_extra_file(tmp_path / "mine.txt"), tmp_path)
    mice = registry.dataset("mice")
    assert mice.supercategory == "animal_pose"
    assert {split.name: split.file for split in mice.splits} == {"train": "train.json", "test": "test.json"}
    assert Path(mice.annotation_root) == tmp_path / "my mice" / "annotations"


@pytest.mark.parametrize("line", ["mice", "mice=data", "=data:animal", "mice=:animal", "mice=data:"])
def test_a_line_that_does_not_say_a_dataset_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(DatasetError, match="does not say a dataset"):
        megakpt().with_extra([line], tmp_path)


def test_a_line_with_a_known_name_or_no_folder_is_refused(tmp_path: Path) -> None:
    _folder(tmp_path / "data")
    with pytest.raises(DatasetError, match='called "coco"'):
        megakpt().with_extra(["coco=data:human_pose"], tmp_path)
    with pytest.raises(DatasetError, match=r"no annotations/\*\.json"):
        megakpt().with_extra(["mice=elsewhere:animal_pose"], tmp_path)


def test_an_unknown_dataset_is_answered_with_the_known_ones() -> None:
    with pytest.raises(DatasetError) as refused:
        megakpt().dataset("coca")
    assert "coco, human_art" in refused.value.hint
