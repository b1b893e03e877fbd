from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence

from app.actions import (
    ACTIONS,
    ActionId,
    ActionSpec,
    Menu,
    Scope,
    build_actions,
    conflicts,
    key_text,
    plain_text,
    spec,
)


def test_no_two_actions_claim_the_same_key():
    assert conflicts() == []


def test_a_key_claimed_twice_is_reported_also_when_it_is_written_differently():
    table = (
        ActionSpec(ActionId.UNDO, "Undo", Menu.EDIT, ("Ctrl+Shift+Z",)),
        ActionSpec(ActionId.REDO, "Redo", Menu.EDIT, ("shift+ctrl+z",)),
    )
    assert conflicts(table) == [("Ctrl+Shift+Z", ActionId.UNDO, ActionId.REDO)]


def test_every_action_has_exactly_one_row():
    assert sorted(row.id for row in ACTIONS) == sorted(ActionId)


def test_every_key_is_one_that_qt_understands():
    unknown = [
        (row.id, text)
        for row in ACTIONS
        for text in row.shortcuts
        if QKeySequence(text).isEmpty() or QKeySequence(text)[0].key() == Qt.Key.Key_unknown
    ]
    assert unknown == []


def test_no_menu_uses_a_mnemonic_twice():
    clashes = []
    for menu in Menu:
        letters = [
            row.text[row.text.index("&") + 1].lower()
            for row in ACTIONS
            if row.menu is menu is not Menu.NONE and "&" in row.text
        ]
        clashes += [(menu, letter) for letter in letters if letters.count(letter) > 1]
    assert clashes == []


def test_keys_that_widgets_need_for_themselves_work_only_on_the_canvas_and_the_list(qapp):
    parent = QObject()
    actions = build_actions(parent)
    for action_id in (ActionId.NUDGE_LEFT, ActionId.NEXT_DOUBTFUL, ActionId.NEXT_KEYPOINT_TAB):
        assert actions[action_id].shortcutContext() == Qt.ShortcutContext.WidgetShortcut
    assert actions[ActionId.PRELABEL_HERE].shortcutContext() == Qt.ShortcutContext.WindowShortcut


def test_a_key_that_is_held_is_shown_but_fires_no_action(qapp):
    parent = QObject()
    row = spec(ActionId.HIDE_MARKS)
    assert (row.scope, key_text(row)) == (Scope.HELD, "H")
    assert build_actions(parent)[ActionId.HIDE_MARKS].shortcuts() == []


def test_the_tool_tip_says_the_verb_and_the_key(qapp):
    parent = QObject()
    assert build_actions(parent)[ActionId.GO_TO].toolTip() == "Go to image (Ctrl+G)"
    assert plain_text(spec(ActionId.OPEN_IMAGES)) == "Open images"
