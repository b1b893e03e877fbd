"""What to look for: supports with marked points, the prompt they and the words become, and its checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from gkdt_core.errors import PromptError
from gkdt_core.geometry import Box, RgbImage
from gkdt_core.model.arrangement import Arrangement

_TEXT_TEMPLATES = ("{k}", "the {k}", "the {k} of {o}", "{o}'s {k}")


@dataclass(frozen=True, slots=True, eq=False)
class SupportExample:
    """An image on which some of the keypoints are marked: one shot of a visual prompt.

    Attributes:
        image: The picture.
        keypoints: (N, 2) float64 image coordinates; NaN where this shot does not mark the keypoint.
        box: The region that shows the object; None for the whole image. It grows as far as needed to hold
            every marked point.
        digest: What the features are cached under (`media_digest` of the file); empty to take the digest of
            the pixels.
    """

    image: RgbImage
    keypoints: NDArray[np.float64]
    box: Box | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Prompt:
    """What to look for, in the words of the model.

    Attributes:
        names: N keypoint names.
        text: (N, C) text prototypes; None without a text prompt.
        text_valid: (N,) bool, which keypoints the text prompts; None with `text` None.
        visual: (N, C) visual prototypes; None without a visual prompt.
        visual_valid: (N,) bool, which keypoints a support marks; None with `visual` None.
        text_trust: () how far the supports bear the words out; None where nobody asks.
        arrangement: Where the supports' points lie; None for a model that does not ask, and with too few.
    """

    names: tuple[str, ...]
    text: Tensor | None
    text_valid: Tensor | None
    visual: Tensor | None
    visual_valid: Tensor | None
    text_trust: Tensor | None = None
    arrangement: Arrangement | None = None

    def __len__(self) -> int:
        return len(self.names)


def keypoint_count(
    names: Sequence[str], texts: Sequence[str | Sequence[str]] | None, supports: Sequence[SupportExample]
) -> int:
    """N, on which every part of the prompt must agree."""
    counts = [(f"{len(names)} names", len(names))] if names else []
    if texts:
        counts.append((f"{len(texts)} texts", len(texts)))
    for number, support in enumerate(supports, start=1):
        if support.keypoints.ndim != 2 or support.keypoints.shape[1] != 2:
            raise ValueError(f"support {number}: keypoints must be (N, 2), got {support.keypoints.shape}")
        counts.append((f"{len(support.keypoints)} points on support {number}", len(support.keypoints)))
    if not counts or not any(count for _, count in counts):
        raise PromptError(
            "There is no prompt.", hint="Name the keypoints, or mark them on a support image, or both."
        )
    if len({count for _, count in counts}) > 1:
        said = ", ".join(words for words, _ in counts)
        raise PromptError(
            f"The prompt does not agree on the number of keypoints: {said}.",
            hint="Give every keypoint a name and a place in every support's points (unmarked where unseen).",
        )
    return counts[0][1]


def check_names(names: tuple[str, ...]) -> None:
    for index, name in enumerate(names):
        if not name.strip():
            raise PromptError(f"Keypoint {index + 1} has an empty name.", hint="Give every keypoint a name.")
        first = names.index(name)
        if first != index:
            raise PromptError(
                f'Keypoints {first + 1} and {index + 1} have the same name "{name}".',
                hint="Keypoint names must differ.",
            )


def check_support(support: SupportExample, number: int, names: tuple[str, ...]) -> None:
    height, width = support.image.shape[:2]
    for index, (x, y) in enumerate(support.keypoints.tolist()):
        if np.isnan(x) or np.isnan(y):
            continue
        if not (0 <= x <= width and 0 <= y <= height):
            raise PromptError(
                f'Support {number}: keypoint {index + 1} ("{names[index]}") at ({x:g}, {y:g}) is outside the '
                f"image, which is {width} x {height} px.",
                hint="Place it inside the image, or leave it unmarked.",
            )


def phrases_of(texts: Sequence[str | Sequence[str]], object_name: str) -> tuple[tuple[str, ...], ...]:
    """For each keypoint the texts whose vectors are averaged."""
    phrases = []
    for entry in texts:
        given = [text for text in ((entry,) if isinstance(entry, str) else entry) if text.strip()]
        if object_name.strip():
            given = [part.format(k=text, o=object_name) for text in given for part in _TEXT_TEMPLATES]
        phrases.append(tuple(given))
    return tuple(phrases)


def region_with_points(support: SupportExample) -> Box | None:
    """The support's box, grown as far as needed to hold its points: a point outside would be clamped."""
    box, around = support.box, Box.around(support.keypoints)
    if box is None or around is None:
        return box
    return Box(min(box.x1, around.x1), min(box.y1, around.y1), max(box.x2, around.x2), max(box.y2, around.y2))
