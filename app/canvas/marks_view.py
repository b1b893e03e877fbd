"""The marks of one image's instances in a view: which are shown, and how they are painted."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QWidget

from app import theme
from app.canvas import marks, overlays
from app.canvas.colours import COLOURS
from app.canvas.events import ShownInstance
from app.canvas.layer import MarkLayer
from app.canvas.marks import MarkCollector, MarkTable
from app.canvas.view import ImageView
from gkdt_core.domain import Instance
from gkdt_core.geometry import Box

LAYER_LIMIT = 2000
"""Above so many keypoints their marks are kept as a picture while nothing about them changes."""

_PlacedName = tuple[int, str, QRectF]
"""A row of the mark table, its name, and the plate it stands on."""


class MarksView(ImageView):
    """One image with the marks of its instances, of constant screen size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._instances: tuple[ShownInstance, ...] = ()
        self._collector = MarkCollector()
        self._layer = MarkLayer()
        self._marks_version = 0
        self._places: tuple[Hashable, list[_PlacedName]] = (None, [])
        self._table = MarkTable()
        self._selected: tuple[int | None, int | None] = (None, None)
        self._hovered: int | None = None
        self._marks_hidden = False
        self._show_names = False
        self._show_skeleton = True
        self._show_boxes = True
        self._score_shading = True
        self._hidden_keypoints: Mapping[str, frozenset[int]] = {}
        self._heatmap: tuple[QImage, QRectF] | None = None
        self._ghost: tuple[Instance, NDArray[np.bool_]] | None = None

    def _dragged(self) -> tuple[int, int] | None:
        """The row of the mark table that the mouse drags, and the number of the drag; None without one."""
        return None

    def _forget_marks(self) -> None:
        self._instances, self._table = (), MarkTable()
        self._selected, self._hovered, self._heatmap = (None, None), None, None
        self._ghost = None

    def selected(self) -> tuple[int | None, int | None]:
        """The selected instance id and keypoint index, as last given or clicked."""
        return self._selected

    def set_heatmap(self, heatmap: NDArray[np.floating[Any]] | None, box: Box | None = None) -> None:
        """Lay `heatmap` (H, W), any range, over `box` in image coordinates (default the whole image)."""
        if heatmap is None or self._prepared is None:
            self._heatmap = None
        else:
            height, width = self._prepared.image_hw
            area = QRectF(0, 0, width, height) if box is None else QRectF(*box.as_xywh())
            self._heatmap = (overlays.heatmap_image(heatmap), area)
        self.viewport().update()

    def set_ghost(self, instance: Instance | None, which: NDArray[np.bool_] | None = None) -> None:
        """Draw the keypoints `which` (N,) of `instance` faintly: points only proposed. None: none."""
        before = self._ghost
        self._ghost = None if instance is None or which is None else (instance, which)
        if before is not None or self._ghost is not None:
            self.viewport().update()

    def ghost(self) -> tuple[Instance, NDArray[np.bool_]] | None:
        """What `set_ghost` was given last."""
        return self._ghost

    def set_marks_hidden(self, hidden: bool) -> None:
        """Hide every mark, while H is held."""
        self._marks_hidden = hidden
        self.viewport().update()

    def set_show_names(self, on: bool) -> None:
        """Names beside all keypoints, or only beside the hovered and the selected one."""
        self._show_names = on
        self.viewport().update()

    def set_show_skeleton(self, on: bool) -> None:
        """Draw the skeleton edges or not."""
        self._show_skeleton = on
        self.viewport().update()

    def set_show_boxes(self, on: bool) -> None:
        """Draw the boxes or not."""
        self._show_boxes = on
        self.viewport().update()

    def set_score_shading(self, on: bool) -> None:
        """Draw model points with a low score thinner and paler, or all alike."""
        self._score_shading = on
        self._collect()
        self.viewport().update()

    def set_hidden_keypoints(self, hidden: Mapping[str, frozenset[int]]) -> None:
        """Do not draw these keypoint indices of the categories so named (the table's show/hide column)."""
        self._hidden_keypoints = dict(hidden)
        self._collect()
        self.viewport().update()

    # --- painting ------------------------------------------------------------------------------------------

    def _draw_heatmap(self, painter: QPainter) -> None:
        """`painter` is in image coordinates."""
        if self._heatmap is None or self._marks_hidden:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        image, area = self._heatmap
        painter.save()
        painter.setClipRect(self._item.boundingRect(), Qt.ClipOperation.IntersectClip)
        painter.drawImage(area, image)  # the model's input reaches beyond the image
        painter.restore()

    def _draw_marks(self, painter: QPainter, clip: QRectF) -> None:
        table, view = self._table, self._view_points()
        chosen = table.row(*self._selected)
        if self._selected[0] in table.ids and len(table.ids) > 1:
            own = table.owners[:, 0] == table.ids.index(self._selected[0])
        else:
            own = np.ones(len(view), bool)
        codes = table.codes
        if chosen is not None:
            codes = codes.copy()
            codes[chosen] += 1  # see `MarkStyle.code`
        ratio = self.devicePixelRatioF()
        self._draw_ghost(painter, clip, ratio)

        def draw(target: QPainter, area: QRectF) -> None:
            if self._show_boxes:
                self._draw_boxes(target)
            for rows, opacity in ((~own, marks.OTHERS_OPACITY), (own, 1.0)):
                if not rows.any():
                    continue
                target.setOpacity(opacity)
                if self._show_skeleton:
                    kept = rows[table.edges[:, 0]]
                    marks.draw_edges(target, view, table.edges[kept], table.edge_colours[kept], area)
                marks.draw_rings(target, np.where(rows[:, None], view, np.nan), codes, area, ratio)
            target.setOpacity(1)

        if len(view) > LAYER_LIMIT and self._dragged() is None:
            key = (self._marks_version, self._selected, self._show_skeleton, self._show_boxes, self._scale)
            corner = self.image_to_view((0.0, 0.0))
            self._layer.paint(painter, key, corner, self.viewport().size(), ratio, draw)
        else:  # in a drag only little is painted, and that changes
            draw(painter, clip)
        if chosen is not None:  # above its neighbours
            marks.draw_rings(painter, view[[chosen]], codes[[chosen]], clip, ratio)
        self._draw_names(painter, view, own, chosen, clip)

    def _draw_ghost(self, painter: QPainter, clip: QRectF, ratio: float) -> None:
        """Under everything else: what is proposed hides nothing that is there."""
        if self._ghost is None:
            return
        instance, which = self._ghost
        corner = self.image_to_view((0.0, 0.0))
        view = instance.keypoints * self._scale + (corner.x(), corner.y())
        hidden = list(self._hidden_keypoints.get(instance.category.name, ()))
        view[hidden] = np.nan
        painter.setOpacity(marks.GHOST_OPACITY)
        if self._show_skeleton:
            edges, colours = marks.edge_rows(instance.category)
            kept = which[edges].any(axis=1) if len(edges) else np.zeros(0, bool)
            marks.draw_edges(painter, view, edges[kept], colours[kept], clip)
        codes = marks.mark_codes(instance, score_shading=False)
        marks.draw_rings(painter, np.where(which[:, None], view, np.nan), codes, clip, ratio)
        painter.setOpacity(1)

    def _draw_boxes(self, painter: QPainter) -> None:
        accent = QColor(theme.DARK.accent)  # bright in both themes: it lies on the picture
        for place, box in enumerate(self._table.boxes.tolist()):
            if math.isnan(box[0]):
                continue
            rect = self._view_rect(QPointF(box[0], box[1]), QPointF(box[2], box[3]))
            current = self._table.ids[place] == self._selected[0]
            overlays.draw_box(painter, rect, accent if current else QColor(225, 228, 232, 190))

    def _draw_names(
        self,
        painter: QPainter,
        view: NDArray[np.float64],
        own: NDArray[np.bool_],
        chosen: int | None,
        clip: QRectF,
    ) -> None:
        dragged = self._dragged()
        # In a drag the others stay where they are: finding room again and again takes time, and would make
        # names jump about under the eye.
        corner = self.image_to_view((0.0, 0.0))
        state: Hashable = (dragged and dragged[1], self._scale, corner.x(), corner.y(), self._show_names)
        if dragged is None or self._places[0] != state:
            self._places = (state, self._placed_names(view, own, chosen))
        for row, text, rect in self._places[1]:
            if clip.intersects(rect):
                colour = QColor(COLOURS[marks.style_of_code(int(self._table.codes[row])).colour])
                marks.draw_label(painter, rect, text, colour)

    def _placed_names(
        self, view: NDArray[np.float64], own: NDArray[np.bool_], chosen: int | None
    ) -> list[_PlacedName]:
        """The names to draw, the most important last."""
        drag = self._dragged()
        dragged = None if drag is None else drag[0]
        rows = list(dict.fromkeys(row for row in (chosen, self._hovered) if row is not None))
        if dragged is not None:
            rows = []  # a name would cover where the point goes
        forced = len(rows)
        bounds = self.viewport().rect()
        shown = (
            (view[:, 0] >= 0)
            & (view[:, 0] <= bounds.width())
            & (view[:, 1] >= 0)
            & (view[:, 1] <= bounds.height())
        )
        if self._show_names:
            rest = np.concatenate([np.flatnonzero(shown & own), np.flatnonzero(shown & ~own)])
            taken = {*rows, dragged}
            rows += [row for row in rest[: overlays.NAME_LIMIT].tolist() if row not in taken]
        if not rows:
            return []
        metrics = self._label_metrics()
        texts = [marks.label_text(self._table.names[row], metrics) for row in rows]
        sizes = [marks.label_size(text, metrics) for text in texts]
        anchors = [tuple(view[row].tolist()) for row in rows]
        area = (2.0, 2.0, bounds.width() - 2.0, bounds.height() - 2.0)
        places = marks.place_labels(anchors, [size.toTuple() for size in sizes], area, view[shown], forced)
        found = [
            (row, text, QRectF(QPointF(*place), size))
            for row, text, size, place in zip(rows, texts, sizes, places, strict=True)
            if place is not None
        ]
        return found[::-1]

    def _collect(self) -> None:
        self._table = self._collector.collect(
            self._instances, hidden=self._hidden_keypoints, score_shading=self._score_shading
        )
        self._marks_version += 1
        self._hovered = None

    def _view_points(self) -> NDArray[np.float64]:
        """(P, 2) the keypoints in viewport px."""
        corner = self.image_to_view((0.0, 0.0))
        return self._table.points * self._scale + (corner.x(), corner.y())

    def _label_metrics(self) -> QFontMetricsF:
        return QFontMetricsF(marks.label_font(), self)
