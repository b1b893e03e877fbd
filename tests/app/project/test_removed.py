"""Images that a person took out of the project stay out of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.project.records import NewImage
from app.project.store import AnnotationStore


def test_what_is_removed_stays_out_of_the_folder_until_it_is_added_again_and_undo_knows_both(
    store: AnnotationStore, tmp_path: Path
) -> None:
    folder = tmp_path / "photos"
    files = [folder / name for name in ("a.png", "\tb.png", "=c.png", "d.png")]
    one, two, three, _ = store.add_images(files)
    store.remove_images([one, two, three])
    assert store.removed_paths() == set(files[:3])
    filler = store.fill_from_folder(folder, wanted=files[2])
    next(filler)
    assert filler.send([NewImage(file) for file in files]) == 1
    assert [store.image(number).path.name for number in store.image_ids()] == ["=c.png", "d.png"]
    store.add_images(files[:1])
    assert store.removed_paths() == {files[1]}
    store.undo_stack.undo()
    assert store.removed_paths() == set(files[:2])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_an_image_whose_name_is_no_text_can_be_removed_and_stays_out(
    store: AnnotationStore, tmp_path: Path
) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/photo\xff.png"))
    (number,) = store.add_images([file])
    store.remove_images([number])
    assert store.removed_paths() == {file}
