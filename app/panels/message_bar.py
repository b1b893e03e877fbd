"""The bar above the picture that tells what happened and what to do: it never blocks the work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import theme
from app.controllers.session import Message
from app.object_names import Name
from app.panels.widgets import icon_button, named, with_role

NOTICE_MS = 8000
"""Good news goes by itself; an error stays until it is closed or replaced."""


class MessageBar(QFrame):
    """Shows the newest message, an error until it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, Name.MESSAGE_BAR)
        self._mark = QLabel()
        self.text = named(QLabel(), Name.MESSAGE_TEXT)
        self.hint = with_role(named(QLabel(), Name.MESSAGE_HINT), "secondary")
        for label in (self.text, self.hint):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = named(QPushButton(), Name.MESSAGE_ACTION)
        self.close_button = icon_button("x", Name.MESSAGE_CLOSE, "Close this message")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.text)
        texts.addWidget(self.hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GROUP_SPACING, theme.GRID, theme.GRID, theme.GRID)
        row.setSpacing(theme.PANEL_MARGIN)
        row.addWidget(self._mark)
        row.addLayout(texts, 1)
        row.addWidget(self.button)
        row.addWidget(self.close_button)
        self._on_action: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.close_button.clicked.connect(self.hide)
        self.button.clicked.connect(self._act)
        theme.on_theme_changed(self._restyle)
        self._is_error = False
        self.hide()

    @Slot(object)
    def show_message(self, message: Message) -> None:
        """Show a message in the place of the one before."""
        if not message.is_error and self._is_error and self.isVisible():
            return  # good news must not wipe away an error that nobody has read
        self._is_error = message.is_error
        self.text.setText(message.text)
        self.hint.setText(message.hint)
        self.hint.setVisible(bool(message.hint))
        self._on_action = message.on_action
        self.button.setText(message.action)
        self.button.setVisible(bool(message.action))
        self._restyle()
        self.show()
        self._timer.stop()
        if not message.is_error and not message.action:
            self._timer.start(NOTICE_MS)

    def _restyle(self) -> None:
        palette = theme.palette()
        colour = palette.bad if self._is_error else palette.good
        self._mark.setText("✕" if self._is_error else "✓")
        self._mark.setStyleSheet(f"color: {colour}; font-weight: 600;")
        self.setStyleSheet(
            f"QFrame#{Name.MESSAGE_BAR} {{ background: {palette.raised}; border: none;"
            f" border-left: 4px solid {colour}; border-bottom: 1px solid {palette.hairline}; }}"
        )

    @Slot()
    def _act(self) -> None:
        self.hide()
        if self._on_action is not None:
            self._on_action()
