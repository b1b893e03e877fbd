from __future__ import annotations

from app.actions import ACTIONS, ActionId, Menu
from app.keymap import Clash, menu_of, owner_of, portable, resolve, with_key, without


def test_without_changes_the_keys_are_those_of_the_table():
    keys, clashes = resolve({})
    assert clashes == ()
    assert {row.id: tuple(map(portable, row.shortcuts)) for row in ACTIONS} == keys


def test_a_key_has_one_way_of_writing():
    assert portable("shift+ctrl+z") == "Ctrl+Shift+Z"
    assert portable("no such key") == portable("") == portable("Ctrl+K, Ctrl+B") == ""


def test_a_key_given_to_another_action_leaves_the_one_that_had_it():
    overrides = with_key({}, ActionId.PRELABEL_HERE, "d")
    keys, clashes = resolve(overrides)
    assert clashes == ()
    assert keys[ActionId.PRELABEL_HERE] == ("D",)
    assert keys[ActionId.NEXT_IMAGE] == ("PgDown",)
    assert owner_of("D", keys) is ActionId.PRELABEL_HERE


def test_the_standard_key_comes_back_and_is_taken_from_who_got_it():
    overrides = without(with_key({}, ActionId.PRELABEL_HERE, "D"), ActionId.NEXT_IMAGE)
    keys, clashes = resolve(overrides)
    assert clashes == ()
    assert keys[ActionId.NEXT_IMAGE] == ("D", "PgDown")
    assert keys[ActionId.PRELABEL_HERE] == ()


def test_an_action_can_be_left_without_a_key_and_given_its_standard_ones_again():
    overrides = with_key({}, ActionId.REJECT, "")
    assert resolve(overrides)[0][ActionId.REJECT] == ()
    assert without(overrides, ActionId.REJECT) == {}


def test_a_choice_that_is_the_standard_is_not_kept():
    assert with_key(with_key({}, ActionId.GO_TO, "F12"), ActionId.GO_TO, "Ctrl+G") == {}


def test_a_key_claimed_twice_works_for_the_persons_choice_and_is_reported():
    keys, clashes = resolve({"go_to": ("Ctrl+R",), "no_such_action": ("X",), "fit": ("no such key",)})
    assert clashes == (Clash("Ctrl+R", ActionId.GO_TO, ActionId.PRELABEL_ALL),)
    assert keys[ActionId.PRELABEL_ALL] == () == keys[ActionId.FIT]


def test_a_key_that_opens_a_menu_is_recognised():
    assert menu_of("Alt+F") is Menu.FILE
    assert menu_of("Alt+Z") is None
