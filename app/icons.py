"""Icons: one outline family (Lucide), tinted by the palette, and the marks of the image states."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from gkdt_core.domain import ImageState


def icon(name: str) -> QIcon:
    """The outline icon `resources/icons/<name>.svg` in the palette's text colour, for 16 and 20 px."""
    return QIcon()


def bind_icon(target: QObject, name: str) -> None:
    """Give an action or button the icon `name`, and again after every theme switch."""


def state_icon(state: ImageState) -> QIcon:
    """The mark of an image state: hollow, dashed, half, filled tick, struck."""
    return QIcon()
