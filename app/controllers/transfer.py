"""Import and export as jobs: the file is read and written in a worker, the project changes here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.controllers.session import Message, Session
from app.error_texts import hint_of, in_words, message_of
from app.i18n import counted, tr
from app.jobs import Task
from app.project.exporting import ExportOptions, ExportReport
from app.project.importing import ImportPlan, finish_import, prepare_import
from app.project.other_formats import export_as, losses
from app.project.store import PROJECT_SUFFIX
from gkdt_core.errors import GkdtError, ProjectError
from gkdt_core.formats.building import Pictures
from gkdt_core.formats.features import Loss
from gkdt_core.formats.registry import COCO, Format


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Write the project to `path`, in a format, with or without the image files where it holds them."""

    path: Path
    options: ExportOptions
    form: Format = COCO
    pictures: Pictures = Pictures.COPY


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """Read the annotations at `path`.

    Attributes:
        path: A file or folder.
        images_dir: Where their image names start from; None for where the format has the images.
        form: Their format; None to tell it from the content.
    """

    path: Path
    images_dir: Path | None
    form: Format | None = None


class _Export:
    def __init__(self, project: Path, request: ExportRequest) -> None:
        self._project, self._request = project, request

    def __call__(self, task: Task) -> ExportReport:
        asked = self._request
        return export_as(
            asked.form, self._project, asked.path, asked.options, asked.pictures, task.checkpoint
        )


class _Losses:
    def __init__(self, project: Path, options: ExportOptions) -> None:
        self._project, self._options = project, options

    def __call__(self, task: Task) -> dict[str, tuple[Loss, ...]]:
        return losses(self._project, self._options, task.checkpoint)


class _Import:
    def __init__(self, request: ImportRequest) -> None:
        self._request = request

    def __call__(self, task: Task) -> ImportPlan:
        asked = self._request
        return prepare_import(asked.path, asked.images_dir, checkpoint=task.checkpoint, form=asked.form)


def project_beside(path: Path) -> Path:
    """A project file that does not exist yet, beside `path` and named after it."""
    candidate, number = path.with_suffix(PROJECT_SUFFIX), 2
    while candidate.exists():
        candidate, number = path.with_name(f"{path.stem} {number}{PROJECT_SUFFIX}"), number + 1
    return candidate


class Transfer(QObject):
    """Starts import and export jobs and tells how they ended."""

    skipped_asked = Signal(object)
    """Somebody wants to see what an `ImportPlan` left out."""

    again_asked = Signal(object)
    """Somebody wants to change the `ImportRequest` that failed."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._store = session, session.store
        self._has_failed = False

    @Slot(object)
    def start_export(self, request: ExportRequest) -> None:
        """Write the project."""
        if self._store.path is None:
            return
        job = _Export(self._store.path, request)
        task = self._session.jobs.start(job, tr("Exporting {name}", name=request.path.name))
        task.succeeded.connect(self._on_exported)
        task.failed.connect(self._session.report)

    def find_losses(self, options: ExportOptions) -> Task:
        """A job that finds what an export would lose in each format.

        Raises:
            ProjectError: No project is open.
        """
        if self._store.path is None:
            raise ProjectError(tr("No project is open."))
        return self._session.jobs.start(_Losses(self._store.path, options))

    @Slot(object)
    def _on_exported(self, report: ExportReport) -> None:
        text = tr(
            "Exported {images}, {instances} and {keypoints} to {path}.",
            images=counted(report.images, "{n:,} image", "{n:,} images"),
            instances=counted(report.instances, "{n:,} instance", "{n:,} instances"),
            keypoints=counted(report.keypoints, "{n:,} keypoint", "{n:,} keypoints"),
            path=report.path,
        )
        reasons = " ".join(map(in_words, report.left_out))
        left_out = tr("Left out: {reasons}", reasons=reasons) if reasons else ""
        self._session.message.emit(Message(text, " ".join((left_out, *map(in_words, report.notes))).strip()))

    @Slot(object)
    def start_import(self, request: ImportRequest) -> None:
        """Read annotations, then bring them into the open project, or into a new one."""
        task = self._session.jobs.start(_Import(request), tr("Reading {name}", name=request.path.name))
        task.succeeded.connect(self._on_prepared)
        task.failed.connect(partial(self._on_unreadable, request))

    def _on_unreadable(self, request: ImportRequest, error: GkdtError) -> None:
        self._has_failed = True
        self._session.message.emit(
            Message(
                message_of(error),
                hint_of(error),
                is_error=True,
                action=tr("Change the import…"),
                on_action=partial(self.again_asked.emit, request),
            )
        )

    @Slot(object)
    def _on_prepared(self, plan: ImportPlan) -> None:
        def finish() -> None:
            if not self._store.is_open:
                project = project_beside(plan.source)
                self._store.create(project)
                self._session.settings.remember_project(project)
            report = finish_import(self._store, plan)
            text = tr(
                "Imported {images}, {instances} and {categories}.",
                images=counted(report.images, "{n:,} image", "{n:,} images"),
                instances=counted(report.instances, "{n:,} instance", "{n:,} instances"),
                categories=counted(report.categories, "{n:,} new category", "{n:,} new categories"),
            )
            notes = [in_words(text) for text in report.notes]
            if report.missing_images:
                notes.append(
                    counted(
                        report.missing_images,
                        "{n:,} image file cannot be found.",
                        "{n:,} image files cannot be found.",
                    )
                )
            if report.already_there:
                notes.append(
                    counted(
                        report.already_there,
                        "{n:,} instance was here already.",
                        "{n:,} instances were here already.",
                    )
                )
            action, on_action = "", None
            if plan.skipped_count:
                notes.append(
                    counted(
                        plan.skipped_count,
                        "{n:,} thing in it could not be used.",
                        "{n:,} things in it could not be used.",
                    )
                )
                action, on_action = tr("Show them"), partial(self.skipped_asked.emit, plan)
            # an import that was mended leaves no word of the one that failed
            settles, self._has_failed = self._has_failed, False
            self._session.message.emit(
                Message(
                    text,
                    " ".join(notes),
                    is_error=plan.other_sizes > 0,  # stays until it is closed: points are in the wrong place
                    action=action,
                    on_action=on_action,
                    settles=settles,
                )
            )
            if self._session.selection.now.image_id is None and report.image_ids:
                self._session.selection.set_image(report.image_ids[0])

        self._session.guarded(finish)
