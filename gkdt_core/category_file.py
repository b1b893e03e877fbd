"""A category as a JSON file of its own: to keep, to pass on, to bring into another project."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gkdt_core.domain import Category, guess_pairs
from gkdt_core.errors import AnnotationError

FORMAT = "gkdt-category"
_MOST_BYTES = 16 * 2**20
_MOST_KEYPOINTS = 10_000


def write_category(path: Path, category: Category, texts: Sequence[str] = ()) -> None:
    """Write a category, with the N texts that prompt for its keypoints if any, whole or not at all.

    Keypoints are numbered from 1, as in COCO's `skeleton`.

    Raises:
        AnnotationError: The file cannot be written.
    """
    record: dict[str, Any] = {
        "format": FORMAT,
        "version": 1,
        "name": category.name,
        "supercategory": category.supercategory,
        "keypoints": list(category.keypoints),
        "skeleton": [[a + 1, b + 1] for a, b in category.edges],
        "pairs": [[left + 1, right + 1] for left, right in category.pairs],
    }
    if category.colours:
        record["colours"] = list(category.colours)
    if texts and tuple(texts) != category.keypoints:
        record["texts"] = list(texts)
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        with temporary.open("x", encoding="utf-8", newline="\n") as file:
            json.dump(record, file, ensure_ascii=False, indent=1)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise AnnotationError(
            f'The category cannot be written to "{path}": {error.strerror or error}.',
            hint="Choose a folder that you may write to, with room on its drive.",
        ) from error


def read_category(path: Path) -> tuple[Category, tuple[str, ...] | None]:
    """The category of a file and its prompt texts, None where the names prompt.

    Reads what `write_category` writes, one category of a COCO file as it is, and the first category with
    keypoints of a whole COCO file. Without "pairs" they are guessed from the names.

    Raises:
        AnnotationError: The file cannot be read, or says no sound category.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise AnnotationError(
                f'"{path.name}" is too large for a category.', hint="Import it as annotations instead."
            )
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise AnnotationError(
            f'"{path}" cannot be read: {error.strerror or error}.', hint="Check the file and its permissions."
        ) from error
    except (ValueError, RecursionError) as error:
        raise AnnotationError(
            f'"{path.name}" is no JSON file: {error}.', hint="Choose a file that this program has exported."
        ) from error
    record = _record(content)
    if record is None:
        raise AnnotationError(
            f'"{path.name}" holds no category with keypoints.',
            hint='A category is an object with "name" and a list of "keypoints".',
        )
    try:
        return _category(record)
    except (TypeError, ValueError) as error:
        raise AnnotationError(
            f'"{path.name}": the category makes no sense ({error}).', hint="Correct the file."
        ) from error


def _record(content: Any) -> dict[str, Any] | None:
    found = content.get("categories", content) if isinstance(content, dict) else content
    for record in found if isinstance(found, list) else [found]:
        if isinstance(record, dict) and isinstance(record.get("keypoints"), list) and record["keypoints"]:
            return record
    return None


def _category(record: dict[str, Any]) -> tuple[Category, tuple[str, ...] | None]:
    names = tuple(str(name).strip() for name in record["keypoints"][: _MOST_KEYPOINTS + 1])
    if len(names) > _MOST_KEYPOINTS:
        raise ValueError(f"more than {_MOST_KEYPOINTS} keypoints")
    pairs = _links(record, "pairs") if "pairs" in record else guess_pairs(names)
    colours = record.get("colours", [])
    if not (isinstance(colours, list) and all(isinstance(code, str) for code in colours)):
        raise TypeError('"colours" is no list of texts')
    category = Category(
        str(record.get("name", "")).strip(),
        names,
        tuple(dict.fromkeys(_links(record, "skeleton"))),
        pairs,
        str(record.get("supercategory") or ""),
        tuple(colours),
    )
    texts = record.get("texts")
    if texts is None:
        return category, None
    if not isinstance(texts, list) or len(texts) != len(names) or not all(isinstance(t, str) for t in texts):
        raise TypeError(f'"texts" is no list of {len(names)} texts')
    return category, tuple(text.strip() or name for text, name in zip(texts, names, strict=True))


def _links(record: dict[str, Any], key: str) -> tuple[tuple[int, int], ...]:
    links = record.get(key) or []
    if not isinstance(links, list):
        raise TypeError(f'"{key}" is no list')
    for link in links:
        if not (isinstance(link, list) and len(link) == 2 and all(type(end) is int for end in link)):
            raise TypeError(f'"{key}" has {link!r}, which is no pair of numbers')
    return tuple((a - 1, b - 1) for a, b in links)
