"""GKDT, the whole network: image encoder, text side, prototypes, kernels, heatmaps (gkdt.md)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from gkdt_core.model.config import GkdtConfig
from gkdt_core.model.detection_head import DetectionHead, LinearNorm, QueryMap
from gkdt_core.model.encoders import build_image_encoder
from gkdt_core.model.fusion import Informed
from gkdt_core.model.image_encoder import EfficientNetLiteConfig
from gkdt_core.model.kernel_generator import KernelGenerator, QueryContext
from gkdt_core.model.prompt_encoder import SupportLayout, mean_of_shots, point_prototypes, shot_prototypes
from gkdt_core.model.text_encoder import DinoTxtTower, TextAdapter


@dataclass(frozen=True, slots=True, eq=False)
class Heatmaps:
    """What the head sees for B query images and N keypoints.

    Attributes:
        fused: (B, N, H, W) of the modalities whose prompt is valid together; 0 where none is.
        text: (B, N, H, W) of the text prompts as the head gives them, before masking; None without text, and
            where only the fused maps were asked for.
        visual: The same of the visual prompts.
        valid: (N,) bool, whether any modality prompts the keypoint.
    """

    fused: Tensor
    text: Tensor | None
    visual: Tensor | None
    valid: Tensor

    def __getitem__(self, index: Any) -> Heatmaps:
        """The maps of some of the images."""
        return Heatmaps(
            self.fused[index],
            None if self.text is None else self.text[index],
            None if self.visual is None else self.visual[index],
            self.valid,
        )


class Gkdt(nn.Module):
    """One network for every size; what differs is in the config."""

    def __init__(self, config: GkdtConfig) -> None:
        super().__init__()
        self.config = config
        self.image_encoder = build_image_encoder(config.image_encoder)
        self.dinov3_text_encoder = DinoTxtTower(config.text_encoder)
        self.text_anet = TextAdapter(config.text_adapter)
        text_channels = config.text_adapter.input_dim // 2
        self.t2i_projector = LinearNorm(text_channels, config.channels) if config.text_projected else None
        self.kg_transformer = KernelGenerator(
            config.channels,
            blocks=config.kg_blocks,
            heads=config.kg_heads,
            ffn_width=config.kg_ffn_width,
            dropout=config.dropout,
            self_attention=config.kg_self_attention,
            cross_attention=config.kg_cross_attention,
        )
        self.support_layout = SupportLayout(config.channels) if config.support_layout else None
        self.detection_head = DetectionHead(
            config.channels,
            kernel_size=config.kernel_size,
            upsampling=config.upsampling,
            upscale=config.upscale,
            head_channels=config.head_channels,
        )

    def encode_image(self, pixels: Tensor) -> Tensor:
        """Normalised pixels (B, 3, S, S) -> features (B, C, h, w)."""
        features: Tensor = self.image_encoder(pixels)
        return features

    def encode_text(self, token_ids: Tensor) -> Tensor:
        """Token ids (T, L) int64 -> one text prototype per string, (T, C)."""
        return self.adapt_text(self.dinov3_text_encoder(token_ids), token_ids)

    def adapt_text(self, outputs: Tensor, token_ids: Tensor) -> Tensor:
        """Outputs of the frozen tower (T, L, 2 * half) and their ids (T, L) -> prototypes (T, C)."""
        # the tower may compute in half precision, what follows does not
        outputs = outputs.to(next(self.text_anet.parameters()).dtype)
        return self.project_text(self.text_anet(outputs, token_ids))

    def project_text(self, vectors: Tensor) -> Tensor:
        """T2I: text vectors (T, half) -> (T, C)."""
        if self.t2i_projector is None:
            return vectors
        projected: Tensor = self.t2i_projector(vectors)
        return projected

    def visual_prototypes(self, features: Tensor, points: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Support features (K, C, h, w), normalised points (K, N, 2), mask (K, N) -> (N, C), valid (N,)."""
        shown = self.shot_prototypes(features, points, mask)
        return mean_of_shots(shown, mask.to(shown.dtype))

    def shot_prototypes(self, features: Tensor, points: Tensor, mask: Tensor) -> Tensor:
        """The same of each shot alone: (K, N, C), of no meaning where the mask is 0."""
        seen = shot_prototypes(
            features, points, mask, input_size=self.config.input_size, sigma=self.config.sigma_px
        )
        return self.with_layout(seen, points, mask)

    def point_prototypes(self, features: Tensor, points: Tensor) -> Tensor:
        """What one shot's features (C, h, w) look like at points (N, 2) alone: (N, C), without the layout."""
        config = self.config
        return point_prototypes(features, points, input_size=config.input_size, sigma=config.sigma_px)

    def with_layout(self, seen: Tensor, points: Tensor, mask: Tensor) -> Tensor:
        """Prototypes (K, N, C) of how the points (K, N, 2) look, and of how they lie among each other."""
        if self.support_layout is None:
            return seen
        layout = self.support_layout(points, mask).to(seen.dtype)
        return seen + F.pad(layout, (0, seen.shape[-1] - layout.shape[-1]))

    def kernels(
        self,
        features: Tensor,
        text: Tensor | None,
        text_valid: Tensor | None,
        visual: Tensor | None,
        visual_valid: Tensor | None,
        *,
        pad_slots: int | None = None,
        context: QueryContext | None = None,
    ) -> tuple[Tensor | None, Tensor | None]:
        """The kernels (B, N, C) of the text and of the visual prompts for query features (B, C, h, w)."""
        pad_slots = self.config.pad_slots if pad_slots is None else pad_slots
        channels = self.config.channels
        tokens, valid, extra = [], [], 0
        for prototypes, mask in ((text, text_valid), (visual, visual_valid)):
            if prototypes is None:
                continue
            tokens.append(prototypes[:, :channels])
            valid.append(
                torch.ones(len(prototypes), dtype=torch.bool, device=prototypes.device)
                if mask is None
                else mask.bool()
            )
            extra += max(pad_slots - len(prototypes), 0)
        if context is None:
            context = self.query_context(features)
        made = self.kg_transformer(torch.cat(tokens), torch.cat(valid), context, extra)
        parts = iter(made.split([len(part) for part in tokens], dim=1))
        by_text = None if text is None else next(parts)
        by_sight = None if visual is None else next(parts)
        residual = features.shape[1] - channels
        if residual == 0:
            return by_text, by_sight
        # Words say nothing about the trunk's features; a support hands its own on to the kernel.
        if by_text is not None:
            by_text = F.pad(by_text, (0, residual))
        if by_sight is not None and visual is not None:
            by_sight = self._with_residual(by_sight, visual[:, channels:])
        return by_text, by_sight

    def _with_residual(self, kernels: Tensor, trunk: Tensor) -> Tensor:
        """Kernels (B, N, C) and the supports' trunk features (N, R) -> (B, N, C + R), weighed."""
        encoder = self.config.image_encoder
        share = encoder.residual if isinstance(encoder, EfficientNetLiteConfig) else 0.0
        learned = F.normalize(kernels, dim=-1) * math.sqrt(1 - share)
        plain = F.normalize(trunk, dim=-1) * math.sqrt(share)
        return torch.cat([learned, plain.expand(len(kernels), -1, -1)], dim=-1)

    def query_context(self, features: Tensor) -> QueryContext:
        """The prompt-free part of the kernels for features (B, C, h, w), to be reused between prompts."""
        context = features[:, : self.config.channels]
        if self.config.kg_context_stride > 1:
            context = F.avg_pool2d(context, self.config.kg_context_stride)
        return self.kg_transformer.query_context(context.flatten(2).transpose(1, 2))

    def query_map(self, features: Tensor) -> QueryMap:
        """The prompt-free half of the detection for features (B, C, h, w), to be reused between prompts."""
        return self.detection_head.query_map(features)

    def detect(
        self,
        features: Tensor,
        text: Tensor | None,
        text_valid: Tensor | None,
        visual: Tensor | None,
        visual_valid: Tensor | None,
        *,
        pad_slots: int | None = None,
        query_map: QueryMap | None = None,
        context: QueryContext | None = None,
        fused_only: bool = False,
        informed: Informed | None = None,
        text_trust: Tensor | None = None,
    ) -> Heatmaps:
        """Heatmaps of N prompted keypoints in B query images.

        Args:
            features: (B, C, h, w) of the queries.
            text: (N, C) text prototypes, or None.
            text_valid: (N,) which of them prompt; None for all.
            visual: (N, C) visual prototypes, or None.
            visual_valid: (N,) which of them prompt; None for all.
            pad_slots: Instead of the config's; 0 for no padding.
            query_map: Of `features`, where the caller has it already from `query_map`.
            context: Of `features`, where the caller has it already from `query_context`.
            fused_only: Leave out the maps of each modality where the mean is taken. Heatmaps are linear in
                the expanded kernels, so these are fused in place of the maps: the same numbers for half the
                maps.
            informed: Fuse by what each modality knows; None for the mean.
            text_trust: What `Informed.text_trust` gave, for informed fusion; None for 1.

        Raises:
            ValueError: Neither modality is given.
        """
        if text is None and visual is None:
            raise ValueError("detect needs text or visual prototypes")
        kernels = self.kernels(
            features, text, text_valid, visual, visual_valid, pad_slots=pad_slots, context=context
        )
        parts = [part for part in kernels if part is not None]
        if query_map is None:
            query_map = self.query_map(features)
        counts = [part.shape[1] for part in parts]
        if fused_only and len(parts) == 2 and informed is None:
            cells = self.detection_head.expand_kernels(torch.cat(parts, dim=1))
            by_text, by_sight = cells[:, : counts[0]], cells[:, counts[0] :]
            shares, valid = _shares(((by_text, text_valid), (by_sight, visual_valid)))
            cells = by_text * shares[0][:, None, None, None] + by_sight * shares[1][:, None, None, None]
            return Heatmaps(self.detection_head.correlate(query_map, cells), None, None, valid)
        maps = iter(self.detection_head(query_map, torch.cat(parts, dim=1)).split(counts, dim=1))
        text_maps = None if text is None else next(maps)
        visual_maps = None if visual is None else next(maps)
        return fuse(text_maps, text_valid, visual_maps, visual_valid, informed, text_trust)


def fuse(
    text: Tensor | None,
    text_valid: Tensor | None,
    visual: Tensor | None,
    visual_valid: Tensor | None,
    informed: Informed | None = None,
    text_trust: Tensor | None = None,
) -> Heatmaps:
    """Heatmaps (B, N, H, W) of both modalities with their masks (N,) as one.

    The mean over valid modalities, (I_v H_v + I_t H_t) / (I_v + I_t); with `informed`, weighed by what each
    of them knows where both are valid.
    """
    given = [(maps, mask) for maps, mask in ((text, text_valid), (visual, visual_valid)) if maps is not None]
    if not given:
        raise ValueError("fuse needs heatmaps of at least one modality")
    shares, valid = _shares(given)
    if informed is not None and text is not None and visual is not None:
        words = informed.text_share(text, text_valid, visual, visual_valid, text_trust).to(text.dtype)
        both = (shares[0] > 0) & (shares[1] > 0)
        shares = [torch.where(both, words, shares[0]), torch.where(both, 1 - words, shares[1])]
    parts = [maps * share[..., None, None] for (maps, _), share in zip(given, shares, strict=True)]
    return Heatmaps(sum(parts[1:], parts[0]), text, visual, valid)


def _shares(given: Sequence[tuple[Tensor, Tensor | None]]) -> tuple[list[Tensor], Tensor]:
    """What each modality's (B, N, ...) counts for (N,) by its mask (N,), and which keypoints any prompts."""
    prompted = [
        values.new_ones(values.shape[1]) if mask is None else mask.to(values.dtype) for values, mask in given
    ]
    count = torch.stack(prompted).sum(dim=0)
    return [one / (count + 1e-12) for one in prompted], count > 0
