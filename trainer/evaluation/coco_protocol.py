"""COCO's keypoint AP: every object of a split is asked once, in its true box or in a detector's.

Objects found are put in order by the score of their box times the mean of those of their keypoints' scores
that exceed 0.2 (the usual rule for keypoints in boxes); a true box counts 1.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gkdt_core.domain import Category, ImageState, Visibility, guess_pairs
from gkdt_core.errors import DatasetError
from gkdt_core.formats.coco import CocoAnnotation, CocoDataset, read_coco
from gkdt_core.geometry import REGION_SCALE, Box, object_region
from gkdt_core.inference.engine import Engine
from gkdt_core.inference.looks import CloserPrompt, Looks, closer_prompt, look_at_regions
from gkdt_core.inference.prompt import Prompt, SupportExample
from gkdt_core.inference.results import Prediction
from gkdt_core.media.images import read_image
from gkdt_core.metrics.coco_ap import (
    AREA_OF_BOX,
    BoxThreshold,
    FoundBox,
    FoundObject,
    KeypointAp,
    TrueBox,
    TrueObject,
    as_dict,
    best_threshold,
    keypoint_ap,
    mean_ap,
)
from gkdt_core.metrics.oks import (
    DEFAULT_SIGMA,
    default_sigmas,
    is_coco_person,
    read_sigmas,
    sigmas_from_file,
    sigmas_of_observers,
)
from trainer.data.dataset import (
    CategoryData,
    Sample,
    accepted_points,
    load_annotations,
    picture_of,
    readings_of,
)
from trainer.evaluation.answers import shot_of

FloatArray = NDArray[np.float64]

OBSERVERS = "observers"
_TRUSTED = 0.2  # keypoints below do not speak for their object
_AT_ONCE = 64  # regions whose pixels are held


@dataclass(frozen=True, slots=True)
class ApConfig:
    """How COCO's AP is measured.

    Attributes:
        prompts: "visual", "text", "both".
        shots: Supports of a visual prompt; one draw of them serves the whole split.
        seed: Of that draw.
        sigmas: None for COCO's or the default; "observers" for what people's readings in the split say; else
            a file, see `read_sigmas`.
        detections: COCO results with boxes; None for the true boxes.
        box_scale: How much larger than a box the region is.
        looks: Second looks.
        only: Super-categories to measure; empty for all.
    """

    prompts: tuple[str, ...] = ("text",)
    shots: int = 1
    seed: int = 0
    sigmas: str | Path | None = None
    detections: Path | None = None
    box_scale: float = REGION_SCALE
    looks: Looks = field(default_factory=Looks)
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CategoryAp:
    """AP of one category with one prompt.

    Attributes:
        category, prompt: Of what.
        ap: COCO's numbers.
        objects: To be found, with labelled keypoints and no crowds.
        asked: Boxes the model looked at.
        sigmas: For each keypoint.
        sigmas_from: Where they are from, in words.
        supports: Names of the samples shown.
    """

    category: str
    prompt: str
    ap: KeypointAp
    objects: int
    asked: int
    sigmas: tuple[float, ...]
    sigmas_from: str
    supports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ApResult:
    """AP of a dataset.

    Attributes:
        dataset: Its name.
        categories: Of every category and prompt.
        threshold: Which detections were used; None with the true boxes.
    """

    dataset: str
    categories: tuple[CategoryAp, ...]
    threshold: BoxThreshold | None

    def mean(self, prompt: str) -> KeypointAp:
        """Over the categories."""
        return mean_ap([one.ap for one in self.categories if one.prompt == prompt])

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        prompts = dict.fromkeys(one.prompt for one in self.categories)
        threshold = self.threshold
        return {
            "dataset": self.dataset,
            "mean": {prompt: as_dict(self.mean(prompt)) for prompt in prompts},
            "categories": [
                {
                    "category": one.category,
                    "prompt": one.prompt,
                    **as_dict(one.ap),
                    "objects": one.objects,
                    "boxes": one.asked,
                    "sigmas": [round(sigma, 5) for sigma in one.sigmas],
                    "sigmas_from": one.sigmas_from,
                    "supports": list(one.supports),
                }
                for one in self.categories
            ],
            "detections": None
            if threshold is None
            else {
                "threshold": threshold.score,
                "f_measure": round(threshold.f_measure, 4),
                "precision": round(threshold.precision, 4),
                "recall": round(threshold.recall, 4),
                "kept": threshold.kept,
                "total": threshold.total,
            },
        }


@dataclass(frozen=True, slots=True)
class SplitFiles:
    """Where a split of a dataset lies.

    Attributes:
        name: Of the dataset.
        annotations: Its COCO file.
        image_roots: Folders that its pictures may be in.
        supports: The COCO file that supports are drawn from.
        supercategory: In place of what the file says; empty to keep that.
    """

    name: str
    annotations: Path
    image_roots: tuple[Path, ...]
    supports: Path
    supercategory: str = ""


def split_of_folder(
    root: Path, split: str, support_split: str = "train", images: Path | None = None
) -> SplitFiles:
    """The files of a folder with `annotations/SPLIT.json` and `images/`, or with its pictures elsewhere.

    Raises:
        DatasetError: There is no such split.
    """
    path = root / "annotations" / f"{split}.json"
    if not path.is_file():
        raise DatasetError(
            f"{root}: there is no annotations/{split}.json.",
            hint=f'A dataset is a folder with "images" and "annotations/{split}.json".',
        )
    folders = (root / "images",) if images is None else (images,)
    return SplitFiles(root.resolve().name, path, folders, path.with_name(f"{support_split}.json"))


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """A box to look at: in which image, and how sure its finder is."""

    image: int
    box: Box
    score: float


def evaluate_ap(
    engine: Engine,
    files: SplitFiles,
    config: ApConfig,
    report: Callable[[CategoryAp], None] = lambda _: None,
) -> ApResult:
    """COCO's AP of one dataset.

    Args:
        engine: Of the model.
        files: Of the split.
        config: How.
        report: Called as categories are done.

    Raises:
        DatasetError: The files are not as they should be, or nothing is left to measure.
    """
    path = files.annotations
    coco = read_coco(path)
    areas = _areas(path)
    entries = [
        entry
        for entry in coco.categories
        if not config.only or (files.supercategory or entry.category.supercategory) in config.only
    ]
    states = {image.id: image.state for image in coco.images}
    truth = {
        entry.id: [
            (annotation, one)
            for annotation in coco.annotations
            if annotation.category_id == entry.id
            and (one := _true_object(annotation, states[annotation.image_id], areas)) is not None
        ]
        for entry in entries
    }
    threshold, boxes = _boxes(config, coco, {key: [one for _, one in of] for key, of in truth.items()})
    shots = _support_data(files) if set(config.prompts) & {"visual", "both"} else {}
    done: list[CategoryAp] = []
    for entry in entries:
        objects = [one for _, one in truth[entry.id]]
        if not any(_is_labelled(one) for one in objects):
            continue
        sigmas, origin = _sigmas(config, entry.category, truth[entry.id])
        for prompt in config.prompts:
            chosen = [] if prompt == "text" else _supports(shots, entry.category, files, config)
            category = entry.category
            if not category.pairs:
                category = replace(category, pairs=guess_pairs(category.keypoints))
            found = _find(engine, files, coco, category, boxes[entry.id], prompt, chosen, config)
            result = CategoryAp(
                category.name,
                prompt,
                keypoint_ap(objects, found, sigmas),
                sum(_is_labelled(one) for one in objects),
                len(boxes[entry.id]),
                tuple(sigmas.tolist()),
                origin,
                tuple(sample.name for sample in chosen),
            )
            done.append(result)
            report(result)
    if not done:
        raise DatasetError(
            f"{path}: nothing to find: no object has a labelled keypoint.",
            hint="Check --split and --only-supercategory.",
        )
    return ApResult(files.name, tuple(done), threshold)


def _is_labelled(one: TrueObject) -> bool:
    return not one.crowd and bool(np.isfinite(one.keypoints).any())


def _areas(path: Path) -> dict[int, float]:
    """Areas by annotation id, as the file says them: for masks smaller than their boxes."""
    content = json.loads(path.read_text(encoding="utf-8"))
    return {
        record["id"]: float(record["area"])
        for record in content["annotations"]
        if isinstance(record.get("area"), int | float) and record["area"] > 0 and "id" in record
    }


def _true_object(
    annotation: CocoAnnotation, state: ImageState, areas: Mapping[int, float]
) -> TrueObject | None:
    instance = annotation.instance
    box = instance.region
    if box is None or state is ImageState.REJECTED:
        return None
    true = accepted_points(instance, state) & (instance.visibility > Visibility.UNLABELED)
    area = areas.get(annotation.id, AREA_OF_BOX * box.width * box.height)
    points = np.where(true[:, None], instance.keypoints, np.nan)
    return TrueObject(annotation.image_id, points, box, area, bool(annotation.extra.get("iscrowd")))


def _boxes(
    config: ApConfig, coco: CocoDataset, truth: Mapping[int, Sequence[TrueObject]]
) -> tuple[BoxThreshold | None, dict[int, list[_Asked]]]:
    """For each category the boxes to look at."""
    if config.detections is None:
        return None, {
            key: [_Asked(one.image, one.box, 1.0) for one in objects if _is_labelled(one)]
            for key, objects in truth.items()
        }
    found = [one for one in read_detections(config.detections, coco) if one.category in truth]
    true = [TrueBox(one.image, key, one.box, one.crowd) for key, objects in truth.items() for one in objects]
    threshold = best_threshold(true, found)
    boxes: dict[int, list[_Asked]] = {key: [] for key in truth}
    for one in found:
        if one.score >= threshold.score:
            boxes[one.category].append(_Asked(one.image, one.box, one.score))
    return threshold, boxes


def read_detections(path: Path, coco: CocoDataset) -> list[FoundBox]:
    """Boxes of a COCO results file: [{"image_id", "category_id", "bbox": [x, y, w, h], "score"}, ...].

    Boxes of other categories than the dataset's, and empty ones, are left out.

    Raises:
        DatasetError: The file cannot be read, an entry is not like that, or names an image that is not there.
    """
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DatasetError(f"{path} cannot be read: {error.strerror}.", hint="Check --detections.") from error
    except (ValueError, RecursionError) as error:
        raise DatasetError(f"{path} is not valid JSON: {error}.", hint="Check --detections.") from error
    if not isinstance(content, list):
        raise DatasetError(f"{path.name} is not a list of detections.", hint=_RESULTS_HINT)
    images = {image.id for image in coco.images}
    categories = {entry.id for entry in coco.categories}
    found = []
    for number, record in enumerate(content, start=1):
        values = record.get("bbox") if isinstance(record, dict) else None
        numbers = [*values, record.get("score")] if isinstance(values, list) else []
        if len(numbers) != 5 or not all(_is_finite(value) for value in numbers):
            raise DatasetError(
                f"{path.name}: detection {number} has no box of four numbers and a score.", hint=_RESULTS_HINT
            )
        if record.get("image_id") not in images:
            raise DatasetError(
                f"{path.name}: detection {number} is in image {record.get('image_id')!r}, which the dataset "
                "does not have.",
                hint="The detections must be of the same split.",
            )
        x, y, width, height, score = map(float, numbers)
        if record.get("category_id") in categories and width > 0 and height > 0:
            box = Box.from_xywh(x, y, width, height)
            found.append(FoundBox(record["image_id"], record["category_id"], box, score))
    if not found:
        raise DatasetError(
            f"{path.name} has no box of the dataset's categories.", hint="Check the category ids."
        )
    return found


_RESULTS_HINT = 'Each is {"image_id": 1, "category_id": 1, "bbox": [x, y, width, height], "score": 0.9}.'


def _is_finite(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and bool(np.isfinite(value))


def _sigmas(
    config: ApConfig, category: Category, truth: Sequence[tuple[CocoAnnotation, TrueObject]]
) -> tuple[FloatArray, str]:
    if isinstance(config.sigmas, Path):
        return (
            sigmas_from_file(config.sigmas, read_sigmas(config.sigmas), category),
            f"{config.sigmas.name}",
        )
    if config.sigmas == OBSERVERS:
        read = [(readings_of(a.extra, len(category)), one.area) for a, one in truth]
        read = [(marks, area) for marks, area in read if marks]
        if not read:
            raise DatasetError(
                f'Nobody marked "{category.name}" twice, so there are no sigmas of observers.',
                hint='The fields are "keypoints_annotator1", "keypoints_annotator2"; or leave out --sigmas.',
            )
        sigmas = sigmas_of_observers([marks for marks, _ in read], [area for _, area in read])
        known = np.isfinite(sigmas)
        return np.where(known, sigmas, DEFAULT_SIGMA), f"the observers of {len(read)} objects"
    if is_coco_person(category):
        return default_sigmas(category), "COCO's own"
    return default_sigmas(category), f"the default of {DEFAULT_SIGMA:g}"


def _support_data(files: SplitFiles) -> dict[str, CategoryData]:
    if not files.supports.is_file():
        raise DatasetError(
            f"There is no {files.supports} to draw supports from.",
            hint="Choose the split with --support-split, or prompt with text.",
        )
    found = load_annotations(files.supports, files.image_roots, files.name)
    return {data.category.name: data for data in found}


def _supports(
    shots: Mapping[str, CategoryData], category: Category, files: SplitFiles, config: ApConfig
) -> list[Sample]:
    """A seeded draw among the samples, such that as many keypoints as possible are marked.

    Each shot is, of those in the order of the draw, the first that marks the most keypoints no shot has yet
    marked; then those of the most.
    """
    data = shots.get(category.name)
    if data is None or data.category.keypoints != category.keypoints:
        raise DatasetError(
            f'There is no support for "{category.name}" in {files.supports.name}.',
            hint="Choose the split with --support-split, or prompt with text.",
        )
    left = [data.samples[i] for i in np.random.default_rng(config.seed).permutation(len(data.samples))]
    chosen: list[Sample] = []
    marked = np.zeros(len(category), np.bool_)
    while left and len(chosen) < config.shots:
        gains = [(int((one.visible & ~marked).sum()), int(one.visible.sum())) for one in left]
        best = max(range(len(left)), key=lambda index: (*gains[index], -index))
        chosen.append(left.pop(best))
        marked |= chosen[-1].visible
    return chosen


def _find(
    engine: Engine,
    files: SplitFiles,
    coco: CocoDataset,
    category: Category,
    boxes: Sequence[_Asked],
    prompt: str,
    chosen: Sequence[Sample],
    config: ApConfig,
) -> list[FoundObject]:
    shots = [shot_of(sample, config.box_scale) for sample in chosen]
    encoded, closer = _prompt(engine, category, prompt, shots, config.looks)
    names = {image.id: image.file_name for image in coco.images}
    ordered = sorted(boxes, key=lambda one: one.image)  # the boxes of a picture together: it is read once
    found: list[FoundObject] = []
    for first in range(0, len(ordered), _AT_ONCE):
        part = ordered[first : first + _AT_ONCE]
        images = {}
        for number in dict.fromkeys(one.image for one in part):
            images[number] = read_image(picture_of(files.image_roots, names[number]))
        regions = [
            engine.prepare(images[one.image], object_region(one.box, config.box_scale)) for one in part
        ]
        answers = look_at_regions(
            engine,
            regions,
            [images[one.image] for one in part],
            encoded,
            config.looks,
            flip_pairs=category.pairs,
            closer=closer,
        )
        found += [
            FoundObject(one.image, _placed(answer, one.box), one.score * _object_score(answer))
            for one, answer in zip(part, answers, strict=True)
        ]
    return found


def _prompt(
    engine: Engine, category: Category, prompt: str, shots: Sequence[SupportExample], looks: Looks
) -> tuple[Prompt, CloserPrompt | None]:
    texts = () if prompt == "visual" else None
    encoded = engine.encode_prompt(names=category.keypoints, texts=texts, supports=shots)
    return encoded, closer_prompt(engine, encoded, shots) if looks.refine and shots else None


def _placed(answer: Prediction, box: Box) -> FloatArray:
    """(N, 2); a keypoint that was not prompted is put in the middle of its box, since COCO asks for all."""
    return np.where(np.isfinite(answer.keypoints), answer.keypoints, np.array(box.centre))


def _object_score(answer: Prediction) -> float:
    scores = answer.scores[answer.valid]
    trusted = scores[scores > _TRUSTED]
    return float(trusted.mean()) if len(trusted) else 0.0
