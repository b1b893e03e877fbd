"""The doubtful-first queue, the checks panel and the clock, in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QTabWidget

from app.actions import ActionId
from app.controllers.checking import pace_words
from app.controllers.display import doubt_words
from app.controllers.review import DoubtfulPoint
from app.controllers.work_clock import IDLE_S
from app.object_names import Name
from app.project.records import PredictedInstance
from app.project.work_records import Disagreement, Pace
from gkdt_core.domain import ImageState, Instance, Origin
from gkdt_core.geometry import Box
from gkdt_core.review.checks import Check
from gkdt_core.review.doubt import Reason
from tests.app.window import HORSE, WAIT_MS, Person, make_images, open_window

COUNT = 12


@pytest.fixture
def person(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    someone = open_window(qtbot, tmp_path / "home")
    make_images(tmp_path / "images", COUNT)
    someone.open_folder(tmp_path / "images")
    someone.window.prompting.add_category(HORSE)
    someone.settle()
    yield someone
    someone.close()


def pose(seed: int, *, score: float | None = None) -> Instance:
    """A face of eyes and nose, a little different each time; the model's with a score."""
    points = np.array([(180.0, 60.0), (120.0, 62.0), (150.0, 120.0)])
    points += np.random.default_rng(seed).normal(0, 1.5, (3, 2))
    said = np.full(3, np.nan if score is None else score)
    origin = Origin.HUMAN if score is None else Origin.MODEL
    box = Box(100.0, 40.0, 200.0, 140.0)
    return Instance(HORSE, points, np.full(3, 2), said, said, np.full(3, origin), box)


def fill(person: Person, *, accepted: int = 8) -> list[int]:
    """Accepted images of a person, then predicted ones; the ids of the predicted."""
    store = person.window.store
    (category,) = store.categories()
    ids = store.image_ids()
    with store.one_step("Fill"):
        for seed, image_id in enumerate(ids[:accepted]):
            store.add_instance(image_id, pose(seed), category.id)
        store.set_states(ids[:accepted], ImageState.REVIEWED)
        for seed, image_id in enumerate(ids[accepted:]):
            item = PredictedInstance(image_id, category.id, None, pose(50 + seed, score=0.9 - 0.1 * seed))
            store.apply_predictions([item])
    return ids[accepted:]


def look(person: Person) -> None:
    """Have the project looked through now."""
    review = person.window.review
    person.qtbot.waitUntil(lambda: review._task is None, timeout=WAIT_MS)
    review.refresh()
    person.qtbot.waitUntil(lambda: review._task is None, timeout=WAIT_MS)
    person.settle()


def test_space_goes_by_doubt_and_not_by_the_score_alone(person: Person) -> None:
    waiting = fill(person)  # scores 0.9, 0.8, 0.7, 0.6
    store = person.window.store
    (first,) = store.instances(waiting[0])
    far = first.instance.moved(2, (215.0, 20.0), Origin.MODEL)
    far = far.with_keypoint(2, (215.0, 20.0), 2, Origin.MODEL, 0.9, 0.9)  # certain, and where no nose is
    store.put_instance(first.id, far, human=False)
    look(person)
    assert person.window.review.queue() == [waiting[0], *reversed(waiting[1:])]
    person.do(ActionId.NEXT_DOUBTFUL)
    now = person.window.selection.now
    assert (now.image_id, now.instance_id, now.keypoint) == (waiting[0], first.id, 2)
    doubt = person.window.navigation.doubt()
    assert doubt is not None
    assert doubt.reason is Reason.UNUSUAL
    person.settle()
    assert "far from its usual place" in person.window.status_line.position.text()


def test_what_is_accepted_leaves_the_queue_at_once_and_comes_back_to_its_place(person: Person) -> None:
    waiting = fill(person)
    store, review = person.window.store, person.window.review
    before_looking = review.queue()
    look(person)
    assert review.queue() == before_looking == waiting[::-1]
    store.set_states([waiting[2]], ImageState.REVIEWED)
    assert review.queue() == [waiting[3], waiting[1], waiting[0]]
    review.refresh()  # what has changed is known while the next look is under way, too
    assert review.queue() == [waiting[3], waiting[1], waiting[0]]
    person.do(ActionId.UNDO)
    assert review.queue() == waiting[::-1]
    look(person)
    store.remove_images([waiting[1]])
    assert review.queue() == [waiting[3], waiting[2], waiting[0]]


def test_words_and_clicks_that_disagree_make_a_point_doubtful(person: Person) -> None:
    waiting = fill(person)
    store = person.window.store
    (second,) = store.instances(waiting[1])
    x, y = map(float, second.instance.keypoints[1])
    store.work.set_disagreements({second.id: (Disagreement(1, (x, y), 0.5),)})
    look(person)
    person.do(ActionId.NEXT_DOUBTFUL)
    now = person.window.selection.now
    assert (now.image_id, now.keypoint) == (waiting[1], 1)


def test_space_begins_with_the_most_doubtful_wherever_one_is_and_goes_on_from_where_it_brought_one(
    person: Person,
) -> None:
    waiting = fill(person)  # scores 0.9, 0.8, 0.7, 0.6
    look(person)
    navigation, selection = person.window.navigation, person.window.selection
    navigation.show(waiting[1])  # in the queue, but nobody came by Space
    person.do(ActionId.NEXT_DOUBTFUL)
    assert selection.now.image_id == waiting[3]
    person.do(ActionId.NEXT_DOUBTFUL)
    assert selection.now.image_id == waiting[2]
    person.do(ActionId.REJECT)  # it leaves the queue; what was passed by is not offered again
    person.do(ActionId.NEXT_DOUBTFUL)
    assert selection.now.image_id == waiting[1]
    navigation.step(-1)
    person.do(ActionId.NEXT_DOUBTFUL)
    assert selection.now.image_id == waiting[3]
    assert selection.now.keypoint is not None


def test_space_on_the_most_doubtful_image_itself_stays_there_and_selects_its_point(person: Person) -> None:
    waiting = fill(person)
    look(person)
    person.window.navigation.show(waiting[3])
    person.window.selection.set_keypoint(None)
    person.do(ActionId.NEXT_DOUBTFUL)
    now = person.window.selection.now
    assert now.image_id == waiting[3]
    assert now.keypoint is not None


@pytest.mark.parametrize(
    ("score", "words"), [(0.2, "doubtful: low score"), (0.85, "the lowest score that is left")]
)
def test_a_score_is_called_low_only_where_the_point_is_likelier_wrong_than_right(
    score: float, words: str
) -> None:
    assert doubt_words(DoubtfulPoint(1 - score, 1, 0, Reason.SCORE)) == words


def test_before_anything_has_been_looked_through_the_lowest_score_comes_first(person: Person) -> None:
    waiting = fill(person)
    assert person.window.review.queue() == list(reversed(waiting))


def test_shift_enter_accepts_and_goes_to_the_next_doubtful(person: Person) -> None:
    waiting = fill(person)
    look(person)
    person.do(ActionId.NEXT_DOUBTFUL)
    person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    store = person.window.store
    assert store.image(waiting[-1]).state is ImageState.REVIEWED
    assert person.window.selection.now.image_id == waiting[-2]
    assert person.window.selection.now.keypoint is not None


def test_a_finding_is_listed_and_a_click_goes_there(person: Person) -> None:
    fill(person)
    store = person.window.store
    image_id = store.image_ids()[3]
    (stored,) = store.instances(image_id)
    order = [1, 0, 2]
    swapped = Instance(
        HORSE,
        stored.instance.keypoints[order],
        stored.instance.visibility,
        stored.instance.scores,
        stored.instance.peaks,
        stored.instance.origins,
        stored.instance.box,
    )
    store.put_instance(stored.id, swapped, human=False)
    look(person)
    panel = person.window.checks_panel
    person.do(ActionId.SHOW_CHECKS)
    assert panel.isVisible()
    found = [one for one in panel.model.findings if one.check is Check.SWAPPED_SIDES]
    assert [one.image_id for one in found] == [image_id]
    row = panel.model.findings.index(found[0])
    spot = panel.view.visualRect(panel.model.index(row)).center()
    person.qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    now = person.window.selection.now
    assert (now.image_id, now.instance_id) == (image_id, stored.id)


def test_the_same_key_goes_back_to_the_list_of_images_not_into_its_search(person: Person) -> None:
    fill(person)
    person.do(ActionId.SHOW_CHECKS)
    person.do(ActionId.SHOW_CHECKS)
    panel = person.window.media_panel
    assert panel.isVisible()
    assert person.window.focusWidget() is panel.view


def test_a_click_on_the_tab_of_the_images_leaves_the_keys_to_the_list_not_to_its_search(
    person: Person,
) -> None:
    fill(person)
    person.do(ActionId.SHOW_CHECKS)
    panel, checks = person.window.media_panel, person.window.checks_panel
    checks.findChild(QCheckBox).setFocus()
    assert checks.isAncestorOf(person.window.focusWidget())
    tabs = person.window.findChild(QTabWidget, Name.LEFT_TABS).tabBar()
    person.qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(0).center())
    assert panel.isVisible()
    assert person.window.focusWidget() is panel.view


def test_a_finding_can_be_ignored_and_undo_tells_it_again(person: Person) -> None:
    fill(person)
    store = person.window.store
    (category,) = store.categories()
    outside = pose(99).moved(2, (900.0, 120.0))
    store.set_image_sizes({store.image_ids()[0]: (240, 320)})
    (stored,) = store.instances(store.image_ids()[0])
    store.put_instance(stored.id, outside, human=False)
    look(person)
    panel = person.window.checks_panel
    assert category.id
    mine = [row for row, one in enumerate(panel.model.findings) if one.check is Check.OUTSIDE_IMAGE]
    assert len(mine) == 1
    before = len(panel.model.findings)
    panel.view.setCurrentIndex(panel.model.index(mine[0]))
    person.window.findChild(QPushButton, Name.CHECKS_IGNORE).click()
    assert len(panel.model.findings) == before - 1
    panel.ignored.setChecked(True)
    assert [one.check for one in panel.model.findings] == [Check.OUTSIDE_IMAGE]
    panel.ignored.setChecked(False)
    person.do(ActionId.UNDO)
    assert len(panel.model.findings) == before


def test_an_edit_is_noticed_without_being_asked(person: Person) -> None:
    fill(person)
    store = person.window.store
    (stored,) = store.instances(store.image_ids()[0])
    same = stored.instance.moved(1, tuple(map(float, stored.instance.keypoints[2])))
    store.put_instance(stored.id, same, human=False)
    person.qtbot.waitUntil(
        lambda: any(one.check is Check.DUPLICATE_POINT for one in person.window.review.findings()),
        timeout=WAIT_MS,
    )


class Watch:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_time_counts_while_a_person_works_and_pauses_count_little(person: Person) -> None:
    store, window = person.window.store, person.window
    watch, clock = Watch(), window.work_clock
    clock.use_clock(watch)
    first, second, *_ = store.image_ids()
    window.navigation.show(second)
    for step in (2.0, 3.0, 5_000.0, 1.0):
        watch.now += step
        clock.touch()
    window.navigation.show(first)
    assert store.work.spent(reviewed_only=False)[second].seconds == pytest.approx(6.0 + IDLE_S)
    assert not store.work.spent(reviewed_only=False)[second].assisted


def test_help_of_the_model_is_counted_apart(person: Person) -> None:
    waiting = fill(person)
    store, window = person.window.store, person.window
    watch, clock = Watch(), window.work_clock
    clock.use_clock(watch)
    window.navigation.show(waiting[0])
    watch.now += 4.0
    clock.touch()
    store.set_states([waiting[0]], ImageState.REVIEWED)
    window.navigation.show(waiting[1])
    look(person)
    pace = window.review.pace
    assert (pace.by_hand, pace.hand_count) == (None, 0)
    assert (pace.assisted, pace.assisted_count) == (pytest.approx(4.0), 1)


def test_looking_at_accepted_images_counts_nothing(person: Person) -> None:
    fill(person)
    store, window = person.window.store, person.window
    watch, clock = Watch(), window.work_clock
    clock.use_clock(watch)
    window.navigation.show(store.image_ids()[2])
    watch.now += 4.0
    clock.touch()
    clock.flush()
    assert store.image_ids()[2] not in store.work.spent(reviewed_only=False)


def test_the_pace_is_told_in_words() -> None:
    assert pace_words(Pace(None, 0, None, 0)) == ""
    words = pace_words(Pace(41.2, 12, 200.0, 1))
    assert "by hand 41 s (12 images)" in words
    assert "with the model 3 min 20 s (1 image)" in words
