"""`gkdt predict` with second looks: the points that `look` finds, in batches and for every box."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.cli import main
from gkdt_core.inference.engine import Engine
from gkdt_core.inference.looks import Looks, look
from gkdt_core.inference.prompt import SupportExample
from gkdt_core.media.images import read_image
from tests.tiny_model import write_tiny_model

NAMES = ("left eye", "nose", "right eye")
PAIRS = ((0, 2),)
MARKS = ("60,70", "130,140", "200,60")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(write_tiny_model(tmp_path_factory.mktemp("models") / "tiny"))


@pytest.fixture(scope="module")
def images(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three pictures of four times the tiny model's 64 px."""
    folder = tmp_path_factory.mktemp("images")
    for index in range(3):
        noise = np.random.default_rng(index).integers(0, 255, (24, 24, 3), dtype=np.uint8)
        Image.fromarray(noise).resize((256, 256), Image.Resampling.BICUBIC).save(folder / f"{index}.png")
    return folder


def predicted(model: str, images: Path, out: Path, *options: str) -> np.ndarray:
    """(images, 3, 2) image coordinates."""
    assert main(["predict", "--model", model, "--device", "cpu", "--images", str(images), "--out", str(out),
                 "--names", *NAMES, *options]) == 0  # fmt: skip
    annotations = json.loads(out.read_text(encoding="utf-8"))["annotations"]
    return np.array([one["keypoints"] for one in annotations]).reshape(-1, 3, 3)[..., :2] + 0.5


def shot(images: Path) -> SupportExample:
    points = np.array([[float(value) + 0.5 for value in mark.split(",")] for mark in MARKS])
    return SupportExample(read_image(images / "0.png"), points)


@pytest.mark.parametrize(
    ("options", "looks"),
    [(("--flip",), Looks(flip=True)), (("--refine",), Looks(refine=True)),
     (("--flip", "--refine"), Looks(refine=True, flip=True))],
)  # fmt: skip
def test_second_looks_find_what_look_finds(
    model: str, images: Path, tmp_path: Path, options: tuple[str, ...], looks: Looks
) -> None:
    support = ("--support", str(images / "0.png"), "--points", *MARKS)
    plain = predicted(model, images, tmp_path / "plain.json", *support)
    found = predicted(model, images, tmp_path / "looks.json", *support, *options, "--batch", "2")
    engine = Engine.load(model, device="cpu")
    prompt = engine.encode_prompt(names=NAMES, supports=[shot(images)])
    for index, (before, after) in enumerate(zip(plain, found, strict=True)):
        expected = look(
            engine,
            read_image(images / f"{index}.png"),
            None,
            prompt,
            looks,
            flip_pairs=PAIRS,
            supports=[shot(images)],
        )
        assert after == pytest.approx(expected.keypoints, abs=1e-2)
        assert not np.allclose(after, before, atol=1e-2)
