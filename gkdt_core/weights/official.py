"""The authors' `*.best` checkpoints: read safely, every size taken from the shapes, names brought to ours."""

from __future__ import annotations

import pickle
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from gkdt_core.errors import ModelFileError
from gkdt_core.model.config import GkdtConfig
from gkdt_core.model.dinov3 import DinoV3Config, rope_periods
from gkdt_core.model.text_encoder import TextAdapterConfig, TextEncoderConfig

StateDict = dict[str, Tensor]

OFFICIAL_PAD_SLOTS = 80
"""The released models were trained with every modality padded to this many slots, and are run so."""
_HEAD_WIDTH = 64
_VISUAL = "dinov3_visual_encoder."
_SAME_NAMES = (
    "dinov3_text_encoder.",
    "text_anet.",
    "t2i_projector.",
    "kg_transformer.",
    "detection_head.",
)
"""Parts whose parameters have the same names in the released files and here."""


def read_official(path: Path) -> tuple[GkdtConfig, StateDict]:
    """The configuration and the weights, under our names, of an official checkpoint.

    The tensors are mapped from the file, not yet read.

    Raises:
        ModelFileError: The file is no such checkpoint, is damaged, or lacks or has weights it should not.
    """
    state = _checkpoint_state(path)
    shapes = _Shapes(path, state)
    config = _config(shapes)
    ours: StateDict = {}
    for key, tensor in state.items():
        if key.startswith(_SAME_NAMES):
            ours[key] = tensor
        elif not key.startswith(_VISUAL):
            raise ModelFileError(
                f'{path.name}: unknown weight "{key}".',
                hint="The file is no GKDT checkpoint, or of a release this version does not know.",
            )
    visual = {key[len(_VISUAL) :]: tensor for key, tensor in state.items() if key.startswith(_VISUAL)}
    for key, tensor in _encoder_weights(path, visual, config).items():
        ours[f"image_encoder.{key}"] = tensor
    return config, ours


def _checkpoint_state(path: Path) -> StateDict:
    """The flat state dict below "model" of a torch pickle, which is never allowed to run code."""
    try:
        with zipfile.ZipFile(path) as archive:
            packed = any(entry.compress_type != zipfile.ZIP_STORED for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ModelFileError(
            f"{path.name} is not a complete GKDT checkpoint.",
            hint="The download may have been cut off; compare its size with the source and fetch it again.",
        ) from error
    if packed:  # torch stores; a small compressed entry could unfold into any size
        raise ModelFileError(f"{path.name} is compressed, which GKDT checkpoints are not.")
    try:
        checkpoint: Any = torch.load(path, map_location="cpu", weights_only=True, mmap=True)
    except pickle.UnpicklingError as error:
        raise ModelFileError(
            f"{path.name} holds something other than weights, which was not opened: it could run code.",
            hint="Use checkpoints from their authors only.",
        ) from error
    except (RuntimeError, EOFError, OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelFileError(
            f"{path.name} cannot be read as a checkpoint: {_first_line(error)}",
            hint="The file is damaged or of another kind; fetch it again.",
        ) from error
    model = checkpoint.get("model") if isinstance(checkpoint, Mapping) else None
    if not isinstance(model, Mapping) or not model:
        raise ModelFileError(
            f'{path.name} has no weights under "model".', hint="Choose a GKDT checkpoint (*.best)."
        )
    for key, tensor in model.items():
        if not isinstance(key, str) or not _is_plain(tensor):
            raise ModelFileError(f'{path.name}: "{str(key)[:80]}" under "model" is not a plain tensor.')
    # a few stored bytes can pose as a tensor of any shape by strides of 0
    if sum(tensor.nbytes for tensor in model.values()) > 2 * path.stat().st_size:
        raise ModelFileError(f"{path.name} claims to hold more weights than the file has room for.")
    return dict(model)


def _is_plain(value: object) -> bool:
    return (
        isinstance(value, Tensor)
        and value.layout is torch.strided
        and value.device.type == "cpu"
        and (value.is_floating_point() or value.dtype is torch.int64)
    )


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__


class _Shapes:
    """Sizes read off the tensors of a checkpoint; what is missing is named."""

    def __init__(self, path: Path, state: Mapping[str, Tensor]) -> None:
        self._path = path
        self._state = state

    def has(self, key: str) -> bool:
        return key in self._state

    def tensor(self, key: str, dims: int) -> Tensor:
        tensor = self._state.get(key)
        if tensor is None:
            raise ModelFileError(
                f'{self._path.name} lacks the weight "{key}".',
                hint="The file is no complete GKDT checkpoint.",
            )
        if tensor.ndim != dims or 0 in tensor.shape:
            raise ModelFileError(
                f'{self._path.name}: "{key}" has shape {tuple(tensor.shape)}, expected {dims} dimensions.'
            )
        return tensor

    def size(self, key: str, dim: int, dims: int = 2) -> int:
        return int(self.tensor(key, dims).shape[dim])

    def count(self, prefix: str) -> int:
        """How many numbered parts there are: `prefix`0., `prefix`1., ... without a gap."""
        pattern = re.compile(re.escape(prefix) + r"(\d{1,4})\.")
        numbers = {int(match.group(1)) for key in self._state if (match := pattern.match(key))}
        if not numbers or numbers != set(range(len(numbers))):
            found = f"only {sorted(numbers)[:8]}" if numbers else "none"
            raise ModelFileError(
                f'{self._path.name}: the blocks "{prefix}0", "{prefix}1", ... are not complete ({found}).',
                hint="The file is no complete GKDT checkpoint.",
            )
        return len(numbers)

    def heads(self, what: str, width: int) -> int:
        if width % _HEAD_WIDTH:
            raise ModelFileError(
                f"{self._path.name}: the {what} is {width} wide, which is no multiple of {_HEAD_WIDTH}."
            )
        return width // _HEAD_WIDTH


def _config(shapes: _Shapes) -> GkdtConfig:
    visual = _visual_config(shapes)
    tower, block = "dinov3_text_encoder.backbone.", "blocks.0.feed_forward.fc1.weight"
    positions = f"{tower}positional_embedding"
    width = shapes.size(positions, 1)
    text = TextEncoderConfig(
        vocab_size=shapes.size(f"{tower}token_embedding.weight", 0),
        context_length=shapes.size(positions, 0),
        width=width,
        layers=shapes.count(f"{tower}blocks."),
        heads=shapes.heads("text encoder", width),
        hidden=shapes.size(f"{tower}{block}", 0),
        output_dim=shapes.size("dinov3_text_encoder.head.linear_projection.weight", 0),
    )
    adapter_width = shapes.size("text_anet.proj", 0)
    adapter = TextAdapterConfig(
        input_dim=shapes.size("text_anet.proj", 1),
        width=adapter_width,
        heads=shapes.heads("text adaptation", adapter_width),
        hidden=shapes.size("text_anet.net.resblocks.0.mlp.c_fc.weight", 0),
    )
    channels = visual.channels
    expander = "detection_head.kernel_expander.0.weight"
    k2i = "detection_head.k2i_projector.projector.0.weight"
    deconv = "detection_head.upsampler.deconv_layers.0.weight"
    head_channels = channels
    if shapes.has(k2i):
        head_channels = shapes.size(k2i, 0)
    return GkdtConfig(
        image_encoder=visual,
        text_encoder=text,
        text_adapter=adapter,
        channels=channels,
        feature_stride=visual.patch,
        upsampling="deconv" if shapes.has(deconv) else "bilinear",
        head_channels=head_channels,
        kernel_size=shapes.size(expander, 3, dims=4) if shapes.has(expander) else 1,
        kg_blocks=shapes.count("kg_transformer.blocks."),
        kg_heads=shapes.heads("kernel generation transformer", channels),
        kg_ffn_width=shapes.size("kg_transformer.blocks.0.feed_forward.linear1.weight", 0),
        text_projected=shapes.has("t2i_projector.projector.0.weight"),
        pad_slots=OFFICIAL_PAD_SLOTS,
    )


def _visual_config(shapes: _Shapes) -> DinoV3Config:
    patches = f"{_VISUAL}patch_embed.proj.weight"
    channels = shapes.size(patches, 0, dims=4)
    gated = shapes.has(f"{_VISUAL}blocks.0.mlp.w1.weight")
    return DinoV3Config(
        channels=channels,
        depth=shapes.count(f"{_VISUAL}blocks."),
        heads=shapes.heads("image encoder", channels),
        mlp_width=shapes.size(f"{_VISUAL}blocks.0.mlp.{'w1' if gated else 'fc1'}.weight", 0),
        gated_mlp=gated,
        registers=shapes.size(f"{_VISUAL}storage_tokens", 1, dims=3),
        patch=shapes.size(patches, 3, dims=4),
    )


_ENCODER_NAMES = {
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


def _encoder_weights(path: Path, visual: Mapping[str, Tensor], config: GkdtConfig) -> StateDict:
    """DINOv3's own names -> those of `DinoV3Encoder`."""
    weights: StateDict = {}
    for key, tensor in visual.items():
        if key in _ENCODER_NAMES:
            weights[_ENCODER_NAMES[key]] = tensor
        elif key == "mask_token":
            weights["embeddings.mask_token"] = tensor.unsqueeze(0)
        elif key == "rope_embed.periods":
            weights["rope_periods"] = _checked_periods(path, tensor, config)
        elif match := re.fullmatch(r"blocks\.(\d+)\.(.+)", key):
            weights.update(_block_weights(path, visual, key, f"layer.{match.group(1)}.", match.group(2)))
        else:
            raise _unknown_encoder_key(path, key)
    return weights


def _block_weights(path: Path, visual: Mapping[str, Tensor], key: str, layer: str, name: str) -> StateDict:
    tensor = visual[key]
    if name in ("ls1.gamma", "ls2.gamma"):
        return {f"{layer}layer_scale{name[2]}.lambda1": tensor}
    if name == "attn.qkv.weight":
        query, key_, value = _thirds(path, key, tensor)
        attention = f"{layer}attention."
        return {
            f"{attention}q_proj.weight": query,
            f"{attention}k_proj.weight": key_,
            f"{attention}v_proj.weight": value,
        }
    if name == "attn.qkv.bias":
        return _qkv_bias(path, visual, key, layer)
    if name == "attn.qkv.bias_mask":
        return {}  # taken in with the bias
    stem, _, kind = name.rpartition(".")
    if stem not in _BLOCK_NAMES or kind not in ("weight", "bias"):
        raise _unknown_encoder_key(path, key)
    return {f"{layer}{_BLOCK_NAMES[stem]}.{kind}": tensor}


def _qkv_bias(path: Path, visual: Mapping[str, Tensor], key: str, layer: str) -> StateDict:
    bias = visual[key]
    mask = visual.get(f"{key}_mask")
    if mask is not None:
        if mask.shape != bias.shape:
            raise ModelFileError(f'{path.name}: "{_VISUAL}{key}" and its mask differ in shape.')
        # where the mask is 0 the bias may be anything, even NaN: it never took part
        bias = torch.where(mask == 0, torch.zeros_like(bias), bias * mask)
    query, key_, value = _thirds(path, key, bias)
    if key_.count_nonzero():
        raise ModelFileError(
            f'{path.name}: "{_VISUAL}{key}" has a key bias, which this encoder does not have.',
            hint="The file is of a release this version does not know.",
        )
    return {f"{layer}attention.q_proj.bias": query, f"{layer}attention.v_proj.bias": value}


def _thirds(path: Path, key: str, packed: Tensor) -> tuple[Tensor, ...]:
    if packed.shape[0] % 3:
        raise ModelFileError(f'{path.name}: "{_VISUAL}{key}" is no packed query, key and value.')
    return packed.chunk(3)


def _checked_periods(path: Path, periods: Tensor, config: GkdtConfig) -> Tensor:
    """The file's own periods, which may be rounded, but must be those of the base that is assumed."""
    encoder = config.image_encoder
    assert isinstance(encoder, DinoV3Config)
    expected = rope_periods(encoder)
    values = periods.to(torch.float32)
    if values.shape != expected.shape or not torch.allclose(values, expected, rtol=1e-2):
        raise ModelFileError(
            f"{path.name}: the image encoder's position periods are not those of base {encoder.rope_base:g}.",
            hint="The file is of a release this version does not know.",
        )
    return values


def _unknown_encoder_key(path: Path, key: str) -> ModelFileError:
    return ModelFileError(
        f'{path.name}: unknown weight "{_VISUAL}{key}".',
        hint="The file is no GKDT checkpoint, or of a release this version does not know.",
    )
