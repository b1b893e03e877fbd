"""What goes into an engine and comes out of it, as values: regions, predictions, heatmaps, what runs."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from gkdt_core.geometry import Box, ImageToInput
from gkdt_core.model.fusion import Fusion
from gkdt_core.wordings import Vocabulary


@dataclass(frozen=True, slots=True, eq=False)
class PreparedRegion:
    """A region of an image as the encoder takes it.

    Attributes:
        pixels: (S, S, 3) uint8 RGB.
        transform: From image coordinates to `pixels`.
        image_hw: Size of the whole image, px.
        box: The region; None for the whole image.
    """

    pixels: NDArray[np.uint8]
    transform: ImageToInput
    image_hw: tuple[int, int]
    box: Box | None

    def mirrored(self) -> PreparedRegion:
        """The region seen in a mirror: `pixels` turned left to right, everything else as it is.

        What is found in it at normalised (x, y) lies at (-x, y) of this region.
        """
        return replace(self, pixels=np.ascontiguousarray(self.pixels[:, ::-1]))


@dataclass(frozen=True, slots=True, eq=False)
class Prediction:
    """Where the model sees the prompted keypoints in one region.

    Attributes:
        keypoints: (N, 2) float64 image coordinates, inside the image; NaN where the prompt says nothing.
        scores: (N,) float64, the model's trust in [0, 1]; 0 where invalid.
        peaks: (N,) float64, raw heatmap maxima; 0 where invalid.
        valid: (N,) bool, which keypoints the prompt names or marks.
        heatmaps: (N, H, W) float32 over the model's input, when asked for.
        apart: (N,) float64, when asked for: how far the peak of the words alone is from that of the supports
            alone, as a part of the side of the model's input; NaN where only one of them prompts.
    """

    keypoints: NDArray[np.float64]
    scores: NDArray[np.float64]
    peaks: NDArray[np.float64]
    valid: NDArray[np.bool_]
    heatmaps: NDArray[np.float32] | None = None
    apart: NDArray[np.float64] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class HeatmapBatch:
    """What the model sees in B regions, before anything becomes a point.

    Attributes:
        maps: (B, N, H, W) float32 over the model's input, on the engine's device; the valid modalities
            together, 0 where the prompt says nothing.
        valid: (N,) bool, which keypoints the prompt names or marks.
        text: (B, N, H, W) float32 of the words alone, None without words.
        visual: (B, N, H, W) float32 of the supports alone, None without supports.
    """

    maps: Tensor
    valid: Tensor
    text: Tensor | None
    visual: Tensor | None


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """What runs, for the people who look at its results.

    Attributes:
        model: The model's name.
        digest: Of the weights.
        device: Where it runs, in words.
        dtype: What the image encoder computes in, for example "float32".
        input_size: Side of the model's square input, px.
        parameters: Number of weights.
        fusion: How words and supports together are answered: "mean" or "informed".
        vocabulary: Whose words for the keypoints of ready-made categories it knows (`words_for`).
    """

    model: str
    digest: str
    device: str
    dtype: str
    input_size: int
    parameters: int
    fusion: Fusion = "mean"
    vocabulary: Vocabulary | None = None
