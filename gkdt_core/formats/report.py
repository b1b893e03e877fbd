"""What was left out of a file and why, in sentences."""

from __future__ import annotations

from dataclasses import dataclass, field

MAX_SKIPPED = 1000
"""Sentences that a report keeps; further ones are only counted."""


@dataclass(slots=True)
class Report:
    """What a reader left out and why, in sentences; grows while it reads."""

    skipped: list[str] = field(default_factory=list)
    count: int = 0

    def skip(self, where: str, why: str) -> None:
        """Something at `where` was left out, because `why`."""
        self.count += 1
        if len(self.skipped) < MAX_SKIPPED:
            self.skipped.append(f"{where}: {why}")
