"""The edits of a project: each method is one undo step."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from app.i18n import counted, mark, tr
from app.project.commands import FOLLOWS
from app.project.places import Found
from app.project.predictions import PredictionMerger
from app.project.records import NewImage, PredictedInstance, PredictionOutcome
from app.project.row_parsing import with_colours
from app.project.rows import POINT, CategoryRow, Delta, InstanceRow, pack, unpack
from app.project.store_reading import IGNORED
from app.project.store_steps import StepsStore, removed_key
from gkdt_core.domain import Category, ImageState, Instance
from gkdt_core.errors import AnnotationError


class EditingStore(StepsStore):
    """Edits an open project. A method that changes nothing makes no undo step."""

    def add_images(self, images: Sequence[NewImage | Path], root: Path | None = None) -> tuple[int, ...]:
        """Adds image files and returns their ids, in order; a file already there keeps its id.

        Args:
            images: Files; nothing is read from them but size in bytes and time.
            root: The folder that names are relative to; the project's folder without one.
        """
        base = None if root is None else Path(os.path.abspath(root))
        delta, ids, added = self._images_delta(images, base)
        removed = self.removed_files()
        for _, row in delta.media.values():
            if row is not None and row.path in removed:
                delta.meta[removed_key(row.path)] = ("1", None)
        self._edit(counted(len(added), "Add image", "Add {n:,} images"), delta)
        return ids

    def remove_images(self, image_ids: Sequence[int]) -> None:
        """Takes images and their instances out of the project; the files stay.

        The project keeps which they were: opening their folder again does not bring them back.
        """
        delta = Delta()
        for image_id in dict.fromkeys(image_ids):
            row = self._db.media_row(image_id)
            if row is None:
                self._db.image(image_id)  # says what is wrong
            delta.media[image_id] = (row, None)
            if row is not None:
                key = removed_key(row.path)
                delta.meta[key] = (self._db.meta(key), "1")
            rows = self._db.instance_rows(image_id, self._categories)
            delta.put_instances((row, None) for row in rows)
        self._drop_supports(delta)
        self._edit(counted(len(delta.media), "Remove image", "Remove {n:,} images"), delta)

    def move_images(self, found: Sequence[Found]) -> None:
        """Says where the files of images are; a file that is another image's is left out."""
        delta = self._places_delta(found)
        count = len(delta.places)
        self._edit(counted(count, "Find the image again", "Find {n:,} images again"), delta)

    def add_category(self, category: Category) -> int:
        """Adds a category, prompted by its keypoint names and its supports, and returns its id."""
        self._check_name_free(category.name, None)
        number = self._db.next_id("category")
        position = max((row.position for row in self._categories.values()), default=-1) + 1
        extra = with_colours("{}", category.colours)
        row = CategoryRow(number, position, category, category.keypoints, extra=extra)
        self._edit(tr('Add category "{name}"', name=category.name), Delta(categories={number: (None, row)}))
        return number

    def change_category(self, category_id: int, category: Category, mapping: Sequence[int | None]) -> None:
        """Renames, reorders, adds or removes keypoints; existing instances follow, supports stay.

        Args:
            category_id: Which.
            category: The category as it shall be, with N keypoints.
            mapping: N entries: for each new keypoint the old index that it continues, or None for a new one.
        """
        old = self._category_row(category_id)
        self._check_name_free(category.name, category_id)
        sources = [-1 if index is None else index for index in mapping]
        kept = [index for index in mapping if index is not None]
        if (
            len(sources) != len(category)
            or len(set(kept)) != len(kept)
            or any(not 0 <= index < len(old.category) for index in kept)
        ):
            raise AnnotationError(
                tr(
                    'Category "{name}": the {len} keypoints cannot continue the old {len2} as {list}.',
                    name=category.name,
                    len=len(category),
                    len2=len(old.category),
                    list=list(mapping),
                ),
                hint=tr("Give each new keypoint one old one, or none."),
            )
        texts = tuple(
            name if index < 0 or old.texts[index] == old.category.keypoints[index] else old.texts[index]
            for name, index in zip(category.keypoints, sources, strict=True)
        )
        changed = replace(
            old, category=category, texts=texts, extra=with_colours(old.extra, category.colours)
        )
        delta = Delta(categories={category_id: (old, changed)})
        if sources != list(range(len(old.category))):
            empty = unpack(pack(Instance.empty(category)))
            for instance_id in self._db.instance_ids_of(category_id):
                row = self._db.instance_row(instance_id, self._categories)
                if row is None:
                    continue  # damaged, and told
                before = unpack(row.points)
                after = np.where(np.array(sources) >= 0, before[sources], empty).astype(POINT)
                delta.instances[instance_id] = (row, replace(row, points=after.tobytes()))
        self._edit(tr('Change category "{name}"', name=category.name), delta)

    def delete_category(self, category_id: int) -> None:
        """Deletes a category with all its instances."""
        row = self._category_row(category_id)
        delta = Delta(categories={category_id: (row, None)})
        for instance_id in self._db.instance_ids_of(category_id):
            instance = self._db.instance_row(instance_id, self._categories)
            if instance is not None:
                delta.instances[instance_id] = (instance, None)
        self._drop_supports(delta)
        self._edit(tr('Delete category "{name}"', name=row.category.name), delta)

    def set_texts(self, category_id: int, texts: Sequence[str]) -> None:
        """Sets the N prompt texts; an empty one means the keypoint's name."""
        row = self._category_row(category_id)
        if len(texts) != len(row.category):
            raise AnnotationError(
                tr(
                    'Category "{name}" has {len} keypoints, not {len2}.',
                    name=row.category.name,
                    len=len(row.category),
                    len2=len(texts),
                ),
                hint=tr("Give one text for each keypoint."),
            )
        words = tuple(text.strip() or name for text, name in zip(texts, row.category.keypoints, strict=True))
        self._edit(
            tr("Change prompt texts"), Delta(categories={category_id: (row, replace(row, texts=words))})
        )

    def set_modalities(self, category_id: int, use_text: bool, use_visual: bool) -> None:
        """Sets which parts of the prompt count."""
        row = self._category_row(category_id)
        after = replace(row, use_text=use_text, use_visual=use_visual)
        self._edit(tr("Change prompt"), Delta(categories={category_id: (row, after)}))

    def add_instance(
        self,
        image_id: int,
        instance: Instance,
        category_id: int | None = None,
        *,
        text: str = mark("Add instance"),
        human: bool = True,
    ) -> int:
        """Adds an instance on top and returns its id.

        Args:
            image_id: Where.
            instance: Its category must be one of the project's, by name and keypoints.
            category_id: The category, where the caller knows it.
            text: The undo step's name.
            human: Whether a person did it: an untouched or predicted image becomes "in work"
                in the same step.
        """
        category = self._category_for(instance, category_id)
        number = self._db.next_id("instance")
        row = InstanceRow(
            number, image_id, category.id, self._db.top_position(image_id), pack(instance), instance.box
        )
        delta = Delta(instances={number: (None, row)})
        self._db.image(image_id)  # says so when there is none
        if human:
            self._touch(delta, image_id)
        self._edit(text, delta)
        return number

    def put_instance(
        self,
        instance_id: int,
        instance: Instance,
        text: str = mark("Edit instance"),
        merge_key: object | None = None,
        *,
        human: bool = True,
    ) -> None:
        """Replaces an instance's points and box.

        Args:
            instance_id: Which.
            instance: The new value, with the keypoints of the same category.
            text: The undo step's name, for example "Move left eye".
            merge_key: Steps on one instance with the same key, one right after the other, become one step:
                the key of a drag.
            human: As in `add_instance`.
        """
        before = self._instance_row(instance_id)
        self._category_for(instance, before.category_id)
        after = replace(before, points=pack(instance), box=instance.box)
        if after == before:
            return
        delta = Delta(instances={instance_id: (before, after)})
        if human:
            self._touch(delta, before.image_id)
        self._edit(text, delta, None if merge_key is None else ("put", instance_id, merge_key))

    def delete_instances(self, instance_ids: Sequence[int], *, human: bool = True) -> None:
        """Deletes instances; they leave the supports too. Undo brings back both, with the same ids."""
        delta = Delta()
        for instance_id in dict.fromkeys(instance_ids):
            row = self._instance_row(instance_id)
            delta.instances[instance_id] = (row, None)
            if human and row.image_id not in delta.work:
                self._touch(delta, row.image_id)
        self._drop_supports(delta)
        count = len(delta.instances)
        self._edit(counted(count, "Delete instance", "Delete {n:,} instances"), delta)

    def set_states(self, image_ids: Sequence[int], state: ImageState) -> None:
        """Sets the state of images."""
        delta = Delta()
        for image_id in dict.fromkeys(image_ids):
            work = self._db.work(image_id)
            if work.state is not state:
                delta.work[image_id] = (work, replace(work, state=state))
        count = len(delta.work)
        self._edit(
            counted(
                count,
                "Mark image as {state}",
                "Mark {n:,} images as {state}",
                state=tr(state.value.replace("_", " ").capitalize()).lower(),
            ),
            delta,
        )

    def set_support(self, instance_id: int, on: bool) -> None:
        """Puts an instance into its category's visual prompt, at the end, or takes it out."""
        category_id = self._instance_row(instance_id).category_id
        before = self._db.supports(category_id)
        after = tuple(number for number in before if number != instance_id)
        if on:
            after = before if instance_id in before else (*before, instance_id)
        self._edit(
            tr("Use as prompt") if on else tr("Remove from prompt"),
            Delta(supports={category_id: (before, after)}),
        )

    def apply_predictions(
        self,
        items: Sequence[PredictedInstance],
        text: str = mark("Predict"),
        *,
        include_reviewed: bool = False,
        merge_key: object | None = None,
        follows: bool = False,
    ) -> PredictionOutcome:
        """Takes in a model's answers: one undo step.

        A point whose origin is HUMAN or CARRIED never changes, nor does one that a person declared absent,
        nor one that the answer says nothing about. An untouched image becomes predicted.

        Args:
            items: The answers. Whatever origin their points name, they are stored as the model's.
            text: The undo step's name.
            include_reviewed: Also change the model's points in reviewed and rejected images; a reviewed image
                that changes is in work again.
            merge_key: Portions of one batch with the same key, with no edit between, become one step.
            follows: The answers come from the edit just made, and are undone together with it.
        """
        merger = PredictionMerger(self._db, self._categories, include_reviewed=include_reviewed)
        for item in items:
            merger.take(item)
        delta, outcome = merger.result()
        key = FOLLOWS if follows else None if merge_key is None else ("predict", merge_key)
        self._edit(text, delta, key)
        return outcome

    def set_ignored(self, keys: Sequence[str], on: bool) -> None:
        """Lets the checks pass over findings named by `keys`, or tell them again."""
        delta = Delta()
        for key in dict.fromkeys(keys):
            name = f"{IGNORED}{key}"
            delta.meta[name] = (self._db.meta(name), "1" if on else None)
        self._edit(tr("Ignore the finding") if on else tr("Do not ignore the finding"), delta)

    def write_step(self, text: str, delta: Delta) -> None:
        """Makes a ready step as one edit."""
        self._edit(text, delta)
