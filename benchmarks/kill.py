"""Kills a program that edits, pre-labels and exports at random moments, and looks what is left.

Run: `python -m benchmarks.kill [--kills 200] [--seed 0] [--folder DIR] [--json FILE]`, not on Windows. Each
time a process of its own opens a project and goes on with it: random edits of every kind with undo and redo,
batches of predictions, or exports to COCO, with backups in between. It says on a pipe which step is done;
`kill -9` comes at a random moment, sometimes while the project is being opened. Then the project must open
and be sound, everything that was said to be done must be in it, and exported files and backups must be whole
or not be there.

A step is said to be done when the store's method has returned. What a kill can take is thus at most what was
going on: the table tells how long the slowest step took.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TextIO

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

MODES = ("edit", "predict", "export")
LONGEST_S = 0.4
"""The moment of a kill lies at most so long after the process has begun with its work."""
OPENING = 0.1
"""So often it lies before that, while the project is opened."""


@dataclass(slots=True)
class Result:
    """What the kills did.

    Attributes:
        kills: Of each mode.
        steps: Steps that were said to be done, over all processes.
        exports: How often an exported file was there, and whole, after a kill.
        leftovers: Temporary files that killed writers left.
        slowest_ms: The longest that one step took from its beginning to being said, ms.
        problems: What was wrong; empty, or something must be mended.
        seconds: How long all took.
    """

    kills: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MODES, 0))
    steps: int = 0
    exports: int = 0
    leftovers: int = 0
    slowest_ms: float = 0.0
    problems: list[str] = field(default_factory=list)
    seconds: float = 0.0


# -- the process that is killed ------------------------------------------------------------------------------


def work(mode: str, project: Path, seed: int, pipe: TextIO) -> None:
    """Edits a project for ever; each line it says is the number of a step that is on disk, and its ms."""
    from PySide6.QtCore import QCoreApplication

    from app.project.backups import make_backup
    from app.project.exporting import export_coco
    from app.project.records import PredictedInstance
    from app.project.store import AnnotationStore
    from tests.app.project.random_edits import RandomEdits, predicted

    qt = QCoreApplication([])
    rng = np.random.default_rng(seed)
    pipe.write("ready\n")
    pipe.flush()
    store = AnnotationStore()
    store.open(project)
    number = int(store.remembered("step") or 0)
    edits = RandomEdits(store, project.parent / "photos", rng)
    image_ids, category = store.image_ids(), store.categories()[0]

    def step() -> None:
        """The number travels with the edit, in one transaction."""
        with store.one_step(f"Step {number}"):
            store.remember("step", str(number))
            if mode == "predict":
                chosen = rng.choice(image_ids, 16)
                answers = [
                    PredictedInstance(int(image_id), category.id, None, predicted(category.category, rng))
                    for image_id in chosen
                ]
                store.apply_predictions(answers, "Pre-label", merge_key=("batch", seed))
            else:
                edits.make_one()

    while True:
        began = time.perf_counter()
        number += 1
        step()
        took = 1000 * (time.perf_counter() - began)
        pipe.write(f"{number} {took:.1f}\n")
        pipe.flush()
        if mode == "edit" and number % 5 == 0:
            store.undo_stack.undo()
            store.undo_stack.redo()
        if mode == "export" and number % 2 == 0:
            export_coco(project, project.with_name("export.json"))
        if number % 40 == 0:
            make_backup(project)
            qt.processEvents()


# -- the one that kills --------------------------------------------------------------------------------------


def _forked(task: Callable[[TextIO], None]) -> tuple[int, TextIO]:
    """A process that does `task` and ends: its number, and what it says. Forked, not started anew: it has
    imported everything, and two hundred kills take minutes."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            os.close(reading)
            with os.fdopen(writing, "w") as pipe:
                task(pipe)
            code = 0
        except Exception:
            traceback.print_exc()
        finally:
            os._exit(code)
    os.close(writing)
    return pid, os.fdopen(reading)


class Killer:
    """Starts processes, kills them, and looks at what is left."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._project = folder / "project.gkdt"
        self._home = folder / "home"
        self._rng = np.random.default_rng(seed)
        self._said = 0
        self.result = Result()

    def prepare(self) -> None:
        """A project with images, categories and instances."""
        project, rng = self._project, self._rng

        def make(pipe: TextIO) -> None:
            from PySide6.QtCore import QCoreApplication

            from app.project.store import AnnotationStore
            from tests.app.project.random_edits import RandomEdits, start

            qt = QCoreApplication([])
            store = AnnotationStore()
            store.create(project)
            start(store, project.parent / "photos")
            edits = RandomEdits(store, project.parent / "photos", rng)
            for _ in range(40):
                edits.make_one()
            store.close()
            qt.quit()

        pid, pipe = _forked(make)
        pipe.read()
        os.waitpid(pid, 0)

    def kill_one(self, mode: str) -> None:
        """Start a process, kill it at a random moment, and check."""
        seed = int(self._rng.integers(2**31))
        pid, pipe = _forked(lambda pipe: work(mode, self._project, seed, pipe))
        with pipe:
            lines = [pipe.readline()]
            if self._rng.random() < OPENING:
                time.sleep(self._rng.uniform(0, 0.02))
            else:  # after the first step: opening alone would take most of the time
                lines.append(pipe.readline())
                time.sleep(self._rng.uniform(0, LONGEST_S))
            has_ended = os.waitpid(pid, os.WNOHANG)[0] == pid
            if has_ended:
                self._problem(f"{mode}, seed {seed}: the process ended by itself")
            else:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            lines += pipe.read().splitlines(keepends=True)
        done = [line.split() for line in lines if line.endswith("\n") and len(line.split()) == 2]
        if done:
            self._said = int(done[-1][0])
            self.result.steps += len(done)
            self.result.slowest_ms = max(self.result.slowest_ms, *(float(words[1]) for words in done))
        self.result.kills[mode] += 1
        self._look(f"kill {sum(self.result.kills.values())} ({mode}, seed {seed})")

    def _problem(self, what: str) -> None:
        self.result.problems.append(what)

    def _look(self, where: str) -> None:
        from app.project.database import ProjectDatabase
        from gkdt_core.errors import GkdtError
        from gkdt_core.formats.coco import read_coco

        try:
            database = ProjectDatabase.open(self._project)
        except GkdtError as error:
            self._problem(f"{where}: {error}")
            return
        try:
            categories = {row.id: row for row in database.category_rows()}
            for row in database.media_rows():
                database.instance_rows(row.id, categories)
            self.result.problems += [f"{where}: {problem}" for problem in database.problems.values()]
            step = int(database.meta("fact step") or 0)
        finally:
            database.close()
        # One more than was said may be there: on disk, but killed before it was said.
        if step not in (self._said, self._said + 1):
            self._problem(f"{where}: step {self._said} was said to be done, step {step} is there")
        self._said = step
        with closing(sqlite3.connect(self._project)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                self._problem(f"{where}: the file is damaged")
            if connection.execute("PRAGMA foreign_key_check").fetchall():
                self._problem(f"{where}: rows refer to what is not there")
        export = self._project.with_name("export.json")
        if export.exists():
            try:
                read_coco(export)
                self.result.exports += 1
            except GkdtError as error:
                self._problem(f"{where}: {error}")
        for backup in self._home.rglob("*.gkdt"):
            if not backup.name.startswith("."):
                try:
                    ProjectDatabase.snapshot(backup).close()
                except GkdtError as error:
                    self._problem(f"{where}: {error}")
        for leftover in (*self._project.parent.glob(".*"), *self._home.rglob(".*")):
            self.result.leftovers += 1
            leftover.unlink()


def measure(kills: int, seed: int, folder: Path) -> Result:
    """Kill so often, in turn while editing, pre-labelling and exporting."""
    os.environ["GKDT_HOME"] = str(folder / "home")
    for module in ("app.project.exporting", "app.project.store", "tests.app.project.random_edits"):
        importlib.import_module(module)  # once, before the processes are forked
    killer = Killer(folder, seed)
    began = time.perf_counter()
    killer.prepare()
    for number in range(kills):
        killer.kill_one(MODES[number % len(MODES)])
    killer.result.seconds = time.perf_counter() - began
    return killer.result


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--folder", type=Path, default=None, help="on which disk; a folder for temporary files"
    )
    parser.add_argument("--json", type=Path, default=None)
    options = parser.parse_args(arguments)
    folder = Path(tempfile.mkdtemp(dir=options.folder, prefix="gkdt kill "))
    try:
        result = measure(options.kills, options.seed, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    kills = ", ".join(f"{count} while {mode}ing" for mode, count in result.kills.items())
    lines = [
        f"{sum(result.kills.values())} kills: {kills}",
        f"{result.steps} steps were said to be done, the slowest after {result.slowest_ms:.0f} ms",
        f"{result.exports} times an exported file was there, and whole",
        f"{result.leftovers} temporary files were left",
        f"{len(result.problems)} problems, {result.seconds:.0f} s",
        *result.problems,
    ]
    sys.stdout.write("\n".join([*lines, ""]))
    if options.json:
        options.json.write_text(json.dumps(asdict(result), indent=1))
    return 1 if result.problems else 0


if __name__ == "__main__":
    sys.exit(main())
