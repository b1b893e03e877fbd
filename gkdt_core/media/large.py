"""Pictures too large to be held whole: read a band of rows at a time and made smaller on the way.

Pillow decodes a picture whole, which for 30,000 x 30,000 px takes 3.6 GB. Here a JPEG is decoded at a half,
a quarter or an eighth by its own transform, and JPEG 2000 by its own levels; of PNG, TIFF and unpacked files
only some rows are ever unpacked. Where a format allows neither, the picture is decoded whole up to
`WHOLE_PIXELS` and refused above.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, Jpeg2KImagePlugin, JpegImagePlugin, PngImagePlugin, TiffImagePlugin

from gkdt_core.errors import MediaError
from gkdt_core.progress import Checkpoint, no_checkpoint

WHOLE_PIXELS = 250_000_000
"""Up to so many pixels a picture may be decoded whole where nothing else is possible: 1 GB."""
_BAND_BYTES = 24 * 2**20
_READ_BYTES = 2**20
_CHANNELS = {1: 0, 2: 4, 3: 2, 4: 6}
"""PNG colour types of 8 bits by the bytes of a pixel, by which its filters work."""
_RAW_BITS = {"L": 8, "P": 8, "LA": 16, "RGB": 24, "BGR": 24, "RGBX": 32, "BGRX": 32, "RGBA": 32, "CMYK": 32}
_RAW_BITS |= {"I;16": 16, "I;16B": 16, "I;16L": 16}
_TIFF_KEPT = (258, 259, 262, 266, 277, 284, 292, 293, 317, 320, 338, 339, 347, 529, 530, 531, 532)
"""Tags that say how the bytes of a TIFF's strip or tile are to be read."""

Pixels = NDArray[Any]
ToPixels = Callable[[Image.Image], Pixels]


def shrunk_pixels(
    image: Image.Image,
    file: BinaryIO,
    shrink: int,
    to_pixels: ToPixels,
    checkpoint: Checkpoint = no_checkpoint,
) -> Pixels:
    """The picture at 1 / `shrink` of its size: every pixel the mean of a block, the last of what there is.

    Args:
        image: Opened, not decoded.
        file: Its file.
        shrink: 2, 4, 8, ...
        to_pixels: Turns a decoded band of rows into (h, w, 3) uint8 or (h, w) grey values.
        checkpoint: Called with the share done between bands.

    Raises:
        MediaError: Its format would have to be decoded whole, and it is too large for that.
    """
    width, height = image.size
    if isinstance(image, JpegImagePlugin.JpegImageFile):
        if image.info.get("progressive") and width * height > WHOLE_PIXELS:
            raise _too_large(image, "as a JPEG that is not progressive")
        by = min(shrink, 8)
        image.draft(None, (width // by, height // by))
        done = round(max(width, height) / max(image.size))
        return block_means(to_pixels(image), shrink // done)
    if isinstance(image, Jpeg2KImagePlugin.Jpeg2KImageFile):
        image.reduce = shrink.bit_length() - 1
        return to_pixels(image)
    bands = _bands(image, file)
    if bands is None:
        if width * height > WHOLE_PIXELS:
            raise _too_large(image, "as a PNG or JPEG")
        return block_means(to_pixels(image), shrink)
    kept: list[Pixels] = []
    rest: Pixels | None = None
    rows = 0
    for band in bands:
        rows += band.height
        pixels = to_pixels(band)
        whole = pixels if rest is None else np.concatenate([rest, pixels])
        cut = len(whole) - len(whole) % shrink
        if cut:
            kept.append(block_means(whole[:cut], shrink))
        rest = whole[cut:].copy()
        checkpoint(min(rows / height, 1.0))
    if rows < height:
        raise EOFError(f"only {rows} of {height} rows are there")
    if rest is not None and len(rest):
        kept.append(block_means(rest, shrink))
    return np.concatenate(kept)


def block_means(pixels: Pixels, by: int) -> Pixels:
    """(H, W) or (H, W, 3) made smaller by a whole number: the mean of each block, the last partly filled."""
    if by == 1:
        return pixels
    if pixels.dtype == np.uint8:
        return np.asarray(Image.fromarray(pixels).reduce(by))  # ten times as fast as numpy's sums
    height, width = pixels.shape[:2]
    down, across = np.arange(0, height, by), np.arange(0, width, by)
    kind = pixels.dtype
    wide: Any = np.uint32 if kind.kind == "u" and kind.itemsize < 4 else np.float64
    sums = np.add.reduceat(pixels, down, axis=0, dtype=wide)
    sums = np.add.reduceat(sums, across, axis=1)
    counts = np.diff(np.append(down, height))[:, None] * np.diff(np.append(across, width))[None]
    counts = counts.reshape(*counts.shape, *(1,) * (pixels.ndim - 2))
    if wide is np.uint32:
        return np.asarray(((sums + counts // 2) // counts).astype(kind))
    return np.asarray((sums / counts).astype(kind))


def _too_large(image: Image.Image, remedy: str) -> MediaError:
    return MediaError(
        f"The picture has {image.width:,} x {image.height:,} px, and as {image.format} it cannot be opened "
        "in parts.",
        hint=f"Save it {remedy}, or cut it into tiles.",
    )


def _bands(image: Image.Image, file: BinaryIO) -> Iterator[Image.Image] | None:
    """The picture from top to bottom in bands of rows; None where its format has no such thing."""
    if isinstance(image, PngImagePlugin.PngImageFile):
        return _png_bands(image, file)
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        return _tiff_bands(image, file)
    return _raw_bands(image, file)


def _like(image: Image.Image, band: Image.Image) -> Image.Image:
    """`band` with the palette and the transparent colour of the whole picture."""
    if image.mode == "P" and band.mode == "P" and image.palette is not None:
        band.putpalette(image.palette.palette, image.palette.mode)
    if "transparency" in image.info:
        band.info["transparency"] = image.info["transparency"]
    return band


# PNG: rows are unpacked here, and Pillow undoes their filters in small files made of them


def _png_bands(image: PngImagePlugin.PngImageFile, file: BinaryIO) -> Iterator[Image.Image] | None:
    file.seek(8)
    head = file.read(25)
    if len(head) < 25 or head[4:8] != b"IHDR":
        return None
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", head[8:21])
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}.get(kind, 0)
    pixel = max(1, channels * depth // 8)
    if interlaced or pixel not in _CHANNELS:
        return None
    row = (width * channels * depth + 7) // 8
    rawmode = image.tile[0][3]
    rawmode = rawmode[0] if isinstance(rawmode, tuple) else rawmode
    return _png_rows(image, file, height, row, pixel, str(rawmode))


def _png_rows(
    image: Image.Image, file: BinaryIO, height: int, row: int, pixel: int, rawmode: str
) -> Iterator[Image.Image]:
    count = max(1, _BAND_BYTES // (row + 1))
    before: bytes | None = None
    rows = 0
    for data in _png_data(file, (row + 1) * count):
        data = data[: (row + 1) * (height - rows)]
        here = len(data) // (row + 1)
        if not here:
            break
        raw = _unfiltered(data[: here * (row + 1)], before, row, pixel)
        before = raw[-row:]
        rows += here
        yield _like(image, Image.frombytes(image.mode, (image.width, here), raw, "raw", rawmode))


def _png_data(file: BinaryIO, portion: int) -> Iterator[bytes]:
    """The unpacked bytes of the IDAT chunks in portions of `portion`, the last one shorter."""
    file.seek(8)
    unpack = zlib.decompressobj()
    waiting = bytearray()
    while len(head := file.read(8)) == 8:
        length, kind = struct.unpack(">I4s", head)
        if kind != b"IDAT":
            if kind == b"IEND":
                break
            file.seek(length + 4, io.SEEK_CUR)
            continue
        while length:
            packed = file.read(min(length, _READ_BYTES))
            if not packed:
                raise EOFError("its end is missing")
            length -= len(packed)
            while packed:
                waiting += unpack.decompress(packed, portion)
                packed = unpack.unconsumed_tail
                while len(waiting) >= portion:
                    yield bytes(waiting[:portion])
                    del waiting[:portion]
        file.seek(4, io.SEEK_CUR)
    waiting += unpack.flush()
    while waiting:
        yield bytes(waiting[:portion])
        del waiting[:portion]


def _unfiltered(data: bytes, before: bytes | None, row: int, pixel: int) -> bytes:
    """Filtered rows -> their bytes. A filter looks one row up, so the last row before stands above them.

    Filters work on bytes a pixel apart, whatever they mean: the small file says 8 bits and as many channels.
    """
    above = b"" if before is None else b"\0" + before
    count = (len(above) + len(data)) // (row + 1)
    body = zlib.compress(above + data, 0)
    shape = struct.pack(">IIBBBBB", row // pixel, count, 8, _CHANNELS[pixel], 0, 0, 0)
    chunks = (b"IHDR", shape), (b"IDAT", body), (b"IEND", b"")
    small = io.BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks))
    with Image.open(small, formats=("PNG",)) as band:
        raw = band.tobytes()
    return raw[row:] if above else raw


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


# TIFF: each strip or row of tiles becomes a small TIFF of its own


def _tiff_bands(image: TiffImagePlugin.TiffImageFile, file: BinaryIO) -> Iterator[Image.Image] | None:
    tags = image.tag_v2
    planar = tags.get(284, 1) != 1 and tags.get(277, 1) > 1
    offsets, sizes = tags.get(324, tags.get(273)), tags.get(325, tags.get(279))
    if planar or not offsets or not sizes or len(offsets) != len(sizes):
        return None
    if tags.get(259, 1) in (6, 34712):  # old JPEG needs bytes elsewhere in the file
        return None
    return _tiff_rows(image, file, tuple(offsets), tuple(sizes), tiled=324 in tags)


def _tiff_rows(
    image: TiffImagePlugin.TiffImageFile,
    file: BinaryIO,
    offsets: tuple[int, ...],
    sizes: tuple[int, ...],
    *,
    tiled: bool,
) -> Iterator[Image.Image]:
    tags = image.tag_v2
    width, height = int(tags[256]), int(tags[257])
    if tiled:
        across, down = int(tags[322]), int(tags[323])
    else:
        across, down = width, min(int(tags.get(278, height)), height)
    columns = -(-width // across)
    for first in range(0, len(offsets), columns):
        top = first // columns * down
        rows = min(down, height - top)
        if rows <= 0:
            return
        band: Image.Image | None = None
        for number in range(first, min(first + columns, len(offsets))):
            file.seek(offsets[number])
            data = file.read(sizes[number])
            if len(data) < sizes[number]:
                raise EOFError("its end is missing")
            piece = _tiff_piece(image, data, across, down if tiled else rows)
            if band is None:
                band = Image.new(piece.mode, (width, rows))
                if piece.mode == "P" and piece.palette is not None:
                    band.putpalette(piece.palette.palette, piece.palette.mode)
            band.paste(piece, ((number - first) * across, 0))
        if band is not None:
            yield band


def _tiff_piece(image: TiffImagePlugin.TiffImageFile, data: bytes, width: int, height: int) -> Image.Image:
    prefix = image.tag_v2.prefix
    tags = TiffImagePlugin.ImageFileDirectory_v2(prefix=prefix)
    for tag in _TIFF_KEPT:
        if tag in image.tag_v2:
            tags[tag] = image.tag_v2[tag]
            tags.tagtype[tag] = image.tag_v2.tagtype[tag]
    tags[256], tags[257], tags[278] = width, height, height
    tags[273], tags[279] = 0, len(data)  # counted from the end of the tags: `tobytes` makes them places
    order = "<" if prefix == b"II" else ">"
    small = io.BytesIO(prefix + struct.pack(order + "HL", 42, 8) + tags.tobytes(8) + data)
    with Image.open(small, formats=("TIFF",)) as piece:
        piece.load()
        return piece.copy()


# what is not packed at all: BMP, PPM


def _raw_bands(image: Image.Image, file: BinaryIO) -> Iterator[Image.Image] | None:
    tiles = getattr(image, "tile", [])
    if len(tiles) != 1 or tiles[0][0] != "raw":
        return None
    arguments = tiles[0][3]
    arguments = (arguments,) if isinstance(arguments, str) else tuple(arguments)
    rawmode, stride, step = (*arguments, 0, 1)[:3] if len(arguments) < 3 else arguments[:3]
    if rawmode not in _RAW_BITS:
        return None
    row = stride or image.width * _RAW_BITS[rawmode] // 8
    return _raw_rows(image, file, int(tiles[0][2]), row, rawmode, step)


def _raw_rows(
    image: Image.Image, file: BinaryIO, start: int, row: int, rawmode: str, step: int
) -> Iterator[Image.Image]:
    width, height = image.size
    count = max(1, _BAND_BYTES // row)
    for top in range(0, height, count):
        rows = min(count, height - top)
        file.seek(start + (top if step > 0 else height - top - rows) * row)
        data = file.read(rows * row)
        if len(data) < rows * row:
            raise EOFError("its end is missing")
        yield _like(image, Image.frombytes(image.mode, (width, rows), data, "raw", rawmode, row, step))
