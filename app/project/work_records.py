"""What a project remembers beside its annotations: unfinished batches, time spent, where words and clicks
differ.

None of it is part of the undo history: undoing an edit does not give back the time that it took.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.project.database import ProjectDatabase


@dataclass(frozen=True, slots=True)
class JobItem:
    """One region of a batch.

    Attributes:
        position: Its place in the batch.
        image_id: The image.
        instance_id: The instance that takes the points; None for a new one.
        reason: Why it failed; "" while it is still to do.
    """

    position: int
    image_id: int
    instance_id: int | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StoredJob:
    """A batch that has not come to its end.

    Attributes:
        id: Number in the project, never given again.
        category_id: What is looked for.
        total: Regions that it began with.
        waiting: Regions still to do, in order.
        failed: Regions that could not be done.
    """

    id: int
    category_id: int
    total: int
    waiting: tuple[JobItem, ...]
    failed: tuple[JobItem, ...]


@dataclass(frozen=True, slots=True)
class JobCount:
    """How far a batch is that has not come to its end.

    Attributes:
        id: Number in the project, never given again.
        category_id: What is looked for.
        total: Regions that it began with.
        left: Regions still to do.
        failed: Regions that could not be done.
    """

    id: int
    category_id: int
    total: int
    left: int
    failed: int


@dataclass(frozen=True, slots=True)
class Spent:
    """How long people have worked on an image.

    Attributes:
        seconds: Active time, pauses left out.
        assisted: Whether the model had placed points in it while they did.
    """

    seconds: float
    assisted: bool


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds for each accepted image.

    Attributes:
        by_hand, assisted: Medians; None without any such image.
        hand_count, assisted_count: Images.
    """

    by_hand: float | None = None
    hand_count: int = 0
    assisted: float | None = None
    assisted_count: int = 0


def pace_of(spent: Iterable[Spent]) -> Pace:
    """How long people need for an image, by hand and with the model's help."""
    times: dict[bool, list[float]] = {False: [], True: []}
    for one in spent:
        times[one.assisted].append(one.seconds)
    hand, assisted = (statistics.median(times[kind]) if times[kind] else None for kind in (False, True))
    return Pace(hand, len(times[False]), assisted, len(times[True]))


def read_pace(path: Path) -> Pace:
    """The pace of the accepted images of a project file; in any thread."""
    database = ProjectDatabase.snapshot(path)
    try:
        return pace_of(WorkRecords(database).spent().values())
    finally:
        database.close()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """How far apart words alone and clicked points alone see one keypoint.

    Attributes:
        number: The keypoint.
        xy: Where the prediction is that this belongs to; it says nothing about a point elsewhere.
        share: Distance of the two peaks, as a part of the longer side of the region looked at.
    """

    number: int
    xy: tuple[float, float]
    share: float


class WorkRecords:
    """Reads and writes these tables of an open project."""

    def __init__(self, database: ProjectDatabase) -> None:
        self._database = database

    # batches

    def begin_job(self, category_id: int, total: int) -> int:
        """Remembers a batch of `total` regions, which `extend_job` tells by portions: very many of them at
        once would keep the window waiting. Returns its number. Others that are paused stay; what failed in
        those that have come to their end is forgotten."""
        database = self._database
        with database.transaction():
            ended = "NOT IN (SELECT job_id FROM job_item WHERE reason IS NULL)"
            database.query(f"DELETE FROM job_item WHERE job_id {ended}")
            database.query(f"DELETE FROM job WHERE id {ended}")
            number = database.next_id("job")
            row = (number, category_id, total, time.time())
            database.write_many("INSERT INTO job (id, category_id, total, begun) VALUES (?, ?, ?, ?)", [row])
        return number

    def extend_job(self, job_id: int, first: int, regions: Sequence[tuple[int, int | None]]) -> None:
        """Adds regions, (image, instance or None), to a batch; `first` is the place of the first of them."""
        self._database.write_many(
            "INSERT INTO job_item (job_id, position, image_id, instance_id) VALUES (?, ?, ?, ?)",
            [(job_id, place, image_id, one) for place, (image_id, one) in enumerate(regions, first)],
        )

    def jobs(self) -> tuple[JobCount, ...]:
        """The batches that are unfinished or have failures nobody has dealt with, the newest first."""
        rows = self._database.query(
            """SELECT j.id, j.category_id, j.total, sum(i.reason IS NULL), count(i.reason)
               FROM job j JOIN job_item i ON i.job_id = j.id GROUP BY j.id ORDER BY j.id DESC"""
        )
        return tuple(JobCount(*row) for row in rows)

    def job(self, number: int | None = None) -> StoredJob | None:
        """A batch with its regions; the newest without a number."""
        rows = self._database.query(
            """SELECT id, category_id, total FROM job WHERE ?1 IS NULL OR id = ?1
               ORDER BY id DESC LIMIT 1""",
            (number,),
        )
        if not rows:
            return None
        number, category_id, total = rows[0]
        items = [
            JobItem(position, image_id, instance_id, "" if reason is None else str(reason))
            for position, image_id, instance_id, reason in self._database.query(
                """SELECT position, image_id, instance_id, reason FROM job_item
                   WHERE job_id = ? ORDER BY position""",
                (number,),
            )
        ]
        waiting = tuple(item for item in items if not item.reason)
        return StoredJob(number, category_id, total, waiting, tuple(item for item in items if item.reason))

    def failures(self) -> tuple[JobItem, ...]:
        """What could not be done, of all batches in their order."""
        rows = self._database.query(
            """SELECT position, image_id, instance_id, reason FROM job_item
               WHERE reason IS NOT NULL ORDER BY job_id, position"""
        )
        return tuple(JobItem(place, image_id, one, str(reason)) for place, image_id, one, reason in rows)

    def settle(self, job_id: int, done: Iterable[int], failed: Mapping[int, str]) -> None:
        """Takes `done` positions off a batch, and notes why others failed."""
        database = self._database
        with database.transaction():
            database.write_many(
                "DELETE FROM job_item WHERE job_id = ? AND position = ?", [(job_id, place) for place in done]
            )
            database.write_many(
                "UPDATE job_item SET reason = ? WHERE job_id = ? AND position = ?",
                [(reason or "?", job_id, place) for place, reason in failed.items()],
            )

    def retry(self, job_id: int) -> None:
        """The failures of a batch are to be done once more."""
        self._database.write_many("UPDATE job_item SET reason = NULL WHERE job_id = ?", [(job_id,)])

    def forget_waiting(self, job_id: int) -> None:
        """What is left of a batch is not to be done; what failed stays known."""
        self._database.write_many("DELETE FROM job_item WHERE job_id = ? AND reason IS NULL", [(job_id,)])

    def forget_failures(self) -> None:
        """What failed is not to be done once more, and nobody asks for it."""
        self._database.query("DELETE FROM job_item WHERE reason IS NOT NULL")

    def forget_job(self, job_id: int) -> None:
        """A batch is no longer unfinished, and nothing of it failed."""
        with self._database.transaction():
            self._database.query("DELETE FROM job_item WHERE job_id = ?", (job_id,))
            self._database.query("DELETE FROM job WHERE id = ?", (job_id,))

    # time

    def add_time(self, image_id: int, seconds: float, *, assisted: bool) -> None:
        """Adds active seconds on an image; once assisted, it stays so."""
        self._database.write_many(
            """INSERT INTO work_time (image_id, seconds, assisted) VALUES (?, ?, ?)
               ON CONFLICT (image_id) DO UPDATE SET seconds = seconds + excluded.seconds,
                   assisted = max(assisted, excluded.assisted)""",
            [(image_id, float(seconds), int(assisted))],
        )

    def spent(self, *, reviewed_only: bool = True) -> dict[int, Spent]:
        """How long people worked on each image, of those that are reviewed."""
        where = "WHERE m.state = 'reviewed'" if reviewed_only else ""
        rows = self._database.query(
            f"""SELECT w.image_id, w.seconds, w.assisted FROM work_time w
                JOIN media m ON m.id = w.image_id {where}"""
        )
        return {number: Spent(float(seconds), bool(assisted)) for number, seconds, assisted in rows}

    # where words and clicks differ

    def set_disagreements(self, found: Mapping[int, Sequence[Disagreement]]) -> None:
        """Notes what was found, by instance; what was known of these instances is forgotten."""
        database = self._database
        with database.transaction():
            database.write_many("DELETE FROM disagreement WHERE instance_id = ?", [(key,) for key in found])
            database.write_many(
                "INSERT INTO disagreement (instance_id, number, x, y, share) VALUES (?, ?, ?, ?, ?)",
                [(key, one.number, *one.xy, one.share) for key, many in found.items() for one in many],
            )

    def disagreements(self, instance_ids: Iterable[int]) -> dict[int, tuple[Disagreement, ...]]:
        """What is known of some instances."""
        found: dict[int, tuple[Disagreement, ...]] = {}
        for instance_id in instance_ids:
            rows = self._database.query(
                "SELECT number, x, y, share FROM disagreement WHERE instance_id = ?", (instance_id,)
            )
            if rows:
                found[instance_id] = tuple(Disagreement(n, (x, y), share) for n, x, y, share in rows)
        return found
