"""What an annotation file holds, counted in one pass and little memory, and which pictures are there."""

from __future__ import annotations

import hashlib
import os
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gkdt_core.errors import DatasetError
from gkdt_core.progress import Checkpoint, no_checkpoint
from trainer.megakpt.json_stream import stream_records

_SECTIONS = ("images", "annotations", "categories")
_EXAMPLES = 3
"""So many records are named in a finding."""


@dataclass(frozen=True, slots=True)
class CategoryCount:
    """One category of an annotation file.

    Attributes:
        name: As the file has it.
        keypoints: Names of its keypoints; empty where the file gives none.
        instances: How many annotations it has.
        labelled: How many of them have a labelled keypoint.
    """

    name: str
    keypoints: tuple[str, ...]
    instances: int
    labelled: int


@dataclass(frozen=True, slots=True, eq=False)
class FileScan:
    """What one annotation file holds.

    Attributes:
        path: The file.
        names: (I,) int64, a hash of every picture's name, each once; see `name_hash`.
        annotated: (J,) int64, likewise of the pictures that have an annotation.
        instances: How many annotations there are.
        categories: In the order of their ids.
        problems: What contradicts itself, in words.
    """

    path: Path
    names: NDArray[np.int64]
    annotated: NDArray[np.int64]
    instances: int
    categories: tuple[CategoryCount, ...]
    problems: tuple[str, ...]

    @property
    def labelled(self) -> int:
        """How many annotations have a labelled keypoint."""
        return sum(category.labelled for category in self.categories)

    @property
    def used_categories(self) -> tuple[str, ...]:
        """Names of the categories that have an annotation."""
        return tuple(category.name for category in self.categories if category.instances)


def name_hash(name: str) -> int:
    """A 64-bit number for a picture's name; among a million names two share one once in 30 million times."""
    digest = hashlib.blake2b(name.replace("\\", "/").encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def scan_file(path: Path, checkpoint: Checkpoint = no_checkpoint) -> FileScan:
    """Counts what an annotation file holds; a picture costs 24 bytes, an annotation 16.

    Raises:
        DatasetError: The file cannot be read as a COCO dataset.
    """
    counter = _Counter(path)
    for section, record in stream_records(path, _SECTIONS, checkpoint):
        if not isinstance(record, dict):
            raise DatasetError(
                f'{path}: an entry of "{section}" is no record: {str(record)[:60]}.',
                hint="Choose a COCO keypoint file.",
            )
        counter.add(section, record)
    return counter.result()


class _Counter:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._images, self._hashes = array("q"), array("q")
        self._of_images = array("q")
        self._tallies: dict[int, list[int]] = {}
        self._categories: dict[int, tuple[str, tuple[str, ...]]] = {}
        self._wrong: dict[str, list[str]] = {}

    def add(self, section: str, record: dict[str, Any]) -> None:
        try:
            if section == "annotations":
                self._annotation(record)
            elif section == "images":
                self._images.append(record["id"])
                self._hashes.append(name_hash(record["file_name"]))
            else:
                names = record.get("keypoints") or ()
                self._categories[int(record["id"])] = (
                    str(record["name"]),
                    tuple(str(name) for name in names),
                )
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
            what = f'record {record.get("id", "without id")} of "{section}"'
            self._note("cannot be understood", f"{what} ({type(error).__name__}: {error})")

    def _annotation(self, record: dict[str, Any]) -> None:
        category, image = int(record["category_id"]), int(record["image_id"])
        tally = self._tallies.setdefault(category, [0, 0, 0])
        tally[0] += 1
        self._of_images.append(image)
        values = record.get("keypoints") or ()
        if values and isinstance(values[0], list):
            values = [number for triple in values for number in triple]
        if any(values[2::3]):
            tally[1] += 1
        if values:
            if tally[2] == 0:
                tally[2] = len(values)
            elif tally[2] != len(values):
                self._note(
                    "has another number of keypoints than its category", f"annotation {record.get('id')}"
                )

    def _note(self, what: str, which: str) -> None:
        found = self._wrong.setdefault(what, [])
        if len(found) <= _EXAMPLES:
            found.append(which)

    def result(self) -> FileScan:
        ids, hashes = np.array(self._images, np.int64), np.array(self._hashes, np.int64)
        asked = np.unique(np.array(self._of_images, np.int64))
        problems = [f"{', '.join(which[:_EXAMPLES])}: {what}" for what, which in self._wrong.items()]
        if len(np.unique(ids)) < len(ids):
            problems.append("two images share an id")
        unknown = asked[~np.isin(asked, ids)]
        if len(unknown):
            examples = ", ".join(map(str, unknown[:_EXAMPLES]))
            problems.append(
                f"annotations name {len(unknown):,} images that the file does not list ({examples})"
            )
        for category, tally in sorted(self._tallies.items()):
            if category not in self._categories:
                problems.append(f"annotations name category {category}, which the file does not define")
                continue
            name, keypoints = self._categories[category]
            if keypoints and tally[2] and tally[2] != 3 * len(keypoints):
                problems.append(
                    f'category "{name}" names {len(keypoints)} keypoints, '
                    f"its annotations have {tally[2] / 3:g}"
                )
        annotated = hashes[np.isin(ids, asked)] if len(ids) == len(hashes) else hashes[:0]
        counts = []
        for identity, (name, keypoints) in sorted(self._categories.items()):
            tally = self._tallies.get(identity, [0, 0, 0])
            if not keypoints and tally[2]:
                keypoints = tuple("" for _ in range(tally[2] // 3))
            counts.append(CategoryCount(name, keypoints, tally[0], tally[1]))
        return FileScan(
            self._path,
            np.unique(hashes),
            np.unique(annotated),
            len(self._of_images),
            tuple(counts),
            tuple(problems),
        )


def count_distinct(parts: Iterable[NDArray[np.int64]]) -> int:
    """How many different numbers there are in several arrays."""
    arrays = list(parts)
    return len(np.unique(np.concatenate(arrays))) if arrays else 0


def missing_pictures(names: NDArray[np.int64], roots: Sequence[Path]) -> int:
    """How many of the pictures (`FileScan.names`) lie in none of the folders.

    A name may be relative to a folder or to the one above it ("train2017/1.jpg" for .../images/train2017).
    """
    there = array("q")
    for root in roots:
        above = root.name + "/"
        for folder, _, files in os.walk(root):
            inside = Path(folder).relative_to(root).as_posix()
            prefix = "" if inside == "." else inside + "/"
            for file in files:
                there.append(name_hash(prefix + file))
                there.append(name_hash(above + prefix + file))
    return int((~np.isin(names, np.array(there, np.int64))).sum())
