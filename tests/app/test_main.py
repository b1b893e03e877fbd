from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CLOSED_WHILE_LOADING = """
import threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app import main
from app.engine_service import EngineService

loading = threading.Event()

def load(*_):
    loading.set()
    threading.Event().wait()  # as if the library took for ever

def quit_when_loading():
    if loading.is_set():
        QApplication.closeAllWindows()

EngineService._load = load
start, timer = main.MainWindow.__init__, None

def with_timer(window, settings):
    global timer
    start(window, settings)
    timer = QTimer(window)
    timer.timeout.connect(quit_when_loading)
    timer.start(10)

main.MainWindow.__init__ = with_timer
raise SystemExit(main.run(None))
"""


def test_the_program_ends_at_once_while_the_model_still_loads(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("GKDT_HOME", str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", CLOSED_WHILE_LOADING], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "settings.ini").is_file()


IMPORTED_BY_WORKERS = """
import os
from app.main import make_room_in_environment

make_room_in_environment()
before = set(os.environ)
import cv2, torch, torch._dynamo.package, transformers
import gkdt_core.inference.engine, gkdt_core.media.images, gkdt_core.weights.load
print(*sorted(set(os.environ) ^ before))
"""


def test_what_workers_import_adds_no_variable_to_the_environment_that_other_threads_read(
    tmp_path: Path, monkeypatch
):
    monkeypatch.setenv("GKDT_HOME", str(tmp_path))
    for name in ("LD_LIBRARY_PATH", "TORCHINDUCTOR_CACHE_DIR", "QT_API"):
        monkeypatch.delenv(name, raising=False)
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED_BY_WORKERS], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
