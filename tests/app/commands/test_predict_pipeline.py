"""The stages of `gkdt predict`: order, numbers, and how much they hold at once."""

from __future__ import annotations

import time
import weakref
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.commands.predict_pipeline import Numbered, Predictor, numbered, opened_in_chunks
from app.commands.sources import Source
from gkdt_core.errors import GkdtError
from gkdt_core.geometry import Box, RgbImage
from gkdt_core.inference.engine import Engine
from gkdt_core.inference.results import PreparedRegion
from tests.tiny_model import write_tiny_model


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    model = write_tiny_model(tmp_path_factory.mktemp("models") / "tiny")
    return Engine.load(model, device="cpu")


@pytest.fixture
def sources(tmp_path: Path) -> list[Source]:
    pixels = np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8)
    found = []
    for index in range(60):
        path = tmp_path / f"{index:02}.png"
        Image.fromarray(pixels).save(path)
        found.append(Source(path, path.name))
    return found


class Regions:
    """Prepares as the engine does, and knows how many of the regions are still alive.

    Not by asking the garbage collector for all objects: it hands out tuples that other threads still build.
    """

    def __init__(self, engine: Engine) -> None:
        self._prepare = engine.prepare
        self._made: list[weakref.ref[object]] = []

    def __call__(self, image: RgbImage, box: Box | None = None) -> PreparedRegion:
        region = self._prepare(image, box)
        self._made.append(weakref.ref(region.pixels))
        return region

    def alive(self) -> int:
        return sum(made() is not None for made in self._made)

    def settled(self) -> int:
        """How many are alive once the readers have nothing more to do."""
        count, since = self.alive(), time.monotonic()
        while time.monotonic() - since < 0.1:
            time.sleep(0.01)
            if (now := self.alive()) != count:
                count, since = now, time.monotonic()
        return count


def test_a_folder_of_any_size_is_read_a_little_ahead_only(
    engine: Engine, sources: list[Source], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.batch_size = 4
    regions = Regions(engine)
    monkeypatch.setattr(engine, "prepare", regions)
    predictor = Predictor(engine, lambda engine: engine.encode_prompt(names=["nose"]))
    failures: list[GkdtError] = []
    most, names = 0, []
    chunks = opened_in_chunks(
        numbered(sources),
        predictor,
        box_scale=1.35,
        keep_images=False,
        failed=lambda _, error: failures.append(error),
    )
    for number, chunk in enumerate(chunks):
        if number < 5:
            most = max(most, regions.settled())
        assert len(chunk) == 4
        assert all(one.image is None for one in chunk)
        names += [one.item.source.name for one in chunk]
    assert names == [source.name for source in sources]
    assert not failures
    assert 8 <= most <= 4 + 8 + 4  # the chunk, what is read ahead, and what the loops still hold


def test_numbers_leave_room_for_every_box() -> None:
    def source(name: str, boxes: tuple[Box, ...] | None) -> Source:
        return Source(Path(name), name, boxes)

    box = Box(0, 0, 5, 5)
    given = [source("a", None), source("b", (box, box, box)), source("c", ()), source("d", (box,))]
    assert numbered(given) == [
        Numbered(given[0], 1, 1),
        Numbered(given[1], 2, 2),
        Numbered(given[2], 3, 5),
        Numbered(given[3], 4, 5),
    ]
