"""DINOv3's pretrained image encoders, in the transformers format or their authors' own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from torch import Tensor

from gkdt_core.errors import ModelFileError
from gkdt_core.model.dinov3 import DinoV3Config
from gkdt_core.model.dinov3_convnext import DinoV3ConvNextConfig
from gkdt_core.model.encoders import build_image_encoder
from gkdt_core.weights.config_file import read_json_object
from gkdt_core.weights.dinov3_names import (
    WeightSource,
    convnext_from_authors,
    convnext_from_transformers,
    vit_from_authors,
    vit_from_transformers,
    vit_sizes,
)
from gkdt_core.weights.pickles import Shapes, StateDict, plain_tensors, read_pickle

DinoV3Sizes = DinoV3Config | DinoV3ConvNextConfig

_KIND = "DINOv3 encoder"
_CONFIG, _WEIGHTS, _INDEX = "config.json", "model.safetensors", "model.safetensors.index.json"
_PICKLES = (".pth", ".pt", ".bin")
_INNER = ("model", "state_dict", "teacher")
"""Under which names a pickle may hold the weights, where they are not at its top."""
_MAX_JSON_BYTES = 16 << 20
_HEAD_WIDTH = 64


@dataclass(frozen=True, slots=True, eq=False)
class EncoderFile:
    """The weights of an image encoder, by the names of ours.

    Attributes:
        name: Of the file or folder.
        config: The sizes that its weights and settings tell.
        weights: Under the names of `DinoV3Encoder` or `DinoV3ConvNextEncoder`; mapped from the file.
        left_out: Names of weights beside the encoder's that the file has.
    """

    name: str
    config: DinoV3Sizes
    weights: StateDict
    left_out: tuple[str, ...]


def read_encoder(path: str | Path) -> EncoderFile:
    """A DINOv3 ViT or ConvNeXt.

    Args:
        path: A folder with config.json and model.safetensors, in one file or in shards with their index; one
            safetensors file; or a torch pickle (.pth), of which no code is run, with the authors' names or
            those of transformers.

    Raises:
        ModelFileError: It is no such encoder, damaged, incomplete, unsafe, or has weights it should not.
    """
    path = Path(path).expanduser()
    name, tensors, settings = _tensors(path)
    layout, prefix = _layout(name, tensors)
    inner = {key[len(prefix) :]: tensor for key, tensor in tensors.items() if key.startswith(prefix)}
    left_out = tuple(sorted(tensors.keys() - {prefix + key for key in inner}))
    config, weights = layout(WeightSource(name, prefix, _KIND), inner, settings)
    _check(name, config, weights)
    return EncoderFile(name, config, weights, left_out)


def describe_sizes(config: DinoV3Sizes) -> str:
    """The sizes that tell encoders apart, in words."""
    if isinstance(config, DinoV3ConvNextConfig):
        blocks = ", ".join(map(str, config.stage_blocks))
        return f"a ConvNeXt with {config.channels} channels and stages of {blocks} blocks"
    mlp = "SwiGLU" if config.gated_mlp else "plain"
    return (
        f"a ViT with {config.channels} channels, {config.depth} blocks, {config.heads} heads and {mlp} MLPs"
    )


def _tensors(path: Path) -> tuple[str, StateDict, Mapping[str, Any]]:
    """What to call the file, its tensors by their names in it, and what a config.json beside them says."""
    if not path.exists():
        raise ModelFileError(f'There is no file or folder "{path}".', hint="Check --encoder-weights.")
    if path.is_file() and path.name in (_CONFIG, _WEIGHTS, _INDEX):
        path = path.parent
    name = path.resolve().name
    if path.is_file():
        if path.suffix in _PICKLES:
            return name, _from_pickle(path), {}
        if path.suffix == ".safetensors":
            return name, _from_safetensors(path, name), {}
        raise ModelFileError(
            f'"{name}" is not a kind of file that holds an encoder.',
            hint=f"Choose a folder with {_CONFIG} and {_WEIGHTS}, or the authors' .pth file.",
        )
    index = path / _INDEX
    if (path / _WEIGHTS).is_file():
        tensors = _from_safetensors(path / _WEIGHTS, f"{name}/{_WEIGHTS}")
    elif index.is_file():
        tensors = _from_shards(path, _read_json(index, f"{name}/{_INDEX}"))
    else:
        raise ModelFileError(
            f'The folder "{name}" holds no encoder: it has neither {_WEIGHTS} nor {_INDEX}.',
            hint="Choose a DINOv3 folder in the transformers format, or name the .pth file itself.",
        )
    settings = _read_json(path / _CONFIG, f"{name}/{_CONFIG}") if (path / _CONFIG).is_file() else {}
    return name, tensors, settings


def _from_pickle(path: Path) -> StateDict:
    content = read_pickle(path, _KIND)
    for key in _INNER:
        if isinstance(content, Mapping) and isinstance(content.get(key), Mapping):
            content = content[key]
            break
    if not isinstance(content, Mapping) or not content:
        raise ModelFileError(f"{path.name} holds no weights by name.", hint=f"Choose a {_KIND} (.pth).")
    return plain_tensors(path, content, "in it")


def _from_safetensors(path: Path, what: str, only: set[str] | None = None) -> StateDict:
    try:
        with safe_open(path, framework="pt") as file:
            return {key: file.get_tensor(key) for key in file.keys() if only is None or key in only}
    except SafetensorError as error:
        raise ModelFileError(
            f"{what} is no complete safetensors file: {error}",
            hint="The file is damaged or was not copied to its end; fetch it again.",
        ) from error
    except OSError as error:
        raise ModelFileError(
            f"{what} cannot be read: {error}", hint="Check that the file is there and may be read."
        ) from error


def _from_shards(folder: Path, index: Mapping[str, Any]) -> StateDict:
    name = folder.resolve().name
    places = index.get("weight_map")
    if not isinstance(places, dict) or not places:
        raise ModelFileError(f'{name}/{_INDEX} has no "weight_map".', hint="Fetch the folder again.")
    tensors: StateDict = {}
    for shard in sorted({str(shard) for shard in places.values()}):
        if Path(shard).name != shard or not shard.endswith(".safetensors"):  # never a file elsewhere
            raise ModelFileError(f'{name}/{_INDEX} names "{shard[:80]}", which is no weights file beside it.')
        wanted = {key for key, place in places.items() if place == shard}
        found = _from_safetensors(folder / shard, f"{name}/{shard}", wanted)
        if missing := sorted(wanted - found.keys()):
            raise ModelFileError(
                f'{name}/{shard} lacks "{missing[0]}", which {_INDEX} says it has.',
                hint="The shards are of different models, or incomplete; fetch the folder again.",
            )
        tensors.update(found)
    return tensors


def _read_json(path: Path, what: str) -> Mapping[str, Any]:
    return read_json_object(path, what, most_bytes=_MAX_JSON_BYTES, hint="Fetch the folder again.")


Layout = Callable[[WeightSource, StateDict, Mapping[str, Any]], tuple[DinoV3Sizes, StateDict]]


def _layout(name: str, tensors: StateDict) -> tuple[Layout, str]:
    """How the weights are named, and what stands before every name."""
    found = [
        (layout, key[: -len(mark)])
        for mark, layout in _MARKS.items()
        for key in tensors
        if key.endswith(mark) and key[: -len(mark)].rpartition(".")[2] == ""
    ]
    if not found:
        raise ModelFileError(
            f"{name} holds no DINOv3 encoder: the weights of a ViT or ConvNeXt are not in it.",
            hint="Choose the files of a DINOv3 ViT or ConvNeXt, as Meta gives them out.",
        )
    if len(found) > 1:
        places = ", ".join(f'"{prefix}"' for _, prefix in found)
        raise ModelFileError(f"{name} holds several encoders, under {places}.", hint="Give a file with one.")
    layout, prefix = found[0]
    if layout is _transformers_convnext and prefix.endswith("model."):
        # version 5 has the stages below "model.", and the last norm beside it
        without = prefix.removesuffix("model.")
        if f"{without}layer_norm.weight" in tensors:
            prefix = without
    return layout, prefix


def _authors_vit(
    source: WeightSource, weights: StateDict, settings: Mapping[str, Any]
) -> tuple[DinoV3Sizes, StateDict]:
    config = _built(source, lambda: vit_sizes(Shapes(source.file, weights, _KIND)))
    assert isinstance(config, DinoV3Config)
    return config, vit_from_authors(source, weights, config)


def _transformers_vit(
    source: WeightSource, weights: StateDict, settings: Mapping[str, Any]
) -> tuple[DinoV3Sizes, StateDict]:
    _check_kind(source, settings, "dinov3_vit")
    layer = "model.layer." if any(key.startswith("model.layer.") for key in weights) else "layer."
    shapes = Shapes(source.file, weights, _KIND)
    patches = "embeddings.patch_embeddings.weight"
    channels = shapes.size(patches, 0, dims=4)
    gated = shapes.has(f"{layer}0.mlp.gate_proj.weight")
    expected = "silu" if gated else "gelu"
    if settings.get("hidden_act", expected) != expected:
        raise ModelFileError(
            f'{source.file}/{_CONFIG}: "hidden_act" is "{settings["hidden_act"]}", expected "{expected}".'
        )
    config = _built(
        source,
        lambda: DinoV3Config(
            channels=channels,
            depth=shapes.count(layer),
            heads=int(settings.get("num_attention_heads", channels // _HEAD_WIDTH)),
            mlp_width=shapes.size(f"{layer}0.mlp.up_proj.weight", 0),
            gated_mlp=gated,
            registers=shapes.size("embeddings.register_tokens", 1, dims=3),
            patch=shapes.size(patches, 3, dims=4),
            rope_base=float(settings.get("rope_theta", 100.0)),
            norm_eps=float(settings.get("layer_norm_eps", 1e-5)),
        ),
    )
    assert isinstance(config, DinoV3Config)
    ours = vit_from_transformers(weights, config)
    # the token of masked patches is used in pretraining only, and some exports leave it out
    ours.setdefault("embeddings.mask_token", torch.zeros(1, 1, channels))
    return config, ours


def _authors_convnext(
    source: WeightSource, weights: StateDict, settings: Mapping[str, Any]
) -> tuple[DinoV3Sizes, StateDict]:
    ours = convnext_from_authors(source, weights)
    return _convnext_sizes(source, ours, {}), ours


def _transformers_convnext(
    source: WeightSource, weights: StateDict, settings: Mapping[str, Any]
) -> tuple[DinoV3Sizes, StateDict]:
    _check_kind(source, settings, "dinov3_convnext")
    ours = convnext_from_transformers(weights)
    return _convnext_sizes(source, ours, settings), ours


def _convnext_sizes(source: WeightSource, ours: StateDict, settings: Mapping[str, Any]) -> DinoV3Sizes:
    shapes = Shapes(source.file, ours, _KIND)
    return _built(
        source,
        lambda: DinoV3ConvNextConfig(
            channels=8 * shapes.size("stages.0.downsample_layers.0.weight", 0, dims=4),
            depth=shapes.count("stages.2.layers."),
            norm_eps=float(settings.get("layer_norm_eps", 1e-6)),
        ),
    )


_MARKS: dict[str, Layout] = {
    "patch_embed.proj.weight": _authors_vit,
    "embeddings.patch_embeddings.weight": _transformers_vit,
    "downsample_layers.0.0.weight": _authors_convnext,
    "stages.0.downsample_layers.0.weight": _transformers_convnext,
}
"""A weight that only this layout has -> the layout."""


def _check_kind(source: WeightSource, settings: Mapping[str, Any], kind: str) -> None:
    found = settings.get("model_type", kind)
    if found != kind:
        raise ModelFileError(
            f'{source.file}/{_CONFIG} describes a "{str(found)[:40]}", but the weights are of a "{kind}".',
            hint=f"Choose the folder as it was given out, with the {_CONFIG} of its weights.",
        )


def _built(source: WeightSource, build: Callable[[], DinoV3Sizes]) -> DinoV3Sizes:
    try:
        return build()
    except (ValueError, TypeError, OverflowError, ZeroDivisionError) as error:
        raise ModelFileError(f"{source.file}: no encoder can have such sizes: {error}.") from error


def _check(name: str, config: DinoV3Sizes, weights: Mapping[str, Tensor]) -> None:
    """Refuse weights that do not fill the encoder exactly; nothing is allocated for it."""
    try:
        with torch.device("meta"):
            encoder = build_image_encoder(config)
    except (ValueError, TypeError, RuntimeError, ZeroDivisionError, OverflowError) as error:
        raise ModelFileError(f"{name}: no encoder can have such sizes: {error}") from error
    expected = {key: tuple(tensor.shape) for key, tensor in encoder.state_dict().items()}
    problems = []
    if missing := sorted(expected.keys() - weights.keys()):
        problems.append(f"lacks {_some(missing)}")
    if unknown := sorted(weights.keys() - expected.keys()):
        problems.append(f"has the unknown {_some(unknown)}")
    problems += [
        f'has "{key}" of shape {tuple(weights[key].shape)}, expected {shape}'
        for key, shape in expected.items()
        if key in weights and tuple(weights[key].shape) != shape
    ][:3]
    if problems:
        raise ModelFileError(
            f"{name} is no complete DINOv3 encoder ({describe_sizes(config)}): it {'; it '.join(problems)}.",
            hint="The file is incomplete, or of a release this version does not know.",
        )
    for key, tensor in weights.items():
        if not tensor.is_floating_point():
            raise ModelFileError(f'{name}: "{key}" is of type {tensor.dtype}, not a floating-point weight.')


def _some(keys: list[str]) -> str:
    more = f" and {len(keys) - 3} more" if len(keys) > 3 else ""
    return ", ".join(f'"{key}"' for key in keys[:3]) + more
