"""Second looks: what a mirror and tighter crops add, and that neither does harm where it cannot help."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from gkdt_core.geometry import Box, RgbImage
from gkdt_core.inference.engine import Engine, SupportExample
from gkdt_core.inference.feature_cache import FeatureCache
from gkdt_core.inference.looks import Looks, combine_mirrored, look
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
