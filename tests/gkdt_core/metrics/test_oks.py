"""Where the sigmas of a category come from."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from gkdt_core.domain import Category
from gkdt_core.errors import DatasetError
from gkdt_core.metrics.oks import (
    COCO_SIGMAS,
    DEFAULT_SIGMA,
    default_sigmas,
    read_sigmas,
    sigmas_from_file,
    sigmas_of_observers,
)
from gkdt_core.schemas import category_of_schema

BADGE = Category("badge", ("red disc", "green disc"))


def test_coco_s_sigmas_are_pycocotools_own_in_coco_s_order() -> None:
    from pycocotools.cocoeval import Params

    person = category_of_schema("coco", "person")
    assert default_sigmas(person) == pytest.approx(Params("keypoints").kpt_oks_sigmas, rel=1e-12)


def test_the_same_seventeen_in_another_order_and_spelling_keep_their_sigmas() -> None:
    names = tuple(name.replace(" ", "_").title() for name in reversed(COCO_SIGMAS))
    assert default_sigmas(Category("person", names)).tolist() == list(reversed(COCO_SIGMAS.values()))


def test_other_categories_get_the_default() -> None:
    assert default_sigmas(BADGE).tolist() == [DEFAULT_SIGMA] * 2


def test_two_observers_give_the_spread_that_made_their_marks() -> None:
    rng = np.random.default_rng(0)
    spread, size = np.array([0.02, 0.06]), 200.0
    readings = []
    for _ in range(4000):
        # a sigma is the root mean square distance of one observer's mark, in both directions together
        marks = rng.normal(0, 1, (2, 2, 2)) * (spread * size / np.sqrt(2))[None, :, None]
        readings.append([marks[0] + 100, marks[1] + 100])
    found = sigmas_of_observers(readings, [size**2] * len(readings))
    assert found == pytest.approx(spread, rel=0.05)


def test_a_keypoint_that_nobody_marked_twice_has_no_sigma() -> None:
    first = np.array([[1.0, 1.0], [5.0, 5.0]])
    second = np.array([[2.0, 1.0], [np.nan, np.nan]])
    found = sigmas_of_observers([[first, second]], [100.0])
    assert found[0] == pytest.approx(np.sqrt(0.5 / 100))
    assert np.isnan(found[1])


def test_a_file_gives_one_number_a_list_or_names(tmp_path: Path) -> None:
    path = tmp_path / "sigmas.json"
    for entry, expected in (
        (0.1, [0.1, 0.1]),
        ([0.1, 0.2], [0.1, 0.2]),
        ({"Green_disc": 0.3}, [DEFAULT_SIGMA, 0.3]),
    ):
        for name in ("badge", "*"):
            path.write_text(json.dumps({name: entry}))
            assert sigmas_from_file(path, read_sigmas(path), BADGE).tolist() == expected


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[1]", "does not hold an object"),
        ("{", "not valid JSON"),
        ('{"badge": [0.1, 0.2, 0.3]}', "3 sigmas for the 2 keypoints"),
        ('{"badge": {"nose": 0.1}}', 'no keypoint "nose"'),
        ('{"badge": 0}', "the sigma of badge is 0"),
        ('{"badge": [NaN, 0.1]}', "nan"),
    ],
)
def test_a_wrong_file_of_sigmas_is_refused(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "sigmas.json"
    path.write_text(content)
    with pytest.raises(DatasetError, match=said):
        sigmas_from_file(path, read_sigmas(path), BADGE)
