"""Keeping prompts as files, and bringing them into a project: one undo step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Slot

from app.actions import ActionId, key_of
from app.controllers.prompting import Prompting
from app.controllers.session import Session
from app.i18n import counted, tr
from app.jobs import Task
from app.project.records import NewImage
from gkdt_core.domain import Category, Instance
from gkdt_core.errors import GkdtError, PromptError
from gkdt_core.prompt_files import (
    SUFFIX,
    MarkedImage,
    PromptFile,
    missing_marks,
    read_prompt,
    write_prompt,
)

SAME_PX = 0.01


@dataclass(frozen=True, slots=True)
class _Opened:
    prompt: PromptFile
    sizes_hw: tuple[tuple[int, int], ...]


def _open(path: Path, task: Task) -> _Opened:
    """A prompt whose images can all be read and hold their marks; a job."""
    from gkdt_core.media.images import image_size

    prompt = read_prompt(path)
    sizes = []
    for number, support in enumerate(prompt.supports):
        task.checkpoint(number / len(prompt.supports))
        sizes.append(image_size(support.path))
    wrong = missing_marks(prompt, sizes)
    if wrong:
        raise PromptError(f'"{path.name}" is no sound prompt file: {wrong}.', hint=tr("Ask for a new one."))
    return _Opened(prompt, tuple(sizes))


class PromptFiles(QObject):
    """Writes the prompt of the selected category, and takes in others."""

    def __init__(self, session: Session, prompting: Prompting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._prompting = session, prompting
        self._store, self._selection = session.store, session.selection
        self._project: Path | None = None

    # saving

    @Slot()
    def save(self) -> None:
        """Ask where to, and write the prompt with copies of its images."""
        category = self._selection.category() if self._store.is_open else None
        path = self._store.path
        if category is None or path is None:
            return
        name = "".join(c if c.isalnum() or c in " -_" else "_" for c in category.category.name).strip()
        proposal = path.parent / f"{name or 'prompt'}{SUFFIX}"
        self._session.chooser.save(
            tr("Save the prompt"), tr("Prompts (*{suffix})", suffix=SUFFIX), proposal, self._save_to
        )

    def _save_to(self, path: Path) -> None:
        category = self._selection.category()
        if category is None:
            return
        if not path.name.endswith(".json"):
            path = path.with_name(f"{path.name}{SUFFIX}")
        supports = []
        for spec in self._prompting.spec(replace(category, use_visual=True)).supports:
            supports.append(MarkedImage(spec.path, spec.keypoints, spec.box))
        prompt = PromptFile(
            category.category, category.texts, category.use_text, category.use_visual, tuple(supports)
        )

        def job(task: Task) -> Path:
            write_prompt(path, prompt, checkpoint=task.checkpoint)
            return path

        task = self._session.jobs.start(job, tr("Saving the prompt"))
        task.succeeded.connect(self._on_saved)
        task.failed.connect(self._session.report)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._session.tell(
            tr("Saved the prompt as {name}.", name=path.name),
            tr("Pass it on together with the folder of its images, if there is one."),
        )

    # opening

    @Slot()
    def open(self) -> None:
        """Ask which, and bring a prompt into the project."""
        self._session.chooser.file(tr("Open a prompt"), tr("Prompts (*.json)"), self.open_path)

    def open_path(self, path: Path) -> None:
        """Bring the prompt of a file into the project."""
        self._project = self._store.path
        task = self._session.jobs.start(lambda task: _open(path, task), tr("Opening the prompt"))
        task.succeeded.connect(self._on_opened)
        task.failed.connect(self._on_failed)

    @Slot(GkdtError)
    def _on_failed(self, error: GkdtError) -> None:
        self._session.report(error)

    @Slot(object)
    def _on_opened(self, opened: _Opened) -> None:
        if self._store.is_open and self._store.path == self._project:
            self._session.guarded(lambda: self._take_in(opened))

    def _take_in(self, opened: _Opened) -> None:
        prompt = opened.prompt
        with self._store.one_step(tr("Open the prompt for {name}", name=prompt.category.name)):
            category_id = self._category_id(prompt.category)
            category = self._store.category(category_id).category
            self._store.set_texts(category_id, prompt.texts)
            self._store.set_modalities(category_id, prompt.use_text, prompt.use_visual)
            images = [
                NewImage(support.path, height, width)
                for support, (height, width) in zip(prompt.supports, opened.sizes_hw, strict=True)
            ]
            ids = self._store.add_images(images) if images else ()
            for support, image_id in zip(prompt.supports, ids, strict=True):
                self._store.set_support(self._instance_id(image_id, category_id, category, support), True)
        self._selection.set_category(category_id)
        count = len(prompt.supports)
        text = counted(
            count,
            'Opened the prompt for "{name}" with {n} image.',
            'Opened the prompt for "{name}" with {n:,} images.',
            name=category.name,
        )
        self._session.tell(
            text,
            tr(
                "{one} pre-labels one image, {all} all of them.",
                one=key_of(ActionId.PRELABEL_HERE),
                all=key_of(ActionId.PRELABEL_ALL),
            ),
        )

    def _category_id(self, wanted: Category) -> int:
        """The category with these keypoints; added where the project has none, perhaps with another name."""
        names = set()
        for stored in self._store.categories():
            names.add(stored.category.name)
            if stored.category.name == wanted.name and stored.category.keypoints == wanted.keypoints:
                return stored.id
        name, number = wanted.name, 1
        while name in names:
            number += 1
            name = f"{wanted.name} {number}"
        return self._store.add_category(replace(wanted, name=name))

    def _instance_id(self, image_id: int, category_id: int, category: Category, support: MarkedImage) -> int:
        """The instance with these marks, added where the image has none."""
        instance = Instance.empty(category, support.box)
        for index, xy in enumerate(support.keypoints):
            if xy is not None:
                instance = instance.moved(index, xy)
        for stored in self._store.instances(image_id):
            if stored.category_id == category_id and np.allclose(
                stored.instance.keypoints, instance.keypoints, rtol=0, atol=SAME_PX, equal_nan=True
            ):
                return stored.id
        return self._store.add_instance(image_id, instance, category_id)
