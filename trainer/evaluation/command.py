"""The command `gkdt evaluate`; imports torch only when it runs."""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gkdt_core.errors import DatasetError, TrainingError
from gkdt_core.exit_codes import Exit
from trainer.options import amount, say, whole, write_json

if TYPE_CHECKING:
    from gkdt_core.weights import LoadedModel
    from trainer.data.dataset import CategoryData
    from trainer.evaluation.coco_protocol import ApResult, CategoryAp, SplitFiles
    from trainer.evaluation.details import CategoryDetail, Details, Estimate
    from trainer.evaluation.matchers import Matcher
    from trainer.evaluation.settings import EvaluationConfig

PROMPTS = ("visual", "text", "both")
EPISODES, COCO_AP = "episodes", "coco-ap"
_TEXTS = ("given", "synonyms", "wrong")
_WORST = 3


def add_evaluate_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `gkdt evaluate`."""
    add = parser.add_argument
    add("--model", default="bundled", help="bundled, a model folder, or a .best file")
    add(
        "--data",
        type=Path,
        nargs="+",
        default=[],
        metavar="DIR",
        help="folders with images/ and annotations/",
    )
    add("--megakpt", type=Path, metavar="DIR", help="MegaKPT in the released layout, alone or beside --data")
    add("--only", nargs="+", metavar="ID", help="datasets of MegaKPT; default: all that have the split")
    add("--split", default="test", help="annotations/SPLIT.json (default: test)")
    add(
        "--only-supercategory",
        nargs="+",
        default=[],
        metavar="NAME",
        help="only categories of these super-categories, for example those left out of training",
    )
    add(
        "--protocol",
        choices=(EPISODES, COCO_AP),
        default=EPISODES,
        help="episodes: PCK of drawn supports and queries (default); coco-ap: COCO's AP of every object",
    )
    add(
        "--prompt",
        nargs="+",
        choices=PROMPTS,
        metavar="PROMPT",
        help="visual, text, both (default: all; coco-ap: text)",
    )
    add("--shots", type=whole(1), default=1, help="supports of a visual prompt")
    add("--seed", type=whole(0), default=0)
    add("--flip", action="store_true", help="a second look in a mirror, left and right exchanged (2 x time)")
    add(
        "--refine",
        action="store_true",
        help="second looks at tighter crops (several times the time)",
    )
    add(
        "--input-size",
        type=whole(1),
        metavar="N",
        help="side of the model's input in px, a multiple of 16 (default: the model's own)",
    )
    add(
        "--fusion",
        choices=("mean", "informed"),
        help="how words and supports together are answered (default: the model's own way)",
    )
    add("--device", default="auto", help="auto, cpu or cuda")
    add("--threads", type=whole(0), default=0, help="CPU threads; 0: torch's choice")
    add("--json", type=Path, metavar="OUT", help="write the numbers to this file")
    _add_episode_arguments(parser.add_argument_group("episodes"))
    _add_ap_arguments(parser.add_argument_group("coco-ap"))


def _add_episode_arguments(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add("--episodes", type=whole(1), default=100, help="episodes per category")
    add("--queries", type=whole(1), default=8, help="queries in an episode")
    add("--decode", choices=("argmax", "subpixel"), default="subpixel", help="how a peak becomes a point")
    add(
        "--baseline",
        action="store_true",
        help="also the training-free baseline (needs the build-models extra)",
    )
    add(
        "--baseline-encoder",
        type=Path,
        metavar="PATH",
        help="also a training-free baseline of a DINOv3 encoder: its folder or .pth file",
    )
    add(
        "--texts",
        nargs="+",
        choices=_TEXTS,
        default=["given"],
        metavar="WORDS",
        help="given: the keypoints' names; also with synonyms, also with wrong names (scores must drop)",
    )
    add(
        "--synonyms",
        type=Path,
        metavar="FILE",
        help='other names as JSON, {"nose": "tip of the nose"}, instead of those that ship with the program',
    )
    add(
        "--pixel-spacing",
        type=amount,
        metavar="MM",
        help="mm per px, of pictures whose record has no pixel_spacing_mm: errors also in mm",
    )
    add(
        "--reliability",
        action="store_true",
        help="also how often points of each score are right at PCK@0.05",
    )
    add("--per-keypoint", action="store_true", help="also a table of every keypoint")
    add(
        "--report",
        type=Path,
        metavar="DIR",
        help="write a report to look at: DIR/index.html, with the worst cases drawn",
    )
    add(
        "--ap",
        type=Path,
        metavar="FILE",
        help="what --protocol coco-ap --json wrote of the same sets, for the report to show beside",
    )
    add("--worst", type=whole(0), default=_WORST, help="worst cases of a category and prompt in the report")


def _add_ap_arguments(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add(
        "--detections",
        type=Path,
        metavar="FILE",
        help="a detector's boxes as COCO results, instead of the true ones; those of the scores that give "
        "the best F-measure are used",
    )
    add(
        "--sigmas",
        metavar="FILE",
        help='JSON {"category": [a sigma for each keypoint]}, or "observers" for how far apart people marked '
        "the same objects (default: COCO's for its 17 points of a person, 0.05 for others)",
    )
    add("--support-split", default="train", help="where supports come from (default: train)")
    add("--images", type=Path, metavar="DIR", help="where the pictures of --data lie (default: its images/)")


def run_evaluate(args: argparse.Namespace) -> int:
    """Evaluates; see `add_evaluate_arguments`."""
    import torch

    _check(args)
    if args.threads:
        torch.set_num_threads(args.threads)
    return _run_ap(args) if args.protocol == COCO_AP else _run_episodes(args)


def _check(args: argparse.Namespace) -> None:
    """Refuses options that the protocol would not heed, before anything takes time."""
    if not args.data and args.megakpt is None:
        raise TrainingError("There are no data to evaluate on.", hint="Give --data or --megakpt.")
    if args.only and args.megakpt is None:
        raise TrainingError("--only names datasets of MegaKPT.", hint="Give --megakpt too, or leave it out.")
    others = {
        EPISODES: {"--detections": args.detections, "--sigmas": args.sigmas, "--images": args.images},
        COCO_AP: {
            "--baseline": args.baseline,
            "--baseline-encoder": args.baseline_encoder,
            "--synonyms": args.synonyms,
            "--texts": args.texts != ["given"],
            "--pixel-spacing": args.pixel_spacing,
            "--reliability": args.reliability,
            "--per-keypoint": args.per_keypoint,
            "--report": args.report,
            "--ap": args.ap,
        },
    }
    wrong = [option for option, value in others[args.protocol].items() if value]
    if wrong:
        other = COCO_AP if args.protocol == EPISODES else EPISODES
        raise TrainingError(f"{wrong[0]} is for --protocol {other}.", hint="Leave one of them out.")
    if args.texts != ["given"] and args.prompt is not None and not {"text", "both"} & set(args.prompt):
        raise TrainingError("--texts needs a prompt with words.", hint="Add text or both to --prompt.")
    if args.ap is not None and args.report is None:
        raise TrainingError("--ap is for a report.", hint="Give --report too, or leave it out.")
    if args.report is not None and args.report.exists() and not args.report.is_dir():
        raise TrainingError(f"--report {args.report} is a file.", hint="Name a folder.")


def _run_episodes(args: argparse.Namespace) -> int:
    from gkdt_core.inference.devices import choose_device
    from gkdt_core.inference.engine import Engine
    from gkdt_core.weights import load_model
    from trainer.evaluate import evaluate
    from trainer.evaluation.ap_file import read_ap
    from trainer.evaluation.baselines import ENCODER_BASELINE, bundled_baseline, encoder_baseline
    from trainer.evaluation.details import DetailCollection
    from trainer.evaluation.matchers import GkdtMatcher
    from trainer.evaluation.measures import ScoreCollection
    from trainer.evaluation.settings import BASELINE

    ap_tables = read_ap(args.ap) if args.ap is not None else ()
    device = choose_device(args.device)
    categories = only_supercategories(_load(args), args.only_supercategory)
    loaded = load_model(args.model, device=device, input_size=args.input_size)
    model = loaded.model.eval()
    engine = Engine(loaded, device=device, precision="fp32", fusion=args.fusion) if args.refine else None
    config = _config(args, categories)
    matchers: dict[str, Matcher] = {}
    network = GkdtMatcher(model, engine, loaded.informed(args.fusion))
    encoder_name = ""
    for prompt in config.prompts:
        if prompt == BASELINE:
            matchers[prompt] = bundled_baseline(model, device)
        elif prompt == ENCODER_BASELINE:
            matchers[prompt], encoder_name = encoder_baseline(args.baseline_encoder, device)
        else:
            matchers[prompt] = network
    details = DetailCollection(
        config,
        knots=loaded.calibration,
        by_prompt=loaded.calibration_by_prompt,
        spacing_mm=args.pixel_spacing,
        worst=args.worst if args.report is not None else 0,
    )
    wanted = args.reliability or args.report is not None
    scores = ScoreCollection(loaded.calibration, loaded.calibration_by_prompt) if wanted else None
    say(_header())
    results = evaluate(
        matchers, categories, config, device, _print_row, scores=scores, observe=details.observe
    )
    for prompt, means in results["mean"].items():
        say(_row("mean over sets", prompt, means))
    found = details.details()
    for line in _lines(args, found, results):
        say(line)
    if args.json is not None:
        write_json(args.json, {**results, "details": found.to_dict()})
    if args.report is not None:
        from trainer.evaluation.report import write_report

        about = _about(args, loaded, encoder_name)
        written = write_report(
            args.report,
            found,
            results,
            details.worst_cases(),
            about,
            box_scale=config.box_scale,
            ap_tables=ap_tables,
        )
        say(f"\nReport: {written}")
    return Exit.DONE


def _load(args: argparse.Namespace) -> list[CategoryData]:
    from trainer.data.dataset import load_datasets
    from trainer.megakpt.load import load_megakpt
    from trainer.megakpt.registry import megakpt

    found = load_datasets(args.data, args.split) if args.data else []
    if args.megakpt is not None:
        found += load_megakpt(megakpt(), args.megakpt, args.split, args.only)
    return found


def only_supercategories(categories: list[CategoryData], only: Sequence[str]) -> list[CategoryData]:
    """The categories of some super-categories, all without any.

    Raises:
        DatasetError: No category is of them.
    """
    if not only:
        return categories
    kept = [data for data in categories if data.category.supercategory in only]
    if not kept:
        known = ", ".join(sorted({data.category.supercategory or "none" for data in categories}))
        raise DatasetError(
            f"No category is of the super-category {' or '.join(only)}.", hint=f"There are: {known}."
        )
    return kept


def _config(args: argparse.Namespace, categories: Sequence[CategoryData]) -> EvaluationConfig:
    from gkdt_core.inference.decode import Decode
    from gkdt_core.inference.looks import Looks
    from trainer.evaluation.baselines import ENCODER_BASELINE
    from trainer.evaluation.settings import BASELINE, EvaluationConfig
    from trainer.evaluation.wordings import read_synonyms, wordings_of

    asked = tuple(dict.fromkeys(args.prompt or PROMPTS))
    synonyms = read_synonyms(args.synonyms) if args.synonyms is not None else None
    texts = [*args.texts, *(["synonyms"] if args.synonyms is not None else [])]
    wordings = wordings_of(categories, texts, synonyms, args.seed)
    worded = [f"{prompt}/{name}" for name in wordings for prompt in asked if prompt != "visual"]
    baselines = [BASELINE] * args.baseline + [ENCODER_BASELINE] * (args.baseline_encoder is not None)
    return EvaluationConfig(
        (*asked, *worded, *baselines),
        args.episodes,
        args.queries,
        args.shots,
        args.seed,
        decode=Decode(args.decode),
        looks=Looks(refine=args.refine, flip=args.flip),
        wordings=wordings,
    )


def _about(args: argparse.Namespace, loaded: LoadedModel, encoder_name: str) -> dict[str, str]:
    """What was run, for the head of a report."""
    looks = [name for name, used in (("mirror", args.flip), ("closer", args.refine)) if used]
    about = {
        "Model": loaded.name,
        "Weights": loaded.digest[:16],
        "Input": f"{loaded.model.config.input_size} px",
        "Split": args.split,
        "Episodes": f"{args.episodes} for each category, {args.shots} + {args.queries} instances, "
        f"seed {args.seed}",
        "Fusion": "mean" if loaded.informed(args.fusion) is None else "informed",
        "Decoding": args.decode + (f", second looks: {', '.join(looks)}" if looks else ""),
    }
    if args.only_supercategory:
        about["Super-categories"] = ", ".join(args.only_supercategory)
    if encoder_name:
        about["Baseline encoder"] = encoder_name
    return about


def _header() -> str:
    from trainer.evaluation.measures import THRESHOLDS

    columns = "".join(f"PCK@{t:g}".rjust(9) for t in THRESHOLDS)
    return f"{'set/category':44} {'prompt':21}{columns}{'exchanged':>11}"


def _print_row(dataset: str, category: str, prompt: str, measures: dict[str, float]) -> None:
    say(_row(f"{dataset}/{category}", prompt, measures))


def _row(name: str, prompt: str, measures: dict[str, float]) -> str:
    """PCK, and the share of points taken for their left-right partners where there are pairs."""
    from trainer.evaluation.measures import CONFUSED

    columns = "".join(f"{value:9.1f}" for key, value in measures.items() if key.startswith("pck"))
    exchanged = f"{measures[CONFUSED]:11.1f}" if CONFUSED in measures else f"{'-':>11}"
    return f"{name:44.44} {prompt:21}{columns}{exchanged}"


def _lines(args: argparse.Namespace, found: Details, results: dict[str, Any]) -> list[str]:
    """What stands below the table of PCK."""
    lines = ["", "PCK@0.1, mean over sets, and where it lies with 95 % probability for other such pictures"]
    for prompt, means in found.means.items():
        if _has_other_words(prompt):
            continue
        gain = found.mean_gains.get(prompt)
        beside = f"   over the baseline {_signed(gain)}" if gain is not None else ""
        lines.append(f"{prompt:21}{_between(means['pck@0.1'])}{beside}")
    lines += _exchanged_lines(found)
    lines += _error_lines(found.categories)
    lines += _wording_lines(found)
    lines += _published_lines(found)
    if args.per_keypoint:
        lines += _keypoint_lines(found.categories)
    if args.reliability:
        lines += _reliability_lines(results["reliability"])
    return lines


def _has_other_words(prompt: str) -> bool:
    """Whether it is not asked with the keypoints' names; such prompts have a table of their own."""
    kind, _, wording = prompt.partition("/")
    return bool(wording) and kind in PROMPTS


def _between(one: Estimate) -> str:
    told = f"{one.value:6.1f}"
    return told if math.isnan(one.low) else f"{told}  ({one.low:.1f} to {one.high:.1f})"


def _signed(one: Estimate) -> str:
    told = f"{one.value:+.1f}"
    return told if math.isnan(one.low) else f"{told}  ({one.low:+.1f} to {one.high:+.1f})"


def _exchanged_lines(found: Details) -> list[str]:
    from trainer.evaluation.measures import CONFUSED

    told = [
        f"{prompt:21}{_between(means[CONFUSED])}"
        for prompt, means in found.means.items()
        if not _has_other_words(prompt) and not math.isnan(means[CONFUSED].value)
    ]
    return ["", "Exchanged sides in percent, mean over sets, in the same way", *told] if told else []


def _error_lines(categories: Sequence[CategoryDetail]) -> list[str]:
    lines = [
        "",
        f"{'Errors':44} {'prompt':21}{'mean px':>9}{'median':>9}{'% of box':>9}{'NE %':>9}",
    ]
    for one in categories:
        name = f"{one.dataset}/{one.category}"
        for detail in one.prompts:
            if _has_other_words(detail.prompt):
                continue
            errors = detail.errors
            lines.append(
                f"{name:44.44} {detail.prompt:21}{errors.mean_px:9.2f}{errors.median_px:9.2f}"
                f"{errors.percent.value:9.2f}{errors.ne:9.2f}"
            )
            if errors.sdr:
                rates = " / ".join(f"{rate:.1f}" for rate in errors.sdr)
                lines.append(
                    f"{'':44} {'':21}MRE {errors.mean_mm:.2f} mm (SD {errors.deviation_mm:.2f}), "
                    f"SDR at 2/2.5/3/4 mm {rates} %"
                )
        if one.observers is not None:
            people = one.observers
            mm = "" if math.isnan(people.mean_mm) else f", {people.mean_mm:.2f} mm"
            lines.append(
                f"{name:44.44} {'(two people)':21}{people.mean_px:9.2f}{'':9}{people.percent:9.2f}{mm}"
            )
    return lines


def _wording_lines(found: Details) -> list[str]:
    if not found.wordings:
        return []
    lines = ["", "Other words, on the keypoints whose words differ (names as given -> other words)"]
    for one in found.wordings:
        lines.append(
            f"{one.prompt + '/' + one.wording:21}PCK@0.1 {one.given['pck@0.1']:.1f} -> "
            f"{one.asked['pck@0.1']:.1f}   mean score {one.given['score']:.3f} -> {one.asked['score']:.3f}   "
            f"({one.keypoints} of {one.of} keypoints)"
        )
    return lines


def _published_lines(found: Details) -> list[str]:
    from trainer.evaluation.published import paper_name, published_pck, source

    lines = []
    for dataset in found.sets:
        for row in published_pck(dataset):
            lines.append(f"{paper_name(dataset):21}{row.prompt:8}{row.value:6.1f}  {row.model}")
    return ["", f"Published PCK@0.1 on the paper's own test splits ({source()})", *lines] if lines else []


def _keypoint_lines(categories: Sequence[CategoryDetail]) -> list[str]:
    lines = []
    for one in categories:
        for detail in one.prompts:
            head = f"{one.dataset}/{one.category}, {detail.prompt}"
            lines += ["", f"{head:58}{'count':>7}{'PCK@0.05':>10}{'PCK@0.1':>9}{'mean px':>9}{'% of box':>9}"]
            for keypoint in detail.keypoints:
                lines.append(
                    f"{keypoint.name:58.57}{keypoint.count:7}{keypoint.strict:10.1f}{keypoint.pck.value:9.1f}"
                    f"{keypoint.mean_px:9.2f}{keypoint.percent:9.2f}"
                )
    return lines


def _reliability_lines(found: dict[str, Any]) -> list[str]:
    """The reliability table of `evaluate`, as text."""
    lines = [
        "",
        f"Scores against points right at PCK@{found['threshold']:g}, {found['count']} predictions",
        f"{'score':>12}{'count':>9}{'mean score':>13}{'right':>9}",
    ]
    for row in found["bins"]:
        if row["count"]:
            bounds = f"{row['low']:.1f} - {row['high']:.1f}"
            lines.append(f"{bounds:>12}{row['count']:9}{row['score']:13.3f}{row['right']:9.3f}")
    by_prompt = "  ".join(f"{prompt} {part['error']:.3f}" for prompt, part in found["by_prompt"].items())
    return [*lines, f"expected calibration error {found['error']:.3f}  ({by_prompt})"]


def _run_ap(args: argparse.Namespace) -> int:
    from gkdt_core.inference.engine import Engine
    from gkdt_core.inference.looks import Looks
    from trainer.evaluation.coco_protocol import OBSERVERS, ApConfig, evaluate_ap, split_of_folder

    files = [split_of_folder(root, args.split, args.support_split, args.images) for root in args.data]
    if args.megakpt is not None:
        files += _megakpt_files(args)
    if len(files) > 1 and (args.detections is not None or args.images is not None):
        raise TrainingError(
            "--detections and --images are of one dataset.", hint="Give one folder to --data, or one --only."
        )
    sigmas = args.sigmas if args.sigmas in (None, OBSERVERS) else Path(args.sigmas)
    config = ApConfig(
        tuple(dict.fromkeys(args.prompt or ("text",))),
        args.shots,
        args.seed,
        sigmas,
        args.detections,
        looks=Looks(refine=args.refine, flip=args.flip),
        only=tuple(args.only_supercategory),
    )
    engine = Engine.load(args.model, device=args.device, input_size=args.input_size, fusion=args.fusion)
    results: dict[str, Any] = {"protocol": COCO_AP, "sets": []}
    for split in files:
        say(f"{split.name:44} {'prompt':8}" + "".join(f"{name:>8}" for name in _AP_COLUMNS))
        found = evaluate_ap(engine, split, config, _print_ap)
        for line in _ap_lines(found):
            say(line)
        results["sets"].append(found.to_dict())
    if args.json is not None:
        write_json(args.json, results)
    return Exit.DONE


def _megakpt_files(args: argparse.Namespace) -> list[SplitFiles]:
    """Of every dataset of MegaKPT that has the split and is there."""
    from trainer.evaluation.coco_protocol import SplitFiles
    from trainer.megakpt.registry import megakpt

    registry, found = megakpt(), []
    chosen = [registry.dataset(identity) for identity in args.only or ()]
    wanted = {dataset.released_with or dataset.id for dataset in chosen}
    for group in registry.groups():
        first = group[0]
        places = {part.name: args.megakpt / first.annotation_root / part.file for part in first.splits}
        path = places.get(args.split)
        if path is None or not path.is_file() or (wanted and first.id not in wanted):
            continue
        folders = [args.megakpt / folder for folder in first.image_roots]
        folders += sorted({folder.parent for folder in folders} - set(folders))
        supports = places.get(args.support_split, path.with_name(f"{args.support_split}.json"))
        found.append(SplitFiles(first.id, path, tuple(folders), supports, first.supercategory))
    if not found:
        raise DatasetError(
            f'{args.megakpt} has no annotation file of the split "{args.split}".',
            hint="`gkdt megakpt status` names the files it looks for, and where they come from.",
        )
    return found


_AP_COLUMNS = ("AP", "AP50", "AP75", "AP M", "AP L", "AR", "objects", "boxes")


def _print_ap(one: CategoryAp) -> None:
    ap = one.ap
    numbers = "".join(
        f"{value:8.1f}" for value in (ap.ap, ap.ap50, ap.ap75, ap.ap_medium, ap.ap_large, ap.ar)
    )
    say(f"{one.category:44.44} {one.prompt:8}{numbers}{one.objects:8}{one.asked:8}")


def _ap_lines(found: ApResult) -> list[str]:
    from trainer.evaluation.published import published_ap, source

    lines = []
    for prompt in dict.fromkeys(one.prompt for one in found.categories):
        mean = found.mean(prompt)
        lines.append(f"{'mean over categories':44} {prompt:8}{mean.ap:8.1f}{mean.ap50:8.1f}{mean.ap75:8.1f}")
    origins = dict.fromkeys(f"{one.category}: {one.sigmas_from}" for one in found.categories)
    lines.append("sigmas  " + "; ".join(origins))
    if found.threshold is not None:
        one = found.threshold
        lines.append(
            f"boxes of score {one.score:g} and above: {one.kept} of {one.total}, at IoU 0.5 F-measure "
            f"{one.f_measure:.3f}, precision {one.precision:.3f}, recall {one.recall:.3f}"
        )
    published = published_ap(found.dataset)
    if published:
        lines.append(f"Published AP ({source()}):")
        lines += [f"  {row.ap:5.1f}  {row.model}, boxes: {row.boxes}" for row in published]
    return lines
