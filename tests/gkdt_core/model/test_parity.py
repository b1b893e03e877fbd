"""Our network against the numbers the released implementation computes with the same weights."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from gkdt_core.inference.preprocess import inclusive_region_to_input, normalise
from gkdt_core.model.gkdt import Gkdt, Heatmaps
from gkdt_core.model.tokenizer import ClipTokenizer
from gkdt_core.weights import load_model
from gkdt_core.weights.library import convert
from tests.shared_data import SHARED, needs_shared

pytestmark = needs_shared

PARITY = SHARED / "parity"
VARIANTS = ("L_like", "H_like_k3", "deconv")
TOLERANCE = 1e-4


@functools.cache
def prompts() -> dict[str, Any]:
    values: dict[str, Any] = json.loads((PARITY / "cases.json").read_text())
    return values


def cases() -> list[tuple[str, str]]:
    if not PARITY.is_dir():
        return []
    return [(case["variant"], case["case"]) for case in prompts()["cases"]]


def pixels_of(regions: list[dict[str, Any]]) -> Tensor:
    """(B, 3, 384, 384) normalised inputs of {"file", "box_xyxy"} regions."""
    inputs = []
    for region in regions:
        with Image.open(PARITY / "images" / region["file"]) as image:
            rgb = np.asarray(image.convert("RGB"))
        inputs.append(inclusive_region_to_input(rgb, region["box_xyxy"])[0])
    return normalise(np.stack(inputs))


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A loaded variant with everything its cases share."""

    model: Gkdt
    queries: Tensor
    support: Tensor
    two_shot: Tensor
    text: Tensor


def prepare(model: Gkdt) -> Prepared:
    values = prompts()
    one_shot = [{"file": values["support_file"], "box_xyxy": None}]
    tokenizer = ClipTokenizer(model.config.text_encoder.context_length)
    with torch.inference_mode():
        return Prepared(
            model,
            model.encode_image(pixels_of(values["queries"])),
            model.encode_image(pixels_of(one_shot)),
            model.encode_image(pixels_of(values["two_shot"]["supports"])),
            model.encode_text(tokenizer.batch(values["texts"])),
        )


@functools.cache
def prepared(variant: str) -> Prepared:
    return prepare(load_model(PARITY / variant / "checkpoint.best").model)


@torch.inference_mode()
def heatmaps_of(case: str, parts: Prepared) -> Heatmaps:
    values, model = prompts(), parts.model
    mode, partial = case.split("_")[0], "partial" in case
    text = text_valid = visual = visual_valid = None
    if mode == "text":
        text = parts.text
    if mode == "both":
        text = parts.text[: len(values["support_points"])]
        text_valid = torch.tensor(values["partial_text_mask"]) if partial else None
    if mode in ("visual", "both"):
        if "2shot" in case:
            support, shots = parts.two_shot, values["two_shot"]
            points, mask = torch.tensor(shots["points_norm"]), torch.tensor(shots["mask"])
        else:
            support, points = parts.support, torch.tensor([values["support_points_norm"]])
            mask = torch.ones(points.shape[:2])
            if partial:
                mask = torch.tensor([values["partial_support_mask"]], dtype=torch.float32)
        visual, visual_valid = model.visual_prototypes(support, points, mask)
    pad_slots = 80 if case.endswith("pad80") else 0
    return model.detect(parts.queries, text, text_valid, visual, visual_valid, pad_slots=pad_slots)


def arrays(variant: str, name: str) -> dict[str, NDArray[np.float32]]:
    with np.load(PARITY / variant / f"{name}.npz") as file:
        return dict(file)


def assert_near(actual: Tensor, expected: NDArray[np.float32], tolerance: float = TOLERANCE) -> None:
    np.testing.assert_allclose(actual.numpy(), expected, rtol=0, atol=tolerance)


def test_all_thirteen_cases_are_here() -> None:
    assert len(cases()) == 13
    assert {variant for variant, _ in cases()} == set(VARIANTS)


@pytest.mark.parametrize(("variant", "case"), cases())
def test_heatmaps_cells_and_scores_are_the_released_ones(variant: str, case: str) -> None:
    expected = arrays(variant, case)
    maps = heatmaps_of(case, prepared(variant))
    assert_near(maps.fused, expected["fused"])
    peaks, cells = maps.fused.flatten(2).max(dim=-1)
    expected_cells = expected["fused"].reshape(*expected["fused"].shape[:2], -1).argmax(axis=-1)
    np.testing.assert_array_equal(cells.numpy(), expected_cells)
    assert_near(torch.where(maps.valid, peaks, 0), expected["scores"])
    side = maps.fused.shape[-1]
    points = (torch.stack([cells % side, cells // side], dim=-1) + 0.5) / side * 2 - 1
    assert_near(torch.where(maps.valid[:, None], points, 0), expected["points"], 1e-6)


@pytest.mark.parametrize(("variant", "case"), cases())
def test_each_modality_gives_the_released_heatmaps_before_fusion(variant: str, case: str) -> None:
    expected = arrays(variant, case)
    maps = heatmaps_of(case, prepared(variant))
    for ours, name in ((maps.text, "text_every4"), (maps.visual, "image_every4")):
        assert (ours is not None) == (name in expected)
        if ours is not None:
            assert_near(ours[..., ::4, ::4], expected[name])


@pytest.mark.parametrize("variant", VARIANTS)
def test_patch_tokens_are_the_released_ones(variant: str) -> None:
    tokens = prepared(variant).queries.flatten(2).transpose(1, 2)
    assert_near(tokens[:, ::8], arrays(variant, "taps")["patch_tokens_every8"])


@pytest.mark.parametrize("variant", VARIANTS)
@torch.inference_mode()
def test_text_tokens_and_prototypes_are_the_released_ones(variant: str) -> None:
    parts, taps = prepared(variant), arrays(variant, "taps")
    model = parts.model
    ids = ClipTokenizer(model.config.text_encoder.context_length).batch(prompts()["texts"][:2])
    assert_near(model.dinov3_text_encoder(ids)[:, :8], taps["text_tokens"])
    assert_near(parts.text[:2], taps["text_prototypes"])


@pytest.mark.parametrize("variant", VARIANTS)
@torch.inference_mode()
def test_visual_prototypes_are_the_released_ones(variant: str) -> None:
    parts = prepared(variant)
    points = torch.tensor([prompts()["support_points_norm"]])
    prototypes, valid = parts.model.visual_prototypes(parts.support, points, torch.ones(points.shape[:2]))
    assert valid.all()
    assert_near(prototypes, arrays(variant, "taps")["visual_prototypes"][0])


def test_normalised_support_points_come_from_pixels_as_in_the_released_code() -> None:
    values = prompts()
    with Image.open(PARITY / "images" / values["support_file"]) as image:
        rgb = np.asarray(image.convert("RGB"))
    _, transform = inclusive_region_to_input(rgb, None)
    norm = transform.image_to_norm(np.array(values["support_points"], np.float64))
    np.testing.assert_allclose(norm, values["support_points_norm"], rtol=0, atol=1e-6)


def test_the_number_of_padding_slots_changes_the_result_as_it_does_in_the_release() -> None:
    padded, bare = (heatmaps_of(f"text_{pad}", prepared("L_like")).fused for pad in ("pad80", "nopad"))
    assert (padded - bare).abs().max() > 10 * TOLERANCE


def test_official_weights_are_padded_without_being_asked() -> None:
    parts = prepared("L_like")
    with torch.inference_mode():
        maps = parts.model.detect(parts.queries, parts.text, None, None, None)
    assert_near(maps.fused, arrays("L_like", "text_pad80")["fused"])


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_converted_checkpoint_keeps_the_released_cells(
    variant: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    # these weights are exact in float16; others move heatmaps by some 1e-4 when stored so
    directory = tmp_path_factory.mktemp("converted") / variant
    converted = prepare(
        load_model(convert(PARITY / variant / "checkpoint.best", directory, dtype="fp16").directory).model
    )
    for name in (case for kind, case in cases() if kind == variant):
        expected = arrays(variant, name)["fused"]
        fused = heatmaps_of(name, converted).fused
        assert_near(fused, expected)
        cells = fused.flatten(2).argmax(dim=-1).numpy()
        np.testing.assert_array_equal(cells, expected.reshape(*expected.shape[:2], -1).argmax(axis=-1))
