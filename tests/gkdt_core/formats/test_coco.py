from __future__ import annotations

import copy
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

from gkdt_core.domain import Category, ImageState, Instance, Origin, Visibility
from gkdt_core.errors import Cancelled, DatasetError
from gkdt_core.formats import coco
from gkdt_core.formats.coco import (
    CocoAnnotation,
    CocoCategory,
    CocoDataset,
    CocoImage,
    category_from_coco,
    category_to_coco,
    read_coco,
    resolve_image,
    write_coco,
)
from gkdt_core.geometry import Box
from tests.shared_data import SHARED, needs_shared

Record = dict[str, Any]
HORSE = Category("horse", ("nose", "left eye", "right eye"), ((0, 1), (0, 2)), ((1, 2),), "animal")

MINIMAL: Record = {
    "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
    "annotations": [
        {
            "id": 7,
            "image_id": 1,
            "category_id": 3,
            "keypoints": [0.1, 20, 2, 30.25, 40.5, 1, 0, 0, 0],
            "num_keypoints": 2,
            "bbox": [0.1, 10.2, 50.3, 60.7],
            "area": 3053.21,
            "iscrowd": 0,
        }
    ],
    "categories": [
        {
            "id": 3,
            "name": "horse",
            "supercategory": "animal",
            "keypoints": ["nose", "left eye", "right eye"],
            "skeleton": [[1, 2], [1, 3]],
        }
    ],
}


def put(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def changed(change: Callable[[Record], object]) -> Record:
    """A copy of MINIMAL after a change."""
    content = copy.deepcopy(MINIMAL)
    change(content)
    return content


def rewritten(tmp_path: Path, content: Record, **options: Any) -> Record:
    """What a file says after it was read and written untouched."""
    write_coco(read_coco(put(tmp_path / "in.json", content), **options), tmp_path / "out.json")
    result: Record = json.loads((tmp_path / "out.json").read_text("ascii"))
    return result


def instance(points: list[tuple[float, float, int]], **changes: Any) -> Instance:
    values = np.array(points, np.float64)
    flags = values[:, 2].astype(np.int8)
    nan = np.full(len(points), np.nan)
    return Instance(
        changes.get("category", HORSE),
        np.where(flags[:, None] > 0, values[:, :2], np.nan),
        flags,
        changes.get("scores", nan),
        changes.get("peaks", nan),
        changes.get("origins", np.zeros(len(points))),
        changes.get("box"),
    )


def dataset(*instances: Instance, **changes: Any) -> CocoDataset:
    """Instances in one image each, all of one category."""
    category = instances[0].category if instances else HORSE
    return CocoDataset(
        tuple(CocoImage(i + 1, f"{i}.png", 1000, 2000) for i in range(len(instances))),
        (CocoCategory(1, category),),
        tuple(CocoAnnotation(i + 1, i + 1, 1, one) for i, one in enumerate(instances)),
        **changes,
    )


def round_trip(tmp_path: Path, data: CocoDataset) -> CocoDataset:
    write_coco(data, tmp_path / "round.json")
    return read_coco(tmp_path / "round.json", keypoint_origin=data.keypoint_origin)


# What a file means


def test_keypoints_move_by_half_a_pixel_and_boxes_do_not(tmp_path: Path) -> None:
    one = read_coco(put(tmp_path / "a.json", MINIMAL)).annotations[0].instance
    np.testing.assert_allclose(one.keypoints[:2], [[0.6, 20.5], [30.75, 41.0]])
    assert one.box is not None
    assert one.box.as_xyxy() == pytest.approx((0.1, 10.2, 50.4, 70.9))


def test_keypoints_of_tools_that_store_clicks_are_not_moved_either_way(tmp_path: Path) -> None:
    read = read_coco(put(tmp_path / "a.json", MINIMAL), keypoint_origin="corner")
    assert read.annotations[0].instance.keypoints[:2].tolist() == [[0.1, 20.0], [30.25, 40.5]]
    assert read.keypoint_origin == "corner"
    written = rewritten(tmp_path, MINIMAL, keypoint_origin="corner")
    assert written["annotations"][0]["keypoints"] == MINIMAL["annotations"][0]["keypoints"]


def test_three_zeros_are_a_keypoint_that_is_not_labelled(tmp_path: Path) -> None:
    one = read_coco(put(tmp_path / "a.json", MINIMAL)).annotations[0].instance
    assert one.visibility.tolist() == [Visibility.VISIBLE, Visibility.OCCLUDED, Visibility.UNLABELED]
    assert np.isnan(one.keypoints[2]).all()


def test_a_visible_keypoint_in_the_first_pixel_is_not_taken_for_unlabeled(tmp_path: Path) -> None:
    content = changed(lambda c: c["annotations"][0].update(keypoints=[0, 0, 2, 0, 0, 1, 0, 0, 0]))
    one = read_coco(put(tmp_path / "a.json", content)).annotations[0].instance
    assert one.keypoints[:2].tolist() == [[0.5, 0.5], [0.5, 0.5]]
    assert rewritten(tmp_path, content)["annotations"][0]["keypoints"] == [0, 0, 2, 0, 0, 1, 0, 0, 0]


def test_labels_of_other_tools_count_as_a_persons_unless_they_have_scores(tmp_path: Path) -> None:
    one = read_coco(put(tmp_path / "a.json", MINIMAL)).annotations[0].instance
    assert one.origins.tolist() == [Origin.HUMAN, Origin.HUMAN, Origin.NONE]
    content = changed(lambda c: c["annotations"][0].update(keypoint_scores=[0.5, None, None]))
    one = read_coco(put(tmp_path / "a.json", content)).annotations[0].instance
    assert one.origins.tolist() == [Origin.MODEL, Origin.HUMAN, Origin.NONE]


def test_the_category_has_its_skeleton_from_zero_and_pairs_from_its_names(tmp_path: Path) -> None:
    assert read_coco(put(tmp_path / "a.json", MINIMAL)).categories == (CocoCategory(3, HORSE),)


def test_pairs_that_a_file_gives_are_taken_as_they_are(tmp_path: Path) -> None:
    content = changed(lambda c: c["categories"][0].update(flip_pairs=[]))
    assert read_coco(put(tmp_path / "a.json", content)).category(3).pairs == ()


@pytest.mark.parametrize(
    ("skeleton", "edges"),
    [
        ([[0, 1], [1, 2]], ((0, 1), (1, 2))),  # counted from 0
        ([[1, 2], [9, 1], [2, 2]], ((0, 1),)),
        (None, ()),
        ([], ()),
    ],
)
def test_skeletons_that_count_from_zero_or_have_useless_edges_are_understood(
    tmp_path: Path, skeleton: object, edges: object
) -> None:
    content = changed(lambda c: c["categories"][0].update(skeleton=skeleton))
    assert read_coco(put(tmp_path / "a.json", content)).category(3).edges == edges


def test_a_category_without_names_gets_numbered_keypoints(tmp_path: Path) -> None:
    content = changed(lambda c: c["categories"][0].pop("keypoints"))
    assert read_coco(put(tmp_path / "a.json", content)).category(3).keypoints == (
        "keypoint 1",
        "keypoint 2",
        "keypoint 3",
    )


def test_keypoints_in_lists_of_three_are_understood(tmp_path: Path) -> None:
    content = changed(lambda c: c["annotations"][0].update(keypoints=[[1, 2, 2], [3, 4, 1], [0, 0, 0]]))
    assert read_coco(put(tmp_path / "a.json", content)).annotations[0].instance.keypoints[1].tolist() == [
        3.5,
        4.5,
    ]


def test_the_visibility_may_be_a_decimal_number(tmp_path: Path) -> None:
    content = changed(lambda c: c["annotations"][0].update(keypoints=[1, 1, 2.0, 1, 1, 1.0, 0, 0, 0.0]))
    assert read_coco(put(tmp_path / "a.json", content)).annotations[0].instance.visibility.tolist() == [
        2,
        1,
        0,
    ]
    assert rewritten(tmp_path, content)["annotations"][0]["keypoints"] == [1, 1, 2, 1, 1, 1, 0, 0, 0]


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(MINIMAL).encode())
    assert len(read_coco(path).annotations) == 1


def test_a_box_of_zeros_is_no_box(tmp_path: Path) -> None:
    content = changed(lambda c: c["annotations"][0].update(bbox=[0, 0, 0, 0]))
    assert read_coco(put(tmp_path / "a.json", content)).annotations[0].instance.box is None


def test_the_state_of_an_image_is_read_and_a_foreign_state_is_kept(tmp_path: Path) -> None:
    for value, state in (
        ("reviewed", ImageState.REVIEWED),
        ("done!", ImageState.UNTOUCHED),
        (5, "untouched"),
    ):
        content = changed(lambda c, value=value: c["images"][0].update(state=value))
        assert read_coco(put(tmp_path / "a.json", content)).images[0].state == state
        assert rewritten(tmp_path, content)["images"][0]["state"] == value


def test_annotations_and_boxes_are_found_by_their_image(tmp_path: Path) -> None:
    content = changed(lambda c: c["images"].append({"id": 2, "file_name": "b.jpg"}))
    content["annotations"] += [
        {"id": 8, "image_id": 1, "category_id": 3, "bbox": [1, 2, 3, 4]},
        {"id": 9, "image_id": 2, "category_id": 3, "keypoints": [1, 1, 2] * 3},
    ]
    read = read_coco(put(tmp_path / "a.json", content))
    assert [[a.id for a in group] for group in read.annotations_by_image().values()] == [[7], [9]]
    boxes = read.boxes_by_image()
    assert [box.as_xywh() for box in boxes[1]] == [pytest.approx((0.1, 10.2, 50.3, 60.7)), (1, 2, 3, 4)]
    assert boxes[2] == ()
    assert read.image(2).height == 0
    with pytest.raises(KeyError):
        read.image(3)


# What survives


def test_everything_that_is_not_known_survives(tmp_path: Path) -> None:
    content = changed(
        lambda c: c.update(info={"year": 2020, "ü": "鼠"}, licenses=[{"id": 1}], tool=[1, None])
    )
    content["images"][0].update(license=4, coco_url="http://x", nested={"a": [1, {"b": None}]})
    content["categories"][0].update(color="#fff", supercategory=["odd"])
    content["annotations"][0].update(
        segmentation=[[1.5, 2, 3]], attributes={"track_id": 5}, score=0.25, iscrowd=1
    )
    written = rewritten(tmp_path, content)
    for section in ("images", "categories", "annotations"):
        for before, after in zip(content[section], written[section], strict=True):
            assert before == {key: after[key] for key in before}
    assert {key: written[key] for key in ("info", "licenses", "tool")} == {
        key: content[key] for key in ("info", "licenses", "tool")
    }


def test_annotations_and_categories_without_keypoints_survive(tmp_path: Path) -> None:
    content = changed(lambda c: c["categories"].append({"id": 9, "name": "tree", "supercategory": "plant"}))
    others = [
        {"id": 20, "image_id": 1, "category_id": 3, "bbox": [1, 2, 3, 4], "area": 12, "iscrowd": 0},
        {"id": 21, "image_id": 1, "category_id": 9, "segmentation": {"counts": "abc", "size": [1, 2]}},
        {"id": 22, "image_id": 1, "category_id": 3, "keypoints": [], "num_keypoints": 0},
    ]
    content["annotations"] += others
    written = rewritten(tmp_path, content)
    assert written["annotations"][1:] == others
    assert written["categories"][1] == content["categories"][1]


AWKWARD = [
    0.1,
    0.7,
    1.6,
    127.7,
    75.09007144965095,
    337.28341384863,
    1e-9,
    1 / 3,
    4095.9999999999995,
    1e5 + 0.1,
]


def test_every_number_comes_back_as_it_was(tmp_path: Path) -> None:
    names = [f"p{i}" for i in range(len(AWKWARD))]
    keypoints = [number for value in AWKWARD for number in (value, -value, 2)]
    content = changed(lambda c: c["categories"][0].update(keypoints=names, skeleton=[]))
    content["annotations"] = [
        {
            "id": i,
            "image_id": 1,
            "category_id": 3,
            "keypoints": keypoints,
            "bbox": [value, 55.41273077187657, 67.90188458721292, value],
            "area": 1 / 7 + i,
        }
        for i, value in enumerate(AWKWARD)
    ]
    for before, after in zip(
        content["annotations"], rewritten(tmp_path, content)["annotations"], strict=True
    ):
        assert after["keypoints"] == before["keypoints"]
        assert after["bbox"] == before["bbox"]
        assert after["area"] == before["area"]


def test_positions_of_keypoints_that_are_not_labelled_survive(tmp_path: Path) -> None:
    content = changed(lambda c: c["annotations"][0].update(keypoints=[5.25, 6, 0, 1, 1, 2, 0, 0, 0]))
    read = read_coco(put(tmp_path / "a.json", content))
    assert np.isnan(read.annotations[0].instance.keypoints[0]).all()
    assert rewritten(tmp_path, content)["annotations"][0]["keypoints"] == [5.25, 6, 0, 1, 1, 2, 0, 0, 0]


def test_the_area_of_a_mask_survives_until_the_box_is_changed(tmp_path: Path) -> None:
    content = changed(lambda c: c["annotations"][0].update(area=99.5))
    read = read_coco(put(tmp_path / "a.json", content))
    annotation = read.annotations[0]
    moved = annotation.instance.moved(0, (3.5, 4.5))
    edited = CocoAnnotation(7, 1, 3, moved, annotation.extra)
    write_coco(CocoDataset(read.images, read.categories, (edited,)), tmp_path / "out.json")
    record = json.loads((tmp_path / "out.json").read_text())["annotations"][0]
    assert record["area"] == 99.5
    assert record["keypoints"][:3] == [3, 4, 2]
    boxed = Instance(
        HORSE, moved.keypoints, moved.visibility, moved.scores, moved.peaks, moved.origins, Box(0, 0, 10, 20)
    )
    edited = CocoAnnotation(7, 1, 3, boxed, annotation.extra)
    write_coco(CocoDataset(read.images, read.categories, (edited,)), tmp_path / "out.json")
    assert json.loads((tmp_path / "out.json").read_text())["annotations"][0]["area"] == 200


def test_a_hidden_keypoint_keeps_its_position_and_flag(tmp_path: Path) -> None:
    assert rewritten(tmp_path, MINIMAL)["annotations"][0]["keypoints"][3:6] == [30.25, 40.5, 1]


def test_scores_peaks_and_origins_survive(tmp_path: Path) -> None:
    one = instance(
        [(1, 2, 2), (3, 4, 1), (0, 0, 0)],
        scores=[0.1, 1 / 3, np.nan],
        peaks=[-0.5, 123.456789012345, np.nan],
        origins=[Origin.MODEL, Origin.CARRIED, Origin.HUMAN],
        box=Box(0.1, 0.2, 0.3, 0.7),
    )
    back = round_trip(tmp_path, dataset(one))
    assert back.annotations[0].instance.same_as(one)
    record = json.loads((tmp_path / "round.json").read_text())["annotations"][0]
    assert record["keypoint_origins"] == ["model", "carried", "human"]
    assert record["keypoint_scores"] == [0.1, 1 / 3, None]


def test_an_instance_without_a_box_has_one_in_the_file_and_none_after_reading(tmp_path: Path) -> None:
    one = instance([(10, 20, 2), (30, 50, 2), (0, 0, 0)])
    back = round_trip(tmp_path, dataset(one, Instance.empty(HORSE)))
    assert [a.instance.box for a in back.annotations] == [None, None]
    assert [a.instance.labeled.sum() for a in back.annotations] == [2, 0]
    records = json.loads((tmp_path / "round.json").read_text())["annotations"]
    assert records[0]["bbox"] == [10, 20, 20, 30]
    assert records[0]["area"] == 600
    assert records[1]["bbox"] == [0, 0, 0, 0]
    assert all(record["area"] > 0 for record in records)  # OKS divides by it


@pytest.mark.parametrize("origin", ["index", "corner"])
def test_positions_that_coco_numbers_cannot_say_come_back_exactly(tmp_path: Path, origin: Any) -> None:
    one = instance([(1 / 7, -1 / 3, 2), (-3.7 / 3, 1e-20, 1), (0, 0, 0)], box=Box(-1e4, -1 / 3, 0.1, 1 / 7))
    back = round_trip(tmp_path, dataset(one, keypoint_origin=origin))
    assert back.annotations[0].instance.same_as(one)
    assert round_trip(tmp_path, back).annotations[0].instance.same_as(one)
    corner = instance([(1, 1, 2)] * 3, box=Box(0, 0, 0, 0))  # in a file that is no box
    assert round_trip(tmp_path, dataset(corner)).annotations[0].instance.same_as(corner)


def test_exact_positions_that_do_not_fit_the_keypoints_are_leftovers(tmp_path: Path) -> None:
    write_coco(dataset(instance([(1e-20, 5, 2)] * 3, box=Box(-1e4, 0, 0.1, 1))), tmp_path / "a.json")
    content = json.loads((tmp_path / "a.json").read_text())
    assert len(content["annotations"][0]["exact_positions"]["keypoints"]) == 3
    content["annotations"][0].update(keypoints=[7, 8, 2] * 3, bbox=[1, 2, 3, 4])
    one = read_coco(put(tmp_path / "b.json", content)).annotations[0].instance
    assert one.keypoints.tolist() == [[7.5, 8.5]] * 3
    assert one.box == Box(1, 2, 4, 6)


@pytest.mark.parametrize(
    "value",
    [
        [],
        {"keypoints": 5, "box": 5},
        {"keypoints": [1, [], [9, 1, 1], [0, "a", {}], [[], 1, 1]], "box": [None] * 4},
    ],
)
def test_exact_positions_of_another_make_are_ignored(tmp_path: Path, value: object) -> None:
    content = changed(lambda c: c["annotations"][0].update(exact_positions=value))
    one = read_coco(put(tmp_path / "a.json", content)).annotations[0].instance
    assert one.same_as(read_coco(put(tmp_path / "b.json", MINIMAL)).annotations[0].instance)


coordinate = st.floats(-1e6, 1e6)
any_point = st.tuples(coordinate, coordinate, st.integers(0, 2))
maybe = st.one_of(st.just(float("nan")), st.floats(allow_nan=False, allow_infinity=False, width=64))
text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip)
leaf = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
)
tree = st.recursive(leaf, lambda c: st.lists(c, max_size=3) | st.dictionaries(st.text(), c, max_size=3))
extras = st.dictionaries(st.text().map(lambda key: "x" + key), tree, max_size=3)


@st.composite
def datasets(draw: st.DrawFn) -> CocoDataset:
    names = draw(st.lists(text, min_size=1, max_size=4, unique=True))
    count = len(names)
    ends = st.integers(0, count - 1)
    edges = (
        draw(st.lists(st.tuples(ends, ends).filter(lambda e: e[0] != e[1]), max_size=3)) if count > 1 else []
    )
    pairs = draw(st.sampled_from([(), ((0, 1),)])) if count > 1 else ()
    category = Category(draw(text), tuple(names), tuple(edges), pairs, draw(st.text()))
    instances = []
    for _ in range(draw(st.integers(0, 3))):
        numbers = st.lists(maybe, min_size=count, max_size=count)
        x, y, w, h = (draw(st.floats(-1e4, 1e5)) for _ in range(4))
        instances.append(
            instance(
                draw(st.lists(any_point, min_size=count, max_size=count)),
                category=category,
                scores=draw(numbers),
                peaks=draw(numbers),
                origins=draw(st.lists(st.sampled_from(list(Origin)), min_size=count, max_size=count)),
                box=draw(st.sampled_from([None, Box(min(x, w), min(y, h), max(x, w), max(y, h) + 0.01)])),
            )
        )
    size = st.integers(1, 9)
    images = tuple(
        CocoImage(
            i + 1, draw(text), draw(size), draw(size), draw(st.sampled_from(list(ImageState))), draw(extras)
        )
        for i in range(len(instances))
    )
    category_id = draw(st.integers(-5, 1 << 60))
    return CocoDataset(
        images,
        (CocoCategory(category_id, category, draw(extras)),),
        tuple(
            CocoAnnotation(i + 1, i + 1, category_id, one, draw(extras)) for i, one in enumerate(instances)
        ),
        draw(extras) | {"info": draw(tree)},
        keypoint_origin=draw(st.sampled_from(["index", "corner"])),
    )


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(datasets())
def test_what_is_written_is_read_again_exactly(tmp_path: Path, data: CocoDataset) -> None:
    back = round_trip(tmp_path, data)
    assert back.images == data.images
    assert back.categories == data.categories
    assert back.extra == data.extra
    assert len(back.annotations) == len(data.annotations)
    for ours, theirs in zip(data.annotations, back.annotations, strict=True):
        assert theirs.instance.same_as(ours.instance)
        assert theirs.extra == ours.extra
        assert (theirs.id, theirs.image_id, theirs.category_id) == (ours.id, ours.image_id, ours.category_id)


def test_a_category_goes_to_a_record_and_back() -> None:
    record = category_to_coco(HORSE, 5, {"colour": "red"})
    assert record["skeleton"] == [[1, 2], [1, 3]]
    assert record["flip_pairs"] == [[2, 3]]
    assert (record["id"], record["colour"]) == (5, "red")
    assert category_from_coco(record) == HORSE


# What is refused


def drop(key: str) -> Callable[[Record], object]:
    return lambda content: content.pop(key)


def on(section: str, **fields: object) -> Callable[[Record], object]:
    return lambda content: content[section][0].update(fields)


REFUSED = [
    (drop("images"), ['"images"', "missing"]),
    (drop("annotations"), ['"annotations"', "missing"]),
    (drop("categories"), ['"categories"', "missing"]),
    (lambda c: c.update(annotations={}), ['"annotations"', "not a list"]),
    (lambda c: c["images"].append("b.jpg"), ['entry 2 of "images"', "b.jpg"]),
    (lambda c: c["annotations"].append(None), ['entry 2 of "annotations"']),
    (
        on("annotations", keypoints=[1, 2, 2]),
        ["annotation 7", "3 keypoint numbers", "9 are expected", '"horse"'],
    ),
    (on("annotations", keypoints="1,2,2"), ["annotation 7", "not a list"]),
    (on("annotations", keypoints=[1, 2, 3] * 3), ["annotation 7", '"nose"', "v is 3"]),
    (on("annotations", keypoints=[1, 2, 0.5] * 3), ["annotation 7", "v is 0.5"]),
    (on("annotations", keypoints=[1, 2, -1] * 3), ["annotation 7", "v is -1"]),
    (
        on("annotations", keypoints=[1, 1, 2, 1, None, 2, 0, 0, 0]),
        ["annotation 7", '"left eye"', "y is None"],
    ),
    (on("annotations", keypoints=[1, 1, 2, "1", 1, 2, 0, 0, 0]), ["annotation 7", '"left eye"', "x is '1'"]),
    (on("annotations", keypoints=[1, 1, 2, 10**400, 1, 2, 0, 0, 0]), ["annotation 7", "x is 1000"]),
    (on("annotations", keypoints=[True, 1, 2] * 3), ["annotation 7", "x is True"]),
    (on("annotations", image_id=99), ["annotation 7", "image 99"]),
    (on("annotations", image_id="1"), ["annotation 7", '"image_id"', "'1'"]),
    (on("annotations", category_id=99), ["annotation 7", "category 99"]),
    (on("annotations", category_id=None), ["annotation 7", 'no "category_id"']),
    (on("annotations", id=None), ["annotation number 1", 'no "id"']),
    (on("annotations", id=1.5), ["annotation number 1", "1.5"]),
    (on("annotations", id=[1]), ["annotation number 1", "[1]"]),
    (lambda c: c["annotations"].append(c["annotations"][0]), ["two annotations", "id 7"]),
    (lambda c: c["images"].append(c["images"][0]), ['"images"', "id 1 twice"]),
    (lambda c: c["categories"].append(c["categories"][0]), ['"categories"', "id 3 twice"]),
    (on("annotations", bbox=[1, 2, 3]), ["annotation 7", "box"]),
    (on("annotations", bbox=[1, 2, "3", 4]), ["annotation 7", "box"]),
    (on("annotations", bbox=[1, 2, -3, 4]), ["annotation 7", "negative"]),
    (on("annotations", keypoint_scores=[0.5]), ["annotation 7", '"keypoint_scores"', "3 keypoints"]),
    (on("annotations", keypoint_peaks=[0.5, "high", None]), ["annotation 7", '"keypoint_peaks"', "'high'"]),
    (on("annotations", keypoint_origins=["human", "cat", ""]), ["annotation 7", "'cat'"]),
    (on("annotations", keypoint_origins=["human", [], ""]), ["annotation 7", "[]"]),
    (on("images", file_name=""), ["image 1", '"file_name"']),
    (on("images", file_name=None), ["image 1", '"file_name"']),
    (on("images", width="wide"), ["image 1", "width", "'wide'"]),
    (on("images", height=-5), ["image 1", "height", "-5"]),
    (on("categories", name=None), ["category 3", "name"]),
    (on("categories", keypoints="nose"), ["category 3", '"horse"', "list of keypoint names"]),
    (on("categories", keypoints=["a", "b", "a"]), ["category 3", '"a" twice']),
    (on("categories", keypoints=["a", "b", {}]), ["category 3", "list of keypoint names"]),
    (on("categories", skeleton="1-2"), ["category 3", '"skeleton"', "not a list"]),
    (on("categories", skeleton=[[1, 2, 3]]), ["category 3", '"skeleton"', "[1, 2, 3]"]),
    (on("categories", skeleton=[["a", 2]]), ["category 3", '"skeleton"', "'a'"]),
    (on("categories", flip_pairs=[[1, 9]]), ["category 3", "pair 1-9"]),
    (on("categories", flip_pairs=[[1, 2], [2, 3]]), ["category 3", '"left eye" is in two']),
]


@pytest.mark.parametrize(("change", "named"), REFUSED)
def test_a_file_that_contradicts_itself_is_refused_with_the_place_and_a_remedy(
    tmp_path: Path, change: Callable[[Record], object], named: list[str]
) -> None:
    with pytest.raises(DatasetError) as caught:
        read_coco(put(tmp_path / "my labels.json", changed(change)))
    assert "my labels.json" in caught.value.message
    for part in named:
        assert part in caught.value.message
    assert caught.value.hint
    assert len(caught.value.message) < 400


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("", "not valid JSON"),
        ('{"images": [', "line 1"),
        ("not json", "not valid JSON"),
        ("[" * 200_000, "nested too deeply"),
        ('{"a":' * 200_000, "nested too deeply"),
        ('{"images": NaN}', "NaN"),
        ('{"images": [-Infinity]}', "-Infinity"),
        ('{"images": [1e999]}', "1e999"),
        ('{"images": [' + "9" * 10_000 + "]}", "number"),
        ("3", "not a COCO dataset"),
        ("null", "not a COCO dataset"),
        ('[{"image_id": 1, "category_id": 1, "keypoints": [1, 2, 0.9], "score": 0.5}]', "results"),
        ("[]", "results"),
    ],
)
def test_a_file_that_is_no_dataset_is_refused(tmp_path: Path, content: str, named: str) -> None:
    path = tmp_path / "画 a.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DatasetError) as caught:
        read_coco(path)
    assert named in caught.value.message
    assert "画 a.json" in caught.value.message
    assert caught.value.hint


def test_files_that_are_missing_binary_or_folders_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(bytes(range(256)))
    for name in ("gone.json", "a.png", ""):
        with pytest.raises(DatasetError) as caught:
            read_coco(tmp_path / name)
        assert name in caught.value.message
        assert caught.value.hint


def test_a_file_of_several_gigabytes_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(coco.MAX_BYTES + 1)  # a hole: takes no space
    with pytest.raises(DatasetError, match=r"2\.0 GB"):
        read_coco(path)


json_value = st.recursive(
    leaf, lambda c: st.lists(c, max_size=4) | st.dictionaries(st.text(max_size=3), c, max_size=4)
)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(["images", "annotations", "categories"]),
    st.sampled_from(
        "id image_id category_id file_name width height state name supercategory keypoints skeleton "
        "flip_pairs num_keypoints bbox bbox_origin area iscrowd keypoint_scores keypoint_peaks "
        "keypoint_origins exact_positions".split()
    ),
    json_value,
)
def test_any_value_anywhere_is_understood_or_refused_and_what_is_understood_can_be_written(
    tmp_path: Path, section: str, key: str, value: object
) -> None:
    path = put(tmp_path / "a.json", changed(on(section, **{key: value})))
    try:
        data = read_coco(path)
    except DatasetError:
        return
    back = round_trip(tmp_path, data)
    for ours, theirs in zip(data.annotations, back.annotations, strict=True):
        assert theirs.instance.same_as(ours.instance)


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    def stop(_fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_coco(put(tmp_path / "a.json", MINIMAL), checkpoint=stop)


def test_a_dataset_that_contradicts_itself_cannot_be_made() -> None:
    one = instance([(1, 1, 2)] * 3)
    image, category = CocoImage(1, "a.png", 5, 5), CocoCategory(1, HORSE)
    other = Category("pony", HORSE.keypoints)
    for images, categories, labels, named in (
        ((image, image), (category,), (), "Two image records"),
        ((image,), (category, CocoCategory(1, other)), (), "Two category records"),
        ((image,), (category,), (CocoAnnotation(1, 1, 1, one),) * 2, "Two annotation records"),
        ((), (category,), (CocoAnnotation(1, 1, 1, one),), "image 1"),
        ((image,), (), (CocoAnnotation(1, 1, 1, one),), "category 1"),
        ((image,), (CocoCategory(1, other),), (CocoAnnotation(1, 1, 1, one),), "another skeleton"),
    ):
        with pytest.raises(DatasetError, match=named):
            CocoDataset(images, categories, labels)


# Writing


def test_the_file_is_ascii_and_has_one_record_a_line(tmp_path: Path) -> None:
    content = changed(lambda c: c["images"][0].update(file_name="鼠标/é.jpg"))
    assert rewritten(tmp_path, content)["images"][0]["file_name"] == "鼠标/é.jpg"
    lines = (tmp_path / "out.json").read_bytes().decode("ascii").splitlines()
    assert sum('"file_name"' in line for line in lines) == 1
    assert sum('"image_id"' in line for line in lines) == 1


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = put(tmp_path / "a.json", MINIMAL)
    before = path.read_bytes()
    bad = dataset(instance([(1, 1, 2)] * 3), extra={"info": {"x": float("inf")}})
    with pytest.raises(DatasetError) as caught:
        write_coco(bad, path)
    assert "a.json" in caught.value.message
    with pytest.raises(DatasetError):
        write_coco(dataset(extra={"info": object()}), path)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetError) as caught:
        write_coco(dataset(), tmp_path / "gone" / "a.json")
    assert "gone" in caught.value.message
    assert caught.value.hint


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link_and_its_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    write_coco(dataset(), tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text())["images"] == []


def test_pycocotools_loads_and_scores_what_we_write(tmp_path: Path) -> None:
    people = Category("person", tuple(f"p{i}" for i in range(17)))
    points = [(float(10 * i + 3), float(7 * i + 5), 1 + i % 2) for i in range(16)] + [(0.0, 0.0, 0)]
    truth = instance(points, category=people, box=Box(0, 0, 200, 150))
    moved = instance([(x + 1, y, v) for x, y, v in points], category=people, scores=np.full(17, 0.9))
    write_coco(dataset(truth, Instance.empty(people)), tmp_path / "truth.json")
    write_coco(dataset(moved), tmp_path / "moved.json")
    reference = COCO(str(tmp_path / "truth.json"))
    assert reference.loadCats(1)[0]["keypoints"] == list(people.keypoints)
    record = reference.loadAnns(reference.getAnnIds(imgIds=[1]))[0]
    assert record["num_keypoints"] == 16
    assert record["keypoints"][:3] == [2.5, 4.5, 1]
    found = json.loads((tmp_path / "moved.json").read_text())["annotations"]
    for offset, expected in ((0, 0.99), (1000, 0.0)):
        shifted = [
            {
                "image_id": a["image_id"],
                "category_id": 1,
                "score": 1.0,
                "keypoints": [k + offset for k in a["keypoints"]],
            }
            for a in found
        ]
        evaluation = COCOeval(reference, reference.loadRes(shifted), "keypoints")
        evaluation.evaluate()
        evaluation.accumulate()
        evaluation.summarize()
        assert evaluation.stats[0] == pytest.approx(expected, abs=0.01)


# Where images lie


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("a.jpg", ["a.jpg"]),
        ("sub/ü 鼠.jpg", ["sub", "ü 鼠.jpg"]),
        ("./sub//a.jpg", ["sub", "a.jpg"]),
        ("sub/../a.jpg", ["a.jpg"]),
        ("..a/..b.jpg", ["..a", "..b.jpg"]),
        ("sub\\a.jpg", ["sub", "a.jpg"]),
    ],
)
def test_images_lie_in_their_folder(tmp_path: Path, name: str, parts: list[str]) -> None:
    assert resolve_image(tmp_path, name) == tmp_path.joinpath(*parts)


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_a_backslash_in_a_real_file_name_is_kept(tmp_path: Path) -> None:
    (tmp_path / "sub\\a.jpg").touch()
    assert resolve_image(tmp_path, "sub\\a.jpg") == tmp_path / "sub\\a.jpg"


@pytest.mark.parametrize(
    "name",
    [
        "../a.jpg",
        "sub/../../a.jpg",
        "..",
        ".",
        "",
        "  ",
        "/etc/passwd",
        "//server/share/a.jpg",
        "C:\\a.jpg",
        "C:/a.jpg",
        "\\\\server\\share\\a.jpg",
        "..\\a.jpg",
        "sub\\..\\..\\a.jpg",
        "a\0.jpg",
    ],
)
def test_image_names_that_lead_out_of_the_folder_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(DatasetError) as caught:
        resolve_image(tmp_path, name)
    assert caught.value.hint


# Real files


def same_but_for(before: Record, after: Record, ignored: set[str]) -> list[str]:
    """What differs in the records of two files, by section, id and key."""
    differences = []
    for section in ("images", "annotations", "categories"):
        ours = {record["id"]: record for record in after[section]}
        for record in before[section]:
            for key, value in record.items():
                if key not in ignored and ours[record["id"]].get(key) != value:
                    differences.append(f"{section} {record['id']} {key}")
    return differences


SETS = sorted((SHARED / "data" / "keypoints").glob("*/annotations/*.json"))
COCO_LIKE = sorted(
    SHARED / "data" / "formats" / name
    for name in (
        "300vw/anno_300vw.json 300w/test_300w.json aflw/test_aflw.json animalpose/test_animalpose.json "
        "ap10k/test_ap10k.json atrw/test_atrw.json coco/test_coco.json coco/test_coco_wholebody.json "
        "cofw/test_cofw.json crowdpose/test_crowdpose.json deepfasion2/deepfasion2.json fld/test_fld.json "
        "fly/test_fly.json freihand/test_freihand.json halpe/test_halpe.json horse10/test_horse10.json "
        "lapa/test_lapa.json locust/test_locust.json macaque/test_macaque.json mpii/test_mpii_trb.json "
        "onehand10k/test_onehand10k.json panoptic/test_panoptic.json rhd/test_rhd.json wflw/test_wflw.json "
        "zebra/test_zebra.json"
    ).split()
)


@needs_shared
@pytest.mark.parametrize("path", SETS, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_the_shared_sets_come_back_value_for_value(tmp_path: Path, path: Path) -> None:
    data = read_coco(path)
    assert data.annotations
    assert not data.other_annotations
    write_coco(data, tmp_path / "out.json")
    before, after = (
        json.loads(path.read_text("utf-8")),
        json.loads((tmp_path / "out.json").read_text("ascii")),
    )
    assert same_but_for(before, after, set()) == []
    for image in data.images:
        assert resolve_image(path.parent.parent / "images", image.file_name).is_file()


@needs_shared
@pytest.mark.parametrize("path", COCO_LIKE, ids=lambda path: path.stem)
def test_public_coco_files_come_back_value_for_value(tmp_path: Path, path: Path) -> None:
    before = json.loads(path.read_text("utf-8"))
    after = rewritten(tmp_path, before)
    for record in before["annotations"]:  # RHD nests them; we write them as COCO does
        if isinstance(record["keypoints"][0], list):
            record["keypoints"] = [number for triple in record["keypoints"] for number in triple]
    before["categories"] = [  # names and edges are completed where a file has none or counts from 0
        {
            key: value
            for key, value in record.items()
            if key not in ("keypoints", "skeleton") or path.stem == "test_coco"
        }
        for record in before["categories"]
    ]
    # num_keypoints is counted anew: CrowdPose and Halpe count only some
    assert same_but_for(before, after, {"num_keypoints"}) == []


@needs_shared
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("ak/test_animalkingdom.json", "category 4"),
        ("coco/test_coco_det_AP_H_56.json", "plain list"),
        ("mpii/test_mpii.json", "plain list"),
        ("humanart/test_humanart.json", "63 are expected"),
        ("interhand2.6m/test_interhand2.6m_data.json", '"categories" is missing'),
        ("labelme_cephalogram/005.json", '"images" is missing'),
    ],
)
def test_other_public_files_say_why_they_are_not_read(name: str, said: str) -> None:
    with pytest.raises(DatasetError) as caught:
        read_coco(SHARED / "data" / "formats" / name)
    assert said in caught.value.message
