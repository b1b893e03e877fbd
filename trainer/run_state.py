"""What changes while training: a checkpoint keeps all of it, and validation judges it."""

from __future__ import annotations

import math
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch

from gkdt_core.errors import TrainingError
from gkdt_core.model.gkdt import Gkdt
from trainer.config import TrainConfig
from trainer.loss import EpisodeLoss
from trainer.processes import Team

_CHECKPOINT_FORMAT = 2


@dataclass(frozen=True, slots=True)
class Progress:
    """What a run reports: `event` is "start", "step", "validation", "note" or "done"."""

    event: str
    values: dict[str, Any]


_DAMAGED = (
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    pickle.UnpicklingError,
)
"""What torch raises for a checkpoint that is cut off, empty, or something else."""
Report = Callable[[Progress], None]
Validate = Callable[[Gkdt], dict[str, float]]


class Average:
    """An exponential moving average of the trained parameters."""

    def __init__(self, model: Gkdt, decay: float) -> None:
        self.decay = decay
        self.values = {
            name: p.detach().clone() for name, p in model.named_parameters() if p.requires_grad and decay > 0
        }

    def update(self, model: Gkdt, step: int) -> None:
        # The average of the first steps is mostly their own start, so it follows faster there.
        decay = min(self.decay, (1 + step) / (10 + step))
        with torch.no_grad():
            for name, parameter in model.named_parameters():
                if name in self.values:
                    self.values[name].lerp_(parameter, 1 - decay)

    def swap(self, model: Gkdt) -> None:
        """Exchanges the model's parameters with the averaged ones."""
        with torch.no_grad():
            for name, parameter in model.named_parameters():
                if name in self.values:
                    kept = parameter.detach().clone()
                    parameter.copy_(self.values[name])
                    self.values[name] = kept


@dataclass(frozen=True, slots=True)
class Start:
    """The model that a run begins with, so that no other is taken for it when the run goes on.

    Attributes:
        name: For messages.
        digest: Of its weights and configuration; "" where nobody knows.
    """

    name: str = ""
    digest: str = ""


ANY_START = Start()
"""Of a model that nobody has named."""


@dataclass(slots=True)
class Run:
    """Everything that changes while training, and that a checkpoint keeps.

    Attributes:
        step: Optimizer steps done.
        episodes: Episodes seen.
        elapsed: Seconds trained, over all resumptions.
        best: The best validation score so far.
        stale: Validations since then.
        validated: The step of the last validation.
        recent: The losses since the last report.
    """

    model: Gkdt
    loss: EpisodeLoss
    optimizer: torch.optim.Optimizer
    average: Average
    team: Team
    start: Start
    step: int = 0
    episodes: int = 0
    elapsed: float = 0.0
    best: float = -math.inf
    stale: int = 0
    validated: int = 0
    recent: list[float] = field(default_factory=list)

    def progress(self, config: TrainConfig) -> float:
        """The share done, by steps or by time."""
        by_time = self.elapsed / (config.minutes * 60) if config.minutes > 0 else 0.0
        return max(self.step / config.steps, by_time)

    def write(self, path: Path) -> None:
        """Writes a checkpoint, atomically; the main process does."""
        if not self.team.place.is_main:
            return
        trained = {name: p.detach() for name, p in self.model.named_parameters() if p.requires_grad}
        partial = path.with_suffix(".partial")
        torch.save(
            {
                "format": _CHECKPOINT_FORMAT,
                "start": [self.start.name, self.start.digest],
                "model": trained,
                "buffers": dict(self.model.named_buffers()),
                "average": self.average.values,
                "loss": self.loss.state_dict(),
                "optimizer": self.optimizer.state_dict(),
                "scaler": {} if self.team.scaler is None else self.team.scaler.state_dict(),
                "state": [self.step, self.episodes, self.elapsed, self.best, self.stale, self.validated],
                "recent": self.recent,
            },
            partial,
        )
        partial.replace(path)

    def restore(self, path: Path) -> None:
        """Goes back to a checkpoint.

        Raises:
            TrainingError: It is damaged, or belongs to another run.
        """
        try:
            saved = torch.load(path, map_location="cpu", weights_only=True)
            kept, made_by = saved["model"], saved.get("format", 1)
        except _DAMAGED as error:
            raise TrainingError(
                f"{path} cannot be read: {error}.", hint="Delete it, or leave out --resume, to start anew."
            ) from error
        if made_by != _CHECKPOINT_FORMAT:
            raise TrainingError(
                f"{path} was written by another version of this program.",
                hint="Leave out --resume to start anew.",
            )
        name, digest = saved["start"]
        if digest and self.start.digest and digest != self.start.digest:
            raise TrainingError(
                f"{path} belongs to a run that began with another model, {name or 'unnamed'} "
                f"({digest[:12]}), not with {self.start.name or 'this one'} ({self.start.digest[:12]}).",
                hint="Give --model what the first run had, or choose another output folder.",
            )
        named = {name: p for name, p in self.model.named_parameters() if p.requires_grad}
        if set(kept) != set(named) or any(kept[name].shape != p.shape for name, p in named.items()):
            raise TrainingError(
                f"{path} belongs to another model or another choice of what to tune.",
                hint="Choose another output folder, or the settings of the first run.",
            )
        with torch.no_grad():
            for name, parameter in named.items():
                parameter.copy_(kept[name])
            for name, buffer in self.model.named_buffers():
                buffer.copy_(saved["buffers"][name])
            for name in self.average.values:
                self.average.values[name].copy_(saved["average"].get(name, kept[name]))
        self.loss.load_state_dict(saved["loss"])
        self.optimizer.load_state_dict(saved["optimizer"])
        if self.team.scaler is not None and saved["scaler"]:
            self.team.scaler.load_state_dict(saved["scaler"])
        step, episodes, elapsed, best, stale, validated = saved["state"]
        self.step, self.episodes, self.elapsed = int(step), int(episodes), float(elapsed)
        self.best, self.stale, self.validated = float(best), int(stale), int(validated)
        self.recent = [float(value) for value in saved["recent"]]

    def validate(self, validate: Validate, save: Callable[[Gkdt], None], report: Report) -> None:
        """Measures the averaged weights, and saves them if they are the best so far."""

        def measured() -> tuple[float, int]:
            self.average.swap(self.model)
            self.model.eval()
            best, stale = self.best, self.stale + 1
            try:
                measures = validate(self.model)
                if measures["score"] > best:
                    save(self.model)
                    best, stale = measures["score"], 0
            finally:  # stopped here, the checkpoint must not hold the averages in place of the weights
                self.average.swap(self.model)
                self.model.train()
            report(Progress("validation", {"step": self.step, "best": stale == 0, **measures}))
            return best, stale

        self.best, self.stale = self.team.from_main(measured)
        self.validated = self.step

    def measure_start(self, validate: Validate, save: Callable[[Gkdt], None], report: Report) -> None:
        """Measures the model before the first step, and saves it: it stays, should nothing better come."""

        def measured() -> float:
            self.model.eval()
            measures = validate(self.model)
            report(Progress("validation", {"step": 0, "best": False, **measures}))
            save(self.model)
            self.model.train()
            return measures["score"]

        self.best = self.team.from_main(measured)
