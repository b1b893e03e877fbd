"""Which categories and instances an episode is made of (gkdt.md section 8, Algorithm 1).

A run's episodes are numbered, and number and seed alone say what an episode is made of, so that a resumed
run, or one of several processes, begins anywhere. They are made a chapter at a time: an epoch of dynamic
importance sampling, or some thousand episodes of the others. A chapter first decides the pools from their
sizes alone (cheap, so that whole epochs are skipped by their length) and then the instances, as two integer
arrays.

A super-category has datasets, a dataset has pools, and a pool is the instances of one category. However a
super-category is drawn, inside it a dataset is drawn in proportion to its size, then a pool of it uniformly,
then instances without replacement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from gkdt_core.errors import TrainingError

SamplingName = Literal["uniform", "importance", "dynamic_importance", "sqrt"]

CHAPTER = 4096
"""Episodes in a chapter of the samplers that know no epochs."""

_RANDOM_BLOCK = 1 << 15
_POOLS, _INSTANCES = 0, 1
"""What a chapter's two random streams are for: its pools can be decided without its instances."""


@dataclass(frozen=True, slots=True)
class PoolEntry:
    """One category of one dataset as the sampler sees it.

    `emphasis` makes it more or less likely than its size alone would, in "sqrt" sampling.
    """

    supercategory: str
    dataset: str
    category: int
    size: int
    emphasis: float = 1.0


@dataclass(frozen=True, slots=True)
class Draw:
    """What one episode is made of: a category and distinct instances of it."""

    category: int
    instances: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """From which pools the M episodes of a chapter come.

    Attributes:
        pools: (M,) int32, index of the entry.
        taken: (M,) int32, how many instances of the pool had been removed before.
        removed: (M,) bool, whether the episode's instances leave the pool.
    """

    pools: NDArray[np.int32]
    taken: NDArray[np.int32]
    removed: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.pools)

    def remaining(self, entries: Sequence[PoolEntry], episode_size: int, number: int) -> NDArray[np.int64]:
        """(number of entries,) what is left to draw from in each pool before episode `number`.

        A pool that is smaller than an episode has been dropped, so it counts 0.
        """
        gone = np.bincount(self.pools[:number][self.removed[:number]], minlength=len(entries))
        left = np.array([entry.size for entry in entries], np.int64) - gone * episode_size
        return np.where(left >= episode_size, left, 0)


class _Group:
    """A super-category or a dataset while an epoch is planned: what is left in it, and its parts."""

    __slots__ = ("datasets", "pools", "size")

    def __init__(self) -> None:
        self.size = 0
        self.datasets: list[_Group] = []
        self.pools: list[int] = []


def plan_epoch(
    entries: Sequence[PoolEntry], episode_size: int, rng: np.random.Generator, gamma: float = 0.5
) -> Plan:
    """One epoch of dynamic importance sampling: Algorithm 1, as far as sizes go.

    A super-category c is drawn with p = |D_c| / sum. If it is among the top k = gamma * S by what is left (S:
    how many there are at the start), the episode's instances leave its pool, else they are put back. A pool
    with less than an episode left is dropped and no longer counts in |D_c|; a super-category without pools is
    dropped; the epoch ends when none is left.

    Args:
        entries: The pools; those smaller than an episode are left out.
        episode_size: Instances in an episode, supports and queries.
        rng: Decides.
        gamma: Share of the super-categories whose instances are removed, above 0 and at most 1.

    Raises:
        TrainingError: `gamma` or `episode_size` is out of range.
    """
    _check(episode_size, gamma)
    left = [entry.size for entry in entries]
    groups = _grouped(entries, episode_size)
    top = max(1, int(gamma * len(groups)))
    total = sum(group.size for group in groups)
    pools: list[int] = []
    taken: list[int] = []
    removed: list[bool] = []
    numbers: list[float] = []
    at = 0
    while groups:
        if at >= len(numbers):
            numbers, at = rng.random(3 * _RANDOM_BLOCK).tolist(), 0
        group = _pick(groups, numbers[at] * total)
        dataset = _pick(group.datasets, numbers[at + 1] * group.size)
        place = int(numbers[at + 2] * len(dataset.pools))
        at += 3
        pool = dataset.pools[place]
        before, size = 0, group.size - 1  # of equals the first ones count as larger
        for other in groups:
            if other is group:
                size += 1
            elif other.size > size:
                before += 1
        is_top = before < top
        pools.append(pool)
        taken.append(entries[pool].size - left[pool])
        removed.append(is_top)
        if not is_top:
            continue
        left[pool] -= episode_size
        less = episode_size
        if left[pool] < episode_size:
            less += left[pool]
            dataset.pools[place] = dataset.pools[-1]
            dataset.pools.pop()
        dataset.size -= less
        group.size -= less
        total -= less
        if not dataset.pools:
            group.datasets.remove(dataset)
        if not group.datasets:
            groups.remove(group)
    return Plan(np.array(pools, np.int32), np.array(taken, np.int32), np.array(removed, np.bool_))


def _check(episode_size: int, gamma: float) -> None:
    if episode_size < 1:
        raise TrainingError(
            f"An episode of {episode_size} instances is none.", hint="Give it at least one, better two."
        )
    if not 0 < gamma <= 1:
        raise TrainingError(
            f"gamma is {gamma}.", hint="It must be above 0 and at most 1; the paper's is 0.5."
        )


def _grouped(entries: Sequence[PoolEntry], least: int) -> list[_Group]:
    """The super-categories of the pools with at least `least` instances, by name; datasets by name too."""
    tree: dict[str, dict[str, list[int]]] = {}
    for index, entry in enumerate(entries):
        if entry.size >= least:
            tree.setdefault(entry.supercategory, {}).setdefault(entry.dataset, []).append(index)
    groups = []
    for _, datasets in sorted(tree.items()):
        group = _Group()
        for _, pools in sorted(datasets.items()):
            dataset = _Group()
            dataset.pools = pools
            dataset.size = sum(entries[pool].size for pool in pools)
            group.datasets.append(dataset)
            group.size += dataset.size
        groups.append(group)
    return groups


def _pick(groups: list[_Group], at: float) -> _Group:
    """The group in which position `at` lies when all are laid end to end."""
    for group in groups:
        at -= group.size
        if at < 0:
            return group
    return groups[-1]  # rounding


def pool_probabilities(entries: Sequence[PoolEntry], sampling: SamplingName) -> NDArray[np.float64]:
    """(number of entries,) how likely each pool is drawn while none has lost instances.

    "uniform" draws every super-category alike, "importance" and "dynamic_importance" by its size, "sqrt"
    every category by the square root of its size, times its emphasis.
    """
    sizes = np.array([entry.size for entry in entries], np.float64)
    if sampling == "sqrt":
        weights = np.sqrt(sizes) * [entry.emphasis for entry in entries]
        return np.asarray(weights / max(weights.sum(), 1.0))
    groups = _grouped(entries, 1)
    total = sum(group.size for group in groups)
    chances = np.zeros(len(entries))
    for group in groups:
        share = 1 / len(groups) if sampling == "uniform" else group.size / total
        for dataset in group.datasets:
            chances[dataset.pools] = share * dataset.size / group.size / len(dataset.pools)
    return chances


@dataclass(frozen=True, slots=True, eq=False)
class Chapter:
    """M episodes of E instances.

    Attributes:
        pools: (M,) int32, index of the entry.
        instances: (M, E) int32, numbers inside the pool; distinct unless the pool is smaller than an episode.
    """

    pools: NDArray[np.int32]
    instances: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.pools)


class Episodes:
    """All episodes of a run, each found by its number.

    "uniform", "importance" and "sqrt" put every instance back (see `pool_probabilities`) and repeat the
    instances of a category that is smaller than an episode. "dynamic_importance" is one epoch of `plan_epoch`
    after the other, each with its own randomness, and leaves such categories out.
    """

    def __init__(
        self,
        entries: Sequence[PoolEntry],
        episode_size: int,
        seed: int,
        sampling: SamplingName,
        gamma: float = 0.5,
    ) -> None:
        _check(episode_size, gamma)
        self.entries = tuple(entries)
        self.episode_size, self.sampling, self.gamma = episode_size, sampling, gamma
        self._seed = seed
        dynamic = sampling == "dynamic_importance"
        self._chances = None if dynamic else np.cumsum(pool_probabilities(self.entries, sampling))
        self._is_empty = not any(entry.size >= (episode_size if dynamic else 1) for entry in self.entries)
        self._starts = [0]  # of the epochs whose length is known
        self._last_plan: tuple[int, Plan] | None = None

    def plan(self, number: int) -> Plan:
        """The pools of chapter `number`."""
        rng = np.random.default_rng((self._seed, number, _POOLS))
        if self._chances is None:
            if self._last_plan is None or self._last_plan[0] != number:
                self._last_plan = number, plan_epoch(self.entries, self.episode_size, rng, self.gamma)
            return self._last_plan[1]
        at = rng.random(CHAPTER) * self._chances[-1]
        pools = np.searchsorted(self._chances, at, side="right").astype(np.int32)
        return Plan(pools, np.zeros(CHAPTER, np.int32), np.zeros(CHAPTER, np.bool_))

    def chapter(self, number: int) -> Chapter:
        """The episodes of chapter `number`."""
        plan = self.plan(number)
        instances = np.empty((len(plan), self.episode_size), np.int32)
        rows = np.argsort(plan.pools, kind="stable")
        ends = np.cumsum(np.bincount(plan.pools, minlength=len(self.entries)))
        start = 0
        for pool, end in enumerate(ends.tolist()):
            if end > start:
                own = rows[start:end]
                rng = np.random.default_rng((self._seed, number, _INSTANCES, pool))
                size = self.entries[pool].size
                instances[own] = _instances(size, plan.taken[own], plan.removed[own], self.episode_size, rng)
            start = end
        return Chapter(plan.pools, instances)

    def place(self, number: int) -> tuple[int, int]:
        """(chapter, episode in it) of episode `number`; epochs before it are planned, without instances."""
        if self._chances is not None:
            return divmod(number, CHAPTER)
        while self._starts[-1] <= number:
            self._starts.append(self._starts[-1] + len(self.plan(len(self._starts) - 1)))
        epoch = int(np.searchsorted(self._starts, number, side="right")) - 1
        return epoch, number - self._starts[epoch]

    def draws(self, first: int = 0) -> Iterator[Draw]:
        """The episodes from number `first` on, without end; none at all where no pool can fill one."""
        if self._is_empty:
            return
        number, at = self.place(first)
        while True:
            chapter = self.chapter(number)
            for row in range(at, len(chapter)):
                entry = self.entries[chapter.pools[row]]
                yield Draw(entry.category, tuple(chapter.instances[row].tolist()))
            number, at = number + 1, 0


def _instances(
    size: int, taken: NDArray[np.int32], removed: NDArray[np.bool_], count: int, rng: np.random.Generator
) -> NDArray[np.int32]:
    """(M, count) instances of M episodes from one pool of `size`; `taken` and `removed` as in `Plan`.

    The pool is shuffled once. Episodes that are removed are consecutive pieces of it, so none overlaps
    another; those that are put back are drawn from what follows the pieces removed before them.
    """
    if size < count:
        return np.stack([rng.permutation(np.resize(np.arange(size, dtype=np.int32), count)) for _ in taken])
    order = rng.permutation(size).astype(np.int32)
    places = np.empty((len(taken), count), np.int64)
    places[removed] = np.arange(count)
    places[~removed] = _distinct(size - taken[~removed].astype(np.int64), count, rng)
    return np.asarray(order[places + taken[:, None]])


def _distinct(sizes: NDArray[np.int64], count: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """(M, count) `count` distinct numbers below each of `sizes` (M,), every ordered choice alike likely."""
    picks = np.empty((len(sizes), count), np.int64)
    # Drawing anew until all differ is uniform, and quick where chance repetitions are rare (at most 1 in 4).
    wide = sizes >= 2 * count * count
    open_rows = np.flatnonzero(wide)
    while len(open_rows):
        tried = rng.integers(0, sizes[open_rows, None], (len(open_rows), count))
        picks[open_rows] = tried
        ordered = np.sort(tried, axis=1)
        open_rows = open_rows[(ordered[:, 1:] == ordered[:, :-1]).any(axis=1)]
    for row in np.flatnonzero(~wide):
        picks[row] = rng.permutation(sizes[row])[:count]
    return picks


def endless(
    entries: Sequence[PoolEntry],
    episode_size: int,
    seed: int,
    sampling: SamplingName,
    gamma: float = 0.5,
    *,
    first: int = 0,
) -> Iterator[Draw]:
    """The episodes of a run from number `first` on; see `Episodes`."""
    return Episodes(entries, episode_size, seed, sampling, gamma).draws(first)
