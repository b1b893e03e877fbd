"""The frozen program's entry: `gkdt` takes commands, `gkdt-annotator` opens the window.

A double click gives no argument, a file dropped on the program its absolute path; anything else is a command,
for the window starts its own program to train.
"""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path

from app.cli import main

WINDOW_PROGRAM = "gkdt-annotator"

if __name__ == "__main__":
    multiprocessing.freeze_support()
    arguments = sys.argv[1:]
    is_window = Path(sys.executable).stem == WINDOW_PROGRAM
    if is_window and (not arguments or Path(arguments[0]).is_absolute()):
        arguments = ["annotate", *arguments]
    sys.exit(main(arguments))
