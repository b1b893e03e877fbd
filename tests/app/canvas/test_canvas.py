"""The canvas: clicks, drags, boxes and painting through real mouse events."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt, SignalInstance
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.canvas.canvas import Canvas
from app.canvas.events import (
    BoxDrawn,
    CursorMoved,
    EmptyClicked,
    KeypointContext,
    KeypointDrag,
    KeypointPlaced,
    KeypointSelected,
    KeypointUnseen,
)
from app.canvas.layer import MarkLayer
from gkdt_core.domain import Origin, Visibility
from gkdt_core.geometry import Box
from tests.app.canvas.mouse import LEFT, MIDDLE, NONE, RIGHT, click, double_press, move, press, release, wheel
from tests.app.canvas.shown import FACE, Shown, face, grey


class Heard:
    """Everything that the given signals emitted, in order."""

    def __init__(self, *signals: SignalInstance) -> None:
        self.events: list[Any] = []
        for signal in signals:
            signal.connect(self.events.append)


def _heard(canvas: Canvas) -> Heard:
    return Heard(
        canvas.keypoint_placed,
        canvas.keypoint_unseen,
        canvas.keypoint_drag_started,
        canvas.keypoint_drag_moved,
        canvas.keypoint_drag_finished,
        canvas.keypoint_drag_cancelled,
        canvas.keypoint_selected,
        canvas.keypoint_context,
        canvas.empty_clicked,
        canvas.empty_context,
        canvas.box_drawn,
    )


def _picture(canvas: Canvas) -> QImage:
    return canvas.viewport().grab().toImage()


def _changed(before: QImage, after: QImage, tolerance: int = 0) -> QRect:
    """The smallest rectangle with every pixel that differs by more than `tolerance` of 255."""
    first, second = (
        np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(int)
        for image in (before, after)
    )
    rows, columns = np.nonzero((abs(first - second) > tolerance).any(axis=-1))
    if len(rows) == 0:
        return QRect()
    return QRect(int(columns.min()), int(rows.min()), int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1)


# --- placing -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("zoom", [1.0, 0.37, 5.3])
def test_a_click_places_the_wanted_keypoint_exactly_there(canvas: Canvas, zoom: float) -> None:
    heard = _heard(canvas)
    canvas.zoom_by(zoom, QPointF(120.5, 99))
    canvas.set_placing("nose", 2, 5)
    wanted = (97.31, 81.77)
    click(canvas, canvas.image_to_view(wanted))
    [placed] = heard.events
    assert isinstance(placed, KeypointPlaced)
    assert placed.index == 2
    assert placed.xy == pytest.approx(wanted, abs=0.01)


def test_a_click_through_the_test_library_places_too(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.set_placing("nose", 2, 5)
    at = canvas.image_to_view((50, 50)).toPoint()
    with qtbot.waitSignal(canvas.keypoint_placed) as caught:
        qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert caught.args[0].xy == pytest.approx(canvas.view_to_image(QPointF(at)), abs=0.01)


def test_a_press_may_be_moved_before_it_places(canvas: Canvas) -> None:
    heard = _heard(canvas)
    canvas.set_placing("nose", 2, 5)
    press(canvas, canvas.image_to_view((50, 50)))
    move(canvas, canvas.image_to_view((60.25, 55.5)))
    release(canvas, canvas.image_to_view((60.25, 55.5)))
    assert [event.xy for event in heard.events] == [pytest.approx((60.25, 55.5), abs=1e-6)]


def test_two_quick_clicks_place_two_keypoints(canvas: Canvas) -> None:
    heard = _heard(canvas)
    canvas.set_placing("nose", 2, 5)
    at = canvas.image_to_view((50, 50))
    click(canvas, at)
    double_press(canvas, at)
    release(canvas, at)
    assert [type(event) for event in heard.events] == [KeypointPlaced, KeypointPlaced]


def test_a_right_click_while_placing_says_it_cannot_be_seen(canvas: Canvas) -> None:
    heard = _heard(canvas)
    canvas.set_placing("tail", 4, 5)
    click(canvas, canvas.image_to_view((20, 20)), RIGHT)
    assert heard.events == [KeypointUnseen(4)]


def test_outside_the_image_nothing_is_placed(canvas: Canvas) -> None:
    heard = _heard(canvas)
    canvas.set_placing("nose", 2, 5)
    click(canvas, canvas.image_to_view((-8, 40)))
    assert not any(isinstance(event, KeypointPlaced) for event in heard.events)


def test_while_placing_a_ring_can_be_selected_and_with_shift_be_placed_upon(canvas: Canvas) -> None:
    canvas.set_instances([face()], 1, None)
    heard = _heard(canvas)
    canvas.set_placing("right ear", 4, 5)
    nose = canvas.image_to_view((100, 90))
    click(canvas, nose)
    assert heard.events == [KeypointSelected(1, 2)]
    click(canvas, nose, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(heard.events[-1], KeypointPlaced)
    assert heard.events[-1].xy == pytest.approx((100, 90), abs=0.01)


def test_while_placing_the_hint_is_on_screen_and_spoken(canvas: Canvas) -> None:
    before = _picture(canvas)
    canvas.set_placing("left eye", 2, 8)
    changed = _changed(before, _picture(canvas))
    assert changed.top() < 40
    assert 150 < changed.width() < 640
    assert "left eye (3 of 8)" in canvas.accessibleDescription()
    canvas.set_placing(None)
    assert _changed(before, _picture(canvas)).isEmpty()


# --- selecting and dragging ----------------------------------------------------------------------------


def test_a_click_on_a_ring_selects_it_and_moves_nothing(canvas: Canvas) -> None:
    canvas.set_instances([face(7)])
    heard = _heard(canvas)
    at = canvas.image_to_view((80, 60)) + QPointF(4, -3)
    press(canvas, at)
    move(canvas, at + QPointF(1.5, 1))
    release(canvas, at + QPointF(1.5, 1))
    assert heard.events == [KeypointSelected(7, 0)]
    assert canvas.selected() == (7, 0)


def test_a_drag_tells_start_moves_and_end_and_keeps_the_grab_offset(canvas: Canvas) -> None:
    canvas.set_instances([face(7)])
    heard = _heard(canvas)
    grab = QPointF(3, 2)
    press(canvas, canvas.image_to_view((80, 60)) + grab)
    move(canvas, canvas.image_to_view((85, 62)) + grab)
    move(canvas, canvas.image_to_view((91.25, 65.5)) + grab)
    release(canvas, canvas.image_to_view((91.25, 65.5)) + grab)
    selected, started, *moved, finished = heard.events
    assert isinstance(selected, KeypointSelected)
    assert started == KeypointDrag(7, 0, (80, 60), (80, 60), started.drag_id)
    assert [event.xy for event in moved] == [
        pytest.approx((85, 62), abs=0.01),
        pytest.approx((91.25, 65.5), abs=0.01),
    ]
    assert finished.xy == pytest.approx((91.25, 65.5), abs=0.01)
    assert finished.before == (80, 60)
    assert {event.drag_id for event in heard.events[1:]} == {started.drag_id}


def test_two_drags_have_different_numbers(canvas: Canvas) -> None:
    canvas.set_instances([face(7)])
    heard = Heard(canvas.keypoint_drag_finished)
    for step in (20, -20):
        at = canvas.image_to_view((80, 60))
        press(canvas, at)
        move(canvas, at + QPointF(step, 0))
        release(canvas, at + QPointF(step, 0))
        canvas.set_instances([face(7)])
    assert heard.events[0].drag_id != heard.events[1].drag_id


def test_a_point_dragged_out_of_the_image_stops_at_its_edge(canvas: Canvas) -> None:
    canvas.set_instances([face()])
    heard = Heard(canvas.keypoint_drag_finished)
    press(canvas, canvas.image_to_view((60, 70)))
    move(canvas, canvas.image_to_view((-40, 500)))
    release(canvas, canvas.image_to_view((-40, 500)))
    assert heard.events[0].xy == (0, 160)


def test_zooming_during_a_drag_keeps_the_point_with_the_mouse_and_in_its_place(canvas: Canvas) -> None:
    canvas.set_instances([face()])
    heard = Heard(canvas.keypoint_drag_moved, canvas.keypoint_drag_finished)
    grab = QPointF(-4, 3)
    press(canvas, canvas.image_to_view((80, 60)) + grab)
    at = canvas.image_to_view((90, 75)) + grab
    move(canvas, at)
    for notches in (2, 3, -1):
        wheel(canvas, at, notches)
        ring = canvas.image_to_view(heard.events[-1].xy)
        assert (ring.x() - at.x(), ring.y() - at.y()) == pytest.approx((4, -3), abs=0.01)
    release(canvas, at)
    assert heard.events[-1].xy == pytest.approx((90, 75), abs=0.01)


def test_the_store_may_answer_during_the_drag(canvas: Canvas) -> None:
    shown = face(3)
    canvas.set_instances([face(1, shift=(30, 40)), shown], 3, 0)

    def answer(event: KeypointDrag) -> None:
        moved = Shown(3, shown.instance.moved(event.index, event.xy))
        canvas.set_instances([moved, face(9)], 3, 0)  # in another place of the list, with a new neighbour

    canvas.keypoint_drag_moved.connect(answer)
    heard = Heard(canvas.keypoint_drag_finished)
    at = canvas.image_to_view((80, 60))
    press(canvas, at)
    for step in range(5, 30, 5):
        move(canvas, at + QPointF(step, step))
    release(canvas, at + QPointF(25, 25))
    [finished] = heard.events
    assert (finished.instance_id, finished.index) == (3, 0)
    assert finished.xy == pytest.approx(canvas.view_to_image(at + QPointF(25, 25)), abs=0.01)


def test_an_instance_that_goes_away_ends_its_drag(canvas: Canvas) -> None:
    canvas.set_instances([face(3)])
    heard = Heard(canvas.keypoint_drag_finished, canvas.keypoint_drag_cancelled)
    at = canvas.image_to_view((80, 60))
    press(canvas, at)
    move(canvas, at + QPointF(20, 0))
    canvas.set_instances([])
    move(canvas, at + QPointF(30, 0))
    release(canvas, at + QPointF(30, 0))
    assert heard.events == []


def test_escape_takes_a_drag_back(canvas: Canvas) -> None:
    canvas.set_instances([face(3)])
    heard = Heard(canvas.keypoint_drag_finished, canvas.keypoint_drag_cancelled)
    at = canvas.image_to_view((80, 60))
    press(canvas, at)
    move(canvas, at + QPointF(20, 0))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    release(canvas, at + QPointF(20, 0))
    [cancelled] = heard.events
    assert cancelled.xy == cancelled.before == (80, 60)
    assert not canvas.cancel()


def test_of_two_points_on_one_place_the_selected_one_is_grabbed(canvas: Canvas) -> None:
    canvas.set_instances([face(1), face(2)], 2, 0)
    heard = Heard(canvas.keypoint_selected)
    click(canvas, canvas.image_to_view((80, 60)))
    canvas.set_instances([face(1), face(2)], 1, 0)
    click(canvas, canvas.image_to_view((80, 60)))
    assert [event.instance_id for event in heard.events] == [2, 1]


def test_a_right_click_on_a_ring_asks_for_its_menu(canvas: Canvas) -> None:
    canvas.set_instances([face(7)])
    heard = _heard(canvas)
    at = canvas.image_to_view((120, 60))
    click(canvas, at, RIGHT)
    where = canvas.viewport().mapToGlobal(at).toPoint()
    assert heard.events == [KeypointContext(7, 1, (where.x(), where.y()))]


def test_a_hidden_or_unlabelled_keypoint_is_not_there(canvas: Canvas) -> None:
    canvas.set_instances([face(7)])
    canvas.set_hidden_keypoints({FACE.name: frozenset({0})})
    heard = _heard(canvas)
    click(canvas, canvas.image_to_view((80, 60)))
    canvas.set_hidden_keypoints({})
    canvas.set_marks_hidden(True)
    click(canvas, canvas.image_to_view((80, 60)))
    canvas.set_marks_hidden(False)
    click(canvas, canvas.image_to_view((80, 60)))
    assert [type(event) for event in heard.events] == [EmptyClicked, EmptyClicked, KeypointSelected]


def test_a_click_elsewhere_names_the_smallest_instance_around(canvas: Canvas) -> None:
    canvas.set_instances([face(1, box=Box(0, 0, 199, 159)), face(2, box=Box(10, 10, 60, 60))])
    heard = _heard(canvas)
    for xy in ((30, 30), (180, 150)):
        click(canvas, canvas.image_to_view(xy))
    click(canvas, canvas.image_to_view((30, 30)), RIGHT)
    assert [event.instance_id for event in heard.events] == [2, 1, 2]
    assert heard.events[0].xy == pytest.approx((30, 30), abs=0.01)


def test_a_left_drag_from_an_empty_place_pans_and_clicks_nothing(canvas: Canvas) -> None:
    heard = _heard(canvas)
    before = canvas.image_to_view((100, 80))
    press(canvas, QPointF(300, 200))
    move(canvas, QPointF(320, 210))
    move(canvas, QPointF(340, 220))
    release(canvas, QPointF(340, 220))
    after = canvas.image_to_view((100, 80))
    assert (after.x() - before.x(), after.y() - before.y()) == pytest.approx((40, 20))
    assert heard.events == []


def test_a_second_button_during_a_drag_changes_nothing(canvas: Canvas) -> None:
    canvas.set_instances([face(3)])
    heard = Heard(canvas.keypoint_drag_finished, canvas.keypoint_context, canvas.empty_context)
    at = canvas.image_to_view((80, 60))
    press(canvas, at)
    move(canvas, at + QPointF(20, 0))
    click(canvas, at + QPointF(20, 0), RIGHT)
    click(canvas, at + QPointF(20, 0), MIDDLE)
    move(canvas, at + QPointF(30, 0))
    release(canvas, at + QPointF(30, 0))
    assert [type(event) for event in heard.events] == [KeypointDrag]


# --- boxes ---------------------------------------------------------------------------------------------


def test_a_box_is_drawn_from_any_corner_and_clipped_to_the_image(canvas: Canvas) -> None:
    heard = _heard(canvas)
    canvas.set_box_mode(True)
    press(canvas, canvas.image_to_view((150, 120)))
    move(canvas, canvas.image_to_view((50, 40)))
    release(canvas, canvas.image_to_view((-30, 20.5)))
    [drawn] = heard.events
    assert isinstance(drawn, BoxDrawn)
    assert drawn.box.as_xyxy() == pytest.approx((0, 20.5, 150, 120), abs=0.01)


def test_a_click_in_box_mode_draws_nothing(canvas: Canvas) -> None:
    heard = _heard(canvas)
    canvas.set_box_mode(True)
    click(canvas, canvas.image_to_view((50, 50)))
    assert heard.events == []


def test_escape_gives_up_a_box(canvas: Canvas) -> None:
    heard = _heard(canvas)
    canvas.set_box_mode(True)
    press(canvas, canvas.image_to_view((50, 50)))
    move(canvas, canvas.image_to_view((100, 100)))
    assert canvas.cancel()
    release(canvas, canvas.image_to_view((100, 100)))
    assert heard.events == []


# --- what the cursor tells -----------------------------------------------------------------------------


def test_the_cursor_tells_place_pixel_and_keypoint(canvas: Canvas) -> None:
    image = grey()
    image[60, 80] = (1, 2, 3)
    canvas.set_image(image)
    canvas.set_instances([face(7)])
    heard = Heard(canvas.cursor_moved)
    move(canvas, canvas.image_to_view((80.5, 60.5)), NONE)
    move(canvas, canvas.image_to_view((200, 160)), NONE)
    move(canvas, canvas.image_to_view((230, 20)), NONE)
    first, corner, outside = heard.events
    assert first.xy == pytest.approx((80.5, 60.5), abs=0.01)
    assert (first.rgb, first.hovered) == ((1, 2, 3), (7, 0))
    assert corner.rgb == (128, 128, 128)
    assert outside == CursorMoved(None, None, None)


def test_arrow_keys_are_left_to_the_window(canvas: Canvas) -> None:
    before = canvas.image_to_view((0, 0))
    canvas.zoom_by(1)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas, event)
    assert not event.isAccepted()
    assert canvas.image_to_view((0, 0)) == before


# --- painting ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("zoom", [0.5, 1.0, 6.0])
def test_a_ring_has_one_size_at_every_zoom_and_its_centre_keeps_the_images_colour(
    canvas: Canvas, zoom: float
) -> None:
    canvas.zoom_by(zoom, canvas.image_to_view((100, 90)))
    before = _picture(canvas)
    canvas.set_show_skeleton(False)
    canvas.set_instances([face()])
    canvas.set_hidden_keypoints({FACE.name: frozenset({0, 1, 3})})
    after = _picture(canvas)
    changed = _changed(before, after)
    assert 11 <= changed.width() <= 13
    assert 11 <= changed.height() <= 13
    centre = canvas.image_to_view((100, 90)).toPoint()
    assert changed.contains(centre)
    assert after.pixelColor(centre).getRgb()[:3] == (128, 128, 128)


def test_hidden_marks_leave_the_bare_image(canvas: Canvas) -> None:
    before = _picture(canvas)
    canvas.set_instances([face(box=Box(30, 30, 150, 130))], 1, 0)
    canvas.set_show_names(True)
    assert not _changed(before, _picture(canvas)).isEmpty()
    canvas.set_marks_hidden(True)
    assert _changed(before, _picture(canvas)).isEmpty()


def test_skeleton_boxes_and_names_can_be_switched(canvas: Canvas) -> None:
    canvas.set_instances([face(box=Box(30, 30, 150, 130))])
    shown = _picture(canvas)
    for switch in (canvas.set_show_skeleton, canvas.set_show_boxes):
        switch(False)
        assert not _changed(shown, _picture(canvas)).isEmpty()
        switch(True)
        assert _changed(shown, _picture(canvas)).isEmpty()
    canvas.set_show_names(True)
    assert not _changed(shown, _picture(canvas)).isEmpty()


def test_the_selected_keypoint_shows_its_name_beside_it(canvas: Canvas) -> None:
    canvas.set_instances([face()], 1, None)
    plain = _picture(canvas)
    canvas.set_instances([face()], 1, 2)
    changed = _changed(plain, _picture(canvas))
    centre = canvas.image_to_view((100, 90)).toPoint()
    assert changed.adjusted(-1, -1, 1, 1).contains(centre)
    assert changed.width() > 35


def test_score_shading_pales_doubtful_model_points(canvas: Canvas) -> None:
    canvas.set_instances([face(origin=Origin.MODEL, score=0.05)])
    shaded = _picture(canvas)
    canvas.set_score_shading(False)
    assert not _changed(shaded, _picture(canvas)).isEmpty()


def test_an_occluded_point_looks_different(canvas: Canvas) -> None:
    canvas.set_instances([face()])
    visible = _picture(canvas)
    canvas.set_instances([face(visibility=Visibility.OCCLUDED)])
    assert not _changed(visible, _picture(canvas)).isEmpty()


def test_a_heatmap_lies_over_its_box_only(canvas: Canvas) -> None:
    before = _picture(canvas)
    canvas.set_heatmap(np.eye(8), Box(40, 40, 80, 80))
    changed = _changed(before, _picture(canvas))
    first, last = canvas.image_to_view((40, 40)).toPoint(), canvas.image_to_view((80, 80)).toPoint()
    assert QRect(first, last).adjusted(-4, -4, 4, 4).contains(changed)
    assert changed.width() > 60
    canvas.set_heatmap(None)
    assert _changed(before, _picture(canvas)).isEmpty()


def test_a_drag_shows_the_loupe_away_from_the_point_and_its_end_removes_it(canvas: Canvas) -> None:
    canvas.set_show_skeleton(False)
    canvas.set_image(np.random.default_rng(0).integers(0, 256, (160, 200, 3), dtype=np.uint8))
    canvas.set_instances([face()], 1, 2)
    at = canvas.image_to_view((100, 90))
    before = _picture(canvas)
    press(canvas, at)
    move(canvas, at + QPointF(4, 0))
    during = _changed(before, _picture(canvas))
    assert during.width() > 130
    assert during.height() > 130
    assert canvas.cancel()
    canvas.set_instances([face()], 1, 2)
    assert _changed(before, _picture(canvas)).isEmpty()


def test_what_a_drag_paints_in_part_equals_painting_all(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.set_image(np.random.default_rng(0).integers(0, 256, (160, 200, 3), dtype=np.uint8))
    canvas.set_instances([face(1), face(2, shift=(20, 25), box=Box(50, 60, 160, 140))], 1, 2)
    at = canvas.image_to_view((100, 90))
    press(canvas, at)
    for step in range(0, 60, 6):
        move(canvas, at + QPointF(step, step / 2))
        qtbot.wait(1)
    partly = canvas.screen().grabWindow(canvas.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    canvas.viewport().update()
    qtbot.wait(1)
    whole = canvas.screen().grabWindow(canvas.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert not whole.isNull()
    # Qt rounds a scaled picture by the corner of what it paints: measured 2 of 255 on this noise.
    assert _changed(partly, whole, tolerance=4).isEmpty()
    release(canvas, at + QPointF(54, 27), LEFT)


def test_a_thousand_instances_are_shown_and_hit(canvas: Canvas) -> None:
    rng = np.random.default_rng(0)
    shown = [face(number, shift=tuple(rng.uniform(-50, 50, 2))) for number in range(1000)]
    canvas.set_instances(shown, 500, 2)
    heard = Heard(canvas.keypoint_selected)
    x, y = shown[500].instance.keypoints[2].tolist()
    click(canvas, canvas.image_to_view((x, y)))
    assert heard.events == [KeypointSelected(500, 2)]
    assert not _picture(canvas).isNull()


def test_a_new_image_takes_the_marks_and_the_drag_with_it(canvas: Canvas) -> None:
    canvas.set_instances([face()], 1, 0)
    heard = Heard(canvas.keypoint_drag_cancelled, canvas.keypoint_drag_finished)
    at = canvas.image_to_view((80, 60))
    press(canvas, at)
    move(canvas, at + QPointF(20, 0))
    canvas.set_image(grey(50, 50))
    release(canvas, at)
    assert [event.before for event in heard.events] == [(80, 60)]
    assert canvas.selected() == (None, None)


def test_marks_that_only_moved_look_as_if_drawn_anew(canvas: Canvas) -> None:
    rng = np.random.default_rng(0)
    shown = [face(number, shift=tuple(rng.uniform(-50, 50, 2))) for number in range(600)]
    canvas.set_instances(shown, 500, 2)
    _picture(canvas)
    middle = QPointF(200, 150)
    press(canvas, middle, MIDDLE)
    for step in ((13, -7), (20, 4), (-9, 11)):
        move(canvas, middle + QPointF(*step), MIDDLE)
        moved = _picture(canvas)
        canvas._layer = MarkLayer()
        assert moved == _picture(canvas)
    release(canvas, middle, MIDDLE)


def test_a_changed_point_is_drawn_anew_among_thousands(canvas: Canvas) -> None:
    shown = [face(number) for number in range(600)]
    canvas.set_instances(shown)
    before = _picture(canvas)
    canvas.set_instances([*shown[:-1], face(599, shift=(40.0, 0.0))])
    assert not _changed(before, _picture(canvas)).isEmpty()


def test_during_a_drag_the_other_names_stay_where_they_are(canvas: Canvas) -> None:
    canvas.set_show_names(True)
    canvas.set_instances([face(1), face(2, shift=(0.0, 40.0))], 1, 2)
    start = canvas.image_to_view((100.0, 90.0))
    press(canvas, start)
    move(canvas, start + QPointF(6, 0))
    _picture(canvas)
    places = canvas._places[1]
    move(canvas, start + QPointF(30, 10))
    _picture(canvas)
    assert canvas._places[1] is places
    assert canvas._gesture.row not in [row for row, _, _ in places]
    release(canvas, start)


def test_ctrl_and_a_drag_asks_for_another_brightness_and_moves_nothing(canvas: Canvas) -> None:
    canvas.set_instances([face()], 1, 0)
    heard, asked = _heard(canvas), Heard(canvas.adjust_dragged)
    at = canvas.image_to_view((80.0, 60.0))
    view = canvas.viewport()
    QTest.mousePress(view, LEFT, Qt.KeyboardModifier.ControlModifier, at.toPoint())
    move(canvas, at + QPointF(0, -30))
    release(canvas, at + QPointF(0, -30))
    assert heard.events == []
    assert sum(event.up for event in asked.events) == pytest.approx(30 / view.height(), abs=0.01)
