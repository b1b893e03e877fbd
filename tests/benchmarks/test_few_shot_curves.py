"""The curves of few labelled images, on a made set and a tiny model."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.few_shot_curves import Result, main, pick, table
from benchmarks.few_shot_plot import Line, Panel, draw_lines
from gkdt_core.formats.coco import read_coco
from tests.tiny_model import write_tiny_model
from tests.trainer.scenes import write_scenes


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("data") / "badges"
    write_scenes(root, "train", 8, seed=0)
    return write_scenes(root, "test", 5, seed=1)


def _with_videos(scenes: Path, tmp_path: Path) -> Path:
    told = json.loads((scenes / "annotations" / "train.json").read_text())
    for image in told["images"]:
        image["video"] = f"video {image['id'] % 3}"
    path = tmp_path / "train.json"
    path.write_text(json.dumps(told))
    return path


def test_fewer_images_are_among_the_more(scenes: Path) -> None:
    train = read_coco(scenes / "annotations" / "train.json")
    few, many = ({image.file_name for image in pick(train, count, 0).images} for count in (3, 6))
    assert few < many
    assert {image.file_name for image in pick(train, 3, 1).images} != few


def test_images_of_a_video_come_together_and_annotations_with_their_images(
    scenes: Path, tmp_path: Path
) -> None:
    part = pick(read_coco(_with_videos(scenes, tmp_path)), 4, 0)
    videos = [image.extra["video"] for image in part.images]
    assert videos == sorted(videos, key=videos.index)
    assert len(set(videos)) == 2
    assert {a.image_id for a in part.annotations} == {image.id for image in part.images}


def test_a_run_trains_measures_and_is_not_done_again(
    scenes: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    model, out = write_tiny_model(tmp_path / "tiny"), tmp_path / "out"
    command = ["--out", str(out), "--sets", str(scenes), "--counts", "3", "50", "100", "--model", str(model),
               "--budget-minutes", "0.02", "--episodes", "3", "--queries", "2"]  # fmt: skip
    assert main(command) == 0
    said = capfd.readouterr().out
    assert "its 8 images are all it has; 100 are left out" in said
    assert "as asked for" in said  # the table of `gkdt train`
    rows = json.loads((out / "few_shot.json").read_text())["results"]
    assert [(row["images"], row["asked"]) for row in rows[::3]] == [(0, 0), (3, 3), (8, 50)]
    assert all(0 <= row["pck"] <= 100 and row["error"] > 0 for row in rows)
    assert rows[3]["tune"] == "all"
    assert rows[3]["steps"] >= 1
    assert rows[0]["observers"] is None
    assert len((out / "few_shot.csv").read_text().splitlines()) == 1 + len(rows)
    ElementTree.parse(out / "few_shot.svg")
    assert not (out / "models").exists()

    assert main(command) == 0
    assert "learning from" not in capfd.readouterr().out
    assert main(["--out", str(out), "--table"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert [line.split("|")[2].strip() for line in lines[2:]] == ["none", "3", "8"]


def test_the_table_says_how_many_times_the_peoples_own_distance_an_error_is() -> None:
    results = [Result("ceph", 0, 0, prompt, 50.0, 40.0, 3.0, 1.5) for prompt in ("visual", "text", "both")]
    assert "| ceph | none | 50.0 | 3.0 % (2.0 x) |" in table(results)


def test_the_plot_has_every_point_inside_its_panel(tmp_path: Path) -> None:
    line = Line("text", ((0, 0.0), (5, 50.0), (100, 100.0)))
    draw_lines(
        tmp_path / "plot.svg", "a < b", "images", [Panel("one", (line,)), Panel("two & three", (line,))]
    )
    root = ElementTree.parse(tmp_path / "plot.svg").getroot()
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    circles = [one.attrib for one in root.iter() if one.tag.endswith("circle")]
    assert len(circles) == 6
    assert all(0 < float(c["cx"]) < width and 0 < float(c["cy"]) < height for c in circles)
    assert float(circles[0]["cy"]) > float(circles[1]["cy"]) > float(circles[2]["cy"])
