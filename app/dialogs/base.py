"""What the dialogs share: opened with `open()`, answers as signals, a main button and Cancel at the foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.i18n import tr
from app.object_names import Name
from app.panels.widgets import EmptyText, named, primary

TITLE_BAR = 32
"""About, px; a window does not know the height of its frame before it is shown."""


class Dialog(QDialog):
    """A window-modal dialog that deletes itself when it is closed."""

    def __init__(self, parent: QWidget, name: Name, title: str, *, width: int) -> None:
        super().__init__(parent)
        named(self, name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setMinimumWidth(width)
        self.cancel_button: QPushButton | None = None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 16, 16, 16)
        self.body.setSpacing(theme.PANEL_MARGIN)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for table in self.findChildren(QTableView):
            table.setTabKeyNavigation(
                False
            )  # Tab goes on to the next control, the arrow keys through the rows
        self._make_room()
        if not self.body.expandingDirections() & Qt.Orientation.Vertical:
            # it plans for text as narrow as can be; with no list to take the rest, heads would drift apart
            self.resize(self.width(), self.minimumHeight())
        # on a small or much enlarged screen: lists and pictures give way, the buttons must be reached
        room = self.screen().availableSize()
        self.resize(self.size().boundedTo(QSize(room.width(), room.height() - TITLE_BAR)))

    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._make_room()  # something was shown or has more to say now
        return is_done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that the keyboard is at; elsewhere it presses the main one."""
        at = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(at, QPushButton | QToolButton) and at.isEnabled():
            at.click()
            return
        super().keyPressEvent(event)

    def _make_room(self) -> None:
        # a window takes no notice of how high wrapped text is at its width, and would cut it off
        self.body.activate()
        for label in self.findChildren(QLabel):
            if label.wordWrap() and label.isVisible() and not isinstance(label, EmptyText):
                label.setMinimumHeight(max(label.heightForWidth(label.width()), 0))
        needed = self.body.minimumHeightForWidth(self.width())
        self.setMinimumHeight(max(self.minimumHeight(), needed))

    def add_foot(self, text: str, name: Name, *, cancel: str | None = None) -> QPushButton:
        """The row of buttons at the foot; returns the main one, unconnected. `cancel` "" leaves it out."""
        main = primary(text, name)
        main.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(theme.PANEL_MARGIN)
        row.addStretch()
        if cancel != "":
            other = QPushButton(cancel or tr("Cancel"))
            other.setAutoDefault(False)
            other.clicked.connect(self.reject)
            self.cancel_button = other
            row.addWidget(other)
        row.addWidget(main)
        self.body.addSpacing(theme.GRID)
        self.body.addLayout(row)
        return main
