"""Confidence intervals by resampling what is independent: pictures, or videos and people of several pictures.

Episodes draw supports and queries from the same few test pictures again and again, so a thousand episodes
know no more than those pictures do, and resampling episodes would give intervals that are far too narrow.
Here the groups of pictures are resampled, each as support and as query at once: a group drawn twice counts
twice wherever it is a query, and an episode twice whose support comes from it (the pigeonhole bootstrap of
Owen, 2007; with several supports the product of their counts, which is cautious). How often a group is drawn
is Poisson distributed with mean 1, from a random state of its own name, so that measures of the same pictures
are resampled together and their differences have honest intervals too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

DRAWS = 1000
LEVEL = 0.95
FEWEST_GROUPS = 2
"""Fewer say nothing about what other pictures would give."""
_CHUNK = 1 << 20  # weights at once
_SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a measure lies with a probability of `LEVEL`; NaN where nothing can be said."""

    low: float
    high: float


def group_counts(groups: Sequence[str], draws: int = DRAWS, *, seed: int = 0) -> FloatArray:
    """(draws, G) how often each group is drawn; a group's column depends on its name and the seed alone."""
    counts = np.empty((draws, len(groups)))
    for column, group in enumerate(groups):
        digest = hashlib.sha256(f"{seed}:{group}".encode()).digest()[:8]
        counts[:, column] = np.random.default_rng(int.from_bytes(digest, "big")).poisson(1.0, draws)
    return counts


def resampled_ratios(
    numerators: FloatArray,
    denominators: FloatArray,
    query_group: NDArray[np.intp],
    support_groups: NDArray[np.intp],
    counts: FloatArray,
) -> FloatArray:
    """(draws, N) sum of numerators over sum of denominators of rows drawn by their groups.

    For a mean over episodes of their rates, a row is a query of an episode, with its right and its counted
    keypoints both divided by how many count in the whole episode. (Dividing by what was drawn of each episode
    instead would make the intervals of episodes with few queries too narrow: by an eighth for eight.)

    Args:
        numerators, denominators: (R, N), one row for each query of each episode.
        query_group: (R,) column of the row's query in `counts`.
        support_groups: (R, K) columns of its supports; K = 0 where none is used.
        counts: (draws, G) of `group_counts`.

    Returns:
        NaN for a draw that leaves nothing.
    """
    ratios = np.full((len(counts), numerators.shape[1]), np.nan)
    chunk = max(1, _CHUNK // max(1, len(query_group)))
    for first in range(0, len(counts), chunk):
        part = counts[first : first + chunk]
        weights = part[:, query_group] * part[:, support_groups].prod(axis=2)  # (b, R)
        below = weights @ denominators
        np.divide(weights @ numerators, below, out=ratios[first : first + chunk], where=below > 0)
    return ratios


def interval(draws: FloatArray, level: float = LEVEL) -> Interval:
    """The middle `level` of (draws,) resampled values.

    NaN where more than half of them are, and where none differs: pictures that were all right say that others
    will be, but not how surely.
    """
    known = draws[np.isfinite(draws)]
    if len(known) < max(2, len(draws) / 2) or np.ptp(known) < _SAME:
        return Interval(float("nan"), float("nan"))
    low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    return Interval(float(low), float(high))
