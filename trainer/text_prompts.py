"""Text prototypes during training: the frozen tower's outputs are computed once per string."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Protocol

import numpy as np
import torch
from torch import Tensor

from gkdt_core.domain import Category
from gkdt_core.errors import TrainingError
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.model.tokenizer import ClipTokenizer

TEMPLATES = ("{k}", "the {k}", "the {k} of {o}", "{o}'s {k}")
"""The texts of keypoint k of object o that training shows (gkdt.md section 8)."""
TOWER_CACHE_BYTES = 2 << 30


def training_text(
    keypoint: str,
    object_name: str,
    rng: np.random.Generator,
    templates: Sequence[str] = TEMPLATES,
    first: float = 0.5,
) -> str:
    """A random template filled in.

    `first` is the first template's probability: the bare name half of the time, since that is what people
    type. The others share the rest.
    """
    others = templates[1:]
    template = others[int(rng.integers(len(others)))] if others and rng.random() >= first else templates[0]
    return template.format(k=keypoint, o=object_name)


def all_training_texts(category: Category, templates: Sequence[str] = TEMPLATES) -> list[str]:
    """Every text that `training_text` may give for the keypoints of a category."""
    return [template.format(k=k, o=category.name) for k in category.keypoints for template in templates]


def check_template(template: str) -> None:
    """Refuses a template that cannot be filled in, or that does not say which keypoint is meant.

    Raises:
        TrainingError: So it is.
    """
    try:
        filled = template.format(k="\0", o="")
    except (ValueError, LookupError, AttributeError):
        filled = ""
    if "\0" not in filled:
        raise TrainingError(
            f'"{template}" is no text template.',
            hint="Write {k} where the keypoint's name goes, and {o} for the object's.",
        )


class TextPrompts(Protocol):
    """Strings to prototypes, with gradients for what is trained."""

    def __call__(self, model: Gkdt, texts: Sequence[str]) -> Tensor:
        """T strings -> (T, C)."""


class TowerTextPrompts:
    """The frozen tower's outputs are cached per string; the adaptation behind it is trained."""

    def __init__(self, max_bytes: int = TOWER_CACHE_BYTES) -> None:
        """Args: max_bytes: Of outputs to keep. One of the released tower's takes 0.3 MB, and MegaKPT's names
        in every template are some ten thousand strings.
        """
        self.max_bytes = max_bytes
        self._nbytes = 0
        self._tokenizer: ClipTokenizer | None = None
        self._cache: OrderedDict[str, tuple[Tensor, Tensor]] = OrderedDict()

    def __call__(self, model: Gkdt, texts: Sequence[str]) -> Tensor:
        return model.project_text(self.vectors(model, texts))

    def vectors(self, model: Gkdt, texts: Sequence[str]) -> Tensor:
        """T strings -> (T, half), the adaptation's vectors before T2I."""
        device = next(model.parameters()).device
        missing = sorted({text for text in texts if text not in self._cache})
        if missing:
            if self._tokenizer is None:
                self._tokenizer = ClipTokenizer(model.config.text_encoder.context_length)
            ids = self._tokenizer.batch(missing)
            with torch.no_grad():
                outputs = model.dinov3_text_encoder(ids.to(device))
            for row, text in enumerate(missing):
                self._cache[text] = (outputs[row].half().cpu(), ids[row])
                self._nbytes += self._cache[text][0].nbytes
        for text in texts:
            self._cache.move_to_end(text)
        outputs = torch.stack([self._cache[text][0] for text in texts]).to(device).float()
        ids = torch.stack([self._cache[text][1] for text in texts]).to(device)
        while self._nbytes > self.max_bytes and self._cache:
            _, (dropped, _) = self._cache.popitem(last=False)
            self._nbytes -= dropped.nbytes
        adapted: Tensor = model.text_anet(outputs, ids)
        return adapted
