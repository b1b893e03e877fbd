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
