"""Image files with names that are hard to write, moved and renamed while the project is closed and open."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.project.backups import make_backup
from app.project.database import ProjectDatabase
from app.project.files import copy_project
from app.project.places import How, ImagePlace, find_in_folder, missing, moved_along
from app.project.store import AnnotationStore
from gkdt_core.media.images import media_digest

ODD = [
    "plain.png",
    "it's “quoted” 'twice' \".png",
    "训练 图像 – 手.png",
    "😀 family 👨‍👩‍👧.png",
    "trailing space .png",
    " leading.png",
    "percent %20 #1 ?x=1&y.png",
    "new\nline.png",
    "e\u0301 combining.png",
    "\u00e9 composed.png",
    "semi;colon, comma.png",
    "-rf.png",
    "two..dots.png",
    "back\\slash.png",
]
if sys.platform.startswith("linux"):
    ODD.append(os.fsdecode(b"latin-1 \xe9t\xe9 \xff.png"))  # bytes that are no UTF-8
else:
    ODD = [name for name in ODD if not set('\n"?\\') & set(name)]


def picture(path: Path, value: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(value).integers(0, 255, (12, 16, 3)).astype(np.uint8)
    Image.fromarray(pixels).save(path)


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    files = []
    for number, name in enumerate(ODD):
        files.append(tmp_path / "photos" / name)
        picture(files[-1], number)
    return files


def learnt(store: AnnotationStore) -> None:
    """What the window learns in the background."""
    places = store.image_places()
    store.set_digests({place.id: media_digest(place.path) for place in places})


def lost(store: AnnotationStore) -> list[str]:
    return [place.path.name for place in missing(store.image_places())]


def test_every_odd_name_is_there_again_when_the_project_opens(
    store: AnnotationStore, photos: list[Path]
) -> None:
    path = store.path
    assert path is not None
    ids = store.add_images(photos)
    store.close()
    store.open(path)
    assert [store.image(number).path for number in ids] == photos
    assert lost(store) == []
    assert store.add_images(photos) == ids  # known again


def test_renamed_and_moved_files_are_found_by_content_whatever_they_are_called(
    store: AnnotationStore, photos: list[Path], tmp_path: Path
) -> None:
    ids = store.add_images(photos)
    learnt(store)
    elsewhere = tmp_path / "another 地方"
    elsewhere.mkdir()
    now = {}
    for number, file in zip(ids, photos, strict=True):  # each gets the name of the next one
        other = ODD[(ODD.index(file.name) + 1) % len(ODD)]
        now[number] = elsewhere / other
        file.rename(now[number])
    gone = missing(store.image_places())
    assert len(gone) == len(ids)
    report = find_in_folder(gone, elsewhere)
    assert report.lost == ()
    assert {found.image_id: found.path for found in report.found} == now
    assert {found.how for found in report.found} == {How.CONTENT}
    store.move_images(report.found)
    assert {number: store.image(number).path for number in ids} == now
    store.undo_stack.undo()
    assert [store.image(number).path for number in ids] == photos
    store.undo_stack.redo()
    path = store.path
    assert path is not None
    store.close()
    store.open(path)
    assert lost(store) == []


def test_a_folder_renamed_while_the_project_is_closed_is_followed(qapp: object, tmp_path: Path) -> None:
    home = tmp_path / "study"
    files = []
    for number, name in enumerate(ODD):
        files.append(home / "photos" / name)
        picture(files[-1], number)
    store = AnnotationStore()
    store.create(home / "study 研究.gkdt")
    ids = store.add_images(files)
    store.close()
    home.rename(tmp_path / "study “2” ")
    store.open(tmp_path / "study “2” " / "study 研究.gkdt")
    assert lost(store) == []  # named relative to the project
    (tmp_path / "study “2” " / "photos").rename(tmp_path / "study “2” " / "pictures")
    assert len(lost(store)) == len(ids)
    report = find_in_folder(missing(store.image_places()), tmp_path / "study “2” ")
    store.move_images(report.found)
    assert lost(store) == []
    store.close()


def test_images_far_from_the_project_are_followed_by_their_last_folders(tmp_path: Path) -> None:
    files = []
    for number, name in enumerate(ODD):
        files.append(tmp_path / "new home" / "photos 手" / name)
        picture(files[-1], number)
    old = Path("/old drive/photos 手")
    places = [
        ImagePlace(number, old / file.name, file.stat().st_size, file.stat().st_mtime_ns, None)
        for number, file in enumerate(files)
    ]
    found = moved_along(places, None, tmp_path / "new home")
    assert {one.image_id: one.path for one in found} == dict(enumerate(files))


def test_two_images_of_the_same_content_get_a_file_each_the_one_of_its_name_first(
    store: AnnotationStore, tmp_path: Path
) -> None:
    twins = [tmp_path / "photos" / name for name in ("left.png", "right.png", "third.png")]
    picture(twins[0], 1)
    for twin in twins[1:]:
        shutil.copy(twins[0], twin)
    ids = store.add_images(twins)
    learnt(store)
    elsewhere = tmp_path / "moved"
    elsewhere.mkdir()
    for twin in twins[:2]:
        twin.rename(elsewhere / twin.name)
    gone = missing(store.image_places())
    assert [place.id for place in gone] == list(ids[:2])
    report = find_in_folder(gone, tmp_path, [store.image(ids[2]).path])
    assert {found.image_id: found.path.name for found in report.found} == {
        ids[0]: "left.png",
        ids[1]: "right.png",
    }
    # only one of them is left: it is one image's, the other stays lost, the third one keeps its file
    (elsewhere / "right.png").unlink()
    report = find_in_folder(gone, tmp_path, [store.image(ids[2]).path])
    assert [found.path.name for found in report.found] == ["left.png"]
    assert len(report.lost) == 1


def test_files_that_exchange_their_names_while_the_project_is_open_are_told_apart_by_content(
    store: AnnotationStore, photos: list[Path], tmp_path: Path
) -> None:
    first, second = store.add_images(photos[:2])
    learnt(store)
    away = tmp_path / "away"
    away.mkdir()
    photos[0].rename(away / photos[1].name)
    photos[1].rename(away / photos[0].name)
    report = find_in_folder(missing(store.image_places()), away)
    assert {found.image_id: found.path.name for found in report.found} == {
        first: photos[1].name,
        second: photos[0].name,
    }
    store.move_images(report.found)
    places = {place.id: place.path for place in store.image_places()}
    assert media_digest(places[first]) != media_digest(places[second])
    assert lost(store) == []


def test_odd_names_survive_a_copy_to_another_folder_and_a_backup(
    store: AnnotationStore, photos: list[Path], tmp_path: Path
) -> None:
    ids = store.add_images(photos)
    assert store.path is not None
    target = tmp_path / "deep" / "er" / "copy ’ 的.gkdt"
    target.parent.mkdir(parents=True)
    copy_project(store.path, target)
    for file in (target, make_backup(store.path)):
        database = ProjectDatabase.snapshot(file)
        assert [database.image(number).path for number in ids] == photos
        database.close()
