"""Made-up sets of faces: five keypoints, mostly alike, some turned the other way."""

from __future__ import annotations

import numpy as np

from gkdt_core.domain import Category, Origin
from gkdt_core.review.poses import PoseSet

FACE = Category(
    "face",
    ("left eye", "right eye", "nose", "left mouth", "right mouth"),
    edges=((0, 2), (1, 2), (2, 3), (2, 4)),
    pairs=((0, 1), (3, 4)),
)
# seen from the front and a little from one side, so that it is not its own mirror image
USUAL = np.array([(70.0, 30.0), (25.0, 32.0), (55.0, 55.0), (68.0, 80.0), (32.0, 82.0)])


def faces(count: int = 20, seed: int = 0, *, turned: int = 0) -> PoseSet:
    """`count` accepted faces of a person's points; the first `turned` of them look the other way."""
    rng = np.random.default_rng(seed)
    points = USUAL + rng.normal(0, 1.0, (count, 5, 2))
    other = points[:turned, [1, 0, 2, 4, 3]]
    points[:turned] = other * (-1, 1) + (100, 0)
    points = points * rng.uniform(1, 3, (count, 1, 1)) + rng.uniform(50, 200, (count, 1, 2))
    return PoseSet(
        FACE,
        np.arange(1, count + 1),
        np.arange(101, 101 + count),
        np.full((count, 2), 700.0),
        np.full(count, True),
        points,
        np.full((count, 5), Origin.HUMAN, np.int8),
        np.full((count, 5), np.nan),
        np.full((count, 4), np.nan),
        np.full((count, 5), np.nan),
    )


def predicted(poses: PoseSet, score: float = 0.9) -> PoseSet:
    """The same points as the model's, in images nobody has accepted."""
    poses.reviewed[:] = False
    poses.origins[:] = Origin.MODEL
    poses.scores[:] = score
    return poses
