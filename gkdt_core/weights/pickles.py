"""Weights in torch pickles from elsewhere: read without running what is in them, and their sizes."""

from __future__ import annotations

import pickle
import re
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from gkdt_core.errors import ModelFileError

StateDict = dict[str, Tensor]

_HEAD_WIDTH = 64
_LOAD_ERRORS = (
    *(RuntimeError, EOFError, OSError, ValueError, KeyError, IndexError, TypeError, AttributeError),
    *(AssertionError, OverflowError, MemoryError, struct.error),
)
"""What `torch.load` raises for files made by accident or on purpose; a pickle can ask for any memory."""


def read_pickle(path: Path, what: str) -> Any:
    """What a torch pickle holds; tensors are mapped from the file, not yet read. No code of it is run.

    Args:
        path: The file.
        what: What it should be, for messages: "GKDT checkpoint".

    Raises:
        ModelFileError: The file is cut off, of another kind, compressed, or holds more than weights.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            packed = any(entry.compress_type != zipfile.ZIP_STORED for entry in archive.infolist())
            doubled = len(set(archive.namelist())) != len(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ModelFileError(
            f"{path.name} is not a complete {what}.",
            hint="The download may have been cut off; compare its size with the source and fetch it again.",
        ) from error
    if packed:  # torch stores; a small compressed entry could unfold into any size
        raise ModelFileError(f"{path.name} is compressed, which {what}s are not.")
    if doubled:  # which of the two is meant depends on who reads
        raise ModelFileError(f"{path.name} has two entries of one name, which {what}s have not.")
    try:
        return torch.load(path, map_location="cpu", weights_only=True, mmap=True)
    except pickle.UnpicklingError as error:
        raise ModelFileError(
            f"{path.name} holds something other than weights, which was not opened: it could run code.",
            hint="Use checkpoints from their authors only.",
        ) from error
    except _LOAD_ERRORS as error:
        raise ModelFileError(
            f"{path.name} cannot be read as a checkpoint: {_first_line(error)}",
            hint="The file is damaged or of another kind; fetch it again.",
        ) from error


def plain_tensors(path: Path, values: Mapping[Any, Any], where: str) -> StateDict:
    """`values` as a state dict of tensors that are what they say.

    Args:
        path: The file they come from.
        values: Names and tensors, as unpickled.
        where: In which part of the file, for messages.

    Raises:
        ModelFileError: One is no plain tensor, or they claim more memory than the file could hold.
    """
    for key, tensor in values.items():
        if not isinstance(key, str) or not _is_plain(tensor):
            raise ModelFileError(f'{path.name}: "{str(key)[:80]}" {where} is not a plain tensor.')
    # a few stored bytes can pose as a tensor of any shape by strides of 0
    if sum(tensor.nbytes for tensor in values.values()) > 2 * path.stat().st_size:
        raise ModelFileError(f"{path.name} claims to hold more weights than the file has room for.")
    return dict(values)


def _is_plain(value: object) -> bool:
    return (
        isinstance(value, Tensor)
        and value.layout is torch.strided
        and value.device.type == "cpu"
        and (value.is_floating_point() or value.dtype is torch.int64)
    )


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__


class Shapes:
    """Sizes read off the tensors of a checkpoint; what is missing is named."""

    def __init__(self, what: str, state: Mapping[str, Tensor], kind: str = "GKDT checkpoint") -> None:
        """Args: what: The file, for messages. state: Its weights. kind: What it should be."""
        self._what = what
        self._kind = kind
        self._state = state

    def has(self, key: str) -> bool:
        return key in self._state

    def tensor(self, key: str, dims: int) -> Tensor:
        tensor = self._state.get(key)
        if tensor is None:
            raise ModelFileError(
                f'{self._what} lacks the weight "{key}".',
                hint=f"The file is no complete {self._kind}.",
            )
        if tensor.ndim != dims or 0 in tensor.shape:
            raise ModelFileError(
                f'{self._what}: "{key}" has shape {tuple(tensor.shape)}, expected {dims} dimensions.'
            )
        return tensor

    def size(self, key: str, dim: int, dims: int = 2) -> int:
        return int(self.tensor(key, dims).shape[dim])

    def count(self, prefix: str) -> int:
        """How many numbered parts there are: `prefix`0., `prefix`1., ... without a gap."""
        pattern = re.compile(re.escape(prefix) + r"(\d{1,4})\.")
        numbers = {int(match.group(1)) for key in self._state if (match := pattern.match(key))}
        if not numbers or numbers != set(range(len(numbers))):
            found = f"only {sorted(numbers)[:8]}" if numbers else "none"
            raise ModelFileError(
                f'{self._what}: the blocks "{prefix}0", "{prefix}1", ... are not complete ({found}).',
                hint=f"The file is no complete {self._kind}.",
            )
        return len(numbers)

    def heads(self, what: str, width: int) -> int:
        if width % _HEAD_WIDTH:
            raise ModelFileError(
                f"{self._what}: the {what} is {width} wide, which is no multiple of {_HEAD_WIDTH}."
            )
        return width // _HEAD_WIDTH
