"""Window tests draw offscreen unless the caller chose a platform."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is first imported
os.environ.setdefault("QT_API", "pyside6")
