"""The names DINOv3's weights have elsewhere, brought to those of our encoders."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

from gkdt_core.errors import ModelFileError
from gkdt_core.model.dinov3 import DinoV3Config, rope_periods
from gkdt_core.weights.pickles import Shapes, StateDict

_VIT_NAMES = {
    "cls_token": "embeddings.cls_token",
    "storage_tokens": "embeddings.register_tokens",
    "patch_embed.proj.weight": "embeddings.patch_embeddings.weight",
    "patch_embed.proj.bias": "embeddings.patch_embeddings.bias",
    "norm.weight": "norm.weight",
    "norm.bias": "norm.bias",
}
_BLOCK_NAMES = {
    "norm1": "norm1",
    "norm2": "norm2",
    "attn.proj": "attention.o_proj",
    "mlp.fc1": "mlp.up_proj",
    "mlp.fc2": "mlp.down_proj",
    "mlp.w1": "mlp.gate_proj",
    "mlp.w2": "mlp.up_proj",
    "mlp.w3": "mlp.down_proj",
}


@dataclass(frozen=True, slots=True)
class WeightSource:
    """Where weights come from, for messages.

    Attributes:
        file: Its name.
        prefix: What stands before the encoder's names in it.
        kind: What it should be.
    """

    file: str
    prefix: str = ""
    kind: str = "GKDT checkpoint"

    def unknown(self, key: str) -> ModelFileError:
        """The error for a weight without a place in the network."""
        return ModelFileError(
            f'{self.file}: unknown weight "{self.prefix}{key}".',
            hint=f"The file is no {self.kind}, or of a release this version does not know.",
        )


def vit_sizes(shapes: Shapes, prefix: str = "") -> DinoV3Config:
    """The sizes of a DINOv3 ViT under its authors' names, read off its weights."""
    patches = f"{prefix}patch_embed.proj.weight"
    channels = shapes.size(patches, 0, dims=4)
    gated = shapes.has(f"{prefix}blocks.0.mlp.w1.weight")
    return DinoV3Config(
        channels=channels,
        depth=shapes.count(f"{prefix}blocks."),
        heads=shapes.heads("image encoder", channels),
        mlp_width=shapes.size(f"{prefix}blocks.0.mlp.{'w1' if gated else 'fc1'}.weight", 0),
        gated_mlp=gated,
        registers=shapes.size(f"{prefix}storage_tokens", 1, dims=3),
        patch=shapes.size(patches, 3, dims=4),
    )


def vit_from_authors(source: WeightSource, visual: Mapping[str, Tensor], config: DinoV3Config) -> StateDict:
    """The weights of a DINOv3 ViT under its authors' names -> under those of `DinoV3Encoder`.

    Args:
        source: Where they come from.
        visual: The weights, by their names without `source.prefix`.
        config: Their sizes.

    Raises:
        ModelFileError: A weight is unknown, or of another kind of network.
    """
    weights: StateDict = {}
    for key, tensor in visual.items():
        if key in _VIT_NAMES:
            weights[_VIT_NAMES[key]] = tensor
        elif key == "mask_token":
            weights["embeddings.mask_token"] = tensor.unsqueeze(0)
        elif key == "rope_embed.periods":
            weights["rope_periods"] = _checked_periods(source, tensor, config)
        elif match := re.fullmatch(r"blocks\.(\d+)\.(.+)", key):
            weights.update(_block_weights(source, visual, key, f"layer.{match.group(1)}.", match.group(2)))
        else:
            raise source.unknown(key)
    return weights


def _block_weights(
    source: WeightSource, visual: Mapping[str, Tensor], key: str, layer: str, name: str
) -> StateDict:
    tensor = visual[key]
    if name in ("ls1.gamma", "ls2.gamma"):
        return {f"{layer}layer_scale{name[2]}.lambda1": tensor}
    if name == "attn.qkv.weight":
        query, key_, value = _thirds(source, key, tensor)
        attention = f"{layer}attention."
        return {
            f"{attention}q_proj.weight": query,
            f"{attention}k_proj.weight": key_,
            f"{attention}v_proj.weight": value,
        }
    if name == "attn.qkv.bias":
        return _qkv_bias(source, visual, key, layer)
    if name == "attn.qkv.bias_mask":
        return {}  # taken in with the bias
    stem, _, kind = name.rpartition(".")
    if stem not in _BLOCK_NAMES or kind not in ("weight", "bias"):
        raise source.unknown(key)
    return {f"{layer}{_BLOCK_NAMES[stem]}.{kind}": tensor}


def _qkv_bias(source: WeightSource, visual: Mapping[str, Tensor], key: str, layer: str) -> StateDict:
    bias = visual[key]
    mask = visual.get(f"{key}_mask")
    if mask is not None:
        if mask.shape != bias.shape:
            raise ModelFileError(f'{source.file}: "{source.prefix}{key}" and its mask differ in shape.')
        # where the mask is 0 the bias may be anything, even NaN: it never took part
        bias = torch.where(mask == 0, torch.zeros_like(bias), bias * mask)
    query, key_, value = _thirds(source, key, bias)
    if key_.count_nonzero():
        raise ModelFileError(
            f'{source.file}: "{source.prefix}{key}" has a key bias, which this encoder does not have.',
            hint="The file is of a release this version does not know.",
        )
    return {f"{layer}attention.q_proj.bias": query, f"{layer}attention.v_proj.bias": value}


def _thirds(source: WeightSource, key: str, packed: Tensor) -> tuple[Tensor, ...]:
    if not packed.ndim or packed.shape[0] % 3:
        raise ModelFileError(f'{source.file}: "{source.prefix}{key}" is no packed query, key and value.')
    return packed.chunk(3)


def _checked_periods(source: WeightSource, periods: Tensor, config: DinoV3Config) -> Tensor:
    """The file's own periods, which may be rounded, but must be those of the base that is assumed."""
    expected = rope_periods(config)
    values = periods.to(torch.float32)
    if values.shape != expected.shape or not torch.allclose(values, expected, rtol=1e-2):
        raise ModelFileError(
            f"{source.file}: the image encoder's position periods are not of base {config.rope_base:g}.",
            hint="The file is of a release this version does not know.",
        )
    return values


def vit_from_transformers(weights: Mapping[str, Tensor], config: DinoV3Config) -> StateDict:
    """The weights of `transformers.DINOv3ViTModel`, of its version 4 or 5 -> under those of `DinoV3Encoder`.

    Args:
        weights: By their names without a prefix.
        config: Their sizes; `transformers` computes the position periods and stores none.
    """
    ours = {re.sub(r"^model\.layer\.", "layer.", key): tensor for key, tensor in weights.items()}
    ours["rope_periods"] = rope_periods(config)
    return ours


def convnext_from_transformers(weights: Mapping[str, Tensor]) -> StateDict:
    """The weights of `transformers.DINOv3ConvNextModel`, 4 or 5 -> those of `DinoV3ConvNextEncoder`."""
    ours = {}
    for key, tensor in weights.items():
        key = re.sub(r"^model\.stages\.", "stages.", key)
        ours[re.sub(r"^layer_norm\.", "norm.", key)] = tensor
    return ours


_CONVNEXT_BLOCK_NAMES = {
    "dwconv.weight": "depthwise_conv.weight",
    "dwconv.bias": "depthwise_conv.bias",
    "norm.weight": "layer_norm.weight",
    "norm.bias": "layer_norm.bias",
    "pwconv1.weight": "pointwise_conv1.weight",
    "pwconv1.bias": "pointwise_conv1.bias",
    "pwconv2.weight": "pointwise_conv2.weight",
    "pwconv2.bias": "pointwise_conv2.bias",
    "gamma": "gamma",
}


def convnext_from_authors(source: WeightSource, weights: Mapping[str, Tensor]) -> StateDict:
    """The weights of a DINOv3 ConvNeXt under its authors' names -> those of `DinoV3ConvNextEncoder`.

    Raises:
        ModelFileError: A weight is unknown.
    """
    ours: StateDict = {}
    for key, tensor in weights.items():
        if match := re.fullmatch(r"downsample_layers\.(\d+)\.(\d+)\.(weight|bias)", key):
            ours[f"stages.{match[1]}.downsample_layers.{match[2]}.{match[3]}"] = tensor
        elif (match := re.fullmatch(r"stages\.(\d+)\.(\d+)\.(.+)", key)) and match[
            3
        ] in _CONVNEXT_BLOCK_NAMES:
            ours[f"stages.{match[1]}.layers.{match[2]}.{_CONVNEXT_BLOCK_NAMES[match[3]]}"] = tensor
        elif key in ("norm.weight", "norm.bias"):
            ours[key] = tensor
        elif not re.fullmatch(r"norms\.3\.(weight|bias)", key):  # the same norm under its second name
            raise source.unknown(key)
    return ours
