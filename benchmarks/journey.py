"""The whole way of a folder of photographs through the real window: prints how long each stage takes.

Run: `python -m benchmarks.journey [--data DIR] [--category NAME] [--images 100] [--drags 2] [--work DIR]
[--json FILE]`, on Linux with Xvfb, xdotool and openbox. DIR is a folder with `images/` and
`annotations/train.json`; without it, 100 photographs of hands among the shared test data. The program runs as
a process of its own on a virtual screen and is used with a real mouse and keyboard: the folder is opened, a
category of its keypoints typed in, one image marked as the prompt, all others pre-labelled with the bundled
model, every one of them reviewed in the order of doubt (the worst points are dragged to where people saw
them, then the image is accepted), the checks are read, and everything is exported twice. Both exports are
imported into new projects, which must hold what the first one holds; pycocotools loads the COCO file.

The hands are as fast as the program: nobody looks at the picture first. So this is what the program costs
an annotator, not how long an annotator takes.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import math
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.few_shot import Labelled, choose, define_category, go_to, label, processor
from gkdt_core.domain import Category
from tests.e2e.driver import HUMAN, MODEL, Program, ProjectFile, Screen, TooLong, missing_tools
from tests.shared_data import SHARED

SECOND_FORMAT = "CSV, a row a keypoint"
SECOND_FILE = "points.csv"
HIT_PX = 2.0
"""How far from where it was meant a dragged point may be, on screen."""
ALONE_PX = 14.0
"""On screen: with another point nearer than this, a drag may take hold of that one."""
REST_S = 0.06
"""The program tells where things are every 0.04 s."""
OFF = 0.05
"""A point farther from the truth than this share of the object's longer side is worth a drag."""
SAME_PX = 0.01
"""Files keep places to a hundredth of a pixel."""

Xy = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the way.

    Attributes:
        name: What was done.
        seconds: How long it took.
        things: How many of `unit` were done in it; 0 where nothing is counted.
        unit: For example "image".
    """

    name: str
    seconds: float
    things: int = 0
    unit: str = ""


@dataclass(slots=True)
class Journey:
    """What the way was like.

    Attributes:
        images: Photographs in the folder.
        keypoints: Of the category.
        stages: In their order.
        drags: Points that were dragged in the review.
        findings: What the checks panel told after it.
        points: Labelled points at the end: by a person, by the model.
        same: Export -> largest distance of a point in the project made from it, px.
    """

    images: int
    keypoints: int
    stages: list[Stage] = field(default_factory=list)
    drags: int = 0
    findings: str = ""
    points: dict[str, int] = field(default_factory=dict)
    same: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str, things: int = 0, unit: str = "") -> Iterator[None]:
        """Take the time of a stage."""
        start = time.perf_counter()
        yield
        self.stages.append(Stage(name, time.perf_counter() - start, things, unit))
        sys.stderr.write(f"{name}: {self.stages[-1].seconds:.1f} s\n")

    def table(self) -> str:
        """A Markdown table of the stages, and what was found."""
        lines = ["| stage | s | each |", "| --- | ---: | ---: |"]
        for one in self.stages:
            each = f"{one.seconds / one.things:.2f} s / {one.unit}" if one.things else ""
            lines.append(f"| {one.name} | {one.seconds:.1f} | {each} |")
        lines += [f"| all | {sum(one.seconds for one in self.stages):.1f} | |", ""]
        lines.append(f"{self.images} images, {self.keypoints} keypoints, {self.drags} points dragged.")
        lines.append(
            f"Points at the end: {self.points['human']:,} by hand, {self.points['model']:,} accepted."
        )
        lines.append(f"Checks after the review: {self.findings}.")
        lines += [
            f"{name}: imported again, the same; the largest distance of a point is {px:.4f} px."
            for name, px in self.same.items()
        ]
        return "\n".join(lines)


def travel(work: Path, category: Category, items: Sequence[Labelled], drags: int = 2) -> Journey:
    """Go the whole way with copies of the images in `work`.

    Args:
        work: An empty folder.
        category: What is to be labelled.
        items: The photographs, with where people saw the keypoints.
        drags: At most so many points of an image are dragged in the review.

    Raises:
        TooLong: Something that should have happened did not; it names what.
        AssertionError: An export does not hold what the project holds.
    """
    folder, exports = work / "photographs", work / "exports"
    folder.mkdir(parents=True)
    exports.mkdir()
    for item in items:
        shutil.copyfile(item.path, folder / item.path.name)
    truth = {item.path.name: item for item in items}
    journey = Journey(len(items), len(category))
    project = ProjectFile(folder / "annotations.gkdt")
    coco, second = exports / "coco.json", exports / SECOND_FILE
    with Screen() as screen, contextlib.ExitStack() as stack:
        with journey.stage("start the program"):
            program = stack.enter_context(Program(screen, work / "home"))
        with journey.stage("open the folder", len(items), "image"):
            open_folder(program, project, folder, len(items))
        with journey.stage("type in the category", len(category), "keypoint"):
            define_category(program, category)
        prompt = max(items, key=lambda item: int(np.isfinite(item.keypoints[:, 0]).sum()))
        with journey.stage("mark the prompt", len(category), "keypoint"):
            go_to(program, project, prompt.path.name)
            label(program, project, category, prompt)
            accept_here(program, project, prompt.path.name)
        with journey.stage("pre-label all others", len(items) - 1, "image"):
            prelabel(program, project, len(items) - 1)
        program.shot(work / "pre-labelled.png")
        with journey.stage("review", len(items) - 1, "image"):
            journey.drags = review(program, project, category, truth, drags)
        program.shot(work / "reviewed.png")
        with journey.stage("read the checks"):
            journey.findings = read_checks(program)
        program.shot(work / "checks.png")
        before = content(project)
        assert all(one["instances"] for one in before.values()), "an image without its object"
        with journey.stage("export COCO"):
            export(program, coco)
        with journey.stage(f"export {SECOND_FORMAT}"):
            export(program, second, SECOND_FORMAT)
        journey.points = {
            name: project.rows("SELECT COUNT(*) FROM keypoint WHERE origin = ? AND x IS NOT NULL", origin)[0][
                0
            ]
            for name, origin in (("human", HUMAN), ("model", MODEL))
        }
        check_coco(coco, project, category)
        for path, name in ((coco, "COCO"), (second, SECOND_FORMAT)):
            with journey.stage(f"import {name} into a new project"):
                made = import_new(program, path, folder, len(items))
            journey.same[name] = largest_distance(before, content(made), whole=path == coco)
        program.shot(work / "imported.png")
        assert program.quit() == 0, program.output
        assert not program.output, program.output
    return journey


# -- the stages --------------------------------------------------------------------------------------------


def open_folder(program: Program, project: ProjectFile, folder: Path, count: int) -> None:
    """Through the platform's dialog, until every image is in the project and one is shown."""
    program.key("ctrl+o")
    program.wait_dialog("QFileDialog")
    program.wait("the keyboard in the field", lambda: program.map()["focus"] == "fileNameEdit")

    def is_typed() -> bool:
        # while a folder is still being listed, the dialog may write its own choice over what is typed
        program.key("ctrl+a")
        program.type(str(folder))
        try:
            program.wait("the path", lambda: program.text("fileNameEdit") == str(folder), seconds=5)
        except TooLong:
            return False
        return True

    program.wait("the path in the field", is_typed)
    program.key("Return")
    program.wait_dialog("")
    program.picture()
    program.wait("all images in the list", lambda: program.text("media_count") == f"{count:,} images")
    program.wait("all images on disk", lambda: project.rows("SELECT COUNT(*) FROM media") == [(count,)])


def accept_here(program: Program, project: ProjectFile, name: str, key: str = "Return") -> None:
    """Say that the image shown is right."""
    program.key(key)
    program.wait(
        f"{name} reviewed",
        lambda: project.rows("SELECT 1 FROM media WHERE name = ? AND state = 'reviewed'", name),
    )


def prelabel(program: Program, project: ProjectFile, count: int) -> None:
    """Ctrl+R once the model is there, until all other images have its points and the window says so."""
    program.wait("the model", lambda: "·" in program.text("engine_line"))
    program.close_message()
    program.key("ctrl+r")
    counted = "SELECT COUNT(*) FROM media WHERE state = 'predicted'"
    program.wait("predictions in every other image", lambda: project.rows(counted) == [(count,)])
    program.wait("the message about the batch", lambda: "Pre-labelled" in program.text("message_text"))
    program.close_message()


def review(
    program: Program, project: ProjectFile, category: Category, truth: Mapping[str, Labelled], drags: int
) -> int:
    """Through the queue of doubtful images to its end; how many points were dragged."""
    dragged = 0
    left = "SELECT name FROM media WHERE state = 'predicted'"
    before = program.picture()["name"]  # may itself wait for review; Space goes on from it
    program.key("space")
    while waiting := {str(row[0]) for row in project.rows(left)}:

        def next_one(others: set[str] = (waiting - {before}) or waiting) -> str:
            shown = program.map()["picture"]
            return str(shown["name"]) if shown and shown["name"] in others else ""

        before = program.wait("the next doubtful image", next_one)
        dragged += correct(program, project, category, truth[before], drags)
        accept_here(program, project, before, "shift+Return")
    return dragged


def correct(program: Program, project: ProjectFile, category: Category, item: Labelled, drags: int) -> int:
    """Drag the worst points of the image shown to where people saw them; how many."""
    name = item.path.name
    instance = project.instance_of(name, category.name)
    assert instance is not None
    scale = float(program.picture(name)["scale"])
    done = 0
    while done < drags:
        points = project.points(instance)
        number = worst(points, item, ALONE_PX / scale)
        if number is None:
            break
        target = (float(item.keypoints[number, 0]), float(item.keypoints[number, 1]))
        scale = point_at(program, name, points[number][:2])
        program.drag_point(points[number][:2], target)

        def is_there(number: int = number, target: Xy = target, scale: float = scale) -> bool:
            x, y, origin = project.points(instance)[number]
            return origin == HUMAN and math.dist((x, y), target) <= HIT_PX / min(scale, 1)

        program.wait(f"{category.keypoints[number]} of {name} dragged", is_there)
        done += 1
    return done


def point_at(program: Program, name: str, xy: Xy) -> float:
    """Move the mouse onto a place of the image until the window says that it is there; the picture's scale.

    The picture may still be on its way to its doubtful point.
    """

    def is_there() -> float | None:
        place = program.picture(name)
        program.screen.xdotool("mousemove", *map(round, program.spot(xy)))
        time.sleep(REST_S)
        found = re.search(r"x (-?[0-9.]+) +y (-?[0-9.]+)", program.text("status_position"))
        scale = float(place["scale"])
        if found is None or program.map()["picture"] != place:
            return None
        return scale if math.dist((float(found[1]), float(found[2])), xy) <= max(1.0, 1 / scale) else None

    return float(program.wait(f"the mouse at {xy} of {name}", is_there))


def worst(points: Mapping[int, tuple[float, float, int]], item: Labelled, alone_px: float) -> int | None:
    """The model's point farthest from the truth that a drag takes hold of; None where all are good."""

    def off(number: int) -> float:
        return math.dist(points[number][:2], item.keypoints[number])

    fitting = [
        number
        for number, (x, y, origin) in points.items()
        if origin == MODEL
        and off(number) > OFF * item.box.longer_side  # false for NaN, where people saw nothing
        and all(math.dist((x, y), points[other][:2]) > alone_px for other in points if other != number)
    ]
    return max(fitting, key=off, default=None)


def read_checks(program: Program) -> str:
    """Open the panel, wait for its findings, go to the first one, go back to the images."""
    program.key("ctrl+l")
    found = program.wait(
        "the findings",
        lambda: (text := program.text("checks_status")) and "looking" not in text and text,
    )
    if not str(found).startswith("0"):
        program.click_row("checks_list", 0, 44)
        program.picture()
    program.key("ctrl+l")
    program.wait("the list of images", lambda: "media_list" in program.widgets)
    return str(found)


def export(program: Program, path: Path, form: str = "") -> None:
    """Through the dialog; the format is chosen by its name."""
    program.close_message()
    program.key("ctrl+e")
    program.wait_dialog("export_dialog")
    if form:
        program.click("export_format")
        program.wait("the list of formats", lambda: program.map().get("popup"))
        program.type(form)
        program.key("Return")
        program.wait(f"the format {form}", lambda: program.text("export_format") == form)
    program.fill("export_path", str(path))
    program.click("export_accept")
    program.wait_dialog("")
    program.wait("the message about the export", lambda: str(path) in program.text("message_text"))


def import_new(program: Program, path: Path, images: Path, count: int) -> ProjectFile:
    """Close the project and import a file: a new one is made beside it."""
    beside = path.with_suffix(".gkdt")
    program.key("ctrl+w")
    program.wait("the welcome page", lambda: "welcome_page" in program.widgets)
    program.key("ctrl+i")
    program.wait_dialog("import_dialog")
    program.fill("import_file", str(path))
    program.fill("import_images", str(images))
    program.click("import_accept")
    program.wait_dialog("")
    program.wait("the message about the import", lambda: "Imported" in program.text("message_text"))
    program.wait("all images in the list", lambda: program.text("media_count") == f"{count:,} images")
    program.picture()
    return ProjectFile(beside)


# -- what is compared --------------------------------------------------------------------------------------


def content(project: ProjectFile) -> dict[str, Any]:
    """What a project holds, by names: image -> state and instances with box and points."""
    found: dict[str, Any] = {
        name: {"state": state, "size": (height, width), "instances": []}
        for name, state, height, width in project.rows("SELECT name, state, height, width FROM media")
    }
    for key, name, category, *box in project.rows(
        "SELECT instance.id, media.name, category.name, x1, y1, x2, y2 FROM instance"
        " JOIN media ON media.id = image_id JOIN category ON category.id = category_id"
        " ORDER BY instance.position"
    ):
        points = {
            number: (x, y, visibility, origin, score)
            for number, x, y, visibility, origin, score in project.rows(
                "SELECT number, x, y, visibility, origin, score FROM keypoint"
                " WHERE instance_id = ? AND x IS NOT NULL",
                key,
            )
        }
        found[name]["instances"].append((category, box, points))
    return found


def largest_distance(first: dict[str, Any], second: dict[str, Any], *, whole: bool) -> float:
    """The largest distance of a point in `second` from where it is in `first`, px.

    Args:
        first: `content` of a project.
        second: That of a project made from its export.
        whole: Whether states, boxes, origins and scores must agree too.

    Raises:
        AssertionError: Something is in one of them only.
    """
    assert first.keys() == second.keys(), f"images: {first.keys() ^ second.keys()}"
    largest = 0.0
    for name, mine in first.items():
        other = second[name]
        assert len(mine["instances"]) == len(other["instances"]), f"{name}: instances"
        if whole:
            assert (mine["state"], mine["size"]) == (other["state"], other["size"]), f"{name}: state or size"
        for (category, box, points), (category2, box2, points2) in zip(
            mine["instances"], other["instances"], strict=True
        ):
            assert (category, points.keys()) == (category2, points2.keys()), f"{name}: points"
            if whole and box[0] is not None:
                assert np.allclose(box, box2, atol=SAME_PX), f"{name}: {box} became {box2}"
            for number, (x, y, visibility, origin, score) in points.items():
                x2, y2, visibility2, origin2, score2 = points2[number]
                assert visibility == visibility2, f"{name}: visibility of {number}"
                if whole:
                    assert origin == origin2, f"{name}: who placed {number}"
                    assert score == score2 or abs(score - score2) < 1e-3, f"{name}: {score}, {score2}"
                largest = max(largest, math.dist((x, y), (x2, y2)))
    assert largest <= SAME_PX, f"a point is {largest} px away"
    return largest


def check_coco(path: Path, project: ProjectFile, category: Category) -> None:
    """pycocotools loads the file; as many images and points are in it, in the same places."""
    from pycocotools.coco import COCO

    with contextlib.redirect_stdout(io.StringIO()):
        coco = COCO(str(path))
    (loaded,) = coco.loadCats(coco.getCatIds(catNms=[category.name]))
    assert tuple(loaded["keypoints"]) == category.keypoints
    here = content(project)
    annotations = coco.loadAnns(coco.getAnnIds())
    assert len(coco.getImgIds()) == len(here) == len(annotations)
    files = {image["id"]: Path(image["file_name"]).name for image in coco.loadImgs(coco.getImgIds())}
    for annotation in annotations:
        name = files[annotation["image_id"]]
        ((_, _, points),) = here[name]["instances"]
        values = np.array(annotation["keypoints"], float).reshape(-1, 3)
        assert annotation["num_keypoints"] == len(points) == (values[:, 2] > 0).sum(), name
        for number, (x, y, *_) in points.items():
            # COCO counts from the centre of the first pixel
            assert np.allclose(values[number, :2] + 0.5, (x, y), atol=SAME_PX), f"{name}: point {number}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add = parser.add_argument
    add(
        "--data",
        type=Path,
        default=SHARED / "data" / "keypoints" / "hand",
        help="folder of images and labels",
    )
    add("--category", default="", help="its category to label; default: the first")
    add("--images", type=int, default=100)
    add("--drags", type=int, default=2, help="at most so many points of an image are dragged")
    add(
        "--work",
        type=Path,
        help="folder to make for project, exports and screenshots; default: a passing one",
    )
    add("--json", type=Path, help="write the numbers to this file")
    options = parser.parse_args()
    missing = missing_tools()
    if missing:
        raise SystemExit(
            f"A virtual screen with a mouse needs Xvfb, xdotool and openbox; missing: {missing}."
        )
    category, _, items = choose(options.data, "train", options.category, options.images)
    with contextlib.ExitStack() as stack:
        if options.work is None:
            work = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        else:
            work = options.work
            work.mkdir(parents=True)
        journey = travel(work / "journey", category, items, options.drags)
    sys.stdout.write(f"{category.name}, {processor()}\n\n{journey.table()}\n")
    if options.json is not None:
        told = asdict(journey) | {"data": options.data.name, "processor": processor()}
        options.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
