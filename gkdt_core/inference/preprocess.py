"""Image regions to the model's square input, pixel for pixel as the released GKDT does it."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from gkdt_core.geometry import Box, ImageToInput, RgbImage

IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_STD = (0.229, 0.224, 0.225)
PAD_RGB = (124, 116, 104)
"""Colour of the padding: the ImageNet mean, rounded as in the released model."""
MIN_REGION = 20
"""Regions smaller than this, in px, are widened; where the image ends too soon, the whole image is taken."""


def region_to_input(
    image: RgbImage, box: Box | None, input_size: int = 384
) -> tuple[NDArray[np.uint8], ImageToInput]:
    """The region of `image` inside `box`, resized and padded to the model's input, and the map to it.

    Args:
        image: (H, W, 3) uint8 RGB.
        box: Edges in image coordinates; it may reach beyond the image. None takes the whole image.
        input_size: Side S of the square input in px.

    Returns:
        The (S, S, 3) uint8 input, and the transform from image coordinates to it.
    """
    # the released model's boxes name their last pixel (width x2 - x1 + 1); ours names the edge after it
    inclusive = None if box is None else (box.x1, box.y1, box.x2 - 1.0, box.y2 - 1.0)
    return inclusive_region_to_input(image, inclusive, input_size)


def inclusive_region_to_input(
    image: RgbImage, xyxy: tuple[float, float, float, float] | None, input_size: int = 384
) -> tuple[NDArray[np.uint8], ImageToInput]:
    """`region_to_input` for a box in the released model's convention: first and last pixel index."""
    if image.ndim != 3 or image.shape[2] != 3 or image.dtype != np.uint8 or 0 in image.shape:
        raise ValueError(f"expected an (H, W, 3) uint8 image, got {image.shape} {image.dtype}")
    height, width = image.shape[:2]
    left, top, right, bottom = crop_edges((height, width), xyxy)
    crop_w, crop_h = right - left, bottom - top
    scale = input_size / max(crop_w, crop_h)
    if crop_w < crop_h:
        size = max(round(crop_w * scale), 1), input_size
    else:
        size = input_size, max(round(crop_h * scale), 1)
    # PIL's bilinear filter averages when it shrinks; OpenCV's and torch's do not match it to the pixel
    crop = _cut((left, top, right, bottom), np.ascontiguousarray(image))
    resized = np.asarray(crop.resize(size, Image.Resampling.BILINEAR))
    pad_x, pad_y = (input_size - size[0]) // 2, (input_size - size[1]) // 2
    pixels = np.empty((input_size, input_size, 3), np.uint8)
    pixels[:] = PAD_RGB
    pixels[pad_y : pad_y + size[1], pad_x : pad_x + size[0]] = resized
    offset, pad = (float(left), float(top)), (float(pad_x), float(pad_y))
    return pixels, ImageToInput(scale, offset, pad, input_size)


def _cut(edges: tuple[int, int, int, int], image: RgbImage) -> Image.Image:
    """A part of a contiguous image for PIL: rows are read where they lie, which saves two copies of them."""
    left, top, right, bottom = edges
    row = image.strides[0]
    start = top * row + left * 3
    rows = image.reshape(-1)[start : start + (bottom - top - 1) * row + (right - left) * 3]
    return Image.frombuffer("RGB", (right - left, bottom - top), rows, "raw", "RGB", row, 1)


def crop_edges(
    image_hw: tuple[int, int], xyxy: tuple[float, float, float, float] | None
) -> tuple[int, int, int, int]:
    """Edges (left, top, right, bottom) in whole px of the crop that the released model takes for a box.

    Args:
        image_hw: (height, width) of the image.
        xyxy: First and last pixel index of the region, inclusive; None is the whole image.
    """
    height, width = image_hw
    # the released model leaves out the last row and column here; an image one pixel wide keeps its pixel
    whole = 0, 0, max(width - 1, 1), max(height - 1, 1)
    if xyxy is None:
        return whole
    x1, y1, x2, y2 = xyxy
    x, y = min(max(x1, 0.0), width - 1.0), min(max(y1, 0.0), height - 1.0)
    box_w = min(max(x2 - x1 + 1.0, MIN_REGION), width - x)
    box_h = min(max(y2 - y1 + 1.0, MIN_REGION), height - y)
    if box_w < MIN_REGION or box_h < MIN_REGION:
        return whole
    left, top = int(x), int(y)
    right, bottom = min(int(x + box_w) + 1, width - 1), min(int(y + box_h) + 1, height - 1)
    if right <= left or bottom <= top:
        return whole
    return left, top, right, bottom


def normalise(batch: NDArray[np.uint8] | Tensor, *, channels_last: bool = False) -> Tensor:
    """(B, S, S, 3) uint8 RGB -> (B, 3, S, S) float32, ImageNet mean 0 and deviation 1.

    A tensor is normalised on its device, so a batch can travel as bytes. `channels_last` leaves the values in
    the order they come in, which convolutions like; the numbers are the same.
    """
    pixels = torch.from_numpy(np.ascontiguousarray(batch)) if isinstance(batch, np.ndarray) else batch
    if pixels.ndim != 4 or pixels.shape[3] != 3 or pixels.dtype != torch.uint8:
        raise ValueError(f"expected (B, S, S, 3) uint8, got {tuple(pixels.shape)} {pixels.dtype}")
    layout = torch.channels_last if channels_last else torch.contiguous_format
    values = pixels.permute(0, 3, 1, 2).to(torch.float32, memory_format=layout)
    mean = values.new_tensor(IMAGENET_MEAN).view(1, 3, 1, 1)
    std = values.new_tensor(IMAGENET_STD).view(1, 3, 1, 1)
    return values.div_(255).sub_(mean).div_(std)
