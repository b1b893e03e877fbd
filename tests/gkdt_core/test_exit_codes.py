"""The codes that commands end with are those that the user guide tells."""

from __future__ import annotations

import re
from pathlib import Path

from gkdt_core.exit_codes import Exit

GUIDE = Path(__file__).parents[2] / "docs" / "user-guide.md"


def test_the_guide_tells_every_code() -> None:
    table = GUIDE.read_text(encoding="utf-8").split("| Code | What it means |")[1].split("\n\n")[0]
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", table, flags=re.MULTILINE)] == list(Exit)
