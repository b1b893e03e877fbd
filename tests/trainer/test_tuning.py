"""How much of the image encoder is tuned."""

from __future__ import annotations

import pytest
from torch import nn

from gkdt_core.model.dinov3 import DinoV3Config, DinoV3Encoder
from gkdt_core.model.dinov3_convnext import DinoV3ConvNextConfig, DinoV3ConvNextEncoder
from gkdt_core.model.image_encoder import EfficientNetLiteConfig, EfficientNetLiteEncoder
from trainer.config import Tune
from trainer.tuning import freeze_encoder


def _small() -> nn.Module:
    return EfficientNetLiteEncoder(EfficientNetLiteConfig("lite0", channels=64, context_blocks=1))


def _vit() -> nn.Module:
    return DinoV3Encoder(DinoV3Config(channels=32, depth=6, heads=2, mlp_width=64))


def _convnext() -> nn.Module:
    return DinoV3ConvNextEncoder(DinoV3ConvNextConfig(channels=32, depth=1))


def _trained(encoder: nn.Module, tune: Tune) -> set[str]:
    freeze_encoder(encoder, tune, True)
    return {name for name, parameter in encoder.named_parameters() if parameter.requires_grad}


@pytest.mark.parametrize("make", [_small, _vit, _convnext])
def test_more_is_tuned_from_heads_to_upper_to_all(make) -> None:  # type: ignore[no-untyped-def]
    heads, upper, everything = (_trained(make(), tune) for tune in ("heads", "upper", "all"))
    assert heads == set()
    assert heads < upper < everything


def test_the_upper_part_of_a_vit_is_its_last_third_and_the_norm() -> None:
    names = _trained(_vit(), "upper")
    assert {name.split(".")[1] for name in names if name.startswith("layer.")} == {"4", "5"}
    assert any(name.startswith("norm.") for name in names)


def test_the_upper_part_of_the_small_encoder_has_the_pyramid_and_the_coarsest_stages() -> None:
    names = _trained(_small(), "upper")
    assert {name.split(".")[2] for name in names if name.startswith("trunk.stages.")} == {"5", "6"}
    assert any(name.startswith("lateral16.") for name in names)


def test_the_low_layers_stay_in_the_small_encoder_when_asked_for() -> None:
    encoder = _small()
    freeze_encoder(encoder, "all", True)
    kept = {name.split(".")[1] for name, p in encoder.named_parameters() if not p.requires_grad}
    assert kept == {"stem", "stages"}
    other = _small()
    freeze_encoder(other, "all", False)
    assert all(p.requires_grad for p in other.parameters())
