"""Fine-tuning on the project: its labels are written as a dataset, then `gkdt train` runs as a process.

A process of its own, so that a crash or an exhausted memory costs no labels, and that it goes on when the
window is closed. What is known of it is on disk (`app.training.runs`); this object begins, watches, stops and
removes trainings.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.controllers.session import Session
from app.error_texts import text_of
from app.i18n import tr
from app.jobs import Task
from app.project.store import project_name
from app.training.data import DataChoice, MakeDataset, SplitPlan
from app.training.runs import (
    DATA_FOLDER,
    MODEL_FOLDER,
    STOP_FILE,
    Phase,
    Run,
    RunRecord,
    RunState,
    ask_to_stop,
    end_now,
    launch,
    read_record,
    remove_folder,
    remove_orphans,
    run_folders,
    runs_dir,
    tidy,
)
from gkdt_core.errors import GkdtError
from gkdt_core.extras import is_frozen

log = logging.getLogger(__name__)

WATCH_MS = 500
"""How often a training that runs is looked at."""
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class TrainRequest:
    """What a person chose.

    Attributes:
        model: The model to begin with.
        epochs: How often every instance is seen; 0 lets the trainer choose from their number.
        tune: "auto", "heads" or "all".
        minutes: Ends it after that time; 0 for no limit.
        data: Which images it learns from and is checked with.
    """

    model: str
    epochs: int = 0
    tune: str = "auto"
    minutes: int = 0
    data: DataChoice = field(default_factory=DataChoice)


@dataclass(frozen=True, slots=True)
class Preparing:
    """How far the dataset of a training is that has not begun yet.

    Attributes:
        is_active: Whether it is being written.
        text: What to say, or "".
        is_error: Whether `text` is why it cannot begin.
        fraction: Share written, 0..1.
    """

    is_active: bool = False
    text: str = ""
    is_error: bool = False
    fraction: float = 0.0


Command = Callable[[TrainRequest, Path, Path], list[str]]


def train_command(request: TrainRequest, data: Path, out: Path) -> list[str]:
    """The command line of a training; the frozen program calls itself."""
    program = [sys.executable] if is_frozen() else [sys.executable, "-m", "app.cli"]
    return [
        *program,
        *("train", "--data", str(data), "--model", request.model, "--out", str(out)),
        *(("--epochs", str(request.epochs)) if request.epochs else ()),
        *(("--minutes", str(request.minutes)) if request.minutes else ()),
        *("--tune", request.tune, "--stop-file", str(out.parent / STOP_FILE), "--progress-json"),
    ]


class Training(QObject):
    """The trainings of this computer: one runs at a time, and goes on while the window is closed."""

    changed = Signal(RunState)
    """A training that is watched has gone on, or ended."""
    ended = Signal(RunState)
    """It has, and this window saw it."""
    listed = Signal()
    """Trainings came or went: ask for `runs` again."""
    prepared = Signal(Preparing)
    model_chosen = Signal(str)

    def __init__(
        self, session: Session, parent: QObject | None = None, *, command: Command = train_command
    ) -> None:
        """`command` gives the command line that trains from a request, a dataset and a model folder."""
        super().__init__(parent)
        self._session, self._command = session, command
        self.preparing = Preparing()
        self._making: Task | None = None
        self._request: TrainRequest | None = None
        self._folder: Path | None = None
        self._runs: dict[Path, Run] = {}
        self._states: dict[Path, RunState] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(WATCH_MS)
        self._timer.timeout.connect(self._watch)

    # reading

    def runs(self) -> tuple[RunState, ...]:
        """All trainings, the newest first, as they were last read."""
        return tuple(
            self._states[folder]
            for folder in sorted(self._states, key=lambda one: self._states[one].record.began, reverse=True)
        )

    def state(self, folder: Path) -> RunState | None:
        """One training as it was last read."""
        return self._states.get(folder)

    @property
    def active(self) -> RunState | None:
        """The training that runs."""
        return next((state for state in self.runs() if state.is_active), None)

    @Slot()
    def refresh(self) -> None:
        """Read the folders again: another window may have begun or removed a training."""
        before = self._states
        self._states = {}
        for folder in run_folders(runs_dir()):
            record = read_record(folder)
            if record is None:
                continue
            run = self._runs.get(folder)
            if run is None:
                run = self._runs[folder] = Run(folder, record)
            run.record = record
            known = before.get(folder)
            is_over = known is not None and not known.is_active and known.record == record
            self._states[folder] = state = known if known is not None and is_over else run.read()
            if (
                state.phase is Phase.DONE and run.data.exists()
            ):  # it came to its end while no window was there
                self._session.jobs.start(partial(tidy, folder))
        if self.active is not None:
            self._timer.start()
        if before != self._states:
            self.listed.emit()

    # beginning

    def start(self, request: TrainRequest) -> None:
        """Write the dataset, then train."""
        project = self._session.store.path
        if project is None or self.preparing.is_active:
            return
        self.refresh()
        if self.active is not None:
            text = tr("A training is going on. Stop it, or wait for its end, before you begin another.")
            self._prepare(Preparing(text=text, is_error=True))
            return
        stamp = time.strftime("%Y-%m-%d %H-%M-%S")
        folder = runs_dir() / f"{project_name(project)} {stamp}"
        self._request, self._folder = request, folder
        self._prepare(Preparing(True, tr("Writing the labelled images as a dataset…")))
        job = _Prepare(MakeDataset(project, request.data, folder / DATA_FOLDER), folder)
        self._making = self._session.jobs.start(job)
        self._making.progressed.connect(self._on_progressed)
        self._making.succeeded.connect(self._on_dataset)
        self._making.failed.connect(self._on_failed)
        self._making.finished.connect(self._on_making_finished)

    def cancel(self) -> None:
        """Do not begin the training whose dataset is being written."""
        if self._making is not None:
            self._making.cancel()

    def _prepare(self, preparing: Preparing) -> None:
        self.preparing = preparing
        self.prepared.emit(preparing)

    @Slot(float)
    def _on_progressed(self, fraction: float) -> None:
        if self.preparing.is_active:
            self._prepare(Preparing(True, self.preparing.text, fraction=fraction))

    @Slot(object)
    def _on_dataset(self, plan: SplitPlan) -> None:
        request, folder, store = self._request, self._folder, self._session.store
        if request is None or folder is None or self._making is None:
            return
        if self._making.is_cancelled or store.path is None:
            remove_folder(folder)
            return
        command = self._command(request, folder / DATA_FOLDER, folder / MODEL_FOLDER)
        record = RunRecord(
            project=project_name(store.path),
            model=request.model,
            began=time.time(),
            tune=request.tune,
            epochs=request.epochs,
            minutes=float(request.minutes),
            train_images=len(plan.train),
            train_instances=sum(one.instances for one in plan.train),
            validation_images=len(plan.validation),
            validation_instances=sum(one.instances for one in plan.validation),
            split_by=plan.by.value,
            command=tuple(command),
        )
        try:
            launch(folder, record, command, _ROOT)
        except GkdtError as error:
            remove_folder(folder)
            self._on_failed(error)
            return
        log.info("Training: %s", command)
        self._prepare(Preparing())
        self.refresh()

    @Slot(GkdtError)
    def _on_failed(self, error: GkdtError) -> None:
        self._prepare(Preparing(text=text_of(error), is_error=True))

    @Slot()
    def _on_making_finished(self) -> None:
        self._making = None
        if self.preparing.is_active:  # it was cancelled
            self._prepare(Preparing())

    # what can be done with one

    def stop(self, folder: Path) -> None:
        """Let it write a checkpoint and end; asked a second time, end it at once."""
        run, state = self._runs.get(folder), self._states.get(folder)
        if run is None or state is None or not state.is_active:
            return
        if state.phase is Phase.STOPPING:
            end_now(folder, run.record)
        else:
            self._session.guarded(lambda: self._ask_to_stop(run))
        self._look_at(run)

    def _ask_to_stop(self, run: Run) -> None:
        run.record = ask_to_stop(run.folder, run.record)

    def go_on(self, folder: Path) -> None:
        """Go on from its checkpoint."""
        run, state = self._runs.get(folder), self._states.get(folder)
        if run is None or state is None or not state.can_go_on or self.active is not None:
            return
        self._session.guarded(lambda: self._relaunch(run))

    def _relaunch(self, run: Run) -> None:
        run.record = launch(run.folder, run.record, [*run.record.command, "--resume"], _ROOT)
        self._look_at(run)
        self._timer.start()

    def use_model(self, folder: Path) -> None:
        """Use its model from now on."""
        state = self._states.get(folder)
        if state is not None and state.model is not None:
            self.model_chosen.emit(str(state.model))

    def why_kept(self, folder: Path) -> str:
        """Why a training cannot be deleted now, or ""."""
        state = self._states.get(folder)
        if state is None or state.is_active:
            return tr("Stop the training first.")
        if self._session.settings.model == str(folder / MODEL_FOLDER):
            return tr("Its model is in use. Choose another one under Model > Models first.")
        return ""

    def delete(self, folder: Path) -> None:
        """Remove a training with all that it made."""
        if self.why_kept(folder):
            return
        settings, model = self._session.settings, str(folder / MODEL_FOLDER)
        settings.model_paths = tuple(path for path in settings.model_paths if path != model)
        self._runs.pop(folder, None)
        self._states.pop(folder, None)
        self.listed.emit()
        self._session.jobs.start(lambda _: remove_folder(folder)).finished.connect(self.refresh)

    # watching

    @Slot()
    def _watch(self) -> None:
        for folder, state in list(self._states.items()):
            if state.is_active:
                self._look_at(self._runs[folder])
        if self.active is None:
            self._timer.stop()

    def _look_at(self, run: Run) -> None:
        before, state = self._states.get(run.folder), run.read()
        if state == before:
            return
        self._states[run.folder] = state
        self.changed.emit(state)
        if before is not None and before.is_active and not state.is_active:
            if state.phase is Phase.DONE:
                self._session.jobs.start(partial(tidy, run.folder))
            elif state.phase is not Phase.STOPPED:
                log.error("Training %s: %s", run.folder, state.text)
            self.ended.emit(state)

    def close(self) -> None:
        """The window closes: what runs goes on without it."""
        self._timer.stop()
        self.cancel()


@dataclass(frozen=True, slots=True)
class _Prepare:
    """A job: makes the dataset, or leaves nothing; the window may be gone when it is cancelled."""

    make: MakeDataset
    folder: Path

    def __call__(self, task: Task) -> SplitPlan:
        remove_orphans(runs_dir())
        try:
            return self.make(task)
        except BaseException:
            remove_folder(self.folder)
            raise
