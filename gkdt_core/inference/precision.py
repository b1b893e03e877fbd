"""In which precision the encoders compute.

The image encoder, and on a graphics card the text tower, may compute in half precision. Prompts, kernels,
heatmaps and decoding stay in float32 always: they are cheap, and a peak must not move by rounding.
"""

from __future__ import annotations

import functools
import logging
import platform
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import torch
from torch import nn

log = logging.getLogger(__name__)

WORTHWHILE = 1.3
"""bf16 must be so much faster than fp32 on a CPU: it also costs accuracy."""
_TOKENS, _CHANNELS = 196, 768


class Precision(StrEnum):
    """What a person may ask for; `auto` is the fastest that the device does well."""

    AUTO = "auto"
    FP32 = "fp32"
    BF16 = "bf16"
    FP16 = "fp16"


_DTYPES = {
    Precision.FP32: torch.float32,
    Precision.BF16: torch.bfloat16,
    Precision.FP16: torch.float16,
}


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a device does in hardware.

    Attributes:
        kind: "cpu" or "cuda".
        bf16: Whether it has instructions for bfloat16.
        compute: Compute capability of a card, (major, minor); None for a CPU.
    """

    kind: str
    bf16: bool
    compute: tuple[int, int] | None = None


def choose_dtype(
    wanted: Precision | str,
    device: Capabilities,
    *,
    convolutional: bool,
    bf16_gain: Callable[[], float],
) -> torch.dtype:
    """What the image encoder computes in.

    Args:
        wanted: What a person asked for; anything but `auto` is done as asked.
        device: What the device can do.
        convolutional: Whether the image encoder is the small one of convolutions. On a CPU it stays in
            float32: the quick test below knows nothing about depthwise convolutions.
        bf16_gain: Measures how many times faster bf16 is than fp32 on this CPU; asked only where it matters.
    """
    precision = Precision(wanted)
    if precision is not Precision.AUTO:
        return _DTYPES[precision]
    if device.kind == "cuda":
        if device.bf16:
            return torch.bfloat16
        # from Volta on, half precision is several times faster; before, it is slower than single
        return torch.float16 if (device.compute or (0, 0)) >= (7, 0) else torch.float32
    if device.bf16 and not convolutional and bf16_gain() >= WORTHWHILE:
        return torch.bfloat16
    return torch.float32


def capabilities_of(device: torch.device) -> Capabilities:
    """What the device does in hardware, without trying."""
    if device.type != "cuda":
        return Capabilities("cpu", _cpu_has_bf16())
    with torch.cuda.device(device):
        # emulated bf16, which torch also calls supported, is slower than float32
        bf16 = torch.cuda.is_bf16_supported(including_emulation=False)
    return Capabilities("cuda", bf16, torch.cuda.get_device_capability(device))


@functools.cache
def measured_bf16_gain() -> float:
    """How many times faster bf16 is than fp32 on this CPU, by a few matrix products of an encoder's shapes.

    Takes below 0.2 s where bf16 is not far slower, and is measured once in a process.
    """
    generator = torch.Generator().manual_seed(0)
    tokens = torch.randn(_TOKENS, _CHANNELS, generator=generator)
    wide = torch.randn(4 * _CHANNELS, _CHANNELS, generator=generator)
    back = torch.randn(_CHANNELS, 4 * _CHANNELS, generator=generator)
    times: dict[torch.dtype, list[float]] = {torch.float32: [], torch.bfloat16: []}
    with torch.inference_mode():
        parts = {dtype: [part.to(dtype) for part in (tokens, wide, back)] for dtype in times}
        for turn in range(5):
            for dtype, (x, up, down) in parts.items():  # in turns: what disturbs, disturbs both
                start = time.perf_counter()
                nn.functional.linear(nn.functional.gelu(nn.functional.linear(x, up)), down)
                if turn:  # the first prepares
                    times[dtype].append(time.perf_counter() - start)
    gain = statistics.median(times[torch.float32]) / statistics.median(times[torch.bfloat16])
    log.info("bf16 is %.2f times as fast as fp32 on this CPU", gain)
    return gain


def is_convolutional(encoder: nn.Module) -> bool:
    """Whether the encoder is built of depthwise convolutions (a ViT has only its patches' one)."""
    return any(isinstance(part, nn.Conv2d) and part.groups > 1 for part in encoder.modules())


def set_precision(
    encoder: nn.Module, text_tower: nn.Module, device: torch.device, dtype: torch.dtype
) -> None:
    """Makes the image encoder, and on a graphics card the text tower, compute in `dtype`."""
    encoder.to(dtype)
    if device.type == "cuda":
        text_tower.to(dtype)


def dtype_words(dtype: torch.dtype, device: Capabilities) -> str:
    """The precision for people, for example "float32"; says so where it is not what the device does well."""
    name = str(dtype).removeprefix("torch.")
    slow_bf16 = dtype is torch.bfloat16 and not device.bf16
    if slow_bf16 or (dtype is torch.float16 and device.kind == "cpu"):
        return f"{name} (slower than float32 here)"
    return name


def automatic_words(device: torch.device) -> str:
    """What "auto" means on the device, for people: "float32", or what was measured of bfloat16."""
    able = capabilities_of(device)
    if able.kind == "cpu" and able.bf16:
        gain = measured_bf16_gain()
        used = "for ViT encoders" if gain >= WORTHWHILE else "not used"
        return f"bfloat16 measured {gain:.1f} x as fast as float32, {used}"
    chosen = choose_dtype(Precision.AUTO, able, convolutional=False, bf16_gain=measured_bf16_gain)
    return dtype_words(chosen, able)


def _cpu_has_bf16() -> bool:
    """Whether the CPU has instructions for bfloat16 (AVX512-BF16, AMX, or those of ARM)."""
    # torch has no public question for it in the versions we support; those it has differ
    for name in ("_is_avx512_bf16_supported", "_is_amx_tile_supported"):
        ask = getattr(torch.cpu, name, None)
        if ask is not None and ask():
            return True
    return _flags_name_bf16(_cpu_flags())


def _flags_name_bf16(flags: frozenset[str]) -> bool:
    return not flags.isdisjoint({"avx512_bf16", "amx_bf16", "bf16"})


def _cpu_flags() -> frozenset[str]:
    """The features that Linux lists; empty on other systems."""
    if platform.system() != "Linux":
        return frozenset()
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return frozenset()
    found = [line for line in lines if line.lower().startswith(("flags", "features"))]
    return frozenset(found[0].partition(":")[2].split()) if found else frozenset()
