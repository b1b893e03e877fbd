"""The simulation behind the paper's Fig. 7."""

from __future__ import annotations

import numpy as np
import pytest

from trainer.data.sampling import PoolEntry
from trainer.megakpt.registry import megakpt
from trainer.megakpt.simulate import PROGRESS, Simulation, simulate


def _probabilities(found: Simulation, progress: float) -> dict[str, float]:
    return {s.supercategory: s.probability for s in found.shares if s.progress == progress}


def test_dynamic_sampling_of_megakpt_starts_by_size_and_ends_nearly_uniform() -> None:
    found = simulate(megakpt().pool_entries(), "dynamic_importance")
    start, end = _probabilities(found, 0.0), _probabilities(found, 0.98)
    assert start["clothes"] == pytest.approx(491_000 / 1_348_228, abs=1e-4)
    assert start["medical"] < 0.002
    assert max(end.values()) < 0.11
    assert min(end.values()) > 0.07
    spreads = [np.std(list(_probabilities(found, progress).values())) for progress in PROGRESS]
    assert spreads == sorted(spreads, reverse=True)


@pytest.mark.parametrize("sampling", ["dynamic_importance", "importance", "uniform"])
def test_what_is_drawn_follows_the_probabilities(sampling: str) -> None:
    found = simulate(megakpt().pool_entries(), sampling)  # type: ignore[arg-type]
    for share in found.shares:
        # a window of 2 % has more than 1,200 draws: four standard errors of a share are at most 0.06
        assert share.drawn == pytest.approx(share.probability, abs=0.06)
    for progress in PROGRESS:
        assert sum(_probabilities(found, progress).values()) == pytest.approx(1)


def test_the_baselines_never_change() -> None:
    entries = [PoolEntry("a", "a", 0, 300), PoolEntry("b", "b", 1, 100)]
    assert _probabilities(simulate(entries, "uniform"), 0.98) == {"a": 0.5, "b": 0.5}
    assert _probabilities(simulate(entries, "importance"), 0.98) == {"a": 0.75, "b": 0.25}
    assert simulate(entries, "importance", episode_size=10).episodes == 40


def test_the_same_seed_gives_the_same_epoch() -> None:
    entries = megakpt().pool_entries()[-60:]
    assert simulate(entries, "dynamic_importance", seed=3) == simulate(entries, "dynamic_importance", seed=3)
    assert simulate(entries, "dynamic_importance", seed=3) != simulate(entries, "dynamic_importance", seed=4)
