from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gkdt_core.partial_files import partial_beside, remove_leftovers

KILLED = """
import sys, time
from pathlib import Path
from gkdt_core.partial_files import partial_beside
part = partial_beside(Path(sys.argv[1]), sys.argv[2])
part.mkdir() if len(sys.argv) > 3 else part.write_text("half")
print(part.name, flush=True)
time.sleep(60)
"""


def begin(target: Path, *more: str) -> tuple[subprocess.Popen[str], Path]:
    """Another program that has begun to write `target`, and what it has written."""
    command = [sys.executable, "-c", KILLED, os.fsdecode(target), *more]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    return writer, target.parent / writer.stdout.readline().strip()


@pytest.mark.parametrize("more", [(".part",), (".tmp",), (".part.json",), (".part", "folder")])
@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be asked for there")
def test_what_a_killed_program_left_is_removed_and_what_a_living_one_writes_is_not(
    tmp_path: Path, more: tuple[str, ...]
) -> None:
    writer, part = begin(tmp_path / "set.json", *more)
    try:
        partial_beside(tmp_path / "another.json")
        assert part.exists()
    finally:
        writer.kill()
        writer.wait()
    partial_beside(tmp_path / "another.json")
    assert not part.exists()


def test_what_people_call_so_and_what_this_program_writes_itself_stays(tmp_path: Path) -> None:
    names = [".hidden", ".set.json.part", ".a.1f.tmp", "b.abcd-1-12345678.part", ".c.wxyz-1-12345678.part"]
    for name in names:
        (tmp_path / name).write_text("mine")
    own = partial_beside(tmp_path / "set.json")
    own.write_text("half")
    remove_leftovers(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([*names, own.name])


def test_what_another_computer_began_stays_for_a_day(tmp_path: Path) -> None:
    elsewhere = partial_beside(tmp_path / "set.json").name.replace(f"-{os.getpid():x}-", "-7fffff01-")
    mark = elsewhere.split(".")[-2]
    other = "0000" if not mark.startswith("0000") else "1111"
    part = tmp_path / elsewhere.replace(mark, f"{other}{mark[4:]}")
    part.write_text("half")
    remove_leftovers(tmp_path)
    assert part.exists()
    long_ago = time.time() - 25 * 3600
    os.utime(part, (long_ago, long_ago))
    remove_leftovers(tmp_path)
    assert not part.exists()


@pytest.mark.parametrize("name", ["x" * 240, "马" * 80, "a b “c” 'd' 😀.json", "."])
def test_the_name_is_one_that_a_file_system_takes(tmp_path: Path, name: str) -> None:
    part = partial_beside(tmp_path / "x" / name if name != "." else tmp_path / "set")
    part.parent.mkdir(exist_ok=True)
    part.write_text("half")
    assert part.name.startswith(".")


def test_a_folder_that_is_not_there_is_told_by_whoever_writes(tmp_path: Path) -> None:
    assert partial_beside(tmp_path / "nowhere" / "set.json").parent == tmp_path / "nowhere"
