"""Any model by name or path, ready to run."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch
from torch import Tensor

from gkdt_core.errors import ModelFileError
from gkdt_core.model.fusion import Fusion, Informed, informed_by
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.weights.config_file import MAX_UNKNOWN_KEYS, NO_SOURCE, Calibration, Source
from gkdt_core.weights.digests import model_digest, recall, remembered, weights_sha256
from gkdt_core.weights.directory import ModelDescription, read_directory, read_weights
from gkdt_core.weights.library import DTYPE_NAMES, ModelSummary, encoder_words
from gkdt_core.weights.locate import ModelEntry, ModelKind, bundled_directory, find_model
from gkdt_core.weights.network import empty_network, fill_network
from gkdt_core.weights.official import OfficialCheckpoint, read_official
from gkdt_core.weights.registry import released_models
from gkdt_core.weights.stream import dtype_name, pieces
from gkdt_core.wordings import Vocabulary

log = logging.getLogger(__name__)

TRAINING_FILE = "training.json"
"""What a training leaves beside its model."""


@dataclass(frozen=True, slots=True, eq=False)
class LoadedModel:
    """A model with its weights, and what a program must know beside them.

    Attributes:
        model: In evaluation mode.
        name: What a person calls it: the name of its directory or file.
        digest: SHA-256 in hex over configuration and weights: where it is equal, predictions are.
        directory: The model directory; None for an official checkpoint.
        calibration: (peak, probability) knots, peaks ascending; empty where scores are the clamped peaks.
        calibration_by_prompt: What stands in for it where "visual", "text" or "both" prompt a keypoint.
        source: Where the weights came from and under which terms, to be kept when more is trained from it.
    """

    model: Gkdt
    name: str
    digest: str
    directory: Path | None
    calibration: Calibration = ()
    source: Source = NO_SOURCE
    calibration_by_prompt: Mapping[str, Calibration] = field(default_factory=dict)

    @property
    def vocabulary(self) -> Vocabulary | None:
        """Whose words for ready-made keypoints it knows; None: those it was trained with here."""
        if self.directory is not None and self.directory.resolve() == bundled_directory().resolve():
            return Vocabulary.BUNDLED
        if self.directory is not None and (self.directory / TRAINING_FILE).is_file():
            return None
        return Vocabulary.RELEASED if self.source.file else None

    def informed(self, fusion: Fusion | None = None) -> Informed | None:
        """What heatmaps of words and supports are fused by, the model's own way by default; None is the mean.

        That is also what a model fuses by whose scores for words and for supports are not both calibrated, as
        those of the released ones are not.
        """
        return informed_by(fusion or self.model.config.fusion, self.calibration_by_prompt)


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
    found = read_directory(entry.path)
    stored = found.description.network
    config = stored.at_input_size(input_size)
    name = entry.path.resolve().name
    network = empty_network(config, found.shapes, name)
    network = fill_network(network, read_weights(entry.path), name, device=device, dtype=dtype)
    meant = found.config if config == stored else replace(found.config, network=config.to_dict())
    try:
        digest = model_digest(meant, weights_sha256(entry.path, found.config))
    except OSError as error:
        raise ModelFileError(f"The weights of {name} cannot be read: {error}") from error
    return LoadedModel(
        network,
        name,
        digest,
        entry.path,
        found.description.calibration,
        found.description.source,
        found.description.calibration_by_prompt,
    )


def official_source(path: Path, checkpoint: OfficialCheckpoint) -> Source:
    """What is known about the weights of an official checkpoint."""
    licence = released_models()[0].licence.name
    return Source(path.name, licence, tuple(key[:200] for key in checkpoint.unknown_keys[:MAX_UNKNOWN_KEYS]))


def summarize_official(entry: ModelEntry) -> ModelSummary:
    """`summarize` of an official checkpoint."""
    checkpoint = read_official(entry.path)
    config, source = checkpoint.config, official_source(entry.path, checkpoint)
    bytes_of: dict[str, int] = {}
    for tensor in checkpoint.weights.values():
        name = dtype_name(tensor.dtype)
        bytes_of[name] = bytes_of.get(name, 0) + tensor.nbytes
    sha256 = recall(entry.path)
    return ModelSummary(
        name=entry.name,
        kind=entry.kind,
        path=entry.path,
        nbytes=entry.path.stat().st_size,
        parameters=sum(tensor.numel() for tensor in checkpoint.weights.values()),
        encoder=encoder_words(config.to_dict()["image_encoder"]),
        input_size=config.input_size,
        heatmap_size=config.heatmap_size,
        pad_slots=config.pad_slots,
        dtype=DTYPE_NAMES.get(max(bytes_of, key=bytes_of.__getitem__), ""),
        digest=model_digest(ModelDescription(config).to_file(), sha256) if sha256 else "",
        calibrated=False,
        licence=source.licence,
        card="",
        extra_keys=source.unknown_keys,
    )


def _load_official(
    path: Path, *, device: str | torch.device, dtype: torch.dtype, input_size: int | None
) -> LoadedModel:
    checkpoint = read_official(path)
    config = checkpoint.config.at_input_size(input_size)
    if checkpoint.unknown_keys:
        log.warning("%s: left out what this program does not know: %s", path.name, checkpoint.unknown_words())
    network = empty_network(config, shapes_of(checkpoint.weights), path.name)
    network = fill_network(network, checkpoint.weights, path.name, device=device, dtype=dtype)
    sha256 = remembered(path, lambda: _weights_sha256(checkpoint.weights))
    digest = model_digest(ModelDescription(config).to_file(), sha256)
    return LoadedModel(network, path.stem, digest, None, (), official_source(path, checkpoint))


def shapes_of(weights: Mapping[str, Tensor]) -> dict[str, tuple[int, ...]]:
    """The shapes of weights by name."""
    return {key: tuple(tensor.shape) for key, tensor in weights.items()}


def _weights_sha256(weights: Mapping[str, Tensor]) -> str:
    # the weights and not their file: most of a checkpoint is the optimizer's state
    digest = hashlib.sha256()
    for key in sorted(weights):
        tensor = weights[key]
        digest.update(f"\n{key} {tensor.dtype} {tuple(tensor.shape)}\n".encode())
        for piece in pieces(tensor):
            digest.update(piece.contiguous().reshape(-1).view(torch.uint8).numpy().data)
    return digest.hexdigest()
