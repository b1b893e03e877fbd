"""SLEAP's labels (`*.slp`, `*.pkg.slp`): pictures inside, in a list, or frames of a video beside the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from gkdt_core.domain import Instance
from gkdt_core.formats.building import ReadOptions, ReadResult
from gkdt_core.formats.coco import CocoImage, resolve_image
from gkdt_core.formats.sleap import is_predicted, read
from gkdt_core.media.video_frames import VideoFrame, frames_of
from trainer.megakpt.converters.base import Converter, SourcePicture, SourceSplit, find_files, split_of


def _read(source: Path, split: str | None) -> Iterator[SourceSplit]:
    files: dict[str, list[Path]] = {}
    for path in find_files(source, ("**/*.slp",)):
        files.setdefault(split_of(path, split), []).append(path)
    for name, members in files.items():
        yield SourceSplit(name, _pictures(members))


def _pictures(files: Sequence[Path]) -> Iterator[SourcePicture]:
    for path in files:
        yield from _of_file(path, read(path, ReadOptions()))


def _of_file(path: Path, result: ReadResult) -> Iterator[SourcePicture]:
    by_image = {
        key: tuple(
            replace(a.instance, category=replace(a.instance.category, supercategory="animal_pose"))
            for a in annotations
            if not is_predicted(a.instance)  # what a model said is not learnt from
        )
        for key, annotations in result.dataset.annotations_by_image().items()
    }
    videos: dict[Path, dict[int, CocoImage]] = {}
    for image in result.dataset.images:
        inner = result.inner.get(image.id)
        if isinstance(inner, VideoFrame):
            videos.setdefault(inner.path, {})[inner.index] = image
            continue
        place = path if inner is not None else resolve_image(result.images_dir, image.file_name)
        content = None if inner is None else inner.content()
        yield _picture(path, image, by_image[image.id], place, content)
    for video, wanted in videos.items():
        labelled = [index for index, image in wanted.items() if by_image[image.id]]
        for index, content in frames_of(video, labelled):
            image = wanted[index]
            yield _picture(path, image, by_image[image.id], video, content)


def _picture(
    path: Path, image: CocoImage, instances: tuple[Instance, ...], place: Path, content: bytes | None
) -> SourcePicture:
    folder = image.file_name.rpartition("/")[0]
    extra = {"video": f"{path.stem}/{folder}"} if folder else {}
    size = (image.height, image.width) if image.height and image.width else None
    # two label files may name their videos alike
    return SourcePicture(
        f"{path.stem}/{image.file_name}", place, instances, size, extra=extra, content=content
    )


CONVERTER = Converter("SLEAP labels", "SLEAP .slp", "*.slp", _read)
