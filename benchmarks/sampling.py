"""How long and how much memory it takes to draw an epoch of MegaKPT, and to go on in the middle of a run.

    python -m benchmarks.sampling [--runs 5] [--episode 11] [--epochs 20] [--json FILE]

The counts are those of the paper's table (1,348,228 instances in 2,118 categories of 29 datasets; a dataset's
instances are shared out evenly over its categories). Times are medians with the fastest beside them; memory
is what Python and numpy allocate at most, taken in a run of its own because counting it is slow.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import time
import tracemalloc
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import numpy as np

from app.console import note, say
from trainer.data.sampling import Episodes, SamplingName
from trainer.megakpt.registry import megakpt

_SAMPLINGS: tuple[SamplingName, ...] = ("uniform", "importance", "dynamic_importance")


def main(argv: list[str] | None = None) -> int:
    """Measures and says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5, help="of which the median is taken")
    parser.add_argument("--episode", type=int, default=11, help="instances in an episode")
    parser.add_argument("--epochs", type=int, default=20, help="into a run of so many the last step resumes")
    parser.add_argument("--json", type=Path, help="write the numbers there too")
    options = parser.parse_args(argv)
    entries = megakpt().pool_entries()
    size, last = options.episode, options.epochs - 1
    instances = sum(entry.size for entry in entries)
    note(
        f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, "
        f"numpy {np.__version__}"
    )
    say(f"{instances:,} instances, {len(entries):,} categories, episodes of {size}")

    def episodes(sampling: SamplingName) -> Episodes:
        return Episodes(entries, size, 0, sampling)

    length = len(episodes("dynamic_importance").plan(0))
    far = last * length + length // 2
    steps: dict[str, Callable[[], object]] = {
        "dynamic: plan an epoch": lambda: episodes("dynamic_importance").plan(0),
        "dynamic: an epoch's episodes as arrays": lambda: episodes("dynamic_importance").chapter(0),
        f"dynamic: first episode from number {far:,} on": lambda: next(
            episodes("dynamic_importance").draws(far)
        ),
        **{
            f"{sampling}: {length:,} episodes one by one": (
                lambda sampling=sampling: sum(1 for _ in islice(episodes(sampling).draws(), length))
            )
            for sampling in _SAMPLINGS
        },
        f"importance: first episode from number {far:,} on": lambda: next(episodes("importance").draws(far)),
    }
    say(f"an epoch of dynamic importance sampling has {length:,} episodes")
    say(f"{'':58} {'median':>8} {'fastest':>8} {'memory':>9}")
    numbers = {}
    for name, step in steps.items():
        times = [_seconds(step) for _ in range(options.runs)]
        peak = _peak_bytes(step)
        numbers[name] = {"seconds": times, "peak_bytes": peak}
        say(f"{name:58} {statistics.median(times):6.2f} s {min(times):6.2f} s {peak / 1e6:6.1f} MB")
    if options.json:
        options.json.write_text(
            json.dumps({"episodes": length, "steps": numbers}, indent=1), encoding="utf-8"
        )
    return 0


def _seconds(step: Callable[[], object]) -> float:
    started = time.perf_counter()
    step()
    return time.perf_counter() - started


def _peak_bytes(step: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        step()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


if __name__ == "__main__":
    raise SystemExit(main())
