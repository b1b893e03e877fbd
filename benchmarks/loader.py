"""Views a second that the loader makes, beside those that training consumes on this machine.

Run: `python -m benchmarks.loader --data DIR [DIR ...] [--model bundled] [--threads N]`. Prints a table:

- the loader with nothing kept (every picture is decoded), and with the pictures in memory;
- the training loop on one category, whose pictures are soon in memory, and on all of them;
- the ratio of the loader to the faster of the two.

They run one after the other, so that each has the machine to itself.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import torch

from gkdt_core.inference.devices import choose_device, device_words
from gkdt_core.weights import load_model
from trainer.config import TrainConfig
from trainer.data.dataset import CategoryData, load_datasets
from trainer.data.episodes import EpisodeMaker, PictureStore, Prefetcher, free_memory
from trainer.data.sampling import Draw, endless
from trainer.loop import pool_entries, train
from trainer.run_state import Progress


def loader_rate(
    categories: list[CategoryData], config: TrainConfig, size: int, *, workers: int, episodes: int, kept: bool
) -> float:
    """Views a second of `workers` threads."""
    store = PictureStore(categories, size, config.augment, free_memory() // 3 if kept else 1)
    maker = EpisodeMaker(categories, size, config.augment, store, config.max_keypoints)

    def draws() -> Iterator[tuple[int, Draw]]:
        found = itertools.islice(
            endless(pool_entries(categories), config.views, config.seed, config.sampling), episodes
        )
        return iter(list(enumerate(found)))

    def seconds() -> float:
        prefetcher = Prefetcher(maker, draws(), config.seed, ahead=6, workers=workers)
        start = time.perf_counter()
        for _ in prefetcher:
            pass
        taken = time.perf_counter() - start
        prefetcher.close()
        return taken

    if kept:
        seconds()  # the pictures come into memory
    return episodes * config.views / seconds()


def training_rate(
    model: str, categories: list[CategoryData], config: TrainConfig, device: torch.device
) -> float:
    """Views a second of the whole loop, without its first reports: pictures come into memory there."""
    reports: list[tuple[int, float]] = []

    def heard(progress: Progress) -> None:
        if progress.event == "step":
            reports.append((progress.values["step"], time.perf_counter()))

    train(
        load_model(model, device=device).model,
        categories,
        config,
        save=lambda trained: None,
        report=heard,
    )
    rates = [
        (later[0] - earlier[0]) * config.episodes_per_step * config.views / (later[1] - earlier[1])
        for earlier, later in itertools.pairwise(reports[1:])
    ]
    return statistics.median(rates)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    add = parser.add_argument
    add("--data", type=Path, nargs="+", required=True, help="folders with images/ and annotations/train.json")
    add("--model", default="bundled")
    add("--device", default="auto")
    add("--threads", type=int, default=0, help="torch's; 0: its choice")
    add("--workers", type=int, default=0, help="loader threads; 0: one for each core, at most 8")
    add("--batch", type=int, default=2, help="episodes in a step")
    add("--views", type=int, default=6)
    add("--episodes", type=int, default=60, help="for the loader")
    add("--steps", type=int, default=8, help="of each training")
    add("--json", type=Path, help="write the numbers to this file")
    options = parser.parse_args()
    if options.threads:
        torch.set_num_threads(options.threads)
    device = choose_device(options.device)
    categories = load_datasets(options.data, "train")
    size = load_model(options.model).model.config.input_size
    workers = options.workers or max(1, min(len(os.sched_getaffinity(0)), 8))
    found: dict[str, float] = {}

    def told(name: str, rate: float) -> None:
        found[name] = rate
        sys.stdout.write(f"{name:26}{rate:9.1f} views/s\n")
        sys.stdout.flush()

    sys.stdout.write(f"{options.model} on {device_words(device)}, {size} px, {workers} loader thread(s)\n")
    with tempfile.TemporaryDirectory() as folder:
        config = TrainConfig(
            data=tuple(options.data),
            out=Path(folder),
            steps=options.steps,
            episodes_per_step=options.batch,
            views=options.views,
            report_every=2,
            checkpoint_minutes=1000,
            workers=workers,
            threads=options.threads,
        )
        for name, kept in (("decoding", False), ("from memory", True)):
            rate = loader_rate(
                categories, config, size, workers=workers, episodes=options.episodes, kept=kept
            )
            told(f"loader, {name}", rate)
        # the same pictures over and over: the loop waits for none, so that it is the step alone
        few = [data for data in categories if len(data.samples) >= options.views][:1]
        told("training, few pictures", training_rate(options.model, few, config, device))
        told("training, all pictures", training_rate(options.model, categories, config, device))
    consumed = max(found["training, few pictures"], found["training, all pictures"])
    for name in ("decoding", "from memory"):
        sys.stdout.write(
            f"loader, {name}: {found[f'loader, {name}'] / consumed:.1f} x what training consumes\n"
        )
    if options.json is not None:
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
