"""Which episodes the samplers draw."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import numpy as np
import pytest

from trainer.data.sampling import PoolEntry, dynamic_importance, endless

_ENTRIES = [
    PoolEntry("face", "faces", 0, 600),
    PoolEntry("pose", "dogs", 1, 200),
    PoolEntry("pose", "cats", 2, 100),
    PoolEntry("wing", "wings", 3, 50),
]


def test_a_draw_has_distinct_instances_of_one_category() -> None:
    for draw in islice(endless(_ENTRIES, 6, np.random.default_rng(0), "sqrt"), 200):
        assert len(set(draw.instances)) == 6
        assert max(draw.instances) < _ENTRIES[draw.category].size


def test_dynamic_importance_sampling_ends_and_never_repeats_an_instance_of_the_largest_pools() -> None:
    entries = [PoolEntry("large", "a", 0, 400), PoolEntry("small", "b", 1, 10)]
    draws = list(dynamic_importance(entries, 5, np.random.default_rng(1)))
    seen = Counter(i for draw in draws if draw.category == 0 for i in draw.instances)
    # The large pool is among the top half until it has shrunk to the small one's size; from then on the
    # lesser of the two keeps its instances.
    assert len(draws) >= 400 // 5
    assert sum(1 for count in seen.values() if count > 1) <= 15


def test_dynamic_importance_sampling_balances_late_in_the_epoch() -> None:
    entries = [PoolEntry("large", "a", 0, 2000), PoolEntry("small", "b", 1, 100)]
    draws = [draw.category for draw in dynamic_importance(entries, 5, np.random.default_rng(2))]
    early, late = draws[: len(draws) // 4], draws[-len(draws) // 10 :]
    assert early.count(1) / len(early) < 0.15
    assert late.count(1) / len(late) > 0.3


@pytest.mark.parametrize(
    ("sampling", "expected"),
    [
        ("uniform", {0: 1 / 3, 1: 2 / 9, 2: 1 / 9, 3: 1 / 3}),
        ("importance", {0: 600 / 950, 1: 200 / 950, 2: 100 / 950, 3: 50 / 950}),
    ],
)
def test_shares_of_the_baseline_samplers(sampling: str, expected: dict[int, float]) -> None:
    draws = islice(endless(_ENTRIES, 5, np.random.default_rng(3), sampling), 6000)  # type: ignore[arg-type]
    counts = Counter(draw.category for draw in draws)
    for category, share in expected.items():
        assert counts[category] / 6000 == pytest.approx(share, abs=0.03)


def test_square_root_sampling_draws_small_categories_more_often_than_their_share() -> None:
    draws = islice(endless(_ENTRIES, 5, np.random.default_rng(4), "sqrt"), 4000)
    counts = Counter(draw.category for draw in draws)
    total = sum(np.sqrt([entry.size for entry in _ENTRIES]))
    for entry in _ENTRIES:
        assert counts[entry.category] / 4000 == pytest.approx(np.sqrt(entry.size) / total, abs=0.03)


def test_a_category_smaller_than_an_episode_repeats_its_instances() -> None:
    draw = next(endless([PoolEntry("x", "x", 0, 3)], 6, np.random.default_rng(0), "sqrt"))
    assert Counter(draw.instances) == {0: 2, 1: 2, 2: 2}


def test_the_same_seed_draws_the_same_episodes() -> None:
    def first(seed: int) -> list[tuple[int, tuple[int, ...]]]:
        draws = endless(_ENTRIES, 5, np.random.default_rng(seed), "dynamic_importance")
        return [(draw.category, draw.instances) for draw in islice(draws, 50)]

    assert first(7) == first(7)
    assert first(7) != first(8)
