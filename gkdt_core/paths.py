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
    """The folder for what the user keeps: models brought in, settings, logs. Not created here."""
    override = os.environ.get("GKDT_HOME")
    if override:
        return Path(override)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", str(Path.home() / "AppData" / "Roaming"))) / "gkdt-annotator"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "gkdt-annotator"
    return Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share"))) / "gkdt-annotator"


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
