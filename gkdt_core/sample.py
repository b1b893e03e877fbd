"""The sample project that ships with the program: real photographs of two kinds of objects."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gkdt_core.domain import Category
from gkdt_core.formats.coco import category_from_coco
from gkdt_core.geometry import Box
from gkdt_core.paths import resource_path


@dataclass(frozen=True, slots=True)
class SampleImage:
    """One photograph of the sample.

    Attributes:
        path: Where the file lies.
        category: What is on it, one of `sample_categories`.
        box: Where that is, in image coordinates: the picture may show more.
    """

    path: Path
    category: Category
    box: Box


def sample_folder() -> Path:
    """The folder of the sample's photographs, one sub folder for each category; only to be read."""
    return resource_path("sample")


def sample_title() -> str:
    """What the sample is called."""
    return str(_description()["title"])


def sample_categories() -> tuple[Category, ...]:
    """The categories of the sample with their skeletons."""
    return tuple(category_from_coco(record) for record in _description()["categories"])


def sample_images() -> tuple[SampleImage, ...]:
    """The photographs of the sample, category by category; one object each."""
    categories = {category.name: category for category in sample_categories()}
    return tuple(
        SampleImage(
            sample_folder().joinpath(*record["file"].split("/")),
            categories[record["category"]],
            Box.from_xywh(*record["box"]),
        )
        for record in _description()["images"]
    )


@cache
def _description() -> dict[str, Any]:
    content: dict[str, Any] = json.loads((sample_folder() / "sample.json").read_text(encoding="utf-8"))
    return content
