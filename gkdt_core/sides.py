"""What a keypoint's name says about left and right, in the languages and spellings that people label in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Of one form are the words that stand for each other in a mirror: "oreja izquierda" and "oreja derecha", but
# not "ojo izquierdo" and "oreja derecha". French has one word for the left of either gender.
_FORMS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "en": (("left",), ("right",)),
    "es o": (("izquierdo",), ("derecho",)),
    "es a": (("izquierda",), ("derecha",)),
    "es os": (("izquierdos",), ("derechos",)),
    "es as": (("izquierdas",), ("derechas",)),
    "fr": (("gauche",), ("droite", "droit")),
    "fr s": (("gauches",), ("droites", "droits")),
    "zh": (("左",), ("右",)),
    "de": (("links",), ("rechts",)),
    **{f"de {end}": ((f"link{end}",), (f"recht{end}",)) for end in ("e", "er", "es", "en", "em")},
}
_SHORT: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "es": (("izq", "izqdo", "izqda", "izdo", "izda"), ("der", "dcho", "dcha", "drcho", "drcha")),
    "lft": (("lft",), ("rgt", "rt", "rht")),
    "lt": (("lt",), ("rt",)),
}
_WORDS = {
    word: (form, side)
    for form, both in _FORMS.items()
    for side, words in zip(("left", "right"), both, strict=True)
    for word in words
}
_OTHER = {word: _FORMS[form][side == "left"][0] for word, (form, side) in _WORDS.items()}
_latin = "|".join(sorted((word for word in _WORDS if word.isascii()), key=len, reverse=True))
# not \b: in COCO's "left_eye" the underscore is a word character. In "leftEye" and "eyeLeft" a capital letter
# divides the words; "bright" and "Leftover" say nothing. Chinese has no spaces to go by.
_SIDE = re.compile(
    rf"(?<![^\W\d_])(?:{_latin})(?![^\W\d_])"
    r"|(?-i:(?<![^\W\d_])(?:[Ll]eft|[Rr]ight)(?=[A-Z])|(?<=[a-z])(?:Left|Right)(?![a-z]))|左|右",
    re.IGNORECASE,
)
_SHORT_WORDS: dict[str, list[tuple[str, str]]] = {}
for _form, _both in _SHORT.items():
    for _side, _words_of_side in zip(("left", "right"), _both, strict=True):
        for _word in _words_of_side:
            _SHORT_WORDS.setdefault(_word, []).append((_form, _side))
_SHORT_WORD = re.compile(rf"(?<![^\W\d_])({'|'.join(_SHORT_WORDS)})(?![^\W\d_])", re.IGNORECASE)
_LETTER = re.compile(
    r"(?<![^\W_])[LRlr](?![^\W_])"  # l_eye, eye.R, mouth-l-corner
    r"|(?<=[a-z0-9])[LR](?=\d*(?:$|[\W_]))"  # eyeL, forelegL1, paw1L
    r"|^[LR](?=[A-Z][a-z])|^[lr](?=[A-Z])"  # LShoulder, lEye
    r"|(?<![^\W_])[LR](?=[FHM]?\d*(?![^\W_]))"  # L1, LF_paw
    r"|(?<=(?<![^\W_])[FHM])[LR](?![^\W_])"  # FL, HR_knee
)
_BESIDE = frozenset("lrcm")
"""Letters that may stand in the same place: left, right, centre, middle. With any other it is an alphabet."""


@dataclass(frozen=True, slots=True)
class Sided:
    """A name and what it says about sides.

    Attributes:
        neutral: The name with its sides blotted out, folded: two names that share it differ in sides only.
        sides: "left" or "right", in order.
    """

    neutral: str
    sides: tuple[str, ...]

    @property
    def in_mirror(self) -> Sided:
        """The same with every side exchanged."""
        return Sided(self.neutral, tuple("left" if side == "right" else "right" for side in self.sides))


def sides_in(name: str) -> list[str]:
    """Each "left" and "right" that a name says in words, in English whatever language it is in.

    Letters and short forms ("l_eye", "ojo izq") are not told: alone they may mean something else.
    """
    return [side for _, side in _said(name)]


def exchange_sides(name: str) -> str:
    """The name with every word for a side replaced by its opposite."""
    return _SIDE.sub(lambda found: _OTHER.get(found.group(0).casefold(), found.group(0)), name)


def sided(names: Sequence[str]) -> list[list[Sided]]:
    """For each name the ways to read its sides, none where it says nothing.

    Words count by themselves, letters and short forms only where the names together do not look like an
    alphabet ("point l" beside "point k").
    """
    return [_readings(name, names) for name in names]


def _readings(name: str, names: Sequence[str]) -> list[Sided]:
    folded = name.casefold()
    words = _said(name)
    if words:
        neutral = _SIDE.sub(_blotted, name).casefold()
        return [Sided(neutral, tuple(side for _, side in words))]
    found: list[Sided] = []
    short = list(_SHORT_WORD.finditer(name))
    if len(short) == 1:
        begin, end = short[0].span()
        for form, side in _SHORT_WORDS[short[0].group(0).casefold()]:
            found.append(Sided(f"{folded[:begin]}\0{form}\0{folded[end:]}", (side,)))
    letters = list(_LETTER.finditer(name))
    if len(letters) == 1:
        begin, end = letters[0].span()
        before, after = folded[:begin], folded[end:]
        if (before or after) and not _is_alphabet(before, after, names):
            case = "L" if letters[0].group(0).isupper() else "l"
            side = "left" if letters[0].group(0) in "lL" else "right"
            found.append(Sided(f"{before}\0{case}\0{after}", (side,)))
    return found


def _said(name: str) -> list[tuple[str, str]]:
    """(form, side) of each word; a match without case may be no word after all ("rıght")."""
    return [_WORDS[word] for found in _SIDE.findall(name) if (word := found.casefold()) in _WORDS]


def _blotted(found: re.Match[str]) -> str:
    word = found.group(0).casefold()
    return f"\0{_WORDS[word][0]}\0" if word in _WORDS else word


def _is_alphabet(before: str, after: str, names: Sequence[str]) -> bool:
    """Whether other letters than those for sides stand in the same place of other names."""
    for other in names:
        folded = other.casefold()
        is_like = folded.startswith(before) and folded.endswith(after)
        if is_like and len(folded) == len(before) + 1 + len(after):
            letter = folded[len(before)]
            if letter.isalpha() and letter not in _BESIDE:
                return True
    return False
