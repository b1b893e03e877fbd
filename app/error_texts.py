"""Errors in the language of the window.

The core writes its messages in English, where it raises them, and knows nothing of languages. The texts at
those places are collected as templates (packaging/messages.py) and translated in the catalogues; here the
template of a finished message is found again, what was filled in is read off, and the translation gets it.
What matches no template stays as it is, so at worst a message is English.

A message of another error inside a message is translated in its turn. Everything else that was filled in
(names, paths, numbers) is carried over letter by letter: where a message could be taken apart in two ways
with two different outcomes, it stays English.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from app import i18n
from gkdt_core.errors import GkdtError
from gkdt_core.paths import resource_path

log = logging.getLogger(__name__)

CONTEXT = "errors"
INDEX = "translations/messages.json"
NUMBER = "number"
TEXT = "text"
_IS_NUMBER = re.compile(r"[-+]?[\d.,]+(?:e[-+]?\d+)?|-?(?:inf|nan)", re.IGNORECASE)
_FIELD = re.compile(r"\{(\d+)\}")
_ENDS_A_PIECE = re.compile("[:,] ")
_ENDS_A_SENTENCE = re.compile(r"(?<=[.?]) ")
_STOPS = ".。"
LONGEST = 4_000
"""Characters of a message that is still looked at."""
MOST_WAYS = 64
"""Ways in which one template may fit; with more the text says too little of what it is."""
MOST_STEPS = 1_000
"""Ways and texts in texts that are looked at for one message, before it stays English: some ms."""
DEEPEST = 4
"""Messages inside messages."""


@dataclass(frozen=True, slots=True)
class Template:
    """A message with its fields.

    Attributes:
        source: As the catalogues know it.
        kinds: Of each field: "number", "text" (may be a known message itself), or "".
        literals: The text before the first field, between the fields, and after the last.
        is_whole: Whether it is a message; else it is only met inside of one.
    """

    source: str
    kinds: tuple[str, ...]
    literals: tuple[str, ...]
    is_whole: bool = True

    @classmethod
    def parsed(cls, source: str, kinds: tuple[str, ...], *, is_whole: bool = True) -> Template:
        """The template of a text of the catalogues."""
        pieces = _FIELD.split(source)[::2]
        literals = tuple(p.replace("{{", "{").replace("}}", "}") for p in pieces)
        return cls(source, kinds, literals, is_whole)

    @property
    def weight(self) -> int:
        """How much of it is its own; below nothing where that is punctuation, which explains no message."""
        return sum(map(len, self.literals)) if self.has_words else -1

    @property
    def has_words(self) -> bool:
        return any(map(str.isalpha, "".join(self.literals)))

    def taken_apart(self, text: str) -> Iterator[tuple[str, ...]]:
        """Every way in which `text` can be this template, filled in."""
        first, *others = self.literals
        if not text.startswith(first):
            return
        if not others:
            if text == first:
                yield ()
            return
        if not text.endswith(others[-1]) or len(text) < len(first) + len(others[-1]):
            return
        yield from self._rest(text, len(first), 0, ())

    def _rest(self, text: str, start: int, index: int, taken: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        literal = self.literals[index + 1]
        if index == len(self.kinds) - 1:
            end = len(text) - len(literal)
            if end >= start and self._fits(index, text[start:end]):
                yield (*taken, text[start:end])
            return
        end = text.find(literal, start)
        while end >= 0:
            if self._fits(index, text[start:end]):
                yield from self._rest(text, end + len(literal), index + 1, (*taken, text[start:end]))
            end = text.find(literal, end + 1)

    def _fits(self, index: int, value: str) -> bool:
        kind = self.kinds[index]
        if kind == NUMBER:
            return _IS_NUMBER.fullmatch(value) is not None
        # "annotation {0}" must not take "annotation 5, keypoint 3: ..." for its own
        return self.is_whole or kind == TEXT or self._is_quoted(index) or not _ENDS_A_PIECE.search(value)

    def _is_quoted(self, index: int) -> bool:
        return self.literals[index].endswith('"') and self.literals[index + 1].startswith('"')

    def doubts(self, values: tuple[str, ...]) -> int:
        """How many of the fields in quotation marks hold one: the fewer, the likelier it was meant so."""
        return sum('"' in value and self._is_quoted(index) for index, value in enumerate(values))


class Templates:
    """All templates; the most special is tried first."""

    def __init__(self, templates: Iterable[Template]) -> None:
        ordered = sorted(templates, key=lambda t: -t.weight)
        self._rows = tuple((max(t.literals, key=len), t) for t in ordered)

    def __iter__(self) -> Iterator[Template]:
        return (template for _, template in self._rows)

    def translated(self, text: str) -> str | None:
        """`text` in the language of the window; None where it is not known or could mean two things."""
        if len(text) > LONGEST:
            return None
        search = _Search(self._rows)
        found = search.of(text, 0)
        return None if found is None or search.is_exhausted else found.text


@dataclass(frozen=True, slots=True)
class _Found:
    """A translation, and how many characters of the English text were known."""

    text: str
    weight: int


class _Search:
    """Looks for the templates of one message; of several the one that explains most of it is meant."""

    def __init__(self, rows: tuple[tuple[str, Template], ...]) -> None:
        self._rows = rows
        self._known: dict[tuple[str, int], _Found | None] = {}
        self._steps = 0

    @property
    def is_exhausted(self) -> bool:
        """Whether too much was tried, so that nothing that was found can be relied on."""
        return self._steps > MOST_STEPS

    def of(self, text: str, depth: int) -> _Found | None:
        """`text` in the language of the window."""
        self._steps += 1
        if depth > DEEPEST or not text or self.is_exhausted:
            return None
        key = (text, depth)
        if key not in self._known:
            candidates = [
                found
                for needle, template in self._rows
                if needle in text and (depth or template.is_whole)
                for found in self._as(template, text, depth)
            ]
            self._known[key] = _the_best(candidates) if candidates else self._sentences(text, depth)
        return self._known[key]

    def _as(self, template: Template, text: str, depth: int) -> list[_Found]:
        found: list[tuple[int, _Found]] = []
        for way, values in enumerate(template.taken_apart(text)):
            self._steps += 1
            if way == MOST_WAYS or self.is_exhausted:
                return []
            inner = [
                self._inside(value, depth) if kind == TEXT else None
                for value, kind in zip(values, template.kinds, strict=True)
            ]
            weight = sum(one.weight for one in inner if one is not None)
            if template.has_words or weight > 0:
                filled = [
                    one.text if one is not None else i18n.grouped(value) if kind == NUMBER else value
                    for value, one, kind in zip(values, inner, template.kinds, strict=True)
                ]
                new = _Found(_filled(template.source, filled), weight + template.weight)
                found.append((template.doubts(values), new))
        fewest = min((doubts for doubts, _ in found), default=0)
        return [one for doubts, one in found if doubts == fewest]

    def _inside(self, value: str, depth: int) -> _Found | None:
        """A text in a field, which may have lost its full stop to the text around it."""
        found = self.of(value, depth + 1)
        if found is None and value and value[-1] not in ".?":
            ended = self.of(f"{value}.", depth + 1)
            return None if ended is None else _Found(ended.text.rstrip(_STOPS), ended.weight)
        return found

    def _sentences(self, text: str, depth: int) -> _Found | None:
        """A message and its hint in one text, where both are known."""
        for space in _ENDS_A_SENTENCE.finditer(text):
            first = self.of(text[: space.start()], depth + 1)
            rest = None if first is None else self.of(text[space.end() :], depth + 1)
            if first is not None and rest is not None:
                return _Found(_together(first.text, rest.text), first.weight + rest.weight)
        return None


def _together(first: str, second: str) -> str:
    return f"{first}{'' if first.endswith('。') else ' '}{second}".strip()


def _the_best(candidates: list[_Found]) -> _Found | None:
    most = max(found.weight for found in candidates)
    best = [found for found in candidates if found.weight == most]
    return best[0] if len({found.text for found in best}) == 1 else None


def _filled(source: str, values: list[str]) -> str:
    translation = QCoreApplication.translate(CONTEXT, source)
    try:
        return translation.format(*values)
    except (IndexError, KeyError, ValueError):  # a catalogue from elsewhere must not stop the program
        log.warning("The translation of %r has other placeholders.", source)
        return source.format(*values)


@lru_cache(maxsize=1)
def templates() -> Templates:
    """What the catalogues know; read when the first message needs it."""
    parts = json.loads(resource_path(INDEX).read_text(encoding="utf-8"))
    return Templates(
        Template.parsed(source, tuple(kinds), is_whole=name == "messages")
        for name, rows in parts.items()
        for source, kinds in rows.items()
    )


def in_words(text: str) -> str:
    """A message or hint of the core in the language of the window; as it is where it is not known."""
    if i18n.spoken() == "en":
        return text
    return templates().translated(text) or text


def message_of(error: GkdtError) -> str:
    """What happened."""
    return in_words(error.message)


def hint_of(error: GkdtError) -> str:
    """What helps; "" where nothing does."""
    return in_words(error.hint)


def text_of(error: GkdtError) -> str:
    """What happened and what helps, in one line."""
    return _together(message_of(error), hint_of(error))


def reason_of(error: OSError) -> str:
    """Why the system did not do something."""
    return in_words(error.strerror or str(error))
