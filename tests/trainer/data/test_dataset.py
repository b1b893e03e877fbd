"""Datasets from COCO folders: which points count as true, and what their names allow."""

from __future__ import annotations

import pytest

from gkdt_core.domain import Category
from trainer.data.dataset import CategoryData


@pytest.mark.parametrize("name", ["left eye", "left_eye", "Left-Eye"])
def test_a_category_whose_names_would_lie_in_a_mirror_is_never_mirrored(name: str) -> None:
    assert CategoryData("set", Category("cat", (name, "nose")), ()).flip_order() is None


def test_a_mirror_swaps_left_and_right_and_leaves_names_without_a_side() -> None:
    names = ("left_eye", "nose", "right_eye", "front left and right")
    flip = CategoryData("set", Category("cat", names).with_guessed_pairs(), ()).flip_order()
    assert flip is not None
    assert flip.tolist() == [2, 1, 0, 3]
