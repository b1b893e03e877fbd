"""Times, floating-point operations and memory: what a benchmark needs to be fair."""

from __future__ import annotations

import math
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

import torch
from torch.utils.flop_counter import FlopCounterMode

Work = Callable[[int], object]
"""What is timed; told the number of the round, so that nothing it uses need be the same twice."""
_MATMUL_SIDE = {"cpu": 2048, "cuda": 8192}


@dataclass(frozen=True, slots=True)
class Timing:
    """How long the runs of one piece of work took.

    Attributes:
        runs_ms: One duration for each run, ms.
    """

    runs_ms: tuple[float, ...]

    @property
    def median_ms(self) -> float:
        """The middle duration: what a person waits."""
        return statistics.median(self.runs_ms)

    @property
    def min_ms(self) -> float:
        """The shortest: what the machine can do when nothing disturbs it."""
        return min(self.runs_ms)

    def per(self, count: int) -> Timing:
        """The same, shared by `count` things done in each run."""
        return Timing(tuple(run / count for run in self.runs_ms))


def interleaved(works: Mapping[str, Work], rounds: int, wait: Callable[[], None]) -> dict[str, Timing]:
    """Times each work once a round, so that a disturbance of the machine meets all of them.

    Args:
        works: By name; every second round runs them backwards.
        rounds: At least 1.
        wait: Returns when the device is done with what it was given.
    """
    runs: dict[str, list[float]] = {name: [] for name in works}
    for index in range(rounds):
        order = list(works)
        for name in order if index % 2 == 0 else order[::-1]:
            runs[name].append(timed(works[name], index, wait))
    return {name: Timing(tuple(times)) for name, times in runs.items()}


def timed(work: Work, index: int, wait: Callable[[], None]) -> float:
    """How long one run takes, ms."""
    wait()
    start = time.perf_counter()
    work(index)
    wait()
    return (time.perf_counter() - start) * 1000


def device_wait(device: torch.device) -> Callable[[], None]:
    """Returns when `device` is done with what it was given."""
    if device.type == "cuda":
        return lambda: torch.cuda.synchronize(device)
    return lambda: None


def count_flops(work: Callable[[], object]) -> int:
    """Floating-point operations of the matrix products and convolutions in `work`: 2 for each multiply-add.

    Norms, activations and softmax are left out: they are what makes any network slower than its products.
    """
    with torch.inference_mode(), FlopCounterMode(display=False, custom_mapping=_uncounted()) as counter:
        work()
    return int(counter.get_total_flops())


def _attention_flops(query: Any, key: Any, value: Any, *_: Any, **__: Any) -> int:
    batch, heads, length, width = query
    return 2 * int(batch * heads * length * key[2] * (width + value[3]))


def _linear_flops(rows: Any, *_: Any, out_shape: Any = None, **__: Any) -> int:
    return 2 * int(math.prod(rows) * out_shape[-1])


def _uncounted() -> dict[Any, Any]:
    """What torch would call free: the CPU's attention, and products with packed weights."""
    found: dict[Any, Any] = {torch.ops.aten._scaled_dot_product_flash_attention_for_cpu: _attention_flops}
    # absent where torch is built without the library behind them
    for library, name in (("mkldnn", "_linear_pointwise"), ("quantized", "linear_dynamic_fp16")):
        if hasattr(getattr(torch.ops, library), name):
            found[getattr(getattr(torch.ops, library), name)] = _linear_flops
    return found


def matmul_work(device: torch.device, dtype: torch.dtype) -> tuple[Work, int]:
    """One square matrix product, and how many operations it has: the rate that no network exceeds."""
    side = _MATMUL_SIDE[device.type]
    left, right = (torch.randn(side, side, device=device).to(dtype) for _ in range(2))

    @torch.inference_mode()
    def run(_: int) -> object:
        return left @ right

    return run, 2 * side**3


def peak_memory() -> int:
    """The most memory this process ever had in use, bytes; 0 where the system does not say."""
    status = Path("/proc/self/status")
    if status.is_file():
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), 0)
    if sys.platform == "win32":
        return 0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


@dataclass(frozen=True, slots=True)
class Machine:
    """What the numbers were measured on.

    Attributes:
        processor: Its name.
        cores: Logical processors.
        threads: How many of them torch uses.
        platform: The operating system.
        python, torch, transformers: Versions.
        device: "cpu" or "cuda".
        device_name: The graphics card; the processor on the CPU.
        device_memory: Bytes of the graphics card; 0 on the CPU.
    """

    processor: str
    cores: int
    threads: int
    platform: str
    python: str
    torch: str
    transformers: str
    device: str
    device_name: str
    device_memory: int


def this_machine(device: torch.device) -> Machine:
    """The machine, with `device` as the one that runs the model."""
    name, memory = _processor(), 0
    if device.type == "cuda":
        properties = torch.cuda.get_device_properties(device)
        name, memory = properties.name, properties.total_memory
    return Machine(
        processor=_processor(),
        cores=os.cpu_count() or 1,
        threads=torch.get_num_threads(),
        platform=platform.platform(),
        python=platform.python_version(),
        torch=torch.__version__,
        transformers=metadata.version("transformers"),
        device=device.type,
        device_name=name,
        device_memory=memory,
    )


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.is_file():
        for line in info.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
