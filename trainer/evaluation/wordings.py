"""Other words for keypoints: synonyms, which should be understood, and wrong names, which should not.

A model that answers "left rear wheel" on a face as surely as "nose" does not read what it is asked.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from gkdt_core.errors import DatasetError
from gkdt_core.paths import resource_path
from trainer.data.dataset import CategoryData

GIVEN, SYNONYMS, WRONG = "given", "synonyms", "wrong"
WORDINGS = (GIVEN, SYNONYMS, WRONG)
_LARGEST_FILE = 4 << 20
_SIDES = ("left", "right")
_SMALL_WORDS = frozenset("a an and at by from in is near of on or the to with".split())


@dataclass(frozen=True, slots=True)
class Synonyms:
    """What else keypoints are called.

    Attributes:
        names: A whole name, folded -> phrases. A name without its side serves for both; "{side}" in a phrase
            is where the side goes, else it goes in front.
        words: A single word -> another, for names that are not among `names`.
    """

    names: Mapping[str, tuple[str, ...]]
    words: Mapping[str, str]

    def of(self, name: str) -> str:
        """Another name of the keypoint; the same one where none is known."""
        folded = _folded(name)
        for phrase in self.names.get(folded, ()):
            if _folded(phrase) != folded and "{side}" not in phrase:
                return phrase
        sides = [word for word in folded.split() if word in _SIDES]
        if len(sides) == 1:
            bare = " ".join(word for word in folded.split() if word not in _SIDES)
            for phrase in self.names.get(bare, ()):
                other = phrase if "{side}" in phrase else f"{{side}} {phrase}"
                filled = other.replace("{side}", sides[0])
                if _folded(filled) != folded:
                    return filled
        replaced = " ".join(self.words.get(word, word) for word in folded.split())
        return name if replaced == folded else replaced


def read_synonyms(path: Path | None = None) -> Synonyms:
    """The synonyms of a file, or those that ship with the program.

    A file is JSON: {"nose": "tip of the nose", "eye": ["{side} pupil", ...]}; or, like the program's own,
    {"names": {...}, "words": {...}}.

    Raises:
        DatasetError: The file cannot be read, or is not like that.
    """
    place = resource_path("text", "synonyms.json") if path is None else path
    try:
        if place.stat().st_size > _LARGEST_FILE:
            raise DatasetError(f"{place} is too large for a file of synonyms.")
        content: Any = json.loads(place.read_text(encoding="utf-8"))
    except OSError as error:
        raise DatasetError(f"{place} cannot be read: {error.strerror}.", hint="Check --synonyms.") from error
    except (ValueError, RecursionError) as error:
        raise DatasetError(f"{place} is not valid JSON: {error}.", hint="Check --synonyms.") from error
    if not isinstance(content, dict):
        raise _wrong(place, "it does not hold an object")
    whole = isinstance(content.get("names"), dict)
    names: dict[str, tuple[str, ...]] = {}
    for name, value in (content["names"] if whole else content).items():
        phrases = [value] if isinstance(value, str) else value
        if not isinstance(phrases, list) or not all(isinstance(p, str) and p.strip() for p in phrases):
            raise _wrong(place, f'what stands for "{name}" is no text')
        names[_folded(name)] = tuple(phrases)
    words = content.get("words", {}) if whole else {}
    if not isinstance(words, dict) or not all(isinstance(word, str) for word in words.values()):
        raise _wrong(place, '"words" are not texts')
    return Synonyms(names, {str(word).casefold(): other for word, other in words.items()})


def wordings_of(
    categories: Sequence[CategoryData],
    wanted: Sequence[str],
    synonyms: Synonyms | None = None,
    seed: int = 0,
) -> dict[str, dict[str, tuple[str, ...]]]:
    """For each wording asked for, except the names as given, and each "dataset/category" the N texts.

    Raises:
        DatasetError: Synonyms are wanted, and none of the keypoints has one.
    """
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    if SYNONYMS in wanted:
        known = synonyms or read_synonyms()
        found[SYNONYMS] = {
            data.key: tuple(known.of(name) for name in data.category.keypoints) for data in categories
        }
        if all(found[SYNONYMS][data.key] == data.category.keypoints for data in categories):
            raise DatasetError(
                "No synonym is known for any of these keypoints.",
                hint='Give a file with --synonyms: {"keypoint name": "another name", ...}.',
            )
    if WRONG in wanted:
        found[WRONG] = {data.key: wrong_names(data, seed) for data in categories}
    return found


def wrong_names(data: CategoryData, seed: int = 0) -> tuple[str, ...]:
    """N names of parts of something else: of things for what lives, of bodies for things.

    None shares a telling word with the category's own. The same for a category whenever it is asked; they
    repeat only where there are more keypoints than names.

    Args:
        data: The category.
        seed: Changes the choice.
    """
    own = _telling_words([data.category.name, *data.category.keypoints])
    pool = _parts_of_things() if data.category.supercategory in _LIVING else _parts_of_bodies()
    foreign = [name for name in pool if not _telling_words([name]) & own]
    digest = hashlib.sha256(f"{seed}:{data.key}".encode()).digest()[:8]
    order = np.random.default_rng(int.from_bytes(digest, "big")).permutation(len(foreign))
    return tuple(foreign[order[index % len(order)]] for index in range(len(data.category)))


_LIVING = frozenset("human_pose human_face human_limbs animal_pose animal_face insect_pose medical".split())
_THINGS = (
    "front wheel", "rear wheel", "headlight", "tail light", "door handle", "side mirror", "fog lamp",
    "mudguard", "window frame", "table leg", "chair leg", "armrest", "drawer knob", "bed post",
    "shelf board", "cupboard hinge", "curtain rod", "sleeve cuff", "trouser pocket", "shirt button",
    "roof gable", "balcony rail", "gate post", "stair step",
)  # fmt: skip
_SINGLE_THINGS = (
    "licence plate", "exhaust pipe", "fuel cap", "steering wheel", "seat cushion", "lamp shade", "chimney",
    "roof ridge", "door bell", "letter box", "garage door", "belt buckle", "collar button", "zip fastener",
    "flower bud", "leaf stalk", "tree trunk", "branch fork", "seed pod", "fruit stalk", "bottle cap",
    "teapot spout", "cup handle", "keyboard", "screen", "anchor", "mast", "propeller", "sail", "bicycle bell",
)  # fmt: skip
_BODY = (
    "ear", "eye", "eyebrow", "nostril", "shoulder", "elbow", "wrist", "hip", "knee", "ankle", "heel", "thumb",
    "toe", "paw", "hoof", "antenna", "horn", "cheek",
)  # fmt: skip
_SINGLE_BODY = ("nose", "chin", "tongue", "neck", "belly", "navel", "tail", "beak", "spine", "forehead")


def _parts_of_things() -> tuple[str, ...]:
    return _both_sides(_THINGS, _SINGLE_THINGS)


def _parts_of_bodies() -> tuple[str, ...]:
    return _both_sides(_BODY, _SINGLE_BODY)


def _both_sides(paired: Sequence[str], single: Sequence[str]) -> tuple[str, ...]:
    return (*(f"{side} {name}" for name in paired for side in _SIDES), *single)


def _telling_words(names: Sequence[str]) -> set[str]:
    words = {word for name in names for word in re.findall(r"[^\W\d_]+", name.casefold())}
    return words - _SMALL_WORDS - set(_SIDES)


def _folded(name: str) -> str:
    return " ".join(re.split(r"[\s_\-]+", name.strip().casefold()))


def _wrong(path: Path, what: str) -> DatasetError:
    return DatasetError(f"{path.name}: {what}.", hint='Write {"keypoint name": "another name", ...}.')
