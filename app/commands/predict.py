"""`gkdt predict`: keypoints of many images into one COCO file."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from app.commands.predict_pipeline import (
    Numbered,
    Opened,
    OverlayWriter,
    Predictor,
    SecondLooks,
    numbered,
    opened_in_chunks,
)
from app.commands.prompts import SupportOption, Wanted, gather_prompt
from app.commands.sources import find_sources, with_boxes, writable_file, writable_folder
from app.console import Progress, complain, note, say
from gkdt_core.domain import Category, ImageState, Instance, Origin, Visibility, guess_pairs
from gkdt_core.errors import GkdtError
from gkdt_core.exit_codes import Exit
from gkdt_core.formats.coco import CocoAnnotation, CocoCategory, CocoDataset, CocoImage, write_coco
from gkdt_core.geometry import REGION_SCALE, Box
from gkdt_core.prompt_files import synonyms
from gkdt_core.wordings import words_for

if TYPE_CHECKING:
    from gkdt_core.inference.engine import Engine
    from gkdt_core.inference.prompt import Prompt
    from gkdt_core.inference.results import Prediction

_CATEGORY_ID = 1
_FAILURES_SHOWN = 20
_SHARD = re.compile(r"([0-9]{1,9})/([0-9]{1,9})")
_POINT = re.compile(r"-(,.*)?|-[0-9.].*,.*")

_EPILOG = """\
what to look for
  --names "left eye" nose           words are enough
  --category horse                  the names of a ready-made category
  --support A.jpg --points 120,85 200,85
                                    points marked on an image, in the order of the keypoints; "-" is not seen
  --support-coco FILE --support-images DIR
                                    annotated instances as shots
  Names and supports together are usually best. --support and --points may be repeated, a pair for each shot.

coordinates
  Points count pixels of the upright picture from the centre of its top-left pixel, as image viewers show them
  and as COCO keypoints do: what comes out may be typed in.

several machines or cards
  --shard 1/3 takes the 1st, 4th, 7th, ... image, --shard 2/3 the 2nd, 5th, ...; give every part the same
  other options and an --out of its own. Numbers of images and annotations are those of the whole work: the
  "images" and "annotations" of all parts, put together, are what one run would have written.

exit code
  0 all done; 2 some input was bad (the other images are done and written); 130 stopped by Ctrl+C, what was
  done is written.
"""


class _AddSupport(argparse.Action):
    """Opens a new shot."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option: Any = None
    ) -> None:
        namespace.support = [*namespace.support, SupportOption(str(values))]


class _AddPoints(argparse.Action):
    """Gives its points to the shot that was opened last."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option: Any = None
    ) -> None:
        if not namespace.support or namespace.support[-1].points:
            parser.error("--points must follow the --support image it belongs to")
        namespace.support[-1].points.extend(values)


def shield_points(arguments: Sequence[str]) -> list[str]:
    """The arguments with a space before points such as "-,-", which argparse would take for options."""
    return [f" {word}" if _POINT.fullmatch(word) else word for word in arguments]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `gkdt predict`."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = _EPILOG
    add = parser.add_argument
    add("--model", default="bundled", help='"bundled" (default), a model folder, or an official .best file')
    add("--images", nargs="+", required=True, metavar="PATH", help="image files and folders")
    add("--names", nargs="+", default=[], metavar="NAME", help="keypoint names")
    add("--category", default="", metavar="NAME", help="ready-made category, or what the object is called")
    add("--support", action=_AddSupport, default=[], metavar="IMAGE", help="image with known points")
    add("--points", action=_AddPoints, nargs="+", metavar="X,Y", help="points on the --support before it")
    add("--support-coco", default="", metavar="FILE", help="COCO file whose instances are the shots")
    add("--support-images", default="", metavar="DIR", help="folder of its images")
    add("--shots", type=_positive, default=5, metavar="K", help="use at most K of its instances (default 5)")
    add(
        "--prompt",
        choices=("text", "visual", "both"),
        default="",
        help="what counts (default: names where given, and supports where given)",
    )
    add(
        "--boxes",
        default="",
        metavar="FILE",
        help="COCO file: look inside each of its boxes instead of at whole images",
    )
    add(
        "--box-scale",
        type=_scale,
        default=REGION_SCALE,
        metavar="F",
        help="enlarge boxes, squared (default %(default)s)",
    )
    add(
        "--fusion",
        choices=("mean", "informed"),
        help="how names and supports together are answered: by halves, or by what each knows (default: "
        "the model's own way)",
    )
    add("--decode", choices=("subpixel", "argmax"), default="subpixel", help="how a peak becomes a point")
    add("--flip", action="store_true", help="look a second time in a mirror, left and right exchanged")
    add(
        "--refine",
        action="store_true",
        help="look again at tighter crops around what was found: for images with more pixels than the model "
        "sees, at several times the cost",
    )
    add(
        "--input-size",
        type=_positive,
        metavar="N",
        help="side of the model's input in px, a multiple of 16 (default: the model's own)",
    )
    add("--device", default="auto", help="auto (default), cpu or cuda")
    add(
        "--precision",
        choices=("auto", "fp32", "bf16", "fp16"),
        default="auto",
        help="what the image encoder computes in (default: the fastest that the device does well)",
    )
    add(
        "--batch",
        type=_count,
        default=0,
        metavar="N",
        help="images encoded at once (default 0: what fits on the card; one on the CPU)",
    )
    add(
        "--shard",
        type=_shard,
        default=(1, 1),
        metavar="I/N",
        help="do only the I-th of N equal parts of the images",
    )
    add("--out", required=True, metavar="FILE", help="COCO file to write")
    add("--overlay", default="", metavar="DIR", help="also write pictures with the points drawn")


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f'"{text}" is not a positive whole number')
    return int(text)


def _count(text: str) -> int:
    return 0 if text == "0" else _positive(text)


def _shard(text: str) -> tuple[int, int]:
    match = _SHARD.fullmatch(text)
    part, parts = (int(match[1]), int(match[2])) if match else (0, 0)
    if not 1 <= part <= parts:
        raise argparse.ArgumentTypeError(f'"{text}" is not a part, such as 1/4 to 4/4')
    return part, parts


def _scale(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < 100:
        raise argparse.ArgumentTypeError(f'"{text}" is not a sensible factor, such as 1.35')
    return value


@dataclass(slots=True)
class _Results:
    """What is done so far."""

    images: list[CocoImage] = field(default_factory=list)
    annotations: list[CocoAnnotation] = field(default_factory=list)
    failures: list[tuple[str, GkdtError]] = field(default_factory=list)


def run(options: argparse.Namespace) -> int:
    """Predicts, writes what is done, and says what is not."""
    from gkdt_core.inference.engine import Engine
    from gkdt_core.inference.looks import Looks
    from gkdt_core.inference.prompt import SupportExample

    overlay = writable_folder(options.overlay, option="--overlay") if options.overlay else None
    sources = find_sources(options.images, without=overlay)
    typed = [Path(shot.path) for shot in options.support]
    files = [Path(file) for file in (options.boxes, options.support_coco) if file]
    out = writable_file(options.out, option="--out", inputs=[*files, *typed, *(s.path for s in sources)])
    wanted = gather_prompt(
        names=options.names,
        category=options.category,
        supports=options.support,
        support_coco=options.support_coco,
        support_images=options.support_images,
        shots=options.shots,
        box_scale=options.box_scale,
        prompt=options.prompt,
    )
    if options.boxes:
        sources = with_boxes(sources, options.boxes)
    part, parts = options.shard
    items = numbered(sources)[part - 1 :: parts]
    engine = Engine.load(
        options.model,
        device=options.device,
        decode=options.decode,
        input_size=options.input_size,
        precision=options.precision,
        fusion=options.fusion,
    )
    if options.batch:
        engine.batch_size = options.batch
    if "slower" in engine.info.dtype:
        note(f"Computing in {engine.info.dtype}.")

    supports = tuple(SupportExample(shot.image, shot.keypoints, shot.box) for shot in wanted.shots)

    def encode_prompt(engine: Engine) -> Prompt:
        names = wanted.category.keypoints
        texts = words_for(names, wanted.texts, engine.info.vocabulary) if wanted.texts else ()
        return engine.encode_prompt(names=names, texts=[synonyms(text) for text in texts], supports=supports)

    looks = Looks(refine=options.refine, flip=options.flip)
    pairs = wanted.category.pairs or guess_pairs(wanted.category.keypoints)
    second = SecondLooks(looks, pairs, supports, options.decode) if looks else None
    predictor = Predictor(engine, encode_prompt, second)
    results = _Results()
    stopped: KeyboardInterrupt | GkdtError | None = None
    try:
        _predict_all(items, predictor, wanted, results, overlay, options.box_scale)
    except (KeyboardInterrupt, GkdtError) as reason:  # a full disk too must not cost what is done
        stopped = reason
    return _finish(results, stopped, engine, wanted, out, len(items))


def _predict_all(
    items: Sequence[Numbered],
    predictor: Predictor,
    wanted: Wanted,
    results: _Results,
    overlay: Path | None,
    box_scale: float,
) -> None:
    """Reads and draws in other threads, predicts in this one; `results` grows image by image."""

    def failed(item: Numbered, error: GkdtError) -> None:
        results.failures.append((item.source.name, error))

    def unread(item: Numbered, error: GkdtError) -> None:
        failed(item, error)
        progress.advance()

    with ExitStack() as stack:
        progress = stack.enter_context(Progress(len(items), "images"))
        writer = None if overlay is None else stack.enter_context(OverlayWriter(overlay, failed))
        chunks = stack.enter_context(
            closing(
                opened_in_chunks(
                    items,
                    predictor,
                    box_scale=box_scale,
                    keep_images=writer is not None or predictor.wants_images,
                    failed=unread,
                )
            )
        )
        for opened in chunks:
            predictions = iter(predictor.predict(opened))
            for one in opened:
                instances = [_instance(wanted.category, next(predictions), box) for box in one.boxes]
                if writer is not None:
                    writer.put(one, instances)
                _add(results, one, instances)
                progress.advance()


def _instance(category: Category, prediction: Prediction, box: Box | None) -> Instance:
    nan = np.nan
    return Instance(
        category,
        prediction.keypoints,
        np.where(prediction.valid, Visibility.VISIBLE, Visibility.UNLABELED).astype(np.int8),
        np.where(prediction.valid, prediction.scores, nan),
        np.where(prediction.valid, prediction.peaks, nan),
        np.where(prediction.valid, Origin.MODEL, Origin.NONE).astype(np.int8),
        box,
    )


def _add(results: _Results, opened: Opened, instances: Sequence[Instance]) -> None:
    height, width = opened.image_hw
    item = opened.item
    state = ImageState.PREDICTED if instances else ImageState.UNTOUCHED
    results.annotations.extend(
        CocoAnnotation(item.first_annotation_id + offset, item.image_id, _CATEGORY_ID, instance)
        for offset, instance in enumerate(instances)
    )
    # the image last: an interruption between the two leaves annotations that `_finish` can tell apart
    results.images.append(CocoImage(item.image_id, item.source.name, height, width, state))


def _finish(
    results: _Results,
    stopped: KeyboardInterrupt | GkdtError | None,
    engine: Engine,
    wanted: Wanted,
    out: Path,
    total: int,
) -> int:
    if results.images or total == 0:  # an empty part is a part: what puts them together expects its file
        known = {image.id for image in results.images}
        dataset = CocoDataset(
            images=tuple(results.images),
            categories=(CocoCategory(_CATEGORY_ID, wanted.category),),
            annotations=tuple(a for a in results.annotations if a.image_id in known),
            extra={"info": {"description": "gkdt predict", "model": engine.info.model}},
        )
        out.parent.mkdir(parents=True, exist_ok=True)
        write_coco(dataset, out)
        say(f"{out}: {len(dataset.images)} images, {len(dataset.annotations)} instances.")
    if results.failures:
        note(f"{len(results.failures)} of {total} images had a problem:")
        for name, error in results.failures[:_FAILURES_SHOWN]:
            note(f"  {name}: {error}")
        if len(results.failures) > _FAILURES_SHOWN:
            note(f"  and {len(results.failures) - _FAILURES_SHOWN} more")
    if not results.images and total:
        note("Nothing was written.")
    if isinstance(stopped, GkdtError):
        complain(stopped, command="gkdt predict")
        return Exit.BAD_INPUT
    if stopped is not None:
        note(f"Stopped after {len(results.images)} of {total} images.")
        return Exit.INTERRUPTED
    return Exit.BAD_INPUT if results.failures else Exit.DONE
