"""Second looks at a region: in a mirror, and at tighter crops. Each costs time and wins precision."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from gkdt_core.domain import is_sided
from gkdt_core.geometry import Box, ImageToInput, RgbImage, index_to_image, object_region
from gkdt_core.inference.decode import Decode, decode_heatmaps
from gkdt_core.inference.devices import device_errors
from gkdt_core.inference.engine import Engine
from gkdt_core.inference.feature_cache import FeatureKey, ImageFeatures
from gkdt_core.inference.preprocess import crop_edges
from gkdt_core.inference.prompt import Prompt, SupportExample
from gkdt_core.inference.results import Prediction, PreparedRegion

# Chosen on cephalograms held out of training, which have four times the resolution that the model looks at.
_ZOOM = 4.0
_MAGNIFY = 1.5  # times the picture's own pixels: what a crop is enlarged to at most
_LEAST_ZOOM = 1.5  # below it there is little that the first look has not seen
_REACH = 3.0  # cells of the first look: how far a second one may move a point
_FILL = 0.75  # of a crop's side that its points may take up, so that all of them see what is around them
_CONFIDENT = 0.5  # of the best score among a crop's points: those below have no say in where the crop lies
_SMALL = 0.7  # of the region's side: where the object takes less, it is looked at in a region of its own
_SMALLEST = 1 / 6  # of the region's side: points that fell together must not make a region of nothing


@dataclass(frozen=True, slots=True)
class Looks:
    """Which second looks to take.

    Attributes:
        refine: At a region of the object's own where it was small in the first one; and, where a support
            marks keypoints, at tight crops, which are compared with equally tight crops of the supports.
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
    closer: CloserPrompt | None = None,
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
        supports: The shots of the prompt, for `Looks.refine`.
        closer: What `closer_prompt` makes of the prompt and the supports, where the caller has it.
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
    found = engine.predictions(
        maps, seen.valid, [first], prompt=prompt, decode=decode, with_heatmaps=with_heatmaps
    )[0]
    if not looks.refine:
        return found
    if closer is None:
        closer = closer_prompt(engine, prompt, supports)
    return refine(engine, image, first, maps[0], found, closer, decode=decode)


def look_at_regions(
    engine: Engine,
    regions: Sequence[PreparedRegion],
    images: Sequence[RgbImage],
    prompt: Prompt,
    looks: Looks,
    *,
    flip_pairs: Sequence[tuple[int, int]] = (),
    closer: CloserPrompt | None = None,
    decode: Decode | str | None = None,
) -> list[Prediction]:
    """`look` at many prepared regions, in their order, as many at once as the engine takes.

    Args:
        engine: Runs the model.
        regions: What `Engine.prepare` makes.
        images: The whole picture of each region; read only to refine.
        prompt: Of N keypoints.
        looks: Which second looks.
        flip_pairs: The category's left-right pairs (i, j) among the keypoints.
        closer: What `closer_prompt` makes of the prompt and its supports; without it nothing is refined.
        decode: How heatmaps become points, if not as the engine does.

    Raises:
        DeviceError: The device fails or is full.
        ModelFileError: The model's output is not numbers.
    """
    done: list[Prediction] = []
    while len(done) < len(regions):
        part = slice(len(done), len(done) + max(engine.batch_size, 1))
        first = engine.encode_regions(regions[part])
        seen = engine.heatmaps(first, prompt)
        maps = seen.maps
        if looks.flip:
            turned = engine.encode_regions([region.mirrored() for region in regions[part]])
            mirrored = engine.heatmaps(turned, prompt).maps
            maps = combine_mirrored(maps, mirrored, seen.valid, prompt.names, flip_pairs)
        found = engine.predictions(maps, seen.valid, first, prompt=prompt, decode=decode)
        if looks.refine and closer is not None:
            found = [
                refine(engine, image, features, one, point, closer, decode=decode)
                for image, features, one, point in zip(images[part], first, maps, found, strict=True)
            ]
        done.extend(found)
    return done


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
    support finds it as well, by its looks. So keypoint n of the mirror image speaks for its partner. It is
    not asked where it would lie: for a keypoint that names a side but has no partner, or an unprompted one.

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
    sided = [order[index] == index and is_sided(name) for index, name in enumerate(names)]
    with torch.inference_mode(), device_errors():
        share = 0.5 * (valid[order] & ~torch.tensor(sided, device=valid.device)).to(maps.dtype)
        return maps + share[:, None, None] * (mirrored.flip(-1)[:, order] - maps)


@dataclass(frozen=True, slots=True, eq=False)
class TightPart:
    """Keypoints that lie near each other, as tight crops of the supports show them.

    Attributes:
        indices: (P,) which keypoints.
        prompt: Of these P keypoints.
    """

    indices: NDArray[np.intp]
    prompt: Prompt


@dataclass(frozen=True, slots=True, eq=False)
class CloserPrompt:
    """A prompt for closer looks.

    Attributes:
        prompt: Of all keypoints, for a region of the object's own, its visual part made from such regions.
        zoom: How much larger than in that region the tight crops show things.
        parts: One for each tight crop, which costs one encoding of an image; empty where there is nothing
            more to see, or nothing marked to compare with.
    """

    prompt: Prompt
    zoom: float
    parts: tuple[TightPart, ...]


def closer_prompt(engine: Engine, prompt: Prompt, supports: Sequence[SupportExample]) -> CloserPrompt:
    """What closer looks need of a prompt and its shots.

    Words take part in the look at the object's own region only: at a tight crop they find nothing. Features
    of the supports' crops are kept in `Engine.features`.

    Args:
        engine: Encodes the crops.
        prompt: Of N keypoints.
        supports: The shots of the prompt, each with N points.
    """
    shots = [shot for shot in supports if np.isfinite(shot.keypoints).all(axis=1).any()]
    own = [_own_region(shot) for shot in shots]
    if any(region is not shot for region, shot in zip(own, shots, strict=True)):
        seen = engine.encode_prompt(names=prompt.names, texts=(), supports=own)
        prompt = replace(
            prompt, visual=seen.visual, visual_valid=seen.visual_valid, arrangement=seen.arrangement
        )
    size = engine.info.input_size
    scales = [size / _side(shot) for shot in own]
    zoom = min(_ZOOM, _MAGNIFY / max(scales)) if scales else 1.0
    if zoom < _LEAST_ZOOM:
        return CloserPrompt(prompt, 1.0, ())
    parts = []
    for indices in _near_each_other(_layout(own, scales, size), 1.0 / zoom):
        cut = [_tight(shot, indices, size / scale / zoom) for shot, scale in zip(own, scales, strict=True)]
        marked = [shot for shot in cut if shot is not None]
        names = [prompt.names[index] for index in indices]
        parts.append(TightPart(indices, engine.encode_prompt(names=names, texts=(), supports=marked)))
    return CloserPrompt(prompt, zoom, tuple(parts))


def refine(
    engine: Engine,
    image: RgbImage,
    first: ImageFeatures,
    maps: Tensor,
    found: Prediction,
    closer: CloserPrompt,
    *,
    decode: Decode | str | None = None,
) -> Prediction:
    """`found` with its points moved to where closer looks and the first one together see them.

    First, if the trusted points take up little of the region, the object is looked at in a region of its own.
    Then a tight crop is taken around the points of each part. Each time both heatmaps are averaged, weighted
    by their maxima. No point moves further than three cells of the first look. Scores and peaks stay those of
    the first look, which the model's calibration is for.

    Args:
        engine: Encodes the crops.
        image: (H, W, 3) uint8 RGB, the whole of it.
        first: The region's features, or anything with its transform.
        maps: (N, H', W') of the first look.
        found: The first look's points.
        closer: The prompt for the crops.
        decode: How the averaged heatmaps become points; None fits below the cell.
    """
    method = Decode.SUBPIXEL if decode is None else Decode(decode)
    image_hw = image.shape[0], image.shape[1]
    size = first.transform.input_size
    keypoints, transform, first_cells = found.keypoints, first.transform, maps.shape[-1]
    region = _region_of_its_own(found, size / transform.scale)
    if region is not None:
        features = engine.encode_image(image, region)
        near = engine.heatmaps([features], closer.prompt).maps[0]
        with torch.inference_mode(), device_errors():
            keypoints = _agreed(keypoints, maps, transform, near, features.transform, method)
        maps, transform = near, features.transform
    # a picture of fewer pixels than the supports' has nothing closer to show
    parts = closer.parts if closer.zoom * transform.scale <= 4 / 3 * _MAGNIFY else ()
    side = size / transform.scale / closer.zoom
    boxes = [_around(keypoints[part.indices], found.scores[part.indices], side, image_hw) for part in parts]
    crops = engine.encode_images([(image, box) for box in boxes]) if boxes else []
    moved = keypoints.copy()
    for part, features in zip(parts, crops, strict=True):
        near = engine.heatmaps([features], part.prompt).maps[0]
        with torch.inference_mode(), device_errors():
            coarse = maps[torch.from_numpy(part.indices).to(maps.device)]
            moved[part.indices] = _agreed(
                keypoints[part.indices], coarse, transform, near, features.transform, method
            )
    moved = _within(found.keypoints, moved, _reach(first.transform, first_cells))
    moved = np.clip(moved, 0.0, (float(image_hw[1]), float(image_hw[0])))
    moved[~found.valid] = np.nan
    moved.setflags(write=False)
    return replace(found, keypoints=moved)


def _reach(transform: ImageToInput, cells: int) -> float:
    """How far, in px, a closer look may move a point of a look whose heatmaps have `cells` columns."""
    return _REACH * transform.input_size / cells / transform.scale


def _within(points: NDArray[np.float64], moved: NDArray[np.float64], reach: float) -> NDArray[np.float64]:
    """`moved` (P, 2), drawn back to `reach` px around `points`."""
    step = moved - points
    length = np.linalg.norm(step, axis=-1, keepdims=True)
    return np.asarray(points + step * np.minimum(1.0, reach / np.maximum(length, 1e-9)))


def _agreed(
    points: NDArray[np.float64],
    maps: Tensor,
    transform: ImageToInput,
    closer: Tensor,
    closer_transform: ImageToInput,
    method: Decode,
) -> NDArray[np.float64]:
    """(P, 2) where two looks (P, H, W) at the same keypoints agree, within three coarse cells of `points`."""
    height, width = closer.shape[-2:]
    reach = _reach(transform, maps.shape[-1])
    columns, rows = np.meshgrid(np.arange(width), np.arange(height))
    cells = index_to_image(np.stack((columns, rows), axis=-1)) / (width, height) * 2 - 1
    places = closer_transform.norm_to_image(cells)
    grid = torch.from_numpy(transform.image_to_norm(places)).to(maps)
    coarse = F.grid_sample(
        maps[None], grid[None], mode="bicubic", padding_mode="border", align_corners=False
    )[0]
    distance = torch.from_numpy(np.linalg.norm(places - points[:, None, None], axis=-1)).to(maps)
    inside = distance <= reach
    peaks = torch.stack([torch.where(inside, one, -1.0).amax(dim=(-2, -1)) for one in (coarse, closer)])
    weight = peaks.clamp(min=0)[..., None, None] + torch.finfo(maps.dtype).eps
    together = (weight[0] * coarse + weight[1] * closer) / weight.sum(dim=0)
    # a slope, not a cliff: the fit below the cell sees what lies behind the edge
    cell = closer_transform.input_size / width / closer_transform.scale
    together = together - ((distance - reach) / cell).clamp(min=0)
    norm, _ = decode_heatmaps(together[None], method)
    moved = np.asarray(closer_transform.norm_to_image(norm[0].cpu().numpy()), dtype=np.float64)
    # a point that the crop does not show keeps its first look
    shown = (inside.flatten(-2).any(dim=-1) & (peaks[1] > 0)).cpu().numpy()
    return np.where(shown[:, None], _within(points, moved, reach), points)


def _side(shot: SupportExample) -> float:
    """Longer side in px of the region that a shot is encoded in."""
    box, around = shot.box, Box.around(shot.keypoints)
    edges = None
    if box is not None and around is not None:
        edges = (
            min(box.x1, around.x1),
            min(box.y1, around.y1),
            max(box.x2, around.x2) - 1.0,
            max(box.y2, around.y2) - 1.0,
        )
    left, top, right, bottom = crop_edges((shot.image.shape[0], shot.image.shape[1]), edges)
    return float(max(right - left, bottom - top))


def _own_region(shot: SupportExample) -> SupportExample:
    """The shot in a region around its marks, if they take up little of the one it has; else itself."""
    region = _worthwhile(shot.keypoints, _side(shot))
    return shot if region is None else replace(shot, box=region)


def _region_of_its_own(found: Prediction, side: float) -> Box | None:
    """The region around the trusted points; None where they take up most of the first look's `side` px."""
    if not found.valid.any():
        return None
    trusted = found.valid & (found.scores >= _CONFIDENT * found.scores[found.valid].max())
    return _worthwhile(found.keypoints[trusted], side)


def _worthwhile(points: NDArray[np.float64], side: float) -> Box | None:
    """The object's region if (P, 2) points are all of it, where it is much smaller than `side` px."""
    around = Box.around(points)
    if around is None or np.isfinite(points).all(axis=1).sum() < 2:
        return None
    region = object_region(around)
    if region.longer_side > _SMALL * side:
        return None
    return region if region.longer_side >= _SMALLEST * side else _square(region.centre, _SMALLEST * side)


def _square(centre: tuple[float, float], side: float) -> Box:
    x, y = centre
    return Box(x - side / 2, y - side / 2, x + side / 2, y + side / 2)


def _layout(shots: Sequence[SupportExample], scales: Sequence[float], size: int) -> NDArray[np.float64]:
    """(N, 2) mean places of keypoints about their shot's middle, in sides of the region; NaN if unmarked."""
    shape = [
        (shot.keypoints - np.nanmean(shot.keypoints, axis=0)) * scale / size
        for shot, scale in zip(shots, scales, strict=True)
    ]
    marked = np.asarray(np.isfinite(shape).all(axis=-1))
    total = np.where(marked[..., None], shape, 0.0).sum(axis=0)
    count = marked.sum(axis=0)[:, None]
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)


def _near_each_other(places: NDArray[np.float64], side: float) -> list[NDArray[np.intp]]:
    """Groups of the marked (N, 2) places that fit into a square of `side` with room around them.

    The most crowded square first: few crops are few encodings.
    """
    left = np.flatnonzero(np.isfinite(places).all(axis=1))
    groups = []
    while len(left):
        apart = np.abs(places[left, None] - places[None, left]).max(axis=-1)
        near = apart <= side * _FILL / 2
        chosen = near[near.sum(axis=1).argmax()]
        groups.append(left[chosen])
        left = left[~chosen]
    return groups


def _tight(shot: SupportExample, indices: NDArray[np.intp], side: float) -> SupportExample | None:
    """The crop of a shot around some of its keypoints; None where it marks none of them."""
    around = Box.around(shot.keypoints[indices])
    if around is None:
        return None
    box = _square_inside(around.centre, side, (shot.image.shape[0], shot.image.shape[1]))
    return SupportExample(shot.image, shot.keypoints[indices], box, shot.digest)


def _around(
    points: NDArray[np.float64], scores: NDArray[np.float64], side: float, image_hw: tuple[int, int]
) -> Box:
    """The crop around those of (P, 2) points that are trusted."""
    around = Box.around(points[scores >= _CONFIDENT * scores.max()])
    centre = (image_hw[1] / 2, image_hw[0] / 2) if around is None else around.centre
    return _square_inside(centre, side, image_hw)


def _square_inside(centre: tuple[float, float], side: float, image_hw: tuple[int, int]) -> Box:
    """The square about a place, moved into the image: one cut off there would be shown larger."""
    low = [
        min(max(middle - side / 2, 0.0), max(float(length) - side, 0.0))
        for middle, length in zip(centre, (image_hw[1], image_hw[0]), strict=True)
    ]
    # whole pixels: the same crop again is found in the cache
    x, y = (math.floor(value) for value in low)
    return Box(x, y, x + math.ceil(side), y + math.ceil(side))
