"""The datasets of MegaKPT, and those that a user adds by one line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gkdt_core.errors import DatasetError
from gkdt_core.paths import resource_path
from trainer.data.sampling import PoolEntry


@dataclass(frozen=True, slots=True)
class Split:
    """One annotation file of a dataset.

    Attributes:
        name: "train", "val", "test" or "finetune".
        file: Relative to the dataset's annotation folder.
        categories, instances: What the paper says of this split; None where it says nothing.
    """

    name: str
    file: str
    categories: int | None = None
    instances: int | None = None


@dataclass(frozen=True, slots=True)
class DatasetInfo:
    """What is known of one dataset.

    Attributes:
        id: Unique, in lower case.
        name: As the paper writes it.
        supercategory: Its group in sampling.
        categories, images, instances: The paper's counts; None for a dataset that a user added.
        keypoints: Least and most keypoints of a category; None for a dataset that a user added.
        image_roots: Folders of its pictures, relative to the root of MegaKPT (a user's: absolute).
        annotation_root: Folder of its annotation files, likewise.
        splits: Its annotation files.
        schemas: Ids of the ready-made categories whose keypoint names it uses; empty where they are unknown.
        source: Where it comes from, an address; empty for a dataset that a user added.
        note: How the paper splits it, and other remarks.
        released_with: Id of the dataset whose annotation files hold this one's too, or None.
    """

    id: str
    name: str
    supercategory: str
    categories: int | None
    images: int | None
    instances: int | None
    keypoints: tuple[int, int] | None
    image_roots: tuple[str, ...]
    annotation_root: str
    splits: tuple[Split, ...]
    schemas: tuple[str, ...] = ()
    source: str = ""
    note: str = ""
    released_with: str | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """What the paper says of all of it together; names and categories that datasets share count once."""

    datasets: int
    categories: int
    keypoint_names: int
    images: int
    instances: int


@dataclass(frozen=True, slots=True)
class Registry:
    """Datasets in the order of the paper's table, then those of the user."""

    datasets: tuple[DatasetInfo, ...]
    totals: Totals

    def __post_init__(self) -> None:
        known: set[str] = set()
        for dataset in self.datasets:
            if dataset.id in known:
                raise DatasetError(
                    f'Two datasets are called "{dataset.id}".', hint="Give one of them another name."
                )
            known.add(dataset.id)
        for dataset in self.datasets:
            if dataset.released_with is not None and dataset.released_with not in known:
                raise DatasetError(
                    f'Dataset "{dataset.id}" is released with "{dataset.released_with}", which is not there.',
                    hint="Correct the name.",
                )

    def dataset(self, identity: str) -> DatasetInfo:
        """The dataset with an id.

        Raises:
            DatasetError: There is none; the hint names the known ones.
        """
        for dataset in self.datasets:
            if dataset.id == identity:
                return dataset
        known = ", ".join(dataset.id for dataset in self.datasets)
        raise DatasetError(f'There is no dataset "{identity}".', hint=f"Known are: {known}.")

    def groups(self) -> tuple[tuple[DatasetInfo, ...], ...]:
        """The datasets that share annotation files, together; the one that names the files first."""
        return tuple(
            (first, *(other for other in self.datasets if other.released_with == first.id))
            for first in self.datasets
            if first.released_with is None
        )

    def supercategories(self) -> tuple[str, ...]:
        """Their names in the order of the table."""
        return tuple(dict.fromkeys(dataset.supercategory for dataset in self.datasets))

    def with_extra(self, lines: Iterable[str], base: Path) -> Registry:
        """The registry with a user's datasets added, one a line: see `extra_dataset`."""
        extra = tuple(extra_dataset(line, base) for line in lines)
        return Registry((*self.datasets, *extra), self.totals)

    def pool_entries(self) -> list[PoolEntry]:
        """What the samplers need, from the table's counts.

        The table does not say how many instances each category has, so a dataset's are shared out evenly.
        Datasets without counts (a user's) are left out.
        """
        entries: list[PoolEntry] = []
        for dataset in self.datasets:
            if dataset.instances is None or not dataset.categories:
                continue
            each, rest = divmod(dataset.instances, dataset.categories)
            for number in range(dataset.categories):
                size = each + (number < rest)
                entries.append(PoolEntry(dataset.supercategory, dataset.id, len(entries), size))
        return entries


@cache
def megakpt() -> Registry:
    """The 29 datasets of the paper."""
    return read_registry(resource_path("facts", "megakpt.json"))


def read_registry(path: Path) -> Registry:
    """The registry in a JSON file.

    Raises:
        DatasetError: The file cannot be read, or a record is not exactly as it should be.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DatasetError(f"{path} cannot be read: {error}.", hint="Install the program again.") from error
    top = _Record(content, f"{path.name}")
    top.text("about")
    counts = top.record("totals")
    totals = Totals(
        counts.count("datasets"),
        counts.count("categories"),
        counts.count("keypoint_names"),
        counts.count("images"),
        counts.count("instances"),
    )
    counts.end()
    datasets = tuple(_dataset(record) for record in top.records("datasets"))
    top.end()
    if len(datasets) != totals.datasets:
        raise DatasetError(
            f"{path.name} lists {len(datasets)} datasets, but says that there are {totals.datasets}.",
            hint="Correct one of them.",
        )
    return Registry(datasets, totals)


def read_extra_file(path: Path) -> tuple[str, ...]:
    """The lines of a user's registry file: one dataset each; empty lines and "#" comments do not count."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DatasetError(f"{path} cannot be read: {error}.", hint="Check its name and place.") from error
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def extra_dataset(line: str, base: Path) -> DatasetInfo:
    """A user's dataset from "NAME=DIR:SUPERCATEGORY", DIR relative to `base`.

    DIR has images/ and annotations/, and each annotations/SPLIT.json is a split.

    Raises:
        DatasetError: The line reads otherwise, or the folder is not there.
    """
    name, equals, rest = line.partition("=")
    place, colon, supercategory = rest.rpartition(":")  # the last one: "C:\\data" has a colon too
    name, place, supercategory = name.strip(), place.strip(), supercategory.strip()
    if not (equals and colon and name and place and supercategory):
        raise DatasetError(
            f'"{line}" does not say a dataset.',
            hint="Write NAME=DIR:SUPERCATEGORY, as in mice=data/mice:animal_pose.",
        )
    root = (base / place).absolute()
    files = sorted((root / "annotations").glob("*.json"))
    if not files:
        raise DatasetError(
            f'Dataset "{name}": {root} has no annotations/*.json.',
            hint='A dataset is a folder with "images" and "annotations/train.json".',
        )
    splits = tuple(Split(file.stem, file.name) for file in files)
    return DatasetInfo(
        name,
        name,
        supercategory,
        None,
        None,
        None,
        None,
        (str(root / "images"),),
        str(root / "annotations"),
        splits,
    )


class _Record:
    """A JSON object that is read key by key: a missing, unknown or mistyped one is an error."""

    def __init__(self, content: Any, where: str) -> None:
        if not isinstance(content, dict):
            raise DatasetError(f"{where} is not a record.", hint="Write it as a JSON object.")
        self._left: dict[str, Any] = dict(content)
        self._where = where

    def _take(self, key: str, kind: type, what: str) -> Any:
        if key not in self._left:
            raise DatasetError(f'{self._where}: "{key}" is missing.', hint=f"Give {what}.")
        value = self._left.pop(key)
        if not isinstance(value, kind) or isinstance(value, bool):
            raise DatasetError(f'{self._where}: "{key}" is {value!r}.', hint=f"Give {what}.")
        return value

    def text(self, key: str) -> str:
        return str(self._take(key, str, "a text"))

    def filled(self, key: str) -> str:
        value = self.text(key)
        if not value.strip():
            raise DatasetError(f'{self._where}: "{key}" is empty.', hint="Give a text.")
        return value

    def count(self, key: str) -> int:
        value = int(self._take(key, int, "a whole number"))
        if value < 1:
            raise DatasetError(f'{self._where}: "{key}" is {value}.', hint="Give a number above 0.")
        return value

    def count_or_none(self, key: str) -> int | None:
        if key in self._left and self._left[key] is None:
            del self._left[key]
            return None
        return self.count(key)

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._take(key, list, "a list of texts")
        if not all(isinstance(value, str) and value for value in values):
            raise DatasetError(f'{self._where}: "{key}" is {values!r}.', hint="Give a list of texts.")
        return tuple(values)

    def span(self, key: str) -> tuple[int, int]:
        values = self._take(key, list, "the least and the most")
        if len(values) != 2 or not all(type(v) is int for v in values) or not 1 <= values[0] <= values[1]:
            raise DatasetError(f'{self._where}: "{key}" is {values!r}.', hint="Give the least and the most.")
        return values[0], values[1]

    def text_or_none(self, key: str) -> str | None:
        if key in self._left and self._left[key] is None:
            del self._left[key]
            return None
        return self.filled(key)

    def record(self, key: str) -> _Record:
        return _Record(self._take(key, dict, "a record"), f"{self._where}: {key}")

    def records(self, key: str) -> list[_Record]:
        values = self._take(key, list, "a list of records")
        return [_Record(value, f"{self._where}: {key}[{i}]") for i, value in enumerate(values)]

    def end(self) -> None:
        if self._left:
            unknown = ", ".join(f'"{key}"' for key in self._left)
            raise DatasetError(f"{self._where}: {unknown} means nothing here.", hint="Remove it.")


def _dataset(record: _Record) -> DatasetInfo:
    dataset = DatasetInfo(
        id=record.filled("id"),
        name=record.filled("name"),
        supercategory=record.filled("supercategory"),
        categories=record.count("categories"),
        images=record.count("images"),
        instances=record.count("instances"),
        keypoints=record.span("keypoints"),
        image_roots=record.texts("image_roots"),
        annotation_root=record.filled("annotation_root"),
        splits=tuple(_split(split) for split in record.records("splits")),
        schemas=record.texts("schemas"),
        source=record.filled("source"),
        note=record.text("note"),
        released_with=record.text_or_none("released_with"),
    )
    record.end()
    return dataset


def _split(record: _Record) -> Split:
    split = Split(
        record.filled("name"),
        record.filled("file"),
        record.count_or_none("categories"),
        record.count_or_none("instances"),
    )
    record.end()
    return split
