"""How MegaKPT, or what of it is on disk, is spread over super-categories and datasets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from trainer.megakpt.check import GroupCheck
from trainer.megakpt.registry import Registry
from trainer.megakpt.scan import count_distinct


@dataclass(frozen=True, slots=True)
class Row:
    """Counts of a dataset, of datasets that share their files, or of a super-category.

    Attributes:
        name: Whose counts.
        supercategory: Its super-category.
        categories, images, instances: The table's; 0 where it says nothing.
        found_categories, found_images, found_instances: On disk; 0 where nothing is.
        labelled: Instances on disk with a labelled keypoint: what training can use.
    """

    name: str
    supercategory: str
    categories: int
    images: int
    instances: int
    found_categories: int = 0
    found_images: int = 0
    found_instances: int = 0
    labelled: int = 0

    def to_dict(self) -> dict[str, str | int]:
        return asdict(self)


def dataset_rows(registry: Registry, checks: Mapping[str, GroupCheck]) -> tuple[Row, ...]:
    """One row for each group of datasets; `checks` by the id of a group's first dataset."""
    rows = []
    for group in registry.groups():
        first = group[0]
        check = checks.get(first.id)
        scans = [scan for _, scan in check.scans] if check else []
        rows.append(
            Row(
                " + ".join(dataset.name for dataset in group),
                first.supercategory,
                first.categories or 0,
                sum(dataset.images or 0 for dataset in group),
                sum(dataset.instances or 0 for dataset in group),
                len({name for scan in scans for name in scan.used_categories}),
                count_distinct(scan.names for scan in scans),
                sum(scan.instances for scan in scans),
                sum(scan.labelled for scan in scans),
            )
        )
    return tuple(rows)


def supercategory_rows(registry: Registry, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """One row for each super-category: the sums of its datasets.

    Categories that several datasets share count in each of them.
    """
    found = []
    for name in registry.supercategories():
        own = [row for row in rows if row.supercategory == name]
        found.append(
            Row(
                name,
                name,
                sum(row.categories for row in own),
                sum(row.images for row in own),
                sum(row.instances for row in own),
                sum(row.found_categories for row in own),
                sum(row.found_images for row in own),
                sum(row.found_instances for row in own),
                sum(row.labelled for row in own),
            )
        )
    return tuple(found)
