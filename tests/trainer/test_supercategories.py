"""Leaving out kinds of objects."""

from __future__ import annotations

import pytest

from gkdt_core.domain import Category
from gkdt_core.errors import DatasetError
from trainer.data.dataset import CategoryData
from trainer.supercategories import chosen_supercategories


def _data(*supercategories: str) -> list[CategoryData]:
    return [
        CategoryData("set", Category(f"{name} {number}", ("a",), supercategory=name), ())
        for number, name in enumerate(supercategories)
    ]


def test_what_is_left_out_is_gone_and_the_rest_stays_in_order() -> None:
    data = _data("insect", "medical", "insect", "vehicle")
    kept = chosen_supercategories(data, leave_out=["insect"])
    assert kept == [data[1], data[3]]
    assert chosen_supercategories(data) == data


def test_only_and_leave_out_together_are_the_difference() -> None:
    data = _data("insect", "medical", "vehicle")
    assert chosen_supercategories(data, only=["insect", "medical"], leave_out=["medical"]) == [data[0]]


@pytest.mark.parametrize("option", ["only", "leave_out"])
def test_a_name_that_the_data_do_not_have_is_named_with_those_that_there_are(option: str) -> None:
    with pytest.raises(DatasetError, match="super-category insects") as refused:
        chosen_supercategories(_data("insect", "medical"), **{option: ["insects"]})
    assert "insect, medical" in refused.value.hint


def test_leaving_out_everything_is_refused() -> None:
    with pytest.raises(DatasetError, match="no data are left"):
        chosen_supercategories(_data("insect"), leave_out=["insect"])
