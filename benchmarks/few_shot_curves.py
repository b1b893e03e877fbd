"""How much fine-tuning on few labelled images brings, for someone who sets nothing.

    python -m benchmarks.few_shot_curves --out DIR [--model MODEL] [--budget-minutes 10] [--threads 1]
    python -m benchmarks.few_shot_curves --out DIR --table       # the finished runs as Markdown

For each set and each number of images: that many images of the train split, then `gkdt train` with data,
model and a time budget and nothing else (it chooses the rest, as for anybody), then the test split before and
after: one-shot episodes prompted by an example, by the names, and by both; PCK@0.1 and the mean error in
percent of the longer side of the object's box. Where two people marked the test images (the cephalograms),
their own mean distance stands beside it.

The images are the first ones of the train split in an order in which a seed has shuffled its groups (videos,
people; single pictures where there are no groups), so that 5 images are among the 10, and images of one video
come together, as they do when someone begins to label. Sets with fewer train images than asked for give all
they have. Give a model that never saw a set's category for an honest curve of a new one.

Every finished measurement is a JSON in DIR/runs and is not done again. At the end DIR/few_shot.json, .csv and
.svg have everything. With one thread on an idle core minutes of the clock are minutes of the processor.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from benchmarks.few_shot_plot import Line, Panel, draw_lines
from gkdt_core.formats.coco import CocoDataset, CocoImage, read_coco, write_coco
from tests.shared_data import SHARED
from trainer.data.dataset import GROUP_FIELDS

ROOT = Path(__file__).resolve().parents[1]
SETS = ("bee_apic", "cephalogram_hamedan", "car_windscreen_lamps", "hand")
COUNTS = (5, 10, 25, 50, 100)
PROMPTS = ("visual", "text", "both")
SCRATCH = ("work", "models")
"""Folders in --out that are deleted after each run."""


@dataclass(frozen=True, slots=True)
class Result:
    """One prompt on one set's test split.

    Attributes:
        set: Name of the set.
        images: Labelled images learned from; 0 for the model as it was.
        asked: How many were asked for.
        prompt: Kind of prompt.
        pck: PCK@0.1, percent.
        strict: PCK@0.05, percent.
        error: Mean error, percent of the longer side of the object's box.
        observers: Mean distance between two people who marked the same images, likewise; None without them.
        minutes: Of the clock, for the training.
        cpu_minutes: Of the processor, for the training and its loading.
        steps: Optimizer steps done.
        tune: What was tuned.
    """

    set: str
    images: int
    asked: int
    prompt: str
    pck: float
    strict: float
    error: float
    observers: float | None
    minutes: float = 0.0
    cpu_minutes: float = 0.0
    steps: int = 0
    tune: str = ""

    @property
    def ratio(self) -> float | None:
        """The error beside the observers' own distance."""
        return self.error / self.observers if self.observers else None


def pick(dataset: CocoDataset, count: int, seed: int) -> CocoDataset:
    """The part with the first `count` labelled images, in the order of shuffled groups."""
    labelled = {a.image_id for a in dataset.annotations if a.instance.labeled.any()}
    of_group: dict[str, list[CocoImage]] = {}
    for image in dataset.images:
        if image.id in labelled:
            of_group.setdefault(_group(image), []).append(image)
    groups = sorted(of_group)
    random.Random(seed).shuffle(groups)
    chosen = [image for group in groups for image in of_group[group]][:count]
    ids = {image.id for image in chosen}
    return replace(
        dataset,
        images=tuple(chosen),
        annotations=tuple(a for a in dataset.annotations if a.image_id in ids),
        other_annotations=(),
    )


def _group(image: CocoImage) -> str:
    found = (f"{name}={image.extra[name]}" for name in GROUP_FIELDS if image.extra.get(name) is not None)
    return next(found, image.file_name)


def write_part(part: CocoDataset, images: Path, folder: Path) -> None:
    """A dataset of `part` in `folder`; the pictures stay where they are."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "annotations").mkdir(parents=True)
    write_coco(part, folder / "annotations" / "train.json")
    try:
        (folder / "images").symlink_to(images, target_is_directory=True)
    except OSError:  # a system where making links is a privilege
        shutil.copytree(images, folder / "images")


def fine_tune(data: Path, model: str, out: Path, options: argparse.Namespace) -> dict[str, Any]:
    """Runs `gkdt train` with what everybody gets; how long it took and what it chose.

    Raises:
        subprocess.CalledProcessError: The command failed; it has said why.
    """
    shutil.rmtree(out, ignore_errors=True)
    command = [
        *(sys.executable, "-m", "app.cli", "train", "--data", str(data), "--model", model, "--out", str(out)),
        *("--minutes", str(options.budget_minutes), "--threads", str(options.threads)),
        *("--workers", str(options.threads), "--device", "cpu", "--seed", str(options.seed)),
    ]
    threads = {name: str(options.threads) for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS")}
    before, start = _children_seconds(), time.monotonic()
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, **threads})
    with (out / "metrics.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    chosen = json.loads((out / "training.json").read_text(encoding="utf-8"))
    return {
        "minutes": round((time.monotonic() - start) / 60, 2),
        "cpu_minutes": round((_children_seconds() - before) / 60, 2),
        "steps": int(rows[-1]["step"]) if rows else 0,
        "tune": chosen["config"]["tune"],
    }


def _children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(model: str, root: Path, options: argparse.Namespace) -> dict[str, dict[str, Any]]:
    """For each prompt what the test split says of a model."""
    import torch

    from gkdt_core.inference.engine import Engine
    from gkdt_core.inference.looks import Looks
    from gkdt_core.weights import load_model
    from trainer.data.dataset import load_dataset
    from trainer.evaluate import evaluate
    from trainer.evaluation.details import DetailCollection
    from trainer.evaluation.matchers import GkdtMatcher
    from trainer.evaluation.settings import EvaluationConfig

    torch.set_num_threads(options.threads)
    device = torch.device("cpu")
    loaded = load_model(model, device=device)
    engine = Engine(loaded, device=device, precision="fp32") if options.refine else None
    config = EvaluationConfig(
        prompts=PROMPTS,
        episodes=options.episodes,
        queries=options.queries,
        looks=Looks(refine=options.refine),
    )
    details = DetailCollection(config, draws=2)
    matcher = GkdtMatcher(loaded.model.eval(), engine, loaded.informed())
    found = evaluate(
        dict.fromkeys(PROMPTS, matcher), load_dataset(root, "test"), config, device, observe=details.observe
    )["mean"]
    categories = details.details().categories
    observers = [one.observers.percent for one in categories if one.observers is not None]
    return {
        prompt: {
            "pck": found[prompt]["pck@0.1"],
            "strict": found[prompt]["pck@0.05"],
            "error": _mean(
                one.errors.percent.value for c in categories for one in c.prompts if one.prompt == prompt
            ),
            "observers": _mean(observers) if observers else None,
        }
        for prompt in PROMPTS
    }


def _mean(values: Iterable[float]) -> float:
    every = list(values)
    return round(sum(every) / len(every), 3)


def run_all(options: argparse.Namespace) -> list[Result]:
    """Whatever is not done yet, and all results."""
    found: list[Result] = []
    for name in options.sets:
        root = Path(name) if Path(name).is_dir() else options.data_root / name
        train = read_coco(root / "annotations" / "train.json")
        run = options.out / "runs" / f"{root.name}-before.json"
        if not run.is_file():
            _say(f"{root.name}: measuring the model as it is")
            _write(run, {"measures": measure(options.model, root, options), "model": options.model})
        found += _results(run, root.name, 0, 0)
        done = 0
        for count in sorted(options.counts):
            part = pick(train, count, options.seed)
            images = len(part.images)
            if images == done:
                _say(f"{root.name}: its {images} images are all it has; {count} are left out")
                continue
            done = images
            run = options.out / "runs" / f"{root.name}-{count}.json"
            if not run.is_file():
                _say(f"{root.name}: learning from {images} images")
                data, model = options.out / "work" / root.name, options.out / "models" / root.name
                write_part(part, (root / "images").resolve(), data)
                spent = fine_tune(data, options.model, model, options)
                measures = measure(str(model), root, options)
                _write(run, {"measures": measures, "model": options.model, "training": spent})
                for folder in SCRATCH:
                    shutil.rmtree(options.out / folder)
            found += _results(run, root.name, images, count)
    return found


def _results(run: Path, name: str, images: int, asked: int) -> list[Result]:
    told = json.loads(run.read_text(encoding="utf-8"))
    spent = told.get("training", {})
    return [Result(name, images, asked, prompt, **told["measures"][prompt], **spent) for prompt in PROMPTS]


def _write(path: Path, values: Mapping[str, Any]) -> None:
    """All or nothing, so that a run that was stopped is done again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    partial.write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")
    partial.replace(path)


def write_results(out: Path, results: Sequence[Result]) -> None:
    """few_shot.json, few_shot.csv and few_shot.svg in `out`."""
    rows = [{**asdict(one), "ratio": one.ratio} for one in results]
    _write(out / "few_shot.json", {"results": rows})
    with (out / "few_shot.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=[*(f.name for f in fields(Result)), "ratio"])
        writer.writeheader()
        writer.writerows(rows)
    panels = []
    for name in dict.fromkeys(one.set for one in results):
        mine = [one for one in results if one.set == name]
        lines = [
            Line(prompt, tuple((one.images, one.pck) for one in mine if one.prompt == prompt))
            for prompt in PROMPTS
        ]
        panels.append(Panel(name, tuple(lines)))
    draw_lines(out / "few_shot.svg", "PCK@0.1 on the test split, %", "labelled images", panels)


def table(results: Sequence[Result]) -> str:
    """The results as Markdown: a row for each set and number of images."""
    heads = [f"{prompt}: PCK@0.1 | error" for prompt in PROMPTS]
    lines = [
        "| set | images | " + " | ".join(heads) + " | minutes |",
        "| --- | --- |" + " --- |" * (2 * len(PROMPTS)) + " --- |",
    ]
    for name in dict.fromkeys(one.set for one in results):
        mine = [one for one in results if one.set == name]
        for images in dict.fromkeys(one.images for one in mine):
            row = {one.prompt: one for one in mine if one.images == images}
            first = next(iter(row.values()))
            cells = []
            for prompt in PROMPTS:
                one = row[prompt]
                beside = "" if one.ratio is None else f" ({one.ratio:.1f} x)"
                cells.append(f"{one.pck:.1f} | {one.error:.1f} %{beside}")
            spent = f"{first.cpu_minutes:.1f}" if images else ""
            lines.append(f"| {name} | {images or 'none'} | " + " | ".join(cells) + f" | {spent} |")
    return "\n".join(lines)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main(argv: Sequence[str] | None = None) -> int:
    """See the module's docstring."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--out", type=Path, required=True, help="where results go")
    add("--sets", nargs="+", default=list(SETS), help="names below --data-root, or folders")
    add("--data-root", type=Path, default=SHARED / "data" / "keypoints")
    add("--counts", type=int, nargs="+", default=list(COUNTS), help="labelled images")
    add("--model", default="bundled", help="what to start from")
    add("--budget-minutes", type=float, default=10.0, help="of each training")
    add("--threads", type=int, default=1)
    add("--episodes", type=int, default=100, help="of an evaluation")
    add("--queries", type=int, default=8, help="of an episode")
    add("--refine", action="store_true", help="measure with a closer look at every point")
    add("--seed", type=int, default=0)
    add("--table", action="store_true", help="only print what DIR/few_shot.json has as Markdown")
    options = parser.parse_args(argv)
    if options.table:
        told = json.loads((options.out / "few_shot.json").read_text(encoding="utf-8"))["results"]
        names = {f.name for f in fields(Result)}
        _say(table([Result(**{k: v for k, v in row.items() if k in names}) for row in told]))
        return 0
    results = run_all(options)
    write_results(options.out, results)
    _say(table(results))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
