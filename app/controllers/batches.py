"""Pre-labelling many images: what is chosen, pause and go on, also after a restart, and what failed."""

from __future__ import annotations

import threading
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum, auto
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.actions import ActionId, key_of
from app.controllers.navigation import UNREVIEWED
from app.controllers.prelabel import Prelabelling
from app.controllers.prompting import Prompting
from app.controllers.session import Message, Session
from app.controllers.waiting import WaitingLine
from app.engine_service import BatchChunk, BatchRequest, PromptSpec, Query
from app.error_texts import in_words
from app.i18n import counted, tr
from app.jobs import Task
from app.panels.media_model import MediaModel
from app.project.database import ProjectDatabase
from app.project.records import StoredCategory, WriteFailedError
from app.project.regions import Region, read_regions
from app.project.work_records import JobCount, JobItem, StoredJob, WorkRecords
from gkdt_core.errors import GkdtError, ProjectError

TARGETS_MS = 250
NOTED_AT_ONCE = 2000
"""Regions that the window writes down at once: it must not stand still for long."""
POLL_S = 0.05
BATCH = "batch"
"""The kind of a request for many images."""
SEEN = "failures seen"
"""The fact under which a project remembers the batch whose failures a person has seen."""


class Among(StrEnum):
    """Which images a batch takes, of those that wait for it."""

    LIST = auto()
    """What the filter lets through."""
    SELECTED = auto()
    """The selected rows of the list."""
    PROJECT = auto()


@dataclass(frozen=True, slots=True)
class Failure:
    """An image of a batch that could not be done.

    Attributes:
        image_id: Which.
        name: What it is called.
        reason: Why.
    """

    image_id: int
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class BatchState:
    """How far the batch is.

    Attributes:
        total: Regions it began with.
        left: Regions still to do.
        failed: Regions that could not be done.
        is_running: Whether it is under way; else it waits for somebody to go on with it.
        others: Other batches that are paused.
    """

    total: int
    left: int
    failed: int
    is_running: bool
    others: int = 0


@dataclass(frozen=True, slots=True)
class Portion:
    """Some of a new batch's regions, as (image, instance or None).

    Attributes:
        total: Regions of the whole batch.
        first: Place of the first of these.
        keys: The regions.
    """

    total: int
    first: int
    keys: list[tuple[int, int | None]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch asks the model.

    Attributes:
        queries: The questions, in order.
        places: The place of each in the batch, by image and instance.
        gone: Places whose image or instance is no longer there.
        failed: How many could not be done before, of a batch that goes on.
        paused: What the batch does of others that are paused: by their number and by image, the places in
            them. Such a place is taken off once its image is done.
        replaced: Paused batches of which it does all that is left: it takes their place.
    """

    queries: tuple[Query, ...]
    places: dict[tuple[int, int | None], int]
    gone: list[int]
    failed: int = 0
    paused: Mapping[int, Mapping[int, Sequence[int]]] = field(default_factory=dict)
    replaced: tuple[int, ...] = ()


class _Prepare:
    """The job that asks the project file for the regions, for 100,000 images too long for the window to wait.
    Those of a new batch are handed over in portions, as fast as they are written down."""

    def __init__(self, path: Path, category_id: int, ids: Sequence[int], job_id: int | None) -> None:
        self._path, self._category_id, self._ids, self._job_id = path, category_id, ids, job_id
        self._taken = threading.Semaphore()

    def take_next(self) -> None:
        """The window has written a portion down."""
        self._taken.release()

    def __call__(self, task: Task) -> Generator[Portion, None, Plan]:
        paused, own = self._noted()
        if own is not None:
            wanted = {(item.image_id, item.instance_id): item.position for item in own.waiting}
            ids = list(dict.fromkeys(image_id for image_id, _ in wanted))
            plan = _plan(read_regions(self._path, self._category_id, ids), wanted)
            return _beside(replace(plan, failed=len(own.failed)), paused)
        regions = read_regions(self._path, self._category_id, self._ids)
        keys = [(one.image_id, one.instance_id) for one in regions]
        for first in range(0, len(keys), NOTED_AT_ONCE):
            while not self._taken.acquire(timeout=POLL_S):
                task.checkpoint(first / len(keys))
            task.checkpoint(first / len(keys))
            yield Portion(len(keys), first, keys[first : first + NOTED_AT_ONCE])
        return _beside(_plan(regions, {key: place for place, key in enumerate(keys)}), paused)

    def _noted(self) -> tuple[dict[int, tuple[JobItem, ...]], StoredJob | None]:
        """What is left of the other paused batches of this category, and the batch that goes on."""
        database = ProjectDatabase.snapshot(self._path)
        try:
            work = WorkRecords(database)
            jobs = [work.job(count.id) for count in work.jobs() if count.category_id == self._category_id]
        finally:
            database.close()
        known = {job.id: job for job in jobs if job is not None}
        own = None if self._job_id is None else known.pop(self._job_id, None)
        return {number: job.waiting for number, job in known.items() if job.waiting}, own


def _beside(plan: Plan, paused: Mapping[int, Sequence[JobItem]]) -> Plan:
    """The plan, with what it does of batches that are paused."""
    mine = {query.image_id for query in plan.queries}
    shared: dict[int, dict[int, list[int]]] = {}
    for number, items in paused.items():
        for item in items:
            if item.image_id in mine:
                shared.setdefault(number, {}).setdefault(item.image_id, []).append(item.position)
    covered = [number for number, items in paused.items() if mine.issuperset(one.image_id for one in items)]
    partly = {number: places for number, places in shared.items() if number not in covered}
    return replace(plan, paused=partly, replaced=tuple(covered))


def _plan(regions: Sequence[Region], wanted: dict[tuple[int, int | None], int]) -> Plan:
    by_image: dict[int, list[Region]] = {}
    for one in regions:
        by_image.setdefault(one.image_id, []).append(one)
    chosen = [one for one in regions if (one.image_id, one.instance_id) in wanted]
    found = {(one.image_id, one.instance_id) for one in chosen}
    places, gone = dict(wanted), list[int]()
    for key, place in wanted.items():
        if key in found:
            continue
        mine = by_image.get(key[0], [])
        if key[1] is None and len(mine) == 1:  # it has got an instance since: the answer joins that
            chosen.append(mine[0])
            places[mine[0].image_id, mine[0].instance_id] = place
        else:
            gone.append(place)
    queries = tuple(Query(one.image_id, one.instance_id, one.path, one.box) for one in chosen)
    return Plan(queries, places, gone)


class Batches(QObject):
    """One batch at a time; what is left of it is in the project file, so that nothing forgets it. One that is
    paused stays there while others run, and is offered again after them."""

    targets_changed = Signal(int, int)
    """How many images Ctrl+R would pre-label, and how many of the project wait for it"""
    changed = Signal()
    """The batch began, got on, paused or ended."""
    failures_found = Signal()
    """The batch has come to its end, and some images could not be done."""

    def __init__(
        self,
        session: Session,
        prompting: Prompting,
        prelabel: Prelabelling,
        media: MediaModel,
        line: WaitingLine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._line = line
        self._session, self._prompting, self._prelabel, self._media = session, prompting, prelabel, media
        self._store, self._selection, self._engine = session.store, session.selection, session.engine
        self._selected: tuple[int, ...] = ()
        self._job: JobCount | None = None
        self._others = 0
        self._plan = Plan((), {}, [])
        self._left = self._failed = self._done = 0
        self._task: Task | None = None
        self._pausing = self._is_noting = False
        self._project: Path | None = None
        self._spec: PromptSpec | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TARGETS_MS)
        self._timer.timeout.connect(self._count)
        self._engine.batch_result.connect(self._on_chunk)
        line.changed.connect(self.changed)
        for signal in (session.store.images_changed, session.store.supports_changed, media.modelReset):
            signal.connect(self._timer.start)
        session.store.project_changed.connect(self._on_project_changed)

    # reading

    @property
    def is_running(self) -> bool:
        return self._task is not None

    @property
    def waits(self) -> bool:
        """Whether a batch begins as soon as the model is there."""
        return self._line.waits(BATCH)

    @property
    def state(self) -> BatchState | None:
        """The batch that is under way or unfinished, or has failures nobody has dealt with."""
        if self._job is None:
            return None
        return BatchState(self._job.total, self._left, self._failed, self.is_running, self._others)

    def targets(self, among: Among = Among.LIST) -> list[int]:
        """The images that a batch pre-labels: neither reviewed nor rejected nor prompts.

        Where no image has this category beside another, an image of other categories is not one of its own.
        """
        category = self._selection.category()
        if category is None or not self._store.is_open:
            return []
        todo = self._waiting(category.id)
        ids = self._store.image_ids() if among is Among.PROJECT else self._media.ids
        chosen = set(self._selected) if among is Among.SELECTED else todo
        return [image_id for image_id in ids if image_id in todo and image_id in chosen]

    def _waiting(self, category_id: int) -> set[int]:
        return self._store.waiting_ids(UNREVIEWED, category_id) - self._prompts(category_id)

    def _prompts(self, category_id: int) -> set[int]:
        return {stored.image_id for stored in self._prompting.supports(category_id)}

    @property
    def among(self) -> Among:
        """What Ctrl+R takes: the selected images where several are selected, else the list."""
        return Among.SELECTED if len(self._selected) > 1 else Among.LIST

    def failures(self) -> tuple[Failure, ...]:
        """What batches could not do, with reasons; they stay until the next batch begins, and those of a
        paused one as long as that."""
        found = []
        for item in self._store.work.failures() if self._store.is_open else ():
            try:
                name = self._store.image(item.image_id).name
            except ProjectError:
                continue  # removed from the project since
            found.append(Failure(item.image_id, name, in_words(item.reason)))
        return tuple(found)

    # doing

    @Slot(object)
    def set_selected(self, image_ids: Sequence[int]) -> None:
        """Which rows of the list are selected."""
        self._selected = tuple(image_ids)
        self._timer.start()

    @Slot()
    def run(self) -> None:
        """Pre-label what is selected, or the list."""
        self._run(self.among)

    @Slot()
    def run_project(self) -> None:
        """Pre-label all images of the project that wait for it, whatever the list shows."""
        self._run(Among.PROJECT)

    def _run(self, among: Among) -> None:
        if self.is_running:
            return
        ready = self._prompting.ready()
        if ready is None:
            return
        ids = self.targets(among)
        if not ids:
            self._session.tell(tr("No image is waiting to be pre-labelled."))
            return
        text = counted(
            len(ids),
            "The model is still being loaded: {n} image waits for it.",
            "The model is still being loaded: {n:,} images wait for it.",
        )
        if not self._line.holds(BATCH, partial(self._run_waiting, ready[0].id, ids), text):
            self._begin(ready, ids, None)

    def _run_waiting(self, category_id: int, ids: Sequence[int]) -> None:
        """The model is there: do what was asked for, with the prompt as it is now."""
        category = next((one for one in self._store.categories() if one.id == category_id), None)
        spec = None if category is None else self._prompting.complete_spec(category)
        if category is None or spec is None or self.is_running:
            return
        todo = self._waiting(category_id)  # some may have been accepted since
        if todo.intersection(ids):
            self._begin((category, spec), [image_id for image_id in ids if image_id in todo], None)

    @Slot()
    def pause_or_go_on(self) -> None:
        """Pause the batch, or go on with it."""
        if self._task is not None:
            self._pausing = True
            self._task.cancel()
            self.changed.emit()
        else:
            self.go_on()

    @Slot()
    def go_on(self) -> None:
        """Do what is left of the batch, with the prompt as it is now; of several the newest."""
        jobs = self._store.work.jobs() if self._store.is_open else ()
        job = next((one for one in jobs if one.left), None)
        if self.is_running or job is None:
            return
        text = counted(
            job.left,
            "The model is still being loaded: {n} object waits for it.",
            "The model is still being loaded: {n:,} objects wait for it.",
        )
        if self._line.holds(BATCH, self.go_on, text):
            return
        try:
            category = self._store.category(job.category_id)
        except ProjectError:
            self._session.tell(tr("The category of this batch is no longer in the project."))
            self.discard()
            return
        self._selection.set_category(category.id)
        spec = self._prompting.complete_spec(category)
        if spec is not None:
            self._begin((category, spec), (), job)

    @Slot()
    def retry(self) -> None:
        """Do once more what has failed."""
        if not self.is_running:
            for job in self._store.work.jobs():
                if job.failed:
                    self._store.work.retry(job.id)
            self.go_on()

    @Slot()
    def note_seen(self) -> None:
        """A person has seen the failures: opening the project does not tell of them again."""
        jobs = self._store.work.jobs() if self._store.is_open else ()
        job = next((one for one in jobs if one.failed), None)
        if job is not None:
            number = job.id
            self._session.guarded(lambda: self._store.remember(SEEN, str(number)))

    @Slot()
    def discard(self) -> None:
        """Forget what is left of the batch and what failed; the points that it placed stay, and so do other
        batches that are paused. One that still waits for the model does not begin, and is as it was."""
        if self._line.drop(BATCH):
            return
        if not self.is_running and self._store.is_open:
            jobs = self._store.work.jobs()
            shown = next((one.id for one in jobs if one.left), None)
            for number in [one.id for one in jobs if one.id == shown or not one.left]:
                self._session.guarded(partial(self._store.work.forget_job, number))
            self._read_jobs()
            self.changed.emit()

    def forget_failures(self) -> None:
        """Forget what failed, of all batches; what is left of them stays."""
        if not self.is_running and self._store.is_open:
            self._session.guarded(self._store.work.forget_failures)
            self._read_jobs()
            self.changed.emit()

    def _read_jobs(self) -> tuple[JobCount, ...]:
        """Show the batch that can be gone on with; without any, those of which only failures are left."""
        jobs = self._store.work.jobs() if self._store.is_open else ()
        waiting = [one for one in jobs if one.left]
        self._job, self._others = None, max(len(waiting) - 1, 0)
        if jobs:
            failed = sum(one.failed for one in jobs)
            first = waiting[0] if waiting else replace(jobs[0], total=sum(one.total for one in jobs))
            self._job, self._left, self._failed = replace(first, failed=failed), first.left, failed
        return jobs

    def _begin(
        self, ready: tuple[StoredCategory, PromptSpec], ids: Sequence[int], job: JobCount | None
    ) -> None:
        category, spec = ready
        path = self._store.path
        if path is None:
            return
        self._project, self._spec, self._pausing, self._done = path, spec, False, 0
        prepare = _Prepare(path, category.id, ids, None if job is None else job.id)
        task = self._session.jobs.start(prepare)
        self._task, self._is_noting = task, job is None

        def note(portion: Portion) -> None:
            if self._task is task and self._store.path == path and not task.is_cancelled:
                if self._session.guarded(lambda: self._note(category, portion)):
                    # after what waits in the event loop: drawing, keys and clicks come between two portions
                    QTimer.singleShot(0, self, prepare.take_next)
                else:  # it could not be written
                    task.cancel()

        def start(plan: Plan) -> None:
            if self._task is task and self._store.path == path:
                self._start(category, spec, plan)

        self._job = job
        if job is not None:
            self._left, self._failed = job.left, job.failed
        self._others = sum(one.left > 0 and one != job for one in self._store.work.jobs())
        task.published.connect(note)
        task.succeeded.connect(start)
        task.failed.connect(self._session.report)
        task.finished.connect(self._on_finished)
        self._prelabel.follows = False
        self.changed.emit()

    def _note(self, category: StoredCategory, portion: Portion) -> None:
        """Write down some of a new batch, so that it can go on after a restart."""
        work = self._store.work
        if portion.first == 0:
            number = work.begin_job(category.id, portion.total)
            self._job = JobCount(number, category.id, portion.total, portion.total, 0)
            self._left, self._failed = portion.total, 0
        if self._job is not None:
            work.extend_job(self._job.id, portion.first, portion.keys)

    def _start(self, category: StoredCategory, spec: PromptSpec, plan: Plan) -> None:
        job = self._job
        if self._pausing or job is None:
            return
        self._is_noting = False
        if plan.gone:
            self._store.work.settle(job.id, plan.gone, {})
        for number in plan.replaced:
            self._store.work.forget_waiting(number)
        self._others -= len(plan.replaced)
        self._plan = plan
        self._left, self._failed = len(plan.queries), plan.failed
        queries = plan.queries
        count = len({query.image_id for query in queries})
        title = counted(count, "Pre-labelling {n} image", "Pre-labelling {n:,} images")
        request = BatchRequest(queries, spec, category.id, self._prelabel.looks(category))
        self._task = self._engine.predict_batch(request, title)
        self._task.failed.connect(self._session.report)
        self._task.finished.connect(self._on_finished)
        self.changed.emit()

    # what comes back

    @Slot(object)
    def _on_chunk(self, chunk: BatchChunk) -> None:
        job = self._job
        if job is None or not self._store.is_open or self._store.path != self._project:
            return
        text = counted(job.total, "Pre-label {n} instance", "Pre-label {n:,} instances")
        done: list[int] = []
        failed: dict[int, str] = {}
        try:
            if chunk.predictions:
                # Portions of one batch with no edit between them become one undo step.
                self._prelabel.store_answers(chunk.predictions, text, self._spec, ("batch", job.id))
            done = [self._place(answer.query) for answer in chunk.predictions]
            failed = {
                self._place(failure.query): " ".join(
                    filter(None, (failure.error.message, failure.error.hint))
                )
                for failure in chunk.failures
            }
            self._store.work.settle(job.id, done, failed)
            images = [answer.query.image_id for answer in chunk.predictions]
            for number, places in self._plan.paused.items():
                self._store.work.settle(number, [one for i in images for one in places.get(i, ())], {})
        except WriteFailedError:  # told by the store; nothing is lost, and going on would fail again
            self._pausing = True
        except GkdtError as error:
            self._session.report(error)
            self._pausing = True
        else:
            self._done += len(done)
            self._left -= len(done) + len(failed)
            self._failed += len(failed)
        if self._pausing and self._task is not None:
            self._task.cancel()
        self.changed.emit()

    def _place(self, query: Query) -> int:
        return self._plan.places[query.image_id, query.instance_id]

    @Slot()
    def _on_finished(self) -> None:
        task = self.sender()
        if task is not self._task or self._task is None:
            return  # the file has been asked; the model's work has begun
        # of a batch that was not yet written down as a whole nothing is left to go on with
        is_half_noted = self._is_noting and self._job is not None
        stopped = self._task.is_cancelled and (is_half_noted or not self._pausing)
        self._task, self._is_noting = None, False
        self._prelabel.follows = True
        self._timer.start()
        if not self._store.is_open or self._store.path != self._project:
            self._job = None
            self.changed.emit()
            return
        own = self._job
        found = None if own is None else next((j for j in self._store.work.jobs() if j.id == own.id), None)
        if found is not None and stopped:
            number, forget = found.id, self._store.work.forget_waiting
            self._session.guarded(lambda: forget(number))
        jobs = self._read_jobs()
        found = None if own is None else next((j for j in jobs if j.id == own.id), None)
        if own is not None and found is None:
            self._session.guarded(partial(self._store.work.forget_job, own.id))
        self.changed.emit()
        if found is not None and not found.left:
            self.failures_found.emit()
        elif self._done:
            self._tell_done(stopped=stopped, is_own=found is not None)

    def _tell_done(self, *, stopped: bool, is_own: bool) -> None:
        """Say what the batch has done; where another is paused, offer to go on with that."""
        placed = counted(self._done, "Pre-labelled {n} instance.", "Pre-labelled {n:,} instances.")
        if self._left and self._job is not None and not is_own:
            waits = counted(
                self._left,
                "A batch from before is paused: {n} object is left.",
                "A batch from before is paused: {n:,} objects are left.",
            )
            self._session.message.emit(Message(placed, waits, action=tr("Go on"), on_action=self.go_on))
            return
        ending = tr("{key} goes to the most doubtful.", key=key_of(ActionId.NEXT_DOUBTFUL))
        if stopped:
            ending = tr("Stopped: the points placed so far stay.")
        elif self._pausing:
            ending = tr("Paused: the rest waits, also when the program is closed.")
        self._session.message.emit(Message(placed, ending))

    # the project

    @Slot()
    def _on_project_changed(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._job = None
        self._selected = ()
        self._timer.start()
        if self._store.is_open:
            self._read_jobs()
            if self._job is not None:
                self._offer(self._job)
        self.changed.emit()

    def _offer(self, job: JobCount) -> None:
        if job.left:
            text = counted(
                job.left,
                "Pre-labelling was interrupted: {n} object is left.",
                "Pre-labelling was interrupted: {n:,} objects are left.",
            )
            self._session.message.emit(Message(text, "", action=tr("Go on"), on_action=self.go_on))
        elif job.failed and self._store.remembered(SEEN) != str(job.id):
            text = counted(
                job.failed,
                "{n} image could not be pre-labelled.",
                "{n:,} images could not be pre-labelled.",
            )
            show = self.failures_found.emit
            self._session.message.emit(Message(text, "", action=tr("Show them"), on_action=show))

    @Slot()
    def _count(self) -> None:
        category = self._selection.category()
        if category is None or not self._store.is_open:
            self.targets_changed.emit(0, 0)
            return
        in_project = self._store.waiting_count(UNREVIEWED, category.id, self._prompts(category.id))
        listed = in_project
        if self.among is Among.SELECTED or self._media.is_filtered:
            listed = len(self.targets(self.among))
        self.targets_changed.emit(listed, in_project)

    def refresh_targets(self) -> None:
        """Count again soon."""
        self._timer.start()
