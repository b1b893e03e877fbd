"""Undo and redo as a person asks for them: they say what they did, and go to where it can be seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.controllers.navigation import Navigation
from app.controllers.session import Session
from app.i18n import tr
from app.project.records import Replayed


class History(QObject):
    """Steps back and forward through what was done."""

    noted = Signal(str)
    """What was undone or done again on the image in sight, for the status line"""

    def __init__(self, session: Session, navigation: Navigation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._navigation = session, navigation
        self._store, self._selection = session.store, session.selection
        self._replayed: Replayed | None = None
        session.store.replayed.connect(self._on_replayed)

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        stack = self._store.undo_stack
        text = stack.undoText()
        self._step(stack.undo, tr("Undone: {step}", step=text))

    @Slot()
    def redo(self) -> None:
        """Do the step that was taken back last again."""
        stack = self._store.undo_stack
        text = stack.redoText()
        self._step(stack.redo, tr("Done again: {step}", step=text))

    @Slot(object)
    def _on_replayed(self, replayed: Replayed) -> None:
        self._replayed = replayed

    def _step(self, replay: Callable[[], None], text: str) -> None:
        here = self._selection.now.image_id
        self._replayed = None
        replay()
        done = self._replayed
        if done is None:
            return  # there was nothing, or it could not be written, which the store has told
        is_in_sight = here in done.image_ids and here == self._selection.now.image_id
        target = None if is_in_sight or done.of_category else self._navigation.first_of(done.image_ids)
        if target is None:
            self.noted.emit(text)
            return
        self._navigation.show(target)
        name = self._store.image(target).name
        self._session.tell(text, name if len(done.image_ids) == 1 else "")
