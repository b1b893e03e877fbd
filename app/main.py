"""Starting the window. Torch is not imported here: the model loads in a worker once the window is shown."""

from __future__ import annotations

import logging
import logging.handlers
import os
import signal
import sys
import threading
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app import ui_map
from app.i18n import tr
from app.main_window import MainWindow
from app.settings import Settings
from app.theme import apply_theme
from gkdt_core.errors import GkdtError
from gkdt_core.paths import user_data_dir

log = logging.getLogger(__name__)

LOG_BYTES, LOG_FILES = 1_000_000, 3
LOAD_AFTER_MS = 100
"""After the first paint, so that it reaches the screen."""


def log_to_file() -> Path:
    """Begin the program's log; says where it is."""
    folder = user_data_dir() / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "gkdt.log"
    handler = logging.handlers.RotatingFileHandler(
        path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
    return path


class CrashReporter(QObject):
    """Puts whatever nobody caught into the log and tells it in the window, which stays open."""

    crashed = Signal(GkdtError)

    def __init__(self, log_path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_path = log_path

    def install(self) -> None:
        """Take over the outer edge of the program, in every thread."""
        sys.excepthook = self.handle
        threading.excepthook = self._handle_thread

    def handle(
        self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        """`sys.excepthook`"""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
            return
        log.critical("Nobody caught this.", exc_info=(kind, error, traceback))
        if isinstance(error, GkdtError):
            self.crashed.emit(error)
        else:
            self.crashed.emit(
                GkdtError(
                    tr("Something went wrong inside the program ({kind}).", kind=kind.__name__),
                    hint=tr("Your edits are saved. Details are in {log_path}.", log_path=self._log_path),
                )
            )

    def _handle_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.handle(args.exc_type, args.exc_value, args.exc_traceback)


def run(path: str | None, *, model: str = "bundled") -> int:
    """Open the window and stay until it is closed.

    Args:
        path: A folder of images, a project, or an image; None for the welcome page.
        model: "bundled" for the model of the settings, else a model folder or `.best` file for this run.

    Returns:
        The exit code.
    """
    log_path = log_to_file()
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("GKDT Annotator")
    app.setDesktopFileName("gkdt-annotator")
    settings = Settings()
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
