from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.engine_service import _read, _region
from gkdt_core.errors import MediaError
from gkdt_core.geometry import Box
from gkdt_core.inference.engine import Engine
from gkdt_core.media import images
from tests.tiny_model import write_tiny_model


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    y, x = np.mgrid[:242, :322]
    path = tmp_path / "picture.png"
    Image.fromarray(np.stack([x % 256, y % 256, (x + y) % 256], axis=-1).astype(np.uint8)).save(path)
    return path


@pytest.mark.parametrize("box", [None, Box(40, 20, 240, 180)])
def test_a_very_large_picture_is_prepared_from_a_smaller_one_in_the_file_s_coordinates(
    tmp_path: Path, picture: Path, box: Box | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = Engine.load(str(write_tiny_model(tmp_path / "model")), device="cpu")
    whole = _region(engine, picture, box)
    monkeypatch.setattr(images, "SHOWN_PIXELS", 20_000)
    small = _region(engine, picture, box)
    assert small.image_hw == whole.image_hw
    assert small.box == box
    middle = (140.0, 100.0)
    assert np.allclose(small.transform.image_to_input(middle), whole.transform.image_to_input(middle), atol=2)
    assert np.abs(small.pixels.astype(int) - whole.pixels).mean() < 30


def test_a_very_large_picture_as_a_prompt_is_refused_with_a_remedy(
    picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "SHOWN_PIXELS", 20_000)
    with pytest.raises(MediaError, match="too large to be a prompt") as error:
        _read(picture)
    assert "smaller picture" in error.value.hint
