"""The numbers of COCO records: positions, boxes and areas as a file counts them, and as the domain does."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from gkdt_core.domain import Instance, Origin
from gkdt_core.geometry import Box, image_to_index, index_to_image

KeypointOrigin = Literal["index", "corner"]
Json = Mapping[str, Any]

ORIGIN_NAMES = {Origin.NONE: "", Origin.HUMAN: "human", Origin.MODEL: "model", Origin.CARRIED: "carried"}
ORIGINS = {name: origin for origin, name in ORIGIN_NAMES.items()}
FROM_KEYPOINTS = "keypoints"
_SAME_POSITION = 1e-6
"""Px: `exact_positions` further than this from the keypoints and box are another tool's leftovers."""

AS_READ = "_as_read"
"""Reserved key in an annotation's `extra`, never written: what only the file knew (see `_remember`)."""

MAX_SIDE = 2**31 - 1
"""Px: an image that says to be larger is not believed."""

SECTIONS = ("images", "annotations", "categories")


def number_or_none(value: Any) -> float | None:
    """A finite float of a JSON number; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def is_whole(value: Any) -> bool:
    return (number := number_or_none(value)) is not None and number == int(number)


def short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def box_or_none(value: Any) -> Box | None:
    """The box of a COCO `bbox`; None for none, for one of zeros, and for anything that is no box."""
    if not isinstance(value, list) or len(value) != 4:
        return None
    x, y, width, height = (number_or_none(v) for v in value)
    if x is None or y is None or width is None or height is None or width < 0 or height < 0:
        return None
    if not math.isfinite(x + width) or not math.isfinite(y + height):
        return None
    return Box.from_xywh(x, y, width, height) if (x or y or width or height) else None


def with_exact_positions(
    exact: Any, points: NDArray[np.float64], box: Box | None
) -> tuple[NDArray[np.float64], Box | None]:
    """(N, 2) points and the box, both in image coordinates, with the digits that COCO's numbers lost."""
    if not isinstance(exact, dict):
        return points, box
    keypoints, edges = exact.get("keypoints"), exact.get("box")
    for entry in keypoints if isinstance(keypoints, list) else ():
        if isinstance(entry, list) and len(entry) == 3 and entry[0] in range(len(points)):
            index, x, y = entry[0], number_or_none(entry[1]), number_or_none(entry[2])
            if x is not None and y is not None and (abs(points[index] - (x, y)) < _SAME_POSITION).all():
                points[index] = x, y
    if isinstance(edges, list) and len(edges) == 4:
        read = box.as_xyxy() if box is not None else (0.0, 0.0, 0.0, 0.0)
        numbers = [number_or_none(edge) for edge in edges]
        near = all(
            number is not None and abs(number - edge) < _SAME_POSITION
            for number, edge in zip(numbers, read, strict=True)
        )
        if near and edges[0] <= edges[2] and edges[1] <= edges[3]:
            box = Box(*(float(edge) for edge in edges))
    return points, box


def exact_positions(
    instance: Instance, keypoints: Sequence[float], bbox: Sequence[float], keypoint_origin: KeypointOrigin
) -> dict[str, Any]:
    """The positions that the numbers of a file do not give exactly, in image coordinates.

    Left of the image and in its first quarter pixel a position may have more digits than COCO's number half a
    pixel further left; a box that begins far left may have more digits at its right edge than in its width.
    """
    exact: dict[str, Any] = {}
    triples = np.array(keypoints, np.float64).reshape(-1, 3)
    points = triples[:, :2] if keypoint_origin == "corner" else index_to_image(triples[:, :2])
    lost = np.flatnonzero((points != instance.keypoints).any(axis=1) & instance.labeled)
    if len(lost):
        exact["keypoints"] = [[int(i), *instance.keypoints[i].tolist()] for i in lost]
    if instance.box is not None and box_or_none(list(bbox)) != instance.box:
        exact["box"] = list(instance.box.as_xyxy())
    return exact


def keypoint_numbers(instance: Instance, keypoint_origin: KeypointOrigin) -> list[float]:
    """x, y, v of each keypoint as the file counts them."""
    shift = 0.0 if keypoint_origin == "corner" else float(index_to_image(np.zeros(2))[0])
    targets = instance.keypoints
    points = targets if keypoint_origin == "corner" else image_to_index(targets)
    rounded = np.round(points, 6)
    for row, axis in np.argwhere((rounded + shift != targets) & instance.labeled[:, None]):
        rounded[row, axis] = _shortest(float(points[row, axis]), shift, float(targets[row, axis]))
    numbers: list[float] = []
    for (x, y), flag in zip(rounded.tolist(), instance.visibility.tolist(), strict=True):
        numbers += (x, y, flag) if flag else (0, 0, 0)
    return numbers


def _shortest(value: float, offset: float, target: float) -> float:
    """`value` with few decimals, at least 6, that still give `target` when `offset` is added.

    So 0.1 comes back as 0.1 although 0.1 + 0.5 - 0.5 is another number, and a position with all its digits
    is read again as exactly the same position.
    """
    for decimals in (6, 9, 12, 14, 15, 16):
        rounded = round(value, decimals)
        if rounded + offset == target:
            return rounded
    return value


def xywh_of(box: Box | None) -> list[float]:
    if box is None:
        return [0, 0, 0, 0]
    width, height = _shortest(box.width, box.x1, box.x2), _shortest(box.height, box.y1, box.y2)
    return [box.x1, box.y1, width, height]


def area_of(xywh: Sequence[float]) -> float:
    """The area that OKS scales by: the box's, at least one pixel, because OKS divides by it."""
    return max(round(xywh[2] * xywh[3], 6), 1.0)
