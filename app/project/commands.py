"""One undo step: what `QUndoStack` holds of an edit that the store has already written."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from app.project.rows import Delta

if TYPE_CHECKING:
    from app.project.store_history import HistoryStore

_MERGEABLE = 1
FOLLOWS = object()
"""Merge key of a step that belongs to the one before it, whatever that was: both are undone at once."""


class StepCommand(QUndoCommand):
    """A step with its rows before and after.

    The store writes an edit first and pushes its command only once it is on disk, so that a failed write
    neither enters the history nor cuts off what could be redone. Qt's first `redo` therefore does nothing.
    """

    def __init__(self, store: HistoryStore, text: str, delta: Delta, merge_key: object | None) -> None:
        super().__init__(text)
        # A weak reference: store -> stack -> command -> store passes through C++, where Python's garbage
        # collector cannot see the cycle.
        self._store = weakref.ref(store)
        self._delta = delta
        self._merge_key = merge_key
        self._written = True

    def redo(self) -> None:
        if self._written:
            self._written = False
            return
        self._replay(forward=True)

    def undo(self) -> None:
        self._replay(forward=False)

    def _replay(self, *, forward: bool) -> None:
        store = self._store()
        if store is not None:
            store.replay(self._delta, forward=forward)

    def move(self, place: Callable[[str | bytes], str | bytes]) -> None:
        """The project goes on in another folder, from where files are named otherwise."""
        self._delta.move(place)

    def id(self) -> int:
        return _MERGEABLE

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, StepCommand) or other._merge_key is None:
            return False
        if other._merge_key is not FOLLOWS and other._merge_key != self._merge_key:
            return False
        self._delta.absorb(other._delta)
        return True
