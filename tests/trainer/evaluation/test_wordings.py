"""Synonyms keep the side and mean the same; wrong names are of something else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gkdt_core.domain import Category
from gkdt_core.errors import DatasetError
from trainer.data.dataset import CategoryData
from trainer.evaluation.wordings import read_synonyms, wordings_of, wrong_names


def data(*names: str, name: str = "thing", group: str = "other") -> CategoryData:
    return CategoryData("set", Category(name, names, supercategory=group), ())


def test_a_synonym_keeps_its_side() -> None:
    known = read_synonyms()
    assert known.of("left knee") == "joint in the middle of the left leg"
    assert known.of("right_knee") == "joint in the middle of the right leg"
    assert known.of("Left-Ear base") == "root of the left ear"
    assert known.of("nose") == "tip of the nose"


def test_words_stand_in_where_the_whole_name_is_not_known() -> None:
    assert read_synonyms().of("left eyebrow outer end") == "left brow outside end"


def test_an_unknown_name_stays_as_it_is() -> None:
    assert read_synonyms().of("Gribble 7") == "Gribble 7"


def test_no_shipped_synonym_is_the_name_itself_or_names_the_other_side() -> None:
    known = read_synonyms()
    for name, phrases in known.names.items():
        for phrase in phrases:
            assert phrase.casefold() != name
            assert ("left" in phrase.split()) == ("left" in name.split()), name
            assert ("right" in phrase.split()) == ("right" in name.split()), name
        for side in ("left", "right"):
            assert {"left", "right"} - {side} != {"left", "right"} & set(known.of(f"{side} {name}").split())


def test_a_file_of_one_s_own_is_used(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(json.dumps({"red disc": "crimson spot", "flipper": ["{side} fin"]}))
    known = read_synonyms(path)
    assert known.of("Red disc") == "crimson spot"
    assert known.of("left flipper") == "left fin"


@pytest.mark.parametrize("content", ["[]", "{", '{"nose": 3}', '{"nose": [""]}', '{"names": {}, "words": 3}'])
def test_a_wrong_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "mine.json"
    path.write_text(content)
    with pytest.raises(DatasetError, match="mine"):
        read_synonyms(path)


def test_wrong_names_are_of_something_else_and_always_the_same() -> None:
    face = data("left eye", "right eye", "nose", name="face", group="human_face")
    found = wrong_names(face)
    assert found == wrong_names(face)
    assert found != wrong_names(face, seed=1)
    assert len(set(found)) == 3
    assert not {word for name in found for word in name.split()} & {"eye", "nose", "face"}
    wheel = data("top of the wheel", "door", name="car", group="vehicle")
    assert not {"wheel", "door", "car"} & {word for name in wrong_names(wheel) for word in name.split()}


def test_more_keypoints_than_names_are_served() -> None:
    many = data(*(f"gribble {n}" for n in range(300)))
    assert len(wrong_names(many)) == 300


def test_synonyms_for_nothing_are_refused() -> None:
    with pytest.raises(DatasetError, match="No synonym"):
        wordings_of([data("gribble")], ["synonyms"])
    assert wordings_of([data("gribble")], ["given"]) == {}
    assert set(wordings_of([data("nose")], ["given", "synonyms", "wrong"])) == {"synonyms", "wrong"}
