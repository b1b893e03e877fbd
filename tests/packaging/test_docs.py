"""The user guide says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from app.actions import ACTIONS, ActionSpec, Menu, plain_text
from gkdt_core.formats.features import Feature
from gkdt_core.formats.registry import FORMATS

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "user-guide.md").read_text(encoding="utf-8")
IN_WORDS = re.compile("keypoint_[1-9]|nudge_.*")
"""Rows that the guide tells in a sentence under the table."""


def _row(row: ActionSpec) -> str:
    menu = "Canvas" if row.menu is Menu.NONE else row.menu.value.replace("&", "")
    keys = ", ".join(f"`{key}`" for key in row.shortcuts)
    return f"| {menu} | {plain_text(row)} | {keys} |"


def test_table_of_keys_is_the_program_s() -> None:
    rows = [_row(row) for row in ACTIONS if row.shortcuts and not IN_WORDS.fullmatch(row.id)]
    table = "\n".join(["| Menu | What it does | Keys |", "| --- | --- | --- |", *rows])
    written = GUIDE.split("<!-- keys -->\n")[1].split("\n<!-- /keys -->")[0]
    assert written == table


def test_keys_told_in_words_are_the_program_s() -> None:
    told = {key for row in ACTIONS if IN_WORDS.fullmatch(row.id) for key in row.shortcuts}
    arrows = {
        f"{modifier}{way}" for modifier in ("", "Shift+", "Alt+") for way in ("Left", "Right", "Up", "Down")
    }
    assert told == arrows | {str(number) for number in range(1, 10)}


def test_table_of_what_formats_keep_is_the_program_s() -> None:
    forms = [form for form in FORMATS.values() if form.write is not None]
    rows = ["| What | " + " | ".join(form.id for form in forms) + " |", "| --- " * (len(forms) + 1) + "|"]
    for feature in Feature:
        cells = " | ".join("–" if feature in form.losses else "✓" for form in forms)
        rows.append(f"| {feature.value[0].upper()}{feature.value[1:]} | {cells} |")
    written = GUIDE.split("<!-- losses -->\n")[1].split("\n<!-- /losses -->")[0]
    assert written == "\n".join(rows)
