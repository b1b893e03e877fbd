"""The sizes of a GKDT: everything that `config.json` in a model directory says about the network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from gkdt_core.errors import ModelFileError
from gkdt_core.model.detection_head import Upsampling
from gkdt_core.model.encoders import IMAGE_ENCODERS, ImageEncoderConfig
from gkdt_core.model.fusion import FUSIONS, Fusion
from gkdt_core.model.text_encoder import TextAdapterConfig, TextEncoderConfig

RELEASED_SIGMA = 14 / 384
"""Standard deviation of prototype and target Gaussians as a share of the input's side."""
INPUT_STEP, MIN_INPUT, MAX_INPUT = 16, 64, 2048
"""Sides of the input a model can be asked to work at, px: multiples of the step, between the bounds. At 64 px
the coarsest map is 2 x 2, and at 2048 px the attention of a ViT sees 16,384 tokens."""

_ATTENTIONS = ("kg_self_attention", "kg_cross_attention")
_ADDITIONS = ("support_layout",)


@dataclass(frozen=True, slots=True)
class GkdtConfig:
    """Sizes and choices of one network.

    Attributes:
        image_encoder: The F_v slot.
        text_encoder: The dino.txt tower F_t.
        text_adapter: A_t.
        channels: C of image features, prototypes and kernels.
        input_size: Side of the square input, px.
        feature_stride: Input px per feature cell.
        upscale: Heatmap cells per feature cell and side.
        upsampling: How features are upscaled before they meet the kernels.
        head_channels: Channels in which kernels meet features; C with bilinear upscaling.
        kernel_size: s, 1, 3 or 5.
        kg_blocks, kg_heads, kg_ffn_width: Of the kernel generation transformer.
        kg_self_attention: Whether prompts look at each other in it.
        kg_cross_attention: Whether they look at the query image. Without both, prototypes are the kernels.
        kg_context_stride: The image tokens of its cross-attention are pooled by this factor (1 as released).
        support_layout: Whether visual prototypes also carry where their keypoint lies among the others.
        dropout: Of the kernel generation transformer, in training.
        text_projected: Whether T2I is a projection; false where text and image channels agree (as released).
        pad_slots: Prompt slots each modality is padded to; 0 for none. The released weights expect 80.
        sigma: Gaussian standard deviation as a share of the input's side.
        fusion: How heatmaps of words and of supports become one in inference: the paper's "mean", or
            "informed" (see `gkdt_core.model.fusion`). Training always takes the mean.
        arrangement: How much the arrangement of the supports' points counts beside the heatmaps in inference
            (see `gkdt_core.model.arrangement`); 0 for nothing, as released.
        logit_scale: The factor that makes logits of cosines, as learnt by the cross-entropy; for
            `arrangement`.
    """

    image_encoder: ImageEncoderConfig
    text_encoder: TextEncoderConfig
    text_adapter: TextAdapterConfig
    channels: int
    input_size: int = 384
    feature_stride: int = 16
    upscale: int = 4
    upsampling: Upsampling = "bilinear"
    head_channels: int = 0
    kernel_size: int = 1
    kg_blocks: int = 2
    kg_heads: int = 0
    kg_ffn_width: int = 1024
    kg_self_attention: bool = True
    kg_cross_attention: bool = True
    kg_context_stride: int = 1
    support_layout: bool = False
    dropout: float = 0.1
    text_projected: bool = False
    pad_slots: int = 0
    sigma: float = field(default=RELEASED_SIGMA)
    fusion: Fusion = "mean"
    arrangement: float = 0.0
    logit_scale: float = 16.0

    def __post_init__(self) -> None:
        if not self.head_channels:
            object.__setattr__(self, "head_channels", self.channels)
        if not self.kg_heads:
            object.__setattr__(self, "kg_heads", max(1, self.channels // 64))
        text_channels = self.text_adapter.input_dim // 2
        problems = []
        if self.kernel_size not in (1, 3, 5):
            problems.append(f"kernel_size is {self.kernel_size}, expected 1, 3 or 5")
        if self.upsampling not in ("bilinear", "deconv"):
            problems.append(f'upsampling is "{self.upsampling}", expected "bilinear" or "deconv"')
        if self.fusion not in FUSIONS:
            problems.append(f'fusion is "{self.fusion}", expected "mean" or "informed"')
        if not (0 <= self.arrangement <= 10 and 0.1 <= self.logit_scale <= 1000):
            problems.append(
                f"arrangement is {self.arrangement} and logit_scale {self.logit_scale}, "
                "expected 0 to 10 and 0.1 to 1000"
            )
        if self.upsampling == "deconv" and self.upscale != 4:
            problems.append(f"deconv upsampling is by 4, not {self.upscale}")
        if self.upsampling == "bilinear" and self.head_channels != self.channels:
            problems.append("bilinear upsampling keeps the channels, but head_channels differ from channels")
        for name in (*_ATTENTIONS, *_ADDITIONS):
            if not isinstance(getattr(self, name), bool):
                problems.append(f"{name} is {getattr(self, name)!r}, expected true or false")
        if self.channels % self.kg_heads:
            problems.append(f"{self.kg_heads} heads do not divide {self.channels} channels")
        if self.input_size % self.feature_stride:
            problems.append(f"the input of {self.input_size} px is not a multiple of {self.feature_stride}")
        if self.text_encoder.output_dim != self.text_adapter.input_dim:
            problems.append("text encoder and text adapter disagree in width")
        if not self.text_projected and text_channels != self.channels:
            problems.append(f"{text_channels} text channels need a projection to {self.channels}")
        if problems:
            raise ModelFileError(f"The model configuration contradicts itself: {'; '.join(problems)}.")

    @property
    def sigma_px(self) -> float:
        """The Gaussian's standard deviation in input px."""
        return self.sigma * self.input_size

    @property
    def heatmap_size(self) -> int:
        """Side of the heatmaps in cells."""
        return self.input_size // self.feature_stride * self.upscale

    def at_input_size(self, input_size: int | None) -> GkdtConfig:
        """The same network for inputs of another side, px; None for its own.

        The weights do not depend on it: the Gaussian's sigma is a share of the side, heatmaps grow with it.

        Raises:
            ModelFileError: The network cannot work at this size.
        """
        if input_size is None or input_size == self.input_size:
            return self
        if input_size % INPUT_STEP or not MIN_INPUT <= input_size <= MAX_INPUT:
            near = min(max(round(input_size / INPUT_STEP) * INPUT_STEP, MIN_INPUT), MAX_INPUT)
            raise ModelFileError(
                f"No model works at an input size of {input_size} px: it must be a multiple of {INPUT_STEP}, "
                f"from {MIN_INPUT} to {MAX_INPUT}.",
                hint=f"The nearest is {near}; this model was made for {self.input_size}.",
            )
        return replace(self, input_size=input_size)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON; the image encoder carries its kind."""
        values = asdict(self)
        kind = next(name for name, cls in IMAGE_ENCODERS.items() if isinstance(self.image_encoder, cls))
        values["image_encoder"] = {"kind": kind, **values["image_encoder"]}
        for name in _ATTENTIONS:
            if values[name]:  # as every model had it once: files and digests of those stay as they are
                del values[name]
        for name in _ADDITIONS:
            if not values[name]:
                del values[name]
        if self.fusion == "mean":
            del values["fusion"]
        if self.arrangement == 0:
            del values["arrangement"], values["logit_scale"]
        return values

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> GkdtConfig:
        """The configuration that `to_dict` wrote.

        Raises:
            ModelFileError: A name is unknown or missing, or a value cannot be.
        """
        parts = dict(values)
        try:
            encoder = dict(parts["image_encoder"])
            encoder_class = IMAGE_ENCODERS[encoder.pop("kind")]
            parts["image_encoder"] = _build(encoder_class, encoder)
            parts["text_encoder"] = _build(TextEncoderConfig, parts["text_encoder"])
            parts["text_adapter"] = _build(TextAdapterConfig, parts["text_adapter"])
        except KeyError as error:
            raise ModelFileError(f"The model configuration lacks or does not know {error}.") from error
        except (TypeError, ValueError) as error:
            raise ModelFileError(f"The model configuration cannot be read: {error}.") from error
        config: GkdtConfig = _build(cls, parts)
        return config


def _build(cls: type[Any], values: Mapping[str, Any]) -> Any:
    unknown = set(values) - {f.name for f in fields(cls)}
    if unknown:
        raise ModelFileError(
            f"The model configuration has unknown settings: {', '.join(sorted(unknown))}.",
            hint="The model may come from a newer version of this program.",
        )
    try:
        return cls(**values)
    except (TypeError, ValueError) as error:
        raise ModelFileError(f"The model configuration cannot be used: {error}.") from error
