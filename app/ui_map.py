"""A map of the window for programs that use it from outside with a real mouse and keyboard.

A testing aid, off by default. While the environment variable `GKDT_UI_MAP` names a file, the program keeps
in it, as JSON, what a screen reader would be told: the window's title, and of each visible named widget the
place on screen, the text and whether it can be used. And so that a test can tell where to click: which
picture is shown and where, and where the rings of a skeleton are that is drawn in. It only reads: nothing can
be done to the program through it.
"""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QTimer, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from app.dialogs.skeleton_preview import SkeletonPreview

if TYPE_CHECKING:
    from app.main_window import MainWindow

log = logging.getLogger(__name__)

VARIABLE = "GKDT_UI_MAP"
INTERVAL_MS = 40


def watch(window: MainWindow) -> None:
    """Keep the map of `window` and its dialogs up to date, if the environment asks for it."""
    path = os.environ.get(VARIABLE)
    if path:
        _Mapper(window, Path(path))


class _Mapper(QTimer):
    def __init__(self, window: MainWindow, path: Path) -> None:
        super().__init__(window)
        self._window, self._path = window, path
        self._written = ""
        self._shown: int | None = None
        window.navigation.picture_shown.connect(self._on_picture)
        self.timeout.connect(self._write)
        self.start(INTERVAL_MS)

    @Slot()
    def _on_picture(self) -> None:
        self._shown = self._window.selection.now.image_id

    @Slot()
    def _write(self) -> None:
        text = json.dumps(self._describe())
        if text == self._written:
            return
        temporary = self._path.with_suffix(".new")
        try:
            temporary.write_text(text, encoding="utf-8")
            os.replace(temporary, self._path)
        except OSError as error:
            log.warning("The map of the window cannot be written: %s", error)
            self.stop()
            return
        self._written = text

    def _describe(self) -> dict[str, Any]:
        active, modal = QApplication.activeWindow(), QApplication.activeModalWidget()
        focus = QApplication.focusWidget()
        shown = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        every = [widget for top in shown for widget in (top, *top.findChildren(QWidget))]
        named = {
            widget.objectName(): widget
            for widget in every
            if widget.isVisible() and widget.objectName() and not widget.objectName().startswith("qt_")
        }
        touched = [widget for widget in named.values() if widget.underMouse()]
        mouse = min(touched, key=lambda widget: widget.width() * widget.height(), default=None)
        return {
            "title": "" if active is None else active.windowTitle(),
            "modal": "" if modal is None else modal.objectName(),
            "focus": "" if focus is None else focus.objectName(),
            "popup": QApplication.activePopupWidget() is not None,
            "picture": self._picture(),
            "mouse": "" if mouse is None else mouse.objectName(),
            "widgets": {name: _describe(widget) for name, widget in named.items()},
        }

    def _picture(self) -> dict[str, Any] | None:
        """The picture's name and size, where its corner is on screen, and how large an image px is there."""
        view, image_id = self._window.canvas, self._window.selection.now.image_id
        hw = view.image_hw()
        if hw is None or not view.isVisible() or image_id is None or image_id != self._shown:
            return None
        corner, unit = view.image_to_view((0.0, 0.0)), view.image_to_view((1.0, 1.0))
        base = view.viewport().mapToGlobal(QPoint(0, 0))
        return {
            "name": self._window.store.image(image_id).name,
            "size": [hw[1], hw[0]],
            "corner": [base.x() + corner.x(), base.y() + corner.y()],
            "scale": unit.x() - corner.x(),
        }


def _describe(widget: QWidget) -> dict[str, Any]:
    area = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    corner = area.mapToGlobal(QPoint(0, 0))
    if isinstance(widget, QComboBox):
        text = widget.currentText()
    elif isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        text = widget.text()
    else:
        text = ""
    told = widget.accessibleDescription()
    rings = widget.points().round(1).tolist() if isinstance(widget, SkeletonPreview) else []
    return {
        "rect": [corner.x(), corner.y(), area.width(), area.height()],
        "enabled": widget.isEnabled(),
        "text": text,
        **({"told": told} if told else {}),
        **({"rings": rings} if rings else {}),
    }
