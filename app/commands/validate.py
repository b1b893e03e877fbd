"""`gkdt validate`: would the programs that a format is for take these annotations."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.console import note, say
from gkdt_core.errors import DatasetError
from gkdt_core.exit_codes import Exit
from gkdt_core.formats.registry import FORMATS, format_at

_SHOWN = 50


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `gkdt validate`."""
    parser.add_argument("path", type=Path, metavar="PATH", help="file or folder of annotations")
    parser.add_argument(
        "--format", choices=tuple(FORMATS), help="its format (default: told from its content)"
    )
    parser.add_argument("--all", action="store_true", help=f"show more than the first {_SHOWN} problems")


def run(options: argparse.Namespace) -> int:
    """Checks; `Exit.FAILED` when something is wrong.

    Raises:
        DatasetError: It cannot be read at all.
    """
    if not options.path.exists():
        raise DatasetError(f'There is no file or folder "{options.path}".', hint="Check the path.")
    form = FORMATS[options.format] if options.format else format_at(options.path)
    report = form.validate(options.path)
    shown = report.skipped if options.all else report.skipped[:_SHOWN]
    for sentence in shown:
        say(f"  {sentence}")
    if report.count > len(shown):
        note(f"  and {report.count - len(shown):,} more")
    problems = "no problems" if not report.count else f"{report.count:,} problem{'s' * (report.count > 1)}"
    say(f"{form.title}, {options.path}: {problems}")
    return Exit.FAILED if report.count else Exit.DONE
