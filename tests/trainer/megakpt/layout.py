"""A tiny dataset in the released layout."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from gkdt_core.schemas import category_of_schema
from trainer.megakpt.registry import DatasetInfo, Registry, Split, Totals

TIGER = DatasetInfo(
    id="tiger",
    name="Tiger",
    supercategory="animal_pose",
    categories=2,
    images=6,
    instances=9,
    keypoints=(15, 15),
    image_roots=("animal_pose/tiger/images/train", "animal_pose/tiger/images/test"),
    annotation_root="animal_pose/tiger/annotations",
    splits=(Split("train", "train.json", 2, 6), Split("test", "test.json", 2, 3)),
    schemas=("atrw_tiger",),
    source="https://example.org/tigers",
    note="six pictures",
)

REGISTRY = Registry((TIGER,), Totals(1, 2, 15, 6, 9))


def annotations(split: str, first: int, images: int, per_image: tuple[int, ...]) -> dict[str, Any]:
    """A COCO dataset with `images` pictures, of which picture i has `per_image[i]` animals."""
    names = list(category_of_schema("atrw_tiger", "tiger").keypoints)
    records, number = [], first * 100
    for index, count in enumerate(per_image):
        for _ in range(count):
            number += 1
            records.append(
                {
                    "id": number,
                    "image_id": first + index,
                    "category_id": 1 + number % 2,
                    "bbox": [1, 1, 20, 20],
                    "keypoints": [5, 6, 2] * 15,
                }
            )
    return {
        "images": [{"id": first + i, "file_name": f"{split}{i}.jpg"} for i in range(images)],
        "annotations": records,
        "categories": [
            {"id": i, "name": name, "keypoints": names} for i, name in ((1, "tiger"), (2, "white tiger"))
        ],
    }


def write_split(root: Path, split: str, content: dict[str, Any]) -> Path:
    """Writes one split's annotations and empty files for its pictures."""
    folder = root / TIGER.annotation_root
    folder.mkdir(parents=True, exist_ok=True)
    images = root / f"animal_pose/tiger/images/{split}"
    images.mkdir(parents=True, exist_ok=True)
    for record in content["images"]:
        if "file_name" in record:
            (images / record["file_name"]).touch()
    path = folder / f"{split}.json"
    path.write_text(json.dumps(content))
    return path


def write_layout(root: Path) -> Path:
    """The whole dataset as the table describes it."""
    write_split(root, "train", annotations("train", 1, 4, (2, 2, 1, 1)))
    write_split(root, "test", annotations("test", 50, 2, (2, 1)))
    return root
