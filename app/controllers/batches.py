"""Pre-labelling many images: what is chosen, pause and go on, also after a restart, and what failed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.actions import ActionId, key_of
from app.controllers.navigation import UNREVIEWED
from app.controllers.prelabel import Prelabelling
from app.controllers.prompting import Prompting
from app.controllers.session import Message, Session
from app.engine_service import BatchChunk, BatchRequest, PromptSpec, Query
from app.i18n import counted, tr
from app.jobs import Task
from app.panels.media_model import MediaModel
from app.project.records import ImageQuery, StoredCategory, WriteFailedError
from app.project.regions import Region, read_regions
from app.project.work_records import StoredJob
from gkdt_core.errors import GkdtError, ProjectError

TARGETS_MS = 250


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
    """

    total: int
    left: int
    failed: int
    is_running: bool


class Batches(QObject):
    """One batch at a time; what is left of it is in the project file, so that nothing forgets it."""

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
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._prompting, self._prelabel, self._media = session, prompting, prelabel, media
        self._store, self._selection, self._engine = session.store, session.selection, session.engine
        self._selected: tuple[int, ...] = ()
        self._job: StoredJob | None = None
        self._places: dict[tuple[int, int | None], int] = {}
        self._left = self._failed = self._done = 0
        self._task: Task | None = None
        self._pausing = False
        self._project: Path | None = None
        self._spec: PromptSpec | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TARGETS_MS)
        self._timer.timeout.connect(self._count)
        self._engine.batch_result.connect(self._on_chunk)
        for signal in (session.store.images_changed, session.store.supports_changed, media.modelReset):
            signal.connect(self._timer.start)
        session.store.project_changed.connect(self._on_project_changed)

    # reading

    @property
    def is_running(self) -> bool:
        return self._task is not None

    @property
    def state(self) -> BatchState | None:
        """The batch that is under way or unfinished, or has failures nobody has dealt with."""
        if self._job is None:
            return None
        return BatchState(self._job.total, self._left, self._failed, self.is_running)

    def targets(self, among: Among = Among.LIST) -> list[int]:
        """The images that a batch pre-labels: neither reviewed nor rejected nor prompts.

        Where no image has this category beside another, an image of other categories is not one of its own.
        """
        category = self._selection.category()
        if category is None or not self._store.is_open:
            return []
        todo = set(self._store.image_ids(ImageQuery(states=UNREVIEWED)))
        todo -= {stored.image_id for stored in self._prompting.supports(category.id)}
        mine = set(self._store.image_ids(ImageQuery(category_id=category.id)))
        others: set[int] = set()
        for other in self._store.categories():
            if other.id != category.id:
                others.update(self._store.image_ids(ImageQuery(category_id=other.id)))
        if not mine & others:
            todo -= others
        ids = self._store.image_ids() if among is Among.PROJECT else self._media.ids
        chosen = set(self._selected) if among is Among.SELECTED else todo
        return [image_id for image_id in ids if image_id in todo and image_id in chosen]

    @property
    def among(self) -> Among:
        """What Ctrl+R takes: the selected images where several are selected, else the list."""
        return Among.SELECTED if len(self._selected) > 1 else Among.LIST

    def failures(self) -> tuple[Failure, ...]:
        """What could not be done, with reasons."""
        job = self._store.work.job() if self._store.is_open else None
        found = []
        for item in () if job is None else job.failed:
            try:
                name = self._store.image(item.image_id).name
            except ProjectError:
                continue  # removed from the project since
            found.append(Failure(item.image_id, name, item.reason))
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
        self._begin(ready, ids, None)

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
        """Do what is left of the batch, with the prompt as it is now."""
        job = self._store.work.job() if self._store.is_open else None
        if self.is_running or job is None:
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
            ids = list(dict.fromkeys(item.image_id for item in job.waiting))
            self._begin((category, spec), ids, job)

    @Slot()
    def retry(self) -> None:
        """Do once more what has failed."""
        job = self._store.work.job()
        if job is not None and not self.is_running:
            self._store.work.retry(job.id)
            self.go_on()

    @Slot()
    def discard(self) -> None:
        """Forget what is left of the batch and what failed; the points that it placed stay."""
        if not self.is_running and self._store.is_open:
            self._session.guarded(self._store.work.forget_job)
            self._job = None
            self.changed.emit()

    def _begin(
        self, ready: tuple[StoredCategory, PromptSpec], ids: Sequence[int], job: StoredJob | None
    ) -> None:
        category, spec = ready
        path = self._store.path
        if path is None:
            return
        self._project, self._spec, self._pausing, self._done = path, spec, False, 0
        # the file is asked by a worker: for 100,000 images that is too long for the window to wait
        task = self._session.jobs.start(lambda task: read_regions(path, category.id, ids))
        self._task = task

        def start(regions: list[Region]) -> None:
            if self._task is task and self._store.path == path:
                self._start(category, spec, regions, job)

        task.succeeded.connect(start)
        task.failed.connect(self._session.report)
        task.finished.connect(self._on_finished)
        self._prelabel.follows = False
        self.changed.emit()

    def _start(
        self, category: StoredCategory, spec: PromptSpec, regions: list[Region], job: StoredJob | None
    ) -> None:
        if self._pausing:
            return
        if job is None:
            job = self._store.work.add_job(category.id, [(one.image_id, one.instance_id) for one in regions])
        wanted = {(item.image_id, item.instance_id): item.position for item in job.waiting}
        queries = [
            Query(one.image_id, one.instance_id, one.path, one.box)
            for one in regions
            if (one.image_id, one.instance_id) in wanted
        ]
        found = {(query.image_id, query.instance_id) for query in queries}
        gone = [place for key, place in wanted.items() if key not in found]
        # an image without an instance may have got one since: the answer joins it
        for key, place in wanted.items():
            if key in found or key[1] is not None:
                continue
            mine = [one for one in regions if one.image_id == key[0]]
            if len(mine) == 1:
                gone.remove(place)
                queries.append(Query(mine[0].image_id, mine[0].instance_id, mine[0].path, mine[0].box))
                wanted[mine[0].image_id, mine[0].instance_id] = place
        self._store.work.settle(job.id, gone, {})
        self._job, self._places = job, wanted
        self._left, self._failed = len(queries), len(job.failed)
        count = len({query.image_id for query in queries})
        title = counted(count, "Pre-labelling {n} image", "Pre-labelling {n:,} images")
        request = BatchRequest(tuple(queries), spec, category.id, self._prelabel.looks(category))
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
        return self._places[query.image_id, query.instance_id]

    @Slot()
    def _on_finished(self) -> None:
        task = self.sender()
        if task is not self._task or self._task is None:
            return  # the file has been asked; the model's work has begun
        stopped = self._task.is_cancelled and not self._pausing
        self._task = None
        self._prelabel.follows = True
        self._timer.start()
        if not self._store.is_open or self._store.path != self._project:
            self._job = None
            self.changed.emit()
            return
        job = self._job = self._store.work.job()
        if job is not None and (stopped or not (job.waiting or job.failed)):
            self._session.guarded(self._store.work.forget_job)
            self._job = None
        elif job is not None:
            self._left, self._failed = len(job.waiting), len(job.failed)
        self.changed.emit()
        if self._job is not None and not self._job.waiting:
            self.failures_found.emit()
        elif self._done:
            placed = counted(self._done, "Pre-labelled {n} instance.", "Pre-labelled {n:,} instances.")
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
            self._job = self._store.work.job()
            if self._job is not None:
                self._left, self._failed = len(self._job.waiting), len(self._job.failed)
                self._offer(self._job)
        self.changed.emit()

    def _offer(self, job: StoredJob) -> None:
        if job.waiting:
            text = counted(
                len(job.waiting),
                "Pre-labelling was interrupted: {n} object is left.",
                "Pre-labelling was interrupted: {n:,} objects are left.",
            )
            self._session.message.emit(Message(text, "", action=tr("Go on"), on_action=self.go_on))
        elif job.failed:
            text = counted(
                len(job.failed),
                "{n} image could not be pre-labelled.",
                "{n:,} images could not be pre-labelled.",
            )
            show = self.failures_found.emit
            self._session.message.emit(Message(text, "", action=tr("Show them"), on_action=show))

    @Slot()
    def _count(self) -> None:
        self.targets_changed.emit(len(self.targets(self.among)), len(self.targets(Among.PROJECT)))

    def refresh_targets(self) -> None:
        """Count again soon."""
        self._timer.start()
