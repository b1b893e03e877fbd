"""What all readers of original formats share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gkdt_core.domain import Category, Instance, Origin, Visibility
from gkdt_core.errors import DatasetError
from gkdt_core.formats.coco import resolve_image
from gkdt_core.geometry import Box, index_to_image


@dataclass(frozen=True, slots=True, eq=False)
class SourcePicture:
    """One picture of a source and what is annotated in it.

    Attributes:
        name: Under which it is kept, relative, with forward slashes.
        path: Where it should be; whether it is there is the caller's question.
        instances: What is annotated in it.
        size_hw: (height, width) where the source says it.
        left_out: Records that are no single instance (crowds).
        extra: Fields for the image's record, such as "video".
        content: The picture file itself, where the source holds it inside another file; `path` is that file.
    """

    name: str
    path: Path
    instances: tuple[Instance, ...]
    size_hw: tuple[int, int] | None = None
    left_out: int = 0
    extra: Mapping[str, Any] = field(default_factory=dict)
    content: bytes | None = None


@dataclass(frozen=True, slots=True, eq=False)
class SourceSplit:
    """The pictures of one split."""

    name: str
    pictures: Iterable[SourcePicture]


@dataclass(frozen=True, slots=True)
class Converter:
    """A dataset in its own format.

    Attributes:
        title: What the dataset is called.
        format: Its format in words.
        files: What is looked for, in words.
        read: (folder, name of the split or None) -> the splits.
        megakpt: The id of the dataset of MegaKPT that it is; empty for others.
    """

    title: str
    format: str
    files: str
    read: Callable[[Path, str | None], Iterator[SourceSplit]]
    megakpt: str = ""


def split_of(path: Path, wanted: str | None) -> str:
    """The split that a file's name says; "train" if it says none; `wanted` if given."""
    if wanted is not None:
        return wanted
    name = path.stem.casefold()
    return next((split for split in ("train", "val", "test") if split in name), "train")


def find_files(source: Path, patterns: Iterable[str]) -> list[Path]:
    """The files of a source that fit a pattern, each once, in order."""
    return sorted({path for pattern in patterns for path in source.glob(pattern) if path.is_file()})


def find_picture(source: Path, name: str, folders: Iterable[str] = (".", "images")) -> Path:
    """Where a picture lies: in the first of the folders that has it, else where it would be in the first.

    Raises:
        DatasetError: The name leads out of the folder.
    """
    places = [resolve_image(source / folder, name) for folder in folders]
    return next((place for place in places if place.is_file()), places[0])


def instance_of(
    category: Category,
    values: NDArray[np.float64],
    where: str,
    *,
    box_xywh: Any = None,
    corner: bool = False,
) -> Instance:
    """An instance that a person labelled.

    Args:
        category: Its N keypoints.
        values: (N, 3) x, y and visibility 0, 1 or 2; x and y are pixel indices, or with `corner` image
            coordinates. NaN where not labelled is allowed.
        where: Names the record in messages.
        box_xywh: Four numbers, or None.
        corner: Whether positions count from the picture's corner.

    Raises:
        DatasetError: The values contradict each other; names record and keypoint.
    """
    if values.shape != (len(category), 3):
        raise DatasetError(
            f'{where}: {values.shape[0]} keypoints, expected the {len(category)} of "{category.name}".',
            hint="Choose the converter of this dataset.",
        )
    flags = np.nan_to_num(values[:, 2])
    for index in np.flatnonzero(~np.isin(flags, list(Visibility))):
        raise DatasetError(
            f'{where}, keypoint "{category.keypoints[index]}": the visibility is {flags[index]:g}.',
            hint="It must be 0, 1 or 2.",
        )
    labelled = flags > 0
    for index in np.flatnonzero(labelled & ~np.isfinite(values[:, :2]).all(axis=1)):
        raise DatasetError(
            f'{where}, keypoint "{category.keypoints[index]}": it is labelled, but has no position.',
            hint="Correct the record, or remove it.",
        )
    points = values[:, :2] if corner else index_to_image(values[:, :2])
    nan = np.full(len(category), np.nan)
    return Instance(
        category,
        np.where(labelled[:, None], points, np.nan),
        flags.astype(np.int8),
        nan,
        nan,
        np.where(labelled, Origin.HUMAN, Origin.NONE).astype(np.int8),
        _box(box_xywh, where),
    )


def _box(value: Any, where: str) -> Box | None:
    if value is None:
        return None
    try:
        x, y, width, height = (float(v) for v in value)
    except (TypeError, ValueError) as error:
        raise DatasetError(f"{where}: the box is {value!r}.", hint="Give x, y, width and height.") from error
    if not np.isfinite([x, y, width, height]).all() or width < 0 or height < 0:
        raise DatasetError(f"{where}: the box is {value!r}.", hint="Give x, y, width and height.")
    return Box.from_xywh(x, y, width, height) if width > 0 and height > 0 else None
