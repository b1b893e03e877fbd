"""Very large pictures are read in parts; here small ones, which must come out as if read whole."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from gkdt_core.errors import Cancelled, MediaError
from gkdt_core.media import bands, images, large
from gkdt_core.media.images import read_image, read_shown
from gkdt_core.media.large import block_means

WIDTH, HEIGHT = 219, 163


@pytest.fixture(autouse=True)
def small_bands(monkeypatch: pytest.MonkeyPatch) -> None:
    """So small that every picture here has several bands."""
    monkeypatch.setattr(bands, "_BAND_BYTES", 7000)


def picture(mode: str = "RGB") -> Image.Image:
    """Something with slopes and edges, so that every filter of PNG is used."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    channels = [(x * 1.1) % 256, (y * 1.4) % 256, ((x // 20 + y // 17) % 2) * 200, 255 - (x + y) % 90]
    rgba = np.stack(channels, axis=-1).astype(np.uint8)
    if mode == "I;16":
        return Image.fromarray((x * 250 + y * 7).astype(np.uint16))
    return Image.fromarray(rgba).convert("RGB").convert(mode) if mode != "RGBA" else Image.fromarray(rgba)


def expected(path: Path, shrink: int) -> NDArray[np.uint8]:
    return block_means(read_image(path), shrink)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1"])
@pytest.mark.parametrize("shrink", [2, 4])
def test_a_png_in_bands_is_the_png_read_whole(tmp_path: Path, mode: str, shrink: int) -> None:
    path = tmp_path / "picture.png"
    picture(mode).save(path)
    shown = read_shown(path, most_pixels=(WIDTH // shrink) * (HEIGHT // shrink))
    assert (shown.shrink, shown.image_hw) == (shrink, (HEIGHT, WIDTH))
    assert np.abs(shown.pixels.astype(int) - expected(path, shrink)).max() <= 1


@pytest.mark.parametrize(
    ("suffix", "options"),
    [
        (".tif", {}),
        (".tif", {"compression": "tiff_lzw"}),
        (".tif", {"compression": "tiff_adobe_deflate"}),
        (".bmp", {}),
        (".ppm", {}),
        (".webp", {"lossless": True}),
        (".jp2", {"irreversible": False}),
    ],
)
def test_other_formats_too(tmp_path: Path, suffix: str, options: dict[str, object]) -> None:
    path = tmp_path / f"picture{suffix}"
    picture().save(path, **options)
    shown = read_shown(path, most_pixels=WIDTH * HEIGHT // 4)
    assert shown.shrink == 2
    difference = np.abs(shown.pixels.astype(int) - expected(path, 2))
    assert difference.mean() < (8 if suffix == ".jp2" else 1)  # a JPEG 2000 level is no plain mean


def test_a_jpeg_is_made_smaller_by_its_own_transform(tmp_path: Path) -> None:
    path = tmp_path / "picture.jpg"
    picture().save(path, quality=95)
    shown = read_shown(path, most_pixels=WIDTH * HEIGHT // 256)
    assert shown.shrink == 16
    assert shown.pixels.shape == (-(-HEIGHT // 16), -(-WIDTH // 16), 3)
    inner = np.abs(shown.pixels[:-1, :-1].astype(int) - expected(path, 16)[:-1, :-1])
    assert inner.mean() < 6


def test_16_bit_values_are_kept_and_are_means_of_real_values(tmp_path: Path) -> None:
    path = tmp_path / "deep.png"
    image = picture("I;16")
    image.save(path)
    shown = read_shown(path, most_pixels=WIDTH * HEIGHT // 4)
    assert shown.values is not None
    assert shown.values.dtype == np.uint16
    assert np.array_equal(shown.values, block_means(np.asarray(image), 2))
    assert shown.window[0] < shown.window[1]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_stands_upright_and_knows_where_its_first_block_begins(
    tmp_path: Path, orientation: int
) -> None:
    path = tmp_path / "turned.png"
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture().save(path, exif=exif)
    shown = read_shown(path, most_pixels=WIDTH * HEIGHT // 16)
    whole = read_image(path)
    assert shown.image_hw == whole.shape[:2]
    x, y = 60, 40
    left, top = (x - shown.corner[0]) // 4, (y - shown.corner[1]) // 4
    across, down = left * 4 + shown.corner[0], top * 4 + shown.corner[1]
    block = whole[down : down + 4, across : across + 4].reshape(-1, 3).mean(axis=0)
    assert np.abs(shown.pixels[top, left] - block).max() <= 1


def test_a_picture_within_the_limit_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    picture().save(path)
    shown = read_shown(path)
    assert shown.shrink == 1
    assert np.array_equal(shown.pixels, read_image(path))


def test_an_interlaced_png_too_large_to_be_whole_is_refused_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large, "WHOLE_PIXELS", 1000)
    path = tmp_path / "interlaced.png"
    picture().save(path)
    data = bytearray(path.read_bytes())
    data[28] = 1  # says that it is interlaced
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    path.write_bytes(data)
    with pytest.raises(MediaError, match="opened in parts") as error:
        read_shown(path, most_pixels=1000)
    assert "PNG that is not interlaced" in error.value.hint


@pytest.mark.parametrize("suffix", [".png", ".bmp", ".tif"])
def test_a_cut_file_is_told_and_not_shown_in_part(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"cut{suffix}"
    picture().save(path)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 2 // 3])
    with pytest.raises(MediaError, match="cut"):
        read_shown(path, most_pixels=1000)


def test_reading_stops_when_nobody_wants_it_any_more(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    picture().save(path)
    shares: list[float] = []

    def stop(share: float) -> None:
        shares.append(share)
        if len(shares) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_shown(path, most_pixels=1000, checkpoint=stop)
    assert shares[0] < shares[1] < 1


def test_the_thumbnail_of_a_very_large_picture_is_read_in_bands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "picture.png"
    picture().save(path)
    whole = images.thumbnail(path, 32)
    monkeypatch.setattr(images, "SHOWN_PIXELS", 1000)
    small = images.thumbnail(path, 32)
    assert small.shape == whole.shape
    assert np.abs(small.astype(int) - whole).mean() < 4
