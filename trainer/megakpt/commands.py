"""The commands `gkdt megakpt` and `gkdt sampling`; neither needs torch."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from gkdt_core.errors import DatasetError
from gkdt_core.exit_codes import Exit
from gkdt_core.progress import Checkpoint
from trainer.data.sampling import PoolEntry, SamplingName
from trainer.megakpt.chart import Bar, Panel, draw_bars
from trainer.megakpt.check import GroupCheck, Level, check_group, presence, status
from trainer.megakpt.convert import convert
from trainer.megakpt.converters import CONVERTERS
from trainer.megakpt.registry import DatasetInfo, Registry, megakpt, read_extra_file
from trainer.megakpt.simulate import Simulation, simulate
from trainer.megakpt.stats import Row, dataset_rows, supercategory_rows

_STRATEGIES: tuple[SamplingName, ...] = ("uniform", "importance", "dynamic_importance")
_STRATEGY_WORDS = {
    "uniform": "uniform sampling",
    "importance": "importance sampling",
    "dynamic_importance": "dynamic importance sampling",
}


def _say(text: str = "") -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def add_megakpt_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `gkdt megakpt`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    look = actions.add_parser("status", help="which datasets are there, and where the others come from")
    _add_root(look, required=True)
    look.set_defaults(run_action=_status)
    verify = actions.add_parser("verify", help="compare what is there with the paper's table")
    _add_root(verify, required=True)
    verify.add_argument(
        "--only", nargs="+", metavar="ID", help="datasets to look at; default: all that are there"
    )
    verify.add_argument("--no-pictures", action="store_true", help="do not look for every picture")
    verify.set_defaults(run_action=_verify)
    stats = actions.add_parser("stats", help="tables and a chart of the super-categories")
    _add_root(stats, required=False)
    stats.add_argument("--out", type=Path, required=True, metavar="DIR", help="where CSV, JSON and PNG go")
    stats.set_defaults(run_action=_stats)
    change = actions.add_parser("convert", help="a dataset in its own format -> a COCO folder to train on")
    change.add_argument(
        "name", choices=sorted(CONVERTERS), metavar="NAME", help=", ".join(sorted(CONVERTERS))
    )
    change.add_argument("--source", type=Path, required=True, metavar="DIR", help="where it was unpacked")
    change.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to make")
    change.add_argument("--split", help="name of the split, where file names do not tell it")
    change.add_argument(
        "--pictures",
        choices=("link", "copy"),
        default="link",
        help="link takes no space where the file system can; what cannot be linked is copied",
    )
    change.set_defaults(run_action=_convert)


def run_megakpt(options: argparse.Namespace) -> int:
    """Runs `gkdt megakpt`; 0 when all agrees, 1 when something differs."""
    action: Callable[[argparse.Namespace], int] = options.run_action
    return action(options)


def add_sampling_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `gkdt sampling`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    parser = actions.add_parser(
        "simulate", help="how episodes are spread over the super-categories in an epoch (Fig. 7)"
    )
    add = parser.add_argument
    add("--strategy", choices=(*_STRATEGIES, "all"), default="dynamic_importance")
    add("--out", type=Path, required=True, metavar="DIR", help="where CSV and PNG go")
    add("--gamma", type=float, default=0.5, help="share of the super-categories that lose what is drawn")
    add("--episode", type=int, default=11, metavar="N", help="instances in an episode: supports and queries")
    add("--seed", type=int, default=0)
    add("--split", default="train", help="with --root: the split to count (default: train)")
    _add_root(parser, required=False)


def run_sampling(options: argparse.Namespace) -> int:
    """Runs `gkdt sampling simulate`."""
    registry = _registry(options)
    if options.root is None:
        entries, about = registry.pool_entries(), "MegaKPT's counts in the paper"
    else:
        entries, about = (
            _found_entries(registry, options.root, options.split),
            f"{options.split} in {options.root}",
        )
    if options.seed < 0:
        raise DatasetError(f"The seed is {options.seed}.", hint="Give a whole number from 0 on.")
    if not any(entry.size >= options.episode for entry in entries):
        raise DatasetError(
            f"No category has {options.episode} instances, so no episode can be drawn.",
            hint="Give a smaller --episode, or more data.",
        )
    _make_folder(options.out)
    chosen = _STRATEGIES if options.strategy == "all" else (options.strategy,)
    for sampling in chosen:
        found = simulate(
            entries, sampling, episode_size=options.episode, gamma=options.gamma, seed=options.seed
        )
        path = options.out / f"{sampling}.csv"
        _write_csv(
            path,
            ("sampling", "progress", "episode", "supercategory", "remaining", "probability", "drawn"),
            [
                (
                    sampling,
                    s.progress,
                    s.episode,
                    s.supercategory,
                    s.remaining,
                    f"{s.probability:.6f}",
                    f"{s.drawn:.6f}",
                )
                for s in found.shares
            ],
        )
        _draw_simulation(options.out / f"{sampling}.png", found, about)
        _say(f"{_STRATEGY_WORDS[sampling]}: an epoch has {found.episodes:,} episodes; {path} and .png")
    return Exit.DONE


def _draw_simulation(path: Path, found: Simulation, about: str) -> None:
    panels = []
    order: list[str] = []
    for progress in dict.fromkeys(share.progress for share in found.shares):
        shares = {s.supercategory: s.probability for s in found.shares if s.progress == progress}
        order = order or sorted(shares, key=lambda name: -shares[name])
        bars = tuple(Bar(_words(name), shares[name], f"{shares[name]:.1%}") for name in order)
        panels.append(Panel(f"{progress:.0%} of the epoch", bars))
    title = f"Where the next episode comes from: {_STRATEGY_WORDS[found.sampling]}"
    draw_bars(
        path, title, f"Probability of each super-category. {about}, {found.episodes:,} episodes.", panels
    )


def _add_root(parser: argparse.ArgumentParser, *, required: bool) -> None:
    add = parser.add_argument
    about = "where MegaKPT lies, in the released layout"
    add(
        "--root",
        type=Path,
        required=required,
        metavar="DIR",
        help=about if required else f"{about}; default: the paper's counts",
    )
    add(
        "--extra",
        action="append",
        default=[],
        metavar="NAME=DIR:SUPERCATEGORY",
        help="a COCO folder to add; may be repeated",
    )
    add("--registry", type=Path, metavar="FILE", help="a text file with such datasets, one a line")


def _registry(options: argparse.Namespace) -> Registry:
    registry = megakpt()
    if options.registry is not None:
        registry = registry.with_extra(read_extra_file(options.registry), options.registry.parent)
    return registry.with_extra(options.extra, Path())


def _existing(root: Path) -> Path:
    if not root.is_dir():
        raise DatasetError(
            f"{root} is not a folder.", hint="Give the folder that holds human_pose, clothes, ..."
        )
    return root


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatasetError(
            f"{folder} cannot be made: {error.strerror or error}.", hint="Choose another --out."
        ) from error


def _status(options: argparse.Namespace) -> int:
    registry = _registry(options)
    complete = 0
    found = status(registry, _existing(options.root))
    for there in found:
        names = " + ".join(dataset.name for dataset in there.datasets)
        first = there.datasets[0]
        if there.is_complete:
            complete += 1
            _say(f"there      {names}")
            continue
        _say(f"{'incomplete' if there.has_annotations else 'missing   '} {names}")
        for path in (*there.missing_files, *there.missing_folders):
            _say(f"             no {path}")
        if first.source:
            _say(f"             from {first.source}{f' ({first.note})' if first.note else ''}")
    _say()
    _say(
        f"{complete} of {len(found)} are complete ({len(registry.datasets)} datasets, some in shared files)."
    )
    _say("`gkdt megakpt verify` compares what is there with the paper's table.")
    return Exit.DONE


def _checked(
    registry: Registry, root: Path, only: Sequence[str] | None, pictures: bool
) -> tuple[list[GroupCheck], list[tuple[DatasetInfo, ...]]]:
    """The checks of the groups that have annotations, and the groups that have none."""
    wanted = None
    if only is not None:
        chosen = [registry.dataset(name) for name in only]
        wanted = {dataset.released_with or dataset.id for dataset in chosen}
    checks, absent = [], []
    for group in registry.groups():
        if wanted is not None and group[0].id not in wanted:
            continue
        if not presence(group, root).has_annotations:
            absent.append(group)
            continue
        checks.append(check_group(group, root, pictures=pictures, checkpoint=_reading(group[0].name)))
    return checks, absent


def _reading(name: str) -> Checkpoint:
    """Tells on stderr's terminal how far a file is read; nothing where nobody watches."""
    if not sys.stderr.isatty():
        return lambda _share: None

    def checkpoint(share: float) -> None:
        sys.stderr.write(f"\rreading {name}: {share:4.0%} ")
        sys.stderr.write("\r\033[K" if share >= 1 else "")
        sys.stderr.flush()

    return checkpoint


def _verify(options: argparse.Namespace) -> int:
    registry = _registry(options)
    checks, absent = _checked(registry, _existing(options.root), options.only, not options.no_pictures)
    if not checks:
        raise DatasetError(
            f"{options.root} has none of the annotation files.",
            hint="`gkdt megakpt status` names the files it looks for, and where they come from.",
        )
    for check in checks:
        names = " + ".join(dataset.name for dataset in check.presence.datasets)
        _say(f"{'agrees ' if check.agrees else 'DIFFERS'} {names}")
        for finding in check.findings:
            mark = {Level.OK: " ", Level.NOTE: "~", Level.PROBLEM: "!"}[finding.level]
            _say(f"      {mark} {finding.text}")
    for group in absent:
        _say(f"missing {' + '.join(dataset.name for dataset in group)}")
    differing = sum(not check.agrees for check in checks)
    _say()
    _say(f"{len(checks) - differing} agree, {differing} differ, {len(absent)} are missing.")
    return Exit.FAILED if differing else Exit.DONE


def _stats(options: argparse.Namespace) -> int:
    registry = _registry(options)
    checks: dict[str, GroupCheck] = {}
    if options.root is not None:
        found, _ = _checked(registry, _existing(options.root), None, False)
        checks = {check.presence.datasets[0].id: check for check in found}
    rows = dataset_rows(registry, checks)
    groups = supercategory_rows(registry, rows)
    _make_folder(options.out)
    for name, table in (("datasets", rows), ("supercategories", groups)):
        _write_csv(
            options.out / f"{name}.csv",
            tuple(table[0].to_dict()),
            [tuple(row.to_dict().values()) for row in table],
        )
    content = {
        "totals_of_the_paper": {name: getattr(registry.totals, name) for name in registry.totals.__slots__},
        "supercategories": [row.to_dict() for row in groups],
        "datasets": [row.to_dict() for row in rows],
    }
    (options.out / "stats.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    _draw_stats(options.out / "supercategories.png", groups, options.root)
    for row in groups:
        there = f", {row.found_instances:,} there" if options.root is not None else ""
        _say(f"{_words(row.name):13} {row.instances:>9,} instances, {row.images:>7,} images{there}")
    _say(f"Tables and chart are in {options.out}.")
    return Exit.DONE


def _draw_stats(path: Path, groups: Sequence[Row], root: Path | None) -> None:
    ordered = sorted(groups, key=lambda row: -max(row.instances, row.found_instances))
    bars = []
    if root is None:
        total = sum(row.instances for row in ordered)
        bars = [
            Bar(_words(row.name), row.instances, f"{row.instances:,}  ({row.instances / total:.1%})")
            for row in ordered
        ]
        subtitle = f"The paper's counts: {total:,} instances."
    else:
        total = sum(row.found_instances for row in ordered)
        bars = [
            Bar(
                _words(row.name),
                row.found_instances,
                f"{row.found_instances:,} of {row.instances:,}",
                row.instances,
            )
            for row in ordered
        ]
        subtitle = f"On disk (dark): {total:,} instances; pale: the paper's."
    draw_bars(path, "MegaKPT by super-category", subtitle, [Panel("Instances", tuple(bars))])


def _found_entries(registry: Registry, root: Path, split: str) -> list[PoolEntry]:
    """The categories of one split on disk, with their numbers of usable instances."""
    checks, _ = _checked(registry, _existing(root), None, False)
    entries: list[PoolEntry] = []
    for check in checks:
        first = check.presence.datasets[0]
        for name, scan in check.scans:
            if name != split:
                continue
            for category in scan.categories:
                entries.append(PoolEntry(first.supercategory, first.id, len(entries), category.labelled))
    if not entries:
        raise DatasetError(
            f'{root} has no annotation file of the split "{split}".', hint="Give another --split or --root."
        )
    return entries


def _convert(options: argparse.Namespace) -> int:
    report = convert(
        CONVERTERS[options.name],
        options.source,
        options.out,
        split=options.split,
        copy=options.pictures == "copy",
    )
    for name, counts in report.splits:
        _say(
            f"{name}: {counts.images:,} images, {counts.instances:,} instances, "
            f"{counts.categories} categories"
        )
        if counts.without_picture:
            _say(f"  left out: {counts.without_picture:,} pictures that are listed but not there")
        if counts.unlabelled:
            _say(f"  left out: {counts.unlabelled:,} instances without a labelled keypoint")
    _say(f"{options.out} can be given to `gkdt train --data`.")
    return Exit.DONE


def _words(supercategory: str) -> str:
    return supercategory.replace("_", " ")


def _write_csv(path: Path, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    try:
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows(rows)
    except OSError as error:
        raise DatasetError(
            f"{path} was not written: {error.strerror or error}.", hint="Check the folder and free space."
        ) from error
