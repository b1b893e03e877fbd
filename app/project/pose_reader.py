"""All instances of a project as arrays, read at once: what checks and the review queue look through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np

from app.project.database import ProjectDatabase
from gkdt_core.domain import Category, ImageState, Origin
from gkdt_core.progress import Checkpoint, no_checkpoint
from gkdt_core.review.poses import PoseSet

_PORTION = 2_000
"""Instances read at once: between two portions the reader lets others have a turn."""


@dataclass(frozen=True, slots=True, eq=False)
class ProjectPoses:
    """What a project holds, without rejected images.

    Attributes:
        images: The state of every image.
        by_category: The instances of each category, by its id.
    """

    images: dict[int, ImageState]
    by_category: dict[int, PoseSet]

    @property
    def occupied(self) -> frozenset[int]:
        """Images with an instance of any category."""
        return frozenset(int(number) for poses in self.by_category.values() for number in poses.image_ids)


def read_poses(path: Path, *, checkpoint: Checkpoint = no_checkpoint) -> ProjectPoses:
    """All sound instances of the project file `path`, as they are on disk now; in any thread.

    Raises:
        ProjectError: The file cannot be read.
        Cancelled: `checkpoint` said so.
    """
    database = ProjectDatabase.snapshot(path)
    try:
        return _read(database, checkpoint)
    finally:
        database.close()


def _read(database: ProjectDatabase, checkpoint: Checkpoint) -> ProjectPoses:
    rejected = ImageState.REJECTED.value
    images = {}
    sizes = {}
    known = {state.value for state in ImageState}
    for number, state, height, width in database.query("SELECT id, state, height, width FROM media"):
        if state in known and state != rejected:
            images[number] = ImageState(state)
            sizes[number] = (height or np.nan, width or np.nan)
    by_category = {}
    rows = database.category_rows()
    for place, row in enumerate(rows):
        collected = _Collected(row.category)
        for portion, share in _portions(database, row.id):
            checkpoint((place + share) / len(rows))
            for head, points in portion:
                image_id = head[1]
                if image_id in images:
                    collected.add(head, points, sizes[image_id], images[image_id] is ImageState.REVIEWED)
        by_category[row.id] = collected.poses()
    return ProjectPoses(images, by_category)


def _portions(
    database: ProjectDatabase, category_id: int
) -> Iterator[tuple[list[tuple[tuple[Any, ...], list[tuple[Any, ...]]]], float]]:
    """Instances with their keypoint rows, and the share of the category that is read then."""
    lowest, highest = database.query(
        "SELECT coalesce(min(id), 0), coalesce(max(id), -1) FROM instance WHERE category_id = ?",
        (category_id,),
    )[0]
    for start in range(lowest, highest + 1, _PORTION):
        rows = database.query(
            """SELECT i.id, i.image_id, i.x1, i.y1, i.x2, i.y2,
                      k.number, k.x, k.y, k.visibility, k.origin, k.score, d.x, d.y, d.share
               FROM instance i JOIN keypoint k ON k.instance_id = i.id
               LEFT JOIN disagreement d ON d.instance_id = i.id AND d.number = k.number
               WHERE i.category_id = ? AND i.id >= ? AND i.id < ? ORDER BY i.id, k.number""",
            (category_id, start, start + _PORTION),
        )
        groups = [(key, [row[6:] for row in part]) for key, part in groupby(rows, key=itemgetter(*range(6)))]
        yield groups, min(start + _PORTION - lowest, highest + 1 - lowest) / (highest + 1 - lowest)


class _Collected:
    """Gathers the instances of one category."""

    def __init__(self, category: Category) -> None:
        self._category = category
        self._columns: dict[str, list[Any]] = defaultdict(list)

    def add(
        self,
        head: tuple[Any, ...],
        points: list[tuple[Any, ...]],
        image_hw: tuple[float, float],
        reviewed: bool,
    ) -> None:
        """Takes one instance, unless its rows make no sense; the store tells those when it meets them."""
        if [point[0] for point in points] != list(range(len(self._category))):
            return
        try:
            values = np.array([[point[1], point[2], *point[3:]] for point in points], np.float64)
            box = np.array(head[2:], np.float64)
        except (TypeError, ValueError):
            return
        column = self._columns
        column["instance_ids"].append(head[0])
        column["image_ids"].append(head[1])
        column["image_hw"].append(image_hw)
        column["reviewed"].append(reviewed)
        column["boxes"].append(box)
        column["values"].append(values)

    def poses(self) -> PoseSet:
        column, count = self._columns, len(self._category)
        values = np.array(column["values"], np.float64).reshape(-1, count, 8)
        points, visibility, origins = values[..., :2], values[..., 2], values[..., 3]
        origins = np.where(np.isin(origins, list(Origin)), origins, Origin.NONE)
        # a disagreement belongs to one prediction: a point that lies elsewhere by now is another
        same = (values[..., :2] == values[..., 5:7]).all(axis=2)
        return PoseSet(
            self._category,
            np.array(column["instance_ids"], np.int64),
            np.array(column["image_ids"], np.int64),
            np.array(column["image_hw"], np.float64).reshape(-1, 2),
            np.array(column["reviewed"], np.bool_),
            np.where((visibility > 0)[..., None], points, np.nan),
            origins.astype(np.int8),
            values[..., 4],
            np.array(column["boxes"], np.float64).reshape(-1, 4),
            np.where(same, values[..., 7], np.nan),
        )
