"""The languages of the window: marking texts, choosing a catalogue, and filling in what changes.

English is in the code. `python packaging/translations.py` collects every text given to `tr`, `counted` or
`mark` into `resources/translations/gkdt_*.ts` and compiles the catalogues; CONTRIBUTING.md tells how.
"""

from __future__ import annotations

import logging
import re
import string
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from gkdt_core.paths import resource_path

log = logging.getLogger(__name__)

CONTEXT = "gkdt"
"""All texts are in one context: the same words are the same everywhere."""
SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the window.

    Attributes:
        code: Of the catalogue, as Qt writes locales.
        name: What its speakers call it; never translated.
        thousands: What stands between the thousands of a number.
        fewest_digits: Numbers with fewer digits have none.
    """

    code: str
    name: str
    thousands: str = ","
    fewest_digits: int = 4


LANGUAGES = (
    Language("en", "English"),
    # "1,200" and "1.200" are both one and a fifth to some of its speakers; a space is read alike by all
    Language("es", "Español", thousands="\u00a0", fewest_digits=5),
    Language("zh_CN", "简体中文"),
)
CODES = tuple(language.code for language in LANGUAGES)

_installed: list[QTranslator] = []
_spoken = [LANGUAGES[0]]


def spoken() -> str:
    """The code of the language that was installed last."""
    return _spoken[0].code


def whole(count: int) -> str:
    """A whole number as the language of the window writes it."""
    return grouped(f"{count:,}")


def grouped(number: str) -> str:
    """A number as Python writes it, with commas between its thousands, as the language of the window does."""
    language = _spoken[0]
    digits = sum(map(str.isdigit, number.partition(".")[0]))
    return number.replace(",", language.thousands if digits >= language.fewest_digits else "")


class _Numbers(string.Formatter):
    """`str.format`, but for the thousands of numbers."""

    def format_field(self, value: Any, format_spec: str) -> str:
        text = str(super().format_field(value, format_spec))
        return grouped(text) if "," in format_spec and isinstance(value, int | float) else text


_numbers = _Numbers()


def tr(text: str, /, **values: object) -> str:
    """`text` in the language of the window, its `{placeholders}` filled with `values`.

    Args:
        text: English, a literal here or marked with `mark` elsewhere. Where there are values, braces are
            `str.format`'s.
        values: What to fill in; their names are what translators see.
    """
    return _fill(QCoreApplication.translate(CONTEXT, text), text, values)


def counted(count: int, one: str, many: str, /, **values: object) -> str:
    """A text that depends on a number, in the language of the window; `{n}` stands for the number.

    Args:
        count: How many.
        one: English for exactly one ("{n} image").
        many: English for any other number ("{n:,} images"); the catalogues are ordered by it.
        values: What else to fill in.
    """
    found = QCoreApplication.translate(CONTEXT, many, "", count)
    source = one if count == 1 else many
    return _fill(source if found == many else found, source, {"n": count, **values})


def mark(text: str) -> str:
    """`text` as it is, noted for the catalogues: for tables made before a language is chosen."""
    return text


def without_mnemonic(text: str) -> str:
    """A text of a menu or button as it is read, without the mark of its mnemonic ("文件(&F)" is "文件")."""
    return re.sub(r"\(&\w\)", "", text).replace("&", "")


def _fill(found: str, source: str, values: dict[str, object]) -> str:
    if not values:
        return found
    try:
        return _numbers.vformat(found, (), values)
    except (KeyError, IndexError, ValueError):  # a catalogue from elsewhere must not stop the program
        log.warning("The translation of %r has other placeholders.", source)
        return _numbers.vformat(source, (), values)


def chosen(setting: str) -> str:
    """The code of the language for a setting; "system" is the first of the computer's that there is."""
    if setting in CODES:
        return setting
    return best_of(QLocale.system().uiLanguages())


def best_of(wanted: list[str]) -> str:
    """The first of the languages `wanted` (as the system names them) that the window speaks; else English."""
    for name in wanted:
        locale = QLocale(name)
        for language in LANGUAGES:
            mine = QLocale(language.code)
            if (mine.language(), mine.script()) == (locale.language(), locale.script()):
                return language.code
    return "en"


def install(app: QCoreApplication, setting: str = SYSTEM) -> str:
    """Let the window speak the language of a setting, in place of the one before; says its code.

    Texts that are on screen already stay as they are, so this comes before the first window.
    """
    for old in _installed:
        app.removeTranslator(old)
    _installed.clear()
    code = chosen(setting)
    if code != "en":
        own = str(resource_path("translations"))
        theirs = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in ((f"qtbase_{code}", theirs), (f"gkdt_{code}", own)):
            _add(app, name, folder)
    _spoken[0] = next(language for language in LANGUAGES if language.code == code)
    return code


def _add(app: QObject, name: str, folder: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, folder):
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)
    else:
        log.warning("There is no catalogue %s in %s.", name, folder)
