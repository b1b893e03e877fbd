"""From a dataset's own format to a COCO folder that `gkdt train --data` reads."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from gkdt_core.domain import Category
from gkdt_core.errors import DatasetError
from gkdt_core.formats.coco import (
    CocoAnnotation,
    CocoCategory,
    CocoDataset,
    CocoImage,
    resolve_image,
    write_coco,
)
from gkdt_core.media.images import image_size
from trainer.megakpt.converters.base import Converter, SourcePicture, SourceSplit


@dataclass(frozen=True, slots=True)
class SplitCounts:
    """What became of a split.

    Attributes:
        images, instances, categories: Written.
        without_picture: Listed pictures that are not there, left out with their instances.
        unlabelled: Instances without a labelled keypoint, and crowds, left out.
    """

    images: int
    instances: int
    categories: int
    without_picture: int
    unlabelled: int


@dataclass(frozen=True, slots=True)
class Conversion:
    """What was written, split by split."""

    out: Path
    splits: tuple[tuple[str, SplitCounts], ...]


def convert(
    converter: Converter, source: Path, out: Path, *, split: str | None = None, copy: bool = False
) -> Conversion:
    """Writes `out`/annotations/SPLIT.json and `out`/images.

    Args:
        converter: Reads the dataset.
        source: Where the dataset was unpacked.
        out: The folder to make; may hold other splits already.
        split: Name of the split; default what the file names say, else "train".
        copy: Copy the pictures; else they are linked where the file system can, which takes no space.

    Raises:
        DatasetError: The source is not as it should be (names file and record), holds nothing to convert, or
            a split is there already.
    """
    if not source.is_dir():
        raise DatasetError(f"{source} is not a folder.", hint="Give the folder of the unpacked dataset.")
    if out.resolve() == source.resolve():
        raise DatasetError(f"{out} is the source.", hint="Choose another folder for --out.")
    done = []
    for found in converter.read(source, split):
        target = out / "annotations" / f"{found.name}.json"
        if target.exists():
            raise DatasetError(f"{target} is there already.", hint="Remove it, or choose another --out.")
        dataset, pictures, counts = _gathered(found)
        if not counts.instances:
            raise DatasetError(
                f'{source}: nothing of the split "{found.name}" can be used: {counts.without_picture} '
                f"pictures are not there, {counts.unlabelled} instances have no labelled keypoint.",
                hint="Put the pictures beside the annotations, as they come.",
            )
        _place(pictures, out / "images", copy)
        target.parent.mkdir(parents=True, exist_ok=True)
        write_coco(dataset, target)
        done.append((found.name, counts))
    if not done:
        raise DatasetError(
            f"{source} has no {converter.files}.", hint=f"{converter.title} is expected as it is published."
        )
    return Conversion(out, tuple(done))


def _gathered(split: SourceSplit) -> tuple[CocoDataset, list[SourcePicture], SplitCounts]:
    """The split as a COCO dataset, with the pictures that are there."""
    numbers: dict[Category, int] = {}
    images: list[CocoImage] = []
    annotations: list[CocoAnnotation] = []
    kept: list[SourcePicture] = []
    missing = unlabelled = 0
    for picture in split.pictures:
        if not picture.path.is_file():
            missing += 1
            continue
        usable = [instance for instance in picture.instances if instance.labeled.any()]
        unlabelled += picture.left_out + len(picture.instances) - len(usable)
        if not usable:
            continue
        height, width = picture.size_hw or _size(picture)
        images.append(CocoImage(len(images) + 1, picture.name, height, width, extra=dict(picture.extra)))
        kept.append(picture)
        for instance in usable:
            category = numbers.setdefault(instance.category, len(numbers) + 1)
            annotations.append(CocoAnnotation(len(annotations) + 1, len(images), category, instance))
    dataset = CocoDataset(
        tuple(images),
        tuple(CocoCategory(number, category) for category, number in numbers.items()),
        tuple(annotations),
    )
    return dataset, kept, SplitCounts(len(images), len(annotations), len(numbers), missing, unlabelled)


def _size(picture: SourcePicture) -> tuple[int, int]:
    if picture.content is None:
        return image_size(picture.path)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, PurePosixPath(picture.name).name)
        copy.write_bytes(picture.content)
        return image_size(copy)


def _place(pictures: Iterable[SourcePicture], folder: Path, copy: bool) -> None:
    for picture in pictures:
        target = resolve_image(folder, picture.name)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists():
                size = len(picture.content) if picture.content else picture.path.stat().st_size
                if size != target.stat().st_size:
                    raise DatasetError(
                        f"{target} is there already, and is another picture than {picture.path}.",
                        hint="Choose another --out.",
                    )
            elif picture.content:
                target.write_bytes(picture.content)
            elif copy or not _linked(picture.path, target):
                shutil.copyfile(picture.path, target)
        except OSError as error:
            raise DatasetError(
                f"{target} was not written: {error.strerror or error}.",
                hint="Check the folder and free space.",
            ) from error


def _linked(source: Path, target: Path) -> bool:
    """Makes a hard link; False where the file system cannot."""
    try:
        os.link(source.resolve(), target)
    except OSError:  # another disk, or a file system without links
        return False
    return True
