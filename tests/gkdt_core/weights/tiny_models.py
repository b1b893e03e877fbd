"""Networks and official checkpoints small enough to build in a test."""

from __future__ import annotations

import torch
from torch import Tensor

from gkdt_core.model.config import GkdtConfig
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.model.image_encoder import EfficientNetLiteConfig
from gkdt_core.model.text_encoder import TextAdapterConfig, TextEncoderConfig

CHANNELS = 64


def tiny_config() -> GkdtConfig:
    return GkdtConfig(
        image_encoder=EfficientNetLiteConfig(channels=CHANNELS, context_blocks=1),
        text_encoder=TextEncoderConfig(
            vocab_size=300, context_length=16, width=64, layers=1, heads=1, hidden=64, output_dim=32
        ),
        text_adapter=TextAdapterConfig(input_dim=32, width=64, heads=1, hidden=64),
        channels=CHANNELS,
        input_size=128,
        feature_stride=8,
        upscale=2,
        kg_ffn_width=64,
        text_projected=True,
    )


def tiny_network(seed: int = 0) -> Gkdt:
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        return Gkdt(tiny_config()).eval()


def official_state(seed: int = 0, *, channels: int = CHANNELS, gated: bool = False) -> dict[str, Tensor]:
    """A state dict in the official layout: one ViT block, one text block, s = 3, T2I linear."""
    draw = torch.Generator().manual_seed(seed)
    state: dict[str, Tensor] = {}

    def add(name: str, *shape: int) -> None:
        state[name] = torch.randn(shape, generator=draw) * 0.05

    def add_norm(name: str, width: int) -> None:
        state[f"{name}.weight"], state[f"{name}.bias"] = torch.ones(width), torch.zeros(width)

    def add_linear(name: str, outputs: int, inputs: int) -> None:
        add(f"{name}.weight", outputs, inputs)
        add(f"{name}.bias", outputs)

    def add_attention(name: str, width: int) -> None:
        add(f"{name}.in_proj_weight", 3 * width, width)
        add(f"{name}.in_proj_bias", 3 * width)
        add_linear(f"{name}.out_proj", width, width)

    visual, block = "dinov3_visual_encoder.", "dinov3_visual_encoder.blocks.0."
    add(f"{visual}cls_token", 1, 1, channels)
    add(f"{visual}storage_tokens", 1, 4, channels)
    add(f"{visual}mask_token", 1, channels)
    add(f"{visual}patch_embed.proj.weight", channels, 3, 16, 16)
    add(f"{visual}patch_embed.proj.bias", channels)
    state[f"{visual}rope_embed.periods"] = 100 ** (torch.arange(16) / 16)
    add_norm(f"{visual}norm", channels)
    add_norm(f"{block}norm1", channels)
    add_norm(f"{block}norm2", channels)
    add_linear(f"{block}attn.qkv", 3 * channels, channels)
    mask = torch.ones(3 * channels)
    mask[channels : 2 * channels] = 0
    state[f"{block}attn.qkv.bias_mask"] = mask
    add_linear(f"{block}attn.proj", channels, channels)
    add(f"{block}ls1.gamma", channels)
    add(f"{block}ls2.gamma", channels)
    if gated:
        add_linear(f"{block}mlp.w1", 96, channels)
        add_linear(f"{block}mlp.w2", 96, channels)
        add_linear(f"{block}mlp.w3", channels, 96)
    else:
        add_linear(f"{block}mlp.fc1", 128, channels)
        add_linear(f"{block}mlp.fc2", channels, 128)

    tower, text = "dinov3_text_encoder.backbone.", "dinov3_text_encoder.backbone.blocks.0."
    add(f"{tower}positional_embedding", 77, 64)
    add(f"{tower}token_embedding.weight", 50, 64)
    add_norm(f"{text}attention_norm", 64)
    add(f"{text}attention.qkv.weight", 192, 64)
    add_linear(f"{text}attention.proj", 64, 64)
    add_norm(f"{text}ffn_norm", 64)
    add_linear(f"{text}feed_forward.fc1", 128, 64)
    add_linear(f"{text}feed_forward.fc2", 64, 128)
    add_norm(f"{tower}ln_final", 64)
    add("dinov3_text_encoder.head.linear_projection.weight", 96, 64)

    add("text_anet.proj", 64, 96)
    add_norm("text_anet.proj_in.projector.0", 96)
    add("text_anet.proj_in.projector.1.weight", 64, 96)
    adapter = "text_anet.net.resblocks.0."
    add_norm(f"{adapter}ln_1", 64)
    add_attention(f"{adapter}attn", 64)
    add_norm(f"{adapter}ln_2", 64)
    add_linear(f"{adapter}mlp.c_fc", 256, 64)
    add_linear(f"{adapter}mlp.c_proj", 64, 256)
    add_norm("text_anet.ln", 64)
    add_norm("text_anet.last_norm", 96)
    add("t2i_projector.projector.0.weight", channels, 48)
    add_norm("t2i_projector.projector.1", channels)

    add("kg_transformer.mask_token", 1, channels)
    kernels = "kg_transformer.blocks.0."
    add_attention(f"{kernels}self_attention", channels)
    add_attention(f"{kernels}cross_attention", channels)
    for name in ("norm1", "norm_ca1", "norm_ca2", "norm3"):
        add_norm(f"{kernels}{name}", channels)
    add_linear(f"{kernels}feed_forward.linear1", 80, channels)
    add_linear(f"{kernels}feed_forward.linear2", channels, 80)
    add_norm("kg_transformer.final_norm", channels)
    add("detection_head.kernel_expander.0.weight", channels, 1, 3, 3)
    add("detection_head.kernel_expander.0.bias", channels)
    return state
