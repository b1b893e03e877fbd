"""The vectors of phrases, remembered in memory and, where wanted, on disk."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import torch
from torch import Tensor

from gkdt_core.inference.text_cache import TextCache, wanted_on_disk
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.model.tokenizer import ClipTokenizer

_IN_MEMORY = 4096
_BATCH = 64


class TextVectors:
    """What a model makes of words; phrases seen before are not encoded again."""

    def __init__(self, model: Gkdt, digest: str, *, on_disk: bool) -> None:
        """Args:
        model: Encodes.
        digest: Of its weights and precision: vectors of another model are other vectors.
        on_disk: Keep them in the user's cache folder too, unless the environment forbids it.
        """
        token = model.kg_transformer.mask_token
        self._model, self._dtype, self._device = model, token.dtype, token.device
        length = model.config.text_encoder.context_length
        self._tokenizer = ClipTokenizer(length)
        self._known: OrderedDict[str, Tensor] = OrderedDict()
        self._disk = (
            TextCache(f"{digest}|{length} tokens", model.config.channels)
            if on_disk and wanted_on_disk()
            else None
        )

    def prototypes(self, phrases: Sequence[Sequence[str]]) -> tuple[Tensor | None, Tensor | None]:
        """(N, C) means over each keypoint's phrases, and (N,) which keypoints have any; None without any."""
        if not any(phrases):
            return None, None
        vectors = self._of({part for given in phrases for part in given})
        nothing = torch.zeros_like(next(iter(vectors.values())))
        rows = [
            torch.stack([vectors[part] for part in given]).mean(dim=0) if given else nothing
            for given in phrases
        ]
        return torch.stack(rows), torch.tensor([bool(given) for given in phrases], device=self._device)

    def _of(self, phrases: AbstractSet[str]) -> dict[str, Tensor]:
        """The (C,) vector of every phrase."""
        missing = sorted(phrases - self._known.keys())
        if self._disk is not None:
            for phrase, vector in self._disk.get(missing).items():
                self._known[phrase] = torch.from_numpy(vector).to(self._device, self._dtype)
            missing = [phrase for phrase in missing if phrase not in self._known]
        for start in range(0, len(missing), _BATCH):
            chunk = missing[start : start + _BATCH]
            made = self._model.encode_text(self._tokenizer.batch(chunk).to(self._device))
            self._known.update(zip(chunk, made.unbind(), strict=True))
            if self._disk is not None:
                self._disk.put(dict(zip(chunk, made.float().cpu().numpy(), strict=True)))
        vectors = {}
        for phrase in phrases:
            self._known.move_to_end(phrase)
            vectors[phrase] = self._known[phrase]
        while len(self._known) > _IN_MEMORY:
            self._known.popitem(last=False)
        return vectors
