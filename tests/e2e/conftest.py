"""What the tests with a real mouse and keyboard share: the screen, pictures, projects to begin with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.project.records import NewImage
from app.project.store import AnnotationStore
from gkdt_core.domain import Category, Instance, Origin, Visibility
from tests.e2e.driver import Screen, missing_tools
from tests.tiny_model import write_tiny_model

BEE = Category("bee", ("head", "left wing", "right wing", "sting"))
BEE_POINTS = ((150.0, 60.0), (90.0, 120.0), (210.0, 120.0), (150.0, 240.0))


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    """A virtual screen for all tests that are content with one of their own process."""
    if missing_tools():
        pytest.skip(f"a virtual screen with a mouse needs Xvfb, xdotool, openbox; missing: {missing_tools()}")
    with Screen() as found:
        yield found


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that knows nothing, and is loaded in a moment."""
    return write_tiny_model(tmp_path_factory.mktemp("model"))


def picture(path: Path, side: int = 300, shade: int = 0) -> Path:
    """Write a square picture; those of another `shade` have another content."""
    path.parent.mkdir(parents=True, exist_ok=True)
    values = (np.arange(side * side, dtype=np.uint32).reshape(side, side) // 7 + 17 * shade) % 251
    Image.fromarray(values.astype(np.uint8)).convert("RGB").save(path, compress_level=1)
    return path


def make_project(path: Path, images: Sequence[Path], *, labelled: int = 0) -> Path:
    """A project with a category that is looked for by its names, and a person's bee in the first images."""
    store = AnnotationStore()
    path.parent.mkdir(parents=True, exist_ok=True)
    store.create(path)
    category_id = store.add_category(BEE)
    ids = store.add_images([NewImage(image) for image in images])
    instance = Instance.empty(BEE)
    for index, xy in enumerate(BEE_POINTS):
        instance = instance.with_keypoint(index, xy, Visibility.VISIBLE, Origin.HUMAN)
    for image_id in ids[:labelled]:
        store.add_instance(image_id, instance, category_id)
    store.close()
    return path
