"""Agreement of two sets of annotations, on numbers worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gkdt_core.domain import Category, Instance, Origin, Visibility
from gkdt_core.geometry import Box
from gkdt_core.metrics.agreement import (
    ALL,
    AnnotatedImage,
    Comparison,
    agreement_table,
    compare,
    match_categories,
    match_images,
    match_instances,
)

HORSE = Category("horse", ("left eye", "right eye", "nose"))
BOX = Box(0, 0, 100, 50)


def horse(*points: tuple[float, float] | None, box: Box | None = BOX, occluded: int = -1) -> Instance:
    """A horse with these points, None for one that is not there."""
    instance = Instance.empty(HORSE, box)
    for index, xy in enumerate(points):
        if xy is not None:
            seen = Visibility.OCCLUDED if index == occluded else Visibility.VISIBLE
            instance = instance.with_keypoint(index, xy, seen, Origin.HUMAN)
    return instance


def image(name: str, *instances: Instance, digest: str = "") -> AnnotatedImage:
    return AnnotatedImage(name, instances, digest)


def both(first: Instance, second: Instance) -> Comparison:
    return compare([image("a.png", first)], [image("a.png", second)])


def test_distances_are_euclidean_and_relative_to_the_mean_of_both_longer_sides():
    first = horse((10, 10), (20, 20), (30, 30), box=Box(0, 0, 80, 50))
    second = horse((13, 14), (20, 20), (30, 36), box=Box(0, 0, 120, 50))
    (pair,) = both(first, second).pairs
    assert pair.longer_side == 100.0
    assert pair.distances.tolist() == [5.0, 0.0, 6.0]
    assert pair.shares.tolist() == pytest.approx([0.05, 0.0, 0.06])
    assert pair.mean_share == pytest.approx(11 / 300)


def test_the_table_has_a_row_of_all_keypoints_and_one_for_each():
    # distances 5, 0, 6 px in the first picture and 1, 2, 11 in the second; the longer side is 100 px in both
    first = [
        image("a.png", horse((10, 10), (20, 20), (30, 30))),
        image("b.png", horse((10, 10), (20, 20), (30, 30))),
    ]
    second = [
        image("a.png", horse((13, 14), (20, 20), (30, 36))),
        image("b.png", horse((11, 10), (20, 22), (41, 30))),
    ]
    rows = agreement_table(compare(first, second))
    assert [row.keypoint for row in rows] == [ALL, "left eye", "right eye", "nose"]
    total, left, _, nose = rows
    assert (total.category, total.objects, total.both) == ("horse", 2, 6)
    assert total.mean_px == pytest.approx(25 / 6)
    assert total.median_px == pytest.approx(3.5)  # 0 1 2 | 5 6 11
    assert total.p95_px == pytest.approx(9.75)  # a quarter of the way back from 11 to 6
    assert total.mean_share == pytest.approx(25 / 600)
    assert total.within == pytest.approx((3 / 6, 4 / 6, 5 / 6))  # 5 % counts as within 5 %
    assert total.same_visibility == 1.0
    assert (left.mean_px, left.median_px, left.p95_px) == pytest.approx((3.0, 3.0, 4.8))
    assert nose.within == pytest.approx((0.0, 0.0, 0.5))


def test_what_only_one_side_placed_has_no_distance_and_counts_against_the_visibility():
    first = horse((10, 10), None, (30, 30), occluded=2)
    second = horse((10, 10), (20, 20), (30, 30))
    total, left, right, nose = agreement_table(both(first, second))
    assert (total.both, total.only_first, total.only_second) == (2, 0, 1)
    assert total.same_visibility == pytest.approx(1 / 3)  # the left eye; the nose is occluded only for one
    assert (left.same_visibility, right.same_visibility, nose.same_visibility) == (1.0, 0.0, 0.0)
    assert math.isnan(right.mean_px)
    assert all(math.isnan(share) for share in right.within)
    assert nose.mean_px == 0.0


def test_that_both_say_a_keypoint_is_not_there_is_agreement():
    total, *_ = agreement_table(both(horse((1, 1), None, None), horse((1, 1), None, None)))
    assert (total.both, total.only_first, total.only_second, total.same_visibility) == (1, 0, 0, 1.0)


def test_without_an_extent_there_are_distances_but_no_shares():
    (pair,) = both(horse((1, 1), box=None), horse((4, 5), box=None)).pairs
    assert pair.distances[0] == 5.0
    assert math.isnan(pair.longer_side)
    assert math.isnan(pair.mean_share)


# which is which


def test_pictures_are_the_same_by_content_then_by_name_then_by_the_last_part_of_the_name():
    first = [image("x/1.png", digest="aa"), image("x/2.png"), image("x/3.png"), image("x/4.png", digest="dd")]
    second = [
        image("x/2.png"),
        image("y/9.png", digest="aa"),
        image("z/3.png"),
        image("x/4.png", digest="ee"),
    ]
    assert match_images(first, second) == [(0, 1), (1, 0), (2, 2)]


def test_a_last_part_that_two_pictures_share_says_nothing():
    assert match_images([image("a/1.png"), image("b/1.png")], [image("c/1.png")]) == []
    assert match_images([image("a/1.png"), image("b/1.png")], [image("b/1.png")]) == [(1, 0)]


def test_copies_of_one_picture_are_matched_one_by_one():
    first = [image("a.png", digest="aa"), image("b.png", digest="aa")]
    second = [image("c.png", digest="aa"), image("d.png", digest="aa")]
    assert match_images(first, second) == [(0, 0), (1, 1)]


def test_categories_are_the_same_by_name_or_by_their_keypoints():
    other = Category("Pony", ("nose", "Left_eye", "right-eye"))
    mouse = Category("mouse", ("nose",))
    assert match_categories([HORSE, mouse], [other, Category("MOUSE", ("tail",))]) == {
        "horse": "Pony",
        "mouse": "MOUSE",
    }
    assert match_categories([HORSE], [mouse]) == {}


def test_keypoints_are_the_same_by_name_whatever_their_order():
    pony = Category("horse", ("nose", "Left_eye", "tail"))
    second = Instance.empty(pony, BOX)
    second = second.with_keypoint(0, (33.0, 34.0), Visibility.VISIBLE, Origin.HUMAN)
    second = second.with_keypoint(1, (10.0, 10.0), Visibility.VISIBLE, Origin.HUMAN)
    (pair,) = both(horse((10, 10), (20, 20), (30, 30)), second).pairs
    assert pair.keypoints == ("left eye", "nose")
    assert pair.distances.tolist() == [0.0, 5.0]


def test_objects_are_paired_with_the_nearest_and_a_missing_one_is_told():
    near = [horse((10, 10), (20, 10), box=None), horse((200, 10), (210, 10), box=None)]
    other = [horse((201, 10), (211, 10), box=None), horse((11, 10), (21, 10), box=None)]
    assert match_instances(near, other) == [(0, 1), (1, 0)]
    comparison = compare([image("a.png", *near)], [image("a.png", other[0])])
    assert [pair.is_whole for pair in comparison.pairs] == [False, True]
    assert (comparison.missing_in_second, comparison.missing_in_first) == (1, 0)
    comparison = compare([image("a.png", near[0])], [image("a.png", *other)])
    assert (comparison.missing_in_second, comparison.missing_in_first) == (0, 1)


def test_of_two_objects_that_are_far_apart_neither_is_the_other():
    one = horse((10, 10), (20, 10), box=None)
    far, farther = horse((300, 10), (310, 10), box=None), horse((500, 10), (510, 10), box=None)
    assert match_instances([one], [far, farther]) == []
    assert match_instances([one], [far]) == [(0, 0)]  # one on each side: that is how much they disagree


def test_boxes_without_points_are_paired_by_their_overlap():
    boxes = [horse(box=Box(0, 0, 10, 10)), horse(box=Box(50, 0, 60, 10))]
    others = [horse(box=Box(52, 0, 62, 10)), horse(box=Box(90, 0, 99, 10))]
    assert match_instances(boxes, others) == [(1, 0)]


def test_pictures_and_categories_of_one_side_only_are_named():
    mouse = Instance.empty(Category("mouse", ("nose",)), BOX)
    comparison = compare(
        [image("a.png", horse((1, 1)), mouse), image("b.png")],
        [image("a.png", horse((1, 1))), image("c.png")],
    )
    assert (comparison.only_first_images, comparison.only_second_images) == (("b.png",), ("c.png",))
    assert comparison.unmatched_categories == ("mouse",)
    assert len(comparison.pairs) == 1


def test_exchanging_the_sides_exchanges_only_who_misses_what():
    rng = np.random.default_rng(3)
    sets = [
        [
            image(
                f"{n}.png",
                *(horse(*map(tuple, rng.uniform(0, 90, (3, 2)).tolist())) for _ in range(n % 3 + 1)),
            )
            for n in range(5)
        ]
        for _ in range(2)
    ]
    there, back = compare(*sets), compare(*reversed(sets))
    assert (there.missing_in_first, there.missing_in_second) == (
        back.missing_in_second,
        back.missing_in_first,
    )
    for one, other in zip(agreement_table(there), agreement_table(back), strict=True):
        assert one.mean_px == pytest.approx(other.mean_px)
        assert one.within == pytest.approx(other.within)
