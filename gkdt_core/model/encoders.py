"""The image encoders that fit F_v's slot, by the kind that `config.json` names."""

from __future__ import annotations

from torch import nn

from gkdt_core.model.dinov3 import DinoV3Config, DinoV3Encoder
from gkdt_core.model.dinov3_convnext import DinoV3ConvNextConfig, DinoV3ConvNextEncoder
from gkdt_core.model.image_encoder import EfficientNetLiteConfig, EfficientNetLiteEncoder

ImageEncoderConfig = DinoV3Config | DinoV3ConvNextConfig | EfficientNetLiteConfig
IMAGE_ENCODERS: dict[str, type[ImageEncoderConfig]] = {
    "dinov3": DinoV3Config,
    "dinov3_convnext": DinoV3ConvNextConfig,
    "efficientnet_lite": EfficientNetLiteConfig,
}


def build_image_encoder(config: ImageEncoderConfig) -> nn.Module:
    """The network of a configuration: normalised pixels (B, 3, S, S) -> features (B, C, h, w)."""
    if isinstance(config, DinoV3Config):
        return DinoV3Encoder(config)
    if isinstance(config, DinoV3ConvNextConfig):
        return DinoV3ConvNextEncoder(config)
    return EfficientNetLiteEncoder(config)
