"""`gkdt megakpt` and `gkdt sampling` as people type them."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from app.cli import main
from gkdt_core.schemas import category_of_schema
from tests.shared_data import SHARED, needs_shared
from tests.trainer.scenes import write_scenes


def _cephalograms(root: Path) -> Path:
    """The cephalometric set of the released layout: 150 and 250 pictures (empty files, never opened)."""
    folder = root / "medical" / "cephalometric_landmark"
    (folder / "annotations").mkdir(parents=True)
    (folder / "images").mkdir()
    names = list(category_of_schema("cephalometric", "x").keypoints)
    for split, first, count in (("Train", 1, 150), ("Test", 151, 250)):
        numbers = range(first, first + count)
        content = {
            "images": [{"id": n, "file_name": f"{n:03}.bmp"} for n in numbers],
            "annotations": [
                {"id": n, "image_id": n, "category_id": 1, "keypoints": [5, 6, 2] * 19} for n in numbers
            ],
            "categories": [{"id": 1, "name": "cephalogram", "keypoints": names}],
        }
        (folder / "annotations" / f"{split}.json").write_text(json.dumps(content))
        for number in numbers:
            (folder / "images" / f"{number:03}.bmp").touch()
    return root


def test_status_names_what_is_missing_and_where_it_comes_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["megakpt", "status", "--root", str(_cephalograms(tmp_path))]) == 0
    told = capsys.readouterr().out
    assert "there      Cephalometric" in told
    assert "missing    AnimalWeb" in told
    assert str(tmp_path / "animal_face/animalweb/annotations/animalweb_split_train.json") in told
    assert "from https://fdmaproject.wordpress.com/ (250 categories train / 100 unseen test)" in told
    assert "1 of 25 are complete" in told


def test_verify_agrees_with_a_whole_dataset_and_then_finds_what_was_taken_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = _cephalograms(tmp_path)
    assert main(["megakpt", "verify", "--root", str(root)]) == 0
    told = capsys.readouterr().out
    assert "agrees  Cephalometric" in told
    assert "train: instances: 150" in told
    assert "1 agree, 0 differ, 24 are missing." in told
    (root / "medical/cephalometric_landmark/images/007.bmp").unlink()
    assert main(["megakpt", "verify", "--root", str(root), "--only", "cephalometric"]) == 1
    assert "! 1 of 400 pictures are missing" in capsys.readouterr().out
    assert main(["megakpt", "verify", "--root", str(root), "--no-pictures"]) == 0


def test_verify_of_an_empty_folder_or_an_unknown_dataset_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["megakpt", "verify", "--root", str(tmp_path)]) == 2
    assert "gkdt megakpt status" in capsys.readouterr().err
    assert main(["megakpt", "verify", "--root", str(tmp_path), "--only", "cuckoos"]) == 2
    assert 'no dataset "cuckoos"' in capsys.readouterr().err
    assert main(["megakpt", "status", "--root", str(tmp_path / "nowhere")]) == 2
    assert "is not a folder" in capsys.readouterr().err


def test_a_users_dataset_is_counted_with_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = _cephalograms(tmp_path / "root")
    write_scenes(tmp_path / "badges", "train", 4, seed=0)
    extra = f"badges={tmp_path / 'badges'}:toy"
    out = tmp_path / "stats"
    assert main(["megakpt", "stats", "--root", str(root), "--extra", extra, "--out", str(out)]) == 0
    with (out / "supercategories.csv").open() as file:
        rows = {row["name"]: row for row in csv.DictReader(file)}
    assert (rows["toy"]["instances"], rows["toy"]["found_instances"]) == ("0", "4")
    assert (rows["medical"]["instances"], rows["medical"]["found_instances"]) == ("1310", "400")
    assert json.loads((out / "stats.json").read_text())["totals_of_the_paper"]["keypoint_names"] == 740
    with Image.open(out / "supercategories.png") as picture:
        assert min(picture.size) > 300
    assert main(["megakpt", "verify", "--root", str(root), "--extra", extra]) == 0
    assert "4 images, 4 instances, 1 categories" in capsys.readouterr().out


def test_statistics_of_the_table_need_no_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["megakpt", "stats", "--out", str(tmp_path)]) == 0
    assert "clothes         491,000 instances" in capsys.readouterr().out
    with (tmp_path / "datasets.csv").open() as file:
        assert sum(int(row["instances"]) for row in csv.DictReader(file)) == 1_348_228


def test_the_simulation_writes_a_table_and_a_figure_for_each_strategy(tmp_path: Path) -> None:
    assert main(["sampling", "simulate", "--strategy", "all", "--out", str(tmp_path)]) == 0
    for sampling in ("uniform", "importance", "dynamic_importance"):
        with (tmp_path / f"{sampling}.csv").open() as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == 4 * 10
        assert {row["progress"] for row in rows} == {"0.0", "0.5", "0.9", "0.98"}
        assert sum(float(row["probability"]) for row in rows) == pytest.approx(4, abs=1e-3)
        with Image.open(tmp_path / f"{sampling}.png") as picture:
            assert picture.width > 1000


def test_the_simulation_can_count_what_is_on_disk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = _cephalograms(tmp_path / "root")
    write_scenes(tmp_path / "badges", "train", 40, seed=0)
    extra = f"badges={tmp_path / 'badges'}:toy"
    common = ["sampling", "simulate", "--root", str(root), "--extra", extra, "--out", str(tmp_path / "out")]
    assert main([*common, "--episode", "10"]) == 0
    with (tmp_path / "out" / "dynamic_importance.csv").open() as file:
        first = [row for row in csv.DictReader(file) if row["progress"] == "0.0"]
    assert {row["supercategory"]: row["remaining"] for row in first} == {"medical": "150", "toy": "40"}
    assert main([*common, "--episode", "151"]) == 2
    assert "No category has 151 instances" in capsys.readouterr().err
    assert main([*common, "--split", "night"]) == 2
    assert 'no annotation file of the split "night"' in capsys.readouterr().err
    assert main([*common, "--gamma", "0"]) == 2
    assert "gamma is 0.0" in capsys.readouterr().err


@needs_shared
def test_converting_says_what_was_written_and_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = SHARED / "data" / "formats" / "humanart"
    assert (
        main(["megakpt", "convert", "human_art", "--source", str(source), "--out", str(tmp_path / "o")]) == 0
    )
    told = capsys.readouterr().out
    assert "test: 2 images, 3 instances, 1 categories" in told
    assert "left out: 1 pictures that are listed but not there" in told
    assert (
        main(["megakpt", "convert", "human_art", "--source", str(source), "--out", str(tmp_path / "o")]) == 2
    )
    assert "is there already" in capsys.readouterr().err


def test_neither_command_waits_for_torch(tmp_path: Path) -> None:
    code = (
        "import sys; from app.cli import main; main(['megakpt', 'stats', '--out', sys.argv[1]]); "
        "main(['sampling', 'simulate', '--out', sys.argv[1]]); "
        "assert not {'torch', 'transformers', 'cv2', 'PySide6'} & set(sys.modules), sorted(sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
