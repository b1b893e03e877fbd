"""What the View menu switches is there again at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.actions import ActionId
from tests.app.window import open_window

SWITCHES = {
    ActionId.SHOW_NAMES: ("_show_names", False),
    ActionId.SHOW_SKELETON: ("_show_skeleton", True),
    ActionId.SHOW_BOXES: ("_show_boxes", True),
    ActionId.SHADE_SCORES: ("_score_shading", True),
}


def test_names_skeleton_boxes_and_score_shading_are_as_they_were_left(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path))
    first = open_window(qtbot, tmp_path)
    for action_id, (attribute, standard) in SWITCHES.items():
        assert first.window.actions_by_id[action_id].isChecked() == standard
        assert getattr(first.window.canvas, attribute) == standard
        first.window.actions_by_id[action_id].trigger()
        assert getattr(first.window.canvas, attribute) != standard
    first.close()
    second = open_window(qtbot, tmp_path)
    for action_id, (attribute, standard) in SWITCHES.items():
        assert second.window.actions_by_id[action_id].isChecked() != standard
        assert getattr(second.window.canvas, attribute) != standard
    second.window.actions_by_id[ActionId.SHOW_SKELETON].trigger()
    second.close()
    third = open_window(qtbot, tmp_path)
    assert third.window.actions_by_id[ActionId.SHOW_SKELETON].isChecked()
    assert third.window.canvas._show_skeleton
    third.close()
