"""Where the shared test data lie; tests that need them skip, with the reason, where they are absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("GKDT_SHARED_DATA", Path(__file__).resolve().parents[2] / "shared"))

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(),
    reason=f"shared test data not found at {SHARED}; set GKDT_SHARED_DATA to their folder",
)
