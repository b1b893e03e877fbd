from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from app import fonts, i18n
from app.i18n import tr


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    font = qapp.font()
    yield qapp
    qapp.setFont(font)
    i18n.install(qapp, "en")


def test_chinese_without_a_font_for_it_stays_english(app, monkeypatch, caplog):
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    assert not fonts.can_show("zh_CN")
    assert fonts.can_show("es")
    assert fonts.speak(app, "zh_CN") == "en"
    assert tr("Settings") == "Settings"
    assert "No font of this computer can show zh_CN" in caplog.text
    caplog.clear()


def test_chinese_is_written_with_simplified_shapes_after_the_platforms_own_font(app, monkeypatch):
    families = ["Noto Sans CJK JP", "Noto Sans CJK SC", "DejaVu Sans"]
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: families)
    own = app.font().families()
    assert fonts.speak(app, "zh_CN") == "zh_CN"
    assert app.font().families() == [*own, "Noto Sans CJK SC"]
    assert tr("Settings") == "设置"
    fonts.speak(app, "zh_CN")
    assert app.font().families() == [*own, "Noto Sans CJK SC"]  # not once more


def test_english_and_spanish_keep_the_platforms_own_font(app):
    own = app.font().families()
    for code in ("en", "es"):
        assert fonts.speak(app, code) == code
        assert app.font().families() == own
