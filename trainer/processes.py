"""The processes of a run: one, or several on one or more machines.

torchrun and accelerate launch start several, and tell each its place by environment variables. A single
process sees no difference: nothing has to be configured, nothing is wrapped.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from gkdt_core.errors import TrainingError

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

    from trainer.config import Precision

Value = TypeVar("Value")

_PATIENCE = timedelta(hours=12)
"""How long processes wait for each other: the first one validates and saves alone."""


@dataclass(frozen=True, slots=True)
class Place:
    """Which process this is.

    Attributes:
        rank: Its number among all.
        count: How many there are.
        local_rank: Its number on this machine, which is also that of its graphics card.
        local_count: How many there are on this machine.
    """

    rank: int = 0
    count: int = 1
    local_rank: int = 0
    local_count: int = 1

    @property
    def is_main(self) -> bool:
        """Whether it is the one that reports, validates and writes."""
        return self.rank == 0


def place_here() -> Place:
    """This process's place, by its environment; needs no torch."""

    def number(name: str, otherwise: int) -> int:
        text = os.environ.get(name, "")
        return int(text) if text.isdecimal() else otherwise

    count = number("WORLD_SIZE", 1)
    if count < 2 or "LOCAL_RANK" not in os.environ:
        return Place()
    return Place(number("RANK", 0), count, number("LOCAL_RANK", 0), number("LOCAL_WORLD_SIZE", count))


def own_device(wanted: str, place: Place) -> str:
    """The device's name for this process: each has a graphics card of its own."""
    if place.count > 1 and wanted in ("auto", "cuda"):
        import torch

        if wanted == "cuda" or torch.cuda.is_available():
            return f"cuda:{place.local_rank}"
    return wanted


def shares(total: int, parts: int) -> list[range]:
    """0 to `total` in `parts` consecutive ranges, whose lengths differ by one at most."""
    edges = [total * part // parts for part in range(parts + 1)]
    return [range(low, high) for low, high in itertools.pairwise(edges)]


class Team:
    """What the processes of a run do together, through accelerate."""

    def __init__(self, device: torch.device, precision: Precision) -> None:
        """Args: device: Of this process, with the model on it already. precision: Of the wrapped module.

        Raises:
            TrainingError: The device cannot compute in this precision.
        """
        from accelerate import Accelerator, DistributedDataParallelKwargs, InitProcessGroupKwargs
        from accelerate.state import AcceleratorState

        # The precision of the last run in this Python would be kept; the processes' connections may stay.
        AcceleratorState._reset_state()
        if precision == "fp16" and device.type != "cuda":
            # accelerate would silently compute in float32
            raise TrainingError(
                f"fp16 needs a CUDA card, and this run is on {device}.", hint="Choose bf16 or fp32."
            )
        handlers: list[Any] = [
            # an episode with one kind of prompt uses only a part of the network
            DistributedDataParallelKwargs(find_unused_parameters=True),
            InitProcessGroupKwargs(timeout=_PATIENCE),
        ]
        try:
            self._accelerator = Accelerator(
                device_placement=False,
                mixed_precision="no" if precision == "fp32" else precision,
                cpu=device.type == "cpu",
                kwargs_handlers=handlers,
            )
        except ValueError as error:
            raise TrainingError(
                f"The device {device} cannot train in {precision}: {error}",
                hint="Choose --precision fp32.",
            ) from error
        self.device = device
        self.place = Place(
            self._accelerator.process_index,
            self._accelerator.num_processes,
            self._accelerator.local_process_index,
            place_here().local_count,
        )

    def wrapped(self, module: nn.Module) -> nn.Module:
        """The module whose gradients are those of all processes, computing in the run's precision."""
        prepared: nn.Module = self._accelerator.prepare_model(module)
        return prepared

    def optimizing(self, optimizer: torch.optim.Optimizer) -> torch.optim.Optimizer:
        """The optimizer that knows the scale of half precision's losses."""
        prepared: torch.optim.Optimizer = self._accelerator.prepare_optimizer(optimizer)
        return prepared

    def together(self, module: nn.Module, is_last: bool) -> AbstractContextManager[Any]:
        """Around one part of a step: gradients are exchanged in the last one only."""
        if is_last or self.place.count == 1:
            return nullcontext()
        context: AbstractContextManager[Any] = self._accelerator.no_sync(module)
        return context

    def backward(self, loss: Tensor) -> None:
        """Adds the gradients of `loss`; those of the processes are averaged."""
        self._accelerator.backward(loss)

    def clip(self, parameters: list[nn.Parameter], longest: float) -> None:
        """Shortens the gradient of all parameters together to `longest`."""
        self._accelerator.clip_grad_norm_(parameters, longest)

    def rows(self, values: list[float]) -> list[list[float]]:
        """Everybody's values, a row for each process."""
        if self.place.count == 1:
            return [values]
        import torch

        # as they are: float32 would make the seconds of a long run coarse
        row = torch.tensor([values], dtype=torch.float64, device=self.device)
        gathered: Tensor = self._accelerator.gather(row)
        return [[float(value) for value in row] for row in gathered.cpu()]

    def everything(self, values: list[Value]) -> list[Value]:
        """Everybody's lists, one after the other."""
        if self.place.count == 1:
            return values
        from accelerate.utils import gather_object

        found: list[Value] = gather_object(values)
        return found

    def from_main(self, make: Callable[[], Value]) -> Value:
        """What the main process makes, for all; the others wait."""
        if self.place.count == 1:
            return make()
        from accelerate.utils import broadcast_object_list

        held: list[Any] = [make() if self.place.is_main else None]
        broadcast_object_list(held)
        value: Value = held[0]
        return value

    @property
    def scaler(self) -> Any:
        """The loss scaler of fp16; None for other precisions."""
        return self._accelerator.scaler


def own_numbers(first: int, per_step: int, own: range) -> Iterator[tuple[int, bool]]:
    """For each episode number from `first` on whether it is one of this process's, `own` of every step."""
    while True:
        for place in range(per_step):
            yield first + place, place in own
        first += per_step
