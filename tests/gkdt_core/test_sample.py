from __future__ import annotations

from gkdt_core.formats.coco import read_coco, resolve_image
from gkdt_core.media.images import image_size, list_images, read_image
from gkdt_core.sample import sample_categories, sample_folder, sample_images, sample_title
from gkdt_core.schemas import schema_for


def test_the_sample_has_ten_photographs_of_each_of_two_categories() -> None:
    images = sample_images()
    assert [category.name for category in sample_categories()] == [
        "glue tube",
        "mouse on a wheel (seen from below in a mirror)",
    ]
    for category in sample_categories():
        assert sum(image.category == category for image in images) == 10
    assert sample_title()


def test_every_photograph_is_listed_and_every_listed_one_is_there() -> None:
    assert sorted(image.path for image in sample_images()) == sorted(list_images(sample_folder()))


def test_every_photograph_can_be_read_and_its_box_lies_in_it() -> None:
    for image in sample_images():
        size = image_size(image.path)
        assert read_image(image.path).shape == (*size, 3)
        assert image.box.clipped(size) == image.box
        assert image.box.width > 0


def test_the_labels_of_the_sample_fit_its_pictures_and_categories() -> None:
    truth = read_coco(sample_folder() / "truth.json")
    boxes = {image.path: image for image in sample_images()}
    assert len(truth.annotations) == len(boxes)
    for annotation in truth.annotations:
        record = truth.image(annotation.image_id)
        image = boxes[resolve_image(sample_folder(), record.file_name)]
        assert annotation.instance.category == image.category
        assert annotation.instance.box == image.box
        assert annotation.instance.labeled.all()
        assert (record.height, record.width) == image_size(image.path)


def test_the_samples_categories_are_among_the_ready_made_ones() -> None:
    for category in sample_categories():
        assert schema_for(category.name).keypoints == category.keypoints


def test_the_licences_of_the_photographs_are_beside_them() -> None:
    text = (sample_folder() / "README.md").read_text(encoding="utf-8")
    for folder in {image.path.parent.name for image in sample_images()}:
        assert f"`{folder}`" in text
    assert "Permission is hereby granted" in text
