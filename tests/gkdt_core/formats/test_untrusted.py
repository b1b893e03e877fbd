"""Files from anywhere: nothing in them is run, followed out of the folder or expanded; the rest is read."""

from __future__ import annotations

import base64
import contextlib
import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gkdt_core.domain import Category
from gkdt_core.errors import DatasetError, GkdtError
from gkdt_core.formats import files, hdf5
from gkdt_core.formats.building import ReadOptions, ReadResult, WriteOptions
from gkdt_core.formats.registry import FORMATS, format_at
from gkdt_core.formats.unpacking import unpack_pictures
from gkdt_core.formats.yolo import keypoint_places

from .probes import HAND, one, points, write_images


def read(name: str, path: Path) -> ReadResult:
    return FORMATS[name].read(path, ReadOptions())


def test_entities_of_xml_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xml"
    path.write_text('<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]><annotations>&y;</annotations>')
    with pytest.raises(DatasetError, match="document type"):
        read("cvat", path)


def test_aliases_of_yaml_and_python_objects_are_refused(tmp_path: Path) -> None:
    for text in ("a: &x [1]\nb: *x\n", "a: !!python/object/apply:os.system ['true']\n"):
        path = tmp_path / "data.yaml"
        path.write_text(text)
        with pytest.raises(DatasetError, match="not plain YAML"):
            files.read_yaml(path)


def test_files_above_the_bound_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_text("x" * 101)
    with pytest.raises(DatasetError, match="are not read"):
        files.read_text(path, 100)


class _Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return eval, ("1/0",)


def test_column_names_of_pandas_that_name_code_are_not_loaded() -> None:
    with pytest.raises(ValueError, match="cannot be trusted"):
        hdf5._plain(np.bytes_(pickle.dumps(_Evil(), protocol=0)))
    assert hdf5._plain(np.bytes_(pickle.dumps([(1, ["a", "b"])], protocol=0))) == [(1, ["a", "b"])]


def _slp(folder: Path) -> Path:
    pytest.importorskip("h5py")
    path = folder / "a.slp"
    FORMATS["sleap"].write(one(points()), path, WriteOptions())  # type: ignore[misc]
    return path


def _other_link(file: Any, elsewhere: Path) -> None:
    h5py = pytest.importorskip("h5py")

    file["points"] = h5py.ExternalLink(str(elsewhere), "points")


def _other_storage(file: Any, elsewhere: Path) -> None:
    h5py = pytest.importorskip("h5py")

    file.create_dataset("points", (4,), _POINTS, external=[(str(elsewhere), 0, h5py.h5f.UNLIMITED)])


def _other_dataset(file: Any, elsewhere: Path) -> None:
    h5py = pytest.importorskip("h5py")

    layout = h5py.VirtualLayout((4,), _POINTS)
    layout[:] = h5py.VirtualSource(str(elsewhere), "points", (4,), _POINTS)
    file.create_virtual_dataset("points", layout)


_POINTS = np.dtype([("x", "<f8"), ("y", "<f8"), ("visible", "?"), ("complete", "?")])


@pytest.mark.parametrize("lead_out", [_other_link, _other_storage, _other_dataset])
def test_hdf5_that_takes_values_from_another_file_is_refused(
    lead_out: Callable[[Any, Path], None], tmp_path: Path
) -> None:
    path, elsewhere = _slp(tmp_path), tmp_path / "secret"
    elsewhere.write_bytes(b"secret" * 100)
    h5py = pytest.importorskip("h5py")

    with h5py.File(path, "a") as file:
        del file["points"]
        lead_out(file, elsewhere)
    with pytest.raises(DatasetError, match="another file"):
        read("sleap", path)
    with pytest.raises(DatasetError, match="another file"):
        read("nwb", path)


def test_hdf5_that_stands_for_more_than_memory_holds_is_refused(tmp_path: Path) -> None:
    path = _slp(tmp_path)
    h5py = pytest.importorskip("h5py")

    with h5py.File(path, "a") as file:
        del file["points"]
        file.create_dataset("points", (10**10,), _POINTS, chunks=(10**6,), compression="gzip")
    with pytest.raises(DatasetError, match="10,000,000,000 values"):
        read("sleap", path)
    with pytest.raises(ValueError, match="values"):
        hdf5.bounded(np.broadcast_to(np.zeros(1), (10**9,)))


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("../../run.py", b"print('mine')", "no name of an image file"),
        ("a.png", b"print('mine')", "not an image"),
        ("a.png", b"", "empty file"),
    ],
)
def test_only_pictures_come_out_of_a_file_of_annotations(
    name: str, content: bytes, reason: str, tmp_path: Path
) -> None:
    shape = {"label": "nose", "points": [[1, 2]], "shape_type": "point"}
    page = {"shapes": [shape], "imagePath": name, "imageData": base64.b64encode(content).decode()}
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.json").write_text(json.dumps(page))
    result = unpack_pictures(read("labelme", tmp_path / "in"), tmp_path / "out")
    assert reason in result.skipped[0]
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["a.json"]


def test_images_outside_the_folder_are_skipped_and_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("image,keypoint,x,y\n../../etc/passwd,nose,1,2\nok.png,nose,3,4\n")
    result = read("csv", tmp_path / "a.csv")
    assert [image.file_name for image in result.dataset.images] == ["ok.png"]
    assert len(result.skipped) == 1
    assert "passwd" in result.skipped[0]


def test_a_labelme_file_cannot_point_out_of_its_folder(tmp_path: Path) -> None:
    inner = tmp_path / "set"
    write_images(tmp_path, ("secret.png",))
    inner.mkdir()
    shape = {"label": "nose", "points": [[1, 2]], "shape_type": "point"}
    content = {
        "shapes": [shape],
        "imagePath": "../secret.png",
        "version": "5",
        "flags": {},
        "imageData": None,
    }
    (inner / "a.json").write_text(json.dumps(content))
    (image,) = read("labelme", inner).dataset.images
    assert image.file_name == "secret.png"  # in the folder itself, where there is none


def test_bad_rows_of_yolo_are_skipped_with_the_reason_and_the_rest_is_read(tmp_path: Path) -> None:
    write_images(tmp_path, ("images/train/a.png",))
    labels = tmp_path / "labels" / "train"
    labels.mkdir(parents=True)
    (tmp_path / "data.yaml").write_text("kpt_shape: [1, 3]\nnames: [dot]\n")
    rows = ["0 .5 .5 .2 .2 .5 .5 2.0", "0 .5 .5", "7 .5 .5 .2 .2 .5 .5 2", "0 .5 .5 .2 .2 nan .5 2"]
    (labels / "a.txt").write_text("\n".join(rows))
    (labels / "b.txt").write_text(rows[0])
    result = read("yolo", tmp_path)
    assert len(result.dataset.annotations) == 1
    reasons = " ".join(result.skipped)
    for reason in ("3 numbers, expected 8", "class 7", "not all of it are numbers", "no image"):
        assert reason in reasons
    assert result.skipped_count == 4


def test_yolo_with_two_numbers_a_keypoint_has_no_hidden_ones(tmp_path: Path) -> None:
    write_images(tmp_path, ("images/train/a.png",))
    labels = tmp_path / "labels" / "train"
    labels.mkdir(parents=True)
    (tmp_path / "data.yaml").write_text("kpt_shape: [2, 2]\nflip_idx: [1, 0]\nnames: {0: dot}\n")
    (labels / "a.txt").write_text("0 .5 .5 .2 .2 .5 .5 -1 -1")
    (annotation,) = read("yolo", tmp_path).dataset.annotations
    assert annotation.instance.visibility.tolist() == [2, 0]
    assert annotation.instance.category.pairs == ((0, 1),)


def test_one_flip_idx_is_right_for_classes_that_mirror_differently() -> None:
    one = Category("a", ("l", "r", "x"), pairs=((0, 1),))
    two = Category("b", ("m", "n", "right", "left"), pairs=((3, 2),))
    places, flip = keypoint_places([one, two])
    for category, chosen in zip((one, two), places, strict=True):
        for index, other in enumerate(category.flip_permutation):
            assert flip[chosen[index]] == chosen[other]
    assert sorted(flip) == list(range(len(flip)))


_CVAT = """<?xml version="1.0" encoding="utf-8"?>
<annotations><version>1.1</version><meta><task><labels>
<label><name>dog</name><type>skeleton</type><svg>&lt;line data-node-from="1" data-node-to="2"/&gt;
&lt;circle data-node-id="1" data-label-name="nose"/&gt;
&lt;circle data-node-id="2" data-label-name="tail"/&gt;</svg>
</label><label><name>tail</name><type>points</type><parent>dog</parent></label>
<label><name>nose</name><type>points</type><parent>dog</parent></label></labels></task></meta>
<image id="0" name="a.png" width="97" height="61"><skeleton label="dog" source="manual">
<points label="nose" occluded="1" outside="0" points="1.50,2.50"/>
<points label="tail" occluded="0" outside="1" points="3,4"/></skeleton>
<box label="dog" xtl="1" ytl="1" xbr="2" ybr="2"/></image>
<track id="1" label="dog"><skeleton frame="3" keyframe="1"><points label="nose" occluded="0" outside="0"
points="5,6"/></skeleton><skeleton frame="4" keyframe="0"><points label="nose" outside="0" points="9,9"/>
</skeleton></track></annotations>"""


def test_skeletons_of_cvat_come_with_visibility_and_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(_CVAT)
    assert format_at(path).id == "cvat"
    result = read("cvat", path)
    (record,) = result.dataset.categories
    assert record.category.keypoints == ("nose", "tail")
    assert record.category.edges == ((0, 1),)
    still, tracked = (annotation.instance for annotation in result.dataset.annotations)
    assert still.visibility.tolist() == [1, 0]
    assert still.keypoints[0].tolist() == [1.5, 2.5]
    assert tracked.keypoints[0].tolist() == [5, 6]
    assert [image.file_name for image in result.dataset.images] == ["a.png", "frame_000003.png"]
    assert result.skipped == ('image "a.png": a box "dog" is no skeleton.',)


_SCRAPS = ("-1", "1e999", "nan", "null", "{}", "[]", '"', "9" * 30, ",", "\n", "../", "true", "\ud7ff", "<a>")


@pytest.mark.parametrize("name", ["yolo", "labelme", "csv", "csv-wide", "deeplabcut", "cvat"])
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_is_read_as_far_as_it_goes_or_refused(
    name: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    path = folder / "out.xml"
    path.write_text(_CVAT)
    form = FORMATS[name]
    if form.write is not None:
        path = folder / f"out{form.suffix}"
        write_images(folder, ("frames/a.png",))
        form.write(one(points(), points(HAND)), path, WriteOptions(folder))
    texts = (".json", ".txt", ".yaml", ".csv", ".xml")
    files = sorted(p for p in ([path] if path.is_file() else path.rglob("*")) if p.suffix in texts)
    victim = data.draw(st.sampled_from(files))
    text = victim.read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.sampled_from((0, 1, 3, 10)))
        text = text[:start] + data.draw(st.sampled_from(_SCRAPS)) + text[end:]
    victim.write_text(text, encoding="utf-8")
    for look in (lambda: form.read(path, ReadOptions()), lambda: form.validate(path)):
        with contextlib.suppress(GkdtError):
            look()


def test_a_file_of_no_format_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("hello")
    with pytest.raises(DatasetError, match="cannot be told"):
        format_at(tmp_path / "a.txt")
    with pytest.raises(DatasetError, match="There is no file"):
        format_at(tmp_path / "nothing")
