"""Looking over the whole project in the background: likely mistakes, and what to look at first."""

from __future__ import annotations

import heapq
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.controllers.session import Session
from app.jobs import Task
from app.project.database import ProjectDatabase
from app.project.pose_reader import read_poses
from app.project.records import ImageOrder, ImageQuery, ImagesChanged, InstancesChanged, StoredInstance
from app.project.work_records import Disagreement, Pace, read_pace
from gkdt_core.domain import Category, ImageState
from gkdt_core.errors import GkdtError
from gkdt_core.review.checks import Finding, find_all
from gkdt_core.review.doubt import REASONS, Reason, doubts
from gkdt_core.review.poses import PoseSet, PoseStatistics

PREDICTED = frozenset({ImageState.PREDICTED})
QUIET_MS = 1_200
"""After the first of a run of edits, until the project is looked through again."""
SHARE_OF_TIME = 4
"""Looking through a large project takes its time: at most this part of the time goes there."""
ASKED_SINGLY = 200
"""Images that are asked for one by one when the order is older than what they are now."""


@dataclass(frozen=True, slots=True)
class DoubtfulPoint:
    """The model's point in an image that is to be doubted most.

    Attributes:
        doubt: From 0 to 1.
        instance_id: Whose point.
        keypoint: Which.
        reason: What speaks most against it.
    """

    doubt: float
    instance_id: int
    keypoint: int
    reason: Reason


@dataclass(frozen=True, slots=True, eq=False)
class Overview:
    """What looking through a project gave.

    Attributes:
        findings: Likely mistakes, the graver first.
        doubtful: For each image with points of the model the most doubtful one.
        waiting: The images that only the model has placed points in, the most doubtful first; None while
            nobody has looked.
        statistics: How the instances of each category usually look; categories with too few are missing.
        categories: The categories that the statistics are of, by id.
        pace: How long an accepted image took people.
        seconds: How long it took.
    """

    findings: tuple[Finding, ...] = ()
    doubtful: Mapping[int, DoubtfulPoint] = field(default_factory=dict)
    waiting: tuple[int, ...] | None = None
    statistics: Mapping[int, PoseStatistics] = field(default_factory=dict)
    pace: Pace = field(default_factory=Pace)
    seconds: float = 0.0


def look_through(path: Path, task: Task) -> Overview:
    """The overview of a project file as it is on disk; a job."""
    start = time.perf_counter()
    project = read_poses(path, checkpoint=lambda share: task.checkpoint(0.7 * share))
    occupied = project.occupied
    findings: list[Finding] = []
    doubtful: dict[int, DoubtfulPoint] = {}
    statistics = {}
    for category_id, poses in project.by_category.items():
        known = PoseStatistics.of(poses)
        if known is not None:
            statistics[category_id] = known
        findings += find_all(poses, known, project.images, occupied, category_id)
        task.checkpoint(0.9)
        for image_id, point in doubtful_points(poses, known):
            if image_id not in doubtful or doubtful[image_id].doubt < point.doubt:
                doubtful[image_id] = point
    database = ProjectDatabase.snapshot(path)
    try:
        predicted = database.image_ids(ImageQuery(states=PREDICTED))
    finally:
        database.close()
    # without a point of the model there is nothing to doubt
    waiting = sorted(predicted, key=lambda number: -doubtful[number].doubt if number in doubtful else 0.0)
    return Overview(
        tuple(findings), doubtful, tuple(waiting), statistics, read_pace(path), time.perf_counter() - start
    )


def doubtful_points(poses: PoseSet, statistics: PoseStatistics | None) -> Iterable[tuple[int, DoubtfulPoint]]:
    """The most doubtful point of each instance that has any of the model's, with its image."""
    found = doubts(poses, statistics)
    worst, which = found.worst()
    for row in np.flatnonzero(np.isfinite(worst)).tolist():
        keypoint = int(which[row])
        reason = REASONS[found.reasons[row, keypoint]]
        point = DoubtfulPoint(float(worst[row]), int(poses.instance_ids[row]), keypoint, reason)
        yield int(poses.image_ids[row]), point


def poses_of(
    category: Category,
    instances: Iterable[StoredInstance],
    disagreements: Mapping[int, tuple[Disagreement, ...]],
) -> PoseSet:
    """Instances of one category and image as arrays."""
    stored = tuple(instances)
    count, size = len(stored), len(category)
    boxes, apart = np.full((count, 4), np.nan), np.full((count, size), np.nan)
    for row, one in enumerate(stored):
        if one.instance.box is not None:
            boxes[row] = one.instance.box.as_xyxy()
        for known in disagreements.get(one.id, ()):
            if known.number < size and tuple(one.instance.keypoints[known.number]) == known.xy:
                apart[row, known.number] = known.share

    def all_of(name: str, *rest: int) -> np.ndarray:
        return np.array([getattr(one.instance, name) for one in stored]).reshape(count, *rest)

    return PoseSet(
        category,
        np.array([one.id for one in stored], np.int64),
        np.array([one.image_id for one in stored], np.int64),
        np.full((count, 2), np.nan),
        np.zeros(count, np.bool_),
        all_of("keypoints", size, 2),
        all_of("origins", size),
        all_of("scores", size),
        boxes,
        apart,
    )


@dataclass(frozen=True, slots=True)
class Changed:
    """Images that have changed.

    Attributes:
        points: Their instances.
        records: Their states, or something else that is no part of an instance.
    """

    points: set[int] = field(default_factory=set)
    records: set[int] = field(default_factory=set)


class Review(QObject):
    """Keeps the overview fresh, and puts the images that wait for review into their order."""

    changed = Signal()
    """There is a new overview, or another set of findings is ignored."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._store = session, session.store
        self._overview = Overview()
        self._fresh = Changed()
        """What has changed since the project was looked through, or began to be."""
        self._older = Changed()
        """What had before, while it is being looked through."""
        self._task: Task | None = None
        self._path: Path | None = None
        self._is_due = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        store = session.store
        store.instances_changed.connect(self._on_instances)
        store.images_changed.connect(self._on_images)
        store.categories_changed.connect(self._due)
        store.ignored_changed.connect(self.changed)
        store.project_changed.connect(self._on_project_changed)

    # reading

    def findings(self, *, ignored: bool = False) -> tuple[Finding, ...]:
        """Likely mistakes that nobody ignores; with `ignored` those that somebody does."""
        if not self._store.is_open:
            return ()
        keys = self._store.ignored()
        return tuple(one for one in self._overview.findings if (one.key in keys) is ignored)

    @property
    def pace(self) -> Pace:
        """How long an accepted image took people, when the project was looked through last."""
        return self._overview.pace

    @property
    def is_looking(self) -> bool:
        """Whether the findings are being made anew, or soon will be."""
        return self._task is not None or self._timer.isActive()

    def queue(self) -> list[int]:
        """The images that only the model has placed points in, the most doubtful first."""
        # most of the order is known from looking through; what has changed since is put where it belongs
        order, stale = self._overview.waiting, self._fresh.points | self._older.points
        changed = stale | self._fresh.records | self._older.records
        if order is not None and len(changed) <= ASKED_SINGLY:
            others = {number for number in changed if self._is_predicted(number)}
            gone = changed - (others - stale)
            known = [number for number in order if number not in gone]
            others.difference_update([number for number in known if number in others])
        else:
            listed = self._store.image_ids(ImageQuery(states=PREDICTED, order=ImageOrder.SCORE))
            if order is None and len(listed) > ASKED_SINGLY:
                return listed
            ids = set(listed)
            known = [number for number in order or () if number in ids and number not in stale]
            others = ids.difference(known)
        if not others:
            return known
        if len(others) > ASKED_SINGLY:  # those behind in the order of their scores
            by_score = self._store.image_ids(ImageQuery(states=PREDICTED, order=ImageOrder.SCORE))
            listed = [number for number in by_score if number in others]
        else:
            listed = sorted(others)
        fresh = {number: self._doubt_by_score(number) for number in listed[:ASKED_SINGLY]}
        doubtful = self._overview.doubtful
        first = heapq.merge(
            known,
            sorted(fresh, key=lambda number: -fresh[number]),
            key=lambda number: (
                -(fresh[number] if number in fresh else doubtful[number].doubt if number in doubtful else 0.0)
            ),
        )
        return [*first, *listed[ASKED_SINGLY:]]

    def _is_predicted(self, image_id: int) -> bool:
        return self._store.has_image(image_id) and self._store.image(image_id).state in PREDICTED

    def _doubt_by_score(self, image_id: int) -> float:
        score = self._store.image(image_id).score
        return 1.0 - score if np.isfinite(score) else 0.0

    def doubtful_point(self, image_id: int) -> DoubtfulPoint | None:
        """The model's most doubtful point of an image, as it is now."""
        by_category: dict[int, list[StoredInstance]] = {}
        for stored in self._store.instances(image_id):
            by_category.setdefault(stored.category_id, []).append(stored)
        found: DoubtfulPoint | None = None
        for category_id, instances in by_category.items():
            category = instances[0].instance.category
            statistics = self._overview.statistics.get(category_id)
            if statistics is not None and statistics.category.keypoints != category.keypoints:
                statistics = None  # the category has changed since
            known = self._store.work.disagreements([stored.id for stored in instances])
            for _, point in doubtful_points(poses_of(category, instances, known), statistics):
                if found is None or point.doubt > found.doubt:
                    found = point
        return found

    # changing

    def ignore(self, findings: Iterable[Finding], on: bool) -> None:
        """Pass over findings from now on, or tell them again; an undo step."""
        keys = [one.key for one in findings]
        self._session.guarded(lambda: self._store.set_ignored(keys, on))

    # keeping fresh

    @Slot()
    def refresh(self) -> None:
        """Look through the project now, or as soon as the running look has ended."""
        self._timer.stop()
        if not self._store.is_open or self._store.path is None:
            return
        if self._task is not None:
            self._is_due = True
            return
        self._is_due = False
        path = self._path = self._store.path
        self._older = Changed(
            self._older.points | self._fresh.points, self._older.records | self._fresh.records
        )
        self._fresh = Changed()
        # behind folders, imports and exports, which people wait for
        self._task = self._session.jobs.start(lambda task: look_through(path, task), priority=-1)
        self._task.succeeded.connect(self._on_looked)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)
        self.changed.emit()

    @Slot()
    def _due(self) -> None:
        if self._store.is_open and not self._timer.isActive():
            self._timer.start(max(QUIET_MS, round(1000 * SHARE_OF_TIME * self._overview.seconds)))

    @Slot(object)
    def _on_instances(self, change: InstancesChanged) -> None:
        self._fresh.points.add(change.image_id)
        self._due()

    @Slot(object)
    def _on_images(self, change: ImagesChanged) -> None:
        self._fresh.records.update(change.ids)
        self._due()

    @Slot(object)
    def _on_looked(self, overview: Overview) -> None:
        if self._store.path == self._path:
            self._overview = overview
            self._older = Changed()

    @Slot(GkdtError)
    def _on_failed(self, error: GkdtError) -> None:
        if self._store.path == self._path:
            self._session.report(error)

    @Slot()
    def _on_finished(self) -> None:
        self._task = None
        if self._is_due:
            self._due()
        self.changed.emit()

    @Slot()
    def _on_project_changed(self) -> None:
        self._timer.stop()
        self._overview = Overview()
        self._fresh, self._older = Changed(), Changed()
        if self._task is not None:
            self._task.cancel()
            self._is_due = True
        self.changed.emit()
        self._due()
