"""What an evaluation asks, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gkdt_core.geometry import REGION_SCALE
from gkdt_core.inference.decode import Decode
from gkdt_core.inference.looks import Looks
from trainer.data.dataset import CategoryData

BASELINE = "training_free"
"""What the baseline answers to; one with another encoder to "training_free/NAME"."""


@dataclass(frozen=True, slots=True)
class EvaluationConfig:
    """How to evaluate.

    Attributes:
        prompts: Which prompts; "training_free" is the baseline. "text/NAME" and "both/NAME" ask with the
            words of `wordings` instead of the keypoints' names.
        episodes: Episodes per category.
        queries: Queries in an episode.
        shots: Supports in an episode.
        seed: Of the draws.
        box_scale: How much larger than the ground-truth box the (square) region is.
        decode: How heatmaps become points.
        looks: Which second looks are taken; refining only where the matcher has an engine.
        wordings: For each NAME and "dataset/category" N texts.
    """

    prompts: tuple[str, ...] = ("visual", "text", "both")
    episodes: int = 100
    queries: int = 8
    shots: int = 1
    seed: int = 0
    box_scale: float = REGION_SCALE
    decode: Decode = Decode.SUBPIXEL
    looks: Looks = field(default_factory=Looks)
    wordings: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def texts(self, prompt: str, data: CategoryData) -> tuple[str, ...]:
        """The N texts that `prompt` asks a category's keypoints with."""
        wording = prompt.partition("/")[2]
        names = data.category.keypoints
        return self.wordings.get(wording, {}).get(data.key, names)


def modality(prompt: str) -> str:
    """ "text" of "text/synonyms": what a prompt is made of, whatever its words are."""
    return prompt.partition("/")[0]
