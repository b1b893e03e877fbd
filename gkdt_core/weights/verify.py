"""Checking a model directory to the last byte."""

from __future__ import annotations

from pathlib import Path

import torch

from gkdt_core.errors import ModelFileError
from gkdt_core.progress import Checkpoint
from gkdt_core.weights.config_file import ConfigFile, read_config
from gkdt_core.weights.digests import file_sha256
from gkdt_core.weights.directory import describe
from gkdt_core.weights.library import CheckedFile, VerificationReport
from gkdt_core.weights.locate import BUNDLED, CONFIG_FILE, WEIGHTS_FILE, ModelKind, find_model
from gkdt_core.weights.network import empty_network
from gkdt_core.weights.stream import read_pieces
from gkdt_core.weights.tensor_file import TensorEntry, read_header

_MAX_NAMED = 10
_HASHING = 0.5
"""Share of the whole work that the digest is; the other is looking at the numbers."""


def verify_directory(directory: str | Path, *, checkpoint: Checkpoint) -> VerificationReport:
    """`library.verify`."""
    path = Path(directory).expanduser()
    if directory == BUNDLED or not path.is_dir():
        entry = find_model(directory)
        if entry.kind is ModelKind.OFFICIAL:
            raise ModelFileError(
                f"{entry.name} is an official checkpoint, which is checked when it is converted.",
                hint="Convert it with `gkdt models convert`, then verify the folder.",
            )
        path = entry.path
    problems: list[str] = []
    notes: list[str] = []
    try:
        tensors = read_header(path / WEIGHTS_FILE)
    except ModelFileError as error:
        problems.append(error.message)
        tensors = None
    config = None
    try:
        # without a header there is no number of weights to hold the sizes against: any plausible one will do
        config = read_config(path, 1 << 20 if tensors is None else len(tensors))
        network = describe(config, f"{path.name}/{CONFIG_FILE}").network
        if tensors is not None:
            empty_network(network, {key: entry.shape for key, entry in tensors.items()}, path.name)
    except ModelFileError as error:
        problems.append(error.message)
    files: list[CheckedFile] = []
    for name in (CONFIG_FILE, WEIGHTS_FILE):
        try:
            done = (lambda share: checkpoint(_HASHING * share)) if name == WEIGHTS_FILE else _quick
            sha256 = file_sha256(path / name, done)
            files.append(CheckedFile(name, (path / name).stat().st_size, sha256))
        except OSError as error:
            if not any(name in problem for problem in problems):
                problems.append(f"{path.name}/{name} cannot be read: {error}")
    weights = next((file for file in files if file.name == WEIGHTS_FILE), None)
    if config is not None and weights is not None:
        problems += _against_record(path, config, weights, notes)
    if tensors is not None:
        problems += _not_finite(path, tensors, checkpoint)
    checkpoint(1.0)
    return VerificationReport(tuple(problems), tuple(notes), tuple(files))


def _quick(share: float) -> None:
    """Work too short to be cancelled."""


def _against_record(path: Path, config: ConfigFile, weights: CheckedFile, notes: list[str]) -> list[str]:
    record = config.weights
    if record is None:
        notes.append(
            f"{path.name}/{CONFIG_FILE} has no SHA-256 of the weights to compare with: it was written by an "
            "early version of this program."
        )
        return []
    if record.nbytes != weights.nbytes:
        return [
            f"{path.name}/{WEIGHTS_FILE} is {weights.nbytes} bytes long; {CONFIG_FILE} was written for "
            f"{record.nbytes}."
        ]
    if record.sha256 != weights.sha256:
        return [
            f"{path.name}/{WEIGHTS_FILE} was changed or damaged: its SHA-256 is {weights.sha256}; "
            f"{CONFIG_FILE} was written for {record.sha256}."
        ]
    return []


def _not_finite(path: Path, tensors: dict[str, TensorEntry], checkpoint: Checkpoint) -> list[str]:
    total, done = max(1, sum(entry.nbytes for entry in tensors.values())), 0
    wrong = []
    try:
        for name, entry in tensors.items():
            finite = True
            for piece in read_pieces(path / WEIGHTS_FILE, entry):
                finite = finite and (not piece.is_floating_point() or bool(torch.isfinite(piece).all()))
                done += piece.nbytes
                checkpoint(_HASHING + (1 - _HASHING) * done / total)
            if not finite:
                wrong.append(
                    f'{path.name}/{WEIGHTS_FILE}: "{name}" holds values that are not finite numbers.'
                )
    except OSError as error:
        wrong.append(f"{path.name}/{WEIGHTS_FILE} cannot be read: {error}")
    if len(wrong) > _MAX_NAMED:
        wrong = [*wrong[:_MAX_NAMED], f"... and {len(wrong) - _MAX_NAMED} weights more."]
    return wrong
