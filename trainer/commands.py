"""The command `gkdt train`; imports torch only when it runs."""

from __future__ import annotations

import argparse
import contextlib
import json
import math
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gkdt_core.errors import Cancelled, GkdtError, TrainingError
from gkdt_core.exit_codes import Exit
from trainer.options import amount, plain, say, whole
from trainer.processes import own_device, place_here

if TYPE_CHECKING:
    import torch

    from gkdt_core.model.gkdt import Gkdt
    from trainer.choices import Choices
    from trainer.config import Precision, TrainConfig
    from trainer.data.dataset import CategoryData
    from trainer.data.sampling import SamplingName
    from trainer.held_out import Divided

PROMPTS = ("visual", "text", "both")
_VALIDATION_EPISODES = (4, 16, 64)
"""Of a category at least and at most, and of all categories together."""
FITTED = "learned "
"""What the names of measures begin with that say how well the model fits what it learns from."""
_RECIPES: dict[str, dict[str, Any]] = {
    "fine-tune": {
        # what is not here, `trainer.choices` decides
        "weight_decay": 0.01,
        "beta2": 0.98,
        "clip": 1.0,
        "schedule": "cosine",
        "warmup": 0.03,
        "loss": "spatial_ce",
        "prompts": "all",
        "first_template": 0.5,
        "subset": 0.25,
        "sampling": "dynamic_importance",
        "max_shots": 2,
        "max_keypoints": 40,
        "freeze_low": True,
        "ema": None,  # by the number of steps
    },
    # gkdt.md section 8; where it says nothing (schedule, shots in training) the plainest choice
    "paper": {
        "lr": 1e-4,
        "encoder_lr": 1.0,
        "weight_decay": 0.0,
        "beta2": 0.999,
        "clip": 0.0,
        "schedule": "constant",
        "warmup": 0.0,
        "loss": "mse",
        "prompts": "mix",
        "first_template": 0.25,
        "subset": 0.0,
        "sampling": "dynamic_importance",
        "batch": 4,
        "views": 11,
        "max_shots": 1,
        "max_keypoints": 80,
        "tune": "all",
        "freeze_low": False,
        "ema": 0.0,
        "epochs": 20,
    },
}
"""What options are that nobody gives."""


def _number(text: str, what: str, least: float, most: float = math.inf) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not least <= value <= most or math.isinf(value):
        raise argparse.ArgumentTypeError(f'"{text}" is not a {what}')
    return value


def _share(text: str) -> float:
    """Reads an option that is a number from 0 to 1."""
    return _number(text, "number from 0 to 1", 0, 1)


def _not_negative(text: str) -> float:
    """Reads an option that is a finite number of at least 0."""
    return _number(text, "number of at least 0", 0)


def add_train_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `gkdt train`."""
    add = parser.add_argument
    add(
        "--data",
        type=Path,
        nargs="+",
        default=[],
        metavar="COCO_DIR",
        help="folders with images/ and annotations/",
    )
    add("--megakpt", type=Path, metavar="DIR", help="MegaKPT in the released layout, alone or beside --data")
    add("--only", nargs="+", metavar="ID", help="datasets of MegaKPT; default: all that are there")
    add(
        "--leave-out",
        nargs="+",
        default=[],
        metavar="SUPERCATEGORY",
        help="learn nothing of these, to measure how well the model does on what it has never seen",
    )
    add(
        "--only-supercategory",
        nargs="+",
        default=[],
        metavar="SUPERCATEGORY",
        help="learn only from categories of these",
    )
    add("--model", default="bundled", help="what to start from: bundled, a model folder, or a .best file")
    add("--out", type=Path, required=True, metavar="DIR", help="where the new model goes")
    add("--split", default="train", help="annotations/SPLIT.json to learn from (default: train)")
    add(
        "--recipe",
        choices=tuple(_RECIPES),
        default="fine-tune",
        help="defaults of the options below: for fine-tuning, or as in the paper",
    )
    add("--epochs", type=amount, help="how often every instance is seen; default: chosen from their number")
    add("--steps", type=whole(1), help="optimizer steps, instead of --epochs")
    add(
        "--minutes",
        type=amount,
        default=0.0,
        help="stop after this time, the learning rate falling with it; default: 10 on a processor, where "
        "neither --steps nor --epochs is given",
    )
    add("--device", default="auto", help="auto, cpu or cuda")
    add(
        "--input-size",
        type=whole(1),
        metavar="N",
        help="side of the new model's input in px, a multiple of 16: larger is finer and slower (default: "
        "the model's own)",
    )
    add(
        "--tune",
        choices=("auto", "all", "upper", "heads"),
        help="what to change: everything; the upper part of the image encoder and the heads; or the heads, "
        "for which the image encoder's features are computed once",
    )
    add("--validate-every", type=whole(0), default=0, metavar="STEPS", help="default: a twelfth of the run")
    add(
        "--patience",
        type=whole(0),
        metavar="N",
        help="stop after N validations without a better result; 0: never",
    )
    add("--seed", type=whole(0), default=0)
    add("--resume", action="store_true", help="go on from the checkpoint in --out")
    add(
        "--stop-file",
        type=Path,
        metavar="FILE",
        help="write a checkpoint and end, as Ctrl+C does, as soon as this file is there",
    )
    add("--progress-json", action="store_true", help="one JSON object a line, for programs")
    _add_learning_arguments(parser.add_argument_group("how it learns"))
    _add_machine_arguments(parser.add_argument_group("what it runs on"))


def _add_learning_arguments(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add("--loss", choices=("spatial_ce", "mse"), help="mse is the paper's")
    add(
        "--negatives",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="with mse: heatmaps of keypoints that cannot be seen should be empty",
    )
    add("--sampling", choices=("dynamic_importance", "importance", "uniform", "sqrt"))
    add(
        "--prompts",
        choices=("all", "mix"),
        help="mix draws one kind of prompt per episode, as in the paper",
    )
    add(
        "--modalities",
        nargs="+",
        choices=PROMPTS,
        default=list(PROMPTS),
        metavar="PROMPT",
        help="which kinds of prompt are trained: visual, text, both",
    )
    add(
        "--templates",
        nargs="+",
        metavar="TEXT",
        help="texts for a keypoint {k} of an object {o}; default: the paper's four",
    )
    add(
        "--first-template",
        type=_share,
        metavar="P",
        help="probability of the first template; the others share the rest",
    )
    add("--lr", type=amount, help="peak learning rate")
    add("--encoder-lr", type=amount, metavar="SHARE", help="the image encoder's, as a share of --lr")
    add("--schedule", choices=("cosine", "constant"), help="of the learning rate")
    add("--warmup", type=_share, metavar="SHARE", help="of the run, in which the learning rate rises")
    add("--weight-decay", type=_not_negative, metavar="D", help="0 makes the optimizer Adam")
    add("--clip", type=_not_negative, metavar="LENGTH", help="largest length of the gradient; 0 for any")
    add("--ema", type=_share, metavar="DECAY", help="of the averaged weights that are saved; 0 for none")
    add(
        "--batch",
        type=whole(1),
        metavar="EPISODES",
        help="episodes in a step, of all processes together",
    )
    add("--views", type=whole(2), help="instances in an episode: supports and queries")
    add(
        "--fixed-views",
        type=whole(0),
        metavar="N",
        help="with --tune heads, views of an instance, whose features are kept; 0: new views every time",
    )
    add("--max-shots", type=whole(1), metavar="K", help="supports of an episode at most")
    add("--subset", type=_share, metavar="P", help="probability of prompting only some keypoints")


def _add_machine_arguments(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add(
        "--precision",
        choices=("auto", "fp32", "bf16", "fp16"),
        default="auto",
        help="of the image encoder; auto: bf16 on graphics cards that have it, else fp32",
    )
    add(
        "--accumulate",
        type=whole(1),
        default=1,
        metavar="PARTS",
        help="compute a step in parts, one after the other: less memory, the same result",
    )
    add(
        "--checkpoint-encoder",
        action="store_true",
        help="compute the image encoder's inner values twice instead of keeping them: less memory",
    )
    add("--threads", type=whole(0), default=0, help="CPU threads; 0: torch's choice")
    add("--workers", type=whole(0), default=0, help="threads that make views; 0: one for each core")
    add(
        "--checkpoint-minutes",
        type=_not_negative,
        default=4.0,
        metavar="MINUTES",
        help="between checkpoints for --resume; 0: after every step",
    )
    add("--report-every", type=whole(1), default=10, metavar="STEPS", help="between reports of the loss")
    add("--tensorboard", action="store_true", help="also write OUT/tensorboard (needs the tensorboard extra)")


def run_train(args: argparse.Namespace) -> int:
    """Trains; see `add_train_arguments`."""
    report = _json_report if args.progress_json else _text_report()
    if not place_here().is_main:
        report = _no_report
    try:
        with _terminated_like_interrupted():
            _train(args, report)
    except (KeyboardInterrupt, Cancelled):
        report("stopped", {"text": f"Stopped. Go on with the same command and --resume ({args.out})."})
        return Exit.INTERRUPTED
    except GkdtError as error:
        if not args.progress_json:
            raise
        report("error", {"message": error.message, "hint": error.hint})
        return Exit.BAD_INPUT
    return Exit.DONE


@contextlib.contextmanager
def _terminated_like_interrupted() -> Iterator[None]:
    """A polite end (the window's Stop, a cluster's time limit) leaves a checkpoint as Ctrl+C does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda number, frame: signal.raise_signal(signal.SIGINT))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


Report = Callable[[str, dict[str, Any]], None]


def _no_report(event: str, values: dict[str, Any]) -> None:
    """One process speaks for all."""


def _json_report(event: str, values: dict[str, Any]) -> None:
    say(json.dumps({"event": event, **plain(values)}))


def _text_report() -> Report:
    def report(event: str, values: dict[str, Any]) -> None:
        if event == "step":
            left = values["seconds"] * (1 / max(values["progress"], 1e-6) - 1)
            say(
                f"step {values['step']}  {values['progress']:6.1%}  loss {values['loss']:.3f}  "
                f"{values['seconds'] / 60:.1f} min, {left / 60:.1f} min left"
            )
        elif event == "validation":
            say(
                f"validation at step {values['step']}: "
                + "  ".join(f"{k} {v:.1f}" for k, v in values.items() if "pck" in k)
                + ("  (best so far, saved)" if values.get("best") else "")
            )
        elif event == "choices":
            say("Chosen (each has its option):")
            for line in values["table"]:
                say(line)
        elif event == "done":
            say(f"Done after {values['seconds'] / 60:.1f} min: {values['out']}")
        elif event == "start":
            say(
                f"{values['instances']} instances in {values['categories']} categories; "
                f"{values['trained_parameters'] / 1e6:.1f} M trained parameters"
            )
        else:
            say(str(values.get("text", values)))

    return report


def _train(args: argparse.Namespace, report: Report) -> None:
    from gkdt_core.weights import load_model, save_model
    from trainer.choices import TUNED
    from trainer.held_out import Divided
    from trainer.loop import CHECKPOINT_FILE, train
    from trainer.run_state import Start

    device = _device(own_device(args.device, place_here()))
    resume = args.resume and (args.out / CHECKPOINT_FILE).is_file()
    if args.resume and not resume:
        report("note", {"text": f"There is no checkpoint in {args.out}, so the training begins anew."})
    kept = _load_data(args)
    _prepare_out(args.out)
    # the paper's training learns from everything and keeps the last weights
    parts = Divided(kept, []) if args.recipe == "paper" else _validation_split(args, kept)
    learn, held = parts.learn, parts.held
    loaded = load_model(args.model, device=device, input_size=args.input_size)
    if loaded.directory is not None and loaded.directory.resolve() == args.out.resolve() and not resume:
        raise TrainingError(
            f"{args.out} is the model to start from, which the new one would replace.",
            hint="Choose another folder for --out.",
        )
    model = loaded.model
    choices = None if args.recipe == "paper" else _choices(args, parts, model, device)
    config = _train_config(args, learn, choices, device)
    total = sum(len(data.samples) for data in learn)
    checked = sum(len(data.samples) for data in held)
    report(
        "note",
        {
            "text": f"Learning from {total} instances, checking with {checked}; tuning "
            f"{TUNED[config.tune]}, {config.steps} steps."
        },
    )
    if choices is not None:
        report("choices", {"choices": choices.to_list(), "table": choices.table()})
    card = _card(args, loaded.name, total)

    def save(trained: Gkdt) -> None:
        save_model(
            trained,
            args.out,
            card=card,
            calibration=loaded.calibration,
            calibration_by_prompt=loaded.calibration_by_prompt,
            source=loaded.source,
        )

    before: dict[str, float] = {}
    after: dict[str, float] = {}
    improved = False

    def watched(progress: Any) -> None:
        nonlocal improved
        values = dict(progress.values)
        if progress.event == "validation":
            measures = {name: value for name, value in values.items() if name not in ("step", "best")}
            if values["step"] == 0:
                before.update(measures)
            elif values["best"] or not after:
                improved = improved or values["best"]
                after.update(measures if improved else before)
        if progress.event == "done" and before:
            values["before"] = before
            values["after"] = {name: after[name] for name in before if name in after}
            if not improved:
                report("note", {"text": "Validation never got better: the starting model is what was kept."})
        report(progress.event, values)

    # With nothing held back, how well the model fits what it learns from still tells when to stop.
    checks = held or (learn if choices is not None and choices.patience else [])
    stop_file: Path | None = args.stop_file
    train(
        model,
        learn,
        config,
        save=save,
        report=watched,
        validate=_validator(checks, device, "" if held else FITTED) if checks else None,
        resume=resume,
        log_scale=_log_scale(loaded.directory),
        measure_start=bool(checks),
        start=Start(loaded.name, loaded.digest),
        should_stop=lambda: stop_file is not None and stop_file.exists(),
    )
    if choices is not None and place_here().is_main:
        _note_choices(args.out, choices)


def _load_data(args: argparse.Namespace) -> list[CategoryData]:
    from trainer.data.dataset import load_datasets
    from trainer.megakpt.load import load_megakpt
    from trainer.megakpt.registry import megakpt
    from trainer.supercategories import chosen_supercategories

    if not args.data and args.megakpt is None:
        raise TrainingError("There are no data to learn from.", hint="Give --data or --megakpt.")
    if args.only and args.megakpt is None:
        raise TrainingError("--only names datasets of MegaKPT.", hint="Give --megakpt too, or leave it out.")
    found = load_datasets(args.data, args.split) if args.data else []
    if args.megakpt is not None:
        found += load_megakpt(megakpt(), args.megakpt, args.split, args.only)
    return chosen_supercategories(found, only=args.only_supercategory, leave_out=args.leave_out)


def _prepare_out(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TrainingError(
            f"--out {out}: no folder can be made there ({error.strerror}).", hint="Choose another folder."
        ) from error


def _validation_split(args: argparse.Namespace, kept: list[CategoryData]) -> Divided:
    """annotations/val.json where there is one, else a share of the groups if there are enough instances."""
    from trainer.data.dataset import load_datasets
    from trainer.held_out import FEWEST_OF_A_CATEGORY, Divided, divide
    from trainer.supercategories import is_wanted

    with_split = [root for root in args.data if (root / "annotations" / "val.json").is_file()]
    if not with_split or args.split == "val":
        return divide(kept)
    held = [
        data
        for data in load_datasets(with_split, "val")
        if len(data.samples) >= FEWEST_OF_A_CATEGORY
        and is_wanted(data.category.supercategory, args.only_supercategory, args.leave_out)
    ]
    return Divided(kept, held, "annotations/val.json")


def _choices(args: argparse.Namespace, parts: Divided, model: Gkdt, device: torch.device) -> Choices:
    """What a fine-tuning is told, and chooses where it is told nothing."""
    from gkdt_core.model.image_encoder import EfficientNetLiteEncoder
    from trainer.choices import Situation, choose

    small = isinstance(model.image_encoder, EfficientNetLiteEncoder)
    samples = [sample for data in parts.learn for sample in data.samples]
    situation = Situation(
        instances=len(samples),
        images=len({sample.path for sample in samples}),
        largest=max((len(data.samples) for data in parts.learn), default=0),
        checked=sum(len(data.samples) for data in parts.held),
        held_how=parts.how,
        encoder="small" if small else "large",
        graphics_card=device.type != "cpu",
    )
    names = ("tune", "lr", "encoder_lr", "batch", "views", "epochs", "steps", "minutes", "fixed_views",
             "validate_every", "patience")  # fmt: skip
    asked = {name: getattr(args, name) for name in names}
    if asked["views"]:
        asked["views"] = max(2, min(asked["views"], situation.largest))
    return choose(situation, asked)


def _note_choices(out: Path, choices: Choices) -> None:
    """Adds what was chosen and why to what the run says of itself."""
    from trainer.options import write_json

    path = out / "training.json"
    description = json.loads(path.read_text(encoding="utf-8"))
    write_json(path, {**description, "choices": choices.to_list()})


def _train_config(
    args: argparse.Namespace, learn: list[CategoryData], choices: Choices | None, device: torch.device
) -> TrainConfig:
    """The settings of a run; without `choices` the paper's."""
    from trainer.config import TrainConfig
    from trainer.text_prompts import TEMPLATES

    defaults = _RECIPES[args.recipe] | ({} if choices is None else choices.settings())

    def chosen(name: str) -> Any:
        """What was asked for, else what was chosen or is the recipe's."""
        value = getattr(args, name)
        return defaults[name] if value is None or value == "auto" else value

    views = defaults["views"] if choices else _paper_views(args, learn)
    # Categories smaller than an episode would never be drawn by the paper's sampling.
    whole = all(len(data.samples) >= views for data in learn)
    asked = bool(args.sampling) or choices is None
    sampling: SamplingName = chosen("sampling") if whole or asked else "sqrt"
    steps = choices.steps if choices else _paper_steps(args, learn, views, chosen("batch"), sampling)
    ema = chosen("ema")
    return TrainConfig(
        data=tuple(args.data),
        out=args.out,
        split=args.split,
        steps=steps,
        minutes=choices.minutes if choices else args.minutes,
        episodes_per_step=chosen("batch"),
        accumulate=args.accumulate,
        views=views,
        max_shots=chosen("max_shots"),
        lr=chosen("lr"),
        encoder_lr=chosen("encoder_lr"),
        weight_decay=chosen("weight_decay"),
        beta2=defaults["beta2"],
        clip=chosen("clip"),
        schedule=chosen("schedule"),
        warmup=chosen("warmup"),
        loss=chosen("loss"),
        negatives=args.negatives,
        modalities=tuple(args.modalities),
        passes=chosen("prompts"),
        templates=tuple(args.templates or TEMPLATES),
        first_template=chosen("first_template"),
        subset=chosen("subset"),
        sampling=sampling,
        tune=chosen("tune"),
        fixed_views=choices.fixed_views if choices else 0,
        freeze_low=defaults["freeze_low"],
        max_keypoints=defaults["max_keypoints"],
        precision=_train_precision(args.precision, device),
        checkpoint_encoder=args.checkpoint_encoder,
        ema=ema if ema is not None else (0.99 if steps < 1000 else 0.998),
        validate_every=choices.validate_every if choices else args.validate_every or max(1, steps // 10),
        patience=choices.patience if choices else args.patience or 0,
        checkpoint_minutes=args.checkpoint_minutes,
        report_every=args.report_every,
        tensorboard=args.tensorboard,
        seed=args.seed,
        threads=args.threads,
        workers=args.workers,
    )


def _paper_views(args: argparse.Namespace, learn: list[CategoryData]) -> int:
    largest = max((len(data.samples) for data in learn), default=0)
    views: int = args.views or _RECIPES["paper"]["views"]
    return max(2, min(views, largest))


def _paper_steps(
    args: argparse.Namespace, learn: list[CategoryData], views: int, batch: int, sampling: SamplingName
) -> int:
    """Optimizer steps of a run with the paper's recipe."""
    from trainer.data.sampling import Episodes
    from trainer.loop import pool_entries

    if args.steps:
        return int(args.steps)
    epochs: float = args.epochs or _RECIPES["paper"]["epochs"]
    if sampling != "dynamic_importance":
        instances = sum(len(data.samples) for data in learn)
        return max(1, math.ceil(epochs * instances / (views * batch)))
    # the paper's epoch ends when its pools are empty, and many episodes are put back until then
    episodes = len(Episodes(pool_entries(learn), views, args.seed, sampling).plan(0))
    return max(1, math.ceil(epochs * episodes / batch))


def _train_precision(wanted: str, device: torch.device) -> Precision:
    from gkdt_core.inference.precision import capabilities_of

    if wanted != "auto":
        precision: Precision = wanted  # type: ignore[assignment]  # one of the option's choices
        return precision
    return "bf16" if device.type == "cuda" and capabilities_of(device).bf16 else "fp32"


def _validator(
    held: list[CategoryData], device: torch.device, what: str
) -> Callable[[Gkdt], dict[str, float]]:
    """Measures a model on `held`; the names of the measures begin with `what`."""
    from trainer.evaluate import evaluate
    from trainer.evaluation.matchers import GkdtMatcher
    from trainer.evaluation.settings import EvaluationConfig

    # The finest too: on pictures that are all alike, as radiographs are, the others are at 100 at once.
    thresholds = ("pck@0.1", "pck@0.05", "pck@0.02")
    # on a processor, checking must not take the time that learning needs
    few, most, together = _VALIDATION_EPISODES
    episodes = max(few, min(most, together // max(len(held), 1)))
    config = EvaluationConfig(prompts=("visual", "text"), episodes=episodes)

    def validate(model: Gkdt) -> dict[str, float]:
        matcher = GkdtMatcher(model)
        found = evaluate(dict.fromkeys(config.prompts, matcher), held, config, device)["mean"]
        measures = {f"{what}{key} {prompt}": value for prompt, m in found.items() for key, value in m.items()}
        wanted = [sum(found[prompt][key] for key in thresholds) for prompt in config.prompts]
        # A score that is no number would never be surpassed; with few points no support may show a query's.
        return {**measures, "score": sum(value for value in wanted if math.isfinite(value))}

    return validate


def _log_scale(directory: Path | None) -> float | None:
    """The temperature that the model was trained with, where it says so."""
    path = None if directory is None else directory / "training.json"
    if path is None or not path.is_file() or path.stat().st_size > 1 << 20:
        return None
    try:
        value = json.loads(path.read_text(encoding="utf-8")).get("log_scale")
    except (ValueError, AttributeError, OSError):
        return None
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None


def _card(args: argparse.Namespace, start: str, instances: int) -> str:
    names = [path.resolve().name for path in args.data]
    if args.megakpt is not None:
        names += [f"MegaKPT: {', '.join(args.only)}" if args.only else "MegaKPT"]
    if args.only_supercategory:
        names.append(f"of these only the super-categories {', '.join(args.only_supercategory)}")
    if args.leave_out:
        names.append(f"of these without the super-categories {', '.join(args.leave_out)}")
    folders = "\n".join(f"- {name}" for name in names)
    name = args.out.resolve().name
    return (
        f"# {name}\n\nFine-tuned from {start} on {instances} instances of:\n\n{folders}\n\n"
        "The licences of the starting model and of these data hold for the result.\n"
    )


def _device(name: str) -> torch.device:
    from gkdt_core.inference.devices import choose_device

    return choose_device(name)
