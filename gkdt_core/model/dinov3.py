"""The DINOv3 image encoder of the official models."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn


@dataclass(frozen=True, slots=True)
class DinoV3Config:
    """Sizes of a DINOv3 ViT.

    Attributes:
        channels: Width C of the tokens and of the feature map.
        depth: Number of blocks.
        heads: Attention heads; C must be a multiple of it, and C / heads of 4.
        mlp_width: Hidden width of the feed-forward part.
        gated_mlp: SwiGLU instead of GELU.
        registers: Number of register ("storage") tokens.
        patch: Side of a patch in px, which is the stride of the feature map.
        rope_base: Base of the rotary position frequencies.
        rope_rescale: Coordinates are scaled by up to this factor, at random, in training only.
        norm_eps: Epsilon of every LayerNorm.
    """

    channels: int
    depth: int
    heads: int
    mlp_width: int
    gated_mlp: bool = False
    registers: int = 4
    patch: int = 16
    rope_base: float = 100.0
    rope_rescale: float = 2.0
    norm_eps: float = 1e-5

    def __post_init__(self) -> None:
        if self.heads < 1 or self.channels < 1 or self.channels % (4 * self.heads):
            raise ValueError(
                f"{self.channels} channels cannot be shared by {self.heads} heads in multiples of 4"
            )

    @property
    def stride(self) -> int:
        """Input px per feature cell."""
        return self.patch


class DinoV3Encoder(nn.Module):
    """Patch tokens of a DINOv3 ViT after its final norm, as a feature map.

    The parts are those of `transformers.DINOv3ViTModel`. They are kept one by one, because version 5 renamed
    `layer` to `model.layer` and files must keep their names.
    """

    rope_periods: Tensor

    def __init__(self, config: DinoV3Config) -> None:
        super().__init__()
        # here, not at the top: transformers takes a second to import and the bundled model does without
        from transformers import DINOv3ViTConfig, DINOv3ViTModel

        self.config = config
        self.stride = config.stride
        vit: Any = DINOv3ViTModel(
            DINOv3ViTConfig(
                patch_size=config.patch,
                hidden_size=config.channels,
                intermediate_size=config.mlp_width,
                num_hidden_layers=config.depth,
                num_attention_heads=config.heads,
                hidden_act="silu" if config.gated_mlp else "gelu",
                use_gated_mlp=config.gated_mlp,
                num_register_tokens=config.registers,
                rope_theta=config.rope_base,
                pos_embed_rescale=config.rope_rescale,
                layer_norm_eps=config.norm_eps,
            )
        )
        self.embeddings: nn.Module = vit.embeddings
        self.rope: nn.Module = vit.rope_embeddings
        self.layer: nn.ModuleList = vit.layer if hasattr(vit, "layer") else vit.model.layer
        self.norm: nn.Module = vit.norm
        self.register_buffer("rope_periods", rope_periods(config))
        self.register_load_state_dict_post_hook(_use_rope_periods)  # type: ignore[no-untyped-call]

    def forward(self, pixels: Tensor) -> Tensor:
        """pixels (B, 3, S, S), normalised -> features (B, C, S / patch, S / patch)."""
        rows, columns = (side // self.config.patch for side in pixels.shape[-2:])
        pixels = pixels.to(next(self.embeddings.parameters()).dtype)
        position = self.rope(pixels)
        tokens = self.embeddings(pixels)
        for layer in self.layer:
            tokens = layer(tokens, position_embeddings=position)
        patches = self.norm(tokens)[:, 1 + self.config.registers :]  # (B, rows * columns, C)
        features: Tensor = patches.transpose(1, 2).unflatten(2, (rows, columns))
        return features

    def _apply(self, fn: Callable[[Tensor], Tensor], recurse: bool = True) -> DinoV3Encoder:
        periods = self.rope_periods
        super()._apply(fn, recurse)  # type: ignore[no-untyped-call]
        # the frequencies stay float32 when the weights become half: in fp16 they would be 5e-4 off
        if periods.is_meta:  # no values yet: they come with the weights
            self.rope_periods = self.rope_periods.to(torch.float32)
        else:
            self.rope_periods = periods.to(self.rope_periods.device)
        _use_rope_periods(self)
        return self


def rope_periods(config: DinoV3Config) -> Tensor:
    """(C / heads / 4,) float32 periods of the rotary position embedding."""
    count = config.channels // config.heads // 4
    return config.rope_base ** (torch.arange(count, dtype=torch.float32) / count)


def _use_rope_periods(encoder: DinoV3Encoder, _: object = None) -> None:
    # transformers computes the frequencies from the base; a file's own periods may be rounded to bfloat16
    encoder.rope.inv_freq = 1 / encoder.rope_periods
