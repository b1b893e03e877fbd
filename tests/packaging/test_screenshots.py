"""Nothing is cut off: every window and dialog at 1280x800, as packaging/screenshots.py looks at them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "screenshots.py"
NO_FONT = "No font on this computer"
EXPECTED = {"welcome", "work", "checks", "no-category", "export-losses", "keys", "training-done", "licence"}


@pytest.mark.parametrize(("language", "theme"), [("en", "dark"), ("es", "light"), ("zh_CN", "dark")])
def test_no_text_is_cut_off_in_any_window(tmp_path, language, theme):
    options = ["--out", str(tmp_path / "shots"), "--language", language, "--theme", theme, "--no-model"]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *options], capture_output=True, text=True, env=environment, timeout=600
    )
    if NO_FONT in done.stderr:
        pytest.skip(done.stderr.strip())
    assert (done.stdout, done.returncode) == ("", 0), done.stderr
    pictures = {path.stem.removeprefix("window-"): path for path in (tmp_path / "shots").glob("*.png")}
    assert set(pictures) >= EXPECTED
    with Image.open(pictures["work"]) as work:
        assert work.size == (1280, 768)
        assert len(work.convert("RGB").getcolors(2**24)) > 100  # a window, not an empty sheet
