"""Starting the window. Torch is not imported here: the model loads in a worker once the window is shown."""

from __future__ import annotations

import logging
import os
import signal
import sys
import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from app import fonts, ui_map
from app.icons import app_icon
from app.logs import CrashReporter, begin_log
from app.main_window import MainWindow
from app.settings import Settings
from app.theme import apply_theme
from gkdt_core.paths import cache_dir

LOAD_AFTER_MS = 100
"""After the first paint, so that it reaches the screen."""


def make_room_in_environment() -> None:
    """Make the variables that libraries set when workers import them, before there are workers.

    A new variable moves the list of all of them in memory, under any thread that reads it just then, as
    decoders, Qt and OpenMP do: the program ended with a segmentation fault, seen while the model was loaded.
    A new value of a variable that is there moves nothing.
    """
    compiled = cache_dir() / "torchinductor"
    try:
        compiled.mkdir(parents=True, exist_ok=True)
    except OSError:  # torch makes it, too, and could not be imported
        compiled = Path(tempfile.gettempdir())
    os.environ.setdefault("LD_LIBRARY_PATH", "")  # by cv2
    os.environ.setdefault("TORCHINDUCTOR_CACHE_DIR", str(compiled))  # by torch
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")  # by our own downloads


def run(path: str | None, *, model: str = "bundled") -> int:
    """Open the window and stay until it is closed.

    Args:
        path: A folder of images, a project, or an image; None for the welcome page.
        model: "bundled" for the model of the settings, else a model folder or `.best` file for this run.

    Returns:
        The exit code.
    """
    make_room_in_environment()
    log_path = begin_log()
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("GKDT Annotator")
    app.setDesktopFileName("gkdt-annotator")
    settings = Settings()
    fonts.speak(app, settings.language)
    app.setWindowIcon(app_icon())
    apply_theme(app, "light" if settings.theme == "light" else "dark")
    window = MainWindow(settings)
    reporter = CrashReporter(log_path, window)
    reporter.crashed.connect(window.session.report)
    reporter.install()
    # Importing torch holds the interpreter for a second or more: the window must be painted before.
    load = partial(window.load_model, "" if model == "bundled" else model)
    window.first_painted.connect(partial(QTimer.singleShot, LOAD_AFTER_MS, window, load))
    ui_map.watch(window)
    window.show()
    if path is not None:
        window.open_path(Path(path))
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    code = app.exec()
    if not window.has_ended:
        # The project is closed and every file written. Qt and Python would wait for the model's thread, which
        # can be in the middle of importing torch.
        logging.shutdown()
        os._exit(code)
    return code
