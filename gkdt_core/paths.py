"""Where files of the program and of the user live."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource_path(*parts: str) -> Path:
    """A file or folder that ships with the program.

    An installed wheel and the frozen program carry the resources inside `gkdt_core/_resources`; a checkout
    has them in `resources/` beside the packages.
    """
    installed = _PACKAGE / "_resources"
    base = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return base.joinpath(*parts)


def user_data_dir() -> Path:
    """The folder for what the user keeps: projects, backups, models brought in. Not created here."""
    override = os.environ.get("GKDT_HOME")
    if override:
        return Path(override)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", str(Path.home() / "AppData" / "Roaming"))) / "gkdt-annotator"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "gkdt-annotator"
    return Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share"))) / "gkdt-annotator"


def config_dir() -> Path:
    """The folder for settings. Not created here."""
    if os.environ.get("GKDT_HOME") or sys.platform in ("win32", "darwin"):
        return user_data_dir()
    return Path(os.environ.get("XDG_CONFIG_HOME", str(Path.home() / ".config"))) / "gkdt-annotator"


def log_dir() -> Path:
    """The folder for logs. Not created here."""
    override = os.environ.get("GKDT_HOME")
    if override:
        return Path(override) / "logs"
    if sys.platform == "win32":
        return cache_dir() / "logs"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / "gkdt-annotator"
    return Path(os.environ.get("XDG_STATE_HOME", str(Path.home() / ".local" / "state"))) / "gkdt-annotator"


def without_home(text: str) -> str:
    """`text` with the person's home folder as "~", for what may be shown to others."""
    home = str(Path.home())
    return text if home in ("", os.sep) else text.replace(home, "~")


def cache_dir() -> Path:
    """The folder for what can be made again (thumbnails, text vectors). Not created here."""
    override = os.environ.get("GKDT_HOME")
    if override:
        return Path(override) / "cache"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home() / "AppData" / "Local"))) / "gkdt-annotator"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "gkdt-annotator"
    return Path(os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache"))) / "gkdt-annotator"
