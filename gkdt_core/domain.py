"""The domain: categories, instances and their states, as frozen values over read-only arrays."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gkdt_core.errors import AnnotationError
from gkdt_core.geometry import Box
from gkdt_core.sides import Sided, exchange_sides, sided, sides_in


class Visibility(IntEnum):
    """COCO's flag of a keypoint."""

    UNLABELED = 0
    OCCLUDED = 1
    VISIBLE = 2


class Origin(IntEnum):
    """Who placed a keypoint. A person's point is never counted as a model's, nor the reverse."""

    NONE = 0
    HUMAN = 1
    MODEL = 2
    CARRIED = 3
    """Copied from another image's pose and not yet looked at."""


class ImageState(StrEnum):
    """How far the work on one image is."""

    UNTOUCHED = "untouched"
    PREDICTED = "predicted"
    IN_WORK = "in_work"
    REVIEWED = "reviewed"
    REJECTED = "rejected"


_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_RANK = re.compile(r"\b(\d{1,4}) of (\d{1,4})\b")


def mirrored_name(name: str) -> str:
    """What a keypoint is called in a mirror: "left" and "right" exchanged.

    A rank in a row that runs from one side to the other counts from the row's other end instead: "jaw line 1
    of 17 (from the right ear to the left ear)" is in the mirror the 17th.
    """
    rank = _RANK.search(name)
    if rank is not None and len(set(sides_in(name))) == 2:
        place, count = int(rank.group(1)), int(rank.group(2))
        return f"{name[: rank.start()]}{count + 1 - place} of {count}{name[rank.end() :]}"
    return exchange_sides(name)


def is_sided(name: str) -> bool:
    """Whether a keypoint is another one in a mirror: of one side, or off the middle of a row between both.

    What lies between left and right stays what it is.
    """
    if len(set(sides_in(name))) == 2:
        return _RANK.search(name) is not None and mirrored_name(name) != name
    return bool(sides_in(name))


def guess_pairs(names: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Left-right pairs (i, j), i left, of names that are each other's in a mirror.

    Sides may be said in English, Spanish, Chinese, German or French, by an "l" and "r" set off from the rest
    of the name ("l_eye", "eyeR") or by usual short forms ("ojo izq"). Of two ranks in a row from one side to
    the other the left one is that nearer to the side named last.
    """
    by_name = {name.casefold(): index for index, name in enumerate(names)}
    readings = sided(names)
    by_reading: dict[Sided, list[int]] = {}
    for index, found in enumerate(readings):
        for reading in found:
            by_reading.setdefault(reading, []).append(index)
    pairs: list[tuple[int, int]] = []
    paired: set[int] = set()
    for index, name in enumerate(names):
        sides, rank = sides_in(name), _RANK.search(name)
        if rank is not None and len(set(sides)) == 2:
            other = by_name.get(mirrored_name(name).casefold(), index)
            is_left = (int(rank.group(1)) > int(rank.group(2)) / 2) == (sides[-1] == "left")
        else:
            others = [
                (reading, mate)
                for reading in readings[index]
                for mate in by_reading.get(reading.in_mirror, [])
                if mate not in paired
            ]
            if not others:
                continue
            reading, other = others[0]
            is_left = reading.sides[0] == "left"
        if other == index or {index, other} & paired:
            continue
        pairs.append((index, other) if is_left else (other, index))
        paired |= {index, other}
    return tuple(pairs)


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of object and its skeleton: N named keypoints in a fixed order.

    Attributes:
        name: What the object is called, for example "horse".
        keypoints: N unique names.
        edges: Pairs of keypoint indices (0-based) drawn as limbs.
        pairs: Left-right pairs (left index, right index), 0-based; `flip_permutation` swaps them.
        supercategory: A group for sampling and reports; may be empty.
        colours: N colours "#rrggbb" that a person chose, "" where the program chooses; or none at all.
    """

    name: str
    keypoints: tuple[str, ...]
    edges: tuple[tuple[int, int], ...] = ()
    pairs: tuple[tuple[int, int], ...] = ()
    supercategory: str = ""
    colours: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise AnnotationError("A category needs a name.", hint='Name the object, for example "horse".')
        if not self.keypoints:
            raise AnnotationError(
                f'Category "{self.name}" has no keypoints.', hint="Add at least one keypoint name."
            )
        seen: set[str] = set()
        for keypoint in self.keypoints:
            if not keypoint.strip():
                raise AnnotationError(
                    f'Category "{self.name}" has a keypoint without a name.',
                    hint="Give every keypoint a name.",
                )
            if keypoint in seen:
                raise AnnotationError(
                    f'Category "{self.name}" has the keypoint "{keypoint}" twice.',
                    hint="Keypoint names must differ.",
                )
            seen.add(keypoint)
        count = len(self.keypoints)
        for kind, links in (("edge", self.edges), ("left-right pair", self.pairs)):
            for a, b in links:
                if not (0 <= a < count and 0 <= b < count) or a == b:
                    raise AnnotationError(
                        f'Category "{self.name}": the {kind} {a + 1}-{b + 1} does not join two of its '
                        f"{count} keypoints.",
                        hint="Remove it or correct its numbers.",
                    )
        if self.colours and (
            len(self.colours) != count or not all(_COLOUR.fullmatch(code) for code in self.colours if code)
        ):
            raise AnnotationError(
                f'Category "{self.name}": its {len(self.colours)} colours are not one "#rrggbb" for each of '
                f"its {count} keypoints.",
                hint="Choose the colours again.",
            )
        ends = [end for pair in self.pairs for end in pair]
        if len(set(ends)) < len(ends):
            twice = next(self.keypoints[end] for end in ends if ends.count(end) > 1)
            raise AnnotationError(
                f'Category "{self.name}": "{twice}" is in two left-right pairs.',
                hint="Pair every keypoint with at most one other.",
            )

    def __len__(self) -> int:
        return len(self.keypoints)

    @property
    def flip_permutation(self) -> tuple[int, ...]:
        """For each keypoint the index that takes its place in a mirrored picture."""
        order = list(range(len(self.keypoints)))
        for left, right in self.pairs:
            order[left], order[right] = right, left
        return tuple(order)

    def with_guessed_pairs(self) -> Category:
        """The same category with left-right pairs guessed from the names."""
        return replace(self, pairs=guess_pairs(self.keypoints))


def _frozen(values: Any, dtype: Any, shape: tuple[int, ...], what: str) -> NDArray[Any]:
    array = np.array(values, dtype=dtype)
    if array.shape != shape:
        raise AnnotationError(f"{what} have shape {array.shape}, expected {shape}.")
    array.flags.writeable = False
    return array


@dataclass(frozen=True, slots=True, eq=False)  # eq=False: `==` on arrays has no single truth value
class Instance:
    """One object in one image.

    Attributes:
        category: Its skeleton fixes N and the keypoint order.
        keypoints: (N, 2) float64, x and y in image coordinates; NaN where unlabeled.
        visibility: (N,) int8, values of `Visibility`.
        scores: (N,) float64 in [0, 1], the model's trust; NaN where no model spoke.
        peaks: (N,) float64, raw heatmap maxima; NaN where no model spoke.
        origins: (N,) int8, values of `Origin`.
        box: Where the object is, or None when nobody said; image coordinates.
    """

    category: Category
    keypoints: NDArray[np.float64]
    visibility: NDArray[np.int8]
    scores: NDArray[np.float64]
    peaks: NDArray[np.float64]
    origins: NDArray[np.int8]
    box: Box | None = None

    def __post_init__(self) -> None:
        count = len(self.category)
        put = object.__setattr__
        put(self, "keypoints", _frozen(self.keypoints, np.float64, (count, 2), "Keypoints"))
        put(self, "visibility", _frozen(self.visibility, np.int8, (count,), "Visibilities"))
        put(self, "scores", _frozen(self.scores, np.float64, (count,), "Scores"))
        put(self, "peaks", _frozen(self.peaks, np.float64, (count,), "Peaks"))
        put(self, "origins", _frozen(self.origins, np.int8, (count,), "Origins"))
        if ((self.visibility < min(Visibility)) | (self.visibility > max(Visibility))).any():
            raise AnnotationError(
                f"Visibility must be 0, 1 or 2, got {sorted(set(self.visibility.tolist()))}."
            )
        labeled = self.visibility > 0
        if not np.isfinite(self.keypoints[labeled]).all():
            raise AnnotationError("A labelled keypoint has no position.")
        if np.isfinite(self.keypoints[~labeled]).any():
            raise AnnotationError("A keypoint that is not labelled has a position.")

    @classmethod
    def empty(cls, category: Category, box: Box | None = None) -> Instance:
        """An instance of `category` with nothing labelled."""
        count = len(category)
        nan = np.full(count, np.nan)
        return cls(
            category,
            np.full((count, 2), np.nan),
            np.zeros(count, np.int8),
            nan,
            nan,
            np.zeros(count, np.int8),
            box,
        )

    @property
    def labeled(self) -> NDArray[np.bool_]:
        """(N,) which keypoints have a position."""
        return np.asarray(self.visibility > 0)

    @property
    def region(self) -> Box | None:
        """The box if there is one, else the box around the labelled points; None with neither."""
        return self.box if self.box is not None else Box.around(self.keypoints)

    def moved(self, index: int, xy: tuple[float, float], origin: Origin = Origin.HUMAN) -> Instance:
        """The instance with keypoint `index` at `xy`; an unlabeled one becomes visible, its score goes."""
        visibility = Visibility(int(self.visibility[index])) or Visibility.VISIBLE
        return self.with_keypoint(index, xy, visibility, origin)

    def with_keypoint(
        self,
        index: int,
        xy: tuple[float, float] | None,
        visibility: Visibility,
        origin: Origin,
        score: float = float("nan"),
        peak: float = float("nan"),
    ) -> Instance:
        """The instance with one keypoint replaced; `visibility` UNLABELED removes its position."""
        keypoints, visibilities = self.keypoints.copy(), self.visibility.copy()
        scores, peaks, origins = self.scores.copy(), self.peaks.copy(), self.origins.copy()
        absent = visibility is Visibility.UNLABELED or xy is None
        keypoints[index] = (np.nan, np.nan) if absent or xy is None else xy
        visibilities[index] = Visibility.UNLABELED if absent else visibility
        scores[index], peaks[index], origins[index] = score, peak, origin
        return replace(
            self, keypoints=keypoints, visibility=visibilities, scores=scores, peaks=peaks, origins=origins
        )

    def without(self, index: int) -> Instance:
        """The instance with keypoint `index` not labelled and nobody's."""
        return self.with_keypoint(index, None, Visibility.UNLABELED, Origin.NONE)

    def same_as(self, other: Instance) -> bool:
        """Whether every value is equal, NaN counting as equal to NaN."""
        return (
            self.category == other.category
            and self.box == other.box
            and np.array_equal(self.keypoints, other.keypoints, equal_nan=True)
            and np.array_equal(self.visibility, other.visibility)
            and np.array_equal(self.scores, other.scores, equal_nan=True)
            and np.array_equal(self.peaks, other.peaks, equal_nan=True)
            and np.array_equal(self.origins, other.origins)
        )
