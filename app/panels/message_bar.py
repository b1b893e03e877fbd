"""The bar above the picture that tells what happened and what to do: it never blocks the work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import theme
from app.controllers.session import Message
from app.i18n import tr
from app.object_names import Name
from app.panels.widgets import icon_button, named, with_role

TOP = 52
"""Below the line that says what to click."""
WIDEST = 760
NOTICE_MS, HINT_MS, LEAVING_MS = 4000, 8000, 1500
"""Good news goes by itself, later where it has a hint to read, soon where a person has gone on to another
image; an error stays until it is closed or replaced, unless the image that it is about leaves or, where a
change could not be written, the next one is."""


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
        self.close_button = icon_button("x", Name.MESSAGE_CLOSE, tr("Close this message"))
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
        self._is_error = self._is_of_image = self._is_of_disk = False
        self._told = QElapsedTimer()
        self._centre: QWidget | None = None
        self.hide()

    def float_over(self, body: QWidget, centre: QWidget) -> None:
        """Lie over `body`: over the picture in `centre` while that is shown, else in the middle."""
        self.setParent(body)
        self._centre = centre
        for widget in (body, centre):
            widget.installEventFilter(self)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the picture's place and size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide):
            self._arrange()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        body = self.parentWidget()
        if body is None or self._centre is None:
            return
        left, room = 0, body.width()
        if self._centre.isVisible():
            left, room = self._centre.mapTo(body, QPoint(0, 0)).x(), self._centre.width()
        width = min(room - 2 * theme.GROUP_SPACING, WIDEST)
        layout = self.layout()
        if layout is not None:
            layout.activate()  # it remembers the height of the message before
        # not the size hint: of text that wraps, Qt guesses one for lines much shorter than these
        height = self.heightForWidth(width)
        self.setGeometry(left + (room - width) // 2, TOP, width, height)
        self.raise_()

    @Slot(object)
    def show_message(self, message: Message) -> None:
        """Show a message in the place of the one before."""
        is_unread = self._is_error and self.isVisible() and not self._told.hasExpired(HINT_MS)
        if is_unread and not (message.is_error or message.settles):
            return  # good news must not wipe away an error; one that was there for long gives way
        self._told.start()
        self._is_error, self._is_of_image = message.is_error, message.of_image
        self._is_of_disk = message.of_disk
        self.text.setText(message.text)
        self.hint.setText(message.hint)
        self.hint.setVisible(bool(message.hint))
        self._on_action = message.on_action
        self.button.setText(message.action)
        self.button.setVisible(bool(message.action))
        self._restyle()
        self.show()  # first: what was never shown counts for nothing in the height
        self._arrange()
        self._timer.stop()
        if not message.is_error and not message.action:
            self._timer.start(HINT_MS if message.hint else NOTICE_MS)

    @Slot()
    def leave_image(self) -> None:
        """Another image is shown: what was said of the former one must not lie on it."""
        if self._is_of_image:
            self.hide()
        elif self._timer.isActive() and self._timer.remainingTime() > LEAVING_MS:
            self._timer.start(LEAVING_MS)

    @Slot()
    def note_saved(self) -> None:
        """A change was written: that one could not be is over."""
        if self._is_of_disk:
            self.hide()

    def _restyle(self) -> None:
        palette = theme.palette()
        colour = palette.bad if self._is_error else palette.good
        self._mark.setText("✕" if self._is_error else "✓")
        self._mark.setStyleSheet(f"color: {colour}; font-weight: 600;")
        self.setStyleSheet(
            f"QFrame#{Name.MESSAGE_BAR} {{ background: {palette.raised}; "
            f"border: 1px solid {palette.hairline}; border-left: 4px solid {colour}; border-radius: 4px; }}"
        )

    @Slot()
    def _act(self) -> None:
        self.hide()
        if self._on_action is not None:
            self._on_action()
