"""What the command line says: results on stdout, the rest on stderr. The only place that writes there."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self, TextIO

from gkdt_core.errors import GkdtError
from gkdt_core.progress import Checkpoint

_BAR_WIDTH = 24
_REDRAW_S = 0.1


def say(text: str = "") -> None:
    """One line of a result, on stdout."""
    _write(sys.stdout, text + "\n")


def note(text: str) -> None:
    """One line about the work, on stderr, so that it does not mix with results."""
    _write(sys.stderr, text + "\n")


def complain(error: GkdtError | str, *, command: str = "gkdt") -> None:
    """An error as people read it: what happened, and below it what to do."""
    if isinstance(error, str):
        note(f"{command}: {error}")
        return
    note(f"{command}: {error.message}")
    if error.hint:
        note(f"  {error.hint}")


class Progress:
    """How far long work is and how long still, on one line of a terminal.

    Without a terminal (a log file, a pipe) it is a line at every tenth instead.
    """

    def __init__(self, total: int, what: str, *, stream: TextIO | None = None) -> None:
        self._total, self._what = total, what
        self._stream = sys.stderr if stream is None else stream
        self._terminal = self._stream.isatty()
        self._start = time.monotonic()
        self._drawn = float("-inf")
        self._done = 0
        self._tenths = 0
        self._width = 0

    def __enter__(self) -> Self:
        self.advance(0)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._terminal:
            self._draw()
            _write(self._stream, "\n")

    def advance(self, count: int = 1) -> None:
        """`count` more are done."""
        self._done += count
        if not self._terminal:
            tenths = 10 * self._done // self._total if self._total else 10
            if tenths > self._tenths:
                self._tenths = tenths
                _write(self._stream, self._line() + "\n")
        elif time.monotonic() - self._drawn >= _REDRAW_S:
            self._draw()

    def _draw(self) -> None:
        line = self._line()
        self._drawn = time.monotonic()
        _write(self._stream, "\r" + line.ljust(self._width))
        self._width = len(line)

    def _line(self) -> str:
        share = self._done / self._total if self._total else 1.0
        spent = time.monotonic() - self._start
        parts = [f"{self._done}/{self._total} {self._what}"]
        if self._done and spent > 0:
            rate = self._done / spent
            parts.append(f"{rate:.1f}/s" if rate >= 1 else f"{1 / rate:.1f} s each")
            parts.append(f"{_clock((self._total - self._done) / rate)} left")
        filled = round(_BAR_WIDTH * share)
        return f"[{'#' * filled}{'.' * (_BAR_WIDTH - filled)}] {', '.join(parts)}"


@contextmanager
def percent_bar() -> Iterator[Checkpoint]:
    """A checkpoint that draws how much of 100 % is done."""
    with Progress(100, "%") as progress:
        drawn = 0

        def checkpoint(share: float) -> None:
            nonlocal drawn
            now = int(100 * share)
            if now > drawn:
                progress.advance(now - drawn)
                drawn = now

        yield checkpoint


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # a program without a console, as on Windows' desktop
        return
    try:
        stream.write(text)
    except UnicodeEncodeError:  # a terminal with a small character set must not end the work
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()
