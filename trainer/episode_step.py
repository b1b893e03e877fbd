"""The loss of episodes: views are encoded together, each episode is prompted as its numbers draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from gkdt_core.inference.preprocess import normalise
from gkdt_core.model.detection_head import QueryMap
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.model.kernel_generator import QueryContext
from gkdt_core.model.prompt_encoder import mean_of_shots
from trainer.cached_views import FeatureCache
from trainer.config import Modality, TrainConfig
from trainer.data.episodes import Episode
from trainer.loss import EpisodeLoss, spatial_ce_loss
from trainer.text_prompts import TextPrompts, training_text
from trainer.tuning import freeze_encoder, trunk_of

_EPISODE, _ENCODING, _HEADS = range(1, 4)
"""What random numbers are for: each use has its own, from the seed and the episode's number alone."""


@dataclass(frozen=True, slots=True, eq=False)
class EncodedViews:
    """The E views of one episode as the network sees them: features (E, C, h, w), and what every prompt needs
    of them as queries."""

    features: Tensor
    query_map: QueryMap
    context: QueryContext


def episode_loss(
    model: Gkdt,
    encoded: EncodedViews,
    episode: Episode,
    loss: EpisodeLoss,
    texts: TextPrompts,
    config: TrainConfig,
    rng: np.random.Generator,
) -> Tensor:
    """The loss of one episode whose views are encoded -> scalar."""
    features = encoded.features
    device = features.device
    points = torch.from_numpy(episode.points).to(device)
    visible = torch.from_numpy(episode.visible).to(device)
    count, total = len(episode.keypoint_order), len(features)
    chosen = np.arange(count)
    if count > 2 and rng.random() < config.subset:
        chosen = np.sort(rng.permutation(count)[: int(rng.integers(1, count))])
    if count == 0:  # a class-free episode of an empty picture
        return loss.log_scale * 0.0
    keep = torch.from_numpy(chosen).to(device)
    points, visible = points[:, keep], visible[:, keep]
    category = episode.category.category
    names = [category.keypoints[episode.keypoint_order[i]] for i in chosen] if episode.named else []
    modalities: tuple[Modality, ...] = config.modalities if episode.named else ("visual",)
    if config.passes == "mix":
        modalities = (modalities[int(rng.integers(len(modalities)))],)
    parts = []
    # Of every view, whether it will be a support or not: one product, and no copies of features. For the same
    # reason every view is a query, and the maps of the supports are left out afterwards.
    shown = None if modalities == ("text",) else model.shot_prototypes(features, points, visible)
    for modality in modalities:
        shots = int(rng.integers(1, config.max_shots + 1)) if total > config.max_shots else 1
        order = rng.permutation(total)
        # A text prompt needs no support, so every view can be a query.
        support, query = (order[:0], order) if modality == "text" else (order[:shots], order[shots:])
        text = visual = visual_valid = None
        if shown is not None and modality != "text":
            visual, visual_valid = mean_of_shots(shown[support], visible[support].float())
        if modality != "visual":
            words = [
                training_text(name, category.name, rng, config.templates, config.first_template)
                for name in names
            ]
            text = texts(model, words)
        heatmaps = model.detect(
            features,
            text,
            None,
            visual,
            visual_valid,
            query_map=encoded.query_map,
            context=encoded.context,
        )[query]
        part = loss(heatmaps, points[query], visible[query], text_valid=None, visual_valid=visual_valid)
        if modality == "both" and config.loss == "spatial_ce" and config.fused_weight > 0:
            fused = spatial_ce_loss(
                heatmaps.fused,
                points[query],
                visible[query],
                heatmaps.valid,
                loss.log_scale.clamp(max=5.0),
                2 * config.ce_sigma,
            )
            part = (part + config.fused_weight * fused) / (1 + config.fused_weight)
        parts.append(part)
    return torch.stack(parts).mean()


def trained_parameters(model: Gkdt, loss: EpisodeLoss, config: TrainConfig) -> list[dict[str, Any]]:
    """Optimizer groups; everything else stops requiring gradients. The text tower is always frozen."""
    for parameter in model.parameters():
        parameter.requires_grad_(True)
    for parameter in model.dinov3_text_encoder.parameters():
        parameter.requires_grad_(False)
    freeze_encoder(model.image_encoder, config.tune, config.freeze_low)
    trunk = [p for p in trunk_of(model.image_encoder).parameters() if p.requires_grad]
    in_trunk = {id(p) for p in trunk}
    rest = [p for p in model.parameters() if p.requires_grad and id(p) not in in_trunk]
    decayed = [p for p in rest if p.ndim > 1]
    plain = [p for p in rest if p.ndim <= 1]
    groups = [
        {"params": decayed, "scale": 1.0, "weight_decay": config.weight_decay},
        {"params": [*plain, *loss.parameters()], "scale": 1.0, "weight_decay": 0.0},
    ]
    if trunk:
        groups.append({"params": trunk, "scale": config.encoder_lr, "weight_decay": config.weight_decay})
    return groups


class EpisodeStep(nn.Module):
    """The losses of some episodes as one module, which is what several processes and half precision wrap."""

    def __init__(
        self,
        model: Gkdt,
        loss: EpisodeLoss,
        texts: TextPrompts,
        config: TrainConfig,
        cache: FeatureCache | None = None,
    ) -> None:
        """Args: cache: Of the features of views that come again."""
        super().__init__()
        self.model, self.loss, self.texts, self.config, self.cache = model, loss, texts, config, cache

    def forward(self, pixels: Tensor, episodes: list[tuple[int, Episode]]) -> Tensor:
        """The views (V, S, S, 3) uint8 of numbered episodes, encoded together -> a loss for each."""
        config = self.config
        # What dropout and the like draw depends on the episode's number only: how episodes are shared out
        # among processes and parts changes nothing, and a resumed run goes on as if it had never stopped.
        _seed(config.seed, _ENCODING, episodes[0][0])
        features = self._features(pixels, episodes)
        losses = []
        with torch.autocast(
            pixels.device.type, enabled=False
        ):  # cheap beside the encoder, and a peak is fine
            features = features.float()
            sizes = [len(episode.pixels) for _, episode in episodes]
            parts = zip(
                torch.split(features, sizes),
                self.model.query_map(features).split(sizes),
                self.model.query_context(features).split(sizes),
                strict=True,
            )
            for (number, episode), part in zip(episodes, parts, strict=True):
                _seed(config.seed, _HEADS, number)
                rng = np.random.default_rng((config.seed, _EPISODE, number))
                encoded = EncodedViews(*part)
                losses.append(episode_loss(self.model, encoded, episode, self.loss, self.texts, config, rng))
        return torch.stack(losses)

    def _features(self, pixels: Tensor, episodes: list[tuple[int, Episode]]) -> Tensor:
        """The features (V, C, h, w) of the views; with a cache those of its views are computed once."""

        def encode(part: Tensor) -> Tensor:
            return self.model.encode_image(normalise(part, channels_last=True))

        if self.cache is None:
            with torch.set_grad_enabled(self.config.tune != "heads"):
                return encode(pixels)
        # what is kept must not depend on what training draws at random in some encoders
        self.model.image_encoder.eval()
        keys = [key for _, episode in episodes for key in episode.keys]
        return self.cache.features(keys, pixels, encode)


def _seed(*parts: int) -> None:
    torch.manual_seed(int(np.random.SeedSequence(parts).generate_state(1, np.uint64)[0]))
