"""Everything a training run can be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from gkdt_core.errors import TrainingError
from trainer.data.augment import AugmentConfig
from trainer.data.sampling import SamplingName
from trainer.loss import LossName
from trainer.text_prompts import TEMPLATES, check_template

Tune = Literal["all", "upper", "heads"]
Modality = Literal["visual", "text", "both"]
Passes = Literal["mix", "all"]
Precision = Literal["fp32", "bf16", "fp16"]
Schedule = Literal["cosine", "constant"]
MODALITIES: tuple[Modality, ...] = get_args(Modality)


@dataclass(frozen=True, slots=True)
class TrainConfig:
    """Settings of one run; written beside its result.

    Attributes:
        data: Dataset folders, each with `images/` and `annotations/<split>.json`.
        out: Where the model, checkpoint and metrics go.
        split: Name of the annotation file to train on.
        steps: Optimizer steps; the learning rate falls to zero over them.
        minutes: A time budget; whichever of steps and minutes ends first counts. 0 for none.
        episodes_per_step: S, episodes rolled out in one step by all processes together.
        accumulate: Parts in which a process computes its episodes of a step, one after the other. The memory
            falls with it; the result is the same, but for statistics over a part (BatchNorm of a deconv
            head, the random scale of a DINOv3's position encoding).
        views: E, instances in an episode; each pass takes its supports out of them.
        max_shots: Largest number of supports K; drawn from 1 to here.
        lr: Learning rate of the prompt and head parts.
        encoder_lr: Learning rate of the image encoder, of the small one's trunk, as a share of `lr`.
        weight_decay: AdamW's; 0 makes it Adam.
        beta2: Decay of AdamW's squared gradients.
        clip: Largest length of the gradient; 0 for any.
        schedule: Whether the learning rate falls along a cosine to zero, or stays after the warm-up.
        warmup: Share of the run in which the learning rate rises.
        loss: "mse" as in the paper, or "spatial_ce" where data and time are short.
        negatives: Negative learning: "mse" asks for an empty heatmap where a keypoint is not visible. The
            cross-entropy has no such term.
        ce_sigma: Standard deviation of the cross-entropy's target, share of the input's side.
        fused_weight: Weight of the loss on the fused heatmap where both modalities prompt (cross-entropy).
        modalities: The mix-modal set: which kinds of prompt are trained.
        passes: "mix" draws one modality of the set per episode as in the paper; "all" prompts the same
            encoded views with each, which costs little beside the encoding.
        templates: Of the texts, {k} standing for the keypoint and {o} for the object.
        first_template: The first template's probability; the others share the rest.
        subset: Probability of prompting only some of the keypoints, as people do.
        sampling: How categories are drawn.
        emphasis: For datasets by name, how much more often than "sqrt" says their categories are drawn.
        class_free: Share of episodes that are random points on one photograph (`trainer.data.synthetic`).
        assignment_weight: Weight of the loss that asks, at each keypoint's place, which keypoint it is: the
            other side's is the hard negative (`trainer.loss.assignment_loss`). Cross-entropy only.
        tune: "all", "upper" with the image encoder's lower layers frozen, or "heads" with all of it frozen.
        fixed_views: With "heads", random views of an instance, whose features are computed once and kept; 0
            for new views every time.
        feature_bytes: Of features kept in memory; 0 for a third of what is free. The rest is encoded again.
        freeze_low: Keep the small encoder's layers up to stride 8 as they are.
        max_keypoints: Keypoints of one episode at most; more are thinned at random.
        precision: In which the image encoder computes; prompts, heatmaps and losses stay in float32.
        checkpoint_encoder: Compute the encoder's inner values again when gradients need them, instead of
            keeping them: a third more time for a fraction of the memory.
        ema: Decay of the averaged weights that are saved; 0 for none.
        validate_every: Steps between validations; 0 for only at the end.
        patience: Validations without a better result before stopping; 0 for never.
        checkpoint_minutes: Minutes between checkpoints; 0 for one after every step.
        report_every: Steps between reports of the loss.
        tensorboard: Also write the measures for TensorBoard.
        seed: Of everything random.
        threads: Torch threads; 0 leaves torch's choice.
        workers: Threads that make views; 0 for as many as there are cores for each process, at most 8.
        cache_bytes: Of decoded pictures kept in memory; 0 for a third of what is free.
        augment: How far random views go.

    Raises:
        TrainingError: A value makes no sense.
    """

    data: tuple[Path, ...]
    out: Path
    split: str = "train"
    steps: int = 1000
    minutes: float = 0.0
    episodes_per_step: int = 3
    accumulate: int = 1
    views: int = 6
    max_shots: int = 2
    lr: float = 1e-3
    encoder_lr: float = 0.5
    weight_decay: float = 0.01
    beta2: float = 0.98
    clip: float = 1.0
    schedule: Schedule = "cosine"
    warmup: float = 0.03
    loss: LossName = "spatial_ce"
    negatives: bool = True
    ce_sigma: float = 9.0 / 384
    fused_weight: float = 1.0
    modalities: tuple[Modality, ...] = MODALITIES
    passes: Passes = "all"
    templates: tuple[str, ...] = TEMPLATES
    first_template: float = 0.5
    subset: float = 0.25
    sampling: SamplingName = "sqrt"
    emphasis: Mapping[str, float] = field(default_factory=dict)
    class_free: float = 0.0
    assignment_weight: float = 0.0
    tune: Tune = "all"
    fixed_views: int = 0
    feature_bytes: int = 0
    freeze_low: bool = True
    max_keypoints: int = 40
    precision: Precision = "fp32"
    checkpoint_encoder: bool = False
    ema: float = 0.998
    validate_every: int = 0
    patience: int = 0
    checkpoint_minutes: float = 4.0
    report_every: int = 10
    tensorboard: bool = False
    seed: int = 0
    threads: int = 0
    workers: int = 0
    cache_bytes: int = 0
    augment: AugmentConfig = field(default_factory=AugmentConfig)

    def __post_init__(self) -> None:
        if not self.modalities or not set(self.modalities) <= set(MODALITIES):
            raise TrainingError(
                f"The kinds of prompt to train are {self.modalities!r}.",
                hint=f"Name one or more of {', '.join(MODALITIES)}.",
            )
        if not self.templates:
            raise TrainingError("There is no text template.", hint="Give at least {k}.")
        for template in self.templates:
            check_template(template)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        values = asdict(self)
        values["data"] = [str(path) for path in self.data]
        values["out"] = str(self.out)
        return values
