"""Datasets that come as COCO JSON, or that the community keeps in it, each with its own liberties.

Names are brought to those of MegaKPT, by name where the file gives names: the order of two files of one
dataset may differ (Animal-Pose has the tail before the withers). A file whose names are not the expected ones
is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gkdt_core.domain import Category, Instance, guess_pairs
from gkdt_core.errors import DatasetError
from gkdt_core.formats.coco import category_from_coco
from gkdt_core.schemas import category_of_schema
from trainer.megakpt.converters.base import (
    Converter,
    SourcePicture,
    SourceSplit,
    find_files,
    find_picture,
    instance_of,
    split_of,
)
from trainer.megakpt.json_stream import stream_records


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is particular about one dataset's files.

    Attributes:
        title: What the dataset is called.
        files: Patterns of its annotation files.
        supercategory: Of its categories.
        schema: Id of the skeleton with the names to use; empty to take the file's.
        rename: A keypoint name of the file -> its name in the schema; the identity for those left out.
        slots: For files without names: the place in the schema of each of their keypoints.
        count: For files without names and skeletons without a schema: how many keypoints there are.
        object_name: Name of the category; empty to take the file's.
        name_field: Field of the annotations that names their category, where that is finer than the file's.
        parts: The file's category -> where its keypoints begin and how many there are, where all categories
            share one long list, and the id of its skeleton.
        keypoints_field: Where the keypoints are.
        any_is_visible: The file's flag says labelled or not; else it is COCO's.
        first_pixel: The position of the first pixel's centre: 0 as in COCO, or 1.
        strip: Removed from the beginning of picture names.
        folders: Where pictures are looked for.
        video_depth: So many leading folders of a picture's name are its video; 0 for none.
        is_megakpt: Whether the dataset of MegaKPT of the same name is it.
    """

    title: str
    files: tuple[str, ...]
    supercategory: str
    schema: str = ""
    rename: Mapping[str, str] = field(default_factory=dict)
    slots: tuple[int, ...] = ()
    count: int = 0
    object_name: str = ""
    name_field: str = ""
    parts: Mapping[int, tuple[int, int, str]] = field(default_factory=dict)
    keypoints_field: str = "keypoints"
    any_is_visible: bool = False
    first_pixel: int = 0
    strip: str = ""
    folders: tuple[str, ...] = (".", "images", "data")
    video_depth: int = 0
    is_megakpt: bool = False

    def converter(self, name: str) -> Converter:
        """The recipe as the converter of that name."""

        def read(source: Path, split: str | None) -> Iterator[SourceSplit]:
            by_split: dict[str, list[Path]] = {}
            for path in find_files(source, self.files):
                by_split.setdefault(split_of(path, split), []).append(path)
            for part, paths in by_split.items():
                if len(paths) > 1:
                    listed = ", ".join(path.name for path in paths)
                    raise DatasetError(
                        f'{source}: {listed} are all of the split "{part}".',
                        hint="Leave one of them there; some datasets publish several ways to split them.",
                    )
                yield SourceSplit(part, _pictures(self, source, paths[0]))

        megakpt = name if self.is_megakpt else ""
        return Converter(self.title, "COCO JSON", " or ".join(self.files), read, megakpt)


def _plain(name: str) -> str:
    return " ".join(name.replace("_", " ").casefold().split())


@dataclass(frozen=True, slots=True, eq=False)
class _Target:
    """Where the numbers of a file's category go.

    Attributes:
        category: What it becomes.
        places: (M,) for each keypoint of the file its place among the category's.
        first: Where they begin in a list that all categories share; None where they are the whole list.
    """

    category: Category
    places: NDArray[np.intp]
    first: int | None = None

    def values(self, flat: NDArray[np.float64], where: str) -> NDArray[np.float64]:
        """(N, 3) of the category from the file's (M, 3)."""
        rows = flat if self.first is None else flat[self.first : self.first + len(self.places)]
        if len(rows) != len(self.places):
            raise DatasetError(
                f"{where}: {len(flat)} keypoints, expected {len(self.places)}.",
                hint="Choose the converter of this dataset.",
            )
        values = np.zeros((len(self.category), 3))
        values[self.places] = rows
        return values


def _pictures(recipe: Recipe, source: Path, path: Path) -> Iterator[SourcePicture]:
    images: dict[int, dict[str, Any]] = {}
    categories: dict[int, dict[str, Any]] = {}
    for section, record in stream_records(path, ("images", "categories")):
        kept = images if section == "images" else categories
        kept[_whole(record, "id", f'{path}: a record of "{section}"')] = record
    targets = _Targets(recipe, path, categories)
    instances: dict[int, list[Instance]] = {}
    left_out: dict[int, int] = {}
    for _, record in stream_records(path, ("annotations",)):
        where = f"{path}: annotation {record.get('id') if isinstance(record, dict) else record!r}"
        image = _whole(record, "image_id", where)
        if image not in images:
            raise DatasetError(
                f"{where} names image {image}, which the file does not list.", hint="Download the file again."
            )
        flat = _triples(record.get(recipe.keypoints_field), where)
        if record.get("iscrowd") or flat is None:
            left_out[image] = left_out.get(image, 0) + 1
            continue
        target = targets.of(record, where)
        values = target.values(flat, where)
        values[:, :2] -= recipe.first_pixel
        if recipe.any_is_visible:
            values[:, 2] = np.where(values[:, 2] > 0, 2, values[:, 2])
        instances.setdefault(image, []).append(
            instance_of(target.category, values, where, box_xywh=record.get("bbox"))
        )
    for identity, record in images.items():
        where = f"{path}: image {identity}"
        name = record.get("file_name") or record.get("filename")
        if not isinstance(name, str) or not name:
            raise DatasetError(f'{where} has no "file_name".', hint="Download the file again.")
        name = name.removeprefix(recipe.strip)
        height, width = record.get("height"), record.get("width")
        size = (height, width) if type(height) is int and type(width) is int and height and width else None
        parts = name.split("/")
        video = "/".join(parts[: recipe.video_depth]) if len(parts) > recipe.video_depth > 0 else ""
        yield SourcePicture(
            name,
            find_picture(source, name, recipe.folders),
            tuple(instances.get(identity, ())),
            size,
            left_out.get(identity, 0),
            {"video": video} if video else {},
        )


def _whole(record: Any, key: str, where: str) -> int:
    value = record.get(key) if isinstance(record, dict) else None
    if type(value) is not int:
        raise DatasetError(f'{where} has {value!r} as its "{key}".', hint="It must be a whole number.")
    return value


def _triples(value: Any, where: str) -> NDArray[np.float64] | None:
    """(M, 3) of a flat or nested list; None for none."""
    if not value:
        return None
    try:
        flat = np.array(value, np.float64).reshape(-1, 3)
    except (TypeError, ValueError) as error:
        raise DatasetError(
            f"{where}: its keypoints are no list of x, y, visibility ({error}).", hint="Correct the record."
        ) from error
    return flat


class _Targets:
    """Finds what the annotations of each of a file's categories become."""

    def __init__(self, recipe: Recipe, path: Path, categories: Mapping[int, dict[str, Any]]) -> None:
        self._recipe, self._path, self._categories = recipe, path, categories
        self._known: dict[tuple[int, str], _Target] = {}

    def of(self, record: dict[str, Any], where: str) -> _Target:
        identity = _whole(record, "category_id", where)
        fine = ""
        if self._recipe.name_field:
            fine = str(record.get(self._recipe.name_field) or "").strip()
            if not fine:
                raise DatasetError(
                    f'{where} has no "{self._recipe.name_field}".', hint="Download the file again."
                )
        key = identity, fine
        if key not in self._known:
            self._known[key] = self._target(identity, fine, where)
        return self._known[key]

    def _target(self, identity: int, fine: str, where: str) -> _Target:
        recipe = self._recipe
        record = self._categories.get(identity, {})
        name = fine or recipe.object_name or str(record.get("name") or "").replace("_", " ").strip()
        if not name:
            raise DatasetError(
                f"{where} names category {identity}, which the file does not define.",
                hint="Download the file again.",
            )
        if recipe.parts:
            if identity not in recipe.parts:
                raise DatasetError(
                    f"{where} names category {identity}; known are {sorted(recipe.parts)}.",
                    hint="Choose the converter of this dataset.",
                )
            first, count, schema = recipe.parts[identity]
            return _Target(self._skeleton(schema, name), np.arange(count), first)
        names = [str(keypoint) for keypoint in record.get("keypoints") or ()]
        if recipe.schema:
            return self._renamed(self._skeleton(recipe.schema, name), names, where)
        if names:
            return _Target(self._own({**record, "name": name}, names), np.arange(len(names)))
        numbered = tuple(f"keypoint {number + 1}" for number in range(recipe.count))
        category = Category(name, numbered, supercategory=recipe.supercategory)
        return _Target(category, np.arange(recipe.count))

    def _skeleton(self, schema: str, name: str) -> Category:
        return replace(category_of_schema(schema, name), supercategory=self._recipe.supercategory)

    def _own(self, record: dict[str, Any], names: list[str]) -> Category:
        """A category with the file's own names, in words."""
        renamed = tuple(
            self._recipe.rename.get(name, " ".join(name.replace("_", " ").split())) for name in names
        )
        plain = {
            "name": record["name"],
            "keypoints": list(renamed),
            "supercategory": self._recipe.supercategory,
        }
        # Edges are only taken where they can be: some files keep those of another skeleton.
        links = [link for link in record.get("skeleton") or () if isinstance(link, list) and len(link) == 2]
        if links and all(0 <= end <= len(names) for link in links for end in link):
            plain["skeleton"] = links
        category = category_from_coco(plain, source=f"{self._path}: category")
        return replace(category, pairs=guess_pairs(category.keypoints))

    def _renamed(self, category: Category, names: list[str], where: str) -> _Target:
        recipe = self._recipe
        if not names:
            return _Target(category, np.array(recipe.slots or range(len(category)), np.intp))
        wanted = {_plain(keypoint): index for index, keypoint in enumerate(category.keypoints)}
        places = []
        for name in names:
            known = _plain(recipe.rename.get(name.strip(), name))
            if known not in wanted:
                raise DatasetError(
                    f'{self._path}: the keypoint "{name}" is none of {recipe.title}\'s.',
                    hint=f"Expected are {', '.join(category.keypoints[:4])}, ...",
                )
            places.append(wanted[known])
        if len(set(places)) < len(places) or len(places) != len(category):
            raise DatasetError(
                f"{self._path}: {len(names)} keypoint names, expected the {len(category)} of {recipe.title}.",
                hint="Choose the converter of this dataset.",
            )
        return _Target(category, np.array(places, np.intp))
