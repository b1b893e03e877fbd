"""DeepLabCut projects (`config.yaml`, `labeled-data/VIDEO/CollectedData_SCORER.csv`, `.h5`), Lightning Pose.

A row is a picture, two columns a body part: pixel indices, empty where not labelled. With several animals
there is a level "individuals"; parts of the individual "single" belong to no animal. Predictions have a
third column, the likelihood. DeepLabCut itself reads the `.h5`, which is written where the optional
packages of the extra `deeplabcut` are installed; the `.csv` always is.
"""

from __future__ import annotations

import csv
import importlib.util
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gkdt_core.domain import Category, Instance, Visibility
from gkdt_core.errors import DatasetError
from gkdt_core.extras import is_frozen
from gkdt_core.formats.building import (
    Builder,
    ReadOptions,
    ReadResult,
    WriteOptions,
    known_size,
    make_category,
    make_instance,
    number,
    place_picture,
    sentences,
)
from gkdt_core.formats.coco import CocoAnnotation, CocoDataset, CocoImage, resolve_image
from gkdt_core.formats.features import Feature
from gkdt_core.formats.files import files_below, first_row, read_rows, read_yaml, staged_folder, yaml_text
from gkdt_core.formats.hdf5 import Frame, has_frame, optional, read_frame
from gkdt_core.formats.names import PLAIN, with_plain_names
from gkdt_core.formats.report import Report
from gkdt_core.geometry import image_to_index

LOSSES: Mapping[Feature, str] = {
    Feature.OCCLUDED: "become visible",
    Feature.ABSENT: "count as not labelled",
    Feature.SCORES: "are lost",
    Feature.PEAKS: "are lost",
    Feature.ORIGINS: "count as a person's",
    Feature.BOXES: "are lost",
    Feature.EMPTY_INSTANCES: "are left out",
    Feature.STATES: "are lost",
    Feature.IMAGE_NAMES: "get one folder below labeled-data",
    Feature.PAIRS: "are guessed again from the names",
    Feature.CATEGORY_NAMES: PLAIN,
    Feature.SUPERCATEGORIES: "are lost",
    Feature.FIELDS: "are lost",
    Feature.PLAIN_BOXES: "are left out",
}

EXTRA = "deeplabcut"
SCORER = "gkdt"
_CONFIG = "config.yaml"
_LABELLED = "labeled-data"
_MOST_NAMED = 4
"""Projects of a folder that a hint names."""
_SINGLE = "single"
_KEY = "df_with_missing"
_LEVELS = ("scorer", "individuals", "bodyparts", "coords")
_CATEGORIES = "gkdt_categories"  # DeepLabCut leaves entries alone that it does not know


def renamed_images(dataset: CocoDataset) -> int:
    """Images whose name below labeled-data is another than it was."""
    folders = _folders(dataset)
    return sum(
        _posix(image) != PurePosixPath(folders[image.id], _posix(image).name) for image in dataset.images
    )


# -- writing -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Column:
    """Two columns of a table: one body part of the n-th instance of a category in each image."""

    individual: str
    keypoint: str
    category_id: int
    rank: int
    index: int


def write(dataset: CocoDataset, path: Path, options: WriteOptions) -> tuple[str, ...]:
    """Writes a new DeepLabCut project.

    Raises:
        DatasetError: There is no category, the folder cannot be written, or something is in it.
    """
    dataset = with_plain_names(dataset)
    if not dataset.categories:
        raise DatasetError("There is no category with keypoints.", hint="Label something first.")
    by_image = {
        image_id: [a for a in annotations if a.instance.labeled.any()]
        for image_id, annotations in dataset.annotations_by_image().items()
    }
    columns, several = _columns(dataset, by_image)
    folders: dict[str, list[CocoImage]] = {}
    places = _folders(dataset)
    for image in dataset.images:
        folders.setdefault(places[image.id], []).append(image)
    with_h5 = all(importlib.util.find_spec(module) is not None for module in ("pandas", "tables"))
    missing = done = 0
    sizes: dict[str, tuple[int, int]] = {}
    with staged_folder(path) as root:
        for folder, images in folders.items():
            place = resolve_image(root, f"{_LABELLED}/{folder}")
            place.mkdir(parents=True)
            index, values = [], np.full((len(images), 2 * len(columns)), np.nan)
            for row, image in enumerate(images):
                options.checkpoint(done / len(dataset.images))
                done += 1
                name = _posix(image).name
                index.append((_LABELLED, folder, name))
                values[row] = _row(by_image[image.id], columns)
                missing += not place_picture(options, image.file_name, resolve_image(place, name))
                sizes[folder] = known_size(options, image) or sizes.get(folder, (0, 0))
            _write_csv(place / f"CollectedData_{SCORER}.csv", columns, index, values, several)
            if with_h5:
                _write_h5(place / f"CollectedData_{SCORER}.h5", columns, index, values, several)
        config = _config(dataset, columns, several, sizes, Path(path).absolute())
        (root / _CONFIG).write_text(yaml_text(config), encoding="utf-8")
    notes = sentences((missing, "image file cannot be found", "image files cannot be found"))
    if not with_h5:
        other = "" if is_frozen() else f", or install the extra `{EXTRA}`"
        notes += (
            "Only .csv tables were written; DeepLabCut makes its .h5 from them with "
            f"`deeplabcut.convertcsv2h5(config)`{other}.",
        )
    return notes


def _columns(
    dataset: CocoDataset, by_image: Mapping[int, Sequence[CocoAnnotation]]
) -> tuple[list[_Column], bool]:
    """All columns in order, and whether there are individuals."""
    most = {record.id: 1 for record in dataset.categories}
    for members in by_image.values():
        for key in most:
            most[key] = max(most[key], sum(a.category_id == key for a in members))
    several = len(most) > 1 or max(most.values()) > 1
    union = list(dict.fromkeys(k for c in dataset.categories for k in c.category.keypoints))
    columns = []
    for record in dataset.categories:
        names = record.category.keypoints
        for rank in range(most[record.id]):
            individual = f"{record.category.name} {rank + 1}" if several else ""
            # every individual has every body part: DeepLabCut expects a full table
            columns += [
                _Column(individual, name, record.id, rank, names.index(name) if name in names else -1)
                for name in (union if several else names)
            ]
    return columns, several


def _row(annotations: Sequence[CocoAnnotation], columns: Sequence[_Column]) -> NDArray[np.float64]:
    """(2 columns,) pixel indices of one image, NaN where nothing is labelled."""
    ranked: dict[tuple[int, int], Instance] = {}
    for annotation in annotations:
        rank = sum(key == annotation.category_id for key, _ in ranked)
        ranked[annotation.category_id, rank] = annotation.instance
    values = np.full((len(columns), 2), np.nan)
    for position, column in enumerate(columns):
        instance = ranked.get((column.category_id, column.rank))
        if instance is not None and column.index >= 0:
            values[position] = image_to_index(instance.keypoints[column.index])
    return values.ravel()


def _posix(image: CocoImage) -> PurePosixPath:
    """An image's name, which may have been written under Windows."""
    return PurePosixPath(image.file_name.replace("\\", "/"))


def _folders(dataset: CocoDataset) -> dict[int, str]:
    """Image id -> its folder below labeled-data: one level, as DeepLabCut has them."""
    taken: dict[str, str] = {}
    chosen: dict[str, str] = {}
    result = {}
    for image in dataset.images:
        parent = _posix(image).parent.as_posix()
        if parent not in chosen:
            base = "images" if parent == "." else parent.replace("/", "_")
            name, again = base, 1
            while name.casefold() in taken:
                again += 1
                name = f"{base}_{again}"
            taken[name.casefold()] = chosen[parent] = name
        result[image.id] = chosen[parent]
    return result


def _header(columns: Sequence[_Column], several: bool) -> list[tuple[str, ...]]:
    """The names of each column, level by level."""
    found = list[tuple[str, ...]]()
    for column in columns:
        for axis in ("x", "y"):
            levels = (SCORER, column.individual, column.keypoint, axis)
            found.append(levels if several else (levels[0], *levels[2:]))
    return found


def _levels(several: bool) -> tuple[str, ...]:
    return _LEVELS if several else (_LEVELS[0], *_LEVELS[2:])


def _write_csv(
    path: Path,
    columns: Sequence[_Column],
    index: Sequence[tuple[str, ...]],
    values: NDArray[np.float64],
    several: bool,
) -> None:
    header = _header(columns, several)
    with path.open("x", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for level, name in enumerate(_levels(several)):
            writer.writerow([name, "", "", *(names[level] for names in header)])
        for where, row in zip(index, values.tolist(), strict=True):
            writer.writerow([*where, *("" if value != value else repr(value) for value in row)])


def _write_h5(
    path: Path,
    columns: Sequence[_Column],
    index: Sequence[tuple[str, ...]],
    values: NDArray[np.float64],
    several: bool,
) -> None:
    pandas = optional("pandas", EXTRA, "Writing .h5 files")
    # names as plain objects: pandas 2, which DeepLabCut 3.0 asks for, cannot read pandas 3's own strings
    rows, header = (
        pandas.MultiIndex.from_arrays(
            [pandas.Index(level, dtype=object) for level in zip(*names, strict=True)]
        )
        for names in (index, _header(columns, several))
    )
    frame = pandas.DataFrame(values, index=rows, columns=header.set_names(_levels(several)))
    frame.to_hdf(path, key=_KEY, mode="w", format="fixed")  # "table" has no rows of several names


def _config(
    dataset: CocoDataset,
    columns: Sequence[_Column],
    several: bool,
    sizes: Mapping[str, tuple[int, int]],
    target: Path,
) -> dict[str, Any]:
    names = list(dict.fromkeys(column.keypoint for column in columns))
    edges = {
        (c.category.keypoints[a], c.category.keypoints[b]): None
        for c in dataset.categories
        for a, b in c.category.edges
    }
    config: dict[str, Any] = {
        "Task": dataset.categories[0].category.name,
        "scorer": SCORER,
        "date": time.strftime("%b%d"),
        "multianimalproject": several,
        "identity": False,
        "project_path": str(target),
        # DeepLabCut finds the folders of pictures by the names of the videos; there need not be any
        "video_sets": {
            f"{target / 'videos' / folder}.mp4": {"crop": f"0, {width}, 0, {height}"}
            for folder, (height, width) in sizes.items()
        },
    }
    if several:
        config |= {
            "individuals": list(dict.fromkeys(column.individual for column in columns)),
            "uniquebodyparts": [],
            "multianimalbodyparts": names,
            "bodyparts": "MULTI!",
            _CATEGORIES: {c.category.name: list(c.category.keypoints) for c in dataset.categories},
        }
    else:
        config["bodyparts"] = names
    return config | {
        "start": 0,
        "stop": 1,
        "numframes2pick": 20,
        "skeleton": [list(edge) for edge in edges],
        "skeleton_color": "black",
        "pcutoff": 0.6,
        "dotsize": 12,
        "alphavalue": 0.7,
        "colormap": "rainbow",
        "TrainingFraction": [0.95],
        "iteration": 0,
        "default_net_type": "resnet_50",
        "default_augmenter": "multi-animal-imgaug" if several else "default",
        "snapshotindex": -1,
        "batch_size": 8,
        "cropping": False,
        "x1": 0,
        "x2": 640,
        "y1": 277,
        "y2": 624,
        "corner2move2": [50, 50],
        "move2corner": True,
    }


# -- reading -----------------------------------------------------------------------------------------------


def recognises(path: Path) -> bool:
    """Whether a table has DeepLabCut's header, or a folder has such tables."""
    if path.is_dir():
        return bool(_tables(path))
    if path.name == _CONFIG or path.suffix.lower() == ".h5":
        named = path.name.startswith(("CollectedData", "machinelabels"))
        return named or (bool(_tables(path.parent)) if path.name == _CONFIG else has_frame(path))
    if path.suffix.lower() != ".csv":
        return False
    return path.is_file() and first_row(path)[:1] == ["scorer"]


def _tables(root: Path) -> list[Path]:
    """The tables of a project: of two beside each other the .h5, which DeepLabCut reads, if h5py is there."""
    names = [path for path in files_below(root, (".csv", ".h5")) if path.name.startswith("CollectedData")]
    if importlib.util.find_spec("h5py") is None:
        return [path for path in names if path.suffix == ".csv"]
    both = {path.with_suffix("") for path in names if path.suffix == ".h5"}
    return [path for path in names if path.suffix == ".h5" or path.with_suffix("") not in both]


def read(path: Path, options: ReadOptions) -> ReadResult:
    """The dataset in a project's folder, of its `config.yaml`, or in one table.

    Raises:
        DatasetError: There is no table that can be read.
    """
    root = path if path.is_dir() else path.parent
    tables = _tables(root) if path.is_dir() or path.name == _CONFIG else [path]
    if not tables:
        raise DatasetError(f'"{path}" has no CollectedData table.', hint="Choose the project's folder.")
    config_root = _project_of(tables[0])
    is_own = (root / _LABELLED).is_dir() or (root / _CONFIG).is_file()
    projects = sorted({_project_of(table) for table in tables})
    inside = [place for place in projects if place.is_relative_to(root) and (place / _LABELLED).is_dir()]
    if not is_own and len(inside) > 1:
        names = ", ".join(place.relative_to(root).as_posix() for place in inside[:_MOST_NAMED])
        raise DatasetError(
            f'"{path}" has {len(inside)} DeepLabCut projects.',
            hint=f"Choose one of them: {names}{', …' if len(inside) > _MOST_NAMED else ''}",
        )
    # somebody chose the folder that the one project is in
    is_above = not is_own and (config_root / _LABELLED).is_dir() and projects == [config_root]
    if is_above or (not path.is_dir() and path.name != _CONFIG):
        root = config_root
    images_dir = root / _LABELLED if (root / _LABELLED).is_dir() else root
    builder = Builder(options, images_dir, "index")
    config = _read_config(root if (root / _CONFIG).is_file() else config_root, builder.report)
    failed = ""
    for position, table in enumerate(tables):
        options.checkpoint(position / len(tables))
        try:
            frame = _frame(table, builder.report)
        except DatasetError as error:
            twin = table.with_suffix(".csv")
            builder.report.skip(table.name, error.message)
            failed = failed or error.message
            if table.suffix == ".csv" or not twin.is_file():
                continue
            table, frame = twin, _frame(twin, builder.report)
        _read_table(builder, table, frame, config)
    result = builder.result()
    if not result.dataset.categories:
        raise DatasetError(failed or f'"{path}" has no labels.', hint="Choose a DeepLabCut project.")
    return result


def _project_of(table: Path) -> Path:
    for folder in table.parents:
        if (folder / _CONFIG).is_file():
            return folder
        if folder.name == _LABELLED:
            return folder.parent
    return table.parent


def _read_config(folder: Path, report: Report) -> dict[str, Any]:
    path = folder / _CONFIG
    if not path.is_file():
        others = sorted(folder.glob("*config.yaml"))
        if not others:
            return {}
        path = others[0]
    try:
        return read_yaml(path)
    except DatasetError as error:
        report.skip(path.name, error.message)
        return {}


def _frame(path: Path, report: Report | None = None) -> Frame:
    if path.suffix.lower() == ".h5":
        return read_frame(path, EXTRA)
    rows = read_rows(path)
    header = [row for row in rows[:4] if row[0] in _LEVELS]
    if [row[0] for row in header] not in (list(_LEVELS), list(_levels(False))):
        raise DatasetError(
            f"{path.name} has no header of scorer, bodyparts and coords.",
            hint="Choose a table of DeepLabCut or Lightning Pose.",
        )
    first = next((i for i, word in enumerate(header[-1]) if word in ("x", "y")), len(header[-1]))
    columns = [*zip(*(row[first:] for row in header), strict=False)]
    body = rows[len(header) :]
    values = np.full((len(body), len(columns)), np.nan)
    for row, cells in enumerate(body):
        for column, cell in enumerate(cells[first : first + len(columns)]):
            values[row, column] = number(cell)
            if (
                np.isnan(values[row, column])
                and cell.strip().casefold() not in ("", "nan")
                and report is not None
            ):
                report.skip(
                    f"{path.name}, {'/'.join(body[row][:first])}",
                    f'"{cell[:50]}" is not a number; it counts as not labelled.',
                )
    return Frame(columns, [tuple(row[:first]) for row in body], values)


def _read_table(builder: Builder, table: Path, frame: Frame, config: Mapping[str, Any]) -> None:
    if not frame.columns or len(frame.columns[0]) not in (3, 4):
        builder.report.skip(table.name, "its columns are not scorer, bodyparts and coords.")
        return
    parts: dict[str, dict[str, dict[str, int]]] = {}
    for position, titles in enumerate(frame.columns):
        names = [title.strip() for title in titles]
        owner = names[1] if len(names) == 4 else ""
        found = parts.setdefault(owner, {}).setdefault(names[-2] or "keypoint", {})
        if names[-1] in found:
            builder.report.skip(
                table.name, f'the column "{" ".join(names[1:])}" is there twice; the first counts.'
            )
        found.setdefault(names[-1], position)
    for found in (found for owned in parts.values() for found in owned.values()):
        if not {"x", "y"} <= found.keys():
            builder.report.skip(table.name, f"a body part has no column x or y: {', '.join(sorted(found))}.")
    categories = {owner: _category(owner, tuple(members), config) for owner, members in parts.items()}
    for category in categories.values():
        builder.category(category)
    for where, row in zip(frame.index, frame.values, strict=True):
        place = "/".join(str(part) for part in where if str(part)).replace("\\", "/")
        if re.fullmatch(r"[\d.]*", place):
            builder.report.skip(f"{table.name}, row {place}", "it is a frame's number, not a picture's name.")
            continue
        image = builder.image(_image_name(builder, table, place))
        if image is None:
            continue
        for owner, members in parts.items():
            instance = _instance(builder, row, members, categories[owner])
            if instance.labeled.any():
                builder.add(image, instance)


def _category(owner: str, keypoints: tuple[str, ...], config: Mapping[str, Any]) -> Category:
    task = str(config.get("Task") or "animal")
    listed = config.get(_CATEGORIES)
    if isinstance(listed, dict):
        for name, own in listed.items():
            if isinstance(own, list) and re.fullmatch(re.escape(str(name)) + r" \d+", owner):
                task, keypoints = str(name), tuple(str(k) for k in own if str(k) in keypoints) or keypoints
    elif owner == _SINGLE:
        task = f"{task}, single parts"
    numbers = {keypoint: index for index, keypoint in enumerate(keypoints)}
    links = config.get("skeleton")
    edges = [
        (numbers[link[0]], numbers[link[1]])
        for link in (links if isinstance(links, list) else [])
        if isinstance(link, list)
        and len(link) == 2
        and all(isinstance(e, str) and e in numbers for e in link)
    ]
    return make_category(task, keypoints, edges)


def _instance(
    builder: Builder, row: NDArray[np.float64], parts: Mapping[str, Mapping[str, int]], category: Category
) -> Instance:
    points, scores = np.full((len(category), 2), np.nan), np.full(len(category), np.nan)
    for index, keypoint in enumerate(category.keypoints):
        found = parts.get(keypoint, {})
        if "x" in found and "y" in found:
            points[index] = row[found["x"]], row[found["y"]]
        if "likelihood" in found:
            scores[index] = np.clip(row[found["likelihood"]], 0, 1)
    flags = np.where(np.isfinite(points).all(axis=1), Visibility.VISIBLE, Visibility.UNLABELED)
    return make_instance(category, builder.positions(points), flags, scores=scores)


def _image_name(builder: Builder, table: Path, place: str) -> str:
    """The picture's name below the images folder: as the row says, from labeled-data, or beside the table."""
    short = place.removeprefix(f"{_LABELLED}/")
    candidates = [short, place]
    if table.parent.is_relative_to(builder.images_dir):
        inside = table.parent.relative_to(builder.images_dir)
        candidates.append((inside / PurePosixPath(place).name).as_posix())
    for candidate in candidates:
        try:
            if resolve_image(builder.images_dir, candidate).is_file():
                return candidate
        except DatasetError:
            continue
    return short if builder.images_dir.name == _LABELLED else place


# -- validation --------------------------------------------------------------------------------------------


def validate(path: Path) -> Report:
    """What DeepLabCut would not find or not understand."""
    report = Report()
    root = path if path.is_dir() else _project_of(path)
    config = _read_config(root, report)
    if not config:
        report.skip(_CONFIG, "it is missing.")
    for key in ("Task", "scorer", "video_sets", "bodyparts"):
        if config and key not in config:
            report.skip(_CONFIG, f'"{key}" is missing.')
    videos = config.get("video_sets")
    known = (
        {PurePosixPath(str(v).replace("\\", "/")).stem for v in videos} if isinstance(videos, dict) else set()
    )
    expected = {
        str(part)
        for key in ("multianimalbodyparts", "bodyparts", "uniquebodyparts")
        if isinstance(parts := config.get(key), list)
        for part in parts
    }
    named = [file for file in files_below(root, (".csv", ".h5")) if file.name.startswith("CollectedData")]
    for table in named:
        if table.suffix == ".h5" and table.with_suffix(".csv") in named:
            continue  # told with the .csv
        where = table.relative_to(root).as_posix()
        if known and table.parent.name not in known:
            report.skip(where, 'no entry of "video_sets" has the name of its folder.')
        if not table.with_suffix(".h5").is_file():
            report.skip(where, "there is no .h5 beside it; DeepLabCut makes one with convertcsv2h5.")
        try:
            frame = _frame(table, report)
        except DatasetError as error:
            report.skip(where, error.message)
            continue
        _compare(report, where, frame, table.with_suffix(".h5"))
        scorers = {names[0] for names in frame.columns}
        if config and scorers != {str(config.get("scorer"))}:
            said = ", ".join(sorted(scorers))[:100]
            report.skip(where, f'its scorer is "{said}", that of {_CONFIG} is "{config.get("scorer")}".')
        found = {names[-2] for names in frame.columns}
        if expected and found - expected:
            report.skip(
                where, f"{', '.join(sorted(found - expected)[:5])}: not among the body parts of {_CONFIG}."
            )
        for index in frame.index:
            place = "/".join(part for part in index if part).replace("\\", "/")
            try:
                there = resolve_image(root, place).is_file()
            except DatasetError:
                there = False
            if not there:
                report.skip(f"{where}, {place}", "the picture is not there.")
    return report


def _compare(report: Report, where: str, frame: Frame, twin: Path) -> None:
    """Tells where the `.h5` says something else than the `.csv`, which people edit and DeepLabCut ignores."""
    if not twin.is_file() or importlib.util.find_spec("h5py") is None:
        return
    try:
        other = _frame(twin)
    except DatasetError as error:
        report.skip(f"{where}, the .h5 beside it", error.message)
        return
    rows, others = (
        ["/".join(filter(None, index)).replace("\\", "/") for index in f.index] for f in (frame, other)
    )
    if frame.columns != other.columns or sorted(rows) != sorted(others):
        report.skip(where, "the .h5 beside it has other columns or pictures; DeepLabCut reads the .h5.")
        return
    order = [others.index(row) for row in rows] if rows != others else list(range(len(rows)))
    if not np.allclose(frame.values, other.values[order], rtol=0, atol=1e-6, equal_nan=True):
        report.skip(where, "the .h5 beside it has other positions; DeepLabCut reads the .h5.")
