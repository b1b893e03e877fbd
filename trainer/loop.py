"""The training loop: episodes in, a model directory out."""

from __future__ import annotations

import contextlib
import json
import math
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from gkdt_core.errors import Cancelled, TrainingError
from gkdt_core.inference.batches import out_of_memory
from gkdt_core.model.gkdt import Gkdt
from trainer.boards import no_board, tensorboard
from trainer.cached_views import FeatureCache, FixedViewMaker
from trainer.config import TrainConfig
from trainer.data.dataset import CategoryData
from trainer.data.episodes import Episode, EpisodeMaker, PictureStore, Prefetcher, free_memory
from trainer.data.sampling import Draw, PoolEntry, endless
from trainer.episode_step import EpisodeStep, trained_parameters
from trainer.loss import EpisodeLoss
from trainer.processes import Place, Team, own_numbers, shares
from trainer.recompute import recomputed_encoder
from trainer.run_state import ANY_START, Average, Progress, Report, Run, Start, Validate
from trainer.tables import TABLES, append_row, cut_table
from trainer.text_prompts import TextPrompts, TowerTextPrompts

CHECKPOINT_FILE = "checkpoint.pt"
_CACHE_SHARE = 3  # of the free memory, one part for decoded pictures
_MOST_WORKERS = 8


def learning_rate(progress: float, config: TrainConfig) -> float:
    """Linear warm-up, then a cosine to zero or the same for the rest; `progress` from 0 to 1."""
    if progress < config.warmup:
        return config.lr * progress / config.warmup
    if config.schedule == "constant":
        return config.lr
    share = (progress - config.warmup) / max(1 - config.warmup, 1e-9)
    return config.lr * 0.5 * (1 + math.cos(math.pi * min(share, 1.0)))


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
    start: Start = ANY_START,
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
    groups = trained_parameters(model, loss, config)
    model.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch's stubs lack it
    kept = _feature_cache(config, team.place)
    step = team.wrapped(EpisodeStep(model, loss, texts or TowerTextPrompts(), config, kept))
    optimizer = team.optimizing(torch.optim.AdamW(groups, lr=config.lr, betas=(0.9, config.beta2)))
    average = Average(model, config.ema if team.place.is_main else 0.0)
    run = Run(model, loss, optimizer, average, team, start)
    checkpoint = config.out / CHECKPOINT_FILE
    resumed = resume and checkpoint.is_file()
    if resumed:
        run.restore(checkpoint)
    if team.place.is_main:
        config.out.mkdir(parents=True, exist_ok=True)
        # rows of another run would be mistaken for this one's, and those after the checkpoint come again
        cut_table(config.out / TABLES["step"], run.step if resumed else -1)
        cut_table(config.out / TABLES["validation"], run.validated if resumed else -1)
    board = tensorboard(config.out, run.step) if config.tensorboard and team.place.is_main else no_board()

    def told(progress: Progress) -> None:
        if not team.place.is_main:
            return
        if progress.event in TABLES:
            append_row(config.out / TABLES[progress.event], progress.values)
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
    run: Run,
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


def _measures(run: Run, config: TrainConfig, rate: float) -> dict[str, Any]:
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
