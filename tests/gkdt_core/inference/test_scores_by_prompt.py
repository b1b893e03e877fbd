"""Scores of words and of supports: each kind of prompt has a calibration of its own."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from gkdt_core.errors import ModelFileError
from gkdt_core.inference.engine import Engine
from gkdt_core.inference.looks import Looks, look
from gkdt_core.inference.prompt import SupportExample
from gkdt_core.weights import load_model, save_model
from tests.tiny_model import write_tiny_model

NAMES = ("left eye", "nose", "right eye")
FLAT = {
    kind: ((-1.0, score), (1.0, score)) for kind, score in (("visual", 0.2), ("text", 0.5), ("both", 0.8))
}


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    model = load_model(write_tiny_model(tmp_path / "tiny")).model
    return save_model(
        model, tmp_path / "calibrated", calibration=((-1.0, 0.1), (1.0, 0.1)), calibration_by_prompt=FLAT
    )


def test_a_keypoint_s_score_is_that_of_what_prompts_it(directory: Path) -> None:
    engine = Engine.load(directory, device="cpu")
    image = np.random.default_rng(0).integers(0, 255, (60, 60, 3), dtype=np.uint8)
    marks = np.array([[20.0, 20.0], [np.nan, np.nan], [40.0, 30.0]])
    prompt = engine.encode_prompt(
        names=NAMES, texts=("left eye", "nose", ""), supports=[SupportExample(image, marks)]
    )
    features = engine.encode_image(image)
    assert engine.predict(features, prompt).scores == pytest.approx([0.8, 0.5, 0.2])
    assert look(engine, image, None, prompt, Looks(flip=True)).scores == pytest.approx([0.8, 0.5, 0.2])
    by_name = engine.predict(features, engine.encode_prompt(names=NAMES))
    assert by_name.scores == pytest.approx([0.5] * 3)


def test_words_that_the_supports_do_not_bear_out_leave_the_scores_of_the_supports(directory: Path) -> None:
    engine = Engine.load(directory, device="cpu", fusion="informed")
    image = np.random.default_rng(0).integers(0, 255, (60, 60, 3), dtype=np.uint8)
    marks = np.array([[20.0, 20.0], [np.nan, np.nan], [40.0, 30.0]])
    prompt = engine.encode_prompt(names=NAMES, supports=[SupportExample(image, marks)])
    features = engine.encode_image(image)
    for trust, expected in ((0.1, [0.2, 0.5, 0.2]), (0.9, [0.8, 0.5, 0.8])):
        told = replace(prompt, text_trust=torch.tensor(trust))
        assert engine.predict(features, told).scores == pytest.approx(expected)


def test_heatmaps_of_an_unknown_prompt_have_the_scores_of_all(directory: Path) -> None:
    engine = Engine.load(directory, device="cpu")
    features = engine.encode_image(np.zeros((60, 60, 3), np.uint8))
    seen = engine.heatmaps([features], engine.encode_prompt(names=NAMES))
    assert engine.predictions(seen.maps, seen.valid, [features])[0].scores == pytest.approx([0.1] * 3)


def test_calibrations_by_prompt_are_kept_in_the_model_s_folder(directory: Path) -> None:
    loaded = load_model(directory)
    assert loaded.calibration_by_prompt == FLAT
    assert loaded.digest != load_model(directory.parent / "tiny").digest


@pytest.mark.parametrize("wrong", [{"smell": [[0, 0], [1, 1]]}, [[0, 0], [1, 1]], {"text": [[1, 0], [0, 1]]}])
def test_calibrations_that_are_none_are_refused(directory: Path, wrong: object) -> None:
    path = directory / "config.json"
    values = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**values, "calibration_by_prompt": wrong}), encoding="utf-8")
    with pytest.raises(ModelFileError, match="calibration"):
        load_model(directory)
