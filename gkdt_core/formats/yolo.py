"""YOLO-pose folders as Ultralytics reads them: `data.yaml`, `images/`, `labels/`, one text file an image.

Positions are fractions of the image's width and height from its corner: Ultralytics mirrors x to 1 - x. All
classes share the number of keypoints and one `flip_idx`. Where the classes' own mirrorings disagree,
keypoints get places that agree: pairs first, then the rest; `kpt_places` in `data.yaml`, which Ultralytics
ignores, says which place is whose.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np

from gkdt_core.domain import Category, Instance, Visibility
from gkdt_core.errors import DatasetError
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
from gkdt_core.formats.coco import CocoDataset, resolve_image
from gkdt_core.formats.features import Feature
from gkdt_core.formats.files import (
    below,
    distinct_stems,
    files_below,
    read_text,
    read_yaml,
    staged_folder,
    yaml_text,
)
from gkdt_core.formats.report import Report
from gkdt_core.geometry import Box
from gkdt_core.media.images import IMAGE_SUFFIXES

LOSSES: Mapping[Feature, str] = {
    Feature.ABSENT: "count as not labelled",
    Feature.SCORES: "are lost",
    Feature.PEAKS: "are lost",
    Feature.ORIGINS: "count as a person's",
    Feature.OUTSIDE: "are left out or cut off: Ultralytics drops images that have them",
    Feature.NO_BOXES: "get the box around their points",
    Feature.EMPTY_INSTANCES: "are left out where they have no box",
    Feature.STATES: "are lost",
    Feature.EDGES: "are lost",
    Feature.SUPERCATEGORIES: "are lost",
    Feature.FIELDS: "are lost",
    Feature.PLAIN_BOXES: "are left out",
}

SETTINGS = "data.yaml"
_SPLITS = ("train", "val", "valid", "test")
_DECIMALS = 9  # of a fraction: a thousandth of a thousandth of a pixel in the largest images
_SMALLEST_BOX = 2.0  # px; Ultralytics throws boxes away that are thinner
_MAX_KEYPOINTS = 100_000
_TOLERANCE = 0.01  # how far outside 0 to 1 Ultralytics lets numbers be


# -- places ------------------------------------------------------------------------------------------------


def keypoint_places(categories: Sequence[Category]) -> tuple[list[list[int]], list[int]]:
    """The place of each keypoint of each category, and the `flip_idx` that is right for all of them."""
    count = max(len(category) for category in categories)
    padded = {(*c.flip_permutation, *range(len(c), count)) for c in categories}
    if len(padded) == 1:
        return [list(range(len(c))) for c in categories], list(padded.pop())
    pairs = max(len(c.pairs) for c in categories)
    places = []
    for category in categories:
        chosen, single = [-1] * len(category), 2 * pairs
        for index, (left, right) in enumerate(category.pairs):
            chosen[left], chosen[right] = 2 * index, 2 * index + 1
        for index, place in enumerate(chosen):
            if place < 0:
                chosen[index], single = single, single + 1
        places.append(chosen)
    count = max(place for chosen in places for place in chosen) + 1
    return places, [place ^ 1 if place < 2 * pairs else place for place in range(count)]


# -- writing -----------------------------------------------------------------------------------------------


def write(dataset: CocoDataset, path: Path, options: WriteOptions) -> tuple[str, ...]:
    """Writes a new folder; one sentence for each thing that went otherwise than asked.

    Raises:
        DatasetError: There is no category, the folder cannot be written, or something is in it.
    """
    if not dataset.categories:
        raise DatasetError("There is no category with keypoints.", hint="Label something first.")
    categories = [record.category for record in dataset.categories]
    places, flip = keypoint_places(categories)
    classes = {record.id: index for index, record in enumerate(dataset.categories)}
    names = distinct_stems(image.file_name for image in dataset.images)
    by_image = dataset.annotations_by_image()
    renamed = sum(old != new for old, new in names.items())
    unsized = missing = 0
    with staged_folder(path) as folder:
        for split in ("images", "labels"):
            (folder / split / "train").mkdir(parents=True)
        for position, image in enumerate(dataset.images):
            options.checkpoint(position / len(dataset.images))
            size = known_size(options, image)
            if size is None:
                unsized += 1
                continue
            name = names[image.file_name]
            lines = [
                line
                for annotation in by_image[image.id]
                if (
                    line := _line(
                        annotation.instance,
                        size,
                        classes[annotation.category_id],
                        places[classes[annotation.category_id]],
                        len(flip),
                    )
                )
            ]
            label = resolve_image(folder / "labels" / "train", str(PurePosixPath(name).with_suffix(".txt")))
            label.parent.mkdir(parents=True, exist_ok=True)
            label.write_text("".join(f"{line}\n" for line in dict.fromkeys(lines)), encoding="ascii")
            target = resolve_image(folder / "images" / "train", name)
            missing += not place_picture(options, image.file_name, target)
        (folder / SETTINGS).write_text(_settings(categories, places, flip), encoding="utf-8")
    return sentences(
        (unsized, "image without a known size was left out", "images without a known size were left out"),
        (missing, "image file cannot be found", "image files cannot be found"),
        (
            renamed,
            "image was renamed, as only its ending was its own",
            "images were renamed, as only their endings differed",
        ),
    )


def _line(instance: Instance, size_hw: tuple[int, int], label: int, places: Sequence[int], count: int) -> str:
    height, width = size_hw
    values = np.zeros((count, 3))
    for index, place in enumerate(places):
        x, y = instance.keypoints[index] / (width, height)
        if instance.visibility[index] and 0 <= x <= 1 and 0 <= y <= 1:
            values[place] = x, y, instance.visibility[index]
    box = instance.box if instance.box is not None else Box.around(instance.keypoints)
    if box is None:
        return ""
    x1, x2 = _wide_enough(box.x1, box.x2, width)
    y1, y2 = _wide_enough(box.y1, box.y2, height)
    numbers = [(x1 + x2) / 2 / width, (y1 + y2) / 2 / height, (x2 - x1) / width, (y2 - y1) / height]
    points = [text for x, y, v in values for text in (_fraction(x), _fraction(y), f"{int(v)}")]
    return " ".join([str(label), *map(_fraction, numbers), *points])


def _wide_enough(low: float, high: float, limit: int) -> tuple[float, float]:
    """An edge cut to the image and at least `_SMALLEST_BOX` long, where the image is."""
    low, high = (min(max(value, 0.0), float(limit)) for value in (low, high))
    lack = min(_SMALLEST_BOX, limit) - (high - low)
    if lack > 0:
        low = min(max(low - lack / 2, 0.0), limit - (high - low) - lack)
        high = low + min(_SMALLEST_BOX, limit)
    return low, high


def _fraction(value: float) -> str:
    return f"{value:.{_DECIMALS}f}".rstrip("0").rstrip(".")


def _settings(categories: Sequence[Category], places: Sequence[Sequence[int]], flip: Sequence[int]) -> str:
    names = {}
    for index, (category, chosen) in enumerate(zip(categories, places, strict=True)):
        row = [f"unused {place + 1}" for place in range(len(flip))]
        for keypoint, place in zip(category.keypoints, chosen, strict=True):
            row[place] = keypoint
        names[index] = row
    content = {
        "train": "images/train",
        "val": "images/train",
        "kpt_shape": [len(flip), 3],
        "flip_idx": list(flip),
        "names": {index: category.name for index, category in enumerate(categories)},
        "kpt_names": names,
        "kpt_places": {index: list(chosen) for index, chosen in enumerate(places)},
    }
    note = '# "val" is "train" here: point it at pictures that are not trained on.\n'
    return note + yaml_text(content)


# -- reading -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Classes:
    """What `data.yaml` says: keypoints a row, numbers a keypoint, and each class's category and places."""

    count: int
    numbers: int
    categories: Mapping[int, tuple[Category, tuple[int, ...]]]


def recognises(path: Path) -> bool:
    """Whether a folder or `data.yaml` looks like a YOLO-pose dataset."""
    if path.is_file():
        return path.suffix.lower() in (".yaml", ".yml") and _says_pose(path)
    return path.is_dir() and (_says_pose(path / SETTINGS) or (path / "labels").is_dir())


def _says_pose(path: Path) -> bool:
    try:
        return path.is_file() and "kpt_shape" in read_yaml(path)
    except DatasetError:
        return False


def read(path: Path, options: ReadOptions) -> ReadResult:
    """The dataset in a folder, or of a `data.yaml`.

    Raises:
        DatasetError: It is no such folder, or `data.yaml` contradicts itself.
    """
    root = path if path.is_dir() else path.parent
    settings_file = path if path.is_file() else root / SETTINGS
    labels = _label_files(root)
    if not labels:
        raise DatasetError(
            f'"{root}" has no folder "labels" with text files.', hint="Choose the folder of the dataset."
        )
    classes = _classes(settings_file, labels)
    places = list(dict.fromkeys(label.images for label in labels))
    images_dir = options.images_dir or (places[0] if len(places) == 1 else root)
    builder = Builder(options, images_dir, "corner")
    for category, _ in classes.categories.values():
        builder.category(category)
    pictures = {place: _pictures(options.images_dir or place) for place in places}
    for position, label in enumerate(labels):
        options.checkpoint(position / len(labels))
        picture = pictures[label.images].pop(label.stem, None)
        where = label.file.relative_to(root).as_posix()
        if picture is None:
            builder.report.skip(where, "there is no image for it.")
            continue
        image = builder.image(picture.relative_to(images_dir).as_posix())
        if image is not None:
            _read_labels(builder, image, label.file, where, classes)
    for rest in pictures.values() if options.images_dir is None else ():
        for picture in rest.values():  # without a label file: nothing to see in it
            builder.image(picture.relative_to(images_dir).as_posix())
    return builder.result()


@dataclass(frozen=True, slots=True)
class _Label:
    """A label file, its name without ending below the folder of labels, and the folder of images to it."""

    file: Path
    stem: str
    images: Path


def _label_files(root: Path) -> list[_Label]:
    found = []
    candidates = [(root / "labels", root / "images")]
    candidates += [(root / split / "labels", root / split / "images") for split in _SPLITS]
    for labels, images in candidates:
        inner = [labels / split for split in _SPLITS if (labels / split).is_dir()]
        for folder in inner or [labels]:
            for file in files_below(folder, (".txt",)):
                stem = file.relative_to(folder).with_suffix("").as_posix()
                found.append(_Label(file, stem, images / folder.relative_to(labels)))
    return found


def _pictures(folder: Path) -> dict[str, Path]:
    return {
        file.relative_to(folder).with_suffix("").as_posix(): file
        for file in files_below(folder, IMAGE_SUFFIXES)
    }


def _classes(settings_file: Path, labels: Sequence[_Label]) -> _Classes:
    if settings_file.is_file():
        return _said(settings_file)
    rows = [row for label in labels[:50] for row in _rows(label.file)]
    lengths = {len(row) for row in rows}
    if len(lengths) != 1:
        raise DatasetError(
            f"There is no {SETTINGS}, and the rows do not all have the same number of columns.",
            hint=f'Put a {SETTINGS} with "kpt_shape" and "names" there.',
        )
    (length,) = lengths
    flags = all(set(row[7::3]) <= {0.0, 1.0, 2.0} for row in rows)
    numbers = 3 if (length - 5) % 3 == 0 and flags else 2
    count = (length - 5) // numbers
    if count < 1 or 5 + count * numbers != length:
        raise DatasetError(
            f"Rows of {length} numbers are no class, box and keypoints.", hint="Choose a YOLO-pose dataset."
        )
    keypoints = [f"keypoint {index + 1}" for index in range(count)]
    found = sorted({int(row[0]) for row in rows})
    categories = {
        label: (
            make_category(f"class {label}" if len(found) > 1 else "object", keypoints),
            tuple(range(count)),
        )
        for label in found
    }
    return _Classes(count, numbers, categories)


def _said(path: Path) -> _Classes:
    content = read_yaml(path)
    shape = content.get("kpt_shape")
    count, numbers = shape if isinstance(shape, list) and len(shape) == 2 else (0, 0)
    if type(count) is not int or not 1 <= count <= _MAX_KEYPOINTS or numbers not in (2, 3):
        raise DatasetError(
            f'{path.name}: "kpt_shape" is {shape!r}.', hint="It must be the number of keypoints, and 2 or 3."
        )
    names = content.get("names")
    if isinstance(names, list):
        names = dict(enumerate(names))
    if not isinstance(names, dict) or not names:
        raise DatasetError(f'{path.name}: "names" names no class.', hint="Give the name of each class.")
    flip = content.get("flip_idx")
    if flip is not None and (
        not isinstance(flip, list) or sorted(map(str, flip)) != sorted(map(str, range(count)))
    ):
        raise DatasetError(
            f'{path.name}: "flip_idx" is not an order of the {count} keypoints.',
            hint=f"It must hold each number from 0 to {count - 1} once.",
        )
    keypoints, places = content.get("kpt_names"), content.get("kpt_places")
    categories = {}
    for label, name in names.items():
        if type(label) is not int:
            raise DatasetError(f"{path.name}: the class {label!r} is not a number.", hint="Correct it.")
        said = keypoints.get(label) if isinstance(keypoints, dict) else None
        fits = isinstance(said, list) and len(said) == count
        row = said if isinstance(said, list) and fits else [f"keypoint {n + 1}" for n in range(count)]
        chosen = _places(places.get(label) if isinstance(places, dict) else None, count)
        category = make_category(str(name), [str(row[place]) for place in chosen])
        if flip is not None:
            category = _paired(category, flip, chosen)
        categories[label] = (category, tuple(chosen))
    return _Classes(count, numbers, categories)


def _places(value: Any, count: int) -> list[int]:
    sound = (
        isinstance(value, list)
        and bool(value)
        and all(type(place) is int and 0 <= place < count for place in value)
        and len(set(value)) == len(value)
    )
    return list(value) if sound else list(range(count))


def _paired(category: Category, flip: Sequence[int], places: Sequence[int]) -> Category:
    """The category with the pairs of `flip_idx`, each the way round that its names say."""
    at = {place: index for index, place in enumerate(places)}
    left_first = set(category.pairs)
    pairs = []
    for index, place in enumerate(places):
        other = at.get(flip[place])
        if other is not None and other > index and flip[flip[place]] == place:
            pairs.append((other, index) if (other, index) in left_first else (index, other))
    return make_category(category.name, category.keypoints, (), pairs)


def _rows(file: Path) -> Iterator[list[float]]:
    for line in read_text(file).splitlines():
        if line.strip():
            yield [number(cell) for cell in line.split()]


def _read_labels(builder: Builder, image: int, file: Path, where: str, classes: _Classes) -> None:
    try:
        rows = list(_rows(file))
    except DatasetError as error:
        builder.report.skip(where, error.message)
        return
    height, width = builder.size(image)
    if rows and not (height and width):
        builder.report.skip(where, "the size of its image is not known.")
        return
    expected = 5 + classes.count * classes.numbers
    for line, row in enumerate(rows, start=1):
        what = f"{where}, row {line}"
        if len(row) != expected:
            builder.report.skip(what, f"{len(row)} numbers, expected {expected}.")
            continue
        if not np.isfinite(row).all():
            builder.report.skip(what, "not all of it are numbers.")
            continue
        known = classes.categories.get(int(row[0])) if row[0] == int(row[0]) else None
        if known is None:
            builder.report.skip(what, f"the class {row[0]:g} has no name.")
            continue
        category, places = known
        builder.add(image, _instance(builder, row, category, places, classes, (height, width)))


def _instance(
    builder: Builder,
    row: Sequence[float],
    category: Category,
    places: Sequence[int],
    classes: _Classes,
    size_hw: tuple[int, int],
) -> Instance:
    height, width = size_hw
    values = np.array(row[5:]).reshape(classes.count, classes.numbers)[list(places)]
    if classes.numbers == 3:
        flags = np.clip(np.round(values[:, 2]), Visibility.UNLABELED, Visibility.VISIBLE)
    else:
        flags = np.where((values > 0).all(axis=1), Visibility.VISIBLE, Visibility.UNLABELED)
    x, y, w, h = row[1] * width, row[2] * height, row[3] * width, row[4] * height
    box = Box(x - w / 2, y - h / 2, x + w / 2, y + h / 2) if w > 0 and h > 0 else None
    points = builder.positions(values[:, :2] * (width, height))
    return make_instance(category, points, flags, box=box)


# -- validation --------------------------------------------------------------------------------------------


def validate(path: Path) -> Report:
    """What Ultralytics would refuse or silently leave out (its 8.4 loader's rules)."""
    report = Report()
    root = path if path.is_dir() else path.parent
    settings_file = path if path.is_file() else root / SETTINGS
    if not settings_file.is_file():
        report.skip(SETTINGS, "it is missing; Ultralytics starts from it.")
        return report
    classes = _said(settings_file)
    content = read_yaml(settings_file)
    if "flip_idx" not in content:
        report.skip(SETTINGS, 'there is no "flip_idx", so images are never mirrored in training.')
    for split in ("train", "val"):
        entry = content.get(split)
        if not isinstance(entry, str) or (place := below(root, entry)) is None or not place.exists():
            report.skip(SETTINGS, f'"{split}" names no folder of this dataset.')
    labels = _label_files(root)
    if not labels:
        report.skip(str(root), 'there are no label files in "labels".')
    pictures = {place: _pictures(place) for place in {label.images for label in labels}}
    for label in labels:
        where = label.file.relative_to(root).as_posix()
        if label.stem not in pictures[label.images]:
            report.skip(where, "there is no image for it.")
        _check_rows(report, label.file, where, classes)
    return report


def _check_rows(report: Report, file: Path, where: str, classes: _Classes) -> None:
    seen = set[tuple[float, ...]]()
    expected = 5 + classes.count * classes.numbers
    for line, row in enumerate(_rows(file), start=1):
        what = f"{where}, row {line}"
        values = np.array(row)
        if len(row) != expected or not np.isfinite(values).all():
            report.skip(what, f"expected {expected} numbers; the whole image would be ignored.")
        elif row[0] not in classes.categories:
            report.skip(what, f"the class {row[0]:g} has no name.")
        else:
            places = values[5:].reshape(classes.count, classes.numbers)[:, :2]
            if (values[1:5] > 1 + _TOLERANCE).any() or (places > 1 + _TOLERANCE).any():
                report.skip(what, "a number is above 1; the whole image would be ignored.")
            if (values[1:5] < 0).any() or (classes.numbers == 3 and (places < -_TOLERANCE).any()):
                report.skip(what, "a number is below 0; the whole image would be ignored.")
            if tuple(row) in seen:
                report.skip(what, "it is there twice; one of the two would be dropped.")
        seen.add(tuple(row))
