from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs kill -9 and fork")
def test_after_kills_at_random_moments_the_project_opens_and_nothing_that_was_saved_is_missing(
    tmp_path: Path,
) -> None:
    told = tmp_path / "told.json"
    command = [sys.executable, "-m", "benchmarks.kill", "--kills", "24", "--folder", str(tmp_path)]
    ended = subprocess.run(
        [*command, "--json", str(told)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    result = json.loads(told.read_text())
    assert result["problems"] == []
    assert [kind["kills"] for kind in result["kinds"].values()] == [3] * 8
    assert sum(kind["done"] for kind in result["kinds"].values()) > 20
    assert result["leftovers"] == 0
