"""Where object detectors register. The program has none: without one, boxes are drawn or copied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from gkdt_core.geometry import Box, RgbImage


@dataclass(frozen=True, slots=True)
class Detection:
    """An object found.

    Attributes:
        box: Where, image coordinates.
        score: From 0 to 1.
    """

    box: Box
    score: float


class Detector(Protocol):
    """Finds the objects of one kind in an image. Called in a worker thread, one call at a time."""

    @property
    def name(self) -> str:
        """What people know it by."""
        ...

    def detect(self, image: RgbImage, object_name: str) -> Sequence[Detection]:
        """The objects called `object_name` ("horse") in `image` (H, W, 3), the surest first.

        Raises:
            GkdtError: It cannot work, with what to do about it.
        """
        ...


_registered: list[Detector] = []


def register(detector: Detector) -> None:
    """From now on this detector finds objects, in place of the one before."""
    _registered[:] = [detector]


def unregister() -> None:
    """From now on there is no detector."""
    _registered.clear()


def registered() -> Detector | None:
    """The detector, or None."""
    return _registered[0] if _registered else None


def new_boxes(
    found: Sequence[Detection], known: Sequence[Box], image_hw: tuple[int, int], *, overlap: float = 0.5
) -> list[Box]:
    """The boxes of `found` inside the image that do not overlap a known one, or a surer one, by more than
    `overlap` (intersection over union)."""
    taken, fresh = list(known), list[Box]()
    for detection in sorted(found, key=lambda one: -one.score):
        box = detection.box.clipped(image_hw)
        if min(box.width, box.height) <= 0 or any(_overlap(box, other) > overlap for other in taken):
            continue
        taken.append(box)
        fresh.append(box)
    return fresh


def _overlap(one: Box, other: Box) -> float:
    width = min(one.x2, other.x2) - max(one.x1, other.x1)
    height = min(one.y2, other.y2) - max(one.y1, other.y1)
    shared = max(width, 0.0) * max(height, 0.0)
    union = one.width * one.height + other.width * other.height - shared
    return shared / union if union > 0 else 0.0
