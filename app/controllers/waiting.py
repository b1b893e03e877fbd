"""What was asked for before the model was there: it waits in line and begins by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.controllers.session import Message, Session
from app.i18n import tr


class WaitingLine(QObject):
    """Requests to the model, at most one of each kind, kept until it is loaded.

    Nothing waits once the model could not be loaded: that is told, and another may be chosen.
    """

    changed = Signal()
    """Something waits, or does no longer."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._begin: dict[str, Callable[[], None]] = {}
        session.engine.engine_ready.connect(self._on_ready)
        session.engine.engine_failed.connect(self.clear)
        session.store.project_changed.connect(self.clear)

    def holds(self, kind: str, begin: Callable[[], None], text: str) -> bool:
        """Whether a request has to wait for the model; then `begin` is called once that is there.

        Args:
            kind: A newer request of the same kind takes its place.
            begin: Does what was asked for.
            text: What to tell until then.
        """
        if not self._session.engine.is_awaited:
            return False
        self._begin[kind] = begin
        hint = tr("It begins by itself as soon as the model is there.")
        self._session.message.emit(Message(text, hint, action=tr("Cancel"), on_action=self.clear))
        self.changed.emit()
        return True

    def waits(self, kind: str) -> bool:
        """Whether a request of this kind waits."""
        return kind in self._begin

    def drop(self, kind: str) -> bool:
        """A request is not wanted any more; whether there was one."""
        was_there = self._begin.pop(kind, None) is not None
        if was_there:
            self.changed.emit()
        return was_there

    @Slot()
    def clear(self) -> None:
        """Nothing is wanted any more."""
        if self._begin:
            self._begin.clear()
            self.changed.emit()

    @Slot()
    def _on_ready(self) -> None:
        if not self._begin:
            return
        waiting, self._begin = tuple(self._begin.values()), {}
        # in the place of the message that offers to cancel it
        self._session.tell(tr("The model is there: pre-labelling begins."))
        for begin in waiting:
            begin()
        self.changed.emit()
