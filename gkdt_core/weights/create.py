"""A fresh GKDT around pretrained image weights that the user has, ready to be trained."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import nn

from gkdt_core.errors import ModelFileError
from gkdt_core.model.config import INPUT_STEP, GkdtConfig
from gkdt_core.model.detection_head import DetectionHead, LinearNorm, Upsampling
from gkdt_core.model.dinov3 import DinoV3Config
from gkdt_core.model.dinov3_convnext import DinoV3ConvNextConfig
from gkdt_core.model.encoders import build_image_encoder
from gkdt_core.model.kernel_generator import KernelGenerator
from gkdt_core.model.text_encoder import TextAdapterConfig, TextEncoderConfig
from gkdt_core.progress import Checkpoint, no_checkpoint
from gkdt_core.weights.config_file import Source
from gkdt_core.weights.directory import ModelDescription, read_directory, read_weights, write_directory
from gkdt_core.weights.encoder_files import DinoV3Sizes, EncoderFile, describe_sizes, read_encoder
from gkdt_core.weights.load import official_source, shapes_of
from gkdt_core.weights.locate import BUNDLED, CONFIG_FILE, WEIGHTS_FILE, ModelKind, find_model
from gkdt_core.weights.network import empty_network
from gkdt_core.weights.official import read_official
from gkdt_core.weights.pickles import StateDict

ENCODERS: Mapping[str, DinoV3Sizes] = {
    "dinov3-vits16": DinoV3Config(384, 12, 6, 1536),
    "dinov3-vits16plus": DinoV3Config(384, 12, 6, 1536, gated_mlp=True),
    "dinov3-vitb16": DinoV3Config(768, 12, 12, 3072),
    "dinov3-vitl16": DinoV3Config(1024, 24, 16, 4096),
    "dinov3-vith16plus": DinoV3Config(1280, 32, 20, 5120, gated_mlp=True),
    "dinov3-convnext-tiny": DinoV3ConvNextConfig(768, 9),
    "dinov3-convnext-small": DinoV3ConvNextConfig(768, 27),
    "dinov3-convnext-base": DinoV3ConvNextConfig(1024, 27),
    "dinov3-convnext-large": DinoV3ConvNextConfig(1536, 27),
}
"""The public encoders by name; the widths of a ViT's MLPs are taken from the weights at hand."""

_DOWNLOADS = "https://ai.meta.com/resources/models-and-libraries/dinov3-downloads/"
_HUB = "https://huggingface.co/facebook/{name}-pretrain-lvd1689m"
_DECONV_CHANNELS = 256
_UPSCALE = 4
_TEXT_PARTS = ("dinov3_text_encoder.", "text_anet.")
_ENCODER_LICENCE = "DINOv3 License, as agreed with Meta by whoever obtained the encoder"


@dataclass(frozen=True, slots=True)
class CreatedModel:
    """What was made.

    Attributes:
        directory: The model directory.
        config: Its sizes.
        parameters: How many numbers its weights have.
        nbytes: Size of its files.
        encoder: Where the image encoder is from, in words.
        text: Where the text side is from, in words.
        left_out: Names of weights in the encoder's file that are not the encoder's.
    """

    directory: Path
    config: GkdtConfig
    parameters: int
    nbytes: int
    encoder: str
    text: str
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _TextSide:
    """F_t and A_t of another model."""

    encoder: TextEncoderConfig
    adapter: TextAdapterConfig
    weights: StateDict
    name: str
    licence: str


def create_model(
    directory: str | Path,
    *,
    encoder: str | DinoV3Sizes,
    encoder_weights: str | Path | None,
    random_encoder: bool = False,
    text_from: str | Path = BUNDLED,
    kernel_size: int = 1,
    upsampling: Upsampling = "bilinear",
    self_attention: bool = True,
    cross_attention: bool = True,
    input_size: int = 384,
    seed: int = 0,
    dtype: torch.dtype = torch.float32,
    checkpoint: Checkpoint = no_checkpoint,
) -> CreatedModel:
    """Write a fresh model: pretrained image encoder, text side of another model, the rest new.

    New are the kernel generation transformer, the detection head, and T2I where text and image channels
    differ: the model answers nonsense until it is trained. Prompts are not padded (`pad_slots` 0): the 80
    slots belong to how the released weights were trained; a fresh model never sees an empty slot.

    Args:
        directory: To make; must not hold a model yet.
        encoder: One of `ENCODERS`, or sizes of one's own.
        encoder_weights: What `read_encoder` reads.
        random_encoder: Instead of weights, random numbers: for tests and for measuring speed only.
        text_from: The model whose text tower and adaptation are taken: a name, a directory, a *.best file.
        kernel_size: s, 1, 3 or 5.
        upsampling: Of the features before they meet the kernels.
        self_attention: Whether prompts look at each other in the kernel generation transformer.
        cross_attention: Whether they look at the query image there. Without both, prototypes are the kernels.
        input_size: Side of the model's input, px, a multiple of 16.
        seed: Of everything that is new.
        dtype: Of the stored matrices; the default keeps the encoder's numbers as they are.
        checkpoint: May cancel; nothing is left then.

    Raises:
        ModelFileError: The weights are absent, of another encoder, damaged or unsafe, the text source cannot
            be used, the sizes contradict each other, or the directory cannot be written.
    """
    directory = Path(directory)
    sizes = encoder_sizes(encoder) if isinstance(encoder, str) else encoder
    name = next((known for known in ENCODERS if ENCODERS[known] is sizes), describe_sizes(sizes))
    _check_free(directory)
    if random_encoder and encoder_weights is not None:
        raise ModelFileError("Both weights and random numbers are asked for.", hint="Leave one of them out.")
    if not random_encoder and encoder_weights is None:
        raise _needs_weights(name)
    text = _text_side(text_from)
    found = None if encoder_weights is None else _fitting(read_encoder(encoder_weights), sizes, name)
    sizes = sizes if found is None else found.config
    config = replace(
        _config(sizes, text, kernel_size, upsampling, input_size),
        kg_self_attention=self_attention,
        kg_cross_attention=cross_attention,
    )
    weights: StateDict = {}
    for key, tensor in (_random_encoder(sizes, seed) if found is None else found.weights).items():
        weights[f"image_encoder.{key}"] = tensor
    weights.update(text.weights)
    weights.update(_fresh_parts(config, seed))
    empty_network(config, shapes_of(weights), str(directory))
    origin = "random numbers (untrained)" if found is None else f"{found.name} ({name})"
    write_directory(
        directory,
        ModelDescription(config, source=_source(found, text)),
        weights,
        dtype=dtype,
        card=_card(directory, config, origin, text, seed),
        checkpoint=checkpoint,
    )
    return CreatedModel(
        directory=directory,
        config=config,
        parameters=sum(tensor.numel() for tensor in weights.values()),
        nbytes=sum((directory / file).stat().st_size for file in (CONFIG_FILE, WEIGHTS_FILE)),
        encoder=origin,
        text=text.name,
        left_out=() if found is None else found.left_out,
    )


def encoder_sizes(name: str) -> DinoV3Sizes:
    """The sizes of a public encoder; "dinov3-" may be left out of its name.

    Raises:
        ModelFileError: There is none of this name.
    """
    found = ENCODERS.get(name) or ENCODERS.get(f"dinov3-{name}")
    if found is None:
        raise ModelFileError(f'There is no encoder "{name}".', hint=f"Known are {', '.join(ENCODERS)}.")
    return found


def _check_free(directory: Path) -> None:
    if directory.exists() and not directory.is_dir():
        raise ModelFileError(f'"{directory}" is a file.', hint="Give the name of a new folder.")
    if any((directory / file).exists() for file in (CONFIG_FILE, WEIGHTS_FILE)):
        raise ModelFileError(
            f'"{directory}" holds a model already.', hint="Give the name of a new folder, or remove it first."
        )


def _needs_weights(name: str) -> ModelFileError:
    at_hub = f", or {_HUB.format(name=name)} (the whole folder)" if name in ENCODERS else ""
    return ModelFileError(
        f"A fresh model needs the pretrained weights of its image encoder, {name}: without them it would "
        "start from random numbers.",
        hint="Give --encoder-weights with a folder or .pth file. Meta gives them to whoever agrees to the "
        f"DINOv3 License: {_DOWNLOADS} (.pth){at_hub}.",
    )


def _fitting(found: EncoderFile, wanted: DinoV3Sizes, name: str) -> EncoderFile:
    """The weights, if they are of the encoder that was asked for."""
    if _looks(found.config) != _looks(wanted):
        fitting = [other for other, sizes in ENCODERS.items() if _looks(sizes) == _looks(found.config)]
        raise ModelFileError(
            f"{found.name} is {describe_sizes(found.config)}, but {name} is {describe_sizes(wanted)}.",
            hint=f"For these weights use --encoder {fitting[0]}."
            if fitting
            else f"These weights are of none of {', '.join(ENCODERS)}.",
        )
    if isinstance(wanted, DinoV3Config) and isinstance(found.config, DinoV3Config):
        wanted = replace(wanted, mlp_width=found.config.mlp_width)
    if found.config != wanted:
        raise ModelFileError(
            f"{found.name} differs from {name} in its settings: it is {found.config}, expected {wanted}.",
            hint="Use the config.json that was given out with the weights.",
        )
    return found


def _looks(config: DinoV3Sizes) -> tuple[object, ...]:
    """What tells public encoders apart."""
    if isinstance(config, DinoV3ConvNextConfig):
        return "convnext", config.channels, config.depth
    return "vit", config.channels, config.depth, config.gated_mlp


def _text_side(text_from: str | Path) -> _TextSide:
    entry = find_model(text_from)
    if entry.kind is ModelKind.OFFICIAL:
        official = read_official(entry.path)
        config, weights, source = official.config, official.weights, official_source(entry.path, official)
    else:
        description = read_directory(entry.path).description
        config, weights, source = description.network, read_weights(entry.path), description.source
        empty_network(config, shapes_of(weights), entry.name)
    text = {key: tensor for key, tensor in weights.items() if key.startswith(_TEXT_PARTS)}
    return _TextSide(config.text_encoder, config.text_adapter, text, entry.name, source.licence)


def _config(
    sizes: DinoV3Sizes, text: _TextSide, kernel_size: int, upsampling: Upsampling, input_size: int
) -> GkdtConfig:
    channels = sizes.channels
    config = GkdtConfig(
        image_encoder=sizes,
        text_encoder=text.encoder,
        text_adapter=text.adapter,
        channels=channels,
        feature_stride=sizes.stride,
        upscale=_UPSCALE,
        upsampling=upsampling,
        head_channels=min(channels, _DECONV_CHANNELS) if upsampling == "deconv" else channels,
        kernel_size=kernel_size,
        text_projected=text.adapter.input_dim // 2 != channels,
        pad_slots=0,
        input_size=math.lcm(INPUT_STEP, sizes.stride),
    )
    return config.at_input_size(input_size)


def _fresh_parts(config: GkdtConfig, seed: int) -> StateDict:
    """What no pretrained weights exist for, as a new `Gkdt` would have it."""
    with torch.random.fork_rng(devices=[]), torch.no_grad():
        torch.manual_seed(seed)
        parts: dict[str, nn.Module] = {
            "kg_transformer": KernelGenerator(
                config.channels,
                blocks=config.kg_blocks,
                heads=config.kg_heads,
                ffn_width=config.kg_ffn_width,
                dropout=config.dropout,
                self_attention=config.kg_self_attention,
                cross_attention=config.kg_cross_attention,
            ),
            "detection_head": DetectionHead(
                config.channels,
                kernel_size=config.kernel_size,
                upsampling=config.upsampling,
                upscale=config.upscale,
                head_channels=config.head_channels,
            ),
        }
        if config.text_projected:
            parts["t2i_projector"] = LinearNorm(config.text_adapter.input_dim // 2, config.channels)
    return {
        f"{name}.{key}": tensor for name, part in parts.items() for key, tensor in part.state_dict().items()
    }


def _random_encoder(sizes: DinoV3Sizes, seed: int) -> StateDict:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return build_image_encoder(sizes).state_dict()


def _source(found: EncoderFile | None, text: _TextSide) -> Source:
    terms = [] if found is None else [f"image encoder: {_ENCODER_LICENCE}"]
    if text.licence:
        terms.append(f"text side: {text.licence}")
    file = "" if found is None else found.name
    return Source(file, "; ".join(terms), () if found is None else found.left_out[:100])


def _card(directory: Path, config: GkdtConfig, origin: str, text: _TextSide, seed: int) -> str:
    new = "the kernel generation transformer, the detection head"
    if config.text_projected:
        new = f"the projection T2I of the text vectors, {new}"
    absent = [
        words
        for words, there in (
            ("self-attention", config.kg_self_attention),
            ("cross-attention", config.kg_cross_attention),
        )
        if not there
    ]
    side, cells, s = config.input_size, config.heatmap_size, config.kernel_size
    lines = [
        f"# {directory.absolute().name}",
        "",
        "A fresh GKDT, **not yet trained**: its answers mean nothing before `gkdt train --model`.",
        "",
        f"- Image encoder: {origin}.",
        f'- Text tower and adaptation: from the model "{text.name}".',
        f"- New (seed {seed}): {new}.",
        f"- Kernels of {s} x {s} cells, {config.upsampling} upscaling; input {side} x {side} px, heatmaps "
        f"{cells} x {cells} cells.",
        "- Prompts are not padded: the 80 slots of the released models belong to how those were trained.",
    ]
    if absent:
        lines.append(f"- The kernel generation transformer has no {' and no '.join(absent)}.")
    if text.licence or not origin.startswith("random"):
        lines += ["", "## Licence", ""]
    if not origin.startswith("random"):
        lines.append(f"The image encoder: {_ENCODER_LICENCE}.")
    if text.licence:
        lines.append(f"The text side: {text.licence}.")
    return "\n".join(lines) + "\n"
