"""Which instances a fine-tuning is checked with: whole videos, people or pictures, held back from it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from trainer.data.dataset import GROUP_FIELDS, CategoryData, Sample

FEWEST_TO_HOLD_OUT = 20
"""Below this many instances every one is learned from."""
FEWEST_OF_A_CATEGORY = 2
"""On either side: an episode has a support and a query."""
SHARE = 0.2
_PLURALS = {
    "video": "videos",
    "source_video": "videos",
    "person_id": "people",
    "source_image": "source pictures",
    "patient": "patients",
}
_MOST = 0.35
"""Of a category's instances: where whole groups would take more, a stretch of its pictures is held back."""


@dataclass(frozen=True, slots=True, eq=False)
class Divided:
    """What is learned from and what is checked with.

    Attributes:
        learn, held: Categories; `held` is empty where nothing is held back.
        how: In words, how it was divided; "" without `held`.
    """

    learn: list[CategoryData]
    held: list[CategoryData]
    how: str = ""


def divide(categories: Sequence[CategoryData], *, share: float = SHARE, seed: int = 0) -> Divided:
    """Holds back about `share` of every category, in whole groups (a video, a person, a picture).

    Groups are chosen by a hash of their name, so that the split stays when data are added. A category whose
    groups are too large for that (one long video) gives the last stretch of its pictures instead: neighbours
    look alike, so what is measured then flatters. Categories in which either side would have fewer than two
    instances stay whole in what is learned from, and with fewer than 20 instances in all everything does.
    """
    if sum(len(data.samples) for data in categories) < FEWEST_TO_HOLD_OUT:
        return Divided(list(categories), [])
    learn, held = [], []
    kinds: Counter[str] = Counter()
    for data in categories:
        chosen, kind = _chosen(data.samples, share, seed)
        kept = tuple(sample for sample in data.samples if sample not in chosen)
        if min(len(chosen), len(kept)) < FEWEST_OF_A_CATEGORY:
            learn.append(data)
            continue
        learn.append(replace(data, samples=kept))
        held.append(replace(data, samples=tuple(sample for sample in data.samples if sample in chosen)))
        kinds[kind] += 1
    return Divided(learn, held, " and ".join(kinds))


def _chosen(samples: Sequence[Sample], share: float, seed: int) -> tuple[set[Sample], str]:
    """Instances to hold back, and in words what they have in common."""
    of_group: dict[str, list[Sample]] = {}
    for sample in samples:
        of_group.setdefault(sample.group, []).append(sample)
    order = sorted(of_group, key=lambda group: hashlib.sha256(f"{seed}:{group}".encode()).digest())
    chosen: set[Sample] = set()
    for group in order:
        if len(chosen) + len(of_group[group]) <= _MOST * len(samples):
            chosen.update(of_group[group])
        if len(chosen) >= share * len(samples):
            break
    if len(chosen) >= share * len(samples) / 2:
        return chosen, f"whole {_plural(samples)}, about a fifth of them"
    pictures = list(dict.fromkeys(sample.path for sample in samples))
    last = set(pictures[round(len(pictures) * (1 - share)) :])
    return {sample for sample in samples if sample.path in last}, (
        f"the last fifth of the pictures: too few {_plural(samples)} to spare one"
    )


def _plural(samples: Sequence[Sample]) -> str:
    """What groups are: "videos", "people", "pictures"."""
    fields = {sample.group.partition("=")[0] for sample in samples} & set(GROUP_FIELDS)
    found = {_PLURALS[name] for name in fields}
    return found.pop() if len(found) == 1 else "groups" if found else "pictures"
