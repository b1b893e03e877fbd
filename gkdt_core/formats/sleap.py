"""SLEAP's `.slp` files, read and written through h5py (the extra `sleap`), without SLEAP or sleap-io.

Positions are pixel indices, before format 1.1 image coordinates. An instance is a person's or a prediction
as a whole; a point that is not visible is occluded, one without a position not labelled. Pictures are a
list of image files, or inside the file (`.pkg.slp`), or frames of a video, which become images named after
video and frame.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gkdt_core.domain import Category, Instance, Origin, Visibility
from gkdt_core.errors import AnnotationError, DatasetError
from gkdt_core.formats.building import (
    Builder,
    ReadOptions,
    ReadResult,
    WriteOptions,
    make_category,
    make_instance,
    number,
)
from gkdt_core.formats.coco import CocoDataset, CocoImage, resolve_image
from gkdt_core.formats.features import Feature
from gkdt_core.formats.files import below, staged_file
from gkdt_core.formats.hdf5 import opened, optional, rows
from gkdt_core.formats.names import PLAIN, with_plain_names
from gkdt_core.formats.report import Report
from gkdt_core.geometry import image_to_index
from gkdt_core.media.video_frames import VideoFrame

LOSSES: Mapping[Feature, str] = {
    Feature.ABSENT: "count as not labelled",
    Feature.SCORES: "are lost where a person placed or corrected a point of the instance",
    Feature.PEAKS: "are lost",
    Feature.ORIGINS: "count as a person's where a person placed a point of the instance",
    Feature.BOXES: "are lost",
    Feature.STATES: "are lost",
    Feature.CATEGORY_NAMES: PLAIN,
    Feature.SUPERCATEGORIES: "are lost",
    Feature.FIELDS: "are lost",
    Feature.PLAIN_BOXES: "are left out",
}

EXTRA = "sleap"
_FORMAT = 1.2
_LARGE_ATTRIBUTE = 60_000
_BODY, _SYMMETRY = 1, 2
_USER, _PREDICTED = 0, 1
_FRAMES = np.dtype(
    [
        ("frame_id", "<u8"),
        ("video", "<u4"),
        ("frame_idx", "<u8"),
        ("instance_id_start", "<u8"),
        ("instance_id_end", "<u8"),
    ]
)
_INSTANCES = np.dtype(
    [
        ("instance_id", "<i8"),
        ("instance_type", "u1"),
        ("frame_id", "<u8"),
        ("skeleton", "<u4"),
        ("track", "<i4"),
        ("from_predicted", "<i8"),
        ("score", "<f4"),
        ("point_id_start", "<u8"),
        ("point_id_end", "<u8"),
        ("tracking_score", "<f4"),
    ]
)
_POINTS = np.dtype([("x", "<f8"), ("y", "<f8"), ("visible", "?"), ("complete", "?")])
_PREDICTED_POINTS = np.dtype([*((name, _POINTS[name].str) for name in _POINTS.names or ()), ("score", "<f8")])


def is_predicted(instance: Instance) -> bool:
    """Whether SLEAP may call it a prediction: every labelled point is the model's and has a score."""
    theirs = instance.origins[instance.labeled] == Origin.MODEL
    return bool(len(theirs) and theirs.all() and np.isfinite(instance.scores[instance.labeled]).all())


def lost_scores(dataset: CocoDataset) -> int:
    """Scores of points in instances that are no predictions."""
    return sum(
        int(np.isfinite(a.instance.scores).sum()) for a in dataset.annotations if not is_predicted(a.instance)
    )


def lost_origins(dataset: CocoDataset) -> int:
    """Points that are not a person's, in instances that are no predictions."""
    return sum(
        int(((a.instance.origins != Origin.HUMAN) & a.instance.labeled).sum())
        for a in dataset.annotations
        if not is_predicted(a.instance)
    )


# -- writing -----------------------------------------------------------------------------------------------


def write(dataset: CocoDataset, path: Path, options: WriteOptions) -> tuple[str, ...]:
    """Writes a `.slp` file that names the images.

    Raises:
        DatasetError: h5py is missing, there is no category, or the file cannot be written.
    """
    h5py = optional("h5py", EXTRA, "Writing SLEAP files")
    dataset = with_plain_names(dataset)
    if not dataset.categories:
        raise DatasetError("There is no category with keypoints.", hint="Label something first.")
    videos, places = _videos(dataset.images, options)
    frames, instances, points, predicted = _tables(dataset, places)
    about = json.dumps(_metadata(dataset)).encode("ascii")
    # attributes of HDF5's oldest layout, which every reader knows, end at 64 kB
    layout = {"libver": "latest"} if len(about) > _LARGE_ATTRIBUTE else {}
    with staged_file(path) as part, h5py.File(part, "w", **layout) as file:
        metadata = file.create_group("metadata")
        metadata.attrs["format_id"] = _FORMAT
        metadata.attrs["json"] = np.bytes_(about)
        texts = h5py.string_dtype("ascii")
        file.create_dataset("videos_json", data=[json.dumps(video) for video in videos], dtype=texts)
        file.create_dataset("tracks_json", shape=(0,), dtype=texts)
        file.create_dataset("suggestions_json", shape=(0,), dtype=texts)
        for name, table in (
            ("frames", frames),
            ("instances", instances),
            ("points", points),
            ("pred_points", predicted),
        ):
            file.create_dataset(name, data=table, maxshape=(None,))
    return ()


def _videos(
    images: Sequence[CocoImage], options: WriteOptions
) -> tuple[list[dict[str, Any]], dict[int, tuple[int, int]]]:
    """SLEAP's "videos", image lists of one size each, and image id -> (video, frame)."""
    groups: dict[tuple[int, int], list[CocoImage]] = {}
    for image in images:
        groups.setdefault((image.height, image.width), []).append(image)
    videos, places = [], {}
    for number_of_video, (size, members) in enumerate(groups.items()):
        names = []
        for frame, image in enumerate(members):
            places[image.id] = number_of_video, frame
            name = image.file_name
            if (
                options.images_dir is not None
            ):  # absolute, as SLEAP writes them: it looks from where it was started
                name = str(resolve_image(options.images_dir.absolute(), name))
            names.append(name)
        backend = {
            "type": "ImageVideo",
            "shape": [len(names), *size, 3] if all(size) else None,
            "filename": names[0],
            "filenames": names,
            "grayscale": False,
        }
        videos.append({"filename": names[0], "backend": backend})
    return videos, places


def _metadata(dataset: CocoDataset) -> dict[str, Any]:
    nodes: list[str] = []
    skeletons = []
    for record in dataset.categories:
        category, first = record.category, len(nodes)
        nodes += category.keypoints
        kinds = [(edge, _BODY) for edge in category.edges]
        kinds += [(link, _SYMMETRY) for a, b in category.pairs for link in ((a, b), (b, a))]
        links = [
            {
                "edge_insert_idx": position,
                "key": 0,
                "source": first + a,
                "target": first + b,
                "type": {"py/reduce": [{"py/type": "sleap.skeleton.EdgeType"}, {"py/tuple": [kind]}]},
            }
            for position, ((a, b), kind) in enumerate(kinds)
        ]
        graph = {"name": category.name, "num_edges_inserted": len(category.edges)}
        ids = [{"id": first + index} for index in range(len(category))]
        skeletons.append({"directed": True, "graph": graph, "links": links, "multigraph": True, "nodes": ids})
    return {
        "version": "2.0.0",
        "skeletons": skeletons,
        "nodes": [{"name": name, "weight": 1.0} for name in nodes],
        "videos": [],
        "tracks": [],
        "suggestions": [],
        "negative_anchors": {},
        "provenance": {},
    }


def _tables(dataset: CocoDataset, places: Mapping[int, tuple[int, int]]) -> list[NDArray[Any]]:
    skeletons = {record.id: index for index, record in enumerate(dataset.categories)}
    by_image = dataset.annotations_by_image()
    frames, instances = list[tuple[Any, ...]](), list[tuple[Any, ...]]()
    points, predicted = list[tuple[Any, ...]](), list[tuple[Any, ...]]()
    nan = float("nan")
    for frame, image in enumerate(dataset.images):
        start = len(instances)
        for annotation in by_image[image.id]:
            instance = annotation.instance
            guessed = is_predicted(instance)
            target = predicted if guessed else points
            first = len(target)
            xy = image_to_index(instance.keypoints)
            for index, (x, y) in enumerate(xy.tolist()):
                seen = int(instance.visibility[index]) == Visibility.VISIBLE
                score = (float(np.nan_to_num(instance.scores[index])),) if guessed else ()
                target.append((x, y, seen, True, *score))
            mean = float(np.nanmean(instance.scores)) if guessed else nan
            kind = _PREDICTED if guessed else _USER
            key = skeletons[annotation.category_id]
            number_of_it = len(instances)
            instances.append((number_of_it, kind, frame, key, -1, -1, mean, first, len(target), nan))
        video, index_in_video = places[image.id]
        frames.append((frame, video, index_in_video, start, len(instances)))
    return [
        np.array(frames, _FRAMES),
        np.array(instances, _INSTANCES),
        np.array(points, _POINTS),
        np.array(predicted, _PREDICTED_POINTS),
    ]


# -- reading -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _PackedPicture:
    """An encoded picture inside a `.pkg.slp`."""

    file: Path
    dataset: str
    index: int

    def content(self) -> bytes:
        """The bytes of an image file.

        Raises:
            DatasetError: It cannot be read.
        """
        with opened(self.file, EXTRA) as file:
            return np.asarray(file[self.dataset][self.index], np.uint8).tobytes()


@dataclass(frozen=True, slots=True, eq=False)
class _Video:
    """One of SLEAP's "videos": where its frames are."""

    names: tuple[str, ...] = ()
    path: str = ""
    packed: str = ""
    packed_frames: Mapping[int, int] | None = None
    packed_suffix: str = ".png"
    size: tuple[int, int] | None = None


def recognises(path: Path) -> bool:
    """Whether a file is SLEAP's by its name."""
    return path.is_file() and path.suffix.lower() == ".slp"


def read(path: Path, options: ReadOptions) -> ReadResult:
    """The labels in a `.slp` file.

    Raises:
        DatasetError: h5py is missing, or the file is damaged.
    """
    with opened(path, EXTRA) as file:
        attributes = file["metadata"].attrs
        version = float(attributes.get("format_id", 1.0))
        metadata = _json(attributes["json"])
        # a change of format 1.1: the first pixel's centre became the origin
        builder = Builder(options, path.parent, "index" if version >= 1.1 else "corner")
        listed = [_json(text) for text in rows(file["videos_json"]).tolist()]
        videos = [_video(file, record) for record in listed]
        common = _common_folder(videos)
        if options.images_dir is None and common:
            there = Path(common)
            builder.images_dir = path.parent if not there.is_absolute() or not there.is_dir() else there
        skeletons = [builder.category(c) for c in _skeletons(metadata)]
        frames, instances = rows(file["frames"]), rows(file["instances"])
        tables = {_USER: rows(file["points"]), _PREDICTED: rows(file["pred_points"])}
        for position, frame in enumerate(frames):
            options.checkpoint(position / len(frames))
            where = f"frame {int(frame['frame_idx'])}"
            if not 0 <= int(frame["video"]) < len(videos):
                builder.report.skip(where, "its video is not listed.")
                continue
            image = _image(builder, path, videos, int(frame["video"]), int(frame["frame_idx"]), common)
            start, end = int(frame["instance_id_start"]), int(frame["instance_id_end"])
            if image is None or not 0 <= start <= end <= len(instances):
                builder.report.skip(where, "its image or its instances cannot be found.")
                continue
            members = instances[start:end]
            replaced = set(members["from_predicted"].tolist()) - {-1}
            for record in members:
                if int(record["instance_id"]) in replaced:  # a person has corrected it
                    continue
                _add(builder, image, record, skeletons, tables, where)
    return builder.result()


def _json(text: Any) -> Any:
    if isinstance(text, bytes | np.bytes_):
        text = bytes(text).decode("utf-8")
    try:
        return json.loads(str(text))
    except RecursionError as error:
        raise ValueError("its settings are nested too deeply") from error


def _video(file: Any, record: Any) -> _Video:
    backend = record.get("backend", record) if isinstance(record, dict) else {}
    backend = backend if isinstance(backend, dict) else {}
    name = backend.get("filename", record.get("filename") if isinstance(record, dict) else None)
    shape = backend.get("shape")
    size = None
    if isinstance(shape, list) and len(shape) == 4 and all(type(v) is int and v > 0 for v in shape[1:3]):
        size = (shape[1], shape[2])
    if isinstance(backend.get("filenames"), list):
        name = backend["filenames"]
    if isinstance(name, list):
        return _Video(names=tuple(str(n).replace("\\", "/") for n in name), size=size)
    dataset = backend.get("dataset")
    if name == "." and isinstance(dataset, str) and dataset:
        stored = file[dataset]
        form = stored.attrs.get("format", "")
        form = form.decode() if isinstance(form, bytes) else str(form)
        frames = f"{dataset.rpartition('/')[0]}/frame_numbers"
        numbers = rows(file[frames]).tolist() if frames in file else list(range(len(stored)))
        if form in ("png", "jpg", "jpeg"):
            packed = {int(frame): index for index, frame in enumerate(numbers)}
            return _Video(path=file.filename, packed=dataset, packed_frames=packed, packed_suffix=f".{form}")
    return _Video(path=str(name or "video").replace("\\", "/"), size=size)


def _common_folder(videos: Sequence[_Video]) -> str:
    """The folder that all listed images are below, where they are absolute."""
    names = [name for video in videos for name in video.names if _is_absolute(name)]
    try:
        return os.path.commonpath([str(PurePosixPath(name).parent) for name in names]) if names else ""
    except ValueError:  # several drives
        return ""


def _is_absolute(name: str) -> bool:
    return name.startswith("/") or name[1:2] == ":"


def _image(
    builder: Builder, path: Path, videos: Sequence[_Video], index: int, frame: int, common: str
) -> int | None:
    video = videos[index]
    if video.names:
        if not 0 <= frame < len(video.names):
            return None
        name = video.names[frame]
        if _is_absolute(name):
            name = name.removeprefix(common).lstrip("/")
        return builder.image(builder.found(os.path.normpath(name).replace(os.sep, "/")), video.size)
    stem = PurePosixPath(video.path).stem or "video"
    # two videos of one name in different folders must not share their frames
    twins = [v for v in videos[:index] if not v.names and (PurePosixPath(v.path).stem or "video") == stem]
    folder = f"{stem} {len(twins) + 1}" if twins else stem
    if video.packed_frames is not None:
        place = video.packed_frames.get(frame)
        inner = None if place is None else _PackedPicture(path, video.packed, place)
        return builder.image(f"{folder}/{frame:06d}{video.packed_suffix}", video.size, inner=inner)
    for candidate in (video.path, PurePosixPath(video.path).name):
        source = below(builder.images_dir, candidate)
        if source is not None and source.is_file():
            return builder.image(f"{folder}/{frame:06d}.png", video.size, inner=VideoFrame(source, frame))
    return builder.image(f"{folder}/{frame:06d}.png", video.size)


def _skeletons(metadata: Any) -> list[Category]:
    names = [str(node["name"]) for node in metadata["nodes"]]
    found = []
    for number_of_it, skeleton in enumerate(metadata["skeletons"]):
        order = [node["id"] for node in skeleton["nodes"]]
        at = {node: index for index, node in enumerate(order)}
        seen: list[int] = []
        edges, pairs = dict[tuple[int, int], None](), dict[tuple[int, int], None]()
        kinds = [(link, _kind(link.get("type"), seen)) for link in skeleton["links"]]
        for link, kind in sorted(kinds, key=lambda item: int(item[0].get("edge_insert_idx", 0))):
            a, b = at[link["source"]], at[link["target"]]
            if kind == _SYMMETRY:
                if (b, a) not in pairs:
                    pairs[a, b] = None
            else:
                edges[a, b] = None
        name = skeleton.get("graph", {}).get("name") or f"skeleton {number_of_it + 1}"
        keypoints = [names[node] if isinstance(node, int) else str(node) for node in order]
        try:
            category = make_category(str(name), keypoints, [*edges], [*pairs] if pairs else None)
        except AnnotationError as error:
            raise ValueError(f'the skeleton "{name}" contradicts itself ({error})') from error
        found.append(category)
    return found


def _kind(value: Any, seen: list[int]) -> int:
    """1 for a limb, 2 for a symmetry; the first of each kind is spelt out, later ones refer to it."""
    if not isinstance(value, dict):
        return _BODY
    if "py/reduce" in value:
        kind = int(value["py/reduce"][1]["py/tuple"][0])
        if kind not in seen:
            seen.append(kind)
        return kind
    reference = value.get("py/id", 1)
    return seen[reference - 1] if isinstance(reference, int) and 1 <= reference <= len(seen) else _BODY


def _add(
    builder: Builder,
    image: int,
    record: Any,
    skeletons: Sequence[Category],
    tables: Mapping[int, NDArray[Any]],
    where: str,
) -> None:
    kind, key = int(record["instance_type"]), int(record["skeleton"])
    start, end = int(record["point_id_start"]), int(record["point_id_end"])
    table = tables.get(kind)
    if table is None or key >= len(skeletons) or not 0 <= start <= end <= len(table):
        builder.report.skip(where, "an instance refers to something that is not there.")
        return
    category, points = skeletons[key], table[start:end]
    if len(points) != len(category):
        builder.report.skip(where, f"an instance has {len(points)} points, expected {len(category)}.")
        return
    xy = builder.positions(np.stack([points["x"], points["y"]], axis=1))
    flags = np.where(points["visible"], Visibility.VISIBLE, Visibility.OCCLUDED)
    flags = np.where(np.isfinite(xy).all(axis=1), flags, Visibility.UNLABELED)
    scores = None
    if kind == _PREDICTED:
        scores = np.clip([number(score) for score in points["score"]], 0, 1)
    builder.add(image, make_instance(category, xy, flags, scores=scores))


def validate(path: Path) -> Report:
    """What this program, and SLEAP with it, would not find."""
    result = read(path, ReadOptions())
    report = Report(list(result.skipped), result.skipped_count)
    for image in result.dataset.images:
        if image.id not in result.inner and not resolve_image(result.images_dir, image.file_name).is_file():
            report.skip(image.file_name, "the picture is not there.")
    return report
