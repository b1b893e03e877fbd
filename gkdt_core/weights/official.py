"""The authors' `*.best` checkpoints: read safely, every size taken from the shapes, names brought to ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gkdt_core.errors import ModelFileError
from gkdt_core.model.config import GkdtConfig
from gkdt_core.model.dinov3 import DinoV3Config
from gkdt_core.model.text_encoder import TextAdapterConfig, TextEncoderConfig
from gkdt_core.weights.dinov3_names import WeightSource, vit_from_authors, vit_sizes
from gkdt_core.weights.pickles import Shapes, StateDict, plain_tensors, read_pickle

OFFICIAL_PAD_SLOTS = 80
"""The released models were trained with every modality padded to this many slots, and are run so."""
_VISUAL = "dinov3_visual_encoder."
_SHOWN_KEYS = 5
_SAME_NAMES = (
    "dinov3_text_encoder.",
    "text_anet.",
    "t2i_projector.",
    "kg_transformer.",
    "detection_head.",
)
"""Parts whose parameters have the same names in the released files and here."""


@dataclass(frozen=True, slots=True, eq=False)
class OfficialCheckpoint:
    """An official checkpoint whose tensors are mapped from the file, not yet read.

    Attributes:
        config: Sizes of the network.
        weights: By our names.
        unknown_keys: Names under "model" that belong to no part of the network, sorted; left out.
    """

    config: GkdtConfig
    weights: StateDict
    unknown_keys: tuple[str, ...]

    def unknown_words(self) -> str:
        """The first of the unknown names, and how many more there are."""
        more = len(self.unknown_keys) - _SHOWN_KEYS
        shown = ", ".join(f'"{key[:80]}"' for key in self.unknown_keys[:_SHOWN_KEYS])
        return shown + (f" and {more} more" if more > 0 else "")


def read_official(path: Path) -> OfficialCheckpoint:
    """An official checkpoint.

    What lies outside the known parts is left out and named. Inside them every name must be known: a network
    with more in it would compute something else.

    Raises:
        ModelFileError: The file is no such checkpoint, is damaged, or lacks or has weights it should not.
    """
    state = _checkpoint_state(path)
    shapes = Shapes(path.name, state)
    config = _config(shapes)
    ours = {key: tensor for key, tensor in state.items() if key.startswith(_SAME_NAMES)}
    unknown = tuple(sorted(key for key in state if not key.startswith((*_SAME_NAMES, _VISUAL))))
    visual = {key[len(_VISUAL) :]: tensor for key, tensor in state.items() if key.startswith(_VISUAL)}
    assert isinstance(config.image_encoder, DinoV3Config)
    source = WeightSource(path.name, _VISUAL)
    for key, tensor in vit_from_authors(source, visual, config.image_encoder).items():
        ours[f"image_encoder.{key}"] = tensor
    return OfficialCheckpoint(config, ours, unknown)


def _checkpoint_state(path: Path) -> StateDict:
    """The flat state dict below "model" of a torch pickle, which is never allowed to run code."""
    checkpoint = read_pickle(path, "GKDT checkpoint")
    model = checkpoint.get("model") if isinstance(checkpoint, Mapping) else None
    if not isinstance(model, Mapping) or not model:
        raise ModelFileError(
            f'{path.name} has no weights under "model".', hint="Choose a GKDT checkpoint (*.best)."
        )
    return plain_tensors(path, model, 'under "model"')


def _config(shapes: Shapes) -> GkdtConfig:
    visual = vit_sizes(shapes, prefix=_VISUAL)
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
