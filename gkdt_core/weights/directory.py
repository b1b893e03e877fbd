"""Our own form of a model: a directory with `config.json` and `model.safetensors`."""

from __future__ import annotations

import dataclasses
import itertools
import json
import math
import os
import typing
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from gkdt_core.errors import ModelFileError
from gkdt_core.model.config import GkdtConfig
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.weights.locate import CARD_FILE, CONFIG_FILE, WEIGHTS_FILE

Calibration = tuple[tuple[float, float], ...]
"""(peak, probability) knots, peaks ascending: linear between, constant outside; empty clamps the peak."""

_FORMAT, _VERSION = "gkdt", 1
_KEYS = {"format", "version", "network", "calibration"}
_MAX_CONFIG_BYTES = 1 << 20
_MAX_SIZE = 1 << 20
"""No width, side or count of a sensible network is larger."""
_MAX_SIDE = 4096
"""Longest side of input and heatmaps: what one image may cost in memory."""
_MAX_KNOTS = 1000
_MAY_BE_ZERO = {
    "registers",
    "context_blocks",
    "pad_slots",
    "head_channels",
    "kg_heads",
    "dropout",
    "residual",
}
_BLOCK_COUNTS = {"depth", "layers", "kg_blocks", "context_blocks"}
_FLOATS = {"F64", "F32", "F16", "BF16"}


@dataclasses.dataclass(frozen=True, slots=True)
class ModelDescription:
    """What `config.json` says.

    Attributes:
        network: Sizes and choices of the network.
        calibration: From heatmap maxima to probabilities.
    """

    network: GkdtConfig
    calibration: Calibration = ()

    def to_json(self) -> str:
        """The text of `config.json`; the same description gives the same text."""
        values = {
            "format": _FORMAT,
            "version": _VERSION,
            "network": self.network.to_dict(),
            "calibration": [list(knot) for knot in self.calibration] or None,
        }
        return json.dumps(values, indent=2) + "\n"


def read_directory(directory: Path) -> tuple[ModelDescription, dict[str, tuple[int, ...]]]:
    """The description of a model directory, and the names and shapes of its weights. Reads no weights.

    Raises:
        ModelFileError: A file is missing, damaged, or says what cannot be.
    """
    shapes = _read_shapes(directory / WEIGHTS_FILE)
    path = directory / CONFIG_FILE
    what = f"{directory.name}/{CONFIG_FILE}"
    values = _read_json(path, what)
    unknown = sorted(values.keys() - _KEYS)
    if unknown:
        raise ModelFileError(
            f"{what} has unknown settings: {', '.join(unknown)}.",
            hint="The model may come from a newer version of this program.",
        )
    if values.get("format") != _FORMAT:
        raise ModelFileError(f'{what} does not describe a GKDT model: "format" is not "{_FORMAT}".')
    if values.get("version") != _VERSION:
        raise ModelFileError(
            f"{what} is of version {str(values.get('version'))[:20]}; this program reads version {_VERSION}.",
            hint="Update the program, or use another model.",
        )
    network = values.get("network")
    if not isinstance(network, dict):
        raise ModelFileError(f'{what} has no "network".')
    _check_sizes(network, len(shapes), what)
    try:
        config = GkdtConfig.from_dict(network)
    except ModelFileError as error:
        raise ModelFileError(f"{what}: {error.message}", hint=error.hint) from error
    _check_types(config, what)
    if max(config.input_size, config.heatmap_size) > _MAX_SIDE:
        raise ModelFileError(f"{what}: inputs or heatmaps would be more than {_MAX_SIDE} px wide.")
    return ModelDescription(config, _calibration(values.get("calibration"), what)), shapes


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
) -> Path:
    """Write a model directory; the files of one already there are replaced.

    Args:
        model: On any device.
        directory: Made when absent.
        dtype: Of the stored matrices. Vectors (norms, biases, statistics) stay float32: they are few, and the
            variance of a BatchNorm can be more than float16 holds.
        card: Text of MODEL_CARD.md; empty leaves out or keeps the file.
        calibration: (peak, probability) knots.

    Returns:
        The directory.

    Raises:
        ModelFileError: A weight is not finite or too large for `dtype`, or the files cannot be written.
    """
    knots = tuple((float(peak), float(probability)) for peak, probability in calibration)
    return write_directory(
        Path(directory), ModelDescription(model.config, knots), model.state_dict(), dtype=dtype, card=card
    )


def write_directory(
    directory: Path,
    description: ModelDescription,
    weights: Mapping[str, Tensor],
    *,
    dtype: torch.dtype,
    card: str,
) -> Path:
    """`save_model` for weights without their network."""
    _calibration([list(knot) for knot in description.calibration] or None, "The model")
    stored = {key: _stored(key, tensor, dtype) for key, tensor in weights.items()}
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with _replacing(directory / WEIGHTS_FILE) as path:
            save_file(stored, path, metadata={"format": "pt"})
        if card:
            with _replacing(directory / CARD_FILE) as path:
                path.write_text(card, encoding="utf-8")
        with _replacing(directory / CONFIG_FILE) as path:
            path.write_text(description.to_json(), encoding="utf-8")
    except (OSError, SafetensorError) as error:
        raise ModelFileError(
            f'The model cannot be written to "{directory}": {error}',
            hint="Check that the folder may be written to and the disk has room.",
        ) from error
    return directory


def _stored(key: str, tensor: Tensor, dtype: torch.dtype) -> Tensor:
    tensor = tensor.detach()
    if tensor.is_floating_point():
        tensor = tensor.to(dtype if tensor.ndim > 1 else torch.float32)
    if not torch.isfinite(tensor).all():
        raise ModelFileError(
            f'The weight "{key}" is not finite, or too large for {str(dtype).removeprefix("torch.")}.',
            hint="Store the model as float32, or look at why its training diverged.",
        )
    # a clone, because parts of one packed tensor share memory, which safetensors refuses to write
    return tensor.cpu().clone(memory_format=torch.contiguous_format)


@contextmanager
def _replacing(path: Path) -> typing.Iterator[Path]:
    """A file to write beside `path`, which takes its place when all went well."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.touch()
        mode = temporary.stat().st_mode
        yield temporary
        temporary.chmod(mode)  # safetensors lets nobody but the owner read, whatever the user's umask says
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


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


def _read_shapes(path: Path) -> dict[str, tuple[int, ...]]:
    shapes = {}
    with _readable(path), safe_open(path, framework="pt") as file:
        for key in file.keys():  # not a mapping
            part = file.get_slice(key)
            if part.get_dtype() not in _FLOATS and part.get_dtype() != "I64":
                raise ModelFileError(
                    f'{path.parent.name}/{path.name}: "{key}" is of the unknown type {part.get_dtype()}.'
                )
            shapes[key] = tuple(part.get_shape())
    return shapes


def _read_json(path: Path, what: str) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_CONFIG_BYTES + 1)
        if len(content) > _MAX_CONFIG_BYTES:
            raise ModelFileError(f"{what} is larger than {_MAX_CONFIG_BYTES >> 20} MiB.")
        values = json.loads(content)
    except OSError as error:
        raise ModelFileError(f"{what} cannot be read: {error}") from error
    except (ValueError, RecursionError) as error:
        raise ModelFileError(
            f"{what} is not valid JSON: {error}", hint="The file is damaged; fetch the model again."
        ) from error
    if not isinstance(values, dict):
        raise ModelFileError(f"{what} does not hold an object.")
    return values


def _check_sizes(values: Mapping[str, Any], weights: int, what: str) -> None:
    """Refuse sizes that could not be meant, before anything is computed from them."""
    for name, value in values.items():
        if isinstance(value, dict):
            _check_sizes(value, weights, what)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            limit = weights if name in _BLOCK_COUNTS else _MAX_SIZE  # a block has at least one weight
            large_enough = 0 <= value if name in _MAY_BE_ZERO else 0 < value
            if not (large_enough and value <= limit):  # NaN is neither
                raise ModelFileError(f'{what}: "{name}" is {str(value)[:30]}, which cannot be meant.')


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


def _calibration(knots: Any, what: str) -> Calibration:
    if knots is None:
        return ()
    try:
        pairs = tuple((float(peak), float(probability)) for peak, probability in knots)
    except (TypeError, ValueError, OverflowError):
        pairs = ()
    ascending = all(a[0] < b[0] for a, b in itertools.pairwise(pairs))
    possible = all(math.isfinite(peak) and 0 <= probability <= 1 for peak, probability in pairs)
    if not (2 <= len(pairs) <= _MAX_KNOTS and ascending and possible):
        raise ModelFileError(
            f'{what}: "calibration" must be at least two (peak, probability) pairs with ascending peaks and '
            "probabilities from 0 to 1."
        )
    return pairs
