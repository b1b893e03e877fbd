"""Projects into formats other than COCO: what they would lose, and writing and checking them."""

from __future__ import annotations

import os
from pathlib import Path

from app.i18n import tr
from app.project.exporting import ExportOptions, ExportReport, export_coco, gather
from gkdt_core.errors import DatasetError
from gkdt_core.formats.building import Pictures, WriteOptions
from gkdt_core.formats.features import Loss
from gkdt_core.formats.registry import COCO, FORMATS, Format
from gkdt_core.progress import Checkpoint, no_checkpoint

_TOLD = 3
"""Problems that the report of an export names; the rest is counted."""


def losses(
    project: Path, options: ExportOptions, checkpoint: Checkpoint = no_checkpoint
) -> dict[str, tuple[Loss, ...]]:
    """Format id -> what an export with these options would lose in it. For a job thread.

    Raises:
        ProjectError: The project cannot be read.
    """
    dataset = gather(project, options, checkpoint).dataset
    return {name: form.lost(dataset) for name, form in FORMATS.items() if form.write is not None}


def export_as(
    form: Format,
    project: Path,
    path: Path,
    options: ExportOptions | None = None,
    pictures: Pictures = Pictures.COPY,
    checkpoint: Checkpoint = no_checkpoint,
) -> ExportReport:
    """Writes a project in some format, whole or not at all, and checks it by the rules of its programs.

    Args:
        form: The format.
        project: The project file; it may be edited meanwhile.
        path: The file to write, in place of one there, or the new folder.
        options: What goes in; everything but rejected images by default.
        pictures: What a folder format does with the image files.
        checkpoint: Called now and then; may raise `Cancelled`, then nothing is written.

    Raises:
        ProjectError: The project cannot be read.
        DatasetError: The format is only read, or the file or folder cannot be written.
    """
    if form is COCO:
        return export_coco(project, path, options, checkpoint)
    if form.write is None:
        raise DatasetError(f"{form.title} is not written.", hint="Choose another format.")
    gathered = gather(project, options or ExportOptions(), lambda share: checkpoint(0.6 * share))
    path = Path(os.path.abspath(path))
    writing = WriteOptions(gathered.images_dir, pictures, lambda share: checkpoint(0.5 + 0.4 * share))
    notes = form.write(gathered.dataset, path, writing)
    checked = form.validate(path) if pictures is not Pictures.NONE else None
    problems: tuple[str, ...] = ()
    if checked is not None and checked.count:
        more = checked.count - _TOLD
        problems = (*checked.skipped[:_TOLD], *([tr("And {n:,} more.", n=more)] if more > 0 else []))
    checkpoint(1.0)
    return gathered.report(path, (*notes, *problems))
