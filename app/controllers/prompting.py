"""The prompt of the selected category: the labelled images and the words that say what to look for."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.actions import ActionId, key_of
from app.controllers.session import SelectionChanged, Session
from app.engine_service import PromptSpec, SupportSpec
from app.i18n import counted, tr
from app.project.records import StoredCategory, StoredInstance
from gkdt_core.domain import Category, ImageState, Instance, Origin
from gkdt_core.errors import GkdtError, PromptError

CHANGED_MS = 30
"""A run of edits, such as a key that is held, counts as one change of the prompt where they come faster."""
RUN_S = 0.15
"""An edit so long after the last one is no part of a run: it is taken up in the next turn of the event loop,
which comes after all signals of its step, for a person waits for the answer."""


def has_human_points(stored: StoredInstance) -> bool:
    """Whether a person placed a point of the instance."""
    return bool(((stored.instance.origins == Origin.HUMAN) & stored.instance.labeled).any())


def shown_points(instance: Instance, state: ImageState) -> NDArray[np.bool_]:
    """(N,) which keypoints a prompt shows the model: beside a person's points no guess of the model's own,
    until the image is accepted. An instance without a person's point is shown as it was chosen."""
    human = instance.labeled & (instance.origins == Origin.HUMAN)
    if state is ImageState.REVIEWED or not human.any():
        return instance.labeled
    return np.asarray(human)


class Prompting(QObject):
    """Keeps the category's prompt: supports, texts, and which of them count."""

    category_asked = Signal()
    """There is no category yet, and one is needed."""
    changed = Signal()
    """The prompt of the selected category is another; shortly after the edit, once for several."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._store, self._selection = session.store, session.selection
        self._known: tuple[int, PromptSpec] | None = None
        self.step = 0
        """Where in the history the last edit is that may have changed the prompt."""
        self._edited = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._compare)
        for signal in (
            session.store.categories_changed,
            session.store.supports_changed,
            session.store.instances_changed,
        ):
            signal.connect(self._on_edit)
        session.selection.changed.connect(self._on_selection)

    # reading

    def supports(self, category_id: int) -> tuple[StoredInstance, ...]:
        """The instances that show the model what to look for."""
        return tuple(
            self._store.instance(instance_id) for instance_id in self._store.support_ids(category_id)
        )

    def spec(self, category: StoredCategory) -> PromptSpec:
        """The category's prompt as the engine takes it."""
        shots = self.supports(category.id) if category.use_visual else ()
        supports = [self._support(stored) for stored in shots]
        return PromptSpec(
            category.category.keypoints,
            category.texts if category.use_text else None,
            tuple(supports),
            category.category.name,
        )

    def _support(self, stored: StoredInstance) -> SupportSpec:
        record = self._store.image(stored.image_id)
        shown = shown_points(stored.instance, record.state)
        points = tuple(
            (float(x), float(y)) if is_shown else None
            for (x, y), is_shown in zip(stored.instance.keypoints, shown, strict=True)
        )
        return SupportSpec(record.path, points, stored.instance.box)

    def spec_with(self, category: StoredCategory, stored: StoredInstance) -> PromptSpec:
        """The prompt that `ready` would make while `stored` is selected, without making it."""
        spec = self.spec(category)
        is_first = category.use_visual and not self._store.support_ids(category.id)
        if is_first and self._session.settings.first_is_prompt and has_human_points(stored):
            return replace(spec, supports=(self._support(stored),))
        return spec

    def complete_spec(self, category: StoredCategory) -> PromptSpec | None:
        """The category's prompt; None, after saying why, when it prompts nothing."""
        spec = self.spec(category)
        if spec.texts is None and not spec.supports:
            self._session.report(
                PromptError(
                    tr('Nothing says yet what to look for on "{name}".', name=category.category.name),
                    hint=tr("Click its keypoints on one image, or turn on names."),
                )
            )
            return None
        return spec

    def why_not(self) -> str:
        """Why nothing can be pre-labelled now, or ""."""
        if not self._store.is_open or self._selection.now.image_id is None:
            return ""
        category = self._selection.category()
        if category is None:
            return tr("Choose a category first.")
        if category.use_text or (category.use_visual and self._possible_supports(category)):
            return ""
        return tr("Click keypoints on one image, or turn on names.")

    def _possible_supports(self, category: StoredCategory) -> bool:
        return bool(self._store.support_ids(category.id)) or self._candidate(category) is not None

    def _candidate(self, category: StoredCategory) -> StoredInstance | None:
        """The instance in the current image that would become the first prompt."""
        stored = self._selection.instance()
        if stored is None or stored.category_id != category.id or not has_human_points(stored):
            return None
        return stored

    def current_support(self) -> StoredInstance | None:
        """The selected instance if it is a prompt."""
        stored = self._selection.instance()
        if stored is None or stored.id not in self._store.support_ids(stored.category_id):
            return None
        return stored

    # telling

    @Slot()
    def _on_edit(self) -> None:
        self.step = self._store.undo_stack.index()
        before, self._edited = self._edited, time.monotonic()
        if self._timer.isActive() and self._timer.interval() == 0:
            return
        self._timer.start(0 if self._edited - before > RUN_S else CHANGED_MS)

    @Slot(object)
    def _on_selection(self, change: SelectionChanged) -> None:
        if change.category:
            self._compare()

    @Slot()
    def _compare(self) -> None:
        category = self._selection.category() if self._store.is_open else None
        before, self._known = self._known, None if category is None else (category.id, self.spec(category))
        if before is None or self._known is None or before[0] != self._known[0]:
            return  # another category, not another prompt
        if before != self._known:
            self.changed.emit()

    # changing

    def ready(self) -> tuple[StoredCategory, PromptSpec] | None:
        """The category and its prompt, made complete where the program may do so by itself; None after
        telling why there is none."""
        category = self._selection.category()
        if category is None:
            self.category_asked.emit()
            return None
        candidate = self._candidate(category)
        if (
            category.use_visual
            and candidate is not None
            and self._session.settings.first_is_prompt
            and not self._store.support_ids(category.id)
        ):
            self._session.guarded(lambda: self._store.set_support(candidate.id, True))
        spec = self.complete_spec(category)
        return None if spec is None else (category, spec)

    @Slot(int)
    def on_completed(self, instance_id: int) -> None:
        """A person has completed an instance: the first one becomes the prompt by itself."""
        stored = self._store.instance(instance_id)
        if not self._session.settings.first_is_prompt or self._store.support_ids(stored.category_id):
            return
        if has_human_points(stored):
            self._session.guarded(lambda: self._store.set_support(instance_id, True))
            self._tell_first()

    def _tell_first(self) -> None:
        self._session.tell(
            tr("This image is now the prompt."),
            tr(
                "{one} pre-labels one image, {all} all of them; {out} takes it out.",
                one=key_of(ActionId.PRELABEL_HERE),
                all=key_of(ActionId.PRELABEL_ALL),
                out=key_of(ActionId.USE_AS_PROMPT),
            ),
        )

    @Slot(bool)
    def set_current_support(self, on: bool) -> None:
        """Use the selected instance as a prompt, or stop using it."""
        stored = self._selection.instance()
        if stored is None or (on and not stored.instance.labeled.any()):
            if on:
                self._session.report(
                    PromptError(
                        tr("This image has no points to use as a prompt."),
                        hint=tr("Click its keypoints first."),
                    )
                )
            return
        is_done = self._session.guarded(lambda: self._store.set_support(stored.id, on))
        placed = int(stored.instance.labeled.sum())
        shown = int(shown_points(stored.instance, self._store.image(stored.image_id).state).sum())
        if on and is_done and shown < placed:
            self._session.tell(
                counted(
                    shown,
                    "The {n} point that a person placed is in the prompt, not the model's own.",
                    "The {n:,} points that a person placed are in the prompt, not the model's own.",
                ),
                tr(
                    "Once the image is accepted ({key}), all {n:,} count.",
                    key=key_of(ActionId.ACCEPT),
                    n=placed,
                ),
            )

    @Slot(int)
    def remove_support(self, instance_id: int) -> None:
        self._session.guarded(lambda: self._store.set_support(instance_id, False))

    @Slot(bool, bool)
    def set_modalities(self, use_text: bool, use_visual: bool) -> None:
        category = self._selection.category()
        if category is not None:
            self._session.guarded(lambda: self._store.set_modalities(category.id, use_text, use_visual))

    @Slot(int, str)
    def set_text(self, index: int, text: str) -> None:
        """Change the words that prompt for one keypoint; empty means its name."""
        category = self._selection.category()
        if category is None:
            return
        texts = list(category.texts)
        texts[index] = text
        self._session.guarded(lambda: self._store.set_texts(category.id, texts))

    def add_category(
        self,
        category: Category,
        texts: tuple[str, ...] | None = None,
        points: tuple[tuple[float, float] | None, ...] = (),
    ) -> GkdtError | None:
        """Add a category, prompted by `texts` where it comes with any, and work on it.

        Args:
            category: The category.
            texts: Its prompt texts, or None for the names.
            points: Where a person clicked its keypoints on the current image, image coordinates: they become
                its first instance and, as a first one does, the prompt, in the same undo step.

        Returns:
            What went wrong and has been told; None where it was done.
        """
        image_id = self._selection.now.image_id
        is_clicked = image_id is not None and any(xy is not None for xy in points)
        is_prompt = is_clicked and self._session.settings.first_is_prompt

        def edit() -> None:
            with self._store.one_step(tr("Add {name}", name=category.name)):
                category_id = self._store.add_category(category)
                if texts is not None:
                    self._store.set_texts(category_id, texts)
                if image_id is not None and is_clicked:
                    instance = Instance.empty(category)
                    for index, xy in enumerate(points):
                        if xy is not None:
                            instance = instance.moved(index, xy)
                    instance_id = self._store.add_instance(image_id, instance, category_id)
                    if is_prompt:
                        self._store.set_support(instance_id, True)
            self._selection.set_category(category_id)
            self._selection.select_open()

        failure = self._session.failure_of(edit)
        if failure is None and is_prompt:
            self._tell_first()
        return failure

    def change_category(
        self,
        category_id: int,
        category: Category,
        mapping: tuple[int | None, ...],
        texts: tuple[str, ...] | None = None,
    ) -> GkdtError | None:
        """Change a category, its instances following; with `texts` also what prompts for its keypoints.

        Returns what went wrong and has been told, None where it was done.
        """

        def edit() -> None:
            with self._store.one_step(tr('Change category "{name}"', name=category.name)):
                self._store.change_category(category_id, category, mapping)
                if texts is not None:
                    self._store.set_texts(category_id, texts)

        return self._session.failure_of(edit)

    def delete_category(self, category_id: int) -> None:
        """Delete a category with all its instances."""
        self._session.guarded(lambda: self._store.delete_category(category_id))
