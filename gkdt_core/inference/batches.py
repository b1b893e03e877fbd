"""Work in batches that halve when the device runs out of memory, and grow while it has room."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import torch

from gkdt_core.errors import GkdtError

log = logging.getLogger(__name__)

Item = TypeVar("Item")
Result = TypeVar("Result")

SAFE_SHARE = 0.6
"""Of the free memory that batches may fill: needs vary a little, and others use the card too."""
CALM_BATCHES = 16
"""After so many batches without a shortage, larger ones are tried again."""


class DeviceError(GkdtError):
    """The device that the model should run on is absent, lost or full."""


class DeviceMemoryError(DeviceError):
    """Even a single item does not fit into the graphics card's memory; the computer's may be larger."""


class DeviceLostError(DeviceError):
    """The graphics card stopped answering: this process cannot use it any more, the CPU it can."""


class BatchSize:
    """How many items go at once: few at first, as many as fit when measured, half after a shortage.

    Attributes:
        size: Items of the next batch.
    """

    def __init__(self, first: int, *, largest: int | None = None) -> None:
        """Args: first: Items of the first batch. largest: The most at once; None keeps to `first`, whatever
        is measured, and only halves when memory runs out.
        """
        self.size = first
        self._measures = largest is not None
        self._largest = first if largest is None else max(first, largest)
        self._ceiling = self._largest
        self._calm = 0

    def shrink(self, failed: int) -> None:
        """A batch of `failed` items did not fit."""
        self.size = self._ceiling = max(failed // 2, 1)
        self._calm = 0

    def went_well(self, count: int, *, taken: int, free: int) -> None:
        """A batch of `count` items took `taken` bytes at its peak, and `free` bytes are free without it.

        With nothing measured (`taken` 0) only the recovery from a shortage goes on.
        """
        if count < self.size:  # the rest at the end of the work says little
            return
        self._calm += 1
        if self._calm >= CALM_BATCHES and self._ceiling < self._largest:
            self._ceiling = min(self._ceiling * 2, self._largest)
            self._calm = 0
        if self._measures and taken > 0:
            fitting = int(free * SAFE_SHARE / (taken / count))
            # no more than eight times at once: the first, small batch is a rough measure
            self.size = max(min(fitting, self._ceiling, self.size * 8), 1)
        else:
            self.size = self._ceiling


def in_batches(
    items: Sequence[Item],
    run: Callable[[Sequence[Item]], list[Result]],
    *,
    batch_size: int | BatchSize,
) -> Iterator[list[Result]]:
    """Runs `items` in order, `batch_size` at a time, and yields each batch's results.

    A batch that does not fit into the device's memory is tried again in halves, and the smaller size is kept
    for the rest of the items (by a `BatchSize`, which may also grow meanwhile, for later calls too).

    Raises:
        DeviceError: A single item does not fit; a `DeviceMemoryError` where it is the card that is full.
    """
    sizes = BatchSize(batch_size) if isinstance(batch_size, int) else batch_size
    start = 0
    while start < len(items):
        batch = items[start : start + sizes.size]
        try:
            results = run(batch)
        except RuntimeError as error:
            if not out_of_memory(error):
                raise
            if len(batch) == 1:
                raise memory_error(error) from error
            results = None
        if results is None:  # outside the handler: the traceback there holds the batch's tensors
            sizes.shrink(len(batch))
            log.warning("the device is out of memory: batches of %d from here on", sizes.size)
            torch.cuda.empty_cache()
            continue
        start += len(batch)
        yield results


def out_of_memory(error: RuntimeError) -> bool:
    """Whether torch says with `error` that a device, or the computer, has too little memory."""
    # the allocator has its own class; the driver, cuBLAS and the allocator of the CPU only have words
    words = ("out of memory", "CUBLAS_STATUS_ALLOC_FAILED", "DefaultCPUAllocator")
    return isinstance(error, torch.OutOfMemoryError) or any(word in str(error) for word in words)


def memory_error(error: RuntimeError) -> DeviceError:
    """What a person reads when a single image does not fit."""
    if "DefaultCPUAllocator" in str(error):
        return DeviceError(
            "The computer has too little free memory for a single image.", hint="Close other programs."
        )
    return DeviceMemoryError(
        "The graphics card has too little free memory for a single image.",
        hint="Close other programs that use it, or choose the CPU (--device cpu).",
    )
