"""A pose that goes to another place: into a box, or into an image of another size."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from app.project.regions import box_around
from gkdt_core.domain import Instance
from gkdt_core.geometry import Box

MOST_STRETCHED = 2.0
"""How much more a pose may be scaled in one direction than in the other to fill a box: between two views of
an animal that is usual; what needs more is a thin row of points, which would be torn apart."""


@dataclass(frozen=True, slots=True)
class CopiedPose:
    """A pose as it was copied.

    Attributes:
        instance: The pose.
        image_hw: (height, width) of its image; None where that is not known.
    """

    instance: Instance
    image_hw: tuple[int, int] | None


def _moved(
    pose: Instance, scale: tuple[float, float], old: tuple[float, float], new: tuple[float, float]
) -> Instance:
    """The pose scaled about the place `old`, which comes to lie at `new`; image coordinates."""
    keypoints = (pose.keypoints - np.array(old)) * np.array(scale) + np.array(new)
    box = pose.box
    if box is not None:
        (sx, sy), (ox, oy), (nx, ny) = scale, old, new
        box = Box(
            (box.x1 - ox) * sx + nx, (box.y1 - oy) * sy + ny, (box.x2 - ox) * sx + nx, (box.y2 - oy) * sy + ny
        )
    return replace(pose, keypoints=keypoints, box=box)


def frame_of(pose: Instance) -> Box | None:
    """What of the image a pose takes up: its box, else somewhat more than what is around its points; None
    without points."""
    around = Box.around(pose.keypoints)
    return pose.box or box_around(around, int(pose.labeled.sum())) or around


def fitted(pose: Instance, box: Box) -> Instance:
    """The pose where it fills `box` as it filled its own; that is its box from then on.

    It is stretched to the box's shape, but at most `MOST_STRETCHED` more one way than the other: beyond that
    it keeps its shape, as large as there is room for.
    """
    frame = frame_of(pose)
    if frame is None:
        return replace(pose, box=box)
    sides = [(box.width, frame.width), (box.height, frame.height)]
    ways = [there / here for there, here in sides if here > 0 and there > 0]
    scale = (min(ways, default=1.0),) * 2
    if len(ways) == 2 and max(ways) <= MOST_STRETCHED * min(ways):
        scale = (ways[0], ways[1])
    return replace(_moved(pose, scale, frame.centre, box.centre), box=box)


def rescaled(pose: Instance, old_hw: tuple[int, int] | None, new_hw: tuple[int, int] | None) -> Instance:
    """The pose at the same place of an image of another size, in its own shape; as it is where a size is not
    known.

    Args:
        pose: In an image of `old_hw`.
        old_hw: (height, width) of that image.
        new_hw: (height, width) of the image that it goes to.
    """
    frame = frame_of(pose)
    if frame is None or old_hw is None or new_hw is None or old_hw == new_hw:
        return pose
    along = new_hw[1] / old_hw[1], new_hw[0] / old_hw[0]
    (x, y), scale = frame.centre, min(along)
    return _moved(pose, (scale, scale), (x, y), (x * along[0], y * along[1]))
