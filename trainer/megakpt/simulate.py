"""How episodes are spread over the super-categories in the course of an epoch (the paper's Fig. 7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from trainer.data.sampling import CHAPTER, Episodes, Plan, PoolEntry, SamplingName, pool_probabilities

PROGRESS = (0.0, 0.5, 0.9, 0.98)
"""Shares of an epoch at which the paper's figure looks."""

_WINDOW = 0.01
"""On either side of a progress, the share of the epoch whose draws are counted."""


@dataclass(frozen=True, slots=True)
class Share:
    """One super-category at one moment of an epoch.

    Attributes:
        progress: Share of the epoch's episodes that have been drawn.
        episode: How many that is.
        supercategory: Its name.
        remaining: Instances left to draw from.
        probability: With which the next episode is of it.
        drawn: Its share of the episodes drawn about this moment.
    """

    progress: float
    episode: int
    supercategory: str
    remaining: int
    probability: float
    drawn: float


@dataclass(frozen=True, slots=True)
class Simulation:
    """One epoch: its length and the shares, by progress and then super-category."""

    sampling: SamplingName
    episodes: int
    shares: tuple[Share, ...]


def simulate(
    entries: Sequence[PoolEntry],
    sampling: SamplingName,
    *,
    episode_size: int = 11,
    gamma: float = 0.5,
    seed: int = 0,
    progress: Sequence[float] = PROGRESS,
) -> Simulation:
    """Draws one epoch and looks at it; the super-categories are in the order of `entries`.

    The samplers that put everything back know no epochs: theirs has as many episodes as there are whole ones
    among all instances.
    """
    names = tuple(dict.fromkeys(entry.supercategory for entry in entries))
    of = np.array([names.index(entry.supercategory) for entry in entries])
    episodes = Episodes(entries, episode_size, seed, sampling, gamma)
    plan = episodes.plan(0)
    dynamic = sampling == "dynamic_importance"
    if not dynamic:
        plan = _lengthened(episodes, max(1, sum(entry.size for entry in entries) // episode_size))
    count = len(plan)
    chances = np.bincount(of, pool_probabilities(entries, sampling), len(names))
    shares = []
    for moment in progress:
        number = min(int(moment * count), count - 1)
        sizes = np.array([entry.size for entry in entries])
        remaining = plan.remaining(entries, episode_size, number) if dynamic else sizes
        left = np.bincount(of, remaining, len(names))
        probability = left / left.sum() if dynamic else chances
        reach = max(1, round(_WINDOW * count))
        window = of[plan.pools[max(0, number - reach) : number + reach]]
        drawn = np.bincount(window, minlength=len(names)) / len(window)
        shares += [
            Share(moment, number, name, int(left[i]), float(probability[i]), float(drawn[i]))
            for i, name in enumerate(names)
        ]
    return Simulation(sampling, count, tuple(shares))


def _lengthened(episodes: Episodes, count: int) -> Plan:
    """The first `count` episodes as one plan."""
    plans = [episodes.plan(number) for number in range(-(-count // CHAPTER))]
    pools, taken, removed = (
        np.concatenate([getattr(plan, part) for plan in plans])[:count]
        for part in ("pools", "taken", "removed")
    )
    return Plan(pools, taken, removed)
