"""The image pyramid: exact pixels at 1:1, halves below, large and odd sizes."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.canvas.adjust import Adjustment
from app.canvas.image_item import ImageItem, prepare_image
from gkdt_core.media.images import ShownPicture


def _pixels(image: QImage) -> NDArray[np.uint8]:
    rgb = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.width(), 4)[..., :3].copy()


def _drawn(item: ImageItem, exposed: QRectF, zoom: float) -> NDArray[np.uint8]:
    target = QImage(round(exposed.width() * zoom), round(exposed.height() * zoom), QImage.Format.Format_RGB32)
    target.fill(0)
    painter = QPainter(target)
    painter.scale(zoom, zoom)
    painter.translate(-exposed.topLeft())
    item.draw(painter, exposed, zoom)
    painter.end()
    return _pixels(target)


@pytest.fixture
def noise() -> NDArray[np.uint8]:
    return np.random.default_rng(0).integers(0, 256, (301, 423, 3), dtype=np.uint8)


def test_at_one_to_one_the_pixels_are_the_images(qapp: QApplication, noise: NDArray[np.uint8]) -> None:
    item = ImageItem()
    item.set_image(prepare_image(noise))
    assert np.array_equal(_drawn(item, QRectF(0, 0, 423, 301), 1), noise)
    assert np.array_equal(_drawn(item, QRectF(17, 31, 100, 50), 1), noise[31:81, 17:117])


def test_each_level_halves_the_one_before_and_the_last_is_small(noise: NDArray[np.uint8]) -> None:
    levels = prepare_image(noise).levels
    assert [(level.width(), level.height()) for level in levels] == [(423, 301), (212, 151)]


def test_shrunk_four_times_fine_noise_becomes_grey(qapp: QApplication) -> None:
    checks = np.zeros((1024, 1024, 3), np.uint8)
    checks[::2, ::2] = checks[1::2, 1::2] = 255
    item = ImageItem()
    item.set_image(prepare_image(checks))
    drawn = _drawn(item, QRectF(0, 0, 1024, 1024), 0.25)
    assert abs(drawn[4:-4, 4:-4].astype(int) - 128).max() <= 2


def test_enlarged_much_pixels_are_squares(qapp: QApplication) -> None:
    image = np.zeros((4, 4, 3), np.uint8)
    image[:, 2:] = 255
    item = ImageItem()
    item.set_image(prepare_image(image))
    drawn = _drawn(item, QRectF(0, 0, 4, 4), 16)
    assert set(np.unique(drawn)) == {0, 255}
    assert drawn[8, 31, 0] == 0
    assert drawn[8, 32, 0] == 255


def test_an_adjustment_changes_what_is_shown_and_not_the_image(
    qapp: QApplication, noise: NDArray[np.uint8]
) -> None:
    before = noise.copy()
    item = ImageItem()
    item.set_image(prepare_image(noise))
    item.set_adjustment(Adjustment(invert=True))
    assert np.array_equal(_drawn(item, QRectF(0, 0, 423, 301), 1), 255 - noise)
    assert np.array_equal(noise, before)


@pytest.mark.parametrize("shape", [(1, 1), (1, 40000), (3, 7)])
def test_odd_sizes_are_prepared(qapp: QApplication, shape: tuple[int, int]) -> None:
    prepared = prepare_image(np.full((*shape, 3), 90, np.uint8))
    assert prepared.image_hw == shape
    assert max(prepared.levels[0].width(), prepared.levels[0].height()) <= 32767
    item = ImageItem()
    item.set_image(prepared)
    assert (_drawn(item, QRectF(0, 0, 1, 1), 8) == 90).all()


def test_a_view_of_an_array_with_gaps_is_shown_right(qapp: QApplication, noise: NDArray[np.uint8]) -> None:
    item = ImageItem()
    item.set_image(prepare_image(noise[::2, ::-3]))
    part = noise[::2, ::-3]
    assert np.array_equal(_drawn(item, QRectF(0, 0, part.shape[1], part.shape[0]), 1), part)


def _deep(values: NDArray[np.uint16], window: tuple[float, float]) -> ShownPicture:
    grey = np.full((*values.shape, 3), 90, np.uint8)
    return ShownPicture(grey, values.shape, values=values, window=window)


def test_a_window_shows_the_real_values_of_a_16_bit_picture(qapp: QApplication) -> None:
    values = (np.arange(400, dtype=np.uint16).reshape(20, 20) * 100).astype(np.uint16)
    prepared = prepare_image(_deep(values, (0.0, 39_900.0)))
    item = ImageItem()
    item.set_image(prepared)
    item.set_adjustment(Adjustment(window=(10_000.0, 10_255.0)))
    drawn = _drawn(item, QRectF(0, 0, 20, 20), 1)[..., 0]
    assert np.array_equal(drawn, np.clip(values.astype(int) - 10_000, 0, 255))
    assert prepared.pixel_at(3.5, 2.5) == ((90, 90, 90), float(values[2, 3]))


def test_levels_of_real_values_belong_to_the_levels_of_the_picture(qapp: QApplication) -> None:
    values = np.random.default_rng(1).integers(0, 65536, (600, 900), dtype=np.uint16)
    prepared = prepare_image(_deep(values, (0.0, 65535.0)))
    assert prepared.deep is not None
    sizes = [(level.height(), level.width()) for level in prepared.levels]
    assert [level.shape for level in prepared.deep.levels] == sizes


def test_fractions_keep_their_real_values_to_a_65536th_of_their_range(qapp: QApplication) -> None:
    values = np.linspace(-3, 7, 400).reshape(20, 20).astype(np.float32)
    values[0, 0] = np.nan
    prepared = prepare_image(ShownPicture(np.zeros((20, 20, 3), np.uint8), (20, 20), values=values))
    found = prepared.pixel_at(10.5, 5.5)[1]
    assert found == pytest.approx(float(values[5, 10]), abs=10 / 65535)


def test_a_picture_made_smaller_lies_where_the_whole_one_does(qapp: QApplication) -> None:
    small = np.zeros((3, 3, 3), np.uint8)
    small[:, 2] = 255
    item = ImageItem()
    item.set_image(prepare_image(ShownPicture(small, (10, 10), shrink=4, corner=(-2, 0))))
    assert item.boundingRect() == QRectF(0, 0, 10, 10)
    drawn = _drawn(item, QRectF(0, 0, 10, 10), 32)
    assert drawn[8, 32 * 6 - 2, 0] == 0  # the third block begins at -2 + 2 * 4
    assert drawn[8, 32 * 6 + 2, 0] == 255
