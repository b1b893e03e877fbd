"""Progress lines for terminals and for logs, and texts that a terminal cannot show."""

from __future__ import annotations

import io
import sys

import pytest

from app.console import Progress, complain, say
from gkdt_core.errors import GkdtError


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_log_gets_a_line_at_every_tenth() -> None:
    stream = io.StringIO()
    with Progress(200, "images", stream=stream) as progress:
        for _ in range(200):
            progress.advance()
    lines = stream.getvalue().splitlines()
    assert len(lines) == 10
    assert "20/200 images" in lines[0]
    assert "200/200 images" in lines[-1]


def test_a_terminal_gets_one_line_that_ends_with_all_done() -> None:
    stream = Terminal()
    with Progress(50, "images", stream=stream) as progress:
        for _ in range(50):
            progress.advance()
    text = stream.getvalue()
    assert text.count("\n") == 1
    assert "50/50 images" in text.rsplit("\r", 1)[-1]


def test_nothing_to_do_is_no_error() -> None:
    with Progress(0, "images", stream=Terminal()) as progress:
        progress.advance(0)


def test_a_text_that_the_terminal_cannot_show_is_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    say("名前")
    assert raw.getvalue() == b"\\u540d\\u524d\n"


def test_a_program_without_a_console_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    complain(GkdtError("Broken.", hint="Mend it."))
