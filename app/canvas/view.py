"""One image in a view: fitting, zooming at the mouse, panning, the sentence shown without an image."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QFocusEvent,
    QImage,
    QInputDevice,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from app import theme
from app.canvas import events, overlays
from app.canvas.adjust import Adjustment
from app.canvas.events import Xy
from app.canvas.image_item import DeepGreys, ImageItem, PreparedImage, prepare_image
from app.canvas.tiles import TILE, Tile, TileKey, keys_in, wanted_factor
from app.i18n import tr
from gkdt_core.geometry import RgbImage

FIT_MARGIN = 16
OVERVIEW_SIDE = 2048
_WHEEL_STEP = 1.2
"""Zoom factor of one notch."""
_MAX_ZOOM = 64.0
_KEPT_IN_VIEW = 48.0
"""So many logical px of the image stay in view however far one pans, or it would be lost."""


class ImageView(QGraphicsView):
    """Shows one image; scene coordinates are image coordinates."""

    zoom_changed = Signal(float)
    """The new zoom: device pixels per image pixel."""
    detail_wanted = Signal(events.DetailWanted)
    message_action = Signal()
    """The button of the empty state was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(events.CANVAS)
        self.setAccessibleName(tr("Image"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(200, 150)
        self.setScene(QGraphicsScene(self))
        self._item = ImageItem()
        self.scene().addItem(self._item)
        self._prepared: PreparedImage | None = None
        self._asked: frozenset[TileKey] = frozenset()
        self._detail_given_up = False
        self._scale = 1.0  # logical px per image px
        self._fitted = True
        self._keyboard_focus = False
        self._message = overlays.Message(self.viewport())
        self._message.pressed.connect(self.message_action)
        theme.on_theme_changed(self._on_theme_changed)
        self._on_theme_changed()

    def _show_image(self, image: RgbImage | PreparedImage | None, keep_view: bool) -> None:
        """Show `image`, fitted; `keep_view` keeps zoom and place if the size is the same."""
        before = self.image_hw()
        if image is not None and not isinstance(image, PreparedImage):
            image = prepare_image(image)
        self._prepared = image
        self._asked, self._detail_given_up = frozenset(), False
        self._item.set_image(image)
        self._message.setVisible(image is None)
        if image is not None and not (keep_view and before == image.image_hw and not self._fitted):
            self.fit()
        self.viewport().update()

    def overview(self) -> tuple[QImage, tuple[int, int]] | None:
        """The picture at no more than `OVERVIEW_SIDE` px, and the image's own (height, width); or None."""
        if self._prepared is None:
            return None
        levels = self._prepared.levels
        small = (level for level in levels if max(level.width(), level.height()) <= OVERVIEW_SIDE)
        return next(small, levels[-1]).copy(), self._prepared.image_hw

    def image_hw(self) -> tuple[int, int] | None:
        """(height, width) of the shown image."""
        return None if self._prepared is None else self._prepared.image_hw

    def set_adjustment(self, adjustment: Adjustment) -> None:
        """Change how the image is shown, never the image."""
        self._item.set_adjustment(adjustment)
        self.viewport().update()

    def deep_greys(self) -> DeepGreys | None:
        """The real values of the shown image if it is grey with more than 8 bits."""
        return None if self._prepared is None else self._prepared.deep

    def shrink(self) -> int:
        """By how much the shown image was made smaller to be opened; 1 for all but very large ones."""
        return 1 if self._prepared is None else self._prepared.shrink

    def picture(self) -> PreparedImage | None:
        """What is shown."""
        return self._prepared

    @property
    def has_detail(self) -> bool:
        """Whether zooming in shows every pixel of the image."""
        picture = self._prepared
        return picture is not None and (
            picture.shrink == 1 or (picture.detail is not None and not self._detail_given_up)
        )

    def add_tiles(self, picture: PreparedImage, tiles: Sequence[Tile]) -> None:
        """What `detail_wanted` asked for; nothing happens if another picture is shown by now."""
        if picture is self._prepared:
            self._item.tiles.add(tiles)
            self._asked -= {tile.key for tile in tiles}
            self.viewport().update()

    def give_up_detail(self, picture: PreparedImage) -> None:
        """No more tiles of `picture` will come: it is asked for none until it is shown again."""
        if picture is self._prepared:
            self._detail_given_up = True

    def pixel_at(self, x: float, y: float) -> tuple[tuple[int, int, int], float | None]:
        """The colour at a place inside the image, and the real value of a deep grey.

        Those of the file itself where the place has been seen in full, else of the picture made smaller.
        """
        picture = self._prepared
        if picture is None:
            raise ValueError("no image is shown")
        rgb, value = picture.pixel_at(x, y)
        tile = self._item.tiles.get(TileKey(1, int(x // TILE), int(y // TILE)))
        if tile is None:
            return rgb, value
        code = tile.code_at(x, y)
        if code is not None and picture.deep is not None:
            return rgb, picture.deep.offset + picture.deep.step * code
        return tile.colour_at(x, y) or rgb, value

    def set_message(self, text: str, button: str = "") -> None:
        """The sentence (and the button, emitting `message_action`) in the middle while no image is shown."""
        self._message.set_text(text, button)
        self._message.setVisible(self._prepared is None)
        self._lay_out_message()

    def fit(self) -> None:
        """Show the whole image."""
        hw = self.image_hw()
        if hw is None:
            return
        scale = self._fit_scale(hw)
        size = self.viewport().size()
        left, top = (size.width() - hw[1] * scale) / 2, (size.height() - hw[0] * scale) / 2
        self._set_view(scale, left, top)
        self._fitted = True

    def actual_size(self) -> None:
        """One device pixel for each image pixel, about the middle of the view."""
        self.zoom_by(1 / self.zoom())

    def zoom(self) -> float:
        """Device pixels per image pixel."""
        return self._scale * self.devicePixelRatioF()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom by `factor`; the image point under viewport position `at` (default the middle) stays there."""
        hw = self.image_hw()
        if hw is None:
            return
        at = self._middle() if at is None else at
        x, y = self.view_to_image(at)
        fit, ratio = self._fit_scale(hw), self.devicePixelRatioF()
        scale = min(max(self._scale * factor, min(fit, 1 / ratio) / 4), max(_MAX_ZOOM / ratio, fit))
        self._set_view(scale, at.x() - x * scale, at.y() - y * scale)
        self._fitted = False

    def centre_on(self, xy: Xy) -> None:
        """Pan so that image point `xy` is in the middle."""
        middle = self._middle()
        self._set_view(self._scale, middle.x() - xy[0] * self._scale, middle.y() - xy[1] * self._scale)
        self._fitted = False

    def reveal(self, xy: Xy) -> None:
        """Pan to image point `xy` only if it is out of view."""
        if not QRectF(self.viewport().rect()).contains(self.image_to_view(xy)):
            self.centre_on(xy)

    def image_to_view(self, xy: Xy) -> QPointF:
        """Image coordinates -> viewport position, logical px."""
        return self.viewportTransform().map(QPointF(*xy))

    def view_to_image(self, position: QPointF) -> Xy:
        """Viewport position, logical px -> image coordinates."""
        inverse, _ = self.viewportTransform().inverted()
        point = inverse.map(position)
        return point.x(), point.y()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        if self._prepared is None:
            return
        device = event.device()
        touchpad = device is not None and device.type() == QInputDevice.DeviceType.TouchPad
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if touchpad and not control:
            pixels = event.pixelDelta()
            self._pan(QPointF(pixels) if not pixels.isNull() else QPointF(event.angleDelta()) / 4)
        else:
            turned = event.angleDelta().y() or event.angleDelta().x()  # Alt swaps the axes
            self._zoom_at(_WHEEL_STEP ** (turned / 120), event.position())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and (
            event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self._zoom_at(1 + event.value(), event.position())
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._ask_for_detail()

    def _closely_seen(self) -> list[tuple[QRectF, float]]:
        """What is in view, image coordinates, and at how many device px per image px."""
        inverse, _ = self.viewportTransform().inverted()
        return [(inverse.mapRect(QRectF(self.viewport().rect())), self.zoom())]

    def _ask_for_detail(self) -> None:
        picture = self._prepared
        if picture is None or picture.detail is None or self._detail_given_up:
            return
        wanted: dict[TileKey, None] = {}
        for margin in (0, 1):  # what is in view, then what will be after a small step
            for area, zoom in self._closely_seen():
                factor = wanted_factor(zoom, picture.shrink)
                if factor is not None:
                    wanted.update(dict.fromkeys(keys_in(area, picture.image_hw, factor, margin)))
        missing = tuple(key for key in wanted if key not in self._item.tiles)
        if not self._asked.issuperset(missing):
            self._asked = frozenset(missing)
            self.detail_wanted.emit(events.DetailWanted(picture, missing))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_message()
        if self._fitted:
            self.fit()
        else:
            corner = self.image_to_view((0.0, 0.0))
            self._set_view(self._scale, corner.x(), corner.y())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        keys = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._keyboard_focus = event.reason() in keys
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._keyboard_focus = False
        self.viewport().update()

    def _pan(self, step: QPointF) -> None:
        corner = self.image_to_view((0.0, 0.0)) + step
        self._set_view(self._scale, corner.x(), corner.y())
        self._fitted = False

    def _zoom_at(self, factor: float, position: QPointF) -> None:
        """Zoom about the mouse at viewport `position`."""
        self.zoom_by(factor, position)

    def _fit_scale(self, hw: tuple[int, int]) -> float:
        size = self.viewport().size()
        across = max(size.width() - 2 * FIT_MARGIN, 16) / hw[1]
        down = max(size.height() - 2 * FIT_MARGIN, 16) / hw[0]
        # An image far longer than wide would shrink to nothing; one px of it stays to be seen.
        return max(min(across, down), 1 / min(hw))

    def _middle(self) -> QPointF:
        size = self.viewport().size()
        return QPointF(size.width() / 2, size.height() / 2)

    def _set_view(self, scale: float, left: float, top: float) -> None:
        """Show the image's corner at viewport position (`left`, `top`), `scale` logical px per image px."""
        hw = self.image_hw()
        if hw is None:
            return
        size = self.viewport().size()
        left = min(max(left, _KEPT_IN_VIEW - hw[1] * scale), size.width() - _KEPT_IN_VIEW)
        top = min(max(top, _KEPT_IN_VIEW - hw[0] * scale), size.height() - _KEPT_IN_VIEW)
        changed = scale != self._scale
        self._scale = scale
        # The scroll bars count whole pixels; the rest goes into the transform, so that nothing drifts. The
        # scene gets room for any of these places.
        whole_left, whole_top = math.floor(left), math.floor(top)
        room_x, room_y = (size.width() + 2) / scale, (size.height() + 2) / scale
        self.setSceneRect(QRectF(0, 0, hw[1], hw[0]).adjusted(-room_x, -room_y, room_x, room_y))
        self.setTransform(QTransform(scale, 0, 0, scale, left - whole_left, top - whole_top))
        self.horizontalScrollBar().setValue(-whole_left)
        self.verticalScrollBar().setValue(-whole_top)
        self.viewport().update()
        if changed:
            self.zoom_changed.emit(self.zoom())

    def _inside(self, xy: Xy) -> bool:
        hw = self.image_hw()
        return hw is not None and 0 <= xy[0] <= hw[1] and 0 <= xy[1] <= hw[0]

    def _clipped(self, xy: Xy) -> Xy:
        hw = self.image_hw() or (0, 0)
        return min(max(xy[0], 0.0), float(hw[1])), min(max(xy[1], 0.0), float(hw[0]))

    def _view_rect(self, first: QPointF, second: QPointF) -> QRectF:
        transform = self.viewportTransform()
        return QRectF(transform.map(first), transform.map(second)).normalized()

    def _draw_focus(self, painter: QPainter) -> None:
        if not self._keyboard_focus:
            return
        painter.save()
        painter.resetTransform()
        painter.setPen(QPen(theme.colour(theme.palette().accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.restore()

    def _on_theme_changed(self) -> None:
        self.setBackgroundBrush(QBrush(theme.colour(theme.palette().canvas)))

    def _lay_out_message(self) -> None:
        self._message.setGeometry(self.viewport().rect())
