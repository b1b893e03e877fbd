from __future__ import annotations

import json

import pytest

from gkdt_core.domain import guess_pairs
from gkdt_core.errors import AnnotationError
from gkdt_core.paths import resource_path
from gkdt_core.schemas import (
    LANGUAGES,
    find_schemas,
    known_skeletons,
    layout_of,
    name_in,
    nearest_schemas,
    prompt_texts,
    schema_for,
)
from tests.shared_data import SHARED, needs_shared

ALL_NAMES = list(json.loads(resource_path("schemas", "category_index.json").read_text("utf-8"))["categories"])


def names(query: str, limit: int = 100) -> list[str]:
    return [hit.object_name for hit in find_schemas(query, limit)]


def test_every_object_name_makes_a_valid_category() -> None:
    every = find_schemas("", 10_000) + [hit for name in ALL_NAMES for hit in find_schemas(name, 1)]
    assert len({hit.object_name for hit in every}) > 1_100
    for hit in every:
        assert hit.category.name == hit.object_name
        assert sorted(hit.category.flip_permutation) == list(range(len(hit.category)))


def test_every_schema_has_edges_and_no_edge_twice() -> None:
    for file in ("keypoint_schemas.json", "more_schemas.json"):
        for schema in json.loads(resource_path("schemas", file).read_text("utf-8"))["schemas"]:
            if "schema_of" in schema:
                continue
            edges = [tuple(sorted(edge)) for edge in schema["skeleton"]]
            assert edges, schema["id"]
            assert len(set(edges)) == len(edges), schema["id"]
            assert all(len(edge) == 2 for edge in edges)


@pytest.mark.parametrize("name", ALL_NAMES[:: len(ALL_NAMES) // 60])
def test_an_object_is_found_by_its_name_first(name: str) -> None:
    assert names(name)[0] == name
    assert schema_for(name).name == name


@pytest.mark.parametrize(
    ("query", "first", "keypoints"),
    [
        ("person", "person", 17),
        ("Person ", "person", 17),
        ("HORSE", "horse", 20),
        ("hörse", "horse", 20),
        ("horses", "horse", 20),
        ("hand", "hand", 21),
        ("face", "human face", 68),
        ("car", "car (front or rear)", 8),
        ("mouse", "mouse (seen from above)", 4),
        ("rat", "rat (seen from above)", 4),
        ("pony", "horse", 20),
        ("kitten", "cat", 20),
        ("cat face", "cat head", 5),
        ("woman", "person", 17),
        ("chair", "chair", 10),
        ("mouse seen from above", "mouse (seen from above)", 4),
        ("mouse top view", "mouse (seen from above)", 4),
        ("lateral cephalogram", "cephalogram", 19),
        ("ceph", "cephalogram", 19),
        ("bee", "honey bee", 32),
        ("fly", "fruit fly (seen from above)", 13),
        ("drosophila wing", "fruit fly wing", 12),
        ("goldfinch", "american goldfinch", 15),
        ("glue", "glue tube", 2),
    ],
)
def test_common_searches_find_what_a_person_means(query: str, first: str, keypoints: int) -> None:
    hit = find_schemas(query)[0]
    assert (hit.object_name, len(hit.category)) == (first, keypoints)


def test_better_matches_come_before_worse_ones() -> None:
    found = names("ant", 200)
    exact, prefix, substring = (found.index(name) for name in ("ant", "antelope", "giant panda"))
    assert exact < prefix < substring


def test_an_object_with_several_skeletons_gives_each_once() -> None:
    persons = [hit for hit in find_schemas("person") if hit.object_name == "person"]
    assert [len(hit.category) for hit in persons] == [17, 14]


def test_an_empty_search_gives_common_objects_and_nonsense_gives_none() -> None:
    assert {"person", "hand", "car (front or rear)", "leaf", "human face"} <= set(names(""))
    assert names("qqqqzz") == []
    assert names("...") == names("")


def test_no_more_than_the_limit_are_given() -> None:
    assert len(find_schemas("a", limit=7)) == 7


def test_an_unknown_object_names_the_nearest() -> None:
    with pytest.raises(AnnotationError) as caught:
        schema_for("horse fly agaric")
    assert "horse fly agaric" in caught.value.message
    assert caught.value.hint
    with pytest.raises(AnnotationError) as caught:
        schema_for("cephalo")
    assert "cephalogram" in caught.value.hint


def test_pairs_of_the_68_face_points_mirror_the_eyebrows_from_outside_in() -> None:
    order = schema_for("human face 68 landmarks").flip_permutation
    assert [order[i] for i in (0, 17, 36, 48, 8, 30)] == [16, 26, 45, 54, 8, 30]
    assert schema_for("human face").flip_permutation == order


@needs_shared
def test_the_facts_are_kept() -> None:
    facts = json.loads((SHARED / "facts" / "category_index.json").read_text("utf-8"))["categories"]
    schemas = {
        s["id"]: s
        for s in json.loads((SHARED / "facts" / "keypoint_schemas.json").read_text("utf-8"))["schemas"]
    }
    for name, schema_id in facts.items():
        ours = {hit.schema_id: hit.category for hit in find_schemas(name, 200) if hit.object_name == name}
        assert list(ours[schema_id].keypoints) == schemas[schema_id]["keypoints"]


@needs_shared
def test_the_categories_of_the_shared_sets_are_ready_made() -> None:
    paths = sorted((SHARED / "data" / "keypoints").glob("*/annotations/test.json"))
    assert paths
    for path in paths:
        for record in json.loads(path.read_text("utf-8"))["categories"]:
            hits = [hit.category for hit in find_schemas(record["name"]) if hit.object_name == record["name"]]
            assert tuple(record["keypoints"]) in [hit.keypoints for hit in hits], (path, record["name"])


def test_pairs_of_every_schema_agree_with_its_names() -> None:
    for hit in find_schemas("", 10_000):
        if len(hit.category) != 68:  # numbered from outside in, so names alone mislead
            assert hit.category.pairs == guess_pairs(hit.category.keypoints), hit.object_name


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("hoodie", "long sleeved shirt"),
        ("hourse", "horse"),
        ("kangarooo", "kangaroo"),
        ("tractor", "truck"),
        ("angelfish", "fish"),
        ("smartphone", "document"),
        ("jeans", "trousers"),
    ],
)
def test_a_name_without_a_schema_gets_the_nearest_ones(name: str, nearest: str) -> None:
    assert not find_schemas(name)
    assert nearest_schemas(name)[0].object_name == nearest


@pytest.mark.parametrize("name", ["xyzzy", "zzz", "gizmo", "  "])
def test_for_a_name_that_says_nothing_nothing_is_offered(name: str) -> None:
    assert nearest_schemas(name) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("poney", "horse"),
        ("hrose", "horse"),
        ("pupy", "dog"),
        ("hnad", "hand"),
        ("chiar", "chair"),
        ("bycicle", "bicycle"),
        ("cefalogram", "cephalogram"),
        ("elefant", "elephant"),
    ],
)
def test_a_slip_finds_what_is_meant_and_nothing_else(typed: str, meant: str) -> None:
    hits = nearest_schemas(typed)
    assert hits[0].object_name == meant
    assert hits[0].is_correction
    assert {meant} == {hit.object_name for hit in hits} - {"lateral cephalogram", "human hand"}


def test_a_word_that_is_known_is_no_slip_for_another_animal() -> None:
    assert not find_schemas("hoodie")
    assert not any(hit.is_correction for hit in nearest_schemas("hoodie"))


@pytest.mark.parametrize(
    ("query", "language", "first"),
    [
        ("caballo", "es", "horse"),
        ("caballos", "es", "horse"),
        ("Mano", "es", "hand"),
        ("raton", "es", "mouse (seen from above)"),
        ("cefalograma", "es", "cephalogram"),
        ("coche", "es", "car (front or rear)"),
        ("马", "zh_CN", "horse"),
        ("手", "zh_CN", "hand"),
        ("头颅侧位片", "zh_CN", "cephalogram"),
        ("人", "zh_CN", "person"),
        ("车", "zh_CN", "car (front or rear)"),
        ("horse", "zh_CN", "horse"),
    ],
)
def test_an_object_is_found_by_its_name_in_the_windows_language_and_in_english(
    query: str, language: str, first: str
) -> None:
    assert find_schemas(query, language=language)[0].object_name == first


def test_the_name_of_a_kind_finds_all_of_it() -> None:
    gulls = find_schemas("gaviota", language="es")
    assert len(gulls) > 20
    assert all("gull" in hit.object_name for hit in gulls)
    assert find_schemas("gaviota") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_common_object_has_a_name_in_every_language(language: str) -> None:
    assert [hit.object_name for hit in find_schemas("") if not name_in(hit.object_name, language)] == []


def test_both_languages_name_the_same_objects_and_only_such_as_there_are() -> None:
    tables = [
        json.loads(resource_path("schemas", f"names_{language}.json").read_text("utf-8"))["names"]
        for language in LANGUAGES
    ]
    assert len({tuple(table) for table in tables}) == 1
    for english in tables[0]:
        assert find_schemas(english), english
        assert all(name.strip() for table in tables for name in table[english].split(","))


def test_layouts_have_a_place_for_every_keypoint_and_show_the_anatomy() -> None:
    for schema_id, points in json.loads(resource_path("schemas", "layouts.json").read_text("utf-8"))[
        "layouts"
    ].items():
        assert len(points) == len(known_skeletons()[schema_id])
    names = schema_for("hand").keypoints
    places = dict(zip(names, layout_of(names) or (), strict=True))
    for finger in ("forefinger", "middle finger", "ring finger", "pinky finger"):  # upwards from the wrist
        heights = [places["wrist"], *(places[f"{finger}'s {part}"] for part in ("first knuckle", "tip"))]
        assert [y for _, y in heights] == sorted((y for _, y in heights), reverse=True)
    assert layout_of(("my own", "points")) is None
    assert layout_of(names[:4]) == (layout_of(names) or ())[:4]


def test_every_kind_names_an_object_that_there_is() -> None:
    for kind in json.loads(resource_path("schemas", "kinds.json").read_text("utf-8"))["kinds"]:
        assert schema_for(kind["object"]).keypoints


def test_a_hit_called_by_another_name_keeps_its_skeleton() -> None:
    hit = find_schemas("horse", 1)[0]
    mule = hit.called("mule")
    assert (mule.object_name, mule.category.name) == ("mule", "mule")
    assert mule.category.keypoints == hit.category.keypoints


def test_a_lateral_cephalogram_gets_the_skeleton_that_the_bundled_model_has_learned() -> None:
    first = find_schemas("lateral cephalogram")[0]
    assert prompt_texts(first.schema_id, "bundled") == {}
    assert schema_for("lateral cephalogram") == first.category
