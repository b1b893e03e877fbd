"""How much of the image encoder a run changes."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from torch import nn

from gkdt_core.model.dinov3 import DinoV3Encoder
from gkdt_core.model.dinov3_convnext import DinoV3ConvNextEncoder
from gkdt_core.model.image_encoder import EfficientNetLiteEncoder
from trainer.config import Tune

_UPPER_SHARE = 3
"""Of a ViT's blocks, one part is the upper ones."""
_UPPER_STAGES = 2
"""Of the small encoder's trunk: those at stride 32, where most of its parameters are."""


def freeze_encoder(encoder: nn.Module, tune: Tune, freeze_low: bool) -> None:
    """Stops requiring gradients of what stays.

    Args:
        encoder: The image encoder, all of it requiring gradients.
        tune: "heads" keeps all of it, "upper" all but the upper layers, "all" nothing.
        freeze_low: With "all", the small encoder keeps its layers up to stride 8.
    """
    kept: Iterable[nn.Parameter] = ()
    if tune == "heads":
        kept = encoder.parameters()
    elif tune == "upper":
        kept = lower_parameters(encoder)
    elif freeze_low and isinstance(encoder, EfficientNetLiteEncoder):
        kept = encoder.trunk.low_parameters()
    for parameter in kept:
        parameter.requires_grad_(False)


def lower_parameters(encoder: nn.Module) -> list[nn.Parameter]:
    """What stays when the upper part is tuned: general shapes and textures, and most of the cost."""
    if isinstance(encoder, EfficientNetLiteEncoder):
        trunk = encoder.trunk
        lower: Iterable[nn.Module] = (trunk.stem, *trunk.stages[:-_UPPER_STAGES])
    elif isinstance(encoder, DinoV3Encoder):
        upper = max(1, len(encoder.layer) // _UPPER_SHARE)
        lower = (encoder.embeddings, encoder.rope, *encoder.layer[:-upper])
    elif isinstance(encoder, DinoV3ConvNextEncoder):
        lower = encoder.stages[:-1]
    else:
        raise TypeError(f"no upper part is known of a {type(encoder).__name__}")
    return list(itertools.chain.from_iterable(module.parameters() for module in lower))


def trunk_of(encoder: nn.Module) -> nn.Module:
    """What was trained on many pictures before, and learns at a rate of its own."""
    return encoder.trunk if isinstance(encoder, EfficientNetLiteEncoder) else encoder
