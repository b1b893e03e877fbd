"""How long work says how far it is and learns that it should stop."""

from __future__ import annotations

from collections.abc import Callable

Checkpoint = Callable[[float], None]
"""Called between chunks of long work with the share done; raises `Cancelled` to stop it."""


def no_checkpoint(fraction: float) -> None:
    """A checkpoint of work that nobody watches or cancels."""
