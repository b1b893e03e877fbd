"""Small pieces of every panel and dialog: named widgets, headings, hairlines, primary buttons."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.i18n import without_mnemonic
from app.icons import bind_icon
from app.object_names import Name

W = TypeVar("W", bound=QWidget)
INDICATOR_WIDTH = 24
"""From the left edge of a check box to its text."""


def named(widget: W, name: Name, accessible: str = "") -> W:
    """`widget` with its object name, and a name for screen readers where its text does not say it."""
    widget.setObjectName(name)
    if accessible:
        widget.setAccessibleName(accessible)
    return widget


def with_role(widget: W, role: str) -> W:
    """`widget` in one of the theme's roles (heading, secondary, primary, quiet, danger, error, ...)."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    return widget


def heading(text: str) -> QLabel:
    """The head of a group of controls."""
    return with_role(QLabel(text), "heading")


def note(text: str = "") -> QLabel:
    """Secondary text that wraps."""
    label = with_role(QLabel(text), "secondary")
    label.setWordWrap(True)
    return label


class ProblemText(QLabel):
    """What is wrong with what was typed, in a room that is kept while nothing is: what lies below must not
    move under the mouse with every letter."""

    def __init__(self, name: Name, lines: int = 1) -> None:
        """Args: name: Of the widget; lines: How many to keep room for; more of them make the dialog grow."""
        super().__init__()
        with_role(named(self, name), "error")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.ensurePolished()
        self._least = lines * self.fontMetrics().lineSpacing()
        self.setMinimumHeight(self._least)

    def heightForWidth(self, width: int) -> int:
        return max(super().heightForWidth(width), self._least)

    def show_problem(self, text: str) -> None:
        """Say it, or nothing."""
        self.setText(text)
        self.setVisible(bool(text))


def explained(choice: QWidget, text: str) -> QVBoxLayout:
    """A check box or radio button with a sentence about it close below, under its text."""
    words = note(text)
    words.setContentsMargins(INDICATOR_WIDTH, 0, 0, 0)
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, theme.GRID)
    column.setSpacing(0)
    column.addWidget(choice)
    column.addWidget(words)
    return column


def link(address: str) -> QLabel:
    """An address that opens in the browser."""
    label = QLabel(f'<a href="{address}" style="color: {theme.palette().accent}">{address}</a>')
    label.setOpenExternalLinks(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    label.setWordWrap(True)
    return label


def hairline() -> QFrame:
    """The one line between two regions."""
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    return line


def primary(text: str, name: Name) -> QPushButton:
    """The main button of its place."""
    return with_role(named(QPushButton(text), name), "primary")


def icon_button(icon: str, name: Name, tip: str) -> QToolButton:
    """A button that is only an icon; `tip` says the verb and the object."""
    button = named(QToolButton(), name, tip)
    bind_icon(button, icon)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def action_button(icon: str, name: Name, action: QAction) -> QToolButton:
    """A button that is only an icon and does what an action does, where it can; its tip follows the keys."""
    button = icon_button(icon, name, action.toolTip())
    button.clicked.connect(action.trigger)
    button.setEnabled(action.isEnabled())
    action.changed.connect(partial(_follow, button, action))
    return button


def _follow(button: QToolButton, action: QAction) -> None:
    button.setEnabled(action.isEnabled())
    button.setToolTip(action.toolTip())
    button.setAccessibleName(action.toolTip())


def column(*, margin: int = theme.PANEL_MARGIN, spacing: int = theme.GRID) -> QVBoxLayout:
    """A column with the panel's margins."""
    layout = QVBoxLayout()
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout


class ActionButton(QPushButton):
    """A push button that shows an action: its text, its key, whether it can be used."""

    def __init__(self, action: QAction, name: Name, *, role: str = "", icon: str = "") -> None:
        super().__init__()
        named(self, name)
        if role:
            with_role(self, role)
        self._action = action
        self._lead = " " if icon else ""  # Qt leaves too little between the icon and the text
        if icon:
            bind_icon(self, icon)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._sync)
        self._sync()

    @Slot()
    def _sync(self) -> None:
        self.setText(self._lead + without_mnemonic(self._action.text()))
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())


class ElidedCombo(QComboBox):
    """A chooser whose text ends in "…" where there is no room; Qt would cut it off."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(kind, option, part, self).width()
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideMiddle, room - theme.GRID
        )
        painter.drawComplexControl(kind, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class ElidedLabel(QLabel):
    """One line of text that ends in "…" where there is no room; the tool tip has all of it."""

    def __init__(self, text: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__()
        self._mode = mode
        self._full = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_full_text(text)

    @property
    def full_text(self) -> str:
        return self._full

    def set_full_text(self, text: str) -> None:
        """Show `text`, shortened where it must be."""
        self._full = text
        self.setToolTip(text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        self.setText(QFontMetrics(self.font()).elidedText(self._full, self._mode, max(self.width() - 2, 8)))


class EmptyText(QLabel):
    """A sentence in the middle of a list or table while it has no rows: what will be there, what to do."""

    def __init__(self, view: QAbstractItemView, text: str) -> None:
        super().__init__(text, view.viewport())
        with_role(self, "secondary")
        self._view = view
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setContentsMargins(*[theme.GROUP_SPACING] * 4)
        view.viewport().installEventFilter(self)
        model = view.model()
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset, model.layoutChanged):
            signal.connect(self._sync)
        self._sync()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._view.viewport().rect())
        return False

    @Slot()
    def _sync(self) -> None:
        self.setGeometry(self._view.viewport().rect())
        self.setVisible(self._view.model().rowCount() == 0)


class Dot(QWidget):
    """A small coloured disc, for "the model is loading, ready, broken" beside the words that say it."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = colour
        self.setFixedSize(10, 10)

    def set_colour(self, colour: str) -> None:
        self._colour = colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self._colour))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
