"""GKDT without a single trick, to measure and to check the fast path against.

Every prompt runs the encoders again, empty slots are real tokens, and features are enlarged in all their
channels before the kernels slide over them: gkdt.md, sections 2 to 6, written down as they stand.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from gkdt_core.model.config import GkdtConfig
from gkdt_core.model.dinov3 import DinoV3Config
from gkdt_core.model.fusion import Informed, Knots
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.model.image_encoder import EfficientNetLiteConfig

Encode = Callable[[Tensor], Tensor]
"""Normalised pixels (B, 3, S, S) -> features (B, C, h, w)."""
_EPS = 1e-12
_GAUSSIAN_CUT = 4.6052


def bare_encoder(model: Gkdt) -> Encode:
    """The image encoder alone, on its weights where they are: the floor of every encoding.

    A DINOv3 runs as `transformers.DINOv3ViTModel` as that library makes it, with its own choice of attention;
    any other encoder is the module of the network.
    """
    config = model.config.image_encoder
    if not isinstance(config, DinoV3Config):
        encode: Encode = model.image_encoder
        return encode
    vit = _transformers_dinov3(config, model.image_encoder.state_dict())

    def run(pixels: Tensor) -> Tensor:
        rows, columns = (side // config.patch for side in pixels.shape[-2:])
        tokens: Tensor = vit(pixels).last_hidden_state[:, 1 + config.registers :]
        return tokens.transpose(1, 2).reshape(len(pixels), -1, rows, columns)

    return run


def _transformers_dinov3(config: DinoV3Config, weights: Mapping[str, Tensor]) -> Any:
    # here, not at the top: transformers takes a second to import, and not every encoder needs it
    from transformers import DINOv3ViTConfig, DINOv3ViTModel

    with torch.device("meta"):
        vit: Any = DINOv3ViTModel(
            DINOv3ViTConfig(
                patch_size=config.patch,
                hidden_size=config.channels,
                intermediate_size=config.mlp_width,
                num_hidden_layers=config.depth,
                num_attention_heads=config.heads,
                hidden_act="silu" if config.gated_mlp else "gelu",
                use_gated_mlp=config.gated_mlp,
                num_register_tokens=config.registers,
                rope_theta=config.rope_base,
                layer_norm_eps=config.norm_eps,
            )
        )
    # transformers 5 calls the blocks "model.layer", version 4 "layer", as our files do
    blocks = "layer." if hasattr(vit, "layer") else "model.layer."
    renamed = {
        blocks + name.removeprefix("layer.") if name.startswith("layer.") else name: tensor
        for name, tensor in weights.items()
        if name != "rope_periods"
    }
    vit.load_state_dict(renamed, strict=True, assign=True)
    vit.rope_embeddings.inv_freq = 1 / weights["rope_periods"]
    return vit.eval()


def plain_copy(model: Gkdt) -> Gkdt:
    """The same network in float32, sharing every weight that is float32 already."""
    with torch.device("meta"):
        plain = Gkdt(model.config)
    plain.load_state_dict({k: v.float() for k, v in model.state_dict().items()}, strict=True, assign=True)
    return plain.eval()


def _score(peak: float, knots: Knots) -> float:
    return float(np.interp(peak, *np.asarray(knots).T))


class NaiveProgram:
    """The model as the released program runs it: float32, nothing kept, nothing left out.

    Only texts that are there go through the text tower: whether the released program encodes its empty ones
    as well is left open, in its favour.
    """

    def __init__(self, model: Gkdt, informed: Informed | None = None) -> None:
        """Args: model: Whose weights to use. informed: Fuse by what each modality knows, not by the mean."""
        plain = plain_copy(model)
        self._informed = informed
        self._config: GkdtConfig = plain.config
        self._weights = plain.state_dict()
        self._tower = plain.dinov3_text_encoder
        self._encode = bare_encoder(plain)

    @torch.inference_mode()
    def answer(
        self,
        query: Tensor,
        *,
        token_ids: Tensor | None = None,
        support: Tensor | None = None,
        points: Tensor | None = None,
        marked: Tensor | None = None,
    ) -> Tensor:
        """Heatmaps (B, N, H, W) of one prompt, everything computed from the start.

        Args:
            query: (B, 3, S, S) normalised pixels.
            token_ids: (N, L) int64, one text for each keypoint; None without words.
            support: (K, 3, S, S) normalised pixels of the shots; None without a visual prompt.
            points: (K, N, 2) normalised places in the shots.
            marked: (K, N) 1 where a shot marks the keypoint.
        """
        features = self._encode(query.float())
        text = None if token_ids is None else self.text(token_ids)
        seen = None
        if support is not None and points is not None and marked is not None:
            seen = self._encode(support.float()), points, marked
        return self.heatmaps(features, text, seen)

    @torch.inference_mode()
    def heatmaps(
        self, features: Tensor, text: Tensor | None, seen: tuple[Tensor, Tensor, Tensor] | None
    ) -> Tensor:
        """What comes after the encoders: heatmaps (B, N, H, W).

        Args:
            features: (B, C, h, w) of the queries.
            text: (N, C) text prototypes, or None.
            seen: Features (K, C, h, w), points (K, N, 2) and marks (K, N) of the supports, or None.
        """
        features = features.float()
        count = len(text) if text is not None else 0 if seen is None else seen[1].shape[1]
        slots = max(self._config.pad_slots, count)
        prototypes, valid = [], []
        if text is not None:
            prototypes.append(F.pad(text.float(), (0, 0, 0, slots - count)))
            valid.append(torch.arange(slots, device=text.device) < count)
        if seen is not None:
            support, points, marked = seen
            padded = (
                F.pad(points.float(), (0, 0, 0, slots - count)),
                F.pad(marked.float(), (0, slots - count)),
            )
            prototypes.append(self._visual_prototypes(support.float(), *padded))
            valid.append(padded[1].sum(dim=0) > 0)
        kernels = self._kernels(
            features, torch.cat([p[:, : self._config.channels] for p in prototypes]), valid
        )
        large = self._enlarged(features)
        maps: list[Tensor] = []
        parts = zip(torch.split(kernels, slots, dim=1), prototypes, valid, strict=True)
        for index, (part, prototype, mask) in enumerate(parts):
            is_visual = seen is not None and index == len(prototypes) - 1
            whole = self._with_trunk(part, prototype if is_visual else None, features.shape[1])
            maps.append(self._correlate(large, whole) * mask.float()[:, None, None])
        if self._informed is not None and text is not None and seen is not None:
            return self._weighed(self._informed, maps, valid, text, seen)[:, :count]
        weight = torch.stack(valid).sum(dim=0).float()[:, None, None]
        return (sum(maps[1:], maps[0]) / (weight + _EPS))[:, :count]

    def _weighed(
        self,
        informed: Informed,
        maps: list[Tensor],
        valid: list[Tensor],
        text: Tensor,
        seen: tuple[Tensor, Tensor, Tensor],
    ) -> Tensor:
        """Maps (B, T, H, W) of words and of supports as one, written out for one image and slot at a time."""
        words, marks = maps
        trust = self._trust(informed, text, seen)
        fused = torch.zeros_like(words)
        for image in range(len(words)):
            by_words, by_marks = (
                {
                    slot: _score(float(part[image, slot].max()), knots) + 1e-3
                    for slot in range(len(mask))
                    if mask[slot]
                }
                for part, mask, knots in zip(maps, valid, (informed.text, informed.visual), strict=True)
            )
            for slot in by_words.keys() | by_marks.keys():
                share = float(slot in by_words)
                if slot in by_words and slot in by_marks:
                    word = (by_words[slot] * float(np.mean(list(by_words.values()))) * trust) ** 2
                    mark = (by_marks[slot] * float(np.mean(list(by_marks.values())))) ** 2
                    share = word / (word + mark)
                fused[image, slot] = share * words[image, slot] + (1 - share) * marks[image, slot]
        return fused

    def _trust(self, informed: Informed, text: Tensor, seen: tuple[Tensor, Tensor, Tensor]) -> float:
        """How far the supports bear the words out; see `gkdt_core.model.fusion`."""
        support, points, marked = seen
        found, claimed = 0, 0.0
        for maps, places, mask in zip(self.heatmaps(support, text, None), points, marked, strict=True):
            for one, place in zip(maps[mask > 0], places[mask > 0], strict=True):
                row, column = divmod(int(one.argmax()), one.shape[1])
                x, y = (column + 0.5) / one.shape[1] * 2 - 1, (row + 0.5) / one.shape[0] * 2 - 1
                found += math.hypot(x - float(place[0]), y - float(place[1])) / 2 < 0.08
                claimed += _score(float(one.max()), informed.text)
        return float(min(1.0, (found + 0.25) / (0.6 * claimed + 0.25)) ** 4)

    @torch.inference_mode()
    def text(self, token_ids: Tensor) -> Tensor:
        """Token ids (N, L) -> text prototypes (N, C)."""
        w = self._weights
        tokens = self._tower(token_ids)
        if "text_anet.proj_in.projector.1.weight" in w:
            tokens = self._norm(tokens, "text_anet.proj_in.projector.0")
            tokens = F.linear(tokens, w["text_anet.proj_in.projector.1.weight"])
        block = "text_anet.net.resblocks.0."
        normed = self._norm(tokens, f"{block}ln_1")
        heads = self._config.text_adapter.heads
        tokens = tokens + self._attention(normed, normed, f"{block}attn", heads)
        hidden = self._linear(self._norm(tokens, f"{block}ln_2"), f"{block}mlp.c_fc")
        tokens = tokens + self._linear(hidden * torch.sigmoid(1.702 * hidden), f"{block}mlp.c_proj")
        tokens = self._norm(self._norm(tokens, "text_anet.ln") @ w["text_anet.proj"], "text_anet.last_norm")
        rows = torch.arange(len(token_ids), device=token_ids.device)
        vectors = tokens[rows, token_ids.argmax(dim=-1)][:, tokens.shape[-1] // 2 :]
        if "t2i_projector.projector.0.weight" in w:
            vectors = self._norm(
                F.linear(vectors, w["t2i_projector.projector.0.weight"]), "t2i_projector.projector.1"
            )
        return vectors

    def _visual_prototypes(self, support: Tensor, points: Tensor, marked: Tensor) -> Tensor:
        """(K, C, h, w), (K, N, 2), (K, N) -> (N, C), section 4."""
        side, sigma = self._config.input_size, self._config.sigma_px
        centre = torch.trunc((points / 2 + 0.5) * side).clamp(0, side - 1)
        cell = side / support.shape[-1]
        ys, xs = (torch.arange(n, device=support.device) * cell + (cell - 1) / 2 for n in support.shape[-2:])
        squared = (xs - centre[..., 0:1])[:, :, None, :] ** 2 + (ys - centre[..., 1:2])[:, :, :, None] ** 2
        exponent = squared / (2 * sigma**2)
        weight = torch.exp(-exponent) * (exponent <= _GAUSSIAN_CUT)
        weight = weight / weight.sum(dim=(-2, -1), keepdim=True)
        each = torch.einsum("knhw,kchw->knc", weight, support)
        if self._config.support_layout:
            layout = torch.stack([self._layout(p, m > 0) for p, m in zip(points, marked, strict=True)])
            each = each + F.pad(layout, (0, each.shape[-1] - layout.shape[-1]))
        shots = marked.sum(dim=0).clamp(min=1)
        return (each * marked[..., None]).sum(dim=0) / shots[:, None]

    def _layout(self, points: Tensor, marked: Tensor) -> Tensor:
        """Points (N, 2) of one shot, (N,) which are marked -> where they lie in it, (N, C)."""
        chosen = points[marked]
        middle = chosen.mean(dim=0) if len(chosen) else points.new_zeros(2)
        spread = (chosen - middle).square().sum(dim=1).mean().sqrt() if len(chosen) else points.new_zeros(())
        among = (points - middle) / spread.clamp(min=1e-3)
        rows = []
        for point, place in zip(points, among, strict=True):
            parts = []
            for number in (*point, *(place / 2)):
                angles = [number * math.pi * turns for turns in (0.5, 1.0, 2.0, 4.0)]
                parts += [a.sin() for a in angles] + [a.cos() for a in angles]
            rows.append(torch.stack([*parts, spread, points.new_tensor(float(len(chosen) > 1))]))
        hidden = F.gelu(self._linear(torch.stack(rows), "support_layout.fc1"))
        return self._linear(hidden, "support_layout.fc2")

    def _kernels(self, features: Tensor, tokens: Tensor, valid: list[Tensor]) -> Tensor:
        """The kernel generation transformer over all slots, section 5: (B, T, C)."""
        config, w = self._config, self._weights
        x = torch.where(torch.cat(valid)[:, None], tokens, w["kg_transformer.mask_token"])
        x = x.expand(len(features), -1, -1)
        context = features[:, : config.channels]
        if config.kg_context_stride > 1:
            context = F.avg_pool2d(context, config.kg_context_stride)
        context = context.flatten(2).transpose(1, 2)
        if not (config.kg_self_attention or config.kg_cross_attention):
            return x
        for index in range(config.kg_blocks):
            block = f"kg_transformer.blocks.{index}."
            if config.kg_self_attention:
                x = self._norm(x, f"{block}norm1")
                x = x + self._attention(x, x, f"{block}self_attention", config.kg_heads)
            if config.kg_cross_attention:
                x = self._norm(x, f"{block}norm_ca1")
                seen = self._norm(context, f"{block}norm_ca2")
                x = x + self._attention(x, seen, f"{block}cross_attention", config.kg_heads)
            hidden = F.gelu(self._linear(self._norm(x, f"{block}norm3"), f"{block}feed_forward.linear1"))
            x = x + self._linear(hidden, f"{block}feed_forward.linear2")
        return self._norm(x, "kg_transformer.final_norm")

    def _with_trunk(self, kernels: Tensor, prototypes: Tensor | None, channels: int) -> Tensor:
        """Kernels (B, T, C) for features that carry plain trunk channels behind their C."""
        extra = channels - self._config.channels
        if extra == 0:
            return kernels
        encoder = self._config.image_encoder
        if prototypes is None or not isinstance(encoder, EfficientNetLiteConfig):
            return F.pad(kernels, (0, extra))
        learned = F.normalize(kernels, dim=-1) * math.sqrt(1 - encoder.residual)
        plain = F.normalize(prototypes[:, self._config.channels :], dim=-1) * math.sqrt(encoder.residual)
        return torch.cat([learned, plain.expand(len(kernels), -1, -1)], dim=-1)

    def _enlarged(self, features: Tensor) -> Tensor:
        """Features (B, C, h, w) -> (B, C', H, W) of length 1 over channels."""
        if self._config.upsampling == "deconv":
            w, stem = self._weights, "detection_head.upsampler.deconv_layers."
            for conv, norm in ((0, 1), (3, 4)):
                features = F.conv_transpose2d(features, w[f"{stem}{conv}.weight"], stride=2, padding=1)
                mean, var = w[f"{stem}{norm}.running_mean"], w[f"{stem}{norm}.running_var"]
                scale, shift = w[f"{stem}{norm}.weight"], w[f"{stem}{norm}.bias"]
                features = F.relu(F.batch_norm(features, mean, var, scale, shift))
        elif self._config.upscale > 1:
            features = F.interpolate(
                features, scale_factor=self._config.upscale, mode="bilinear", align_corners=False
            )
        return F.normalize(features, dim=1, eps=_EPS)

    def _correlate(self, large: Tensor, kernels: Tensor) -> Tensor:
        """(B, C', H, W) of unit length and kernels (B, T, C) -> heatmaps (B, T, H, W), section 6."""
        w, size = self._weights, self._config.kernel_size
        batch, count, channels = kernels.shape
        cells = kernels.reshape(batch * count, channels, 1, 1)
        if size > 1:
            stem = "detection_head.kernel_expander.0."
            cells = F.conv_transpose2d(cells, w[f"{stem}weight"], w[f"{stem}bias"], groups=channels)
        projector = "detection_head.k2i_projector.projector."
        if f"{projector}0.weight" in w:
            projected = F.linear(cells.permute(0, 2, 3, 1), w[f"{projector}0.weight"])
            cells = self._norm(projected, f"{projector}1").permute(0, 3, 1, 2)
        cells = F.normalize(cells, dim=1, eps=_EPS) / size**2
        maps = [
            F.conv2d(large[index : index + 1], part, padding=size // 2)
            for index, part in enumerate(torch.split(cells, count))
        ]
        return torch.cat(maps)

    def _attention(self, query: Tensor, context: Tensor, name: str, heads: int) -> Tensor:
        """Multi-head attention (B, T, C) over (B, L, C), written out."""
        weights = self._weights[f"{name}.in_proj_weight"].chunk(3)
        biases = self._weights[f"{name}.in_proj_bias"].chunk(3)
        inputs = (query, context, context)
        q, k, v = (
            F.linear(x, weight, bias).view(*x.shape[:2], heads, -1).transpose(1, 2)
            for x, weight, bias in zip(inputs, weights, biases, strict=True)
        )
        mixed = ((q @ k.transpose(-2, -1)) / math.sqrt(q.shape[-1])).softmax(dim=-1) @ v
        return self._linear(mixed.transpose(1, 2).flatten(2), f"{name}.out_proj")

    def _linear(self, x: Tensor, name: str) -> Tensor:
        return F.linear(x, self._weights[f"{name}.weight"], self._weights[f"{name}.bias"])

    def _norm(self, x: Tensor, name: str) -> Tensor:
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        return F.layer_norm(x, weight.shape, weight, bias)
