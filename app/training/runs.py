"""Trainings on disk: each is a folder with its record, its progress, its dataset and its model.

A training is a process of its own that outlives the window. All that is known of it is in its folder, so that
any window finds it again: `run.json` says what was asked for and which process it is, `events.jsonl` is what
the trainer has said so far, `errors.txt` what went wrong; `data/` is there as long as the training can go on,
`model/` is what it made.
"""

from __future__ import annotations

import contextlib
import json
import logging
import math
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum, auto
from pathlib import Path
from typing import Any

from app.error_texts import in_words, reason_of
from app.i18n import tr
from app.jobs import Task
from gkdt_core.errors import TrainingError
from gkdt_core.paths import user_data_dir

log = logging.getLogger(__name__)

RECORD_FILE, EVENTS_FILE, ERRORS_FILE, STOP_FILE = "run.json", "events.jsonl", "errors.txt", "stop"
DATA_FOLDER, MODEL_FOLDER = "data", "model"
CHECKPOINT_FILE = "checkpoint.pt"
MODEL_FILES = ("config.json", "model.safetensors")
"""What a model directory needs; a training that was ended early may have written only some of it."""
LEFTOVERS = ("checkpoint.pt*", ".*.tmp")
"""What only going on with a training would need, and what is left of a write that was cut off."""
_MOST_BYTES = 1 << 20
_ORPHAN_AGE_S = 3600.0
"""A folder without a record may be that of another window that is writing its dataset."""
_SAME_START_S = 5.0
"""The clock of a process's start and ours differ by less."""
_LAST_ERRORS = 4000

children: list[subprocess.Popen[bytes]] = []
"""The processes that this program has started, kept so that they can be reaped."""


class Phase(StrEnum):
    """Where a training is."""

    RUNNING = auto()
    STOPPING = auto()
    DONE = auto()
    STOPPED = auto()
    FAILED = auto()
    LOST = auto()
    """Its process is gone and has said nothing: killed, or the computer went off."""


@dataclass(frozen=True, slots=True)
class RunRecord:
    """What `run.json` keeps.

    Attributes:
        project: Name of the project.
        model: The model it began with.
        began: Unix time.
        tune: "auto", "heads" or "all".
        epochs: 0 where the trainer chose.
        minutes: The limit; 0 without one.
        train_images, train_instances: What it learns from.
        validation_images, validation_instances: What it is checked with.
        split_by: "source" or "image".
        command: The command line, without the wish to go on from a checkpoint.
        pid: The process; 0 before there is one.
        pid_began: When the process began, Unix time: a later process may have the same number.
        stop_asked: Whether a person has asked it to stop since it began.
    """

    project: str
    model: str
    began: float
    tune: str = "auto"
    epochs: int = 0
    minutes: float = 0.0
    train_images: int = 0
    train_instances: int = 0
    validation_images: int = 0
    validation_instances: int = 0
    split_by: str = "image"
    command: tuple[str, ...] = ()
    pid: int = 0
    pid_began: float = 0.0
    stop_asked: bool = False


def runs_dir() -> Path:
    """Where the folders of all trainings are."""
    return user_data_dir() / "training"


def write_record(folder: Path, record: RunRecord) -> None:
    """Writes `run.json`, completely or not at all.

    Raises:
        TrainingError: It cannot be written.
    """
    path = folder / RECORD_FILE
    partial = path.with_suffix(".partial")
    try:
        partial.write_text(json.dumps(asdict(record), indent=1, ensure_ascii=False), encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        raise TrainingError(
            tr('"{path}" cannot be written: {error}.', path=path, error=reason_of(error)),
            hint=tr("Free some space on that disk, or check your permission to write there."),
        ) from error


def read_record(folder: Path) -> RunRecord | None:
    """What a folder's `run.json` says; None where there is none that makes sense."""
    path = folder / RECORD_FILE
    try:
        if path.stat().st_size > _MOST_BYTES:
            return None
        content = json.loads(path.read_text(encoding="utf-8"))
        known = {field.name: content[field.name] for field in fields(RunRecord) if field.name in content}
        blank = RunRecord("", "", 0.0)
        for name, value in known.items():
            is_number = isinstance(value, int | float) and not isinstance(value, bool)
            if name == "command":
                known[name] = tuple(str(part) for part in value)
            elif not (
                is_number
                if isinstance(getattr(blank, name), float)
                else type(value) is type(getattr(blank, name))
            ):
                return None
        return RunRecord(**known)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, AttributeError) as error:
        log.warning("%s is left out: %s", path, error)
        return None


def run_folders(root: Path) -> list[Path]:
    """The folders of all trainings, the newest first."""
    try:
        found = [path for path in root.iterdir() if (path / RECORD_FILE).is_file()]
    except OSError:
        return []
    return sorted(found, key=_began, reverse=True)


def _began(folder: Path) -> float:
    record = read_record(folder)
    return 0.0 if record is None else record.began


# -- what the trainer says -----------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class Measured:
    """One validation.

    Attributes:
        step: When.
        is_saved: Whether the model of that step was saved: the first one, and each that is the best so far.
        values: PCK values in percent by name, "pck@0.1 visual".
    """

    step: int
    is_saved: bool
    values: Mapping[str, float]


class RunLog:
    """What the trainer has said so far, put together event by event.

    Attributes:
        chosen: What it said before it began to learn.
        choices: What it chose, as (setting, value, reason).
        remarks: What it said since.
        loss: (step, loss) in order.
        validations: In order; those of steps that were done again are the newer ones.
        steps: How many there are in all; 0 while unknown.
        step: The last one done.
        fraction: Share done, 0..1; NaN while unknown.
        left_s: Seconds that the rest will take; NaN while unknown.
        error: Why it failed, or "".
        is_done, is_stopped: How it ended.
    """

    def __init__(self) -> None:
        self.chosen: list[str] = []
        self.choices: tuple[tuple[str, str, str], ...] = ()
        self.remarks: list[str] = []
        self.loss: list[tuple[int, float]] = []
        self.validations: list[Measured] = []
        self.steps = 0
        self.step = 0
        self.fraction = math.nan
        self.left_s = math.nan
        self.error = ""
        self.is_done = self.is_stopped = False
        self._has_begun = self._is_learning = False
        self._said: tuple[dict[str, float], dict[str, float]] | None = None

    def feed_all(self, events: Iterable[Mapping[str, Any]]) -> None:
        """Take in several events in order."""
        for event in events:
            self.feed(event)

    def feed(self, event: Mapping[str, Any]) -> None:
        """Take in one event; what is not understood changes nothing."""
        fraction = fraction_of(event)
        if math.isfinite(fraction):
            self.fraction = fraction
        if isinstance(event.get("steps"), int):
            self.steps = event["steps"]
        take = {
            "launched": self._on_launched,
            "start": self._on_start,
            "step": self._on_step,
            "validation": self._on_validation,
            "note": self._on_note,
            "choices": self._on_choices,
            "done": self._on_done,
            "error": self._on_error,
            "stopped": self._on_stopped,
        }.get(str(event.get("event")))
        if take is not None:
            take(event)

    def _on_launched(self, event: Mapping[str, Any]) -> None:
        """It begins, or goes on: how it ended before no longer counts."""
        self.is_done = self.is_stopped = self._is_learning = False
        self.error, self._said = "", None
        self.chosen.clear()
        self.choices = ()

    def _on_start(self, event: Mapping[str, Any]) -> None:
        step = int(event["step"]) if isinstance(event.get("step"), int) else 0
        if self._has_begun:  # what comes after the checkpoint comes again
            self.loss = [(at, value) for at, value in self.loss if at <= step]
            self.validations = [one for one in self.validations if one.step <= step and step > 0]
        self._has_begun = self._is_learning = True
        self.step, self.left_s = step, math.nan
        self.remarks.clear()

    def _on_step(self, event: Mapping[str, Any]) -> None:
        step, loss, seconds = event.get("step"), event.get("loss"), event.get("seconds")
        if not isinstance(step, int):
            return
        self.step = step
        if isinstance(loss, int | float) and math.isfinite(loss):
            self.loss.append((step, float(loss)))
        if isinstance(seconds, int | float) and 0 < self.fraction <= 1:
            self.left_s = float(seconds) * (1 / self.fraction - 1)

    def _on_validation(self, event: Mapping[str, Any]) -> None:
        step, values = event.get("step"), measures(event)
        if isinstance(step, int) and values:
            self.validations = [one for one in self.validations if one.step != step]
            self.validations.append(Measured(step, step == 0 or event.get("best") is True, values))

    def _on_note(self, event: Mapping[str, Any]) -> None:
        if isinstance(event.get("text"), str):
            (self.remarks if self._is_learning else self.chosen).append(event["text"])

    def _on_choices(self, event: Mapping[str, Any]) -> None:
        rows = event.get("choices")
        self.choices = tuple(
            (str(row.get("setting", "")), str(row.get("value", "")), str(row.get("why", "")))
            for row in (rows if isinstance(rows, list) else [])
            if isinstance(row, dict)
        )

    def _on_done(self, event: Mapping[str, Any]) -> None:
        first, last = event.get("before"), event.get("after")
        if isinstance(first, Mapping) and isinstance(last, Mapping):
            self._said = (measures(first), measures(last))
        self.is_done, self.fraction, self.left_s = True, 1.0, 0.0

    def _on_error(self, event: Mapping[str, Any]) -> None:
        self.error = " ".join(str(event.get(key, "")) for key in ("message", "hint")).strip()

    def _on_stopped(self, event: Mapping[str, Any]) -> None:
        self.is_stopped = True

    @property
    def saved_step(self) -> int | None:
        """The step of the model that is saved so far (0: the starting model); None while unknown."""
        return next((one.step for one in reversed(self.validations) if one.is_saved), None)

    def table(self) -> tuple[tuple[str, float, float], ...]:
        """(measure, before, after) of the model that is saved; NaN where not measured."""
        if self._said is not None:
            before, after = self._said
        else:
            before = dict(next((one.values for one in self.validations if one.step == 0), {}))
            saved = [one.values for one in self.validations if one.is_saved and one.step > 0]
            later = [one.values for one in self.validations if one.step > 0]
            after = dict(saved[-1] if saved else before if before and later else later[-1] if later else {})
        names = [*after, *(name for name in before if name not in after)]
        return tuple((name, before.get(name, math.nan), after.get(name, math.nan)) for name in names)

    def curves(self) -> tuple[tuple[str, tuple[tuple[int, float], ...]], ...]:
        """For every measure its (step, value) in order."""
        found: dict[str, list[tuple[int, float]]] = {}
        for one in self.validations:
            for name, value in one.values.items():
                found.setdefault(name, []).append((one.step, value))
        return tuple((name, tuple(points)) for name, points in found.items())


class Tail:
    """Reads what was added to a file of JSON lines since the last time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._offset = 0
        self._rest = b""

    def events(self) -> Iterator[dict[str, Any]]:
        """The new events; a line that is not complete yet comes the next time."""
        try:
            with self._path.open("rb") as file:
                file.seek(self._offset)
                added = file.read()
        except OSError:
            return
        self._offset += len(added)
        *lines, self._rest = (self._rest + added).split(b"\n")
        for line in lines:
            try:
                event = json.loads(line)
            except (ValueError, RecursionError):
                continue  # a library's own chatter
            if isinstance(event, dict):
                yield event


# -- the process ---------------------------------------------------------------------------------------------


def launch(folder: Path, record: RunRecord, command: Sequence[str], cwd: Path) -> RunRecord:
    """Starts the process of a training, which outlives this program; the record with its number, written.

    Raises:
        TrainingError: It cannot be started.
    """
    import psutil

    (folder / STOP_FILE).unlink(missing_ok=True)
    try:
        with (folder / EVENTS_FILE).open("ab") as said, (folder / ERRORS_FILE).open("wb") as errors:
            said.write(b'\n{"event": "launched"}\n')  # the line before may have been cut off
            said.flush()
            process = subprocess.Popen(
                list(command),
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=errors,
                start_new_session=sys.platform != "win32",  # a terminal that closes does not end it
                creationflags=_windows_flags(),
            )
    except OSError as error:
        raise TrainingError(
            tr("The trainer could not be started: {error}.", error=reason_of(error)),
            hint=tr("Details are in the log (Help > Open the log folder)."),
        ) from error
    children.append(process)
    began = time.time()
    with contextlib.suppress(psutil.Error):
        began = psutil.Process(process.pid).create_time()
    record = replace(record, pid=process.pid, pid_began=began, stop_asked=False)
    write_record(folder, record)
    return record


def _windows_flags() -> int:
    if sys.platform != "win32":
        return 0
    return subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP


def is_alive(record: RunRecord, folder: Path) -> bool:
    """Whether the process of a training runs: that very one, not a later one of the same number."""
    if record.pid <= 0:
        return False
    import psutil

    for child in list(children):
        if child.poll() is not None:  # reaped here: nobody else may
            children.remove(child)
    try:
        process = psutil.Process(record.pid)
        if process.status() == psutil.STATUS_ZOMBIE:
            return False
        if abs(process.create_time() - record.pid_began) < _SAME_START_S:
            return True
        # the computer's clock may have been set since; its command line tells
        return any(str(folder) in part for part in process.cmdline())
    except psutil.Error:
        return False


def ask_to_stop(folder: Path, record: RunRecord) -> RunRecord:
    """Asks the process to write a checkpoint and end; the record that says so, written."""
    record = replace(record, stop_asked=True)
    write_record(folder, record)
    if sys.platform == "win32":
        # there is no polite signal for a program without a console there
        (folder / STOP_FILE).touch()
    elif is_alive(record, folder):
        with contextlib.suppress(ProcessLookupError):
            os.kill(record.pid, signal.SIGTERM)
    return record


def end_now(folder: Path, record: RunRecord) -> None:
    """Ends the process at once; what it learnt since its last checkpoint is lost."""
    import psutil

    if is_alive(record, folder):
        with contextlib.suppress(psutil.Error):
            psutil.Process(record.pid).kill()


# -- how it is -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RunState:
    """A training as it is shown.

    Attributes:
        folder: Where all of it is; it names the training.
        record: What was asked for.
        phase: Where it is.
        text: One or two sentences about now.
        fraction, left_s: As in `RunLog`.
        steps: How many there are in all; 0 while unknown.
        chosen: What the trainer said before it began to learn.
        choices: What it chose, as (setting, value, reason).
        loss: (step, loss).
        curves: For every measure its (step, value).
        table: (measure, before, after) on the images held back.
        model: The model that can be used, if any.
        can_go_on: Whether there is a checkpoint to go on from.
    """

    folder: Path
    record: RunRecord
    phase: Phase
    text: str
    fraction: float = math.nan
    left_s: float = math.nan
    steps: int = 0
    chosen: tuple[str, ...] = ()
    choices: tuple[tuple[str, str, str], ...] = ()
    loss: tuple[tuple[int, float], ...] = ()
    curves: tuple[tuple[str, tuple[tuple[int, float], ...]], ...] = ()
    table: tuple[tuple[str, float, float], ...] = ()
    model: Path | None = None
    can_go_on: bool = False

    @property
    def is_active(self) -> bool:
        return self.phase in (Phase.RUNNING, Phase.STOPPING)


class Run:
    """One training as a window sees it: its record, and what has been read of its progress."""

    def __init__(self, folder: Path, record: RunRecord) -> None:
        self.folder = folder
        self.record = record
        self.log = RunLog()
        self._tail = Tail(folder / EVENTS_FILE)

    @property
    def data(self) -> Path:
        return self.folder / DATA_FOLDER

    @property
    def out(self) -> Path:
        return self.folder / MODEL_FOLDER

    def read(self) -> RunState:
        """Read what is new, and say how it is."""
        # asked before the last lines are read: it may say "done" and end in between
        alive = is_alive(self.record, self.folder)
        self.log.feed_all(self._tail.events())
        return self._state(alive)

    def _state(self, alive: bool) -> RunState:
        told = self.log
        phase, text = self._phase(alive)
        ended = phase not in (Phase.RUNNING, Phase.STOPPING)
        model = self.out if ended and has_model(self.out) else None
        return RunState(
            self.folder,
            self.record,
            phase,
            text,
            told.fraction,
            told.left_s if phase is Phase.RUNNING else math.nan,
            told.steps,
            tuple(told.chosen),
            told.choices,
            tuple(told.loss),
            told.curves(),
            told.table(),
            model,
            ended and phase is not Phase.DONE and self.can_go_on(),
        )

    def _phase(self, alive: bool) -> tuple[Phase, str]:
        told, has_saved = self.log, has_model(self.out)
        if told.is_done and has_saved:
            return Phase.DONE, done_text(told.remarks)
        if alive:
            if self.record.stop_asked:
                return Phase.STOPPING, tr("Stopping: a checkpoint is written…")
            return Phase.RUNNING, running_text(told)
        if told.error:
            return Phase.FAILED, in_words(told.error)
        if told.is_stopped or self.record.stop_asked:
            return Phase.STOPPED, stopped_text(has_saved, told.saved_step)
        said = _last_line(self.folder / ERRORS_FILE)
        if said:
            return Phase.FAILED, tr("It ended before it was done. The last it said: {said}", said=said)
        return Phase.LOST, tr("It ended without a word: it was killed, or the computer went off.")

    def can_go_on(self) -> bool:
        """Whether there is a checkpoint, and the data that it learnt from."""
        return (self.out / CHECKPOINT_FILE).is_file() and (self.data / "annotations" / "train.json").is_file()


def has_model(directory: Path) -> bool:
    """Whether a whole model has been saved there."""
    return all((directory / name).is_file() for name in MODEL_FILES)


def running_text(told: RunLog) -> str:
    """Where a training is that runs."""
    if not told.step and not told.loss:
        if told.validations or told.steps:
            return tr("The model is measured before it learns…")
        return told.chosen[-1] if told.chosen else tr("Loading the model…")
    parts = [
        tr("Step {step:,} of {steps:,}", step=told.step, steps=told.steps)
        if told.steps
        else tr("Step {step:,}", step=told.step)
    ]
    if told.loss:
        parts.append(tr("loss {loss:.3f}", loss=told.loss[-1][1]))
    return " · ".join(parts)


def done_text(remarks: Sequence[str]) -> str:
    """How a training went that came to its end; the trainer's remarks say it better than "Done"."""
    return tr(
        "{join} The table compares the images held back, before and after.",
        join=" ".join(remarks) or tr("Done."),
    )


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


def _last_line(path: Path) -> str:
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _LAST_ERRORS))
            lines = file.read().decode("utf-8", "replace").strip().splitlines()
    except OSError:
        return ""
    return lines[-1].strip() if lines else ""


def is_of_learned(name: str) -> bool:
    """Whether a measure is of the images that were learnt from: nothing could be held back."""
    return name.startswith("learned ")


def measure_parts(name: str) -> tuple[str, float] | None:
    """("visual", 0.1) of "pck@0.1 visual", in either order; None for another name."""
    match = re.search(r"pck@(\d+(?:\.\d+)?)", name)
    prompt = re.search(r"\b(visual|text|both)\b", name)
    return (prompt.group(1), float(match.group(1))) if match and prompt else None


# -- tidying up ----------------------------------------------------------------------------------------------


def tidy(folder: Path, task: Task | None = None) -> None:
    """A job: remove what a training that came to its end no longer needs: its dataset and its checkpoint."""
    remove_folder(folder / DATA_FOLDER)
    for pattern in LEFTOVERS:
        for path in (folder / MODEL_FOLDER).glob(pattern):
            try:
                path.unlink()
            except OSError as error:
                log.warning("%s stays: %s", path, error)


def remove_orphans(root: Path) -> None:
    """Remove the folders of trainings that never began: the window was killed while it wrote the dataset."""
    try:
        folders = [path for path in root.iterdir() if path.is_dir()]
    except OSError:
        return
    for folder in folders:
        is_kept = (folder / RECORD_FILE).exists() or has_model(folder / MODEL_FOLDER)
        with contextlib.suppress(OSError):
            if not is_kept and time.time() - folder.stat().st_mtime > _ORPHAN_AGE_S:
                remove_folder(folder)


def remove_folder(folder: Path) -> bool:
    """Remove a folder and all in it; what cannot be removed stays and is logged. Whether it is gone."""
    if not folder.exists():
        return True
    try:
        shutil.rmtree(folder)
    except OSError as error:
        log.warning("%s stays: %s", folder, error)
    return not folder.exists()


def size_of(folder: Path) -> int:
    """Bytes of the model and checkpoint of a training; its dataset is linked, not copied, where it can be."""
    total = 0
    for path in (folder / MODEL_FOLDER).rglob("*"):
        with contextlib.suppress(OSError):
            total += path.stat().st_size if path.is_file() else 0
    return total
