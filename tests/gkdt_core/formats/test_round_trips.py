"""Every format times every feature: what the table of losses declares is lost, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gkdt_core.errors import Cancelled, DatasetError
from gkdt_core.formats.building import ReadOptions, ReadResult, WriteOptions
from gkdt_core.formats.coco import CocoDataset
from gkdt_core.formats.features import Feature, count
from gkdt_core.formats.registry import FORMATS, Format, format_at

from .probes import BOX, HAND, HORSE, PROBES, SAME, one, points, same_images, write_images

WRITTEN = [name for name, form in FORMATS.items() if form.write is not None]


def written(form: Format, dataset: CocoDataset, folder: Path) -> tuple[Path, Path]:
    """What was written, and the folder of the images."""
    if not form.is_installed:
        pytest.skip(f"the packages {', '.join(form.needs)} are not installed")
    assert form.write is not None
    images = folder / "pictures"
    write_images(images, tuple(image.file_name for image in dataset.images))
    path = folder / f"out{form.suffix}"
    form.write(dataset, path, WriteOptions(images))
    return path, images


def round_trip(form: Format, dataset: CocoDataset, folder: Path) -> ReadResult:
    path, images = written(form, dataset, folder)
    return form.read(path, ReadOptions(None if form.pictures else images))


@pytest.mark.parametrize("feature", Feature)
@pytest.mark.parametrize("name", WRITTEN)
def test_a_format_loses_what_it_declares_and_nothing_else(
    name: str, feature: Feature, tmp_path: Path
) -> None:
    form, dataset = FORMATS[name], PROBES[feature]
    assert count(dataset, feature) > 0
    after = round_trip(form, dataset, tmp_path)
    if feature is Feature.IMAGE_NAMES:
        kept = same_images(dataset, tmp_path / "pictures", after)
    else:
        kept = SAME[feature](dataset, after.dataset)
    assert kept == (feature not in form.losses)
    assert (feature in {loss.feature for loss in form.lost(dataset)}) == (feature in form.losses)


@pytest.mark.parametrize("name", WRITTEN)
def test_positions_come_back_to_a_hundred_thousandth_of_a_pixel(name: str, tmp_path: Path) -> None:
    dataset = one(points(), points(HAND, 2.0))
    after = round_trip(FORMATS[name], dataset, tmp_path)
    for ours, theirs in zip(dataset.annotations, after.dataset.annotations, strict=True):
        np.testing.assert_allclose(ours.instance.keypoints, theirs.instance.keypoints, atol=1e-5)
    assert after.skipped == ()


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_written_is_recognised_and_valid(name: str, tmp_path: Path) -> None:
    form = FORMATS[name]
    path, images = written(form, one(points(), points(shift=4.0)), tmp_path)
    assert format_at(path) is form
    if form.pictures:
        without_h5 = name == "deeplabcut" and not list(path.rglob("*.h5"))
        assert form.validate(path).count == without_h5  # pandas and tables make them
    else:
        (tmp_path / "images").symlink_to(images)
        assert form.validate(path).skipped == []


@pytest.mark.parametrize("name", WRITTEN)
def test_a_loss_is_counted_for_the_dataset_at_hand(name: str) -> None:
    form = FORMATS[name]
    dataset = PROBES[Feature.OCCLUDED]
    counts = {loss.feature: loss.count for loss in form.lost(dataset)}
    assert counts.get(Feature.OCCLUDED) == (2 if Feature.OCCLUDED in form.losses else None)
    assert Feature.SCORES not in counts  # it has none


@pytest.mark.parametrize("name", [name for name in WRITTEN if FORMATS[name].is_folder])
def test_a_folder_with_something_in_it_is_left_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    form = FORMATS[name]
    assert form.write is not None
    with pytest.raises(DatasetError, match="not an empty folder"):
        form.write(one(points()), tmp_path / "out", WriteOptions())
    assert [path.name for path in tmp_path.rglob("*")] == ["out", "mine.txt"]


@pytest.mark.parametrize("name", WRITTEN)
def test_a_cancelled_export_leaves_nothing(name: str, tmp_path: Path) -> None:
    form = FORMATS[name]
    if not form.is_installed or name in ("coco", "sleap"):
        pytest.skip("not installed, or written in one step")

    def cancel(fraction: float) -> None:
        raise Cancelled

    assert form.write is not None
    images = tmp_path / "pictures"
    write_images(images, ("frames/a.png",))
    with pytest.raises(Cancelled):
        form.write(one(points()), tmp_path / f"out{form.suffix}", WriteOptions(images, checkpoint=cancel))
    assert [path.name for path in tmp_path.iterdir()] == ["pictures"]


def test_a_drawn_box_of_yolo_is_the_same_box(tmp_path: Path) -> None:
    after = round_trip(FORMATS["yolo"], one(replace(points(HORSE), box=BOX)), tmp_path)
    (annotation,) = after.dataset.annotations
    assert annotation.instance.box is not None
    np.testing.assert_allclose(annotation.instance.box.as_xyxy(), BOX.as_xyxy(), atol=1e-5)
