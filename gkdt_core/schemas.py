"""Ready-made categories: type "horse", get its keypoints, edges and left-right pairs."""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from gkdt_core.domain import Category
from gkdt_core.errors import AnnotationError
from gkdt_core.paths import resource_path

LANGUAGES = ("es", "zh_CN")
"""Languages beside English that objects are found in: resources/schemas/names_*.json."""


@dataclass(frozen=True, slots=True)
class SchemaHit:
    """One ready-made category that a search found.

    Attributes:
        object_name: What the object is called; also the name of `category`.
        schema_id: The schema in resources/schemas; objects may share one, and one object may have several.
        category: Ready to use.
        is_correction: Found because its name is spelled almost like what was typed.
    """

    object_name: str
    schema_id: str
    category: Category
    is_correction: bool = False

    def called(self, object_name: str) -> SchemaHit:
        """The same skeleton for an object of another name."""
        return replace(self, object_name=object_name, category=replace(self.category, name=object_name))


@dataclass(frozen=True, slots=True)
class _Entry:
    """One way to find one schema."""

    key: str  # what is searched, folded by `_fold`
    object_name: str
    schema_id: str
    order: int  # 0: named by us for common objects, 1: MegaKPT, 2: alternatives
    is_alias: bool


def find_schemas(query: str, limit: int = 100, language: str = "") -> list[SchemaHit]:
    """The ready-made categories whose object name fits a query, best first.

    Case, accents and punctuation do not matter. A name that equals the query comes first, then names
    that contain its words, that begin with it, whose words begin like its words, that contain its letters. An
    empty query gives the common objects.

    Args:
        query: What a person typed.
        limit: How many at most.
        language: Of the window, for example "es": objects are found by its names for them, too.
    """
    folded = _fold(query)
    if not folded:
        entries = [entry for entry in _entries(language) if entry.order == 0 and not entry.is_alias]
        return _hits(entries, limit)
    ranked = [(rank, entry) for entry in _entries(language) if (rank := _rank(entry, folded)) is not None]
    if not ranked and folded.endswith("s"):
        return find_schemas(folded[:-1], limit, language)  # a plural
    ranked.sort(key=lambda pair: (pair[0], *_preference(pair[0], pair[1]), len(pair[1].key), pair[1].key))
    return _hits([entry for _, entry in ranked], limit)


_NEAR_SPELLING = 0.78
"""How alike two names are spelled at least (difflib's ratio) to be taken for a slip of the pen."""
_NEAR_SPELLING_OF_LONG = 0.7
_LONG = 7
_MOST_OF_A_SKELETON = 2


def nearest_schemas(object_name: str, limit: int = 12, language: str = "") -> list[SchemaHit]:
    """Ready-made categories for an object that has none of its own, nearest first.

    First names that are spelled almost like it, then what its words say it is (a "hoodie" is nearest to a
    long sleeved shirt, by the table in resources/schemas/kinds.json), then names that share its last word,
    each skeleton at most twice. A word of that table is no slip: a "house" is not a misspelt "horse". Nothing
    is offered for what has none of these.

    Args:
        object_name: What a person typed.
        limit: How many at most.
        language: Beside English, as for `find_schemas`.
    """
    folded = _fold(object_name)
    if not folded:
        return []
    by_key: dict[str, list[_Entry]] = {}
    for entry in _entries(language):
        by_key.setdefault(entry.key, []).append(entry)
    words = [singular for word in folded.split() for singular in (word, word.removesuffix("s"))]
    kinds = _kinds_of(words)
    slips: list[_Entry] = []
    if not any(word in kind["words"] for word in words for kind in _load_kinds()):
        slips = [entry for key in _spelled_like(folded, by_key) for entry in by_key[key]]
    found = [sorted(by_key[known], key=lambda entry: (entry.is_alias, entry.order))[0] for known in kinds]
    last = folded.split()[-1]
    if len(last) > 2:
        found += [entry for entry in _entries(language) if last in entry.key.split()]
    kept, used = list[_Entry](), dict[str, int]()
    for entry in slips + found:
        used[entry.schema_id] = used.get(entry.schema_id, 0) + 1
        if used[entry.schema_id] <= _MOST_OF_A_SKELETON:
            kept.append(entry)
    corrected = {(entry.object_name, entry.schema_id) for entry in slips}
    return [
        replace(hit, is_correction=(hit.object_name, hit.schema_id) in corrected)
        for hit in _hits(kept, limit)
    ]


def _spelled_like(folded: str, keys: Iterable[str]) -> list[str]:
    """The names that `folded` may be a slip for, nearest first; hardly anybody mistypes the first letter."""
    starts = folded[:2]
    likely = [key for key in keys if key[:1] == folded[0] or key[:2] == starts[::-1]]
    swapped = {
        folded[:place] + folded[place + 1] + folded[place] + folded[place + 2 :]
        for place in range(len(folded) - 1)
    }
    exact = [key for key in likely if key in swapped]
    # a slip weighs less in a long word
    cutoff = _NEAR_SPELLING if len(folded) < _LONG else _NEAR_SPELLING_OF_LONG
    return list(dict.fromkeys(exact + difflib.get_close_matches(folded, likely, n=4, cutoff=cutoff)))


def _kinds_of(words: list[str]) -> list[str]:
    """The folded names of objects that are of the kind of one of the words, the best first."""
    ranked: list[tuple[int, int, str]] = []
    for number, kind in enumerate(_load_kinds()):
        known = kind["words"]
        ranks = [0 for word in words if word in known]
        # "angelfish" is a fish; three letters are too few to tell ("tea-pot" is no pot of anything)
        ranks += [1 for word in words for end in known if len(end) > 3 and word.endswith(end) and word != end]
        if ranks:
            # of several kinds that have the word the one with the fewest others is the closest
            ranked.append((min(ranks), len(known) if min(ranks) == 0 else number, _fold(kind["object"])))
    return [name for _, _, name in sorted(ranked)]


def schema_for(object_name: str) -> Category:
    """The ready-made category of an object, by its exact name (case and accents do not matter).

    Raises:
        AnnotationError: There is none; the hint names the nearest.
    """
    folded = _fold(object_name)
    exact = [entry for entry in _entries("") if entry.key == folded]
    if exact:
        best = min(exact, key=lambda entry: _preference(0, entry))
        return _category(best.object_name, best.schema_id)
    near = [hit.object_name for hit in find_schemas(object_name, limit=3)]
    hint = f"Did you mean {' or '.join(near)}?" if near else "Name its keypoints yourself."
    raise AnnotationError(f'There is no ready-made category for "{object_name}".', hint=hint)


def category_of_schema(schema_id: str, object_name: str) -> Category:
    """An object with the keypoints of a schema, by the schema's id.

    Raises:
        AnnotationError: There is no such schema.
    """
    if schema_id not in _schemas():
        raise AnnotationError(
            f'There is no ready-made skeleton "{schema_id}".', hint="Name its keypoints yourself."
        )
    return _category(object_name, schema_id)


def known_skeletons() -> dict[str, tuple[str, ...]]:
    """The keypoint names of every ready-made skeleton by its id."""
    return {schema_id: tuple(schema["keypoints"]) for schema_id, schema in _schemas().items()}


def layout_of(names: Sequence[str]) -> tuple[tuple[float, float], ...] | None:
    """Where keypoints are drawn to look like the object: for each (x, y) in [0, 1], y downwards.

    None unless all the names, at least two, are of one skeleton that has been laid out.
    """
    for schema_id, points in _load_layouts().items():
        places = dict(zip(_schema(schema_id)["keypoints"], points, strict=True))
        if len(names) > 1 and all(name in places for name in names):
            return tuple((places[name][0], places[name][1]) for name in names)
    return None


def prompt_texts(schema_id: str, vocabulary: str) -> dict[str, str]:
    """Keypoint name -> the text that a model of a vocabulary ("bundled", "released") knows it by, where that
    is not the name."""
    found: dict[str, str] = dict(_load_prompt_texts()[vocabulary].get(schema_id, {}))
    schema = _schema(schema_id)
    if vocabulary == "released" and "prompt_texts" in schema:
        found |= dict(zip(schema["keypoints"], schema["prompt_texts"], strict=True))
    return found


def _rank(entry: _Entry, query: str) -> int | None:
    key = entry.key
    if key == query:
        return 0
    if key.startswith(query + " "):
        return 1
    words, asked = key.split(), query.split()
    if all(word in words for word in asked):
        return 2
    if key.startswith(query):
        return 3
    if all(any(word.startswith(piece) for word in words) for piece in asked):
        return 4
    return 5 if query in key else None


def _preference(rank: int, entry: _Entry) -> tuple[int, int]:
    """What comes first among entries of one rank. For the very words that a person typed a common skeleton
    comes first, also by another name: the bundled model has learned its names, not the released texts."""
    return (entry.order, entry.is_alias) if rank == 0 else (entry.is_alias, entry.order)


def _hits(entries: list[_Entry], limit: int) -> list[SchemaHit]:
    found: dict[tuple[str, str], SchemaHit] = {}
    for entry in entries:
        if len(found) >= limit:
            break
        identity = (entry.object_name, entry.schema_id)
        if identity not in found:
            found[identity] = SchemaHit(*identity, _category(*identity))
    return list(found.values())


def _fold(text: str) -> str:
    """Lower case, without accents, words separated by single spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain.casefold().replace("_", " ")))


def _load(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(resource_path("schemas", name).read_text(encoding="utf-8"))
    return content


@cache
def _load_kinds() -> tuple[dict[str, Any], ...]:
    return tuple(_load("kinds.json")["kinds"])


@cache
def _load_layouts() -> dict[str, list[list[float]]]:
    layouts: dict[str, list[list[float]]] = _load("layouts.json")["layouts"]
    return layouts


@cache
def _load_prompt_texts() -> dict[str, Any]:
    return _load("prompt_texts.json")


@cache
def _more() -> tuple[dict[str, Any], ...]:
    return tuple(_load("more_schemas.json")["schemas"])


@cache
def _schemas() -> dict[str, dict[str, Any]]:
    schemas = {schema["id"]: schema for schema in _load("keypoint_schemas.json")["schemas"]}
    schemas.update((schema["id"], schema) for schema in _more() if "schema_of" not in schema)
    return schemas


def _schema(schema_id: str) -> dict[str, Any]:
    return _schemas()[schema_id]


@cache
def _entries(language: str) -> tuple[_Entry, ...]:
    known = tuple(_list_entries())
    return known + tuple(_translated(known, language)) if language in LANGUAGES else known


def _translated(known: Iterable[_Entry], language: str) -> Iterator[_Entry]:
    """The ways to find schemas by another language's names of their objects, and of the objects' kinds: a
    "gorrión" finds every sparrow."""
    names = _names_in(language)
    for entry in known:
        phrase = _plain(entry.key if entry.is_alias else entry.object_name)
        words = phrase.split()
        for begin in range(len(words)):
            for name in names.get(" ".join(words[begin:]), ()):
                yield replace(entry, key=_fold(name), is_alias=entry.is_alias or begin > 0)


def name_in(object_name: str, language: str) -> str:
    """What an object is called in a language, or "" where nobody has translated it."""
    return next(iter(_names_in(language).get(_plain(object_name), ())), "") if language in LANGUAGES else ""


def _plain(object_name: str) -> str:
    """The folded name without what it says in brackets."""
    return _fold(re.sub(r"\(.*?\)", "", object_name))


@cache
def _names_in(language: str) -> dict[str, tuple[str, ...]]:
    """Folded English name -> the names in a language, the usual one first."""
    names: dict[str, str] = _load(f"names_{language}.json")["names"]
    return {_fold(key): tuple(name.strip() for name in text.split(",")) for key, text in names.items()}


def _list_entries() -> Iterator[_Entry]:
    for schema in _more():
        order = 0 if schema["common"] else 2
        for name in schema["names"]:
            yield _Entry(_fold(name), name, schema["id"], order, False)
        for alias in schema["aliases"]:
            name, colon, word = alias.partition(": ")
            found = (name, word) if colon else (schema["names"][0], alias)
            yield _Entry(_fold(found[1]), found[0], schema["id"], order, True)
    for name, schema_id in _load("category_index.json")["categories"].items():
        yield _Entry(_fold(name), name, schema_id, 1, False)


@cache
def _category(object_name: str, schema_id: str) -> Category:
    schema = _schema(schema_id)
    edges, pairs = (tuple((a - 1, b - 1) for a, b in schema[key]) for key in ("skeleton", "pairs"))
    return Category(object_name, tuple(schema["keypoints"]), edges, pairs, schema["supercategory"])
