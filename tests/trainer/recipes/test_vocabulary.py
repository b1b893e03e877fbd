"""What the words of a keypoint's name say, and which phrases the tower learns."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gkdt_core.errors import DatasetError
from trainer.recipes.vocabulary import (
    AXES,
    axis_signs,
    build_phrases,
    finger,
    mirrored,
    numbers,
    plain,
    read_names,
    with_synonyms,
)

SIDE, DEPTH, HEIGHT = AXES[:3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("leftEye", "left eye"),
        ("l_eye", "left eye"),
        ("eye_R", "eye right"),
        ("lefteye", "left eye"),
        ("Left-Front  paw", "left front paw"),
        ("leftover", "leftover"),
        ("rightmost knob", "right outermost knob"),
        ("R", "r"),
        ("paw_FL", "paw front left"),
        ("hindleg", "hind leg"),
    ],
)
def test_names_as_files_write_them_become_plain_words(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("left eye", (1, 0)),
        ("right eye", (-1, 0)),
        ("nose", (0, 0)),
        ("left corner of right eye", (-1, 1)),
        ("right corner of left eye", (1, -1)),
        ("left end of the lamp on the right side of the picture", (-1, 1)),
        ("jaw line 3 of 17 (from the right ear side to the left ear side)", (0, 0)),
    ],
)
def test_the_last_side_says_which_part_and_the_first_where_on_it(
    text: str, expected: tuple[int, int]
) -> None:
    assert axis_signs(text, SIDE) == expected


def test_back_is_a_direction_only_before_another_word() -> None:
    assert axis_signs("left back paw", DEPTH) == (-1, 0)
    assert axis_signs("lower back", DEPTH) == (0, 0)
    assert axis_signs("lower back", HEIGHT) == (-1, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("keypoint 12 of bed", (12, 0)),
        ("jaw line 3 of 17", (3, 0)),
        ("thumb's second knuckle", (2, 0)),
        ("vertebra 3 corner 2", (2, 3)),
        ("nose", (0, 0)),
    ],
)
def test_numbers_count_points_but_not_how_many_there_are(text: str, expected: tuple[int, int]) -> None:
    assert numbers(text) == expected


def test_fingers_are_counted_from_the_thumb() -> None:
    names = (
        "thumb tip",
        "forefinger root",
        "middle finger middle joint",
        "ring finger tip",
        "pinky",
        "middle joint",
    )
    assert [finger(name) for name in names] == [1, 2, 3, 4, 5, 0]


def test_mirroring_exchanges_every_side() -> None:
    assert mirrored("left corner of right eye") == "right corner of left eye"
    assert mirrored(mirrored("leftmost left pin")) == "leftmost left pin"


def test_synonyms_lead_to_the_common_word() -> None:
    assert with_synonyms("left hind paw") == "left back foot"
    assert with_synonyms("root of tail") == "tail base"
    assert with_synonyms("pawn") == "pawn"


def test_phrases_hold_each_name_with_its_mirror_once() -> None:
    phrases = build_phrases(["left wing bar"], ["heron"], ["nose", "zebra"], seed=1)
    surfaces = [phrase.surface.lower() for phrase in phrases]
    assert len(set(surfaces)) == len(surfaces)
    assert {"left wing bar", "right wing bar", "heron", "zebra"} <= set(surfaces)
    by_surface = {phrase.surface: phrase for phrase in phrases}
    assert by_surface["the left wing bar"].meaning == "left wing bar"
    assert by_surface["l_eye"].meaning == "left eye"
    assert by_surface["l_eye"].group == "file"
    assert by_surface["zebra"].group == "word"
    assert by_surface["nose"].group == "part"


def test_the_seed_fixes_the_phrases() -> None:
    phrases = build_phrases(["nose"], ["cat"], [], seed=3)
    assert build_phrases(["nose"], ["cat"], [], seed=3) == phrases
    assert build_phrases(["nose"], ["cat"], [], seed=4) != phrases


def _facts(folder: Path) -> Path:
    schemas = {
        "schemas": [{"keypoints": ["nose", "tail"]}, {"keypoints": ["sella"], "prompt_texts": ["landmark 1"]}]
    }
    (folder / "keypoint_schemas.json").write_text(json.dumps(schemas), encoding="utf-8")
    (folder / "category_index.json").write_text(json.dumps({"categories": {"cat": "x"}}), encoding="utf-8")
    return folder


def test_names_are_read_from_schemas_and_training_sets(tmp_path: Path) -> None:
    annotations = tmp_path / "sets" / "bees" / "annotations"
    annotations.mkdir(parents=True)
    bees = {"categories": [{"name": "bee", "keypoints": ["sting", "nose"]}]}
    (annotations / "train.json").write_text(json.dumps(bees), encoding="utf-8")
    names, objects = read_names(_facts(tmp_path), [tmp_path / "sets"])
    assert names == ["nose", "tail", "sella", "landmark 1", "sting"]
    assert objects == ["cat", "bee"]


def test_a_missing_or_broken_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"keypoint_schemas\.json"):
        read_names(tmp_path, [])
    _facts(tmp_path)
    (tmp_path / "category_index.json").write_text("{", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"category_index\.json"):
        read_names(tmp_path, [])
