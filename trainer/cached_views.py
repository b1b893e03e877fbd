"""Heads-only training on features that are computed once.

While the image encoder stays as it is, a view always has the same features. Every instance then gets a fixed
number of random views instead of ever new ones. The features of a view are computed when it is first drawn
and kept, in half precision, up to a number of bytes; later steps cost what the heads cost. Views beyond the
limit are made and encoded again each time, to the same numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from trainer.data.augment import AugmentConfig
from trainer.data.dataset import CategoryData
from trainer.data.episodes import Episode, EpisodeMaker, PictureStore, ViewKey, augmented_view
from trainer.data.sampling import Draw

_VIEW = 4
"""What random numbers are for, beside the loop's uses: a view has its own, from the seed and its key."""


class FeatureCache:
    """Features of views by their key; what is in stays in."""

    def __init__(self, max_bytes: int) -> None:
        """Args: max_bytes: To keep; views that do not fit any more are encoded again each time."""
        self.max_bytes = max_bytes
        self.nbytes = 0
        self._kept: dict[ViewKey, Tensor] = {}

    def __contains__(self, key: ViewKey) -> bool:
        return key in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def features(self, keys: Sequence[ViewKey], pixels: Tensor, encode: Callable[[Tensor], Tensor]) -> Tensor:
        """The features (V, C, h, w) float32 of V views, on the device of `pixels`.

        They are rounded to half precision whether they were kept or not, so that the limit changes nothing.

        Args:
            keys: One for each view.
            pixels: (V, S, S, 3) uint8; those of views that are kept are not looked at.
            encode: (M, S, S, 3) uint8 -> (M, C, h, w), without gradients.
        """
        rows: dict[ViewKey, int] = {}
        for row, key in enumerate(keys):
            if key not in self._kept:
                rows.setdefault(key, row)
        fresh: dict[ViewKey, Tensor] = {}
        if rows:
            with torch.no_grad():
                made = encode(pixels[list(rows.values())]).half()
            fresh = dict(zip(rows, made, strict=True))
            for key, one in fresh.items():
                if self.nbytes + one.nbytes <= self.max_bytes:
                    self._kept[key] = one.cpu().clone()  # alone, not as a part of the whole batch
                    self.nbytes += one.nbytes
        found = [fresh[key] if key in fresh else self._kept[key].to(pixels.device) for key in keys]
        return torch.stack(found).float()


@dataclass(frozen=True, slots=True, eq=False)
class _Marks:
    """Points (N, 2) and visibility (N,) of a view whose features are kept."""

    points: NDArray[np.float32]
    visible: NDArray[np.bool_]


class FixedViewMaker(EpisodeMaker):
    """Makes episodes of a fixed number of views of each instance; those in `cache` have blank pixels."""

    def __init__(
        self,
        categories: list[CategoryData],
        size: int,
        augment: AugmentConfig,
        store: PictureStore,
        max_keypoints: int,
        *,
        views: int,
        seed: int,
        cache: FeatureCache,
    ) -> None:
        """Args: as `EpisodeMaker`; how many views an instance has; of their random numbers; what is kept."""
        super().__init__(categories, size, augment, store, max_keypoints)
        self._views, self._seed, self._cache = views, seed, cache
        self._marks: dict[ViewKey, _Marks] = {}
        self._blank = np.zeros((size, size, 3), np.uint8)

    def make(self, draw: Draw, rng: np.random.Generator) -> Episode:
        """The episode of a draw, of views that `rng` chooses among those there are."""
        keys = tuple((draw.category, index, int(rng.integers(self._views))) for index in draw.instances)
        views = [self._view(key) for key in keys]
        data = self.categories[draw.category]
        order = self.keypoint_order(data, rng)
        return Episode(
            data,
            order,
            np.stack([pixels for pixels, _ in views]),
            np.stack([marks.points for _, marks in views])[:, order],
            np.stack([marks.visible for _, marks in views])[:, order],
            tuple(f"{data.key}:{data.samples[index].name}" for index in draw.instances),
            keys=keys,
        )

    def _view(self, key: ViewKey) -> tuple[NDArray[np.uint8], _Marks]:
        # A view that is kept now still is when its episode's turn comes.
        if key in self._cache and key in self._marks:
            return self._blank, self._marks[key]
        category, index, _ = key
        sample = self.categories[category].samples[index]
        rng = np.random.default_rng((self._seed, _VIEW, *key))
        pixels, points, visible = augmented_view(
            sample, self.store.get(sample.path), self.size, rng, self.augment, self.flips[category]
        )
        marks = self._marks[key] = _Marks(points, visible)
        return pixels, marks
