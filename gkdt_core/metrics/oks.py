"""Object keypoint similarity: how exactly each keypoint can be placed (its sigma), from where it is known.

OKS of a point is exp(-d² / (2 s² (2 sigma)²)), with d the distance and s² the object's area.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gkdt_core.domain import Category
from gkdt_core.errors import DatasetError
from gkdt_core.metrics.radial_error import radial_errors

FloatArray = NDArray[np.float64]

COCO_SIGMAS: Mapping[str, float] = MappingProxyType(
    {
        "nose": 0.026,
        **{f"{side} eye": 0.025 for side in ("left", "right")},
        **{f"{side} ear": 0.035 for side in ("left", "right")},
        **{f"{side} shoulder": 0.079 for side in ("left", "right")},
        **{f"{side} elbow": 0.072 for side in ("left", "right")},
        **{f"{side} wrist": 0.062 for side in ("left", "right")},
        **{f"{side} hip": 0.107 for side in ("left", "right")},
        **{f"{side} knee": 0.087 for side in ("left", "right")},
        **{f"{side} ankle": 0.089 for side in ("left", "right")},
    }
)
"""COCO's own, by keypoint name: the spread of 5000 objects that several people marked."""
DEFAULT_SIGMA = 0.05
"""For keypoints nobody measured. A point that is 0.1 of the object's size (the root of its area) off then has
an OKS of 0.61, and one 0.05 off 0.88: about the exactness that PCK@0.1 asks for."""
_SMALLEST = 0.005
"""Two readings that happen to agree do not make a keypoint exact to a hair."""
_LARGEST_FILE = 1 << 20


def is_coco_person(category: Category) -> bool:
    """Whether the keypoints are COCO's 17 of a person, in any order."""
    return {_folded(name) for name in category.keypoints} == set(COCO_SIGMAS) and len(category) == 17


def default_sigmas(category: Category) -> FloatArray:
    """(N,) COCO's for its 17 keypoints of a person, else `DEFAULT_SIGMA` for all."""
    if is_coco_person(category):
        return np.array([COCO_SIGMAS[_folded(name)] for name in category.keypoints])
    return np.full(len(category), DEFAULT_SIGMA)


def sigmas_of_observers(readings: Sequence[Sequence[FloatArray]], areas: Sequence[float]) -> FloatArray:
    """(N,) sigmas from objects that two or more people marked, NaN where no object has two marks.

    COCO's definition, sigma² = mean of d² / s², with d² the unbiased variance of the marks of one object (for
    two observers half of their squared distance).

    Args:
        readings: For each object its observers' (N, 2) points in px; NaN where not marked.
        areas: Of the objects, px².
    """
    spreads = []
    for marks, area in zip(readings, areas, strict=True):
        stacked = np.stack(list(marks))  # (A, N, 2)
        known = np.asarray(np.isfinite(stacked).all(axis=-1))
        count = known.sum(axis=0)
        filled = np.where(known[..., None], stacked, 0.0)
        centre = filled.sum(axis=0) / np.maximum(count, 1)[:, None]
        squared = np.where(known, radial_errors(filled, centre[None]) ** 2, 0.0).sum(axis=0)
        spreads.append(np.where(count > 1, squared / np.maximum(count - 1, 1), np.nan) / area)
    if not spreads:
        return np.zeros(0)
    table = np.stack(spreads)
    seen = np.isfinite(table)
    mean = np.where(seen, table, 0.0).sum(axis=0) / np.maximum(seen.sum(axis=0), 1)
    return np.where(seen.any(axis=0), np.maximum(np.sqrt(mean), _SMALLEST), np.nan)


def read_sigmas(path: Path) -> Mapping[str, FloatArray | Mapping[str, float]]:
    """Sigmas from a JSON file: {"category": 0.05}, or a list of N, or {"keypoint": sigma} for each category.

    The category "*" stands for all others.

    Raises:
        DatasetError: The file cannot be read, or a sigma is not a number above 0 and at most 1.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise DatasetError(f"{path} is too large for a file of sigmas.")
        content: Any = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DatasetError(f"{path} cannot be read: {error.strerror}.", hint="Check --sigmas.") from error
    except (ValueError, RecursionError) as error:
        raise DatasetError(f"{path} is not valid JSON: {error}.", hint="Check --sigmas.") from error
    if not isinstance(content, dict):
        raise _wrong(path, "it does not hold an object")
    found: dict[str, FloatArray | Mapping[str, float]] = {}
    for name, value in content.items():
        if isinstance(value, dict):
            found[name] = {str(key): _sigma(path, f"{name}, {key}", one) for key, one in value.items()}
        else:
            values = value if isinstance(value, list) else [value]
            found[name] = np.array([_sigma(path, name, one) for one in values])
    return found


def sigmas_from_file(
    path: Path, content: Mapping[str, FloatArray | Mapping[str, float]], category: Category
) -> FloatArray:
    """(N,) what a file of `read_sigmas` says about a category; `default_sigmas` where it says nothing.

    Raises:
        DatasetError: It has another number of sigmas than the category keypoints, or names an unknown one.
    """
    entry = content.get(category.name, content.get("*"))
    sigmas = default_sigmas(category)
    if entry is None:
        return sigmas
    if isinstance(entry, Mapping):
        places = {_folded(name): index for index, name in enumerate(category.keypoints)}
        for name, sigma in entry.items():
            if _folded(name) not in places:
                raise _wrong(path, f'"{category.name}" has no keypoint "{name}"')
            sigmas[places[_folded(name)]] = sigma
        return sigmas
    if len(entry) not in (1, len(category)):
        raise _wrong(path, f'{len(entry)} sigmas for the {len(category)} keypoints of "{category.name}"')
    sigmas[:] = entry
    return sigmas


def _sigma(path: Path, where: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1:
        raise _wrong(path, f"the sigma of {where} is {value!r}")
    return float(value)


def _wrong(path: Path, what: str) -> DatasetError:
    return DatasetError(
        f"{path.name}: {what}.",
        hint='Write {"category": [one sigma for each keypoint]}, each above 0 and at most 1.',
    )


def _folded(name: str) -> str:
    return " ".join(re.split(r"[\s_\-]+", name.strip().casefold()))
