"""`gkdt doctor`: can the program run here, and if not, what is missing; also the window's system report.

The home folder is written as "~": the report is made to be sent to somebody else.
"""

from __future__ import annotations

import argparse
import ctypes
import importlib
import locale
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from app.console import say
from gkdt_core.errors import GkdtError
from gkdt_core.exit_codes import Exit
from gkdt_core.extras import how_to_add, is_frozen
from gkdt_core.paths import cache_dir, config_dir, log_dir, user_data_dir, without_home

_PACKAGES = (
    "torch",
    "transformers",
    "safetensors",
    "tokenizers",
    "huggingface_hub",
    "numpy",
    "pillow",
    "opencv-python-headless",
    "pycocotools",
    "PySide6-Essentials",
    "qdarkstyle",
)
_EXTRAS = {  # extras with formats, and the modules that these need
    "deeplabcut": ("h5py", "pandas", "tables"),
    "sleap": ("h5py",),
    "nwb": ("pynwb", "ndx_pose"),
}
_QT_LIBRARIES = {  # what the Qt wheels expect from Linux, and the Debian package that has it
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        what: Its name.
        said: What was found.
        remedy: What to do about it; empty when it is well.
        fatal: Whether the program cannot do its work like this.
    """

    what: str
    said: str
    remedy: str = ""
    fatal: bool = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `gkdt doctor`."""
    parser.add_argument(
        "--model", default="bundled", help='the model to try: "bundled" (default), a folder, a .best file'
    )


def run(options: argparse.Namespace) -> int:
    """Says every finding as it comes; 1 when one of them is fatal."""
    broken = 0
    for finding in _findings(options.model):
        for line in _lines(finding):
            say(line)
        broken += finding.fatal
    say()
    say(_verdict(broken))
    return Exit.FAILED if broken else Exit.DONE


def report(more: Iterable[Finding] = ()) -> str:
    """What `gkdt doctor` says, for the window: with what that knows, without a model loaded again.

    Args:
        more: The window's own findings.
    """
    findings = [*_findings(None), *more]
    lines = [line for finding in findings for line in _lines(finding)]
    return "\n".join([*lines, "", _verdict(sum(finding.fatal for finding in findings))])


def _verdict(broken: int) -> str:
    return f"{broken} problem(s) found." if broken else "Everything needed is here."


def _lines(finding: Finding) -> list[str]:
    mark = "FAIL" if finding.fatal else "note" if finding.remedy else "ok"
    lines = [f"{mark:<5} {finding.what}: {finding.said}"]
    if finding.remedy:
        lines.append(f"      {finding.remedy}")
    return [without_home(line) for line in lines]


def _findings(model: str | None) -> Iterator[Finding]:
    yield _program()
    yield _python()
    yield _guarded("machine", _machine)
    for package in _PACKAGES:
        yield _package(package)
    yield _formats()
    yield _guarded("devices", _devices)
    if model is not None:
        yield _guarded("model", lambda: _model(model))
    yield qt_finding(_missing_libraries())
    yield _screen()
    for what, folder in (
        ("data folder", user_data_dir()),
        ("settings folder", config_dir()),
        ("cache folder", cache_dir()),
        ("log folder", log_dir()),
    ):
        yield folder_finding(what, folder)
    yield _log()


def _guarded(what: str, look: Callable[[], Finding]) -> Finding:
    """A finding also when looking fails: the doctor must reach the end of its list."""
    try:
        return look()
    except GkdtError as error:
        return Finding(what, error.message, error.hint or "See the message.", fatal=True)
    except (ImportError, OSError) as error:
        return Finding(what, f"cannot be looked at: {error}", "Install the program again.", fatal=True)


def _program() -> Finding:
    kind = "frozen program" if is_frozen() else "from source"
    from importlib import metadata  # not at the top: the window imports this, and it takes long

    try:
        version = metadata.version("gkdt-annotator")
    except metadata.PackageNotFoundError:
        version = "development"
    names = [name for name in sorted(os.environ) if name.startswith(("GKDT_", "QT_", "CUDA_"))]
    return Finding(
        "gkdt-annotator", ", ".join([f"{version} ({kind})", *(f"{name} is set" for name in names)])
    )


def _machine() -> Finding:
    import psutil

    memory = psutil.virtual_memory()
    language = ".".join(filter(None, locale.getlocale())) or "C"
    return Finding(
        "machine",
        f"{platform.machine()}, {os.cpu_count()} processor threads, {memory.available / 2**30:.1f} of "
        f"{memory.total / 2**30:.1f} GiB memory free, locale {language}",
    )


def _log() -> Finding:
    """Where the log is and how many errors are in it; what they say may name files of a person."""
    path = log_dir() / "gkdt.log"
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return Finding("log", f"none yet ({path})")
    errors = len(re.findall(r"^\S+ \S+ (?:ERROR|CRITICAL) ", text, re.MULTILINE))
    return Finding("log", f"{path}, {len(text) / 1000:.0f} kB, {errors} error(s) in it")


def _python() -> Finding:
    return Finding("python", f"{platform.python_version()} on {platform.platform()} ({sys.executable})")


def _package(name: str) -> Finding:
    from importlib import metadata  # not at the top: the window imports this, and it takes long

    try:
        return Finding(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(name, "is not installed", "Install the program again.", fatal=True)


def _formats() -> Finding:
    """Which formats of optional packages can be used; nobody needs all of them."""
    here = {extra: all(map(find_spec, modules)) for extra, modules in _EXTRAS.items()}
    words = [f"{extra} {'yes' if is_here else 'no'}" for extra, is_here in here.items()]
    missing = [extra for extra, is_here in here.items() if not is_here]
    remedy = f"For those formats: {how_to_add(','.join(missing))}" if missing else ""
    return Finding("formats of extras", ", ".join(words), remedy)


def _devices() -> Finding:
    import torch

    from gkdt_core.inference.precision import automatic_words

    words = [f"cpu ({torch.get_num_threads()} threads, {automatic_words(torch.device('cpu'))})"]
    for index in range(torch.cuda.device_count()):
        memory = torch.cuda.get_device_properties(index).total_memory / 2**30
        best = automatic_words(torch.device("cuda", index))
        words.append(f"cuda:{index} {torch.cuda.get_device_name(index)} ({memory:.0f} GiB, {best})")
    return Finding("devices", ", ".join(words))


def _model(name: str) -> Finding:
    from gkdt_core.weights import load_model

    loaded = load_model(name)
    count = sum(parameter.numel() for parameter in loaded.model.parameters())
    return Finding("model", f"{loaded.name}, {count:,} parameters, digest {loaded.digest[:12]}")


def qt_finding(missing: list[str]) -> Finding:
    """Whether the window's library loads, given the system libraries it lacks."""
    if missing:
        packages = [_QT_LIBRARIES[name] for name in missing]
        return Finding(
            "Qt",
            f"lacks {', '.join(missing)}",
            f"On Debian and Ubuntu: sudo apt-get install -y {' '.join(packages)}",
            fatal=True,
        )
    try:
        importlib.import_module("PySide6.QtWidgets")
        version = importlib.import_module("PySide6.QtCore").qVersion()
    except ImportError as error:
        return Finding("Qt", f"does not load: {error}", "Install the program again.", fatal=True)
    return Finding("Qt", f"loads ({version})")


def _missing_libraries() -> list[str]:
    if platform.system() != "Linux":
        return []
    missing = []
    for name in _QT_LIBRARIES:
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.append(name)
    return missing


def _screen() -> Finding:
    if platform.system() != "Linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return Finding("screen", "found")
    if os.environ.get("QT_QPA_PLATFORM"):
        return Finding("screen", f"none, Qt uses {os.environ['QT_QPA_PLATFORM']}")
    return Finding(
        "screen",
        "none in this session (no DISPLAY or WAYLAND_DISPLAY)",
        "The window needs one; predict, train and evaluate do not.",
    )


def folder_finding(what: str, folder: Path) -> Finding:
    """Whether the program can write into `folder`, or make it."""
    existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
    try:
        with tempfile.TemporaryFile(dir=existing):
            free = shutil.disk_usage(existing).free
            return Finding(what, f"{folder}, {free / 1e9:.1f} GB free")
    except OSError as error:
        return Finding(
            what,
            f"{folder} cannot be written: {error.strerror or error}",
            "Set GKDT_HOME to a folder of your own.",
            fatal=True,
        )
