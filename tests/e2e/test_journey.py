"""The way of `benchmarks/journey.py`, with the sample's photographs in place of a hundred."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from benchmarks.few_shot import choose
from benchmarks.journey import SECOND_FILE, SECOND_FORMAT, largest_distance, travel
from tests.e2e.driver import missing_tools

MISSING = missing_tools()
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
CATEGORY = "glue tube"


@pytest.mark.skipif(
    bool(MISSING), reason=f"a virtual screen with a mouse needs Xvfb, xdotool, openbox; missing: {MISSING}"
)
def test_a_folder_goes_through_the_window_and_both_its_exports_come_back_the_same(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(SAMPLE, data / "images")
    (data / "annotations").mkdir()
    shutil.copyfile(SAMPLE / "truth.json", data / "annotations" / "train.json")
    category, _, items = choose(data, "train", CATEGORY, 12)
    journey = travel(tmp_path / "work", category, items, drags=1)
    others = len(items) - 1
    assert [(stage.name, stage.things) for stage in journey.stages] == [
        ("start the program", 0),
        ("open the folder", len(items)),
        ("type in the category", len(category)),
        ("mark the prompt", len(category)),
        ("pre-label all others", others),
        ("review", others),
        ("read the checks", 0),
        ("export COCO", 0),
        (f"export {SECOND_FORMAT}", 0),
        ("import COCO into a new project", 0),
        (f"import {SECOND_FORMAT} into a new project", 0),
    ]
    assert journey.points == {
        "human": len(category) + journey.drags,
        "model": others * len(category) - journey.drags,
    }
    exported = json.loads((tmp_path / "work" / "exports" / "coco.json").read_text(encoding="utf-8"))
    assert len(exported["annotations"]) == len(items)
    assert (tmp_path / "work" / "exports" / SECOND_FILE).stat().st_size > 0


def _held(x: float, state: str = "reviewed") -> dict[str, object]:
    points = {0: (x, 2.0, 2, 1, None)}
    return {"a.jpg": {"state": state, "size": (9, 9), "instances": [("bee", [0.0, 0.0, 5.0, 5.0], points)]}}


def test_a_point_that_moved_or_a_state_that_changed_is_noticed() -> None:
    assert largest_distance(_held(1.0), _held(1.004), whole=True) == pytest.approx(0.004)
    with pytest.raises(AssertionError, match="away"):
        largest_distance(_held(1.0), _held(1.1), whole=False)
    assert largest_distance(_held(1.0), _held(1.0, "predicted"), whole=False) == 0
    with pytest.raises(AssertionError, match="state"):
        largest_distance(_held(1.0), _held(1.0, "predicted"), whole=True)
    with pytest.raises(AssertionError, match="images"):
        largest_distance(_held(1.0), {}, whole=True)
