"""The training loop: episodes in, a model directory out."""

from __future__ import annotations

import csv
import json
import math
import pickle
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from gkdt_core.errors import Cancelled, TrainingError
from gkdt_core.inference.preprocess import normalise
from gkdt_core.model.detection_head import QueryMap
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.model.image_encoder import EfficientNetLiteEncoder
from trainer.config import Modality, TrainConfig
from trainer.data.dataset import CategoryData
from trainer.data.episodes import Episode, EpisodeMaker, ImageStore, Prefetcher
from trainer.data.sampling import PoolEntry, endless
from trainer.loss import EpisodeLoss, spatial_ce_loss
from trainer.text_prompts import TextPrompts, TowerTextPrompts, training_text

IMAGE_CACHE_BYTES = 4 << 30
CHECKPOINT_FILE = "checkpoint.pt"
_REPORT_EVERY = 10
_TABLES = {"step": "metrics.csv", "validation": "validation.csv"}
"""The events that are kept, a row each, and the file in the output folder."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What a run reports: `event` is "start", "step", "validation", "note" or "done"."""

    event: str
    values: dict[str, Any]


_DAMAGED = (
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    pickle.UnpicklingError,
)
"""What torch raises for a checkpoint that is cut off, empty, or something else."""

Report = Callable[[Progress], None]
Validate = Callable[[Gkdt], dict[str, float]]


def episode_loss(
    model: Gkdt,
    features: Tensor,
    query_map: QueryMap,
    episode: Episode,
    loss: EpisodeLoss,
    texts: TextPrompts,
    config: TrainConfig,
    rng: np.random.Generator,
) -> Tensor:
    """The loss of one episode whose views are encoded: features (E, C, h, w) and their map -> scalar."""
    device = features.device
    points = torch.from_numpy(episode.points).to(device)
    visible = torch.from_numpy(episode.visible).to(device)
    count, total = len(episode.keypoint_order), len(features)
    chosen = np.arange(count)
    if count > 2 and rng.random() < config.subset:
        chosen = np.sort(rng.permutation(count)[: int(rng.integers(1, count))])
    keep = torch.from_numpy(chosen).to(device)
    points, visible = points[:, keep], visible[:, keep]
    category = episode.category.category
    names = [category.keypoints[episode.keypoint_order[i]] for i in chosen]
    modalities: tuple[Modality, ...] = ("visual", "text", "both")
    if config.passes == "mix":
        modalities = (modalities[int(rng.integers(3))],)
    parts = []
    for modality in modalities:
        shots = int(rng.integers(1, config.max_shots + 1)) if total > config.max_shots else 1
        order = rng.permutation(total)
        # A text prompt needs no support, so every view can be a query.
        support, query = (order[:0], order) if modality == "text" else (order[:shots], order[shots:])
        text = visual = visual_valid = None
        if modality != "text":
            visual, visual_valid = model.visual_prototypes(
                features[support], points[support], visible[support].float()
            )
        if modality != "visual":
            text = texts(model, [training_text(name, category.name, rng) for name in names])
        heatmaps = model.detect(features[query], text, None, visual, visual_valid, query_map=query_map[query])
        part = loss(heatmaps, points[query], visible[query], text_valid=None, visual_valid=visual_valid)
        if modality == "both" and config.loss == "spatial_ce" and config.fused_weight > 0:
            fused = spatial_ce_loss(
                heatmaps.fused,
                points[query],
                visible[query],
                heatmaps.valid,
                loss.log_scale.clamp(max=5.0),
                2 * config.ce_sigma,
            )
            part = (part + config.fused_weight * fused) / (1 + config.fused_weight)
        parts.append(part)
    return torch.stack(parts).mean()


def _trained_parameters(model: Gkdt, loss: EpisodeLoss, config: TrainConfig) -> list[dict[str, Any]]:
    """Optimizer groups; everything else stops requiring gradients. The text tower is always frozen."""
    for parameter in model.parameters():
        parameter.requires_grad_(True)
    for parameter in model.dinov3_text_encoder.parameters():
        parameter.requires_grad_(False)
    encoder = model.image_encoder
    trunk: list[nn.Parameter] = []
    if config.tune == "heads":
        for parameter in encoder.parameters():
            parameter.requires_grad_(False)
    elif isinstance(encoder, EfficientNetLiteEncoder):
        if config.freeze_low:
            for parameter in encoder.trunk.low_parameters():
                parameter.requires_grad_(False)
        trunk = [p for p in encoder.trunk.parameters() if p.requires_grad]
    else:
        trunk = list(encoder.parameters())
    in_trunk = {id(p) for p in trunk}
    rest = [p for p in model.parameters() if p.requires_grad and id(p) not in in_trunk]
    decayed = [p for p in rest if p.ndim > 1]
    plain = [p for p in rest if p.ndim <= 1]
    groups = [
        {"params": decayed, "scale": 1.0, "weight_decay": config.weight_decay},
        {"params": [*plain, *loss.parameters()], "scale": 1.0, "weight_decay": 0.0},
    ]
    if trunk:
        groups.append({"params": trunk, "scale": config.encoder_lr, "weight_decay": config.weight_decay})
    return groups


def learning_rate(progress: float, config: TrainConfig) -> float:
    """Linear warm-up, then a cosine to zero; `progress` from 0 to 1."""
    if progress < config.warmup:
        return config.lr * progress / config.warmup
    share = (progress - config.warmup) / max(1 - config.warmup, 1e-9)
    return config.lr * 0.5 * (1 + math.cos(math.pi * min(share, 1.0)))


class _Average:
    """An exponential moving average of the trained parameters."""

    def __init__(self, model: Gkdt, decay: float) -> None:
        self.decay = decay
        self.values = {
            name: p.detach().clone() for name, p in model.named_parameters() if p.requires_grad and decay > 0
        }

    def update(self, model: Gkdt, step: int) -> None:
        # The average of the first steps is mostly their own start, so it follows faster there.
        decay = min(self.decay, (1 + step) / (10 + step))
        with torch.no_grad():
            for name, parameter in model.named_parameters():
                if name in self.values:
                    self.values[name].lerp_(parameter, 1 - decay)

    def swap(self, model: Gkdt) -> None:
        """Exchanges the model's parameters with the averaged ones."""
        with torch.no_grad():
            for name, parameter in model.named_parameters():
                if name in self.values:
                    kept = parameter.detach().clone()
                    parameter.copy_(self.values[name])
                    self.values[name] = kept


@dataclass(slots=True)
class _Run:
    """Everything that changes while training, and that a checkpoint keeps.

    Attributes:
        step: Optimizer steps done.
        elapsed: Seconds trained, over all resumptions.
        best: The best validation score so far.
        stale: Validations since then.
    """

    model: Gkdt
    loss: EpisodeLoss
    optimizer: torch.optim.Optimizer
    average: _Average
    step: int = 0
    elapsed: float = 0.0
    best: float = -math.inf
    stale: int = 0

    def progress(self, config: TrainConfig) -> float:
        """The share done, by steps or by time."""
        by_time = self.elapsed / (config.minutes * 60) if config.minutes > 0 else 0.0
        return max(self.step / config.steps, by_time)

    def write(self, path: Path) -> None:
        """Writes a checkpoint, atomically."""
        trained = {name: p.detach() for name, p in self.model.named_parameters() if p.requires_grad}
        partial = path.with_suffix(".partial")
        torch.save(
            {
                "model": trained,
                "average": self.average.values,
                "loss": self.loss.state_dict(),
                "optimizer": self.optimizer.state_dict(),
                "state": [self.step, self.elapsed, self.best, self.stale],
                "random": torch.get_rng_state(),
            },
            partial,
        )
        partial.replace(path)

    def restore(self, path: Path) -> None:
        """Goes back to a checkpoint.

        Raises:
            TrainingError: It is damaged, or belongs to another run.
        """
        try:
            saved = torch.load(path, map_location="cpu", weights_only=True)
            kept, (step, elapsed, best, stale) = saved["model"], saved["state"]
        except _DAMAGED as error:
            raise TrainingError(
                f"{path} cannot be read: {error}.", hint="Delete it, or leave out --resume, to start anew."
            ) from error
        named = {name: p for name, p in self.model.named_parameters() if p.requires_grad}
        if set(kept) != set(named) or any(kept[name].shape != p.shape for name, p in named.items()):
            raise TrainingError(
                f"{path} belongs to another model or another choice of what to tune.",
                hint="Choose another output folder, or the settings of the first run.",
            )
        with torch.no_grad():
            for name, parameter in named.items():
                parameter.copy_(kept[name])
            for name in self.average.values:
                self.average.values[name].copy_(saved["average"][name])
        self.loss.load_state_dict(saved["loss"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.step, self.elapsed, self.best, self.stale = int(step), float(elapsed), float(best), int(stale)
        torch.set_rng_state(saved["random"])

    def validate(self, validate: Validate, save: Callable[[Gkdt], None], report: Report) -> None:
        """Measures the averaged weights, and saves them if they are the best so far."""
        self.average.swap(self.model)
        self.model.eval()
        try:
            measures = validate(self.model)
            better = measures["score"] > self.best
            if better:
                save(self.model)
                self.best, self.stale = measures["score"], 0
            else:
                self.stale += 1
        finally:  # stopped here, the checkpoint must not hold the averages in place of the weights
            self.average.swap(self.model)
            self.model.train()
        report(Progress("validation", {"step": self.step, "best": better, **measures}))


def pool_entries(categories: list[CategoryData]) -> list[PoolEntry]:
    """What the sampler needs to know of the categories."""
    return [
        PoolEntry(data.category.supercategory or data.dataset, data.dataset, index, len(data.samples))
        for index, data in enumerate(categories)
    ]


def train(
    model: Gkdt,
    categories: list[CategoryData],
    config: TrainConfig,
    *,
    save: Callable[[Gkdt], None],
    report: Report,
    validate: Validate | None = None,
    texts: TextPrompts | None = None,
    resume: bool = False,
    log_scale: float | None = None,
    best: float = -math.inf,
    should_stop: Callable[[], bool] = lambda: False,
) -> None:
    """Trains `model` in place and saves its averaged weights.

    Args:
        model: On its device.
        categories: What to train on.
        config: The settings.
        save: Called with the model to keep: at the end, and whenever validation is better than before.
        report: Gets every event.
        validate: Gives measures of the model, "score" among them (higher is better).
        texts: Strings to prototypes; default the model's own tower.
        resume: Go on from the checkpoint in `config.out`.
        log_scale: The cross-entropy's temperature to start from, where the model's is known.
        best: The validation score to surpass.
        should_stop: Asked every step; the run then saves its checkpoint and raises `Cancelled`.

    Raises:
        TrainingError: Too little data, a non-finite loss, or a checkpoint of another run.
    """
    if config.threads:
        torch.set_num_threads(config.threads)
    config.out.mkdir(parents=True, exist_ok=True)
    entries = pool_entries(categories)
    views = min(config.views, max((entry.size for entry in entries), default=0))
    if views < 2:
        raise TrainingError(
            "No category has two annotated instances.",
            hint="Training compares instances with each other: annotate at least two, better ten.",
        )
    torch.manual_seed(config.seed)
    device = next(model.parameters()).device
    size = model.config.input_size
    loss = EpisodeLoss(
        config.loss,
        input_size=size,
        sigma=model.config.sigma_px,
        ce_sigma=config.ce_sigma * size,
    ).to(device)
    if log_scale is not None:
        loss.log_scale.data.fill_(log_scale)
    texts = texts or TowerTextPrompts()
    groups = _trained_parameters(model, loss, config)
    model.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch's stubs lack it
    optimizer = torch.optim.AdamW(groups, lr=config.lr, betas=(0.9, 0.98))
    run = _Run(model, loss, optimizer, _Average(model, config.ema), best=best)
    checkpoint = config.out / CHECKPOINT_FILE
    if resume and checkpoint.is_file():
        run.restore(checkpoint)
    else:
        for name in _TABLES.values():  # those of another run would be mistaken for this one's
            (config.out / name).unlink(missing_ok=True)

    def told(progress: Progress) -> None:
        if progress.event in _TABLES:
            _append_row(config.out / _TABLES[progress.event], progress.values)
        report(progress)

    episodes_done = run.step * config.episodes_per_step
    draws = endless(entries, views, config.seed, config.sampling, first=episodes_done)
    maker = EpisodeMaker(
        categories, size, config.augment, ImageStore(IMAGE_CACHE_BYTES), config.max_keypoints
    )
    prefetcher = Prefetcher(maker, draws, config.seed, episodes_done, ahead=3 * config.episodes_per_step)
    start = {
        "step": run.step,
        "steps": config.steps,
        "minutes": config.minutes,
        "categories": len(categories),
        "instances": sum(len(data.samples) for data in categories),
        "trained_parameters": sum(p.numel() for g in groups for p in g["params"]),
    }
    report(Progress("start", start))
    try:
        _steps(run, config, iter(prefetcher), texts, save, told, validate, should_stop)
    except (Cancelled, KeyboardInterrupt):
        run.write(checkpoint)
        raise
    finally:
        prefetcher.close()
    run.write(checkpoint)
    if validate is not None:
        run.validate(validate, save, told)
    else:
        run.average.swap(model)
        model.eval()
        save(model)
    description = {"config": config.to_dict(), "log_scale": float(loss.log_scale.detach())}
    (config.out / "training.json").write_text(json.dumps(description, indent=1), encoding="utf-8")
    report(Progress("done", {"step": run.step, "seconds": round(run.elapsed, 1), "out": str(config.out)}))


def _steps(
    run: _Run,
    config: TrainConfig,
    episodes: Iterator[Episode],
    texts: TextPrompts,
    save: Callable[[Gkdt], None],
    report: Report,
    validate: Validate | None,
    should_stop: Callable[[], bool],
) -> None:
    model, optimizer = run.model, run.optimizer
    device = next(model.parameters()).device
    trained = [p for group in optimizer.param_groups for p in group["params"]]
    started = time.monotonic() - run.elapsed
    saved_at = time.monotonic()
    recent: list[float] = []
    model.train()
    while run.progress(config) < 1:
        if should_stop():
            raise Cancelled
        rate = learning_rate(run.progress(config), config)
        for group in optimizer.param_groups:
            group["lr"] = rate * group["scale"]
        batch = [next(episodes) for _ in range(config.episodes_per_step)]
        value = _batch_loss(run, batch, config, texts, device)
        if not torch.isfinite(value):
            raise TrainingError(
                f"The loss is not finite at step {run.step} (episodes: "
                f"{'; '.join(', '.join(episode.ids) for episode in batch)}).",
                hint="Lower the learning rate, or look at these annotations.",
            )
        optimizer.zero_grad(set_to_none=True)
        value.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        run.step += 1
        run.average.update(model, run.step)
        run.elapsed = time.monotonic() - started
        recent.append(float(value.detach()))
        if run.step % _REPORT_EVERY == 0 or run.progress(config) >= 1:
            values = {
                "step": run.step,
                "progress": min(1.0, round(run.progress(config), 4)),
                "loss": round(float(np.mean(recent)), 4),
                "lr": rate,
                "seconds": round(run.elapsed, 1),
                "scale": round(float(run.loss.log_scale.detach().exp()), 2),
            }
            recent.clear()
            report(Progress("step", values))
        if time.monotonic() - saved_at > config.checkpoint_minutes * 60:
            run.write(config.out / CHECKPOINT_FILE)
            saved_at = time.monotonic()
        due = config.validate_every and run.step % config.validate_every == 0 and run.progress(config) < 1
        if due and validate is not None:
            run.validate(validate, save, report)
            if config.patience and run.stale >= config.patience:
                report(Progress("note", {"text": f"Stopped early: no gain in {run.stale} validations."}))
                return


def _batch_loss(
    run: _Run, batch: list[Episode], config: TrainConfig, texts: TextPrompts, device: torch.device
) -> Tensor:
    """The mean loss of some episodes, whose views are encoded together."""
    pixels = normalise(np.concatenate([episode.pixels for episode in batch]))
    pixels = pixels.to(device).contiguous(memory_format=torch.channels_last)
    with torch.set_grad_enabled(config.tune != "heads"):
        features = run.model.encode_image(pixels)
    query_map = run.model.query_map(features)
    rng = np.random.default_rng((config.seed, 1, run.step))
    losses = []
    first = 0
    for episode in batch:
        views = slice(first, first + len(episode.pixels))
        losses.append(
            episode_loss(run.model, features[views], query_map[views], episode, run.loss, texts, config, rng)
        )
        first = views.stop
    return torch.stack(losses).mean()


def _append_row(path: Path, values: dict[str, Any]) -> None:
    new = not path.exists()
    with path.open("a", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(values))
        if new:
            writer.writeheader()
        writer.writerow(values)
