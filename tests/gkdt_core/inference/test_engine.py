"""The engine on a tiny random model: prompts and predictions as values, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from gkdt_core.errors import Cancelled, ModelFileError, PromptError
from gkdt_core.geometry import Box
from gkdt_core.inference.batches import DeviceError
from gkdt_core.inference.devices import choose_device
from gkdt_core.inference.engine import Engine
from gkdt_core.inference.feature_cache import FeatureCache, FeatureKey, content_digest
from gkdt_core.inference.prompt import SupportExample
from gkdt_core.weights.locate import bundled_directory
from tests.tiny_model import write_tiny_model

NAN = float("nan")

bundled = pytest.mark.skipif(
    not bundled_directory().is_dir(), reason=f"the bundled model is not at {bundled_directory()} yet"
)


@pytest.fixture(scope="module")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture
def engine(model_dir: Path) -> Engine:
    return Engine.load(model_dir, device="cpu")


def picture(seed: int, height: int = 60, width: int = 90) -> np.ndarray:
    """Smooth coloured noise: something with places to find."""
    coarse = np.random.default_rng(seed).integers(0, 255, (6, 9, 3), dtype=np.uint8)
    return np.kron(coarse, np.ones((height // 6, width // 9, 1), np.uint8))


def support(seed: int, *points: tuple[float, float], box: Box | None = None) -> SupportExample:
    return SupportExample(picture(seed), np.array(points, dtype=np.float64), box)


MARKED = ((20.0, 20.0), (70.0, 30.0), (45.0, 50.0))
NAMES = ("left eye", "nose", "tail")


def test_points_are_in_image_coordinates_inside_the_image(engine: Engine) -> None:
    prompt = engine.encode_prompt(names=NAMES)
    for box in (None, Box(30, 10, 80, 50), Box(-40, -40, 40, 40)):
        found = engine.predict(engine.encode_image(picture(1), box), prompt)
        assert found.keypoints.shape == (3, 2)
        assert found.keypoints.dtype == np.float64
        assert (found.keypoints >= 0).all()
        assert (found.keypoints <= (90, 60)).all()
        assert ((found.scores >= 0) & (found.scores <= 1)).all()
        assert found.valid.all()


def test_a_point_marked_on_an_image_is_found_there_again(model_dir: Path) -> None:
    # the features alone must lead back to the marked cell: no kernel generator, nearest prototype
    engine = Engine.load(model_dir, device="cpu")
    one = support(3, *MARKED)
    prompt = engine.encode_prompt(supports=[one])
    features = engine.encode_image(one.image)
    assert prompt.visual is not None
    maps = torch.einsum(
        "chw,nc->nhw",
        torch.nn.functional.normalize(features.features, dim=0),
        torch.nn.functional.normalize(prompt.visual, dim=1),
    )
    places = features.transform.image_to_input(one.keypoints) / 8
    for (x, y), values in zip(places, maps, strict=True):
        row, column = divmod(int(values.argmax()), values.shape[1])
        assert abs(column + 0.5 - x) <= 1.5
        assert abs(row + 0.5 - y) <= 1.5


def test_predictions_and_their_arrays_cannot_be_changed(engine: Engine) -> None:
    found = engine.predict(engine.encode_image(picture(1)), engine.encode_prompt(names=NAMES))
    with pytest.raises(ValueError, match="read-only"):
        found.keypoints[0, 0] = 1.0
    with pytest.raises(AttributeError):
        found.scores = found.peaks  # type: ignore[misc]


def test_permuting_the_prompt_permutes_the_prediction(engine: Engine) -> None:
    order = [2, 0, 1]
    features = engine.encode_image(picture(2))
    one = support(3, *MARKED)
    moved = SupportExample(one.image, one.keypoints[order])
    straight = engine.predict(features, engine.encode_prompt(names=NAMES, supports=[one]))
    permuted = engine.predict(
        features, engine.encode_prompt(names=[NAMES[i] for i in order], supports=[moved])
    )
    assert permuted.keypoints == pytest.approx(straight.keypoints[order], abs=1e-3)
    assert permuted.peaks == pytest.approx(straight.peaks[order], abs=1e-5)


def test_images_in_a_batch_give_what_they_give_alone(engine: Engine) -> None:
    pairs = [(picture(1), None), (picture(2, 120, 90), Box(5, 5, 60, 110)), (picture(3, 30, 180), None)]
    prompt = engine.encode_prompt(names=NAMES)
    together = engine.predict_many(engine.encode_images(pairs), prompt)
    for pair, found in zip(pairs, together, strict=True):
        alone = engine.predict(engine.encode_image(*pair), prompt)
        assert found.keypoints == pytest.approx(alone.keypoints, abs=1e-3)


def test_a_keypoint_that_nothing_prompts_is_invalid(engine: Engine) -> None:
    prompt = engine.encode_prompt(
        names=NAMES, texts=(), supports=[support(1, MARKED[0], (NAN, NAN), MARKED[2])]
    )
    found = engine.predict(engine.encode_image(picture(2)), prompt)
    assert found.valid.tolist() == [True, False, True]
    assert np.isnan(found.keypoints[1]).all()
    assert (found.scores[1], found.peaks[1]) == (0.0, 0.0)
    assert np.isfinite(found.keypoints[[0, 2]]).all()


def test_supports_may_each_mark_other_keypoints(engine: Engine) -> None:
    shots = [support(1, MARKED[0], (NAN, NAN), (NAN, NAN)), support(2, (NAN, NAN), MARKED[1], (NAN, NAN))]
    prompt = engine.encode_prompt(supports=shots)
    assert prompt.visual_valid is not None
    assert prompt.visual_valid.tolist() == [True, True, False]
    alone = engine.encode_prompt(supports=shots[:1])
    assert prompt.visual is not None
    assert alone.visual is not None
    assert torch.allclose(prompt.visual[0], alone.visual[0], atol=1e-6)


def test_a_text_stands_in_where_no_support_marks(engine: Engine) -> None:
    shots = [support(1, MARKED[0], (NAN, NAN), (NAN, NAN))]
    prompt = engine.encode_prompt(names=NAMES, texts=["left eye", "", "tail"], supports=shots)
    found = engine.predict(engine.encode_image(picture(2)), prompt)
    assert found.valid.tolist() == [True, False, True]


def test_names_are_the_texts_unless_told_otherwise(engine: Engine) -> None:
    by_name = engine.encode_prompt(names=NAMES)
    by_text = engine.encode_prompt(names=("a", "b", "c"), texts=NAMES)
    assert by_name.text is not None
    assert by_text.text is not None
    assert torch.equal(by_name.text, by_text.text)
    assert engine.encode_prompt(names=NAMES, texts=(), supports=[support(1, *MARKED)]).text is None


def test_several_texts_of_a_keypoint_are_averaged(engine: Engine) -> None:
    both = engine.encode_prompt(names=["nose"], texts=[["nose", "snout"]]).text
    each = [engine.encode_prompt(names=["nose"], texts=[text]).text for text in ("nose", "snout")]
    assert both is not None
    assert each[0] is not None
    assert each[1] is not None
    assert torch.allclose(both, (each[0] + each[1]) / 2, atol=1e-5)


def test_an_object_name_changes_the_text_prompt(engine: Engine) -> None:
    plain = engine.encode_prompt(names=NAMES).text
    named = engine.encode_prompt(names=NAMES, object_name="horse").text
    assert plain is not None
    assert named is not None
    assert not torch.allclose(plain, named)


def test_points_without_names_are_numbered(engine: Engine) -> None:
    assert engine.encode_prompt(supports=[support(1, *MARKED)]).names == ("point 1", "point 2", "point 3")


def test_text_vectors_are_remembered(engine: Engine) -> None:
    first = engine.encode_prompt(names=NAMES).text
    engine._texts._tokenizer = None  # type: ignore[assignment]  # a second encoding would need it
    second = engine.encode_prompt(names=NAMES).text
    assert first is not None
    assert second is not None
    assert torch.equal(first, second)


def test_features_of_a_support_are_encoded_once(model_dir: Path) -> None:
    cache = FeatureCache()
    engine = Engine.load(model_dir, device="cpu", cache=cache)
    one = support(1, *MARKED)
    engine.encode_prompt(supports=[one, support(1, *MARKED[::-1])])
    assert len(cache) == 1
    key = FeatureKey(content_digest(one.image), None, engine.digest)
    kept = cache.get(key)
    engine.encode_prompt(supports=[one])
    assert cache.get(key) is kept


def test_a_cache_filled_by_the_caller_serves_supports_with_the_same_digest(model_dir: Path) -> None:
    cache = FeatureCache()
    engine = Engine.load(model_dir, device="cpu", cache=cache)
    cache.put(FeatureKey("file", None, engine.digest), engine.encode_image(picture(1)))
    engine.encode_prompt(supports=[SupportExample(picture(1), np.array(MARKED), digest="file")])
    assert len(cache) == 1


def test_the_region_of_a_support_grows_to_hold_its_points(model_dir: Path) -> None:
    cache = FeatureCache()
    engine = Engine.load(model_dir, device="cpu", cache=cache)
    engine.encode_prompt(supports=[support(1, *MARKED, box=Box(30, 20, 50, 40))])
    assert FeatureKey(content_digest(picture(1)), Box(20, 20, 70, 50), engine.digest) in cache


def test_heatmaps_come_when_asked_for(engine: Engine) -> None:
    features, prompt = engine.encode_image(picture(1)), engine.encode_prompt(names=NAMES)
    assert engine.predict(features, prompt).heatmaps is None
    found = engine.predict(features, prompt, with_heatmaps=True)
    assert found.heatmaps is not None
    assert found.heatmaps.shape == (3, 16, 16)
    assert found.heatmaps.max(axis=(1, 2)) == pytest.approx(found.peaks)


def test_heatmaps_and_their_predictions_are_those_of_predict(engine: Engine) -> None:
    prompt = engine.encode_prompt(names=NAMES, texts=["left eye", "", "tail"], supports=[support(1, *MARKED)])
    features = engine.encode_images([(picture(2), None), (picture(3, 120, 90), Box(5, 5, 60, 110))])
    seen = engine.heatmaps(features, prompt)
    assert seen.maps.shape == (2, 3, 16, 16)
    assert seen.text is not None
    assert seen.visual is not None
    assert torch.allclose(seen.maps[:, 0], (seen.text[:, 0] + seen.visual[:, 0]) / 2, atol=1e-6)
    assert torch.allclose(seen.maps[:, 1], seen.visual[:, 1], atol=1e-6)
    plain = engine.predict_many(features, prompt, with_heatmaps=True)
    found = engine.predictions(seen.maps, seen.valid, features, with_heatmaps=True)
    for one, other in zip(found, plain, strict=True):
        # `predict` fuses kernels, not maps: other roundings, which the fit of a flat peak enlarges
        assert one.keypoints == pytest.approx(other.keypoints, abs=1e-2)
        assert one.scores == pytest.approx(other.scores, abs=1e-5)
        assert one.heatmaps == pytest.approx(other.heatmaps, abs=1e-5)


def test_a_mirrored_region_is_the_same_place_turned_left_to_right(engine: Engine) -> None:
    region = engine.prepare(picture(1))
    turned = region.mirrored()
    assert np.array_equal(turned.pixels, region.pixels[:, ::-1])
    assert (turned.transform, turned.image_hw, turned.box) == (region.transform, region.image_hw, region.box)
    again = engine.encode_regions([turned.mirrored()])[0].features
    assert torch.equal(again, engine.encode_regions([region])[0].features)


def test_the_engine_tells_how_its_cache_serves(engine: Engine) -> None:
    engine.encode_prompt(supports=[support(1, *MARKED)])
    assert (engine.cache_stats.hits, engine.cache_stats.misses) == (0, 1)
    assert engine.cache_stats.entries == 1


def test_argmax_decoding_gives_cell_centres(engine: Engine) -> None:
    features = engine.encode_image(picture(1))
    found = engine.predict(features, engine.encode_prompt(names=NAMES), decode="argmax")
    inside = features.transform.image_to_input(found.keypoints)
    free = (found.keypoints > 0) & (found.keypoints < (90, 60))  # not moved into the image
    assert (inside / 4 % 1)[free] == pytest.approx(0.5, abs=1e-4)


def test_the_checkpoint_sees_progress_and_can_stop_the_work(engine: Engine) -> None:
    pairs = [(picture(seed), None) for seed in range(4)]
    seen: list[float] = []
    engine.encode_images(pairs, checkpoint=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0

    def stop(fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        engine.encode_images(pairs, checkpoint=stop)


@pytest.mark.parametrize("hw", [(1, 1), (1, 200), (200, 1), (7, 3)])
def test_tiny_images_are_predicted(engine: Engine, hw: tuple[int, int]) -> None:
    image = np.full((*hw, 3), 128, np.uint8)
    found = engine.predict(engine.encode_image(image), engine.encode_prompt(names=NAMES))
    assert (found.keypoints <= (hw[1], hw[0])).all()


def test_the_last_pixel_of_an_image_may_be_marked(engine: Engine) -> None:
    prompt = engine.encode_prompt(supports=[support(1, (90.0, 60.0), (0.0, 0.0), (89.5, 59.5))])
    assert prompt.visual_valid is not None
    assert prompt.visual_valid.all()


def test_no_prompt_is_refused(engine: Engine) -> None:
    with pytest.raises(PromptError, match="no prompt"):
        engine.encode_prompt()


def test_a_prompt_that_says_nothing_is_refused(engine: Engine) -> None:
    unmarked = support(1, (NAN, NAN))
    with pytest.raises(PromptError, match="says nothing"):
        engine.encode_prompt(supports=[unmarked])
    with pytest.raises(PromptError, match="says nothing"):
        engine.encode_prompt(names=["nose"], texts=[" "])


def test_counts_that_differ_are_named(engine: Engine) -> None:
    with pytest.raises(PromptError, match="3 names, 2 points on support 1"):
        engine.encode_prompt(names=NAMES, supports=[support(1, *MARKED[:2])])
    with pytest.raises(PromptError, match="3 points on support 1, 2 points on support 2"):
        engine.encode_prompt(supports=[support(1, *MARKED), support(2, *MARKED[:2])])
    with pytest.raises(PromptError, match="3 names, 1 texts"):
        engine.encode_prompt(names=NAMES, texts=["nose"])


def test_names_must_differ_and_not_be_empty(engine: Engine) -> None:
    with pytest.raises(PromptError, match='Keypoints 1 and 3 have the same name "nose"'):
        engine.encode_prompt(names=["nose", "tail", "nose"])
    with pytest.raises(PromptError, match="Keypoint 2 has an empty name"):
        engine.encode_prompt(names=["nose", " "])


@pytest.mark.parametrize("point", [(90.1, 10.0), (-0.1, 10.0), (10.0, 61.0), (float("inf"), 1.0)])
def test_a_point_outside_its_image_is_named(engine: Engine, point: tuple[float, float]) -> None:
    with pytest.raises(PromptError, match=r'Support 2: keypoint 2 \("nose"\) .* 90 x 60 px'):
        engine.encode_prompt(
            names=NAMES, supports=[support(1, *MARKED), support(2, MARKED[0], point, MARKED[2])]
        )


def test_weights_that_give_no_numbers_are_an_error(model_dir: Path) -> None:
    engine = Engine.load(model_dir, device="cpu")
    with torch.no_grad():
        engine._model.kg_transformer.final_norm.weight.fill_(NAN)
    with pytest.raises(ModelFileError, match="not numbers"):
        engine.predict(engine.encode_image(picture(1)), engine.encode_prompt(names=NAMES))


def test_an_unknown_model_is_named() -> None:
    with pytest.raises(ModelFileError, match="no-such-model"):
        Engine.load("no-such-model")


def test_an_unknown_device_is_named() -> None:
    with pytest.raises(DeviceError, match="toaster"):
        choose_device("toaster")
    with pytest.raises(DeviceError, match="meta"):
        choose_device("meta")


@pytest.mark.skipif(torch.cuda.is_available(), reason="this computer has CUDA")
def test_cuda_where_there_is_none_is_an_error_with_a_remedy() -> None:
    assert choose_device("auto").type == "cpu"
    with pytest.raises(DeviceError, match="CUDA cannot be used") as caught:
        choose_device("cuda")
    assert "cpu" in caught.value.hint


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device")
def test_cuda_agrees_with_the_cpu(model_dir: Path) -> None:
    found = []
    for device in ("cpu", "cuda"):
        engine = Engine.load(model_dir, device=device)
        prompt = engine.encode_prompt(names=NAMES, supports=[support(1, *MARKED)])
        found.append(engine.predict(engine.encode_image(picture(2)), prompt))
    assert found[0].peaks == pytest.approx(found[1].peaks, abs=2e-3)


@bundled
def test_the_bundled_model_finds_marked_points_on_the_same_image() -> None:
    engine = Engine.load("bundled", device="cpu")
    one = support(3, *MARKED)
    found = engine.predict(engine.encode_image(one.image), engine.encode_prompt(supports=[one]))
    errors = np.linalg.norm(found.keypoints - one.keypoints, axis=1)
    assert np.median(errors) < 9.0  # a tenth of the image's longer side


def test_words_and_supports_are_compared_where_both_prompt(engine: Engine) -> None:
    features = [engine.encode_image(picture(seed)) for seed in (5, 6)]
    shot = support(4, MARKED[0], (NAN, NAN), MARKED[2])
    prompt = engine.encode_prompt(names=NAMES, texts=("left eye", "nose", ""), supports=[shot])
    found = engine.predict_many(features, prompt, with_apart=True)
    plain = engine.predict_many(features, prompt)
    seen = engine.heatmaps(features, prompt)
    assert seen.text is not None
    assert seen.visual is not None
    side = seen.text.shape[-1]
    for index, (one, other) in enumerate(zip(found, plain, strict=True)):
        np.testing.assert_allclose(one.keypoints, other.keypoints, atol=1e-3)
        assert one.apart is not None
        assert np.isnan(one.apart[1:]).all()  # each prompted by one of the two only
        maps = [m[index, 0].numpy() for m in (seen.text, seen.visual)]
        cells = [np.array(np.unravel_index(m.argmax(), m.shape)) for m in maps]
        assert one.apart[0] == pytest.approx(np.linalg.norm(cells[0] - cells[1]) / side, abs=1e-6)
        assert other.apart is None


def test_words_alone_have_nothing_to_be_compared_with(engine: Engine) -> None:
    prompt = engine.encode_prompt(names=NAMES)
    (found,) = engine.predict_many([engine.encode_image(picture(5))], prompt, with_apart=True)
    assert found.apart is None
