"""Files as other tools and people really write them: what is odd is told with its reason, the rest read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gkdt_core.domain import Instance, Origin
from gkdt_core.errors import DatasetError
from gkdt_core.formats.building import ReadOptions, ReadResult, WriteOptions
from gkdt_core.formats.registry import FORMATS, format_at
from gkdt_core.formats.yolo import SETTINGS

from .probes import one, points, write_images


def put(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def read(path: Path, name: str | None = None) -> ReadResult:
    form = format_at(path)
    assert name is None or form.id == name
    return form.read(path, ReadOptions())


def instances(result: ReadResult) -> list[Instance]:
    return [annotation.instance for annotation in result.dataset.annotations]


# -- YOLO-pose ---------------------------------------------------------------------------------------------

_ROW = "0 .5 .5 .2 .2 .5 .5 2\n"
_SETTINGS = "kpt_shape: [1, 3]\nflip_idx: [0]\nnames: {0: dot}\n"
# what `data.yaml` says of folders, where it is, and where the two pictures and their labels are
_LAYOUTS = {
    "other names of folders": (
        "train: images/train\nval: images/val2017\n",
        "data.yaml",
        (("images/train/a", "labels/train/a"), ("images/val2017/b", "labels/val2017/b")),
    ),
    "Roboflow": (
        "train: ../train/images\nval: ../valid/images\n",
        "data.yaml",
        (("train/images/a", "train/labels/a"), ("valid/images/b", "valid/labels/b")),
    ),
    "settings beside the folder": (
        "path: ..\ntrain: set/tr/images\nval: set/va/images\n",
        "cfg/data.yaml",
        (("set/tr/images/a", "set/tr/labels/a"), ("set/va/images/b", "set/va/labels/b")),
    ),
    "lists of folders": (
        "train: [images/one, images/two]\nval: images/two\n",
        "data.yaml",
        (("images/one/a", "labels/one/a"), ("images/two/b", "labels/two/b")),
    ),
    "lists of files": (
        "train: train.txt\nval: val.txt\n",
        "data.yaml",
        (("images/a", "labels/a"), ("images/b", "labels/b")),
    ),
    "labels beside the images": ("train: .\nval: .\n", "data.yaml", (("a", "a"), ("b", "b"))),
}


@pytest.mark.parametrize("name", _LAYOUTS)
def test_pictures_of_yolo_are_where_data_yaml_says(name: str, tmp_path: Path) -> None:
    said, settings, files = _LAYOUTS[name]
    path = put(tmp_path, settings, said + _SETTINGS)
    for image, label in files:
        write_images(tmp_path, (f"{image}.png",))
        put(tmp_path, f"{label}.txt", _ROW)
    put(tmp_path, "train.txt", "./images/a.png\n")
    put(tmp_path, "val.txt", "images/b.png\n")
    result = read(path, "yolo")
    names = {(result.images_dir / image.file_name).relative_to(tmp_path) for image in result.dataset.images}
    assert names == {Path(f"{image}.png") for image, _ in files}
    assert len(instances(result)) == 2
    assert result.skipped == ()
    assert FORMATS["yolo"].validate(path).skipped == []


@pytest.mark.parametrize("entry", ["../../..", "/", "/etc", "images/none"])
def test_data_yaml_cannot_lead_out_of_its_folder_or_to_nothing(entry: str, tmp_path: Path) -> None:
    write_images(tmp_path / "a" / "b", ("images/a.png",))
    put(tmp_path / "a" / "b", "labels/a.txt", _ROW)
    path = put(tmp_path / "a" / "b", SETTINGS, f"path: /\ntrain: {entry}\nval: images\n{_SETTINGS}")
    result = read(path, "yolo")
    assert [image.file_name for image in result.dataset.images] == ["a.png"]
    assert result.skipped == (f'data.yaml: "train" names "{entry}", which is not in its folder.',)


def test_no_folder_called_images_comes_between_a_picture_and_its_label(tmp_path: Path) -> None:
    names = ("images/a.png", "cam/images/b.png", "cam/b.png")
    write_images(tmp_path / "in", names)
    out = tmp_path / "out"
    notes = FORMATS["yolo"].write(one(points(), names=names), out, WriteOptions(tmp_path / "in"))  # type: ignore[misc]
    written = {path.relative_to(out).as_posix() for path in out.rglob("*.*")}
    assert {f"images/train/{name}" for name in ("a.png", "cam/b.png", "cam/b (2).png")} <= written
    assert {f"labels/train/{name}" for name in ("a.txt", "cam/b.txt", "cam/b (2).txt")} <= written
    assert notes == ("3 images got other names.",)


def test_rows_that_say_the_same_are_both_written_and_validation_tells(tmp_path: Path) -> None:
    write_images(tmp_path / "in", ("a.png",))
    dataset = one(points(), points(), names=("a.png",))
    FORMATS["yolo"].write(dataset, tmp_path / "out", WriteOptions(tmp_path / "in"))  # type: ignore[misc]
    assert len(instances(read(tmp_path / "out", "yolo"))) == 2
    assert "it is there twice" in FORMATS["yolo"].validate(tmp_path / "out").skipped[0]


def _yolo(folder: Path, settings: str | None, rows: str) -> Path:
    write_images(folder, ("images/a.png",))
    put(folder, "labels/a.txt", rows)
    if settings is not None:
        put(folder, SETTINGS, settings)
    return folder


def test_of_two_numbers_a_keypoint_only_negative_ones_and_zeros_are_absent(tmp_path: Path) -> None:
    settings = "kpt_shape: [4, 2]\nnames: [dot]\n"
    rows = "0 .5 .5 .2 .2 0 .5 0 0 -1 -1 .5 0\n"
    (instance,) = instances(read(_yolo(tmp_path, settings, rows), "yolo"))
    assert instance.visibility.tolist() == [2, 0, 0, 2]


def test_predictions_of_ultralytics_have_scores(tmp_path: Path) -> None:
    settings = "kpt_shape: [2, 3]\nnames: [dot]\n"
    rows = "0 .5 .5 .2 .2 .5 .5 0.93 .2 .2 0.25\n0 .5 .5 .2 .2 .5 .5 0.5 .1 .1 0.25 0.875\n"
    result = read(_yolo(tmp_path, settings, rows), "yolo")
    first, second = instances(result)
    assert first.scores.tolist() == [0.93, 0.25]
    assert first.visibility.tolist() == [2, 2]
    assert first.origins.tolist() == [Origin.MODEL, Origin.MODEL]
    assert second.scores.tolist() == [0.5, 0.25]  # the last number is the box's
    assert result.skipped == ()


def test_without_settings_most_rows_say_what_a_row_is(tmp_path: Path) -> None:
    result = read(_yolo(tmp_path, None, _ROW * 2 + "abc 1 2\nx .5 .5 .2 .2 .5 .5 2\n"), "yolo")
    assert len(instances(result)) == 2
    assert result.skipped_count == 2


def test_labels_without_a_row_of_numbers_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="no rows of numbers"):
        read(_yolo(tmp_path, None, "abc\n"), "yolo")


@pytest.mark.parametrize("flip", ["[1, 1]", "['1', '0']", "[0]", "5"])
def test_a_wrong_flip_idx_is_told_and_left_out(flip: str, tmp_path: Path) -> None:
    settings = f"kpt_shape: [2, 3]\nnames: [dot]\nflip_idx: {flip}\ntrain: images\nval: images\n"
    folder = _yolo(tmp_path, settings, "0 .5 .5 .2 .2 .5 .5 2 .1 .1 2\n")
    result = read(folder, "yolo")
    assert len(instances(result)) == 1
    assert "is not an order of the 2 keypoints" in result.skipped[0]
    assert "is not an order of the 2 keypoints" in FORMATS["yolo"].validate(folder).skipped[0]


def test_a_box_without_a_size_is_left_out_of_its_instance(tmp_path: Path) -> None:
    result = read(_yolo(tmp_path, _SETTINGS, "0 .5 .5 -.2 .2 .5 .5 2\n"), "yolo")
    assert instances(result)[0].box is None
    assert result.skipped == ("labels/a.txt, row 1: its box has no width or height and is left out.",)


def test_validation_counts_the_classes_as_ultralytics_does(tmp_path: Path) -> None:
    settings = (
        "kpt_shape: [1, 3]\nflip_idx: [0]\nnc: 3\nnames: {0: dot, 2: dash}\ntrain: images\nval: images\n"
    )
    assert FORMATS["yolo"].validate(_yolo(tmp_path, settings, _ROW)).skipped == [
        'data.yaml: "names" must number the classes 0 to 1.',
        'data.yaml: "nc" is 3, but "names" has 2.',
    ]


# -- tables ------------------------------------------------------------------------------------------------

_HEADER = "image,keypoint,x,y"
# the text and its encoding
_EXCEL = {
    "byte order mark": (f"{_HEADER}\r\nb.png,nose,12.5,4\r\n", "utf-8-sig"),
    "semicolons and decimal commas": ("image;keypoint;x;y\r\nb.png;nose;12,5;4\r\n", "utf-8-sig"),
    "its own first line": ("sep=;\r\nimage;keypoint;x;y\r\nb.png;nose;12,5;4\r\n", "utf-8"),
    "Unicode text": ("image\tkeypoint\tx\ty\r\nb.png\tnose\t12,5\t4\r\n", "utf-16"),
    "tabs": ("image\tkeypoint\tx\ty\nb.png\tnose\t12.5\t4\n", "utf-8"),
}


@pytest.mark.parametrize("name", _EXCEL)
def test_tables_of_excel_are_read(name: str, tmp_path: Path) -> None:
    text, encoding = _EXCEL[name]
    result = read(put(tmp_path, "a.csv", text, encoding), "csv")
    assert instances(result)[0].keypoints.tolist() == [[12.5, 4]]
    assert result.skipped == ()


# columns after the image, their cells, and what is said
_CELLS = {
    "a word for a number": ("keypoint,x,y", "nose,abc,4", '"abc" in column "x" is not a number'),
    "infinity": ("keypoint,x,y", "nose,inf,4", '"inf" in column "x" is not a number'),
    "half a position": ("keypoint,x,y", "nose,3,", 'only one of "x" and "y"'),
    "a flag beyond 2": ("keypoint,x,y,visibility", "nose,3,4,7", "the point counts as visible"),
    "a word for a flag": ("keypoint,x,y,visibility", "nose,3,4,seen", '"seen" in column "visibility"'),
    "a state nobody knows": ("keypoint,x,y,state", "nose,3,4,done", '"done" is no state'),
    "an origin nobody knows": ("keypoint,x,y,origin", "nose,3,4,alien", '"alien" is nobody'),
    "half a box": ("keypoint,x,y,box_x1,box_y1", "nose,3,4,1,2", "its box has not four numbers"),
    "wide: a word": ("nose_x,nose_y", "abc,4", '"abc" in column "nose x" is not a number'),
    "wide: half a position": ("nose_x,nose_y", "3,", 'only one of "nose x" and "nose y"'),
    "wide: a flag beyond 2": ("nose_x,nose_y,nose_v", "3,4,9", "the point counts as visible"),
}


@pytest.mark.parametrize("name", _CELLS)
def test_an_odd_cell_is_told_and_the_row_read(name: str, tmp_path: Path) -> None:
    columns, cells, reason = _CELLS[name]
    extra = "tail,1,2" if "keypoint" in columns else "5,6"
    path = put(tmp_path, "a.csv", f"image,{columns}\nb.png,{cells}\nc.png,{extra}\n")
    result = read(path)
    assert len(instances(result)) == 2
    assert any(reason in sentence for sentence in result.skipped), result.skipped
    assert all(sentence.startswith("a.csv, line 2: ") for sentence in result.skipped)
    assert format_at(path).validate(path).count == result.skipped_count


@pytest.mark.parametrize("empty", ["", "nan", "NaN", "NA", "null"])
def test_words_for_nothing_are_nothing(empty: str, tmp_path: Path) -> None:
    result = read(put(tmp_path, "a.csv", f"{_HEADER}\nb.png,nose,{empty},{empty}\nb.png,tail,1,2\n"), "csv")
    assert instances(result)[0].visibility.tolist() == [0, 2]
    assert result.skipped == ()


def test_a_wide_row_that_ends_early_is_told(tmp_path: Path) -> None:
    result = read(put(tmp_path, "a.csv", "nose_x,nose_y,image\n1,2,b.png\n3,4\n"), "csv-wide")
    assert len(instances(result)) == 1
    assert result.skipped == ("a.csv, line 3: it names no image.",)


@pytest.mark.parametrize("header", ["track,nose_x,nose_y", "image,keypoint,x,y"])
def test_a_table_without_a_single_image_is_refused(header: str, tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", f"{header}\n,,2,3\n")
    with pytest.raises(DatasetError, match="names an image that can be used"):
        read(path)


def test_sizes_beyond_reason_are_not_believed(tmp_path: Path) -> None:
    text = "image,width,height,keypoint,x,y\nb.png,1e300,1e300,nose,3,4\n"
    (image,) = read(put(tmp_path, "a.csv", text), "csv").dataset.images
    assert (image.height, image.width) == (0, 0)


def test_scores_are_cut_to_0_to_1(tmp_path: Path) -> None:
    result = read(put(tmp_path, "a.csv", f"{_HEADER},score\nb.png,nose,1,2,5\n"), "csv")
    assert instances(result)[0].scores.tolist() == [1]


# -- LabelMe -----------------------------------------------------------------------------------------------


def _shape(label: Any, **fields: Any) -> dict[str, Any]:
    return {
        "label": label,
        "points": [[1, 2]],
        "shape_type": "point",
        "group_id": None,
        "flags": {},
        **fields,
    }


def _labelme(folder: Path, *shapes: Any, name: str = "a") -> Path:
    content: dict[str, Any] = {"version": "5.5.0", "flags": {}, "imagePath": f"{name}.png", "imageData": None}
    write_images(folder, (f"{name}.png",))
    put(folder, f"{name}.json", json.dumps({**content, "shapes": shapes}))
    return folder


@pytest.mark.parametrize(("label", "name"), [(" nose ", "nose"), (0, "0"), (7, "7")])
def test_a_label_with_spaces_or_of_a_number_is_a_name(label: Any, name: str, tmp_path: Path) -> None:
    result = read(_labelme(tmp_path, _shape(label)), "labelme")
    (instance,) = instances(result)
    assert instance.category.keypoints == (name,)
    assert instance.labeled.all()


def test_groups_numbered_with_a_point_are_groups(tmp_path: Path) -> None:
    result = read(_labelme(tmp_path, _shape("nose", group_id=1.0), _shape("nose", group_id=2.0)), "labelme")
    assert len(instances(result)) == 2
    assert result.skipped == ()


def test_a_position_that_is_none_leaves_the_other_shapes(tmp_path: Path) -> None:
    odd = [
        _shape("nose", points=[[float("nan"), 2]]),
        _shape("ear", points=[[1, 2, 3]]),
        _shape("eye", points=[]),
    ]
    result = read(_labelme(tmp_path, *odd, _shape("tail")), "labelme")
    assert instances(result)[0].category.keypoints == ("tail",)
    assert [sentence.partition(":")[0] for sentence in result.skipped] == [
        f"a.json, shape {number}" for number in (1, 2, 3)
    ]


def test_a_point_of_an_old_file_need_not_say_that_it_is_one(tmp_path: Path) -> None:
    put(tmp_path, "a.json", json.dumps({"shapes": [{"label": "nose", "points": [[1, 2]]}]}))
    assert instances(read(tmp_path, "labelme"))[0].labeled.all()


def test_a_second_box_of_a_group_is_told(tmp_path: Path) -> None:
    box = _shape("dog", shape_type="rectangle", points=[[0, 0], [5, 5]])
    result = read(_labelme(tmp_path, box, {**box, "label": "cat"}, _shape("nose")), "labelme")
    assert instances(result)[0].category.name == "dog"
    assert result.skipped == ('a.json, shape 2: its group has the box of a "dog" already.',)


def test_json_of_something_else_is_one_problem(tmp_path: Path) -> None:
    put(_labelme(tmp_path, _shape("nose")), "z.json", '{"images": []}')
    assert FORMATS["labelme"].validate(tmp_path).skipped == ["z.json: it is no LabelMe file."]


# -- CVAT --------------------------------------------------------------------------------------------------


def _cvat(folder: Path, shapes: str, version: str = "1.1") -> Path:
    return put(folder, "a.xml", f"<annotations><version>{version}</version>{shapes}</annotations>")


def test_points_of_cvat_1_0_are_keypoints_by_their_labels_and_groups(tmp_path: Path) -> None:
    shapes = "".join(
        f'<points label="{label}" occluded="{hidden}" group_id="{group}" points="{at}"/>'
        for label, hidden, group, at in (
            ("nose", 0, 1, "1.5,2"),
            ("tail", 1, 1, "3,4"),
            ("nose", 0, 2, "5,6"),
            ("nose", 0, 2, "7,8"),
            ("tail", 0, 2, "nan,8"),
        )
    )
    result = read(
        _cvat(tmp_path, f'<image name="a.png" width="97" height="61">{shapes}</image>', "1.0"), "cvat"
    )
    first, second = instances(result)
    assert first.category.keypoints == ("nose", "tail")
    assert first.keypoints.tolist() == [[1.5, 2], [3, 4]]
    assert first.visibility.tolist() == [2, 1]
    assert second.visibility.tolist() == [2, 0]
    assert [sentence.partition(": ")[2] for sentence in result.skipped] == [
        'there is already a "nose"; group each instance in CVAT.',
        '"tail" is not made of numbers.',
    ]


def test_points_of_one_shape_are_one_instance(tmp_path: Path) -> None:
    shape = '<image name="a.png"><points label="face" points="1,2;3,4;5,6"/></image>'
    (instance,) = instances(read(_cvat(tmp_path, shape), "cvat"))
    assert instance.category.name == "face"
    assert instance.keypoints.tolist() == [[1, 2], [3, 4], [5, 6]]


def test_a_track_ends_where_all_of_its_points_are_outside(tmp_path: Path) -> None:
    points_of = '<points label="nose" outside="{}" occluded="0" points="1,2"/>'
    shapes = "".join(
        f'<skeleton frame="{frame}" keyframe="1">{points_of.format(outside)}</skeleton>'
        for frame, outside in ((0, 0), (7, 1))
    )
    result = read(_cvat(tmp_path, f'<track id="0" label="dog">{shapes}</track>'), "cvat")
    assert [image.file_name for image in result.dataset.images] == ["frame_000000.png"]
    assert len(instances(result)) == 1


def test_points_of_a_track_without_a_skeleton_are_keypoints(tmp_path: Path) -> None:
    point = '<points frame="3" outside="0" occluded="0" keyframe="1" points="{}"/>'
    track = f'<track id="{{}}" label="{{}}">{point}</track>'
    path = _cvat(tmp_path, track.format(0, "nose", "1,2") + track.format(1, "tail", "3,4"))
    (instance,) = instances(read(path, "cvat"))
    assert instance.keypoints.tolist() == [[1, 2], [3, 4]]


def test_a_point_that_is_twice_in_a_skeleton_is_told(tmp_path: Path) -> None:
    inner = '<points label="nose" points="1,2"/><points label="nose" points="3,4"/>'
    result = read(
        _cvat(tmp_path, f'<image name="a.png"><skeleton label="dog">{inner}</skeleton></image>'), "cvat"
    )
    assert instances(result)[0].keypoints.tolist() == [[1, 2]]
    assert result.skipped == ('image "a.png": "nose" is there twice; the first counts.',)


def test_a_file_with_boxes_only_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="no skeletons and no points"):
        read(_cvat(tmp_path, '<image name="a.png"><box label="dog"/></image>'), "cvat")


# -- DeepLabCut --------------------------------------------------------------------------------------------

_TABLE = """scorer,,,me,me,me,me
bodyparts,,,nose,nose,tail,tail
coords,,,x,y,x,y
labeled-data,v,img0.png,1,2,3,4
labeled-data,v,img1.png,,,5,6
"""
_OLD_TABLE = r"""scorer,me,me,me,me
bodyparts,nose,nose,tail,tail
coords,x,y,x,y
labeled-data\v\img0.png,1,2,3,4
labeled-data\v\img1.png,,,5,6
"""
_CSV = "labeled-data/v/CollectedData_me.csv"


def _deeplabcut(folder: Path, table: str, config: str = "", encoding: str = "utf-8") -> Path:
    write_images(folder, ("labeled-data/v/img0.png", "labeled-data/v/img1.png"))
    if config:
        put(folder, "config.yaml", config)
    return put(folder, _CSV, table, encoding)


@pytest.mark.parametrize(
    ("table", "encoding"),
    [
        (_TABLE, "utf-8-sig"),
        (_TABLE.replace(",", ";"), "utf-8"),
        (_TABLE.replace("nose", " nose"), "utf-8"),
        (_OLD_TABLE, "utf-8"),
    ],
)
def test_tables_of_deeplabcut_that_people_have_saved_again_are_read(
    table: str, encoding: str, tmp_path: Path
) -> None:
    result = read(_deeplabcut(tmp_path, table, encoding=encoding), "deeplabcut")
    first, second = instances(result)
    assert first.category.keypoints == ("nose", "tail")
    assert first.keypoints.tolist() == [[1.5, 2.5], [3.5, 4.5]]
    assert second.visibility.tolist() == [0, 2]
    assert result.skipped == ()


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        (_TABLE.replace("5,6", "5,abc"), '"abc" is not a number; it counts as not labelled.'),
        (_TABLE.replace("5,6", "inf,6"), '"inf" is not a number'),
        (_TABLE.replace("tail", "nose"), 'the column "nose x" is there twice; the first counts.'),
        (_TABLE.replace("x,y,x,y", "x,y,x,z"), "a body part has no column x or y"),
    ],
)
def test_what_is_odd_in_a_table_of_deeplabcut_is_told(table: str, reason: str, tmp_path: Path) -> None:
    result = read(_deeplabcut(tmp_path, table), "deeplabcut")
    np.testing.assert_array_equal(instances(result)[0].keypoints[0], (1.5, 2.5))
    assert any(reason in sentence for sentence in result.skipped), result.skipped


def test_settings_of_deeplabcut_may_be_anything(tmp_path: Path) -> None:
    config = "scorer: [1]\nbodyparts: 3\nskeleton: {a: b}\nvideo_sets: [x]\nTask: {}\nuniquebodyparts: 5\n"
    path = _deeplabcut(tmp_path, _TABLE, config)
    assert len(instances(read(path, "deeplabcut"))) == 2
    assert any("its scorer is" in sentence for sentence in FORMATS["deeplabcut"].validate(path).skipped)


def _project(folder: Path) -> Path:
    pytest.importorskip("tables")
    write_images(folder / "in", ("v/a.png", "v/b.png"))
    dataset = one(points(), points(shift=3), names=("v/a.png", "v/b.png"))
    FORMATS["deeplabcut"].write(dataset, folder / "out", WriteOptions(folder / "in"))  # type: ignore[misc]
    return folder / "out"


def test_pandas_reads_both_tables_of_deeplabcut_and_they_agree(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    table = next(_project(tmp_path).rglob("*.csv"))
    stored = pandas.read_hdf(table.with_suffix(".h5"), "df_with_missing")
    levels = list(range(stored.columns.nlevels))
    typed = pandas.read_csv(table, header=levels, index_col=[0, 1, 2])
    assert list(stored.columns.names) == ["scorer", "individuals", "bodyparts", "coords"]
    assert list(typed.columns) == list(stored.columns)
    assert list(typed.index) == list(stored.index)
    assert list(stored.index[0]) == ["labeled-data", "v", "a.png"]
    np.testing.assert_array_equal(typed.to_numpy(), stored.to_numpy())


def test_a_csv_that_was_edited_without_its_h5_is_told(tmp_path: Path) -> None:
    project = _project(tmp_path)
    table = next(project.rglob("*.csv"))
    assert FORMATS["deeplabcut"].validate(project).skipped == []
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("9.75", "11.75", 1), encoding="utf-8")
    (problem,) = FORMATS["deeplabcut"].validate(project).skipped
    assert "the .h5 beside it has other positions" in problem
    table.write_text(text.replace("a.png", "z.png", 1), encoding="utf-8")
    assert any("other columns or pictures" in p for p in FORMATS["deeplabcut"].validate(project).skipped)


def test_an_h5_of_pandas_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    table = next(_project(tmp_path).rglob("*.h5"))
    machine = table.rename(table.with_name("some predictions.h5"))
    assert len(instances(read(machine, "deeplabcut"))) == 2


def test_an_h5_that_cannot_be_read_is_told_by_validation(tmp_path: Path) -> None:
    project = _project(tmp_path)
    next(project.rglob("*.csv")).unlink()
    next(project.rglob("*.h5")).write_bytes(b"no table")
    assert any("cannot be read" in problem for problem in FORMATS["deeplabcut"].validate(project).skipped)
