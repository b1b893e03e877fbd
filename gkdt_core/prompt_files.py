"""A prompt as a file to keep and to share: words, and marked images beside it.

The file is JSON; its images lie in its folder or below. A file may come from anybody: it can name no other
place, and nothing in it is believed before it has been checked. Coordinates are continuous, as inside the
program: the outer corner of the first pixel is (0, 0).
"""

from __future__ import annotations

import json
import math
import os
import re
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from gkdt_core.domain import Category
from gkdt_core.errors import AnnotationError, PromptError
from gkdt_core.geometry import Box
from gkdt_core.progress import Checkpoint, no_checkpoint

FORMAT, VERSION = "gkdt-prompt", 1
SUFFIX = ".gkdt-prompt.json"
SEPARATOR = ";"
_MOST_BYTES = 16 * 2**20
_MOST_SUPPORTS, _MOST_KEYPOINTS, _MOST_TEXT = 1_000, 10_000, 2_000
_MOST_PX = 10_000_000.0
_HINT = "Ask whoever made it for a new one, written by this program."

Point = tuple[float, float] | None


def synonyms(text: str) -> tuple[str, ...]:
    """The texts in "muzzle; tip of the nose", whose meanings are averaged; one alone is itself."""
    parts = tuple(dict.fromkeys(part.strip() for part in text.split(SEPARATOR) if part.strip()))
    return parts or (text,)


@dataclass(frozen=True, slots=True)
class MarkedImage:
    """An image that shows what to look for.

    Attributes:
        path: The image file, absolute.
        keypoints: N points in image coordinates, None where not marked.
        box: The object's box, or None.
    """

    path: Path
    keypoints: tuple[Point, ...]
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class PromptFile:
    """What a prompt file says.

    Attributes:
        category: Names, edges, pairs.
        texts: N texts, each perhaps of several synonyms.
        use_text, use_visual: Which modalities count.
        supports: The marked images.
    """

    category: Category
    texts: tuple[str, ...]
    use_text: bool = True
    use_visual: bool = True
    supports: tuple[MarkedImage, ...] = ()


def write_prompt(path: Path, prompt: PromptFile, *, checkpoint: Checkpoint = no_checkpoint) -> None:
    """Write a prompt and copy its images beside it, into "<name> images"; those that lie there already stay.

    Raises:
        PromptError: An image cannot be read, or the file cannot be written; nothing is half-written then.
    """
    folder = Path(os.path.abspath(path)).parent
    stem = path.name.removesuffix(SUFFIX).removesuffix(".json") or "prompt"
    names: dict[Path, str] = {}
    taken: set[str] = set()
    try:
        for number, support in enumerate(prompt.supports):
            checkpoint(number / len(prompt.supports))
            if support.path not in names:
                names[support.path] = _placed(support.path, folder, f"{stem} images", taken)
        record = {
            "format": FORMAT,
            "version": VERSION,
            "category": {
                "name": prompt.category.name,
                "supercategory": prompt.category.supercategory,
                "keypoints": list(prompt.category.keypoints),
                "skeleton": [[a + 1, b + 1] for a, b in prompt.category.edges],
                "pairs": [[a + 1, b + 1] for a, b in prompt.category.pairs],
            },
            "texts": list(prompt.texts),
            "use_text": prompt.use_text,
            "use_visual": prompt.use_visual,
            "supports": [
                {
                    "image": names[support.path],
                    "keypoints": [None if xy is None else list(xy) for xy in support.keypoints],
                    "box": None if support.box is None else list(support.box.as_xyxy()),
                }
                for support in prompt.supports
            ],
        }
        temporary = folder / f".{path.name[:100]}.{secrets.token_hex(4)}.part"
        try:
            with temporary.open("x", encoding="utf-8", newline="\n") as file:
                json.dump(record, file, ensure_ascii=False, indent=1, allow_nan=False)
                file.write("\n")
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, folder / path.name)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise PromptError(
            f'The prompt cannot be written to "{path}": {error.filename or ""} {error.strerror or error}.',
            hint="Check that its images are where they were, and choose a folder that you may write to.",
        ) from error


def _placed(image: Path, folder: Path, subfolder: str, taken: set[str]) -> str:
    """Where an image lies below `folder`, copied there if it does not yet."""
    own = Path(os.path.abspath(image))
    if own.resolve().is_relative_to(folder.resolve()) and own.is_relative_to(folder):
        return own.relative_to(folder).as_posix()
    target = folder / subfolder
    target.mkdir(exist_ok=True)
    stem, suffix, number = own.stem, own.suffix, 1
    name = f"{stem}{suffix}"
    while name.casefold() in taken or ((target / name).exists() and not _same_file(own, target / name)):
        number += 1
        name = f"{stem} {number}{suffix}"
    taken.add(name.casefold())
    if not (target / name).exists():
        part = target / f".{name[:100]}.{secrets.token_hex(4)}.part"
        try:
            shutil.copyfile(own, part)
            os.replace(part, target / name)
        finally:
            part.unlink(missing_ok=True)
    return f"{subfolder}/{name}"


def _same_file(one: Path, other: Path) -> bool:
    if one.stat().st_size != other.stat().st_size:
        return False
    return one.read_bytes() == other.read_bytes()


def read_prompt(path: Path) -> PromptFile:
    """The prompt of a file, its images' paths absolute. The images themselves are not opened.

    Raises:
        PromptError: The file cannot be read, says nothing sound, or names a place outside of its folder.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise _unsound(path, "it is too large")
        record = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise PromptError(
            f'"{path}" cannot be read: {error.strerror or error}.', hint="Check the file and its permissions."
        ) from error
    except (ValueError, RecursionError) as error:
        raise _unsound(path, f"it is no JSON ({error})") from error
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise _unsound(path, 'its "format" is another')
    if record.get("version") != VERSION:
        raise PromptError(
            f'"{path.name}" was written by a newer version of this program.', hint="Update the program."
        )
    category = _category(path, record.get("category"))
    texts = record.get("texts", list(category.keypoints))
    if not _is_texts(texts, len(category)):
        raise _unsound(path, f"its texts are not {len(category)} texts")
    supports = record.get("supports", [])
    if not isinstance(supports, list) or len(supports) > _MOST_SUPPORTS:
        raise _unsound(path, "its supports are no list of sensible length")
    flags = [record.get(key, True) for key in ("use_text", "use_visual")]
    if not all(isinstance(flag, bool) for flag in flags):
        raise _unsound(path, "what counts is neither true nor false")
    marked = tuple(_support(path, number, one, len(category)) for number, one in enumerate(supports, start=1))
    return PromptFile(category, tuple(texts), flags[0], flags[1], marked)


def _unsound(path: Path, why: str) -> PromptError:
    return PromptError(f'"{path.name}" is no sound prompt file: {why}.', hint=_HINT)


def _is_texts(values: Any, count: int) -> bool:
    return (
        isinstance(values, list)
        and len(values) == count
        and all(isinstance(value, str) and len(value) <= _MOST_TEXT for value in values)
    )


def _category(path: Path, record: Any) -> Category:
    if not isinstance(record, dict):
        raise _unsound(path, "it has no category")
    keypoints = record.get("keypoints")
    name, group = record.get("name"), record.get("supercategory", "")
    if not isinstance(keypoints, list) or not 0 < len(keypoints) <= _MOST_KEYPOINTS:
        raise _unsound(path, "its keypoints are no list of sensible length")
    if (
        not isinstance(name, str)
        or not isinstance(group, str)
        or not _is_texts([*keypoints, name, group], len(keypoints) + 2)
    ):
        raise _unsound(path, "its names are no texts")
    links = []
    for key in ("skeleton", "pairs"):
        found = record.get(key, [])
        if not isinstance(found, list) or not all(_is_link(link) for link in found):
            raise _unsound(path, f"its {key} are no pairs of numbers")
        links.append(tuple((a - 1, b - 1) for a, b in found))
    try:
        return Category(name, tuple(keypoints), links[0], links[1], group)
    except AnnotationError as error:
        raise _unsound(path, error.message.rstrip(".")) from error


def _is_link(link: Any) -> bool:
    return isinstance(link, list) and len(link) == 2 and all(type(end) is int for end in link)


def _support(path: Path, number: int, record: Any, count: int) -> MarkedImage:
    what = f"its support {number}"
    if not isinstance(record, dict):
        raise _unsound(path, f"{what} is no record")
    points, edges = record.get("keypoints"), record.get("box")
    if not isinstance(points, list) or len(points) != count:
        raise _unsound(path, f"{what} does not have {count} keypoints")
    marked = tuple(None if xy is None else _numbers(path, what, xy, 2) for xy in points)
    if not any(marked):
        raise _unsound(path, f"{what} marks nothing")
    box = None
    if edges is not None:
        x1, y1, x2, y2 = _numbers(path, what, edges, 4)
        if x2 <= x1 or y2 <= y1:
            raise _unsound(path, f"the box of {what} is empty")
        box = Box(x1, y1, x2, y2)
    return MarkedImage(
        _inside(path, record.get("image")), tuple((x[0], x[1]) if x else None for x in marked), box
    )


def _numbers(path: Path, what: str, values: Any, count: int) -> tuple[float, ...]:
    sound = isinstance(values, list) and len(values) == count
    if not sound or not all(type(v) in (int, float) and abs(v) <= _MOST_PX for v in values):
        raise _unsound(path, f"{what} has a place that is not {count} sensible numbers")
    numbers = tuple(float(value) for value in values)
    if not all(map(math.isfinite, numbers)):
        raise _unsound(path, f"{what} has a place that is no number")
    return numbers


def _inside(path: Path, name: Any) -> Path:
    """The image's file, which must lie in the prompt file's folder or below, links followed."""
    folder = Path(os.path.abspath(path)).parent
    if not isinstance(name, str) or not name or len(name) > _MOST_TEXT:
        raise _unsound(path, "an image has no name")
    parts = PurePosixPath(name).parts
    if (
        re.search(r"[\\:\x00-\x1f]", name)  # what another system would read as a drive or a folder
        or PurePosixPath(name).is_absolute()
        or ".." in parts
    ):
        raise _unsound(path, f"the image {name!r} lies outside of its folder")
    found = folder.joinpath(*parts)
    try:
        resolved = found.resolve()
    except (OSError, RuntimeError) as error:
        raise _unsound(path, f"the image {name!r} leads in a circle") from error
    if not resolved.is_relative_to(folder.resolve()):
        raise _unsound(path, f"the image {name!r} lies outside of its folder")
    if not resolved.is_file():
        raise PromptError(
            f'"{path.name}" needs the image "{name}", which is not there.',
            hint="A prompt file travels with the folder of its images.",
        )
    return found


def missing_marks(prompt: PromptFile, sizes_hw: Sequence[tuple[int, int]]) -> str:
    """What is wrong with marks on images of these (height, width), in words; "" when all lie inside."""
    for number, (support, (height, width)) in enumerate(zip(prompt.supports, sizes_hw, strict=True), start=1):
        for index, xy in enumerate(support.keypoints):
            if xy is not None and not (0 <= xy[0] <= width and 0 <= xy[1] <= height):
                name = prompt.category.keypoints[index]
                return f'support {number} marks "{name}" outside of its image, {width} x {height} px'
    return ""
