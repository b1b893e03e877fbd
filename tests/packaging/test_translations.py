"""The catalogues: complete, with the placeholders of the code, and compiled."""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parents[2]
SPEC = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
translations = importlib.util.module_from_spec(SPEC)
sys.modules["translations"] = translations
SPEC.loader.exec_module(translations)
CODES = sorted(translations.FORMS)
AGAIN = "run `python packaging/translations.py` and translate what it names"


@pytest.fixture(scope="module")
def texts():
    return translations.collect()


@pytest.mark.parametrize("code", CODES)
def test_every_text_of_the_window_is_translated_with_the_same_placeholders(texts, code):
    known = translations.read(translations.FOLDER / f"gkdt_{code}.ts")
    assert translations.problems(texts, known, code) == [], AGAIN
    assert set(known) == set(texts), AGAIN


@pytest.mark.parametrize("code", CODES)
def test_the_compiled_catalogue_says_what_its_source_says(code):
    path = translations.FOLDER / f"gkdt_{code}.ts"
    translator = QTranslator()
    assert translator.load(str(path.with_suffix(".qm")))
    numbers = [1, 2][: translations.FORMS[code]]
    for text, forms in translations.read(path).items():
        said = [translator.translate(text.context, text.source, "", n) for n in numbers] if text.one else None
        if said is None:
            said = [translator.translate(text.context, text.source)]
        assert said == forms, AGAIN


def test_texts_are_found_in_every_way_of_writing_them():
    code = """
class Panel(QWidget):
    def show(self):
        tr("one {name}", name=1)
        counted(n, "{n} thing", "{n} things")
        self.tr("own")
        QCoreApplication.translate("there", "elsewhere")
        label = tr(TABLE[key])
TABLE = {1: mark("in a table")}
"""
    found = {(text.source, text.one, text.context) for text in translations.texts_of(code, "x.py")}
    assert found == {
        ("one {name}", "", "gkdt"),
        ("{n} things", "{n} thing", "gkdt"),
        ("own", "", "Panel"),
        ("elsewhere", "", "there"),
        ("in a table", "", "gkdt"),
    }


def test_a_text_put_together_from_pieces_is_refused():
    with pytest.raises(translations.CannotCollect, match=r"x\.py:1"):
        list(translations.texts_of('tr(f"{count} images")', "x.py"))


def test_a_catalogue_keeps_what_is_translated_and_loses_what_is_gone(tmp_path):
    path = tmp_path / "gkdt_es.ts"
    one, many = translations.Text("Open"), translations.Text("{n} images", one="{n} image")
    translations.write(path, "es", {one: {"app/a.py"}, many: {"app/a.py"}}, {one: ["Abrir"]})
    assert translations.read(path) == {one: ["Abrir"]}
    translations.write(path, "es", {many: {"app/b.py"}}, {many: ["{n} imagen", "{n} imágenes"]})
    assert translations.read(path) == {many: ["{n} imagen", "{n} imágenes"]}


def test_wrong_placeholders_and_missing_forms_are_named():
    text, many = translations.Text("Move {name}"), translations.Text("{n} images", one="{n} image")
    known = {text: ["Mover {nombre}"], many: ["imágenes"]}
    found = translations.problems({text: set(), many: set()}, known, "es")
    assert [line.split(":")[0] for line in found] == ["other placeholders", "1 forms instead of 2"]
    assert translations.problems({text: set()}, {}, "es") == ["not translated: 'Move {name}'"]


SHOWS = {
    *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QAction", "heading", "note", "tell", "Message"),
    *(
        "setText",
        "setToolTip",
        "setWindowTitle",
        "setPlaceholderText",
        "setAccessibleName",
        "addItem",
        "addTab",
    ),
    *("one_step", "add_foot", "primary", "addRow", "GkdtError"),
}
"""What puts its text in front of a person."""
SHOWN_IN = ("panels", "dialogs", "controllers", "canvas", "main_window.py")


def _has_words(node: ast.expr) -> bool:
    pieces = node.values if isinstance(node, ast.JoinedStr) else [node]
    plain = "".join(str(piece.value) for piece in pieces if isinstance(piece, ast.Constant))
    is_text = isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return is_text and re.search(r"[A-Za-z]{3}", re.sub(r"<[^>]*>", "", plain)) is not None


def test_no_text_is_shown_that_does_not_go_through_the_translation():
    found = []
    for place in SHOWN_IN:
        path = ROOT / "app" / place
        for file in [path] if path.is_file() else sorted(path.glob("*.py")):
            for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if not isinstance(call, ast.Call):
                    continue
                word = (
                    call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
                )
                if word in SHOWS and call.args and _has_words(call.args[0]):
                    found.append(f"{file.relative_to(ROOT)}:{call.lineno}: {ast.unparse(call)[:80]}")
    assert [line for line in found if "GKDT Annotator" not in line] == []
