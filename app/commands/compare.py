"""`gkdt compare`: how far two people's, or two models', annotations of the same pictures agree."""

from __future__ import annotations

import argparse
import math
from pathlib import Path

from app.console import note, percent_bar, say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `gkdt compare`."""
    parser.add_argument("first", type=Path, metavar="A", help="a project (*.gkdt) or a COCO file")
    parser.add_argument("second", type=Path, metavar="B", help="the other one")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write the table of agreement")
    parser.add_argument(
        "--points-csv", type=Path, metavar="FILE", help="write every keypoint of every object"
    )


def run(options: argparse.Namespace) -> int:
    """Compares; see `add_arguments`."""
    from app.project.comparing import compare_files, points_csv, table_csv, write_text

    with percent_bar() as checkpoint:
        compared = compare_files(options.first, options.second, checkpoint)
    comparison = compared.comparison
    say(
        f"{len(comparison.images)} images in both; {len(comparison.only_first_images)} only in "
        f"{options.first.name}, {len(comparison.only_second_images)} only in {options.second.name}."
    )
    whole = sum(pair.is_whole for pair in comparison.pairs)
    say(
        f"{whole} objects in both; {comparison.missing_in_second} only in {options.first.name}, "
        f"{comparison.missing_in_first} only in {options.second.name}."
    )
    if comparison.unmatched_categories:
        note(f"Only one side has the categories: {', '.join(comparison.unmatched_categories)}.")
    width = max([len(_title(row.category, row.keypoint)) for row in compared.table], default=10)
    say("")
    say(
        f"{'distance':{width}}  {'points':>7}  {'mean px':>8}  {'median':>8}  {'95 %':>8}  {'mean %':>7}  "
        f"{'≤ 2 %':>6}  {'≤ 5 %':>6}  {'≤ 10 %':>6}  {'visibility':>10}"
    )
    for row in compared.table:
        shares = "  ".join(f"{_figure(100 * share, 1):>6}" for share in row.within)
        say(
            f"{_title(row.category, row.keypoint):{width}}  {row.both:>7}  {_figure(row.mean_px, 2):>8}  "
            f"{_figure(row.median_px, 2):>8}  {_figure(row.p95_px, 2):>8}  "
            f"{_figure(100 * row.mean_share, 2):>7}  {shares}  {_figure(100 * row.same_visibility, 1):>10}"
        )
    for path, text in ((options.csv, table_csv), (options.points_csv, points_csv)):
        if path is not None:
            write_text(path, text(compared))
            note(f"Written: {path}")
    return 0


def _title(category: str, keypoint: str) -> str:
    return f"  {keypoint}" if keypoint else category


def _figure(value: float, digits: int) -> str:
    return f"{value:.{digits}f}" if math.isfinite(value) else "–"
