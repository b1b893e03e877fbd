"""Which colour a keypoint has: cool on the left, warm on the right, neutral between; pure functions."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from gkdt_core.domain import Category


class Side(IntEnum):
    """On which side of the object a keypoint is, by the object's own left and right."""

    MIDLINE = 0
    LEFT = 1
    RIGHT = 2


# Chosen in OKLCH with equal steps of lightness (about 0.67, 0.78, 0.89), so that left and right of one
# level are equally bright. Blue against orange is the axis that deuteranopes and protanopes keep.
_BY_SIDE: dict[Side, tuple[str, str, str]] = {
    Side.LEFT: ("#4597f5", "#2bc0fa", "#8aebf3"),
    Side.RIGHT: ("#ee6f47", "#ffa23f", "#fbd94a"),
    Side.MIDLINE: ("#adb0b4", "#d4d6d9", "#ffffff"),
}
_WITHOUT_SIDES = ("#b179eb", "#5fe3b4", "#f072b3", "#d0e56a", "#8f9cf5")
"""For a category in which nothing is left or right: there is no side to show, so hues tell points apart."""
_NEUTRAL_EDGE = "#d4d6d9"

_APART = 10.0
"""Two keypoints whose CIE lightness differs by so much are told apart; more is no better."""


def _lightness(code: str) -> float:
    """CIE L* of "#rrggbb", 0 to 100."""
    channels = [int(code[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * luminance ** (1 / 3) - 16 if luminance > 216 / 24389 else luminance * 24389 / 27


_LIGHTNESS = {side: tuple(_lightness(colour) for colour in row) for side, row in _BY_SIDE.items()}

COLOURS: tuple[str, ...] = (*(c for row in _BY_SIDE.values() for c in row), *_WITHOUT_SIDES)
"""Every colour a keypoint can have, "#rrggbb"; marks refer to them by their place here."""

_LEFT_WORDS = {"left", "l", "lft", "links", "linke", "linker", "linkes", "gauche", "izquierdo", "izquierda"}
_RIGHT_WORDS = {"right", "r", "rgt", "rechts", "rechte", "rechter", "rechtes", "droite", "droit"}
_RIGHT_WORDS |= {"derecho", "derecha"}
_WORD = re.compile(r"[A-Z]?[a-zà-ÿ]+|[A-Z]+(?![a-z])|\d+")


def side_of_name(name: str) -> Side:
    """The side that a name's words tell: "left eye", "EyeL", "l_hip", "左眼"."""
    words = [word.casefold() for word in _WORD.findall(name)]
    left = "左" in name or any(word in _LEFT_WORDS for word in words)
    right = "右" in name or any(word in _RIGHT_WORDS for word in words)
    if left == right:
        return Side.MIDLINE
    return Side.LEFT if left else Side.RIGHT


@lru_cache(maxsize=256)
def sides(category: Category) -> tuple[Side, ...]:
    """The side of each keypoint: from the category's left-right pairs, else from its name."""
    found = [side_of_name(name) for name in category.keypoints]
    for left, right in category.pairs:
        found[left], found[right] = Side.LEFT, Side.RIGHT
    return tuple(found)


@lru_cache(maxsize=256)
def levels(category: Category) -> tuple[int, ...]:
    """The lightness level 0, 1 or 2 of each keypoint; joined keypoints get different ones where possible."""
    count = len(category)
    joined: list[set[int]] = [set() for _ in range(count)]
    links = category.edges or tuple((i, i + 1) for i in range(count - 1))
    for a, b in links:
        joined[a].add(b)
        joined[b].add(a)
    chosen: dict[int, int] = {}
    used = {side: [0, 0, 0] for side in Side}
    by_side = sides(category)
    # The best connected first: they leave the fewest levels free.
    for index in sorted(range(count), key=lambda i: (-len(joined[i]), i)):
        near = [_LIGHTNESS[by_side[other]][chosen[other]] for other in joined[index] if other in chosen]
        tally = used[by_side[index]]
        ranked = [
            (-min([_APART, *(abs(own - other) for other in near)]), tally[level], -level, level)
            for level, own in enumerate(_LIGHTNESS[by_side[index]])
        ]
        level = min(ranked)[-1]  # apart enough, then the least used on this side, then the brightest
        chosen[index] = level
        tally[level] += 1
    return tuple(chosen[index] for index in range(count))


@lru_cache(maxsize=256)
def keypoint_colours(category: Category) -> tuple[str, ...]:
    """The colour of each keypoint, one of `COLOURS`: a person's choice, else by its side."""
    automatic = automatic_colours(category)
    chosen = category.colours or ("",) * len(automatic)
    return tuple(nearest_colour(own) if own else given for own, given in zip(chosen, automatic, strict=True))


@lru_cache(maxsize=256)
def nearest_colour(code: str) -> str:
    """The one of `COLOURS` nearest to "#rrggbb": a file from elsewhere may name any."""
    wanted = code.casefold()
    if wanted in COLOURS:
        return wanted
    return min(
        COLOURS, key=lambda known: sum((a - b) ** 2 for a, b in zip(_rgb(known), _rgb(code), strict=True))
    )


def _rgb(code: str) -> tuple[int, ...]:
    return tuple(int(code[start : start + 2], 16) for start in (1, 3, 5))


@lru_cache(maxsize=256)
def automatic_colours(category: Category) -> tuple[str, ...]:
    """The colour of each keypoint where nobody chose one, "#rrggbb": by its side."""
    by_side = sides(category)
    if all(side is Side.MIDLINE for side in by_side) and len(category) > 1:
        return tuple(_WITHOUT_SIDES[index % len(_WITHOUT_SIDES)] for index in range(len(category)))
    return tuple(_BY_SIDE[side][level] for side, level in zip(by_side, levels(category), strict=True))


@lru_cache(maxsize=256)
def edge_colours(category: Category) -> tuple[str, ...]:
    """The colour of each skeleton edge: that of its side, neutral where it joins both sides."""
    by_side = sides(category)
    result = []
    for a, b in category.edges:
        found = {by_side[a], by_side[b]} - {Side.MIDLINE}
        result.append(_BY_SIDE[found.pop()][1] if len(found) == 1 else _NEUTRAL_EDGE)
    return tuple(result)
