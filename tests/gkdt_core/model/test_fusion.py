"""Fusing heatmaps of words and of supports by what each of them knows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from gkdt_core.errors import ModelFileError
from gkdt_core.inference.decode import decode_heatmaps, scores_of_peaks
from gkdt_core.model.config import GkdtConfig
from gkdt_core.model.fusion import Informed, informed_by, scores_at, winning_cells
from gkdt_core.model.gkdt import fuse
from gkdt_core.weights import load_model, save_model
from tests.tiny_model import write_tiny_model

TEXT = ((0.3, 0.2), (0.5, 0.5), (0.6, 0.9))
VISUAL = ((0.4, 0.1), (0.7, 0.4), (0.9, 1.0))
INFORMED = Informed(TEXT, VISUAL)


def draw(*shape: int, seed: int = 0) -> Tensor:
    return torch.rand(shape, generator=torch.Generator().manual_seed(seed))


def peak(value: float, column: int) -> Tensor:
    maps = torch.full((1, 1, 8, 8), 0.1)
    maps[..., 4, column] = value
    return maps


def test_scores_are_those_of_predictions() -> None:
    peaks = np.array([[-1.0, 0.3, 0.31], [0.4, 0.5, 0.6], [0.55, 0.61, 2.0]])
    found = scores_at(torch.from_numpy(peaks), TEXT)
    np.testing.assert_allclose(found.numpy(), scores_of_peaks(peaks, TEXT), atol=1e-6)


def test_winning_cells_are_those_that_predictions_decode() -> None:
    maps = draw(2, 3, 5, 9)
    places, peaks = winning_cells(maps)
    expected, heights = decode_heatmaps(maps, "argmax")  # type: ignore[arg-type]  # its value
    torch.testing.assert_close(places, expected)
    assert torch.equal(peaks, heights)


def test_a_modality_whose_peak_means_little_has_little_say() -> None:
    flat_words, sharp_marks = peak(0.2, 1), peak(0.95, 6)
    fused = fuse(flat_words, None, sharp_marks, None, INFORMED).fused
    assert int(fused.flatten().argmax()) % 8 == 6
    assert float(fused.max()) == pytest.approx(0.95, abs=0.04)
    sharp_words, flat_marks = peak(0.65, 1), peak(0.5, 6)
    fused = fuse(sharp_words, None, flat_marks, None, INFORMED).fused
    assert int(fused.flatten().argmax()) % 8 == 1


def test_equal_knowledge_is_the_mean() -> None:
    both = Informed(TEXT, TEXT)
    words, marks = peak(0.5, 1), peak(0.5, 6)
    torch.testing.assert_close(
        fuse(words, None, marks, None, both).fused, fuse(words, None, marks, None).fused
    )


def test_words_that_the_supports_do_not_bear_out_count_for_little() -> None:
    words, marks = peak(0.6, 1), peak(0.75, 6)
    believed = fuse(words, None, marks, None, INFORMED, torch.tensor(1.0)).fused
    refuted = fuse(words, None, marks, None, INFORMED, torch.tensor(0.01)).fused
    assert int(believed.flatten().argmax()) % 8 == 1
    assert int(refuted.flatten().argmax()) % 8 == 6


def test_supports_are_asked_only_where_they_and_the_words_speak() -> None:
    points = draw(2, 4, 2, seed=1) - 0.5
    peaks = torch.full((2, 4), 0.6)
    every = torch.ones(2, 4, dtype=torch.bool)
    elsewhere = points + 1.0
    assert float(INFORMED.text_trust(points + 0.1, peaks, points, every)) == 1.0
    assert float(INFORMED.text_trust(elsewhere, peaks, points, every)) < 1e-3
    half = torch.where(torch.arange(4)[None, :, None] < 2, points, elsewhere)
    some = INFORMED.text_trust(half, peaks, points, every)
    assert 0.3 < float(some) < 1.0
    assert float(INFORMED.text_trust(half, peaks, points, torch.arange(4) < 2)) == 1.0
    assert float(INFORMED.text_trust(elsewhere, peaks, points, ~every)) == 1.0  # nobody was asked


def test_words_that_claim_nothing_are_not_blamed() -> None:
    points = draw(1, 6, 2)
    everywhere = torch.ones(1, 6, dtype=torch.bool)
    modest = INFORMED.text_trust(points + 1, torch.full((1, 6), 0.1), points, everywhere)
    bold = INFORMED.text_trust(points + 1, torch.full((1, 6), 0.7), points, everywhere)
    assert float(bold) < float(modest)


def test_a_keypoint_that_one_modality_prompts_keeps_its_map() -> None:
    words, marks = draw(2, 3, 8, 8), draw(2, 3, 8, 8, seed=1)
    by_words, by_marks = torch.tensor([True, False, False]), torch.tensor([False, True, False])
    fused = fuse(words, by_words, marks, by_marks, INFORMED)
    torch.testing.assert_close(fused.fused[:, 0], words[:, 0])
    torch.testing.assert_close(fused.fused[:, 1], marks[:, 1])
    assert not fused.fused[:, 2].any()
    assert fused.valid.tolist() == [True, True, False]


def test_each_image_of_a_batch_is_fused_as_if_alone() -> None:
    words, marks = draw(3, 4, 8, 8), draw(3, 4, 8, 8, seed=1)
    mask = torch.tensor([True, True, True, False])
    together = fuse(words, None, marks, mask, INFORMED).fused
    for index in range(3):
        part = slice(index, index + 1)
        alone = fuse(words[part], None, marks[part], mask, INFORMED).fused
        torch.testing.assert_close(together[part], alone)


def test_half_precision_is_fused_in_its_own_type() -> None:
    words, marks = draw(2, 4, 8, 8), draw(2, 4, 8, 8, seed=1)
    exact = fuse(words, None, marks, None, INFORMED).fused
    half = fuse(words.half(), None, marks.half(), None, INFORMED).fused
    assert half.dtype is torch.float16
    torch.testing.assert_close(half.float(), exact, rtol=0, atol=3e-3)


def test_a_model_that_is_not_calibrated_for_both_fuses_by_the_mean() -> None:
    assert informed_by("mean", {"text": TEXT, "visual": VISUAL}) is None
    assert informed_by("informed", {"text": TEXT}) is None
    assert informed_by("informed", {}) is None
    assert informed_by("informed", {"text": TEXT, "visual": VISUAL}) == INFORMED


def test_the_choice_is_kept_with_the_model_and_the_mean_changes_no_file(tmp_path: Path) -> None:
    loaded = load_model(write_tiny_model(tmp_path / "tiny"))
    values = loaded.model.config.to_dict()
    assert "fusion" not in values
    assert GkdtConfig.from_dict(values).fusion == "mean"
    assert GkdtConfig.from_dict({**values, "fusion": "informed"}).to_dict()["fusion"] == "informed"
    loaded.model.config = GkdtConfig.from_dict({**values, "fusion": "informed"})
    save_model(loaded.model, tmp_path / "other", calibration_by_prompt={"text": TEXT, "visual": VISUAL})
    again = load_model(tmp_path / "other")
    assert again.model.config.fusion == "informed"
    assert again.informed() == INFORMED
    assert again.informed("mean") is None
    assert again.digest != loaded.digest


def test_an_unknown_fusion_is_refused(tmp_path: Path) -> None:
    values = load_model(write_tiny_model(tmp_path / "tiny")).model.config.to_dict()
    with pytest.raises(ModelFileError, match='fusion is "median"'):
        GkdtConfig.from_dict({**values, "fusion": "median"})
