"""What a training learns from: the split, and what a project holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.project.rows import MediaRow
from app.training.data import Candidate, DataChoice, SplitBy, plan_split, source_of, too_few
from gkdt_core.domain import ImageState


def found(count: int, *, source: str = "", reviewed: bool = True, first: int = 1) -> list[Candidate]:
    return [
        Candidate(n, Path(f"/d/{source}{n}.png"), f"{source}{n}.png", reviewed, source or "/", 1)
        for n in range(first, first + count)
    ]


def videos(*sizes: int) -> list[Candidate]:
    result: list[Candidate] = []
    for number, size in enumerate(sizes):
        result += found(size, source=f"video{number}/", first=len(result) + 1)
    return result


def test_a_fifth_but_at_least_two_are_held_back_and_two_are_left_to_learn_from():
    plan = plan_split(found(50), DataChoice())
    assert (len(plan.train), len(plan.validation)) == (40, 10)
    for count, sizes in ((4, (2, 2)), (5, (3, 2)), (11, (9, 2))):
        plan = plan_split(found(count), DataChoice())
        assert (len(plan.train), len(plan.validation)) == sizes
    assert not plan_split(found(3), DataChoice()).is_possible


def test_the_split_does_not_depend_on_the_order_and_hardly_on_what_was_added():
    plan = plan_split(found(50), DataChoice())
    again = plan_split(list(reversed(found(50))), DataChoice())
    assert {one.image_id for one in again.validation} == {one.image_id for one in plan.validation}
    more = plan_split(found(55), DataChoice())
    kept = {one.image_id for one in more.validation} & {one.image_id for one in plan.validation}
    assert len(kept) >= 8


def test_pictures_of_one_video_stay_together_where_there_are_several():
    images = videos(10, 10, 10, 10, 10)
    plan = plan_split(images, DataChoice())
    assert (plan.by, plan.sources, plan.held_sources) == (SplitBy.SOURCE, 5, 1)
    assert not {one.source for one in plan.train} & {one.source for one in plan.validation}
    assert len(plan.train) + len(plan.validation) == 50


def test_one_long_video_is_split_by_images_unless_that_was_forbidden():
    images = videos(40, 2)
    assert plan_split(images, DataChoice()).by is SplitBy.IMAGE
    plan = plan_split(images, DataChoice(split_by=SplitBy.SOURCE))
    assert {one.source for one in plan.validation} == {"video1/"}
    alone = plan_split(videos(40), DataChoice(split_by=SplitBy.SOURCE))
    assert not alone.is_possible
    assert "40 images" in too_few(alone).message
    assert "single images" in too_few(alone).hint


def test_only_reviewed_and_only_listed_images_can_be_chosen():
    images = found(6) + found(6, reviewed=False, first=7)
    assert plan_split(images, DataChoice()).found == 12
    assert plan_split(images, DataChoice(reviewed_only=True)).found == 6
    listed = plan_split(images, DataChoice(image_ids=frozenset(range(4, 10))))
    assert {one.image_id for one in (*listed.train, *listed.validation)} == set(range(4, 10))


def test_the_share_that_is_held_back_can_be_chosen():
    assert len(plan_split(found(40), DataChoice(share=0.5)).validation) == 20
    assert len(plan_split(found(40), DataChoice(share=0.05)).validation) == 2


@pytest.mark.parametrize(
    ("name", "extra", "source"),
    [
        ("clip 7/img0003.png", "{}", "clip 7/img"),
        ("horse_0012.jpg", "{}", "/horse"),
        ("0012.jpg", "{}", "/"),
        ("a.png", '{"coco": {"video": "night 3"}}', "video=night 3"),
        ("a.png", '{"coco": {"patient": 17}}', "patient=17"),
        ("a.png", "no json", "/a"),
        ("a.png", '{"coco": [1]}', "/a"),
    ],
)
def test_what_an_image_was_taken_from_is_in_its_record_or_else_in_its_name(name, extra, source):
    row = MediaRow(1, name, name, state=ImageState.REVIEWED, extra=extra)
    assert source_of(row) == source
