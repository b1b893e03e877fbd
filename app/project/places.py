"""Image files that are not where a project says: which they are, and where they have gone."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from app.project.files import found_path
from gkdt_core.errors import MediaError
from gkdt_core.media.images import list_images, media_digest
from gkdt_core.progress import Checkpoint, no_checkpoint

_STEPS = 200
_TIME_SLACK_NS = 2_000_000_000
"""A copy on a FAT disk is up to two seconds younger or older."""
_TAIL = 4
"""How many folders of an old place are looked for beside a project that has moved."""


@dataclass(frozen=True, slots=True)
class ImagePlace:
    """An image and what the project knows of its file.

    Attributes:
        id: Its number in the project.
        path: Where it should be, absolute.
        size: Bytes, or None where unknown.
        mtime_ns: Time of its last change, or None.
        digest: Of its content (`media_digest`), or None.
    """

    id: int
    path: Path
    size: int | None
    mtime_ns: int | None
    digest: str | None


class How(Enum):
    """By what a file was known again, the surest first."""

    CONTENT = auto()
    NAME_AND_SIZE = auto()
    NAME = auto()


@dataclass(frozen=True, slots=True)
class Found:
    """A file that is an image's; `path` is absolute."""

    image_id: int
    path: Path
    how: How


@dataclass(frozen=True, slots=True)
class SearchReport:
    """What a search in a folder found.

    Attributes:
        folder: Where.
        found: One file each for some of the images.
        lost: Ids of the others.
        other_content: Of those, how many have a file of their name there, but with other content.
    """

    folder: Path
    found: tuple[Found, ...]
    lost: tuple[int, ...]
    other_content: int = 0

    def count(self, how: How) -> int:
        """How many were found in this way."""
        return sum(found.how is how for found in self.found)


def places(
    rows: Iterable[tuple[int, str | bytes, int | None, int | None, str | None]], base: Path
) -> list[ImagePlace]:
    """Rows of (id, stored path, size, mtime_ns, digest) of a project in the folder `base` as places."""
    return [
        ImagePlace(number, found_path(path, base), size, mtime_ns, digest)
        for number, path, size, mtime_ns, digest in rows
    ]


def missing(images: Sequence[ImagePlace], checkpoint: Checkpoint = no_checkpoint) -> list[ImagePlace]:
    """Those of some images whose file is not there."""
    lost = []
    for position, image in enumerate(images):
        if position % _STEPS == 0:
            checkpoint(position / len(images))
        if not os.path.isfile(image.path):
            lost.append(image)
    return lost


def moved_along(
    lost: Sequence[ImagePlace], old_home: Path | None, new_home: Path, checkpoint: Checkpoint = no_checkpoint
) -> list[Found]:
    """Images that have moved together with their project, known by their place, size and time or content.

    Args:
        lost: Images whose files are missing.
        old_home: The folder in which the project was opened before, if known.
        new_home: The folder in which it is now.
        checkpoint: Called now and then.
    """
    went: dict[Path, Path] = {}  # an old folder -> where it is now
    found, taken = list[Found](), set[Path]()
    for position, image in enumerate(lost):
        if position % _STEPS == 0:
            checkpoint(position / len(lost))
        folder = image.path.parent
        known = went.get(folder)
        for candidate in [known] if known is not None else _candidates(folder, old_home, new_home):
            path = candidate / image.path.name
            if path != image.path and path not in taken and _is_same(image, path):
                went[folder] = candidate
                taken.add(path)
                found.append(Found(image.id, path, How.CONTENT))
                break
    return found


def _candidates(folder: Path, old_home: Path | None, new_home: Path) -> list[Path]:
    """Where a folder may be now that the project has gone from one folder to another."""
    result = []
    if old_home is not None and old_home != new_home:
        try:
            result.append(Path(os.path.normpath(new_home / os.path.relpath(folder, old_home))))
        except ValueError:  # another drive
            pass
    parts = folder.parts[1:]
    for count in range(min(_TAIL, len(parts)), 0, -1):
        result += [new_home.joinpath(*parts[-count:]), new_home.parent.joinpath(*parts[-count:])]
    return [*dict.fromkeys([*result, new_home])]


def _is_same(image: ImagePlace, path: Path) -> bool:
    """Whether a file is an image's, beyond reasonable doubt: nobody is asked."""
    try:
        status = os.stat(path)
    except OSError:
        return False
    if image.size is None or status.st_size != image.size:
        return False
    if image.mtime_ns is not None and abs(status.st_mtime_ns - image.mtime_ns) <= _TIME_SLACK_NS:
        return True
    return image.digest is not None and _digest(path, {}) == image.digest


def find_in_folder(
    lost: Sequence[ImagePlace],
    folder: Path,
    taken: Iterable[Path] = (),
    checkpoint: Checkpoint = no_checkpoint,
) -> SearchReport:
    """Looks for lost images in a folder and below: by content where the project knows it, else by name and
    size, else by name alone where only one file has it. Only files that may be one of them are read.

    Args:
        lost: The images.
        folder: Where to look.
        taken: Files that belong to other images of the project.
        checkpoint: Called now and then; may raise `Cancelled`.

    Raises:
        MediaError: The folder cannot be read.
    """
    files = list_images(folder)
    checkpoint(0.05)
    used = {Path(path) for path in taken}
    by_size, by_name = defaultdict[int, list[Path]](list), defaultdict[str, list[Path]](list)
    sizes: dict[Path, int] = {}
    for path in files:
        if path in used:
            continue
        try:
            sizes[path] = path.stat().st_size
        except OSError:
            continue
        by_size[sizes[path]].append(path)
        by_name[path.name.casefold()].append(path)
    digests: dict[Path, str | None] = {}
    found, left, other_content = list[Found](), list[int](), 0
    for position, image in enumerate(lost):
        checkpoint(0.1 + 0.9 * position / len(lost))
        same_name = [path for path in by_name[image.path.name.casefold()] if path not in used]
        choice: tuple[Path, How] | None = None
        if image.digest is not None:
            alike = by_size[image.size] if image.size is not None else same_name
            fitting = [path for path in _nearest(alike, image.path) if path not in used]
            match = next((path for path in fitting if _digest(path, digests) == image.digest), None)
            choice = None if match is None else (match, How.CONTENT)
        elif image.size is not None:
            alike = _nearest([path for path in same_name if sizes[path] == image.size], image.path)
            choice = (alike[0], How.NAME_AND_SIZE) if alike else None
        elif len(same_name) == 1:
            choice = (same_name[0], How.NAME)
        if choice is None:
            left.append(image.id)
            other_content += bool(same_name)
        else:
            used.add(choice[0])
            found.append(Found(image.id, *choice))
    return SearchReport(folder, tuple(found), tuple(left), other_content)


def _nearest(paths: Sequence[Path], old: Path) -> list[Path]:
    """Those files first whose path ends most like the old one."""

    def common(path: Path) -> int:
        count = 0
        for ours, theirs in zip(reversed(path.parts), reversed(old.parts), strict=False):
            if ours.casefold() != theirs.casefold():
                break
            count += 1
        return -count

    return sorted(paths, key=common)


def _digest(path: Path, known: dict[Path, str | None]) -> str | None:
    if path not in known:
        try:
            known[path] = media_digest(path)
        except MediaError:
            known[path] = None
    return known[path]
