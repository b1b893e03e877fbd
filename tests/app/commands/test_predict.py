"""`gkdt predict` from the command line to the COCO file, with a tiny random model."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from pycocotools.coco import COCO

from app.cli import main
from gkdt_core.weights.locate import bundled_directory
from tests.shared_data import SHARED, needs_shared
from tests.tiny_model import write_tiny_model

bundled = pytest.mark.skipif(
    not bundled_directory().is_dir(), reason=f"the bundled model is not at {bundled_directory()} yet"
)

NAMES = ("left eye", "nose", "right eye")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(write_tiny_model(tmp_path_factory.mktemp("models") / "tiny"))


@pytest.fixture
def images(tmp_path: Path) -> Path:
    folder = tmp_path / "images"
    for index, name in enumerate(("a.png", "b.png", "sub/a.png", "sub/ä ö 'c'.png")):
        write_image(folder / name, seed=index)
    return folder


def write_image(path: Path, seed: int = 0, size: tuple[int, int] = (90, 60)) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    width, height = size
    coarse = np.random.default_rng(seed).integers(0, 255, (6, 9, 3), dtype=np.uint8)
    Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC).save(path)
    return path


def predict(model: str, images: Path | str, out: Path, *options: Any) -> int:
    arguments = ["predict", "--model", model, "--device", "cpu", "--out", str(out), *map(str, options)]
    return main([*arguments, "--images", str(images)])


def read(out: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return content


def annotated(path: Path, *, boxes: dict[str, list[list[float]]], width: int = 90, height: int = 60) -> Path:
    """A COCO file of three keypoints with the given boxes; every instance is marked in its box's middle."""
    images, annotations = [], []
    for image_id, (name, found) in enumerate(boxes.items(), start=1):
        images.append({"id": image_id, "file_name": name, "width": width, "height": height})
        for x, y, w, h in found:
            middle = [x + w / 2, y + h / 2, 2]
            annotations.append(
                {
                    "id": len(annotations) + 1,
                    "image_id": image_id,
                    "category_id": 7,
                    "bbox": [x, y, w, h],
                    "area": w * h,
                    "iscrowd": 0,
                    "keypoints": [*middle, x + w / 4, y + h / 4, 2, 0, 0, 0],
                    "num_keypoints": 2,
                }
            )
    category = {"id": 7, "name": "cat", "keypoints": list(NAMES), "skeleton": [[1, 2], [2, 3]]}
    content = {"images": images, "annotations": annotations, "categories": [category]}
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_names_give_a_coco_file_that_pycocotools_reads(model: str, images: Path, tmp_path: Path) -> None:
    out = tmp_path / "new folder" / "out.json"
    assert predict(model, images, out, "--names", *NAMES) == 0
    coco = COCO(str(out))
    assert sorted(image["file_name"] for image in coco.imgs.values()) == [
        "a.png",
        "b.png",
        "sub/a.png",
        "sub/ä ö 'c'.png",
    ]
    assert [category["keypoints"] for category in coco.cats.values()] == [list(NAMES)]
    assert len(coco.anns) == 4
    for annotation in coco.anns.values():
        points = np.array(annotation["keypoints"]).reshape(3, 3)
        assert (points[:, 2] == 2).all()
        assert (points[:, :2] >= -0.5).all()  # pixel indices: the image's left edge is at -0.5
        assert (points[:, :2] <= (89.5, 59.5)).all()
        assert len(annotation["keypoint_scores"]) == len(annotation["keypoint_peaks"]) == 3
        assert all(0 <= score <= 1 for score in annotation["keypoint_scores"])
        assert annotation["keypoint_origins"] == ["model"] * 3


def test_points_are_written_as_pixel_indices(model: str, tmp_path: Path) -> None:
    from gkdt_core.inference.engine import Engine
    from gkdt_core.media.images import read_image

    image = write_image(tmp_path / "a.png", seed=5)
    out = tmp_path / "out.json"
    assert predict(model, image, out, "--names", *NAMES, "--decode", "argmax") == 0
    engine = Engine.load(model, device="cpu", decode="argmax")
    found = engine.predict(engine.encode_image(read_image(image)), engine.encode_prompt(names=NAMES))
    written = np.array(read(out)["annotations"][0]["keypoints"]).reshape(3, 3)[:, :2]
    assert written == pytest.approx(found.keypoints - 0.5, abs=1e-3)


def test_several_supports_with_unmarked_points(model: str, images: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    a, b = str(images / "a.png"), str(images / "b.png")
    shots = [
        "--support",
        a,
        "--points",
        "10,20",
        "-,-",
        "-",
        "--support",
        b,
        "--points",
        "-",
        "30.5,40",
        "-,-",
    ]
    assert predict(model, images / "sub", out, *shots) == 0
    content = read(out)
    assert content["categories"][0]["name"] == "object"
    assert content["categories"][0]["keypoints"] == ["point 1", "point 2", "point 3"]
    for annotation in content["annotations"]:
        assert annotation["keypoints"][2::3] == [2, 2, 0]
        assert annotation["keypoints"][6:] == [0, 0, 0]
        assert annotation["keypoint_scores"][2] is None


def test_names_and_support_together_prompt_everything(model: str, images: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    shots = ["--support", images / "a.png", "--points", "10,20", "-", "-"]
    assert predict(model, images, out, "--names", *NAMES, *shots) == 0
    assert read(out)["annotations"][0]["num_keypoints"] == 3


def test_a_ready_made_category_gives_names_and_skeleton(model: str, images: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert predict(model, images, out, "--category", "horse") == 0
    category = read(out)["categories"][0]
    assert category["name"] == "horse"
    assert len(category["keypoints"]) > 5
    assert category["skeleton"]


def test_annotated_instances_are_shots_and_lend_their_category(
    model: str, images: Path, tmp_path: Path
) -> None:
    shots = annotated(tmp_path / "shots.json", boxes={"a.png": [[10, 10, 40, 30]], "b.png": [[5, 5, 60, 50]]})
    out = tmp_path / "out.json"
    options = ["--support-coco", shots, "--support-images", images]
    assert predict(model, images, out, *options) == 0
    content = read(out)
    assert content["categories"][0]["keypoints"] == list(NAMES)
    assert content["categories"][0]["skeleton"] == [[1, 2], [2, 3]]
    assert [a["num_keypoints"] for a in content["annotations"]] == [2] * 4  # no shot marks the right eye
    assert predict(model, images, out, *options, "--prompt", "both") == 0
    assert [a["num_keypoints"] for a in read(out)["annotations"]] == [3] * 4


def test_each_box_is_an_instance_and_unlisted_images_count_whole(
    model: str, images: Path, tmp_path: Path
) -> None:
    boxes = annotated(
        tmp_path / "boxes.json",
        boxes={"a.png": [[0, 0, 20, 20], [60, 30, 30, 30]], "sub/a.png": [], "other.png": [[1, 1, 9, 9]]},
    )
    out = tmp_path / "out.json"
    assert predict(model, images, out, "--names", *NAMES, "--boxes", boxes) == 0
    content = read(out)
    names = {image["id"]: image["file_name"] for image in content["images"]}
    by_name: dict[str, list[Any]] = {name: [] for name in names.values()}
    for annotation in content["annotations"]:
        by_name[names[annotation["image_id"]]].append(annotation)
    assert [a["bbox"] for a in by_name["a.png"]] == [[0, 0, 20, 20], [60, 30, 30, 30]]
    assert by_name["sub/a.png"] == []
    assert len(by_name["b.png"]) == 1
    first = np.array(by_name["a.png"][0]["keypoints"]).reshape(3, 3)
    # Inside the region: 1.35 times 20 px and one more, moved into the image as in the released preprocessing;
    # its lower edge at 28 is index 27.5.
    assert (first[:, :2] <= 27.5).all()


def test_boxes_without_keypoints_serve_as_regions(model: str, tmp_path: Path) -> None:
    image = write_image(tmp_path / "images" / "a.png")
    boxes = tmp_path / "detector.json"
    record = {"id": 1, "image_id": 3, "category_id": 1, "bbox": [40, 20, 30, 30], "area": 900, "iscrowd": 0}
    content = {
        "images": [{"id": 3, "file_name": "elsewhere/a.png", "width": 90, "height": 60}],
        "annotations": [record],
        "categories": [{"id": 1, "name": "thing"}],
    }
    boxes.write_text(json.dumps(content), encoding="utf-8")
    out = tmp_path / "out.json"
    assert predict(model, image, out, "--names", *NAMES, "--boxes", boxes) == 0
    assert [a["bbox"] for a in read(out)["annotations"]] == [[40, 20, 30, 30]]


def test_the_output_is_the_same_every_time(model: str, images: Path, tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        assert predict(model, images, tmp_path / name, "--names", *NAMES) == 0
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_overlays_are_pictures_with_the_images_names(model: str, images: Path, tmp_path: Path) -> None:
    options = ["--names", *NAMES, "--overlay", tmp_path / "drawn"]
    assert predict(model, images, tmp_path / "out.json", *options) == 0
    drawn = np.asarray(Image.open(tmp_path / "drawn" / "sub" / "ä ö 'c'.png"))
    plain = np.asarray(Image.open(images / "sub" / "ä ö 'c'.png").resize(drawn.shape[1::-1]))
    assert 0.001 < (np.abs(drawn.astype(int) - plain).max(axis=2) > 60).mean() < 0.5


def test_overlays_inside_the_images_folder_are_not_predicted_in_turn(
    model: str, images: Path, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in images.rglob("*.png")}
    options = ["--names", *NAMES, "--overlay", images / "drawn"]
    for _ in range(2):
        assert predict(model, images, tmp_path / "out.json", *options) == 0
        assert len(read(tmp_path / "out.json")["images"]) == 4
    assert {path: path.read_bytes() for path in before} == before


def test_overlays_never_replace_the_images(
    model: str, images: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in images.rglob("*.png")}
    for folder in (images, images.parent):
        assert predict(model, images, tmp_path / "out.json", "--names", *NAMES, "--overlay", folder) == 2
        assert "holds the images" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in before} == before


def test_a_broken_and_a_missing_image_do_not_stop_the_others(
    model: str, images: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (images / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n not really")
    out = tmp_path / "out.json"
    arguments = ["predict", "--model", model, "--names", *NAMES, "--out", str(out), "--images"]
    assert main([*arguments, str(images), str(images / "missing.png")]) == 2
    assert len(read(out)["images"]) == 4
    said = capsys.readouterr().err
    assert "broken.png" in said
    assert "missing.png" in said
    assert "Traceback" not in said


def test_only_broken_images_write_nothing(model: str, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert predict(model, tmp_path / "missing.png", out, "--names", *NAMES) == 2
    assert not out.exists()


def test_an_image_named_twice_is_done_once(model: str, images: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    arguments = ["predict", "--model", model, "--names", *NAMES, "--out", str(out), "--images"]
    assert main([*arguments, str(images), str(images / "a.png"), str(images / "sub")]) == 0
    assert len(read(out)["images"]) == 4


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "nothing to look for"),
        (["--names", "nose", "tail", "nose"], '"nose" twice'),
        (["--names", "nose", " "], "without a name"),
        (["--category", "hors"], "hors"),
        (["--support", "A"], "no points"),
        (["--support", "A", "--points", "10,20", "95,20"], '"point 2" at 95,20 is outside the image'),
        (["--support", "A", "--points", "-3,20"], "outside the image, which is 90 x 60 px"),
        (["--support", "A", "--points", "10;20"], '"10;20" is not a point'),
        (["--support", "A", "--points", "nan,20"], "not a place"),
        (["--support", "A", "--points", "-,-"], "no support marks"),
        (["--names", *NAMES, "--support", "A", "--points", "10,20"], "1 points for the 3 keypoints"),
        (
            ["--support", "A", "--points", "1,2", "--support", "A", "--points", "1,2", "3,4"],
            "2 points for the 1 keypoints",
        ),
        (["--points", "1,2"], "--points must follow"),
        (["--support", "no.png", "--points", "1,2"], "no.png"),
        (["--support", "A", "--points", "1,2", "--prompt", "text"], "needs names"),
        (["--names", "nose", "--prompt", "visual"], "needs marked points"),
        (["--support-coco", "no.json"], "--support-images"),
        (["--support-coco", "no.json", "--support-images", "D"], "no.json"),
        (["--names", "nose", "--boxes", "no.json"], "no.json"),
        (["--names", "nose", "--decode", "magic"], "magic"),
        (["--names", "nose", "--device", "toaster"], "toaster"),
        (["--names", "nose", "--shots", "0"], "--shots"),
        (["--names", "nose", "--batch", "-1"], "--batch"),
        (["--names", "nose", "--precision", "int8"], "int8"),
        (["--names", "nose", "--shard", "0/2"], '"0/2" is not a part'),
        (["--names", "nose", "--shard", "3/2"], '"3/2" is not a part'),
        (["--names", "nose", "--shard", "half"], '"half" is not a part'),
        (["--names", "nose", "--model", "no-such-model"], "no-such-model"),
    ],
)
def test_bad_input_is_one_message_and_nothing_is_written(
    options: list[str],
    said: str,
    model: str,
    images: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    places = {"A": str(images / "a.png"), "D": str(images)}
    out = tmp_path / "out.json"
    assert predict(model, images, out, *(places.get(option, option) for option in options)) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert len(captured.err.strip().splitlines()) <= 2  # the message and the remedy
    assert "Traceback" not in captured.err
    assert captured.out == ""
    assert not out.exists()


def test_an_empty_folder_is_named(model: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert predict(model, tmp_path / "empty", tmp_path / "out.json", "--names", "nose") == 2
    assert "empty" in capsys.readouterr().err


def test_the_output_never_replaces_an_input(model: str, images: Path, tmp_path: Path) -> None:
    boxes = annotated(tmp_path / "boxes.json", boxes={"a.png": [[0, 0, 20, 20]]})
    before = boxes.read_bytes()
    assert predict(model, images, boxes, "--names", *NAMES, "--boxes", boxes) == 2
    assert boxes.read_bytes() == before
    assert predict(model, images, images / "a.png", "--names", *NAMES) == 2
    assert predict(model, images, images, "--names", *NAMES) == 2


def test_a_box_outside_its_image_is_reported_for_that_image(
    model: str, images: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    boxes = annotated(
        tmp_path / "boxes.json", boxes={"a.png": [[500, 500, 20, 20]], "b.png": [[0, 0, 20, 20]]}
    )
    out = tmp_path / "out.json"
    assert predict(model, images, out, "--names", *NAMES, "--boxes", boxes) == 2
    assert "a.png: The box (500, 500, 520, 520) lies outside" in capsys.readouterr().err
    assert len(read(out)["images"]) == 3


def test_boxes_of_other_images_are_refused(
    model: str, images: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    boxes = annotated(tmp_path / "boxes.json", boxes={"x/y.jpg": [[0, 0, 20, 20]]})
    assert predict(model, images, tmp_path / "out.json", "--names", *NAMES, "--boxes", boxes) == 2
    assert "lists none of the 4 images" in capsys.readouterr().err


def test_a_corrupt_checkpoint_is_refused(
    model: str, images: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "config.json").write_bytes((Path(model) / "config.json").read_bytes())
    weights = (Path(model) / "model.safetensors").read_bytes()
    (bad / "model.safetensors").write_bytes(weights[: len(weights) // 2])
    garbage = tmp_path / "garbage.best"
    garbage.write_bytes(os.urandom(4096))
    for broken in (bad, garbage):
        assert predict(str(broken), images, tmp_path / "out.json", "--names", "nose") == 2
        said = capsys.readouterr().err
        assert broken.name in said
        assert "Traceback" not in said
    assert not (tmp_path / "out.json").exists()


class Hostile:
    """Runs a command when it is unpickled by a careless program."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[Any, ...]:
        return (Path.touch, (self.trace,))


def test_a_pickle_that_tries_to_run_code_runs_nothing(
    images: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import torch

    trace = tmp_path / "it ran"
    saved, plain = tmp_path / "saved.best", tmp_path / "plain.best"
    torch.save({"model": {"weight": torch.zeros(2), "evil": Hostile(trace)}, "epoch": 0}, saved)
    plain.write_bytes(pickle.dumps({"model": Hostile(trace)}))
    for checkpoint in (saved, plain):
        assert predict(str(checkpoint), images, tmp_path / "out.json", "--names", "nose") == 2
        said = capsys.readouterr().err
        assert checkpoint.name in said
        assert "Traceback" not in said
        assert not trace.exists()


def test_the_parts_of_a_folder_put_together_are_the_whole(model: str, images: Path, tmp_path: Path) -> None:
    boxes = annotated(
        tmp_path / "boxes.json",
        boxes={"a.png": [[0, 0, 20, 20], [60, 30, 30, 30]], "b.png": [[5, 5, 60, 50]], "sub/a.png": []},
    )
    options = ["--names", *NAMES, "--boxes", boxes]
    assert predict(model, images, tmp_path / "whole.json", *options) == 0
    whole = read(tmp_path / "whole.json")
    merged: dict[str, list[Any]] = {"images": [], "annotations": []}
    for part in (1, 2, 3):
        out = tmp_path / f"{part}.json"
        assert predict(model, images, out, *options, "--shard", f"{part}/3") == 0
        content = read(out)
        assert content["categories"] == whole["categories"]
        assert len(content["images"]) == (2 if part == 1 else 1)
        for kind, records in merged.items():
            records += content[kind]
    for kind, records in merged.items():
        assert sorted(records, key=lambda record: record["id"]) == whole[kind]


def test_a_part_without_images_is_a_file_without_images(model: str, images: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert predict(model, images, out, "--names", *NAMES, "--shard", "9/9") == 0
    assert (read(out)["images"], read(out)["annotations"]) == ([], [])


def test_an_image_that_fails_does_not_renumber_the_others(model: str, images: Path, tmp_path: Path) -> None:
    (images / "aa.png").write_bytes(b"no picture")
    out = tmp_path / "out.json"
    assert predict(model, images, out, "--names", *NAMES) == 2
    assert {image["id"]: image["file_name"] for image in read(out)["images"]} == {
        1: "a.png",
        3: "b.png",
        4: "sub/a.png",
        5: "sub/ä ö 'c'.png",
    }
    assert [annotation["id"] for annotation in read(out)["annotations"]] == [1, 3, 4, 5]


@pytest.mark.parametrize("batch", [0, 1, 3, 64])
def test_batches_of_any_size_find_the_same(batch: int, model: str, images: Path, tmp_path: Path) -> None:
    assert predict(model, images, tmp_path / "one.json", "--names", *NAMES, "--batch", "1") == 0
    options = ["--names", *NAMES, "--batch", batch, "--overlay", tmp_path / "drawn"]
    assert predict(model, images, tmp_path / "many.json", *options) == 0
    one, many = read(tmp_path / "one.json"), read(tmp_path / "many.json")
    assert many["images"] == one["images"]
    for found, wanted in zip(many["annotations"], one["annotations"], strict=True):
        # another batch size sums in another order
        assert found["keypoints"] == pytest.approx(wanted["keypoints"], abs=1e-2)
    assert len(list((tmp_path / "drawn").rglob("*.png"))) == 4


def test_half_precision_finds_nearly_the_same(
    model: str, images: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = {}
    for precision in ("auto", "fp32", "bf16"):
        out = tmp_path / f"{precision}.json"
        assert predict(model, images, out, "--names", *NAMES, "--precision", precision) == 0
        found[precision] = [record["keypoint_peaks"] for record in read(out)["annotations"]]
    assert found["auto"] == found["fp32"]  # a convolutional encoder on a CPU
    assert found["bf16"] != found["fp32"]
    np.testing.assert_allclose(found["bf16"], found["fp32"], atol=0.05)
    capsys.readouterr()


class PretendCard:
    """Stands for a graphics card's driver: encoding raises what torch raises when the card fails.

    Attributes:
        fails: Told the number of a call (from 0) by the first image encoder that is used, what it raises.
        calls: Encodings asked of that encoder, and of those that came later.
    """

    def __init__(self, fails: Callable[[int], Exception | None]) -> None:
        self.fails = fails
        self.calls = [0, 0]
        self._card: object | None = None

    def __call__(self, module: object, _: object) -> None:
        from gkdt_core.model.image_encoder import EfficientNetLiteEncoder

        if not isinstance(module, EfficientNetLiteEncoder):
            return
        if self._card is None:
            self._card = module
        if module is not self._card:
            self.calls[1] += 1
            return
        self.calls[0] += 1
        error = self.fails(self.calls[0] - 1)
        if error is not None:
            raise error


@contextlib.contextmanager
def pretend_card(fails: Callable[[int], Exception | None]) -> Iterator[PretendCard]:
    from torch.nn.modules.module import register_module_forward_pre_hook

    card = PretendCard(fails)
    handle = register_module_forward_pre_hook(card)
    try:
        yield card
    finally:
        handle.remove()


def test_a_lost_card_leaves_the_rest_to_the_cpu(
    model: str, images: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--names", *NAMES, "--support", images / "a.png", "--points", "10,20", "-", "50,30"]
    assert predict(model, images, tmp_path / "wanted.json", *options) == 0
    capsys.readouterr()

    def fails(call: int) -> Exception | None:
        return RuntimeError("CUDA error: an illegal memory access was encountered\n...") if call > 2 else None

    with pretend_card(fails) as card:
        assert predict(model, images, tmp_path / "out.json", *options) == 0
    # the support and two images, then the failure; after that the card is left alone
    assert card.calls == [4, 3]  # on the CPU the support again, and the two images that are left
    said = capsys.readouterr().err
    assert said.count("an illegal memory access was encountered") == 1
    assert "The CPU goes on" in said
    assert (tmp_path / "out.json").read_bytes() == (tmp_path / "wanted.json").read_bytes()


def test_a_card_lost_before_the_first_image_is_no_end_either(
    model: str, images: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--support", images / "a.png", "--points", "10,20", "50,30"]
    with pretend_card(lambda call: RuntimeError("cuDNN error: CUDNN_STATUS_EXECUTION_FAILED")) as card:
        assert predict(model, images, tmp_path / "out.json", *options) == 0
    assert card.calls == [1, 5]
    assert len(read(tmp_path / "out.json")["images"]) == 4
    assert "The CPU goes on" in capsys.readouterr().err


def test_a_full_card_is_tried_again_and_the_rest_is_done_on_the_cpu(
    model: str, images: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import torch

    def full(call: int) -> Exception | None:
        return (
            torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB.") if call in (1, 2) else None
        )

    with pretend_card(full) as card:
        assert predict(model, images, tmp_path / "out.json", "--names", *NAMES) == 0
    assert card.calls == [4, 2]
    said = capsys.readouterr().err
    assert said.count("too little free memory") == 1
    assert len(read(tmp_path / "out.json")["images"]) == 4


def test_an_error_on_the_cpu_too_keeps_what_is_done(
    model: str, images: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from torch.nn.modules.module import register_module_forward_pre_hook

    from gkdt_core.model.image_encoder import EfficientNetLiteEncoder

    calls = 0

    def fails(module: object, _: object) -> None:
        nonlocal calls
        calls += isinstance(module, EfficientNetLiteEncoder)
        if calls > 2 and isinstance(module, EfficientNetLiteEncoder):
            raise RuntimeError("CUDA error: unspecified launch failure")

    handle = register_module_forward_pre_hook(fails)
    try:
        assert predict(model, images, tmp_path / "out.json", "--names", *NAMES) == 2
    finally:
        handle.remove()
    assert len(read(tmp_path / "out.json")["images"]) == 2
    assert "unspecified launch failure" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_ctrl_c_keeps_what_is_done(model: str, tmp_path: Path) -> None:
    for index in range(400):
        write_image(tmp_path / "many" / f"{index}.png", seed=index)
    out = tmp_path / "out.json"
    command = [sys.executable, "-m", "app.cli", "predict", "--model", model, "--names", *NAMES]
    process = subprocess.Popen(
        [*command, "--images", str(tmp_path / "many"), "--out", str(out), "--device", "cpu"],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    process.stderr.readline()  # a tenth is done
    process.send_signal(signal.SIGINT)
    rest = process.stderr.read()
    assert process.wait() == 130
    assert "Traceback" not in rest
    content = read(out)
    assert 40 <= len(content["images"]) < 400
    assert len(content["annotations"]) == len(content["images"])


@needs_shared
def test_an_official_checkpoint_predicts(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    checkpoint = SHARED / "parity" / "deconv" / "checkpoint.best"
    assert predict(str(checkpoint), SHARED / "parity" / "images", out, "--names", *NAMES) == 0
    assert len(read(out)["annotations"]) == 3


@bundled
@needs_shared
def test_the_bundled_model_predicts_real_images_from_a_category_name(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert predict("bundled", SHARED / "parity" / "images", out, "--category", "horse") == 0
    assert len(read(out)["annotations"]) == 3
