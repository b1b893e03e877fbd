"""Fonts for the languages of the window: whether there is one, and which of several is right."""

from __future__ import annotations

import logging

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from app import i18n

log = logging.getLogger(__name__)

_WRITING = {"zh_CN": QFontDatabase.WritingSystem.SimplifiedChinese}
"""Languages that a computer may have no font for."""
_PREFERRED = {
    "zh_CN": (
        "Microsoft YaHei UI",
        "PingFang SC",
        "Noto Sans CJK SC",
        "Source Han Sans SC",
        "Noto Sans SC",
        "WenQuanYi Micro Hei",
    )
}
"""Sans serif fonts with the shapes of the language. Left to itself Qt takes any font that has the characters:
on Linux often "Droid Sans Fallback", or one with Japanese shapes."""


def can_show(code: str) -> bool:
    """Whether some font of this computer has the characters of a language; without, texts are empty boxes."""
    system = _WRITING.get(code)
    return system is None or bool(QFontDatabase.families(system))


def speak(app: QApplication, setting: str) -> str:
    """Let the window speak the language of a setting with a font for it, English where there is none.

    Comes before the first window, for texts and fonts on screen stay as they are.

    Returns:
        The code of the language that is spoken.
    """
    code = i18n.chosen(setting)
    if not can_show(code):
        log.warning("No font of this computer can show %s; the window speaks English.", code)
        code = "en"
    i18n.install(app, code)
    known = set(QFontDatabase.families()) if code in _PREFERRED else set()
    better = next((family for family in _PREFERRED.get(code, ()) if family in known), None)
    if better is not None:
        font = app.font()
        font.setFamilies([*(family for family in font.families() if family != better), better])
        app.setFont(font)
    return code
