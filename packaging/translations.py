"""Collects the texts of the window, brings the catalogues up to date with them, and compiles those.

    .venv/bin/python packaging/translations.py            after any change of a text
    .venv/bin/python packaging/translations.py --check    only say what is missing; 1 where something is

The catalogues are `resources/translations/gkdt_*.ts`: Qt's own format, edited by hand or in Qt Linguist.
What is translated stays, texts that are gone go, new ones are added as unfinished. The compiled `.qm`
files are in the repository too, so that neither a checkout nor a wheel needs Qt's tools.

Texts are found by reading the code: the literal argument of `tr`, `counted` and `mark` (app/i18n.py), of
`self.tr` and `translate`, the table of actions, and the messages and hints of errors (messages.py). Those are
written to `messages.json` too, in which the window finds what a finished message was made from.
"""

from __future__ import annotations

import argparse
import ast
import json
import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

import messages  # noqa: E402  # after the path, so that it runs from a bare checkout

from app.actions import ACTIONS, Menu  # noqa: E402
from app.error_texts import CONTEXT as ERRORS  # noqa: E402
from app.error_texts import INDEX  # noqa: E402
from app.i18n import CONTEXT, LANGUAGES  # noqa: E402

FOLDER = ROOT / "resources" / "translations"
FORMS = {"es": 2, "zh_CN": 1}
"""How many forms a text with a number has in each language."""
ONE = "One: "
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text of the window.

    Attributes:
        source: English; of a text with a number the form for many.
        context: Qt's context.
        one: English for exactly one, or "" where no number is in it.
        note: What translators are told about it.
    """

    source: str
    context: str = CONTEXT
    one: str = field(default="", compare=False)
    note: str = field(default="", compare=False)


class CannotCollect(Exception):
    """A text that no catalogue could have."""


def collect(folder: Path = ROOT / "app") -> dict[Text, set[str]]:
    """Every text, and the files it is in, relative to the repository."""
    found: dict[Text, set[str]] = {}
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder.parent).as_posix()
        for text in texts_of(path.read_text(encoding="utf-8"), name):
            _note(found, text, name)
    for source in (*(row.text for row in ACTIONS), *(menu.value for menu in Menu if menu.value)):
        _note(found, Text(source), "app/actions.py")
    return found


def collect_errors(found: messages.Found) -> dict[Text, set[str]]:
    """The same of the messages and hints of errors."""
    return {
        Text(
            source, ERRORS, note=", ".join(f"{{{i}}} = {part.code}" for i, part in enumerate(template.fields))
        ): (found.files[source])
        for source, template in found.templates.items()
    }


def index_of(found: messages.Found) -> str:
    """The content of `messages.json`: whole messages, then pieces of such, with the kinds of their fields."""
    parts = []
    for name, wanted in (("messages", True), ("pieces", False)):
        rows = {
            source: [part.kind for part in template.fields]
            for source, template in sorted(found.templates.items())
            if (source in found.whole) == wanted
        }
        lines = ",\n".join(
            f"  {json.dumps(source, ensure_ascii=False)}: {json.dumps(kinds)}"
            for source, kinds in rows.items()
        )
        parts.append(f' "{name}": {{\n{lines}\n }}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _note(found: dict[Text, set[str]], text: Text, name: str) -> None:
    # the same words with and without a number are one entry for Qt: the one with the number has all its forms
    files = found.pop(text, set()) if text.one else found.get(text, set())
    found[text] = files | {name}


def texts_of(code: str, name: str) -> Iterator[Text]:
    """The texts in one file.

    Raises:
        CannotCollect: A text is put together from pieces, so that nobody can translate it.
    """
    yield from _in_class(ast.parse(code), "", name)


def _in_class(node: ast.AST, owner: str, name: str) -> Iterator[Text]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield from _of_call(child, owner, name)
        yield from _in_class(child, child.name if isinstance(child, ast.ClassDef) else owner, name)


def _of_call(call: ast.Call, owner: str, name: str) -> Iterator[Text]:
    function = call.func
    word = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    wanted = {"tr": 1, "mark": 1, "counted": 3, "translate": 2}.get(word)
    if wanted is None or len(call.args) < wanted:
        return
    arguments = call.args[1 if word == "counted" else 0 : wanted]
    if any(isinstance(argument, ast.JoinedStr | ast.BinOp | ast.IfExp) for argument in arguments):
        raise CannotCollect(
            f"{name}:{call.lineno}: {word} needs a literal with {{placeholders}}, not a text made of pieces."
        )
    values = [a.value for a in arguments if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    if len(values) != len(arguments):
        return  # a text that is marked elsewhere
    if word == "counted":
        yield Text(values[1], one=values[0])
    elif word == "translate":
        yield Text(values[1], context=values[0])
    else:
        yield Text(
            values[0], context=owner if isinstance(function, ast.Attribute) and word == "tr" else CONTEXT
        )


def read(path: Path) -> dict[Text, list[str]]:
    """The finished translations of a catalogue: one text each, or one for each form."""
    if not path.exists():
        return {}
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            target = message.find("translation")
            if target is None or target.get("type"):
                continue
            forms = [form.text or "" for form in target.iter("numerusform")] or [target.text or ""]
            told = message.findtext("extracomment", "")
            one = told.removeprefix(ONE) if told.startswith(ONE) else ""
            text = Text(message.findtext("source", ""), context.findtext("name", ""), one)
            if all(forms):
                found[text] = forms
    return found


def write(path: Path, language: str, texts: dict[Text, set[str]], known: dict[Text, list[str]]) -> None:
    """Write a catalogue with every text, translated as far as it is known."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for name in sorted({text.context for text in texts}):
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for text in sorted((text for text in texts if text.context == name), key=lambda text: text.source):
            message = ET.SubElement(context, "message", {"numerus": "yes"} if text.one else {})
            for place in sorted(texts[text]):
                ET.SubElement(message, "location", filename=f"../../{place}")
            ET.SubElement(message, "source").text = text.source
            if text.one or text.note:
                ET.SubElement(message, "extracomment").text = f"{ONE}{text.one}" if text.one else text.note
            forms = known.get(text)
            target = ET.SubElement(message, "translation", {} if forms else {"type": "unfinished"})
            if text.one:
                for form in forms or [""] * FORMS[language]:
                    ET.SubElement(target, "numerusform").text = form
            else:
                target.text = (forms or [""])[0]
    ET.indent(root, " " * 4)
    path.write_text(HEAD + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8")


def fields(text: str) -> set[str]:
    """The names of the placeholders of a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def problems(texts: dict[Text, set[str]], known: dict[Text, list[str]], language: str) -> list[str]:
    """What is wrong with a catalogue: texts without a translation, other placeholders, other forms."""
    found = []
    for text in sorted(texts, key=lambda text: text.source):
        forms = known.get(text)
        if forms is None:
            found.append(f"not translated: {text.source!r}")
            continue
        if len(forms) != (FORMS[language] if text.one else 1):
            found.append(f"{len(forms)} forms instead of {FORMS[language]}: {text.source!r}")
        wanted = fields(text.source)
        for form in forms:
            # a form for exactly one may spell the number out
            if fields(form) != wanted and not (text.one and fields(form) | {"n"} == wanted | {"n"}):
                found.append(f"other placeholders: {text.source!r} is {form!r}")
    return found


def compile_catalogue(path: Path) -> None:
    """Make the `.qm` file beside a catalogue."""
    import PySide6

    tools = Path(PySide6.__file__).parent
    program = next(
        p
        for p in (tools / "lrelease", tools / "lrelease.exe", tools / "Qt" / "libexec" / "lrelease")
        if p.exists()
    )
    subprocess.run([program, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)


def main(arguments: list[str] | None = None) -> int:
    """Bring every catalogue up to date; 1 where something is missing."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="change nothing")
    options = parser.parse_args(arguments)
    errors = messages.collect(ROOT)
    texts = collect() | collect_errors(errors)
    count = len(errors.unknown)
    sys.stdout.writelines(f"cannot be collected: {line}\n" for line in errors.unknown)
    if not options.check:
        (ROOT / "resources" / INDEX).write_text(index_of(errors), encoding="utf-8")
    for language in (language.code for language in LANGUAGES if language.code != "en"):
        path = FOLDER / f"gkdt_{language}.ts"
        known = read(path)
        if not options.check:
            FOLDER.mkdir(exist_ok=True)
            write(path, language, texts, known)
            compile_catalogue(path)
        found = problems(texts, known, language)
        count += len(found)
        sys.stdout.write(f"{path.name}: {len(texts)} texts, {len(found)} problem(s)\n")
        sys.stdout.writelines(f"  {line}\n" for line in found)
    return 1 if count else 0


if __name__ == "__main__":
    raise SystemExit(main())
