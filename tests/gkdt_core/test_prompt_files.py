"""A prompt comes back from its file as it was, and a file from anybody leads nowhere else."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from gkdt_core.domain import Category
from gkdt_core.errors import PromptError
from gkdt_core.geometry import Box
from gkdt_core.prompt_files import (
    SUFFIX,
    MarkedImage,
    PromptFile,
    missing_marks,
    read_prompt,
    synonyms,
    write_prompt,
)

FISH = Category("fish “fast”", ("mouth", "left eye", "right eye"), ((0, 1),), ((1, 2),), "animal")


def picture(path: Path, shade: int = 60) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.full((20, 30, 3), shade, np.uint8)).save(path)
    return path


def prompt_of(*paths: Path) -> PromptFile:
    marked = tuple(
        MarkedImage(path, ((1.25, 2.5), None, (29.0, 19.5)), Box(0.5, 1, 28, 19) if number % 2 else None)
        for number, path in enumerate(paths)
    )
    return PromptFile(FISH, ("mouth; tip of the snout", "left eye", "right eye"), True, False, marked)


def test_a_prompt_comes_back_and_its_images_lie_beside_it(tmp_path: Path) -> None:
    one, twin = picture(tmp_path / "a" / "img 马.png"), picture(tmp_path / "b" / "img 马.png", 90)
    target = tmp_path / "share" / f"fish{SUFFIX}"
    target.parent.mkdir()
    prompt = prompt_of(one, twin, one)
    write_prompt(target, prompt)
    found = read_prompt(target)
    assert (found.category, found.texts, found.use_text, found.use_visual) == (
        FISH,
        prompt.texts,
        True,
        False,
    )
    assert [(s.keypoints, s.box) for s in found.supports] == [(s.keypoints, s.box) for s in prompt.supports]
    assert [s.path.read_bytes() for s in found.supports] == [p.read_bytes() for p in (one, twin, one)]
    assert len(list((target.parent / "fish images").iterdir())) == 2
    moved = target.parent.rename(tmp_path / "elsewhere")
    assert read_prompt(moved / target.name).supports[0].path.is_relative_to(moved)


def test_images_that_lie_below_already_are_not_copied(tmp_path: Path) -> None:
    inside = picture(tmp_path / "images" / "1.png")
    write_prompt(tmp_path / "p.json", prompt_of(inside))
    assert read_prompt(tmp_path / "p.json").supports[0].path == inside
    assert sorted(path.name for path in tmp_path.iterdir()) == ["images", "p.json"]


def test_an_image_that_is_gone_is_named_and_no_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(PromptError, match=r"gone\.png"):
        write_prompt(tmp_path / "out" / "p.json", prompt_of(tmp_path / "gone.png"))
    assert not (tmp_path / "out" / "p.json").exists()


def _broken(tmp_path: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    picture(tmp_path / "in" / "1.png")
    path = tmp_path / "in" / "p.json"
    write_prompt(path, prompt_of(tmp_path / "in" / "1.png"))
    record = json.loads(path.read_text(encoding="utf-8"))
    change(record)
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "name",
    [
        "../secret.png",
        "images/../../secret.png",
        "/etc/hostname",
        "C:/secret.png",
        "..\\secret.png",
        "\\\\server\\share\\a.png",
        "link.png",
        "links/secret.png",
        "a\x00.png",
        "",
        7,
        None,
    ],
)
def test_a_file_cannot_name_an_image_outside_of_its_folder(tmp_path: Path, name: object) -> None:
    picture(tmp_path / "secret.png")
    path = _broken(tmp_path, lambda record: record["supports"][0].update(image=name))
    os.symlink(tmp_path / "secret.png", path.parent / "link.png")
    os.symlink(tmp_path, path.parent / "links")
    with pytest.raises(PromptError):
        read_prompt(path)


@pytest.mark.parametrize(
    "change",
    [
        lambda r: r.update(format="other"),
        lambda r: r.update(version=2),
        lambda r: r.pop("category"),
        lambda r: r["category"].update(keypoints=[]),
        lambda r: r["category"].update(keypoints=["a", "a", "b"]),
        lambda r: r["category"].update(name=3),
        lambda r: r["category"].update(skeleton=[[1, 9]]),
        lambda r: r["category"].update(pairs=[[1.5, 2]]),
        lambda r: r.update(texts=["one"]),
        lambda r: r.update(use_text="yes"),
        lambda r: r.update(supports={"image": "1.png"}),
        lambda r: r["supports"][0].update(keypoints=[None, None, None]),
        lambda r: r["supports"][0].update(keypoints=[[1, 2]]),
        lambda r: r["supports"][0].update(keypoints=[[1, "2"], None, None]),
        lambda r: r["supports"][0].update(keypoints=[[1e300, 2], None, None]),
        lambda r: r["supports"][0].update(keypoints=[[True, 2], None, None]),
        lambda r: r["supports"][0].update(box=[5, 5, 5, 9]),
        lambda r: r["supports"][0].update(image="none.png"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_by_name(
    tmp_path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    with pytest.raises(PromptError, match=r"p\.json") as told:
        read_prompt(_broken(tmp_path, change))
    assert told.value.hint


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe\x00", b"[" * 100_000, b'{"format": NaN}'])
def test_what_is_no_prompt_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "p.json"
    path.write_bytes(content)
    with pytest.raises(PromptError, match=r"p\.json"):
        read_prompt(path)


def test_marks_outside_of_their_image_are_named(tmp_path: Path) -> None:
    prompt = prompt_of(tmp_path / "1.png")
    assert missing_marks(prompt, [(20, 30)]) == ""
    assert "right eye" in missing_marks(prompt, [(20, 28)])


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("nose", ("nose",)),
        ("muzzle; tip of the nose ;muzzle", ("muzzle", "tip of the nose")),
        (" ; ", (" ; ",)),
        ("", ("",)),
    ],
)
def test_semicolons_divide_synonyms(text: str, parts: tuple[str, ...]) -> None:
    assert synonyms(text) == parts
