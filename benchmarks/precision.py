"""What decoding below the cell, second looks and several supports bring, and whether scores can be believed.

    python -m benchmarks.precision [--data DIR] [--sets NAME ...] [--tables decode flip shots scores refine]
        [--episodes 20] [--split test] [--model bundled] [--threads N] [--json FILE]

Prints one table for each: PCK of the winning cell and of the fit below it; a second look in a mirror, with
how many points are taken for their left-right partners; 1, 2 and 5 supports; scores against points that are
right; closer looks at tight crops, in px and in percent of the longer side of the object's box. DIR holds
folders with `images/` and `annotations/SPLIT.json`. The same draws of supports and queries serve every
column; each instance is encoded once.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from gkdt_core.inference.decode import Decode
from gkdt_core.inference.devices import choose_device
from gkdt_core.inference.engine import Engine
from gkdt_core.inference.looks import Looks, closer_prompt
from gkdt_core.weights import load_model
from tests.shared_data import SHARED
from trainer.data.dataset import CategoryData, load_datasets
from trainer.evaluation.answers import Answers, answers, shot_of
from trainer.evaluation.encoding import EncodedCategory, encode_category
from trainer.evaluation.matchers import GkdtMatcher
from trainer.evaluation.measures import (
    CONFUSED,
    THRESHOLDS,
    Measures,
    Results,
    ScoreCollection,
    mean_over_sets,
    measures_of,
)
from trainer.evaluation.settings import EvaluationConfig

TABLES = ("decode", "flip", "shots", "scores", "refine")
PROMPTS = ("visual", "text", "both")
SHOTS = (1, 2, 5)
_COUNTED_SHOTS = 5


def main() -> None:
    """Measures and prints."""
    args = _arguments()
    if args.threads:
        torch.set_num_threads(args.threads)
    roots = [args.data / name for name in args.sets] if args.sets else sorted(args.data.glob("*/"))
    categories = load_datasets([root for root in roots if (root / "annotations").is_dir()], args.split)
    bench = Bench(args.model, args.device, args.episodes, args.tables)
    started = time.monotonic()
    for data in categories:
        bench.take(data)
        sys.stderr.write(f"{data.key}: {time.monotonic() - started:.0f} s\n")
        if args.json is not None:  # what is done is kept, whatever becomes of the rest
            args.json.write_text(json.dumps(bench.results(), indent=1) + "\n", encoding="utf-8")
    for line in bench.lines():
        sys.stdout.write(line + "\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=SHARED / "data" / "keypoints")
    parser.add_argument("--sets", nargs="+", default=[], help="folders in --data (default: all)")
    parser.add_argument("--split", default="test")
    parser.add_argument("--tables", nargs="+", choices=TABLES, default=list(TABLES))
    parser.add_argument("--episodes", type=int, default=20)
    parser.add_argument("--model", default="bundled")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


class Bench:
    """Takes category after category; knows the tables at any time."""

    def __init__(self, model: str, device: str, episodes: int, tables: Sequence[str]) -> None:
        self._device = choose_device(device)
        loaded = load_model(model, device=self._device)
        self._engine = Engine(loaded, device=self._device, precision="fp32")
        self._matcher = GkdtMatcher(loaded.model.eval(), self._engine, loaded.informed())
        self._loaded = loaded
        self._tables = set(tables)
        plain = EvaluationConfig(episodes=episodes)
        self._configs = {
            "argmax": (replace(plain, decode=Decode.ARGMAX), "decode"),
            "subpixel": (plain, "decode flip scores shots refine"),
            "flip": (replace(plain, looks=Looks(flip=True)), "flip scores"),
            **{f"{count} shots": (replace(plain, shots=count), "shots") for count in SHOTS[1:]},
            "refine": (replace(plain, looks=Looks(refine=True)), "refine"),
        }
        self._measures: dict[str, Results] = defaultdict(dict)
        self._scores = {name: self._score_collection() for name in self._configs}
        self._distances: dict[str, dict[str, dict[str, Measures]]] = defaultdict(lambda: defaultdict(dict))
        self._cost: dict[str, float] = {}

    def take(self, data: CategoryData) -> None:
        """Measures one category in every way asked for."""
        encoded = encode_category(
            self._matcher, data, self._configs["subpixel"][0].box_scale, self._device, mirrored=True
        )
        zoomed = self._crops(data) if "refine" in self._tables else 0.0
        for name, (config, tables) in self._configs.items():
            if not self._tables & set(tables.split()) or len(data.samples) < config.shots + 1:
                continue
            for prompt in PROMPTS:
                if prompt == "text" and tables in ("shots", "refine"):
                    continue  # words need no support and know no closer look
                self._measure(name, data, encoded, prompt, config)
        self._cost[data.key] = 1.0 + zoomed

    def _measure(
        self, name: str, data: CategoryData, encoded: EncodedCategory, prompt: str, config: EvaluationConfig
    ) -> None:
        found = list(answers(self._matcher, encoded, prompt, config, self._device))
        by_category = self._measures[name].setdefault(data.dataset, {})
        by_category.setdefault(data.category.name, {})[prompt] = measures_of(found, data.category.pairs)
        scores = self._score_collection()
        scores.add(prompt, found)
        error = scores.results()["error"] if found else float("nan")
        self._distances[name][data.key][prompt] = {**distances(found), "score_error": error}
        self._scores[name].add(prompt, found)

    def _score_collection(self) -> ScoreCollection:
        return ScoreCollection(self._loaded.calibration, self._loaded.calibration_by_prompt)

    def _crops(self, data: CategoryData) -> float:
        """The mean number of crops of a closer look; 0 where the pictures have nothing closer to show."""
        counts = []
        for sample in data.samples[:_COUNTED_SHOTS]:
            shot = shot_of(sample, self._configs["subpixel"][0].box_scale)
            prompt = self._engine.encode_prompt(names=data.category.keypoints, texts=(), supports=[shot])
            counts.append(len(closer_prompt(self._engine, prompt, [shot]).parts))
        return float(np.mean(counts))

    def results(self) -> dict[str, Any]:
        """Everything measured, for JSON."""
        return {
            "measures": self._measures,
            "distances": self._distances,
            "encodings": self._cost,
            "scores": {name: scores.results() for name, scores in self._scores.items() if scores.found},
        }

    def lines(self) -> list[str]:
        """The tables, as Markdown."""
        lines: list[str] = []
        if "decode" in self._tables:
            lines += ["", "Decoding: mean over the sets, PCK in percent", ""]
            lines += self._means(("argmax", "subpixel"), PROMPTS)
        if "flip" in self._tables:
            lines += [
                "",
                "A second look in a mirror: mean over the sets, PCK and points exchanged in percent",
                "",
            ]
            lines += self._means(("subpixel", "flip"), PROMPTS)
        if "shots" in self._tables:
            lines += ["", "Supports: mean over the sets, PCK in percent", ""]
            lines += self._means(("subpixel", *(f"{count} shots" for count in SHOTS[1:])), ("visual", "both"))
            lines += ["", "Supports: PCK@0.1 of each set", "", *self._shots_of_sets()]
        if "scores" in self._tables:
            for name in ("subpixel", "flip"):
                lines += [
                    "",
                    f"Scores against points right at PCK@0.05: {name}",
                    "",
                    *self._reliability(name),
                ]
        if "refine" in self._tables:
            lines += ["", "Closer looks (encodings: the first one and the tight crops)", ""]
            lines += self._closer()
        return lines

    def _means(self, names: Sequence[str], prompts: Sequence[str]) -> list[str]:
        keys = [f"pck@{t:g}" for t in THRESHOLDS]
        rows = ["| prompt | | " + " | ".join((*(key.upper() for key in keys), "exchanged")) + " |"]
        rows.append("| --- | --- |" + " ---: |" * (len(keys) + 1))
        # every way is measured on the same categories: with five supports small ones have no queries left
        for prompt in prompts:
            for name in names:
                means = mean_over_sets(self._common(names, name, prompt), prompt)
                cells = [f"{means[key]:.1f}" if key in means else "-" for key in (*keys, CONFUSED)]
                rows.append(f"| {prompt} | {name} | " + " | ".join(cells) + " |")
        return rows

    def _common(self, names: Sequence[str], name: str, prompt: str) -> Results:
        """The measures of `name` for the categories that all of `names` have."""
        kept: Results = {}
        for dataset, by_category in self._measures[name].items():
            for category, measures in by_category.items():
                there = (self._measures[n].get(dataset, {}).get(category, {}) for n in names)
                if all(prompt in one for one in there):
                    kept.setdefault(dataset, {})[category] = measures
        return kept

    def _shots_of_sets(self) -> list[str]:
        names = ("subpixel", *(f"{count} shots" for count in SHOTS[1:]))
        columns = [(prompt, name) for prompt in ("visual", "both") for name in names]
        rows = ["| set | " + " | ".join(f"{prompt}, {name}" for prompt, name in columns) + " |"]
        rows.append("| --- |" + " ---: |" * len(columns))
        for dataset in self._measures["subpixel"]:
            cells = []
            for prompt, name in columns:
                here = {k: v for k, v in self._common(names, name, prompt).items() if k == dataset}
                cells.append(f"{mean_over_sets(here, prompt)['pck@0.1']:.1f}" if here else "-")
            rows.append(f"| {dataset} | " + " | ".join(cells) + " |")
        return rows

    def _reliability(self, name: str) -> list[str]:
        found = self._scores[name].results()
        rows = ["| score | count | mean score | right |", "| --- | ---: | ---: | ---: |"]
        for row in found["bins"]:
            if row["count"]:
                bounds = f"{row['low']:.1f} - {row['high']:.1f}"
                rows.append(f"| {bounds} | {row['count']} | {row['score']:.3f} | {row['right']:.3f} |")
        by_prompt = ", ".join(f"{prompt} {part['error']:.3f}" for prompt, part in found["by_prompt"].items())
        return [*rows, "", f"Expected calibration error {found['error']:.3f} ({by_prompt})."]

    def _closer(self) -> list[str]:
        rows = [
            "| set | prompt | | mean px | median px | mean % | PCK@0.02 | PCK@0.05 | ECE | encodings |",
            "| --- | --- | --- |" + " ---: |" * 7,
        ]
        for key, by_prompt in self._distances["refine"].items():
            dataset, category = key.rsplit("/", 1)
            for prompt in by_prompt:
                for name in ("subpixel", "refine"):
                    found = self._distances[name][key][prompt]
                    pck = self._measures[name][dataset][category][prompt]
                    cost = self._cost[key] if name == "refine" else 1.0
                    rows.append(
                        f"| {key} | {prompt} | {name} | {found['mean_px']:.2f} | {found['median_px']:.2f} | "
                        f"{found['mean_percent']:.2f} | {pck['pck@0.02']:.1f} | {pck['pck@0.05']:.1f} | "
                        f"{found['score_error']:.3f} | {cost:.1f} |"
                    )
        return rows


def distances(episodes: Sequence[Answers]) -> Measures:
    """Errors of the counted points: in image px, and in percent of the longer side of their object's box."""
    if not episodes:
        return dict.fromkeys(("mean_px", "median_px", "mean_percent"), float("nan"))
    apart, share = [], []
    for found in episodes:
        distance = np.linalg.norm(found.predicted - found.truth, axis=-1)
        apart.append(distance[found.counted])
        share.append((100 * distance / found.longer[:, None])[found.counted])
    px = np.concatenate(apart)
    return {
        "mean_px": float(px.mean()),
        "median_px": float(np.median(px)),
        "mean_percent": float(np.concatenate(share).mean()),
    }


if __name__ == "__main__":
    main()
