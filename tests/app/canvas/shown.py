"""Instances for the canvas tests, real domain values."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gkdt_core.domain import Category, Instance, Origin, Visibility
from gkdt_core.geometry import Box, RgbImage

FACE = Category(
    "face",
    ("left eye", "right eye", "nose", "left ear", "right ear"),
    edges=((0, 2), (1, 2), (0, 3), (1, 4)),
).with_guessed_pairs()


@dataclass(frozen=True, slots=True)
class Shown:
    """An instance with its id, as the store gives it."""

    id: int
    instance: Instance


def face(
    shown_id: int = 1,
    *,
    shift: tuple[float, float] = (0.0, 0.0),
    origin: Origin = Origin.HUMAN,
    visibility: Visibility = Visibility.VISIBLE,
    score: float = float("nan"),
    box: Box | None = None,
) -> Shown:
    """A face about (100, 80) whose fifth keypoint is not labelled."""
    points = np.array([[80, 60], [120, 60], [100, 90], [60, 70], [np.nan, np.nan]]) + shift
    labeled = np.isfinite(points[:, 0])
    return Shown(
        shown_id,
        Instance(
            FACE,
            points,
            np.where(labeled, visibility, Visibility.UNLABELED),
            np.where(labeled, score, np.nan),
            np.where(labeled, score, np.nan),
            np.where(labeled, origin, Origin.NONE),
            box,
        ),
    )


def grey(height: int = 160, width: int = 200, value: int = 128) -> RgbImage:
    """A flat (height, width, 3) image."""
    return np.full((height, width, 3), value, np.uint8)
