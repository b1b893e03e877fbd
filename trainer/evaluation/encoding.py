"""A category's instances, each encoded once for all episodes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from gkdt_core.geometry import ImageToInput, object_region
from gkdt_core.inference.preprocess import normalise, region_to_input
from gkdt_core.media.images import read_image
from trainer.data.dataset import CategoryData
from trainer.evaluation.matchers import Known, Matcher

_CPU_REGIONS, _GPU_REGIONS = 4, 32
"""Encoded at once. On the CPU more take longer each, since their maps leave its caches (measured with the
bundled model: 50 ms for a region among 16, 35 ms among 4)."""
_KNOWN_BYTES = 768 * 2**20
"""For what every prompt needs of a category's instances: at the bundled model's sizes 800 KB each."""


@dataclass(frozen=True, slots=True, eq=False)
class EncodedCategory:
    """The instances of a category that are needed, each encoded once.

    Attributes:
        data: The category and its M samples.
        rows: (M,) where each sample is in `features`; -1 for those that are not needed.
        features: (R, C, h, w) float16, on the CPU.
        transforms: Of each region, R of them.
        image_hw: Sizes of the whole images, R of them.
        mirrored: (R, C, h, w) float16 of the mirrored regions; None without `Looks.flip`.
        known: What every prompt needs of `features`, on the device; None where it is made each time.
        mirrored_known: The same of `mirrored`.
    """

    data: CategoryData
    rows: NDArray[np.intp]
    features: Tensor
    transforms: tuple[ImageToInput, ...]
    image_hw: tuple[tuple[int, int], ...]
    mirrored: Tensor | None = None
    known: Known | None = None
    mirrored_known: Known | None = None

    def transform(self, sample: int) -> ImageToInput:
        """Of the region of sample number `sample`."""
        return self.transforms[int(self.rows[sample])]

    def image_hw_of(self, sample: int) -> tuple[int, int]:
        """(height, width) in px of the whole image of sample number `sample`."""
        return self.image_hw[int(self.rows[sample])]


@torch.inference_mode()
def encode_category(
    matcher: Matcher,
    data: CategoryData,
    box_scale: float,
    device: torch.device,
    *,
    needed: NDArray[np.intp] | None = None,
    mirrored: bool = False,
) -> EncodedCategory:
    """Encodes the squared, enlarged box of each instance exactly as inference does.

    Args:
        matcher: What encodes.
        data: The category.
        box_scale: How much larger than the box the region is.
        device: Of the matcher.
        needed: Numbers of the samples to encode; None for all. What is kept in memory grows with these alone.
        mirrored: Encode the mirrored regions too.
    """
    wanted = np.arange(len(data.samples)) if needed is None else needed
    rows = np.full(len(data.samples), -1, np.intp)
    rows[wanted] = np.arange(len(wanted))
    features, turned = _Encoding(matcher, len(wanted), device), _Encoding(matcher, len(wanted), device)
    transforms, sizes = [], []
    batch = regions_at_once(device)
    for first in range(0, len(wanted), batch):
        pixels = []
        for index in wanted[first : first + batch]:
            sample = data.samples[index]
            image = read_image(sample.path)
            region = object_region(sample.box, box_scale)
            cut, transform = region_to_input(image, region, matcher.input_size)
            pixels.append(cut)
            transforms.append(transform)
            sizes.append((image.shape[0], image.shape[1]))
        stacked = normalise(np.stack(pixels)).to(device)
        features.add(stacked)
        if mirrored:
            turned.add(stacked.flip(-1))
    return EncodedCategory(
        data,
        rows,
        features.features(),
        tuple(transforms),
        tuple(sizes),
        turned.features() if mirrored else None,
        features.known(),
        turned.known() if mirrored else None,
    )


def regions_at_once(device: torch.device) -> int:
    return _CPU_REGIONS if device.type == "cpu" else _GPU_REGIONS


class _Encoding:
    """The features of some regions and, where they fit into memory, what every prompt needs of them."""

    def __init__(self, matcher: Matcher, total: int, device: torch.device) -> None:
        self._matcher, self._total, self._device = matcher, total, device
        self._features: list[Tensor] = []
        self._known: list[Known] | None = []

    def add(self, pixels: Tensor) -> None:
        """Encodes (B, 3, S, S)."""
        kept = self._matcher.encode(pixels.contiguous(memory_format=torch.channels_last)).half().cpu()
        self._features.append(kept)
        if self._known is None:
            return
        known = self._matcher.known(kept.to(self._device).float())
        if known is None or known.nbytes * self._total > _KNOWN_BYTES * len(kept):
            self._known = None
        else:
            self._known.append(known)

    def features(self) -> Tensor:
        """(R, C, h, w) float16, on the CPU."""
        return torch.cat(self._features)

    def known(self) -> Known | None:
        """Of all of them."""
        if not self._known:
            return None
        columns = zip(*(one.parts for one in self._known), strict=True)
        return Known(tuple(torch.cat(column) for column in columns))
