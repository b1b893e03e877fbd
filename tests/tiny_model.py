"""A tiny real model with seeded random weights, as a model directory."""

from __future__ import annotations

from pathlib import Path

import torch

from gkdt_core.model.config import GkdtConfig
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.model.image_encoder import EfficientNetLiteConfig
from gkdt_core.model.text_encoder import TextAdapterConfig, TextEncoderConfig
from gkdt_core.weights import save_model


def write_tiny_model(directory: Path, seed: int = 0) -> Path:
    """Writes the model (64 px input, 16 x 16 heatmaps); the same seed gives the same weights."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        model = Gkdt(
            GkdtConfig(
                image_encoder=EfficientNetLiteConfig("lite0", channels=64, context_blocks=0),
                text_encoder=TextEncoderConfig(width=32, layers=1, heads=2, hidden=64, output_dim=64),
                text_adapter=TextAdapterConfig(input_dim=64, width=32, heads=2, hidden=64),
                channels=64,
                input_size=64,
                feature_stride=8,
                upscale=2,
                kg_ffn_width=64,
                text_projected=True,
            )
        )
    save_model(model, directory)
    return directory
