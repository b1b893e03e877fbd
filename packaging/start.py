"""One command from a fresh clone: set everything up in `.venv`, then open the program or run its tests.

    python3 packaging/start.py                    set up (first time only) and open the window
    python3 packaging/start.py PATH               the same, opening a folder or a project
    python3 packaging/start.py predict --help     any command of `gkdt`: predict, train, evaluate, doctor, ...
    python3 packaging/start.py --test             set up and run the whole test set
    python3 packaging/start.py --test -- -k undo  the same, with arguments for pytest

On Windows write `py packaging\\start.py`.

options (before anything else):
    --test        install the developer tools too, run format, lint, types, import contracts and pytest
    --setup-only  set up, open nothing
    --no-window   set up and report what was found (`gkdt doctor`), open nothing
    --cpu         Linux without an NVIDIA GPU: PyTorch's CPU build, about 200 MB instead of several GB
    --help        this text

Standard library only, and readable by Python 3.7, so that an old one gets a sentence instead of a traceback.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "gkdt-setup.json"

OLDEST_PYTHON = (3, 11)
# Installed before the project, so that the project's own `torch>=...` never chooses a build by itself.
TORCH = "torch==2.13.0"
# PyTorch's documented address of builds without CUDA: https://pytorch.org/get-started/locally
TORCH_CPU_INDEX = "https://download.pytorch.org/whl/cpu"
FREE_BYTES_WANTED = 3 * 1024**3  # the environment with the CPU build of torch measures 1.5 GB, plus downloads

COMMANDS = (
    "annotate",
    "predict",
    "train",
    "evaluate",
    "compare",
    "models",
    "convert",
    "validate",
    "megakpt",
    "sampling",
    "benchmark",
    "doctor",
)

# What Qt's wheels expect from a Debian or Ubuntu system, and one font so that text is not drawn as boxes.
QT_PACKAGES = (
    "libegl1",
    "libgl1",
    "libopengl0",
    "libglib2.0-0",
    "libdbus-1-3",
    "libfontconfig1",
    "libfreetype6",
    "libx11-xcb1",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-render0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
    "fonts-dejavu-core",
)
# The end-to-end tests click through the real window on a virtual screen.
TEST_TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool", "openbox": "openbox"}
# Qt's own files whose system libraries must resolve; relative to the installed PySide6 folder.
QT_BINARIES = (
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/lib/libQt6Widgets.so.6",
    "Qt/lib/libQt6Svg.so.6",
)
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")

# Words in pip's error output -> what happened and what helps.
PIP_FAILURES = (
    (
        ("no space left on device", "errno 28", "not enough space on the disk", "winerror 112"),
        "The disk is full.",
        "Free at least 3 GB where the clone lies (several more for PyTorch's CUDA build on Linux; --cpu "
        "avoids it), or set TMPDIR to a folder on a disk with room. Start again: what is done is kept.",
    ),
    (
        (
            "name resolution",
            "nodename nor servname",
            "getaddrinfo failed",
            "failed to establish a new connection",
            "network is unreachable",
            "connection refused",
            "connection reset",
            "connection broken",
            "read timed out",
            "connecttimeout",
            "proxyerror",
            "max retries exceeded",
        ),
        "The package index cannot be reached.",
        "Check the network connection (behind a proxy set HTTPS_PROXY), then start again. A network is "
        "needed for the first set-up only.",
    ),
    (
        ("certificate verify failed", "sslerror"),
        "The package index was reached, but its certificate is not trusted.",
        "Behind a company proxy, point PIP_CERT at the company's certificate file, then start again.",
    ),
    (
        ("no matching distribution found", "could not find a version"),
        "A package has no build for this system and Python ({python}, {system} {machine}).",
        "Use a 64-bit Python 3.11, 3.12 or 3.13, on macOS an Apple-silicon Mac, then start again. A missing "
        "network can look like this too.",
    ),
    (
        ("permission denied", "errno 13", "access is denied", "winerror 5"),
        "A file could not be written.",
        "Close the program if it still runs, make sure that the clone belongs to you, then start again.",
    ),
)


class SetupError(Exception):
    """Set-up cannot go on.

    Attributes:
        message: What happened, naming the thing.
        remedy: What to do about it.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


@dataclass(frozen=True)  # no slots=True: Python before 3.10 must get as far as the message about its age
class Options:
    """The command line: our own options, and the rest for `gkdt` or pytest."""

    test: bool = False
    setup_only: bool = False
    no_window: bool = False
    cpu: bool = False
    show_help: bool = False
    rest: tuple[str, ...] = ()


FLAGS = {
    "--test": "test",
    "--setup-only": "setup_only",
    "--no-window": "no_window",
    "--cpu": "cpu",
    "--help": "show_help",
    "-h": "show_help",
}


def parse_options(arguments: Sequence[str]) -> Options:
    """Own options come first; everything from the first other argument on is passed along, less one `--`."""
    rest = list(arguments)
    chosen: dict[str, bool] = {}
    while rest and rest[0] in FLAGS:
        chosen[FLAGS[rest.pop(0)]] = True
    if rest and rest[0] == "--":
        del rest[0]
    return Options(rest=tuple(rest), **chosen)


def gkdt_arguments(options: Options) -> list[str]:
    """Arguments for `gkdt`: a command stays as it is, anything else is for the window."""
    rest = list(options.rest)
    if options.no_window:
        return ["doctor", *rest]
    return rest if rest and rest[0] in COMMANDS else ["annotate", *rest]


def python_problem(version: tuple[int, ...], *, bits: int, system: str, machine: str) -> SetupError | None:
    """Why this Python cannot run the program, or None."""
    found = ".".join(str(part) for part in version[:3])
    if version[:2] < OLDEST_PYTHON:
        return SetupError(
            f"This is Python {found}; the program needs Python 3.11 or newer.",
            "Install Python 3.11, 3.12 or 3.13 from https://www.python.org/downloads and start with it, for "
            "example: python3.12 packaging/start.py (Windows: py -3.12 packaging\\start.py).",
        )
    if bits < 64:
        return SetupError(
            f"This is a {bits}-bit Python {found}; PyTorch and Qt exist for 64-bit Python only.",
            "Install the 64-bit Python from https://www.python.org/downloads and start with that one.",
        )
    if system == "Darwin" and machine == "x86_64":
        return SetupError(
            "This is a Python for Intel Macs; PyTorch has no current build for them.",
            "On an Apple-silicon Mac install the universal Python from https://www.python.org/downloads; an "
            "Intel Mac cannot run the program.",
        )
    return None


def fingerprint(pyproject: bytes, root: Path) -> str:
    """What set-up depends on: the project's settings, the torch we pin, and where the clone lies."""
    return hashlib.sha256(b"\0".join([pyproject, TORCH.encode(), os.fsencode(root)])).hexdigest()


def is_set_up(stamp: Path, wanted: str, extras: Iterable[str]) -> bool:
    """Whether `stamp` says that this fingerprint with at least these extras is installed."""
    try:
        found = json.loads(stamp.read_text(encoding="utf-8"))
        return found["fingerprint"] == wanted and set(extras) <= set(found["extras"])
    except (OSError, ValueError, KeyError, TypeError):  # absent or cut short: set up again
        return False


def write_stamp(stamp: Path, wanted: str, extras: Iterable[str]) -> None:
    """Remember a finished set-up."""
    stamp.write_text(json.dumps({"fingerprint": wanted, "extras": sorted(extras)}), encoding="utf-8")


def explain_pip_failure(output: str) -> SetupError:
    """pip's error output in the words of somebody who wants to annotate."""
    lowered = output.lower()
    for needles, message, remedy in PIP_FAILURES:
        if any(needle in lowered for needle in needles):
            system = {"python": platform.python_version(), "system": platform.system()}
            return SetupError(message.format(**system, machine=platform.machine()), remedy)
    return SetupError(
        "pip could not install the packages; its own message is above.",
        f"Start again; if it fails the same way, delete {VENV} first.",
    )


def missing_libraries(ldd_output: str) -> list[str]:
    """Names of the shared libraries that `ldd` did not find, sorted."""
    return sorted(
        {
            line.split("=>")[0].strip()
            for line in ldd_output.splitlines()
            if line.strip().endswith("=> not found")
        }
    )


def apt_command(packages: Sequence[str], *, root: bool) -> str:
    """The line that installs `packages` on Debian or Ubuntu."""
    sudo = "" if root else "sudo "
    return f"{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {' '.join(packages)}"


def missing_system_error(missing: Sequence[str], packages: Sequence[str], *, apt: bool) -> SetupError:
    """What to say when Qt lacks system libraries that we may not install ourselves."""
    if apt:
        remedy = f"Run this once, then start again:\n    {apt_command(packages, root=False)}"
    else:
        remedy = (
            "Install them with your system's package manager (Qt 6 needs X11/xcb, EGL/OpenGL, fontconfig)."
        )
    return SetupError(f"Qt needs system libraries that are not installed: {', '.join(missing)}.", remedy)


def say(text: str) -> None:
    """One line to the person at the terminal."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def venv_program(name: str) -> Path:
    """A program inside the environment."""
    return VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name


def is_root() -> bool:
    """Whether we may install system packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def may_use_apt() -> bool:
    """Whether this is a Debian-like system that we may install packages on."""
    return is_root() and shutil.which("apt-get") is not None


def install_system_packages(packages: Sequence[str]) -> bool:
    """`apt-get install` as root. Returns whether it worked; what went wrong is on the screen."""
    say(f"Installing system packages: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-q"],
        ["apt-get", "install", "-q", "-y", "--no-install-recommends", *packages],
    ):
        if subprocess.run(command, env=environment, stdout=sys.stderr, check=False).returncode != 0:
            return False
    return True


def pip_install(arguments: Sequence[str]) -> None:
    """Run pip with its progress on the screen; its errors are shown and kept for `explain_pip_failure`."""
    command = [str(venv_program("python")), "-m", "pip", "install", "--disable-pip-version-check", *arguments]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=sys.stderr, stderr=subprocess.PIPE, text=True, errors="replace"
    )
    kept: list[str] = []

    def read() -> None:
        assert process.stderr is not None
        for line in process.stderr:
            kept.append(line)
            sys.stderr.write(line)

    reader = threading.Thread(target=read)
    reader.start()
    code = process.wait()
    reader.join()
    if code != 0:
        raise explain_pip_failure("".join(kept))


def runs(code: str) -> subprocess.CompletedProcess[str]:
    """Run a line of Python inside the environment, without a screen."""
    return subprocess.run(
        [str(venv_program("python")), "-c", code],
        cwd=VENV,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )


def environment_works() -> bool:
    """Whether `.venv` has a Python that is new enough and has pip."""
    if not venv_program("python").exists():
        return False
    return runs(f"import sys, pip; sys.exit(sys.version_info[:2] < {OLDEST_PYTHON})").returncode == 0


def make_environment() -> None:
    """Make `.venv`, or mend one that was left half-made."""
    if environment_works():
        return
    say(f"Making the environment {VENV}")
    command = [sys.executable, "-m", "venv", str(VENV)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    output = done.stdout + done.stderr
    if done.returncode != 0 and ("ensurepip" in output or "No module named venv" in output):
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        if may_use_apt() and install_system_packages([package]):
            done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
            output = done.stdout + done.stderr
        else:
            raise SetupError(
                "This Python cannot make environments: its venv module is not installed.",
                "On Debian and Ubuntu run this once, then start again:\n"
                f"    {apt_command([package], root=is_root())}",
            )
    if done.returncode == 0 and environment_works():
        return
    if "No space left" in output:
        raise explain_pip_failure(output)
    lines = output.strip().splitlines()
    raise SetupError(
        f"The environment {VENV} could not be made: {lines[-1] if lines else 'its Python does not run'}",
        f"Delete the folder {VENV} if it is there, make sure that {ROOT} may be written to, start again.",
    )


def install_torch(*, cpu: bool) -> None:
    """Install torch unless one is there that can be imported."""
    if runs("import torch").returncode == 0:
        return
    index: list[str] = []
    if platform.system() == "Linux":
        if cpu:
            index = ["--index-url", TORCH_CPU_INDEX]
        elif shutil.which("nvidia-smi") is None:
            say("No NVIDIA GPU found. If pip now fetches several GB, stop (Ctrl+C) and start with --cpu.")
    say(f"Installing {TORCH}")
    pip_install([*index, TORCH])
    tried = runs("import torch")
    if tried.returncode != 0:
        lines = tried.stderr.strip().splitlines()
        raise SetupError(
            f"PyTorch was installed but cannot be loaded: {lines[-1] if lines else 'no message'}",
            "On Windows install the Visual C++ runtime (https://aka.ms/vs/17/release/vc_redist.x64.exe); "
            f"elsewhere delete {VENV}. Then start again.",
        )


def has_a_font() -> bool:
    """Whether any font file is installed where fontconfig looks."""
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    return any(
        path.suffix.lower() in (".ttf", ".otf", ".ttc", ".pfb")
        for folder in folders
        if folder.is_dir()
        for path in folder.rglob("*")
    )


def missing_for_qt() -> list[str]:
    """What Qt lacks on this Linux system: shared libraries, and any font."""
    where = runs("import PySide6; print(PySide6.__path__[0])").stdout.strip()
    missing: list[str] = []
    if shutil.which("ldd") is not None:
        for name in QT_BINARIES:
            path = Path(where) / name
            if path.exists():
                done = subprocess.run(["ldd", str(path)], capture_output=True, text=True, check=False)
                missing += missing_libraries(done.stdout)
    tried = runs("from PySide6 import QtGui, QtSvg, QtWidgets; QtWidgets.QApplication([])")
    if tried.returncode != 0 and not missing:
        lines = tried.stderr.strip().splitlines()
        missing.append(lines[-1] if lines else "Qt does not start")
    if not has_a_font():
        missing.append("a font")
    return sorted(set(missing))


def ensure_qt_libraries() -> None:
    """On Linux: find out whether Qt can start; install what is missing when root on Debian or Ubuntu."""
    if platform.system() != "Linux":
        return
    missing = missing_for_qt()
    if missing and may_use_apt() and install_system_packages(QT_PACKAGES):
        missing = missing_for_qt()
    if missing:
        raise missing_system_error(missing, QT_PACKAGES, apt=shutil.which("apt-get") is not None)


def ensure_test_tools() -> None:
    """On Linux: the virtual screen for the end-to-end tests. Without it those tests skip and say so."""
    if platform.system() != "Linux":
        return
    absent = [package for program, package in TEST_TOOLS.items() if shutil.which(program) is None]
    if absent and not (may_use_apt() and install_system_packages(absent)):
        say("The tests that drive the real window will skip. To run them too:")
        say(f"    {apt_command(absent, root=is_root())}")


def set_up(options: Options) -> None:
    """Bring `.venv` to what this clone needs; quick when it already is."""
    extras = ["dev"] if options.test else []
    wanted = fingerprint((ROOT / "pyproject.toml").read_bytes(), ROOT)
    if venv_program("python").exists() and is_set_up(STAMP, wanted, extras):
        return
    free = shutil.disk_usage(ROOT).free
    if free < FREE_BYTES_WANTED:
        raise SetupError(
            f"Only {free / 1024**3:.1f} GB are free where the clone lies ({ROOT}).",
            "Free at least 3 GB, or put the clone on another disk, then start again.",
        )
    make_environment()
    install_torch(cpu=options.cpu)
    say("Installing the program and what it needs")
    pip_install(["--editable", f".[{','.join(extras)}]" if extras else "."])
    ensure_qt_libraries()
    write_stamp(STAMP, wanted, extras)
    say("Set-up is done.")


def run_and_wait(
    command: Sequence[str], *, cwd: Path | None = None, env: dict[str, str] | None = None
) -> int:
    """Run a program on this terminal. Ctrl+C is the program's own to handle; we wait until it has."""
    process = subprocess.Popen(list(command), cwd=cwd, env=env)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue


def run_tests(arguments: Sequence[str]) -> int:
    """Format, lint, types, import contracts, then pytest, whose closing line is the last of a good run."""
    ensure_test_tools()
    python = str(venv_program("python"))
    environment = {**os.environ}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    checks = {
        "ruff format": [python, "-m", "ruff", "format", "--check", "."],
        "ruff check": [python, "-m", "ruff", "check", "."],
        "mypy --strict": [python, "-m", "mypy"],
        "lint-imports": [str(venv_program("lint-imports"))],
    }
    failed = []
    for name, command in checks.items():
        say(f"== {name}")
        if run_and_wait(command, cwd=ROOT, env=environment) != 0:
            failed.append(name)
    say("== pytest")
    code = run_and_wait([python, "-m", "pytest", *arguments], cwd=ROOT, env=environment)
    if failed:
        say(f"Failed before pytest: {', '.join(failed)}")
    return code or (1 if failed else 0)


def display_problem(system: str, environment: Iterable[str]) -> SetupError | None:
    """Why no window can open here, or None."""
    if system == "Linux" and not {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"} & set(environment):
        return SetupError(
            "There is no screen here to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).",
            "Start from a desktop session, over ssh with -X, or use the commands without a window, for "
            "example: python3 packaging/start.py predict --help",
        )
    return None


def main(arguments: Sequence[str]) -> int:
    """Set up, then do what was asked. Returns the exit code."""
    options = parse_options(arguments)
    if options.show_help:
        sys.stdout.write(__doc__ or "")
        return 0
    problem = python_problem(
        tuple(sys.version_info[:3]),
        bits=64 if sys.maxsize > 2**32 else 32,
        system=platform.system(),
        machine=platform.machine(),
    )
    if problem is not None:
        raise problem
    set_up(options)
    if options.test:
        return run_tests(options.rest)
    if options.setup_only:
        return 0
    command = gkdt_arguments(options)
    problem = display_problem(platform.system(), os.environ) if command[0] == "annotate" else None
    if problem is not None and not {"-h", "--help"} & set(command):
        raise problem
    program = [str(venv_program("gkdt")), *command]
    if os.name == "posix":
        os.execv(program[0], program)  # one process less, and every signal reaches the program itself
    return run_and_wait(program)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as error:
        say(f"\n{error.message}\n{error.remedy}")
        sys.exit(1)
    except KeyboardInterrupt:
        say("\nStopped. Start again to go on; what is done is kept.")
        sys.exit(130)
