"""The rows of a picture in bands that are read one by one, and again wherever somebody looks closely.

Pillow decodes a picture whole, which for 30,000 x 30,000 px takes 3.6 GB. Of TIFF and unpacked files any rows
can be read by themselves. A PNG is one packed stream: going through it once leaves a mark at each band (the
state of the unpacker and the row before), from which the band can be unpacked again without those above.
"""

from __future__ import annotations

import io
import struct
import zlib
from abc import ABC, abstractmethod
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO

import numpy as np
from PIL import Image, PngImagePlugin, TiffImagePlugin

_BAND_BYTES = 12 * 2**20
_BAND_PIXELS = 12_000_000
"""A band of few bits for a pixel grows when it becomes colours."""
PIECE_PIXELS = 64_000_000
"""A larger packed strip or row of tiles is not unpacked: its picture has no bands."""
_READ_BYTES = 2**14
"""Of packed bytes; each mark may keep so many."""
_CHANNELS = {1: 0, 2: 4, 3: 2, 4: 6}
"""PNG colour types of 8 bits by the bytes of a pixel, by which its filters work."""
_DIRECT = {(8, 0): "L", (8, 2): "RGB", (8, 6): "RGBA", (16, 0): "I;16B"}
"""(bits, colour type) of PNGs whose unfiltered rows Pillow gives back as they were, by their raw mode."""
_RAW_BITS = {"L": 8, "P": 8, "LA": 16, "RGB": 24, "BGR": 24, "RGBX": 32, "BGRX": 32, "RGBA": 32, "CMYK": 32}
_RAW_BITS |= {"I;16": 16, "I;16B": 16, "I;16L": 16}
_TIFF_KEPT = (258, 259, 262, 266, 277, 284, 292, 293, 317, 320, 338, 339, 347, 529, 530, 531, 532)
"""Tags that say how the bytes of a TIFF's strip or tile are to be read."""


class Bands(ABC):
    """A picture from top to bottom, as stored, in bands of rows.

    Attributes:
        width: Of the picture, px.
        height: Of the picture, px.
        rows: Of each band; the last may have fewer.
    """

    def __init__(self, image: Image.Image, rows: int) -> None:
        self.width, self.height = image.size
        self.rows = min(max(rows, 1), self.height)
        self._mode = image.mode
        palette = image.palette if image.mode == "P" else None
        self._palette = None if palette is None else (bytes(palette.palette), palette.mode)
        self._transparency = image.info.get("transparency")

    @property
    def count(self) -> int:
        """Of bands."""
        return -(-self.height // self.rows)

    @property
    def nbytes(self) -> int:
        """About how much memory it takes."""
        return 0

    @abstractmethod
    def read(self, file: BinaryIO, number: int) -> Image.Image:
        """Band `number`. Raises what Pillow's decoders raise, `EOFError` where bytes are missing."""

    def scan(self, file: BinaryIO) -> Iterator[Image.Image]:
        """All bands in order; `read` may be called for those that have come by."""
        for number in range(self.count):
            yield self.read(file, number)

    def _rows_of(self, number: int) -> int:
        return min(self.rows, self.height - number * self.rows)

    def _like(self, band: Image.Image) -> Image.Image:
        """`band` with the palette and the transparent colour of the whole picture."""
        if self._palette is not None and band.mode == "P":
            band.putpalette(*self._palette)
        if self._transparency is not None:
            band.info["transparency"] = self._transparency
        return band


def bands_of(image: Image.Image, file: BinaryIO) -> Bands | None:
    """The bands of a picture; None where its format has no such thing.

    Args:
        image: Opened, not decoded.
        file: Its file.
    """
    if image.width > _BAND_PIXELS:
        return None
    if isinstance(image, PngImagePlugin.PngImageFile):
        return _png_bands(image, file)
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        return _tiff_bands(image)
    return _raw_bands(image)


def _fitting_rows(row: int, width: int) -> int:
    """How many rows of `row` bytes and `width` px make a band."""
    rows = max(1, min(_BAND_BYTES // row, _BAND_PIXELS // width))
    return rows - rows % 64 if rows > 64 else rows  # blocks of 2, 4, 8, ... end with the band


# PNG: rows are unpacked here, and Pillow undoes their filters in small files made of them


@dataclass(slots=True)
class _Mark:
    """Where a band begins: the unpacker there, its place in the file, and the bytes of the row above."""

    unpack: Any
    position: int
    left: int
    above: bytes | None = None


class _Unpacker:
    """The unpacked bytes of the IDAT chunks, from a mark on.

    Args:
        file: Read from `position` on.
        unpack: A `zlib.decompressobj()`, fresh or copied.
        position: Of the next packed byte, or of a chunk where `left` is 0.
        left: How many packed bytes the present chunk still has.
    """

    def __init__(self, file: BinaryIO, unpack: Any, position: int, left: int) -> None:
        self._file, self._unpack, self._left = file, unpack, left
        self._packed = b""
        self._has_ended = False
        self._check_bytes = 4 if left else 0  # they follow the chunk's packed ones
        file.seek(position)

    def mark(self) -> _Mark:
        """Where it is now."""
        kept = len(self._packed)
        left = self._left + kept
        return _Mark(self._unpack.copy(), self._file.tell() - kept + (0 if left else self._check_bytes), left)

    def take(self, count: int) -> bytes:
        """The next `count` bytes; fewer only at the end."""
        parts = []
        while count > 0:
            if not self._packed and not self._has_ended:
                self._packed = self._more()
                self._has_ended = not self._packed
            part = self._unpack.decompress(self._packed, count)
            self._packed = self._unpack.unconsumed_tail
            count -= len(part)
            parts.append(part)
            if self._unpack.eof or (self._has_ended and not part):
                break
        return b"".join(parts)

    def _more(self) -> bytes:
        """Packed bytes of the present or the next IDAT chunk; none at the end."""
        while self._left == 0:
            self._file.seek(self._check_bytes, io.SEEK_CUR)
            self._check_bytes = 0
            head = self._file.read(8)
            if len(head) < 8:
                return b""
            length, kind = struct.unpack(">I4s", head)
            if kind == b"IEND":
                return b""
            self._check_bytes = 4
            if kind == b"IDAT":
                self._left = length
            else:
                self._file.seek(length, io.SEEK_CUR)
        packed = self._file.read(min(self._left, _READ_BYTES))
        if not packed:
            raise EOFError("its end is missing")
        self._left -= len(packed)
        return packed


class _PngBands(Bands):
    def __init__(
        self, image: PngImagePlugin.PngImageFile, row: int, pixel: int, kind: tuple[int, int]
    ) -> None:
        super().__init__(image, _fitting_rows(row + 1, image.width))
        self._row, self._pixel = row, pixel
        self._kind = kind
        rawmode = image.tile[0][3]
        self._rawmode = str(rawmode[0] if isinstance(rawmode, tuple) else rawmode)
        self._marks: list[_Mark] = []

    @property
    def nbytes(self) -> int:
        return len(self._marks) * (self._row + _READ_BYTES + 48 * 1024)

    def read(self, file: BinaryIO, number: int) -> Image.Image:
        mark = self._marks[number]
        unpacker = _Unpacker(file, mark.unpack.copy(), mark.position, mark.left)
        data = unpacker.take((self._row + 1) * self._rows_of(number))
        return self._band(data, mark.above, number)[0]

    def scan(self, file: BinaryIO) -> Iterator[Image.Image]:
        self._marks = []
        unpacker = _Unpacker(file, zlib.decompressobj(), 8, 0)

        def portion(number: int) -> tuple[_Mark, bytes]:
            return unpacker.mark(), unpacker.take((self._row + 1) * self._rows_of(number))

        above: bytes | None = None
        # unpacking and undoing the filters take about as long: each has a thread
        with ThreadPoolExecutor(1, "png") as ahead:
            coming = ahead.submit(portion, 0)
            for number in range(self.count):
                mark, data = coming.result()
                if number + 1 < self.count:
                    coming = ahead.submit(portion, number + 1)
                mark.above = above
                band, above = self._band(data, above, number)
                self._marks.append(mark)
                yield band

    def _band(self, data: bytes, above: bytes | None, number: int) -> tuple[Image.Image, bytes]:
        """Filtered rows -> the band, and the bytes of its last row."""
        rows, row = self._rows_of(number), self._row
        if len(data) < (row + 1) * rows:
            found = number * self.rows + len(data) // (row + 1)
            raise EOFError(f"only {found} of {self.height} rows are there")
        direct = _DIRECT.get(self._kind)
        # A filter looks one row up, so the last row before stands above them.
        filtered = data if above is None else b"\0" + above + data
        total = len(filtered) // (row + 1)
        if direct:
            with _small_png(self.width, total, *self._kind, filtered) as image:
                band = image.crop((0, total - rows, self.width, total))
            return self._like(band), band.crop((0, rows - 1, self.width, rows)).tobytes("raw", direct)
        raw = _undone(filtered, total, row, self._pixel)[(total - rows) * row :]
        band = Image.frombytes(self._mode, (self.width, rows), raw, "raw", self._rawmode)
        return self._like(band), raw[-row:]


def _png_bands(image: PngImagePlugin.PngImageFile, file: BinaryIO) -> Bands | None:
    file.seek(8)
    head = file.read(25)
    if len(head) < 25 or head[4:8] != b"IHDR":
        return None
    width, _, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", head[8:21])
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}.get(kind, 0)
    pixel = max(1, channels * depth // 8)
    row = (width * channels * depth + 7) // 8
    if interlaced or not row:
        return None
    return _PngBands(image, row, pixel, (depth, kind))


def _undone(filtered: bytes, rows: int, row: int, pixel: int) -> bytes:
    """Filtered rows -> their bytes.

    Filters work on bytes a pixel apart, whatever they mean, so that the small file may say 8 bits; of 6 and 8
    bytes no such pixel is made, but both halves of each pixel are two by themselves.
    """
    if pixel in _CHANNELS:
        with _small_png(row // pixel, rows, 8, _CHANNELS[pixel], filtered) as image:
            return image.tobytes()
    lines = np.frombuffer(filtered, np.uint8).reshape(rows, row + 1)
    pixels = lines[:, 1:].reshape(rows, -1, 2, pixel // 2)
    halves = []
    for half in (0, 1):
        part = np.concatenate([lines[:, :1], pixels[:, :, half].reshape(rows, -1)], axis=1)
        data = _undone(part.tobytes(), rows, row // 2, pixel // 2)
        halves.append(np.frombuffer(data, np.uint8).reshape(rows, -1, pixel // 2))
    return np.stack(halves, axis=2).tobytes()


@contextmanager
def _small_png(width: int, height: int, depth: int, kind: int, filtered: bytes) -> Iterator[Image.Image]:
    """Filtered rows as a decoded picture."""
    shape = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    chunks = (b"IHDR", shape), (b"IDAT", zlib.compress(filtered, 0)), (b"IEND", b"")
    file = io.BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks))
    with Image.open(file, formats=("PNG",)) as image:
        image.load()
        yield image


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(content, zlib.crc32(kind))
    return b"".join([struct.pack(">I", len(content)), kind, content, struct.pack(">I", check)])


# TIFF: each strip or row of tiles becomes a small TIFF of its own


class _TiffBands(Bands):
    def __init__(
        self,
        image: TiffImagePlugin.TiffImageFile,
        pieces: list[tuple[int, int]],
        across: int,
        rows: int,
        tiled: bool,
    ) -> None:
        super().__init__(image, rows)
        self._pieces, self._across, self._tiled = pieces, across, tiled
        self._columns = -(-self.width // across)
        tags = image.tag_v2
        self._prefix = tags.prefix
        self._tags = {tag: (tags[tag], tags.tagtype[tag]) for tag in _TIFF_KEPT if tag in tags}

    @property
    def nbytes(self) -> int:
        return 120 * len(self._pieces)

    def read(self, file: BinaryIO, number: int) -> Image.Image:
        rows = self._rows_of(number)
        band: Image.Image | None = None
        for column in range(self._columns):
            offset, size = self._pieces[number * self._columns + column]
            file.seek(offset)
            data = file.read(size)
            if len(data) < size:
                raise EOFError("its end is missing")
            piece = self._piece(data, self.rows if self._tiled else rows)
            if self._columns == 1 and piece.size == (self.width, rows):
                return self._like(piece)
            if band is None:
                band = Image.new(piece.mode, (self.width, rows))
                if piece.mode == "P" and piece.palette is not None:
                    band.putpalette(piece.palette.palette, piece.palette.mode)
            band.paste(piece, (column * self._across, 0))
        assert band is not None  # there is at least one column
        return self._like(band)

    def _piece(self, data: bytes, height: int) -> Image.Image:
        tags = TiffImagePlugin.ImageFileDirectory_v2(prefix=self._prefix)
        for tag, (value, kind) in self._tags.items():
            tags[tag], tags.tagtype[tag] = value, kind
        tags[256], tags[257], tags[278] = self._across, height, height
        tags[273], tags[279] = 0, len(data)  # counted from the end of the tags: `tobytes` makes them places
        order = "<" if self._prefix == b"II" else ">"
        small = io.BytesIO(self._prefix + struct.pack(order + "HL", 42, 8) + tags.tobytes(8) + data)
        with Image.open(small, formats=("TIFF",)) as piece:
            piece.load()
            return piece.copy()


def _tiff_bands(image: TiffImagePlugin.TiffImageFile) -> Bands | None:
    tags = image.tag_v2
    offsets, sizes = tags.get(324, tags.get(273)), tags.get(325, tags.get(279))
    planar = tags.get(284, 1) != 1 and tags.get(277, 1) > 1
    if planar or not offsets or not sizes or len(offsets) != len(sizes):
        return None
    packing = tags.get(259, 1)
    if packing in (6, 34712):  # old JPEG needs bytes elsewhere in the file
        return None
    width, height = int(tags[256]), int(tags[257])
    tiled = 324 in tags
    across, down = (
        (int(tags[322]), int(tags[323])) if tiled else (width, min(int(tags.get(278, height)), height))
    )
    if across < 1 or down < 1:
        return None
    pieces = [(int(offset), int(size)) for offset, size in zip(offsets, sizes, strict=True)]
    columns = -(-width // across)
    if len(pieces) < columns * -(-height // down):
        raise EOFError("pieces of it are missing")
    if not tiled and packing == 1:
        pieces, down = _unpacked_strips(tags, pieces, width, height, down)
    if columns * across * down > PIECE_PIXELS:
        return None
    return _TiffBands(image, pieces, across, down, tiled)


def _unpacked_strips(
    tags: Any, strips: list[tuple[int, int]], width: int, height: int, down: int
) -> tuple[list[tuple[int, int]], int]:
    """Strips of unpacked rows, which may be one for the whole picture, divided or joined into bands."""
    bits = tags.get(258, (1,))
    row = (sum(int(b) for b in bits) * width + 7) // 8 if len(bits) == tags.get(277, 1) else 0
    rows = _fitting_rows(row, width) if row else 0
    follow_on = all(
        strips[i][0] + strips[i][1] == strips[i + 1][0] and strips[i][1] == row * down
        for i in range(len(strips) - 1)
    )
    if not row or not follow_on or sum(size for _, size in strips) < row * height:
        return strips, down
    start = strips[0][0]
    tops = range(0, height, rows)
    return [(start + top * row, min(rows, height - top) * row) for top in tops], rows


# what is not packed at all: BMP, PPM


class _RawBands(Bands):
    def __init__(self, image: Image.Image, start: int, row: int, rawmode: str, step: int) -> None:
        super().__init__(image, _fitting_rows(row, image.width))
        self._start, self._row, self._rawmode, self._step = start, row, rawmode, step

    def read(self, file: BinaryIO, number: int) -> Image.Image:
        rows, top = self._rows_of(number), number * self.rows
        file.seek(self._start + (top if self._step > 0 else self.height - top - rows) * self._row)
        data = file.read(rows * self._row)
        if len(data) < rows * self._row:
            raise EOFError("its end is missing")
        size = (self.width, rows)
        return self._like(
            Image.frombytes(self._mode, size, data, "raw", self._rawmode, self._row, self._step)
        )


def _raw_bands(image: Image.Image) -> Bands | None:
    tiles = getattr(image, "tile", [])
    if len(tiles) != 1 or tiles[0][0] != "raw":
        return None
    arguments = tiles[0][3]
    arguments = (arguments,) if isinstance(arguments, str) else tuple(arguments)
    rawmode, stride, step = (*arguments, 0, 1)[:3] if len(arguments) < 3 else arguments[:3]
    if rawmode not in _RAW_BITS:
        return None
    row = stride or image.width * _RAW_BITS[rawmode] // 8
    return _RawBands(image, int(tiles[0][2]), row, rawmode, step)
