"""Finding the objects of the image on screen with a detector, where one is registered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from app.actions import ActionId, key_of
from app.controllers.session import Session
from app.i18n import counted, tr
from app.jobs import Task
from gkdt_core.detection import Detection, new_boxes, registered
from gkdt_core.domain import Instance
from gkdt_core.geometry import Box


def _detect(path: Path, name: str, task: Task) -> tuple[list[Detection], tuple[int, int]]:
    from gkdt_core.media.images import read_image

    detector = registered()
    image = read_image(path)
    task.checkpoint(0.3)
    found = [] if detector is None else list(detector.detect(image, name))
    return found, (image.shape[0], image.shape[1])


class Detecting(QObject):
    """Asks the detector and adds a box for every object that has none yet: one undo step."""

    def __init__(self, session: Session, action: QAction, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._action = session, action
        self._store, self._selection = session.store, session.selection
        self._task: Task | None = None
        self._place: tuple[Path | None, int, int] | None = None
        session.store.project_changed.connect(self.show)
        self.show()

    @Slot()
    def show(self) -> None:
        """Offer it where there is a detector."""
        self._action.setVisible(registered() is not None)

    @Slot()
    def find(self) -> None:
        """Find the objects of the selected category in the image on screen."""
        category, image_id = self._selection.category(), self._selection.now.image_id
        if category is None or image_id is None or self._task is not None or registered() is None:
            return
        self._place = self._store.path, image_id, category.id
        path, name = self._store.image(image_id).path, category.category.name
        title = tr("Finding every {object}", object=name)
        self._task = self._session.jobs.start(lambda task: _detect(path, name, task), title)
        self._task.succeeded.connect(self._on_found)
        self._task.failed.connect(self._session.report)
        self._task.finished.connect(self._on_finished)

    @Slot(object)
    def _on_found(self, answer: tuple[list[Detection], tuple[int, int]]) -> None:
        if self._place is None or not self._store.is_open or self._store.path != self._place[0]:
            return
        _, image_id, category_id = self._place
        found, image_hw = answer
        known = [
            box
            for stored in self._store.instances(image_id)
            if stored.category_id == category_id
            for box in (stored.instance.box or Box.around(stored.instance.keypoints),)
            if box is not None
        ]
        boxes = new_boxes(found, known, image_hw)
        category = self._store.category(category_id).category

        def edit() -> None:
            with self._store.one_step(counted(len(boxes), "Find {n} object", "Find {n:,} objects")):
                for box in boxes:
                    self._store.add_instance(
                        image_id, Instance.empty(category, box), category_id, human=False
                    )

        self._session.guarded(edit)
        words = counted(len(boxes), "Found {n} new object.", "Found {n:,} new objects.")
        self._session.tell(
            words,
            tr(
                "{one} pre-labels the selected one, {all} all.",
                one=key_of(ActionId.PRELABEL_HERE),
                all=key_of(ActionId.PRELABEL_ALL),
            )
            if boxes
            else "",
        )

    @Slot()
    def _on_finished(self) -> None:
        self._task = None
