"""The sample project: photographs that ship with the program, their categories and boxes, no points."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from app.i18n import tr
from app.project.store import AnnotationStore
from gkdt_core.domain import Category, Instance
from gkdt_core.errors import ProjectError
from gkdt_core.geometry import Box


def _zero_based(links: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((a - 1, b - 1) for a, b in links)


def _category(record: dict[str, Any]) -> Category:
    return Category(
        record["name"],
        tuple(record["keypoints"]),
        _zero_based(record["skeleton"]),
        _zero_based(record["flip_pairs"]),
        record["supercategory"],
    )


def fill_sample(store: AnnotationStore, folder: Path) -> None:
    """Brings the sample in `folder` into a new, open project.

    Raises:
        ProjectError: The sample is not where it should be.
    """
    listing = folder / "sample.json"
    if not listing.is_file():
        raise ProjectError(
            tr('The sample is missing from this installation: "{folder}".', folder=folder),
            hint=tr("Install the program again, or open a folder of your own images."),
        )
    sample = json.loads(listing.read_text(encoding="utf-8"))
    with store.one_step(tr("Open the sample")):
        categories = {}
        for record in sample["categories"]:
            category = _category(record)
            categories[category.name] = (store.add_category(category), category)
        images = sample["images"]
        ids = store.add_images([folder / record["file"] for record in images], root=folder)
        for image_id, record in zip(ids, images, strict=True):
            category_id, category = categories[record["category"]]
            instance = Instance.empty(category, Box.from_xywh(*record["box"]))
            store.add_instance(image_id, instance, category_id, human=False)
    store.undo_stack.clear()
