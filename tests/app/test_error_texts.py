from __future__ import annotations

import json
import logging
import random
import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from app import i18n
from app.error_texts import (
    CONTEXT,
    Template,
    Templates,
    hint_of,
    in_words,
    message_of,
    reason_of,
    templates,
    text_of,
)
from app.project.database import ProjectDatabase
from gkdt_core.category_file import read_category
from gkdt_core.domain import Category
from gkdt_core.errors import GkdtError
from gkdt_core.formats.coco import read_coco
from gkdt_core.formats.registry import FORMATS, ReadOptions
from gkdt_core.media.images import list_images, read_image
from gkdt_core.prompt_files import read_prompt
from gkdt_core.schemas import category_of_schema
from gkdt_core.weights import library

OTHERS = [language.code for language in i18n.LANGUAGES if language.code != "en"]
# a name that is itself a piece of our sentences ("is not a list") can be told from them by nobody
ODD = (
    *(
        "left knee",
        "a b.png",
        "/home/ana/Bilder/Öl (2).png",
        "C:\\data\\x.json",
        "骨架",
        "-7",
        "1.5",
        "(3, 4)",
    ),
    *(
        "{0}",
        "{name}",
        "}{",
        "%1",
        "<b>x</b>",
        'he said "no"',
        "it's",
        "a: b",
        "a, b",
        "x. Y",
        "",
        " ",
        "…",
        "&File",
    ),
    *("in {1}", "line 3", "has", "1,000", "nan"),
)


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    i18n.install(qapp, "en")


@pytest.fixture(params=OTHERS)
def spoken(request: pytest.FixtureRequest, window: QApplication) -> str:
    return i18n.install(window, request.param)


def _plain(template: Template, number: int) -> list[str]:
    return [
        str(12 + number + place) if kind == "number" else f"name{number}{place}.dat"
        for place, kind in enumerate(template.kinds)
    ]


def _expected(template: Template, values: list[str]) -> str:
    return QCoreApplication.translate(CONTEXT, template.source).format(*values)


def test_every_message_filled_in_with_plain_values_is_found_again(spoken):
    wrong = []
    for number, template in enumerate(templates()):
        if not template.is_whole or not template.has_words:
            continue
        values = _plain(template, number)
        text = template.source.format(*values)
        if in_words(text) != _expected(template, values):
            wrong.append((text, in_words(text)))
    assert wrong == []


@pytest.mark.parametrize("seed", range(20))
def test_odd_names_come_through_letter_by_letter_or_the_message_stays_english(spoken, seed):
    rng = random.Random(seed)
    known = {template.source for template in templates()}
    translated = 0
    for template in templates():
        if not template.is_whole or not template.kinds or not template.has_words:
            continue
        values = [str(rng.randint(0, 99)) if kind == "number" else rng.choice(ODD) for kind in template.kinds]
        text = template.source.format(*values)
        found = in_words(text)
        translated += found != text
        if found in (text, _expected(template, values)):
            continue
        # another template explains all of it: then that one's fields have come through as well
        assert all(value in found for value in values if value.strip() and value not in known), (text, found)
    assert translated > 200


def test_a_message_in_a_message_is_translated_in_its_turn(window):
    i18n.install(window, "es")
    text = '"points.json": the category makes no sense (Category "cat" has no keypoints.).'
    assert in_words(text) == (
        "«points.json»: la categoría no tiene sentido (La categoría «cat» no tiene puntos clave.)."
    )
    assert (
        in_words('"/a/b.json" cannot be read: Permission denied.')
        == "«/a/b.json» no se puede leer: Permiso denegado."
    )


def test_a_message_and_its_hint_in_one_text_are_both_translated(window):
    i18n.install(window, "zh_CN")
    text = '"/x/a.png" is an empty file. Copy it again from where it came from.'
    assert in_words(text) == "“/x/a.png”是空文件。请从来源重新复制。"


def test_what_no_template_explains_stays_as_it_is(window):
    i18n.install(window, "es")
    for text in (
        "",
        "Something else entirely.",
        "x" * 30_000,
        'The folder "a" is there.',
        "{0} {1}",
        "a: b: c",
        "a: b, c is d " * 300,
    ):
        assert in_words(text) == text


def test_what_could_mean_two_things_stays_as_it_is(window):
    class Reorders(QTranslator):
        def isEmpty(self) -> bool:
            return False

        def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str:
            return "{1} heißt {0}" if source == "{0} is {1} here" else ""

    translator = Reorders()
    QCoreApplication.installTranslator(translator)
    try:
        some = Templates([Template.parsed("{0} is {1} here", ("", ""))])
        assert some.translated("this is that here") == "that heißt this"
        assert some.translated("what is is what here") is None
    finally:
        QCoreApplication.removeTranslator(translator)


def test_in_english_nothing_is_looked_up(window):
    i18n.install(window, "en")
    error = GkdtError('"a.png" is an empty file.', hint="Remove it.")
    assert (message_of(error), hint_of(error), text_of(error)) == (error.message, error.hint, str(error))


def test_a_catalogue_with_another_field_does_not_stop_the_program(window, caplog):
    class Broken(QTranslator):
        def isEmpty(self) -> bool:
            return False

        def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str:
            return "{7}!"

    translator = Broken()
    QCoreApplication.installTranslator(translator)
    try:
        with caplog.at_level(logging.WARNING):
            some = Templates([Template.parsed("{0} is here", ("",))])
            assert some.translated("he is here") == "he is here"
    finally:
        QCoreApplication.removeTranslator(translator)
    assert "placeholders" in caplog.text


def test_the_words_of_the_reader_of_json_are_translated(window):
    i18n.install(window, "es")
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads('{"a": ]')
    assert in_words(f'"a.json" is no JSON file: {caught.value}.') == (
        "«a.json» no es un archivo JSON: se esperaba un valor: línea 1, columna 7 (carácter 6)."
    )


def test_numbers_in_a_message_are_written_as_in_the_rest_of_the_window(window):
    text = '"/x,y/a.png" has 90,000 x 1,200 px; above 1,000,000,000 px none is opened.'
    shown = {code: i18n.install(window, code) and in_words(text) for code in OTHERS}
    assert shown["es"].startswith("«/x,y/a.png» tiene 90\u00a0000 x 1200 px")
    assert shown["zh_CN"].startswith("“/x,y/a.png”为 90,000 x 1,200 px")


def test_the_reason_of_the_system_is_translated(window, tmp_path):
    i18n.install(window, "es")
    with pytest.raises(FileNotFoundError) as caught:
        (tmp_path / "none").read_bytes()
    assert reason_of(caught.value) == "El archivo o la carpeta no existe"


# Errors as they really come about: each is a thing to do, and what must be in its message


def _coco(folder: Path, **changes: object) -> Path:
    path = folder / "poses.json"
    content = {
        "images": [{"id": 1, "file_name": "a.png", "width": 8, "height": 8}],
        "categories": [{"id": 1, "name": "cat", "keypoints": ["nose"]}],
        "annotations": [],
        **changes,
    }
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def _write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def _no_project(folder: Path) -> None:
    path = folder / "old.gkdt"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE other (x)")
    ProjectDatabase.open(path)


REAL: dict[str, tuple[Callable[[Path], object], tuple[str, ...]]] = {
    "no image": (lambda f: read_image(_write(f, "notes.png", b"words")), ("notes.png",)),
    "empty image": (lambda f: read_image(_write(f, "blank.jpg", b"")), ("blank.jpg",)),
    "lost image": (lambda f: read_image(f / "lost.tif"), ("lost.tif",)),
    "folder for an image": (lambda f: read_image(f), ()),
    "lost folder": (lambda f: list_images(f / "nowhere"), ("nowhere",)),
    "file for a folder": (lambda f: list_images(_write(f, "a.txt", b"x")), ("a.txt",)),
    "no JSON": (lambda f: read_coco(_write(f, "broken.json", b'{"images": [')), ("broken.json",)),
    "results file": (lambda f: read_coco(_write(f, "results.json", b"[]")), ("results.json",)),
    "no list": (lambda f: read_coco(_coco(f, images={"a": 1})), ("poses.json", "images")),
    "no COCO": (lambda f: read_coco(_write(f, "a.json", b"3")), ("a.json",)),
    "no category file": (lambda f: read_category(_write(f, "cat.json", b"{}")), ("cat.json",)),
    "no prompt file": (lambda f: read_prompt(_write(f, "a.gkdt-prompt", b"{}")), ("a.gkdt-prompt",)),
    "no YOLO": (lambda f: FORMATS["yolo"].read(f, ReadOptions()), ()),
    "no table": (lambda f: FORMATS["csv"].read(_write(f, "t.csv", b"a,b\n1,2\n"), ReadOptions()), ("t.csv",)),
    "no LabelMe": (lambda f: FORMATS["labelme"].read(f, ReadOptions()), ()),
    "no CVAT": (lambda f: FORMATS["cvat"].read(_write(f, "c.xml", b"<a/>"), ReadOptions()), ("c.xml", "<a>")),
    "no such schema": (lambda f: category_of_schema("warp-core", "ship"), ("warp-core",)),
    "no such model": (lambda f: library.find_model(str(f / "model")), ("model",)),
    "no model folder": (lambda f: library.find_model(f), ()),
    "no project": (lambda f: ProjectDatabase.open(f / "none.gkdt"), ("none.gkdt",)),
    "another database": (_no_project, ("old.gkdt",)),
    "a nameless category": (lambda f: Category("", ("nose",)), ()),
    "a pair too many": (
        lambda f: Category("dog", ("a", "b", "c"), (), ((0, 1), (1, 2))),
        ("dog", "b"),
    ),
}


def _is_spoken(shown: str, raised: str) -> bool:
    """Whether a text was translated when it was shown, or when it was raised: the window's own errors are."""
    return shown != raised or not raised or re.search("[¿ñáéíóú一-鿿]|Elija|archivo", shown) is not None


@pytest.mark.parametrize("what", REAL)
def test_what_really_goes_wrong_is_told_in_the_language_of_the_window(spoken, tmp_path, what):
    do, named = REAL[what]
    with pytest.raises(GkdtError) as caught:
        do(tmp_path)
    error = caught.value
    message, hint = message_of(error), hint_of(error)
    assert _is_spoken(message, error.message)
    assert _is_spoken(hint, error.hint)
    for name in named:
        assert name in message
    if str(tmp_path) in error.message:
        assert str(tmp_path) in message
