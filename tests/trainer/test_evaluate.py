"""What an evaluation tells beside PCK: exchanged sides, second looks, scores against hits."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from app.cli import main
from gkdt_core.inference.decode import decode_heatmaps
from gkdt_core.inference.looks import Looks
from gkdt_core.model.arrangement import Arrangement, arranged
from gkdt_core.model.fusion import Informed, winning_cells
from gkdt_core.model.image_encoder import EfficientNetLite
from gkdt_core.model.prompt_encoder import visual_prototypes
from gkdt_core.model.tokenizer import ClipTokenizer
from gkdt_core.weights import load_model
from tests.tiny_model import write_tiny_model
from tests.trainer.scenes import write_scenes
from trainer.data.dataset import load_dataset
from trainer.evaluate import evaluate_category
from trainer.evaluation.answers import Answers, answers, draw_episodes, needed_samples
from trainer.evaluation.encoding import encode_category
from trainer.evaluation.matchers import GkdtMatcher, TrainingFreeMatcher, plain_cosines, plain_shown
from trainer.evaluation.measures import measures_of
from trainer.evaluation.settings import EvaluationConfig


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_scenes(tmp_path_factory.mktemp("scenes") / "badges", "test", 9, seed=1)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("models") / "start", seed=3)


def one_answer(predicted: list[tuple[float, float]], counted: list[bool]) -> Answers:
    """A query with four points in a row, 10 px apart, and a box of 100 px."""
    truth = np.array([[[10.0, 0.0], [20.0, 0.0], [30.0, 0.0], [40.0, 0.0]]])
    places = np.array([predicted], dtype=np.float64)
    return Answers(np.array([0]), places, np.ones((1, 4)), truth, np.array([counted]), np.array([100.0]))


def test_a_point_at_its_partner_s_place_counts_as_exchanged() -> None:
    found = one_answer([(20, 0), (21, 0), (30, 0), (90, 0)], [True] * 4)
    measures = measures_of([found], ((0, 1), (2, 3)))
    # the first is where the second belongs; the last is wrong, but nowhere near the third
    assert measures["left_right"] == 25.0
    assert measures["pck@0.02"] == 50.0
    assert measures["pck@0.1"] == 75.0


def test_points_without_a_visible_partner_are_not_asked_whether_they_are_exchanged() -> None:
    found = one_answer([(20, 0), (21, 0), (30, 0), (40, 0)], [True, False, True, True])
    found.truth[0, 1] = np.nan
    assert np.isnan(measures_of([found], ((0, 1),))["left_right"])
    assert "left_right" not in measures_of([found], ())


def test_only_the_instances_that_episodes_draw_are_encoded(scenes: Path, start: Path) -> None:
    data = load_dataset(scenes, "test")[0]
    config = EvaluationConfig(("visual",), episodes=2, queries=1, shots=1)
    matcher, device = GkdtMatcher(load_model(start).model.eval()), torch.device("cpu")
    needed = needed_samples(len(data.samples), config)
    assert len(needed) <= 4
    some = encode_category(matcher, data, config.box_scale, device, needed=needed)
    every = encode_category(matcher, data, config.box_scale, device)
    assert len(some.features) == len(needed)
    assert evaluate_category(matcher, some, "visual", config, device) == evaluate_category(
        matcher, every, "visual", config, device
    )


def test_what_is_known_of_an_instance_changes_no_answer(scenes: Path, start: Path) -> None:
    data = load_dataset(scenes, "test")[0]
    device = torch.device("cpu")
    model = load_model(start).model.eval()
    trunk = EfficientNetLite("lite0").eval()
    config = EvaluationConfig(episodes=3, looks=Looks(flip=True))
    knots = ((0.0, 0.1), (1.0, 0.9))
    for matcher, prompts in (
        (GkdtMatcher(model), ("visual", "text", "both")),
        (GkdtMatcher(model, informed=Informed(knots, knots)), ("both",)),
        (TrainingFreeMatcher(trunk, model.config.input_size), ("training_free",)),
    ):
        encoded = encode_category(matcher, data, config.box_scale, device, mirrored=True)
        assert encoded.known is not None
        assert encoded.mirrored_known is not None
        assert len(encoded.known.parts[0]) == len(encoded.features)
        bare = dataclasses.replace(encoded, known=None, mirrored_known=None)
        for prompt in prompts:
            found = [list(answers(matcher, one, prompt, config, device)) for one in (encoded, bare)]
            for one, other in zip(*found, strict=True):
                np.testing.assert_allclose(one.peaks, other.peaks, atol=1e-5)
                np.testing.assert_array_equal(one.counted, other.counted)
            measures = [measures_of(one, data.category.pairs) for one in found]
            assert measures[0] == measures[1]


@pytest.mark.parametrize("shots", [1, 2])
@torch.inference_mode()
def test_answers_are_those_of_every_episode_asked_alone(scenes: Path, start: Path, shots: int) -> None:
    data = load_dataset(scenes, "test")[0]
    model = load_model(start).model.eval()
    model.config = dataclasses.replace(model.config, arrangement=2.5, logit_scale=20.0)
    informed = Informed(((0.0, 0.1), (1.0, 0.9)), ((0.0, 0.3), (1.0, 0.8)))
    matcher, device = GkdtMatcher(model, informed=informed), torch.device("cpu")
    # so many of so few instances that supports and queries come again
    config = EvaluationConfig(episodes=30, queries=4, shots=shots)
    encoded = encode_category(matcher, data, config.box_scale, device)
    features = encoded.features.float()
    tokenizer = ClipTokenizer(model.config.text_encoder.context_length)
    text = model.encode_text(tokenizer.batch(data.category.keypoints))
    episodes = draw_episodes(len(data.samples), config, np.random.default_rng(config.seed))
    for prompt in ("visual", "text", "both"):
        found = list(answers(matcher, encoded, prompt, config, device))
        assert len(found) == len(episodes)
        for one, (supports, queries) in zip(found, episodes, strict=True):
            samples = [data.samples[number] for number in supports]
            marks = [
                encoded.transform(number).image_to_norm(np.nan_to_num(sample.keypoints))
                for number, sample in zip(supports, samples, strict=True)
            ]
            points = torch.from_numpy(np.stack(marks)).float()
            mask = torch.from_numpy(np.stack([sample.visible for sample in samples])).float()
            visual, valid = model.visual_prototypes(features[supports], points, mask)
            seen = model.detect(features[supports], text, None, None, None).fused
            trust = informed.text_trust(*winning_cells(seen), points, mask.bool())
            words = (None, None) if prompt == "text" else (visual, valid)
            maps = model.detect(
                features[queries],
                None if prompt == "visual" else text,
                None,
                *words,
                informed=informed,
                text_trust=trust,
            )
            fused = maps.fused
            if prompt != "text":
                fused = arranged(fused, Arrangement(points, mask.bool()), strength=2.5, logit_scale=20.0)
            norm, peaks = decode_heatmaps(fused)
            places = [
                encoded.transform(query).norm_to_image(place.numpy().astype(np.float64))
                for query, place in zip(queries, norm, strict=True)
            ]
            np.testing.assert_array_equal(one.queries, queries)
            np.testing.assert_allclose(one.peaks, peaks.numpy(), atol=1e-5)
            np.testing.assert_allclose(one.predicted, np.stack(places), atol=0.05)
            visible = np.stack([data.samples[query].visible for query in queries])
            np.testing.assert_array_equal(one.counted, visible & maps.valid.numpy())


@torch.inference_mode()
def test_the_baseline_is_the_cosine_of_enlarged_features() -> None:
    generator = torch.Generator().manual_seed(0)
    queries, supports = (torch.randn(shape, generator=generator) for shape in ((2, 9, 6, 6), (1, 9, 6, 6)))
    points, mask = torch.rand((1, 3, 2), generator=generator) - 0.5, torch.ones(1, 3)
    found, valid = plain_cosines(queries, plain_shown(supports, points, mask, 48), None, enlarged=3)
    prototypes, _ = visual_prototypes(supports, points, mask, input_size=48, sigma=48 * 14 / 384)
    large = F.interpolate(queries, scale_factor=3, mode="bilinear", align_corners=False)
    expected = torch.einsum("nc,qchw->qnhw", F.normalize(prototypes, dim=1), F.normalize(large, dim=1))
    torch.testing.assert_close(found, expected, rtol=0, atol=1e-5)
    assert valid.all()


def test_a_flip_looks_at_mirrored_regions(scenes: Path, start: Path) -> None:
    data = load_dataset(scenes, "test")[0]
    matcher, device = GkdtMatcher(load_model(start).model.eval()), torch.device("cpu")
    encoded = encode_category(matcher, data, 1.35, device, mirrored=True)
    assert encoded.mirrored is not None
    assert not torch.equal(encoded.mirrored, encoded.features)
    plain = EvaluationConfig(("text",), episodes=3)
    flipped = EvaluationConfig(("text",), episodes=3, looks=Looks(flip=True))
    numbers = [evaluate_category(matcher, encoded, "text", c, device) for c in (plain, flipped)]
    assert numbers[0] != numbers[1]


def test_the_command_tells_second_looks_shots_and_reliability(
    scenes: Path, start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    results = {}
    for name, options in (("plain", []), ("looks", ["--flip", "--refine"]), ("shots", ["--shots", "2"])):
        out = tmp_path / f"{name}.json"
        assert main(["evaluate", "--model", str(start), "--data", str(scenes), "--episodes", "4", "--queries",
                     "4", "--reliability", *options, "--json", str(out)]) == 0  # fmt: skip
        results[name] = json.loads(out.read_text())
    said = capsys.readouterr().out
    assert "PCK@0.02" in said
    assert "expected calibration error" in said
    found = results["plain"]["reliability"]
    assert found["threshold"] == 0.05
    assert found["count"] == sum(row["count"] for row in found["bins"]) > 0
    assert set(found["by_prompt"]) == {"visual", "text", "both"}
    assert 0 <= found["error"] <= 1
    tables = [results[name]["sets"]["badges"]["badge"]["visual"] for name in ("plain", "looks", "shots")]
    assert tables[0] != tables[1]
    assert tables[0] != tables[2]
