"""Image files as upright 8-bit RGB arrays; a failure is a `MediaError` that names the file and a remedy."""

from __future__ import annotations

import hashlib
import logging
import os
import re
import stat
import struct
import sys
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, JpegImagePlugin, PngImagePlugin, TiffImagePlugin, UnidentifiedImageError

from gkdt_core.errors import MediaError
from gkdt_core.geometry import RgbImage
from gkdt_core.media.bands import Bands, bands_of
from gkdt_core.media.detail import Detail, NoDetail, Pixels, Stored, StoredBands
from gkdt_core.media.large import is_progressive, shrunk_pixels
from gkdt_core.media.unpacked import UnpackedJpeg, can_unpack
from gkdt_core.progress import Checkpoint, no_checkpoint

log = logging.getLogger(__name__)

IMAGE_SUFFIXES = frozenset(
    ".jpg .jpeg .jpe .jfif .png .bmp .dib .tif .tiff .webp .gif .ppm .pgm .pbm .pnm .jp2 .j2k".split()
)
"""Lower-case endings of the files that count as images; what a file really is, its first bytes decide."""

MAX_PIXELS = 1_000_000_000
"""A larger picture is refused before it is decoded: as RGB it would take more than 3 GB of memory."""

SHOWN_PIXELS = 150_000_000
"""A larger picture is made smaller while it is read to be shown: as RGB this many px take 450 MB."""

# Formats that Pillow decodes itself (JPEG includes MPO). EPS, WMF and the like would run other programs.
_FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "DIB", "WEBP", "GIF", "PPM", "JPEG2000")
_ORIENTATION = 0x0112
_WINDOW_PERCENTILES = (0.5, 99.5)
_HEAD_BYTES = 2**20  # where reading a file must have come to the pixels
_SAMPLE = 4_000_000  # values that the window of a float picture is measured on

# What Pillow's decoders raise on damaged files; each was seen with cut, zeroed or bit-flipped samples.
_DECODE_ERRORS = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    EOFError,
    OverflowError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)


def read_image(path: str | Path) -> RgbImage:
    """The picture of a file as (H, W, 3) uint8 RGB, upright.

    The EXIF turn is applied, transparency is laid over white, CMYK and palettes become RGB. Grey pictures
    with more than 8 bits are stretched so that their 0.5 and 99.5 percentiles become black and white. Of a
    file with several pictures it is the first.

    Raises:
        MediaError: The file is missing, unreadable, damaged, no image, or larger than `MAX_PIXELS`.
    """
    path = Path(path)
    with _opened(path) as image:
        _decode(image)
        return _upright(_as_rgb(image), _orientation(image))


@dataclass(frozen=True, slots=True, eq=False)
class ShownPicture:
    """A picture as it is looked at: made smaller where it is very large, with the real values of deep greys.

    Attributes:
        pixels: (h, w, 3) uint8 RGB, upright.
        image_hw: (height, width) of the upright picture in the file.
        shrink: How many px of the file a px of `pixels` stands for in each direction.
        corner: Where the first of `pixels` begins, image coordinates; below 0 where that block is incomplete.
        values: (h, w) what a grey file of more than 8 bits says; None for any other.
        window: The values that `pixels` shows black and white; (0, 255) without `values`.
        detail: Every pixel of the file, where `shrink` is above 1 and its format allows it.
        no_detail: Why not; None where there is no need or `detail` is there.
    """

    pixels: RgbImage
    image_hw: tuple[int, int]
    shrink: int = 1
    corner: tuple[int, int] = (0, 0)
    values: NDArray[Any] | None = None
    window: tuple[float, float] = (0.0, 255.0)
    detail: Detail | None = None
    no_detail: NoDetail | None = None


def read_shown(
    path: str | Path, *, most_pixels: int | None = None, checkpoint: Checkpoint = no_checkpoint
) -> ShownPicture:
    """The picture of a file to look at, as `read_image` would give it, in bounded memory.

    Args:
        path: Of the file.
        most_pixels: A picture with more is made smaller by 2, 4, 8, ... while it is read; `SHOWN_PIXELS`.
        checkpoint: Called with the share done; may raise `Cancelled`.

    Raises:
        MediaError: As `read_image`, or it is so large that it would have to be opened in parts, and its
            format does not allow that.
    """
    path = Path(path)
    with _opened(path, checkpoint) as image:
        width, height = image.size
        shrink = 1
        limit = SHOWN_PIXELS if most_pixels is None else most_pixels
        while (width // shrink) * (height // shrink) > limit:
            shrink *= 2
        stored: Stored | NoDetail | None = None
        if shrink == 1:
            pixels, orientation = _pixels(image), _orientation(image)
        else:
            with path.open("rb") as file:
                bands = bands_of(image, file)
                stored = _stored(path, file, image, bands)
                pixels = shrunk_pixels(image, bands, file, shrink, _pixels, checkpoint)
            orientation = _header_orientation(image)
        if orientation in (5, 6, 7, 8):
            width, height = height, width
        upright = _upright(pixels, orientation)
        left = width - upright.shape[1] * shrink if orientation in (2, 3, 6, 7) else 0
        top = height - upright.shape[0] * shrink if orientation in (3, 4, 7, 8) else 0
        shown = ShownPicture(upright, (height, width), shrink, (left, top))
        if upright.ndim == 2:
            grey = np.repeat(_windowed(upright)[:, :, None], 3, axis=2)
            shown = replace(shown, pixels=grey, values=upright, window=_window_of(upright))
        if isinstance(stored, Stored):
            return replace(shown, detail=Detail(stored, (height, width), orientation, _upright, _guarded))
        return replace(shown, no_detail=stored)


def _stored(path: Path, file: BinaryIO, image: Image.Image, bands: Bands | None) -> Stored | NoDetail:
    """How every pixel of a picture too large to be held can be read; or why it cannot."""
    if isinstance(image, JpegImagePlugin.JpegImageFile):
        if is_progressive(image):
            return NoDetail.PROGRESSIVE
        if can_unpack(image):
            return UnpackedJpeg(path, file, image, _pixels, _as_opened, media_digest)
        return NoDetail.FORMAT
    if bands is not None:
        return StoredBands(path, file, bands, _pixels)
    if isinstance(image, PngImagePlugin.PngImageFile):
        return NoDetail.INTERLACED
    return NoDetail.STRIPS if isinstance(image, TiffImagePlugin.TiffImageFile) else NoDetail.FORMAT


def _shrunk(path: Path, image: Image.Image, shrink: int) -> NDArray[Any]:
    """The decoded picture as stored, by `shrink` smaller: (h, w, 3) uint8, or (h, w) deep grey values."""
    with path.open("rb") as file:
        return shrunk_pixels(image, bands_of(image, file), file, shrink, _pixels)


def _pixels(image: Image.Image) -> NDArray[Any]:
    _decode(image)
    return np.asarray(image) if _is_deep(image) else _as_rgb(image)


def _is_deep(image: Image.Image) -> bool:
    """Whether it is grey with more than 8 bits."""
    return image.mode in ("I", "F") or image.mode.startswith("I;16")


def read_shrunk(path: str | Path, shrink: int) -> tuple[RgbImage, int]:
    """The picture of a file at up to 1 / `shrink` of its size, and by how much it is smaller: 1, 2, 4 or 8.

    Only JPEG files can be decoded at a reduced size, which takes a fraction of the time: each px is then the
    mean of a block, the last ones of a row or column of what there is. Others come whole, as `read_image`
    gives them; so do turned ones, whose incomplete blocks would come first and shift the picture.

    Args:
        path: Of the file.
        shrink: 1, 2, 4 or 8.

    Raises:
        MediaError: As `read_image`.
    """
    path = Path(path)
    with _opened(path) as image:
        width, height = image.size
        if shrink > 1 and min(width, height) >= 2 * shrink and _header_orientation(image) == 1:
            image.draft(None, (width // shrink, height // shrink))
        done = round(max(width, height) / max(image.size))
        _decode(image)
        return _upright(_as_rgb(image), _orientation(image)), done


def thumbnail(path: str | Path, size: int) -> RgbImage:
    """The picture of a file, as `read_image` gives it, made to fit in `size` x `size` px; never enlarged.

    JPEG files are decoded at a reduced size, so a thumbnail costs a fraction of the whole picture.

    Raises:
        MediaError: As `read_image`.
    """
    path = Path(path)
    with _opened(path) as image:
        width, height = image.size
        if width * height > SHOWN_PIXELS:
            by = 2
            while max(width, height) // (by * 2) >= size * 2 and min(width, height) // (by * 2) >= 1:
                by *= 2
            orientation = _header_orientation(image)
            pixels = _shrunk(path, image, by)
            grey = pixels if pixels.ndim == 3 else np.repeat(_windowed(pixels)[:, :, None], 3, axis=2)
            rgb = grey
        else:
            # only JPEG reacts; twice the size keeps the reduction smooth
            image.draft(None, (size * 2, size * 2))
            _decode(image)
            rgb, orientation = _as_rgb(image), _orientation(image)
        small = Image.fromarray(rgb)
        small.thumbnail((size, size), Image.Resampling.BICUBIC, reducing_gap=2.0)
        return _upright(np.asarray(small), orientation)


def image_size(path: str | Path) -> tuple[int, int]:
    """(height, width) of the upright picture, in px, from the file's header: no pixel is decoded.

    Raises:
        MediaError: The file is missing, unreadable, no image, or larger than `MAX_PIXELS`.
    """
    path = Path(path)
    with _opened(path) as image:
        if isinstance(image, TiffImagePlugin.TiffImageFile):
            # Pillow reports a turned TIFF's size before or after the turn, depending on its version.
            width, height = (int(image.tag_v2[tag]) for tag in (256, 257))
            orientation = image.tag_v2.get(_ORIENTATION, 1)
        else:
            width, height = image.size
            orientation = _header_orientation(image)
        return (width, height) if orientation in (5, 6, 7, 8) else (height, width)


def media_digest(path: str | Path) -> str:
    """A hex digest of the file's bytes (BLAKE2b, 40 digits): the same content, the same digest.

    Raises:
        MediaError: The file is missing or cannot be read.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=20)).hexdigest()
    except OSError as error:
        raise _file_error(path, error) from error


def list_images(folder: str | Path, recursive: bool = True) -> list[Path]:
    """The image files of a folder (and of its sub folders), in the order a person counts: img2 before img10.

    Hidden files and folders are left out. A sub folder that cannot be read is skipped and logged. Links are
    followed, each real folder is visited once.

    Args:
        folder: Where to look.
        recursive: Whether to look in sub folders.

    Raises:
        MediaError: `folder` is missing, not a folder, or cannot be read.
    """
    folder = Path(folder)
    try:
        if not folder.is_dir():
            if folder.exists():
                raise MediaError(
                    f'"{folder}" is a file, not a folder.', hint="Choose the folder that contains it."
                )
            raise MediaError(f'The folder "{folder}" does not exist.', hint="Check its name and place.")
        os.scandir(folder).close()
    except OSError as error:
        raise MediaError(
            f'The folder "{folder}" cannot be read: {error.strerror or error}.',
            hint="Check its permissions, and that its drive is connected.",
        ) from error
    found: list[Path] = []
    visited: set[str] = set()
    waiting: list[Path] = [folder]
    links: list[Path] = []  # after the real folders, so that those keep their own names
    while waiting or links:
        current = waiting.pop() if waiting else links.pop()
        real = os.path.realpath(current)
        if real in visited:
            continue
        visited.add(real)
        files, folders, linked = _scan(current)
        found += files
        if recursive:
            waiting += folders
            links += linked
    return sorted(found, key=lambda path: natural_key(path.relative_to(folder)))


def natural_key(path: Path) -> tuple[Any, ...]:
    """A sort key that compares the numbers in names by value and ignores case; folder by folder.

    Files of a folder come before those of its sub folders.
    """
    *folders, name = path.parts
    parts = [(1, _natural(part)) for part in folders] + [(0, _natural(name))]
    return tuple(parts), path.as_posix()


def _natural(name: str) -> tuple[tuple[int, int, str], ...]:
    pieces = re.split(r"([0-9]+)", name.casefold())
    return tuple((0, int(piece), "") if i % 2 else (1, 0, piece) for i, piece in enumerate(pieces) if piece)


def _scan(folder: Path) -> tuple[list[Path], list[Path], list[Path]]:
    """The image files, sub folders and linked sub folders of one folder."""
    files: list[Path] = []
    folders: list[Path] = []
    linked: list[Path] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if _hidden(entry):
                    continue
                if entry.is_dir():
                    (linked if entry.is_symlink() else folders).append(folder / entry.name)
                elif entry.is_file() and os.path.splitext(entry.name)[1].lower() in IMAGE_SUFFIXES:
                    files.append(folder / entry.name)
    except OSError as error:
        log.warning('Skipped the folder "%s": %s', folder, error.strerror or error)
    return files, folders, linked


def _hidden(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return True
    if sys.platform == "win32":
        return bool(entry.stat(follow_symlinks=False).st_file_attributes & stat.FILE_ATTRIBUTE_HIDDEN)
    return False


_limit_lock = threading.Lock()
_limit_users = 0
_limit_before: int | None = None


@contextmanager
def _without_pillow_limit() -> Iterator[None]:
    """Lift Pillow's own pixel limit (a global) while any thread is in here; ours is checked instead."""
    global _limit_users, _limit_before
    with _limit_lock:
        if _limit_users == 0:
            _limit_before, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
        _limit_users += 1
    try:
        yield
    finally:
        with _limit_lock:
            _limit_users -= 1
            if _limit_users == 0:
                Image.MAX_IMAGE_PIXELS = _limit_before


@contextmanager
def _opened(path: Path, checkpoint: Checkpoint | None = None) -> Iterator[Image.Image]:
    """The file's picture with its header read and its size checked; decoding errors become `MediaError`."""
    try:
        if path.is_dir():
            raise MediaError(f'"{path}" is a folder, not an image.', hint="Choose a file in it.")
        with path.open("rb") as file:
            with _as_opened(path, file if checkpoint is None else _Told(file, checkpoint)) as image:
                yield image
    except OSError as error:
        raise _file_error(path, error) from error
    except ValueError as error:  # a name with a zero byte
        raise MediaError(
            f'"{path!s}" is not a usable file name: {error}.', hint="Rename the file."
        ) from error


@contextmanager
def _as_opened(path: Path, file: Any) -> Iterator[Image.Image]:
    """As `_opened`, of a file that is open."""
    with _without_pillow_limit():
        try:
            with Image.open(file, formats=_FORMATS) as image:
                width, height = image.size
                if width * height > MAX_PIXELS:
                    raise MediaError(
                        f'"{path}" has {width:,} x {height:,} px; above {MAX_PIXELS:,} px none is opened.',
                        hint="Save a smaller copy of it, or cut it into tiles.",
                    )
                yield image
        except UnidentifiedImageError as error:
            if os.fstat(file.fileno()).st_size == 0:
                raise MediaError(
                    f'"{path}" is an empty file.', hint="Copy it again from where it came from."
                ) from error
            raise MediaError(
                f'"{path}" is not an image that can be read.',
                hint="Open it in a picture program and save it as PNG or JPEG, "
                "or remove it from the project.",
            ) from error
        except (MemoryError, *_DECODE_ERRORS) as error:
            raise _decoding_error(path, error) from error


def _guarded(path: Path, read: Callable[[], Pixels]) -> Pixels:
    """`read` of an open or just opened file; what it raises becomes `MediaError`."""
    try:
        return read()
    except (FileNotFoundError, PermissionError) as error:
        raise _file_error(path, error) from error
    except (MemoryError, *_DECODE_ERRORS) as error:
        raise _decoding_error(path, error) from error


def _decoding_error(path: Path, error: BaseException) -> MediaError:
    if isinstance(error, MemoryError):
        return MediaError(
            f'There is not enough memory to open "{path}".',
            hint="Close other programs, or shrink the picture.",
        )
    return MediaError(
        f'"{path}" is damaged or incomplete and cannot be read ({error}).',
        hint="Copy it again from where it came from, or remove it from the project.",
    )


class _Told:
    """A file for Pillow that says how far it was read, so that reading it can be stopped."""

    def __init__(self, file: BinaryIO, checkpoint: Checkpoint) -> None:
        self._file, self._checkpoint = file, checkpoint
        self._bytes = max(os.fstat(file.fileno()).st_size, 1)
        self.seek, self.tell, self.fileno = file.seek, file.tell, file.fileno

    def read(self, count: int = -1) -> bytes:
        if self._file.tell() > _HEAD_BYTES:
            self._checkpoint(min(self._file.tell() / self._bytes, 1.0))
        return self._file.read(count)


def _file_error(path: Path, error: OSError) -> MediaError:
    if isinstance(error, FileNotFoundError):
        return MediaError(f'The file "{path}" does not exist.', hint="Was it moved, renamed or deleted?")
    if isinstance(error, PermissionError):
        return MediaError(f'The file "{path}" may not be read.', hint="Give yourself permission to read it.")
    return MediaError(
        f'The file "{path}" cannot be read: {error.strerror or error}.',
        hint="Check the file, and that its drive is connected.",
    )


def _decode(image: Image.Image) -> None:
    image.load()
    if image.width < 1 or image.height < 1:
        raise ValueError("it has no pixels")


def _orientation(image: Image.Image) -> int:
    """EXIF's turn (1 to 8) still to be applied to a decoded picture; 1 where it says nothing sensible."""
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except _DECODE_ERRORS:  # broken EXIF data do not make the pixels unusable
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _header_orientation(image: Image.Image) -> int:
    """EXIF's turn without decoding the pixels."""
    if isinstance(image, PngImagePlugin.PngImageFile) and "exif" not in image.info:
        # Pillow's PNG reader decodes the whole picture when no EXIF comes before it. Only a file whose
        # text or EXIF chunks come after the pixels needs that.
        if _png_has_late_texts(image.fp):
            return _orientation(image)
        try:
            value = Image.Image.getexif(image).get(_ORIENTATION, 1)
        except _DECODE_ERRORS:
            return 1
        return value if isinstance(value, int) and 1 <= value <= 8 else 1
    return _orientation(image)


def _png_has_late_texts(file: Any) -> bool:
    position = file.tell()
    try:
        file.seek(8)
        pixels_seen = False
        while len(head := file.read(8)) == 8:
            length, kind = struct.unpack(">I4s", head)
            if kind == b"IDAT":
                pixels_seen = True
            elif kind == b"IEND":
                return False
            elif pixels_seen and kind in (b"eXIf", b"tEXt", b"zTXt", b"iTXt"):
                return True
            file.seek(length + 4, os.SEEK_CUR)
        return False
    finally:
        file.seek(position)


def _upright(rgb: NDArray[Any], orientation: int) -> NDArray[Any]:
    """(H, W) or (H, W, 3) as stored -> upright, contiguous."""
    if orientation in (5, 6, 7, 8):
        rgb = rgb.swapaxes(0, 1)
    if orientation in (2, 3, 6, 7):
        rgb = rgb[:, ::-1]
    if orientation in (3, 4, 7, 8):
        rgb = rgb[::-1]
    return np.ascontiguousarray(rgb)


def _as_rgb(image: Image.Image) -> RgbImage:
    """A decoded picture of any mode -> (H, W, 3) uint8."""
    if _is_deep(image):
        grey = _windowed(np.asarray(image))
        return np.repeat(grey[:, :, None], 3, axis=2)
    if image.has_transparency_data:
        rgba = image.convert("RGBA")
        white = Image.new("RGBA", rgba.size, (255, 255, 255, 255))
        image = Image.alpha_composite(white, rgba)
    if image.mode == "L":  # Pillow's RGB takes 4 bytes for each pixel, and one more copy
        return np.repeat(np.asarray(image)[:, :, None], 3, axis=2)
    return np.asarray(image if image.mode == "RGB" else image.convert("RGB"))


def _windowed(values: NDArray[Any]) -> NDArray[np.uint8]:
    """(H, W) numbers of any kind -> uint8, `_window_of` them at 0 and 255.

    A picture of one value becomes mid grey; values that are not finite become black.
    """
    low, high = _window_of(values)
    if _is_counted(values):
        table = _scaled(np.arange(0x10000, dtype=np.float64), low, high)
        return np.asarray(table[values])
    numbers = values.astype(np.float64)
    if not np.isfinite(numbers).any():
        return np.zeros(values.shape, np.uint8)
    return _scaled(np.where(np.isfinite(numbers), numbers, low), low, high)


def _is_counted(values: NDArray[Any]) -> bool:
    """Whether they are whole numbers of 16 bits, which a table holds."""
    return bool(values.dtype.kind in "iu" and values.min() >= 0 and values.max() <= 0xFFFF)


def _window_of(values: NDArray[Any]) -> tuple[float, float]:
    """The 0.5 and 99.5 percentiles of the finite values; the least and greatest where those are equal."""
    if _is_counted(values):
        counts = np.bincount(values.astype(np.uint16, copy=False).ravel(), minlength=0x10000)
        ranks = np.cumsum(counts)
        low, high = (float(np.searchsorted(ranks, p / 100 * ranks[-1])) for p in _WINDOW_PERCENTILES)
        present = np.flatnonzero(counts)
        return (low, high) if high > low else (float(present[0]), float(present[-1]))
    sample = values[np.isfinite(values)].astype(np.float64)
    if not len(sample):
        return 0.0, 0.0
    low, high = np.percentile(sample[:: len(sample) // _SAMPLE + 1], _WINDOW_PERCENTILES)
    low, high = (low, high) if high > low else (sample.min(), sample.max())
    return float(low), float(high)


def _scaled(values: NDArray[np.float64], low: float, high: float) -> NDArray[np.uint8]:
    if high <= low:
        return np.full(values.shape, 128, np.uint8)
    return np.asarray(np.rint((values - low) / (high - low) * 255).clip(0, 255).astype(np.uint8))
