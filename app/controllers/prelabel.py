"""Pre-labelling: this image (R) and all of them (Ctrl+R); answers are stored as they come."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.controllers.navigation import UNREVIEWED
from app.controllers.prompting import Prompting
from app.controllers.session import Message, Session
from app.engine_service import (
    BatchChunk,
    BatchRequest,
    PredictedPoints,
    PredictionRequest,
    PromptSpec,
    Query,
    SecondLooks,
)
from app.i18n import counted, tr
from app.jobs import Task
from app.panels.media_model import MediaModel
from app.project.records import ImageQuery, PredictedInstance, StoredCategory
from gkdt_core.domain import ImageState, Instance, Origin, Visibility
from gkdt_core.errors import GkdtError

NAMED_FAILURES = 3
"""Broken images that a message names; the rest is counted."""
TARGETS_MS = 250


def as_instance(answer: PredictedPoints, category: StoredCategory) -> Instance:
    """The model's answer as an instance: its points, and nothing where the prompt says nothing."""
    known = np.isfinite(answer.keypoints).all(axis=1)
    return Instance(
        category.category,
        answer.keypoints,
        np.where(known, Visibility.VISIBLE, Visibility.UNLABELED).astype(np.int8),
        np.where(known, answer.scores, np.nan),
        np.where(known, answer.peaks, np.nan),
        np.where(known, Origin.MODEL, Origin.NONE).astype(np.int8),
    )


def _trace(image_id: int, keypoints: NDArray[np.float64]) -> tuple[int, int]:
    """What an answer is known by: undo brings former points back, and with them the prompt they came from."""
    return image_id, hash(np.nan_to_num(keypoints, nan=-1.0).tobytes())


class Prelabelling(QObject):
    """Asks the engine and writes its answers into the store."""

    targets_changed = Signal(int)
    """How many images Ctrl+R would pre-label."""
    running_changed = Signal(bool)
    timed = Signal(float)
    """Milliseconds that the last answer took."""

    def __init__(
        self, session: Session, prompting: Prompting, media: MediaModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._prompting, self._media = session, prompting, media
        self._store, self._selection, self._engine = session.store, session.selection, session.engine
        self._followed: int | None = None
        self._batch: Task | None = None
        self._batch_text = ""
        self._batch_project: object = None
        self._done = 0
        self._failures: list[str] = []
        self._project: object = None
        self._spec: PromptSpec | None = None
        self._batch_spec: PromptSpec | None = None
        self._made_with: dict[tuple[int, int], PromptSpec] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TARGETS_MS)
        self._timer.timeout.connect(self._count)
        self._engine.predicted.connect(self._on_predicted)
        self._engine.prediction_failed.connect(session.report)
        self._engine.batch_result.connect(self._on_chunk)
        for signal in (session.store.images_changed, session.store.supports_changed, media.modelReset):
            signal.connect(self._timer.start)
        session.store.project_changed.connect(self._on_project_changed)
        prompting.changed.connect(self._on_prompt_changed)

    @property
    def is_running(self) -> bool:
        return self._batch is not None

    def is_outdated(self) -> bool:
        """Whether the current image was predicted with another prompt than there is now, as far as this run
        of the program knows."""
        category, image_id = self._selection.category(), self._selection.now.image_id
        if category is None or image_id is None or not self._made_with:
            return False
        if self._store.image(image_id).state is not ImageState.PREDICTED:
            return False
        spec = self._prompting.spec(category)
        return any(
            self._made_with.get(_trace(image_id, stored.instance.keypoints), spec) != spec
            for stored in self._store.instances(image_id)
            if stored.category_id == category.id
        )

    # one image

    @Slot()
    def run_here(self) -> None:
        """Pre-label the current image: the selected instance, else the one there is, else a new one."""
        image_id = self._selection.now.image_id
        if image_id is None:
            return
        ready = self._prompting.ready()
        if ready is None:
            return
        category, spec = ready
        stored = self._selection.instance()
        if stored is not None and stored.category_id != category.id:
            stored = None
        record = self._store.image(image_id)
        if stored is None:
            query = Query(image_id, None, record.path)
        else:
            query = Query(image_id, stored.id, record.path, stored.instance.box)
        self._project, self._followed, self._spec = self._store.path, None, spec
        request = PredictionRequest(query, spec, category.id, self._looks(category))
        self._engine.request_prediction(request, tr("Pre-labelling {name}", name=record.path.name))

    def _looks(self, category: StoredCategory) -> SecondLooks:
        """How often the model looks when it is asked by hand. Following a changed prompt it looks once: that
        has to be there while the person still looks."""
        settings = self._session.settings
        return SecondLooks(settings.refine, settings.flip, category.category.pairs)

    @Slot(object)
    def _on_predicted(self, answer: PredictedPoints) -> None:
        if self._store.path != self._project or not self._store.is_open:
            return
        self.timed.emit(answer.milliseconds)
        record = self._store.image(answer.query.image_id)
        name = record.name
        if self._followed is not None:
            if record.state is ImageState.PREDICTED:
                self._session.guarded(lambda: self._follow(answer, tr("Refresh {name}", name=name)))
            return

        def edit() -> None:
            # Asked for by hand: then a reviewed image may change too, and undo brings it back.
            outcome = self._apply(
                (answer,), tr("Pre-label {name}", name=name), self._spec, include_reviewed=True
            )
            if outcome == 0:
                self._session.tell(
                    tr("Nothing to pre-label in {name}: every point here is a person's.", name=name),
                    tr("Backspace removes a point, then R places it again."),
                )

        self._session.guarded(edit)

    # this image again, as soon as the prompt changes

    @Slot()
    def _on_prompt_changed(self) -> None:
        """What only the model has placed in the image on screen follows the prompt.

        Not while there is something to redo: an edit now would throw that away.
        """
        category, image_id = self._selection.category(), self._selection.now.image_id
        if category is None or image_id is None or self._engine.summary is None or self.is_running:
            return
        record = self._store.image(image_id)
        if record.state is not ImageState.PREDICTED or self._store.undo_stack.canRedo():
            return
        spec = self._prompting.spec(category)
        supports = self._store.support_ids(category.id)
        mine = [stored for stored in self._store.instances(image_id) if stored.category_id == category.id]
        if not mine or (spec.texts is None and not spec.supports):
            return
        if len(mine) > 1 or mine[0].id in supports:
            self._session.tell(tr("The prompt has changed."), tr("R refreshes the selected instance."))
            return
        self._project, self._followed, self._spec = self._store.path, self._prompting.step, spec
        query = Query(image_id, mine[0].id, record.path, mine[0].instance.box)
        self._engine.request_prediction(PredictionRequest(query, spec, category.id))

    def _follow(self, answer: PredictedPoints, text: str) -> None:
        """Store an answer that a changed prompt asked for, if it can be, in the step of that change."""
        stack = self._store.undo_stack
        if stack.canRedo():
            return
        self._apply((answer,), text, self._spec, follows=stack.index() == self._followed)

    # many images

    def targets(self) -> list[int]:
        """The images of the list that Ctrl+R pre-labels: neither reviewed nor rejected nor prompts.

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
        return [image_id for image_id in self._media.ids if image_id in todo]

    @Slot()
    def run_all(self) -> None:
        """Pre-label all images of the list that wait for it."""
        if self._batch is not None:
            return
        ready = self._prompting.ready()
        if ready is None:
            return
        category, spec = ready
        queries = self._queries(self.targets(), category.id)
        if not queries:
            self._session.tell(tr("No image is waiting to be pre-labelled."))
            return
        count = len({query.image_id for query in queries})
        self._batch_text = counted(count, "Pre-label {n:,} image", "Pre-label {n:,} images")
        self._done, self._failures = 0, []
        self._batch_project, self._batch_spec = self._store.path, spec
        request = BatchRequest(tuple(queries), spec, category.id, self._looks(category))
        self._batch = self._engine.predict_batch(
            request, counted(count, "Pre-labelling {n:,} image", "Pre-labelling {n:,} images")
        )
        self._batch.failed.connect(self._session.report)
        self._batch.finished.connect(self._on_batch_finished)
        self.running_changed.emit(True)

    def _queries(self, image_ids: list[int], category_id: int) -> list[Query]:
        queries = []
        for start in range(0, len(image_ids), 500):
            for record in self._store.images(image_ids[start : start + 500]):
                instances = self._store.instances(record.id) if record.instance_count else ()
                mine = [stored for stored in instances if stored.category_id == category_id]
                if not mine:
                    queries.append(Query(record.id, None, record.path))
                for stored in mine:
                    queries.append(Query(record.id, stored.id, record.path, stored.instance.box))
        return queries

    @Slot(object)
    def _on_chunk(self, chunk: BatchChunk) -> None:
        if not self._store.is_open or self._store.path != self._batch_project:
            return
        self._failures += [failure.error.message for failure in chunk.failures]
        self._done += len(chunk.predictions)
        if chunk.predictions:
            self.timed.emit(chunk.predictions[-1].milliseconds)
            # Portions of one batch with no edit between them become one undo step.
            self._session.guarded(
                lambda: self._apply_quietly(chunk.predictions, self._batch_text, ("batch", chunk.batch))
            )

    @Slot()
    def _on_batch_finished(self) -> None:
        cancelled = self._batch is not None and self._batch.is_cancelled
        self._batch = None
        self.running_changed.emit(False)
        self._timer.start()
        if self._store.path != self._batch_project:
            return
        if self._failures:
            named = " ".join(self._failures[:NAMED_FAILURES])
            more = len(self._failures) - NAMED_FAILURES
            self._session.report(
                GkdtError(
                    counted(
                        len(self._failures),
                        "{n:,} of the images could not be pre-labelled. {named}",
                        "{n:,} of the images could not be pre-labelled. {named}",
                        named=named,
                    ),
                    hint=tr("And {more} more. The other images are done.", more=more)
                    if more > 0
                    else tr("The others are done."),
                )
            )
        elif self._done:
            ending = (
                tr("Stopped: the points placed so far stay.")
                if cancelled
                else tr("Space goes to the most doubtful.")
            )
            text = counted(self._done, "Pre-labelled {n:,} instance.", "Pre-labelled {n:,} instances.")
            self._session.message.emit(Message(text, ending))

    def _apply_quietly(
        self, answers: tuple[PredictedPoints, ...], text: str, merge_key: tuple[str, int]
    ) -> None:
        self._apply(answers, text, self._batch_spec, merge_key=merge_key)

    def _apply(
        self,
        answers: tuple[PredictedPoints, ...],
        text: str,
        spec: PromptSpec | None,
        *,
        include_reviewed: bool = False,
        merge_key: tuple[str, int] | None = None,
        follows: bool = False,
    ) -> int:
        """Store answers; says how many instances changed. Answers for a changed skeleton are dropped."""
        categories = {stored.id: stored for stored in self._store.categories()}
        items = []
        for answer in answers:
            category = categories.get(answer.category_id)
            if category is not None and len(category.category) == len(answer.keypoints):
                query = answer.query
                instance = as_instance(answer, category)
                if spec is not None:
                    self._made_with[_trace(query.image_id, instance.keypoints)] = spec
                items.append(PredictedInstance(query.image_id, category.id, query.instance_id, instance))
        outcome = self._store.apply_predictions(
            items, text, include_reviewed=include_reviewed, merge_key=merge_key, follows=follows
        )
        return outcome.changed + outcome.created

    def delete_predictions(self) -> int:
        """Delete the instances that only the model has touched, in images nobody reviewed; says how many."""
        ids = self.unreviewed_predictions()
        if ids:
            self._session.guarded(lambda: self._store.delete_instances(ids))
        return len(ids)

    def unreviewed_predictions(self) -> list[int]:
        """Instances without any point of a person, in predicted images."""
        query = ImageQuery(states=frozenset({ImageState.PREDICTED}), instances=True)
        found = []
        for image_id in self._store.image_ids(query):
            for stored in self._store.instances(image_id):
                if (stored.instance.origins <= Origin.MODEL).all() and not (
                    stored.instance.origins == Origin.HUMAN
                ).any():
                    found.append(stored.id)
        return found

    @Slot()
    def _on_project_changed(self) -> None:
        self._engine.drop_prediction()
        self._made_with.clear()
        if self._batch is not None:
            self._batch.cancel()
        self._timer.start()

    @Slot()
    def _count(self) -> None:
        self.targets_changed.emit(len(self.targets()))

    def refresh_targets(self) -> None:
        """Count again soon."""
        self._timer.start()
