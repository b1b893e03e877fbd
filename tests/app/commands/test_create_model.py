"""`gkdt models create`, and what it makes in training and prediction."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

from app.cli import main
from app.commands.create_model import _ENCODERS
from gkdt_core.weights import load_model, save_model
from gkdt_core.weights.create import ENCODERS, create_model
from gkdt_core.weights.encoder_files import DinoV3Sizes
from tests.gkdt_core.weights.encoder_folders import CONVNEXT, GATED, folder, network, patch_map
from tests.gkdt_core.weights.tiny_models import tiny_network
from tests.tiny_model import write_tiny_model
from tests.trainer.scenes import write_scenes


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("text") / "tiny")


def create(*options: object) -> int:
    return main(["models", "create", *map(str, options)])


def test_the_command_knows_every_encoder() -> None:
    assert tuple(ENCODERS) == _ENCODERS


def test_a_released_encoder_becomes_a_model(
    tmp_path: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = network(ENCODERS["dinov3-vits16"])
    given = folder(model, tmp_path / "given")
    out = tmp_path / "fresh"
    assert create("--encoder", "vits16", "--encoder-weights", given, "--text-from", text, "--out", out) == 0
    said = capsys.readouterr()
    assert "heatmaps 96 x 96" in said.out
    assert "gkdt train --model" in said.err
    loaded = load_model(out)
    assert loaded.model.config.channels == 384
    pixels = torch.randn(1, 3, 64, 64, generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        found = loaded.model.encode_image(pixels)
    assert (found - patch_map(model, pixels)).abs().max() <= 1e-5


def test_every_option_reaches_the_model(tmp_path: Path, text: Path) -> None:
    out = tmp_path / "fresh"
    options = [
        "--kernel-size",
        3,
        "--upsampling",
        "deconv",
        "--input-size",
        224,
        "--seed",
        5,
        "--dtype",
        "fp16",
    ]
    code = create(
        "--encoder", "dinov3-convnext-tiny", "--random-encoder", "--text-from", text, "--out", out, *options
    )
    assert code == 0
    config = load_model(out).model.config
    assert (config.kernel_size, config.upsampling, config.input_size) == (3, "deconv", 224)
    assert config.pad_slots == 0
    assert "seed 5" in (out / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_without_weights_it_says_what_is_needed_and_where_to_get_it(
    tmp_path: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert create("--encoder", "vitb16", "--text-from", text, "--out", tmp_path / "fresh") == 2
    said = capsys.readouterr().err
    assert "pretrained weights" in said
    assert "DINOv3 License" in said
    assert "dinov3-vitb16-pretrain-lvd1689m" in said
    assert not (tmp_path / "fresh").exists()


def test_an_unknown_encoder_is_refused_with_the_known_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert create("--encoder", "vit7b16", "--out", tmp_path / "fresh") == 2
    assert "dinov3-vits16plus" in capsys.readouterr().err


@pytest.mark.parametrize("seed", ["-1", "x", str(2**64)])
def test_a_bad_seed_is_refused(seed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert create("--encoder", "vits16", "--seed", seed, "--out", tmp_path / "fresh") == 2
    assert "whole number" in capsys.readouterr().err


@pytest.mark.parametrize("tune", ["heads", "all"])
@pytest.mark.parametrize("sizes", [GATED, CONVNEXT], ids=["vit", "convnext"])
def test_a_fresh_model_trains_predicts_and_is_evaluated(
    sizes: DinoV3Sizes, tune: str, tmp_path: Path, text: Path
) -> None:
    given = folder(network(sizes), tmp_path / "given")
    fresh = create_model(
        tmp_path / "fresh", encoder=sizes, encoder_weights=given, text_from=text, input_size=96
    ).directory
    scenes = tmp_path / "scenes"
    write_scenes(scenes, "train", 12, seed=0)
    write_scenes(scenes, "test", 8, seed=1)
    trained = tmp_path / "trained"
    options = [
        "--steps",
        "4",
        "--views",
        "3",
        "--batch",
        "1",
        "--patience",
        "0",  # else the start may be kept, as nothing good comes of four steps
        "--tune",
        tune,
        "--lr",
        "0.02",
        "--device",
        "cpu",
    ]
    code = main(["train", "--model", str(fresh), "--data", str(scenes), "--out", str(trained), *options])
    assert code == 0
    before, after = (load_model(path).model.state_dict() for path in (fresh, trained))
    changed = {
        key.partition(".")[0]
        for key in before
        if not torch.allclose(before[key], after[key], rtol=2e-3, atol=1e-4)  # stored as float16
    }
    assert "kg_transformer" in changed
    assert ("image_encoder" in changed) == (tune == "all")
    assert "dinov3_text_encoder" not in changed
    out = tmp_path / "found.json"
    images = ["--images", str(scenes / "images" / "test_000.png"), "--device", "cpu"]
    assert main(["predict", "--model", str(trained), *images, "--names", "red disc", "--out", str(out)]) == 0
    assert len(json.loads(out.read_text())["annotations"]) == 1
    measured = tmp_path / "measured.json"
    options = ["--episodes", "1", "--queries", "2", "--input-size", "128", "--device", "cpu"]
    code = main(
        ["evaluate", "--model", str(trained), "--data", str(scenes), *options, "--json", str(measured)]
    )
    assert code == 0
    assert json.loads(measured.read_text())["mean"]


@pytest.mark.parametrize("count", [1, 81, 133])
def test_prediction_at_another_input_size_with_any_number_of_keypoints(
    count: int, tmp_path: Path, text: Path
) -> None:
    write_scenes(tmp_path / "scenes", "test", 1, seed=1)
    found = {}
    for size in ("64", "128"):
        out = tmp_path / f"{size}.json"
        names = [f"point {number}" for number in range(count)]
        image = str(tmp_path / "scenes" / "images" / "test_000.png")
        options = ["--model", str(text), "--input-size", size, "--device", "cpu", "--out", str(out)]
        code = main(["predict", *options, "--images", image, "--names", *names])
        assert code == 0
        found[size] = json.loads(out.read_text())["annotations"][0]["keypoints"]
        assert len(found[size]) == 3 * count
    assert found["64"] != found["128"]


def test_an_input_size_that_cannot_be_is_refused(
    tmp_path: Path, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_scenes(tmp_path / "scenes", "test", 1, seed=1)
    image = str(tmp_path / "scenes" / "images" / "test_000.png")
    common = ["--model", str(text), "--input-size", "100", "--device", "cpu"]
    assert (
        main(["predict", *common, "--images", image, "--names", "a", "--out", str(tmp_path / "o.json")]) == 2
    )
    assert main(["evaluate", *common, "--data", str(tmp_path / "scenes")]) == 2
    assert capsys.readouterr().err.count("multiple of 16") == 2
    assert not (tmp_path / "o.json").exists()


def test_a_model_without_a_card_serves_as_text_source(tmp_path: Path) -> None:
    source = save_model(tiny_network(), tmp_path / "source")
    out = tmp_path / "fresh"
    assert create("--encoder", "vits16", "--random-encoder", "--text-from", source, "--out", out) == 0
    assert "source" in (out / "MODEL_CARD.md").read_text(encoding="utf-8")
