"""DeepLabCut's and Lightning Pose's labels: CollectedData*.csv, a row a picture, two columns a body part.

The header's rows are scorer, (individuals,) bodyparts, coords; a picture is one path in one column, or
folder, video and file in three. Body parts of the individual "single" belong to no animal.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from gkdt_core.domain import Category, guess_pairs
from gkdt_core.errors import DatasetError
from trainer.megakpt.converters.base import Converter, SourcePicture, SourceSplit, find_files, instance_of

_SINGLE = "single"


def _read(source: Path, split: str | None) -> Iterator[SourceSplit]:
    files = find_files(source, ("**/CollectedData*.csv",))
    if files:
        yield SourceSplit(split or "train", _all_pictures(source, files))


def _all_pictures(source: Path, files: list[Path]) -> Iterator[SourcePicture]:
    for path in files:
        yield from _pictures(source, path)


def _pictures(source: Path, path: Path) -> Iterator[SourcePicture]:
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            rows = [row for row in csv.reader(file) if row]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DatasetError(
            f"{path} cannot be read: {error}.", hint="Save it from DeepLabCut again."
        ) from error
    header = {row[0]: row for row in rows[:4] if row[0] in ("scorer", "individuals", "bodyparts", "coords")}
    if not {"scorer", "bodyparts", "coords"} <= header.keys():
        raise DatasetError(
            f"{path} has no header of scorer, bodyparts and coords.", hint="Save it from DeepLabCut again."
        )
    first = next((i for i, word in enumerate(header["coords"]) if word == "x"), 0)
    owners = header.get("individuals", ["animal"] * len(header["coords"]))
    columns: dict[str, dict[str, int]] = {}
    for column in range(first, len(header["coords"]), 2):
        if header["coords"][column : column + 2] != ["x", "y"]:
            raise DatasetError(
                f"{path}: columns {column + 1} and {column + 2} are not x and y.",
                hint="Choose the labels, not predictions.",
            )
        columns.setdefault(owners[column], {})[header["bodyparts"][column]] = column
    name = _object_name(path, source)
    categories = {owner: _category(name, owner, tuple(parts)) for owner, parts in columns.items()}
    for row in rows[len(header) :]:
        place = "/".join(part for part in row[:first] if part).replace("\\", "/")
        where = f"{path}: {place}"
        instances = tuple(
            instance_of(categories[owner], _values(row, list(parts.values()), where), where)
            for owner, parts in columns.items()
        )
        picture = _found(source, path, place)
        kept = place.removeprefix("labeled-data/")
        video = kept.rpartition("/")[0]
        yield SourcePicture(kept, picture, instances, extra={"video": video} if video else {})


def _values(
    row: list[str], columns: list[int], where: str
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """(N, 3): an empty cell is not labelled."""
    values = np.zeros((len(columns), 3))
    for index, column in enumerate(columns):
        cells = [cell.strip() for cell in row[column : column + 2]]
        if len(cells) == 2 and all(cell and cell.casefold() != "nan" for cell in cells):
            try:
                values[index] = float(cells[0]), float(cells[1]), 2
            except ValueError as error:
                raise DatasetError(f"{where}: {error}.", hint="Correct the cell.") from error
    return values


def _category(name: str, owner: str, parts: tuple[str, ...]) -> Category:
    title = f"{name}, single parts" if owner == _SINGLE else name
    return Category(title, parts, (), guess_pairs(parts), "animal_pose")


def _object_name(path: Path, source: Path) -> str:
    """The project's task in the config.yaml that is nearest above the table; else "animal"."""
    for folder in path.parents:
        for config in sorted(folder.glob("*config.yaml")):
            task = re.search(r"^Task:[ \t]*(\S.*?)[ \t]*$", config.read_text(encoding="utf-8"), re.MULTILINE)
            if task:
                return task.group(1)
        if folder == source:
            break
    return "animal"


def _found(source: Path, table: Path, place: str) -> Path:
    """The picture of a row: from the project's folder (above the table), or beside the table."""
    folders = [folder for folder in (table.parent, *table.parents) if folder.is_relative_to(source)]
    places = [folder / place for folder in folders] + [table.parent / Path(place).name]
    return next((path for path in places if path.is_file()), places[0])


CONVERTER = Converter("DeepLabCut or Lightning Pose labels", "DeepLabCut CSV", "CollectedData*.csv", _read)
