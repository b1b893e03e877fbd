"""Our own form of a model: a directory with `config.json` and `model.safetensors`."""

from __future__ import annotations

import dataclasses
import os
import typing
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from torch import Tensor

from gkdt_core.errors import ModelFileError
from gkdt_core.model.config import GkdtConfig
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.progress import Checkpoint, no_checkpoint
from gkdt_core.weights.config_file import (
    NO_SOURCE,
    Calibration,
    ConfigFile,
    Source,
    checked_calibration,
    checked_calibrations,
    read_config,
)
from gkdt_core.weights.locate import CARD_FILE, CONFIG_FILE, WEIGHTS_FILE
from gkdt_core.weights.staging import check_place, check_room, staged
from gkdt_core.weights.stream import Release, stored_bytes, write_weights
from gkdt_core.weights.tensor_file import read_header

_MAX_SIDE = 4096
"""Longest side of input and heatmaps: what one image may cost in memory."""


@dataclasses.dataclass(frozen=True, slots=True)
class ModelDescription:
    """What a model is beside its weights.

    Attributes:
        network: Sizes and choices of the network.
        calibration: From heatmap maxima to probabilities.
        source: Where its weights came from.
        calibration_by_prompt: See `ConfigFile`.
    """

    network: GkdtConfig
    calibration: Calibration = ()
    source: Source = NO_SOURCE
    calibration_by_prompt: Mapping[str, Calibration] = dataclasses.field(default_factory=dict)

    def to_file(self) -> ConfigFile:
        """The values of its `config.json`, without a record of the weights."""
        return ConfigFile(
            self.network.to_dict(), self.calibration, None, self.source, self.calibration_by_prompt
        )


@dataclasses.dataclass(frozen=True, slots=True)
class ModelDirectory:
    """A model directory before its weights are read.

    Attributes:
        description: What the model is.
        config: What its `config.json` says, word for word.
        shapes: Of the weights, by name.
    """

    description: ModelDescription
    config: ConfigFile
    shapes: Mapping[str, tuple[int, ...]]


def read_directory(directory: Path) -> ModelDirectory:
    """The description of a model directory, and the names and shapes of its weights. Reads no weights.

    Raises:
        ModelFileError: A file is missing, damaged, or says what cannot be.
    """
    shapes = {key: entry.shape for key, entry in read_header(directory / WEIGHTS_FILE).items()}
    config = read_config(directory, len(shapes))
    return ModelDirectory(describe(config, f"{directory.name}/{CONFIG_FILE}"), config, shapes)


def describe(config: ConfigFile, what: str) -> ModelDescription:
    """The description that the values of a `config.json` mean.

    Raises:
        ModelFileError: They mean none.
    """
    try:
        network = GkdtConfig.from_dict(config.network)
    except ModelFileError as error:
        raise ModelFileError(f"{what}: {error.message}", hint=error.hint) from error
    _check_types(network, what)
    if max(network.input_size, network.heatmap_size) > _MAX_SIDE:
        raise ModelFileError(f"{what}: inputs or heatmaps would be more than {_MAX_SIDE} px wide.")
    return ModelDescription(network, config.calibration, config.source, config.calibration_by_prompt)


def read_weights(directory: Path) -> dict[str, Tensor]:
    """The weights of a model directory by name, as they are stored. They may be mapped from the file."""
    path = directory / WEIGHTS_FILE
    with _readable(path), safe_open(path, framework="pt") as file:
        return {key: file.get_tensor(key) for key in file.keys()}  # not a mapping


def save_model(
    model: Gkdt,
    directory: str | Path,
    *,
    dtype: torch.dtype = torch.float16,
    card: str = "",
    calibration: Sequence[tuple[float, float]] = (),
    calibration_by_prompt: Mapping[str, Sequence[tuple[float, float]]] | None = None,
    source: Source = NO_SOURCE,
) -> Path:
    """Write a model directory; the files of one already there are replaced.

    Args:
        model: On any device.
        directory: Made when absent.
        dtype: Of the stored matrices; vectors stay float32.
        card: Text of MODEL_CARD.md; empty leaves out or keeps the file.
        calibration: (peak, probability) knots.
        calibration_by_prompt: What stands in for it by kind of prompt: "visual", "text", "both".
        source: Where the weights came from: a model trained from others is still under their terms.

    Returns:
        The directory.

    Raises:
        ModelFileError: A weight is not finite or too large for `dtype`, or the files cannot be written.
    """
    knots = tuple((float(peak), float(probability)) for peak, probability in calibration)
    by_prompt = checked_calibrations(calibration_by_prompt, "The model")
    description = ModelDescription(model.config, knots, source, by_prompt)
    return write_directory(Path(directory), description, model.state_dict(), dtype=dtype, card=card)


def write_directory(
    directory: Path,
    description: ModelDescription,
    weights: Mapping[str, Tensor],
    *,
    dtype: torch.dtype,
    card: str,
    checkpoint: Checkpoint = no_checkpoint,
    release: Release | None = None,
) -> Path:
    """`save_model` for weights without their network; they pass through memory a piece at a time.

    After any error, `Cancelled` from the checkpoint included, everything is as it was before.

    Args:
        release: See `stream.Release`.
    """
    checked_calibration([list(knot) for knot in description.calibration] or None, "The model")
    check_place(directory)
    check_room(directory, stored_bytes(weights, dtype))
    try:
        with staged(directory) as part:
            record = write_weights(
                part / WEIGHTS_FILE, weights, dtype, checkpoint=checkpoint, release=release
            )
            if card:
                (part / CARD_FILE).write_text(card, encoding="utf-8")
            config = dataclasses.replace(description.to_file(), weights=record)
            with (part / CONFIG_FILE).open("w", encoding="utf-8") as file:
                file.write(config.to_json())
                file.flush()
                os.fsync(file.fileno())
    except OSError as error:
        raise ModelFileError(
            f'The model cannot be written to "{directory}": {error}',
            hint="Check that the folder may be written to and the disk has room.",
        ) from error
    return directory


@contextmanager
def _readable(path: Path) -> typing.Iterator[None]:
    try:
        yield
    except SafetensorError as error:
        raise ModelFileError(
            f"{path.parent.name}/{path.name} is no complete safetensors file: {error}",
            hint="The file is damaged or was not copied to its end; fetch it again.",
        ) from error
    except OSError as error:
        raise ModelFileError(
            f"{path.parent.name}/{path.name} cannot be read: {error}",
            hint="Check that the file is there and may be read.",
        ) from error


def _check_types(config: Any, what: str) -> None:
    """Refuse values of another kind than the dataclass says: JSON brings any."""
    hints = typing.get_type_hints(type(config))
    for field in dataclasses.fields(config):
        value, hint = getattr(config, field.name), hints[field.name]
        if dataclasses.is_dataclass(value):
            _check_types(value, what)
            continue
        kinds = {int: (int,), float: (int, float), bool: (bool,)}.get(hint, (str,))
        if type(value) not in kinds:
            raise ModelFileError(
                f'{what}: "{field.name}" is {str(value)[:30]}, expected {kinds[-1].__name__}.'
            )
