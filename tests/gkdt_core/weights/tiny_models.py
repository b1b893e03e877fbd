"""Networks and official checkpoints small enough to build in a test."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class OfficialSizes:
    """Sizes of a checkpoint in the official layout; as they are, one small enough for a test."""

    channels: int = CHANNELS
    depth: int = 1
    mlp_width: int = 128
    gated: bool = False
    text_width: int = 64
    text_layers: int = 1
    text_output: int = 96
    vocabulary: int = 50
    kg_blocks: int = 1
    kg_ffn_width: int = 80
    kernel_size: int = 3
    projected: bool = True


GKDT_L = OfficialSizes(1024, 24, 4096, False, 1280, 24, 2048, 49408, 2, 1024, 1, False)
"""The sizes of the released GKDT-L."""


def official_state(
    seed: int = 0, *, channels: int = CHANNELS, gated: bool = False, sizes: OfficialSizes | None = None
) -> dict[str, Tensor]:
    """A state dict in the official layout: one ViT block, one text block, s = 3, T2I linear."""
    if sizes is None:
        sizes = OfficialSizes(channels, mlp_width=96 if gated else 128, gated=gated)
    channels, text_width = sizes.channels, sizes.text_width
    draw = torch.Generator().manual_seed(seed)
    state: dict[str, Tensor] = {}

    def add(name: str, *shape: int) -> None:
        state[name] = torch.randn(shape, generator=draw).mul_(0.05)

    def add_norm(name: str, width: int) -> None:
        state[f"{name}.weight"], state[f"{name}.bias"] = torch.ones(width), torch.zeros(width)

    def add_linear(name: str, outputs: int, inputs: int) -> None:
        add(f"{name}.weight", outputs, inputs)
        add(f"{name}.bias", outputs)

    def add_attention(name: str, width: int) -> None:
        add(f"{name}.in_proj_weight", 3 * width, width)
        add(f"{name}.in_proj_bias", 3 * width)
        add_linear(f"{name}.out_proj", width, width)

    visual = "dinov3_visual_encoder."
    add(f"{visual}cls_token", 1, 1, channels)
    add(f"{visual}storage_tokens", 1, 4, channels)
    add(f"{visual}mask_token", 1, channels)
    add(f"{visual}patch_embed.proj.weight", channels, 3, 16, 16)
    add(f"{visual}patch_embed.proj.bias", channels)
    state[f"{visual}rope_embed.periods"] = 100 ** (torch.arange(16) / 16)
    add_norm(f"{visual}norm", channels)
    for number in range(sizes.depth):
        block = f"{visual}blocks.{number}."
        add_norm(f"{block}norm1", channels)
        add_norm(f"{block}norm2", channels)
        add_linear(f"{block}attn.qkv", 3 * channels, channels)
        mask = torch.ones(3 * channels)
        mask[channels : 2 * channels] = 0
        state[f"{block}attn.qkv.bias_mask"] = mask
        add_linear(f"{block}attn.proj", channels, channels)
        add(f"{block}ls1.gamma", channels)
        add(f"{block}ls2.gamma", channels)
        if sizes.gated:
            add_linear(f"{block}mlp.w1", sizes.mlp_width, channels)
            add_linear(f"{block}mlp.w2", sizes.mlp_width, channels)
            add_linear(f"{block}mlp.w3", channels, sizes.mlp_width)
        else:
            add_linear(f"{block}mlp.fc1", sizes.mlp_width, channels)
            add_linear(f"{block}mlp.fc2", channels, sizes.mlp_width)

    tower = "dinov3_text_encoder.backbone."
    hidden = 4 * text_width if text_width > 64 else 128
    add(f"{tower}positional_embedding", 77, text_width)
    add(f"{tower}token_embedding.weight", sizes.vocabulary, text_width)
    for number in range(sizes.text_layers):
        text = f"{tower}blocks.{number}."
        add_norm(f"{text}attention_norm", text_width)
        add(f"{text}attention.qkv.weight", 3 * text_width, text_width)
        add_linear(f"{text}attention.proj", text_width, text_width)
        add_norm(f"{text}ffn_norm", text_width)
        add_linear(f"{text}feed_forward.fc1", hidden, text_width)
        add_linear(f"{text}feed_forward.fc2", text_width, hidden)
    add_norm(f"{tower}ln_final", text_width)
    add("dinov3_text_encoder.head.linear_projection.weight", sizes.text_output, text_width)

    add("text_anet.proj", text_width, sizes.text_output)
    add_norm("text_anet.proj_in.projector.0", sizes.text_output)
    add("text_anet.proj_in.projector.1.weight", text_width, sizes.text_output)
    adapter = "text_anet.net.resblocks.0."
    add_norm(f"{adapter}ln_1", text_width)
    add_attention(f"{adapter}attn", text_width)
    add_norm(f"{adapter}ln_2", text_width)
    add_linear(f"{adapter}mlp.c_fc", 4 * text_width, text_width)
    add_linear(f"{adapter}mlp.c_proj", text_width, 4 * text_width)
    add_norm("text_anet.ln", text_width)
    add_norm("text_anet.last_norm", sizes.text_output)
    if sizes.projected:
        add("t2i_projector.projector.0.weight", channels, sizes.text_output // 2)
        add_norm("t2i_projector.projector.1", channels)

    add("kg_transformer.mask_token", 1, channels)
    for number in range(sizes.kg_blocks):
        kernels = f"kg_transformer.blocks.{number}."
        add_attention(f"{kernels}self_attention", channels)
        add_attention(f"{kernels}cross_attention", channels)
        for name in ("norm1", "norm_ca1", "norm_ca2", "norm3"):
            add_norm(f"{kernels}{name}", channels)
        add_linear(f"{kernels}feed_forward.linear1", sizes.kg_ffn_width, channels)
        add_linear(f"{kernels}feed_forward.linear2", channels, sizes.kg_ffn_width)
    add_norm("kg_transformer.final_norm", channels)
    if sizes.kernel_size > 1:
        add("detection_head.kernel_expander.0.weight", channels, 1, sizes.kernel_size, sizes.kernel_size)
        add("detection_head.kernel_expander.0.bias", channels)
    return state
