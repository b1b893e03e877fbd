"""Heads-only training on features that are computed once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from gkdt_core.weights import load_model
from tests.tiny_model import write_tiny_model
from tests.trainer.scenes import write_scenes
from trainer.cached_views import FeatureCache, FixedViewMaker
from trainer.config import TrainConfig
from trainer.data.dataset import load_datasets
from trainer.data.episodes import Episode, PictureStore, ViewKey
from trainer.data.sampling import Draw
from trainer.episode_step import EpisodeStep
from trainer.loop import train
from trainer.loss import EpisodeLoss
from trainer.run_state import Progress
from trainer.text_prompts import TowerTextPrompts


class _Encoder:
    """Counts what it encodes."""

    def __init__(self) -> None:
        self.seen = 0

    def __call__(self, pixels: Tensor) -> Tensor:
        self.seen += len(pixels)
        return pixels.permute(0, 3, 1, 2).float() / 7


def _pixels(*values: int) -> Tensor:
    return torch.tensor(values, dtype=torch.uint8)[:, None, None, None].expand(-1, 2, 2, 3)


def test_every_view_is_encoded_once() -> None:
    encoder, cache = _Encoder(), FeatureCache(1 << 20)
    keys = [(0, 0, 0), (0, 1, 0), (0, 0, 0)]
    first = cache.features(keys, _pixels(1, 2, 1), encoder)
    again = cache.features([(0, 1, 0), (0, 2, 0), (0, 0, 0)], _pixels(0, 3, 0), encoder)
    assert encoder.seen == 3
    assert torch.equal(again[0], first[1])
    assert torch.equal(again[2], first[0])
    assert len(cache) == 3


def test_a_limit_changes_the_work_and_not_the_features() -> None:
    one = _pixels(5)[0].numel() * 2
    small, large = FeatureCache(one), FeatureCache(1 << 20)
    encoder = _Encoder()
    keys = [(0, 0, 0), (0, 1, 0)]
    for _ in range(3):
        assert torch.equal(
            small.features(keys, _pixels(1, 2), encoder), large.features(keys, _pixels(1, 2), _Encoder())
        )
    assert small.nbytes == one
    assert (0, 0, 0) in small
    assert (0, 1, 0) not in small
    assert encoder.seen == 2 + 1 + 1


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_scenes(tmp_path_factory.mktemp("data") / "badges", "train", 8, seed=0)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


def _config(out: Path, **changes: object) -> TrainConfig:
    values = {
        "steps": 12,
        "episodes_per_step": 2,
        "views": 4,
        "tune": "heads",
        "fixed_views": 3,
        "report_every": 1,
    }
    return TrainConfig(data=(), out=out, **{**values, **changes})  # type: ignore[arg-type]


def _losses(start: Path, scenes: Path, config: TrainConfig) -> list[float]:
    events: list[Progress] = []
    train(
        load_model(start).model,
        load_datasets([scenes], "train"),
        config,
        save=lambda model: None,
        report=events.append,
    )
    return [event.values["loss"] for event in events if event.event == "step"]


def test_training_on_kept_features_has_the_losses_of_encoding_the_same_views_every_time(
    scenes: Path, start: Path, tmp_path: Path
) -> None:
    kept = _losses(start, scenes, _config(tmp_path / "kept"))
    again = _losses(start, scenes, _config(tmp_path / "again", feature_bytes=1))
    assert len(kept) == 12
    # a convolution of other batch sizes sums in another order
    assert kept == pytest.approx(again, rel=1e-4)


def _maker(scenes: Path, config: TrainConfig, cache: FeatureCache) -> FixedViewMaker:
    categories = load_datasets([scenes], "train")
    pictures = PictureStore(categories, 64, config.augment, 1 << 28)
    return FixedViewMaker(
        categories, 64, config.augment, pictures, 40, views=config.fixed_views, seed=0, cache=cache
    )


def _episodes(maker: FixedViewMaker) -> list[tuple[int, Episode]]:
    draws = [Draw(0, (0, 1, 2, 3)), Draw(0, (3, 2, 1, 0))]
    return [(number, maker.make(draw, np.random.default_rng(number))) for number, draw in enumerate(draws)]


def test_a_step_on_kept_features_has_the_loss_of_the_plain_step_up_to_half_precision(
    scenes: Path, start: Path, tmp_path: Path
) -> None:
    model = load_model(start).model.eval()
    config = _config(tmp_path)
    loss = EpisodeLoss("spatial_ce", input_size=64, sigma=2.0, ce_sigma=1.5)
    cache = FeatureCache(1 << 28)
    maker = _maker(scenes, config, cache)
    losses = []
    for kept in (None, cache, cache):
        episodes = _episodes(maker)
        pixels = torch.from_numpy(np.concatenate([episode.pixels for _, episode in episodes]))
        losses.append(EpisodeStep(model, loss, TowerTextPrompts(), config, kept)(pixels, episodes).detach())
    assert not pixels.any(), "the pictures of views that are kept are not made again"
    assert torch.equal(losses[2], losses[1])
    assert losses[1].tolist() == pytest.approx(losses[0].tolist(), rel=2e-3)


def test_an_instance_has_no_more_views_than_were_asked_for_and_they_differ(
    scenes: Path, tmp_path: Path
) -> None:
    maker = _maker(scenes, _config(tmp_path), FeatureCache(0))
    seen: dict[ViewKey, bytes] = {}
    for number in range(30):
        episode = maker.make(Draw(0, (0, 1)), np.random.default_rng(number))
        for key, pixels in zip(episode.keys, episode.pixels, strict=True):
            assert seen.setdefault(key, pixels.tobytes()) == pixels.tobytes()
    assert sorted(seen) == [(0, index, view) for index in range(2) for view in range(3)]
    assert len(set(seen.values())) == 6
