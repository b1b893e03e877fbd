"""The canvas: shows one image with its instances, turns gestures into events, changes nothing itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QGraphicsView, QWidget

from app.canvas import events
from app.canvas.events import ShownInstance, Xy
from app.canvas.image_item import PreparedImage
from gkdt_core.geometry import Box, RgbImage


class Canvas(QGraphicsView):
    """One image, its instances as marks of constant screen size, and the mouse on them."""

    keypoint_placed = Signal(events.KeypointPlaced)
    keypoint_unseen = Signal(events.KeypointUnseen)
    """Right click in placing mode: "cannot be seen here"."""
    keypoint_drag_started = Signal(events.KeypointDrag)
    keypoint_drag_moved = Signal(events.KeypointDrag)
    keypoint_drag_finished = Signal(events.KeypointDrag)
    keypoint_drag_cancelled = Signal(events.KeypointDrag)
    keypoint_selected = Signal(events.KeypointSelected)
    keypoint_context = Signal(events.KeypointContext)
    empty_clicked = Signal(events.EmptyClicked)
    empty_context = Signal(events.EmptyClicked)
    """Right click away from every keypoint, outside placing mode."""
    box_drawn = Signal(events.BoxDrawn)
    cursor_moved = Signal(events.CursorMoved)
    zoom_changed = Signal(float)
    """The new zoom: device pixels per image pixel."""
    message_action = Signal()
    """The button of the empty state was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(events.CANVAS)

    def set_image(self, image: RgbImage | PreparedImage | None, *, keep_view: bool = False) -> None:
        """Show `image`, fitted; `keep_view` keeps zoom and place if the size is the same.

        A large image is best prepared by `prepare_image` in a worker, so that nothing waits here.
        Removes the instances, the heatmap and any gesture under way.
        """

    def set_instances(
        self, instances: Sequence[ShownInstance], selected: int | None = None, keypoint: int | None = None
    ) -> None:
        """Show `instances` with instance id `selected` and its keypoint index `keypoint` selected."""

    def selected(self) -> tuple[int | None, int | None]:
        """The selected instance id and keypoint index, as last given or clicked."""
        return None, None

    def image_hw(self) -> tuple[int, int] | None:
        """(height, width) of the shown image."""
        return None

    def fit(self) -> None:
        """Show the whole image."""

    def actual_size(self) -> None:
        """One device pixel for each image pixel, about the middle of the view."""

    def zoom(self) -> float:
        """Device pixels per image pixel."""
        return 1.0

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom by `factor`; the image point under viewport position `at` (default the middle) stays there."""

    def centre_on(self, xy: Xy) -> None:
        """Pan so that image point `xy` is in the middle."""

    def reveal(self, xy: Xy) -> None:
        """Pan to image point `xy` only if it is out of view."""

    def image_to_view(self, xy: Xy) -> QPointF:
        """Image coordinates -> viewport position, logical px."""
        return QPointF(*xy)

    def view_to_image(self, position: QPointF) -> Xy:
        """Viewport position, logical px -> image coordinates."""
        return position.x(), position.y()

    def set_placing(self, name: str | None, index: int = 0, count: int = 0) -> None:
        """Guided placing: ask for keypoint `name`, number `index` (0-based) of `count`; None ends it.

        A left click then emits `keypoint_placed`, a right click `keypoint_unseen`. A click on a ring still
        selects, and a drag from one still moves it; with Shift held a click places there all the same.
        """

    def set_box_mode(self, on: bool) -> None:
        """While on, dragging with the left button draws a box and emits `box_drawn`."""

    def cancel(self) -> bool:
        """Stop the gesture under way (drag, box, placing press); says whether there was one."""
        return False

    def set_marks_hidden(self, hidden: bool) -> None:
        """Hide every mark, while H is held."""

    def set_show_names(self, on: bool) -> None:
        """Names beside all keypoints, or only beside the hovered and the selected one."""

    def set_show_skeleton(self, on: bool) -> None:
        """Draw the skeleton edges or not."""

    def set_show_boxes(self, on: bool) -> None:
        """Draw the boxes or not."""

    def set_score_shading(self, on: bool) -> None:
        """Draw model points with a low score thinner and paler, or all alike."""

    def set_hidden_keypoints(self, indices: Iterable[int]) -> None:
        """Do not draw these keypoint indices (the show/hide column of the keypoint table)."""

    def set_heatmap(self, heatmap: NDArray[np.floating] | None, box: Box | None = None) -> None:
        """Lay `heatmap` (H, W), any range, over `box` in image coordinates (default the whole image)."""

    def set_display(self, *, brightness: float = 0.0, contrast: float = 1.0, invert: bool = False) -> None:
        """Change how the image is shown, never the image: `brightness` -1..1 is added, `contrast` 0.1..10."""

    def set_message(self, text: str, button: str = "") -> None:
        """The sentence (and the button, emitting `message_action`) in the middle while no image is shown."""
