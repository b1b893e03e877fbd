"""The models that the GKDT authors released, which the program knows and does not ship. Needs no torch."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gkdt_core.errors import ModelFileError
from gkdt_core.paths import resource_path

_HUB = "https://huggingface.co"
_TYPES: dict[str, type | tuple[type, ...]] = {
    "name": str,
    "title": str,
    "repo_id": str,
    "purpose": str,
    "licence": str,
    "layout": dict,
    "about_bytes": (int, type(None)),
}
_LAYOUT_TYPES: dict[str, type] = {"channels": int, "depth": int, "heads": int, "gated_mlp": bool}


@dataclass(frozen=True, slots=True)
class Licence:
    """The terms that a person agrees to before weights are fetched.

    Attributes:
        id: What `--agree-licence` takes.
        name: What people call it.
        summary: What is known about the terms, to be read before agreeing; the terms themselves are on the
            model's page.
    """

    id: str
    name: str
    summary: str


@dataclass(frozen=True, slots=True)
class ReleasedLayout:
    """The sizes of the image encoder in a released file.

    Attributes:
        channels: C.
        depth: Blocks.
        heads: Attention heads.
        gated_mlp: SwiGLU instead of GELU.
    """

    channels: int
    depth: int
    heads: int
    gated_mlp: bool

    def words(self) -> str:
        """The sizes as people read them."""
        kind = "SwiGLU" if self.gated_mlp else "plain MLP"
        return f"{self.channels} channels, {self.depth} blocks, {self.heads} heads, {kind}"


@dataclass(frozen=True, slots=True)
class ReleasedModel:
    """One of the authors' models.

    Attributes:
        name: What `gkdt models download` takes, and how its folder in the models folder is called.
        title: What people call it.
        repo_id: Owner and name on the model hub.
        purpose: What it is for, one sentence.
        licence: Its terms, as far as they are known here.
        layout: The sizes that its file must have.
        about_bytes: Roughly how large the file is; None where that is not known.
    """

    name: str
    title: str
    repo_id: str
    purpose: str
    licence: Licence
    layout: ReleasedLayout
    about_bytes: int | None

    @property
    def page(self) -> str:
        """Where its description and its full terms are."""
        return f"{_HUB}/{self.repo_id}"


@cache
def released_models() -> tuple[ReleasedModel, ...]:
    """The authors' models, in the registry's order.

    Raises:
        ModelFileError: The registry that ships with the program is damaged.
    """
    return read_registry(resource_path("models", "registry.json"))


def released_model(name: str) -> ReleasedModel:
    """The released model of that name; case does not matter.

    Raises:
        ModelFileError: There is none; the known ones are named.
    """
    for model in released_models():
        if model.name.casefold() == name.casefold():
            return model
    known = ", ".join(model.name for model in released_models())
    raise ModelFileError(f'"{name}" is not one of the released GKDT models.', hint=f"They are: {known}.")


def read_registry(path: Path) -> tuple[ReleasedModel, ...]:
    """The models of a registry file, every value checked.

    Raises:
        ModelFileError: The file is missing or holds something else.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise _damaged(path, str(error)) from error
    if not isinstance(content, dict) or content.keys() != {"licences", "models"}:
        raise _damaged(path, 'it needs "licences" and "models", and nothing else')
    if not all(isinstance(part, list) and part for part in content.values()):
        raise _damaged(path, "its parts are no filled lists")
    licences: dict[str, Licence] = {}
    for values in content["licences"]:
        licence = Licence(**_checked(path, values, {"id": str, "name": str, "summary": str}))
        if licence.id in licences:
            raise _damaged(path, f'the licence "{licence.id}" is there twice')
        licences[licence.id] = licence
    models: dict[str, ReleasedModel] = {}
    for values in content["models"]:
        model = _model(path, _checked(path, values, _TYPES), licences)
        if model.name.casefold() in models:
            raise _damaged(path, f'"{model.name}" is there twice')
        models[model.name.casefold()] = model
    return tuple(models.values())


def _model(path: Path, values: dict[str, Any], licences: Mapping[str, Licence]) -> ReleasedModel:
    name, repo, about = values["name"], values["repo_id"], values["about_bytes"]
    if not name.replace("-", "").replace("_", "").isalnum():  # it becomes the name of a folder
        raise _damaged(path, f'"{name}" is no name for a model')
    if repo.count("/") != 1 or "://" in repo or not all(repo.split("/")):
        raise _damaged(path, f'"{repo}" of {name} is no owner and name')
    if values["licence"] not in licences:
        raise _damaged(path, f'the licence "{values["licence"]}" of {name} is not in it')
    if about is not None and about < 1:
        raise _damaged(path, f"{name} cannot be {about} bytes large")
    layout = _checked(path, values["layout"], _LAYOUT_TYPES)
    if min(layout["channels"], layout["depth"], layout["heads"]) < 1:
        raise _damaged(path, f"the layout of {name} has sizes below 1")
    return ReleasedModel(
        **{**values, "licence": licences[values["licence"]], "layout": ReleasedLayout(**layout)}
    )


def _checked(path: Path, values: Any, types: Mapping[str, type | tuple[type, ...]]) -> dict[str, Any]:
    if not isinstance(values, dict) or values.keys() != types.keys():
        raise _damaged(path, f"an entry has not exactly {', '.join(types)}")
    for name, kinds in types.items():
        value = values[name]
        # bool is an int to Python, not to people
        if not isinstance(value, kinds) or (isinstance(value, bool) and kinds is not bool):
            raise _damaged(path, f'"{name}" is {str(value)[:40]}')
        if isinstance(value, str) and not value.strip():
            raise _damaged(path, f'"{name}" is empty')
    return values


def _damaged(path: Path, what: str) -> ModelFileError:
    return ModelFileError(f"{path} is no list of released models: {what}.", hint="Reinstall the program.")
