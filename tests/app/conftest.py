"""Window tests draw offscreen unless the caller chose a platform."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is first imported
os.environ.setdefault("QT_API", "pyside6")

_OFFSCREEN_NOISE = "This plugin does not support propagateSizeHints"
"""The offscreen platform says so whenever a window with a minimum size is shown."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt warnings fail a test (pyproject.toml); this one is about the platform, not about us."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(_OFFSCREEN_NOISE, extend=True))
