"""The heatmap of the selected keypoint over the image: what the model sees, for looking only."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from app.canvas.canvas import Canvas
from app.controllers.prompting import Prompting
from app.controllers.session import SelectionChanged, Session
from app.engine_service import HeatmapAnswer, PredictionRequest, Query
from app.i18n import tr
from app.project.records import InstancesChanged
from gkdt_core.errors import GkdtError
from gkdt_core.geometry import Box

CLEAR_SHARE = 0.8
"""Of a heatmap's cells stay clear: the low ones differ by noise, and colour would veil the picture."""


def peaks_only(heatmap: NDArray[np.float32]) -> NDArray[np.float32]:
    """The (H, W) heatmap with its lower part level."""
    return np.maximum(heatmap, np.quantile(heatmap, CLEAR_SHARE)).astype(np.float32)


class Heatmaps(QObject):
    """Asks for the heatmaps of the current image once, and shows that of the keypoint selected now."""

    switched = Signal(bool)
    """Whether a heatmap is shown, or on its way."""

    def __init__(
        self, session: Session, prompting: Prompting, canvas: Canvas, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._prompting, self._canvas = session, prompting, canvas
        self._store, self._selection, self._engine = session.store, session.selection, session.engine
        self._answer: HeatmapAnswer | None = None
        self.is_on = False
        self._selection.changed.connect(self._on_selection)
        prompting.changed.connect(self._on_prompt)
        session.engine.heatmaps_ready.connect(self._on_answer)
        session.engine.heatmaps_failed.connect(self._on_failed)
        session.engine.engine_ready.connect(self._on_prompt)
        session.store.instances_changed.connect(self._on_instances)
        session.store.project_changed.connect(self._on_project_changed)

    @Slot(bool)
    def set_on(self, on: bool) -> None:
        """Show the heatmaps of the current image, or take them away."""
        if on and (self._selection.now.image_id is None or self._selection.category() is None):
            on = False
        self.is_on = on
        if on:
            self._ask()
        else:
            self._answer = None
            self._engine.drop_heatmaps()
            self._canvas.set_heatmap(None)
        self.switched.emit(self.is_on)

    def _ask(self) -> None:
        category, image_id = self._selection.category(), self._selection.now.image_id
        spec = None if category is None else self._prompting.complete_spec(category)
        if category is None or image_id is None or spec is None:
            self.set_on(False)
            return
        path = self._store.image(image_id).path
        request = PredictionRequest(Query(image_id, None, path, self._box()), spec, category.id)
        self._engine.request_heatmaps(request, tr("Drawing the heatmaps of {name}", name=path.name))

    def _box(self) -> Box | None:
        stored = self._selection.instance()
        return None if stored is None else stored.instance.box

    @Slot(object)
    def _on_selection(self, change: SelectionChanged) -> None:
        if not self.is_on:
            return
        answer = self._answer
        if change.image:
            self.set_on(False)
        elif change.category or (answer is not None and answer.query.box != self._box()):
            self._ask()
        else:
            self.refresh()

    @Slot(object)
    def _on_instances(self, change: InstancesChanged) -> None:
        answer = self._answer
        is_here = self.is_on and change.image_id == self._selection.now.image_id
        if is_here and answer is not None and answer.query.box != self._box():
            self._ask()  # its box is another now

    @Slot()
    def _on_prompt(self) -> None:
        if self.is_on:
            self._ask()

    @Slot(object)
    def _on_answer(self, answer: HeatmapAnswer) -> None:
        now = self._selection.now
        if self.is_on and (answer.query.image_id, answer.category_id) == (now.image_id, now.category_id):
            self._answer = answer
            self.refresh()

    @Slot(GkdtError)
    def _on_failed(self, error: GkdtError) -> None:
        if self.is_on:
            self.set_on(False)
            self._session.report(error)

    @Slot()
    def refresh(self) -> None:
        """The selected keypoint's; without one, for each place the strongest of all."""
        answer, keypoint = self._answer, self._selection.now.keypoint
        if answer is None or not answer.valid.any():
            self._canvas.set_heatmap(None)
        elif keypoint is None:
            self._canvas.set_heatmap(peaks_only(answer.heatmaps[answer.valid].max(axis=0)), answer.area)
        elif keypoint < len(answer.valid) and answer.valid[keypoint]:
            self._canvas.set_heatmap(peaks_only(answer.heatmaps[keypoint]), answer.area)
        else:
            self._canvas.set_heatmap(None)  # the prompt says nothing about this one

    @Slot()
    def _on_project_changed(self) -> None:
        if self.is_on:
            self.set_on(False)
