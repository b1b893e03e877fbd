"""Linear maps whose weights lie as the CPU's matrix kernels read them: for few rows that is twice as fast."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

# A plain product copies the weights into this order each time. With few rows that is most of the work: on two
# cores 18 rows through sixteen matrices of 1024 x 1024 took 10.3 ms plain, 6.4 ms packed, and 4.4 ms packed
# as float16, which halves what has to be read. Above some 300 rows the three are alike, and small weights,
# which stay in the processor's cache, are faster plain (192 x 192: 0.023 ms against 0.039 ms).
_MOST_ROWS = 256
_FEWEST_WEIGHTS = 2**18

Product = Callable[[Tensor], Tensor]
Pack = Callable[[Tensor, Tensor], Product]


class PackedLinear:
    """`F.linear` with one weight (O, I) and bias (O,), for float32 on the CPU, without gradients.

    Holds a second copy of the weight: of half the size where every weight is a float16 number, as in models
    that are stored so; the products are float32 in either case. It does not follow a weight that changes
    afterwards.
    """

    def __init__(self, weight: Tensor, bias: Tensor) -> None:
        self._weight, self._bias = weight.detach(), bias.detach()
        self._product: Product | None = None
        if weight.numel() < _FEWEST_WEIGHTS:
            return
        for pack in (_pack_half, _pack_whole) if _is_half(self._weight) else (_pack_whole,):
            if _works(pack):
                self._product = pack(self._weight, self._bias)
                return

    def __call__(self, x: Tensor) -> Tensor:
        """(..., I) -> (..., O)."""
        if self._product is None or x.numel() > _MOST_ROWS * x.shape[-1] or x.numel() == 0:
            return F.linear(x, self._weight, self._bias)
        return self._product(x)


def suits_packing(tensor: Tensor) -> bool:
    """Whether products with `tensor` may go through packed weights."""
    return tensor.device.type == "cpu" and tensor.dtype is torch.float32


def _is_half(weight: Tensor) -> bool:
    """Whether float16 holds every weight as it is."""
    return bool((weight.half().float() == weight).all())


def _pack_whole(weight: Tensor, bias: Tensor) -> Product:
    packed = torch.ops.mkldnn._reorder_linear_weight(weight.contiguous(), None)

    def product(x: Tensor) -> Tensor:
        out: Tensor = torch.ops.mkldnn._linear_pointwise(x, packed, bias, "none", [], "")
        return out

    return product


def _pack_half(weight: Tensor, bias: Tensor) -> Product:
    packed: Any = torch.ops.quantized.linear_prepack_fp16(weight.contiguous(), bias)

    def product(x: Tensor) -> Tensor:
        out: Tensor = torch.ops.quantized.linear_dynamic_fp16(x, packed)
        return out

    return product


@lru_cache(maxsize=8)
def _works(pack: Pack) -> bool:
    """Whether this torch packs so and computes what it should: the operators are not its public face."""
    generator = torch.Generator().manual_seed(0)
    x, weight, bias = (torch.randn(shape, generator=generator) for shape in ((1, 7, 96), (64, 96), (64,)))
    weight = weight.half().float()
    try:
        out = pack(weight, bias)(x)
    except (AttributeError, RuntimeError):  # absent, renamed, or built without the library behind them
        return False
    return out.shape == (1, 7, 64) and bool(
        torch.allclose(out, F.linear(x, weight, bias), rtol=1e-4, atol=1e-4)
    )
