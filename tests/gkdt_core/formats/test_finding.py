"""What is meant by a part of a dataset, or by the folder around its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from gkdt_core.errors import DatasetError
from gkdt_core.formats.building import ReadOptions, WriteOptions
from gkdt_core.formats.features import Feature
from gkdt_core.formats.finding import annotations_at
from gkdt_core.formats.registry import FORMATS
from tests.gkdt_core.formats.probes import PROBES, write_images

DATASET = PROBES[Feature.SCORES]


@pytest.fixture
def yolo(tmp_path: Path) -> Path:
    write_images(tmp_path / "pictures", tuple(image.file_name for image in DATASET.images))
    write = FORMATS["yolo"].write
    assert write is not None
    write(DATASET, tmp_path / "set", WriteOptions(tmp_path / "pictures"))
    return tmp_path / "set"


@pytest.mark.parametrize("part", ["labels", "labels/train", "images", "images/train"])
@pytest.mark.parametrize("name", ["yolo", None])
def test_a_folder_of_a_yolo_dataset_means_the_dataset(yolo: Path, part: str, name: str | None) -> None:
    form, found = annotations_at(yolo / part, FORMATS[name] if name else None)
    assert (form.id, found) == ("yolo", yolo)
    assert len(form.read(found, ReadOptions()).dataset.annotations) == len(DATASET.annotations)


def test_a_label_file_means_its_dataset_also_without_settings(yolo: Path) -> None:
    label = next((yolo / "labels").rglob("*.txt"))
    assert annotations_at(label) == (FORMATS["yolo"], yolo)
    (yolo / "data.yaml").unlink()
    assert annotations_at(label) == (FORMATS["yolo"], yolo)


def test_a_split_of_its_own_leads_to_the_settings_above(tmp_path: Path) -> None:
    for name in ("images", "labels"):
        (tmp_path / "train" / name).mkdir(parents=True)
    (tmp_path / "data.yaml").write_text("kpt_shape: [4, 3]\ntrain: train/images\nnames: [a]\n")
    found = annotations_at(tmp_path / "train" / "labels")
    assert found == (FORMATS["yolo"], tmp_path)


@pytest.mark.parametrize("folder", ["", "annotations"])
def test_a_folder_with_one_coco_file_means_that_file(tmp_path: Path, folder: str) -> None:
    file = tmp_path / folder / "train.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text('{"images": [], "annotations": [], "categories": []}')
    (file.parent / "settings.json").write_text("{}")
    (tmp_path / "images").mkdir()
    assert annotations_at(tmp_path) == (FORMATS["coco"], file)
    assert annotations_at(tmp_path, FORMATS["coco"]) == (FORMATS["coco"], file)


def test_a_folder_with_one_cvat_file_means_that_file(tmp_path: Path) -> None:
    (tmp_path / "annotations.xml").write_text("<annotations></annotations>")
    assert annotations_at(tmp_path) == (FORMATS["cvat"], tmp_path / "annotations.xml")


def test_of_several_files_one_has_to_be_chosen(tmp_path: Path) -> None:
    (tmp_path / "annotations").mkdir()
    for name in ("train.json", "val.json"):
        (tmp_path / "annotations" / name).write_text('{"images": [], "annotations": []}')
    with pytest.raises(DatasetError, match="has 2 files of annotations") as caught:
        annotations_at(tmp_path)
    assert caught.value.hint == "Choose one of them: train.json, val.json"


def test_what_is_unknown_is_answered_with_the_formats_as_the_window_lists_them(tmp_path: Path) -> None:
    (tmp_path / "notes.doc").write_text("nothing")
    with pytest.raises(DatasetError, match="cannot be told") as caught:
        annotations_at(tmp_path / "notes.doc")
    for form in FORMATS.values():
        assert form.title.removesuffix(" 1.1").partition(",")[0].partition(" (")[0] in caught.value.hint
    (tmp_path / "labels.txt").write_text("0 0.5 0.5\n")
    with pytest.raises(DatasetError, match="cannot be told") as caught:
        annotations_at(tmp_path / "labels.txt")
    assert '"images" and "labels"' in caught.value.hint
