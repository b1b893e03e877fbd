"""Work in batches that halve when the device runs out of memory."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import torch

from gkdt_core.errors import GkdtError

log = logging.getLogger(__name__)

Item = TypeVar("Item")
Result = TypeVar("Result")


class DeviceError(GkdtError):
    """The device that the model should run on is absent, lost or full."""


class DeviceMemoryError(DeviceError):
    """Even a single item does not fit into the device's memory."""


def in_batches(
    items: Sequence[Item],
    run: Callable[[Sequence[Item]], list[Result]],
    *,
    batch_size: int,
) -> Iterator[list[Result]]:
    """Runs `items` in order, `batch_size` at a time, and yields each batch's results.

    A batch that does not fit into the device's memory is tried again in halves, and the smaller size is kept
    for the rest of the items.

    Raises:
        DeviceMemoryError: A single item does not fit.
    """
    start = 0
    while start < len(items):
        batch = items[start : start + batch_size]
        try:
            results = run(batch)
        except torch.cuda.OutOfMemoryError as error:
            if len(batch) == 1:
                raise DeviceMemoryError(
                    "The graphics card has too little free memory for a single image.",
                    hint="Close other programs that use it, or choose the CPU (--device cpu).",
                ) from error
            results = None
        if results is None:  # outside the handler: the traceback there holds the batch's tensors
            batch_size = len(batch) // 2
            log.warning("the device is out of memory: batches of %d from here on", batch_size)
            torch.cuda.empty_cache()
            continue
        start += len(batch)
        yield results
