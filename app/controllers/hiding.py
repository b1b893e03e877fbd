"""Which keypoints are not drawn: for looking only, so it is neither saved nor undone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from app.canvas import events
from app.canvas.canvas import Canvas
from app.controllers.session import Session


class Hiding(QObject):
    """Remembers the hidden keypoints of every category, by name, while the project is open."""

    changed = Signal()

    def __init__(self, session: Session, canvas: Canvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._selection, self._canvas = session.store, session.selection, canvas
        self._names: dict[int, frozenset[str]] = {}
        session.store.project_changed.connect(self._on_project_changed)
        session.store.categories_changed.connect(self._tell)
        canvas.keypoint_placed.connect(self._on_placed)

    def hidden(self, category_id: int) -> frozenset[int]:
        """The hidden keypoints of a category, as indices."""
        names = self._names.get(category_id)
        if not names:
            return frozenset()
        keypoints = self._store.category(category_id).category.keypoints
        return frozenset(index for index, name in enumerate(keypoints) if name in names)

    @Slot(int)
    def toggle(self, index: int) -> None:
        """Hide keypoint `index` of the selected category, or show it again."""
        category = self._selection.category()
        if category is not None and index < len(category.category):
            name = category.category.keypoints[index]
            self._names[category.id] = self._names.get(category.id, frozenset()) ^ {name}
            self._tell()

    @Slot()
    def toggle_selected(self) -> None:
        """Hide the selected keypoint, or show it again."""
        if self._selection.now.keypoint is not None:
            self.toggle(self._selection.now.keypoint)

    @Slot()
    def show_all(self) -> None:
        """Show every keypoint of every category."""
        self._names.clear()
        self._tell()

    @Slot(object)
    def _on_placed(self, event: events.KeypointPlaced) -> None:
        """A keypoint that is placed by hand must be seen."""
        category_id = self._selection.now.category_id
        if category_id is not None and event.index in self.hidden(category_id):
            self.toggle(event.index)

    @Slot()
    def _on_project_changed(self) -> None:
        self._names.clear()
        self._tell()

    @Slot()
    def _tell(self) -> None:
        stored = self._store.categories() if self._store.is_open else ()
        self._names = {one.id: self._names[one.id] for one in stored if one.id in self._names}
        self._canvas.set_hidden_keypoints(
            {one.category.name: hidden for one in stored if (hidden := self.hidden(one.id))}
        )
        self.changed.emit()
