from __future__ import annotations

import json
from pathlib import Path

import pytest

from gkdt_core.category_file import read_category, write_category
from gkdt_core.domain import Category
from gkdt_core.errors import AnnotationError

BEETLE = Category(
    'black "beetle" 甲虫',
    ("left antenna", "right antenna", "tête"),
    ((0, 2), (1, 2)),
    ((0, 1),),
    "insect",
    ("#4597f5", "", ""),
)


def test_a_category_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "beetle.json"
    write_category(path, BEETLE, ("one", "two", "three"))
    assert read_category(path) == (BEETLE, ("one", "two", "three"))
    assert [file.name for file in tmp_path.iterdir()] == ["beetle.json"]


def test_texts_that_are_the_names_are_not_written(tmp_path: Path) -> None:
    path = tmp_path / "beetle.json"
    write_category(path, BEETLE, BEETLE.keypoints)
    assert read_category(path) == (BEETLE, None)


def test_a_coco_file_gives_its_first_category_with_keypoints_and_guessed_pairs(tmp_path: Path) -> None:
    path = tmp_path / "coco.json"
    record = {"id": 3, "name": "fly", "keypoints": ["left_eye", "right_eye"], "skeleton": [[1, 2]]}
    path.write_text(json.dumps({"images": [], "categories": [{"id": 1, "name": "x"}, record]}), "utf-8")
    category, texts = read_category(path)
    assert category == Category("fly", ("left_eye", "right_eye"), ((0, 1),), ((0, 1),))
    assert texts is None


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[1, 2]",
        "{",
        '{"name": "x", "keypoints": []}',
        '{"name": "", "keypoints": ["a"]}',
        '{"name": "x", "keypoints": ["a", "a"]}',
        '{"name": "x", "keypoints": ["a", "b"], "skeleton": [[1, 3]]}',
        '{"name": "x", "keypoints": ["a", "b"], "skeleton": [1]}',
        '{"name": "x", "keypoints": ["a"], "colours": ["red"]}',
        '{"name": "x", "keypoints": ["a"], "texts": []}',
        "[" * 100_000,
    ],
)
def test_what_is_no_category_is_refused_with_a_remedy(tmp_path: Path, content: str) -> None:
    path = tmp_path / "file.json"
    path.write_text(content, "utf-8")
    with pytest.raises(AnnotationError) as error:
        read_category(path)
    assert error.value.hint


def test_a_file_that_cannot_be_written_is_named_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match="nowhere"):
        write_category(tmp_path / "nowhere" / "beetle.json", BEETLE)
    assert not list(tmp_path.iterdir())
