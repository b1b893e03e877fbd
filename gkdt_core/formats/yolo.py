"""YOLO-pose folders as Ultralytics reads them: `data.yaml`, `images/`, `labels/`, one text file an image.

Positions are fractions of the image's width and height from its corner: Ultralytics mirrors x to 1 - x. All
classes share the number of keypoints and one `flip_idx`. Where the classes' own mirrorings disagree,
keypoints get places that agree: pairs first, then the rest; `kpt_places` in `data.yaml`, which Ultralytics
ignores, says which place is whose.
"""

from __future__ import annotations

import os
from collections import Counter
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
    corners_box,
    known_size,
    make_category,
    make_instance,
    number,
    place_picture,
    sentences,
)
from gkdt_core.formats.coco import CocoDataset, resolve_image
from gkdt_core.formats.features import EDGE, Feature
from gkdt_core.formats.files import (
    MAX_SMALL,
    below,
    distinct_stems,
    files_below,
    read_text,
    read_yaml,
    renamed,
    staged_folder,
    yaml_text,
)
from gkdt_core.formats.names import PLAIN, with_plain_names
from gkdt_core.formats.report import Report
from gkdt_core.geometry import Box
from gkdt_core.media.images import IMAGE_SUFFIXES

LOSSES: Mapping[Feature, str] = {
    Feature.ABSENT: "count as not labelled",
    Feature.SCORES: "are lost",
    Feature.PEAKS: "are lost",
    Feature.ORIGINS: "count as a person's",
    Feature.OUTSIDE: "are left out or cut off: Ultralytics drops images that have them",
    Feature.BOXES: "become 2 px wide or high where they are thinner",
    Feature.NO_BOXES: "get the box around their points",
    Feature.EMPTY_INSTANCES: "are left out where they have no box",
    Feature.STATES: "are lost",
    Feature.IMAGE_NAMES: 'lose folders called "images", and get a number where only their endings differ',
    Feature.EDGES: "are lost",
    Feature.CATEGORY_NAMES: PLAIN,
    Feature.SUPERCATEGORIES: "are lost",
    Feature.FIELDS: "are lost",
    Feature.PLAIN_BOXES: "are left out",
}

SETTINGS = "data.yaml"
_IMAGES, _LABELS = "images", "labels"
_SPLITS = ("train", "val", "valid", "test")
_DECIMALS = 9  # of a fraction: a thousandth of a thousandth of a pixel in the largest images
_SMALLEST_BOX = 2.0  # px; Ultralytics throws boxes away that are thinner
_MAX_KEYPOINTS = 100_000
_TOLERANCE = 0.01  # how far outside 0 to 1 Ultralytics lets numbers be


def thin_boxes(dataset: CocoDataset) -> int:
    """Drawn boxes that are too thin for Ultralytics."""
    boxes = [annotation.instance.box for annotation in dataset.annotations]
    return sum(box is not None and min(box.width, box.height) < _SMALLEST_BOX for box in boxes)


def boxless(dataset: CocoDataset) -> int:
    """Instances that are given a box."""
    return sum(a.instance.box is None and a.instance.region is not None for a in dataset.annotations)


def image_names(dataset: CocoDataset) -> dict[str, str]:
    """Each image's name -> that below `images/train`.

    Ultralytics finds a label by the last folder "images" in the path of the picture: there must be no other.
    """
    return distinct_stems((image.file_name for image in dataset.images), without=_IMAGES)


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
    dataset = with_plain_names(dataset)
    if not dataset.categories:
        raise DatasetError("There is no category with keypoints.", hint="Label something first.")
    categories = [record.category for record in dataset.categories]
    places, flip = keypoint_places(categories)
    classes = {record.id: index for index, record in enumerate(dataset.categories)}
    names = image_names(dataset)
    by_image = dataset.annotations_by_image()
    unsized = missing = 0
    with staged_folder(path) as folder:
        for part in (_IMAGES, _LABELS):
            (folder / part / "train").mkdir(parents=True)
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
            label = resolve_image(folder / _LABELS / "train", str(PurePosixPath(name).with_suffix(".txt")))
            label.parent.mkdir(parents=True, exist_ok=True)
            label.write_text("".join(f"{line}\n" for line in lines), encoding="ascii")
            target = resolve_image(folder / _IMAGES / "train", name)
            missing += not place_picture(options, image.file_name, target)
        (folder / SETTINGS).write_text(_settings(categories, places, flip), encoding="utf-8")
    return sentences(
        (unsized, "image without a known size was left out", "images without a known size were left out"),
        (missing, "image file cannot be found", "image files cannot be found"),
        (renamed(names), "image got another name", "images got other names"),
    )


def _line(instance: Instance, size_hw: tuple[int, int], label: int, places: Sequence[int], count: int) -> str:
    height, width = size_hw
    values = np.zeros((count, 3))
    for index, place in enumerate(places):
        x, y = instance.keypoints[index]
        if instance.visibility[index] and -EDGE <= x <= width + EDGE and -EDGE <= y <= height + EDGE:
            inside = np.clip((x / width, y / height), 0, 1)
            values[place] = *inside, instance.visibility[index]
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
    report = Report()
    content = read_yaml(settings_file) if settings_file.is_file() else None
    pictures = _pictures(root, content or {}, report)
    if options.images_dir is not None:
        pictures = _pictures_elsewhere(root, options.images_dir)
    labels = [picture.label for picture in pictures if picture.label.is_file()]
    if not labels:
        raise DatasetError(
            f'"{root}" has no labels beside its images, or in a folder "labels".',
            hint=f"Choose the folder of the dataset, or its {SETTINGS}.",
        )
    classes = _said(settings_file, content, report) if content is not None else _told_by_rows(labels)
    places = {picture.place for picture in pictures}
    common = places.pop() if len(places) == 1 else _common(root, pictures)
    images_dir = options.images_dir or common
    builder = Builder(options, images_dir, "corner")
    builder.report = report
    for category, _ in classes.categories.values():
        builder.category(category)
    for position, picture in enumerate(pictures):
        options.checkpoint(position / len(pictures))
        labelled = picture.label.is_file()
        if not labelled and options.images_dir is not None:
            continue  # a picture of something else
        image = builder.image(picture.file.relative_to(images_dir).as_posix())
        if image is not None and labelled:
            _read_labels(builder, image, picture.label, _shown(picture.label, root), classes)
    _tell_lonely(report, root, pictures)
    return builder.result()


@dataclass(frozen=True, slots=True)
class _Picture:
    """An image file, the folder it was listed from, and where Ultralytics looks for its label."""

    file: Path
    place: Path
    label: Path


def _pictures(root: Path, content: Mapping[str, Any], report: Report) -> list[_Picture]:
    """The images that `data.yaml` names, then those in the usual folders; each once."""
    places = _named_places(root, content, report)
    for images in (root / _IMAGES, *(root / split / _IMAGES for split in _SPLITS)):
        if images.is_dir():
            places += [images / split for split in _SPLITS if (images / split).is_dir()]
            places.append(images)
    if not places:
        places = [root]  # labels beside the images
    found: dict[Path, _Picture] = {}
    for place in places:
        listed = files_below(place, IMAGE_SUFFIXES) if place.is_dir() else _listed(place, root, report)
        folder = place if place.is_dir() else root
        for file in listed:
            found.setdefault(file, _Picture(file, folder, _label_of(file)))
    return list(found.values())


def _named_places(root: Path, content: Mapping[str, Any], report: Report) -> list[Path]:
    """The folders and lists that `train`, `val` and `test` name, and are below the dataset's folder."""
    places = []
    for split in _SPLITS:
        entry = content.get(split)
        for name in entry if isinstance(entry, list) else [entry]:
            if isinstance(name, str) and name.strip():
                place = _place(root, content.get("path"), name)
                if place is None:
                    report.skip(SETTINGS, f'"{split}" names "{name[:200]}", which is not in its folder.')
                else:
                    places.append(place)
    return places


def _place(root: Path, base: Any, name: str) -> Path | None:
    """Where an entry of `data.yaml` leads; None where nothing is, or outside the folder and its parent.

    As in Ultralytics an entry counts from `path`, and "../train/images" may mean "train/images".
    """
    bases = [root / base] if isinstance(base, str) and base.strip() and "\0" not in base else []
    inside = (root.resolve(), root.resolve().parent)
    for start in [*bases, root]:
        for entry in (name, name.removeprefix("../")):
            if "\0" in entry:
                continue
            place = Path(os.path.normpath(start / entry))
            if place.exists() and any(place.resolve().is_relative_to(folder) for folder in inside):
                return place
    return None


def _listed(listing: Path, root: Path, report: Report) -> list[Path]:
    """The image files that a text file names, a line each, from its own folder or the dataset's."""
    try:
        lines = read_text(listing).splitlines()
    except DatasetError as error:
        report.skip(listing.name, error.message)
        return []
    found = []
    for line in filter(None, map(str.strip, lines)):
        candidates = (below(listing.parent, line), below(root, line))
        file = next((place for place in candidates if place is not None and place.is_file()), None)
        if file is None:
            report.skip(f"{listing.name}, {line[:200]}", "there is no such image in the folder.")
        else:
            found.append(file)
    return found


def _label_of(image: Path) -> Path:
    """Where Ultralytics looks for the label of an image: "labels" for the last "images" in its path."""
    parts = list(image.parts)
    for position in range(len(parts) - 2, -1, -1):
        if parts[position] == _IMAGES:
            parts[position] = _LABELS
            break
    return Path(*parts).with_suffix(".txt")


def _pictures_elsewhere(root: Path, images_dir: Path) -> list[_Picture]:
    """The images of a folder that somebody chose, with the labels of the same names in the dataset."""
    labels = {}
    for folder in _label_folders(root):
        for file in files_below(folder, (".txt",)):
            stem = file.relative_to(folder).with_suffix("")
            labels[stem.as_posix()] = file
            if stem.parts[0] in _SPLITS:
                labels.setdefault(PurePosixPath(*stem.parts[1:]).as_posix(), file)
    images = files_below(images_dir, IMAGE_SUFFIXES)
    stems = [image.relative_to(images_dir).with_suffix("").as_posix() for image in images]
    return [
        _Picture(image, images_dir, labels.get(stem, image.with_suffix(".txt")))
        for image, stem in zip(images, stems, strict=True)
    ]


def _label_folders(root: Path) -> list[Path]:
    folders = [root / _LABELS, *(root / split / _LABELS for split in _SPLITS)]
    return [folder for folder in folders if folder.is_dir()]


def _common(root: Path, pictures: Sequence[_Picture]) -> Path:
    return root if all(p.file.is_relative_to(root) for p in pictures) else root.parent


def _shown(file: Path, root: Path) -> str:
    return (file.relative_to(root) if file.is_relative_to(root) else file).as_posix()


def _tell_lonely(report: Report, root: Path, pictures: Sequence[_Picture]) -> None:
    """Labels that belong to no image."""
    known = {picture.label for picture in pictures}
    for folder in _label_folders(root):
        for file in files_below(folder, (".txt",)):
            if file not in known and file.name != "classes.txt":
                report.skip(_shown(file, root), "there is no image for it.")


def _told_by_rows(labels: Sequence[Path]) -> _Classes:
    """What most rows of the first files look like."""
    rows = []
    for file in labels[:50]:
        try:
            rows += [row for row in _rows(file) if np.isfinite(row).all() and row[0] == int(row[0])]
        except DatasetError:
            continue  # told when it is read
    lengths = Counter(len(row) for row in rows)
    if not lengths:
        raise DatasetError(
            f"There is no {SETTINGS}, and the labels have no rows of numbers.",
            hint=f'Put a {SETTINGS} with "kpt_shape" and "names" there.',
        )
    ((length, _),) = lengths.most_common(1)
    rows = [row for row in rows if len(row) == length]
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


def _said(path: Path, content: Mapping[str, Any], report: Report) -> _Classes:
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
        not isinstance(flip, list)
        or any(type(place) is not int for place in flip)
        or sorted(flip) != list(range(count))
    ):
        report.skip(path.name, f'"flip_idx" is not an order of the {count} keypoints, 0 to {count - 1}.')
        flip = None
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
    for line in read_text(file, MAX_SMALL).splitlines():
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
        if len(row) == expected + 1 and _has_scores(row[5:-1], classes):
            row = row[:-1]  # what Ultralytics writes of predictions ends in the box's own score
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
        builder.add(image, _instance(builder, row, category, places, classes, (height, width), what))


def _instance(
    builder: Builder,
    row: Sequence[float],
    category: Category,
    places: Sequence[int],
    classes: _Classes,
    size_hw: tuple[int, int],
    what: str,
) -> Instance:
    height, width = size_hw
    values = np.array(row[5:]).reshape(classes.count, classes.numbers)[list(places)]
    scores = None
    if _has_scores(row[5:], classes):  # a prediction of Ultralytics
        scores = np.clip(values[:, 2], 0, 1)
        flags = np.where((values[:, :2] != 0).any(axis=1), Visibility.VISIBLE, Visibility.UNLABELED)
    elif classes.numbers == 3:
        flags = np.clip(np.round(values[:, 2]), Visibility.UNLABELED, Visibility.VISIBLE)
    else:  # 0 0 fills up the rows of classes with fewer keypoints
        there = (values >= 0).all(axis=1) & (values > 0).any(axis=1)
        flags = np.where(there, Visibility.VISIBLE, Visibility.UNLABELED)
    x, y, w, h = row[1] * width, row[2] * height, row[3] * width, row[4] * height
    box = None
    if w > 0 and h > 0:
        box = corners_box([x - w / 2, y - h / 2, x + w / 2, y + h / 2])
    else:
        builder.report.skip(what, "its box has no width or height and is left out.")
    points = builder.positions(values[:, :2] * (width, height))
    return make_instance(category, points, flags, scores=scores, box=box)


def _has_scores(values: Sequence[float], classes: _Classes) -> bool:
    """Whether the third numbers of keypoints are scores, not flags."""
    thirds = np.array(values[2::3]) if classes.numbers == 3 else np.zeros(0)
    return bool((np.abs(thirds - np.round(thirds)) > 1e-6).any())


# -- validation --------------------------------------------------------------------------------------------


def validate(path: Path) -> Report:
    """What Ultralytics would refuse or silently leave out (its 8.4 loader's rules)."""
    report = Report()
    root = path if path.is_dir() else path.parent
    settings_file = path if path.is_file() else root / SETTINGS
    if not settings_file.is_file():
        report.skip(SETTINGS, "it is missing; Ultralytics starts from it.")
        return report
    content = read_yaml(settings_file)
    classes = _said(settings_file, content, report)
    if "flip_idx" not in content:
        report.skip(SETTINGS, 'there is no "flip_idx", so images are never mirrored in training.')
    labels = sorted(classes.categories)
    if labels != list(range(len(labels))):
        report.skip(SETTINGS, f'"names" must number the classes 0 to {len(labels) - 1}.')
    if content.get("nc", len(labels)) != len(labels):
        report.skip(SETTINGS, f'"nc" is {content["nc"]!r}, but "names" has {len(labels)}.')
    for split in ("train", "val"):
        if not content.get(split):
            report.skip(SETTINGS, f'"{split}" names no folder of this dataset.')
    pictures = _pictures(root, content, report)
    there = [picture.label for picture in pictures if picture.label.is_file()]
    if not there:
        report.skip(str(root), "no image has a label where Ultralytics looks for it.")
    _tell_lonely(report, root, pictures)
    for label in there:
        try:
            _check_rows(report, label, _shown(label, root), classes)
        except DatasetError as error:
            report.skip(_shown(label, root), error.message)
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
