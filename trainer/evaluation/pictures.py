"""Worst cases as pictures: what was shown, what is true, what was answered, side by side."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from gkdt_core.domain import Category, Instance, Origin, Visibility
from gkdt_core.geometry import Box, RgbImage, object_region
from gkdt_core.media.images import read_image
from gkdt_core.overlay import draw_overlay
from trainer.data.dataset import Sample
from trainer.evaluation.details import WorstCase

FloatArray = NDArray[np.float64]

_PANEL = 360  # px, a side of each part
_GAP = 8
_GROUND = (128, 128, 128)  # neutral, so that black and white films both have an edge


def draw_case(case: WorstCase, box_scale: float) -> RgbImage:
    """(360, W, 3): the first support where there is one, the truth, and the answer.

    Each part shows the region around the object that the model saw; only keypoints that are compared are
    drawn, in the answer paler where the score is low.

    Raises:
        MediaError: A picture cannot be read.
    """
    category = case.data.category
    query = case.data.samples[case.query]
    image = read_image(query.path)
    parts = []
    if case.supports:
        shown = case.data.samples[case.supports[0]]
        parts.append(
            _panel(read_image(shown.path), shown, shown.keypoints, shown.visible, None, category, box_scale)
        )
    truth = np.where(case.counted[:, None], query.keypoints, np.nan)
    parts.append(_panel(image, query, truth, case.counted, None, category, box_scale))
    parts.append(_panel(image, query, case.predicted, case.counted, case.scores, category, box_scale))
    joined: RgbImage = np.full((_PANEL, len(parts) * (_PANEL + _GAP) - _GAP, 3), 255, np.uint8)
    for index, part in enumerate(parts):
        left = index * (_PANEL + _GAP)
        joined[:, left : left + _PANEL] = part
    return joined


def _panel(
    image: RgbImage,
    sample: Sample,
    points: FloatArray,
    shown: NDArray[np.bool_],
    scores: FloatArray | None,
    category: Category,
    box_scale: float,
) -> RgbImage:
    region = object_region(sample.box, box_scale).clipped(image.shape[:2])
    left, top = int(region.x1), int(region.y1)
    right, bottom = max(left + 1, round(region.x2)), max(top + 1, round(region.y2))
    cut: RgbImage = np.ascontiguousarray(image[top:bottom, left:right])
    instance = _instance(category, points - (left, top), shown, scores, sample.box, (left, top))
    drawn = Image.fromarray(draw_overlay(cut, [instance], names=False))
    drawn.thumbnail((_PANEL, _PANEL), Image.Resampling.LANCZOS)
    panel: RgbImage = np.full((_PANEL, _PANEL, 3), _GROUND, np.uint8)
    y, x = (_PANEL - drawn.height) // 2, (_PANEL - drawn.width) // 2
    panel[y : y + drawn.height, x : x + drawn.width] = np.asarray(drawn)
    return panel


def _instance(
    category: Category,
    points: FloatArray,
    shown: NDArray[np.bool_],
    scores: FloatArray | None,
    box: Box,
    origin: tuple[int, int],
) -> Instance:
    known = shown & np.asarray(np.isfinite(points).all(axis=1))
    nan = np.full(len(category), np.nan)
    x, y = origin
    return Instance(
        category,
        np.where(known[:, None], points, np.nan),
        np.where(known, Visibility.VISIBLE, Visibility.UNLABELED).astype(np.int8),
        nan if scores is None else np.clip(scores, 0, 1),
        nan,
        np.where(known, Origin.HUMAN if scores is None else Origin.MODEL, Origin.NONE).astype(np.int8),
        Box(box.x1 - x, box.y1 - y, box.x2 - x, box.y2 - y),
    )
