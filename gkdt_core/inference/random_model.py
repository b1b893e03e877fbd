"""Networks of the released sizes with random weights: their speed can be measured without their files."""

from __future__ import annotations

import uuid

import torch
from torch import Tensor

from gkdt_core.model.config import GkdtConfig
from gkdt_core.model.dinov3 import DinoV3Config, rope_periods
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.model.text_encoder import TextAdapterConfig, TextEncoderConfig
from gkdt_core.weights import LoadedModel

_ENCODERS = {
    "S": DinoV3Config(channels=384, depth=12, heads=6, mlp_width=1536),
    "B": DinoV3Config(channels=768, depth=12, heads=12, mlp_width=3072),
    "L": DinoV3Config(channels=1024, depth=24, heads=16, mlp_width=4096),
    "H": DinoV3Config(channels=1280, depth=32, heads=20, mlp_width=5120, gated_mlp=True),
}
SIZES = tuple(_ENCODERS)
_PAD_SLOTS = 80
# sized so that twenty-four blocks neither blow up nor die away: attention stays spread, outputs finite
_DEVIATION, _LAYER_SCALE = 0.02, 0.1


def released_config(size: str) -> GkdtConfig:
    """The sizes of GKDT-`size`, one of `SIZES`, as its authors released it (gkdt.md, sections 2 to 7)."""
    encoder = _ENCODERS[size]
    text, adapter = TextEncoderConfig(), TextAdapterConfig()
    return GkdtConfig(
        image_encoder=encoder,
        text_encoder=text,
        text_adapter=adapter,
        channels=encoder.channels,
        text_projected=encoder.channels != adapter.input_dim // 2,
        pad_slots=_PAD_SLOTS,
    )


def random_model(
    size: str, *, input_size: int | None = None, seed: int = 0, stored: torch.dtype = torch.float32
) -> LoadedModel:
    """A network of released sizes whose weights mean nothing; it takes the memory of the real one, once.

    Args:
        size: One of `SIZES`.
        input_size: Instead of the released one.
        seed: Of the weights.
        stored: The type that matrices are rounded to, as if the model had been stored so: what is float16 on
            the disk runs faster (`gkdt_core.model.packed`).
    """
    config = released_config(size).at_input_size(input_size)
    name = f"GKDT-{size} sizes" if stored is torch.float32 else f"GKDT-{size} sizes, stored in half"
    return random_network(config, name, seed=seed, stored=stored)


def random_network(
    config: GkdtConfig, name: str, *, seed: int = 0, stored: torch.dtype = torch.float32
) -> LoadedModel:
    """A network of any sizes with random weights. Its digest is new each time, so nothing kept fits it."""
    generator = torch.Generator().manual_seed(seed)
    with torch.device("meta"):
        model = Gkdt(config)
    weights = {key: _values(key, tensor, config, generator) for key, tensor in model.state_dict().items()}
    if stored is not torch.float32:
        weights = {
            key: value if value.ndim <= 1 else value.to(stored).float() for key, value in weights.items()
        }
    model.load_state_dict(weights, strict=True, assign=True)
    return LoadedModel(model.eval(), name, f"random-{uuid.uuid4().hex}", None)


def _values(key: str, like: Tensor, config: GkdtConfig, generator: torch.Generator) -> Tensor:
    if key.endswith("rope_periods") and isinstance(config.image_encoder, DinoV3Config):
        return rope_periods(config.image_encoder)
    if key.endswith("lambda1"):
        return torch.full(like.shape, _LAYER_SCALE)
    if like.ndim <= 1 and not key.endswith("bias"):  # the scales of norms
        return torch.ones(like.shape, dtype=like.dtype)
    if key.endswith("bias"):
        return torch.zeros(like.shape)
    return torch.empty(like.shape).normal_(std=_DEVIATION, generator=generator)
