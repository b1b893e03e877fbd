"""Rows of the project file as values, and `Delta`: what one step changes, before and after."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from gkdt_core.domain import Category, ImageState, Instance, Origin
from gkdt_core.geometry import Box

POINT = np.dtype(
    [("x", "<f8"), ("y", "<f8"), ("score", "<f8"), ("peak", "<f8"), ("visibility", "i1"), ("origin", "i1")]
)
"""One keypoint, image coordinates, packed: an undo history over 100,000 images holds 34 bytes for each."""

_DIGITS = re.compile(r"[0-9]+")
Row = TypeVar("Row")


def sort_key(name: str) -> str:
    """A text that sorts as people count: "img2" before "img10", folders together, case ignored."""

    def counted(match: re.Match[str]) -> str:
        digits = match.group().lstrip("0") or "0"
        return f"{len(digits):03d}{digits}"

    # Surrogates stand for bytes of a file name that are no UTF-8; SQLite's text cannot hold them.
    text = name.casefold().encode("utf-8", "replace").decode("utf-8")
    return _DIGITS.sub(counted, text).replace("/", "\x01")


def pack(instance: Instance) -> bytes:
    """The points of an instance as `POINT` records, equal bytes for equal values."""
    points = np.empty(len(instance.category), POINT)
    # Adding 0.0 turns -0.0 into 0.0, as SQLite does; NaN is written in its one usual form.
    for name, values in (
        ("x", instance.keypoints[:, 0]),
        ("y", instance.keypoints[:, 1]),
        ("score", instance.scores),
        ("peak", instance.peaks),
    ):
        points[name] = np.where(np.isnan(values), np.nan, values + 0.0)
    points["visibility"] = instance.visibility
    points["origin"] = instance.origins
    return points.tobytes()


def unpack(data: bytes) -> NDArray[Any]:
    """(N,) `POINT` records, read-only."""
    return np.frombuffer(data, POINT)


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category with everything the file keeps of it; `extra` is JSON text of fields we do not know."""

    id: int
    position: int
    category: Category
    texts: tuple[str, ...]
    use_text: bool = True
    use_visual: bool = True
    extra: str = "{}"


@dataclass(frozen=True, slots=True)
class MediaRow:
    """An image file; `path` is posix text relative to the project's folder where near, else absolute, or the
    raw bytes of a name that is no text."""

    id: int
    path: str | bytes
    name: str
    size: int | None = None
    mtime_ns: int | None = None
    digest: str | None = None
    height: int | None = None
    width: int | None = None
    state: ImageState = ImageState.UNTOUCHED
    changed: float = 0.0
    extra: str = "{}"


@dataclass(frozen=True, slots=True)
class ImageWork:
    """What an edit changes in the row of an image that stays."""

    state: ImageState
    extra: str


@dataclass(frozen=True, slots=True)
class FilePlace:
    """Where an image's file is, and the name in lists that goes with it; `path` as in `MediaRow`."""

    path: str | bytes
    name: str


Placed = TypeVar("Placed", MediaRow, FilePlace)


@dataclass(frozen=True, slots=True)
class InstanceRow:
    """An instance; `points` are `POINT` records of its category's N keypoints."""

    id: int
    image_id: int
    category_id: int
    position: int
    points: bytes
    box: Box | None = None
    extra: str = "{}"

    def instance(self, category: Category) -> Instance:
        """The value; raises `AnnotationError` where the points do not fit the category."""
        return _value(self, category)

    @property
    def human_points(self) -> int:
        """Points that a person placed or declared absent."""
        return int((unpack(self.points)["origin"] == Origin.HUMAN).sum())

    @property
    def low_score(self) -> float | None:
        """The lowest score of labelled points that are the model's; None without any."""
        points = unpack(self.points)
        mine = (points["origin"] == Origin.MODEL) & (points["visibility"] > 0) & np.isfinite(points["score"])
        return float(points["score"][mine].min()) if mine.any() else None


@lru_cache(maxsize=4096)
def _value(row: InstanceRow, category: Category) -> Instance:
    """What a row says: kept, because every view of an edit asks for the same few; values never change."""
    points = unpack(row.points)
    return Instance(
        category,
        np.stack([points["x"], points["y"]], axis=1),
        points["visibility"],
        points["score"],
        points["peak"],
        points["origin"],
        row.box,
    )


def _absorb(
    into: dict[Any, tuple[Row | None, Row | None]], later: dict[Any, tuple[Row | None, Row | None]]
) -> None:
    for key, (before, after) in later.items():
        first = into[key][0] if key in into else before
        if first is None and after is None:  # came and went within the step
            into.pop(key, None)
        else:
            into[key] = (first, after)


def _placed(
    pair: tuple[Placed | None, Placed | None], place: Callable[[str | bytes], str | bytes]
) -> tuple[Placed | None, Placed | None]:
    before, after = (None if row is None else replace(row, path=place(row.path)) for row in pair)
    return before, after


@dataclass(slots=True, eq=False)
class Delta:
    """One step: for each row it touches the value before and after; None where there is no row.

    Undo writes the first, redo the second, so that both are exact whatever the edit was.
    """

    categories: dict[int, tuple[CategoryRow | None, CategoryRow | None]] = field(default_factory=dict)
    media: dict[int, tuple[MediaRow | None, MediaRow | None]] = field(default_factory=dict)
    work: dict[int, tuple[ImageWork | None, ImageWork | None]] = field(default_factory=dict)
    instances: dict[int, tuple[InstanceRow | None, InstanceRow | None]] = field(default_factory=dict)
    supports: dict[int, tuple[tuple[int, ...] | None, tuple[int, ...] | None]] = field(default_factory=dict)
    meta: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    places: dict[int, tuple[FilePlace | None, FilePlace | None]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(
            before != after
            for table in (
                self.categories,
                self.media,
                self.work,
                self.instances,
                self.supports,
                self.meta,
                self.places,
            )
            for before, after in table.values()
        )

    def absorb(self, later: Delta) -> None:
        """Becomes this step followed by `later`."""
        _absorb(self.categories, later.categories)
        _absorb(self.media, later.media)
        _absorb(self.work, later.work)
        _absorb(self.instances, later.instances)
        _absorb(self.supports, later.supports)
        _absorb(self.meta, later.meta)
        _absorb(self.places, later.places)

    def move(self, place: Callable[[str | bytes], str | bytes]) -> None:
        """Names files anew, for a project file in another folder."""
        for number, rows in self.media.items():
            self.media[number] = _placed(rows, place)
        for number, places in self.places.items():
            self.places[number] = _placed(places, place)

    def put_instances(self, rows: Iterable[tuple[InstanceRow | None, InstanceRow | None]]) -> None:
        """Adds changes of instances, (before, after) each."""
        for before, after in rows:
            row = before or after
            if row is not None:
                self.instances[row.id] = (before, after)

    @property
    def image_ids(self) -> tuple[int, ...]:
        """The images whose record or instances change, ascending."""
        ids = set(self.media) | set(self.work) | set(self.places)
        for before, after in self.instances.values():
            ids.update(row.image_id for row in (before, after) if row is not None)
        return tuple(sorted(ids))
