"""Names that every format can hold: of categories and keypoints, each told from the others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from gkdt_core.domain import Category
from gkdt_core.formats.coco import CocoDataset
from gkdt_core.formats.coco.categories import distinct_names

PLAIN = "lose spaces around them, and get a number where two are the same"
"""What becomes of names in formats that write `with_plain_names`."""

_BREAK = re.compile(r"\s*[\x00-\x1f\x7f]+\s*")


def with_plain_names(dataset: CocoDataset) -> CocoDataset:
    """The dataset with names that differ, without spaces around them and without line breaks.

    Formats tell categories and keypoints by their names where COCO has numbers.
    """
    plain = _plain(dataset)
    if all(plain[record.id] is record.category for record in dataset.categories):
        return dataset
    return replace(
        dataset,
        categories=tuple(replace(record, category=plain[record.id]) for record in dataset.categories),
        annotations=tuple(
            replace(a, instance=replace(a.instance, category=plain[a.category_id]))
            for a in dataset.annotations
        ),
    )


def odd_names(dataset: CocoDataset) -> int:
    """Categories that `with_plain_names` would call otherwise, or one of their keypoints."""
    plain = _plain(dataset)
    return sum(plain[record.id] is not record.category for record in dataset.categories)


def _plain(dataset: CocoDataset) -> Mapping[int, Category]:
    names = distinct_names(_BREAK.sub(" ", record.category.name) for record in dataset.categories)
    found = {}
    for record, name in zip(dataset.categories, names, strict=True):
        keypoints = tuple(distinct_names(_BREAK.sub(" ", k) for k in record.category.keypoints))
        same = name == record.category.name and keypoints == record.category.keypoints
        found[record.id] = (
            record.category if same else replace(record.category, name=name, keypoints=keypoints)
        )
    return found
