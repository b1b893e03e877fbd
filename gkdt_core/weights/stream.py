"""Writing and reading weights a piece at a time, so that a model need not fit into memory twice."""

from __future__ import annotations

import hashlib
import math
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import torch
from torch import Tensor

from gkdt_core.errors import ModelFileError
from gkdt_core.progress import Checkpoint, no_checkpoint
from gkdt_core.weights.config_file import WeightsRecord
from gkdt_core.weights.tensor_file import TensorEntry, make_header

PIECE_BYTES = 4 << 20
"""How much of a tensor is in hand at a time: enough for full speed, nothing beside a model."""
_DTYPES = {
    "F64": torch.float64,
    "F32": torch.float32,
    "F16": torch.float16,
    "BF16": torch.bfloat16,
    "I64": torch.int64,
}
_NAMES = {dtype: name for name, dtype in _DTYPES.items()}

Release = Callable[[Tensor], None]
"""Called with each piece of a source tensor that is no longer needed."""


def dtype_name(dtype: torch.dtype) -> str:
    """The name in a safetensors header; empty where it has none."""
    return _NAMES.get(dtype, "")


def stored_dtype(tensor: Tensor, dtype: torch.dtype) -> torch.dtype:
    """As what a weight is stored: matrices as `dtype`, vectors as float32, whole numbers as they are.

    Vectors (norms, biases, statistics) are few, and a BatchNorm's variance can be more than float16 holds.
    """
    if not tensor.is_floating_point():
        return tensor.dtype
    return dtype if tensor.ndim > 1 else torch.float32


def stored_bytes(weights: Mapping[str, Tensor], dtype: torch.dtype) -> int:
    """How long the file is that `write_weights` writes."""
    header, entries = _plan(weights, dtype)
    return len(header) + sum(entry.nbytes for entry in entries.values())


def write_weights(
    path: Path,
    weights: Mapping[str, Tensor],
    dtype: torch.dtype,
    *,
    checkpoint: Checkpoint = no_checkpoint,
    release: Release | None = None,
) -> WeightsRecord:
    """Write a new safetensors file.

    Args:
        path: Must not exist. What is there after an error is for the caller to remove.
        weights: On any device, of any strides.
        dtype: See `stored_dtype`.
        checkpoint: Called after every piece.
        release: See `Release`.

    Raises:
        ModelFileError: A weight is not finite, or too large for `dtype`.
        OSError: The file cannot be written.
    """
    header, entries = _plan(weights, dtype)
    digest = hashlib.sha256(header)
    total, done = max(1, sum(entry.nbytes for entry in entries.values())), 0
    with path.open("xb") as file:
        file.write(header)
        for key, entry in entries.items():
            for piece in pieces(weights[key].detach()):
                stored = piece.to("cpu").to(_DTYPES[entry.dtype])
                if stored.is_floating_point() and not torch.isfinite(stored).all():
                    raise ModelFileError(
                        f'The weight "{key}" is not finite, or too large for '
                        f"{str(_DTYPES[entry.dtype]).removeprefix('torch.')}.",
                        hint="Store the model as float32 (fp32), or look at why its training diverged.",
                    )
                values = stored.contiguous().reshape(-1).view(torch.uint8).numpy().data
                file.write(values)
                digest.update(values)
                done += len(values)
                if release is not None:
                    release(piece)
                checkpoint(done / total)
        file.flush()
        os.fsync(file.fileno())
    return WeightsRecord(digest.hexdigest(), len(header) + done)


def read_pieces(path: Path, entry: TensorEntry) -> Iterator[Tensor]:
    """The numbers of one tensor of a safetensors file, flat and in order, a piece at a time.

    Raises:
        OSError: The file cannot be read, or ends within the tensor.
    """
    dtype, left = _DTYPES[entry.dtype], entry.nbytes
    with path.open("rb") as file:
        file.seek(entry.start)
        while left:
            block = bytearray(min(PIECE_BYTES, left))
            if file.readinto(block) != len(block):
                raise OSError("the file ends within a tensor")
            left -= len(block)
            yield torch.frombuffer(block, dtype=dtype)


def _plan(weights: Mapping[str, Tensor], dtype: torch.dtype) -> tuple[bytes, dict[str, TensorEntry]]:
    tensors = {}
    for key, tensor in weights.items():
        kind = stored_dtype(tensor, dtype)
        if kind not in _NAMES:
            raise ModelFileError(f'The weight "{key}" is of the kind {kind}, which is not stored.')
        tensors[key] = (_NAMES[kind], tuple(tensor.shape))
    return make_header(tensors)


def pieces(tensor: Tensor) -> Iterator[Tensor]:
    """Views of a tensor that together are all of it, in order, none much above `PIECE_BYTES`."""
    if tensor.ndim == 0:
        yield tensor
        return
    row = tensor.element_size() * max(1, math.prod(tensor.shape[1:]))
    if row > PIECE_BYTES and tensor.ndim > 1:
        for part in tensor:
            yield from pieces(part)
        return
    rows = max(1, PIECE_BYTES // row)
    for first in range(0, len(tensor), rows):
        yield tensor[first : first + rows]
