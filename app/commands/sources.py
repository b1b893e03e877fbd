"""Which images a command works on, what its output calls them, and which regions of them it looks at."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gkdt_core.errors import DatasetError, GkdtError, MediaError
from gkdt_core.formats.coco import CocoDataset, read_coco
from gkdt_core.geometry import Box, object_region
from gkdt_core.media.images import list_images


@dataclass(frozen=True, slots=True)
class Source:
    """One image to work on.

    Attributes:
        path: Where it is.
        name: What the output calls it: relative to the folder that all images share, forward slashes.
        boxes: Objects in it, image coordinates; None when nobody said, and the whole image counts.
    """

    path: Path
    name: str
    boxes: tuple[Box, ...] | None = None


def find_sources(paths: Sequence[str], *, without: Path | None = None) -> list[Source]:
    """The images behind files and folders (searched with their sub folders), each once.

    A file that is named but missing is a source too: reading it will say what is wrong, and the others are
    not held up by it.

    Args:
        paths: Files and folders.
        without: A folder whose images are left out: the pictures that the command itself writes.

    Raises:
        MediaError: There is no image at all, or `without` holds the very images asked for.
    """
    found: dict[Path, None] = {}
    roots = []
    for given in paths:
        path = Path(os.path.abspath(given))
        if path.is_dir():
            roots.append(path)
            found.update(dict.fromkeys(list_images(path)))
        else:
            roots.append(path.parent)
            found[path] = None
    if without is not None:
        apart = Path(os.path.abspath(without))
        if any(apart == root or apart in root.parents for root in roots):
            raise MediaError(
                f"{without}: this folder holds the images; drawings would mix with them.",
                hint="Choose another folder for the overlays, for example one inside it.",
            )
        found = {path: None for path in found if apart not in path.parents}
    if not found:
        raise MediaError(
            f"There are no images in {', '.join(paths)}.",
            hint="Name image files, or a folder that holds some.",
        )
    base = _common_folder(roots)
    return [Source(path, _relative(path, base)) for path in found]


def with_boxes(sources: Sequence[Source], path: str) -> list[Source]:
    """The sources with the boxes that a COCO file gives them.

    Images are matched by their file name with folders, else by the plain file name where that is unique.
    An image the file does not list keeps `boxes` None; one that it lists without any box has none to look at.

    Raises:
        DatasetError: The file cannot be read, or lists none of the images.
    """
    dataset = read_coco(path)
    listed = _boxes_by_image(dataset)
    names = {image.id: image.file_name for image in dataset.images}
    exact = {_plain(names[image_id]): boxes for image_id, boxes in listed.items()}
    by_base: dict[str, list[tuple[Box, ...]]] = {}
    for name, boxes in exact.items():
        by_base.setdefault(name.rsplit("/", 1)[-1], []).append(boxes)
    base_names = [source.path.name for source in sources]
    matched = []
    for source in sources:
        found = exact.get(source.name)
        if found is None:
            candidates = by_base.get(source.path.name, [])
            if len(candidates) == 1 and base_names.count(source.path.name) == 1:
                found = candidates[0]
        matched.append(Source(source.path, source.name, found))
    if all(source.boxes is None for source in matched):
        raise DatasetError(
            f"{path}: lists none of the {len(sources)} images.",
            hint=f'Its file names look like "{next(iter(names.values()), "")}", '
            f'the images\' like "{sources[0].name}".',
        )
    return matched


def region_of(box: Box, scale: float, image_hw: tuple[int, int]) -> Box:
    """What the model looks at for an object's box: the box enlarged and squared.

    Raises:
        DatasetError: The box has no part in the image.
    """
    region = object_region(box, scale)
    inside = region.clipped(image_hw)
    if inside.width <= 0 or inside.height <= 0 or not _touches(box, image_hw):
        raise DatasetError(
            f"The box ({', '.join(f'{edge:g}' for edge in box.as_xyxy())}) lies outside the image, "
            f"which is {image_hw[1]} x {image_hw[0]} px.",
            hint="Check that the boxes belong to these images.",
        )
    return region


def _touches(box: Box, image_hw: tuple[int, int]) -> bool:
    return box.x1 < image_hw[1] and box.y1 < image_hw[0] and box.x2 > 0 and box.y2 > 0


def _boxes_by_image(dataset: CocoDataset) -> dict[int, tuple[Box, ...]]:
    """Every image id with the boxes of its objects: of those without keypoints first."""
    boxes = {
        image_id: list(found) for image_id, found in replace(dataset, annotations=()).boxes_by_image().items()
    }
    for annotation in dataset.annotations:
        # the region, not the box: where only keypoints are known, the box around them shows the object
        region = annotation.instance.region
        if region is not None:
            boxes[annotation.image_id].append(region)
    return {image_id: tuple(found) for image_id, found in boxes.items()}


def _common_folder(folders: Sequence[Path]) -> Path | None:
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # on different drives of Windows
        return None


def _relative(path: Path, base: Path | None) -> str:
    return path.as_posix() if base is None else path.relative_to(base).as_posix()


def _plain(name: str) -> str:
    return name.replace("\\", "/").removeprefix("./")


def writable_file(path: str, *, option: str, inputs: Sequence[Path]) -> Path:
    """The path of a file to write later; what would go wrong then is said now, before hours of work.

    Raises:
        GkdtError: It is a folder, one of the inputs, or in a place where nothing can be written.
    """
    target = Path(os.path.abspath(path))
    if target.is_dir():
        raise GkdtError(f"{option} {path}: this is a folder.", hint="Name the file to write.")
    _refuse_inputs(target, option, inputs)
    _check_writable(target.parent, option)
    return target


def writable_folder(path: str, *, option: str) -> Path:
    """The path of a folder to write into later.

    Raises:
        GkdtError: It is a file, or in a place where nothing can be written.
    """
    target = Path(os.path.abspath(path))
    if target.exists() and not target.is_dir():
        raise GkdtError(f"{option} {path}: this is a file.", hint="Name a folder.")
    _check_writable(target, option)
    return target


def _refuse_inputs(target: Path, option: str, inputs: Sequence[Path]) -> None:
    for given in inputs:
        if target.resolve() == given.resolve():
            raise GkdtError(
                f"{option} {target}: this file is one of the inputs and would be lost.",
                hint="Choose another name.",
            )


def _check_writable(folder: Path, option: str) -> None:
    existing = next((parent for parent in (folder, *folder.parents) if parent.exists()), folder)
    try:
        # trying is the only question that every system answers truly: Windows' access() does not know
        with tempfile.TemporaryFile(dir=existing):
            return
    except OSError as error:
        raise GkdtError(
            f"{option}: nothing can be written to {existing}.", hint="Choose a folder of your own."
        ) from error
