"""Marks: what each kind of keypoint looks like, and where names go."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.canvas import marks
from app.canvas.colours import COLOURS
from app.canvas.marks import DASHED, DOTTED, SOLID, MarkCollector, MarkStyle, mark_codes, style_of_code
from gkdt_core.domain import Origin, Visibility
from gkdt_core.geometry import Box
from tests.app.canvas.shown import FACE, face

WHITE = COLOURS.index("#ffffff")


def _ring(style: MarkStyle, ratio: int = 1, background: int = 128) -> NDArray[np.int64]:
    """The red channel of one ring on flat grey, centred in 21 x 21 logical px."""
    image = QImage(21 * ratio, 21 * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(background * 0x010101)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    marks.draw_ring(painter, QPointF(10.5, 10.5), style)
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return pixels[..., 0].astype(np.int64)


def test_the_centre_of_a_ring_is_free() -> None:
    for style in (MarkStyle(WHITE), MarkStyle(WHITE, selected=True), MarkStyle(WHITE, DASHED, half=True)):
        assert _ring(style)[10, 10] == 128
        assert (_ring(style, ratio=2)[20:22, 20:22] == 128).all()


def test_a_ring_is_nine_px_across_with_a_dark_halo_around() -> None:
    ring = _ring(MarkStyle(WHITE), ratio=4)
    line = ring[42]
    bright, dark = np.flatnonzero(line > 160), np.flatnonzero(line < 110)
    assert abs((bright.max() - bright.min() + 1) / 4 - marks.RING) <= 0.5
    assert abs((dark.max() - dark.min() + 1) / 4 - (marks.RING + 2 * marks.HALO)) <= 0.5


def test_a_ring_shows_on_black_white_and_grey() -> None:
    for background in (0, 128, 255):
        assert np.ptp(_ring(MarkStyle(WHITE), background=background)) > 90


def test_solid_dashed_and_dotted_cover_less_and_less() -> None:
    bright = [(_ring(MarkStyle(WHITE, line), ratio=4) > 190).sum() for line in (SOLID, DASHED, DOTTED)]
    assert bright[0] > 1.25 * bright[1] > 1.25 * bright[2]


def test_an_occluded_ring_is_bright_on_one_half_only() -> None:
    ring = _ring(MarkStyle(WHITE, half=True), ratio=4) > 190
    assert ring[:, :42].sum() > 100
    assert ring[:, 43:].sum() == 0


def test_a_low_score_is_paler_and_thinner_but_visible() -> None:
    strong, weak = _ring(MarkStyle(WHITE), ratio=4), _ring(MarkStyle(WHITE, strength=0), ratio=4)
    assert weak.max() < strong.max()
    assert (weak > 150).sum() < (strong > 150).sum()
    assert weak.max() - weak.min() > 60


def test_the_selected_ring_is_larger_and_thicker() -> None:
    plain, selected = _ring(MarkStyle(WHITE), ratio=4), _ring(MarkStyle(WHITE, selected=True), ratio=4)
    assert (selected > 190).sum() > 1.5 * (plain > 190).sum()


def test_a_style_and_its_number_are_the_same_thing() -> None:
    for style in (MarkStyle(0), MarkStyle(13, DOTTED, True, 2, True), MarkStyle(WHITE, DASHED, False, 0)):
        assert style_of_code(style.code) == style


def test_origin_visibility_and_score_choose_the_style() -> None:
    human = style_of_code(int(mark_codes(face().instance)[0]))
    model = style_of_code(int(mark_codes(face(origin=Origin.MODEL, score=0.1).instance)[0]))
    sure = style_of_code(int(mark_codes(face(origin=Origin.MODEL, score=1.0).instance)[0]))
    carried = style_of_code(int(mark_codes(face(origin=Origin.CARRIED).instance)[0]))
    hidden = style_of_code(int(mark_codes(face(visibility=Visibility.OCCLUDED).instance)[0]))
    assert (human.line, model.line, carried.line) == (SOLID, DASHED, DOTTED)
    assert model.strength == 0
    assert sure.strength == human.strength == marks.SCORE_STEPS - 1
    assert hidden.half
    assert not human.half
    unshaded = mark_codes(face(origin=Origin.MODEL, score=0.1).instance, score_shading=False)
    assert style_of_code(int(unshaded[0])).strength == marks.SCORE_STEPS - 1


def test_the_table_lists_every_keypoint_with_its_owner() -> None:
    table = MarkCollector().collect([face(7), face(9, shift=(50, 0), box=Box(1, 2, 3, 4))])
    assert table.points.shape == (10, 2)
    assert table.row(9, 0) == 5
    assert table.keypoint(6) == (9, 1)
    assert table.row(9, 4) is None, "not labelled"
    assert table.row(8, 0) is None
    assert table.row(7, 5) is None, "one past its last, the first of the next"
    assert table.edges.max() == 9
    assert np.isnan(table.boxes[0]).all()
    assert table.boxes[1].tolist() == [1, 2, 3, 4]
    assert table.regions[0].tolist() == [60, 60, 120, 90]


def test_collecting_again_sees_a_changed_instance_and_hidden_keypoints() -> None:
    collector, first = MarkCollector(), face(1)
    collector.collect([first])
    moved = type(first)(1, first.instance.moved(0, (5.0, 6.0)))
    assert collector.collect([moved]).points[0].tolist() == [5, 6]
    assert np.isnan(collector.collect([moved], hidden={FACE.name: frozenset({0})}).points[0]).all()
    assert collector.collect([moved], hidden={"tail": frozenset({0})}).points[0].tolist() == [5, 6]
    assert moved.instance.keypoints[0].tolist() == [5, 6], "the instance itself stays as it is"
    assert len(collector.collect([]).points) == 0


def test_edges_leave_the_centres_of_rings_free(qapp: QApplication) -> None:
    image = QImage(60, 21, QImage.Format.Format_RGB32)
    image.fill(0x808080)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    points = np.array([[10.5, 10.5], [50.5, 10.5]])
    marks.draw_edges(painter, points, np.array([[0, 1]]), np.array([WHITE]), QRectF(0, 0, 60, 21))
    painter.end()
    assert image.pixelColor(30, 10).red() > 170
    assert image.pixelColor(10, 10).red() == image.pixelColor(50, 10).red() == 128


def test_many_rings_look_like_few(qapp: QApplication) -> None:
    def drawn(count: int) -> QImage:
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(0x808080)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        points = np.full((count, 2), np.nan)
        points[0] = (20.5, 20.5)
        marks.draw_rings(painter, points, np.full(count, MarkStyle(WHITE).code), QRectF(0, 0, 40, 40), 1.0)
        painter.end()
        return image

    few, many = drawn(1), drawn(5000)
    for x in range(40):
        for y in range(40):
            assert abs(few.pixelColor(x, y).red() - many.pixelColor(x, y).red()) <= 2


def test_names_cover_neither_each_other_nor_rings() -> None:
    rng = np.random.default_rng(1)
    anchors = [tuple(row) for row in rng.uniform(20, 380, (60, 2)).tolist()]
    sizes = [(60.0, 16.0)] * 60
    places = marks.place_labels(anchors, sizes, (0, 0, 400, 400), np.array(anchors))
    rects = [QRectF(*place, 60, 16) for place in places if place is not None]
    assert len(rects) > 5
    for number, rect in enumerate(rects):
        assert QRectF(0, 0, 400, 400).contains(rect)
        assert not any(rect.intersects(other) for other in rects[number + 1 :])
        assert not any(rect.contains(QPointF(*anchor)) for anchor in anchors)


def test_a_forced_name_is_placed_even_without_room_and_stays_in_view() -> None:
    crowd = np.array([[x, y] for x in range(0, 100, 5) for y in range(0, 100, 5)], float)
    [place, other] = marks.place_labels(
        [(95, 50), (50, 50)], [(60.0, 16.0)] * 2, (0, 0, 100, 100), crowd, forced=1
    )
    assert place is not None
    assert 0 <= place[0] <= 40
    assert other is None
