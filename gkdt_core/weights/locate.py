"""Which models there are, and which one a name or path means. Needs no torch."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from gkdt_core.errors import ModelFileError
from gkdt_core.paths import resource_path, user_data_dir
from gkdt_core.weights.staging import check_place

BUNDLED = "bundled"
"""The name of the model that ships with the program."""
CONFIG_FILE = "config.json"
WEIGHTS_FILE = "model.safetensors"
CARD_FILE = "MODEL_CARD.md"
OFFICIAL_SUFFIXES = (".best", ".pth", ".pt")


class ModelKind(StrEnum):
    """In what form a model is kept."""

    BUNDLED = "bundled"
    DIRECTORY = "directory"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """A model that can be chosen.

    Attributes:
        name: What `load_model` accepts and a person reads.
        path: The model directory, or the official checkpoint file.
        kind: In what form it is kept.
    """

    name: str
    path: Path
    kind: ModelKind


def bundled_directory() -> Path:
    """The folder of the bundled model; it may be absent in a checkout that was not given the weights."""
    return resource_path("models", "gkdt-lite")


def models_directory() -> Path:
    """The folder for models the user brings in. Not created here."""
    return user_data_dir() / "models"


def available_models() -> list[ModelEntry]:
    """The bundled model, if it is there, then the user's models by name."""
    entries = []
    if _is_model_directory(bundled_directory()):
        entries.append(ModelEntry(BUNDLED, bundled_directory(), ModelKind.BUNDLED))
    try:
        found = sorted(models_directory().iterdir(), key=lambda path: path.name.casefold())
    except OSError:  # no such folder, or not ours to read: then it holds no models we could load
        found = []
    for path in found:
        if path.name.startswith(".") or path.name == BUNDLED:
            continue
        if _is_model_directory(path):
            entries.append(ModelEntry(path.name, path, ModelKind.DIRECTORY))
        elif path.is_file() and path.suffix.lower() in OFFICIAL_SUFFIXES:
            entries.append(ModelEntry(path.name, path, ModelKind.OFFICIAL))
    return entries


def find_model(name_or_path: str | Path) -> ModelEntry:
    """The model that "bundled", a path, or the name of one of the user's models means.

    Raises:
        ModelFileError: There is no such model.
    """
    if name_or_path == BUNDLED:
        directory = bundled_directory()
        if not _is_model_directory(directory):
            raise ModelFileError(
                f"The bundled model is not part of this installation: {directory} has no model.",
                hint="Reinstall the program, or name a model directory or a *.best file instead.",
            )
        return ModelEntry(BUNDLED, directory, ModelKind.BUNDLED)
    path = Path(name_or_path).expanduser()
    check_place(path)
    if not path.exists() and len(path.parts) == 1:
        path = models_directory() / path
    if not path.exists():
        known = ", ".join(f'"{entry.name}"' for entry in available_models()) or "none"
        raise ModelFileError(
            f'There is no model "{name_or_path}".',
            hint=f"Give a model directory, a *.best file, or one of the known names: {known}.",
        )
    if path.is_file() and path.name in (CONFIG_FILE, WEIGHTS_FILE):
        path = path.parent
    if path.is_dir():
        if not _is_model_directory(path):
            raise ModelFileError(
                f'"{path}" is no model directory: it needs {CONFIG_FILE} and {WEIGHTS_FILE}.',
                hint="Choose the folder that holds both files.",
            )
        return ModelEntry(path.resolve().name, path, ModelKind.DIRECTORY)
    if path.suffix.lower() not in OFFICIAL_SUFFIXES:
        raise ModelFileError(
            f'"{path.name}" is not a kind of file that holds a model.',
            hint="Choose a model directory or an official checkpoint (*.best).",
        )
    return ModelEntry(path.name, path, ModelKind.OFFICIAL)


def _is_model_directory(path: Path) -> bool:
    return (path / CONFIG_FILE).is_file() and (path / WEIGHTS_FILE).is_file()
