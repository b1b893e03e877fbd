"""Does a frozen program work at all? Tries what a broken bundle breaks first.

    python packaging/smoke_test.py dist/gkdt

Runs `gkdt --version`, `gkdt doctor`, `gkdt predict` by words on a sample photograph with the bundled model,
and opens the window without a screen for some seconds. Standard library only: it must not profit from
packages that the bundle forgot. Ends with 0 when all four work.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "sample" / "mouse on a wheel"
NAMES = ("nose", "left ear", "tail base")
PATIENCE_S = 300
WINDOW_S = 12


class SmokeError(Exception):
    """The bundle does not do what it must."""


def say(text: str) -> None:
    """One line to the person at the terminal."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def clean_environment(home: Path) -> dict[str, str]:
    """An environment without this machine's Python and with nothing remembered."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "GKDT_HOME": str(home)}


def run(command: Sequence[str], environment: dict[str, str], folder: Path) -> str:
    """What the command wrote; SmokeError if it failed."""
    done = subprocess.run(
        command, env=environment, cwd=folder, capture_output=True, text=True, timeout=PATIENCE_S, check=False
    )
    if done.returncode != 0:
        raise SmokeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def check_predict(program: str, environment: dict[str, str], folder: Path) -> None:
    """One photograph, three names, three points inside it."""
    picture = min(SAMPLE.glob("*.jpg"))
    out = folder / "points.json"
    run(
        [program, "predict", "--images", str(picture), "--names", *NAMES, "--out", str(out)],
        environment,
        folder,
    )
    content = json.loads(out.read_text(encoding="utf-8"))
    image, annotation = content["images"][0], content["annotations"][0]
    numbers = annotation["keypoints"]
    if len(numbers) != 3 * len(NAMES):
        raise SmokeError(f"{out}: {len(NAMES)} names, but {len(numbers)} numbers")
    for x, y in zip(numbers[0::3], numbers[1::3], strict=True):
        if not (-0.5 <= x <= image["width"] and -0.5 <= y <= image["height"]):
            raise SmokeError(f"{out}: the point {x}, {y} is outside the picture")


def check_window(program: str, environment: dict[str, str], folder: Path) -> None:
    """The window stays open."""
    process = subprocess.Popen(
        [program, "annotate"],
        env=environment,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        output, _ = process.communicate(timeout=WINDOW_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return
    raise SmokeError(f"the window closed by itself with {process.returncode}:\n{output}")


def main(arguments: Sequence[str]) -> int:
    """Run the checks on the folder given. Returns the exit code."""
    if len(arguments) != 1:
        say("Usage: python packaging/smoke_test.py FOLDER-OF-THE-FROZEN-PROGRAM")
        return 2
    program = str(Path(arguments[0]).resolve() / ("gkdt.exe" if os.name == "nt" else "gkdt"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = clean_environment(folder / "home")
        try:
            say(run([program, "--version"], environment, folder).strip())
            say(run([program, "doctor"], environment, folder).strip())
            check_predict(program, environment, folder)
            say("predict: a point for every name")
            check_window(program, environment, folder)
            say("window: open")
        except (SmokeError, OSError, ValueError, KeyError, IndexError, subprocess.TimeoutExpired) as error:
            say(f"FAILED: {error}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
