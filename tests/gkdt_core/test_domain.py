from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gkdt_core.domain import Category, Instance, Origin, Visibility, guess_pairs, is_sided
from gkdt_core.errors import AnnotationError
from gkdt_core.geometry import Box

HORSE = Category("horse", ("nose", "left eye", "right eye", "tail"), edges=((0, 1), (0, 2)), pairs=((1, 2),))
coordinate = st.floats(-1e5, 1e5, allow_nan=False)


def placed(category: Category = HORSE, box: Box | None = None) -> Instance:
    """All keypoints by the model, one of them hidden, the last not labelled."""
    return Instance(
        category,
        np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0], [np.nan, np.nan]]),
        np.array([2, 1, 2, 0]),
        np.array([0.9, 0.8, 0.7, np.nan]),
        np.array([9.0, 8.0, 7.0, np.nan]),
        np.array([Origin.MODEL] * 3 + [Origin.NONE]),
        box,
    )


# Left-right pairs


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("left eye", "right eye"),
        ("Left Eye", "right eye"),
        ("Eye Left", "Eye Right"),
        ("left_eye", "right_eye"),
        ("ear_left2", "ear_right2"),
        ("left-front leg", "right-front leg"),
        ("left front leg, joint 1 of 4 (from the body)", "right front leg, joint 1 of 4 (from the body)"),
        ("left corner of left eye", "right corner of right eye"),
        ("left corner of right eye", "right corner of left eye"),
        ("mouth corner on the left side of the picture", "mouth corner on the right side of the picture"),
        ("œil left", "œil right"),
    ],
)
def test_names_that_differ_in_their_side_are_a_pair_in_either_order(left: str, right: str) -> None:
    assert guess_pairs((left, "nose", right)) == ((0, 2),)
    assert guess_pairs((right, left)) == ((1, 0),)


@pytest.mark.parametrize(
    "names",
    [
        ("jaw line 3 of 17 (from the right ear side to the left ear side)", "chin tip"),
        ("left eye", "nose"),
        ("cleft", "cright"),
        ("leftover", "rightover"),
        ("upright", "upleft"),
        ("leftéar", "rightéar"),
        ("left front leg, joint 1 of 4", "right front leg, joint 2 of 4"),
        ("rıght", "lEFT paw"),
        (),
    ],
)
def test_names_that_are_no_mirror_images_are_not_paired(names: tuple[str, ...]) -> None:
    assert guess_pairs(names) == ()


@pytest.mark.parametrize(
    ("name", "sided"),
    [
        ("left eye", True),
        ("left corner of the left eye", True),
        ("nose", False),
        ("middle between the left and the right eye", False),
        ("jaw line 1 of 17 (from the right ear side to the left ear side)", True),
        ("jaw line 9 of 17 (from the right ear side to the left ear side)", False),
        ("joint 1 of 4", False),
    ],
)
def test_a_keypoint_is_sided_where_a_mirror_makes_it_another_one(name: str, sided: bool) -> None:
    assert is_sided(name) == sided


def test_ranks_in_a_row_from_side_to_side_are_paired_from_its_ends() -> None:
    names = tuple(f"jaw line {i} of 17 (from the right ear side to the left ear side)" for i in range(1, 18))
    assert set(guess_pairs(names)) == {(16 - i, i) for i in range(8)}  # 0 is rightmost, 8 is its own mirror
    turned = tuple(f"point {i} of 4 from left to right" for i in range(1, 5))
    assert set(guess_pairs(turned)) == {(0, 3), (1, 2)}


_words = st.lists(st.sampled_from(["left", "LEFT", "right", "Right", "eye", "1", "_", " ", "é"]), max_size=5)


@given(st.lists(_words.map("".join), max_size=8, unique=True))
def test_guessed_pairs_always_make_a_valid_mirror_order(names: list[str]) -> None:
    usable = tuple(name for name in names if name.strip())
    if not usable:
        return
    category = Category("thing", usable).with_guessed_pairs()
    order = category.flip_permutation
    assert sorted(order) == list(range(len(usable)))
    assert [order[i] for i in order] == list(range(len(usable)))
    for left, right in category.pairs:
        assert left != right


# Categories


def test_mirror_order_swaps_exactly_the_pairs() -> None:
    assert HORSE.flip_permutation == (0, 2, 1, 3)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("", ("a",)), "name"),
        (("  ", ("a",)), "name"),
        (("x", ()), '"x" has no keypoints'),
        (("x", ("a", " ")), "without a name"),
        (("x", ("a", "b", "a")), '"a" twice'),
        (("x", ("a", "b"), ((0, 2),)), "edge 1-3"),
        (("x", ("a", "b"), ((1, 1),)), "edge 2-2"),
        (("x", ("a", "b"), ((-1, 1),)), "edge 0-2"),
        (("x", ("a", "b"), (), ((0, 2),)), "pair 1-3"),
        (("x", ("a", "b", "c"), (), ((0, 1), (0, 2))), '"a" is in two'),
        (("x", ("a", "b"), (), ((0, 1), (1, 0))), '"a" is in two'),
    ],
)
def test_a_contradictory_category_is_refused_with_what_is_wrong(
    arguments: tuple[object, ...], named: str
) -> None:
    with pytest.raises(AnnotationError) as caught:
        Category(*arguments)  # type: ignore[arg-type]  # parametrised
    assert named in caught.value.message
    assert caught.value.hint


# Instances


def test_an_empty_instance_has_no_points_and_no_origin() -> None:
    instance = Instance.empty(HORSE)
    assert not instance.labeled.any()
    assert np.isnan(instance.keypoints).all()
    assert (instance.origins == Origin.NONE).all()
    assert instance.region is None


def test_the_region_is_the_box_or_else_the_box_around_the_points() -> None:
    assert placed().region == Box(1, 2, 5, 6)
    assert placed(box=Box(0, 0, 9, 9)).region == Box(0, 0, 9, 9)


@pytest.mark.parametrize("index", range(4))
def test_moving_a_keypoint_makes_it_a_persons_and_drops_the_models_trust(index: int) -> None:
    before = placed()
    after = before.moved(index, (7.5, 8.5))
    assert after.keypoints[index].tolist() == [7.5, 8.5]
    assert after.origins[index] == Origin.HUMAN
    assert np.isnan(after.scores[index])
    assert np.isnan(after.peaks[index])
    assert after.visibility[index] == (before.visibility[index] or Visibility.VISIBLE)
    others = [i for i in range(4) if i != index]
    assert np.array_equal(after.keypoints[others], before.keypoints[others], equal_nan=True)
    assert np.array_equal(after.scores[others], before.scores[others], equal_nan=True)
    assert np.array_equal(after.origins[others], before.origins[others])


def test_an_edit_leaves_the_value_it_came_from_as_it_was() -> None:
    before = placed()
    before.moved(0, (50, 50)).without(1)
    assert before.same_as(placed())


def test_a_removed_keypoint_has_no_position_no_trust_and_no_origin() -> None:
    after = placed().without(1)
    assert np.isnan(after.keypoints[1]).all()
    assert after.visibility[1] == Visibility.UNLABELED
    assert after.origins[1] == Origin.NONE
    assert np.isnan(after.scores[1])


def test_a_person_can_say_that_a_keypoint_cannot_be_seen() -> None:
    after = placed().with_keypoint(0, (1, 1), Visibility.UNLABELED, Origin.HUMAN)
    assert np.isnan(after.keypoints[0]).all()
    assert after.visibility[0] == Visibility.UNLABELED
    assert after.origins[0] == Origin.HUMAN


def test_a_hidden_keypoint_keeps_its_position() -> None:
    after = placed().with_keypoint(0, (1, 2), Visibility.OCCLUDED, Origin.HUMAN)
    assert after.visibility[0] == Visibility.OCCLUDED
    assert after.keypoints[0].tolist() == [1, 2]


def test_the_arrays_of_an_instance_cannot_be_written() -> None:
    instance = placed()
    for array in (
        instance.keypoints,
        instance.visibility,
        instance.scores,
        instance.peaks,
        instance.origins,
    ):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_an_instance_does_not_change_with_the_array_it_was_made_from() -> None:
    points = np.ones((4, 2))
    nan = np.full(4, np.nan)
    instance = Instance(HORSE, points, np.full(4, 2), nan, nan, np.zeros(4))
    points[:] = 99
    assert (instance.keypoints == 1).all()


@pytest.mark.parametrize(
    ("keypoints", "visibility", "named"),
    [
        (np.ones((3, 2)), [2, 2, 2, 2], "shape"),
        (np.ones((4, 2)), [2, 2, 2], "shape"),
        (np.ones((4, 2)), [2, 2, 2, 3], "0, 1 or 2"),
        (np.ones((4, 2)), [2, 2, 2, 0], "not labelled has a position"),
        (np.full((4, 2), np.nan), [0, 0, 0, 1], "no position"),
        (np.full((4, 2), np.inf), [2, 2, 2, 2], "no position"),
    ],
)
def test_a_contradictory_instance_is_refused(keypoints: object, visibility: object, named: str) -> None:
    nan = np.full(4, np.nan)
    with pytest.raises(AnnotationError, match=named):
        Instance(HORSE, keypoints, visibility, nan, nan, np.zeros(4))  # type: ignore[arg-type]


def test_equal_values_are_the_same_and_nan_counts_as_equal() -> None:
    assert placed().same_as(placed())
    assert placed(box=Box(0, 0, 1, 1)).same_as(placed(box=Box(0, 0, 1, 1)))


@pytest.mark.parametrize(
    "other",
    [
        placed().moved(0, (1, 2)),
        placed().without(2),
        placed(box=Box(0, 0, 1, 1)),
        placed(Category("pony", HORSE.keypoints, HORSE.edges, HORSE.pairs)),
        placed().with_keypoint(0, (1, 2), Visibility.VISIBLE, Origin.MODEL, 0.9, 9.1),
    ],
)
def test_any_difference_makes_instances_not_the_same(other: Instance) -> None:
    assert not placed().same_as(other)
    assert not other.same_as(placed())


@given(st.integers(0, 3), coordinate, coordinate)
def test_moving_there_and_back_differs_only_in_who_placed_it(index: int, x: float, y: float) -> None:
    start = placed().moved(index, (10.0, 20.0))
    assert start.moved(index, (x, y)).moved(index, (10.0, 20.0)).same_as(start)
