from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from app import i18n
from app.actions import ACTIONS, Menu, plain_text, spec
from app.actions import ActionId as A
from app.i18n import best_of, counted, mark, tr, without_mnemonic

OTHERS = [language.code for language in i18n.LANGUAGES if language.code != "en"]


@pytest.fixture
def in_english(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    i18n.install(qapp, "en")


def test_english_is_in_the_code_and_placeholders_are_filled(qapp):
    assert tr("Move {name}", name="{nose}") == "Move {nose}"
    assert counted(1, "{n:,} image", "{n:,} images") == "1 image"
    assert counted(1200, "{n:,} image", "{n:,} images") == "1,200 images"
    assert counted(0, "{n:,} image", "{n:,} images") == "0 images"
    assert mark("Move {name}") == "Move {name}"


def test_another_language_is_spoken_and_given_up_again(in_english):
    assert i18n.install(in_english, "es") == "es"
    assert tr("Settings") == "Ajustes"
    assert counted(1, "{n:,} image", "{n:,} images") == "1 imagen"
    assert counted(3, "{n:,} image", "{n:,} images") == "3 imágenes"
    assert plain_text(spec(A.OPEN_IMAGES)) == "Abrir imágenes"
    i18n.install(in_english, "zh_CN")
    assert tr("Settings") == "设置"
    assert counted(1, "{n:,} image", "{n:,} images") == "1 张图像"
    assert plain_text(spec(A.OPEN_IMAGES)) == "打开图像"
    i18n.install(in_english, "en")
    assert tr("Settings") == "Settings"


def test_thousands_are_set_off_as_the_language_does(in_english):
    texts = {}
    for code in i18n.CODES:
        i18n.install(in_english, code)
        many = counted(1_234_567, "{n:,} image", "{n:,} images")
        few = counted(1_200, "{n:,} image", "{n:,} images")
        texts[code] = many.rpartition("i")[0], few, i18n.whole(12_000)
    assert texts["en"][1:] == ("1,200 images", "12,000")
    assert texts["es"] == ("1\u00a0234\u00a0567 ", "1200 imágenes", "12\u00a0000")
    assert texts["zh_CN"][1:] == ("1,200 张图像", "12,000")
    i18n.install(in_english, "es")
    # only numbers: a name keeps its commas
    assert tr("Move {name}", name="a,b") == "Mover a,b"
    assert i18n.grouped("1,234.5") == "1234.5"


@pytest.mark.parametrize("code", OTHERS)
def test_qt_speaks_the_language_of_the_window_too(in_english, code):
    i18n.install(in_english, code)
    for context, text in (("QPlatformTheme", "Cancel"), ("QFileDialog", "Open"), ("QLineEdit", "Select All")):
        assert QCoreApplication.translate(context, text) != text, (context, text)


@pytest.mark.parametrize("code", OTHERS)
def test_no_menu_uses_a_mnemonic_twice_in_any_language(in_english, code):
    i18n.install(in_english, code)
    clashes = []
    groups = [[tr(menu.value) for menu in Menu if menu.value]]
    groups += [[tr(row.text) for row in ACTIONS if row.menu is menu] for menu in Menu if menu.value]
    for texts in groups:
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        clashes += [(letter, texts) for letter in set(letters) if letters.count(letter) > 1]
    assert clashes == []


def test_a_mnemonic_is_not_read_aloud(qapp):
    assert without_mnemonic("&Open images…") == "Open images…"
    assert without_mnemonic("打开图像(&O)…") == "打开图像…"


def test_the_computers_first_language_that_there_is_is_taken():
    assert best_of(["de-DE", "es-MX", "en-US"]) == "es"
    assert best_of(["zh-Hans-CN"]) == "zh_CN"
    assert best_of(["zh-Hant-TW"]) == "en"
    assert best_of([]) == "en"


class Broken(QTranslator):
    """A catalogue with a placeholder that the program does not have."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str:
        return source.replace("{name}", "{nombre}")


def test_a_catalogue_with_another_placeholder_does_not_stop_the_program(qapp, caplog):
    translator = Broken()
    QCoreApplication.installTranslator(translator)
    try:
        with caplog.at_level(logging.WARNING):
            assert tr("Move {name}", name="nose") == "Move nose"
    finally:
        QCoreApplication.removeTranslator(translator)
    assert "placeholders" in caplog.text
