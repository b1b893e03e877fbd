"""The one table of formats: how each is read, written and checked, and what it cannot keep."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from gkdt_core.errors import DatasetError
from gkdt_core.formats import cvat, deeplabcut, labelme, nwb, sleap, tables, yolo
from gkdt_core.formats.building import (
    ReadOptions,
    ReadResult,
    WriteOptions,
    counted,
    sentences,
)
from gkdt_core.formats.coco import CocoDataset, read_coco, resolve_image, write_coco
from gkdt_core.formats.coco.reading import load_json
from gkdt_core.formats.features import Feature, Loss, count
from gkdt_core.formats.files import renamed
from gkdt_core.formats.names import odd_names
from gkdt_core.formats.report import Report

Counter = Callable[[CocoDataset], int]
Write = Callable[[CocoDataset, Path, WriteOptions], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of annotations.

    Attributes:
        id: Its name on the command line.
        title: Its name for people.
        suffix: Ending of its files, with dot; "" where it is a folder.
        losses: What it cannot keep -> what becomes of it.
        recognises: Whether a path looks like it; reads little.
        read: The dataset at a path.
        validate: What is wrong with what is at a path, by the rules of the programs that it is for.
        write: Writes a new file or folder, whole or not at all; None where it is only read.
        pictures: Whether its folder holds the image files.
        counters: Where a loss is smaller than all that has the feature: how many are lost.
        extra: The extra of this program with the optional packages that it needs; "" for none.
        needs: The modules of those packages.
    """

    id: str
    title: str
    suffix: str
    losses: Mapping[Feature, str]
    recognises: Callable[[Path], bool]
    read: Callable[[Path, ReadOptions], ReadResult]
    validate: Callable[[Path], Report]
    write: Write | None = None
    pictures: bool = False
    counters: Mapping[Feature, Counter] = field(default_factory=dict)
    extra: str = ""
    needs: tuple[str, ...] = ()

    @property
    def is_installed(self) -> bool:
        """Whether the packages that it needs are there."""
        return all(importlib.util.find_spec(module) is not None for module in self.needs)

    @property
    def is_folder(self) -> bool:
        return not self.suffix

    def lost(self, dataset: CocoDataset) -> tuple[Loss, ...]:
        """What this dataset would lose, in the order of `Feature`; empty where it loses nothing."""
        found = []
        for feature in Feature:
            if feature in self.losses:
                counter = self.counters.get(feature)
                number = count(dataset, feature) if counter is None else counter(dataset)
                if number:
                    found.append(Loss(feature, number, self.losses[feature]))
        return tuple(found)


# -- COCO --------------------------------------------------------------------------------------------------


def _recognises_coco(path: Path) -> bool:
    if not path.is_file() or path.suffix.lower() != ".json":
        return False
    with path.open("rb") as file:
        head = file.read(1_000_000)
    return not labelme.recognises(path) and any(
        word in head for word in (b'"images"', b'"annotations"', b'"categories"')
    )


def _images_beside(path: Path) -> Path:
    """The folder of images that a COCO file most likely means: `images` beside it or one up, else its own."""
    candidates = (path.parent / "images", path.parent.parent / "images", path.parent)
    return next(folder for folder in candidates if folder.is_dir())


def _read_coco(path: Path, options: ReadOptions) -> ReadResult:
    report = Report()
    dataset = read_coco(
        path,
        keypoint_origin=options.keypoint_origin or "index",
        checkpoint=options.checkpoint,
        report=report,
    )
    folder = options.images_dir or _images_beside(path)
    return ReadResult(dataset, folder, tuple(report.skipped), report.count)


def _write_coco(dataset: CocoDataset, path: Path, options: WriteOptions) -> tuple[str, ...]:
    write_coco(dataset, path)
    return ()


def _validate_coco(path: Path) -> Report:
    """What pycocotools and OKS would stumble over."""
    report = Report()
    dataset = read_coco(path, report=report)
    content = load_json(path, Report())
    images_dir = _images_beside(path)
    counts = {c.id: len(c.category) for c in dataset.categories}
    missing = unsized = 0
    for image in dataset.images:
        unsized += not (image.height and image.width)
        missing += not resolve_image(images_dir, image.file_name).is_file()
    for record in content["annotations"]:
        if not isinstance(record, dict):
            continue  # told by the reader
        what = f"annotation {record.get('id')}"
        if "area" not in record or not isinstance(record["area"], int | float) or record["area"] <= 0:
            report.skip(what, '"area" is missing or not above 0; OKS cannot be computed.')
        if "iscrowd" not in record:
            report.skip(what, '"iscrowd" is missing; pycocotools needs it.')
        if any(isinstance(record.get(key), str) for key in ("id", "image_id", "category_id")):
            report.skip(what, "its ids are in quotes; pycocotools finds nothing of it.")
        keypoints, category = record.get("keypoints"), record.get("category_id")
        if isinstance(keypoints, list) and isinstance(category, int) and category in counts:
            labelled = sum(flag > 0 for flag in keypoints[2::3] if isinstance(flag, int | float))
            if "num_keypoints" in record and record["num_keypoints"] != labelled:
                said = record["num_keypoints"]
                report.skip(what, f'"num_keypoints" is {said}, but {labelled} are labelled.')
    for sentence in sentences(
        (missing, "image is not in the folder of images", "images are not in the folder of images"),
        (unsized, "image has no width and height", "images have no width and height"),
    ):
        report.skip(path.name, sentence)
    return report


def _without_region(dataset: CocoDataset) -> int:
    """Instances with neither a labelled point nor a box."""
    return sum(annotation.instance.region is None for annotation in dataset.annotations)


# -- the table ---------------------------------------------------------------------------------------------

COCO = Format(
    "coco", "COCO keypoints", ".json", {}, _recognises_coco, _read_coco, _validate_coco, _write_coco
)
_ALL = (
    COCO,
    Format(
        "yolo",
        "YOLO-pose",
        "",
        yolo.LOSSES,
        yolo.recognises,
        yolo.read,
        yolo.validate,
        yolo.write,
        pictures=True,
        counters={
            Feature.BOXES: yolo.thin_boxes,
            Feature.NO_BOXES: yolo.boxless,
            Feature.CATEGORY_NAMES: odd_names,
            Feature.EMPTY_INSTANCES: _without_region,
            Feature.IMAGE_NAMES: lambda d: renamed(yolo.image_names(d)),
        },
    ),
    Format(
        "deeplabcut",
        "DeepLabCut",
        "",
        deeplabcut.LOSSES,
        deeplabcut.recognises,
        deeplabcut.read,
        deeplabcut.validate,
        deeplabcut.write,
        pictures=True,
        counters={
            Feature.CATEGORY_NAMES: odd_names,
            Feature.IMAGE_NAMES: deeplabcut.renamed_images,
        },
    ),
    Format(
        "labelme",
        "LabelMe",
        "",
        labelme.LOSSES,
        labelme.recognises,
        labelme.read,
        labelme.validate,
        labelme.write,
        pictures=True,
        counters={
            Feature.CATEGORY_NAMES: odd_names,
            Feature.EMPTY_INSTANCES: labelme.lost_instances,
            Feature.ORDERS: labelme.reordered_categories,
            Feature.IMAGE_NAMES: lambda d: renamed(labelme.image_names(d)),
        },
    ),
    Format("cvat", "CVAT XML 1.1", ".xml", {}, cvat.recognises, cvat.read, cvat.validate),
    Format(
        "csv",
        "CSV, a row a keypoint",
        ".csv",
        tables.LONG_LOSSES,
        tables.recognises_long,
        tables.read_long,
        tables.validate_long,
        tables.write_long,
        counters={Feature.CATEGORY_NAMES: odd_names},
    ),
    Format(
        "csv-wide",
        "CSV, a row an instance",
        ".csv",
        tables.WIDE_LOSSES,
        tables.recognises_wide,
        tables.read_wide,
        tables.validate_wide,
        tables.write_wide,
        counters={Feature.ORIGINS: tables.unscored, Feature.CATEGORY_NAMES: odd_names},
    ),
    Format(
        "sleap",
        "SLEAP",
        ".slp",
        sleap.LOSSES,
        sleap.recognises,
        sleap.read,
        sleap.validate,
        sleap.write,
        counters={
            Feature.SCORES: sleap.lost_scores,
            Feature.ORIGINS: sleap.lost_origins,
            Feature.CATEGORY_NAMES: odd_names,
        },
        extra=sleap.EXTRA,
        needs=("h5py",),
    ),
    Format(
        "nwb",
        "NWB (ndx-pose)",
        ".nwb",
        nwb.LOSSES,
        nwb.recognises,
        nwb.read,
        nwb.validate,
        nwb.write,
        counters={Feature.CATEGORY_NAMES: nwb.odd_names},
        extra=nwb.EXTRA,
        needs=("pynwb", "ndx_pose"),
    ),
)
FORMATS: Mapping[str, Format] = MappingProxyType({entry.id: entry for entry in _ALL})
"""Every format by its id."""
_FIRST_ASKED = ("sleap", "nwb", "cvat", "labelme", "coco", "deeplabcut", "yolo", "csv", "csv-wide")


def format_at(path: Path) -> Format:
    """The format of what is at a path, by its name and first lines.

    Raises:
        DatasetError: There is nothing, or nothing that any format knows.
    """
    if not path.exists():
        raise DatasetError(f'There is no file or folder "{path}".', hint="Check the path.")
    for name in _FIRST_ASKED:
        try:
            if FORMATS[name].recognises(path):
                return FORMATS[name]
        except OSError as error:
            raise DatasetError(
                f'"{path}" cannot be read: {error.strerror or error}.',
                hint="Check your permission to read it.",
            ) from error
    if path.suffix.lower() == ".txt" or path.name in ("labels", "images"):
        hint = 'Choose the folder that has "images" and "labels" in it.'
    else:
        hint = (
            "Choose a file or folder of one of these: COCO keypoints, YOLO-pose, DeepLabCut, LabelMe, "
            "CVAT XML, CSV, SLEAP or NWB."
        )
    raise DatasetError(f'What format "{path}" has cannot be told.', hint=hint)


def read_annotations(
    path: Path, options: ReadOptions | None = None, form: Format | None = None
) -> ReadResult:
    """What is at a path, in any format.

    Raises:
        DatasetError: It cannot be told what it is, or it cannot be read.
    """
    return (form or format_at(path)).read(path, options or ReadOptions())


def what_is_in(dataset: CocoDataset) -> str:
    """ "12 images, 15 instances, 230 keypoints"."""
    keypoints = sum(int(a.instance.labeled.sum()) for a in dataset.annotations)
    return ", ".join(
        (
            counted(len(dataset.images), "image", "images"),
            counted(len(dataset.annotations), "instance", "instances"),
            counted(keypoints, "labelled keypoint", "labelled keypoints"),
        )
    )
