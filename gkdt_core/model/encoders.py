"""The image encoders that fit F_v's slot, by the kind that `config.json` names."""

from __future__ import annotations

from torch import nn

from gkdt_core.model.dinov3 import DinoV3Config, DinoV3Encoder
from gkdt_core.model.image_encoder import EfficientNetLiteConfig, EfficientNetLiteEncoder

ImageEncoderConfig = DinoV3Config | EfficientNetLiteConfig
IMAGE_ENCODERS: dict[str, type[ImageEncoderConfig]] = {
    "dinov3": DinoV3Config,
    "efficientnet_lite": EfficientNetLiteConfig,
}


def build_image_encoder(config: ImageEncoderConfig) -> nn.Module:
    """The network of a configuration: normalised pixels (B, 3, S, S) -> features (B, C, h, w)."""
    if isinstance(config, DinoV3Config):
        return DinoV3Encoder(config)
    return EfficientNetLiteEncoder(config)
