"""`gkdt convert` and `gkdt validate`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from app.cli import main
from gkdt_core.formats.building import ReadOptions
from gkdt_core.formats.coco import read_coco, write_coco
from gkdt_core.formats.features import Feature
from gkdt_core.formats.registry import FORMATS
from tests.gkdt_core.formats.probes import PROBES, write_images


@pytest.fixture
def coco(tmp_path: Path) -> Path:
    dataset = PROBES[Feature.SCORES]
    write_images(tmp_path / "images", tuple(image.file_name for image in dataset.images))
    write_coco(dataset, tmp_path / "set.json")
    return tmp_path / "set.json"


def test_a_file_is_converted_and_what_is_not_kept_is_said(
    coco: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["convert", str(coco), str(tmp_path / "yolo"), "--to", "yolo"]) == 0
    said = capsys.readouterr()
    assert "1 image, 1 instance, 4 labelled keypoints" in said.out
    assert "not kept: Scores of points (2) are lost" in said.err
    assert main(["validate", str(tmp_path / "yolo")]) == 0
    assert main(["convert", str(tmp_path / "yolo"), str(tmp_path / "back.json"), "--to", "coco"]) == 0
    again = read_coco(tmp_path / "back.json")
    assert again.categories[0].category.keypoints == PROBES[Feature.SCORES].categories[0].category.keypoints


def test_what_is_skipped_is_told_and_written_down(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text("image,keypoint,x,y\n../a.png,nose,1,2\nb.png,nose,3,4\n")
    report = tmp_path / "report.txt"
    out = tmp_path / "out.json"
    assert main(["convert", str(tmp_path / "a.csv"), str(out), "--to", "coco", "--report", str(report)]) == 0
    assert "skipped" in capsys.readouterr().err
    assert "a.png" in report.read_text(encoding="utf-8")


def test_the_origin_of_positions_can_be_said(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("image,keypoint,x,y\nb.png,nose,3,4\n")
    out = tmp_path / "out.json"
    asked = ["convert", str(tmp_path / "a.csv"), str(out), "--to", "coco", "--keypoint-origin", "index"]
    assert main(asked) == 0
    assert FORMATS["coco"].read(out, ReadOptions()).dataset.annotations[0].instance.keypoints[0].tolist() == [
        3.5,
        4.5,
    ]


def test_problems_are_told_one_by_one_with_exit_code_1(
    coco: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["convert", str(coco), str(tmp_path / "yolo"), "--to", "yolo"]) == 0
    label = next((tmp_path / "yolo").rglob("*.txt"))
    label.write_text(label.read_text() + "0 1.5 .5 .1 .1" + " 0 0 0" * 4 + "\n")
    capsys.readouterr()
    assert main(["validate", str(tmp_path / "yolo")]) == 1
    assert "above 1; the whole image would be ignored" in capsys.readouterr().out


def test_bad_paths_and_endings_are_exit_code_2(
    coco: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["convert", str(tmp_path / "no"), str(tmp_path / "x.json"), "--to", "coco"]) == 2
    assert main(["convert", str(coco), str(tmp_path / "x.txt"), "--to", "csv"]) == 2
    assert main(["validate", str(tmp_path / "no")]) == 2
    assert "does not end in" in capsys.readouterr().err
    assert not (tmp_path / "x.txt").exists()


def test_a_coco_file_with_a_broken_record_is_converted_without_it(
    coco: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = json.loads(coco.read_text(encoding="utf-8"))
    content["annotations"].append({"id": 77, "image_id": 99, "category_id": 1, "keypoints": [0] * 12})
    coco.write_text(json.dumps(content), encoding="utf-8")
    assert main(["convert", str(coco), str(tmp_path / "out.csv"), "--to", "csv"]) == 0
    said = capsys.readouterr()
    assert "skipped set.json: annotation 77 names image 99" in said.err
    assert "1 image, 1 instance" in said.out
    assert main(["validate", str(coco)]) == 1


def test_images_of_another_size_than_the_annotations_say_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Image.new("RGB", (20, 10)).save(tmp_path / "b.png")
    (tmp_path / "a.csv").write_text("image,width,height,keypoint,x,y\nb.png,40,20,nose,3,4\n")
    assert main(["convert", str(tmp_path / "a.csv"), str(tmp_path / "out.json"), "--to", "coco"]) == 0
    assert "1 image file has another size than CSV, a row a keypoint says" in capsys.readouterr().err
