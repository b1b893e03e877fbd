"""What somebody meant who chose a part of a dataset, or the folder around its one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gkdt_core.errors import DatasetError
from gkdt_core.formats.registry import FORMATS, Format, format_at

_PARTS = frozenset({"images", "labels"})
_SUFFIXES = (".json", ".xml")
_INSIDE = ("", "annotations")
"""Folders in which the file of a dataset lies, from its own."""
_HIGHEST = 4
"""Folders above a part of a dataset that may be its own: "set/labels/train/video 1"."""
_MOST_LOOKED_AT = 50
"""Files of a folder; one with more has a file for each image."""
_MOST_NAMED = 4


def annotations_at(path: Path, form: Format | None = None) -> tuple[Format, Path]:
    """The format of a dataset, and its file or folder: `path`, what it is a part of, or what lies in it.

    A folder "labels" or "images", what is in one, and a label file mean the YOLO-pose dataset above; a
    folder with one JSON or XML file of annotations means that file.

    Args:
        path: What somebody chose.
        form: The format that somebody named; None to tell it.

    Raises:
        DatasetError: There is nothing, nothing that any format knows, or more than one file.
    """
    if path.exists() and not _fits(path, form):
        found = _yolo_around(path) if form in (None, FORMATS["yolo"]) else None
        found = found or _file_in(path, form)
        if found is not None:
            return (form or format_at(found)), found
    return (form or format_at(path)), path


def _fits(path: Path, form: Format | None) -> bool:
    known: tuple[Callable[[Path], bool], ...] = tuple(
        entry.recognises for entry in ([form] if form else FORMATS.values())
    )
    try:
        return any(recognises(path) for recognises in known)
    except OSError:
        return False


def _yolo_around(path: Path) -> Path | None:
    folder = path if path.is_dir() else path.parent
    if path.is_file() and path.suffix.lower() != ".txt":
        return None
    around = (folder, *folder.parents[:_HIGHEST])
    roots = [root for place, root in enumerate(around) if _PARTS & {part.name for part in around[:place]}]
    described = (root for root in roots if _fits(root / "data.yaml", FORMATS["yolo"]))
    complete = (root for root in roots if all((root / name).is_dir() for name in _PARTS))
    return next(described, None) or next(complete, None)


def _file_in(path: Path, form: Format | None) -> Path | None:
    """The one file of annotations in a folder.

    Raises:
        DatasetError: There are several.
    """
    if not path.is_dir():
        return None
    for name in _INSIDE:
        try:
            files = [file for file in sorted((path / name).iterdir()) if file.suffix.lower() in _SUFFIXES]
        except OSError:
            continue
        found = [file for file in files if _fits(file, form)] if len(files) <= _MOST_LOOKED_AT else []
        if len(found) > 1:
            names = ", ".join(file.name for file in found[:_MOST_NAMED])
            raise DatasetError(
                f'"{found[0].parent}" has {len(found)} files of annotations.',
                hint=f"Choose one of them: {names}{', …' if len(found) > _MOST_NAMED else ''}",
            )
        if found:
            return found[0]
    return None
