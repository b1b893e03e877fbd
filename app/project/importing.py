"""Annotation files into a project.

Preparing an import touches no project and runs in a job's thread; only `finish_import` edits, in the window's
thread, as one undo step.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.project.coco_fields import (
    MARK,
    META,
    MODALITIES,
    STEPS,
    SUPPORT,
    TEXTS,
    as_object,
    as_records,
    coco_fields,
    extra_text,
)
from app.project.records import NewImage
from app.project.rows import POINT, CategoryRow, Delta, ImageWork, InstanceRow, pack, unpack
from app.project.store import AnnotationStore
from gkdt_core.domain import Category, ImageState, Origin
from gkdt_core.errors import DatasetError
from gkdt_core.formats.building import OtherSize, ReadOptions, other_size
from gkdt_core.formats.coco import CocoCategory, CocoDataset, CocoImage, KeypointOrigin, resolve_image
from gkdt_core.formats.finding import annotations_at
from gkdt_core.formats.registry import COCO, Format
from gkdt_core.formats.unpacking import unpack_pictures
from gkdt_core.progress import Checkpoint, no_checkpoint


@dataclass(frozen=True, slots=True, eq=False)
class ImportPlan:
    """A COCO file read, checked and matched with a folder, ready for `finish_import`.

    Attributes:
        source: The file or folder that was read: what was asked for, or what was meant by that.
        images_dir: The folder of its images.
        dataset: Its content.
        paths: Image id in the file -> where the image lies.
        missing: How many of the images are not there.
        skipped: One sentence for each thing that was left out, and why.
        skipped_count: How many they were, also those without a sentence.
        other_sizes: How many image files have another size than the file says.
        other_size: One of them.
        is_elsewhere: Whether `source` is not what was asked for.
    """

    source: Path
    images_dir: Path
    dataset: CocoDataset
    paths: Mapping[int, Path]
    missing: int
    skipped: tuple[str, ...] = ()
    skipped_count: int = 0
    other_sizes: int = 0
    other_size: OtherSize | None = None
    is_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did.

    Attributes:
        images: New images.
        categories: New categories.
        instances: New instances.
        already_there: Instances that the project had exactly so, left out.
        missing_images: Images of the file that are not in the folder; they are listed all the same.
        notes: One sentence for each thing worth knowing.
        image_ids: The images of the file in the project, in the file's order.
    """

    images: int
    categories: int
    instances: int
    already_there: int
    missing_images: int
    notes: tuple[str, ...]
    image_ids: tuple[int, ...]


def prepare_import(
    path: Path,
    images_dir: Path | None = None,
    keypoint_origin: KeypointOrigin | None = None,
    checkpoint: Checkpoint = no_checkpoint,
    form: Format | None = None,
) -> ImportPlan:
    """Reads annotations and finds their images. For a job thread: no project is changed.

    Pictures that are inside the file, and frames of a video beside it, are written into the folder of images
    where they are not there yet.

    Args:
        path: The file or folder, a part of a YOLO-pose dataset, or the folder around the one file.
        images_dir: The folder that its image names are relative to; None for where its format has them.
        keypoint_origin: What its keypoints count from, where that is not what its format says.
        checkpoint: Called now and then; may raise `Cancelled`.
        form: The format; None to tell it from the content.

    Raises:
        DatasetError: The file cannot be used; the message names the record.
    """
    folder = None if images_dir is None else Path(os.path.abspath(images_dir))
    options = ReadOptions(folder, keypoint_origin, checkpoint=lambda share: checkpoint(0.6 * share))
    asked = path
    form, path = annotations_at(path, form)
    result = form.read(path, options)
    said = result.dataset.images  # what is unpacked gets the size that it has
    if result.inner:
        result = unpack_pictures(result, result.images_dir, lambda share: checkpoint(0.6 + 0.1 * share))
    dataset, folder = result.dataset, Path(os.path.abspath(result.images_dir))
    if images_dir is not None and not result.inner:
        folder = _with_images(folder, dataset)
    paths, missing, resized = dict[int, Path](), 0, list[OtherSize]()
    for position, image in enumerate(said):
        if position % STEPS == 0:
            checkpoint(0.7 + 0.3 * position / len(dataset.images))
        paths[image.id] = resolve_image(folder, image.file_name)
        if not paths[image.id].is_file():
            missing += 1
        elif (found := other_size(folder, image)) is not None:
            resized.append(found)
    if dataset.images and missing == len(dataset.images):
        raise DatasetError(
            f'{path.name}: none of its {missing} images is in "{folder}", for example '
            f'"{dataset.images[0].file_name}".',
            hint="Choose the folder that the image names in the file start from.",
        )
    checkpoint(1.0)
    return ImportPlan(
        path,
        folder,
        dataset,
        paths,
        missing,
        result.skipped,
        result.skipped_count,
        len(resized),
        resized[0] if resized else None,
        path != asked,
    )


def _with_images(folder: Path, dataset: CocoDataset) -> Path:
    """`folder`, or "images" in it, or the folder around it, where only from there an image is found."""
    for candidate in (folder, folder / "images", folder.parent):
        if any(resolve_image(candidate, image.file_name).is_file() for image in dataset.images):
            return candidate
    return folder


def finish_import(store: AnnotationStore, plan: ImportPlan) -> ImportReport:
    """Brings a prepared file into the open project: one undo step.

    Categories with the same name and keypoint names are one, in whatever order the file lists the keypoints;
    one with the same name and other keypoints gets a number behind its name. Images are the same when they
    are the same file.
    """
    importer = _Importer(store, plan)
    report = importer.run()
    store.write_step(f"Import {plan.source.name}", importer.delta)
    return report


def import_coco(
    store: AnnotationStore, path: Path, images_dir: Path, keypoint_origin: KeypointOrigin = "index"
) -> ImportReport:
    """`prepare_import` and `finish_import` at once, for small files and command lines."""
    return finish_import(store, prepare_import(path, images_dir, keypoint_origin, form=COCO))


class _Importer:
    def __init__(self, store: AnnotationStore, plan: ImportPlan) -> None:
        self._store = store
        self._database = store.database
        self._plan = plan
        self._dataset = plan.dataset
        self._own_file = MARK in plan.dataset.extra
        self._rows = {row.id: row for row in self._database.category_rows()}
        self._notes: list[str] = []
        self._new_categories = self._new_instances = self._same = 0
        self.delta = Delta()

    def run(self) -> ImportReport:
        """Builds the step."""
        categories = self._categories()
        self.delta.absorb(
            self._store.images_step(
                [
                    NewImage(self._plan.paths[image.id], image.height or None, image.width or None)
                    for image in self._dataset.images
                ],
                self._plan.images_dir,
            )
        )
        added = {pair[1].path: number for number, pair in self.delta.media.items() if pair[1] is not None}
        known = {**self._database.media_paths(), **added}
        ids = {
            image.id: known[self._store.stored_path(self._plan.paths[image.id])]
            for image in self._dataset.images
        }
        self._instances(categories, ids)
        self._image_facts(ids)
        self._top_level()
        self._tell_other_sizes()
        if self._plan.is_elsewhere:
            self._notes.append(f'The dataset in "{self._plan.source}" was read.')
        return ImportReport(
            images=len(added),
            categories=self._new_categories,
            instances=self._new_instances,
            already_there=self._same,
            missing_images=self._plan.missing,
            notes=tuple(self._notes),
            image_ids=tuple(ids.values()),
        )

    def _categories(self) -> dict[int, tuple[CategoryRow, tuple[int, ...]]]:
        """Category id in the file -> the project's row, and for each of its keypoints the file's index."""
        result = {}
        number = self._database.next_id("category")
        position = max((row.position for row in self._rows.values()), default=-1) + 1
        for record in self._dataset.categories:
            category = record.category
            names = {row.category.name: row for row in self._rows.values()}
            row = names.get(category.name)
            if row is not None and set(row.category.keypoints) == set(category.keypoints):
                order = tuple(category.keypoints.index(name) for name in row.category.keypoints)
                result[record.id] = (row, order)
                continue
            if row is not None:
                again = 2
                while f"{category.name} ({again})" in names:
                    again += 1
                renamed = f"{category.name} ({again})"
                self._notes.append(
                    f'The project has a category "{category.name}" with other keypoints, so the imported one '
                    f'is called "{renamed}".'
                )
                category = replace(category, name=renamed)
            row = self._category_row(number, position, category, record)
            self._rows[number] = row
            self.delta.categories[number] = (None, row)
            self._new_categories += 1
            result[record.id] = (row, tuple(range(len(category))))
            number, position = number + 1, position + 1
        return result

    def _category_row(
        self, number: int, position: int, category: Category, record: CocoCategory
    ) -> CategoryRow:
        fields = dict(record.extra)
        texts, modalities = fields.pop(TEXTS, None), fields.pop(MODALITIES, None)
        sound = isinstance(texts, list) and len(texts) == len(category)
        if not sound or not all(isinstance(text, str) and text.strip() for text in texts):
            texts = category.keypoints
        chosen = modalities if isinstance(modalities, list) else ["text", "visual"]
        extra = extra_text(fields, record.id)
        return CategoryRow(
            number, position, category, tuple(texts), "text" in chosen, "visual" in chosen, extra
        )

    def _instances(
        self, categories: Mapping[int, tuple[CategoryRow, tuple[int, ...]]], ids: Mapping[int, int]
    ) -> None:
        number = self._database.next_id("instance")
        there: dict[int, list[InstanceRow]] = {}
        top: dict[int, int] = {}
        supports: dict[int, list[int]] = {}
        for annotation in self._dataset.annotations:
            image_id = ids[annotation.image_id]
            row, order = categories[annotation.category_id]
            points = unpack(pack(annotation.instance))[list(order)].astype(POINT).tobytes()
            if image_id not in there:
                old = image_id not in self.delta.media
                there[image_id] = self._database.instance_rows(image_id, self._rows) if old else []
                top[image_id] = self._database.top_position(image_id) if old else 0
            box = annotation.instance.box
            if any(
                known.category_id == row.id and known.points == points and known.box == box
                for known in there[image_id]
            ):
                self._same += 1
                continue
            fields = dict(annotation.extra)
            if fields.pop(SUPPORT, False) is True:
                supports.setdefault(row.id, []).append(number)
            extra = extra_text(fields, annotation.id)
            instance = InstanceRow(number, image_id, row.id, top[image_id], points, box, extra)
            self.delta.instances[number] = (None, instance)
            self._new_instances += 1
            number, top[image_id] = number + 1, top[image_id] + 1
        for category_id, members in supports.items():
            before = self._database.supports(category_id)
            self.delta.supports[category_id] = (before, (*before, *members))

    def _image_facts(self, ids: Mapping[int, int]) -> None:
        """States, ids and further fields of images; records that have no keypoints stay with their image."""
        kinds: dict[int, set[Origin]] = {}
        for _, row in self.delta.instances.values():
            if row is not None:
                found = unpack(row.points)["origin"].tolist()
                kinds.setdefault(row.image_id, set()).update(Origin(value) for value in found)
        others: dict[int, list[dict[str, Any]]] = {}
        for record in self._dataset.other_annotations:
            if record.get("image_id") in ids:
                others.setdefault(ids[record["image_id"]], []).append(dict(record))
        for image in self._dataset.images:
            number = ids[image.id]
            extra = {"coco": dict(image.extra), "coco_id": image.id}
            if number in others:
                extra["others"] = others[number]
            state = self._state(image, kinds.get(number, set()))
            new = self.delta.media.get(number, (None, None))[1]
            if new is not None:
                listed = replace(new, state=state, extra=json.dumps(extra, ensure_ascii=False))
                self.delta.media[number] = (None, listed)
                continue
            work = self._database.work(number)
            after = state if work.state is ImageState.UNTOUCHED else work.state
            text = json.dumps({**extra, **as_object(work.extra)}, ensure_ascii=False)
            if (after, text) != (work.state, work.extra):
                self.delta.work[number] = (work, ImageWork(after, text))

    def _state(self, image: CocoImage, kinds: set[Origin]) -> ImageState:
        """The file's state; what other programs wrote is in work where a person placed points."""
        if self._own_file or image.state is not ImageState.UNTOUCHED:
            return image.state
        if kinds & {Origin.HUMAN, Origin.CARRIED}:
            return ImageState.IN_WORK
        return ImageState.PREDICTED if Origin.MODEL in kinds else ImageState.UNTOUCHED

    def _tell_other_sizes(self) -> None:
        one, count = self._plan.other_size, self._plan.other_sizes
        if one is None:
            return
        (height, width), (high, wide) = one.found, one.said
        if count == 1:
            self._notes.append(
                f'"{one.name}" has {width} x {height} px, but its annotations say {wide} x {high}. '
                "Its points may lie in the wrong place."
            )
        else:
            self._notes.append(
                f'{count:,} images have another size than their annotations say: "{one.name}" has '
                f"{width} x {height} px instead of {wide} x {high}. "
                "Their points may lie in the wrong place."
            )

    def _top_level(self) -> None:
        """Keeps the file's own fields for the next export; those of an earlier import win."""
        before = self._database.meta(META)
        kept = as_object(before)
        others = as_records(kept.get("other_categories"))
        taken = {record.get("id") for record in others}
        others += [dict(record) for record in self._dataset.other_categories if record.get("id") not in taken]
        extra = {key: value for key, value in self._dataset.extra.items() if key != MARK}
        after = {
            "coco": {**extra, **coco_fields(kept)},
            "other_categories": others,
            "keypoint_origin": kept.get("keypoint_origin", self._dataset.keypoint_origin),
        }
        self.delta.meta[META] = (before, json.dumps(after, ensure_ascii=False))
