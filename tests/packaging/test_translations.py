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
messages = translations.messages
CODES = sorted(translations.FORMS)
OF_OTHERS = {*messages.REASONS, messages.PLACE_IN_JSON}
AGAIN = "run `python packaging/translations.py` and translate what it names"


@pytest.fixture(scope="module")
def errors():
    return messages.collect(ROOT)


@pytest.fixture(scope="module")
def texts(errors):
    return translations.collect() | translations.collect_errors(errors)


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


def test_the_text_of_every_error_that_the_window_can_show_is_collected(errors):
    assert errors.unknown == []
    assert len(errors.templates) > 500


def test_the_index_of_messages_is_that_of_the_code(errors):
    path = ROOT / "resources" / translations.INDEX
    assert path.read_text(encoding="utf-8") == translations.index_of(errors), AGAIN


def _collected(folder: Path, code: str, name: str = "gkdt_core/formats/x.py") -> messages.Found:
    for top in ("gkdt_core", "app", "trainer"):
        (folder / top).mkdir(exist_ok=True)
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        "class GkdtError(Exception): ...\nclass OwnError(GkdtError): ...\n" + code, encoding="utf-8"
    )
    return messages.collect(folder)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('OwnError("One word.", hint="Do this.")', {"One word.", "Do this."}),
        ('OwnError(f"{path.name} has {len(x)} parts.")', {"{0} has {1} parts."}),
        ('OwnError(f"{a} is long, " f"and {b} is longer.")', {"{0} is long, and {1} is longer."}),
        ('OwnError("Write {k} there.")', {"Write {{k}} there."}),
        ('OwnError("It is on." if x else "It is off.")', {"It is on.", "It is off."}),
        ("OwnError(f\"There {'is' if x else 'are'} {n}.\")", {"There is {0}.", "There are {0}."}),
        ("OwnError(f\"It has {n or 'no'} parts.\")", {"It has {0} parts.", "It has no parts."}),
        ('HINT = "Do that."\nOwnError("It fails.", hint=HINT)', {"It fails.", "Do that."}),
        (
            'OwnError("First. " + more(x))\ndef more(x):\n    return f"Then {x} goes."',
            {"First. {0}", "Then {0} goes."},
        ),
        (
            'def no(why):\n    raise OwnError(f"{name}: {why}")\nno("it is wet.")\nno(f"row {n} is wet.")',
            {"{0}: {1}", "it is wet.", "row {0} is wet."},
        ),
        (
            'def f():\n    what, hint = "a lid", f"Open {x}."\n    OwnError(f"There is {what}.", hint=hint)',
            {"There is a lid.", "Open {0}."},
        ),
        ('report.skip(f"row {n}", "it is no row.")', {"row {0}", "it is no row."}),
        ('sentences((n, "file is lost", "files are lost"))', {"{0} file is lost.", "{0} files are lost."}),
        ("raise OwnError(other.message, hint=other.hint)", set()),
        ('raise ValueError("nobody reads this")', set()),
    ],
)
def test_messages_are_collected_in_every_way_of_writing_them(tmp_path, code, expected):
    found = _collected(tmp_path, code)
    assert set(found.templates) - OF_OTHERS == expected
    assert found.unknown == []


def test_a_message_that_cannot_be_followed_is_named(tmp_path):
    found = _collected(tmp_path, "raise OwnError(make(3)[0])")
    assert found.unknown == ["gkdt_core/formats/x.py:3: make(3)[0]"]


def test_what_only_a_terminal_shows_is_not_collected(tmp_path):
    code = 'raise OwnError("Give --out.")'
    assert set(_collected(tmp_path, code, "app/commands/x.py").templates) == OF_OTHERS
    assert set(_collected(tmp_path, code, "trainer/evaluation/x.py").templates) == OF_OTHERS


def test_fields_that_can_hold_a_message_or_only_a_number_are_told_apart(tmp_path):
    found = _collected(tmp_path, 'OwnError(f"{path}: row {n:,} of {len(x)} fails: {error}")')
    template = found.templates["{0}: row {1} of {2} fails: {3}"]
    assert [field.kind for field in template.fields] == ["", "number", "number", "text"]


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


RAW = re.compile(r"\b(error|failure|outcome|problem)(\.error)?\.(message|hint)\b|str\(error\)")
MAY = {
    "app/controllers/batches.py": "kept in the project in English, translated when it is shown",
    "app/dialogs/models_dialog.py": "an outcome, whose texts are translated already",
    "app/controllers/models.py": "an outcome, whose texts are translated already",
}


def test_no_error_is_shown_as_the_core_wrote_it():
    found = []
    for place in SHOWN_IN:
        path = ROOT / "app" / place
        for file in [path] if path.is_file() else sorted(path.glob("*.py")):
            name = file.relative_to(ROOT).as_posix()
            lines = file.read_text(encoding="utf-8").splitlines()
            found += [f"{name}: {line.strip()}" for line in lines if RAW.search(line) and name not in MAY]
    assert found == [], "show errors with message_of, hint_of or text_of of app/error_texts.py"


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
