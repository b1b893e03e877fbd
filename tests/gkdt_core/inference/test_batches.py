"""Batches halve on out-of-memory and nothing is lost or done twice."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import torch

from gkdt_core.inference.batches import DeviceMemoryError, in_batches


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
