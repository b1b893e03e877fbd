from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from app.project.places import Found, How, ImagePlace, find_in_folder, missing, moved_along
from app.project.store import AnnotationStore
from gkdt_core.errors import Cancelled
from gkdt_core.media.images import media_digest

from .conftest import dump


def picture(path: Path, shade: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (20, 10), (shade, 0, 0)).save(path, "BMP")  # all have the same size in bytes
    return path


def place(number: int, path: Path, *, digest: bool = True) -> ImagePlace:
    status = path.stat()
    return ImagePlace(
        number, path, status.st_size, status.st_mtime_ns, media_digest(path) if digest else None
    )


@pytest.fixture
def images(tmp_path: Path) -> list[ImagePlace]:
    """Six different pictures of one size in bytes, two with the same name in different folders."""
    names = ["a.png", "b.png", "c.png", "d.png", "left/same.png", "right/same.png"]
    return [place(number, picture(tmp_path / "set" / name, number)) for number, name in enumerate(names, 1)]


def test_files_that_are_there_are_not_missing(images: list[ImagePlace]) -> None:
    images[2].path.unlink()
    assert missing(images) == [images[2]]


def test_renamed_and_moved_files_are_known_by_their_content(images: list[ImagePlace], tmp_path: Path) -> None:
    new = tmp_path / "elsewhere"
    for image in images:
        target = new / f"renamed {7 - image.id}.png"
        target.parent.mkdir(exist_ok=True)
        shutil.move(image.path, target)
    report = find_in_folder(missing(images), new)
    assert {found.image_id: found.path.name for found in report.found} == {
        image.id: f"renamed {7 - image.id}.png" for image in images
    }
    assert report.count(How.CONTENT) == 6
    assert report.lost == ()


def test_a_file_of_the_same_name_with_other_content_is_not_taken(
    images: list[ImagePlace], tmp_path: Path
) -> None:
    images[0].path.unlink()
    picture(tmp_path / "new" / "a.png", 99)
    report = find_in_folder([images[0]], tmp_path / "new")
    assert (report.found, report.lost, report.other_content) == ((), (1,), 1)


def test_without_a_known_content_name_and_size_decide_and_the_nearest_folder_wins(
    images: list[ImagePlace], tmp_path: Path
) -> None:
    shutil.move(tmp_path / "set", tmp_path / "new")
    unknown = [replace(image, digest=None) for image in images]
    report = find_in_folder(unknown, tmp_path / "new")
    assert [found.path.relative_to(tmp_path / "new").as_posix() for found in report.found] == [
        "a.png",
        "b.png",
        "c.png",
        "d.png",
        "left/same.png",
        "right/same.png",
    ]
    assert report.count(How.NAME_AND_SIZE) == 6


def test_with_nothing_known_but_the_name_only_a_single_file_of_it_is_taken(
    images: list[ImagePlace], tmp_path: Path
) -> None:
    shutil.move(tmp_path / "set", tmp_path / "new")
    bare = [ImagePlace(image.id, image.path, None, None, None) for image in images]
    report = find_in_folder(bare, tmp_path / "new")
    assert [found.image_id for found in report.found] == [1, 2, 3, 4]
    assert report.count(How.NAME) == 4
    assert report.lost == (5, 6)


def test_files_of_other_images_are_not_taken_and_one_file_is_one_image(tmp_path: Path) -> None:
    twins = [place(number, picture(tmp_path / f"{number}" / "x.png", 5)) for number in (1, 2)]
    mine = picture(tmp_path / "new" / "x.png", 5)
    other = picture(tmp_path / "new" / "copy.png", 5)
    for twin in twins:
        twin.path.unlink()
    report = find_in_folder(twins, tmp_path / "new", taken=[other])
    assert [(found.image_id, found.path) for found in report.found] == [(1, mine)]
    assert report.lost == (2,)


def test_a_search_can_be_stopped(images: list[ImagePlace], tmp_path: Path) -> None:
    def stop(fraction: float) -> None:
        if fraction > 0.2:
            raise Cancelled

    shutil.move(tmp_path / "set", tmp_path / "new")
    with pytest.raises(Cancelled):
        find_in_folder(images, tmp_path / "new", checkpoint=stop)


def test_images_far_from_their_project_are_found_when_both_have_moved(tmp_path: Path) -> None:
    old_home = tmp_path / "disk" / "work" / "projects" / "horses"
    images = [
        place(number, picture(tmp_path / "disk" / "photos" / "2024" / f"{number}.png", number))
        for number in (1, 2)
    ]
    shutil.move(tmp_path / "disk", tmp_path / "new disk")
    found = moved_along(images, old_home, tmp_path / "new disk" / "work" / "projects" / "horses")
    assert [item.path for item in found] == [
        tmp_path / "new disk" / "photos" / "2024" / f"{number}.png" for number in (1, 2)
    ]


def test_images_put_beside_their_project_are_found_without_knowing_where_it_was(tmp_path: Path) -> None:
    images = [place(number, picture(tmp_path / "photos" / f"{number}.png", number)) for number in (1, 2)]
    shutil.move(tmp_path / "photos", tmp_path / "home" / "photos")
    found = moved_along(images, None, tmp_path / "home")
    assert [item.path for item in found] == [
        tmp_path / "home" / "photos" / f"{number}.png" for number in (1, 2)
    ]


def test_nothing_is_taken_without_being_asked_that_might_be_another_picture(tmp_path: Path) -> None:
    image = place(1, picture(tmp_path / "old" / "1.png", 1), digest=False)
    image.path.unlink()
    stranger = picture(tmp_path / "home" / "old" / "1.png", 2)
    assert stranger.stat().st_size == image.size
    os.utime(stranger, ns=(0, 0))
    assert moved_along([image], None, tmp_path / "home") == []


# -- in a project ------------------------------------------------------------------------------------------


def test_finding_images_again_is_one_step_that_can_be_undone(
    store: AnnotationStore, image_files: list[Path], tmp_path: Path
) -> None:
    assert store.path is not None
    ids = store.add_images(image_files, image_files[0].parent)
    store.set_digests({number: media_digest(store.image(number).path) for number in ids})
    before = dump(store.path)
    shutil.move(image_files[0].parent, tmp_path / "away")
    (tmp_path / "away" / "img3.png").rename(tmp_path / "away" / "third.png")
    picture(tmp_path / "away" / "other.png", 9)
    lost = missing(store.image_places())
    assert len(lost) == 12
    report = find_in_folder(lost, tmp_path / "away")
    assert len(report.found) == 12  # all have one content: names and places tell them apart
    store.move_images(report.found)
    assert missing(store.image_places()) == []
    assert store.undo_stack.undoText() == "Find 12 images again"
    named = {store.image(number).name for number in ids}
    assert {"img1.png", "b/same.png", "third.png"} <= named
    store.undo_stack.undo()
    assert dump(store.path) == before
    store.undo_stack.redo()
    assert missing(store.image_places()) == []


def test_two_images_may_change_places(store: AnnotationStore, image_files: list[Path]) -> None:
    first, second = store.add_images(image_files[:2])
    third = image_files[2]
    store.move_images([Found(first, third, How.CONTENT)])
    store.move_images([Found(second, image_files[0], How.CONTENT)])
    store.undo_stack.undo()
    store.undo_stack.undo()
    assert store.image(first).path == image_files[0]
    # a file that belongs to another image is left out
    store.move_images([Found(first, image_files[1], How.CONTENT)])
    assert store.image(first).path == image_files[0]
    assert not store.undo_stack.canUndo() or store.undo_stack.undoText() == "Add 2 images"


def test_removing_an_image_and_finding_others_undo_in_order(
    store: AnnotationStore, image_files: list[Path]
) -> None:
    assert store.path is not None
    first, second = store.add_images(image_files[:2])
    before = dump(store.path)
    store.move_images([Found(first, image_files[5], How.CONTENT), Found(second, image_files[6], How.NAME)])
    store.remove_images([first])
    store.undo_stack.undo()
    assert store.image(first).path == image_files[5]
    store.undo_stack.undo()
    assert dump(store.path) == before


def test_what_moved_along_is_a_fact_and_no_step(store: AnnotationStore, image_files: list[Path]) -> None:
    (first,) = store.add_images(image_files[:1])
    steps = store.undo_stack.count()
    store.note_moved([Found(first, image_files[3], How.CONTENT)])
    assert store.image(first).path == image_files[3]
    assert store.undo_stack.count() == steps


def test_facts_are_remembered_and_forgotten(store: AnnotationStore) -> None:
    assert store.remembered("place") is None
    store.remember("place", "/here")
    assert store.remembered("place") == "/here"
    store.remember("place", None)
    assert store.remembered("place") is None
    assert not store.undo_stack.canUndo()
