"""The training loop: episodes in, a model directory out."""

from __future__ import annotations

import contextlib
import csv
import json
import math
import os
import pickle
import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from gkdt_core.errors import Cancelled, TrainingError
from gkdt_core.inference.batches import out_of_memory
from gkdt_core.inference.preprocess import normalise
from gkdt_core.model.detection_head import QueryMap
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.model.kernel_generator import QueryContext
from gkdt_core.model.prompt_encoder import mean_of_shots
from trainer.boards import no_board, tensorboard
from trainer.cached_views import FeatureCache, FixedViewMaker
from trainer.config import Modality, TrainConfig
from trainer.data.dataset import CategoryData
from trainer.data.episodes import Episode, EpisodeMaker, PictureStore, Prefetcher, free_memory
from trainer.data.sampling import Draw, PoolEntry, endless
from trainer.loss import EpisodeLoss, spatial_ce_loss
from trainer.processes import Place, Team, own_numbers, shares
from trainer.recompute import recomputed_encoder
from trainer.text_prompts import TextPrompts, TowerTextPrompts, training_text
from trainer.tuning import freeze_encoder, trunk_of

CHECKPOINT_FILE = "checkpoint.pt"
_CHECKPOINT_FORMAT = 2
_CACHE_SHARE = 3  # of the free memory, one part for decoded pictures
_MOST_WORKERS = 8
_EPISODE, _ENCODING, _HEADS = range(1, 4)
"""What random numbers are for: each use has its own, from the seed and the episode's number alone."""
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


@dataclass(frozen=True, slots=True, eq=False)
class EncodedViews:
    """The E views of one episode as the network sees them: features (E, C, h, w), and what every prompt needs
    of them as queries."""

    features: Tensor
    query_map: QueryMap
    context: QueryContext


def episode_loss(
    model: Gkdt,
    encoded: EncodedViews,
    episode: Episode,
    loss: EpisodeLoss,
    texts: TextPrompts,
    config: TrainConfig,
    rng: np.random.Generator,
) -> Tensor:
    """The loss of one episode whose views are encoded -> scalar."""
    features = encoded.features
    device = features.device
    points = torch.from_numpy(episode.points).to(device)
    visible = torch.from_numpy(episode.visible).to(device)
    count, total = len(episode.keypoint_order), len(features)
    chosen = np.arange(count)
    if count > 2 and rng.random() < config.subset:
        chosen = np.sort(rng.permutation(count)[: int(rng.integers(1, count))])
    if count == 0:  # a class-free episode of an empty picture
        return loss.log_scale * 0.0
    keep = torch.from_numpy(chosen).to(device)
    points, visible = points[:, keep], visible[:, keep]
    category = episode.category.category
    names = [category.keypoints[episode.keypoint_order[i]] for i in chosen] if episode.named else []
    modalities: tuple[Modality, ...] = config.modalities if episode.named else ("visual",)
    if config.passes == "mix":
        modalities = (modalities[int(rng.integers(len(modalities)))],)
    parts = []
    # Of every view, whether it will be a support or not: one product, and no copies of features. For the same
    # reason every view is a query, and the maps of the supports are left out afterwards.
    shown = None if modalities == ("text",) else model.shot_prototypes(features, points, visible)
    for modality in modalities:
        shots = int(rng.integers(1, config.max_shots + 1)) if total > config.max_shots else 1
        order = rng.permutation(total)
        # A text prompt needs no support, so every view can be a query.
        support, query = (order[:0], order) if modality == "text" else (order[:shots], order[shots:])
        text = visual = visual_valid = None
        if shown is not None and modality != "text":
            visual, visual_valid = mean_of_shots(shown[support], visible[support].float())
        if modality != "visual":
            words = [
                training_text(name, category.name, rng, config.templates, config.first_template)
                for name in names
            ]
            text = texts(model, words)
        heatmaps = model.detect(
            features,
            text,
            None,
            visual,
            visual_valid,
            query_map=encoded.query_map,
            context=encoded.context,
        )[query]
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
    freeze_encoder(model.image_encoder, config.tune, config.freeze_low)
    trunk = [p for p in trunk_of(model.image_encoder).parameters() if p.requires_grad]
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


class EpisodeStep(nn.Module):
    """The losses of some episodes as one module, which is what several processes and half precision wrap."""

    def __init__(
        self,
        model: Gkdt,
        loss: EpisodeLoss,
        texts: TextPrompts,
        config: TrainConfig,
        cache: FeatureCache | None = None,
    ) -> None:
        """Args: cache: Of the features of views that come again."""
        super().__init__()
        self.model, self.loss, self.texts, self.config, self.cache = model, loss, texts, config, cache

    def forward(self, pixels: Tensor, episodes: list[tuple[int, Episode]]) -> Tensor:
        """The views (V, S, S, 3) uint8 of numbered episodes, encoded together -> a loss for each."""
        config = self.config
        # What dropout and the like draw depends on the episode's number only: how episodes are shared out
        # among processes and parts changes nothing, and a resumed run goes on as if it had never stopped.
        _seed(config.seed, _ENCODING, episodes[0][0])
        features = self._features(pixels, episodes)
        losses = []
        with torch.autocast(
            pixels.device.type, enabled=False
        ):  # cheap beside the encoder, and a peak is fine
            features = features.float()
            sizes = [len(episode.pixels) for _, episode in episodes]
            parts = zip(
                torch.split(features, sizes),
                self.model.query_map(features).split(sizes),
                self.model.query_context(features).split(sizes),
                strict=True,
            )
            for (number, episode), part in zip(episodes, parts, strict=True):
                _seed(config.seed, _HEADS, number)
                rng = np.random.default_rng((config.seed, _EPISODE, number))
                encoded = EncodedViews(*part)
                losses.append(episode_loss(self.model, encoded, episode, self.loss, self.texts, config, rng))
        return torch.stack(losses)

    def _features(self, pixels: Tensor, episodes: list[tuple[int, Episode]]) -> Tensor:
        """The features (V, C, h, w) of the views; with a cache those of its views are computed once."""

        def encode(part: Tensor) -> Tensor:
            return self.model.encode_image(normalise(part, channels_last=True))

        if self.cache is None:
            with torch.set_grad_enabled(self.config.tune != "heads"):
                return encode(pixels)
        # what is kept must not depend on what training draws at random in some encoders
        self.model.image_encoder.eval()
        keys = [key for _, episode in episodes for key in episode.keys]
        return self.cache.features(keys, pixels, encode)


def _seed(*parts: int) -> None:
    torch.manual_seed(int(np.random.SeedSequence(parts).generate_state(1, np.uint64)[0]))


def learning_rate(progress: float, config: TrainConfig) -> float:
    """Linear warm-up, then a cosine to zero or the same for the rest; `progress` from 0 to 1."""
    if progress < config.warmup:
        return config.lr * progress / config.warmup
    if config.schedule == "constant":
        return config.lr
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


@dataclass(frozen=True, slots=True)
class Start:
    """The model that a run begins with, so that no other is taken for it when the run goes on.

    Attributes:
        name: For messages.
        digest: Of its weights and configuration; "" where nobody knows.
    """

    name: str = ""
    digest: str = ""


@dataclass(slots=True)
class _Run:
    """Everything that changes while training, and that a checkpoint keeps.

    Attributes:
        step: Optimizer steps done.
        episodes: Episodes seen.
        elapsed: Seconds trained, over all resumptions.
        best: The best validation score so far.
        stale: Validations since then.
        validated: The step of the last validation.
        recent: The losses since the last report.
    """

    model: Gkdt
    loss: EpisodeLoss
    optimizer: torch.optim.Optimizer
    average: _Average
    team: Team
    start: Start
    step: int = 0
    episodes: int = 0
    elapsed: float = 0.0
    best: float = -math.inf
    stale: int = 0
    validated: int = 0
    recent: list[float] = field(default_factory=list)

    def progress(self, config: TrainConfig) -> float:
        """The share done, by steps or by time."""
        by_time = self.elapsed / (config.minutes * 60) if config.minutes > 0 else 0.0
        return max(self.step / config.steps, by_time)

    def write(self, path: Path) -> None:
        """Writes a checkpoint, atomically; the main process does."""
        if not self.team.place.is_main:
            return
        trained = {name: p.detach() for name, p in self.model.named_parameters() if p.requires_grad}
        partial = path.with_suffix(".partial")
        torch.save(
            {
                "format": _CHECKPOINT_FORMAT,
                "start": [self.start.name, self.start.digest],
                "model": trained,
                "buffers": dict(self.model.named_buffers()),
                "average": self.average.values,
                "loss": self.loss.state_dict(),
                "optimizer": self.optimizer.state_dict(),
                "scaler": {} if self.team.scaler is None else self.team.scaler.state_dict(),
                "state": [self.step, self.episodes, self.elapsed, self.best, self.stale, self.validated],
                "recent": self.recent,
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
            kept, made_by = saved["model"], saved.get("format", 1)
        except _DAMAGED as error:
            raise TrainingError(
                f"{path} cannot be read: {error}.", hint="Delete it, or leave out --resume, to start anew."
            ) from error
        if made_by != _CHECKPOINT_FORMAT:
            raise TrainingError(
                f"{path} was written by another version of this program.",
                hint="Leave out --resume to start anew.",
            )
        name, digest = saved["start"]
        if digest and self.start.digest and digest != self.start.digest:
            raise TrainingError(
                f"{path} belongs to a run that began with another model, {name or 'unnamed'} "
                f"({digest[:12]}), not with {self.start.name or 'this one'} ({self.start.digest[:12]}).",
                hint="Give --model what the first run had, or choose another output folder.",
            )
        named = {name: p for name, p in self.model.named_parameters() if p.requires_grad}
        if set(kept) != set(named) or any(kept[name].shape != p.shape for name, p in named.items()):
            raise TrainingError(
                f"{path} belongs to another model or another choice of what to tune.",
                hint="Choose another output folder, or the settings of the first run.",
            )
        with torch.no_grad():
            for name, parameter in named.items():
                parameter.copy_(kept[name])
            for name, buffer in self.model.named_buffers():
                buffer.copy_(saved["buffers"][name])
            for name in self.average.values:
                self.average.values[name].copy_(saved["average"].get(name, kept[name]))
        self.loss.load_state_dict(saved["loss"])
        self.optimizer.load_state_dict(saved["optimizer"])
        if self.team.scaler is not None and saved["scaler"]:
            self.team.scaler.load_state_dict(saved["scaler"])
        step, episodes, elapsed, best, stale, validated = saved["state"]
        self.step, self.episodes, self.elapsed = int(step), int(episodes), float(elapsed)
        self.best, self.stale, self.validated = float(best), int(stale), int(validated)
        self.recent = [float(value) for value in saved["recent"]]

    def validate(self, validate: Validate, save: Callable[[Gkdt], None], report: Report) -> None:
        """Measures the averaged weights, and saves them if they are the best so far."""

        def measured() -> tuple[float, int]:
            self.average.swap(self.model)
            self.model.eval()
            best, stale = self.best, self.stale + 1
            try:
                measures = validate(self.model)
                if measures["score"] > best:
                    save(self.model)
                    best, stale = measures["score"], 0
            finally:  # stopped here, the checkpoint must not hold the averages in place of the weights
                self.average.swap(self.model)
                self.model.train()
            report(Progress("validation", {"step": self.step, "best": stale == 0, **measures}))
            return best, stale

        self.best, self.stale = self.team.from_main(measured)
        self.validated = self.step

    def measure_start(self, validate: Validate, save: Callable[[Gkdt], None], report: Report) -> None:
        """Measures the model before the first step, and saves it: it stays, should nothing better come."""

        def measured() -> float:
            self.model.eval()
            measures = validate(self.model)
            report(Progress("validation", {"step": 0, "best": False, **measures}))
            save(self.model)
            self.model.train()
            return measures["score"]

        self.best = self.team.from_main(measured)


def pool_entries(
    categories: Sequence[CategoryData], emphasis: Mapping[str, float] | None = None
) -> list[PoolEntry]:
    """What the sampler needs to know of the categories, with the emphasis of some datasets."""
    weights = emphasis or {}
    return [
        PoolEntry(
            data.category.supercategory or data.dataset,
            data.dataset,
            index,
            len(data.samples),
            weights.get(data.dataset, 1.0),
        )
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
    measure_start: bool = False,
    start: Start = Start(),
    should_stop: Callable[[], bool] = lambda: False,
) -> None:
    """Trains `model` in place and saves its averaged weights.

    Started by torchrun or accelerate launch, every process calls this with the same arguments and its own
    device; together they do what one would. The main process alone validates, saves and reports.

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
        measure_start: Validate before the first step too, and save what there is.
        start: Which model this is, so that none but a run of it is resumed.
        should_stop: Asked every step; the run then saves its checkpoint and raises `Cancelled`.

    Raises:
        TrainingError: Too little data, a non-finite loss, a checkpoint of another run, or a step does not fit
            into the memory.
    """
    if config.threads:
        torch.set_num_threads(config.threads)
    entries = pool_entries(categories, config.emphasis)
    views = min(config.views, max((entry.size for entry in entries), default=0))
    if views < 2:
        raise TrainingError(
            "No category has two annotated instances.",
            hint="Training compares instances with each other: annotate at least two, better ten.",
        )
    device = next(model.parameters()).device
    team = Team(device, config.precision)
    parts = _parts(config, team.place)
    size = model.config.input_size
    loss = EpisodeLoss(
        config.loss,
        input_size=size,
        sigma=model.config.sigma_px,
        ce_sigma=config.ce_sigma * size,
        negatives=config.negatives,
        assignment_weight=config.assignment_weight,
    ).to(device)
    if log_scale is not None:
        loss.log_scale.data.fill_(log_scale)
    groups = _trained_parameters(model, loss, config)
    model.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch's stubs lack it
    kept = _feature_cache(config, team.place)
    step = team.wrapped(EpisodeStep(model, loss, texts or TowerTextPrompts(), config, kept))
    optimizer = team.optimizing(torch.optim.AdamW(groups, lr=config.lr, betas=(0.9, config.beta2)))
    average = _Average(model, config.ema if team.place.is_main else 0.0)
    run = _Run(model, loss, optimizer, average, team, start)
    checkpoint = config.out / CHECKPOINT_FILE
    resumed = resume and checkpoint.is_file()
    if resumed:
        run.restore(checkpoint)
    if team.place.is_main:
        config.out.mkdir(parents=True, exist_ok=True)
        # rows of another run would be mistaken for this one's, and those after the checkpoint come again
        _cut_table(config.out / _TABLES["step"], run.step if resumed else -1)
        _cut_table(config.out / _TABLES["validation"], run.validated if resumed else -1)
    board = tensorboard(config.out, run.step) if config.tensorboard and team.place.is_main else no_board()

    def told(progress: Progress) -> None:
        if not team.place.is_main:
            return
        if progress.event in _TABLES:
            _append_row(config.out / _TABLES[progress.event], progress.values)
            board.write(progress.event, progress.values)
        report(progress)

    first = run.episodes
    draws = endless(entries, views, config.seed, config.sampling, first=first)
    pictures = PictureStore(categories, size, config.augment, _cache_bytes(config, team.place))
    making = (categories, size, config.augment, pictures, config.max_keypoints)
    maker = (
        EpisodeMaker(*making, config.class_free)
        if kept is None
        else FixedViewMaker(*making, views=config.fixed_views, seed=config.seed, cache=kept)
    )
    own = range(parts[0].start, parts[-1].stop)
    prefetcher = Prefetcher(
        maker,
        _own_draws(draws, first, config.episodes_per_step, own),
        config.seed,
        ahead=3 * len(own),
        workers=config.workers or _workers(team.place),
    )
    begun = {
        "step": run.step,
        "steps": config.steps,
        "minutes": config.minutes,
        "categories": len(categories),
        "instances": sum(len(data.samples) for data in categories),
        "trained_parameters": sum(p.numel() for g in groups for p in g["params"]),
        "processes": team.place.count,
    }
    told(Progress("start", begun))
    try:
        with recomputed_encoder(model, config.checkpoint_encoder), _memory_watched(config):
            if measure_start and not resumed and validate is not None:
                run.measure_start(validate, save, told)
            _steps(run, config, step, parts, iter(prefetcher), save, told, validate, should_stop)
            run.write(checkpoint)
            if validate is not None:
                run.validate(validate, save, told)
            elif team.place.is_main:
                run.average.swap(model)
                model.eval()
                save(model)
    except (Cancelled, KeyboardInterrupt):
        run.write(checkpoint)
        raise
    finally:
        prefetcher.close()
        board.close()
    if team.place.is_main:
        description = {"config": config.to_dict(), "log_scale": float(loss.log_scale.detach())}
        (config.out / "training.json").write_text(json.dumps(description, indent=1), encoding="utf-8")
    told(Progress("done", {"step": run.step, "seconds": round(run.elapsed, 1), "out": str(config.out)}))


def _steps(
    run: _Run,
    config: TrainConfig,
    stepper: nn.Module,
    parts: list[range],
    episodes: Iterator[tuple[int, Episode]],
    save: Callable[[Gkdt], None],
    report: Report,
    validate: Validate | None,
    should_stop: Callable[[], bool],
) -> None:
    """Steps until the end, an early stop, or `Cancelled`."""
    model, optimizer, team = run.model, run.optimizer, run.team
    model.train()
    trained = [p for group in optimizer.param_groups for p in group["params"]]
    started = time.monotonic() - run.elapsed
    saved_at = time.monotonic()
    stop = team.from_main(should_stop)
    while run.progress(config) < 1:
        if stop:
            raise Cancelled
        due = config.validate_every and run.step % config.validate_every == 0 and run.step > run.validated
        if due and validate is not None:
            run.validate(validate, save, report)
            if config.patience and run.stale >= config.patience:
                report(Progress("note", {"text": f"Stopped early: no gain in {run.stale} validations."}))
                return
        rate = learning_rate(run.progress(config), config)
        for group in optimizer.param_groups:
            group["lr"] = rate * group["scale"]
        optimizer.zero_grad(set_to_none=True)
        losses: list[Tensor] = []
        ids: list[tuple[str, ...]] = []
        for part in parts:
            batch = [next(episodes) for _ in part]
            with team.together(stepper, part is parts[-1]):
                found = stepper(_pixels(batch, team.device), batch)
                # processes are averaged, so that together it is the mean over all episodes of the step
                team.backward(found.sum() * (team.place.count / config.episodes_per_step))
            losses.append(found.detach())
            ids += [episode.ids for _, episode in batch]
        values = torch.cat(losses).tolist()
        bad = [", ".join(names) for value, names in zip(values, ids, strict=True) if not math.isfinite(value)]
        rows = team.rows([sum(values), len(bad), time.monotonic() - started, float(should_stop())])
        if any(row[1] for row in rows):
            raise TrainingError(
                f"The loss is not finite at step {run.step} (episodes: {'; '.join(team.everything(bad))}).",
                hint="Lower the learning rate, or look at these annotations.",
            )
        if config.clip > 0:
            team.clip(trained, config.clip)
        with _uninterrupted():  # half a step must not get into a checkpoint
            optimizer.step()
            run.step += 1
            run.episodes += config.episodes_per_step
            run.average.update(model, run.step)
            run.elapsed = rows[0][2]
            run.recent.append(sum(row[0] for row in rows) / config.episodes_per_step)
        stop = rows[0][3] > 0
        if run.step % config.report_every == 0 or run.progress(config) >= 1:
            report(Progress("step", _measures(run, config, rate)))
            run.recent.clear()
        if time.monotonic() - saved_at >= config.checkpoint_minutes * 60:
            run.write(config.out / CHECKPOINT_FILE)
            saved_at = time.monotonic()


def _measures(run: _Run, config: TrainConfig, rate: float) -> dict[str, Any]:
    return {
        "step": run.step,
        "progress": min(1.0, round(run.progress(config), 4)),
        "loss": round(float(np.mean(run.recent)), 6),
        "lr": rate,
        "seconds": round(run.elapsed, 1),
        "scale": round(float(run.loss.log_scale.detach().exp()), 4),
    }


def _pixels(batch: Sequence[tuple[int, Episode]], device: torch.device) -> Tensor:
    """The views of some episodes as bytes on the device, (V, S, S, 3)."""
    return torch.from_numpy(np.concatenate([episode.pixels for _, episode in batch])).to(device)


def _parts(config: TrainConfig, place: Place) -> list[range]:
    """Which episodes of a step this process makes, part by part.

    Raises:
        TrainingError: There are fewer episodes than parts.
    """
    parts = place.count * config.accumulate
    if config.episodes_per_step < parts:
        raise TrainingError(
            f"A step of {config.episodes_per_step} episodes cannot be shared by {place.count} process(es) in "
            f"{config.accumulate} part(s) each.",
            hint=f"Choose --batch {parts} or more.",
        )
    own = shares(config.episodes_per_step, place.count)[place.rank]
    return [range(own.start + p.start, own.start + p.stop) for p in shares(len(own), config.accumulate)]


def _own_draws(draws: Iterator[Draw], first: int, per_step: int, own: range) -> Iterator[tuple[int, Draw]]:
    """The numbered draws of this process: `own` of every step."""
    for (number, is_own), draw in zip(own_numbers(first, per_step, own), draws, strict=False):
        if is_own:
            yield number, draw


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _workers(place: Place) -> int:
    return max(1, min(_cores() // place.local_count, _MOST_WORKERS))


def _feature_cache(config: TrainConfig, place: Place) -> FeatureCache | None:
    if config.tune != "heads" or not config.fixed_views:
        return None
    return FeatureCache(config.feature_bytes or free_memory() // _CACHE_SHARE // place.local_count)


def _cache_bytes(config: TrainConfig, place: Place) -> int:
    return config.cache_bytes or free_memory() // _CACHE_SHARE // place.local_count


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl+C waits until the end of what is inside."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        signal.raise_signal(signal.SIGINT)


@contextlib.contextmanager
def _memory_watched(config: TrainConfig) -> Iterator[None]:
    """Turns a full device into an error that says what needs less.

    Raises:
        TrainingError: So it is.
    """
    try:
        yield
    except RuntimeError as error:
        if not out_of_memory(error):
            raise
        where = "computer" if "DefaultCPUAllocator" in str(error) else "graphics card"
        remedies = []
        if config.episodes_per_step > config.accumulate:
            remedies.append(f"--accumulate {min(2 * config.accumulate, config.episodes_per_step)}")
        if not config.checkpoint_encoder and config.tune == "all":
            remedies.append("--checkpoint-encoder")
        remedies.append(f"--batch or --views below {config.episodes_per_step} and {config.views}")
        raise TrainingError(
            f"The {where} has too little free memory for a part of a step: "
            f"{math.ceil(config.episodes_per_step / config.accumulate)} episode(s) of {config.views} views.",
            hint=f"Choose {', '.join(remedies[:-1])} (the same result, slower), or {remedies[-1]}."
            if remedies[:-1]
            else f"Choose {remedies[-1]}, or --tune heads.",
        ) from error


def _cut_table(path: Path, last: int) -> None:
    """Leaves out the rows of steps after `last`; below 0, the file."""
    if last < 0 or not path.is_file():
        path.unlink(missing_ok=True)
        return
    with path.open(newline="", encoding="utf-8") as file:
        head, *rows = list(csv.reader(file)) or [[]]
    kept = [row for row in rows if row and row[0].isdecimal() and int(row[0]) <= last]
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([head, *kept])


def _append_row(path: Path, values: dict[str, Any]) -> None:
    new = not path.exists()
    with path.open("a", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(values))
        if new:
            writer.writeheader()
        writer.writerow(values)
