"""Informed fusion in the engine: the plain computation's heatmaps, whatever is kept and batched."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch

from gkdt_core.geometry import RgbImage
from gkdt_core.inference.engine import Engine
from gkdt_core.inference.naive import NaiveProgram
from gkdt_core.inference.preprocess import normalise
from gkdt_core.inference.prompt import SupportExample
from gkdt_core.model.tokenizer import ClipTokenizer
from gkdt_core.weights import LoadedModel
from tests.gkdt_core.inference.test_exact_tricks import KINDS, network
from trainer.evaluation.matchers import GkdtMatcher

NAMES = ("left eye", "right eye", "nose", "tail", "left paw")
TOLERANCE = 2e-5  # of cosines, as for the mean: the weights are smooth in them


def picture(seed: int) -> RgbImage:
    coarse = np.random.default_rng(seed).integers(0, 255, (6, 9, 3), dtype=np.uint8)
    return np.kron(coarse, np.ones((10, 10, 1), np.uint8))


def support(seed: int, *unmarked: int) -> SupportExample:
    points = np.random.default_rng(seed + 100).uniform((2, 2), (88, 58), (len(NAMES), 2))
    points[list(unmarked)] = np.nan
    return SupportExample(picture(seed), points)


def calibrated(kind: str) -> LoadedModel:
    """A random network whose calibrations are spread over the peaks it has, so that weights differ."""
    model = network(**KINDS[kind])
    engine = Engine(LoadedModel(network(**KINDS[kind]), kind, kind, None), device=torch.device("cpu"))
    seen = engine.heatmaps(
        engine.encode_images([(picture(n), None) for n in range(3)]),
        engine.encode_prompt(names=NAMES, supports=[support(3)]),
    )
    knots = {}
    for name, maps in (("text", seen.text), ("visual", seen.visual)):
        assert maps is not None
        peaks = maps.flatten(2).amax(dim=-1)
        low, high = float(peaks.min()) - 0.02, float(peaks.max()) + 0.02
        knots[name] = ((low, 0.1), ((low + high) / 2, 0.3), (high, 0.9))
    return LoadedModel(model, kind, kind, None, calibration_by_prompt=knots)


def engine_of(loaded: LoadedModel, fusion: str | None = "informed") -> Engine:
    return Engine(
        loaded,
        device=torch.device("cpu"),
        precision="fp32",
        fusion=fusion,  # type: ignore[arg-type]  # its values
    )


@pytest.mark.parametrize("kind", ["plain", "padded", "kernels of 3", "deconvolution", "residual"])
@pytest.mark.parametrize("unmarked", [((),), ((1,), (0, 3))])
def test_heatmaps_are_those_of_the_plain_path(kind: str, unmarked: tuple[tuple[int, ...], ...]) -> None:
    loaded = calibrated(kind)
    engine = engine_of(loaded)
    shots = [support(3 + number, *which) for number, which in enumerate(unmarked)]
    prompt = engine.encode_prompt(names=NAMES, supports=shots)
    images = engine.encode_images([(picture(seed), None) for seed in (1, 2)])
    prepared = [engine.prepare(shot.image) for shot in shots]
    points = np.stack([p.transform.image_to_norm(s.keypoints) for p, s in zip(prepared, shots, strict=True)])
    plain = NaiveProgram(loaded.model, loaded.informed("informed")).answer(
        normalise(np.stack([engine.prepare(picture(seed)).pixels for seed in (1, 2)])),
        token_ids=ClipTokenizer(loaded.model.config.text_encoder.context_length).batch(NAMES),
        support=normalise(np.stack([one.pixels for one in prepared])),
        points=torch.tensor(np.nan_to_num(points), dtype=torch.float32),
        marked=torch.tensor(np.isfinite(points).all(axis=-1), dtype=torch.float32),
    )
    seen = engine.heatmaps(images, prompt)
    torch.testing.assert_close(seen.maps, plain, rtol=0, atol=TOLERANCE)
    assert seen.text is not None
    assert seen.visual is not None
    mean = engine_of(loaded, "mean").heatmaps(images, prompt).maps
    assert float((mean - seen.maps).abs().max()) > 10 * TOLERANCE
    for index, one in enumerate(images):  # the first time, and from what was kept then
        for _ in range(2):
            found = engine.predict(one, prompt, decode="argmax", with_heatmaps=True)
            assert found.heatmaps is not None
            np.testing.assert_allclose(found.heatmaps, plain[index].numpy(), rtol=0, atol=TOLERANCE)
    together = engine.predict_many(images, prompt, with_apart=True)
    np.testing.assert_allclose(
        together[0].peaks, engine.predict(images[0], prompt).peaks, rtol=0, atol=TOLERANCE
    )


def test_words_alone_and_supports_alone_are_answered_as_ever() -> None:
    loaded = calibrated("plain")
    engines = [engine_of(loaded, fusion) for fusion in ("mean", "informed")]
    for given in ({"names": NAMES}, {"supports": [support(3)]}):
        found = []
        for engine in engines:
            prompt = engine.encode_prompt(**given)  # type: ignore[arg-type]  # either of them
            assert prompt.text_trust is None
            found.append(engine.predict(engine.encode_image(picture(1)), prompt, with_heatmaps=True))
        assert found[0].heatmaps is not None
        assert found[1].heatmaps is not None
        np.testing.assert_array_equal(found[0].heatmaps, found[1].heatmaps)


def test_the_model_s_own_way_is_the_default_and_the_mean_can_be_asked_for() -> None:
    loaded = calibrated("plain")
    assert engine_of(loaded, None).info.fusion == "mean"
    loaded.model.config = dataclasses.replace(loaded.model.config, fusion="informed")
    assert engine_of(loaded, None).info.fusion == "informed"
    assert engine_of(loaded, "mean").info.fusion == "mean"
    bare = dataclasses.replace(loaded, calibration_by_prompt={})
    assert engine_of(bare, None).info.fusion == "mean"


def test_a_moved_mark_tries_no_words_again() -> None:
    engine = engine_of(calibrated("plain"))
    first, second = support(3), support(4)
    engine.encode_prompt(names=NAMES, supports=[first, second])
    assert len(engine._tried) == 2
    moved = dataclasses.replace(second, keypoints=second.keypoints + 0.5)
    kept = engine.encode_prompt(names=NAMES, supports=[first, moved])
    assert len(engine._tried) == 2
    engine.encode_prompt(names=[f"{name} there" for name in NAMES], supports=[first, moved])
    assert len(engine._tried) == 4
    fresh = engine_of(calibrated("plain")).encode_prompt(names=NAMES, supports=[first, moved])
    assert kept.text_trust is not None
    assert fresh.text_trust is not None
    assert torch.equal(kept.text_trust, fresh.text_trust)


def test_evaluation_fuses_as_the_engine_does() -> None:
    loaded = calibrated("residual")
    engine = engine_of(loaded)
    shots = [support(3, 1), support(4)]
    images = engine.encode_images([(picture(seed), None) for seed in (1, 2)])
    expected = engine.heatmaps(images, engine.encode_prompt(names=NAMES, supports=shots)).maps
    encoded = engine.encode_images([(shot.image, None) for shot in shots])
    points = np.stack([e.transform.image_to_norm(s.keypoints) for e, s in zip(encoded, shots, strict=True)])
    matcher = GkdtMatcher(loaded.model, informed=loaded.informed("informed"))
    with torch.inference_mode():
        shown = matcher.shown(
            torch.stack([one.features for one in encoded]),
            torch.tensor(np.nan_to_num(points), dtype=torch.float32),
            torch.tensor(np.isfinite(points).all(axis=-1), dtype=torch.float32),
            NAMES,
            "both",
        )
        queries = torch.stack([one.features for one in images])
        found, valid = matcher.heatmaps(queries, shown, NAMES, "both")
    assert valid.all()
    torch.testing.assert_close(found, expected, rtol=0, atol=TOLERANCE)
