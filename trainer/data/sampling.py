"""Which categories and instances an episode is made of (gkdt.md section 8, Algorithm 1).

Pools are index arrays whose first `remaining` entries are still to be drawn, so that drawing and removing
cost a swap and a million instances need a few megabytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

SamplingName = Literal["uniform", "importance", "dynamic_importance", "sqrt"]


@dataclass(frozen=True, slots=True)
class PoolEntry:
    """One category of one dataset as the sampler sees it."""

    supercategory: str
    dataset: str
    category: int
    size: int


@dataclass(frozen=True, slots=True)
class Draw:
    """What one episode is made of: a category and distinct instances of it."""

    category: int
    instances: tuple[int, ...]


class _Pool:
    """The instances of one category, drawn without replacement."""

    def __init__(self, entry: PoolEntry) -> None:
        self.entry = entry
        self.order: NDArray[np.int32] = np.arange(entry.size, dtype=np.int32)
        self.remaining = entry.size

    def draw(self, count: int, rng: np.random.Generator) -> tuple[int, ...]:
        """Moves `count` random remaining instances to the end of the remaining part and returns them."""
        last = self.remaining
        for step in range(count):
            pick = int(rng.integers(last - step))
            end = last - step - 1
            self.order[pick], self.order[end] = self.order[end], self.order[pick]
        return tuple(int(i) for i in self.order[last - count : last])

    def draw_freely(self, count: int, rng: np.random.Generator) -> tuple[int, ...]:
        """Like `draw`, but a pool that is too small repeats its instances."""
        if self.entry.size >= count:
            return self.draw(count, rng)
        return tuple(int(i) for i in rng.permutation(np.resize(self.order, count)))

    def remove_drawn(self, count: int) -> None:
        self.remaining -= count


def _choose(weights: NDArray[np.float64], rng: np.random.Generator) -> int:
    return int(np.searchsorted(np.cumsum(weights), rng.random() * weights.sum(), side="right"))


def dynamic_importance(
    entries: Sequence[PoolEntry], episode_size: int, rng: np.random.Generator, gamma: float = 0.5
) -> Iterator[Draw]:
    """One epoch of dynamic importance sampling; ends when no super-category can fill an episode.

    A super-category c is drawn with p = |D_c| / sum. If it is among the top gamma * S by remaining size, the
    drawn instances leave its pool, else they stay. One that has become smaller than an episode is dropped.
    Inside it: the dataset in proportion to its remaining size, then a category uniformly.
    """
    pools = [_Pool(entry) for entry in entries if entry.size >= episode_size]
    names = sorted({pool.entry.supercategory for pool in pools})
    members = {name: [pool for pool in pools if pool.entry.supercategory == name] for name in names}
    sizes = {name: float(sum(pool.remaining for pool in members[name])) for name in names}
    keep = max(1, int(gamma * len(names)))
    while names:
        weights = np.array([sizes[name] for name in names])
        name = names[_choose(weights, rng)]
        usable = [pool for pool in members[name] if pool.remaining >= episode_size]
        if not usable:
            names.remove(name)
            continue
        datasets = sorted({pool.entry.dataset for pool in usable})
        by_dataset = np.array(
            [sum(pool.remaining for pool in usable if pool.entry.dataset == d) for d in datasets], float
        )
        dataset = datasets[_choose(by_dataset, rng)]
        inside = [pool for pool in usable if pool.entry.dataset == dataset]
        pool = inside[int(rng.integers(len(inside)))]
        yield Draw(pool.entry.category, pool.draw(episode_size, rng))
        top = sorted(names, key=lambda n: -sizes[n])[:keep]
        if name in top:
            pool.remove_drawn(episode_size)
            sizes[name] -= episode_size
        if sizes[name] < episode_size:
            names.remove(name)


def endless(
    entries: Sequence[PoolEntry],
    episode_size: int,
    rng: np.random.Generator,
    sampling: SamplingName,
    gamma: float = 0.5,
) -> Iterator[Draw]:
    """Episodes without end.

    "uniform" draws every super-category alike, "importance" by its size, "sqrt" every category by the square
    root of its size (small sets of rare things count for more: the bundled model's choice), and
    "dynamic_importance" repeats the epochs of `dynamic_importance`, which leaves out categories smaller than
    an episode; the others repeat such a category's instances.
    """
    pools = [_Pool(entry) for entry in entries if entry.size > 0]
    if not pools:
        return
    if sampling == "dynamic_importance":
        if not any(pool.entry.size >= episode_size for pool in pools):
            return
        while True:
            yield from dynamic_importance(entries, episode_size, rng, gamma)
    if sampling == "sqrt":
        weights = np.sqrt([pool.entry.size for pool in pools])
        while True:
            pool = pools[_choose(weights, rng)]
            yield Draw(pool.entry.category, pool.draw_freely(episode_size, rng))
    names = sorted({pool.entry.supercategory for pool in pools})
    members = {name: [pool for pool in pools if pool.entry.supercategory == name] for name in names}
    sizes = np.array([sum(pool.entry.size for pool in members[name]) for name in names], float)
    weights = np.ones(len(names)) if sampling == "uniform" else sizes
    while True:
        inside = members[names[_choose(weights, rng)]]
        pool = inside[_choose(np.array([p.entry.size for p in inside], float), rng)]
        yield Draw(pool.entry.category, pool.draw_freely(episode_size, rng))
