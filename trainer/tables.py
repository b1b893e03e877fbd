"""The tables of a run's steps and validations, a row each."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

TABLES = {"step": "metrics.csv", "validation": "validation.csv"}
"""The events that are kept, a row each, and the file in the output folder."""


def cut_table(path: Path, last: int) -> None:
    """Leaves out the rows of steps after `last`; below 0, the file."""
    if last < 0 or not path.is_file():
        path.unlink(missing_ok=True)
        return
    with path.open(newline="", encoding="utf-8") as file:
        head, *rows = list(csv.reader(file)) or [[]]
    kept = [row for row in rows if row and row[0].isdecimal() and int(row[0]) <= last]
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([head, *kept])


def append_row(path: Path, values: dict[str, Any]) -> None:
    new = not path.exists()
    with path.open("a", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(values))
        if new:
            writer.writeheader()
        writer.writerow(values)
