"""`gkdt evaluate` from its options to its tables, files and report."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.cli import main
from tests.tiny_model import write_tiny_model
from tests.trainer.scenes import write_scenes


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_scenes(tmp_path_factory.mktemp("scenes") / "badges", "test", 8, seed=1)
    return write_scenes(root, "train", 4, seed=2)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("models") / "start", seed=3)


def evaluate(start: Path, data: Path, *options: str) -> int:
    return main(["evaluate", "--model", str(start), "--data", str(data), "--threads", "1", *options])


FEW = ("--episodes", "4", "--queries", "3")


class Page(HTMLParser):
    """What a page refers to, its text, and whether its elements are closed in order."""

    _VOID = frozenset({"meta", "img", "rect", "line", "circle", "br"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for key, value in attrs:
            if key in ("src", "href") and value is not None:
                self.links.append(value)
            if key == "id" and value is not None:
                self.ids.add(value)
        if tag not in self._VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_report_is_one_folder_that_needs_nothing_else(scenes: Path, start: Path, tmp_path: Path) -> None:
    out = tmp_path / "report"
    assert (
        evaluate(start, scenes, *FEW, "--report", str(out), "--texts", "given", "wrong", "--worst", "2") == 0
    )
    raw = (out / "index.html").read_text(encoding="utf-8")
    page = Page(raw)
    assert page.open == []
    pictures = [link for link in page.links if link.startswith("images/")]
    assert len(pictures) == 6  # two cases of each of three prompts
    assert {(out / link).is_file() for link in pictures} == {True}
    assert {link[1:] for link in page.links if link.startswith("#")} <= page.ids
    assert all(link.startswith(("images/", "#")) for link in page.links)
    assert "<script" not in raw
    assert "http" not in raw.replace("http-equiv", "")
    assert {"summary", "sets", "words", "scores", "categories", "reading"} <= page.ids
    assert "published" not in page.ids
    for word in ("badges", "red disc", "Worst cases", "95 % probability", "Expected calibration error"):
        assert word in page.text
    with Image.open(out / pictures[0]) as picture:
        assert picture.height == 360


def test_a_report_shows_the_ap_of_its_sets(scenes: Path, start: Path, tmp_path: Path) -> None:
    ap, out = tmp_path / "ap.json", tmp_path / "report"
    assert main(["evaluate", "--protocol", "coco-ap", "--model", str(start), "--data", str(scenes),
                 "--device", "cpu", "--json", str(ap)]) == 0  # fmt: skip
    content = json.loads(ap.read_text())
    content["sets"][0]["categories"][0]["ap"] = 43.2
    content["sets"].append({**content["sets"][0], "dataset": "never measured here"})
    ap.write_text(json.dumps(content))
    options = ["--prompt", "text", "--worst", "0", "--report", str(out), "--ap"]
    assert evaluate(start, scenes, *FEW, *options, str(ap)) == 0
    page = Page((out / "index.html").read_text(encoding="utf-8"))
    assert "ap" in page.ids
    assert "43.2" in page.text
    assert "never measured here" not in page.text
    for wrong in ("{}", '{"protocol": "episodes"}', "["):
        ap.write_text(wrong)
        assert evaluate(start, scenes, *FEW, *options, str(ap)) == 2


def test_a_new_report_takes_the_place_of_the_old_and_touches_nothing_else(
    scenes: Path, start: Path, tmp_path: Path
) -> None:
    out = tmp_path / "report"
    (out / "images").mkdir(parents=True)
    (out / "images" / "case-9999.jpg").write_bytes(b"old")
    (out / "images" / "mine.jpg").write_bytes(b"mine")
    assert evaluate(start, scenes, *FEW, "--prompt", "text", "--report", str(out), "--worst", "1") == 0
    assert sorted(path.name for path in (out / "images").iterdir()) == ["case-0001.jpg", "mine.jpg"]


def test_names_from_files_cannot_break_the_page(scenes: Path, start: Path, tmp_path: Path) -> None:
    root = tmp_path / "set <b>"
    (root / "annotations").mkdir(parents=True)
    (root / "images").symlink_to(scenes / "images")
    content = json.loads((scenes / "annotations" / "test.json").read_text())
    content["categories"][0]["name"] = "<script>alert(1)</script>"
    content["categories"][0]["keypoints"] = ['red "disc"', "<i>green", "blue & disc"]
    (root / "annotations" / "test.json").write_text(json.dumps(content))
    out = tmp_path / "report"
    assert evaluate(start, root, *FEW, "--prompt", "visual", "--report", str(out)) == 0
    raw = (out / "index.html").read_text(encoding="utf-8")
    assert "<script" not in raw
    assert "<i>" not in raw
    assert Page(raw).open == []


def test_the_paper_s_numbers_stand_beside_ours_for_its_datasets(
    scenes: Path, start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = tmp_path / "cub"
    link.mkdir()
    for part in ("images", "annotations"):
        (link / part).symlink_to(scenes / part)
    out = tmp_path / "report"
    assert evaluate(start, link, *FEW, "--prompt", "visual", "--report", str(out)) == 0
    said = capsys.readouterr().out
    assert re.search(r"CUB +visual +97\.7 +GKDT", said)
    page = Page((out / "index.html").read_text(encoding="utf-8"))
    assert "published" in page.ids
    assert "98.6" in page.text  # GKDT by text
    assert "Tables 4, 5" in page.text


def test_the_file_for_programs_has_the_details(scenes: Path, start: Path, tmp_path: Path) -> None:
    out = tmp_path / "numbers.json"
    assert evaluate(start, scenes, *FEW, "--pixel-spacing", "0.5", "--json", str(out)) == 0
    found: dict[str, Any] = json.loads(out.read_text())
    detail = found["details"]["categories"][0]["prompts"][0]
    assert detail["pck"]["pck@0.1"]["value"] == pytest.approx(
        found["sets"]["badges"]["badge"]["visual"]["pck@0.1"], abs=0.006
    )
    assert detail["errors"]["mean_mm"] == pytest.approx(detail["errors"]["mean_px"] / 2)
    assert [keypoint["name"] for keypoint in detail["keypoints"]] == ["red disc", "green disc", "blue disc"]


def test_wrong_words_are_asked_instead_of_the_names(
    scenes: Path, start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, mine = tmp_path / "numbers.json", tmp_path / "mine.json"
    mine.write_text('{"red disc": "crimson spot"}')
    assert evaluate(start, scenes, *FEW, "--prompt", "text", "--texts", "wrong", "--synonyms", str(mine),
                    "--json", str(out)) == 0  # fmt: skip
    found = json.loads(out.read_text())
    assert set(found["sets"]["badges"]["badge"]) == {"text", "text/synonyms", "text/wrong"}
    details = found["details"]["categories"][0]["prompts"]
    assert len({detail["errors"]["mean_px"] for detail in details}) == 3
    assert [one["keypoints"] for one in found["details"]["wordings"]] == [1, 3]
    said = capsys.readouterr().out
    assert "(1 of 3 keypoints)" in said
    assert "mean score" in said


def test_only_the_super_categories_asked_for_are_measured(
    scenes: Path, start: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate(start, scenes, *FEW, "--prompt", "text", "--only-supercategory", "toy", "medical") == 0
    assert evaluate(start, scenes, *FEW, "--only-supercategory", "medical") == 2
    assert "There are: toy." in capsys.readouterr().err


def test_a_table_of_keypoints_is_printed_when_asked_for(
    scenes: Path, start: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate(start, scenes, *FEW, "--prompt", "text", "--per-keypoint") == 0
    assert re.search(r"green disc +12 ", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--detections", "boxes.json"), "--detections is for --protocol coco-ap"),
        (("--protocol", "coco-ap", "--report", "x"), "--report is for --protocol episodes"),
        (("--prompt", "visual", "--texts", "wrong"), "--texts needs a prompt with words"),
        (("--synonyms", "nowhere.json"), "nowhere.json cannot be read"),
        (("--baseline-encoder", "nowhere"), 'no file or folder "nowhere"'),
    ],
)
def test_options_that_would_not_be_heeded_are_refused(
    scenes: Path, start: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], said: str
) -> None:
    assert evaluate(start, scenes, *FEW, *options) == 2
    assert said in capsys.readouterr().err


def test_a_dinov3_encoder_of_one_s_own_is_a_baseline(
    scenes: Path, start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import torch
    from transformers import DINOv3ViTConfig, DINOv3ViTModel

    torch.manual_seed(0)
    encoder = DINOv3ViTModel(
        DINOv3ViTConfig(hidden_size=64, intermediate_size=128, num_hidden_layers=1, num_attention_heads=1,
                        num_register_tokens=4)
    )  # fmt: skip
    encoder.save_pretrained(tmp_path / "encoder")
    out = tmp_path / "report"
    options = ("--prompt", "visual", "--baseline-encoder", str(tmp_path / "encoder"), "--report", str(out))
    assert evaluate(start, scenes, *FEW, *options) == 0
    said = capsys.readouterr().out
    assert "training_free/encoder" in said
    assert "over the baseline" in said
    page = Page((out / "index.html").read_text(encoding="utf-8"))
    assert "a ViT with 64 channels" in page.text
    assert "Over the baseline" in page.text
