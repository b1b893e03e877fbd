"""Safetensors files without torch: what the header says, checked before anything is believed."""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gkdt_core.errors import ModelFileError

DTYPE_BYTES = {"F64": 8, "I64": 8, "F32": 4, "F16": 2, "BF16": 2}
"""The kinds of numbers that weights are made of, and how many bytes one takes."""
_MAX_HEADER = 16 << 20
_MAX_DIMS = 8
_METADATA = {"format": "pt"}


@dataclass(frozen=True, slots=True)
class TensorEntry:
    """One tensor of a file.

    Attributes:
        dtype: A key of `DTYPE_BYTES`.
        shape: Its sizes.
        start: Where it begins, bytes from the start of the file.
        nbytes: How long it is.
    """

    dtype: str
    shape: tuple[int, ...]
    start: int
    nbytes: int

    @property
    def numel(self) -> int:
        """How many numbers it has."""
        return math.prod(self.shape)


def read_header(path: Path) -> dict[str, TensorEntry]:
    """The tensors of a safetensors file by name, in the order they lie in it. Reads no weights.

    Raises:
        ModelFileError: The file cannot be read, or is not one whole safetensors file of known numbers.
    """
    what = f"{path.parent.name}/{path.name}"
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            (length,) = struct.unpack("<Q", file.read(8).ljust(8, b"\0"))
            if not (2 <= length <= min(_MAX_HEADER, size - 8)):
                raise _incomplete(what, f"its header would be {length} bytes long")
            header = json.loads(file.read(length), object_pairs_hook=_unique)
    except OSError as error:
        raise ModelFileError(
            f"{what} cannot be read: {error}", hint="Check that the file is there and may be read."
        ) from error
    except (ValueError, RecursionError) as error:
        raise _incomplete(what, f"its header cannot be read ({error})") from error
    if not isinstance(header, dict):
        raise _incomplete(what, "its header is no object")
    header.pop("__metadata__", None)
    entries = [(name, _entry(what, name, values, 8 + length)) for name, values in header.items()]
    entries.sort(key=lambda item: (item[1].start, item[1].nbytes))
    end = 8 + length
    for name, entry in entries:
        if entry.start != end:
            raise _incomplete(what, f'"{name[:80]}" does not begin where the tensor before it ends')
        end += entry.nbytes
    if end != size:
        raise _incomplete(what, f"it is {size} bytes long, its header speaks of {end}")
    return dict(entries)


def make_header(
    tensors: Mapping[str, tuple[str, tuple[int, ...]]],
) -> tuple[bytes, dict[str, TensorEntry]]:
    """The first bytes of a safetensors file of these tensors, and where each lies.

    The order is that of the safetensors library: wide numbers first, so that all stay aligned, then by name.

    Args:
        tensors: (dtype, shape) by name.
    """
    order = sorted(tensors, key=lambda name: (-DTYPE_BYTES[tensors[name][0]], tensors[name][0], name))
    header: dict[str, Any] = {"__metadata__": _METADATA}
    offset = 0
    for name in order:
        dtype, shape = tensors[name]
        nbytes = DTYPE_BYTES[dtype] * math.prod(shape)
        header[name] = {"dtype": dtype, "shape": list(shape), "data_offsets": [offset, offset + nbytes]}
        offset += nbytes
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)
    start = 8 + len(text)
    entries = {
        name: TensorEntry(
            tensors[name][0],
            tensors[name][1],
            start + header[name]["data_offsets"][0],
            header[name]["data_offsets"][1] - header[name]["data_offsets"][0],
        )
        for name in order
    }
    return struct.pack("<Q", len(text)) + text, entries


def _entry(what: str, name: str, values: Any, data: int) -> TensorEntry:
    if not isinstance(values, dict) or values.keys() != {"dtype", "shape", "data_offsets"}:
        raise _incomplete(what, f'"{name[:80]}" is not described')
    dtype, shape, offsets = values["dtype"], values["shape"], values["data_offsets"]
    if not isinstance(dtype, str) or dtype not in DTYPE_BYTES:
        raise ModelFileError(f'{what}: "{name[:80]}" is of the unknown type {str(dtype)[:20]}.')
    if not (
        _whole_numbers(shape) and len(shape) <= _MAX_DIMS and _whole_numbers(offsets) and len(offsets) == 2
    ):
        raise _incomplete(what, f'"{name[:80]}" has no possible shape or place')
    nbytes = DTYPE_BYTES[dtype] * math.prod(shape)
    if offsets[1] - offsets[0] != nbytes:
        raise _incomplete(what, f'"{name[:80]}" has not the place that its shape needs')
    return TensorEntry(dtype, tuple(shape), data + offsets[0], nbytes)


def _whole_numbers(values: Any) -> bool:
    return isinstance(values, list) and all(type(value) is int and 0 <= value < 1 << 53 for value in values)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a name is there twice")
    return values


def _incomplete(what: str, why: str) -> ModelFileError:
    return ModelFileError(
        f"{what} is no complete safetensors file: {why}.",
        hint="The file is damaged or was not copied to its end; fetch it again.",
    )
