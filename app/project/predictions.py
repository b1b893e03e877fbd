"""A model's answers as one step that leaves alone what people did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from app.project.database import ProjectDatabase
from app.project.records import PredictedInstance, PredictionOutcome
from app.project.rows import POINT, CategoryRow, Delta, ImageWork, InstanceRow, pack, unpack
from gkdt_core.domain import ImageState, Instance, Origin

_DONE = (ImageState.REVIEWED, ImageState.REJECTED)


def _says_something(instance: Instance) -> bool:
    """Whether an answer speaks about any keypoint."""
    return bool(((instance.origins != Origin.NONE) | instance.labeled).any())


class PredictionMerger:
    """Turns a model's answers into one step that leaves alone what people did."""

    def __init__(
        self, database: ProjectDatabase, categories: Mapping[int, CategoryRow], *, include_reviewed: bool
    ) -> None:
        self._database = database
        self._categories = categories
        self._include_reviewed = include_reviewed
        self._delta = Delta()
        self._next_id = database.next_id("instance")
        self._work: dict[int, ImageWork | None] = {}
        self._rows: dict[int, dict[int, InstanceRow]] = {}
        self._kept = self._stale = 0
        self._skipped: set[int] = set()

    def take(self, item: PredictedInstance) -> None:
        """Adds one answer to the step."""
        work = self._work_of(item.image_id)
        category = self._categories.get(item.category_id)
        if (
            work is None
            or category is None
            or category.category.keypoints != item.instance.category.keypoints
        ):
            self._stale += 1
            return
        if work.state in _DONE and not self._include_reviewed:
            self._skipped.add(item.image_id)
            return
        rows = self._rows[item.image_id]
        if item.instance_id is not None:
            target = rows.get(item.instance_id)
            if target is None or target.category_id != item.category_id:
                self._stale += 1
                return
        else:
            same = [row for row in rows.values() if row.category_id == item.category_id]
            target = same[0] if len(same) == 1 else None
        if target is None:
            if not _says_something(item.instance):
                return
            points = unpack(pack(Instance.empty(category.category)))
            position = max((row.position for row in rows.values()), default=-1) + 1
            target = InstanceRow(self._next_id, item.image_id, item.category_id, position, points.tobytes())
            self._next_id += 1
            self._put(None, self._merged(target, item.instance))
        else:
            self._put(target, self._merged(target, item.instance))

    def result(self) -> tuple[Delta, PredictionOutcome]:
        """The step and what it does."""
        pairs = self._delta.instances.values()
        return self._delta, PredictionOutcome(
            changed=sum(before is not None for before, _ in pairs),
            created=sum(before is None for before, _ in pairs),
            kept_human_points=self._kept,
            skipped_reviewed=len(self._skipped),
            skipped_stale=self._stale,
            image_ids=self._delta.image_ids,
        )

    def _work_of(self, image_id: int) -> ImageWork | None:
        if image_id not in self._work:
            known = self._database.has_image(image_id)
            self._work[image_id] = self._database.work(image_id) if known else None
            rows = self._database.instance_rows(image_id, self._categories) if known else []
            self._rows[image_id] = {row.id: row for row in rows}
        return self._work[image_id]

    def _merged(self, row: InstanceRow, predicted: Instance) -> InstanceRow:
        """The row with the model's points where the model may speak."""
        before, said = unpack(row.points), unpack(pack(predicted)).copy()
        silent = (said["origin"] == Origin.NONE) & (said["visibility"] == 0)
        said["origin"] = Origin.MODEL  # whatever the answer claims: never a person's
        human = (before["origin"] == Origin.HUMAN) | (before["origin"] == Origin.CARRIED)
        self._kept += int((human & ~silent).sum())
        after = np.where(human | silent, before, said).astype(POINT)
        return replace(row, points=after.tobytes(), box=row.box if row.box is not None else predicted.box)

    def _put(self, before: InstanceRow | None, after: InstanceRow) -> None:
        if after == before:
            return
        first = self._delta.instances.get(after.id, (before, None))[0]
        self._delta.instances[after.id] = (first, after)
        self._rows[after.image_id][after.id] = after
        work = self._work[after.image_id]
        if work is None or after.image_id in self._delta.work:
            return
        state = {ImageState.UNTOUCHED: ImageState.PREDICTED, ImageState.REVIEWED: ImageState.IN_WORK}.get(
            work.state
        )
        if state is not None:
            self._delta.work[after.image_id] = (work, replace(work, state=state))
