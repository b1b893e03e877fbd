"""COCO's AP as `gkdt evaluate --protocol coco-ap --json` wrote it, read back for a report."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gkdt_core.errors import DatasetError

_PROTOCOL = "coco-ap"
_LARGEST_FILE = 64 << 20


@dataclass(frozen=True, slots=True)
class ApRow:
    """One category with one prompt; AP and AR in percent, NaN where there is none.

    Attributes:
        dataset, category, prompt: Of what.
        ap, ap50, ap75, ar: COCO's numbers.
        objects: To be found.
        asked: Boxes the model looked at.
        sigmas_from: Where the sigmas are from, in words.
    """

    dataset: str
    category: str
    prompt: str
    ap: float
    ap50: float
    ap75: float
    ar: float
    objects: int
    asked: int
    sigmas_from: str


def read_ap(path: Path) -> tuple[ApRow, ...]:
    """Every row of the file.

    Raises:
        DatasetError: The file cannot be read, or something else wrote it.
    """
    hint = "Name the file that --protocol coco-ap --json wrote."
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise DatasetError(f"{path} is too large for a file of AP.", hint=hint)
        content: Any = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DatasetError(f"{path} cannot be read: {error.strerror}.", hint="Check --ap.") from error
    except (ValueError, RecursionError) as error:
        raise DatasetError(f"{path} is not valid JSON: {error}.", hint=hint) from error
    try:
        if content["protocol"] != _PROTOCOL:
            raise DatasetError(f"{path.name} holds no AP.", hint=hint)
        return tuple(_row(str(one["dataset"]), row) for one in content["sets"] for row in one["categories"])
    except (KeyError, TypeError, ValueError) as error:
        raise DatasetError(f"{path.name} holds no AP as this program writes it.", hint=hint) from error


def _row(dataset: str, row: Any) -> ApRow:
    ap, ap50, ap75, ar = (_number(row[key]) for key in ("ap", "ap50", "ap75", "ar"))
    return ApRow(
        dataset,
        str(row["category"]),
        str(row["prompt"]),
        ap,
        ap50,
        ap75,
        ar,
        int(row["objects"]),
        int(row["boxes"]),
        str(row["sigmas_from"]),
    )


def _number(value: Any) -> float:
    return float("nan") if value is None else float(value)
