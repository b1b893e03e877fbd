"""The projects opened lately, as a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.i18n import tr
from app.object_names import Name
from app.panels.widgets import named
from app.project.store import project_name


class RecentMenu(QMenu):
    """Asks for the projects each time it opens: one may have been moved or deleted meanwhile."""

    project_chosen = Signal(Path)

    def __init__(self, recent: Callable[[], Sequence[Path]], parent: QWidget) -> None:
        super().__init__(tr("Open &recent"), parent)
        named(self, Name.RECENT_MENU)
        self.setToolTipsVisible(True)
        self._recent = recent
        self.aboutToShow.connect(self._fill)
        self.triggered.connect(self._on_triggered)

    @Slot()
    def _fill(self) -> None:
        self.clear()
        for number, path in enumerate(self._recent(), 1):
            words = f"{project_name(path)}  —  {path.parent}".replace("&", "&&")
            action = self.addAction(f"&{number}  {words}")
            action.setData(str(path))
            action.setToolTip(str(path))
        if self.isEmpty():
            self.addAction(tr("No project was opened yet")).setEnabled(False)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.project_chosen.emit(Path(str(action.data())))
