"""Random edits of a project, of every kind that there is; also for `benchmarks/kill.py`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from app.project.importing import ImportPlan, finish_import
from app.project.places import Found, How
from app.project.records import PredictedInstance
from app.project.store import AnnotationStore
from gkdt_core.domain import Category, ImageState, Instance, Origin, Visibility
from gkdt_core.formats.coco import CocoAnnotation, CocoCategory, CocoDataset, CocoImage
from gkdt_core.geometry import Box

STORE_EDITS = frozenset(
    {
        "add_category",
        "add_images",
        "add_instance",
        "apply_predictions",
        "change_category",
        "delete_category",
        "delete_instances",
        "move_images",
        "put_instance",
        "remove_images",
        "set_ignored",
        "set_modalities",
        "set_states",
        "set_support",
        "set_texts",
        "write_step",
    }
)
"""The edits of the store that `RandomEdits` makes. One that is new belongs here, and below."""
MOST_IMAGES, MOST_CATEGORIES = 40, 5


class RandomEdits:
    """Makes edits of a project, chosen by a generator: the same seed, the same edits.

    Args:
        store: An open project.
        folder: Where image files would be; none is needed.
        rng: Decides everything.
    """

    def __init__(self, store: AnnotationStore, folder: Path, rng: np.random.Generator) -> None:
        self._store, self._folder, self._rng = store, folder, rng
        self._number = 0
        self.kinds: Sequence[Callable[[], None]] = (
            *(self.add_images, self.remove_images, self.move_images, self.bring_in),
            *(self.add_category, self.change_category, self.delete_category),
            *(self.set_texts, self.set_modalities, self.set_support, self.set_support),
            *(self.add_instance, self.add_instance, self.put_instance, self.put_instance),
            *(self.drag, self.drag, self.delete_instances, self.set_states, self.set_ignored),
            *(self.predict, self.predict_batch, self.follow, self.several_at_once),
        )

    def make_one(self) -> None:
        """One edit; of kinds for which there is nothing to edit, none."""
        self.kinds[int(self._rng.integers(len(self.kinds)))]()

    # choosing

    def _any(self, values: Sequence[int]) -> int:
        return int(self._rng.choice(values))

    def _some(self, values: Sequence[int], most: int = 4) -> list[int]:
        count = int(self._rng.integers(1, min(most, len(values)) + 1))
        return [int(value) for value in self._rng.choice(values, count, replace=False)]

    def _new(self, what: str) -> str:
        self._number += 1
        return f"{what} {self._number} {self._rng.integers(10**6)}"

    def _instances(self) -> list[int]:
        some = self._store.image_ids()
        self._rng.shuffle(some)
        return [item.id for number in some[:10] for item in self._store.instances(number)]

    def _categories(self) -> list[int]:
        return [item.id for item in self._store.categories()]

    def _coin(self, chance: float = 0.5) -> bool:
        return bool(self._rng.random() < chance)

    def _value(self, category: Category, origin: Origin = Origin.HUMAN) -> Instance:
        """An instance whose places need every digit; some points are missing, some declared absent."""
        count, rng = len(category), self._rng
        there = rng.random(count) < 0.8
        scored = there & (origin is Origin.MODEL)
        return Instance(
            category,
            np.where(there[:, None], rng.uniform(0, 300, (count, 2)), np.nan),
            np.where(there, rng.integers(1, 3, count), Visibility.UNLABELED).astype(np.int8),
            np.where(scored, rng.uniform(0, 1, count), np.nan),
            np.where(scored, rng.uniform(0, 1, count), np.nan),
            np.where(there | (rng.random(count) < 0.3), origin, Origin.NONE).astype(np.int8),
            Box(1.1, 2.2, 30.3, 29.7) if self._coin(0.3) else None,
        )

    # images

    def add_images(self) -> None:
        if len(self._store.image_ids()) < MOST_IMAGES:
            self._store.add_images([self._folder / f"{self._new('img')}.png" for _ in range(3)])

    def remove_images(self) -> None:
        if len(ids := self._store.image_ids()) > 6:
            self._store.remove_images(self._some(ids, 2))

    def move_images(self) -> None:
        if ids := self._store.image_ids():
            found = [
                Found(number, self._folder / "moved" / f"{self._new('img')}.png", How.CONTENT)
                for number in self._some(ids)
            ]
            self._store.move_images(found)

    def set_states(self) -> None:
        if ids := self._store.image_ids():
            self._store.set_states(self._some(ids), list(ImageState)[self._any(range(5))])

    # categories

    def add_category(self) -> None:
        if len(self._categories()) < MOST_CATEGORIES:
            names = tuple(f"{side} {part}" for part in ("eye", "ear") for side in ("left", "right"))
            edges, pairs = ((0, 1), (0, 4)), ((0, 1), (2, 3))
            self._store.add_category(Category(self._new("kind"), (*names, "nose"), edges, pairs, "animal"))

    def change_category(self) -> None:
        if ids := self._categories():
            old = self._store.category(self._any(ids)).category
            order = self._rng.permutation(len(old))[: self._rng.integers(1, len(old) + 1)].tolist()
            mapping: list[int | None] = [*order, None] if len(order) < 7 else order
            names = tuple(self._new("point") for _ in mapping)
            number = next(item.id for item in self._store.categories() if item.category is old)
            self._store.change_category(number, Category(old.name, names), mapping)

    def delete_category(self) -> None:
        if len(ids := self._categories()) > 2:
            self._store.delete_category(self._any(ids))

    def set_texts(self) -> None:
        if ids := self._categories():
            old = self._store.category(self._any(ids))
            self._store.set_texts(old.id, [self._new("words") if self._coin() else "" for _ in old.texts])

    def set_modalities(self) -> None:
        if ids := self._categories():
            self._store.set_modalities(self._any(ids), self._coin(), self._coin())

    def set_support(self) -> None:
        if ids := self._instances():
            self._store.set_support(self._any(ids), self._coin(0.7))

    # instances

    def add_instance(self) -> None:
        if (images := self._store.image_ids()) and (kinds := self._categories()):
            kind = self._store.category(self._any(kinds))
            human = self._coin(0.7)
            self._store.add_instance(self._any(images), self._value(kind.category), kind.id, human=human)

    def put_instance(self) -> None:
        if ids := self._instances():
            stored = self._store.instance(self._any(ids))
            self._store.put_instance(stored.id, self._value(stored.instance.category))

    def drag(self) -> None:
        if ids := self._instances():
            number, key = self._any(ids), object()
            category = self._store.instance(number).instance.category
            for _ in range(3):
                self._store.put_instance(number, self._value(category), "Move", key)

    def delete_instances(self) -> None:
        if ids := self._instances():
            self._store.delete_instances(self._some(ids, 3), human=self._coin())

    def set_ignored(self) -> None:
        keys = [f"finding {number}" for number in self._some(range(6))]
        self._store.set_ignored(keys, self._coin())

    # the model

    def _answers(self, count: int) -> list[PredictedInstance]:
        images, kinds = self._store.image_ids(), self._categories()
        if not images or not kinds:
            return []
        answers = []
        for _ in range(count):
            kind, image_id = self._store.category(self._any(kinds)), self._any(images)
            mine = [item.id for item in self._store.instances(image_id) if item.category_id == kind.id]
            number = self._any(mine) if mine and self._coin() else None
            answer = self._value(kind.category, Origin.MODEL)
            answers.append(PredictedInstance(image_id, kind.id, number, answer))
        return answers

    def predict(self) -> None:
        self._store.apply_predictions(self._answers(3), include_reviewed=self._coin())

    def predict_batch(self) -> None:
        key = ("batch", self._new("batch"))
        for _ in range(3):
            self._store.apply_predictions(self._answers(4), "Pre-label", merge_key=key)

    def follow(self) -> None:
        self.set_texts()
        self._store.apply_predictions(self._answers(1), follows=True)

    # several

    def several_at_once(self) -> None:
        with self._store.one_step("Several"):
            self.add_images()
            self.add_instance()
            self.move_images()
            self.set_support()
            self.delete_instances()
            self.remove_images()

    def bring_in(self) -> None:
        """An import, which builds its step itself."""
        if len(self._store.image_ids()) >= MOST_IMAGES or len(self._categories()) >= MOST_CATEGORIES:
            return
        category = Category(self._new("imported"), ("left hand", "right hand"), pairs=((0, 1),))
        images = tuple(
            CocoImage(number, f"{self._new('img')}.jpg", 480, 640, extra={"licence": number})
            for number in (1, 2)
        )
        annotations = tuple(
            CocoAnnotation(10 + image.id, image.id, 5, self._value(category), {"is_support": self._coin()})
            for image in images
        )
        dataset = CocoDataset(images, (CocoCategory(5, category),), annotations, {"info": {"year": 2024}})
        paths = {image.id: self._folder / image.file_name for image in images}
        plan = ImportPlan(self._folder / "coco.json", self._folder, dataset, paths, 2)
        finish_import(self._store, plan)


def start(store: AnnotationStore, folder: Path, category: Category | None = None) -> None:
    """Something to edit from the first moment on."""
    store.add_images([folder / f"img{number}.png" for number in range(8)])
    kind = category or Category("horse", ("left eye", "right eye", "nose"), ((0, 2),), ((0, 1),))
    store.add_category(kind)
    store.add_category(replace(kind, name=f"other {kind.name}"))


def predicted(category: Category, rng: np.random.Generator) -> Instance:
    """A model's answer for all keypoints."""
    count = len(category)
    return Instance(
        category,
        rng.uniform(0, 300, (count, 2)),
        np.full(count, Visibility.VISIBLE, np.int8),
        rng.uniform(0, 1, count),
        rng.uniform(0, 1, count),
        np.full(count, Origin.MODEL, np.int8),
    )
