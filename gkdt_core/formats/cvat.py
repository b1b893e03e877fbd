"""CVAT's XML 1.0 and 1.1: skeletons and points of images and of tracks, for import only.

CVAT itself imports our COCO files. Points outside a skeleton, all that CVAT had before version 2, are
keypoints by their label, an instance for each group; several points in one shape are an instance, too.

Positions count from the image's corner. `outside` is not labelled, `occluded` is occluded. The lines of a
skeleton are in its label's drawing. Of tracks, key frames are read; the frames between are CVAT's
interpolation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

import numpy as np

from gkdt_core.domain import Category, Origin, Visibility
from gkdt_core.errors import DatasetError
from gkdt_core.formats.building import (
    Builder,
    ReadOptions,
    ReadResult,
    make_category,
    make_instance,
    number,
)
from gkdt_core.formats.files import parse_xml, read_xml
from gkdt_core.formats.report import Report

_SKELETON, _POINTS = "skeleton", "points"


def recognises(path: Path) -> bool:
    """Whether a file looks like CVAT's XML."""
    if not path.is_file() or path.suffix.lower() != ".xml":
        return False
    with path.open("rb") as file:
        return b"<annotations" in file.read(4096)


def read(path: Path, options: ReadOptions) -> ReadResult:
    """The skeletons of a file.

    Raises:
        DatasetError: It is no such file, or has no skeleton.
    """
    root = read_xml(path)
    if root.tag != "annotations":
        raise DatasetError(
            f'"{path.name}" starts with <{root.tag}>, not <annotations>.',
            hint='Export as "CVAT for images 1.1".',
        )
    folder = path.parent
    builder = Builder(options, folder / "images" if (folder / "images").is_dir() else folder, "corner")
    categories = _categories(root, builder.report)
    loose = list[_Loose]()
    images = root.findall("image")
    for position, image in enumerate(images):
        options.checkpoint(position / len(images))
        name = image.get("name") or ""
        size = _size(image)
        key = builder.image(name, size)
        if key is None:
            continue
        for shape in image:
            what = f'image "{name}"'
            if shape.tag == _SKELETON:
                _add(builder, key, shape, categories, what)
            elif shape.tag == _POINTS:
                loose.append(_Loose(key, shape, shape.get("label") or "", shape.get("group_id"), what))
            elif shape.tag != "tag":
                builder.report.skip(what, f'a {shape.tag} "{shape.get("label")}" is no skeleton.')
    for track in root.findall("track"):
        loose += _track(builder, track, categories, root)
    _add_loose(builder, loose)
    result = builder.result()
    if not result.dataset.categories:
        raise DatasetError(
            f'"{path.name}" has no skeletons and no points.',
            hint="Label with skeletons in CVAT, or export other shapes as COCO.",
        )
    return result


@dataclass(frozen=True, slots=True)
class _Loose:
    """Points outside a skeleton: one is a keypoint by its label, several are an instance of their label."""

    image: int
    element: Element
    label: str
    group: str | None
    what: str


def _add_loose(builder: Builder, loose: Sequence[_Loose]) -> None:
    """Instances of points without skeletons, as CVAT had them before it had skeletons."""
    several: dict[str, int] = {}
    for item in loose:
        several[item.label] = max(several.get(item.label, 0), len(list(_points(item.element))))
    names = [label.strip() for label, count in several.items() if count == 1]
    single = make_category("object", names) if names else None
    categories = {
        label: make_category(label, [str(number) for number in range(1, count + 1)])
        for label, count in several.items()
        if count > 1
    }
    groups: dict[tuple[int, str | None], dict[int, tuple[_Loose, tuple[float, float]]]] = {}
    for item in loose:
        positions = list(_points(item.element))
        if not np.isfinite(positions).all():
            builder.report.skip(item.what, f'"{item.label}" is not made of numbers.')
        elif item.element.get("outside") == "1":
            continue
        elif item.label in categories:
            _add_points(
                builder, categories[item.label], {n: (item, place) for n, place in enumerate(positions)}
            )
        else:
            found = groups.setdefault((item.image, item.group), {})
            index = names.index(item.label.strip())
            if index in found:
                builder.report.skip(
                    item.what, f'there is already a "{item.label}"; group each instance in CVAT.'
                )
            else:
                found[index] = item, positions[0]
    for found in groups.values():
        if single is not None:
            _add_points(builder, single, found)


def _add_points(
    builder: Builder, category: Category, found: Mapping[int, tuple[_Loose, tuple[float, float]]]
) -> None:
    points, visibility = np.full((len(category), 2), np.nan), np.zeros(len(category), np.int8)
    origins = np.zeros(len(category), np.int8)
    for index, (item, place) in found.items():
        points[index], origins[index] = place, _origin(item.element)
        hidden = item.element.get("occluded") == "1"
        visibility[index] = Visibility.OCCLUDED if hidden else Visibility.VISIBLE
    image = next(iter(found.values()))[0].image
    builder.add(image, make_instance(category, builder.positions(points), visibility, origins=origins))


def _size(image: Element) -> tuple[int, int] | None:
    height, width = number(image.get("height")), number(image.get("width"))
    return (int(height), int(width)) if height > 0 and width > 0 else None


def _categories(root: Element, report: Report) -> dict[str, Category]:
    """Skeleton name -> category: from the task's labels, else from the shapes themselves."""
    names: dict[str, dict[str, None]] = {}
    drawings: dict[str, str] = {}
    for label in root.findall("meta//label"):
        name, parent = (label.findtext("name") or "").strip(), (label.findtext("parent") or "").strip()
        if parent:
            names.setdefault(parent, {})[name] = None
        elif label.findtext("type") == _SKELETON:
            names.setdefault(name, {})
            drawings[name] = label.findtext("svg") or ""
    for skeleton in root.iter(_SKELETON):
        track = skeleton.get("label") or ""
        if track and track not in names:
            names[track] = {}
        if track in names:
            names[track].update(dict.fromkeys(p.get("label") or "" for p in skeleton.findall(_POINTS)))
    for track_element in root.findall("track"):
        for shape in track_element.findall(_SKELETON):
            keypoints = names.setdefault(track_element.get("label") or "", {})
            keypoints.update(dict.fromkeys(point.get("label") or "" for point in shape.findall(_POINTS)))
    result = {}
    for name, found in names.items():
        keypoints_of = [keypoint for keypoint in found if keypoint]
        if not keypoints_of:
            continue
        edges, order = _drawn(drawings.get(name, ""), keypoints_of, report, name)
        numbers = {keypoint: index for index, keypoint in enumerate(order)}
        result[name] = make_category(name, order, [(numbers[a], numbers[b]) for a, b in edges])
    return result


def _drawn(
    svg: str, keypoints: list[str], report: Report, name: str
) -> tuple[list[tuple[str, str]], list[str]]:
    """The lines of a label's drawing, and its keypoints in the order of the nodes."""
    if not svg.strip():
        return [], keypoints
    try:
        drawing = parse_xml(f"<svg>{svg}</svg>", f'the drawing of "{name}"')
    except DatasetError as error:
        report.skip(f'label "{name}"', error.message)
        return [], keypoints
    nodes: dict[str, str] = {}
    for circle in drawing.iter("circle"):
        label = circle.get("data-label-name")
        if label in keypoints:
            nodes[circle.get("data-node-id") or ""] = label
    lines = [
        (line.get("data-node-from") or "", line.get("data-node-to") or "") for line in drawing.iter("line")
    ]
    edges = [(nodes[a], nodes[b]) for a, b in lines if a in nodes and b in nodes]
    drawn = [nodes[key] for key in sorted(nodes, key=lambda key: (len(key), key))]
    return edges, [*dict.fromkeys([*drawn, *keypoints])]


def _points(element: Element) -> Iterator[tuple[float, float]]:
    for pair in (element.get("points") or "").split(";"):
        x, _, y = pair.partition(",")
        yield number(x), number(y)


def _add(builder: Builder, image: int, shape: Element, categories: dict[str, Category], what: str) -> None:
    name = shape.get("label") or ""
    category = categories.get(name)
    if category is None:
        builder.report.skip(what, f'the skeleton "{name}" has no points.')
        return
    points = np.full((len(category), 2), np.nan)
    visibility = np.zeros(len(category), np.int8)
    for element in shape.findall(_POINTS):
        keypoint = (element.get("label") or "").strip()
        if keypoint not in category.keypoints:
            builder.report.skip(what, f'"{name}" has no keypoint "{keypoint}".')
            continue
        index = category.keypoints.index(keypoint)
        positions = list(_points(element))
        if len(positions) != 1 or not np.isfinite(positions).all():
            builder.report.skip(what, f'"{keypoint}" is not one point.')
        elif np.isfinite(points[index]).all():
            builder.report.skip(what, f'"{keypoint}" is there twice; the first counts.')
        elif element.get("outside") != "1":
            points[index] = positions[0]
            visibility[index] = Visibility.OCCLUDED if element.get("occluded") == "1" else Visibility.VISIBLE
    scores = np.full(len(category), np.nan)
    origins = np.where(visibility > 0, _origin(shape), 0)
    builder.add(
        image, make_instance(category, builder.positions(points), visibility, scores=scores, origins=origins)
    )


def _origin(shape: Element) -> int:
    return Origin.MODEL if shape.get("source") == "auto" else Origin.HUMAN


def _track(builder: Builder, track: Element, categories: dict[str, Category], root: Element) -> list[_Loose]:
    """Adds the skeletons of a track; its points without a skeleton."""
    what, label = f"track {track.get('id')}", track.get("label") or ""
    size = None
    original = root.find("meta//original_size")
    if original is not None:
        height, width = number(original.findtext("height")), number(original.findtext("width"))
        size = (int(height), int(width)) if height > 0 and width > 0 else None
    loose = list[_Loose]()
    shapes = [shape for shape in track if shape.tag in (_SKELETON, _POINTS)]
    if not shapes:
        builder.report.skip(what, f'"{label}" has no skeletons and no points.')
    for shape in shapes:
        frame = shape.get("frame") or ""
        if shape.get("outside") == "1" or shape.get("keyframe") == "0":
            continue
        parts = shape.findall(_POINTS)
        if parts and all(part.get("outside") == "1" for part in parts):  # the object has left the picture
            continue
        if not re.fullmatch(r"\d{1,9}", frame):
            builder.report.skip(what, f"its frame is {frame!r}.")
            continue
        image = builder.image(f"frame_{int(frame):06d}.png", size)  # as CVAT names a video's exported frames
        if image is None:
            continue
        where = f"{what}, frame {frame}"
        if shape.tag == _POINTS:
            loose.append(_Loose(image, shape, label, track.get("group_id"), where))
            continue
        shape.set("label", label)
        _add(builder, image, shape, categories, where)
    return loose


def validate(path: Path) -> Report:
    """What this program would leave out of a file."""
    result = read(path, ReadOptions())
    return Report(list(result.skipped), result.skipped_count)
