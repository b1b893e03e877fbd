"""How every command of `gkdt` ends."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The codes that a command leaves with; the user guide tells the same."""

    DONE = 0
    """All is done."""
    FAILED = 1
    """A check found something wrong, or the program itself failed."""
    BAD_INPUT = 2
    """What was given cannot be used; whatever could be done is done."""
    INTERRUPTED = 130
    """After Ctrl+C."""
