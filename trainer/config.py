"""Everything a training run can be told."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from trainer.data.augment import AugmentConfig
from trainer.data.sampling import SamplingName
from trainer.loss import LossName

Tune = Literal["all", "heads"]
Modality = Literal["visual", "text", "both"]


@dataclass(frozen=True, slots=True)
class TrainConfig:
    """Settings of one run; written beside its result.

    Attributes:
        data: Dataset folders, each with `images/` and `annotations/<split>.json`.
        out: Where the model, checkpoint and metrics go.
        split: Name of the annotation file to train on.
        steps: Optimizer steps; the learning rate falls to zero over them.
        minutes: A time budget; whichever of steps and minutes ends first counts. 0 for none.
        episodes_per_step: S, episodes rolled out in one step.
        views: E, instances in an episode; each pass takes its supports out of them.
        max_shots: Largest number of supports K; drawn from 1 to here.
        lr: Learning rate of the prompt and head parts.
        encoder_lr: Learning rate of the image encoder's trunk, as a share of `lr`.
        weight_decay: AdamW's.
        warmup: Share of the run in which the learning rate rises.
        loss: "mse" as in the paper, or "spatial_ce" where data and time are short.
        ce_sigma: Standard deviation of the cross-entropy's target, share of the input's side.
        fused_weight: Weight of the loss on the fused heatmap where both modalities prompt (cross-entropy).
        passes: "mix" draws one modality per episode as in the paper; "all" prompts the same encoded views
            with each, which costs little beside the encoding.
        subset: Probability of prompting only some of the keypoints, as people do.
        sampling: How categories are drawn.
        tune: "all", or "heads" with a frozen image encoder.
        freeze_low: Keep the small encoder's layers up to stride 8 as they are.
        max_keypoints: Keypoints of one episode at most; more are thinned at random.
        ema: Decay of the averaged weights that are saved; 0 for none.
        validate_every: Steps between validations; 0 for only at the end.
        patience: Validations without a better result before stopping; 0 for never.
        checkpoint_minutes: Minutes between checkpoints.
        seed: Of everything random.
        threads: Torch threads; 0 leaves torch's choice.
        augment: How far random views go.
    """

    data: tuple[Path, ...]
    out: Path
    split: str = "train"
    steps: int = 1000
    minutes: float = 0.0
    episodes_per_step: int = 3
    views: int = 6
    max_shots: int = 2
    lr: float = 1e-3
    encoder_lr: float = 0.5
    weight_decay: float = 0.01
    warmup: float = 0.03
    loss: LossName = "spatial_ce"
    ce_sigma: float = 9.0 / 384
    fused_weight: float = 1.0
    passes: Literal["mix", "all"] = "all"
    subset: float = 0.25
    sampling: SamplingName = "sqrt"
    tune: Tune = "all"
    freeze_low: bool = True
    max_keypoints: int = 40
    ema: float = 0.998
    validate_every: int = 0
    patience: int = 0
    checkpoint_minutes: float = 4.0
    seed: int = 0
    threads: int = 0
    augment: AugmentConfig = field(default_factory=AugmentConfig)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        values = asdict(self)
        values["data"] = [str(path) for path in self.data]
        values["out"] = str(self.out)
        return values
