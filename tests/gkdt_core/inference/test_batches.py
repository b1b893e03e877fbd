"""Batches halve on out-of-memory and nothing is lost or done twice."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import torch

from gkdt_core.inference.batches import (
    CALM_BATCHES,
    SAFE_SHARE,
    BatchSize,
    DeviceError,
    DeviceMemoryError,
    in_batches,
)


class SmallDevice:
    """Stands for a device (not ours) whose memory holds `room` items."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.sizes: list[int] = []

    def double(self, batch: Sequence[int]) -> list[int]:
        if len(batch) > self.room:
            raise torch.cuda.OutOfMemoryError("CUDA out of memory")
        self.sizes.append(len(batch))
        return [2 * item for item in batch]


def test_results_come_in_order() -> None:
    device = SmallDevice(room=100)
    assert list(in_batches(range(7), device.double, batch_size=3)) == [[0, 2, 4], [6, 8, 10], [12]]


def test_out_of_memory_halves_the_batch_and_loses_nothing() -> None:
    device = SmallDevice(room=3)
    results = [x for batch in in_batches(range(20), device.double, batch_size=16) for x in batch]
    assert results == [2 * x for x in range(20)]
    assert max(device.sizes) <= 3


def test_a_single_item_without_room_is_an_error_with_a_remedy() -> None:
    with pytest.raises(DeviceMemoryError, match="single image") as caught:
        list(in_batches(range(4), SmallDevice(room=0).double, batch_size=4))
    assert "--device cpu" in caught.value.hint


def test_a_computer_without_memory_halves_too_and_is_not_called_a_card() -> None:
    def run(batch: Sequence[int]) -> list[int]:
        if len(batch) > 2 or 9 in batch:
            raise RuntimeError("[enforce fail at alloc_cpu.cpp:121] . DefaultCPUAllocator: can't allocate")
        return list(batch)

    assert [x for batch in in_batches(range(8), run, batch_size=8) for x in batch] == list(range(8))
    with pytest.raises(DeviceError, match="The computer") as caught:
        list(in_batches(range(12), run, batch_size=8))
    assert not isinstance(caught.value, DeviceMemoryError)


def test_other_errors_are_not_retried() -> None:
    calls = 0

    def run(batch: Sequence[int]) -> list[int]:
        nonlocal calls
        calls += 1
        raise RuntimeError("mat1 and mat2 shapes cannot be multiplied")

    with pytest.raises(RuntimeError, match="mat1"):
        list(in_batches(range(8), run, batch_size=8))
    assert calls == 1


def test_the_smaller_size_is_kept_for_the_next_call() -> None:
    device, sizes = SmallDevice(room=5), BatchSize(16)
    for _ in range(2):
        list(in_batches(range(32), device.double, batch_size=sizes))
    assert sizes.size == 4
    assert device.sizes == [4] * 16  # the second call failed nowhere


def test_a_fixed_size_does_not_grow_whatever_is_free() -> None:
    sizes = BatchSize(3)
    for _ in range(50):
        sizes.went_well(3, taken=1, free=10**9)
    assert sizes.size == 3


def test_the_first_batch_says_how_many_fit() -> None:
    sizes = BatchSize(4, largest=64)
    sizes.went_well(4, taken=400, free=2000)
    assert sizes.size == int(2000 * SAFE_SHARE / 100)


def test_the_size_grows_by_steps_up_to_the_largest() -> None:
    sizes = BatchSize(4, largest=64)
    sizes.went_well(4, taken=4, free=10**9)
    assert sizes.size == 32
    sizes.went_well(32, taken=32, free=10**9)
    assert sizes.size == 64
    sizes.went_well(64, taken=64, free=10**9)
    assert sizes.size == 64


def test_the_size_falls_when_another_program_takes_the_memory() -> None:
    sizes = BatchSize(4, largest=64)
    sizes.went_well(4, taken=400, free=100_000)
    sizes.went_well(32, taken=3200, free=1000)
    assert sizes.size == 6
    sizes.went_well(6, taken=600, free=10)
    assert sizes.size == 1


def test_the_rest_at_the_end_says_nothing() -> None:
    sizes = BatchSize(4, largest=64)
    sizes.went_well(1, taken=10**9, free=10)
    assert sizes.size == 4


def test_after_a_shortage_larger_batches_are_tried_again_in_time() -> None:
    sizes = BatchSize(4, largest=64)
    sizes.went_well(4, taken=4, free=10**9)
    sizes.shrink(32)
    assert sizes.size == 16
    for _ in range(CALM_BATCHES - 1):
        sizes.went_well(sizes.size, taken=1, free=10**9)
        assert sizes.size == 16
    sizes.went_well(sizes.size, taken=1, free=10**9)
    assert sizes.size == 32
    fixed = BatchSize(8)
    fixed.shrink(8)
    for _ in range(CALM_BATCHES):
        fixed.went_well(fixed.size, taken=0, free=0)
    assert fixed.size == 8
