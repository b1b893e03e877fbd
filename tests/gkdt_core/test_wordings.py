from __future__ import annotations

import json

import pytest

from gkdt_core.paths import resource_path
from gkdt_core.schemas import category_of_schema, find_schemas, known_skeletons
from gkdt_core.wordings import Vocabulary, words_for

BUNDLED, RELEASED = Vocabulary.BUNDLED, Vocabulary.RELEASED


def unwritten(schema_id: str, vocabulary: Vocabulary | None) -> tuple[str, ...]:
    names = category_of_schema(schema_id, "object").keypoints
    return words_for(names, names, vocabulary)


def test_the_first_hand_is_prompted_in_words_that_each_model_knows() -> None:
    hit = find_schemas("hand")[0]
    names = hit.category.keypoints
    tip = names.index("forefinger's tip")
    assert words_for(names, names, BUNDLED)[tip] == "index finger tip"
    assert words_for(names, names, RELEASED)[tip] == "forefinger's tip"
    assert words_for(names, names, None) == names


def test_the_cephalogram_is_prompted_by_numbers_only_for_the_released_weights() -> None:
    numbers = tuple(f"cephalometric landmark {number}" for number in range(1, 20))
    for schema_id in ("cephalogram_19", "cephalometric"):
        assert unwritten(schema_id, RELEASED) == numbers
        assert unwritten(schema_id, BUNDLED)[:2] == ("sella", "nasion")
    assert unwritten("cephalometric", BUNDLED) == category_of_schema("cephalogram_19", "x").keypoints


def test_texts_of_another_model_that_an_older_project_stored_follow_the_model() -> None:
    names = category_of_schema("cephalometric", "lateral cephalogram").keypoints
    stored = tuple(f"cephalometric landmark {number}" for number in range(1, 20))
    assert words_for(names, stored, BUNDLED)[0] == "sella"
    assert words_for(names, stored, RELEASED) == stored


def test_a_text_that_a_person_wrote_stays() -> None:
    names = category_of_schema("onehand10k", "hand").keypoints
    texts = ("the wrist watch", "", *names[2:])
    assert words_for(names, texts, BUNDLED)[:3] == ("the wrist watch", "", "thumb base joint")


def test_a_skeleton_from_which_a_keypoint_was_taken_is_still_known() -> None:
    names = category_of_schema("onehand10k", "hand").keypoints
    assert words_for(names[:-2], names[:-2], BUNDLED) == unwritten("onehand10k", BUNDLED)[:-2]
    assert words_for(names[::-1], names[::-1], BUNDLED) == unwritten("onehand10k", BUNDLED)[::-1]


@pytest.mark.parametrize("names", [("nose",), ("wrist", "my own point"), ("left shoulder", "left hip")])
def test_names_that_make_no_ready_made_skeleton_are_left_alone(names: tuple[str, ...]) -> None:
    assert words_for(names, names, BUNDLED) == names


def test_every_word_belongs_to_a_keypoint_and_says_something_else() -> None:
    content = json.loads(resource_path("schemas", "prompt_texts.json").read_text("utf-8"))
    skeletons = known_skeletons()
    for vocabulary in Vocabulary:
        for schema_id, words in content[vocabulary.value].items():
            assert set(words) <= set(skeletons[schema_id]), schema_id
            assert all(text and text != name for name, text in words.items())


def test_words_keep_keypoints_apart() -> None:
    for vocabulary in Vocabulary:
        for schema_id in known_skeletons():
            words = unwritten(schema_id, vocabulary)
            assert len(set(words)) == len(words), (schema_id, vocabulary)
