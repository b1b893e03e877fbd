"""Every pixel of a very large picture; here of small ones, which count as large and have several bands."""

from __future__ import annotations

import os
import struct
import threading
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from gkdt_core.errors import Cancelled, MediaError
from gkdt_core.media import bands, detail, unpacked
from gkdt_core.media.detail import Detail, NoDetail
from gkdt_core.media.images import ShownPicture, read_image, read_shown
from gkdt_core.media.unpacked import make_room
from tests.gkdt_core.media.test_large import HEIGHT, WIDTH, picture

PARTS = [(0, 0, WIDTH, HEIGHT), (0, 0, 1, 1), (37, 20, 150, 120), (WIDTH - 9, HEIGHT - 70, WIDTH, HEIGHT)]


@pytest.fixture(autouse=True)
def small_bands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """So small that every picture here has several bands, and few of them are kept."""
    monkeypatch.setattr(bands, "_BAND_BYTES", 7000)
    monkeypatch.setattr(detail, "KEPT_BYTES", 40_000)
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))


def shown(path: Path) -> ShownPicture:
    return read_shown(path, most_pixels=WIDTH * HEIGHT // 4)


def detail_of(path: Path) -> Detail:
    found = shown(path).detail
    assert found is not None
    return found


def check_parts(found: Detail, whole: NDArray[np.generic]) -> None:
    for left, top, right, bottom in [*PARTS, *PARTS[::-1]]:
        right, bottom = min(right, whole.shape[1]), min(bottom, whole.shape[0])
        left, top = min(left, right - 1), min(top, bottom - 1)
        part = found.read(left, top, right, bottom)
        assert np.array_equal(part, whole[top:bottom, left:right]), (left, top, right, bottom)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1"])
def test_parts_of_a_png_are_those_of_the_whole_picture(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "picture.png"
    picture(mode).save(path)
    check_parts(detail_of(path), read_image(path))


@pytest.mark.parametrize("level", [0, 1, 9])
def test_a_png_packed_little_or_much_is_read_from_any_band(tmp_path: Path, level: int) -> None:
    path = tmp_path / "picture.png"
    picture().save(path, compress_level=level)
    check_parts(detail_of(path), read_image(path))


def test_a_png_whose_pixels_are_cut_into_tiny_chunks_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    picture().save(path)
    data = path.read_bytes()
    where = data.index(b"IDAT") - 4
    length = int.from_bytes(data[where : where + 4], "big")
    packed, rest = data[where + 8 : where + 8 + length], data[where + 12 + length :]
    pieces = [packed[i : i + 11] for i in range(0, len(packed), 11)] + [b""]
    path.write_bytes(data[:where] + b"".join(chunk(b"IDAT", piece) for piece in pieces) + rest)
    check_parts(detail_of(path), read_image(path))


@pytest.mark.parametrize(("channels", "kind"), [(2, 4), (3, 2), (4, 6)])
def test_colours_of_16_bits_in_a_png_with_every_filter(tmp_path: Path, channels: int, kind: int) -> None:
    path = tmp_path / "deep.png"
    rng = np.random.default_rng(0)
    filtered = rng.integers(0, 256, (HEIGHT, 1 + WIDTH * channels * 2)).astype(np.uint8)
    filtered[:, 0] = rng.integers(0, 5, HEIGHT)  # any bytes are some picture
    write_png(path, (WIDTH, HEIGHT, 16, kind), zlib.compress(filtered.tobytes()))
    check_parts(detail_of(path), read_image(path))


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_16_bit_greys_keep_their_values(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"deep{suffix}"
    image = picture("I;16")
    image.save(path)
    check_parts(detail_of(path), np.asarray(image))


@pytest.mark.parametrize(
    ("suffix", "options"),
    [
        (".tif", {}),
        (".tif", {"compression": "tiff_lzw"}),
        (".tif", {"compression": "tiff_adobe_deflate"}),
        (".tif", {"tiffinfo": {278: HEIGHT}}),
        (".tif", {"compression": "tiff_lzw", "tiffinfo": {317: 2, 278: 10}}),
        (".bmp", {}),
        (".ppm", {}),
    ],
)
def test_parts_of_other_formats(tmp_path: Path, suffix: str, options: dict[str, Any]) -> None:
    path = tmp_path / f"picture{suffix}"
    picture().save(path, **options)
    check_parts(detail_of(path), read_image(path))


def test_one_strip_for_the_whole_tiff_is_read_in_bands(tmp_path: Path) -> None:
    path = tmp_path / "picture.tif"
    write_tiff(path, np.asarray(picture("I;16")))
    with Image.open(path) as image, path.open("rb") as file:
        found = bands.bands_of(image, file)
    assert found is not None
    assert found.count > 5
    check_parts(detail_of(path), np.asarray(picture("I;16")))


def test_a_tiled_tiff(tmp_path: Path) -> None:
    path = tmp_path / "tiled.tif"
    values = np.asarray(picture("I;16"))
    write_tiff(path, values, tile=64)
    check_parts(detail_of(path), values)


@pytest.mark.parametrize("suffix", [".png", ".jpg"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_is_read_upright(tmp_path: Path, suffix: str, orientation: int) -> None:
    path = tmp_path / f"turned{suffix}"
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture().save(path, exif=exif)
    found = detail_of(path)
    found.prepare()
    check_parts(found, read_image(path))


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_jpeg_is_unpacked_once_and_read_from_there(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "picture.jpg"
    picture(mode).save(path)
    found = detail_of(path)
    assert not found.is_ready
    found.prepare()
    assert found.is_ready
    check_parts(found, read_image(path))
    again = detail_of(path)
    before = [(entry.name, entry.stat().st_ino) for entry in unpacked.folder().iterdir()]
    again.prepare()
    check_parts(again, read_image(path))
    assert [(entry.name, entry.stat().st_ino) for entry in unpacked.folder().iterdir()] == before


def test_an_unpacked_copy_that_somebody_removed_is_told_and_made_again(tmp_path: Path) -> None:
    path = tmp_path / "picture.jpg"
    picture().save(path)
    found = detail_of(path)
    found.prepare()
    for copy in unpacked.folder().iterdir():
        copy.unlink()
    assert not found.is_ready
    with pytest.raises(MediaError, match=r"unpacked copy of .*picture.jpg"):
        found.read(0, 0, 5, 5)
    found.prepare()
    check_parts(found, read_image(path))


def test_unpacking_stops_when_nobody_wants_it_any_more_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "picture.jpg"
    picture().resize((2000, 2000)).save(path, quality=95)
    shares: list[float] = []

    def stop(share: float) -> None:
        shares.append(share)
        if len(shares) == 3:
            raise Cancelled

    found = detail_of(path)
    with pytest.raises(Cancelled):
        found.prepare(stop)
    assert not found.is_ready
    assert list(unpacked.folder().iterdir()) == []


def test_a_disk_too_full_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "picture.jpg"
    picture().save(path)
    monkeypatch.setattr(unpacked, "SPARED_BYTES", 2**60)
    found = detail_of(path)
    with pytest.raises(MediaError, match=r"picture.jpg.*too full") as error:
        found.prepare()
    assert "PNG or TIFF" in error.value.hint
    assert list(unpacked.folder().iterdir()) == []


def test_pictures_looked_at_longest_ago_make_room_and_left_over_parts_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacked, "FOLDER_BYTES", 1000)
    monkeypatch.setattr(unpacked, "SPARED_BYTES", 0)
    for number, name in enumerate(["b.pixels", "a.pixels", "c.pixels", "d.9.part", "note.txt"]):
        (tmp_path / name).write_bytes(bytes(400 if number < 3 else 10))
        os.utime(tmp_path / name, (number, number))
    (tmp_path / "e.8.part").write_bytes(b"being written")
    make_room(tmp_path, 500)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c.pixels", "e.8.part", "note.txt"]
    with pytest.raises(OSError, match="larger than all"):
        make_room(tmp_path, 2000)
    assert (tmp_path / "c.pixels").exists()


@pytest.mark.parametrize("suffix", [".png", ".tif", ".jpg"])
def test_a_file_that_changed_is_told_and_not_mixed_up(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"picture{suffix}"
    picture().save(path)
    found = detail_of(path)
    picture().rotate(180).save(path, comment=b"longer")
    os.utime(path, (1, 1))
    look = found.prepare if suffix == ".jpg" else lambda: found.read(0, 0, 5, 5)
    with pytest.raises(MediaError, match="has changed since"):
        look()


def test_a_file_that_went_away_is_told(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    picture().save(path)
    found = detail_of(path)
    path.unlink()
    with pytest.raises(MediaError, match=r"picture.png\" does not exist"):
        found.read(0, 0, 5, 5)


def test_several_threads_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    picture().save(path)
    found, whole = detail_of(path), read_image(path)
    wrong: list[int] = []

    def look(seed: int) -> None:
        rng = np.random.default_rng(seed)
        for _ in range(10):
            left, top = int(rng.integers(0, WIDTH - 30)), int(rng.integers(0, HEIGHT - 30))
            part = found.read(left, top, left + 30, top + 30)
            if not np.array_equal(part, whole[top : top + 30, left : left + 30]):
                wrong.append(seed)

    threads = [threading.Thread(target=look, args=(seed,)) for seed in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_what_cannot_be_read_in_parts_says_why(tmp_path: Path) -> None:
    progressive = tmp_path / "progressive.jpg"
    picture().save(progressive, progressive=True)
    lossless = tmp_path / "picture.webp"
    picture().save(lossless, lossless=True)
    found = [shown(path).no_detail for path in (progressive, lossless)]
    assert found == [NoDetail.PROGRESSIVE, NoDetail.FORMAT]
    assert all(shown(path).detail is None for path in (progressive, lossless))


def test_a_packed_strip_too_large_to_be_unpacked_has_no_detail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "picture.tif"
    write_tiff(path, np.asarray(picture("I;16")), packing=8)
    assert shown(path).detail is not None
    monkeypatch.setattr(bands, "PIECE_PIXELS", 1000)
    assert shown(path).no_detail is NoDetail.STRIPS


def test_a_picture_within_the_limit_needs_none(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    picture().save(path)
    found = read_shown(path)
    assert (found.detail, found.no_detail) == (None, None)


# files that lie


def test_unpacked_bytes_beyond_the_picture_are_never_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    rows = b"".join(b"\0" + bytes(WIDTH) for _ in range(HEIGHT))
    pack = zlib.compressobj(9)
    packed = pack.compress(rows) + b"".join(pack.compress(bytes(2**24)) for _ in range(64)) + pack.flush()
    write_png(path, (WIDTH, HEIGHT, 8, 0), packed)  # 1 GB behind the last row
    taken: list[int] = []
    before = bands._Unpacker.take

    def counted(self: bands._Unpacker, count: int) -> bytes:
        data = before(self, count)
        taken.append(len(data))
        return data

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bands._Unpacker, "take", counted)
        check_parts(detail_of(path), np.zeros((HEIGHT, WIDTH, 3), np.uint8))
        assert max(taken) <= 7000
        assert sum(taken) < 2**20


@pytest.mark.parametrize("height", [HEIGHT + 1, HEIGHT * 50])
def test_a_png_that_promises_more_rows_than_it_has_is_damaged(tmp_path: Path, height: int) -> None:
    path = tmp_path / "short.png"
    write_png(path, (WIDTH, height, 8, 0), zlib.compress(bytes((WIDTH + 1) * HEIGHT)))
    with pytest.raises(MediaError, match=r"short.png.*damaged"):
        shown(path)


@pytest.mark.parametrize("tile", [0, 64])
def test_a_tiff_whose_pixels_lie_beyond_its_end_is_damaged(tmp_path: Path, tile: int) -> None:
    path = tmp_path / "short.tif"
    write_tiff(path, np.asarray(picture("I;16")), tile=tile, shift=30_000)
    with pytest.raises(MediaError, match=r"short.tif.*damaged"):
        shown(path)


def test_a_picture_of_a_million_million_pixels_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    write_png(path, (1_000_000, 1_000_000, 8, 0), zlib.compress(bytes(1000)))
    with pytest.raises(MediaError, match=r"bomb.png.*1,000,000 x 1,000,000 px"):
        read_shown(path)


def test_a_row_too_long_to_be_held_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "long.png"
    write_png(path, (900_000_000, 1, 8, 2), zlib.compress(bytes(1000)))
    with pytest.raises(MediaError, match=r"long.png\" has 900,000,000 x 1 px"):
        read_shown(path)


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def write_png(path: Path, shape: tuple[int, int, int, int], packed: bytes) -> None:
    """A PNG of (width, height, bits, colour type) around packed rows."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", *shape, 0, 0, 0))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", packed) + chunk(b"IEND", b""))


def write_tiff(
    path: Path, values: NDArray[np.uint16], *, tile: int = 0, packing: int = 1, shift: int = 0
) -> None:
    """A grey TIFF of 16 bits in one strip, or in tiles, which it says to be `shift` bytes further on."""
    height, width = values.shape
    pieces = [values]
    if tile:
        filled = np.zeros((-(-height // tile) * tile, -(-width // tile) * tile), values.dtype)
        filled[:height, :width] = values
        pieces = [
            filled[y : y + tile, x : x + tile]
            for y in range(0, filled.shape[0], tile)
            for x in range(0, filled.shape[1], tile)
        ]
    packed = [piece.astype("<u2").tobytes() for piece in pieces]
    packed = [zlib.compress(data) for data in packed] if packing == 8 else packed
    starts = [8 + sum(len(data) for data in packed[:i]) for i in range(len(packed))]
    end = 8 + sum(len(data) for data in packed)
    lists = struct.pack(
        f"<{2 * len(packed)}I", *(start + shift for start in starts), *(len(data) for data in packed)
    )
    many = len(packed) > 1
    where = (end, end + 4 * len(packed)) if many else (starts[0] + shift, len(packed[0]))
    tags = [(256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 16), (259, 3, 1, packing), (262, 3, 1, 1)]
    tags += [(277, 3, 1, 1)]
    if tile:
        tags += [(322, 4, 1, tile), (323, 4, 1, tile)]
        tags += [(324, 4, len(packed), where[0]), (325, 4, len(packed), where[1])]
    else:
        tags += [(273, 4, 1, where[0]), (278, 4, 1, height), (279, 4, 1, where[1])]
    tags.sort()
    directory = struct.pack("<H", len(tags))
    directory += b"".join(struct.pack("<HHII", *tag) for tag in tags) + bytes(4)
    begin = end + len(lists)
    begin += begin % 2
    body = b"".join(packed) + lists
    path.write_bytes(struct.pack("<2sHI", b"II", 42, begin) + body + bytes(begin - 8 - len(body)) + directory)
