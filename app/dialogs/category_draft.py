"""A category while it is being made: frozen values whose edits return new ones; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gkdt_core.domain import Category, guess_pairs

Link = tuple[int, int]


@dataclass(frozen=True, slots=True)
class DraftPoint:
    """A keypoint of the draft.

    Attributes:
        uid: Its number in this draft, kept when it moves or is renamed; lines and pairs name it by it.
        name: What it is called.
        source: The index in the old category that it continues, or None.
        colour: "#rrggbb" that a person chose, or "".
        xy: Where a person clicked it in the picture, image coordinates, or None.
    """

    uid: int
    name: str
    source: int | None = None
    colour: str = ""
    xy: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class CategoryDraft:
    """Names, lines, pairs and colours as they stand; may be no sound category yet.

    Attributes:
        name: Of the object.
        points: The keypoints in their order.
        edges: Lines between uids.
        pairs: Left-right pairs (left, right) of uids that somebody has said: a ready-made category, a person.
        declined: Guessed pairs that a person took out.
        supercategory: As in `Category`.
    """

    name: str = ""
    points: tuple[DraftPoint, ...] = ()
    edges: tuple[Link, ...] = ()
    pairs: tuple[Link, ...] = ()
    declined: frozenset[frozenset[int]] = frozenset()
    supercategory: str = ""

    @classmethod
    def of(cls, category: Category, *, continued: bool) -> CategoryDraft:
        """The draft of a category; with `continued` its keypoints continue those of the category."""
        colours = category.colours or ("",) * len(category)
        points = tuple(
            DraftPoint(index, name, index if continued else None, colour)
            for index, (name, colour) in enumerate(zip(category.keypoints, colours, strict=True))
        )
        # Guessed and said pairs look alike in a category: guesses that it does not have were declined.
        taken = {frozenset(pair) for pair in category.pairs}
        declined = frozenset(frozenset(pair) for pair in guess_pairs(category.keypoints)) - taken
        return cls(category.name, points, category.edges, category.pairs, declined, category.supercategory)

    # reading

    @property
    def names(self) -> tuple[str, ...]:
        """The keypoints' names as they stand."""
        return tuple(point.name.strip() for point in self.points)

    @property
    def uids(self) -> tuple[int, ...]:
        """The keypoints' uids in order."""
        return tuple(point.uid for point in self.points)

    @property
    def guessed(self) -> tuple[Link, ...]:
        """Pairs that the names tell and nobody has said or declined, (left, right) of uids."""
        uids, said = self.uids, {end for pair in self.pairs for end in pair}
        # of a name given twice the first one counts: a slip must not take the other pairs away
        names = tuple(f"\0{row}" if name in self.names[:row] else name for row, name in enumerate(self.names))
        found = ((uids[left], uids[right]) for left, right in guess_pairs(names))
        return tuple(pair for pair in found if not said & {*pair} and frozenset(pair) not in self.declined)

    @property
    def all_pairs(self) -> tuple[Link, ...]:
        """The pairs that the category will have, (left, right) of uids."""
        return (*self.pairs, *self.guessed)

    def links_by_row(self, links: Sequence[Link]) -> tuple[Link, ...]:
        """Links between uids as links between places in the list."""
        rows = {uid: row for row, uid in enumerate(self.uids)}
        return tuple((rows[a], rows[b]) for a, b in links)

    def category(self) -> Category:
        """The category as it stands. Raises `AnnotationError` saying what is wrong with it."""
        colours = tuple(point.colour for point in self.points)
        return Category(
            self.name.strip(),
            self.names,
            self.links_by_row(self.edges),
            self.links_by_row(self.all_pairs),
            self.supercategory,
            colours if any(colours) else (),
        )

    def shown(self) -> Category | None:
        """A category to take colours from, whatever the names; None without keypoints."""
        if not self.points:
            return None
        names = [name or "?" for name in self.names]
        unique = tuple(name if names.count(name) == 1 else f"{name} #{row}" for row, name in enumerate(names))
        colours = tuple(point.colour for point in self.points)
        return Category(
            "draft", unique, self.links_by_row(self.edges), self.links_by_row(self.all_pairs), "",
            colours if any(colours) else (),
        )  # fmt: skip

    @property
    def mapping(self) -> tuple[int | None, ...]:
        """For each keypoint the old index that it continues."""
        return tuple(point.source for point in self.points)

    # editing

    def renamed(self, name: str) -> CategoryDraft:
        """The object has another name."""
        return replace(self, name=name)

    def added(self, name: str, xy: tuple[float, float] | None = None) -> CategoryDraft:
        """One keypoint more, at the end."""
        uid = max(self.uids, default=-1) + 1
        return replace(self, points=(*self.points, DraftPoint(uid, name, xy=xy)))

    def free_name(self, stem: str) -> str:
        """`stem` with the lowest number that no keypoint has."""
        taken, number = set(self.names), len(self.points) + 1
        while f"{stem} {number}" in taken:
            number += 1
        return f"{stem} {number}"

    def changed(self, row: int, **values: object) -> CategoryDraft:
        """Keypoint `row` with other fields."""
        point = replace(self.points[row], **values)  # type: ignore[arg-type]  # fields by name
        return replace(self, points=(*self.points[:row], point, *self.points[row + 1 :]))

    def removed(self, rows: Sequence[int]) -> CategoryDraft:
        """Without these keypoints, their lines and pairs."""
        gone = {self.points[row].uid for row in rows}
        return replace(
            self,
            points=tuple(point for point in self.points if point.uid not in gone),
            edges=tuple(link for link in self.edges if not gone & {*link}),
            pairs=tuple(link for link in self.pairs if not gone & {*link}),
        )

    def moved(self, rows: Sequence[int], step: int) -> CategoryDraft:
        """These keypoints one place up (-1) or down (1); where they are at the end, nothing moves."""
        order = list(self.points)
        wanted = sorted(rows, reverse=step > 0)
        if not wanted or not all(0 <= row + step < len(order) for row in wanted):
            return self
        for row in wanted:
            order[row], order[row + step] = order[row + step], order[row]
        return replace(self, points=tuple(order))

    def ordered(self, uids: Sequence[int]) -> CategoryDraft:
        """The keypoints in another order."""
        by_uid = {point.uid: point for point in self.points}
        return replace(self, points=tuple(by_uid[uid] for uid in uids))

    def with_edge_toggled(self, a: int, b: int) -> CategoryDraft:
        """A line between two uids more, or it less where there is one."""
        if a == b:
            return self
        rest = tuple(link for link in self.edges if {*link} != {a, b})
        return replace(self, edges=rest if len(rest) < len(self.edges) else (*self.edges, (a, b)))

    def with_edges(self, by_row: Sequence[Link]) -> CategoryDraft:
        """Other lines, between places in the list."""
        uids = self.uids
        return replace(self, edges=tuple((uids[a], uids[b]) for a, b in by_row))

    def with_pair(self, left: int, right: int) -> CategoryDraft:
        """These two uids are a pair; what either was paired with before is free again."""
        kept = tuple(pair for pair in self.pairs if not {left, right} & {*pair})
        return replace(
            self, pairs=(*kept, (left, right)), declined=self.declined - {frozenset((left, right))}
        )

    def without_pair(self, left: int, right: int) -> CategoryDraft:
        """These two uids are no pair, whatever their names tell."""
        return replace(
            self,
            pairs=tuple(pair for pair in self.pairs if {*pair} != {left, right}),
            declined=self.declined | {frozenset((left, right))},
        )
