"""Tiny random DINOv3 encoders: `transformers`' own networks, and files of them as people have them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from transformers import DINOv3ConvNextConfig as HubConvNextConfig
from transformers import DINOv3ConvNextModel, DINOv3ViTConfig, DINOv3ViTModel

from gkdt_core.model.dinov3 import DinoV3Config
from gkdt_core.model.dinov3_convnext import DinoV3ConvNextConfig

VIT = DinoV3Config(channels=128, depth=2, heads=2, mlp_width=96)
GATED = DinoV3Config(channels=128, depth=2, heads=2, mlp_width=96, gated_mlp=True)
CONVNEXT = DinoV3ConvNextConfig(channels=64, depth=2)


def network(config: DinoV3Config | DinoV3ConvNextConfig, seed: int = 0) -> Any:
    """A random network of transformers, with every weight away from its first value."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        if isinstance(config, DinoV3ConvNextConfig):
            model: Any = DINOv3ConvNextModel(
                HubConvNextConfig(hidden_sizes=config.stage_channels, depths=config.stage_blocks)
            )
        else:
            model = DINOv3ViTModel(
                DINOv3ViTConfig(
                    hidden_size=config.channels,
                    num_hidden_layers=config.depth,
                    num_attention_heads=config.heads,
                    intermediate_size=config.mlp_width,
                    use_gated_mlp=config.gated_mlp,
                    hidden_act="silu" if config.gated_mlp else "gelu",
                    num_register_tokens=config.registers,
                )
            )
        for parameter in model.parameters():
            parameter.data += 0.05 * torch.randn_like(parameter)
    return model.eval()


def folder(model: Any, path: Path, **settings: Any) -> Path:
    """The network as transformers saves it."""
    model.save_pretrained(path, **settings)
    return path


@torch.inference_mode()
def patch_map(model: Any, pixels: Tensor) -> Tensor:
    """The network's own patch tokens as a map (B, C, h, w)."""
    tokens = model(pixels).last_hidden_state
    convnext = isinstance(model, DINOv3ConvNextModel)
    side = pixels.shape[-1] // (32 if convnext else 16)
    tokens = tokens[:, -side * side :]
    return tokens.transpose(1, 2).reshape(len(pixels), -1, side, side)


_TOP = {
    "embeddings.cls_token": "cls_token",
    "embeddings.register_tokens": "storage_tokens",
    "embeddings.patch_embeddings.weight": "patch_embed.proj.weight",
    "embeddings.patch_embeddings.bias": "patch_embed.proj.bias",
    "norm.weight": "norm.weight",
    "norm.bias": "norm.bias",
}
_BLOCK = {
    "attention.o_proj": "attn.proj",
    "layer_scale1.lambda1": "ls1.gamma",
    "layer_scale2.lambda1": "ls2.gamma",
    "mlp.gate_proj": "mlp.w1",
}


def authors_vit(model: DINOv3ViTModel, *, gated: bool = False) -> dict[str, Tensor]:
    """The weights under the authors' names, with queries, keys and values packed as theirs."""
    state = {re.sub(r"^model\.", "", key): tensor for key, tensor in model.state_dict().items()}
    channels = state["norm.weight"].numel()
    names = dict(_BLOCK)
    names |= (
        {"mlp.up_proj": "mlp.w2", "mlp.down_proj": "mlp.w3"}
        if gated
        else {"mlp.up_proj": "mlp.fc1", "mlp.down_proj": "mlp.fc2"}
    )
    out = {"mask_token": state["embeddings.mask_token"][0]}
    out["rope_embed.periods"] = 100 ** (torch.arange(16) / 16)
    for key, tensor in state.items():
        if key in _TOP:
            out[_TOP[key]] = tensor
        elif match := re.fullmatch(r"layer\.(\d+)\.(.+)", key):
            name = match[2]
            if re.match(r"attention\.[qkv]_proj", name):
                continue
            for ours, theirs in names.items():
                name = name.replace(ours, theirs)
            out[f"blocks.{match[1]}.{name}"] = tensor
    for block in range(sum(key.endswith("norm1.weight") for key in state)):
        part = f"layer.{block}.attention."
        theirs = f"blocks.{block}.attn.qkv."
        out[f"{theirs}weight"] = torch.cat([state[f"{part}{p}_proj.weight"] for p in "qkv"])
        keys = torch.full((channels,), float("nan"))  # masked: it may be anything
        out[f"{theirs}bias"] = torch.cat([state[f"{part}q_proj.bias"], keys, state[f"{part}v_proj.bias"]])
        ones = torch.ones(channels)
        out[f"{theirs}bias_mask"] = torch.cat([ones, torch.zeros(channels), ones])
    return out


def authors_convnext(model: DINOv3ConvNextModel) -> dict[str, Tensor]:
    """The weights under the authors' names, the last norm under both of its."""
    out = {}
    for key, tensor in model.state_dict().items():
        name = re.sub(r"^model\.", "", key)
        name = re.sub(r"^stages\.(\d+)\.downsample_layers\.(\d+)", r"downsample_layers.\1.\2", name)
        name = re.sub(r"^stages\.(\d+)\.layers\.(\d+)", r"stages.\1.\2", name)
        name = name.replace("depthwise_conv", "dwconv").replace("pointwise_conv", "pwconv")
        out[name.replace("layer_norm", "norm")] = tensor
    out["norms.3.weight"], out["norms.3.bias"] = out["norm.weight"], out["norm.bias"]
    return out
