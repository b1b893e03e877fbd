"""The command `gkdt`: dispatch, exit codes, and errors without tracebacks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app import cli
from gkdt_core.errors import GkdtError

COMMANDS = tuple(cli._COMMANDS)
"""The test of packaging/start.py, which keeps its own list, holds both to what the help says."""


def test_help_lists_the_commands_and_loads_neither_torch_nor_qt() -> None:
    code = (
        "import sys; from app.cli import main; code = main(['--help']); "
        "heavy = {'torch', 'PySide6', 'cv2', 'numpy', 'transformers'} & set(sys.modules); "
        "sys.exit(f'loaded {heavy}' if heavy else code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for command in COMMANDS:
        assert command in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([command, "--help"]) == 0
    assert f"gkdt {command}" in capsys.readouterr().out


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("gkdt-annotator ")


def test_no_command_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 0
    assert "COMMAND" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["dance"], ["--colour"], ["predict"], ["predict", "--names"]])
def test_a_bad_command_is_one_message_and_exit_code_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 2
    assert "--help" in said.err


def test_a_path_that_is_not_there_is_named_before_a_window_opens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["annotate", str(tmp_path / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_an_error_for_people_is_its_message_and_its_hint(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(arguments: list[str]) -> int:
        raise GkdtError("The thing is broken.", hint="Mend it.")

    monkeypatch.setattr(cli, "_dispatch", fail)
    assert cli.main(["models"]) == 2
    assert capsys.readouterr().err == "gkdt: The thing is broken.\n  Mend it.\n"


def test_an_unexpected_failure_is_one_message_and_its_traceback_is_in_the_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fail(arguments: list[str]) -> int:
        raise ZeroDivisionError("inside")

    monkeypatch.setenv("GKDT_HOME", str(tmp_path))
    monkeypatch.setattr(cli, "_dispatch", fail)
    assert cli.main(["models"]) == 1
    said = capsys.readouterr().err
    log = tmp_path / "logs" / "gkdt.log"
    assert "Traceback" not in said
    assert str(log) in said
    assert "ZeroDivisionError: inside" in log.read_text(encoding="utf-8")


def test_ctrl_c_is_exit_code_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(arguments: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_dispatch", interrupt)
    assert cli.main(["models"]) == 130
