from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from app import logs
from app.logs import CrashReporter, begin_log
from gkdt_core.errors import MediaError


@pytest.fixture
def log_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path))
    monkeypatch.setattr(logs, "LOG_BYTES", 2000)
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield begin_log()
    qInstallMessageHandler(None)
    root.setLevel(level)
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()


def test_the_log_is_in_its_folder_and_never_grows_beyond_its_files(log_file, tmp_path):
    assert log_file == tmp_path / "logs" / "gkdt.log"
    for number in range(400):
        logging.getLogger("app.x").info("a line of which there are many: %d", number)
    files = sorted(log_file.parent.iterdir())
    assert [file.name for file in files] == ["gkdt.log", "gkdt.log.1", "gkdt.log.2", "gkdt.log.3"]
    assert all(file.stat().st_size <= 2000 for file in files)


def test_a_folder_that_cannot_be_made_does_not_stop_the_start(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = list(logging.getLogger().handlers)
    try:
        assert begin_log() == tmp_path / "gkdt.log"
    finally:
        qInstallMessageHandler(None)
        for handler in set(logging.getLogger().handlers) - set(before):
            logging.getLogger().removeHandler(handler)
            handler.close()


def test_what_qt_says_is_in_the_log(qapp, log_file):
    qWarning("the plug-in is missing")
    assert "WARNING qt: the plug-in is missing" in log_file.read_text()


def _fail(error: Exception) -> None:
    raise error


def _caught(reporter: CrashReporter, error: Exception) -> None:
    try:
        _fail(error)
    except type(error):
        reporter.handle(*sys.exc_info())


def test_an_error_that_nobody_caught_is_logged_and_told_once_however_often_it_comes(qtbot, log_file):
    reporter = CrashReporter(log_file)
    told = []
    reporter.crashed.connect(told.append)
    for _ in range(100):
        _caught(reporter, ValueError("secret"))
    assert [error.message for error in told] == ["Something went wrong inside the program (ValueError)."]
    assert str(log_file) in told[0].hint
    text = log_file.read_text()
    assert text.count("Traceback") == 1
    assert "The same again, 64 times by now" in text


def test_a_message_for_people_is_told_as_it_is(qtbot, log_file):
    reporter = CrashReporter(log_file)
    with qtbot.waitSignal(reporter.crashed) as said:
        _caught(reporter, MediaError("x.png cannot be read.", hint="Save it again."))
    assert said.args[0].message == "x.png cannot be read."


def test_an_error_in_a_thread_is_told_too(qtbot, log_file, monkeypatch):
    reporter = CrashReporter(log_file)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reporter.install()
    with qtbot.waitSignal(reporter.crashed) as said:
        threading.Thread(target=_fail, args=(KeyError("x"),)).start()
    assert "KeyError" in said.args[0].message
