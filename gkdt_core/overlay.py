"""Pictures with keypoints drawn on them, for a look at results outside the program."""

from __future__ import annotations

import colorsys
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from gkdt_core.domain import Category, Instance
from gkdt_core.geometry import Box, RgbImage, image_to_index

if TYPE_CHECKING:
    from PIL import ImageFont

Rgb = tuple[int, int, int]

_SIDES = (800, 3000)  # px: longer side of the drawing; names are not legible below, files are unwieldy above
_SHIFT = 4  # fractional bits of OpenCV's drawing coordinates
_HALO: Rgb = (20, 20, 24)
_FONTS = (  # for names that the built-in font, which is Latin only, cannot write
    "NotoSansCJK-Regular.ttc",
    "NotoSans-Regular.ttf",
    "DejaVuSans.ttf",
    "msyh.ttc",
    "PingFang.ttc",
    "Arial Unicode.ttf",
    "arial.ttf",
)


def draw_overlay(image: RgbImage, instances: Sequence[Instance], *, names: bool = True) -> RgbImage:
    """The picture with each instance's box, skeleton, rings and keypoint names.

    Args:
        image: (H, W, 3) uint8.
        instances: Keypoints in image coordinates; those without a position are left out. A doubtful point
            (low score) is drawn paler.
        names: Whether keypoint names are written.

    Returns:
        A new picture; a small one is enlarged and a very large one reduced, so that names are legible.
    """
    import cv2

    height, width = image.shape[:2]
    longer = max(height, width)
    scale = min(max(longer, _SIDES[0]), _SIDES[1]) / longer
    size = max(1, round(width * scale)), max(1, round(height * scale))
    resampling = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    resized = image if scale == 1 else cv2.resize(image, size, interpolation=resampling)
    canvas: RgbImage = np.array(resized, dtype=np.uint8)  # a copy: the drawing must not reach the caller's
    unit = max(size) / 1000  # what is 1 px in a drawing of 1000 px
    for instance in instances:
        _draw_instance(canvas, instance, scale, unit)
    if names:
        canvas = _write_names(canvas, instances, scale, unit)
    return canvas


def keypoint_colours(category: Category) -> tuple[Rgb, ...]:
    """One colour per keypoint: left cool, right warm, the rest neutral; neighbours differ in lightness."""
    left = {a for a, _ in category.pairs}
    right = {b for _, b in category.pairs}
    colours = []
    for index in range(len(category)):
        lightness = (0.72, 0.58)[index % 2]
        if index in left:
            hue, saturation = 0.56, 0.95
        elif index in right:
            hue, saturation = 0.07, 0.95
        else:
            hue, saturation, lightness = 0.14, 0.35, lightness + 0.15
        red, green, blue = colorsys.hls_to_rgb(hue, lightness, saturation)
        colours.append((round(red * 255), round(green * 255), round(blue * 255)))
    return tuple(colours)


def _draw_instance(canvas: RgbImage, instance: Instance, scale: float, unit: float) -> None:
    import cv2

    colours = keypoint_colours(instance.category)
    thin, thick = max(1, round(1.5 * unit)), max(2, round(3.5 * unit))
    places = [
        _fixed(xy * scale) if labeled else None
        for xy, labeled in zip(instance.keypoints, instance.labeled, strict=True)
    ]
    if instance.box is not None:
        low, high = (_fixed(np.array(corner) * scale) for corner in _corners(instance.box))
        cv2.rectangle(canvas, low, high, (225, 225, 225), thin, cv2.LINE_AA, _SHIFT)
    for a, b in instance.category.edges:
        start, end = places[a], places[b]
        if start is not None and end is not None:
            cv2.line(canvas, start, end, _HALO, thick, cv2.LINE_AA, _SHIFT)
            cv2.line(canvas, start, end, colours[b], thin, cv2.LINE_AA, _SHIFT)
    radius = round(max(3.0, 5 * unit) * 2**_SHIFT)
    for index, place in enumerate(places):
        if place is not None:
            colour = _paled(colours[index], float(instance.scores[index]))
            cv2.circle(canvas, place, radius, _HALO, thick + 1, cv2.LINE_AA, _SHIFT)
            cv2.circle(canvas, place, radius, colour, thick - 1, cv2.LINE_AA, _SHIFT)


def _write_names(canvas: RgbImage, instances: Sequence[Instance], scale: float, unit: float) -> RgbImage:
    from PIL import Image, ImageDraw

    picture = Image.fromarray(canvas)
    pen = ImageDraw.Draw(picture)
    size = max(11, round(15 * unit))
    gap = max(5.0, 9 * unit)
    taken: list[Box] = []
    for instance in instances:
        colours = keypoint_colours(instance.category)
        for index in np.flatnonzero(instance.labeled):
            name = instance.category.keypoints[index]
            font = _font(name, size)
            left, top, right, bottom = pen.textbbox((0, 0), name, font=font, stroke_width=2)
            x, y = (instance.keypoints[index] * scale).tolist()
            place = _free_place((x, y), (right - left, bottom - top), gap, picture.size, taken)
            taken.append(place)
            pen.text(
                (place.x1 - left, place.y1 - top),
                name,
                fill=colours[index],
                font=font,
                stroke_width=2,
                stroke_fill=_HALO,
            )
    return np.asarray(picture)


def _free_place(
    xy: tuple[float, float],
    text_wh: tuple[float, float],
    gap: float,
    picture_wh: tuple[int, int],
    taken: Sequence[Box],
) -> Box:
    """Where beside a point its name covers no other name and stays in the picture; else to its right."""
    (x, y), (width, height) = xy, text_wh
    centred = y - height / 2
    corners = (
        (x + gap, centred),
        (x - gap - width, centred),
        (x + gap / 2, y - gap - height),
        (x + gap / 2, y + gap),
        (x - gap / 2 - width, y - gap - height),
        (x - gap / 2 - width, y + gap),
    )
    room = Box(0, 0, max(0.0, picture_wh[0] - width), max(0.0, picture_wh[1] - height))
    boxes = [Box.from_xywh(left, top, width, height) for left, top in corners if room.contains((left, top))]
    for box in boxes:
        if not any(_overlap(box, other) for other in taken):
            return box
    if boxes:
        return boxes[0]
    return Box.from_xywh(min(max(x + gap, 0.0), room.x2), min(max(centred, 0.0), room.y2), width, height)


def _overlap(a: Box, b: Box) -> bool:
    return a.x1 < b.x2 and b.x1 < a.x2 and a.y1 < b.y2 and b.y1 < a.y2


def _font(text: str, size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    from PIL import ImageFont

    if not text.isascii():
        for name in _FONTS:
            try:
                return ImageFont.truetype(name, size)
            except OSError:
                continue
    return ImageFont.load_default(size)


def _fixed(xy: np.ndarray[tuple[int, ...], np.dtype[np.floating]]) -> tuple[int, int]:
    """Drawing coordinates -> OpenCV's pixel indices in fixed point."""
    x, y = (image_to_index(xy) * 2**_SHIFT).tolist()
    return round(x), round(y)


def _corners(box: Box) -> tuple[tuple[float, float], tuple[float, float]]:
    return (box.x1, box.y1), (box.x2, box.y2)


def _paled(colour: Rgb, score: float) -> Rgb:
    """A doubtful point's colour moves halfway to grey at score 0; points without a score keep theirs."""
    share = 0.5 * (1 - score) if math.isfinite(score) else 0.0
    red, green, blue = (round(part * (1 - share) + 128 * share) for part in colour)
    return red, green, blue
