"""How well the first ready-made category that a search finds works with a model, by words only.

    python -m benchmarks.ready_made [--data DIR] [--model bundled] [--split test] [--count 24] [--hits 1]

For each common name of an object that the shared data have annotated pictures of, the search's first hit
prompts the model by its words, as the program would, and PCK@0.1 (of the longer side of the object's box) is
taken over the keypoints that both skeletons have: those of the same name, and those that `SAME` says are the
same place. Where they share none, and for the rest, the mean calibrated score says how sure the model is.
"By its names" prompts by the hit's keypoint names as they are, without the model's own words for them, and
"trained words" by the names of the annotations, on the same keypoints and instances: what the model could do.
`--hits 3` measures the second and third hit too; choices are made with `--split train`, told with `test`.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from app.console import say
from gkdt_core.formats.coco import CocoAnnotation, CocoDataset, read_coco, resolve_image
from gkdt_core.geometry import object_region
from gkdt_core.media.images import read_image
from gkdt_core.prompt_files import synonyms
from gkdt_core.schemas import find_schemas
from gkdt_core.wordings import words_for

if TYPE_CHECKING:
    from gkdt_core.inference.engine import Engine

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "keypoints"
PCK_SHARE = 0.1

CASES = (
    ("horse", "quadruped_animalpose", "horse"),
    ("dog", "quadruped_animalpose", "dog"),
    ("cat", "quadruped_animalpose", "cat"),
    ("cow", "quadruped_animalpose", "cow"),
    ("animal", "quadruped_animalpose", "cow"),
    ("dog", "dog_stanfordextra_sample", "dog"),
    ("dog head", "animal_head_crops", "dog head"),
    ("cat face", "animal_head_crops", "cat head"),
    ("person", "person_lsp", "person"),
    ("human", "person_lsp", "person"),
    ("face", "human_face", "human face"),
    ("hand", "hand", "hand"),
    ("human hand", "hand", "hand"),
    ("mouth", "lips_video", "lips"),
    ("mouse", "mouse_openfield", "mouse (seen from above)"),
    ("rat", "mouse_openfield", "mouse (seen from above)"),
    ("mouse side view", "mouse_treadmill_mirror", "mouse on a wheel (side view)"),
    ("bee", "bee_apic", "honey bee"),
    ("wing", "fly_wing", "fruit fly wing"),
    ("lateral cephalogram", "cephalogram_hamedan", "cephalogram"),
    ("car", "car_windscreen_lamps", "car (front or rear)"),
    ("wheel", "car_wheel", "car wheel"),
    ("door", "wagon_door", "freight wagon side door"),
    ("tube", "glue_tube", "glue tube"),
)
"""(what a person searches, data set, category of its annotations)."""

_FINGERS = {"forefinger": "index finger", "middle finger": "middle finger", "ring finger": "ring finger"}
_FINGERS["pinky finger"] = "little finger"
SAME = {
    "nose tip": "nose",
    "root of tail": "tail base",
    "tail": "tail base",
    "tail start": "tail base",
    "back of the hand or palm near the wrist": "wrist",
    "thumb's tip": "thumb tip",
    "thumb's first knuckle": "thumb base joint",
    "thumb's second knuckle": "thumb middle joint",
    "lower incisal incision": "lower incisor tip",
    "upper incisal incision": "upper incisor tip",
    "snout": "nose",
    **{f"{theirs}'s tip": f"{ours} tip" for theirs, ours in _FINGERS.items()},
    **{f"{theirs}'s first knuckle": f"{ours} knuckle" for theirs, ours in _FINGERS.items()},
    **{f"{theirs}'s second knuckle": f"{ours} middle joint" for theirs, ours in _FINGERS.items()},
    **{
        f"{side}-{end} {joint}": f"{side} {end} {'elbow' if joint == 'leg' else joint}"
        for side in ("left", "right")
        for end in ("front", "back")
        for joint in ("leg", "knee", "paw")
    },
}
"""Names of the same place in two skeletons, each to the one that it is compared by."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one wording did.

    Attributes:
        hits: For every keypoint that could be compared, and every instance that has it labelled, whether it
            was within a tenth of the box's longer side.
        score: Mean calibrated score of all its keypoints.
    """

    hits: dict[str, list[bool]]
    score: float

    def pck(self, places: Collection[str]) -> float:
        """The share of hits among these keypoints; NaN where there are none."""
        hits = [hit for place, found in self.hits.items() if place in places for hit in found]
        return float(np.mean(hits)) if hits else float("nan")


def place_of(name: str) -> str:
    """The name by which a keypoint is compared across skeletons."""
    name = name.casefold()
    return SAME.get(name, name)


def chosen(coco: CocoDataset, category: str, count: int) -> list[CocoAnnotation]:
    """Up to `count` labelled instances of a category, spread over the split."""
    ids = {entry.id for entry in coco.categories if entry.category.name == category}
    found = [a for a in coco.annotations if a.category_id in ids and a.instance.labeled.sum() > 1]
    return [found[i] for i in np.linspace(0, len(found) - 1, min(count, len(found))).round().astype(int)]


def measured(
    engine: Engine,
    folder: Path,
    coco: CocoDataset,
    instances: Sequence[CocoAnnotation],
    names: tuple[str, ...],
    texts: Sequence[str],
) -> Outcome:
    """Prompt with `texts` for keypoints called `names`, and compare."""
    prompt = engine.encode_prompt(names=names, texts=[synonyms(text) for text in texts])
    ours = {place_of(name): index for index, name in enumerate(names)}
    files = {image.id: image.file_name for image in coco.images}
    hits: dict[str, list[bool]] = {}
    scores: list[float] = []
    for annotation in instances:
        instance = annotation.instance
        box = instance.region
        assert box is not None
        image = read_image(resolve_image(folder / "images", files[annotation.image_id]))
        found = engine.predict(engine.encode_image(image, object_region(box)), prompt)
        scores.append(float(np.nanmean(found.scores)))
        limit = PCK_SHARE * max(box.width, box.height)
        for index, name in enumerate(instance.category.keypoints):
            mine = ours.get(place_of(name))
            if mine is not None and instance.labeled[index]:
                is_hit = _distance(found.keypoints[mine], instance.keypoints[index]) <= limit
                hits.setdefault(place_of(name), []).append(is_hit)
    return Outcome(hits, float(np.mean(scores)))


def _distance(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    return float(np.hypot(*(a - b)))


def rows(
    engine: Engine, cases: Sequence[tuple[str, str, str]], data: Path, split: str, count: int, hits: int
) -> Iterator[tuple[str, str, str, Outcome, Outcome, Outcome]]:
    """(searched, data set, hit, what its words, its names and the trained words do) of every case."""
    for searched, name, category in cases:
        folder = data / name
        coco = read_coco(folder / "annotations" / f"{split}.json")
        instances = chosen(coco, category, count)
        trained = instances[0].instance.category.keypoints
        best = measured(engine, folder, coco, instances, trained, trained)
        for hit in find_schemas(searched, hits):
            names = hit.category.keypoints
            words = words_for(names, names, engine.info.vocabulary)
            known = {trained: best}
            for texts in (names, words):
                if texts not in known:
                    known[texts] = measured(engine, folder, coco, instances, names, texts)
            yield (
                searched,
                name,
                f"{hit.object_name} [{hit.schema_id}]",
                known[words],
                known[names],
                best,
            )


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; see the module's docstring."""
    from gkdt_core.inference.engine import Engine

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--model", default="bundled")
    parser.add_argument("--split", default="test", choices=("train", "test"))
    parser.add_argument("--count", type=int, default=24, help="instances of a case")
    parser.add_argument("--hits", type=int, default=1)
    parser.add_argument("--only", default="", metavar="WORD", help="only cases searched by this word")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(argv)
    engine = Engine.load(options.model)
    cases = [case for case in CASES if options.only in ("", case[0])]
    start = time.perf_counter()
    table = []
    say("| searched | pictures | hit | shared points | PCK@0.1 | by its names | trained words | mean score |")
    say("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |")
    for searched, name, hit, found, named, best in rows(
        engine, cases, options.data, options.split, options.count, options.hits
    ):
        places = found.hits.keys()
        pck = [outcome.pck(places) for outcome in (found, named, best)]
        shown = " | ".join(f"{100 * share:.1f}" if places else "-" for share in pck)
        say(f"| {searched} | {name} | {hit} | {len(places)} | {shown} | {found.score:.2f} |")
        row = {"searched": searched, "set": name, "hit": hit, "points": len(places), "score": found.score}
        table.append(
            row | dict(zip(("pck", "by_names", "trained_words"), pck, strict=True)) if places else row
        )
    if options.json:
        options.json.write_text(json.dumps(table, indent=1), encoding="utf-8")
    say(f"{len(table)} rows, {options.split}, {time.perf_counter() - start:.0f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
