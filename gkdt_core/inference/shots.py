"""What each support says alone, remembered by shot and by point: a moved click asks for one point only."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from gkdt_core.inference.feature_cache import FeatureKey, ImageFeatures, TensorCache
from gkdt_core.inference.prompt import SupportExample
from gkdt_core.model.gkdt import Gkdt

_SHOT_BYTES = _POINT_BYTES = 32 * 2**20


class ShotPrototypes:
    """Prototypes of supports; those of known regions with known points are not computed again.

    Attributes:
        shots: What whole shots said, by region and points.
        points: What single points of them look like, by region and place.
    """

    def __init__(self, model: Gkdt) -> None:
        self._model = model
        token = model.kg_transformer.mask_token
        self._dtype, self._device = token.dtype, token.device
        self.shots = TensorCache(_SHOT_BYTES)
        self.points = TensorCache(_POINT_BYTES)

    def of(
        self,
        supports: Sequence[SupportExample],
        regions: Sequence[FeatureKey],
        features_of: Callable[[Sequence[int]], Sequence[ImageFeatures]],
    ) -> list[Tensor]:
        """What each shot says, (N, C + 2): prototypes, and behind them the normalised places of its points.

        0 where there is no point. `regions` says what each support shows; `features_of` gives the features
        of those at the positions that it is asked for.
        """
        keys = [
            (region, support.keypoints.shape, support.keypoints.tobytes())
            for region, support in zip(regions, supports, strict=True)
        ]
        known = [self.shots.get(key) for key in keys]
        new = [index for index, found in enumerate(known) if found is None]
        for index, features in zip(new, features_of(new), strict=True):
            keypoints = supports[index].keypoints
            norm = features.transform.image_to_norm(keypoints)
            marked = torch.from_numpy(np.isfinite(norm).all(axis=1)).to(self._device)
            places = torch.tensor(np.nan_to_num(norm), dtype=torch.float32, device=self._device)
            looks = self._looks(features, regions[index], keypoints, places)
            seen = self._model.with_layout(looks[None], places[None], marked[None])[0]
            made = torch.cat((seen, places.to(seen.dtype)), dim=1)
            self.shots.put(keys[index], made)
            known[index] = made
        return [found for found in known if found is not None]

    def _looks(
        self, features: ImageFeatures, region: FeatureKey, keypoints: NDArray[np.float64], places: Tensor
    ) -> Tensor:
        """(N, C) what a support looks like at its points (N, 2), image coordinates, or normalised `places`
        (N, 2); 0 where there is none."""
        vectors = torch.zeros(
            (len(keypoints), len(features.features)), dtype=self._dtype, device=self._device
        )
        new = []
        for index in np.flatnonzero(np.isfinite(keypoints).all(axis=1)).tolist():
            found = self.points.get((region, *keypoints[index].tolist()))
            if found is None:
                new.append(index)
            else:
                vectors[index] = found
        if new:
            made = self._model.point_prototypes(features.features.to(self._dtype), places[new])
            vectors[new] = made
            for index, row in zip(new, made, strict=True):  # a row would keep all the others alive
                self.points.put((region, *keypoints[index].tolist()), row.clone())
        return vectors
