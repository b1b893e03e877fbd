"""Text prototypes during training: the frozen tower's outputs are computed once per string."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import torch
from torch import Tensor

from gkdt_core.domain import Category
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.model.tokenizer import ClipTokenizer

TEMPLATES = ("{k}", "the {k}", "the {k} of {o}", "{o}'s {k}")
"""The texts of keypoint k of object o that training shows (gkdt.md section 8)."""


def training_text(keypoint: str, object_name: str, rng: np.random.Generator) -> str:
    """A random template filled in; the bare name half of the time, since that is what people type."""
    template = TEMPLATES[0] if rng.random() < 0.5 else TEMPLATES[int(rng.integers(1, len(TEMPLATES)))]
    return template.format(k=keypoint, o=object_name)


def all_training_texts(category: Category) -> list[str]:
    """Every text that `training_text` may give for the keypoints of a category."""
    return [template.format(k=k, o=category.name) for k in category.keypoints for template in TEMPLATES]


class TextPrompts(Protocol):
    """Strings to prototypes, with gradients for what is trained."""

    def __call__(self, model: Gkdt, texts: Sequence[str]) -> Tensor:
        """T strings -> (T, C)."""


class TowerTextPrompts:
    """The frozen tower's outputs are cached per string; the adaptation behind it is trained."""

    def __init__(self) -> None:
        self._tokenizer: ClipTokenizer | None = None
        self._cache: dict[str, tuple[Tensor, Tensor]] = {}

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
        outputs = torch.stack([self._cache[text][0] for text in texts]).to(device).float()
        ids = torch.stack([self._cache[text][1] for text in texts]).to(device)
        adapted: Tensor = model.text_anet(outputs, ids)
        return adapted
