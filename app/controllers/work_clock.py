"""How long people work on each image, with and without the model's help: active time only."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from app.controllers.session import SelectionChanged, Session
from app.project.records import InstancesChanged
from gkdt_core.domain import ImageState, Origin
from gkdt_core.errors import GkdtError

log = logging.getLogger(__name__)

IDLE_S = 15.0
"""A pause counts for at most this: people look before they click, and they also leave."""
WRITE_MS = 20_000
ACTIVE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
    }
)


class WorkClock(QObject):
    """Counts the time between a person's gestures, for the image on screen, and writes it to the project.

    An image that is accepted or rejected when it comes on screen is only looked at: that counts nothing.
    """

    def __init__(
        self,
        session: Session,
        window: QWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._selection, self._window = session.store, session.selection, window
        self._clock: Callable[[], float] = time.monotonic
        self._image_id: int | None = None
        self._last: float | None = None
        self._seconds = 0.0
        self._assisted = False
        self._timer = QTimer(self)
        self._timer.setInterval(WRITE_MS)
        self._timer.timeout.connect(self.flush)
        self._timer.start()
        session.selection.changed.connect(self._on_selection)
        session.store.instances_changed.connect(self._on_instances)
        session.store.project_changed.connect(self._on_project_changed)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def use_clock(self, clock: Callable[[], float]) -> None:
        """Tell the time by another clock, from now on."""
        self._clock, self._last = clock, None

    def touch(self) -> None:
        """A person does something now."""
        now = self._clock()
        if self._last is not None and self._image_id is not None:
            self._seconds += min(now - self._last, IDLE_S)
        self._last = now

    @Slot()
    def flush(self) -> None:
        """Write what has come together."""
        image_id, seconds, self._seconds = self._image_id, self._seconds, 0.0
        if image_id is None or seconds <= 0 or not self._store.is_open:
            return
        try:
            self._store.work.add_time(image_id, seconds, assisted=self._assisted)
        except GkdtError as error:
            # work is not to be interrupted for a count of seconds; an edit that fails will say so
            log.warning("%s", error)

    def _has_help(self, image_id: int) -> bool:
        return any(
            (stored.instance.origins == Origin.MODEL).any() for stored in self._store.instances(image_id)
        )

    @Slot(object)
    def _on_selection(self, change: SelectionChanged) -> None:
        if not change.image:
            return
        self.touch()
        self.flush()
        image_id = change.after.image_id
        done = (ImageState.REVIEWED, ImageState.REJECTED)
        is_new = image_id is not None and self._store.image(image_id).state not in done
        self._image_id = image_id if is_new else None
        self._assisted = self._image_id is not None and self._has_help(self._image_id)

    @Slot(object)
    def _on_instances(self, change: InstancesChanged) -> None:
        if change.image_id == self._image_id and not self._assisted:
            self._assisted = self._has_help(change.image_id)

    @Slot()
    def _on_project_changed(self) -> None:
        self._image_id, self._last, self._seconds, self._assisted = None, None, 0.0, False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in ACTIVE and isinstance(watched, QWidget) and watched.window() is self._window:
            self.touch()
        return super().eventFilter(watched, event)
