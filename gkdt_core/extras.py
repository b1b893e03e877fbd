"""The optional extras: what to tell somebody whose program came without the packages of one."""

from __future__ import annotations

import sys


def is_frozen() -> bool:
    """Whether this is the frozen program, to which nobody can add a package."""
    return bool(getattr(sys, "frozen", False))


def how_to_add(extra: str) -> str:
    """What to do about a missing package of an extra, as the hint of an error."""
    if is_frozen():
        return "This build of the program is without it. Choose another format, or a build that has it."
    return f"Install it with `pip install '.[{extra}]'` in the program's folder."
