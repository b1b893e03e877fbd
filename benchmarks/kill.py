"""Kills a program that works on a project at random moments, and looks what is left.

Run: `python -m benchmarks.kill [--kills 200] [--seed 0] [--folder DIR] [--json FILE]`, not on Windows. Each
time a process of its own opens a project and goes on with it, in one of eight ways (`kill_work.py`): edits of
every kind with undo and redo, edits of categories, batches of predictions over 1,200 images, small exports,
exports of those 1,200 images, imports, copies under another name, and backups with their rotation. It says on
a pipe what it begins and what is done; `kill -9` comes at a random moment, sometimes while the project is
being opened. Then:

- the project opens and is sound, and everything that was said to be done is in it, at most one step more;
- an exported file is the old one, byte for byte, or the whole new one, which our own reader and pycocotools
  read; an exported folder is whole or not there;
- of a batch no image is half done, no image counts as done that is not, and no point of a person has moved;
- of an import all images and instances are there, or none;
- a copy or backup is the old one or the new one, sound; of older backups no more stay than should;
- unfinished files do not pile up: the next program that writes there removes them.

A step is said to be done when the store's method has returned. What a kill can take is thus at most what was
going on: the table tells how long the slowest step took.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
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

from benchmarks.kill_work import (
    BIG_EXPORT,
    BIG_KINDS,
    COPIES,
    IMPORTED,
    KINDS,
    SCORES,
    SMALL_EXPORTS,
    Place,
    digest,
    points_of_people,
    prepare,
    work,
)

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

LONGEST_S, ROUNDS = 0.4, 2.5
"""The moment of a kill lies at most so long after the first step of the process, or so many times as long as
the slowest piece of its kind takes unkilled on this machine: kills come in the midst of pieces, and after."""
OPENING = 0.1
"""So often it lies before that, while the project is opened."""
MOST_BACKUPS = 6 + 14
"""Of the rotation: the newest, and one of each day."""


@dataclass(slots=True)
class Kind:
    """What the kills of one kind of work did.

    Attributes:
        kills: How many.
        amid: How many of them came between the beginning and the end of a piece of work.
        done: Pieces of work that were said to be done.
        looked_at: Exported files and folders, copies and backups that were there after a kill and read whole.
        slowest_ms: The longest that one piece took.
    """

    kills: int = 0
    amid: int = 0
    done: int = 0
    looked_at: int = 0
    slowest_ms: float = 0.0


@dataclass(slots=True)
class Result:
    """What all kills did.

    Attributes:
        kinds: By kind of work.
        most_leftovers: Unfinished files that were there at once.
        leftovers: Those that are there at the end, after each kind has worked once more unkilled.
        problems: What was wrong; empty, or something must be mended.
        seconds: How long all took.
    """

    kinds: dict[str, Kind] = field(default_factory=lambda: {kind: Kind() for kind in KINDS})
    most_leftovers: int = 0
    leftovers: int = 0
    problems: list[str] = field(default_factory=list)
    seconds: float = 0.0


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


@dataclass(slots=True)
class _Said:
    """What a process said before it was killed: lines "begin NAME" and "done NAME NUMBER MS WHAT"."""

    kind: str
    begun: str = ""
    done: list[tuple[str, int, float, str]] = field(default_factory=list)

    @classmethod
    def of(cls, kind: str, lines: Sequence[str]) -> _Said:
        said = cls(kind)
        for line in lines:
            words = line.split()
            if not line.endswith("\n") or len(words) < 2:
                continue
            if words[0] == "begin":
                said.begun = words[1]
            elif words[0] == "done":
                said.begun = ""
                said.done.append((words[1], int(words[2]), float(words[3]), words[4]))
        return said


class Killer:
    """Starts processes, kills them, and looks at what is left."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._place = Place(folder)
        self._rng = np.random.default_rng(seed)
        self._step = {self._place.small: 0, self._place.big: 0}
        self._whole: dict[str, str] = {}  # a file -> the digest or step of its newest whole content
        self._people = ""
        self._longest: dict[str, float] = {}
        self.result = Result()

    def prepare(self) -> None:
        """The two projects."""
        seed = int(self._rng.integers(2**31))
        pid, pipe = _forked(lambda pipe: prepare(self._place, seed))
        pipe.read()
        if os.waitpid(pid, 0)[1]:
            raise RuntimeError("the projects could not be made")
        self._people = points_of_people(self._place.big)
        for kind in KINDS:
            took = [ms for _, _, ms, _ in self._unkilled(kind, "at the beginning").done]
            self._longest[kind] = max(LONGEST_S, ROUNDS * max(took, default=0) / 1000)

    def _unkilled(self, kind: str, when: str) -> _Said:
        """Let a kind work for four rounds, and look."""
        pid, pipe = _forked(lambda pipe: work(kind, self._place, 0, pipe, rounds=4))
        said = _Said.of(kind, pipe.read().splitlines(keepends=True))
        if os.waitpid(pid, 0)[1]:
            self._problem(f"{when}, {kind}: the process failed")
        self._look(said, f"{when} ({kind})")
        return said

    def kill_one(self, kind: str) -> None:
        """Start a process, kill it at a random moment, and check."""
        seed = int(self._rng.integers(2**31))
        pid, pipe = _forked(lambda pipe: work(kind, self._place, seed, pipe))
        with pipe:
            lines = [pipe.readline()]
            if self._rng.random() < OPENING:
                time.sleep(self._rng.uniform(0, 0.02))
            else:  # after the first step: opening alone would take most of the time
                while lines[-1] and not lines[-1].startswith("done"):
                    lines.append(pipe.readline())
                time.sleep(self._rng.uniform(0, self._longest[kind]))
            if os.waitpid(pid, os.WNOHANG)[0] == pid:
                self._problem(f"{kind}, seed {seed}: the process ended by itself")
            else:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            lines += pipe.read().splitlines(keepends=True)
        said = _Said.of(kind, lines)
        counts = self.result.kinds[kind]
        counts.kills += 1
        counts.amid += bool(said.begun)
        counts.done += len(said.done)
        counts.slowest_ms = max([counts.slowest_ms, *(took for _, _, took, _ in said.done)])
        number = sum(one.kills for one in self.result.kinds.values())
        self._look(said, f"kill {number} ({kind}, seed {seed})")

    def finish(self) -> None:
        """Let each kind work once more; then nothing unfinished may be left."""
        for kind in KINDS:
            self._unkilled(kind, "at the end")
        self.result.leftovers = len(self._leftovers())
        if self.result.leftovers:
            self._problem(f"unfinished files stay: {[file.name for file in self._leftovers()]}")

    def _problem(self, what: str) -> None:
        self.result.problems.append(what)

    def _leftovers(self) -> list[Path]:
        return [file for file in self._place.folder.rglob(".*") if not file.name.startswith("..")]

    # what is looked at

    def _look(self, said: _Said, where: str) -> None:
        project = self._place.big if said.kind in BIG_KINDS else self._place.small
        before = self._step[project]
        for name, number, _, what in said.done:
            if name == "step":
                self._step[project] = number
            else:
                self._whole[name] = what
        self._look_at_project(project, where)
        counts = self.result.kinds[said.kind]
        if said.kind in ("export", "export_big"):
            counts.looked_at += self._look_at_exports(said, project, where)
        elif said.kind == "save_as":
            counts.looked_at += self._look_at_copies(said, project, where)
        elif said.kind == "backup":
            counts.looked_at += self._look_at_backups(where)
        elif said.kind == "predict":
            self._look_at_batch(where)
        elif said.kind == "import":
            self._look_at_imports(before, where)
        self.result.most_leftovers = max(self.result.most_leftovers, len(self._leftovers()))

    def _look_at_project(self, project: Path, where: str) -> None:
        from app.project.database import ProjectDatabase
        from gkdt_core.errors import GkdtError

        try:
            database = ProjectDatabase.open(project)
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
        if step not in (self._step[project], self._step[project] + 1):
            self._problem(f"{where}: step {self._step[project]} was said to be done, step {step} is there")
        self._step[project] = step
        self._check_file(project, where)

    def _check_file(self, file: Path, where: str) -> int:
        """Whether a project file is sound; the step that is in it."""
        with closing(sqlite3.connect(file)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                self._problem(f"{where}: {file.name} is damaged")
            if connection.execute("PRAGMA foreign_key_check").fetchall():
                self._problem(f"{where}: in {file.name} rows refer to what is not there")
            row = connection.execute("SELECT value FROM meta WHERE key = 'fact step'").fetchone()
        return 0 if row is None else int(row[0])

    def _look_at_exports(self, said: _Said, project: Path, where: str) -> int:
        """Each exported file is one that was said, or the one that was being written, whole."""
        from pycocotools.coco import COCO

        from gkdt_core.errors import GkdtError
        from gkdt_core.formats.coco import read_coco

        looked_at = 0
        for name in (BIG_EXPORT,) if said.kind == "export_big" else SMALL_EXPORTS:
            file = self._place.exports / name
            if not file.exists():
                if name in self._whole:
                    self._problem(f"{where}: {name} is gone")
                continue
            try:
                dataset = read_coco(file)
                with contextlib.redirect_stdout(io.StringIO()):
                    theirs = COCO(str(file))
            except (GkdtError, ValueError, KeyError) as error:
                self._problem(f"{where}: {error}")
                continue
            looked_at += 1
            if len(theirs.anns) != len(dataset.annotations) or not dataset.annotations:
                self._problem(f"{where}: pycocotools reads other annotations in {name}")
            if digest(file) != self._whole.get(name):
                words = dataset.categories[0].extra.get("prompt_texts", [""])[0]
                if words != f"step {self._step[project]}":
                    self._problem(f"{where}: {name} is neither the old file nor the new one ({words})")
                elif said.begun not in (name, "") and name != self._last(said):
                    self._problem(f"{where}: {name} changed while {said.begun} was written")
                self._whole[name] = digest(file)
        for folder in self._place.exports.glob("yolo-*"):
            # `data.yaml` is written last; a folder that was said to be done has the files it had then
            labels = str(len(list(folder.rglob("*.txt"))))
            is_whole = (folder / "data.yaml").is_file() and self._whole.get(folder.name, labels) == labels
            if not is_whole:
                self._problem(f"{where}: {folder.name} is not whole")
            looked_at += 1
            shutil.rmtree(folder)
        return looked_at

    @staticmethod
    def _last(said: _Said) -> str:
        return said.done[-1][0] if said.done else ""

    def _look_at_copies(self, said: _Said, project: Path, where: str) -> int:
        looked_at = 0
        for name in COPIES:
            file = self._place.copies / name
            if not file.exists():
                if name in self._whole:
                    self._problem(f"{where}: {name} is gone")
                continue
            step = self._check_file(file, where)
            looked_at += 1
            is_new = step == self._step[project] and said.begun in (name, "")
            if str(step) != self._whole.get(name) and not is_new:
                self._problem(f"{where}: {name} is neither the old copy nor the new one (step {step})")
            self._whole[name] = str(step)
        return looked_at

    def _look_at_backups(self, where: str) -> int:
        from app.project.backups import backups_of

        backups = backups_of(self._place.small)
        steps = [self._check_file(backup, where) for backup in backups]
        if steps != sorted(steps, reverse=True):
            self._problem(f"{where}: the backups are not in the order of what is in them: {steps}")
        if len(backups) > MOST_BACKUPS + 1:  # what is superfluous goes after the copy is there
            self._problem(f"{where}: {len(backups)} backups")
        newest = self._whole.get("backup")
        if newest is not None and (not steps or steps[0] < int(newest)):
            self._problem(f"{where}: the backup of step {newest} was said to be there")
        return len(backups)

    def _look_at_batch(self, where: str) -> None:
        if points_of_people(self._place.big) != self._people:
            self._problem(f"{where}: points of people have changed")
        with closing(sqlite3.connect(self._place.big)) as connection:
            jobs = connection.execute("SELECT id FROM job").fetchall()
            if not jobs:
                return
            (number,) = jobs[0]
            score = SCORES(number)
            waiting = {row[0] for row in connection.execute("SELECT image_id FROM job_item")}
            settled = connection.execute("SELECT id FROM media").fetchall()
            noted = connection.execute("SELECT value FROM meta WHERE key = 'fact batch'").fetchone()
            whole = dict(
                connection.execute(
                    """SELECT i.image_id, count(DISTINCT i.id) FROM instance i JOIN keypoint k
                       ON k.instance_id = i.id WHERE k.score = ? GROUP BY i.image_id""",
                    (score,),
                )
            )
            half = connection.execute(
                """SELECT instance_id FROM keypoint WHERE origin = 2 GROUP BY instance_id
                   HAVING min(score) <> max(score)"""
            ).fetchall()
        if half:
            self._problem(f"{where}: {len(half)} instances are half done")
        is_complete = noted is not None and int(noted[0]) == number
        lost = [row[0] for row in settled if row[0] not in waiting and row[0] not in whole]
        if is_complete and lost:
            self._problem(f"{where}: {len(lost)} images count as done and are not")

    def _look_at_imports(self, before: int, where: str) -> None:
        """Those that this process has made; others have been edited since."""
        with closing(sqlite3.connect(self._place.small)) as connection:
            rows = connection.execute(
                """SELECT substr(name, 1, instr(name, '/') - 1), count(DISTINCT m.id), count(i.id)
                   FROM media m LEFT JOIN instance i ON i.image_id = m.id
                   WHERE name LIKE 'import %/%' GROUP BY 1"""
            ).fetchall()
        for name, images, instances in rows:
            if int(name.split()[1]) > before and (images, instances) != (IMPORTED, IMPORTED):
                self._problem(f"{where}: {name} has {images} images and {instances} instances")


def measure(kills: int, seed: int, folder: Path) -> Result:
    """Kill so often, the kinds of work in turn."""
    os.environ["GKDT_HOME"] = str(folder / "home")
    for module in (
        *("app.project.exporting", "app.project.importing", "app.project.other_formats"),
        *("app.project.backups", "pycocotools.coco", "tests.app.project.random_edits"),
    ):
        importlib.import_module(module)  # once, before the processes are forked
    killer = Killer(folder, seed)
    began = time.perf_counter()
    killer.prepare()
    for number in range(kills):
        killer.kill_one(KINDS[number % len(KINDS)])
    killer.finish()
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
    lines = [f"{'work':12}{'kills':>6}{'amid':>6}{'done':>7}{'looked at':>11}{'slowest':>11}"]
    lines += [
        f"{kind:12}{one.kills:6}{one.amid:6}{one.done:7}{one.looked_at:11}{one.slowest_ms:8.0f} ms"
        for kind, one in result.kinds.items()
    ]
    lines += [
        f"{sum(one.kills for one in result.kinds.values())} kills, {result.seconds:.0f} s",
        f"at most {result.most_leftovers} unfinished files were there at once, {result.leftovers} at the end",
        f"{len(result.problems)} problems",
        *result.problems,
    ]
    sys.stdout.write("\n".join([*lines, ""]))
    if options.json:
        options.json.write_text(json.dumps(asdict(result), indent=1))
    return 1 if result.problems else 0


if __name__ == "__main__":
    sys.exit(main())
