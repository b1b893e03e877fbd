"""DINOv3's ConvNeXt as an image encoder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from torch import Tensor, nn
from torch.nn import functional as F

_STAGES = 4
_SIDE_BLOCKS = 3
"""Blocks of the first, second and last stage, in every size."""
_DEEPEST_STRIDE = 32


@dataclass(frozen=True, slots=True)
class DinoV3ConvNextConfig:
    """Sizes of a DINOv3 ConvNeXt.

    Attributes:
        channels: C of the last stage, a multiple of 8; they double from stage to stage.
        depth: Blocks of the third stage; the others have 3.
        norm_eps: Epsilon of every LayerNorm.
    """

    channels: int
    depth: int
    norm_eps: float = 1e-6

    def __post_init__(self) -> None:
        if self.channels < 8 or self.channels % 8 or self.depth < 1:
            raise ValueError(f"{self.channels} channels and {self.depth} blocks make no ConvNeXt")

    @property
    def stage_channels(self) -> list[int]:
        """Channels of every stage."""
        return [self.channels >> stage for stage in reversed(range(_STAGES))]

    @property
    def stage_blocks(self) -> list[int]:
        """Blocks of every stage."""
        return [_SIDE_BLOCKS, _SIDE_BLOCKS, self.depth, _SIDE_BLOCKS]

    @property
    def stride(self) -> int:
        """Input px per feature cell."""
        return _DEEPEST_STRIDE // 2


class DinoV3ConvNextEncoder(nn.Module):
    """The last stage of a DINOv3 ConvNeXt after its final norm, brought to stride 16.

    Only the last stage was taught to resemble the ViT teacher's patch tokens, and it has stride 32. Bilinear
    doubling brings it to the stride of the ViTs, as DINOv3's authors do where they use it for dense tasks: so
    both upsamplings, heatmap sizes and every input size divisible by 16 are the same for all DINOv3 encoders.
    It adds no detail, and no weights either: what the kernels meet is the pretrained map, and fine-tuning
    makes it finer.

    The parts are those of `transformers.DINOv3ConvNextModel`, kept one by one, because version 5 renamed
    `stages` to `model.stages` and files must keep their names.
    """

    def __init__(self, config: DinoV3ConvNextConfig) -> None:
        super().__init__()
        # here, not at the top: transformers takes a second to import and the bundled model does without
        from transformers import DINOv3ConvNextConfig, DINOv3ConvNextModel

        self.config = config
        self.stride = config.stride
        network: Any = DINOv3ConvNextModel(
            DINOv3ConvNextConfig(
                hidden_sizes=config.stage_channels,
                depths=config.stage_blocks,
                layer_norm_eps=config.norm_eps,
            )
        )
        self.stages: nn.ModuleList = network.stages if hasattr(network, "stages") else network.model.stages
        self.norm: nn.Module = network.layer_norm

    def forward(self, pixels: Tensor) -> Tensor:
        """pixels (B, 3, S, S), normalised -> features (B, C, S / 16, S / 16)."""
        rows, columns = (side // self.stride for side in pixels.shape[-2:])
        # At odd multiples of 16 the last stage would drop the border. Zero is the colour of the padding.
        right, bottom = (-side % _DEEPEST_STRIDE for side in reversed(pixels.shape[-2:]))
        x = F.pad(pixels, (0, right, 0, bottom)) if right or bottom else pixels
        deepest = self.deepest(x)
        doubled = F.interpolate(deepest, scale_factor=2, mode="bilinear", align_corners=False)
        return doubled[:, :, :rows, :columns].contiguous()

    def deepest(self, pixels: Tensor) -> Tensor:
        """pixels (B, 3, S, S), S a multiple of 32 -> the last stage's normed map (B, C, S / 32, S / 32)."""
        x = pixels.to(next(self.stages.parameters()).dtype)
        for stage in self.stages:
            x = stage(x)
        normed: Tensor = self.norm(x.permute(0, 2, 3, 1))
        return normed.permute(0, 3, 1, 2)
