"""Ten images labelled in the window, some minutes of fine-tuning, and what it brings on images held back.

    python -m benchmarks.few_shot --data DIR [--category NAME] --work DIR [--minutes 8] [--json FILE]

DIR is a folder with `images/` and `annotations/{train,test}.json`, for example one that
`benchmarks/two_flies.py` makes. Ten images of `train` are labelled as a person would label them: the real
window on a virtual screen, a category typed in, for each image a box drawn and every keypoint clicked with
the mouse where the labels of DIR have it, the image accepted, the project exported. Then the program's own
commands do the rest: `gkdt evaluate` on the images of `test`, `gkdt train` on the export, `gkdt evaluate`
again.

Beside PCK the mean error is measured, in percent of the longer side of the object's box: every held-back
image is prompted by words, by each labelled image in turn (1 shot), by both, and by words and all ten.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gkdt_core.domain import Category
from gkdt_core.formats.coco import (
    CocoAnnotation,
    CocoDataset,
    CocoImage,
    read_coco,
    resolve_image,
    write_coco,
)
from gkdt_core.geometry import Box, object_region
from tests.e2e.driver import HUMAN, ROOT, Program, ProjectFile, Screen

HIT_PX = 1.0
"""How far a click may be from where it was meant, image px."""
CROWDED_PX = 9.0
"""On screen: nearer than this a click takes hold of the point that is there; Shift places all the same."""
PROMPTS = ("text", "visual", "both")

Xy = tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Labelled:
    """One image with one object.

    Attributes:
        path: The image file.
        box: Around the object, image coordinates.
        keypoints: (N, 2) image coordinates, NaN where it cannot be seen.
    """

    path: Path
    box: Box
    keypoints: NDArray[np.float64]


def choose(data: Path, split: str, category: str, count: int) -> tuple[Category, CocoDataset, list[Labelled]]:
    """Up to `count` images of a split with exactly one object of `category`, spread over the split."""
    coco = read_coco(data / "annotations" / f"{split}.json")
    entries = [entry for entry in coco.categories if not category or entry.category.name == category]
    if not entries:
        raise SystemExit(f"There is no category {category!r} in {data}.")
    entry = entries[0]
    of_image: dict[int, list[CocoAnnotation]] = {}
    for annotation in coco.annotations:
        of_image.setdefault(annotation.image_id, []).append(annotation)
    fitting: list[tuple[CocoImage, CocoAnnotation]] = []
    for image in coco.images:
        mine = [a for a in of_image.get(image.id, []) if a.category_id == entry.id]
        if len(mine) == 1 and mine[0].instance.labeled.any():
            fitting.append((image, mine[0]))
    picked = [
        fitting[i] for i in np.linspace(0, len(fitting) - 1, min(count, len(fitting))).round().astype(int)
    ]
    part = replace(
        coco,
        images=tuple(image for image, _ in picked),
        annotations=tuple(annotation for _, annotation in picked),
        categories=(entry,),
        other_annotations=(),
    )
    found = []
    for image, annotation in picked:
        instance = annotation.instance
        keypoints = np.where(instance.labeled[:, None], instance.keypoints, np.nan)
        box = instance.box or Box.around(keypoints, margin=8)
        assert box is not None
        found.append(Labelled(resolve_image(data / "images", image.file_name), box, keypoints))
    return entry.category, part, found


# -- in the window -----------------------------------------------------------------------------------------


def define_category(program: Program, category: Category) -> None:
    """Type the category's name, keypoints and lines into the dialog."""
    program.key("ctrl+n")
    program.wait_dialog("category_dialog")
    program.fill("category_dialog_name", category.name)
    program.click("category_dialog_add_keypoint")
    for name in category.keypoints:
        program.type(name)
        program.wait("the name typed", lambda name=name: program.text("category_dialog_add_keypoint") == name)
        program.key("Return")
        program.wait("the name taken", lambda: program.text("category_dialog_add_keypoint") == "")
    if category.edges:
        program.fill("category_dialog_edges", ", ".join(f"{a + 1}-{b + 1}" for a, b in category.edges))
    program.click("category_dialog_accept")
    program.wait_dialog("")


def label(program: Program, project: ProjectFile, category: Category, item: Labelled) -> float:
    """Draw the box, click every keypoint; the largest distance of a click from its place, px."""
    name = item.path.name
    place = program.picture(name)
    program.close_message()
    x1, y1, x2, y2 = item.box.x1, item.box.y1, item.box.x2, item.box.y2
    program.key("b")
    program.drag_point((x1, y1), (x2, y2))
    instance = program.wait(f"the box of {name}", lambda: project.instance_of(name, category.name))
    done: list[Xy] = []
    for keypoint, (x, y) in zip(category.keypoints, item.keypoints.tolist(), strict=True):
        program.wait(f"to be asked for {keypoint}", lambda k=keypoint: f"Click: {k} (" in program.asked_for)
        if math.isfinite(x):
            # near another point a plain click would take hold of that one
            crowded = any(math.dist((x, y), other) * place["scale"] < CROWDED_PX for other in done)
            program.click_point((x, y), held_key="shift" if crowded else "")
            done.append((x, y))
        else:
            program.click_point((1.0, place["size"][1] - 1.0), button=3)
    program.wait("nothing more to be asked", lambda: not program.asked_for)
    seen = np.isfinite(item.keypoints[:, 0])
    program.wait(f"the points of {name} on disk", lambda: len(project.points(instance)) == seen.sum())
    found = project.points(instance)
    errors = [math.dist(found[number][:2], item.keypoints[number]) for number in np.flatnonzero(seen)]
    assert all(found[number][2] == HUMAN for number in found)
    assert max(errors) <= HIT_PX / min(place["scale"], 1), f"{name}: a click is {max(errors):.2f} px off"
    program.close_message()
    return max(errors)


def accept(program: Program, project: ProjectFile, name: str) -> None:
    """Say that the image is right."""
    program.key("Return")
    program.wait(
        f"{name} reviewed",
        lambda: project.rows("SELECT 1 FROM media WHERE name = ? AND state = 'reviewed'", name),
    )


def label_in_window(work: Path, category: Category, items: Sequence[Labelled]) -> dict[str, float]:
    """Copy the images to `work`, label them in the window, export to `work/annotations/train.json`."""
    images = work / "images"
    images.mkdir(parents=True)
    (work / "annotations").mkdir()
    for item in items:
        shutil.copyfile(item.path, images / item.path.name)
    in_order = sorted(items, key=lambda item: item.path.name)
    project = ProjectFile(images / "annotations.gkdt")
    export = work / "annotations" / "train.json"
    start = time.monotonic()
    with Screen() as screen, Program(screen, work / "home", str(images)) as program:
        program.picture()
        define_category(program, category)
        worst = 0.0
        for item in in_order:
            go_to(program, project, item.path.name)
            worst = max(worst, label(program, project, category, item))
            if item is in_order[0]:
                program.shot(work / "labelled.png")
            accept(program, project, item.path.name)
        program.key("ctrl+e")
        program.wait_dialog("export_dialog")
        program.fill("export_path", str(export))
        program.click("export_reviewed_only")
        program.click("export_accept")
        program.wait_dialog("")
        program.wait("the message about the export", lambda: str(export) in program.text("message_text"))
        assert program.quit() == 0, program.output
    return {"images": len(items), "seconds": time.monotonic() - start, "largest_click_error_px": worst}


def go_to(program: Program, project: ProjectFile, image: str) -> None:
    """Go to an image by its number in the list."""
    names = [row[0] for row in project.rows("SELECT name FROM media ORDER BY sort_key, id")]
    program.key("ctrl+g")
    program.wait_dialog("goto_dialog")
    program.type(str(names.index(image) + 1))
    program.key("Return")
    program.wait_dialog("")
    program.picture(image)


# -- measuring ---------------------------------------------------------------------------------------------


def gkdt(*arguments: str | Path) -> None:
    """Run a command of the program; its output is shown."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "app.cli", *map(str, arguments)]
    sys.stdout.flush()
    subprocess.run(command, check=True, env=environment)


def mean_errors(
    model: str | Path, shots: Sequence[Labelled], held: Sequence[Labelled], category: Category
) -> dict[str, float]:
    """Mean distance from the truth in percent of the box's longer side, for each kind of prompt."""
    from gkdt_core.inference.engine import Engine
    from gkdt_core.inference.prompt import Prompt, SupportExample
    from gkdt_core.media.images import read_image

    engine = Engine.load(model)

    def region(item: Labelled) -> Box:
        return object_region(item.box)

    features = [engine.encode_image(read_image(item.path), region(item)) for item in held]
    examples = [SupportExample(read_image(item.path), item.keypoints, region(item)) for item in shots]

    def error(prompt: Prompt) -> float:
        shares = []
        for item, feature in zip(held, features, strict=True):
            found = engine.predict(feature, prompt)
            distance = np.linalg.norm(found.keypoints - item.keypoints, axis=1)
            shares.append(100 * distance[np.isfinite(distance)] / item.box.longer_side)
        return float(np.concatenate(shares).mean())

    def ask(*, words: bool, supports: Sequence[SupportExample]) -> Prompt:
        # without texts the names are the words
        names = category.keypoints
        if words:
            return engine.encode_prompt(names=names, supports=supports)
        return engine.encode_prompt(texts=None, supports=supports)

    return {
        "text": error(ask(words=True, supports=())),
        "visual": float(np.mean([error(ask(words=False, supports=[shot])) for shot in examples])),
        "both": float(np.mean([error(ask(words=True, supports=[shot])) for shot in examples])),
        "both, all shots": error(ask(words=True, supports=examples)),
    }


def measure(
    model: str | Path, held_set: Path, out: Path, episodes: int, errors: dict[str, float]
) -> dict[str, dict[str, float]]:
    """Prompt -> PCK as `gkdt evaluate` tells it, and the mean error."""
    gkdt(
        *("evaluate", "--model", model, "--data", held_set, "--split", "test"),
        *("--episodes", str(episodes), "--threads", "2", "--json", out),
    )
    told = json.loads(out.read_text(encoding="utf-8"))["mean"]
    found = {prompt: {key: told[prompt][key] for key in ("pck@0.05", "pck@0.1")} for prompt in PROMPTS}
    for prompt, value in errors.items():
        found.setdefault(prompt, {})["error"] = value
    return found


def table(before: dict[str, dict[str, float]], after: dict[str, dict[str, float]]) -> str:
    """A Markdown table."""
    heads = (("pck@0.05", "PCK@0.05"), ("pck@0.1", "PCK@0.1"), ("error", "mean error, % of the box"))
    lines = [
        "| prompt | " + " | ".join(f"{text}: before | after" for _, text in heads) + " |",
        "| --- |" + " --- | --- |" * len(heads),
    ]
    for prompt in before:
        cells = []
        for key, _ in heads:
            for values in (before[prompt], after[prompt]):
                cells.append(f"{values[key]:.1f}" if key in values else "")
        lines.append(f"| {prompt} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def processor() -> str:
    """What the machine calls its processor."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add = parser.add_argument
    add("--data", type=Path, required=True, help="folder with images/ and annotations/{train,test}.json")
    add("--category", default="", help="its category to label; default: the first")
    add("--work", type=Path, required=True, help="folder to make; one that is there is deleted")
    add("--model", default="bundled", help="what to start from")
    add("--images", type=int, default=10, help="how many to label")
    add("--held", type=int, default=30, help="how many of test.json to measure on, at most")
    add("--minutes", type=float, default=8.0, help="of fine-tuning")
    add("--steps", type=int, default=0, help="of fine-tuning, instead of gkdt train's choice")
    add("--threads", type=int, default=2)
    add("--episodes", type=int, default=100)
    add("--json", type=Path, help="write the numbers to this file")
    options = parser.parse_args()

    shutil.rmtree(options.work, ignore_errors=True)
    category, _, shots = choose(options.data, "train", options.category, options.images)
    _, held_coco, held = choose(options.data, "test", category.name, options.held)
    held_set, work, tuned = options.work / "held", options.work / "labelled", options.work / "model"
    (held_set / "annotations").mkdir(parents=True)
    shutil.copytree(options.data / "images", held_set / "images")
    write_coco(held_coco, held_set / "annotations" / "test.json")

    say(f"Labelling {len(shots)} images of {category.name!r} in the window.")
    labelling = label_in_window(work, category, shots)
    say(f"Labelled: {labelling}")
    exported = choose(work, "train", category.name, options.images)[2]

    # measured with what was clicked, not with what should have been
    errors = mean_errors(options.model, exported, held, category)
    before = measure(options.model, held_set, options.work / "before.json", options.episodes, errors)
    start = time.monotonic()
    gkdt(
        *("train", "--data", work, "--model", options.model, "--out", tuned),
        *("--minutes", str(options.minutes), "--threads", str(options.threads)),
        *(("--steps", str(options.steps)) if options.steps else ()),
    )
    minutes = (time.monotonic() - start) / 60
    errors = mean_errors(tuned, exported, held, category)
    after = measure(tuned, held_set, options.work / "after.json", options.episodes, errors)

    said = table(before, after)
    say(
        f"\n{category.name}: {len(exported)} images labelled in the window, {len(held)} held back; "
        f"{minutes:.1f} minutes of fine-tuning on {options.threads} threads ({processor()}).\n\n{said}"
    )
    if options.json is not None:
        result: dict[str, Any] = {
            "data": options.data.name,
            "category": category.name,
            "labelling": labelling,
            "held_back": len(held),
            "training_minutes": minutes,
            "threads": options.threads,
            "processor": processor(),
            "before": before,
            "after": after,
        }
        options.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
