"""What the GKDT paper reports on its own test sets, to print beside ours."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from gkdt_core.paths import resource_path


@dataclass(frozen=True, slots=True)
class PublishedPck:
    """PCK@0.1 in percent of one model on one dataset, prompted one way."""

    model: str
    prompt: str
    value: float


@dataclass(frozen=True, slots=True)
class PublishedAp:
    """COCO's keypoint AP in percent; AP50 and AP75 are None where the paper does not give them."""

    model: str
    boxes: str
    ap: float
    ap50: float | None
    ap75: float | None


def source() -> str:
    """Where the numbers are from, for people."""
    return str(_content()["source"])


def paper_name(dataset: str) -> str | None:
    """The paper's name of a dataset, None when it is not one of the paper's.

    Known by the folder's name: the name in the paper's tables, or of MegaKPT's folder.
    """
    wanted = _folded(dataset.rpartition("/")[2])
    for name, others in _content()["datasets"].items():
        if wanted in {_folded(name), *map(_folded, others)}:
            return str(name)
    return None


def published_pck(dataset: str) -> tuple[PublishedPck, ...]:
    """Of every model of the paper's Tables 4 and 5; none for other datasets."""
    name = paper_name(dataset) or ""
    rows: list[Mapping[str, Any]] = [*_content()["table4"], *_content()["table5"]]
    return tuple(PublishedPck(row["model"], row["prompt"], float(row[name])) for row in rows if name in row)


def published_ap(dataset: str) -> tuple[PublishedAp, ...]:
    """Of the paper's Table 6; none for other datasets than COCO and Human-Art."""
    table = {"COCO val": "table6a_coco_val_AP", "HumanArt": "table6b_humanart_val_AP"}
    rows = _content().get(table.get(paper_name(dataset) or "", ""), [])
    return tuple(
        PublishedAp(row["model"], row["boxes"], row["AP"], row.get("AP50"), row.get("AP75")) for row in rows
    )


@cache
def _content() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(
        resource_path("facts", "published_results.json").read_text(encoding="utf-8")
    )
    return content


def _folded(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", name.casefold())
