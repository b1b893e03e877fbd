"""Any model by name or path, ready to run."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from gkdt_core.errors import ModelFileError
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.weights.directory import (
    Calibration,
    ModelDescription,
    read_directory,
    read_weights,
    write_directory,
)
from gkdt_core.weights.locate import WEIGHTS_FILE, ModelKind, find_model
from gkdt_core.weights.network import empty_network, fill_network
from gkdt_core.weights.official import read_official


@dataclass(frozen=True, slots=True, eq=False)
class LoadedModel:
    """A model with its weights, and what a program must know beside them.

    Attributes:
        model: In evaluation mode.
        name: What a person calls it: the name of its directory or file.
        digest: SHA-256 in hex over configuration and weights: where it is equal, predictions are.
        directory: The model directory; None for an official checkpoint.
        calibration: (peak, probability) knots, peaks ascending; empty where scores are the clamped peaks.
    """

    model: Gkdt
    name: str
    digest: str
    directory: Path | None
    calibration: Calibration = ()


def load_model(
    name_or_path: str | Path,
    *,
    device: str | torch.device = "cpu",
    dtype: torch.dtype = torch.float32,
    input_size: int | None = None,
) -> LoadedModel:
    """The model that a name or path means.

    Args:
        name_or_path: "bundled", a model directory, an official checkpoint (*.best), or the name of a model in
            the user's models folder.
        device: Where the weights go.
        dtype: In which the network computes; files are mostly stored in float16.
        input_size: Side of the square input, px, a multiple of 16 from 64 to 2048; None for the model's own.
            The weights are the same, the digest is another one. The calibration stays that of its own size.

    Raises:
        ModelFileError: There is no such model, its files are damaged, incomplete, foreign or unsafe, or it
            cannot work at this input size.
    """
    entry = find_model(name_or_path)
    if entry.kind is ModelKind.OFFICIAL:
        return _load_official(entry.path, device=device, dtype=dtype, input_size=input_size)
    directory = entry.path
    description, shapes = read_directory(directory)
    description = replace(description, network=description.network.at_input_size(input_size))
    name = directory.resolve().name
    network = empty_network(description.network, shapes, name)
    network = fill_network(network, read_weights(directory), name, device=device, dtype=dtype)
    digest = _directory_digest(description, directory)
    return LoadedModel(network, name, digest, directory, description.calibration)


def convert_official(path: str | Path, directory: str | Path, dtype: torch.dtype = torch.float16) -> Path:
    """Write an official checkpoint as a model directory, which is smaller and loads faster and more safely.

    Stored as float16, heatmaps of small random networks moved by up to 4e-4 and no peak left its cell; store
    float32 where the very numbers of the checkpoint are wanted.

    Raises:
        ModelFileError: The checkpoint cannot be used, or the directory not written.
    """
    entry = find_model(path)
    if entry.kind is not ModelKind.OFFICIAL:
        raise ModelFileError(f'"{path}" is not an official checkpoint.', hint="Choose a *.best file.")
    config, weights = read_official(entry.path)
    empty_network(config, _shapes(weights), entry.path.name)
    card = (
        f"# {Path(directory).name}\n\nConverted from the official GKDT checkpoint `{entry.path.name}`. "
        "The weights stay under their authors' licence, which allows non-commercial use only.\n"
    )
    return write_directory(Path(directory), ModelDescription(config), weights, dtype=dtype, card=card)


def _load_official(
    path: Path, *, device: str | torch.device, dtype: torch.dtype, input_size: int | None
) -> LoadedModel:
    config, weights = read_official(path)
    config = config.at_input_size(input_size)
    network = empty_network(config, _shapes(weights), path.name)
    network = fill_network(network, weights, path.name, device=device, dtype=dtype)
    digest = hashlib.sha256(ModelDescription(config).to_json().encode())
    for key in sorted(weights):
        tensor = weights[key]
        digest.update(f"\n{key} {tensor.dtype} {tuple(tensor.shape)}\n".encode())
        values: NDArray[np.uint8] = tensor.contiguous().reshape(-1).view(torch.uint8).numpy()
        digest.update(values.data)
    return LoadedModel(network, path.stem, digest.hexdigest(), None)


def _directory_digest(description: ModelDescription, directory: Path) -> str:
    # the description and not its file: blanks and line ends must not make it another model
    digest = hashlib.sha256(description.to_json().encode())
    with (directory / WEIGHTS_FILE).open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _shapes(weights: Mapping[str, Tensor]) -> dict[str, tuple[int, ...]]:
    return {key: tuple(tensor.shape) for key, tensor in weights.items()}
