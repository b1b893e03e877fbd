"""The set-up script: what it decides, and what it says when something is missing."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import main
from app.commands import doctor

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "start.py"

_spec = importlib.util.spec_from_file_location("gkdt_start", SCRIPT)
assert _spec is not None
assert _spec.loader is not None
start = importlib.util.module_from_spec(_spec)
sys.modules["gkdt_start"] = start  # dataclasses look their module up
_spec.loader.exec_module(start)


def test_no_arguments_mean_the_window() -> None:
    options = start.parse_options([])
    assert options == start.Options()
    assert start.gkdt_arguments(options) == ["annotate"]


def test_a_path_opens_in_the_window_and_a_command_is_passed_on() -> None:
    assert start.gkdt_arguments(start.parse_options(["photos of goats"])) == ["annotate", "photos of goats"]
    assert start.gkdt_arguments(start.parse_options(["predict", "--model", "bundled"])) == [
        "predict",
        "--model",
        "bundled",
    ]


def test_options_after_the_first_other_argument_are_not_ours() -> None:
    options = start.parse_options(["--cpu", "train", "--test", "--cpu"])
    assert options.cpu
    assert not options.test
    assert options.rest == ("train", "--test", "--cpu")


def test_arguments_after_two_dashes_go_to_pytest() -> None:
    options = start.parse_options(["--test", "--", "-k", "undo", "--cpu"])
    assert options.test
    assert not options.cpu
    assert options.rest == ("-k", "undo", "--cpu")


def test_without_a_window_the_doctor_reports() -> None:
    assert start.gkdt_arguments(start.parse_options(["--no-window"])) == ["doctor"]


def test_every_command_of_the_program_is_known_to_the_script(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    listed = re.findall(r"^ {4}([a-z]+)(?: |$)", capsys.readouterr().out, flags=re.MULTILINE)
    assert sorted(listed) == sorted(start.COMMANDS)


@pytest.mark.parametrize(
    ("version", "bits", "system", "machine", "word"),
    [
        ((3, 10, 4), 64, "Linux", "x86_64", "Python 3.10.4"),
        ((3, 12, 0), 32, "Windows", "AMD64", "32-bit"),
        ((3, 12, 0), 64, "Darwin", "x86_64", "Intel"),
    ],
)
def test_an_unfit_python_is_named_with_a_remedy(
    version: tuple[int, ...], bits: int, system: str, machine: str, word: str
) -> None:
    problem = start.python_problem(version, bits=bits, system=system, machine=machine)
    assert word in problem.message
    assert problem.remedy


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 13, 2), (3, 14, 0)])
def test_a_current_python_is_fine(version: tuple[int, ...]) -> None:
    assert start.python_problem(version, bits=64, system="Linux", machine="x86_64") is None


def test_the_script_parses_as_python_3_8_so_that_old_ones_get_a_message() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_the_script_imports_the_standard_library_only() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    assert names <= set(sys.stdlib_module_names)


def test_help_needs_no_setup() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--help"], capture_output=True, text=True, check=True, timeout=60
    )
    assert "--setup-only" in done.stdout


def test_a_finished_setup_is_remembered_until_settings_extras_or_place_change(tmp_path: Path) -> None:
    stamp = tmp_path / "stamp.json"
    wanted = start.fingerprint(b"[project]", tmp_path)
    assert not start.is_set_up(stamp, wanted, [])
    start.write_stamp(stamp, wanted, ["dev"])
    assert start.is_set_up(stamp, wanted, ["dev"])
    assert start.is_set_up(stamp, wanted, [])
    assert not start.is_set_up(stamp, wanted, ["dev", "package"])
    assert not start.is_set_up(stamp, start.fingerprint(b"[project] ", tmp_path), [])
    assert not start.is_set_up(stamp, start.fingerprint(b"[project]", tmp_path / "moved"), [])


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"fingerprint": 1}'])
def test_a_broken_stamp_means_set_up_again(tmp_path: Path, text: str) -> None:
    stamp = tmp_path / "stamp.json"
    stamp.write_text(text, encoding="utf-8")
    assert not start.is_set_up(stamp, "x", [])


LDD = """\
\tlinux-vdso.so.1 (0x00007f78b5b43000)
\tlibEGL.so.1 => not found
\tlibxcb-cursor.so.0 => not found
\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f0000000000)
\tlibEGL.so.1 => not found
"""


def test_missing_libraries_are_read_from_ldd() -> None:
    assert start.missing_libraries(LDD) == ["libEGL.so.1", "libxcb-cursor.so.0"]
    assert start.missing_libraries("\tnot a dynamic executable\n") == []


def test_missing_libraries_on_debian_give_the_exact_line_to_run() -> None:
    error = start.missing_system_error(["libEGL.so.1"], start.QT_PACKAGES, apt=True)
    assert "libEGL.so.1" in error.message
    assert "sudo apt-get install -y" in error.remedy
    assert all(package in error.remedy for package in start.QT_PACKAGES)


def test_set_up_installs_every_package_that_the_doctor_asks_for() -> None:
    assert set(doctor._QT_LIBRARIES.values()) <= set(start.QT_PACKAGES)


def test_missing_libraries_elsewhere_name_no_apt() -> None:
    error = start.missing_system_error(["libEGL.so.1"], start.QT_PACKAGES, apt=False)
    assert "apt" not in error.remedy
    assert "package manager" in error.remedy


@pytest.mark.parametrize(
    ("output", "word"),
    [
        ("OSError: [Errno 28] No space left on device", "disk"),
        (
            "WARNING: Retrying ... NameResolutionError: Temporary failure in name resolution\n"
            "ERROR: No matching distribution found for torch==2.13.0",
            "cannot be reached",
        ),
        ("ERROR: No matching distribution found for torch==2.13.0", "no build for this system"),
        ("ssl.SSLCertVerificationError: certificate verify failed", "certificate"),
        ("ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied", "written"),
        ("something nobody has seen", "own message is above"),
    ],
)
def test_failures_of_pip_are_explained(output: str, word: str) -> None:
    error = start.explain_pip_failure(output)
    assert word in error.message
    assert error.remedy
    assert "{" not in error.message


def test_no_screen_is_said_before_qt_aborts() -> None:
    assert "no screen" in start.display_problem("Linux", {"HOME": "/root"}).message
    assert start.display_problem("Linux", {"DISPLAY": ":0"}) is None
    assert start.display_problem("Linux", {"WAYLAND_DISPLAY": "wayland-0"}) is None
    assert start.display_problem("Windows", {}) is None
    assert start.display_problem("Darwin", {}) is None
