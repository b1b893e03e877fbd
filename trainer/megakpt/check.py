"""Whether the released layout is there, and whether what it holds is what the paper's table says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from gkdt_core.progress import Checkpoint, no_checkpoint
from gkdt_core.schemas import category_of_schema
from trainer.megakpt.registry import DatasetInfo, Registry
from trainer.megakpt.scan import FileScan, count_distinct, missing_pictures, scan_file

ROUNDED_TO = 1000
"""A count in the paper's table that is a multiple of this is taken as rounded (50,000 for 50,123)."""

ROUNDING = 0.02
"""How far a count may be from a rounded one and still agree, as a share of it."""

_EXAMPLES = 3


class Level(StrEnum):
    """How much a finding matters."""

    OK = "ok"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    level: Level
    text: str


@dataclass(frozen=True, slots=True)
class Presence:
    """What of a group of datasets (those that share annotation files) is on disk.

    Attributes:
        datasets: The group; the first names the files.
        missing_files: Annotation files that are not there.
        missing_folders: Picture folders that are not there or empty.
        annotations: How many annotation files the group has.
    """

    datasets: tuple[DatasetInfo, ...]
    missing_files: tuple[Path, ...]
    missing_folders: tuple[Path, ...]
    annotations: int

    @property
    def has_annotations(self) -> bool:
        return len(self.missing_files) < self.annotations

    @property
    def is_complete(self) -> bool:
        return not self.missing_files and not self.missing_folders


@dataclass(frozen=True, slots=True, eq=False)
class GroupCheck:
    """What was found in a group of datasets."""

    presence: Presence
    scans: tuple[tuple[str, FileScan], ...]
    findings: tuple[Finding, ...]

    @property
    def agrees(self) -> bool:
        return not any(finding.level is Level.PROBLEM for finding in self.findings)


def presence(group: tuple[DatasetInfo, ...], root: Path) -> Presence:
    """Which files and folders of a group are there; nothing is opened."""
    first = group[0]
    files = [root / first.annotation_root / split.file for split in first.splits]
    folders = [root / folder for folder in first.image_roots]
    return Presence(
        group,
        tuple(file for file in files if not file.is_file()),
        tuple(folder for folder in folders if not folder.is_dir() or not any(folder.iterdir())),
        len(files),
    )


def status(registry: Registry, root: Path) -> tuple[Presence, ...]:
    """`presence` of every group."""
    return tuple(presence(group, root) for group in registry.groups())


def check_group(
    group: tuple[DatasetInfo, ...],
    root: Path,
    *,
    pictures: bool = True,
    checkpoint: Checkpoint = no_checkpoint,
    scan: Callable[[Path, Checkpoint], FileScan] = scan_file,
) -> GroupCheck:
    """Compares a group's files with the table, one file at a time.

    The datasets of a group are not told apart in its files, so the sums of their counts are compared.

    Args:
        group: Datasets that share annotation files.
        root: Of the released layout.
        pictures: Whether to look for every picture.
        checkpoint: Gets the share of the current file.
        scan: Reads one file.

    Raises:
        DatasetError: A file is not a COCO dataset.
    """
    there = presence(group, root)
    first = group[0]
    findings: list[Finding] = []
    scans: list[tuple[str, FileScan]] = []
    for split in first.splits:
        path = root / first.annotation_root / split.file
        if path in there.missing_files:
            findings.append(Finding(Level.PROBLEM, f"{path} is missing"))
            continue
        found = scan(path, checkpoint)
        scans.append((split.name, found))
        findings += [Finding(Level.PROBLEM, f"{split.name}: {problem}") for problem in found.problems]
        if split.instances is not None:
            findings.append(_compared(f"{split.name}: instances", split.instances, [found.instances]))
        if split.categories is not None:
            findings.append(
                _compared(f"{split.name}: categories", split.categories, [len(found.used_categories)])
            )
    if scans and not there.missing_files:
        findings += _totals(group, [found for _, found in scans])
    if scans:
        findings += _keypoints(first, [found for _, found in scans])
    findings += [Finding(Level.PROBLEM, f"{folder} is missing or empty") for folder in there.missing_folders]
    if pictures and scans:
        findings.append(_pictures(first, root, [found for _, found in scans]))
    return GroupCheck(there, tuple(scans), tuple(findings))


def _totals(group: tuple[DatasetInfo, ...], scans: Sequence[FileScan]) -> list[Finding]:
    """The counts over all splits; of a dataset that a user added they are told, not compared."""
    listed = count_distinct(found.names for found in scans)
    annotated = count_distinct(found.annotated for found in scans)
    instances = sum(found.instances for found in scans)
    categories = len({name for found in scans for name in found.used_categories})
    first = group[0]
    if first.images is None or first.instances is None or first.categories is None:
        text = f"{listed:,} images, {instances:,} instances, {categories} categories"
        return [Finding(Level.OK, text)]
    # The table counts for some datasets every picture and for others those with an instance.
    return [
        _compared("images", sum(d.images or 0 for d in group), [annotated, listed]),
        _compared("instances", sum(d.instances or 0 for d in group), [instances]),
        _compared("categories", first.categories, [categories]),
    ]


def _compared(what: str, expected: int, counts: Sequence[int]) -> Finding:
    """Compares the table's count with what may be meant by it."""
    nearest = min(counts, key=lambda count: abs(count - expected))
    if nearest == expected:
        return Finding(Level.OK, f"{what}: {expected:,}")
    text = f"{what}: {nearest:,}, the table says {expected:,}"
    if expected % ROUNDED_TO == 0 and abs(nearest - expected) <= ROUNDING * expected:
        return Finding(Level.NOTE, f"{text} (rounded)")
    return Finding(Level.PROBLEM, text)


def _plain(name: str) -> str:
    return " ".join(name.replace("_", " ").casefold().split())


def _keypoints(dataset: DatasetInfo, scans: Sequence[FileScan]) -> list[Finding]:
    """Number and names of the keypoints of every category that is used."""
    used = [category for found in scans for category in found.categories if category.instances]
    # each name once, unless two files give it different keypoints
    categories = list({(category.name, category.keypoints): category for category in used}.values())
    known = {tuple(map(_plain, category_of_schema(schema, "object").keypoints)) for schema in dataset.schemas}
    wrong_count, wrong_names, nameless = [], [], []
    for category in categories:
        names = tuple(map(_plain, category.keypoints))
        if names in known:
            continue
        count = len(names)
        if dataset.keypoints and not dataset.keypoints[0] <= count <= dataset.keypoints[1]:
            wrong_count.append(f'"{category.name}" has {count}')
        elif known and not any(names):
            nameless.append(category.name)
        elif known:
            wrong_names.append(f'"{category.name}": {_difference(names, known)}')
    findings = []
    if wrong_count:
        expected = "-".join(map(str, dict.fromkeys(dataset.keypoints or ())))
        text = f"keypoints: the table says {expected}; {_listed(wrong_count)}"
        findings.append(Finding(Level.PROBLEM, text))
    if wrong_names:
        findings.append(Finding(Level.PROBLEM, f"keypoint names: {_listed(wrong_names)}"))
    if nameless:
        findings.append(Finding(Level.PROBLEM, f"keypoint names: none are given for {_listed(nameless)}"))
    if not findings and categories:
        counts = sorted({len(category.keypoints) for category in categories})
        told = "-".join(map(str, dict.fromkeys((counts[0], counts[-1]))))
        checked = "names as expected" if known else "their names are not in the table"
        findings.append(Finding(Level.OK, f"keypoints: {told}, {checked}"))
    return findings


def _difference(names: tuple[str, ...], known: set[tuple[str, ...]]) -> str:
    """Where the names leave the skeleton that is nearest to them."""

    def differing(other: tuple[str, ...]) -> int:
        return abs(len(other) - len(names)) + sum(a != b for a, b in zip(names, other, strict=False))

    nearest = min(sorted(known), key=differing)
    for number, (name, expected) in enumerate(zip(names, nearest, strict=False), start=1):
        if name != expected:
            return f'keypoint {number} is "{name}", expected "{expected}"'
    return f"{len(names)} names, expected {len(nearest)}"


def _listed(items: Sequence[str]) -> str:
    more = f" and {len(items) - _EXAMPLES} more" if len(items) > _EXAMPLES else ""
    return ", ".join(items[:_EXAMPLES]) + more


def _pictures(dataset: DatasetInfo, root: Path, scans: Sequence[FileScan]) -> Finding:
    roots = [root / folder for folder in dataset.image_roots]
    if len(roots) > 1:
        roots += sorted({folder.parent for folder in roots})
    missing = sum(missing_pictures(found.names, roots) for found in scans)
    total = sum(len(found.names) for found in scans)
    if missing:
        return Finding(Level.PROBLEM, f"{missing:,} of {total:,} pictures are missing")
    return Finding(Level.OK, f"all {total:,} pictures are there")
