"""Pictures too large to be held whole: read a band of rows at a time and made smaller on the way.

A JPEG is decoded at a half, a quarter or an eighth by its own transform, and JPEG 2000 by its own levels; of
PNG, TIFF and unpacked files only some rows are ever unpacked (`bands`). Where a format allows neither, the
picture is decoded whole up to `WHOLE_PIXELS` and refused above.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, Jpeg2KImagePlugin, JpegImagePlugin

from gkdt_core.errors import MediaError
from gkdt_core.media.bands import Bands
from gkdt_core.progress import Checkpoint, no_checkpoint

WHOLE_PIXELS = 250_000_000
"""Up to so many pixels a picture may be decoded whole where nothing else is possible: 1 GB."""

Pixels = NDArray[Any]
ToPixels = Callable[[Image.Image], Pixels]


def shrunk_pixels(
    image: Image.Image,
    bands: Bands | None,
    file: BinaryIO,
    shrink: int,
    to_pixels: ToPixels,
    checkpoint: Checkpoint = no_checkpoint,
) -> Pixels:
    """The picture at 1 / `shrink` of its size: every pixel the mean of a block, the last of what there is.

    Args:
        image: Opened, not decoded.
        bands: Of it, where it has any.
        file: Its file, opened once more.
        shrink: 2, 4, 8, ...
        to_pixels: Turns a decoded band of rows into (h, w, 3) uint8 or (h, w) grey values.
        checkpoint: Called with the share done between bands.

    Raises:
        MediaError: Its format would have to be decoded whole, and it is too large for that.
    """
    width, height = image.size
    if isinstance(image, JpegImagePlugin.JpegImageFile):
        if is_progressive(image) and width * height > WHOLE_PIXELS:
            raise _too_large(file, image, "as a JPEG that is not progressive")
        by = min(shrink, 8)
        image.draft(None, (width // by, height // by))
        done = round(max(width, height) / max(image.size))
        return block_means(to_pixels(image), shrink // done)
    if isinstance(image, Jpeg2KImagePlugin.Jpeg2KImageFile):
        image.reduce = shrink.bit_length() - 1
        return to_pixels(image)
    if bands is None:
        if width * height > WHOLE_PIXELS:
            raise _too_large(file, image, "as a PNG that is not interlaced")
        return block_means(to_pixels(image), shrink)
    made: Pixels | None = None
    rest: Pixels | None = None
    rows = done = 0
    for band in bands.scan(file):
        rows += band.height
        is_grey = band.mode == "L" and "transparency" not in band.info
        pixels = np.asarray(band) if is_grey else to_pixels(band)
        whole = pixels if rest is None else np.concatenate([rest, pixels])
        cut = len(whole) if rows == height else len(whole) - len(whole) % shrink
        rest = whole[cut:].copy() if cut < len(whole) else None
        if cut:
            part = block_means(whole[:cut], shrink)
            if is_grey:  # grey until here: a third of the work
                part = np.repeat(part[:, :, None], 3, axis=2)
            if made is None:
                made = np.empty((-(-height // shrink), *part.shape[1:]), part.dtype)
            made[done : done + len(part)] = part
            done += len(part)
        checkpoint(min(rows / height, 1.0))
    if made is None or rows < height:
        raise EOFError(f"only {rows} of {height} rows are there")
    return made


def is_progressive(image: Image.Image) -> bool:
    """Whether it is a JPEG that comes in passes over the whole picture."""
    return bool(image.info.get("progressive"))


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


def _too_large(file: BinaryIO, image: Image.Image, remedy: str) -> MediaError:
    return MediaError(
        f'"{file.name}" has {image.width:,} x {image.height:,} px, and as {image.format} it cannot be opened '
        "in parts.",
        hint=f"Save it {remedy}, or cut it into tiles.",
    )
