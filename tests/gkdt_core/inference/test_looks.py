"""Second looks: what a mirror and tighter crops add, and that neither does harm where it cannot help."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from gkdt_core.geometry import Box, RgbImage
from gkdt_core.inference.engine import Engine
from gkdt_core.inference.feature_cache import FeatureCache
from gkdt_core.inference.looks import Looks, closer_prompt, combine_mirrored, look, refine
from gkdt_core.inference.prompt import SupportExample
from gkdt_core.media.images import read_image
from gkdt_core.weights.locate import bundled_directory
from tests.shared_data import SHARED, needs_shared
from tests.tiny_model import write_tiny_model

NAMES = ("left eye", "right eye", "nose")
PAIRS = ((0, 1),)
NAN = float("nan")


@pytest.fixture(scope="module")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture
def engine(model_dir: Path) -> Engine:
    return Engine.load(model_dir, device="cpu", cache=FeatureCache(2**26))


def picture(seed: int, height: int = 72, width: int = 72) -> RgbImage:
    coarse = np.random.default_rng(seed).integers(0, 255, (9, 9, 3), dtype=np.uint8)
    return np.kron(coarse, np.ones((height // 9, width // 9, 1), np.uint8))


def test_no_second_look_is_what_the_engine_predicts(engine: Engine) -> None:
    image, prompt = picture(1), engine.encode_prompt(names=NAMES)
    plain = engine.predict(engine.encode_image(image), prompt)
    same = look(engine, image, None, prompt, Looks(), flip_pairs=PAIRS)
    assert same.keypoints == pytest.approx(plain.keypoints)
    assert same.peaks == pytest.approx(plain.peaks)


def test_a_mirrored_picture_is_the_mirrored_answer_with_left_and_right_exchanged(engine: Engine) -> None:
    # 73 px, of which the released preprocessing sees 72: only then is the region's mirror the mirror's region
    image = np.pad(picture(2), ((0, 1), (0, 1), (0, 0)))
    turned = image.copy()
    turned[:72, :72] = image[:72, :72][:, ::-1]
    prompt = engine.encode_prompt(names=NAMES)
    here = look(engine, image, None, prompt, Looks(flip=True), flip_pairs=PAIRS)
    there = look(engine, turned, None, prompt, Looks(flip=True), flip_pairs=PAIRS)
    expected = (72 - here.keypoints[:, 0])[[1, 0, 2]]
    assert there.keypoints[:, 0] == pytest.approx(expected, abs=1e-2)
    assert there.peaks == pytest.approx(here.peaks[[1, 0, 2]], abs=1e-4)


def maps_with_peaks(*places: tuple[int, int]) -> torch.Tensor:
    maps = torch.zeros((1, len(places), 8, 8))
    for index, (row, column) in enumerate(places):
        maps[0, index, row, column] = 1.0
    return maps


def test_the_mirror_speaks_for_the_partner() -> None:
    # the mirror image shows the "left eye" (0) where the right one is
    maps = maps_with_peaks((2, 6), (2, 1), (5, 3))
    mirrored = maps_with_peaks((2, 6), (2, 1), (5, 4))
    both = combine_mirrored(maps, mirrored, torch.ones(3, dtype=torch.bool), NAMES, PAIRS)
    assert torch.equal(both, maps)


def test_without_a_partner_a_sided_keypoint_keeps_its_first_look() -> None:
    maps, mirrored = maps_with_peaks((2, 6), (5, 3)), maps_with_peaks((2, 2), (5, 3))
    both = combine_mirrored(maps, mirrored, torch.ones(2, dtype=torch.bool), ("left eye", "nose"), ())
    assert torch.equal(both[0, 0], maps[0, 0])
    assert both[0, 1, 5, 3] == both[0, 1, 5, 4] == 0.5


def test_an_unprompted_partner_says_nothing() -> None:
    maps, mirrored = maps_with_peaks((2, 6), (0, 0), (5, 3)), maps_with_peaks((2, 2), (0, 0), (5, 4))
    both = combine_mirrored(maps, mirrored, torch.tensor([True, False, True]), NAMES, PAIRS)
    assert torch.equal(both[0, 0], maps[0, 0])
    assert torch.equal(both[0, 2], maps[0, 2])


def test_second_looks_are_encoded_once_for_an_image_with_a_name(engine: Engine) -> None:
    image, box = picture(3), Box(4, 4, 60, 60)
    for names in (NAMES, ("nose",)):
        look(engine, image, box, engine.encode_prompt(names=names), Looks(flip=True), digest="a")
    assert engine.cache_stats.hits == 1
    assert engine.cache_stats.entries == 1


@pytest.mark.parametrize("hw", [(1, 1), (3, 90), (90, 3), (19, 21)])
@pytest.mark.parametrize("looks", [Looks(flip=True), Looks(refine=True), Looks(True, True)], ids=str)
def test_tiny_images_are_looked_at(engine: Engine, hw: tuple[int, int], looks: Looks) -> None:
    image = np.random.default_rng(0).integers(0, 255, (*hw, 3), dtype=np.uint8)
    mark = np.array([[0.5, 0.5], [NAN, NAN], [1.0, 1.0]])
    shot = SupportExample(image, mark)
    prompt = engine.encode_prompt(names=NAMES, texts=("left eye", "", "nose"), supports=[shot])
    found = look(engine, image, None, prompt, looks, flip_pairs=PAIRS, supports=[shot])
    assert found.valid.tolist() == [True, False, True]
    assert np.isfinite(found.keypoints[found.valid]).all()
    assert np.isnan(found.keypoints[1]).all()
    assert (found.keypoints[found.valid] <= (hw[1], hw[0])).all()
    assert (found.keypoints[found.valid] >= 0).all()


# The tiny model looks at 64 px, so these pictures have four times its resolution.
LARGE = 256
MARKS = np.array([[70.3, 61.9], [180.2, 66.4], [128.7, 140.1], [3.2, 251.6], [NAN, NAN]])
LARGE_NAMES = ("left eye", "right eye", "nose", "corner", "unseen")


def textured(seed: int, size: int = LARGE) -> RgbImage:
    """Noise at several scales: every place differs from every other, near and far."""
    rng = np.random.default_rng(seed)
    total = np.zeros((size, size, 3))
    for cells in (4, 16, 64):
        total += np.kron(rng.uniform(-40, 40, (cells, cells, 3)), np.ones((size // cells, size // cells, 1)))
    return np.clip(total + 128, 0, 255).astype(np.uint8)


@needs_shared
@pytest.mark.skipif(not bundled_directory().is_dir(), reason="the bundled model is not installed")
def test_a_closer_look_is_nearer_on_radiographs_of_four_times_the_model_s_resolution() -> None:
    engine = Engine.load("bundled", device="cpu")
    shot, *queries = [
        (image, np.array(keypoints).reshape(-1, 3)[:, :2] + 0.5) for image, keypoints in radiographs(4)
    ]
    names = tuple(f"point {index}" for index in range(len(shot[1])))
    one = SupportExample(shot[0], shot[1], digest="shot")
    prompt = engine.encode_prompt(names=names, texts=(), supports=[one])
    errors = []
    for image, truth in queries:
        found = [look(engine, image, None, prompt, Looks(refine=on), supports=[one]) for on in (False, True)]
        errors.append([np.linalg.norm(each.keypoints - truth, axis=1).mean() for each in found])
        assert found[1].peaks == pytest.approx(found[0].peaks)
        assert found[1].scores == pytest.approx(found[0].scores)
    plain, near = np.mean(errors, axis=0)
    assert near < 0.95 * plain


def radiographs(count: int) -> list[tuple[RgbImage, list[float]]]:
    """The first training pictures with every landmark labelled, and their keypoints as COCO has them."""
    root = SHARED / "data" / "keypoints" / "cephalogram_hamedan"
    content = json.loads((root / "annotations" / "train.json").read_text(encoding="utf-8"))
    files = {image["id"]: root / "images" / image["file_name"] for image in content["images"]}
    whole = [one for one in content["annotations"] if all(one["keypoints"][2::3])][:count]
    return [(read_image(files[one["image_id"]]), one["keypoints"]) for one in whole]


@pytest.mark.parametrize("seed", range(4))
def test_a_closer_look_moves_no_point_further_than_three_cells(engine: Engine, seed: int) -> None:
    image, shot = textured(seed), SupportExample(textured(seed + 10), MARKS)
    prompt = engine.encode_prompt(names=LARGE_NAMES, texts=(), supports=[shot])
    plain = look(engine, image, None, prompt, Looks())
    near = look(engine, image, None, prompt, Looks(refine=True), supports=[shot])
    cell = (LARGE - 1) / 16  # 16 x 16 heatmaps; the last pixel is left out
    moved = np.linalg.norm(near.keypoints - plain.keypoints, axis=1)[:4]
    assert moved.max() <= 3 * cell + 1e-6
    assert moved.max() > 0
    assert (near.keypoints[:4] >= 0).all()
    assert (near.keypoints[:4] <= LARGE).all()


def test_tight_crops_are_for_marked_keypoints_only(engine: Engine) -> None:
    shot = SupportExample(textured(7), MARKS)
    prompt = engine.encode_prompt(names=LARGE_NAMES, supports=[shot])
    assert 4 not in [index for part in closer_prompt(engine, prompt, [shot]).parts for index in part.indices]
    assert closer_prompt(engine, engine.encode_prompt(names=LARGE_NAMES), []).parts == ()


def test_a_small_object_is_looked_at_in_a_region_of_its_own(engine: Engine) -> None:
    image, shot = textured(8), SupportExample(textured(7, 64), MARKS / 4)
    prompt = engine.encode_prompt(names=LARGE_NAMES, supports=[shot])
    first = engine.encode_image(image)
    plain = engine.predict(first, prompt)
    places = np.array([[100.0, 100.0], [120.0, 104.0], [110.0, 130.0], [116.0, 90.0], [240.0, 10.0]])
    closer, maps = closer_prompt(engine, prompt, [shot]), engine.heatmaps([first], prompt).maps[0]
    assert closer.parts == ()

    def refined(scores: list[float]) -> np.ndarray:
        found = replace(plain, keypoints=places, scores=np.array(scores))
        return refine(engine, image, first, maps, found, closer).keypoints

    # the last point is not trusted, so the others have a region of their own; it lies outside and stays
    moved = refined([0.9, 0.8, 0.9, 0.8, 0.1])
    assert not np.allclose(moved[:4], places[:4])
    assert moved[4] == pytest.approx(places[4])
    # trusted, it makes the object nearly as large as the picture, which shows it well enough
    assert refined([0.9, 0.8, 0.9, 0.8, 0.9]) == pytest.approx(places)


def test_small_supports_are_shown_in_regions_of_their_own(engine: Engine) -> None:
    marks = np.array([[100.0, 100.0], [120.0, 104.0], [NAN, NAN]])
    shots = [
        SupportExample(textured(1), marks),
        SupportExample(textured(2), marks * 2, Box(180, 180, 260, 230)),
    ]
    prompt = engine.encode_prompt(names=NAMES, supports=shots)
    closer = closer_prompt(engine, prompt, shots)
    assert closer.prompt.text is prompt.text
    assert closer.prompt.visual is not None
    assert prompt.visual is not None
    assert not torch.equal(closer.prompt.visual[:2], prompt.visual[:2])
    assert closer.prompt.visual_valid is not None
    assert closer.prompt.visual_valid.tolist() == [True, True, False]


def test_pictures_of_the_model_s_resolution_have_no_closer_look(engine: Engine) -> None:
    small = SupportExample(textured(9, 64), np.array([[10.0, 10.0]]))
    prompt = engine.encode_prompt(names=("nose",), texts=(), supports=[small])
    assert closer_prompt(engine, prompt, [small]).parts == ()


def test_a_query_of_fewer_pixels_than_the_supports_keeps_its_first_look(engine: Engine) -> None:
    image, shot = textured(9, 64), SupportExample(textured(7), MARKS)
    prompt = engine.encode_prompt(names=LARGE_NAMES, texts=(), supports=[shot])
    plain = look(engine, image, None, prompt, Looks())
    near = look(engine, image, None, prompt, Looks(refine=True), supports=[shot])
    assert near.keypoints[:4] == pytest.approx(plain.keypoints[:4])


def test_parts_hold_every_marked_keypoint_once(engine: Engine) -> None:
    shots = [SupportExample(textured(1), MARKS), SupportExample(textured(2), MARKS[::-1].copy())]
    prompt = engine.encode_prompt(names=LARGE_NAMES, texts=(), supports=shots)
    closer = closer_prompt(engine, prompt, shots)
    assert sorted(index for part in closer.parts for index in part.indices) == [0, 1, 2, 3, 4]
    assert closer.zoom == pytest.approx(4.0)
    assert closer.prompt is prompt


def test_an_elongated_picture_is_looked_at_closely(engine: Engine) -> None:
    image = textured(3)[:40]
    shot = SupportExample(image, np.array([[0.0, 0.0], [255.0, 39.0], [120.0, 20.0]]))
    prompt = engine.encode_prompt(names=NAMES, texts=(), supports=[shot])
    found = look(engine, image, None, prompt, Looks(True, True), flip_pairs=PAIRS, supports=[shot])
    assert np.isfinite(found.keypoints).all()
    assert (found.keypoints <= (256, 40)).all()
