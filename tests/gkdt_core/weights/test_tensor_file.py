"""Safetensors without the library: the same bytes out, and nothing believed on the way in."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from safetensors.torch import load_file, save_file

from gkdt_core.errors import ModelFileError
from gkdt_core.weights.stream import PIECE_BYTES, pieces, read_pieces, stored_bytes, write_weights
from gkdt_core.weights.tensor_file import read_header

TENSORS = {
    "b.matrix": torch.arange(12, dtype=torch.float32).reshape(3, 4),
    "a.vector": torch.tensor([0.5, -0.0, 1e-40]),
    "c.count": torch.tensor(7),
    "d.nothing": torch.zeros(0, 3),
    "é.scalar": torch.tensor(2.5),
}


def write(path: Path, header: Any, data: bytes = b"") -> Path:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)
    return path


@pytest.mark.parametrize("dtype", [torch.float32, torch.float16, torch.bfloat16])
def test_the_file_is_byte_for_byte_what_the_safetensors_library_writes(
    tmp_path: Path, dtype: torch.dtype
) -> None:
    record = write_weights(tmp_path / "ours", TENSORS, dtype)
    stored = {key: t.to(dtype) if t.ndim > 1 else t for key, t in TENSORS.items()}
    save_file(stored, tmp_path / "theirs", metadata={"format": "pt"})
    assert (tmp_path / "ours").read_bytes() == (tmp_path / "theirs").read_bytes()
    assert record.nbytes == (tmp_path / "ours").stat().st_size == stored_bytes(TENSORS, dtype)


def test_views_of_any_strides_are_written_in_the_order_of_their_rows(tmp_path: Path) -> None:
    draw = torch.Generator().manual_seed(0)
    packed = torch.randn(300, 40, generator=draw)
    views = {"third": packed.chunk(3)[1], "turned": packed.T, "stepped": packed[::7, ::3]}
    write_weights(tmp_path / "views", views, torch.float32)
    for key, tensor in load_file(tmp_path / "views").items():
        assert torch.equal(tensor, views[key]), key


@pytest.mark.parametrize(
    "shape", [(PIECE_BYTES // 2 + 3,), (3, PIECE_BYTES // 4 + 1), (2, 3, PIECE_BYTES // 4 + 5), (), (0, 5)]
)
def test_a_tensor_larger_than_a_piece_passes_in_pieces_and_loses_nothing(
    tmp_path: Path, shape: tuple[int, ...]
) -> None:
    tensor = torch.rand(shape, generator=torch.Generator().manual_seed(1))
    cut = list(pieces(tensor))
    assert sum(piece.numel() for piece in cut) == tensor.numel()
    assert all(piece.nbytes <= PIECE_BYTES for piece in cut)
    write_weights(tmp_path / "large", {"t": tensor}, torch.float32)
    assert torch.equal(load_file(tmp_path / "large")["t"], tensor)
    entry = read_header(tmp_path / "large")["t"]
    read = list(read_pieces(tmp_path / "large", entry))
    assert torch.equal(torch.cat(read) if read else torch.zeros(0), tensor.reshape(-1))


@given(
    st.dictionaries(
        st.text(min_size=1, max_size=6).filter(lambda name: name != "__metadata__"),
        st.tuples(st.sampled_from(["f", "i"]), st.lists(st.integers(0, 4), max_size=3)),
        max_size=6,
    )
)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_read_back_by_us_and_by_the_library(
    tmp_path: Path, described: dict[str, tuple[str, list[int]]]
) -> None:
    tensors = {
        key: torch.ones(shape) if kind == "f" else torch.ones(shape, dtype=torch.int64)
        for key, (kind, shape) in described.items()
    }
    path = tmp_path / "any"
    path.unlink(missing_ok=True)
    write_weights(path, tensors, torch.float16)
    assert {key: entry.shape for key, entry in read_header(path).items()} == {
        key: tuple(tensor.shape) for key, tensor in tensors.items()
    }
    assert load_file(path).keys() == tensors.keys()


def entry(dtype: str = "F32", shape: Any = (1,), offsets: Any = (0, 4)) -> dict[str, Any]:
    return {"dtype": dtype, "shape": list(shape), "data_offsets": list(offsets)}


@pytest.mark.parametrize(
    ("header", "data"),
    [
        ([], b""),
        ({"a": 3}, b""),
        ({"a": entry()}, b""),
        ({"a": entry()}, b"12345"),
        ({"a": entry(shape=(2,))}, b"1234"),
        ({"a": entry(shape=(-1,))}, b"1234"),
        ({"a": entry(shape=(1.0,))}, b"1234"),
        ({"a": entry(shape=(True,))}, b"1234"),
        ({"a": entry(shape=(2**60, 2**60))}, b"1234"),
        ({"a": entry(shape=[1] * 50)}, b"1234"),
        ({"a": entry(offsets=(4, 0))}, b"1234"),
        ({"a": entry(offsets=(4, 8))}, b"12345678"),
        ({"a": entry(), "b": entry()}, b"1234"),
        ({"a": entry(), "b": entry(offsets=(8, 12))}, b"123456789012"),
        ({"a": {**entry(), "more": 1}}, b"1234"),
        (b'{"a": {"dtype": "F32"', b""),
        (b'{"a": {}, "a": {}}', b""),
        (b"[" * 100_000, b""),
        (b"\xff\xfe{}", b""),
    ],
)
def test_a_header_that_lies_is_refused(tmp_path: Path, header: Any, data: bytes) -> None:
    with pytest.raises(ModelFileError, match="no complete safetensors file"):
        read_header(write(tmp_path / "model.safetensors", header, data))


@pytest.mark.parametrize("length", [0, 1, 2**24 + 1, 2**40, 2**63, 2**64 - 1])
def test_a_header_of_an_impossible_length_is_not_read(tmp_path: Path, length: int) -> None:
    path = tmp_path / "model.safetensors"
    path.write_bytes(struct.pack("<Q", length) + b"{}")
    with pytest.raises(ModelFileError, match="header would be"):
        read_header(path)


def test_a_huge_header_is_not_read_even_where_the_file_is_long_enough(tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    with path.open("wb") as file:
        file.write(struct.pack("<Q", 1 << 30))
        file.truncate(1 << 31)  # sparse: nothing of it is on the disk
    with pytest.raises(ModelFileError, match="header would be"):
        read_header(path)


def test_numbers_of_an_unknown_kind_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match='"a" is of the unknown type I8'):
        read_header(write(tmp_path / "model.safetensors", {"a": entry("I8", (4,))}, b"1234"))
