"""Full resolution in tiles: which are wanted, and that they look as the whole picture would."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.canvas import tiles
from app.canvas.adjust import Adjustment
from app.canvas.canvas import Canvas
from app.canvas.events import DetailWanted
from app.canvas.image_item import ImageItem, PreparedImage, prepare_image
from app.canvas.tiles import Tile, TileKey, TileSet, keys_in, read_tiles, wanted_factor
from gkdt_core.media.images import read_shown
from tests.app.canvas.mouse import move, press, release, wheel
from tests.app.canvas.shown import face
from tests.app.canvas.test_image_item import _drawn

HEIGHT, WIDTH = 1500, 2300


@pytest.fixture(scope="module")
def noise(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("noise") / "noise.png"
    pixels = np.random.default_rng(0).integers(0, 256, (HEIGHT, WIDTH, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(path)
    return path


@pytest.fixture(scope="module")
def deep(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("deep") / "deep.png"
    values = np.random.default_rng(0).integers(1000, 9000, (HEIGHT, WIDTH)).astype(np.uint16)
    Image.fromarray(values).save(path)
    return path


def small(path: Path) -> PreparedImage:
    """Made smaller by 4, as a very large picture is."""
    prepared = prepare_image(read_shown(path, most_pixels=HEIGHT * WIDTH // 16))
    assert prepared.shrink == 4
    return prepared


def tiles_for(prepared: PreparedImage, area: QRectF, zoom: float) -> list[Tile]:
    factor = wanted_factor(zoom, prepared.shrink)
    assert factor is not None
    assert prepared.detail is not None
    keys = keys_in(area, prepared.image_hw, factor)
    return [tile for row in read_tiles(prepared.detail, keys, prepared.deep) for tile in row]


@pytest.mark.parametrize(
    ("zoom", "factor"), [(0.2, None), (0.25, None), (0.26, 2), (0.5, 2), (0.51, 1), (1, 1), (40, 1)]
)
def test_tiles_have_a_pixel_for_every_pixel_of_the_screen_and_at_most_four(
    zoom: float, factor: int | None
) -> None:
    assert wanted_factor(zoom, 4) == factor


def test_a_picture_that_is_whole_wants_no_tiles() -> None:
    assert wanted_factor(8, 1) is None


def test_tiles_in_view_come_by_rows_from_the_middle_and_end_with_the_picture() -> None:
    keys = keys_in(QRectF(500, 900, 1000, 700), (1500, 2300), 1)
    assert [(key.row, key.column) for key in keys] == [(row, c) for row in (2, 1) for c in (0, 1, 2)]
    assert keys_in(QRectF(-90, -90, 80, 80), (1500, 2300), 1) == ()
    assert keys_in(QRectF(2200, 1400, 500, 500), (1500, 2300), 2) == (TileKey(2, 2, 1),)
    assert len(keys_in(QRectF(600, 600, 10, 10), (1500, 2300), 1, margin=1)) == 9


@pytest.mark.parametrize("zoom", [0.3, 0.5, 0.75, 1, 1.7, 3, 9])
def test_tiles_look_as_the_whole_picture_without_seams(qapp: QApplication, noise: Path, zoom: float) -> None:
    # over the corner of four tiles, and beyond the picture's own corner
    for x, y in ((512 * 2 - 60, 512 * 2 - 50), (WIDTH - 80.0, HEIGHT - 60.0), (-10.0, 470.0)):
        area = QRectF(x, y, 120 / min(zoom, 1), 100 / min(zoom, 1))
        whole, item = ImageItem(), ImageItem()
        whole.set_image(prepare_image(read_shown(noise)))
        prepared = small(noise)
        item.set_image(prepared)
        item.tiles.add(tiles_for(prepared, area, zoom))
        difference = np.abs(_drawn(item, area, zoom).astype(int) - _drawn(whole, area, zoom))
        assert difference.max() <= 2


@pytest.mark.parametrize(
    "adjustment", [Adjustment(), Adjustment(invert=True), Adjustment(brightness=0.2, contrast=1.5, gamma=2.0)]
)
def test_an_adjustment_shows_tiles_as_it_shows_the_whole_picture(
    qapp: QApplication, noise: Path, adjustment: Adjustment
) -> None:
    area = QRectF(900, 900, 200, 200)
    whole, item = ImageItem(), ImageItem()
    whole.set_image(prepare_image(read_shown(noise)))
    prepared = small(noise)
    item.set_image(prepared)
    item.tiles.add(tiles_for(prepared, area, 1))
    for other in (adjustment, Adjustment(invert=True), adjustment):
        whole.set_adjustment(other)
        item.set_adjustment(other)
        assert np.array_equal(_drawn(item, area, 1), _drawn(whole, area, 1))


@pytest.mark.parametrize("adjustment", [Adjustment(window=(3000, 5000)), Adjustment(gamma=0.5)])
def test_deep_greys_go_through_the_same_window_on_tiles(
    qapp: QApplication, deep: Path, adjustment: Adjustment
) -> None:
    area = QRectF(900, 900, 200, 200)
    prepared = small(deep)
    item = ImageItem()
    item.set_image(prepared)
    item.tiles.add(tiles_for(prepared, area, 1))
    item.set_adjustment(adjustment)
    values = np.asarray(Image.open(deep))[900:1100, 900:1100]
    assert prepared.deep is not None
    table = adjustment.deep_table(prepared.deep.window, 0, 1)
    assert np.array_equal(_drawn(item, area, 1)[..., 0], table[values])
    # unadjusted the window is that of the picture made smaller: nothing jumps when tiles come
    item.set_adjustment(Adjustment())
    assert np.array_equal(
        _drawn(item, area, 1)[..., 0], Adjustment().deep_table(prepared.deep.window, 0, 1)[values]
    )


def test_tiles_shown_longest_ago_go_first(monkeypatch: pytest.MonkeyPatch, noise: Path) -> None:
    prepared = small(noise)
    made = tiles_for(prepared, QRectF(0, 0, 2000, 500), 1)
    monkeypatch.setattr(tiles, "KEPT_BYTES", sum(tile.nbytes for tile in made[:3]))
    kept = TileSet()
    kept.add(made[:3])
    kept.get(made[0].key)
    kept.add(made[3:4])
    assert [tile.key in kept for tile in made[:4]] == [True, False, True, True]


# asking and answering


@pytest.fixture
def view(qtbot: QtBot, noise: Path) -> Canvas:
    result = Canvas()
    qtbot.addWidget(result)
    result.resize(400, 300)
    result.show()
    qtbot.waitExposed(result)
    result.set_image(small(noise))
    return result


def answer(view: Canvas, wish: DetailWanted) -> None:
    detail = wish.picture.detail
    assert detail is not None
    for row in read_tiles(detail, wish.tiles, wish.picture.deep):
        view.add_tiles(wish.picture, row)


def test_zooming_in_asks_once_for_what_is_in_view_and_for_nothing_when_all_is_there(
    qtbot: QtBot, view: Canvas
) -> None:
    wishes: list[DetailWanted] = []
    view.detail_wanted.connect(wishes.append)
    view.repaint()
    assert wishes == []
    view.zoom_by(1 / view.zoom(), QPointF(200, 150))
    qtbot.waitUntil(lambda: len(wishes) == 1)
    view.viewport().repaint()
    assert len(wishes) == 1
    assert all(key.factor == 1 for key in wishes[0].tiles)
    answer(view, wishes[0])
    view.viewport().repaint()
    assert len(wishes) == 1
    view.centre_on((2250.0, 300.0))
    qtbot.waitUntil(lambda: len(wishes) == 2)
    assert not set(wishes[1].tiles) & set(wishes[0].tiles)


def test_what_comes_for_another_picture_is_dropped_and_a_picture_given_up_is_not_asked_for(
    qtbot: QtBot, view: Canvas, noise: Path
) -> None:
    wishes: list[DetailWanted] = []
    view.detail_wanted.connect(wishes.append)
    view.zoom_by(1 / view.zoom())
    qtbot.waitUntil(lambda: len(wishes) == 1)
    view.set_image(small(noise))
    answer(view, wishes[0])
    assert len(view._item.tiles) == 0
    picture = view.picture()
    assert picture is not None
    view.give_up_detail(picture)
    assert not view.has_detail
    view.zoom_by(1 / view.zoom())
    view.viewport().repaint()
    assert len(wishes) == 1


def test_the_value_under_the_mouse_is_the_file_s_own_where_it_was_seen_in_full(
    qtbot: QtBot, view: Canvas, noise: Path, deep: Path
) -> None:
    for path in (noise, deep):
        prepared = small(path)
        view.set_image(prepared)
        view._item.tiles.add(tiles_for(prepared, QRectF(900, 700, 50, 50), 1))
        whole = np.asarray(Image.open(path))
        rgb, value = view.pixel_at(923.7, 711.2)
        found = value if path == deep else rgb
        assert found == (float(whole[711, 923]) if path == deep else tuple(whole[711, 923].tolist()))


def test_the_loupe_asks_for_its_pixels_and_shows_them(qtbot: QtBot, view: Canvas, noise: Path) -> None:
    wishes: list[DetailWanted] = []
    view.detail_wanted.connect(wishes.append)
    shown = face(shift=(900.0, 800.0))
    view.set_instances([shown], 1, 0)
    at = view.image_to_view((980.0, 860.0))
    assert view.zoom() < 0.25
    press(view, at)
    move(view, at + QPointF(4, 0))
    qtbot.waitUntil(lambda: len(wishes) == 1)
    assert {key.factor for key in wishes[0].tiles} == {1}
    answer(view, wishes[0])
    xy = view._point(view._gesture.row)
    whole = np.asarray(Image.open(noise))
    rect, scale = view._loupe_rect(view.image_to_view(xy)), view._loupe_scale()
    picture = view.viewport().grab().toImage()
    for dx, dy in ((-5, -6), (5, -6), (-5, 6)):  # beside the cross
        x, y = int(xy[0]) + dx, int(xy[1]) + dy
        where = rect.center() + QPointF(x + 0.5 - xy[0], y + 0.5 - xy[1]) * scale
        colour = picture.pixelColor(where.toPoint())
        near = whole[y - 1 : y + 2, x - 1 : x + 2].reshape(-1, 3).astype(int)
        seen = np.array([colour.red(), colour.green(), colour.blue()])
        assert (seen >= near.min(axis=0) - 2).all()
        assert (seen <= near.max(axis=0) + 2).all()
    release(view, at + QPointF(4, 0))


def test_a_wheel_turned_far_in_and_out_never_shows_tiles_in_a_wrong_place(
    qtbot: QtBot, view: Canvas, noise: Path
) -> None:
    view.detail_wanted.connect(lambda wish: answer(view, wish))
    whole = np.asarray(Image.open(noise))
    at = QPointF(201.0, 151.0)
    for notches in (10, 6, -3, 12):
        wheel(view, at, notches)
        view.viewport().repaint()
    assert view.zoom() > 8
    x, y = (int(value) for value in view.view_to_image(at))
    view.centre_on((x + 0.5, y + 0.5))
    view.viewport().repaint()
    middle = view.image_to_view((x + 0.5, y + 0.5)).toPoint()
    colour = view.viewport().grab().toImage().pixelColor(middle)
    assert [colour.red(), colour.green(), colour.blue()] == whole[y, x].tolist()
