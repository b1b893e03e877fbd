"""The window's door to the models on disk: listing, bringing in, fetching, checking and removing them.

Everything runs as a job, for even a list reads files and an official checkpoint needs torch. Dialogs get
plain values from here and know nothing of `gkdt_core.weights`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal, Slot

from app.error_texts import hint_of, in_words, message_of
from app.i18n import tr
from app.jobs import JobRunner, Task
from gkdt_core.errors import GkdtError, ModelFileError
from gkdt_core.weights import library
from gkdt_core.weights.download import by_hand
from gkdt_core.weights.locate import (
    BUNDLED,
    ModelKind,
    available_models,
    find_model,
    models_directory,
)
from gkdt_core.weights.registry import ReleasedModel, released_model, released_models

Dtype = Literal["fp32", "fp16", "bf16"]
"""In which a file that is brought in can be stored."""
FETCHING = 0.9
"""Share of a download that is fetching; the rest is making a model folder of the file."""
_PATIENCE_MS = 3000
_NOT_IN_NAMES = '<>:"/\\|?*'


class Place(StrEnum):
    """Where a model is."""

    BUNDLED = auto()
    MINE = auto()
    """In the program's models folder."""
    LISTED = auto()
    """Somewhere else; a person has added it to the list."""
    RELEASED = auto()
    """Not here: its authors offer it."""


class ModelJob(StrEnum):
    """What is done with a model."""

    BRING_IN = auto()
    DOWNLOAD = auto()
    VERIFY = auto()
    REMOVE = auto()


@dataclass(frozen=True, slots=True)
class ReleasedTerms:
    """What a person reads before a released model is fetched.

    Attributes:
        licence: Its id, to be agreed to.
        licence_name: What people call the licence.
        summary: What is known about it.
        page: Address of the model and of its full terms.
        about_bytes: Roughly the size of the file; None while nobody has said it.
    """

    licence: str
    licence_name: str
    summary: str
    page: str
    about_bytes: int | None


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One model as the list shows it.

    Attributes:
        key: What `EngineService.load` takes; for a released one its name.
        title: What people call it.
        place: Where it is.
        line: What it is, in one line.
        facts: What it is, (what, value) by (what, value).
        about: What is said about it, or "".
        card: Its card, Markdown, or "".
        path: Its folder or file; for a released one the part that has come, or None.
        is_file: Whether it is an official checkpoint, which can be converted.
        nbytes: Its size on disk, of a released one as much as has come; 0 where unknown.
        terms: For a released one, what to agree to.
        problem: Why it cannot be used, or "".
        hint: What to do about the problem.
    """

    key: str
    title: str
    place: Place
    line: str
    facts: tuple[tuple[str, str], ...] = ()
    about: str = ""
    card: str = ""
    path: Path | None = None
    is_file: bool = False
    nbytes: int = 0
    terms: ReleasedTerms | None = None
    problem: str = ""
    hint: str = ""

    def is_model(self, name_or_path: str) -> bool:
        """Whether the settings mean this model by `name_or_path`."""
        if self.place is Place.RELEASED:
            return False
        if self.key == name_or_path or (self.place is Place.MINE and self.title == name_or_path):
            return True
        return self.path is not None and Path(name_or_path) == self.path


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended.

    Attributes:
        job: What was done.
        key: The model it was about, as in `ModelRow.key`.
        text: What happened.
        hint: What it means, or what to do.
        is_good: Whether all is well.
        made: The folder of a model that is there now, or None.
    """

    job: ModelJob
    key: str
    text: str
    hint: str = ""
    is_good: bool = True
    made: Path | None = None


def bytes_words(count: int) -> str:
    """ "38 MB", "6.3 GB"."""
    if count >= 999_500_000:
        return f"{count / 1e9:.1f} GB"
    if count >= 999_500:
        return f"{count / 1e6:.0f} MB"
    return f"{max(count, 0) / 1e3:.0f} kB"


def locate(path: str, name: str, beside: Path | None, listed: Sequence[str]) -> str | None:
    """Where a model is that was chosen on this machine or on another one; None where it is not here.

    Args:
        path: What it was called there: "bundled", a folder or a file.
        name: The last part of that.
        beside: Where it may have been put along with the project.
        listed: Models outside the models folder.
    """
    if path == BUNDLED:
        return BUNDLED
    others = [other for other in listed if Path(other).name == name]
    for candidate in (
        path,
        *([] if beside is None else [str(beside)]),
        str(models_directory() / name),
        *others,
    ):
        with contextlib.suppress(GkdtError, OSError):
            find_model(candidate)
            return candidate
    return None


class ModelService(QObject):
    """Starts the jobs and tells how they ended; `jobs` are those that a person may want to watch or stop."""

    listed = Signal(object)
    """The models, a tuple of `ModelRow`; the answer to the newest `refresh`."""
    ended = Signal(Outcome)
    failed = Signal(Outcome)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = JobRunner(self, threads=2)
        self._reading = JobRunner(self, threads=1)
        self._listing: Task | None = None
        self._more: tuple[str, ...] = ()
        self._running: dict[Task, tuple[ModelJob, str]] = {}

    # asking

    def refresh(self, more: Sequence[str] | None = None) -> None:
        """List the models anew; `more` are folders and files elsewhere, None for those of the last time."""
        if more is not None:
            self._more = tuple(more)
        if self._listing is not None:
            self._listing.cancel()
        task = self._listing = self._reading.start(partial(_list, self._more))
        task.succeeded.connect(self._on_listed)
        task.failed.connect(self._on_not_listed)

    def bring_in(self, file: Path, name: str, dtype: Dtype) -> Task:
        """Convert an official weight file to a model folder called `name`."""
        return self._start(
            ModelJob.BRING_IN,
            name,
            partial(_bring_in, file, name, dtype),
            tr("Bringing in {name}", name=file.name),
        )

    def download(self, row: ModelRow, agreed_to: str) -> Task:
        """Fetch a released model under the licence that was agreed to."""
        return self._start(
            ModelJob.DOWNLOAD,
            row.key,
            partial(_download, row.key, agreed_to),
            tr("Downloading {title}", title=row.title),
        )

    def verify(self, row: ModelRow) -> Task:
        """Check that a model's files are whole."""
        return self._start(
            ModelJob.VERIFY, row.key, partial(_verify, row), tr("Verifying {title}", title=row.title)
        )

    def remove(self, row: ModelRow) -> Task:
        """Delete a model of the models folder."""
        return self._start(
            ModelJob.REMOVE, row.key, partial(_remove, row), tr("Removing {title}", title=row.title)
        )

    def job_of(self, key: str) -> ModelJob | None:
        """What is being done with a model now."""
        return next((job for job, other in self._running.values() if other == key), None)

    @property
    def running(self) -> tuple[Task, ...]:
        """The jobs under way, oldest first."""
        return tuple(self._running)

    @staticmethod
    def name_problem(name: str) -> str:
        """Why a new model cannot be called `name`, or ""."""
        if not name:
            return tr("Give the model a name.")
        if name.startswith(".") or name.endswith((".", " ")) or any(sign in name for sign in _NOT_IN_NAMES):
            return tr(
                "A name has none of {characters} and no dot at its ends.", characters=" ".join(_NOT_IN_NAMES)
            )
        if name.casefold() == BUNDLED or (models_directory() / name).exists():
            return tr('There is a model called "{name}" already.', name=name)
        return ""

    @property
    def folder(self) -> Path:
        """Where models that are brought in go."""
        return models_directory()

    def close(self) -> bool:
        """Cancel everything; whether all workers have ended."""
        has_read = self._reading.close(_PATIENCE_MS)
        return self.jobs.close(_PATIENCE_MS) and has_read

    # answers

    def _start(self, job: ModelJob, key: str, run: partial[Outcome], title: str) -> Task:
        task = self.jobs.start(run, title)
        self._running[task] = (job, key)
        task.succeeded.connect(self._on_succeeded)
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)
        return task

    @Slot(object)
    def _on_listed(self, rows: tuple[ModelRow, ...]) -> None:
        if self.sender() is self._listing:
            self._listing = None
            self.listed.emit(rows)

    @Slot(GkdtError)
    def _on_not_listed(self, error: GkdtError) -> None:
        self._listing = None
        self.failed.emit(Outcome(ModelJob.VERIFY, "", message_of(error), hint_of(error), is_good=False))

    @Slot(object)
    def _on_succeeded(self, outcome: Outcome) -> None:
        self.ended.emit(outcome)

    @Slot(GkdtError)
    def _on_failed(self, error: GkdtError) -> None:
        task = self.sender()
        if isinstance(task, Task) and task in self._running:
            job, key = self._running[task]
            self.failed.emit(Outcome(job, key, message_of(error), hint_of(error), is_good=False))

    @Slot()
    def _on_finished(self) -> None:
        task = self.sender()
        if isinstance(task, Task):
            self._running.pop(task, None)
        self.refresh()


# in the workers


def _list(more: tuple[str, ...], task: Task) -> tuple[ModelRow, ...]:
    rows, known = [], set[Path]()
    for entry in available_models():
        task.checkpoint(0.0)
        known.add(entry.path.resolve())
        rows.append(_row(entry.name, entry.path, Place.BUNDLED if entry.name == BUNDLED else Place.MINE))
    for text in more:
        task.checkpoint(0.5)
        try:
            path = find_model(text).path
        except GkdtError as error:
            path = Path(text)
            rows.append(_broken(path.name or text, path, Place.LISTED, error))
            continue
        if path.resolve() not in known:
            known.add(path.resolve())
            rows.append(_row(path.name, path, Place.LISTED))
    rows += [_offered(model) for model in released_models() if library.installed(model) is None]
    return tuple(rows)


def _offered(model: ReleasedModel) -> ModelRow:
    """A released model that is not here, or of which only a part has come."""
    size = tr("about {size}", size=bytes_words(model.about_bytes)) if model.about_bytes else tr("several GB")
    parts = sorted(models_directory().glob(f".{model.name}.best.*.part"))
    here = sum(_size(part) for part in parts)
    facts = [
        (tr("Encoder"), f"DINOv3 ViT, {model.layout.words()}"),
        (
            tr("Download"),
            tr("{size}, of which {part} are here", size=size, part=bytes_words(here)) if here else size,
        ),
        (tr("Licence"), model.licence.name),
        (tr("Where"), model.page),
    ]
    licence = model.licence
    return ModelRow(
        key=model.name,
        title=model.title,
        place=Place.RELEASED,
        line=tr("{part} of {size} are here", part=bytes_words(here), size=size)
        if here
        else tr("{size} to download", size=size),
        facts=tuple(facts),
        about=model.purpose,
        path=parts[0] if parts else None,
        nbytes=here,
        terms=ReleasedTerms(licence.id, licence.name, licence.summary, model.page, model.about_bytes),
    )


def _row(name: str, path: Path, place: Place) -> ModelRow:
    try:
        summary = library.summarize(BUNDLED if place is Place.BUNDLED else path)
    except GkdtError as error:
        return _broken(name, path, place, error)
    is_file = summary.kind is ModelKind.OFFICIAL
    size = bytes_words(summary.nbytes)
    scores = (
        tr("calibrated: the chance that a point is right")
        if summary.calibrated
        else tr("not calibrated: the height of the heatmap")
    )
    facts = [
        (tr("Encoder"), summary.encoder),
        (
            tr("Input"),
            tr(
                "{input_size} px, heatmaps of {heatmap_size} cells",
                input_size=summary.input_size,
                heatmap_size=summary.heatmap_size,
            ),
        ),
        (
            tr("On disk"),
            tr(
                "{size}, {parameters:,.1f} million parameters stored as {dtype}",
                size=size,
                parameters=summary.parameters / 1e6,
                dtype=summary.dtype,
            ),
        ),
        (tr("Scores"), scores),
        (tr("Licence"), summary.licence or tr("the model does not say")),
        (tr("Where"), tr("came with the program") if place is Place.BUNDLED else str(path)),
    ]
    if summary.extra_keys:
        unknown = summary.extra_keys
        facts.insert(
            -1,
            (
                tr("Left out"),
                tr("{count} unknown parts of the file: {names}", count=len(unknown), names=_some(unknown)),
            ),
        )
    about = ""
    if is_file:
        about = tr("An official weight file. Brought in as a folder it takes less space and loads faster.")
    return ModelRow(
        key=BUNDLED if place is Place.BUNDLED else str(path),
        title="GKDT-Lite" if place is Place.BUNDLED else name,
        place=place,
        line=f"{summary.input_size} px · {size} · {summary.dtype}",
        facts=tuple(facts),
        about=about,
        card=summary.card,
        path=path,
        is_file=is_file,
        nbytes=summary.nbytes,
    )


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:  # the download has ended in this moment
        return 0


def _some(names: tuple[str, ...]) -> str:
    return ", ".join(names[:3]) + (", …" if len(names) > 3 else "")


def _broken(name: str, path: Path, place: Place, error: GkdtError) -> ModelRow:
    return ModelRow(
        key=str(path),
        title=name,
        place=place,
        line=tr("cannot be used"),
        facts=((tr("Where"), str(path)),),
        path=path,
        is_file=path.is_file(),
        problem=message_of(error),
        hint=hint_of(error),
    )


def _bring_in(file: Path, name: str, dtype: Dtype, task: Task) -> Outcome:
    # who gives it the name of a released model learns whether it is one
    released = next((m for m in released_models() if m.name.casefold() == name.casefold()), None)
    report = library.convert(
        file, models_directory() / name, dtype=dtype, released=released, checkpoint=task.checkpoint
    )
    return Outcome(
        ModelJob.BRING_IN,
        str(report.directory),
        tr(
            "{name} is ready: {size} as {dtype}.",
            name=name,
            size=bytes_words(report.nbytes),
            dtype=dtype,
        ),
        _left_out(report.unknown_keys),
        made=report.directory,
    )


def _left_out(unknown: tuple[str, ...]) -> str:
    if not unknown:
        return ""
    return tr(
        "{count} parts of the file are unknown and were left out: {names}.",
        count=len(unknown),
        names=_some(unknown),
    )


def _download(name: str, agreed_to: str, task: Task) -> Outcome:
    """Fetches the file, makes a model folder of it, and deletes it: the folder has all of its weights."""

    def on_bytes(done: int, total: int) -> None:
        task.say(
            tr(
                "{done} of {total}",
                done=bytes_words(done),
                total=bytes_words(total),
            )
            if total
            else bytes_words(done)
        )

    model = released_model(name)
    try:
        file = library.download(
            model,
            agreed_to=agreed_to,
            checkpoint=lambda share: task.checkpoint(FETCHING * share),
            on_bytes=on_bytes,
        )
    except ModelFileError as error:
        in_window = tr(
            "Without a network here: fetch the .best file on another computer from {page}, bring it "
            "over, and choose it with “Bring in a file…” in Model > Models.",
            page=model.page,
        )
        raise ModelFileError(error.message, hint=error.hint.replace(by_hand(model), in_window)) from error
    task.say(tr("making a model folder of it"))
    report = library.convert(
        file,
        models_directory() / model.name,
        dtype="fp32",
        released=model,
        checkpoint=lambda share: task.checkpoint(FETCHING + (1 - FETCHING) * share),
    )
    file.unlink()
    return Outcome(
        ModelJob.DOWNLOAD,
        str(report.directory),
        tr("{title} is ready: {size}.", title=model.title, size=bytes_words(report.nbytes)),
        _left_out(report.unknown_keys),
        made=report.directory,
    )


def _verify(row: ModelRow, task: Task) -> Outcome:
    if row.path is None:
        raise GkdtError(
            tr("{title} is not on this computer.", title=row.title), hint=tr("Download it first.")
        )
    report = library.verify(row.path, checkpoint=task.checkpoint)
    if report.ok:
        return Outcome(
            ModelJob.VERIFY,
            row.key,
            tr("{title} is whole.", title=row.title),
            " ".join(map(in_words, report.notes)),
        )
    return Outcome(
        ModelJob.VERIFY,
        row.key,
        tr(
            "{title} is damaged: {problems}",
            title=row.title,
            problems=" ".join(map(in_words, report.problems)),
        ),
        tr("Bring it in or download it again."),
        is_good=False,
    )


def _remove(row: ModelRow, task: Task) -> Outcome:
    task.checkpoint(0.0)
    freed = library.remove(row.key)
    return Outcome(
        ModelJob.REMOVE,
        row.key,
        tr("{title} is removed: {size} freed.", title=row.title, size=bytes_words(freed)),
    )
