"""What the model would answer for the rest of an instance while a person clicks it: faint points.

They are a preview of R. Nothing of it is in the project: no undo step, no export and no prompt ever has them,
accepting the image does not accept them, and a point that the person has placed is never among them.
"""

from __future__ import annotations

import logging
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.canvas.canvas import Canvas
from app.controllers.prelabel import Prelabelling, look_box
from app.controllers.prompting import Prompting, has_human_points
from app.controllers.session import SelectionChanged, Session
from app.engine_service import PredictedPoints, PredictionRequest, Query
from app.project.records import InstancesChanged, StoredInstance
from gkdt_core.domain import ImageState, Instance, Origin, Visibility
from gkdt_core.errors import GkdtError

log = logging.getLogger(__name__)

APART = 0.02
"""So far from a point that the model has placed before, as a part of the side of what it looks at, another
answer is worth showing."""


def previewed(instance: Instance, keypoints: NDArray[np.float64], side: float) -> NDArray[np.bool_]:
    """(N,) which of the model's points tell something new of an instance.

    Args:
        instance: As it is.
        keypoints: (N, 2) the model's answer, image coordinates, NaN where it says nothing.
        side: The longer side of what the model looks at, px.
    """
    is_open = ~instance.labeled & (instance.origins == Origin.NONE)
    distance = np.linalg.norm(instance.keypoints - keypoints, axis=1)
    is_other = instance.labeled & (instance.origins == Origin.MODEL) & (distance > APART * side)
    return np.asarray(np.isfinite(keypoints).all(axis=1) & (is_open | is_other))


class LiveAnswer(QObject):
    """Asks for the selected instance again after each edit of it, and shows the newest answer."""

    changed = Signal()
    """There are faint points now, or no longer."""

    def __init__(
        self,
        session: Session,
        prompting: Prompting,
        prelabel: Prelabelling,
        canvas: Canvas,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._prompting, self._prelabel, self._canvas = session, prompting, prelabel, canvas
        self._store, self._selection, self._engine = session.store, session.selection, session.engine
        self.answer: PredictedPoints | None = None
        """The newest, for the instance that is clicked."""
        self.is_shown = False
        """Whether there are faint points on the image."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)  # after all signals of an edit, and after the click has been drawn
        self._timer.timeout.connect(self._ask)
        session.store.instances_changed.connect(self._on_instances)
        session.store.images_changed.connect(self._on_image)
        session.store.project_changed.connect(self._clear)
        session.selection.changed.connect(self._on_selection)
        session.engine.engine_ready.connect(self._timer.start)
        session.engine.live_ready.connect(self._on_answer)
        session.engine.live_failed.connect(self._on_failed)
        session.settings.changed.connect(self._on_setting)
        prompting.changed.connect(self._timer.start)

    # asking

    def _clicked(self) -> StoredInstance | None:
        """The selected instance, where a person clicks it and waits for the rest."""
        if not self._store.is_open or not self._session.settings.live_answer:
            return None
        stored = self._selection.instance()
        if stored is None or not has_human_points(stored) or self._engine.summary is None:
            return None
        state = self._store.image(stored.image_id).state
        return None if state in (ImageState.REVIEWED, ImageState.REJECTED) else stored

    @Slot()
    def _ask(self) -> None:
        stored, category = self._clicked(), self._selection.category() if self._store.is_open else None
        if stored is None or category is None or stored.category_id != category.id:
            self._clear()
            return
        self._show()  # what the person has said meanwhile is no longer the model's to say
        spec = self._prompting.spec_with(category, stored)
        if spec.texts is None and not spec.supports:
            self._clear()
            return
        record = self._store.image(stored.image_id)
        mine = [one for one in self._store.instances(record.id) if one.category_id == category.id]
        query = Query(record.id, stored.id, record.path, look_box(stored, mine))
        self._engine.request_live(PredictionRequest(query, spec, category.id, self._prelabel.looks(category)))

    @Slot(object)
    def _on_instances(self, change: InstancesChanged) -> None:
        if change.image_id == self._selection.now.image_id:
            self._timer.start()

    @Slot()
    def _on_image(self) -> None:
        if self.is_shown and self._clicked() is None:  # it has been accepted or rejected
            self._clear()

    @Slot(object)
    def _on_selection(self, change: SelectionChanged) -> None:
        if (change.before.image_id, change.before.instance_id) != (
            change.after.image_id,
            change.after.instance_id,
        ):
            self._clear()

    @Slot(str)
    def _on_setting(self, key: str) -> None:
        if key == "live_answer":
            self._timer.start()

    # showing

    @Slot(object)
    def _on_answer(self, answer: PredictedPoints) -> None:
        self.answer = answer
        self._show()

    @Slot(GkdtError)
    def _on_failed(self, error: GkdtError) -> None:
        # nobody asked for it: R tells what is wrong
        log.info("No live answer: %s", error)
        self._clear()

    def _show(self) -> None:
        stored, answer = self._clicked(), self.answer
        if (
            stored is None
            or answer is None
            or answer.query.instance_id != stored.id
            or answer.category_id != stored.category_id
            or len(answer.keypoints) != len(stored.instance.keypoints)
        ):
            self._put(None)
            return
        box, hw = answer.query.box, self._canvas.image_hw()
        side = float(max(hw or (0, 0))) if box is None else box.longer_side
        new = previewed(stored.instance, answer.keypoints, side)
        if not new.any():
            self._put(None)
            return
        before = stored.instance
        shown = replace(
            before,
            keypoints=np.where(new[:, None], answer.keypoints, before.keypoints),
            visibility=np.where(new, Visibility.VISIBLE, before.visibility).astype(np.int8),
            origins=np.where(new, Origin.MODEL, before.origins).astype(np.int8),
        )
        self._put((shown, new))

    def _put(self, ghost: tuple[Instance, NDArray[np.bool_]] | None) -> None:
        self._canvas.set_ghost(*(ghost or (None, None)))
        if self.is_shown != (ghost is not None):
            self.is_shown = ghost is not None
            self.changed.emit()

    @Slot()
    def _clear(self) -> None:
        self._engine.drop_live()
        self.answer = None
        self._put(None)
