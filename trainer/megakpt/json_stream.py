"""Records of a JSON file one by one, so that a file of gigabytes needs a few megabytes."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from gkdt_core.errors import DatasetError
from gkdt_core.progress import Checkpoint, no_checkpoint

CHUNK_BYTES = 1 << 20
MAX_RECORD = 64 << 20
"""Characters: one record that is longer is no record of an annotation file."""

_SPACE = " \t\r\n"


def stream_records(
    path: Path, sections: tuple[str, ...], checkpoint: Checkpoint = no_checkpoint
) -> Iterator[tuple[str, Any]]:
    """The entries of the lists named `sections` at the top of a JSON object, each as (section, entry).

    In the order of the file; other sections are read over.

    Raises:
        DatasetError: The file cannot be read, is not JSON, or a section is not a list; names file and place.
    """
    try:
        with path.open("rb") as file:
            yield from _Stream(path, file.read, path.stat().st_size, checkpoint).records(sections)
    except OSError as error:
        raise DatasetError(
            f"{path} cannot be read: {error.strerror or error}.", hint="Check its name and permissions."
        ) from error


def _refuse(name: str) -> float:
    raise ValueError(f"{name} is not allowed in JSON")


class _Stream:
    """The text of a file from a moving position on."""

    def __init__(self, path: Path, read: Callable[[int], bytes], size: int, checkpoint: Checkpoint) -> None:
        self._path, self._read, self._size, self._checkpoint = path, read, size, checkpoint
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._json = json.JSONDecoder(parse_constant=_refuse)
        self._text = ""
        self._at = 0
        self._dropped = 0
        self._bytes = 0
        self._ended = False

    def _error(self, what: str) -> DatasetError:
        place = self._dropped + self._at
        return DatasetError(
            f"{self._path}: {what} near character {place:,}.",
            hint="Choose a COCO keypoint file, or download it again: it may be cut off.",
        )

    def _fill(self, amount: int = CHUNK_BYTES) -> bool:
        """Reads on; False at the end of the file."""
        if self._ended:
            return False
        raw = self._read(amount)
        self._ended = not raw
        self._bytes += len(raw)
        self._dropped += self._at
        try:
            self._text = self._text[self._at :] + self._decode(raw, final=self._ended)
        except UnicodeDecodeError as error:
            raise self._error("this is not text in UTF-8") from error
        self._at = 0
        self._checkpoint(self._bytes / max(self._size, 1))
        return not self._ended

    def _next(self) -> str:
        """The next character that is not white space, not consumed; "" at the end."""
        while True:
            text, at = self._text, self._at
            while at < len(text) and text[at] in _SPACE:
                at += 1
            self._at = at
            if at < len(text):
                return text[at]
            if not self._fill():
                return ""

    def _expect(self, wanted: str) -> str:
        found = self._next()
        if not found or found not in wanted:
            expected = " or ".join(f'"{character}"' for character in wanted)
            raise self._error(f"expected {expected}, found {f'{found!r}' if found else 'the end'}")
        self._at += 1
        return found

    def _value(self) -> Any:
        """The next JSON value."""
        if not self._next():
            raise self._error("the file ends too early")
        amount = CHUNK_BYTES
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                # the words alone: the error holds all the text that has been read
                problem = str(error)
            except (ValueError, RecursionError) as error:
                raise self._error(f"a value cannot be read ({error})") from error
            else:
                # a number at the end of what has been read may go on
                if end < len(self._text) or self._ended:
                    self._at = end
                    return value
                problem = "the file ends too early"
            if len(self._text) - self._at > MAX_RECORD:
                raise self._error(f"a value is too long, or not JSON ({problem})")
            if self._ended:
                raise self._error(f"this is not valid JSON ({problem})")
            self._fill(amount)
            amount *= 2

    def records(self, sections: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        if self._next() != "{":
            raise self._error("this is not a COCO dataset: it does not begin with a JSON object")
        self._at += 1
        if self._next() == "}":
            return
        while True:
            key = self._value()
            if not isinstance(key, str):
                raise self._error(f"a name was expected, found {key!r}")
            self._expect(":")
            if self._next() == "[":
                for entry in self._entries():
                    if key in sections:
                        yield key, entry
            elif key in sections:
                raise self._error(f'"{key}" is not a list')
            else:
                self._value()
            if self._expect(",}") == "}":
                return

    def _entries(self) -> Iterator[Any]:
        self._at += 1
        if self._next() == "]":
            self._at += 1
            return
        while True:
            yield self._value()
            if self._expect(",]") == "]":
                return
