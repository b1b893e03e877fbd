"""Matchers that learnt nothing about keypoints: cosines between a pretrained encoder's features."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from gkdt_core.errors import ModelFileError
from gkdt_core.model.encoders import build_image_encoder
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.model.image_encoder import EfficientNetLite, EfficientNetLiteConfig
from gkdt_core.weights.encoder_files import describe_sizes, read_encoder
from trainer.evaluation.matchers import (
    Known,
    Matcher,
    Shown,
    TrainingFreeMatcher,
    plain_cosines,
    plain_known,
    plain_shown,
)
from trainer.evaluation.settings import BASELINE

ENCODER_BASELINE = f"{BASELINE}/encoder"
_INPUT_SIZE = 384  # the paper's
_CELL = 4  # px of the heatmaps, as GKDT's are at this size


class EncoderMatcher:
    """Cosine between the last features of an image encoder and the supports' mean feature."""

    def __init__(self, encoder: nn.Module, stride: int, input_size: int = _INPUT_SIZE) -> None:
        """Args: encoder: (B, 3, S, S) -> (B, C, S / stride, S / stride). input_size: About how large."""
        self.encoder = encoder
        self.input_size = max(1, round(input_size / stride)) * stride
        self._enlarged = max(1, stride // _CELL)

    def encode(self, pixels: Tensor) -> Tensor:
        features: Tensor = self.encoder(pixels)
        return features

    def known(self, features: Tensor) -> Known | None:
        return plain_known(features, self._enlarged)

    def shown(
        self,
        features: Tensor,
        points: Tensor,
        mask: Tensor,
        texts: Sequence[str],
        prompt: str,
        known: Known | None = None,
    ) -> Shown:
        return plain_shown(features, points, mask, self.input_size)

    def heatmaps(
        self,
        queries: Tensor,
        shown: Shown,
        texts: Sequence[str],
        prompt: str,
        known: Known | None = None,
    ) -> tuple[Tensor, Tensor]:
        return plain_cosines(queries, shown, known, self._enlarged)


def encoder_baseline(path: Path, device: torch.device) -> tuple[EncoderMatcher, str]:
    """The baseline of a DINOv3 ViT or ConvNeXt, and what it is in words; see `read_encoder`.

    Raises:
        ModelFileError: The files hold no such encoder.
    """
    found = read_encoder(path)
    encoder = build_image_encoder(found.config)
    encoder.load_state_dict({key: weight.float() for key, weight in found.weights.items()})
    words = f"{found.name}, {describe_sizes(found.config)}"
    return EncoderMatcher(encoder.eval().to(device), found.config.stride), words


def bundled_baseline(model: Gkdt, device: torch.device) -> Matcher:
    """The baseline of the small encoder's ImageNet weights, as they were before GKDT's training.

    Raises:
        ModelFileError: The model has another encoder, or the weights are not installed.
    """
    from trainer.recipes.imagenet import load_imagenet

    encoder = model.config.image_encoder
    if not isinstance(encoder, EfficientNetLiteConfig):
        raise ModelFileError(
            "The training-free baseline is for models with the small encoder.",
            hint="Name the encoder's own weights with --baseline-encoder instead.",
        )
    trunk = EfficientNetLite(encoder.variant)
    load_imagenet(trunk, encoder.variant)
    return TrainingFreeMatcher(trunk.eval().to(device), model.config.input_size)
