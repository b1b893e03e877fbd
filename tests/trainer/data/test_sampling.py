"""Which episodes the samplers draw."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gkdt_core.errors import TrainingError
from trainer.data.sampling import (
    CHAPTER,
    Draw,
    Episodes,
    Plan,
    PoolEntry,
    SamplingName,
    endless,
    plan_epoch,
    pool_probabilities,
)

_ENTRIES = [
    PoolEntry("face", "faces", 0, 600),
    PoolEntry("pose", "dogs", 1, 200),
    PoolEntry("pose", "cats", 2, 100),
    PoolEntry("wing", "wings", 3, 50),
]
_ALL: tuple[SamplingName, ...] = ("uniform", "importance", "sqrt", "dynamic_importance")


def _first(count: int, seed: int, sampling: SamplingName, size: int = 5, first: int = 0) -> list[Draw]:
    return list(islice(endless(_ENTRIES, size, seed, sampling, first=first), count))


@st.composite
def _pools(draw: st.DrawFn) -> list[PoolEntry]:
    """Up to 4 super-categories with up to 3 datasets of up to 4 categories each."""
    sizes = draw(
        st.lists(
            st.lists(st.lists(st.integers(0, 60), min_size=1, max_size=4), min_size=1, max_size=3),
            min_size=1,
            max_size=4,
        )
    )
    entries: list[PoolEntry] = []
    for s, datasets in enumerate(sizes):
        for d, pools in enumerate(datasets):
            for size in pools:
                entries.append(PoolEntry(f"super {s}", f"set {s}.{d}", len(entries), size))
    return entries


def _replayed(entries: list[PoolEntry], size: int, gamma: float, plan: Plan) -> None:
    """Asserts that every episode of a plan is one that Algorithm 1 allows, keeping its own books."""
    left = {i: entry.size for i, entry in enumerate(entries) if entry.size >= size}
    top = max(1, int(gamma * len({entries[i].supercategory for i in left})))
    for pool, taken, removed in zip(plan.pools, plan.taken, plan.removed, strict=True):
        assert pool in left, "drawn from a pool that was dropped"
        assert taken == entries[pool].size - left[pool]
        sizes: Counter[str] = Counter()
        for index, count in left.items():
            sizes[entries[index].supercategory] += count
        name = entries[pool].supercategory
        larger = sum(1 for other, count in sizes.items() if count > sizes[name])
        at_least = sum(1 for other, count in sizes.items() if other != name and count >= sizes[name])
        if larger >= top:
            assert not removed, "a small super-category lost instances"
        if at_least < top:
            assert removed, "a large super-category kept its instances"
        if removed:
            left[pool] -= size
            if left[pool] < size:
                del left[pool]
    assert not left, "the epoch ended before everything was drawn"


@given(_pools(), st.integers(1, 9), st.sampled_from([0.1, 0.5, 0.75, 1.0]), st.integers(0, 1000))
@settings(max_examples=120, deadline=None)
def test_every_episode_of_an_epoch_is_one_that_algorithm_1_allows(
    entries: list[PoolEntry], size: int, gamma: float, seed: int
) -> None:
    _replayed(entries, size, gamma, plan_epoch(entries, size, np.random.default_rng(seed), gamma))


@given(_pools(), st.integers(1, 9), st.integers(0, 1000))
@settings(max_examples=60, deadline=None)
def test_no_instance_is_drawn_again_after_it_left_its_pool(
    entries: list[PoolEntry], size: int, seed: int
) -> None:
    episodes = Episodes(entries, size, seed, "dynamic_importance")
    plan, chapter = episodes.plan(0), episodes.chapter(0)
    gone: dict[int, set[int]] = {}
    for pool, removed, instances in zip(plan.pools, plan.removed, chapter.instances.tolist(), strict=True):
        assert len(set(instances)) == size
        assert all(0 <= i < entries[pool].size for i in instances)
        assert not gone.setdefault(int(pool), set()) & set(instances)
        if removed:
            gone[int(pool)] |= set(instances)
    for index, entry in enumerate(entries):
        # every whole episode has been drawn for good, and only the rest of the division stays
        assert len(gone.get(index, ())) == entry.size // size * size


def test_what_remains_of_a_plan_is_what_algorithm_1_leaves() -> None:
    plan = plan_epoch(_ENTRIES, 5, np.random.default_rng(0))
    assert plan.remaining(_ENTRIES, 5, 0).tolist() == [600, 200, 100, 50]
    assert plan.remaining(_ENTRIES, 5, len(plan)).tolist() == [0, 0, 0, 0]
    halfway = plan.remaining(_ENTRIES, 5, len(plan) // 2)
    assert 0 < halfway.sum() < 950


def test_super_categories_are_drawn_in_proportion_to_what_is_left_of_them() -> None:
    entries = [PoolEntry("a", "a", 0, 60_000), PoolEntry("b", "b", 1, 30_000), PoolEntry("c", "c", 2, 10_000)]
    plan = plan_epoch(entries, 10, np.random.default_rng(5))
    for progress in (0.0, 0.4, 0.8):
        start = int(progress * len(plan))
        window = slice(start, start + 800)
        left = plan.remaining(entries, 10, start + 400)  # the middle of the window
        shares = np.bincount(plan.pools[window], minlength=3) / 800
        assert shares == pytest.approx(left / left.sum(), abs=0.05)


def test_dynamic_importance_sampling_balances_late_in_the_epoch() -> None:
    entries = [PoolEntry("large", "a", 0, 2000), PoolEntry("small", "b", 1, 100)]
    plan = plan_epoch(entries, 5, np.random.default_rng(2))
    early, late = plan.pools[: len(plan) // 4], plan.pools[-len(plan) // 10 :]
    assert (early == 1).mean() < 0.15
    assert (late == 1).mean() > 0.3


def test_only_the_larger_half_of_the_super_categories_loses_instances() -> None:
    entries = [PoolEntry(str(size), str(size), i, size) for i, size in enumerate((900, 800, 90, 80))]
    plan = plan_epoch(entries, 10, np.random.default_rng(3))
    first = slice(0, 80)  # at most 800 instances, so the order of sizes stays
    assert plan.removed[first][plan.pools[first] < 2].all()
    assert not plan.removed[first][plan.pools[first] >= 2].any()


def test_datasets_are_drawn_by_their_size_and_their_categories_alike() -> None:
    entries = [PoolEntry("pose", "big", 0, 27_000), PoolEntry("pose", "big", 1, 3_000)]
    entries += [PoolEntry("pose", "small", 2, 10_000)]
    for sampling in ("importance", "uniform", "dynamic_importance"):
        draws = islice(endless(entries, 2, 0, sampling), 2000)  # type: ignore[arg-type]
        counts = Counter(draw.category for draw in draws)
        assert counts[0] / 2000 == pytest.approx(0.375, abs=0.04)
        assert counts[1] / 2000 == pytest.approx(0.375, abs=0.04)


@pytest.mark.parametrize(
    ("sampling", "expected"),
    [
        ("uniform", {0: 1 / 3, 1: 2 / 9, 2: 1 / 9, 3: 1 / 3}),
        ("importance", {0: 600 / 950, 1: 200 / 950, 2: 100 / 950, 3: 50 / 950}),
    ],
)
def test_shares_of_the_baseline_samplers(sampling: SamplingName, expected: dict[int, float]) -> None:
    counts = Counter(draw.category for draw in _first(6000, 3, sampling))
    for category, share in expected.items():
        assert counts[category] / 6000 == pytest.approx(share, abs=0.03)
        assert pool_probabilities(_ENTRIES, sampling)[category] == pytest.approx(share)


def test_square_root_sampling_draws_small_categories_more_often_than_their_share() -> None:
    counts = Counter(draw.category for draw in _first(4000, 4, "sqrt"))
    total = sum(np.sqrt([entry.size for entry in _ENTRIES]))
    for entry in _ENTRIES:
        assert counts[entry.category] / 4000 == pytest.approx(np.sqrt(entry.size) / total, abs=0.03)


@pytest.mark.parametrize("sampling", _ALL)
def test_a_draw_has_distinct_instances_of_one_category(sampling: SamplingName) -> None:
    for draw in _first(200, 0, sampling, size=6):
        assert len(set(draw.instances)) == 6
        assert 0 <= min(draw.instances) <= max(draw.instances) < _ENTRIES[draw.category].size


@pytest.mark.parametrize("size", [40, 4000])
def test_all_instances_of_a_category_are_drawn_alike(size: int) -> None:
    """A small pool is shuffled anew for every episode, a large one drawn by rejection: both are uniform."""
    entries = [PoolEntry("x", "x", 0, size)]
    episodes = 5000
    counts = np.zeros(size)
    positions = np.zeros(8)
    for draw in islice(endless(entries, 8, 1, "importance"), episodes):
        counts[list(draw.instances)] += 1
        positions += np.array(draw.instances) < size // 2
    expected = episodes * 8 / size
    # a sum of squares of standard scores: near `size`, with a spread of sqrt(2 * size)
    chi_square = ((counts - expected) ** 2 / expected).sum() / (1 - 8 / size)
    assert abs(chi_square - size) < 5 * np.sqrt(2 * size)
    assert positions / episodes == pytest.approx(np.full(8, 0.5), abs=0.04)


def test_a_category_smaller_than_an_episode_repeats_its_instances() -> None:
    draw = next(endless([PoolEntry("x", "x", 0, 3)], 6, 0, "sqrt"))
    assert Counter(draw.instances) == {0: 2, 1: 2, 2: 2}


def test_dynamic_importance_sampling_leaves_out_what_is_smaller_than_an_episode() -> None:
    entries = [PoolEntry("x", "x", 0, 3), PoolEntry("x", "x", 1, 30)]
    assert {draw.category for draw in islice(endless(entries, 6, 0, "dynamic_importance"), 40)} == {1}
    assert list(endless(entries[:1], 6, 0, "dynamic_importance")) == []
    assert list(endless([], 6, 0, "importance")) == []


@pytest.mark.parametrize("sampling", _ALL)
def test_the_same_seed_draws_the_same_episodes_and_another_one_others(sampling: SamplingName) -> None:
    assert _first(50, 7, sampling) == _first(50, 7, sampling)
    assert _first(50, 7, sampling) != _first(50, 8, sampling)


@pytest.mark.parametrize("sampling", _ALL)
@pytest.mark.parametrize("first", [1, 199, 700, CHAPTER - 3, CHAPTER + 5])
def test_a_run_that_begins_later_draws_what_the_unbroken_one_does(sampling: SamplingName, first: int) -> None:
    unbroken = _first(first + 12, 11, sampling)
    assert _first(12, 11, sampling, first=first) == unbroken[first:]


def test_epochs_differ_from_each_other() -> None:
    episodes = Episodes(_ENTRIES, 5, 0, "dynamic_importance")
    assert episodes.plan(0).pools.tolist() != episodes.plan(1).pools.tolist()


@pytest.mark.parametrize(("size", "gamma"), [(0, 0.5), (5, 0.0), (5, 1.5)])
def test_settings_that_mean_nothing_are_refused(size: int, gamma: float) -> None:
    with pytest.raises(TrainingError):
        Episodes(_ENTRIES, size, 0, "dynamic_importance", gamma)
