"""The log on disk, and the outer edge of the program: whatever nobody caught is logged, and told once."""

from __future__ import annotations

import logging
import logging.handlers
import sys
import tempfile
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from app.i18n import tr
from gkdt_core.errors import GkdtError
from gkdt_core.paths import log_dir

log = logging.getLogger(__name__)
qt_log = logging.getLogger("qt")

LOG_BYTES, LOG_FILES = 1_000_000, 3
"""At most four files of this size; names and numbers are written to them, never what is in an image."""
LOG_NAME = "gkdt.log"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_path() -> Path:
    """Where the log is, whether or not there is one yet."""
    return log_dir() / LOG_NAME


def begin_log() -> Path:
    """Begin the program's log; says where it is: the temporary folder where its own cannot be written."""
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _handler(path)
    except OSError:
        path = Path(tempfile.gettempdir()) / LOG_NAME
        handler = _handler(path)
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    qInstallMessageHandler(_on_qt_message)
    return path


def _handler(path: Path) -> logging.Handler:
    handler = logging.handlers.RotatingFileHandler(
        path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s", text)


class CrashReporter(QObject):
    """Puts whatever nobody caught into the log and tells it in the window, which stays open.

    The same error again, as one in a paint event would come sixty times a second, is only counted.
    """

    crashed = Signal(GkdtError)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._counts: dict[tuple[object, ...], int] = {}

    def install(self) -> None:
        """Take over the outer edge of the program, in every thread."""
        sys.excepthook = self.handle
        sys.unraisablehook = self._handle_unraisable
        threading.excepthook = self._handle_thread

    def handle(
        self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        """`sys.excepthook`"""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
            return
        place = _place(kind, traceback)
        count = self._counts[place] = self._counts.get(place, 0) + 1
        if count > 1:
            if (count & (count - 1)) == 0:  # 2, 4, 8, ...: a storm must not push the rest out
                log.critical("The same again, %d times by now: %s: %s", count, kind.__name__, error)
            return
        log.critical("Nobody caught this.", exc_info=(kind, error, traceback))
        if isinstance(error, GkdtError):
            self.crashed.emit(error)
        else:
            self.crashed.emit(
                GkdtError(
                    tr("Something went wrong inside the program ({kind}).", kind=kind.__name__),
                    hint=tr("Your edits are saved. Details are in {log_path}.", log_path=self._path),
                )
            )

    def _handle_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.handle(args.exc_type, args.exc_value, args.exc_traceback)

    def _handle_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            self.handle(args.exc_type, args.exc_value, args.exc_traceback)


def _place(kind: type[BaseException], traceback: TracebackType | None) -> tuple[object, ...]:
    """Where an error comes from: its kind, and the code that raised it."""
    last = traceback
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    return (kind,) if last is None else (kind, last.tb_frame.f_code, last.tb_lineno)
