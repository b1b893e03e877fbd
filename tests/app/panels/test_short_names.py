from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.panels.short_names import short_names
from gkdt_core.schemas import find_schemas

QUADRUPED = tuple(
    f"{side} {end} {part}"
    for part in ("elbow", "knee", "paw")
    for end in ("front", "back")
    for side in ("left", "right")
)


def shown(names: tuple[str, ...], room: int) -> list[str]:
    """The texts in a room of so many letters."""
    short = short_names(names, len, room)
    return [short.get(name, name) for name in names]


def test_names_that_fit_stay_as_they_are():
    assert short_names(QUADRUPED, len, 20) == {}


def test_the_words_that_tell_legs_apart_are_all_seen():
    for name, text in zip(QUADRUPED, shown(QUADRUPED, 14), strict=True):
        for word, stem in zip(name.split(), text.split(), strict=True):
            assert stem == word or stem == word[: len(stem) - 1] + "."


def test_an_end_that_many_names_share_goes_first():
    names = tuple(f"jaw line {n} of 17 (from the right ear to the left ear)" for n in (1, 2, 12))
    assert shown(names, 16) == ["jaw line 1 of 1…", "jaw line 2 of 1…", "jaw line 12 of…"]


def test_a_beginning_that_many_names_share_is_shortened_before_their_ends():
    names = ("thumb_metacarpal_joint_left", "thumb_metacarpal_joint_right")
    assert [text.rpartition("_")[2] for text in shown(names, 20)] == ["left", "right"]


def test_characters_that_tell_chinese_names_apart_are_kept():
    names = ("左前肘关节外侧上缘中点", "右前肘关节外侧上缘中点", "左前肘关节外侧下缘中点")
    first, second, third = shown(names, 7)
    kept = [{"左", "上"} <= set(first), "右" in second, {"左", "下"} <= set(third)]
    assert kept == [True] * 3


@pytest.mark.parametrize("query", ["horse", "hand", "face", "dog", "mouse", "car"])
@pytest.mark.parametrize("room", [18, 24])
def test_ready_made_names_stay_apart_in_the_table(query, room):
    for hit in find_schemas(query):
        texts = shown(hit.category.keypoints, room)
        assert max(map(len, texts)) <= room
        assert len(set(texts)) == len(set(hit.category.keypoints))


@given(st.lists(st.text(max_size=30), max_size=12, unique=True), st.integers(2, 20))
def test_whatever_the_names_each_fits_its_room(names, room):
    assert all(len(text) <= room for text in shown(tuple(names), room))
