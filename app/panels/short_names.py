"""Names shortened so that they stay apart: what many of them have in common goes first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

_PIECES = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[\W_]")
"""A word, a number, or one character between them."""
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts without spaces: each character tells as much as a word."""
STEMS = (5, 3, 1)
"""How many letters stay of a word, one after the other."""
GAP = "…"


@dataclass(frozen=True, slots=True)
class _Cut:
    """A name in pieces, and which of them tell it from another name."""

    pieces: tuple[str, ...]
    telling: frozenset[int]


def short_names(names: Sequence[str], width_of: Callable[[str], int], room: int) -> Mapping[str, str]:
    """What stands for each name that is wider than the room; the others are left out.

    Args:
        names: All that have to be told from each other.
        width_of: How wide a text is, px.
        room: Into which each has to go, px.

    Returns:
        The shorter texts by name. The words that tell a name from another are the last to be shortened.
    """
    wide = [name for name in names if width_of(name) > room]
    if not wide:
        return {}
    pieces = {name: tuple(_pieces(name)) for name in names}
    seen: Counter[tuple[int, tuple[str, ...]]] = Counter()
    common: Counter[str] = Counter()
    for parts in pieces.values():
        seen.update((index, parts[:index] + parts[index + 1 :]) for index in range(len(parts)))
        common.update({part.casefold() for part in parts})
    shorter = {}
    for name in wide:
        parts = pieces[name]
        telling = {
            index for index in range(len(parts)) if seen[index, parts[:index] + parts[index + 1 :]] > 1
        }
        cut = _Cut(parts, frozenset(telling))
        shorter[name] = _shortened(cut, common, lambda text: width_of(text) <= room)
    return shorter


def _pieces(name: str) -> list[str]:
    found: list[str] = []
    for piece in _PIECES.findall(name):
        found += list(piece) if _WIDE.search(piece) else [piece]
    return found


def _shortened(cut: _Cut, common: Mapping[str, int], fits: Callable[[str], bool]) -> str:
    last = max(cut.telling, default=-1)
    if cut.telling:
        head = "".join(cut.pieces[: last + 1])
        if fits(head + GAP):  # all that tells it apart stands in front: the end can go
            return _ending(cut.pieces, last + 1, fits)
    words = [index for index, piece in enumerate(cut.pieces) if piece.isalnum() or len(piece) > 1]
    # the most common first; of two alike the later one, for reading begins in front
    words.sort(key=lambda index: (-common[cut.pieces[index].casefold()], -index))
    dull = [index for index in words if index not in cut.telling]
    rest = [index for index in words if index in cut.telling]
    pieces = list(cut.pieces)
    ways = [(dull, stem) for stem in (*STEMS, 0)] + [(rest, stem) for stem in STEMS]
    for indices, stem in ways:
        for index in indices:
            pieces[index] = _stem(cut.pieces[index], stem)
            text = _joined(pieces)
            if fits(text):
                return text
    return _ending(tuple(pieces), 0, fits)


def _ending(pieces: tuple[str, ...], start: int, fits: Callable[[str], bool]) -> str:
    """As much from the front as there is room for."""
    whole = "".join(pieces)
    kept = len("".join(pieces[:start]))
    while kept < len(whole) and fits(whole[: kept + 1].rstrip() + GAP):
        kept += 1
    return whole[:kept].rstrip() + GAP


def _stem(word: str, letters: int) -> str:
    if letters == 0:
        return GAP
    return word if len(word) <= letters + 1 or word.isdigit() else word[:letters] + "."


def _joined(pieces: Sequence[str]) -> str:
    """The pieces as one text, with one "…" for what goes in a row."""
    text = "".join(pieces)
    return re.sub(r"…[\W_]*(?=…)", "", text).replace("… ", GAP).replace(" …", GAP).replace(".…", GAP)
