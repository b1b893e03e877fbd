"""The left panel: the images, and likely mistakes in them."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTabWidget

from app.i18n import tr
from app.object_names import Name
from app.panels.checks_panel import ChecksPanel
from app.panels.media_panel import MediaPanel
from app.panels.widgets import named


class LeftPanel(QTabWidget):
    """One tab for the images, one for the checks with how many findings there are."""

    def __init__(self, media: MediaPanel, checks: ChecksPanel) -> None:
        super().__init__()
        named(self, Name.LEFT_TABS)
        self.setDocumentMode(True)
        self._media, self._checks = media, checks
        self.addTab(media, tr("Images"))
        self.addTab(checks, tr("Checks"))
        self.setTabToolTip(1, tr("What looks like a mistake"))
        self.currentChanged.connect(self._keep_focus_out_of_the_search)

    @Slot(int)
    def show_count(self, count: int) -> None:
        """How many findings there are."""
        self.setTabText(1, tr("Checks ({count:,})", count=count) if count else tr("Checks"))

    @Slot()
    def turn(self) -> None:
        """Show the checks, or the images again."""
        is_shown = self.currentWidget() is self._checks
        self.setCurrentIndex(0 if is_shown else 1)
        (self._media if is_shown else self._checks).view.setFocus()

    @Slot()
    def _keep_focus_out_of_the_search(self) -> None:
        # where Qt would leave it when the tab is clicked: Ctrl+Z, R and Space mean something else there
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            (self._media if self.currentWidget() is self._media else self._checks).view.setFocus()
