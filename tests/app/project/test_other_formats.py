"""A project into every format and back, and what it would lose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from app.project.exporting import ExportOptions
from app.project.importing import finish_import, prepare_import
from app.project.other_formats import export_as, losses
from app.project.store import AnnotationStore
from gkdt_core.domain import Category, Instance, Visibility
from gkdt_core.formats.features import Feature
from gkdt_core.formats.registry import FORMATS

Make = Callable[..., Instance]
WRITTEN = [name for name, form in FORMATS.items() if form.write is not None]


@pytest.fixture
def project(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> AnnotationStore:
    ids = store.add_images(image_files[:3], root=image_files[0].parent)
    store.add_category(horse)
    store.add_instance(ids[0], make_instance(1))
    hidden = make_instance(2)
    x, y = hidden.keypoints[0].tolist()
    store.add_instance(ids[1], hidden.moved(0, (x, y)).with_keypoint(0, (x, y), Visibility.OCCLUDED, 1))
    return store


@pytest.mark.parametrize("name", WRITTEN)
def test_a_project_comes_back_from_every_format(
    name: str, project: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    form = FORMATS[name]
    if not form.is_installed:
        pytest.skip(f"the packages {', '.join(form.needs)} are not installed")
    assert project.path is not None
    out = tmp_path / f"out{form.suffix}"
    report = export_as(form, project.path, out)
    assert (report.images, report.instances) == (2, 2)
    assert report.left_out == ("1 image without instances.",)
    again = AnnotationStore()
    again.create(tmp_path / "again.gkdt")
    try:
        plan = prepare_import(out, None if form.pictures else image_files[0].parent)
        assert plan.skipped == ()
        assert plan.missing == 0
        done = finish_import(again, plan)
        assert done.instances == 2
        (category,) = again.categories()
        assert category.category.keypoints == ("nose", "left eye", "right eye", "tail")
    finally:
        again.close()


def test_losses_are_counted_for_the_project_and_the_options(project: AnnotationStore) -> None:
    assert project.path is not None
    all_lost = losses(project.path, ExportOptions())
    assert all_lost["coco"] == ()
    lost = {loss.feature: loss.count for loss in all_lost["deeplabcut"]}
    stored = [found for number in project.image_ids() for found in project.instances(number)]
    hidden = sum(int((found.instance.visibility == Visibility.OCCLUDED).sum()) for found in stored)
    assert lost[Feature.OCCLUDED] == hidden > 0
    nothing = losses(project.path, ExportOptions(states=frozenset()))["deeplabcut"]
    assert {loss.feature for loss in nothing} <= {Feature.SUPERCATEGORIES}  # only the category is left


@pytest.mark.parametrize(
    "name", [name for name in WRITTEN if name not in ("yolo", "deeplabcut", "sleap", "nwb")]
)
def test_images_of_another_size_than_a_format_says_are_told_with_an_example(
    name: str, project: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    form = FORMATS[name]
    assert project.path is not None
    out = tmp_path / f"out{form.suffix}"
    export_as(form, project.path, out)
    folder = out if form.pictures else image_files[0].parent
    assert prepare_import(out, None if form.pictures else folder).other_sizes == 0
    for file in folder.rglob("*.png"):
        Image.new("RGB", (20, 15)).save(file)
    again = AnnotationStore()
    again.create(tmp_path / "again.gkdt")
    try:
        plan = prepare_import(out, None if form.pictures else folder)
        assert plan.other_sizes == 2
        (note,) = finish_import(again, plan).notes
    finally:
        again.close()
    assert note == (
        '2 images have another size than their annotations say: "img1.png" has 20 x 15 px '
        "instead of 40 x 30. Their points may lie in the wrong place."
    )


def test_one_image_of_another_size_than_cvat_says_is_told(
    store: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    file = tmp_path / "annotations.xml"
    file.write_text(
        '<annotations><image id="0" name="img1.png" width="640" height="480"><skeleton label="pair">'
        '<points label="a" points="300,200"/><points label="b" points="30,20"/></skeleton></image>'
        '<image id="1" name="img2.png" width="40" height="30"/></annotations>',
        encoding="utf-8",
    )
    (note,) = finish_import(store, prepare_import(file, image_files[0].parent)).notes
    assert note == (
        '"img1.png" has 40 x 30 px, but its annotations say 640 x 480. Its points may lie in the wrong place.'
    )


def test_a_folder_of_labels_brings_its_whole_dataset_and_says_so(
    project: AnnotationStore, tmp_path: Path
) -> None:
    assert project.path is not None
    export_as(FORMATS["yolo"], project.path, tmp_path / "set")
    again = AnnotationStore()
    again.create(tmp_path / "again.gkdt")
    try:
        done = finish_import(again, prepare_import(tmp_path / "set" / "labels" / "train"))
        assert (done.instances, done.missing_images) == (2, 0)
        assert done.notes == (f'The dataset in "{tmp_path / "set"}" was read.',)
    finally:
        again.close()


@pytest.mark.parametrize("chosen", [".", "images/train"])
def test_images_are_found_also_from_the_folder_above_or_below_the_one_that_was_named(
    chosen: str, store: AnnotationStore, tmp_path: Path
) -> None:
    picture = tmp_path / "images" / "train" / "a.png"
    picture.parent.mkdir(parents=True)
    Image.new("RGB", (40, 30)).save(picture)
    table = tmp_path / "tables" / "points.csv"
    table.parent.mkdir()
    table.write_text("image,keypoint,x,y\ntrain/a.png,nose,1,2\n", encoding="utf-8")
    plan = prepare_import(table, tmp_path / chosen)
    assert (plan.missing, plan.images_dir) == (0, tmp_path / "images")
    assert list(plan.paths.values()) == [picture]
    finish_import(store, plan)
    assert len(store.image_ids()) == 1
