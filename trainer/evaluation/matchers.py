"""What finds keypoints in encoded regions: the network, and cosines of features that have learnt nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import torch
from torch import Tensor
from torch.nn import functional as F

from gkdt_core.inference.engine import Engine
from gkdt_core.model.arrangement import Arrangement, arranged
from gkdt_core.model.config import RELEASED_SIGMA
from gkdt_core.model.detection_head import QueryMap, enlarged_norm
from gkdt_core.model.fusion import Informed, winning_cells
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.model.image_encoder import EfficientNetLite
from gkdt_core.model.kernel_generator import QueryContext
from gkdt_core.model.prompt_encoder import mean_of_shots, shot_prototypes
from gkdt_core.model.tokenizer import ClipTokenizer


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What every prompt needs of R encoded regions, whatever it asks.

    Attributes:
        parts: Tensors whose first axis is R.
    """

    parts: tuple[Tensor, ...]

    def __getitem__(self, rows: Any) -> Known:
        return Known(tuple(part[rows] for part in self.parts))

    @property
    def nbytes(self) -> int:
        """Bytes of all parts."""
        return sum(part.nbytes for part in self.parts)


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What each of K supports tells, whatever the query: taken once for each instance, not for each episode.

    Attributes:
        points: (K, N, 2) normalised.
        mask: (K, N) 1 where the support marks the keypoint.
        prototypes: (K, N, C) of each support alone, of no meaning where the mask is 0.
        named: Where the words alone see the keypoints there, (K, N, 2) normalised, and how high, (K, N); None
            where nothing asks.
    """

    points: Tensor
    mask: Tensor
    prototypes: Tensor
    named: tuple[Tensor, Tensor] | None = None

    def __getitem__(self, rows: Any) -> Shown:
        named = None if self.named is None else (self.named[0][rows], self.named[1][rows])
        return Shown(self.points[rows], self.mask[rows], self.prototypes[rows], named)

    @staticmethod
    def joined(parts: Sequence[Shown]) -> Shown:
        """The supports of all of them, one after another."""
        named = [one.named for one in parts if one.named is not None]
        return Shown(
            torch.cat([one.points for one in parts]),
            torch.cat([one.mask for one in parts]),
            torch.cat([one.prototypes for one in parts]),
            (torch.cat([at for at, _ in named]), torch.cat([high for _, high in named])) if named else None,
        )

    def together(self) -> tuple[Tensor, Tensor]:
        """The prototypes of all supports, (N, C), and which of them any support marks, (N,)."""
        return mean_of_shots(self.prototypes, self.mask.to(self.prototypes.dtype))


class Matcher(Protocol):
    """Something that finds keypoints in encoded regions."""

    input_size: int

    def encode(self, pixels: Tensor) -> Tensor:
        """(B, 3, S, S) -> (B, C, h, w)."""

    def known(self, features: Tensor) -> Known | None:
        """What `heatmaps` would compute anew of features (B, C, h, w) for every prompt; None for nothing."""

    def shown(
        self,
        features: Tensor,
        points: Tensor,
        mask: Tensor,
        texts: Sequence[str],
        prompt: str,
        known: Known | None = None,
    ) -> Shown:
        """What each of K supports tells, of features (K, C, h, w), normalised points (K, N, 2), mask (K, N),
        and the keypoints' names where `prompt` is both. `known` is of the supports."""

    def heatmaps(
        self,
        queries: Tensor,
        shown: Shown,
        texts: Sequence[str],
        prompt: str,
        known: Known | None = None,
    ) -> tuple[Tensor, Tensor]:
        """Query features (Q, C, h, w), what the supports tell, none of them for a text prompt, and the
        keypoints' names -> heatmaps (Q, N, H, W), valid (N,). `known` is of the queries."""


class GkdtMatcher:
    """The network, prompted as asked; `engine`, over the same network, is what refines with.

    Words and supports together are fused by `informed`; by the mean without it.
    """

    def __init__(self, model: Gkdt, engine: Engine | None = None, informed: Informed | None = None) -> None:
        self.model = model
        self.engine = engine
        self.informed = informed
        self.input_size = model.config.input_size
        self._tokenizer = ClipTokenizer(model.config.text_encoder.context_length)
        self._texts: dict[tuple[str, ...], Tensor] = {}

    def encode(self, pixels: Tensor) -> Tensor:
        return self.model.encode_image(pixels)

    def known(self, features: Tensor) -> Known | None:
        if self.model.config.upsampling != "bilinear":  # a deconvolving head's map is too large to keep
            return None
        context = self.model.query_context(features)
        return Known((self.model.query_map(features).norm, *context.keys, *context.values))

    def shown(
        self,
        features: Tensor,
        points: Tensor,
        mask: Tensor,
        texts: Sequence[str],
        prompt: str,
        known: Known | None = None,
    ) -> Shown:
        prototypes = self.model.shot_prototypes(features, points, mask)
        if self.informed is None or prompt != "both":
            return Shown(points, mask, prototypes)
        text = self._text(tuple(texts), features.device)
        seen = self.model.detect(features, text, None, None, None, **self._parts(features, known))
        return Shown(points, mask, prototypes, winning_cells(seen.fused))

    def heatmaps(
        self,
        queries: Tensor,
        shown: Shown,
        texts: Sequence[str],
        prompt: str,
        known: Known | None = None,
    ) -> tuple[Tensor, Tensor]:
        text = visual = visual_valid = None
        if prompt in ("visual", "both"):
            visual, visual_valid = shown.together()
        if prompt in ("text", "both"):
            text = self._text(tuple(texts), queries.device)
        trust = None if visual is None else self.trust(shown)
        maps = self.model.detect(
            queries,
            text,
            None,
            visual,
            visual_valid,
            **self._parts(queries, known),
            fused_only=True,
            informed=self.informed,
            text_trust=trust,
        )
        return maps.fused, maps.valid

    def trust(self, shown: Shown) -> Tensor | None:
        """How far supports bear the words out, (); None where nobody asks."""
        if self.informed is None or shown.named is None:
            return None
        return self.informed.text_trust(*shown.named, shown.points, shown.mask.bool())

    def _parts(self, features: Tensor, known: Known | None) -> dict[str, Any]:
        """What `Gkdt.detect` takes of what is known of features."""
        if known is None:
            return {}
        blocks = len(known.parts) // 2
        keys, values = known.parts[1 : blocks + 1], known.parts[blocks + 1 :]
        return {
            "query_map": QueryMap(features, known.parts[0], self.model.config.upscale),
            "context": QueryContext(keys, values, len(features)),
        }

    def arranged(self, maps: Tensor, shown: Shown) -> Tensor:
        """Heatmaps (Q, N, H, W), maybe of several looks, as the arrangement of the supports' points lets them
        be."""
        config = self.model.config
        places = Arrangement(shown.points, shown.mask.bool())
        return arranged(maps, places, strength=config.arrangement, logit_scale=config.logit_scale)

    def _text(self, texts: tuple[str, ...], device: torch.device) -> Tensor:
        if texts not in self._texts:
            self._texts[texts] = self.model.encode_text(self._tokenizer.batch(texts).to(device))
        return self._texts[texts]


def plain_cosines(queries: Tensor, shown: Shown, known: Known | None, enlarged: int) -> tuple[Tensor, Tensor]:
    """Cosines between enlarged query features and the supports' prototypes, nothing learnt.

    Arguments and result are those of `Matcher.heatmaps`; the maps are `enlarged` times the features' size.
    Products are enlarged in place of features, which is the same.
    """
    prototypes, valid = shown.together()
    norm = (plain_known(queries, enlarged) if known is None else known).parts[0]
    dots = torch.einsum("nc,qchw->qnhw", F.normalize(prototypes, dim=1), queries)
    return F.interpolate(dots, scale_factor=enlarged, mode="bilinear", align_corners=False) / norm, valid


def plain_shown(features: Tensor, points: Tensor, mask: Tensor, input_size: int) -> Shown:
    """What supports tell `plain_cosines`; arguments as of `Matcher.shown`."""
    sigma = input_size * RELEASED_SIGMA
    return Shown(points, mask, shot_prototypes(features, points, mask, input_size=input_size, sigma=sigma))


def plain_known(features: Tensor, enlarged: int) -> Known:
    """What `plain_cosines` needs of features (B, C, h, w) for every prompt."""
    return Known((enlarged_norm(features, enlarged).clamp(min=1e-12),))


class TrainingFreeMatcher:
    """The baseline: cosine between ImageNet features and the supports' mean feature, nothing learnt.

    The trunk's maps at stride 8, 16 and 32 are enlarged to stride 8, each normalised, and put side by side.
    """

    def __init__(self, trunk: EfficientNetLite, input_size: int) -> None:
        self.trunk = trunk
        self.input_size = input_size

    def encode(self, pixels: Tensor) -> Tensor:
        maps = self.trunk(pixels)
        size = maps[0].shape[-2:]
        return torch.cat(
            [
                F.normalize(F.interpolate(m, size=size, mode="bilinear", align_corners=False), dim=1)
                for m in maps
            ],
            dim=1,
        )

    def known(self, features: Tensor) -> Known | None:
        return plain_known(features, 2)

    def shown(
        self,
        features: Tensor,
        points: Tensor,
        mask: Tensor,
        texts: Sequence[str],
        prompt: str,
        known: Known | None = None,
    ) -> Shown:
        return plain_shown(features, points, mask, self.input_size)

    def heatmaps(
        self,
        queries: Tensor,
        shown: Shown,
        texts: Sequence[str],
        prompt: str,
        known: Known | None = None,
    ) -> tuple[Tensor, Tensor]:
        return plain_cosines(queries, shown, known, 2)
