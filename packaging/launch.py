"""The frozen program's entry: `gkdt` takes commands, `gkdt-annotator` (a double click) opens the window."""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path

from app.cli import main

WINDOW_PROGRAM = "gkdt-annotator"

if __name__ == "__main__":
    multiprocessing.freeze_support()
    arguments = sys.argv[1:]
    if Path(sys.executable).stem == WINDOW_PROGRAM:
        arguments = ["annotate", *arguments]
    sys.exit(main(arguments))
