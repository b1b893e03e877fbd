"""What the canvas tells its listeners: one frozen value per gesture, in image coordinates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from gkdt_core.domain import Instance
from gkdt_core.geometry import Box

if TYPE_CHECKING:
    from app.canvas.image_item import PreparedImage
    from app.canvas.tiles import TileKey

CANVAS = "canvas"
CANVAS_MESSAGE = "canvas_message"
CANVAS_MESSAGE_BUTTON = "canvas_message_button"

Xy = tuple[float, float]
"""x and y in image coordinates, continuous (the top-left pixel is [0, 1] x [0, 1])."""


class ShownInstance(Protocol):
    """What the canvas needs of an instance; `StoredInstance` has it."""

    @property
    def id(self) -> int: ...

    @property
    def instance(self) -> Instance: ...


@dataclass(frozen=True, slots=True)
class KeypointPlaced:
    """In placing mode a person clicked where the keypoint is.

    Attributes:
        index: The keypoint index that was given to `Canvas.set_placing`.
        xy: Inside the image.
    """

    index: int
    xy: Xy


@dataclass(frozen=True, slots=True)
class KeypointUnseen:
    """In placing mode a person right-clicked: the keypoint cannot be seen in this image."""

    index: int


@dataclass(frozen=True, slots=True)
class KeypointDrag:
    """A keypoint is being dragged, or was.

    Attributes:
        instance_id: The instance it belongs to.
        index: Which keypoint.
        xy: Where it is now, clipped to the image.
        before: Where it was when the drag began.
        drag_id: The same number for every event of one drag, so that one drag is one undo step.
    """

    instance_id: int
    index: int
    xy: Xy
    before: Xy
    drag_id: int


@dataclass(frozen=True, slots=True)
class KeypointSelected:
    """A person clicked a keypoint."""

    instance_id: int
    index: int


@dataclass(frozen=True, slots=True)
class KeypointContext:
    """A person right-clicked a keypoint.

    Attributes:
        screen_xy: Where a menu belongs, global screen coordinates.
    """

    instance_id: int
    index: int
    screen_xy: tuple[int, int]


@dataclass(frozen=True, slots=True)
class EmptyClicked:
    """A person clicked the image away from every keypoint.

    Attributes:
        xy: Where; may lie outside the image.
        instance_id: The smallest instance region around `xy`, or None.
        screen_xy: Global screen coordinates, where a menu belongs.
    """

    xy: Xy
    instance_id: int | None
    screen_xy: tuple[int, int]


@dataclass(frozen=True, slots=True)
class BoxDrawn:
    """In box mode a person drew a rectangle; it lies inside the image and has an area."""

    box: Box


@dataclass(frozen=True, slots=True)
class CursorMoved:
    """Where the mouse is.

    Attributes:
        xy: Image coordinates, or None when it is not over the image.
        rgb: The pixel under it, or None with `xy`.
        hovered: The (instance id, keypoint index) under it, or None.
        value: What the file says there, of a grey image with more than 8 bits; else None.
    """

    xy: Xy | None
    rgb: tuple[int, int, int] | None
    hovered: tuple[int, int] | None
    value: float | None = None


@dataclass(frozen=True, slots=True)
class DetailWanted:
    """Part of a very large picture is in view in full resolution, and is not there yet.

    Attributes:
        picture: Which; what comes for another one is dropped.
        tiles: What is missing, the most wanted first.
    """

    picture: PreparedImage
    tiles: tuple[TileKey, ...]


@dataclass(frozen=True, slots=True)
class AdjustDragged:
    """The mouse was dragged to change how the picture is shown, by shares of the canvas since the last event.

    Attributes:
        right: Towards the right edge: more contrast.
        up: Towards the upper edge: brighter.
    """

    right: float
    up: float
