from __future__ import annotations

import hashlib
import io
import os
import random
import struct
import sys
import threading
import warnings
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms, PngImagePlugin

from gkdt_core.errors import MediaError
from gkdt_core.media.images import (
    IMAGE_SUFFIXES,
    image_size,
    list_images,
    media_digest,
    read_image,
    thumbnail,
)

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
needs_permissions = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not bind this user"
)


def save(path: Path, values: object, **options: object) -> Path:
    """An array or picture as a file."""
    picture = values if isinstance(values, Image.Image) else Image.fromarray(np.asarray(values))
    picture.save(path, **options)
    return path


def scene() -> Image.Image:
    """6 wide, 4 high, black but for a red top left and a green top right pixel."""
    picture = Image.new("RGB", (6, 4))
    picture.putpixel((0, 0), RED)
    picture.putpixel((5, 0), GREEN)
    return picture


def refusal(read: Callable[[Path], object], path: Path) -> MediaError | None:
    """The error that reading gave; any other kind of error goes through."""
    try:
        read(path)
    except MediaError as error:
        return error
    return None


# Kinds of pictures


@pytest.mark.parametrize("suffix", [".png", ".bmp", ".tif", ".webp", ".ppm", ".gif"])
def test_an_rgb_picture_comes_back_pixel_for_pixel(tmp_path: Path, suffix: str) -> None:
    path = save(tmp_path / f"a{suffix}", scene(), **({"lossless": True} if suffix == ".webp" else {}))
    assert np.array_equal(read_image(path), np.asarray(scene()))
    assert image_size(path) == (4, 6)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "CMYK", "YCbCr", "I", "F"])
def test_every_mode_becomes_three_channels_of_bytes(tmp_path: Path, mode: str) -> None:
    grey = Image.fromarray((np.arange(24) % 2 * 255).astype(np.uint8).reshape(4, 6))
    image = read_image(save(tmp_path / "a.tif", grey.convert(mode)))
    assert image.dtype == np.uint8
    assert image.shape == (4, 6, 3)
    assert image.flags.c_contiguous
    np.testing.assert_array_equal(image[:, :, 0], np.asarray(grey))


def test_a_lab_picture_says_what_to_do_or_is_read(tmp_path: Path) -> None:
    lab = ImageCms.applyTransform(
        scene(),
        ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"),
    )
    assert lab is not None
    path = save(tmp_path / "a.tif", lab)
    error = refusal(read_image, path)
    assert error is None or ("a.tif" in error.message and error.hint)


@pytest.mark.parametrize("height_width", [(1, 1), (1, 7), (7, 1)])
@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif", ".bmp"])
def test_a_one_pixel_picture_is_a_picture(tmp_path: Path, height_width: tuple[int, int], suffix: str) -> None:
    path = save(tmp_path / f"a{suffix}", np.full((*height_width, 3), 200, np.uint8))
    assert read_image(path).shape == (*height_width, 3)
    assert image_size(path) == height_width
    assert thumbnail(path, 64).shape == (*height_width, 3)


def test_transparent_pixels_are_laid_over_white(tmp_path: Path) -> None:
    rgba = Image.new("RGBA", (3, 1))
    for x, colour in enumerate([(255, 0, 0, 255), (255, 0, 0, 0), (0, 0, 0, 128)]):
        rgba.putpixel((x, 0), colour)
    image = read_image(save(tmp_path / "a.png", rgba))
    assert image[0, 0].tolist() == list(RED)
    assert image[0, 1].tolist() == list(WHITE)
    assert image[0, 2].tolist() == [127] * 3


def test_a_transparent_palette_colour_is_laid_over_white(tmp_path: Path) -> None:
    palette = Image.new("P", (2, 1))
    palette.putpalette([255, 0, 0, 0, 0, 255])
    palette.putpixel((1, 0), 1)
    image = read_image(save(tmp_path / "a.png", palette, transparency=1))
    assert image[0].tolist() == [list(RED), list(WHITE)]


@pytest.mark.parametrize(("mode", "key"), [("L", 0), ("RGB", (0, 0, 0)), ("1", 0)])
def test_a_transparent_key_colour_is_laid_over_white(tmp_path: Path, mode: str, key: object) -> None:
    image = read_image(save(tmp_path / "a.png", Image.new(mode, (2, 2)), transparency=key))
    assert (image == 255).all()


def test_a_cmyk_jpeg_has_its_colours(tmp_path: Path) -> None:
    path = save(tmp_path / "a.jpg", Image.new("RGB", (16, 16), RED).convert("CMYK"), quality=100)
    image = read_image(path).astype(int)
    assert (abs(image - RED) < 8).all()
    assert thumbnail(path, 8).shape == (8, 8, 3)


def test_of_an_animation_the_first_picture_is_read(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (4, 4), colour) for colour in (RED, BLUE)]
    path = save(tmp_path / "a.gif", frames[0], save_all=True, append_images=frames[1:])
    assert (read_image(path) == RED).all()


def test_of_a_cameras_double_picture_the_first_is_read(tmp_path: Path) -> None:
    pictures = [Image.new("RGB", (16, 16), colour) for colour in (RED, BLUE)]
    path = tmp_path / "a.jpg"
    pictures[0].save(path, format="MPO", save_all=True, append_images=pictures[1:])
    assert (abs(read_image(path).astype(int) - RED) < 8).all()
    assert image_size(path) == (16, 16)


def test_what_a_file_is_its_content_decides_not_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    scene().save(path, format="PNG")
    assert np.array_equal(read_image(path), np.asarray(scene()))


# More than 8 bits


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_16_bit_greys_are_stretched_between_their_percentiles(tmp_path: Path, suffix: str) -> None:
    values = np.linspace(1000, 3000, 10_000).round().astype(np.uint16).reshape(100, 100)
    image = read_image(save(tmp_path / f"a{suffix}", values))
    assert (image[0, :49] == 0).all()  # below the 0.5 percentile
    assert (image[-1, -49:] == 255).all()
    low, high = np.percentile(values, [0.5, 99.5])
    expected = ((values - low) / (high - low) * 255).clip(0, 255)
    # one grey: the percentiles of whole numbers are whole numbers here, interpolated there
    assert abs(image[:, :, 0] - expected).max() <= 1
    assert np.array_equal(image[:, :, 0], image[:, :, 2])


def test_a_few_hot_pixels_do_not_darken_a_16_bit_picture(tmp_path: Path) -> None:
    values = np.random.default_rng(0).integers(100, 400, (100, 100)).astype(np.uint16)
    values[0, :3] = 65535
    assert 100 < read_image(save(tmp_path / "a.png", values)).mean() < 155


@pytest.mark.parametrize("dtype", [np.uint16, np.int32, np.float32])
def test_a_picture_of_two_values_becomes_black_and_white(tmp_path: Path, dtype: type) -> None:
    values = np.full((40, 40), 7, dtype)
    values[0, 0] = 9  # rarer than the percentiles: they agree, so the extremes count
    image = read_image(save(tmp_path / "a.tif", values))
    assert image[0, 0].tolist() == [255] * 3
    assert (image[1:] == 0).all()


@pytest.mark.parametrize("dtype", [np.uint16, np.int32, np.float32])
@pytest.mark.parametrize("value", [0, 500])
def test_a_picture_of_one_value_is_mid_grey(tmp_path: Path, dtype: type, value: int) -> None:
    assert (read_image(save(tmp_path / "a.tif", np.full((5, 5), value, dtype))) == 128).all()


def test_negative_and_large_whole_numbers_are_stretched_too(tmp_path: Path) -> None:
    values = np.array([[-70_000, 0, 70_000]], np.int32)
    assert read_image(save(tmp_path / "a.tif", values))[0, :, 0].tolist() == [0, 128, 255]


def test_values_that_are_no_numbers_become_black(tmp_path: Path) -> None:
    values = np.array([[np.nan, np.inf, 1.0, 2.0]], np.float32)
    image = read_image(save(tmp_path / "a.tif", values))[0, :, 0]
    assert image[:2].tolist() == [0, 0]
    assert image[3] == 255
    assert (read_image(save(tmp_path / "b.tif", np.full((2, 2), np.nan, np.float32))) == 0).all()


# Turned pictures


def turned(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif.tobytes()


def as_it_was_seen(stored: np.ndarray, orientation: int) -> np.ndarray:
    """What EXIF's table says about the first row and column, written out."""
    return {
        1: stored,
        2: stored[:, ::-1],
        3: np.rot90(stored, 2),
        4: stored[::-1],
        5: stored.transpose(1, 0, 2),
        6: np.rot90(stored, -1),
        7: np.rot90(stored, 2).transpose(1, 0, 2),
        8: np.rot90(stored),
    }[orientation]


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp", ".jpg"])
def test_a_turned_photograph_stands_upright_and_says_so_without_decoding(
    tmp_path: Path, orientation: int, suffix: str
) -> None:
    big = scene().resize((48, 32), Image.Resampling.NEAREST)
    options = {".webp": {"lossless": True}, ".jpg": {"quality": 95}}.get(suffix, {})
    path = save(tmp_path / f"a{suffix}", big, exif=turned(orientation), **options)
    expected = as_it_was_seen(np.asarray(big), orientation)
    image = read_image(path)
    assert image.shape == expected.shape
    assert image_size(path) == expected.shape[:2]
    small = thumbnail(path, 24)
    assert small.shape[:2] == (expected.shape[0] // 2, expected.shape[1] // 2)
    if suffix == ".jpg":  # lossy: compare the mean of each block of 8
        image, expected = (a.reshape(-1, 8, a.shape[1] // 8, 8, 3).mean((1, 3)) for a in (image, expected))
        assert abs(image - expected).max() < 40
    else:
        np.testing.assert_array_equal(image, expected)


@pytest.mark.parametrize("orientation", [3, 6])
def test_a_turned_16_bit_picture_stands_upright(tmp_path: Path, orientation: int) -> None:
    values = np.array([[0, 1000, 1000], [0, 0, 1000]], np.uint16)
    for name in ("a.png", "a.tif"):
        path = save(tmp_path / name, Image.fromarray(values), exif=turned(orientation))
        expected = as_it_was_seen(np.repeat((values > 0)[:, :, None] * 255, 3, 2), orientation)
        np.testing.assert_array_equal(read_image(path), expected)
        assert image_size(path) == expected.shape[:2]


def test_a_png_whose_turn_comes_after_its_pixels_stands_upright(tmp_path: Path) -> None:
    plain = io.BytesIO()
    scene().save(plain, format="PNG")
    data, exif = plain.getvalue(), turned(6).removeprefix(b"Exif\0\0")
    chunk = b"eXIf" + exif
    end = data.index(b"IEND") - 4
    path = tmp_path / "late.png"
    path.write_bytes(
        data[:end] + struct.pack(">I", len(exif)) + chunk + struct.pack(">I", zlib.crc32(chunk)) + data[end:]
    )
    assert read_image(path).shape == (6, 4, 3)
    assert image_size(path) == (6, 4)


def test_an_impossible_turn_is_ignored(tmp_path: Path) -> None:
    path = save(tmp_path / "a.png", scene(), exif=turned(77))
    assert read_image(path).shape == (4, 6, 3)
    assert image_size(path) == (4, 6)


# Files that cannot be read


def encoded(suffix: str) -> bytes:
    data = io.BytesIO()
    noise = np.random.default_rng(1).integers(0, 256, (64, 64, 3)).astype(np.uint8)
    Image.fromarray(noise).save(data, format={"jpg": "JPEG", "tif": "TIFF"}.get(suffix, suffix.upper()))
    return data.getvalue()


Reader = Callable[[Path], object]
readers = pytest.mark.parametrize(
    "read", [read_image, image_size, lambda path: thumbnail(path, 32)], ids=["read", "size", "thumbnail"]
)


@readers
def test_a_missing_file_a_folder_and_an_empty_file_are_named_with_a_remedy(
    tmp_path: Path, read: Reader
) -> None:
    (tmp_path / "empty.png").touch()
    (tmp_path / "text.jpg").write_text("no picture at all")
    for name, said in (
        ("gone 画.png", "does not exist"),
        ("", "is a folder"),
        ("empty.png", "empty"),
        ("text.jpg", "not an image"),
    ):
        with pytest.raises(MediaError) as caught:
            read(tmp_path / name)
        assert said in caught.value.message
        assert name in caught.value.message
        assert caught.value.hint


def test_a_name_with_a_zero_byte_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MediaError):
        read_image(f"{tmp_path}/a\0.png")


@needs_permissions
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = save(tmp_path / "a.png", scene())
    path.chmod(0)
    with pytest.raises(MediaError, match="may not be read"):
        read_image(path)


@pytest.mark.parametrize("suffix", ["png", "jpg", "tif", "webp", "bmp"])
@pytest.mark.parametrize("kept", [0.5, 0.9])
def test_a_cut_file_is_refused_and_never_half_read(tmp_path: Path, suffix: str, kept: float) -> None:
    data = encoded(suffix)
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(data[: int(len(data) * kept)])
    for read in (read_image, lambda path: thumbnail(path, 32)):
        with pytest.raises(MediaError) as caught:
            read(path)
        assert f"a.{suffix}" in caught.value.message
        assert caught.value.hint


@pytest.mark.parametrize("suffix", ["png", "jpg", "tif", "webp", "bmp", "gif"])
def test_a_damaged_file_gives_a_picture_or_our_own_error(tmp_path: Path, suffix: str) -> None:
    data, chance = encoded(suffix), random.Random(suffix)
    path = tmp_path / f"a.{suffix}"
    refused = 0
    for _ in range(60):
        damaged = bytearray(data)
        for _ in range(chance.choice([1, 4, 32])):
            damaged[chance.randrange(min(len(damaged), chance.choice([64, len(damaged)])))] = (
                chance.randrange(256)
            )
        path.write_bytes(damaged)
        for read in (read_image, image_size):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # Pillow's remarks about odd metadata
                error = refusal(read, path)
            refused += error is not None
            assert error is None or str(path) in error.message
    assert refused > 0


def png_of_size(width: int, height: int) -> bytes:
    """A PNG that claims a size and has almost no pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 100))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + pixels + chunk(b"IEND", b"")


@readers
def test_a_picture_above_a_gigapixel_is_refused_before_it_is_decoded(tmp_path: Path, read: Reader) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(png_of_size(40_000, 25_001))
    with pytest.raises(MediaError) as caught:
        read(path)
    assert "40,000 x 25,001" in caught.value.message
    assert caught.value.hint


def test_a_picture_of_900_megapixels_has_a_size_and_no_warning(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    path.write_bytes(png_of_size(30_000, 30_000))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert image_size(path) == (30_000, 30_000)


def test_pillows_own_limit_is_as_before_even_after_reading_in_many_threads(tmp_path: Path) -> None:
    path = save(tmp_path / "a.png", np.zeros((200, 200, 3), np.uint8))
    broken = tmp_path / "b.png"
    broken.write_bytes(b"x")
    before = Image.MAX_IMAGE_PIXELS

    def work() -> None:
        for _ in range(10):
            read_image(path)
            with pytest.raises(MediaError):
                read_image(broken)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert before is not None
    assert before == Image.MAX_IMAGE_PIXELS


def test_a_text_chunk_that_unpacks_to_much_memory_is_survived(tmp_path: Path) -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("comment", "x" * 5_000_000, zip=True)
    path = save(tmp_path / "a.png", scene(), pnginfo=info)
    error = refusal(read_image, path)
    assert error is None or "a.png" in error.message


# Thumbnails


@pytest.mark.parametrize(
    ("size", "expected"), [((400, 200), (32, 64)), ((200, 400), (64, 32)), ((30, 20), (20, 30))]
)
@pytest.mark.parametrize("suffix", [".jpg", ".png"])
def test_a_thumbnail_fits_keeps_its_shape_and_is_never_enlarged(
    tmp_path: Path, size: tuple[int, int], expected: tuple[int, int], suffix: str
) -> None:
    path = save(tmp_path / f"a{suffix}", Image.new("RGB", size, RED))
    small = thumbnail(path, 64)
    assert small.shape == (*expected, 3)
    assert (abs(small.astype(int) - RED) < 8).all()


def test_a_thumbnail_shows_the_picture(tmp_path: Path) -> None:
    picture = Image.new("RGB", (800, 600), RED)
    picture.paste(BLUE, (400, 0, 800, 600))
    small = thumbnail(save(tmp_path / "a.jpg", picture), 80).astype(int)
    assert (abs(small[:, :38] - RED) < 10).all()
    assert (abs(small[:, 42:] - BLUE) < 10).all()


def test_a_thumbnail_of_a_very_long_picture_keeps_a_pixel(tmp_path: Path) -> None:
    path = save(tmp_path / "a.png", np.zeros((1, 5000, 3), np.uint8))
    assert thumbnail(path, 50).shape == (1, 50, 3)


# Digests


def test_the_digest_follows_the_content_not_the_name(tmp_path: Path) -> None:
    for name, content in (("a", b"1" * 3_000_000), ("b", b"1" * 3_000_000), ("c", b"2")):
        (tmp_path / name).write_bytes(content)
    assert media_digest(tmp_path / "a") == media_digest(tmp_path / "b") != media_digest(tmp_path / "c")
    assert media_digest(tmp_path / "c") == hashlib.blake2b(b"2", digest_size=20).hexdigest()


def test_the_digest_of_a_missing_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="gone"):
        media_digest(tmp_path / "gone.png")


# Folders


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def listed(folder: Path, recursive: bool = True) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in list_images(folder, recursive)]


def test_pictures_are_listed_in_the_order_a_person_counts(tmp_path: Path) -> None:
    touch(tmp_path, "img10.png", "img2.png", "IMG1.png", "img002.png", "b2/a.jpg", "b10/a.jpg", "a.jpg")
    assert listed(tmp_path) == [
        "a.jpg",
        "IMG1.png",
        "img002.png",
        "img2.png",
        "img10.png",
        "b2/a.jpg",
        "b10/a.jpg",
    ]


def test_only_pictures_are_listed_whatever_the_case_of_their_ending(tmp_path: Path) -> None:
    touch(tmp_path, "a.JPG", "b.Tiff", "c.txt", "d", "e.json", "f.png.part", ".png")
    assert listed(tmp_path) == ["a.JPG", "b.Tiff"]
    assert ".jpg" in IMAGE_SUFFIXES


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    touch(tmp_path, ".hidden.png", "._a.png", ".thumbs/a.png", "a.png")
    assert listed(tmp_path) == ["a.png"]


def test_sub_folders_are_left_out_when_asked(tmp_path: Path) -> None:
    touch(tmp_path, "a.png", "sub/b.png")
    assert listed(tmp_path, recursive=False) == ["a.png"]


def test_names_with_spaces_accents_quotes_and_other_scripts_are_listed_and_read(tmp_path: Path) -> None:
    names = ['my "best" picture.png', "été.png", "鼠标 图片.png", "a'b.png", "100%.png", "数据/图 2.png"]
    if sys.platform == "win32":
        names.remove('my "best" picture.png')
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        save(tmp_path / name, scene())
    assert sorted(listed(tmp_path)) == sorted(names)
    for path in list_images(tmp_path):
        assert read_image(path).shape == (4, 6, 3)


def test_the_same_name_in_two_folders_is_listed_twice(tmp_path: Path) -> None:
    touch(tmp_path, "x/1.png", "y/1.png")
    assert listed(tmp_path) == ["x/1.png", "y/1.png"]


def test_an_empty_folder_has_no_pictures(tmp_path: Path) -> None:
    assert list_images(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_loops_of_links_end_and_linked_folders_are_listed_once(tmp_path: Path) -> None:
    touch(tmp_path, "set/real/a.png", "elsewhere/b.png")
    folder = tmp_path / "set"
    (folder / "loop").symlink_to(folder)
    (folder / "again").symlink_to(folder / "real")
    (folder / "other").symlink_to(tmp_path / "elsewhere")
    (folder / "dangling.png").symlink_to(tmp_path / "nothing.png")
    (folder / "linked.png").symlink_to(tmp_path / "elsewhere" / "b.png")
    assert listed(folder) == ["linked.png", "other/b.png", "real/a.png"]


@needs_permissions
def test_a_sub_folder_that_may_not_be_read_is_skipped_and_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    touch(tmp_path, "a.png", "locked/b.png")
    (tmp_path / "locked").chmod(0)
    try:
        assert listed(tmp_path) == ["a.png"]
        assert "locked" in caplog.text
    finally:
        (tmp_path / "locked").chmod(0o700)


def test_a_missing_folder_and_a_file_are_named_with_a_remedy(tmp_path: Path) -> None:
    touch(tmp_path, "a.png")
    for name, said in (("gone", "does not exist"), ("a.png", "not a folder")):
        with pytest.raises(MediaError) as caught:
            list_images(tmp_path / name)
        assert said in caught.value.message
        assert name in caught.value.message
        assert caught.value.hint
