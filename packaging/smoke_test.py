"""Does a frozen program work at all? Tries what a broken bundle breaks first.

    python packaging/smoke_test.py dist/gkdt

Runs `gkdt --version` and `gkdt doctor`, finds points by words on a sample photograph with the bundled model,
builds DINOv3's networks, takes the sample's annotations into every format and back, trains two steps as the
window does (a process of its own), and opens the sample in a window without a screen, in every language.
Standard library only: it must not profit from packages that the bundle forgot. Ends with 0 when all of it
works.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "sample"
CATALOGUES = ROOT / "resources" / "translations"
NAMES = ("nose", "left ear", "tail base")
FORMATS = {"yolo": "", "labelme": "", "csv": ".csv", "csv-wide": ".csv", "sleap": ".slp", "nwb": ".nwb"}
"""Formats that come back -> the ending of their files; DeepLabCut's has two kinds of tables and is extra."""
ENCODERS = ("dinov3-vits16", "dinov3-convnext-tiny")
NEAR_PX = 0.02
STEPS = 2
PATIENCE_S = 300
POLL_S = 0.2
FEWEST_TEXTS = 3
NO_CATALOGUE = "There is no catalogue"
"""What the log says where a language cannot be spoken."""

Points = dict[str, list[tuple[float, float]]]
"""Base name of a picture -> its labelled points, in order."""


class SmokeError(Exception):
    """The bundle does not do what it must."""


class Bundle:
    """A frozen program and an empty place to try it in.

    Attributes:
        folder: For files.
        home: Where the program keeps what it remembers.
    """

    def __init__(self, where: Path, folder: Path) -> None:
        self.folder, self.home = folder, folder / "home"
        ending = ".exe" if os.name == "nt" else ""
        self.console = str(where / f"gkdt{ending}")
        self.window = str(where / f"gkdt-annotator{ending}")
        # nothing of this machine's Python, nothing remembered
        hidden = ("PYTHON", "VIRTUAL_ENV", "GKDT_", "QT_", "QML")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
        self.environment = {**kept, "QT_QPA_PLATFORM": "offscreen", "GKDT_HOME": str(self.home)}

    def run(self, *words: object) -> str:
        """What `gkdt WORDS` wrote; SmokeError if it failed."""
        command = [self.console, *map(str, words)]
        done = subprocess.run(
            command,
            env=self.environment,
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE_S,
            check=False,
        )
        if done.returncode != 0:
            raise SmokeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout + done.stderr

    def log(self) -> str:
        """What the window wrote into its log."""
        path = self.home / "logs" / "gkdt.log"
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


def say(text: str) -> None:
    """One line to the person at the terminal."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def check_doctor(bundle: Bundle) -> str:
    """Nothing is missing, the formats of extras included."""
    said = bundle.run("doctor")
    line = next((line for line in said.splitlines() if "formats of extras" in line), "")
    if not line or " no" in line.partition(":")[2]:
        raise SmokeError(f"the doctor misses formats: {line or said}")
    return said.strip().splitlines()[-1]


def check_predict(bundle: Bundle) -> str:
    """One photograph, three names, three points inside it."""
    picture = min((SAMPLE / "mouse on a wheel").glob("*.jpg"))
    out = bundle.folder / "points.json"
    bundle.run("predict", "--images", picture, "--names", *NAMES, "--out", out)
    content = json.loads(out.read_text(encoding="utf-8"))
    image, annotation = content["images"][0], content["annotations"][0]
    numbers = annotation["keypoints"]
    if len(numbers) != 3 * len(NAMES):
        raise SmokeError(f"{out}: {len(NAMES)} names, but {len(numbers)} numbers")
    for x, y in zip(numbers[0::3], numbers[1::3], strict=True):
        if not (-0.5 <= x <= image["width"] and -0.5 <= y <= image["height"]):
            raise SmokeError(f"{out}: the point {x}, {y} is outside the picture")
    return "a point for every name"


def check_networks(bundle: Bundle) -> str:
    """The image encoders that a library builds, whose modules it finds by name."""
    for encoder in ENCODERS:
        out = bundle.folder / encoder
        bundle.run("models", "create", "--encoder", encoder, "--random-encoder", "--out", out)
        shutil.rmtree(out)  # a hundred megabytes
    return ", ".join(ENCODERS)


# -- formats -----------------------------------------------------------------------------------------------


def points_of(path: Path) -> Points:
    """The labelled points of a COCO file."""
    content = json.loads(path.read_text(encoding="utf-8"))
    # formats name pictures "folder/name.jpg" or "name.jpg"
    names = {image["id"]: Path(image["file_name"]).name for image in content["images"]}
    found: Points = {}
    for annotation in content["annotations"]:
        numbers = annotation["keypoints"]
        labelled = [
            (x, y) for x, y, v in zip(numbers[0::3], numbers[1::3], numbers[2::3], strict=True) if v > 0
        ]
        found.setdefault(names[annotation["image_id"]], []).extend(labelled)
    return {name: sorted(points) for name, points in found.items() if points}


def check_same(wanted: Points, found: Points, what: str) -> None:
    """Every point is where it was."""
    if wanted.keys() != found.keys():
        raise SmokeError(f"{what}: {len(wanted)} pictures with points went in, {len(found)} came back")
    for name, points in wanted.items():
        others = found[name]
        if len(points) != len(others):
            raise SmokeError(f"{what}, {name}: {len(points)} points went in, {len(others)} came back")
        for (x, y), (u, v) in zip(points, others, strict=True):
            if max(abs(x - u), abs(y - v)) > NEAR_PX:
                raise SmokeError(f"{what}, {name}: {x}, {y} came back as {u}, {v}")


def check_formats(bundle: Bundle) -> str:
    """What goes out into a format comes back."""
    truth = bundle.folder / "data" / "annotations" / "train.json"
    wanted = points_of(truth)

    def comes_back(path: Path, what: str) -> None:
        back = bundle.folder / f"{what}.json"
        bundle.run("convert", path, back, "--to", "coco", "--images", truth.parent.parent / "images")
        check_same(wanted, points_of(back), what)

    for name, ending in FORMATS.items():
        out = bundle.folder / f"as-{name}{ending}"
        bundle.run("convert", truth, out, "--to", name)
        comes_back(out, name)
    project = bundle.folder / "as-deeplabcut"
    bundle.run("convert", truth, project, "--to", "deeplabcut")
    for kind, other in ((".h5", ".csv"), (".csv", ".h5")):
        copy = bundle.folder / f"deeplabcut{kind}"
        shutil.copytree(project, copy)
        for table in list(copy.rglob(f"CollectedData*{other}")):
            table.unlink()
        if not list(copy.rglob(f"CollectedData*{kind}")):
            raise SmokeError(f"deeplabcut: no {kind} tables were written")
        comes_back(copy, f"deeplabcut-with-{kind[1:]}")
    return f"{len(FORMATS) + 1} formats there and back"


# -- training ----------------------------------------------------------------------------------------------


def check_training(bundle: Bundle) -> str:
    """Two steps, started as the window starts them: its own program, events into a file."""
    work = bundle.folder / "training"
    out, events = work / "model", work / "events.jsonl"
    work.mkdir()
    command = [
        *(bundle.window, "train", "--data", str(bundle.folder / "data"), "--model", "bundled"),
        *("--out", str(out), "--steps", str(STEPS), "--tune", "auto"),
        *("--stop-file", str(work / "stop"), "--progress-json"),
    ]
    with events.open("wb") as said, (work / "errors.txt").open("wb") as errors:
        process = subprocess.Popen(
            command,
            env=bundle.environment,
            cwd=bundle.folder,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=errors,
            start_new_session=os.name != "nt",
        )
        try:
            code = process.wait(timeout=PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise SmokeError(f"the training did not end within {PATIENCE_S} s") from None
    if code != 0:
        told = (work / "errors.txt").read_text(encoding="utf-8", errors="replace")
        raise SmokeError(f"the training ended with {code}:\n{told}")
    names = [json.loads(line)["event"] for line in events.read_text(encoding="utf-8").splitlines() if line]
    if not names:
        raise SmokeError("the training told nothing, so the window would show nothing")
    if not (out / "model.safetensors").is_file():
        raise SmokeError(f"the training left no model; it told {', '.join(names)}")
    bundle.run("models", "verify", out)
    return f"{STEPS} steps as a process of its own, {len(names)} events, a model that is whole"


# -- the window --------------------------------------------------------------------------------------------


def translated(language: str) -> set[str]:
    """The texts of a catalogue that differ from the English ones."""
    messages = ET.parse(CATALOGUES / f"gkdt_{language}.ts").getroot().iter("message")
    pairs = ((message.findtext("source", ""), message.findtext("translation", "")) for message in messages)
    return {theirs for ours, theirs in pairs if theirs and theirs != ours}


def check_window(bundle: Bundle, language: str, done: Callable[[dict[str, Any]], bool]) -> None:
    """The window opens the sample's pictures, and gets as far as `done` asks of its map."""
    bundle.home.mkdir(exist_ok=True)
    (bundle.home / "settings.ini").write_text(f"[General]\nlanguage={language}\n", encoding="utf-8")
    place = bundle.folder / f"map-{language}.json"
    with (bundle.folder / f"window-{language}.txt").open("w+b") as output:
        process = subprocess.Popen(
            [bundle.window, str(bundle.folder / "data" / "images")],  # as a folder dropped on the program
            env={**bundle.environment, "GKDT_UI_MAP": str(place)},
            cwd=bundle.folder,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            shown: dict[str, Any] = {}
            end = time.monotonic() + PATIENCE_S
            while not (shown and done(shown)):
                if process.poll() is not None or time.monotonic() > end:
                    output.seek(0)
                    told = output.read().decode("utf-8", "replace")
                    ended = f"ended with {process.returncode}" if process.returncode is not None else "waits"
                    raise SmokeError(
                        f"the window ({language}) {ended}:\n{texts(shown)}\n{told}{bundle.log()}"
                    )
                time.sleep(POLL_S)
                if place.exists():
                    shown = json.loads(place.read_text(encoding="utf-8"))
        finally:
            process.kill()
            process.wait()


def texts(shown: dict[str, Any]) -> list[str]:
    """What is to be read in the window."""
    return [widget["text"] for widget in shown.get("widgets", {}).values() if widget["text"]]


def check_windows(bundle: Bundle) -> str:
    """Every language is spoken; a picture is shown and the model is there."""
    told = []
    for language in ("en", *sorted(path.stem.removeprefix("gkdt_") for path in CATALOGUES.glob("*.qm"))):
        known = translated(language) if language != "en" else set()

        def is_shown(shown: dict[str, Any]) -> bool:
            return shown["picture"] is not None

        def has_model(shown: dict[str, Any]) -> bool:
            return is_shown(shown) and "gkdt-lite" in shown["widgets"].get("engine_line", {}).get("text", "")

        def is_spoken(shown: dict[str, Any], known: set[str] = known) -> bool:
            return is_shown(shown) and len(known.intersection(texts(shown))) >= FEWEST_TEXTS

        if language.startswith("zh") and not has_chinese_font():
            told.append(f"{language} not tried, no font here")
            continue
        check_window(bundle, language, has_model if language == "en" else is_spoken)
        told.append(language)
    if NO_CATALOGUE in bundle.log():
        raise SmokeError(f"a catalogue is missing:\n{bundle.log()}")
    return ", ".join(told)


def has_chinese_font() -> bool:
    """Whether this computer can show Chinese; without a font the window stays English."""
    if sys.platform in ("win32", "darwin"):
        return True
    if shutil.which("fc-list") is None:
        return False
    done = subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, text=True, check=False)
    return bool(done.stdout.strip())


CHECKS = {
    "version": lambda bundle: bundle.run("--version").strip(),
    "doctor": check_doctor,
    "predict": check_predict,
    "networks": check_networks,
    "formats": check_formats,
    "training": check_training,
    "window": check_windows,
}


def main(arguments: Sequence[str]) -> int:
    """Run the checks on the folder given. Returns the exit code."""
    if len(arguments) != 1:
        say("Usage: python packaging/smoke_test.py FOLDER-OF-THE-FROZEN-PROGRAM")
        return 2
    failed = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        bundle = Bundle(Path(arguments[0]).resolve(), Path(name))
        data = bundle.folder / "data"
        shutil.copytree(SAMPLE, data / "images", ignore=shutil.ignore_patterns("*.json", "*.md"))
        (data / "annotations").mkdir()
        shutil.copyfile(SAMPLE / "truth.json", data / "annotations" / "train.json")
        for what, check in CHECKS.items():
            began = time.monotonic()
            try:
                say(f"{what}: {check(bundle)} ({time.monotonic() - began:.0f} s)")
            except (SmokeError, OSError, ValueError, KeyError, subprocess.TimeoutExpired) as error:
                say(f"FAILED: {what}: {error}")
                failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
