"""Which parts of which images a batch looks at, asked of the project file at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.project.database import ProjectDatabase
from app.project.files import found_path
from gkdt_core.geometry import Box

ROOM = 1.2
"""How much larger than what is around an instance's points its box is taken to be, where nobody drew one."""
_FEW = 3
"""Points from which a box can be guessed."""


@dataclass(frozen=True, slots=True)
class Region:
    """One object to look at.

    Attributes:
        image_id: The image.
        instance_id: The instance that takes the points; None for a new one.
        path: The image file.
        box: Where the object is, image coordinates; None for the whole image.
    """

    image_id: int
    instance_id: int | None
    path: Path
    box: Box | None


def box_around(points_box: Box | None, count: int) -> Box | None:
    """A box for an instance that nobody drew one for: around its `count` points, if they span anything."""
    if points_box is None or count < _FEW or points_box.longer_side <= 0:
        return None
    return points_box.enlarged(ROOM)


def read_regions(path: Path, category_id: int, image_ids: Sequence[int]) -> list[Region]:
    """The regions of images, in their order: each instance of the category, or all of an image without any.

    An instance without a box is looked for in the whole image where it is the only one; among several each is
    looked for around its points, or they would all become the same.
    """
    database = ProjectDatabase.snapshot(path)
    try:
        files = dict(database.query("SELECT id, path FROM media"))
        rows = database.query(
            """SELECT i.image_id, i.id, i.x1, i.y1, i.x2, i.y2,
                      min(k.x), min(k.y), max(k.x), max(k.y), count(k.x)
               FROM instance i LEFT JOIN keypoint k ON k.instance_id = i.id
               WHERE i.category_id = ? GROUP BY i.id ORDER BY i.position, i.id""",
            (category_id,),
        )
        folder = database.folder
    finally:
        database.close()
    instances: dict[int, list[tuple[int, Box | None, Box | None]]] = {}
    for image_id, number, x1, y1, x2, y2, left, top, right, bottom, count in rows:
        try:
            drawn = None if x1 is None else Box(x1, y1, x2, y2)
            around = None if left is None else box_around(Box(left, top, right, bottom), count)
        except (TypeError, ValueError):
            continue  # a damaged row, told when the store meets it
        instances.setdefault(image_id, []).append((number, drawn, around))
    found = []
    for image_id in image_ids:
        if image_id not in files:
            continue
        file = found_path(files[image_id], folder)
        mine = instances.get(image_id, [])
        if not mine:
            found.append(Region(image_id, None, file, None))
        for number, drawn, around in mine:
            box = drawn if drawn is not None or len(mine) == 1 else around
            found.append(Region(image_id, number, file, box))
    return found
