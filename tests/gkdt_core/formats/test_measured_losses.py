"""Every format into every other one: what is lost, counted, is what the table of losses says, and no more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from gkdt_core.domain import Category, ImageState, Instance, Origin
from gkdt_core.formats.building import ReadOptions, ReadResult, WriteOptions
from gkdt_core.formats.coco import CocoAnnotation, CocoCategory, CocoDataset, CocoImage
from gkdt_core.formats.registry import FORMATS, Format
from gkdt_core.geometry import Box

from .measuring import measured_losses

HORSE = Category(
    "horse",
    ("nose", "left eye", "right eye", "tail", "mane"),
    edges=((0, 1), (0, 2), (0, 3)),
    pairs=((1, 2), (0, 3)),
    supercategory="animal",
)
HAND = Category("hand/paw", ("wrist", "tip", "nose"), edges=((0, 1),))
_NAMES = ("frames/a.png", "images/b.png", "c.png", "c.jpg", "x/images/d e 手.png", "empty.png")


def _random(seed: int) -> CocoDataset:
    """A dataset that says something of everything; the keypoint "mane" is labelled nowhere."""
    rng = np.random.default_rng(seed)
    images, annotations = list[CocoImage](), list[CocoAnnotation]()
    states = list(ImageState)
    for number, name in enumerate(_NAMES, start=1):
        height, width = 61 + 2 * number, 97 + 3 * number
        extra = {"licence": 3} if number % 2 else {}
        images.append(CocoImage(number, name, height, width, states[number % len(states)], extra))
        if name == "empty.png":
            continue
        for category_id, category in [(1, HORSE), (2, HAND), (1, HORSE)][: int(rng.integers(1, 4))]:
            instance = _instance(rng, category, (height, width))
            annotations.append(CocoAnnotation(len(annotations) + 1, number, category_id, instance))
    return CocoDataset(
        tuple(images),
        (CocoCategory(1, HORSE), CocoCategory(2, HAND)),
        tuple(annotations),
        {"licenses": [1]},
        ({"id": 9, "name": "ball"},),
        ({"id": 700, "image_id": 1, "category_id": 9, "bbox": [1, 2, 3, 4]},),
    )


def _instance(rng: np.random.Generator, category: Category, size: tuple[int, int]) -> Instance:
    count, (height, width) = len(category), size
    visibility = rng.choice([0, 1, 2], count, p=[0.2, 0.3, 0.5])
    if "mane" in category.keypoints:
        visibility[category.keypoints.index("mane")] = 0
    if rng.random() < 0.15:
        visibility[:] = 0
    labelled = visibility > 0
    keypoints = rng.random((count, 2)) * (width, height)
    if rng.random() < 0.3:
        keypoints[0] -= (width, 0)
    whole = rng.random() < 0.3  # all of it a prediction, as SLEAP has them
    origins = np.full(count, Origin.MODEL) if whole else rng.choice([1, 1, 2, 3], count)
    origins = np.where(labelled, origins, rng.choice([0, 0, 1], count))
    scored = labelled & (origins == Origin.MODEL)
    peaked = scored & (rng.random(count) < 0.5)
    box = None
    if rng.random() < 0.6:
        low = rng.random(2) * (width / 2, height / 2)
        high = low + (1 + rng.random(2)) * (width / 3, height / 3)  # may end outside
        if rng.random() < 0.3:
            high[0] = low[0] + 1
        box = Box(*low.tolist(), *high.tolist())
    return Instance(
        category,
        np.where(labelled[:, None], keypoints, np.nan),
        visibility,
        np.where(scored, rng.random(count), np.nan),
        np.where(peaked, rng.random(count), np.nan),
        origins,
        box,
    )


def _pictures(dataset: CocoDataset, folder: Path) -> None:
    for image in dataset.images:
        path = folder / image.file_name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (image.width, image.height)).save(path)


def _through(form: Format, dataset: CocoDataset, images: Path, path: Path) -> ReadResult:
    if not form.is_installed:
        pytest.skip(f"the packages {', '.join(form.needs)} are not installed")
    if form.write is None:
        _write_cvat(dataset, path)
    else:
        form.write(dataset, path, WriteOptions(images))
    result = form.read(path, ReadOptions(None if form.pictures else images))
    assert result.skipped == ()
    return result


def _write_cvat(dataset: CocoDataset, path: Path) -> None:
    root = ElementTree.Element("annotations")
    for image in dataset.images:
        size = {"width": str(image.width), "height": str(image.height)}
        element = ElementTree.SubElement(root, "image", {"name": image.file_name, **size})
        for annotation in dataset.annotations_by_image()[image.id]:
            instance = annotation.instance
            shape = ElementTree.SubElement(element, "skeleton", label=instance.category.name)
            for index, name in enumerate(instance.category.keypoints):
                x, y = np.nan_to_num(instance.keypoints[index]).tolist()
                flag = int(instance.visibility[index])
                flags = {"outside": str(int(flag == 0)), "occluded": str(int(flag == 1))}
                ElementTree.SubElement(shape, "points", {"label": name, "points": f"{x!r},{y!r}", **flags})
    ElementTree.ElementTree(root).write(path, encoding="utf-8")


@pytest.mark.parametrize("target", [name for name, form in FORMATS.items() if form.write is not None])
@pytest.mark.parametrize("source", FORMATS)
def test_what_is_lost_from_one_format_into_another_is_what_is_declared(
    source: str, target: str, tmp_path: Path
) -> None:
    start, images = _random(len(source)), tmp_path / "pictures"
    _pictures(start, images)
    first = _through(FORMATS[source], start, images, tmp_path / f"first{FORMATS[source].suffix}")
    before, folder = first.dataset, first.images_dir
    form = FORMATS[target]
    second = _through(form, before, folder, tmp_path / f"second{form.suffix}")
    measured = measured_losses(before, second.dataset, (folder, second.images_dir))
    assert measured == {loss.feature: loss.count for loss in form.lost(before)}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("target", [n for n, f in FORMATS.items() if f.write is not None and n != "nwb"])
def test_what_is_lost_of_random_annotations_is_what_is_declared(
    target: str, seed: int, tmp_path: Path
) -> None:
    start, images = _random(100 + seed), tmp_path / "pictures"
    _pictures(start, images)
    if seed % 2:  # the lines and pairs of another category, and one that nobody has labelled
        spare = replace(HAND, name="foot", keypoints=("heel", "left toe", "right toe"), pairs=((1, 2),))
        start = replace(start, categories=(*start.categories, CocoCategory(3, spare)))
    after = _through(FORMATS[target], start, images, tmp_path / f"out{FORMATS[target].suffix}")
    measured = measured_losses(start, after.dataset, (images, after.images_dir))
    assert measured == {loss.feature: loss.count for loss in FORMATS[target].lost(start)}
