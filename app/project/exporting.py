"""A project as a COCO file, so that a file imported into an empty project exports as the same file.

Exporting reads its own snapshot of the project file and runs in a job's thread.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

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
    coco_number,
)
from app.project.database import ProjectDatabase
from app.project.rows import CategoryRow, InstanceRow, MediaRow
from gkdt_core.domain import ImageState, Instance, Origin, Visibility
from gkdt_core.errors import DatasetError, MediaError
from gkdt_core.formats.building import sentences
from gkdt_core.formats.coco import (
    CocoAnnotation,
    CocoCategory,
    CocoDataset,
    CocoImage,
    KeypointOrigin,
    read_coco,
    write_coco,
)
from gkdt_core.media.images import image_size
from gkdt_core.partial_files import partial_beside
from gkdt_core.progress import Checkpoint, no_checkpoint

EXPORTED_STATES = frozenset(ImageState) - {ImageState.REJECTED}


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
    trial = partial_beside(path)
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


class _Exporter:
    def __init__(self, database: ProjectDatabase, options: ExportOptions, checkpoint: Checkpoint) -> None:
        self._database = database
        self._options = options
        self._checkpoint = checkpoint
        self._categories = {row.id: row for row in database.category_rows()}
        self._supports = {number for key in self._categories for number in database.supports(key)}
        self._file = as_object(database.meta(META))
        self.left_out: list[str] = []
        self.images_dir = database.folder

    def dataset(self) -> CocoDataset:
        rows, found = self._choose()
        others = as_records(self._file.get("other_categories"))
        other_ids = [record["id"] for record in others if type(record.get("id")) is int]
        category_ids = _Ids(
            [*other_ids, *(coco_number(as_object(row.extra)) for row in self._categories.values())]
        )
        for number in other_ids:
            category_ids.take(number)
        categories = tuple(self._category(row, category_ids) for row in self._categories.values())
        numbers = {
            row.id: category.id for row, category in zip(self._categories.values(), categories, strict=True)
        }

        extras = {row.id: as_object(row.extra) for row in rows}
        image_ids = _Ids([coco_number(extra) for extra in extras.values()])
        names = self._names(rows)
        images, unread = list[CocoImage](), 0
        for row in rows:
            height, width = row.height or 0, row.width or 0
            if not height:
                try:
                    height, width = image_size(self._database.image(row.id).path)
                except MediaError:
                    unread += 1
            number = image_ids.take(coco_number(extras[row.id]))
            images.append(
                CocoImage(number, names[row.id], height, width, row.state, coco_fields(extras[row.id]))
            )
        self.left_out += sentences(
            (
                unread,
                "image has no size, as its file cannot be read",
                "images have no size, as their files cannot be read",
            )
        )

        annotations, other_annotations = self._annotations(
            rows, images, found, extras, numbers, set(other_ids)
        )
        origin: KeypointOrigin = "corner" if self._file.get("keypoint_origin") == "corner" else "index"
        return CocoDataset(
            tuple(images),
            categories,
            annotations,
            {**coco_fields(self._file), MARK: 1},
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
            if position % STEPS == 0:
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
            if not instances and not self._options.empty_images and "others" not in as_object(row.extra):
                empty += 1
                continue
            rows.append(row)
            found[row.id] = instances
        self.left_out += sentences(
            (by_state, "image whose state was not asked for", "images whose state was not asked for"),
            (empty, "image without instances", "images without instances"),
            (
                model_points,
                "point of the model that nobody reviewed",
                "points of the model that nobody reviewed",
            ),
            (emptied, "instance that had only such points", "instances that had only such points"),
            (
                len(self._database.problems),
                "damaged record of the project file",
                "damaged records of the project file",
            ),
        )
        return rows, found

    def _category(self, row: CategoryRow, ids: _Ids) -> CocoCategory:
        extra = as_object(row.extra)
        fields = coco_fields(extra)
        if row.texts != row.category.keypoints:
            fields[TEXTS] = list(row.texts)
        if not (row.use_text and row.use_visual):
            chosen = (("text", row.use_text), ("visual", row.use_visual))
            fields[MODALITIES] = [name for name, on in chosen if on]
        return CocoCategory(ids.take(coco_number(extra)), row.category, fields)

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
        instance_extras = {
            stored.id: as_object(stored.extra) for some in found.values() for stored, _ in some
        }
        plain = {number: as_records(extra.get("others")) for number, extra in extras.items()}
        ids = _Ids(
            [
                *(coco_number(extra) for extra in instance_extras.values()),
                *(r["id"] for some in plain.values() for r in some if type(r.get("id")) is int),
            ]
        )
        annotations, others, orphans = list[CocoAnnotation](), list[dict[str, Any]](), 0
        for position, (row, image) in enumerate(zip(rows, images, strict=True)):
            if position % STEPS == 0:
                self._checkpoint(0.6 + 0.2 * position / len(rows))
            for stored, instance in found[row.id]:
                extra = instance_extras[stored.id]
                fields = coco_fields(extra)
                if stored.id in self._supports:
                    fields[SUPPORT] = True
                annotations.append(
                    CocoAnnotation(
                        ids.take(coco_number(extra)),
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
        self.left_out += sentences(
            (
                orphans,
                "imported record without keypoints or category",
                "imported records without keypoints or category",
            )
        )
        return tuple(annotations), tuple(others)


def _without_model_points(instance: Instance) -> tuple[Instance, int]:
    """The instance with only a person's points, and how many labelled points that leaves out."""
    theirs = np.isin(instance.origins, (Origin.MODEL, Origin.CARRIED))
    dropped = int((theirs & instance.labeled).sum())
    for index in np.flatnonzero(theirs):
        instance = instance.with_keypoint(int(index), None, Visibility.UNLABELED, Origin.NONE)
    return instance, dropped
