"""Second looks at a region: in a mirror. Each costs time and wins precision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from gkdt_core.domain import sides_in
from gkdt_core.geometry import Box, RgbImage
from gkdt_core.inference.decode import Decode
from gkdt_core.inference.engine import Engine, Prediction, Prompt, SupportExample
from gkdt_core.inference.feature_cache import FeatureKey, ImageFeatures


@dataclass(frozen=True, slots=True)
class Looks:
    """Which second looks to take.

    Attributes:
        refine: At tighter crops.
        flip: In a mirror, with left and right exchanged.
    """

    refine: bool = False
    flip: bool = False

    def __bool__(self) -> bool:
        return self.refine or self.flip


def look(
    engine: Engine,
    image: RgbImage,
    box: Box | None,
    prompt: Prompt,
    looks: Looks,
    *,
    flip_pairs: Sequence[tuple[int, int]] = (),
    supports: Sequence[SupportExample] = (),
    features: ImageFeatures | None = None,
    digest: str = "",
    decode: Decode | str | None = None,
    with_heatmaps: bool = False,
) -> Prediction:
    """Where the prompted keypoints are in one region, after all the looks asked for.

    Args:
        engine: Runs the model; call this in the thread that owns it.
        image: (H, W, 3) uint8 RGB.
        box: The region, image coordinates; None for the whole image.
        prompt: Of N keypoints.
        looks: Which second looks; none gives what `Engine.predict` does.
        flip_pairs: The category's left-right pairs (i, j) among the keypoints.
        supports: The shots of the prompt: a tighter crop is compared with equally tight crops of them.
        features: Of the region, where the caller has them.
        digest: Stands for the image's pixels in `Engine.features`; with it the features of second looks are
            kept there, so that the next prompt on this image does not encode again.
        decode: How heatmaps become points, if not as the engine does.
        with_heatmaps: Hand the (combined) heatmaps on with the points.

    Raises:
        DeviceError: The device fails or is full.
        ModelFileError: The model's output is not numbers.
    """
    first = engine.encode_image(image, box) if features is None else features
    seen = engine.heatmaps([first], prompt)
    maps = seen.maps
    if looks.flip:
        mirrored = engine.heatmaps([_mirrored_features(engine, image, box, digest)], prompt).maps
        maps = combine_mirrored(maps, mirrored, seen.valid, prompt.names, flip_pairs)
    return engine.predictions(maps, seen.valid, [first], decode=decode, with_heatmaps=with_heatmaps)[0]


def _mirrored_features(engine: Engine, image: RgbImage, box: Box | None, digest: str) -> ImageFeatures:
    key = FeatureKey(f"{digest}|mirrored", box, engine.digest)
    kept = engine.features.get(key) if digest else None
    if kept is not None:
        return kept
    made = engine.encode_regions([engine.prepare(image, box).mirrored()])[0]
    if digest:
        engine.features.put(key, made)
    return made


def combine_mirrored(
    maps: Tensor, mirrored: Tensor, valid: Tensor, names: Sequence[str], flip_pairs: Sequence[tuple[int, int]]
) -> Tensor:
    """The mean of heatmaps of regions and of their mirror images, turned back and left exchanged with right.

    What a prompt calls the left eye is, in the mirror, the right one; a marked left eye on an unmirrored
    support finds it as well, by its looks. So keypoint n of the mirror image speaks for its partner. It is not
    asked where it would lie: for a keypoint that names a side but has no partner, or an unprompted partner.

    Args:
        maps: (B, N, H, W).
        mirrored: (B, N, H, W) of the same regions mirrored.
        valid: (N,) bool, which keypoints are prompted.
        names: Of the N keypoints.
        flip_pairs: Left-right pairs (i, j).
    """
    order = list(range(len(names)))
    for left, right in flip_pairs:
        order[left], order[right] = right, left
    sided = [order[index] == index and bool(sides_in(name)) for index, name in enumerate(names)]
    share = 0.5 * (valid[order] & ~torch.tensor(sided, device=valid.device)).to(maps.dtype)
    return maps + share[:, None, None] * (mirrored.flip(-1)[:, order] - maps)
