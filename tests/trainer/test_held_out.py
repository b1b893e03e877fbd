"""Which instances are held back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from gkdt_core.domain import Category
from gkdt_core.geometry import Box
from trainer.data.dataset import CategoryData, Sample
from trainer.held_out import FEWEST_TO_HOLD_OUT, divide


def _category(count: int, group: Callable[[int], str], name: str = "fly") -> CategoryData:
    samples = tuple(
        Sample(
            Path(f"{number:03d}.png"),
            f"{number:03d}.png#1",
            np.zeros((1, 2)),
            np.ones(1, np.bool_),
            Box(0, 0, 10, 10),
            group(number),
        )
        for number in range(count)
    )
    return CategoryData("flies", Category(name, ("head",)), samples)


def _names(parts: list[CategoryData]) -> list[str]:
    return [sample.name for data in parts for sample in data.samples]


def test_whole_videos_are_held_back_and_nothing_is_lost() -> None:
    data = _category(100, lambda number: f"video={number // 10}")
    divided = divide([data])
    learn, held = ({s.group for s in part[0].samples} for part in (divided.learn, divided.held))
    assert not learn & held
    assert sorted(_names(divided.learn) + _names(divided.held)) == sorted(_names([data]))
    assert len(_names(divided.held)) == 20
    assert "videos" in divided.how


def test_of_a_single_video_the_last_stretch_is_held_back() -> None:
    divided = divide([_category(50, lambda number: "video=only")])
    assert _names(divided.held) == [f"{number:03d}.png#1" for number in range(40, 50)]
    assert "last fifth" in divided.how


def test_a_video_with_most_of_the_pictures_does_not_go_to_the_check() -> None:
    divided = divide([_category(60, lambda number: "video=long" if number < 45 else f"video={number}")])
    assert {s.group for s in divided.learn[0].samples} >= {"video=long"}
    assert 0 < len(_names(divided.held)) <= 21


def test_pictures_without_a_group_are_held_back_one_by_one() -> None:
    divided = divide([_category(30, lambda number: f"{number:03d}.png")])
    assert len(_names(divided.held)) == 6
    assert "pictures" in divided.how


def test_a_picture_name_that_looks_like_a_field_is_a_picture() -> None:
    assert "pictures" in divide([_category(30, lambda number: f"time={number}.png")]).how


@pytest.mark.parametrize("count", [2, FEWEST_TO_HOLD_OUT - 1])
def test_of_few_instances_all_are_learned_from(count: int) -> None:
    data = _category(count, lambda number: f"{number:03d}.png")
    divided = divide([data])
    assert divided.learn == [data]
    assert (divided.held, divided.how) == ([], "")


def test_a_category_too_small_to_divide_stays_whole_beside_a_large_one() -> None:
    small = _category(3, lambda number: f"{number:03d}.png", "rare")
    divided = divide([_category(40, lambda number: f"{number:03d}.png"), small])
    assert divided.learn[1] is small
    assert [data.category.name for data in divided.held] == ["fly"]


def test_a_category_of_one_group_in_several_objects_of_a_picture_is_divided_by_pictures() -> None:
    data = _category(40, lambda number: "video=only")
    pairs = tuple(
        Sample(Path(f"{number // 2}.png"), s.name, s.keypoints, s.visible, s.box, s.group)
        for number, s in enumerate(data.samples)
    )
    divided = divide([CategoryData("flies", data.category, pairs)])
    learn, held = ({s.path for s in part[0].samples} for part in (divided.learn, divided.held))
    assert not learn & held


def test_the_division_is_the_same_every_time_and_another_with_another_seed() -> None:
    data = _category(50, lambda number: f"{number:03d}.png")
    assert _names(divide([data]).held) == _names(divide([data]).held)
    assert _names(divide([data]).held) != _names(divide([data], seed=1).held)
