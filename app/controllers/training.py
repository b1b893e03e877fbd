"""Fine-tuning on the project: its labels are written as a dataset, then `gkdt train` runs as a process.

A process, so that a crash or an exhausted memory costs no labels, and labelling goes on meanwhile. It
prints one JSON object per line; fields that are not known here are ignored.
"""

from __future__ import annotations

import json
import logging
import math
import os
import random
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum, auto
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from app.controllers.session import Session
from app.i18n import tr
from app.jobs import Task
from app.project.exchange import ExportOptions, export_coco
from gkdt_core.errors import Cancelled, GkdtError, TrainingError
from gkdt_core.formats.coco import CocoDataset, CocoImage, read_coco, resolve_image, write_coco
from gkdt_core.paths import user_data_dir

log = logging.getLogger(__name__)

FEWEST_IMAGES = 4
"""Two to learn from and two to check with: an episode needs a support and a query."""
VALIDATION_SHARE = 0.2
KILL_AFTER_MS = 3000
MODEL_FILES = ("config.json", "model.safetensors")
"""What a model directory needs; a training that was ended early may have written only some of it."""
CHECKPOINT_FILES = ("checkpoint.pt*", ".*.tmp")
"""What only going on with a training would need, and what is left of a write that was cut off."""


class Phase(StrEnum):
    """Where a training is."""

    IDLE = auto()
    EXPORTING = auto()
    RUNNING = auto()
    STOPPING = auto()
    DONE = auto()
    FAILED = auto()
    STOPPED = auto()


@dataclass(frozen=True, slots=True)
class TrainRequest:
    """What a person chose.

    Attributes:
        model: The model to begin with.
        epochs: How often every instance is seen; 0 lets the trainer choose from their number.
        tune: "auto", "heads" or "all".
    """

    model: str
    epochs: int
    tune: str


@dataclass(frozen=True, slots=True)
class TrainState:
    """What the dialog shows.

    Attributes:
        phase: Where the training is.
        fraction: Share done, 0..1; NaN while unknown.
        text: One line about now ("Step 120 of 400 · loss 1.23 · PCK@0.1 81.0").
        table: (measure, before, after) on the validation split; NaN where not measured.
        model: The trained model's folder, once it is there.
        steps: How many steps there are in all; 0 while unknown.
        saved_step: The step of the model that is saved so far (0: the starting model); None while unknown.
        notes: What the trainer remarked since it began to learn ("Stopped early: ...").
    """

    phase: Phase = Phase.IDLE
    fraction: float = math.nan
    text: str = ""
    table: tuple[tuple[str, float, float], ...] = ()
    model: Path | None = None
    steps: int = 0
    saved_step: int | None = None
    notes: tuple[str, ...] = ()

    @property
    def is_active(self) -> bool:
        return self.phase in (Phase.EXPORTING, Phase.RUNNING, Phase.STOPPING)


def numbers_in(values: Mapping[str, Any], prefix: str = "") -> dict[str, float]:
    """All finite numbers of a nested mapping by their path ("both pck@0.1")."""
    found: dict[str, float] = {}
    for key, value in values.items():
        name = f"{prefix} {key}".strip()
        if isinstance(value, Mapping):
            found |= numbers_in(value, name)
        elif isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
            found[name] = float(value)
    return found


def measures(event: Mapping[str, Any]) -> dict[str, float]:
    """The PCK values in an event, whatever they are nested in."""
    return {name: value for name, value in numbers_in(event).items() if "pck" in name.casefold()}


def fraction_of(event: Mapping[str, Any]) -> float:
    """The share done that an event tells; NaN if it tells none."""
    for key in ("fraction", "progress"):
        if isinstance(event.get(key), int | float):
            return min(max(float(event[key]), 0.0), 1.0)
    step, steps = event.get("step"), event.get("steps")
    if isinstance(step, int | float) and isinstance(steps, int | float) and steps > 0:
        return min(max(step / steps, 0.0), 1.0)
    return math.nan


def after_event(state: TrainState, before: dict[str, float], event: Mapping[str, Any]) -> TrainState:
    """The state after one progress event; `before` keeps the first validation's measures."""
    kind = event.get("event")
    fraction = fraction_of(event)
    if math.isfinite(fraction):
        state = replace(state, fraction=fraction)
    if isinstance(event.get("steps"), int):
        state = replace(state, steps=event["steps"])
    if kind == "note" and isinstance(event.get("text"), str):
        return replace(state, text=event["text"], notes=(*state.notes, event["text"]))
    if kind == "start":
        return replace(state, notes=())  # those before say what will be learnt, not how it went
    if kind == "step":
        parts = []
        if isinstance(event.get("step"), int):
            parts.append(
                tr("Step {step:,} of {steps:,}", step=event["step"], steps=state.steps)
                if state.steps
                else tr("Step {step:,}", step=event["step"])
            )
        if isinstance(event.get("loss"), int | float):
            parts.append(tr("loss {loss:.3f}", loss=event["loss"]))
        return replace(state, text=" · ".join(parts) or state.text)
    if kind == "validation":
        found = measures(event)
        if not before:
            before.update(found)
        step = event.get("step")
        if isinstance(step, int) and (step == 0 or event.get("best") is True):
            state = replace(state, saved_step=step)  # the trainer saves these, and no others
        table = tuple((name, before.get(name, math.nan), value) for name, value in found.items())
        return replace(state, table=table or state.table)
    if kind == "done":
        first, last = event.get("before"), event.get("after")
        if isinstance(first, Mapping) and isinstance(last, Mapping):
            old, new = measures(first), measures(last)
            table = tuple((name, old.get(name, math.nan), value) for name, value in new.items())
            state = replace(state, table=table)
        return replace(state, fraction=1.0)
    return state


def done_text(notes: tuple[str, ...]) -> str:
    """How a training went that came to its end; the trainer's `notes` say it better than "Done"."""
    said = " ".join(notes) or tr("Done.")
    return said + " " + tr("The table compares the images held back, before and after.")


def stopped_text(has_saved: bool, step: int | None) -> str:
    """What there is after a person stopped: `has_saved`, a model is there; `step`, the one it is of."""
    if not has_saved:
        return tr("Stopped before a model was saved.")
    if step is None:
        return tr("Stopped. A model had been saved before, which you can use.")
    if step == 0:
        return tr(
            "Stopped. Nothing was better yet than the starting model (step 0), which is what was saved."
        )
    return tr("Stopped. The best model so far was saved at step {step:,}; you can use it.", step=step)


class _MakeDataset:
    """Writes the project as train and validation splits in a folder of its own."""

    def __init__(self, project: Path, folder: Path) -> None:
        self._project, self._folder = project, folder

    def __call__(self, task: Task) -> Path:
        """Raises TrainingError where a file cannot be read or written, or the labelled images are too few."""
        try:
            return self._make(task)
        except Cancelled:  # here, as the window may be gone when it ends
            remove_leftovers(self._folder, self._folder.parent / "model")
            raise
        except OSError as error:
            raise TrainingError(
                tr(
                    'The dataset to train on cannot be written to "{folder}": {reason}.',
                    folder=self._folder,
                    reason=error.strerror or error,
                ),
                hint=tr("Free some space on that disk, or check your permission to write there."),
            ) from error

    def _make(self, task: Task) -> Path:
        annotations, images = self._folder / "annotations", self._folder / "images"
        annotations.mkdir(parents=True, exist_ok=True)
        images.mkdir(exist_ok=True)
        everything = annotations / "all.json"
        # What only the model says must not be learnt from as if it were true.
        options = ExportOptions(model_points=False)
        report = export_coco(self._project, everything, options, lambda done: task.checkpoint(done / 2))
        dataset = read_coco(everything)
        everything.unlink()
        labelled = {a.image_id for a in dataset.annotations if a.instance.labeled.any()}
        chosen = [image for image in dataset.images if image.id in labelled]
        if len(chosen) < FEWEST_IMAGES:
            raise TrainingError(
                tr(
                    "Training needs at least {fewest} labelled images, the project has {count}.",
                    fewest=FEWEST_IMAGES,
                    count=len(chosen),
                ),
                hint=tr("Label or accept more images: points that nobody reviewed are not learnt from."),
            )
        for index, image in enumerate(chosen):
            task.checkpoint(0.5 + index / len(chosen) / 2)
            source, target = resolve_image(report.images_dir, image.file_name), images / image.file_name
            target.parent.mkdir(parents=True, exist_ok=True)
            _link_or_copy(source, target)
        train, validation = split(chosen)
        write_coco(_part(dataset, train), annotations / "train.json")
        write_coco(_part(dataset, validation), annotations / "val.json")
        task.checkpoint(1.0)
        return self._folder


def split(images: list[CocoImage], seed: int = 0) -> tuple[list[CocoImage], list[CocoImage]]:
    """Images to learn from and images to check with (a fifth, at least two); the same every time."""
    shuffled = sorted(images, key=lambda image: image.file_name)
    random.Random(seed).shuffle(shuffled)
    count = max(2, round(len(shuffled) * VALIDATION_SHARE))
    return shuffled[count:], shuffled[:count]


def _part(dataset: CocoDataset, images: list[CocoImage]) -> CocoDataset:
    ids = {image.id for image in images}
    annotations = tuple(
        annotation
        for annotation in dataset.annotations
        if annotation.image_id in ids and annotation.instance.labeled.any()
    )
    return replace(dataset, images=tuple(images), annotations=annotations, other_annotations=())


def _link_or_copy(source: Path, target: Path) -> None:
    if target.exists():
        return
    if not source.is_file():
        raise TrainingError(
            tr('The labelled image "{source}" is not there any more.', source=source),
            hint=tr("Put it back (or connect the disk that it is on), or remove it from the project."),
        )
    try:
        os.link(source, target)
        return
    except OSError as error:  # another disk, or a file system without links
        log.debug("%s is copied: %s", source, error)
    try:
        shutil.copyfile(source, target)
    except OSError as error:
        target.unlink(missing_ok=True)
        raise TrainingError(
            tr(
                'The image "{source}" cannot be copied to "{folder}": {reason}.',
                source=source,
                folder=target.parent,
                reason=error.strerror or error,
            ),
            hint=tr("Check that the image can be read and that there is space on the disk of that folder."),
        ) from error


def has_model(directory: Path) -> bool:
    """Whether a whole model has been saved there."""
    return all((directory / name).is_file() for name in MODEL_FILES)


def remove_leftovers(data: Path, out: Path) -> None:
    """Remove what an ended training no longer needs: its dataset, its checkpoint, what is no whole model.

    What cannot be removed (a file that another program has open) stays and is logged: it does no harm.

    Args:
        data: The dataset that was written for it.
        out: Its model directory, the one thing that stays.
    """
    _remove_folder(data)
    if not has_model(out):
        _remove_folder(out)
    for pattern in CHECKPOINT_FILES:
        for path in out.glob(pattern):
            try:
                path.unlink()
            except OSError as error:
                log.warning("%s stays: %s", path, error)
    folder = out.parent
    try:
        if not any(folder.iterdir()):
            folder.rmdir()
    except OSError as error:
        log.debug("%s stays: %s", folder, error)


def _remove_folder(folder: Path) -> None:
    if not folder.exists():
        return
    try:
        shutil.rmtree(folder)
    except OSError as error:
        log.warning("%s stays: %s", folder, error)


Command = Callable[[TrainRequest, Path, Path], list[str]]


def train_command(request: TrainRequest, data: Path, out: Path) -> list[str]:
    """The command line of a training; the frozen program calls itself."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app.cli"]
    return [
        *program,
        *("train", "--data", str(data), "--model", request.model, "--out", str(out)),
        *(("--epochs", str(request.epochs)) if request.epochs else ()),
        *("--tune", request.tune, "--progress-json"),
    ]


class Training(QObject):
    """One training at a time; goes on while its dialog is closed."""

    changed = Signal(TrainState)
    model_chosen = Signal(str)

    def __init__(
        self, session: Session, parent: QObject | None = None, *, command: Command = train_command
    ) -> None:
        """`command` gives the command line that trains from a request, a dataset and a model folder."""
        super().__init__(parent)
        self._session, self._command = session, command
        self.state = TrainState()
        self._request: TrainRequest | None = None
        self._export: Task | None = None
        self._process: QProcess | None = None
        self._data: Path | None = None
        self._out: Path | None = None
        self._before: dict[str, float] = {}
        self._error = ""
        self._errors_text = b""
        self._rest = b""

    def start(self, request: TrainRequest) -> None:
        """Write the dataset, then train."""
        project = self._session.store.path
        if project is None or self.state.is_active:
            return
        stamp = time.strftime("%Y-%m-%d %H-%M-%S")
        folder = user_data_dir() / "training" / f"{project.stem} {stamp}"
        self._request, self._data, self._out = request, folder / "data", folder / "model"
        self._before, self._error, self._errors_text, self._rest = {}, "", b"", b""
        self._set(TrainState(Phase.EXPORTING, text=tr("Writing the labelled images as a dataset…")))
        self._export = self._session.jobs.start(_MakeDataset(project, self._data))
        self._export.succeeded.connect(self._on_dataset)
        self._export.failed.connect(self._on_failed)
        self._export.finished.connect(self._on_export_finished)

    def stop(self) -> None:
        """Stop; the best model that was saved so far, if any, can be used."""
        if self._export is not None:
            self._export.cancel()
        if self._process is not None:
            self._set(replace(self.state, phase=Phase.STOPPING, text="Stopping…"))
            self._process.terminate()
            # where nobody listens to that (a console program on Windows), it is ended
            QTimer.singleShot(KILL_AFTER_MS, self._process, self._process.kill)

    def close(self) -> None:
        """The program ends: so does the training."""
        self.stop()
        if self._process is not None:
            self._process.kill()
            self._process.waitForFinished(KILL_AFTER_MS)
        if self._data is not None and self._out is not None:
            remove_leftovers(self._data, self._out)  # here: no job is begun any more

    def use_model(self) -> None:
        """Use the trained model from now on."""
        if self.state.model is not None:
            self.model_chosen.emit(str(self.state.model))

    def _set(self, state: TrainState) -> None:
        self.state = state
        self.changed.emit(state)

    def _end(self, state: TrainState) -> None:
        """It has ended, however it did: nothing runs that needs the dataset or the checkpoint."""
        data, out = self._data, self._out
        if data is not None and out is not None:
            self._session.jobs.start(lambda _: remove_leftovers(data, out))
        self._set(state)

    @Slot(object)
    def _on_dataset(self, folder: Path) -> None:
        if self._request is None or self._out is None or self._export is None or self._export.is_cancelled:
            return
        command = self._command(self._request, folder, self._out)
        process = QProcess(self)
        process.setWorkingDirectory(str(Path(__file__).resolve().parents[2]))
        process.readyReadStandardOutput.connect(self._on_output)
        process.readyReadStandardError.connect(self._on_error_output)
        process.finished.connect(self._on_process_finished)
        process.errorOccurred.connect(self._on_process_error)
        self._process = process
        self._set(TrainState(Phase.RUNNING, text=tr("Loading the model…")))
        log.info("Training: %s", command)
        process.start(command[0], command[1:])

    @Slot(GkdtError)
    def _on_failed(self, error: GkdtError) -> None:
        self._end(replace(self.state, phase=Phase.FAILED, text=str(error)))

    @Slot()
    def _on_export_finished(self) -> None:
        cancelled = self._export is not None and self._export.is_cancelled
        self._export = None
        if cancelled and self.state.phase is Phase.EXPORTING:
            self._end(replace(self.state, phase=Phase.STOPPED, text="Stopped."))

    @Slot()
    def _on_output(self) -> None:
        if self._process is None:
            return
        *lines, self._rest = (self._rest + self._process.readAllStandardOutput().data()).split(b"\n")
        for line in lines:
            try:
                event = json.loads(line)
            except ValueError:
                continue  # a library's own chatter
            if isinstance(event, dict):
                self._on_event(event)

    def _on_event(self, event: dict[str, Any]) -> None:
        if event.get("event") == "error":
            self._error = " ".join(str(event.get(key, "")) for key in ("message", "hint")).strip()
        if self.state.phase is Phase.RUNNING:
            self._set(after_event(self.state, self._before, event))
        elif self.state.phase is Phase.STOPPING:  # said before it heard of the stop
            self._set(replace(after_event(self.state, self._before, event), text=self.state.text))

    @Slot()
    def _on_error_output(self) -> None:
        if self._process is not None:
            self._errors_text = (self._errors_text + self._process.readAllStandardError().data())[-4000:]

    @Slot(QProcess.ProcessError)
    def _on_process_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._process = None
            self._end(replace(self.state, phase=Phase.FAILED, text="The trainer could not be started."))

    @Slot(int, QProcess.ExitStatus)
    def _on_process_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._on_output()
        self._process = None
        if self.state.phase is Phase.STOPPING:
            model = self._out if self._out is not None and has_model(self._out) else None
            text = stopped_text(model is not None, self.state.saved_step)
            self._end(replace(self.state, phase=Phase.STOPPED, text=text, model=model))
            return
        if self.state.phase is not Phase.RUNNING:
            return
        if code == 0 and status is QProcess.ExitStatus.NormalExit and self._out is not None:
            text = done_text(self.state.notes)
            self._end(replace(self.state, phase=Phase.DONE, fraction=1.0, text=text, model=self._out))
            return
        said = self._errors_text.decode("utf-8", "replace").strip().splitlines()
        reason = self._error or (said[-1] if said else tr("The trainer ended with code {code}.", code=code))
        log.error("Training failed: %s\n%s", reason, "\n".join(said))
        self._end(replace(self.state, phase=Phase.FAILED, text=reason))
