"""What a project remembers of the COCO file that its records came from, and what it adds to one.

What COCO has no field for travels beside it: `prompt_texts`, `prompt_modalities` (category), `is_support`
(annotation), and the top-level `gkdt_project`, which says that image states are meant as written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

MARK = "gkdt_project"
TEXTS, MODALITIES, SUPPORT = "prompt_texts", "prompt_modalities", "is_support"
META = "coco"
"""Key of the meta row with a file's top-level fields."""
STEPS = 200
"""Records between two checkpoints."""


def as_object(text: str | None) -> dict[str, Any]:
    """The further fields of a row; those of a row that another program spoilt count as none."""
    try:
        value = json.loads(text or "{}")
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def coco_fields(extra: Mapping[str, Any]) -> dict[str, Any]:
    value = extra.get("coco")
    return dict(value) if isinstance(value, dict) else {}


def coco_number(extra: Mapping[str, Any]) -> int | None:
    value = extra.get("coco_id")
    return value if type(value) is int else None


def as_records(value: object) -> list[dict[str, Any]]:
    return [record for record in value if isinstance(record, dict)] if isinstance(value, list) else []


def extra_text(fields: Mapping[str, Any], number: int) -> str:
    return json.dumps({"coco": dict(fields), "coco_id": number}, ensure_ascii=False)
