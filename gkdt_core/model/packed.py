"""Linear maps whose weights lie as the CPU's matrix kernels read them: for few rows that is twice as fast."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

# A plain product copies the weights into this order each time. With few rows that is most of the work: 18
# rows through 1024 x 1024 took 0.59 ms plain and 0.30 ms packed on two cores. Above some 300 rows the two are
# alike, and small weights, which stay in the processor's cache, are faster plain (192 x 192: 0.023 ms against
# 0.039 ms).
_MOST_ROWS = 256
_FEWEST_WEIGHTS = 2**18


class PackedLinear:
    """`F.linear` with one weight (O, I) and bias (O,), for float32 on the CPU, without gradients.

    Holds a second copy of the weight. It does not follow a weight that changes afterwards.
    """

    def __init__(self, weight: Tensor, bias: Tensor) -> None:
        self._weight, self._bias = weight, bias
        self._packed: Tensor | None = None
        if weight.numel() >= _FEWEST_WEIGHTS and _can_pack():
            self._packed = torch.ops.mkldnn._reorder_linear_weight(weight.detach().contiguous(), None)

    def __call__(self, x: Tensor) -> Tensor:
        """(..., I) -> (..., O)."""
        if self._packed is None or x.numel() > _MOST_ROWS * x.shape[-1] or x.numel() == 0:
            return F.linear(x, self._weight, self._bias)
        out: Tensor = torch.ops.mkldnn._linear_pointwise(x, self._packed, self._bias, "none", [], "")
        return out


def suits_packing(tensor: Tensor) -> bool:
    """Whether products with `tensor` may go through packed weights."""
    return tensor.device.type == "cpu" and tensor.dtype is torch.float32


_checked: list[bool] = []


def _can_pack() -> bool:
    """Whether this torch packs and computes what it should: the operators are not part of its public face."""
    if not _checked:
        _checked.append(_pack_works())
    return _checked[0]


def _pack_works() -> bool:
    if not torch.backends.mkldnn.is_available():  # type: ignore[no-untyped-call]  # untyped in torch
        return False
    generator = torch.Generator().manual_seed(0)
    x, weight, bias = (torch.randn(shape, generator=generator) for shape in ((1, 7, 96), (64, 96), (64,)))
    try:
        packed = torch.ops.mkldnn._reorder_linear_weight(weight, None)
        out = torch.ops.mkldnn._linear_pointwise(x, packed, bias, "none", [], "")
    except (AttributeError, RuntimeError):  # absent, renamed, or built without the library behind them
        return False
    return bool(torch.allclose(out, F.linear(x, weight, bias), rtol=1e-4, atol=1e-4))
