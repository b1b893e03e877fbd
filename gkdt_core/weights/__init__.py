"""Where model weights live and how they get in.

`load_model` and `save_model` need torch, which is imported when one of them is first used; listing models
needs none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gkdt_core.weights.locate import BUNDLED, ModelEntry, ModelKind, available_models

if TYPE_CHECKING:
    from gkdt_core.weights.directory import save_model
    from gkdt_core.weights.load import LoadedModel, load_model

__all__ = [
    "BUNDLED",
    "LoadedModel",
    "ModelEntry",
    "ModelKind",
    "available_models",
    "load_model",
    "save_model",
]


def __getattr__(name: str) -> Any:
    if name == "save_model":
        from gkdt_core.weights import directory

        return directory.save_model
    if name in ("LoadedModel", "load_model"):
        from gkdt_core.weights import load

        return getattr(load, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
