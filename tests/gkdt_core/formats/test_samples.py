"""Files that other programs wrote: read, held to facts about them, and through other formats and back."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from gkdt_core.domain import Instance
from gkdt_core.errors import DatasetError
from gkdt_core.formats.building import ReadOptions, ReadResult, WriteOptions
from gkdt_core.formats.registry import FORMATS, format_at
from gkdt_core.formats.unpacking import unpack_pictures
from tests.shared_data import SHARED, needs_shared

SAMPLES = SHARED / "data" / "formats"
pytestmark = needs_shared

# path, format, images, instances, labelled keypoints
_FACTS = [
    ("coco/test_coco.json", "coco", 4, 14, 181),
    ("yolo_pose_wagon_door", "yolo", 2, 3, 12),
    ("deeplabcut_openfield/openfield-Pranav-2018-10-30", "deeplabcut", 116, 116, 464),
    ("deeplabcut_reaching/Reaching-Mackenzie-2018-08-30", "deeplabcut", 55, 55, 233),
    ("deeplabcut_multianimal_csv", "deeplabcut", 4, 7, 17),
    ("deeplabcut_multianimal_csv/labeled-data/video/madlc_testdata.csv", "deeplabcut", 4, 5, 13),
    ("lightning_pose_mirror_mouse", "deeplabcut", 90, 90, 1396),
    ("labelme_cephalogram", "labelme", 1, 1, 19),
    ("facial_keypoints_csv/test_frames_keypoints_first5.csv", "csv-wide", 5, 5, 340),
    ("sleap/slp_hdf5/minimal_instance.slp", "sleap", 1, 2, 4),
    ("sleap/slp_hdf5/small_robot_minimal.slp", "sleap", 2, 2, 4),
    ("sleap/pkg/minimal_instance.pkg.slp", "sleap", 1, 2, 4),
    ("sleap/tracks/clip.slp", "sleap", 1500, 3000, 38363),
]


def sample(path: str) -> ReadResult:
    form = format_at(SAMPLES / path)
    if not form.is_installed:
        pytest.skip(f"the packages {', '.join(form.needs)} are not installed")
    return form.read(SAMPLES / path, ReadOptions())


def _by_picture(result: ReadResult) -> list[Instance]:
    """The labelled instances, in the order of their pictures' own names: folders of files are read sorted."""
    names = {image.id: image.file_name.rpartition("/")[2] for image in result.dataset.images}
    members = sorted(result.dataset.annotations, key=lambda a: names[a.image_id])
    return [a.instance for a in members if a.instance.labeled.any()]


def keypoints(result: ReadResult) -> int:
    return sum(int(a.instance.labeled.sum()) for a in result.dataset.annotations)


@pytest.mark.parametrize(("path", "name", "images", "instances", "labelled"), _FACTS)
def test_a_sample_is_recognised_and_read(
    path: str, name: str, images: int, instances: int, labelled: int
) -> None:
    assert format_at(SAMPLES / path).id == name
    result = sample(path)
    counts = (len(result.dataset.images), len(result.dataset.annotations), keypoints(result))
    assert counts == (images, instances, labelled)
    assert result.skipped == ()


@pytest.mark.parametrize("target", ["coco", "labelme", "csv", "csv-wide", "deeplabcut", "sleap"])
@pytest.mark.parametrize("path", [fact[0] for fact in _FACTS if fact[2] < 100])
def test_a_sample_goes_through_a_format_and_back(path: str, target: str, tmp_path: Path) -> None:
    result, form = sample(path), FORMATS[target]
    if not form.is_installed:
        pytest.skip(f"the packages {', '.join(form.needs)} are not installed")
    assert form.write is not None
    out = tmp_path / f"out{form.suffix}"
    form.write(result.dataset, out, WriteOptions(result.images_dir))
    again = form.read(out, ReadOptions(None if form.pictures else result.images_dir))
    assert keypoints(again) == keypoints(result)
    kept, theirs = _by_picture(result), _by_picture(again)
    for one, two in zip(kept, theirs, strict=True):
        names = one.category.keypoints
        order = [names.index(name) for name in two.category.keypoints]
        np.testing.assert_allclose(one.keypoints[order], two.keypoints, atol=1e-6)


def test_the_h5_and_the_csv_of_a_project_say_the_same() -> None:
    folder = SAMPLES / "deeplabcut_reaching/Reaching-Mackenzie-2018-08-30/labeled-data/reachingvideo1"
    pytest.importorskip("h5py")
    read = FORMATS["deeplabcut"].read
    one = read(folder / "CollectedData_Mackenzie.csv", ReadOptions()).dataset
    two = read(folder / "CollectedData_Mackenzie.h5", ReadOptions()).dataset
    assert [i.file_name for i in one.images] == [i.file_name for i in two.images]
    for ours, theirs in zip(one.annotations, two.annotations, strict=True):
        np.testing.assert_allclose(ours.instance.keypoints, theirs.instance.keypoints, atol=1e-9)


def test_body_parts_keep_their_order_and_the_skeleton_comes_from_the_settings() -> None:
    (record,) = sample("deeplabcut_reaching/Reaching-Mackenzie-2018-08-30").dataset.categories
    assert record.category.name == "Reaching"
    assert record.category.keypoints[:2] == ("Hand", "Finger1")
    assert len(record.category.edges) == 2


def test_positions_of_sleap_count_from_the_centre_of_the_first_pixel() -> None:
    (first, _) = sample("sleap/slp_hdf5/minimal_instance.slp").dataset.annotations
    assert first.instance.category.keypoints == ("A", "B")  # as sleap-io reads it
    np.testing.assert_allclose(first.instance.keypoints[0] - 0.5, (92.65220773, 202.72597774), atol=1e-8)


def test_a_picture_inside_a_labelme_file_is_taken_out(tmp_path: Path) -> None:
    result = unpack_pictures(sample("labelme_cephalogram"), tmp_path)
    (image,) = result.dataset.images
    assert (tmp_path / image.file_name).is_file()
    assert (image.height, image.width) == (1671, 1340)
    assert not result.inner


def test_frames_of_a_video_and_of_a_package_are_the_same_picture(tmp_path: Path) -> None:
    packed = unpack_pictures(sample("sleap/pkg/minimal_instance.pkg.slp"), tmp_path / "packed")
    video = SAMPLES / "sleap/slp_hdf5/minimal_instance.slp"
    loose = FORMATS["sleap"].read(video, ReadOptions(SAMPLES / "sleap/json_format_v1"))
    taken = unpack_pictures(loose, tmp_path / "taken")
    sizes = {(i.height, i.width) for r in (packed, taken) for i in r.dataset.images}
    assert sizes == {(384, 384)}


def test_without_its_packages_a_format_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "h5py", None)
    with pytest.raises(DatasetError) as caught:
        FORMATS["sleap"].read(SAMPLES / "sleap/slp_hdf5/minimal_instance.slp", ReadOptions())
    assert "h5py" in caught.value.message
    assert ".[sleap]" in caught.value.hint


def test_the_folder_above_a_deeplabcut_project_will_do() -> None:
    read = FORMATS["deeplabcut"].read
    project = SAMPLES / "deeplabcut_openfield/openfield-Pranav-2018-10-30"
    above, inside = read(project.parent, ReadOptions()), read(project, ReadOptions())
    assert above.images_dir == inside.images_dir
    assert above.dataset.images == inside.dataset.images


def test_of_several_deeplabcut_projects_in_a_folder_one_has_to_be_chosen(tmp_path: Path) -> None:
    project = SAMPLES / "deeplabcut_openfield/openfield-Pranav-2018-10-30"
    table = next(project.rglob("CollectedData*.csv"))
    for name in ("a", "b"):
        place = tmp_path / name / table.relative_to(project)
        place.parent.mkdir(parents=True)
        place.write_bytes(table.read_bytes())
    with pytest.raises(DatasetError, match="has 2 DeepLabCut projects") as caught:
        FORMATS["deeplabcut"].read(tmp_path, ReadOptions())
    assert caught.value.hint == "Choose one of them: a, b"
    read = FORMATS["deeplabcut"].read(tmp_path / "a", ReadOptions())
    assert read.images_dir == tmp_path / "a" / "labeled-data"
