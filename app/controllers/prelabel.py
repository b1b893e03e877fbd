"""Pre-labelling the image on screen (R), and storing what the model answers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from app.actions import ActionId, key_of
from app.controllers.prompting import Prompting
from app.controllers.session import Session
from app.controllers.waiting import WaitingLine
from app.engine_service import (
    PredictedPoints,
    PredictionRequest,
    PromptSpec,
    Query,
    SecondLooks,
)
from app.i18n import tr
from app.project.records import ImageQuery, PredictedInstance, StoredCategory, StoredInstance
from app.project.regions import box_around
from app.project.work_records import Disagreement
from gkdt_core.domain import ImageState, Instance, Origin, Visibility
from gkdt_core.geometry import Box

HERE = "here"
"""The kind of a request for the image on screen."""


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


def look_box(stored: StoredInstance, siblings: Sequence[StoredInstance]) -> Box | None:
    """Where the model looks for an instance: its box; without one, the whole image where it is the only
    one of its category, and else around its points."""
    if stored.instance.box is not None or len(siblings) == 1:
        return stored.instance.box
    return box_around(Box.around(stored.instance.keypoints), int(stored.instance.labeled.sum()))


def _trace(image_id: int, keypoints: NDArray[np.float64]) -> tuple[int, int]:
    """What an answer is known by: undo brings former points back, and with them the prompt they came from."""
    return image_id, hash(np.nan_to_num(keypoints, nan=-1.0).tobytes())


class Prelabelling(QObject):
    """Asks the engine and writes its answers into the store."""

    timed = Signal(float)
    """Milliseconds that the last answer took."""

    def __init__(
        self, session: Session, prompting: Prompting, line: WaitingLine, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._prompting, self._line = session, prompting, line
        self._store, self._selection, self._engine = session.store, session.selection, session.engine
        self._asked: dict[tuple[int, int], int | None] = {}
        """What waits for the model: image and category, and the instance that was selected."""
        self._followed: int | None = None
        self._project: object = None
        self._spec: PromptSpec | None = None
        self.follows = True
        """Off while a batch runs: an edit between its portions would divide its undo step."""
        self._made_with: dict[tuple[int, int], PromptSpec] = {}
        self._engine.predicted.connect(self._on_predicted)
        self._engine.prediction_failed.connect(session.report)
        session.store.project_changed.connect(self._on_project_changed)
        prompting.changed.connect(self._on_prompt_changed)

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
        instance_id = None if stored is None or stored.category_id != category.id else stored.id
        if not self._line.waits(HERE):
            self._asked.clear()
        name = self._store.image(image_id).name
        text = tr("The model is still being loaded: {name} waits for it.", name=name)
        if self._line.holds(HERE, self._run_asked, text):
            self._asked[image_id, category.id] = instance_id
            return
        self._request([self._request_for(image_id, category, spec, instance_id)])

    def run_first(self) -> None:
        """Pre-label the current image without being asked, for a person who sees the program at work for the
        first time: only where nobody has worked on it, and there is or will be a model."""
        image_id = self._selection.now.image_id
        if image_id is None or not (self._engine.is_awaited or self._engine.summary):
            return
        if self._store.image(image_id).state is ImageState.UNTOUCHED:
            self.run_here()

    def _request_for(
        self, image_id: int, category: StoredCategory, spec: PromptSpec, instance_id: int | None
    ) -> PredictionRequest:
        path = self._store.image(image_id).path
        mine = [s for s in self._store.instances(image_id) if s.category_id == category.id]
        stored = next((s for s in mine if s.id == instance_id), None)
        if stored is None:
            query = Query(image_id, None, path)
        else:
            query = Query(image_id, stored.id, path, look_box(stored, mine))
        return PredictionRequest(query, spec, category.id, self.looks(category))

    def _request(self, requests: Sequence[PredictionRequest]) -> None:
        first = requests[0]
        self._project, self._followed, self._spec = self._store.path, None, first.prompt
        title = tr("Pre-labelling {name}", name=first.query.path.name)
        self._engine.request_prediction(first, title, more=requests[1:])

    def _run_asked(self) -> None:
        """The model is there: pre-label the images that have waited for it, with the prompt as it is now."""
        asked, self._asked = self._asked, {}
        categories = {stored.id: stored for stored in self._store.categories()}
        category = categories.get(next(reversed(asked))[1])  # what a person worked on last
        spec = None if category is None else self._prompting.complete_spec(category)
        if category is None or spec is None:
            return
        requests = [
            self._request_for(image_id, category, spec, instance_id)
            for (image_id, category_id), instance_id in asked.items()
            if category_id == category.id and self._store.has_image(image_id)
        ]
        if requests:
            self._request(requests)

    def looks(self, category: StoredCategory) -> SecondLooks:
        """How often the model looks when it is asked by hand. Following a changed prompt it looks once: that
        has to be there while the person still looks."""
        mine, own = self._session.settings, self._store.settings
        refine = mine.refine if own.refine is None else own.refine
        flip = mine.flip if own.flip is None else own.flip
        return SecondLooks(refine, flip, category.category.pairs)

    @Slot(object)
    def _on_predicted(self, answer: PredictedPoints) -> None:
        if self._store.path != self._project or not self._store.is_open:
            return
        self.timed.emit(answer.milliseconds)
        record = self._store.image(answer.query.image_id)
        name = record.name
        if self._followed is not None:
            if record.state in (ImageState.PREDICTED, ImageState.IN_WORK):
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
                    tr(
                        "{remove} removes a point, then {place} places it again.",
                        remove=key_of(ActionId.REMOVE_POINT),
                        place=key_of(ActionId.PRELABEL_HERE),
                    ),
                )

        self._session.guarded(edit)

    # this image again, as soon as the prompt changes

    @Slot()
    def _on_prompt_changed(self) -> None:
        """What only the model has placed in the image on screen follows the prompt.

        Not while there is something to redo: an edit now would throw that away.
        """
        category, image_id = self._selection.category(), self._selection.now.image_id
        if category is None or image_id is None or self._engine.summary is None or not self.follows:
            return
        record = self._store.image(image_id)
        if self._store.undo_stack.canRedo():
            return
        spec = self._prompting.spec(category)
        supports = self._store.support_ids(category.id)
        mine = [stored for stored in self._store.instances(image_id) if stored.category_id == category.id]
        if spec.texts is None and not spec.supports:
            return
        # an image in work may have been looked at point by point; what stands beside a prompt has not
        beside_prompt = any(stored.id in supports for stored in mine)
        if record.state is not ImageState.PREDICTED and not (
            record.state is ImageState.IN_WORK and beside_prompt
        ):
            return
        following = [
            stored
            for stored in mine
            if stored.id not in supports and (stored.instance.origins == Origin.MODEL).any()
        ]
        if not following:
            return
        self._project, self._followed, self._spec = self._store.path, self._prompting.step, spec
        requests = [
            PredictionRequest(
                Query(image_id, stored.id, record.path, look_box(stored, mine)), spec, category.id
            )
            for stored in following
        ]
        self._engine.request_prediction(requests[0], more=requests[1:])

    def _follow(self, answer: PredictedPoints, text: str) -> None:
        """Store an answer that a changed prompt asked for, if it can be, in the step of that change."""
        stack = self._store.undo_stack
        if stack.canRedo():
            return
        self._apply((answer,), text, self._spec, follows=stack.index() == self._followed)

    # writing

    def store_answers(
        self,
        answers: tuple[PredictedPoints, ...],
        text: str,
        spec: PromptSpec | None,
        merge_key: tuple[str, int],
    ) -> None:
        """Store a portion of a batch; portions with one key and no edit between are one undo step."""
        self.timed.emit(answers[-1].milliseconds)
        self._apply(answers, text, spec, merge_key=merge_key)

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
        self._note_disagreements(answers)
        return outcome.changed + outcome.created

    def _note_disagreements(self, answers: tuple[PredictedPoints, ...]) -> None:
        """Keep with the predictions how far apart words and clicks saw them."""
        found: dict[int, tuple[Disagreement, ...]] = {}
        for answer in answers:
            number = answer.query.instance_id
            if answer.apart is None:
                continue
            if number is None:  # it has become the only one of its category, or is the newest
                stored = self._store.instances(answer.query.image_id)
                number = max((s.id for s in stored if s.category_id == answer.category_id), default=None)
            if number is not None:
                found[number] = tuple(
                    Disagreement(index, (float(x), float(y)), float(answer.apart[index]))
                    for index, (x, y) in enumerate(answer.keypoints)
                    if np.isfinite(answer.apart[index]) and np.isfinite(x)
                )
        if found:
            self._store.work.set_disagreements(found)

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
