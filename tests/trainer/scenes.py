"""A tiny made dataset whose keypoints can be seen: coloured discs on a noisy ground."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from PIL import Image

_COLOURS = ((230, 40, 40), (40, 200, 60), (60, 80, 240))


def write_scenes(root: Path, split: str, count: int, seed: int) -> Path:
    """A COCO folder with `count` pictures of one "badge", each with three discs in any order."""
    rng = np.random.default_rng(seed)
    images, annotations = [], []
    (root / "images").mkdir(parents=True, exist_ok=True)
    (root / "annotations").mkdir(exist_ok=True)
    for number in range(count):
        pixels = rng.integers(90, 140, (96, 96, 3)).astype(np.uint8)
        places: list[tuple[int, int]] = []
        while len(places) < 3:
            x, y = (int(v) for v in rng.integers(20, 76, 2))
            if all((x - a) ** 2 + (y - b) ** 2 > 24**2 for a, b in places):
                places.append((x, y))
        ys, xs = np.indices((96, 96))
        keypoints: list[float] = []
        for (x, y), colour in zip(places, _COLOURS, strict=True):
            pixels[(xs - x) ** 2 + (ys - y) ** 2 < 7**2] = colour
            keypoints += [x, y, 2]
        name = f"{split}_{number:03d}.png"
        Image.fromarray(pixels).save(root / "images" / name)
        images.append({"id": number + 1, "file_name": name, "width": 96, "height": 96})
        annotations.append(
            {
                "id": number + 1,
                "image_id": number + 1,
                "category_id": 1,
                "bbox": [10, 10, 76, 76],
                "area": 5776,
                "iscrowd": 0,
                "num_keypoints": 3,
                "keypoints": keypoints,
            }
        )
    category = {
        "id": 1,
        "name": "badge",
        "supercategory": "toy",
        "keypoints": ["red disc", "green disc", "blue disc"],
        "skeleton": [],
    }
    content = {"images": images, "annotations": annotations, "categories": [category]}
    (root / "annotations" / f"{split}.json").write_text(json.dumps(content))
    return root
