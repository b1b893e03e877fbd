"""`gkdt convert`: annotations from one format into another."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from app.console import note, percent_bar, say
from gkdt_core.errors import DatasetError
from gkdt_core.exit_codes import Exit
from gkdt_core.formats.building import Pictures, ReadOptions, WriteOptions, other_size
from gkdt_core.formats.finding import annotations_at
from gkdt_core.formats.registry import FORMATS, what_is_in
from gkdt_core.formats.unpacking import unpack_pictures

_SHOWN = 10
"""Sentences of a report that are shown; --report writes all of them."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `gkdt convert`."""
    parser.add_argument("input", type=Path, metavar="IN", help="file or folder of annotations")
    parser.add_argument("output", type=Path, metavar="OUT", help="file or new folder to write")
    parser.add_argument(
        "--from", dest="source", choices=tuple(FORMATS), help="format of IN (default: told from its content)"
    )
    parser.add_argument(
        "--to",
        dest="target",
        choices=tuple(name for name, form in FORMATS.items() if form.write is not None),
        required=True,
        help="format of OUT",
    )
    parser.add_argument(
        "--images", type=Path, metavar="DIR", help="where the images are, if IN does not tell"
    )
    parser.add_argument(
        "--pictures",
        choices=tuple(Pictures),
        default=Pictures.COPY.value,
        help="what a folder format does with the image files (default: copy)",
    )
    parser.add_argument(
        "--unpack",
        type=Path,
        metavar="DIR",
        help="write pictures and video frames that are inside IN to this folder",
    )
    parser.add_argument(
        "--keypoint-origin",
        choices=("index", "corner"),
        help="what positions in IN count from: the first pixel's centre (index) or the image's corner "
        "(default: what its format says)",
    )
    parser.add_argument("--report", type=Path, metavar="FILE", help="write everything that was skipped here")


def run(options: argparse.Namespace) -> int:
    """Converts; `Exit.DONE` also where something was skipped, because IN may hold what is no keypoint.

    Raises:
        DatasetError: IN cannot be read, or OUT not be written.
    """
    if not options.input.exists():
        raise DatasetError(f'There is no file or folder "{options.input}".', hint="Check the path.")
    source, path = annotations_at(options.input, FORMATS[options.source] if options.source else None)
    target = FORMATS[options.target]
    if target.write is None:
        raise DatasetError(f"{target.title} is not written.", hint="Choose another format.")
    _check_ending(target.suffix, options.output)
    with percent_bar() as checkpoint:
        reading = ReadOptions(
            options.images, options.keypoint_origin, checkpoint=lambda share: checkpoint(share / 2)
        )
        result = source.read(path, reading)
        if options.unpack is not None:
            result = unpack_pictures(result, options.unpack, lambda share: checkpoint(0.5 + share / 4))
        writing = WriteOptions(
            result.images_dir,
            Pictures(options.pictures),
            checkpoint=lambda share: checkpoint(0.75 + share / 4),
        )
        notes = target.write(result.dataset, options.output, writing)
    say(f"{source.title}: {what_is_in(result.dataset)}")
    for loss in target.lost(result.dataset):
        note(f"  not kept: {loss}")
    for sentence in notes:
        note(f"  {sentence}")
    resized = [
        found
        for image in result.dataset.images
        if (found := other_size(result.images_dir, image)) is not None
    ]
    if resized:
        (height, width), (said_height, said_width) = resized[0].found, resized[0].said
        files = "1 image file has" if len(resized) == 1 else f"{len(resized):,} image files have"
        note(
            f"  {files} another size than {source.title} says, for example {resized[0].name}: "
            f"{width} x {height}, not {said_width} x {said_height}. Points stay as they are said."
        )
    if result.inner and options.unpack is None:
        note(
            f"  {len(result.inner):,} pictures are inside {options.input.name}; --unpack DIR takes them out."
        )
    _tell_skipped(result.skipped, result.skipped_count, options.report)
    say(f"{target.title}: {options.output}")
    return Exit.DONE


def _check_ending(suffix: str, output: Path) -> None:
    if suffix and output.suffix.lower() != suffix:
        raise DatasetError(
            f'"{output.name}" does not end in "{suffix}".', hint=f"Call it {output.stem or 'out'}{suffix}."
        )


def _tell_skipped(skipped: tuple[str, ...], count: int, report: Path | None) -> None:
    for sentence in skipped[:_SHOWN]:
        note(f"  skipped {sentence}")
    if count > _SHOWN:
        note(f"  and {count - _SHOWN:,} more; --report FILE writes them down.")
    if report is not None:
        lines = [*skipped, *([f"and {count - len(skipped)} more"] if count > len(skipped) else [])]
        try:
            report.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        except OSError as error:
            raise DatasetError(
                f'"{os.fspath(report)}" was not written: {error.strerror or error}.',
                hint="Choose another file.",
            ) from error
