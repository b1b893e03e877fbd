"""Official checkpoints, written once as model directories."""

from __future__ import annotations

import ctypes
import mmap
import sys
from pathlib import Path

import torch
from torch import Tensor

from gkdt_core.errors import ModelFileError
from gkdt_core.model.dinov3 import DinoV3Config
from gkdt_core.progress import Checkpoint, no_checkpoint
from gkdt_core.weights.directory import ModelDescription, write_directory
from gkdt_core.weights.library import ConversionReport
from gkdt_core.weights.load import official_source, shapes_of
from gkdt_core.weights.locate import CONFIG_FILE, WEIGHTS_FILE, ModelKind, find_model
from gkdt_core.weights.network import empty_network
from gkdt_core.weights.official import OfficialCheckpoint, read_official
from gkdt_core.weights.registry import ReleasedLayout, ReleasedModel
from gkdt_core.weights.staging import check_place

_DTYPES = {"fp32": torch.float32, "fp16": torch.float16, "bf16": torch.bfloat16}


def convert_checkpoint(
    file: str | Path,
    directory: Path,
    *,
    dtype: str,
    released: ReleasedModel | None = None,
    checkpoint: Checkpoint = no_checkpoint,
) -> ConversionReport:
    """`library.convert`."""
    if dtype not in _DTYPES:
        raise ModelFileError(
            f'Weights cannot be stored as "{dtype}".', hint=f"Choose one of {', '.join(_DTYPES)}."
        )
    entry = find_model(file)
    if entry.kind is not ModelKind.OFFICIAL:
        raise ModelFileError(f'"{file}" is not an official checkpoint.', hint="Choose a *.best file.")
    check_place(directory)
    if directory.is_dir() and any(directory.iterdir()):
        raise ModelFileError(
            f'The folder "{directory}" is not empty.',
            hint="Give the name of a new folder, or remove it first.",
        )
    read = read_official(entry.path)
    if released is not None:
        _check_layout(entry.path, read, released)
    empty_network(read.config, shapes_of(read.weights), entry.path.name)
    write_directory(
        directory,
        ModelDescription(read.config, source=official_source(entry.path, read)),
        read.weights,
        dtype=_DTYPES[dtype],
        card=_card(directory.absolute().name, entry.path.name, dtype, read, released),
        checkpoint=checkpoint,
        release=_Mapping(entry.path).release,
    )
    written = (directory / name for name in (CONFIG_FILE, WEIGHTS_FILE))
    return ConversionReport(
        directory,
        sum(path.stat().st_size for path in written),
        sum(tensor.numel() for tensor in read.weights.values()),
        read.unknown_keys,
    )


def _check_layout(path: Path, read: OfficialCheckpoint, released: ReleasedModel) -> None:
    encoder = read.config.image_encoder
    assert isinstance(encoder, DinoV3Config)
    found = ReleasedLayout(encoder.channels, encoder.depth, encoder.heads, encoder.gated_mlp)
    if found != released.layout:
        raise ModelFileError(
            f"{path.name} is not {released.name}: its image encoder has {found.words()}; that of "
            f"{released.name} has {released.layout.words()}.",
            hint="Choose the file of that model, or leave out which released model it is.",
        )


def _card(name: str, file: str, dtype: str, read: OfficialCheckpoint, released: ReleasedModel | None) -> str:
    lines = [f"# {name}", "", f"Converted from the official GKDT checkpoint `{file}`, stored as {dtype}."]
    if released is not None:
        lines += ["", f"Released by its authors as {released.title}: {released.page}"]
    lines += ["", "The weights stay under their authors' licence, which allows non-commercial use only."]
    if read.unknown_keys:
        lines += ["", f"Left out, because this program does not know it: {read.unknown_words()}."]
    return "\n".join(lines) + "\n"


class _Mapping:
    """Where a file is mapped into memory, so that pages that were read can be given back.

    Without this every page that was ever read counts as memory of the program until the system needs it. Only
    Linux tells where a file is mapped; elsewhere nothing is given back, and the system takes what it needs.
    """

    def __init__(self, path: Path) -> None:
        self._ranges: list[tuple[int, int]] = []
        if not sys.platform.startswith("linux"):
            return
        name = str(path.resolve())
        with open("/proc/self/maps", encoding="utf-8", errors="surrogateescape") as lines:
            for line in lines:
                addresses, mode, _, _, _, *where = line.rstrip("\n").split(None, 5)
                if where == [name] and mode.endswith("p"):
                    start, end = (int(address, 16) for address in addresses.split("-"))
                    self._ranges.append((start, end))
        self._libc = ctypes.CDLL(None, use_errno=True)

    def release(self, piece: Tensor) -> None:
        """Gives back the pages of a piece that lies in the mapped file; anything else is left alone."""
        first = piece.data_ptr()
        last = first + piece.element_size() * (
            1 + sum((size - 1) * stride for size, stride in zip(piece.shape, piece.stride(), strict=True))
        )
        for start, end in self._ranges:
            if start <= first and last <= end:
                page = mmap.PAGESIZE
                begin = first // page * page
                length = -(-last // page) * page - begin
                # a private mapping that nobody wrote to: its pages come back from the file when needed
                self._libc.madvise(ctypes.c_void_p(begin), ctypes.c_size_t(length), mmap.MADV_DONTNEED)
                return
