"""Gradient checkpointing: an encoder's blocks compute their inner values again for the gradients."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import torch
from torch import nn
from torch.utils.checkpoint import checkpoint

from gkdt_core.errors import TrainingError
from gkdt_core.model.dinov3 import DinoV3Encoder
from gkdt_core.model.dinov3_convnext import DinoV3ConvNextEncoder
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.model.image_encoder import EfficientNetLiteEncoder


def encoder_blocks(encoder: nn.Module) -> list[nn.Module]:
    """The blocks of an image encoder, whose inputs are kept and whose inner values are not.

    Raises:
        TrainingError: The encoder is of an unknown kind.
    """
    if isinstance(encoder, DinoV3Encoder):
        return list(encoder.layer)
    if isinstance(encoder, DinoV3ConvNextEncoder):
        return list(encoder.stages)
    if isinstance(encoder, EfficientNetLiteEncoder):
        blocks = [block for stage in encoder.trunk.stages for block in stage.children()]
        return [*blocks, *encoder.context, *encoder.smooth]
    raise TrainingError(
        f"The blocks of a {type(encoder).__name__} are not known.", hint="Leave out --checkpoint-encoder."
    )


@contextlib.contextmanager
def recomputed_encoder(model: Gkdt, enabled: bool) -> Iterator[None]:
    """Inside, the image encoder's blocks are computed twice and remember little, if `enabled`."""
    blocks = encoder_blocks(model.image_encoder) if enabled else []
    for block in blocks:
        # on the instance: names of weights stay, as they would not in a wrapping module
        block.forward = _Recomputed(block.forward)
    try:
        yield
    finally:
        for block in blocks:
            del block.forward


class _Recomputed:
    def __init__(self, forward: Any) -> None:
        self._forward = forward

    def __call__(self, *args: Any, **options: Any) -> Any:
        if not torch.is_grad_enabled():
            return self._forward(*args, **options)
        return checkpoint(self._forward, *args, use_reentrant=False, **options)
