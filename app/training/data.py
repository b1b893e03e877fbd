"""What a training learns from: the images that there are, a person's choice, the split, and the dataset."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from app.error_texts import reason_of
from app.i18n import tr
from app.jobs import Task
from app.project.database import ProjectDatabase
from app.project.exporting import EXPORTED_STATES, ExportOptions, export_coco
from app.project.files import found_path
from app.project.rows import MediaRow
from gkdt_core.domain import ImageState, Origin
from gkdt_core.errors import TrainingError
from gkdt_core.formats.coco import CocoDataset, CocoImage, read_coco, resolve_image, write_coco

log = logging.getLogger(__name__)

FEWEST_IMAGES = 4
"""Two to learn from and two to check with: an episode needs a support and a query."""
FEWEST_OF_A_PART = 2
VALIDATION_SHARE = 0.2
_SOURCE_FIELDS = ("video", "source_video", "source_image", "person_id", "patient")
"""Fields of an image record that say what it was taken from."""
_FRAME_NUMBER = re.compile(r"[\W_]*\d+$")
_LEARNABLE = f"""
    SELECT i.image_id, count(*) FROM instance i JOIN media m ON m.id = i.image_id
    WHERE m.state <> '{ImageState.REJECTED.value}' AND EXISTS (
        SELECT 1 FROM keypoint k WHERE k.instance_id = i.id AND k.visibility > 0
        AND (m.state = '{ImageState.REVIEWED.value}'
             OR k.origin NOT IN ({int(Origin.MODEL)}, {int(Origin.CARRIED)})))
    GROUP BY i.image_id
"""
"""How many instances of an image have a point that a person placed or, by reviewing the image, agreed to."""
_TOO_MUCH = 1.5
"""A part that is larger than wanted by more than this is not what was asked for."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An image that can be learnt from.

    Attributes:
        image_id: In the project.
        path: Absolute.
        name: As the project lists it.
        is_reviewed: Whether a person has accepted it.
        source: What it was taken from: a video, a patient, else its folder and name without the number.
        instances: Objects with points that a person placed or, by reviewing the image, agreed to.
    """

    image_id: int
    path: Path
    name: str
    is_reviewed: bool
    source: str
    instances: int


class SplitBy(StrEnum):
    """What stays together: pictures of one video look alike, and would make the check too easy."""

    AUTO = "auto"
    SOURCE = "source"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class DataChoice:
    """Which images to learn from and which to check with.

    Attributes:
        reviewed_only: Only reviewed images; else also points that people placed in others.
        image_ids: Only these; None for the whole project.
        split_by: What stays together.
        share: Of the images that is held back to check with, in (0, 1).
    """

    reviewed_only: bool = False
    image_ids: frozenset[int] | None = None
    split_by: SplitBy = SplitBy.AUTO
    share: float = VALIDATION_SHARE


@dataclass(frozen=True, slots=True)
class SplitPlan:
    """The two parts; both empty where there are too few images.

    Attributes:
        train, validation: The images, in natural name order.
        by: What stayed together, `SOURCE` or `IMAGE`.
        sources, held_sources: How many there are and how many of them are held back.
        found: How many images there were to choose from.
    """

    train: tuple[Candidate, ...]
    validation: tuple[Candidate, ...]
    by: SplitBy
    sources: int
    held_sources: int
    found: int

    @property
    def is_possible(self) -> bool:
        return bool(self.train and self.validation)


def candidates(project: Path) -> list[Candidate]:
    """The images of a project file that can be learnt from, in natural name order; for a job thread.

    Raises:
        ProjectError: The file cannot be read.
    """
    database = ProjectDatabase.snapshot(project)
    try:
        counts = {int(image): int(count) for image, count in database.query(_LEARNABLE)}
        return [
            Candidate(
                row.id,
                found_path(row.path, database.folder),
                row.name,
                row.state is ImageState.REVIEWED,
                source_of(row),
                counts[row.id],
            )
            for row in database.media_rows()
            if row.id in counts
        ]
    finally:
        database.close()


def source_of(row: MediaRow) -> str:
    """What an image was taken from, as far as its record or its name tells."""
    try:
        extra = json.loads(row.extra or "{}")
    except ValueError:
        extra = {}
    fields = extra.get("coco") if isinstance(extra, dict) else None
    if isinstance(fields, dict):
        for field in _SOURCE_FIELDS:
            if fields.get(field) is not None:
                return f"{field}={fields[field]}"
    folder, _, file_name = row.name.rpartition("/")
    return f"{folder}/{_FRAME_NUMBER.sub('', file_name.rpartition('.')[0] or file_name)}"


def plan_split(found: Sequence[Candidate], choice: DataChoice) -> SplitPlan:
    """The split that a choice gives; the same every time, and as far as possible when images are added."""
    chosen = [
        one
        for one in found
        if (one.is_reviewed or not choice.reviewed_only)
        and (choice.image_ids is None or one.image_id in choice.image_ids)
    ]
    groups: dict[str, list[Candidate]] = {}
    for one in chosen:
        groups.setdefault(one.source, []).append(one)
    nothing = SplitPlan((), (), SplitBy.IMAGE, len(groups), 0, len(chosen))
    if len(chosen) < FEWEST_IMAGES:
        return nothing
    most = len(chosen) - FEWEST_OF_A_PART
    wanted = min(max(FEWEST_OF_A_PART, round(choice.share * len(chosen))), most)
    if choice.split_by is not SplitBy.IMAGE:
        held = _held_sources(groups, wanted, most)
        size = sum(len(groups[source]) for source in held)
        is_near = wanted / _TOO_MUCH <= size <= wanted * _TOO_MUCH
        has_groups = len(groups) > 2 and len(groups) < len(chosen)
        if size >= FEWEST_OF_A_PART and (choice.split_by is SplitBy.SOURCE or (is_near and has_groups)):
            return _planned(chosen, {one.image_id for s in held for one in groups[s]}, groups, len(held))
        if choice.split_by is SplitBy.SOURCE:
            return replace(nothing, by=SplitBy.SOURCE)
    ordered = sorted(chosen, key=lambda one: (_hash(one.name), one.image_id))
    plan = _planned(chosen, {one.image_id for one in ordered[:wanted]}, groups, 0)
    return replace(plan, by=SplitBy.IMAGE)


def _held_sources(groups: dict[str, list[Candidate]], wanted: int, most: int) -> list[str]:
    """Sources in an order that is nobody's choice, until they hold enough; large ones only where need be."""
    held, size = list[str](), 0
    for limit in (wanted * _TOO_MUCH, most):
        for source in sorted(groups, key=_hash):
            if size < wanted and source not in held and size + len(groups[source]) <= limit:
                held.append(source)
                size += len(groups[source])
        if size >= FEWEST_OF_A_PART:
            break
    return held


def _planned(
    chosen: list[Candidate], held: set[int], groups: dict[str, list[Candidate]], held_sources: int
) -> SplitPlan:
    return SplitPlan(
        tuple(one for one in chosen if one.image_id not in held),
        tuple(one for one in chosen if one.image_id in held),
        SplitBy.SOURCE,
        len(groups),
        held_sources,
        len(chosen),
    )


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def too_few(plan: SplitPlan) -> TrainingError:
    """What is wrong with a plan that is not possible."""
    if plan.found >= FEWEST_IMAGES:
        return TrainingError(
            tr(
                "The {found:,} images cannot be split by what they were taken from: there are {sources}.",
                found=plan.found,
                sources=plan.sources,
            ),
            hint=tr("Choose to split by single images."),
        )
    return TrainingError(
        tr(
            "Training needs at least {fewest} labelled images, there are {found}.",
            fewest=FEWEST_IMAGES,
            found=plan.found,
        ),
        hint=tr("Label or accept more images: points that nobody reviewed are not learnt from."),
    )


@dataclass(frozen=True, slots=True)
class MakeDataset:
    """A job: writes a part of a project as train and validation splits into a folder of its own.

    Attributes:
        project: The project file, which may be edited meanwhile.
        choice: What goes in.
        folder: Gets `annotations/` and `images/`.
    """

    project: Path
    choice: DataChoice
    folder: Path

    def __call__(self, task: Task) -> SplitPlan:
        """Raises TrainingError where a file cannot be read or written, or the labelled images are too few."""
        try:
            return self._make(task)
        except OSError as error:
            raise TrainingError(
                tr(
                    'The dataset to train on cannot be written to "{folder}": {strerror}.',
                    folder=self.folder,
                    strerror=reason_of(error),
                ),
                hint=tr("Free some space on that disk, or check your permission to write there."),
            ) from error

    def _make(self, task: Task) -> SplitPlan:
        plan = plan_split(candidates(self.project), self.choice)
        if not plan.is_possible:
            raise too_few(plan)
        annotations, images = self.folder / "annotations", self.folder / "images"
        annotations.mkdir(parents=True, exist_ok=True)
        images.mkdir(exist_ok=True)
        everything = annotations / "all.json"
        # What only the model says must not be learnt from as if it were true.
        states = frozenset({ImageState.REVIEWED}) if self.choice.reviewed_only else EXPORTED_STATES
        options = ExportOptions(states, model_points=False)
        report = export_coco(self.project, everything, options, lambda done: task.checkpoint(done / 2))
        dataset = read_coco(everything)
        everything.unlink()
        places = {image.id: resolve_image(report.images_dir, image.file_name) for image in dataset.images}
        for number, part in enumerate((plan.train, plan.validation)):
            wanted = {os.path.abspath(one.path) for one in part}
            chosen = [image for image in dataset.images if os.path.abspath(places[image.id]) in wanted]
            for index, image in enumerate(chosen):
                task.checkpoint((1 + (number + index / len(chosen)) / 2) / 2)
                target = images / image.file_name
                target.parent.mkdir(parents=True, exist_ok=True)
                _link_or_copy(places[image.id], target)
            write_coco(_part(dataset, chosen), annotations / ("val.json" if number else "train.json"))
        task.checkpoint(1.0)
        return plan


def _part(dataset: CocoDataset, images: list[CocoImage]) -> CocoDataset:
    ids = {image.id for image in images}
    annotations = tuple(
        annotation
        for annotation in dataset.annotations
        if annotation.image_id in ids and annotation.instance.labeled.any()
    )
    return replace(dataset, images=tuple(images), annotations=annotations, other_annotations=())


def _link_or_copy(source: Path, target: Path) -> None:
    if target.exists():
        return
    if not source.is_file():
        raise TrainingError(
            tr('The labelled image "{source}" is not there any more.', source=source),
            hint=tr("Put it back (or connect the disk that it is on), or remove it from the project."),
        )
    try:
        os.link(source, target)
        return
    except OSError as error:  # another disk, or a file system without links
        log.debug("%s is copied: %s", source, error)
    try:
        shutil.copyfile(source, target)
    except OSError as error:
        target.unlink(missing_ok=True)
        raise TrainingError(
            tr(
                'The image "{source}" cannot be copied to "{parent}": {strerror}.',
                source=source,
                parent=target.parent,
                strerror=reason_of(error),
            ),
            hint=tr("Check that the image can be read and that there is space on the disk of that folder."),
        ) from error
