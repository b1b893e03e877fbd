"""What a fine-tuning chooses, and that whoever asks for something gets it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from trainer.choices import PROCESSOR_MINUTES, Choices, Situation, choose

_TEN = Situation(
    instances=10,
    images=10,
    largest=10,
    checked=0,
    held_how="",
    encoder="small",
    graphics_card=False,
)


def _reason(choices: Choices, setting: str) -> tuple[str, bool]:
    (found,) = (one for one in choices.reasons if one.setting == setting)
    return found.why, found.asked


def test_a_small_encoder_is_tuned_whole_even_from_few_images() -> None:
    assert choose(_TEN, {}).tune == "all"


@pytest.mark.parametrize(
    ("instances", "card", "tune"),
    [
        (10, True, "heads"),
        (49, True, "heads"),
        (50, True, "upper"),
        (500, True, "all"),
        (500, False, "upper"),
    ],
)
def test_how_much_of_a_large_encoder_is_tuned_grows_with_the_instances(
    instances: int, card: bool, tune: str
) -> None:
    situation = replace(_TEN, instances=instances, encoder="large", graphics_card=card)
    assert choose(situation, {}).tune == tune


def test_more_instances_take_more_steps_but_not_in_proportion() -> None:
    few, many = (choose(replace(_TEN, instances=count), {}).steps for count in (25, 100))
    assert few < many < 4 * few
    assert choose(replace(_TEN, instances=2), {}).steps >= 100
    assert choose(replace(_TEN, instances=10**6), {}).steps <= 5000


def test_a_processor_gets_a_time_budget_unless_a_length_was_asked_for() -> None:
    assert choose(_TEN, {}).minutes == PROCESSOR_MINUTES
    assert choose(_TEN, {"steps": 7}).minutes == 0
    assert choose(_TEN, {"epochs": 2.0}).minutes == 0
    assert choose(replace(_TEN, graphics_card=True), {}).minutes == 0


def test_every_run_ends_when_nothing_improves_unless_asked_not_to() -> None:
    choices = choose(_TEN, {})
    assert choices.patience > 0
    assert choices.validate_every * choices.patience < choices.steps
    assert choose(_TEN, {"patience": 0}).patience == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("tune", "heads"),
        ("lr", 0.01),
        ("encoder_lr", 0.0),
        ("batch", 7),
        ("views", 3),
        ("steps", 11),
        ("minutes", 2.5),
        ("validate_every", 5),
        ("patience", 9),
    ],
)
def test_what_is_asked_for_is_taken_said_and_changes_no_other_reason_to_asked(
    name: str, value: object
) -> None:
    choices = choose(_TEN, {name: value})
    assert getattr(choices, name) == value
    assert [one.setting for one in choices.reasons if one.asked] == [name.replace("_", "-")]


def test_epochs_become_steps() -> None:
    choices = choose(_TEN, {"epochs": 6.0, "batch": 2, "views": 5})
    assert choices.steps == 6
    assert "6 epochs" in _reason(choices, "steps")[0]


def test_an_automatic_choice_that_is_asked_for_is_a_choice() -> None:
    assert _reason(choose(_TEN, {"tune": "auto"}), "tune")[1] is False


def test_an_episode_is_no_larger_than_the_largest_category() -> None:
    assert choose(replace(_TEN, largest=4), {}).views == 4


def test_the_table_has_a_line_with_a_reason_for_every_setting() -> None:
    choices = choose(_TEN, {"lr": 0.5})
    lines = choices.table()
    # without the views that only heads keep, but with what it is checked with
    assert len(lines) == len(choices.settings()) - 1 + 1
    assert all(one.why for one in choices.reasons)
    assert any(line.split() == ["lr", "0.5", "as", "asked", "for"] for line in lines)
    assert choices.to_list()[0] == {
        "setting": "checked with",
        "value": "nothing held back",
        "why": "too few to spare any: looks are at the images that are learned from",
        "asked": False,
    }


def test_choosing_needs_no_torch() -> None:
    code = "import sys, trainer.choices; assert 'torch' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_views_are_kept_for_the_heads_while_each_is_seen_some_times() -> None:
    assert choose(_TEN, {"tune": "heads"}).fixed_views == 32
    assert 0 < choose(replace(_TEN, instances=1000), {"tune": "heads"}).fixed_views < 32
    assert choose(replace(_TEN, instances=20_000), {"tune": "heads"}).fixed_views == 0
    assert choose(_TEN, {"tune": "heads", "fixed_views": 0}).fixed_views == 0
    assert choose(_TEN, {"fixed_views": 5}).fixed_views == 0, "the features change with the encoder"
