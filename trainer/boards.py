"""A run's measures for TensorBoard, where somebody wants them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from gkdt_core.errors import TrainingError
from gkdt_core.extras import is_frozen


class Board(Protocol):
    """Where measures are drawn."""

    def write(self, event: str, values: Mapping[str, Any]) -> None:
        """The numbers of an event, at its "step"."""

    def close(self) -> None:
        """Everything is written."""


class _NoBoard:
    def write(self, event: str, values: Mapping[str, Any]) -> None:
        """Nobody looks."""

    def close(self) -> None:
        """Nothing was opened."""


def no_board() -> Board:
    """One that draws nothing."""
    return _NoBoard()


class _TensorBoard:
    def __init__(self, writer: Any) -> None:
        self._writer = writer

    def write(self, event: str, values: Mapping[str, Any]) -> None:
        for name, value in values.items():
            if name != "step" and isinstance(value, int | float) and not isinstance(value, bool):
                # "pck@0.1 visual": TensorBoard's names have no spaces
                self._writer.add_scalar(f"{event}/{name.replace(' ', '_')}", value, values["step"])

    def close(self) -> None:
        self._writer.close()


def tensorboard(out: Path, step: int) -> Board:
    """A board in `out`/tensorboard; what an earlier run drew after `step` is hidden.

    Raises:
        TrainingError: The extra package is not there.
    """
    try:
        from tensorboardX import SummaryWriter
    except ImportError as error:
        raise TrainingError(
            "Writing for TensorBoard needs the package tensorboardX, which is not installed.",
            hint=_how_to_go_on(),
        ) from error
    return _TensorBoard(SummaryWriter(str(out / "tensorboard"), purge_step=step + 1 if step else None))


def _how_to_go_on() -> str:
    if is_frozen():
        return (
            "This build of the program is without it. Leave out --tensorboard: "
            "metrics.csv has the same numbers."
        )
    return (
        'Install it with pip install "gkdt-annotator[tensorboard]", or leave out --tensorboard: '
        "metrics.csv has the same numbers."
    )
