"""What a command is to look for: from names, ready-made categories, marked points and annotated shots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from app.commands.sources import region_of
from gkdt_core.domain import Category, Visibility
from gkdt_core.errors import DatasetError, GkdtError, PromptError
from gkdt_core.formats.coco import CocoAnnotation, CocoDataset, read_coco, resolve_image
from gkdt_core.geometry import Box, RgbImage, index_to_image
from gkdt_core.media.images import read_image
from gkdt_core.schemas import schema_for

_POINTS_HINT = 'Write each point as x,y in pixels, for example 120,85; "-" where the keypoint is not seen.'


@dataclass(slots=True)
class SupportOption:
    """A `--support` and the `--points` behind it, as they were typed."""

    path: str
    points: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """A support read from disk.

    Attributes:
        image: The picture.
        keypoints: (N, 2) float64 image coordinates; NaN where not marked.
        box: The region that shows the object; None for the whole image.
    """

    image: RgbImage
    keypoints: NDArray[np.float64]
    box: Box | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for.

    Attributes:
        category: Its skeleton is the output's.
        texts: One text per keypoint; empty without a text prompt.
        shots: Supports; empty without a visual prompt.
    """

    category: Category
    texts: tuple[str, ...]
    shots: tuple[Shot, ...]


def gather_prompt(
    *,
    names: Sequence[str],
    category: str,
    supports: Sequence[SupportOption],
    support_coco: str,
    support_images: str,
    shots: int,
    box_scale: float,
    prompt: str,
) -> Wanted:
    """The prompt that the options describe.

    Args:
        names: Keypoint names; they are the text prompt.
        category: A ready-made category, whose names are the text prompt; with `names`, or with supports and
            no such category, only what the object is called; with `support_coco` one of that file's.
        supports: Images with points typed for them.
        support_coco: An annotated COCO file whose instances are the shots; empty for none.
        support_images: The folder of its images.
        shots: How many of its instances are used at most.
        box_scale: How much the region around an annotated instance is larger than its box.
        prompt: "text", "visual" or "both"; empty for what was given. The names inside `support_coco` are a
            text prompt only when asked for here.

    Raises:
        GkdtError: The options contradict each other, or a file or point is not what it should be.
    """
    if support_coco:
        if supports:
            raise PromptError(
                "--support and --support-coco were both given.", hint="Give the shots in one of the two ways."
            )
        found, examples = _annotated_shots(support_coco, support_images, category, shots, box_scale)
        if names:
            found = _renamed(found, names)
        texts = found.keypoints if names or prompt in ("text", "both") else ()
    else:
        marked = tuple(_typed_shot(support) for support in supports)
        found, texts = _named_category(names, category, marked)
        for support, shot in zip(supports, marked, strict=True):
            _check_points(support, shot, found)
        examples = marked
    return _chosen(Wanted(found, texts, examples), prompt)


def _chosen(wanted: Wanted, prompt: str) -> Wanted:
    if prompt in ("text", "both") and not wanted.texts:
        raise PromptError(f"--prompt {prompt} needs names.", hint="Add --names or --category.")
    if prompt in ("visual", "both") and not wanted.shots:
        raise PromptError(
            f"--prompt {prompt} needs marked points.", hint="Add --support with --points, or --support-coco."
        )
    if prompt == "text":
        return replace(wanted, shots=())
    return replace(wanted, texts=()) if prompt == "visual" else wanted


def _named_category(
    names: Sequence[str], category: str, shots: Sequence[Shot]
) -> tuple[Category, tuple[str, ...]]:
    """The skeleton of the output and the text prompt, from names, a category, or only a number of points."""
    ready, unknown = _ready_made(category)
    if names:
        if ready is not None and ready.keypoints == tuple(names):
            return ready, ready.keypoints
        made = Category(category or "object", tuple(names)).with_guessed_pairs()
        return made, made.keypoints
    if ready is not None:
        return ready, ready.keypoints
    if shots:
        count = len(shots[0].keypoints)
        return Category(category or "object", tuple(f"point {index + 1}" for index in range(count))), ()
    if unknown is not None:
        raise unknown
    raise PromptError(
        "There is nothing to look for.",
        hint="Give keypoint names (--names), a ready-made category (--category), or an image with marked "
        "points (--support with --points).",
    )


def _ready_made(name: str) -> tuple[Category | None, GkdtError | None]:
    """The ready-made category, or why there is none."""
    if not name:
        return None, None
    try:
        return schema_for(name), None
    except GkdtError as error:
        return None, error


def _renamed(category: Category, names: Sequence[str]) -> Category:
    if len(names) != len(category):
        raise PromptError(
            f"--names has {len(names)} names, but the category "
            f'"{category.name}" has {len(category)} keypoints.',
            hint=f"Name them in this order: {', '.join(category.keypoints)}.",
        )
    return replace(category, keypoints=tuple(names))


def _typed_shot(support: SupportOption) -> Shot:
    if not support.points:
        raise PromptError(f"--support {support.path} has no points.", hint=f"Add --points. {_POINTS_HINT}")
    points = np.array([_typed_point(text, support.path) for text in support.points], dtype=np.float64)
    return Shot(read_image(support.path), index_to_image(points).astype(np.float64), None)


def _typed_point(text: str, path: str) -> tuple[float, float]:
    text = text.strip()
    if text in ("-", "-,-"):
        return float("nan"), float("nan")
    try:
        x, y = (float(part) for part in text.split(","))
    except ValueError as error:
        raise PromptError(f'--points of {path}: "{text}" is not a point.', hint=_POINTS_HINT) from error
    if not (np.isfinite(x) and np.isfinite(y)):
        raise PromptError(f'--points of {path}: "{text}" is not a place.', hint=_POINTS_HINT)
    return x, y


def _check_points(support: SupportOption, shot: Shot, category: Category) -> None:
    """Says what is wrong in the words and numbers that were typed."""
    height, width = shot.image.shape[:2]
    if len(support.points) != len(category):
        raise PromptError(
            f"--points of {support.path} has {len(support.points)} points for the {len(category)} keypoints "
            f"{', '.join(category.keypoints)}.",
            hint='Give one point per keypoint, in that order; "-" where it is not seen.',
        )
    for text, name, (x, y) in zip(support.points, category.keypoints, shot.keypoints, strict=True):
        if not np.isnan(x) and not (0 <= x <= width and 0 <= y <= height):
            raise PromptError(
                f'--points of {support.path}: "{name}" at {text.strip()} is outside the image, which is '
                f"{width} x {height} px.",
                hint=f"x goes from 0 to {width - 1}, y from 0 to {height - 1}.",
            )


def _annotated_shots(
    path: str, images_dir: str, category: str, count: int, box_scale: float
) -> tuple[Category, tuple[Shot, ...]]:
    """The category of an annotated file, and its best marked instances as shots."""
    if not images_dir:
        raise PromptError(
            "--support-coco needs the folder of its images.", hint="Add --support-images FOLDER."
        )
    dataset = read_coco(path)
    category_id = _category_id(dataset, path, category)
    annotations = [
        a for a in dataset.annotations if a.category_id == category_id and a.instance.labeled.any()
    ]
    skeleton = dataset.category(category_id)
    if not annotations:
        raise DatasetError(
            f'{path}: no instance of "{skeleton.name}" has a labelled keypoint.', hint="Label one first."
        )
    annotations.sort(key=lambda a: -int(_clear(a).sum()))  # stable: equally marked ones in the file's order
    return skeleton, tuple(
        _annotated_shot(dataset, annotation, images_dir, box_scale) for annotation in annotations[:count]
    )


def _annotated_shot(
    dataset: CocoDataset, annotation: CocoAnnotation, images_dir: str, box_scale: float
) -> Shot:
    image = read_image(resolve_image(images_dir, dataset.image(annotation.image_id).file_name))
    instance = annotation.instance
    region = instance.region
    keypoints = instance.keypoints.copy()
    keypoints[~_clear(annotation)] = np.nan
    hw = (image.shape[0], image.shape[1])
    outside = ~((keypoints >= 0) & (keypoints <= (hw[1], hw[0]))).all(axis=1)
    keypoints[outside] = np.nan  # annotators' points beyond the edge show nothing to learn from
    return Shot(image, keypoints, None if region is None else region_of(region, box_scale, hw))


def _clear(annotation: CocoAnnotation) -> NDArray[np.bool_]:
    """(N,) the keypoints that the image shows: visible ones, or all labelled where none counts as visible."""
    visible = annotation.instance.visibility == Visibility.VISIBLE
    return np.asarray(visible if visible.any() else annotation.instance.labeled)


def _category_id(dataset: CocoDataset, path: str, wanted: str) -> int:
    names = {known.id: known.category.name for known in dataset.categories}
    if wanted:
        for category_id, name in names.items():
            if name.casefold() == wanted.casefold():
                return category_id
        raise DatasetError(
            f'{path}: there is no category "{wanted}" with keypoints.',
            hint=f"The file has: {', '.join(names.values()) or 'none'}.",
        )
    used = {a.category_id for a in dataset.annotations}
    candidates = [category_id for category_id in names if category_id in used] or list(names)
    if len(candidates) == 1:
        return candidates[0]
    if not candidates:
        raise DatasetError(
            f"{path}: there is no category with keypoints.", hint="Choose a COCO keypoint file."
        )
    raise PromptError(
        f"{path} has several categories: {', '.join(names[c] for c in candidates)}.",
        hint="Choose one with --category.",
    )
