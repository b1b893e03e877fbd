"""Projects to COCO files and back, so that a file imported into an empty project exports as the same file.

Exporting reads its own snapshot of the project file and preparing an import touches no project at all: both
run in job threads. Only `finish_import` edits, in the window's thread, as one undo step.

What COCO has no field for travels beside it: `prompt_texts`, `prompt_modalities` (category), `is_support`
(annotation), and the top-level `gkdt_project`, which says that image states are meant as written.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from app.project.database import ProjectDatabase
from app.project.records import NewImage
from app.project.rows import POINT, CategoryRow, Delta, ImageWork, InstanceRow, MediaRow, pack, unpack
from app.project.store import AnnotationStore
from gkdt_core.domain import Category, ImageState, Instance, Origin, Visibility
from gkdt_core.errors import DatasetError, MediaError
from gkdt_core.formats.building import ReadOptions
from gkdt_core.formats.coco import (
    CocoAnnotation,
    CocoCategory,
    CocoDataset,
    CocoImage,
    KeypointOrigin,
    read_coco,
    resolve_image,
    write_coco,
)
from gkdt_core.formats.registry import COCO, Format, format_at
from gkdt_core.formats.unpacking import unpack_pictures
from gkdt_core.media.images import image_size
from gkdt_core.progress import Checkpoint, no_checkpoint

EXPORTED_STATES = frozenset(ImageState) - {ImageState.REJECTED}
_MARK = "gkdt_project"
_TEXTS, _MODALITIES, _SUPPORT = "prompt_texts", "prompt_modalities", "is_support"
_META = "coco"  # key of the meta row with a file's top-level fields
_STEPS = 200  # records between two checkpoints


# -- export ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What goes into the file.

    Attributes:
        states: Only images in these states.
        empty_images: Also images without any instance.
        model_points: Also points of the model (and carried ones) in images that nobody reviewed. In reviewed
            images a person accepted them, so they always go in, still marked as the model's.
    """

    states: frozenset[ImageState] = EXPORTED_STATES
    empty_images: bool = False
    model_points: bool = True


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote.

    Attributes:
        path: The file.
        images_dir: The folder that its image names are relative to.
        images: Images in it.
        instances: Instances in it.
        keypoints: Labelled keypoints in it.
        left_out: One sentence for each kind of thing that the file does not hold.
        notes: One sentence for each other thing worth knowing.
    """

    path: Path
    images_dir: Path
    images: int
    instances: int
    keypoints: int
    left_out: tuple[str, ...]
    notes: tuple[str, ...] = ()


def export_coco(
    project: Path,
    path: Path,
    options: ExportOptions | None = None,
    checkpoint: Checkpoint = no_checkpoint,
) -> ExportReport:
    """Writes a project as a COCO keypoint file, completely or not at all, and reads it again to be sure.

    Args:
        project: The project file (`store.path`); it may be edited meanwhile.
        path: The file to write, in place of one there.
        options: What goes in; everything but rejected images by default.
        checkpoint: Called now and then; may raise `Cancelled`, then nothing is written.

    Raises:
        ProjectError: The project cannot be read.
        DatasetError: The file cannot be written.
    """
    gathered = gather(project, options or ExportOptions(), checkpoint)
    dataset = gathered.dataset
    path = Path(os.path.abspath(path))
    trial = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        write_coco(dataset, trial)
        checkpoint(0.85)
        _check_same(dataset, read_coco(trial, keypoint_origin=dataset.keypoint_origin), path)
        checkpoint(0.98)
        os.replace(trial, path)
    except OSError as error:
        raise DatasetError(
            f'"{path}" was not written: {error.strerror or error}.',
            hint="Check your permission to write there, or choose another place.",
        ) from error
    finally:
        trial.unlink(missing_ok=True)
    checkpoint(1.0)
    return gathered.report(path)


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """What an export would hold.

    Attributes:
        dataset: Its images, categories and instances.
        images_dir: The folder that its image names are relative to.
        left_out: One sentence for each kind of thing that the options leave out.
    """

    dataset: CocoDataset
    images_dir: Path
    left_out: tuple[str, ...]

    def report(self, path: Path, notes: tuple[str, ...] = ()) -> ExportReport:
        """What was written to `path`, and what is to be told of it."""
        annotations = self.dataset.annotations
        return ExportReport(
            path,
            self.images_dir,
            len(self.dataset.images),
            len(annotations),
            sum(int(annotation.instance.labeled.sum()) for annotation in annotations),
            self.left_out,
            notes,
        )


def gather(project: Path, options: ExportOptions, checkpoint: Checkpoint = no_checkpoint) -> Gathered:
    """A project as one dataset; reads its own snapshot of the file.

    Raises:
        ProjectError: The project cannot be read.
        DatasetError: Its images have no common folder.
    """
    database = ProjectDatabase.snapshot(project)
    try:
        exporter = _Exporter(database, options, checkpoint)
        dataset = exporter.dataset()
    finally:
        database.close()
    return Gathered(dataset, exporter.images_dir, tuple(exporter.left_out))


def _check_same(written: CocoDataset, read: CocoDataset, path: Path) -> None:
    same = (
        len(written.images) == len(read.images)
        and [c.category for c in written.categories] == [c.category for c in read.categories]
        and len(written.annotations) == len(read.annotations)
        and all(
            ours.id == theirs.id and ours.instance.same_as(theirs.instance)
            for ours, theirs in zip(written.annotations, read.annotations, strict=True)
        )
    )
    if not same:
        raise DatasetError(
            f'"{path}" was not written: reading it again gave something else.',
            hint="Please report this with the project file.",
        )


class _Ids:
    """Numbers for a file: those that the records had in the file they came from, else new ones."""

    def __init__(self, remembered: Iterable[int | None]) -> None:
        self._next = max((number for number in remembered if number is not None), default=0) + 1
        self._used: set[int] = set()

    def take(self, remembered: int | None) -> int:
        if remembered is not None and remembered not in self._used:
            self._used.add(remembered)
            return remembered
        while self._next in self._used:
            self._next += 1
        self._used.add(self._next)
        return self._next


def _object(text: str | None) -> dict[str, Any]:
    """The further fields of a row; those of a row that another program spoilt count as none."""
    try:
        value = json.loads(text or "{}")
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _fields(extra: Mapping[str, Any]) -> dict[str, Any]:
    value = extra.get("coco")
    return dict(value) if isinstance(value, dict) else {}


def _number(extra: Mapping[str, Any]) -> int | None:
    value = extra.get("coco_id")
    return value if type(value) is int else None


def _records(value: object) -> list[dict[str, Any]]:
    return [record for record in value if isinstance(record, dict)] if isinstance(value, list) else []


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


class _Exporter:
    def __init__(self, database: ProjectDatabase, options: ExportOptions, checkpoint: Checkpoint) -> None:
        self._database = database
        self._options = options
        self._checkpoint = checkpoint
        self._categories = {row.id: row for row in database.category_rows()}
        self._supports = {number for key in self._categories for number in database.supports(key)}
        self._file = _object(database.meta(_META))
        self.left_out: list[str] = []
        self.images_dir = database.folder

    def dataset(self) -> CocoDataset:
        rows, found = self._choose()
        others = _records(self._file.get("other_categories"))
        other_ids = [record["id"] for record in others if type(record.get("id")) is int]
        category_ids = _Ids([*other_ids, *(_number(_object(row.extra)) for row in self._categories.values())])
        for number in other_ids:
            category_ids.take(number)
        categories = tuple(self._category(row, category_ids) for row in self._categories.values())
        numbers = {
            row.id: category.id for row, category in zip(self._categories.values(), categories, strict=True)
        }

        extras = {row.id: _object(row.extra) for row in rows}
        image_ids = _Ids([_number(extra) for extra in extras.values()])
        names = self._names(rows)
        images, unread = list[CocoImage](), 0
        for row in rows:
            height, width = row.height or 0, row.width or 0
            if not height:
                try:
                    height, width = image_size(self._database.image(row.id).path)
                except MediaError:
                    unread += 1
            number = image_ids.take(_number(extras[row.id]))
            images.append(CocoImage(number, names[row.id], height, width, row.state, _fields(extras[row.id])))
        if unread:
            self.left_out.append(f"The size of {_count(unread, 'image')}, whose file cannot be read.")

        annotations, other_annotations = self._annotations(
            rows, images, found, extras, numbers, set(other_ids)
        )
        origin: KeypointOrigin = "corner" if self._file.get("keypoint_origin") == "corner" else "index"
        return CocoDataset(
            tuple(images),
            categories,
            annotations,
            {**_fields(self._file), _MARK: 1},
            tuple(others),
            other_annotations,
            origin,
        )

    def _choose(self) -> tuple[list[MediaRow], dict[int, list[tuple[InstanceRow, Instance]]]]:
        """The images that go in, and the instances of each."""
        all_rows = list(self._database.media_rows())
        rows, found = list[MediaRow](), dict[int, list[tuple[InstanceRow, Instance]]]()
        by_state = empty = model_points = emptied = 0
        for position, row in enumerate(all_rows):
            if position % _STEPS == 0:
                self._checkpoint(0.6 * position / len(all_rows))
            if row.state not in self._options.states:
                by_state += 1
                continue
            instances = []
            for stored in self._database.instance_rows(row.id, self._categories):
                instance = stored.instance(self._categories[stored.category_id].category)
                if not self._options.model_points and row.state is not ImageState.REVIEWED:
                    instance, dropped = _without_model_points(instance)
                    model_points += dropped
                    if dropped and not (instance.origins == Origin.HUMAN).any():
                        emptied += 1
                        continue
                instances.append((stored, instance))
            if not instances and not self._options.empty_images and "others" not in _object(row.extra):
                empty += 1
                continue
            rows.append(row)
            found[row.id] = instances
        for count, what, why in (
            (by_state, "image", "whose state was not asked for"),
            (empty, "image", "without instances"),
            (model_points, "point", "of the model that nobody reviewed"),
            (emptied, "instance", "that had only such points"),
            (len(self._database.problems), "damaged record", "of the project file"),
        ):
            if count:
                self.left_out.append(f"{_count(count, what)} {why}.")
        return rows, found

    def _category(self, row: CategoryRow, ids: _Ids) -> CocoCategory:
        extra = _object(row.extra)
        fields = _fields(extra)
        if row.texts != row.category.keypoints:
            fields[_TEXTS] = list(row.texts)
        if not (row.use_text and row.use_visual):
            chosen = (("text", row.use_text), ("visual", row.use_visual))
            fields[_MODALITIES] = [name for name, on in chosen if on]
        return CocoCategory(ids.take(_number(extra)), row.category, fields)

    def _names(self, rows: list[MediaRow]) -> dict[int, str]:
        """The file name of each image relative to one folder, `images_dir`."""
        paths = {row.id: self._database.image(row.id).path for row in rows}
        if not rows:
            return {}
        first = paths[rows[0].id].as_posix()
        if first.endswith("/" + rows[0].name):
            folder = first[: -len(rows[0].name)]
            if all(paths[row.id].as_posix() == folder + row.name for row in rows):
                self.images_dir = Path(folder)
                return {row.id: row.name for row in rows}
        try:
            self.images_dir = Path(os.path.commonpath([path.parent for path in paths.values()]))
        except ValueError as error:
            raise DatasetError(
                "The images lie on several drives, so a COCO file cannot name them relative to one folder.",
                hint="Export from projects with the images of one drive each.",
            ) from error
        return {number: path.relative_to(self.images_dir).as_posix() for number, path in paths.items()}

    def _annotations(
        self,
        rows: list[MediaRow],
        images: list[CocoImage],
        found: Mapping[int, list[tuple[InstanceRow, Instance]]],
        extras: Mapping[int, Mapping[str, Any]],
        category_numbers: Mapping[int, int],
        other_categories: set[int],
    ) -> tuple[tuple[CocoAnnotation, ...], tuple[dict[str, Any], ...]]:
        instance_extras = {stored.id: _object(stored.extra) for some in found.values() for stored, _ in some}
        plain = {number: _records(extra.get("others")) for number, extra in extras.items()}
        ids = _Ids(
            [
                *(_number(extra) for extra in instance_extras.values()),
                *(r["id"] for some in plain.values() for r in some if type(r.get("id")) is int),
            ]
        )
        annotations, others, orphans = list[CocoAnnotation](), list[dict[str, Any]](), 0
        for position, (row, image) in enumerate(zip(rows, images, strict=True)):
            if position % _STEPS == 0:
                self._checkpoint(0.6 + 0.2 * position / len(rows))
            for stored, instance in found[row.id]:
                extra = instance_extras[stored.id]
                fields = _fields(extra)
                if stored.id in self._supports:
                    fields[_SUPPORT] = True
                annotations.append(
                    CocoAnnotation(
                        ids.take(_number(extra)),
                        image.id,
                        category_numbers[stored.category_id],
                        instance,
                        fields,
                    )
                )
        for row, image in zip(rows, images, strict=True):
            for record in plain[row.id]:
                if record.get("category_id") not in other_categories | set(category_numbers.values()):
                    orphans += 1
                    continue
                number = record.get("id")
                others.append(
                    {**record, "id": ids.take(number if type(number) is int else None), "image_id": image.id}
                )
        if orphans:
            self.left_out.append(f"{_count(orphans, 'imported record')} without keypoints or category.")
        return tuple(annotations), tuple(others)


def _without_model_points(instance: Instance) -> tuple[Instance, int]:
    """The instance with only a person's points, and how many labelled points that leaves out."""
    theirs = np.isin(instance.origins, (Origin.MODEL, Origin.CARRIED))
    dropped = int((theirs & instance.labeled).sum())
    for index in np.flatnonzero(theirs):
        instance = instance.with_keypoint(int(index), None, Visibility.UNLABELED, Origin.NONE)
    return instance, dropped


# -- import ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class ImportPlan:
    """A COCO file read, checked and matched with a folder, ready for `finish_import`.

    Attributes:
        source: The file.
        images_dir: The folder of its images.
        dataset: Its content.
        paths: Image id in the file -> where the image lies.
        missing: How many of the images are not there.
    """

    source: Path
    images_dir: Path
    dataset: CocoDataset
    paths: Mapping[int, Path]
    missing: int
    skipped: tuple[str, ...] = ()
    skipped_count: int = 0


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
        path: The file or folder.
        images_dir: The folder that its image names are relative to; None for where its format has them.
        keypoint_origin: What its keypoints count from, where that is not what its format says.
        checkpoint: Called now and then; may raise `Cancelled`.
        form: The format; None to tell it from the content.

    Raises:
        DatasetError: The file cannot be used; the message names the record.
    """
    folder = None if images_dir is None else Path(os.path.abspath(images_dir))
    options = ReadOptions(folder, keypoint_origin, checkpoint=lambda share: checkpoint(0.6 * share))
    result = (form or format_at(path)).read(path, options)
    if result.inner:
        result = unpack_pictures(result, result.images_dir, lambda share: checkpoint(0.6 + 0.1 * share))
    dataset, folder = result.dataset, Path(os.path.abspath(result.images_dir))
    paths, missing = dict[int, Path](), 0
    for position, image in enumerate(dataset.images):
        if position % _STEPS == 0:
            checkpoint(0.7 + 0.3 * position / len(dataset.images))
        paths[image.id] = resolve_image(folder, image.file_name)
        missing += not paths[image.id].is_file()
    if dataset.images and missing == len(dataset.images):
        raise DatasetError(
            f'{path.name}: none of its {missing} images is in "{folder}", for example '
            f'"{dataset.images[0].file_name}".',
            hint="Choose the folder that the image names in the file start from.",
        )
    checkpoint(1.0)
    return ImportPlan(path, folder, dataset, paths, missing, result.skipped, result.skipped_count)


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
        self._own_file = _MARK in plan.dataset.extra
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
        texts, modalities = fields.pop(_TEXTS, None), fields.pop(_MODALITIES, None)
        sound = isinstance(texts, list) and len(texts) == len(category)
        if not sound or not all(isinstance(text, str) and text.strip() for text in texts):
            texts = category.keypoints
        chosen = modalities if isinstance(modalities, list) else ["text", "visual"]
        extra = _extra_text(fields, record.id)
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
            if fields.pop(_SUPPORT, False) is True:
                supports.setdefault(row.id, []).append(number)
            extra = _extra_text(fields, annotation.id)
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
            text = json.dumps({**extra, **_object(work.extra)}, ensure_ascii=False)
            if (after, text) != (work.state, work.extra):
                self.delta.work[number] = (work, ImageWork(after, text))

    def _state(self, image: CocoImage, kinds: set[Origin]) -> ImageState:
        """The file's state; what other programs wrote is in work where a person placed points."""
        if self._own_file or image.state is not ImageState.UNTOUCHED:
            return image.state
        if kinds & {Origin.HUMAN, Origin.CARRIED}:
            return ImageState.IN_WORK
        return ImageState.PREDICTED if Origin.MODEL in kinds else ImageState.UNTOUCHED

    def _top_level(self) -> None:
        """Keeps the file's own fields for the next export; those of an earlier import win."""
        before = self._database.meta(_META)
        kept = _object(before)
        others = _records(kept.get("other_categories"))
        taken = {record.get("id") for record in others}
        others += [dict(record) for record in self._dataset.other_categories if record.get("id") not in taken]
        extra = {key: value for key, value in self._dataset.extra.items() if key != _MARK}
        after = {
            "coco": {**extra, **_fields(kept)},
            "other_categories": others,
            "keypoint_origin": kept.get("keypoint_origin", self._dataset.keypoint_origin),
        }
        self.delta.meta[_META] = (before, json.dumps(after, ensure_ascii=False))


def _extra_text(fields: Mapping[str, Any], number: int) -> str:
    return json.dumps({"coco": dict(fields), "coco_id": number}, ensure_ascii=False)
