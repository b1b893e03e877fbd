"""NWB files with the extension ndx-pose, through pynwb (the extra `nwb`): labels of skeletons on images.

Positions are pixel indices, as SLEAP and DeepLabCut write them there. The images are an `ImageSeries` that
names their files. Tracks of videos (`PoseEstimation`) are no labels of images and are not read.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np

from gkdt_core.domain import Category, Visibility
from gkdt_core.errors import DatasetError
from gkdt_core.formats.building import (
    Builder,
    ReadOptions,
    ReadResult,
    WriteOptions,
    make_category,
    make_instance,
)
from gkdt_core.formats.coco import CocoDataset, resolve_image
from gkdt_core.formats.features import Feature
from gkdt_core.formats.files import staged_file
from gkdt_core.formats.hdf5 import bounded, opened, optional
from gkdt_core.formats.names import odd_names as unplain_names
from gkdt_core.formats.names import with_plain_names
from gkdt_core.formats.report import Report
from gkdt_core.geometry import image_to_index

LOSSES: Mapping[Feature, str] = {
    Feature.ABSENT: "count as not labelled",
    Feature.SCORES: "are lost",
    Feature.PEAKS: "are lost",
    Feature.ORIGINS: "count as a person's",
    Feature.BOXES: "are lost",
    Feature.STATES: "are lost",
    Feature.CATEGORY_NAMES: 'lose "/", ":" and spaces around them, and get a number where two are the same',
    Feature.PAIRS: "are guessed again from the names",
    Feature.SUPERCATEGORIES: "are lost",
    Feature.FIELDS: "are lost",
    Feature.PLAIN_BOXES: "are left out",
}

EXTRA = "nwb"
_SERIES = "images"


def odd_names(dataset: CocoDataset) -> int:
    """Categories whose name an NWB object cannot have."""
    slashed = sum(_name(record.category.name) != record.category.name for record in dataset.categories)
    return max(slashed, unplain_names(dataset))


def _name(text: str) -> str:
    return text.replace("/", "_").replace(":", "_")


# -- writing -----------------------------------------------------------------------------------------------


def write(dataset: CocoDataset, path: Path, options: WriteOptions) -> tuple[str, ...]:
    """Writes an NWB file that names the images.

    Raises:
        DatasetError: pynwb or ndx-pose is missing, there is no image, or the file cannot be written.
    """
    what = "Writing NWB files"
    pynwb, pose = optional("pynwb", EXTRA, what), optional("ndx_pose", EXTRA, what)
    dataset = with_plain_names(dataset)
    if not dataset.images or not dataset.categories:
        raise DatasetError("There are no images with categories.", hint="Label something first.")
    skeletons = _skeletons(dataset, pose)
    images = pynwb.image.ImageSeries(
        name=_SERIES,
        description="The labelled images.",
        format="external",
        external_file=_file_names(dataset, Path(path).absolute().parent, options),
        starting_frame=list(range(len(dataset.images))),
        rate=1.0,
        num_samples=len(dataset.images),
        dimension=_largest(dataset),
    )
    by_image = dataset.annotations_by_image()
    frames = []
    for position, image in enumerate(dataset.images):
        options.checkpoint(position / len(dataset.images))
        instances = [
            pose.SkeletonInstance(
                name=f"instance_{rank:04d}",
                id=np.uint64(rank),
                node_locations=image_to_index(annotation.instance.keypoints),
                node_visibility=(annotation.instance.visibility == Visibility.VISIBLE).tolist(),
                skeleton=skeletons[annotation.category_id],
            )
            for rank, annotation in enumerate(by_image[image.id])
        ]
        frames.append(
            pose.TrainingFrame(
                name=f"frame_{position:08d}",
                skeleton_instances=pose.SkeletonInstances(skeleton_instances=instances),
                source_video=images,
                source_video_frame_index=np.uint64(position),
            )
        )
    now = datetime.datetime.now(datetime.UTC)
    file = pynwb.NWBFile(
        session_description="Keypoint labels.", identifier=os.urandom(8).hex(), session_start_time=now
    )
    behaviour = file.create_processing_module(name="behavior", description="Keypoint labels.")
    behaviour.add(pose.Skeletons(skeletons=list(skeletons.values())))
    behaviour.add(
        pose.PoseTraining(
            training_frames=pose.TrainingFrames(training_frames=frames),
            source_videos=pose.SourceVideos(image_series=[images]),
        )
    )
    with staged_file(path) as part, pynwb.NWBHDF5IO(str(part), "w") as stream:
        stream.write(file)
    return ()


def _skeletons(dataset: CocoDataset, pose: Any) -> dict[int, Any]:
    taken, found = set[str](), {}
    for record in dataset.categories:
        base = name = _name(record.category.name)
        again = 1
        while name in taken:
            again += 1
            name = f"{base} ({again})"
        taken.add(name)
        edges = np.array(record.category.edges, np.uint8 if len(record.category) < 256 else np.uint16)
        found[record.id] = pose.Skeleton(
            name=name, nodes=list(record.category.keypoints), edges=edges.reshape(-1, 2)
        )
    return found


def _file_names(dataset: CocoDataset, folder: Path, options: WriteOptions) -> list[str]:
    names = []
    for image in dataset.images:
        name = image.file_name
        if options.images_dir is not None:
            place = resolve_image(options.images_dir.absolute(), name)
            name = place.relative_to(folder).as_posix() if place.is_relative_to(folder) else str(place)
        names.append(name)
    return names


def _largest(dataset: CocoDataset) -> list[int]:
    return [max(image.width for image in dataset.images), max(image.height for image in dataset.images)]


# -- reading -----------------------------------------------------------------------------------------------


def recognises(path: Path) -> bool:
    """Whether a file is NWB's by its name."""
    return path.is_file() and path.suffix.lower() == ".nwb"


def read(path: Path, options: ReadOptions) -> ReadResult:
    """The labels in an NWB file.

    Raises:
        DatasetError: pynwb or ndx-pose is missing, or there are no labels.
    """
    what = f'Reading "{path.name}"'
    pynwb = optional("pynwb", EXTRA, what)
    optional("ndx_pose", EXTRA, what)
    build = optional("hdmf.build", EXTRA, what)
    with opened(path, EXTRA):  # refuses what leads to other files, which pynwb follows
        pass
    try:
        with pynwb.NWBHDF5IO(str(path), "r") as stream:
            return _labels(stream.read(), path, options)
    except (
        OSError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        RuntimeError,
        build.ConstructError,
        build.BuildError,
    ) as error:
        reason = " ".join(str(error).split())[:200]
        raise DatasetError(f'"{path}" cannot be read: {reason}.', hint="Check that it is whole.") from error


def _labels(file: Any, path: Path, options: ReadOptions) -> ReadResult:
    found = [
        item
        for module in file.processing.values()
        for item in module.data_interfaces.values()
        if item.neurodata_type == "PoseTraining"
    ]
    if not found:
        raise DatasetError(
            f'"{path.name}" has no labels of images (PoseTraining).', hint="Tracks of videos are not read."
        )
    builder = Builder(options, path.parent, "index")
    categories: dict[str, Category] = {}
    for module in file.processing.values():
        for item in module.data_interfaces.values():
            if item.neurodata_type == "Skeletons":
                for skeleton in item.skeletons.values():
                    categories[skeleton.name] = builder.category(_category(skeleton))
    for training in found:
        frames = sorted(training.training_frames.training_frames.values(), key=lambda frame: frame.name)
        names = {id(frame.source_video): _names(frame.source_video) for frame in frames}
        common = _folder([name for some in names.values() for name in some])
        if common and options.images_dir is None and Path(common).is_dir():
            builder.images_dir = Path(common)
        for position, frame in enumerate(frames):
            options.checkpoint(position / len(frames))
            listed, number_of_it = names[id(frame.source_video)], frame.source_video_frame_index
            if number_of_it is None or int(number_of_it) >= len(listed):
                builder.report.skip(frame.name, "it names no image file.")
                continue
            name = listed[int(number_of_it)]
            if common:
                name = name.removeprefix(common).lstrip("/")
            image = builder.image(builder.found(os.path.normpath(name).replace(os.sep, "/")))
            if image is None:
                continue
            for instance in frame.skeleton_instances.skeleton_instances.values():
                _add(builder, image, instance, categories, frame.name)
    return builder.result()


def _names(series: Any) -> list[str]:
    files = getattr(series, "external_file", None)
    return [] if files is None else [str(name).replace("\\", "/") for name in bounded(files)]


def _folder(names: Sequence[str]) -> str:
    absolute = [name for name in names if name.startswith("/") or name[1:2] == ":"]
    try:
        return os.path.commonpath([str(PurePosixPath(name).parent) for name in absolute]) if absolute else ""
    except ValueError:  # several drives
        return ""


def _category(skeleton: Any) -> Category:
    edges = [] if skeleton.edges is None else np.asarray(bounded(skeleton.edges)).reshape(-1, 2).tolist()
    return make_category(
        skeleton.name, [str(node) for node in bounded(skeleton.nodes)], [(int(a), int(b)) for a, b in edges]
    )


def _add(builder: Builder, image: int, instance: Any, categories: dict[str, Category], where: str) -> None:
    category = categories.get(instance.skeleton.name)
    points = np.asarray(bounded(instance.node_locations), np.float64)
    if category is None or points.shape != (len(category), 2):
        builder.report.skip(where, f'"{instance.name}" does not fit its skeleton.')
        return
    visible = instance.node_visibility
    flags = np.full(len(category), Visibility.VISIBLE)
    if visible is not None:
        flags = np.where(np.asarray(bounded(visible), bool), Visibility.VISIBLE, Visibility.OCCLUDED)
    builder.add(image, make_instance(category, builder.positions(points), flags))


def validate(path: Path) -> Report:
    """What this program would leave out, and images that are not there."""
    result = read(path, ReadOptions())
    report = Report(list(result.skipped), result.skipped_count)
    for image in result.dataset.images:
        if not resolve_image(result.images_dir, image.file_name).is_file():
            report.skip(image.file_name, "the picture is not there.")
    return report
