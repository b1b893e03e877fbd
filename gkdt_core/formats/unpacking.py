"""Pictures that are inside annotation files, and frames of videos, as image files of their own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from gkdt_core.errors import DatasetError, GkdtError, MediaError
from gkdt_core.formats.building import InnerPicture, ReadResult
from gkdt_core.formats.coco import resolve_image
from gkdt_core.formats.files import staged_file
from gkdt_core.media.images import IMAGE_SUFFIXES, image_size
from gkdt_core.media.video_frames import VideoFrame, frames_of
from gkdt_core.progress import Checkpoint, no_checkpoint


def unpack_pictures(result: ReadResult, folder: Path, checkpoint: Checkpoint = no_checkpoint) -> ReadResult:
    """Writes the inner pictures of `result` below `folder`; the same result with its images there.

    A picture that is there already, inside or beside the file, is not written again. Files that lie in the
    result's own folder of images are linked or copied, so that all images are in one place.

    Raises:
        DatasetError: A picture cannot be written.
    """
    folder = Path(os.path.abspath(folder))
    names = {image.id: image.file_name for image in result.dataset.images}
    skipped, sizes, done = list(result.skipped), dict[int, tuple[int, int]](), 0
    same = folder == Path(os.path.abspath(result.images_dir))
    for key, name in names.items():
        if key in result.inner or same:
            continue
        source, target = resolve_image(result.images_dir, name), resolve_image(folder, name)
        if source.is_file() and not target.exists():
            _write(target, source.read_bytes())
    for key, content in _contents(result, skipped):
        checkpoint(done / len(result.inner))
        done += 1
        target = resolve_image(folder, names[key])
        beside = resolve_image(result.images_dir, names[key])
        if beside.is_file() and not same:
            content = beside.read_bytes()
        try:
            if not target.exists():
                _write_picture(target, content)
            sizes[key] = image_size(target)
        except MediaError as error:
            skipped.append(f'image "{names[key]}": {error.message}')
    images = tuple(
        replace(image, height=sizes[image.id][0], width=sizes[image.id][1]) if image.id in sizes else image
        for image in result.dataset.images
    )
    extra = len(skipped) - len(result.skipped)
    return replace(
        result,
        dataset=replace(result.dataset, images=images),
        images_dir=folder,
        skipped=tuple(skipped),
        skipped_count=result.skipped_count + extra,
        inner={key: inner for key, inner in result.inner.items() if key not in sizes},
    )


def _contents(result: ReadResult, skipped: list[str]) -> Iterator[tuple[int, bytes]]:
    """Image id and bytes of each inner picture; every video is read once."""
    videos: dict[Path, dict[int, int]] = {}
    for key, inner in result.inner.items():
        if isinstance(inner, VideoFrame):
            videos.setdefault(inner.path, {})[inner.index] = key
            continue
        found = _content(inner, skipped)
        if found is not None:
            yield key, found
    for path, wanted in videos.items():
        found_frames = set[int]()
        try:
            for index, content in frames_of(path, wanted):
                found_frames.add(index)
                yield wanted[index], content
        except GkdtError as error:
            skipped.append(f"{path.name}: {error.message}")
            continue
        skipped.extend(
            f"{path.name}: there is no frame {index}." for index in sorted(wanted.keys() - found_frames)
        )


def _content(inner: InnerPicture, skipped: list[str]) -> bytes | None:
    try:
        return inner.content()
    except GkdtError as error:
        skipped.append(error.message)
        return None


def _write_picture(target: Path, content: bytes) -> None:
    """Writes what is a picture, under a name of one: nothing else comes out of a file of annotations.

    Raises:
        MediaError: It is none.
        DatasetError: It cannot be written.
    """
    if target.suffix.lower() not in IMAGE_SUFFIXES:
        raise MediaError(f'"{target.name}" is no name of an image file.')
    _write(target, content, image_size)


def _write(target: Path, content: bytes, check: Callable[[Path], object] = lambda _path: None) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatasetError(
            f'"{target.parent}" cannot be made: {error.strerror or error}.', hint="Choose another folder."
        ) from error
    with staged_file(target) as part:
        part.write_bytes(content)
        check(part)
