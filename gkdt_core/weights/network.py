"""A network of the right sizes, checked against the weights before any memory is taken."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

from gkdt_core.errors import ModelFileError
from gkdt_core.model.config import GkdtConfig
from gkdt_core.model.gkdt import Gkdt

_COMPUTED_BUFFERS = {"image_encoder.rope.inv_freq"}
"""Buffers that no file holds: `DinoV3Encoder` makes this one from its periods when weights are loaded."""


def empty_network(config: GkdtConfig, shapes: Mapping[str, tuple[int, ...]], what: str) -> Gkdt:
    """A network without memory (on torch's meta device) whose weights have exactly `shapes`.

    Args:
        config: Sizes; a file may claim any, so nothing is allocated for them yet.
        shapes: The names and shapes of the weights at hand.
        what: The file, for messages.

    Raises:
        ModelFileError: Names or shapes differ, or no network can have such sizes.
    """
    try:
        with torch.device("meta"):
            network = Gkdt(config)
    except (ValueError, TypeError, RuntimeError, AssertionError, ZeroDivisionError, OverflowError) as error:
        raise ModelFileError(f"{what}: no network can have the sizes given: {error}") from error
    expected = {key: tuple(tensor.shape) for key, tensor in network.state_dict().items()}
    problems = []
    missing, extra = sorted(expected.keys() - shapes.keys()), sorted(shapes.keys() - expected.keys())
    if missing:
        problems.append(f"lacks {_some(missing)}")
    if extra:
        problems.append(f"has the unknown {_some(extra)}")
    wrong = [
        f'"{key}" of shape {shapes[key]}, expected {shape}'
        for key, shape in expected.items()
        if key in shapes and shapes[key] != shape
    ]
    if wrong:
        problems.append(f"has {'; '.join(wrong[:3])}{_more(len(wrong) - 3)}")
    if problems:
        raise ModelFileError(
            f"The weights in {what} do not fit the network: it {', and '.join(problems)}.",
            hint="The file is incomplete, or of another version of the program.",
        )
    return network


def fill_network(
    network: Gkdt,
    weights: Mapping[str, Tensor],
    what: str,
    *,
    device: str | torch.device,
    dtype: torch.dtype,
) -> Gkdt:
    """`network` from `empty_network` on `device` with `weights`, ready to evaluate.

    Raises:
        ModelFileError: A weight is not a finite number.
    """
    for key, tensor in weights.items():
        if not torch.isfinite(tensor).all():
            raise ModelFileError(
                f'{what}: "{key}" holds values that are not finite numbers.',
                hint="The file is damaged, or its training had diverged; use another.",
            )
    network = network.to(dtype).to_empty(device=device)
    network.load_state_dict(weights, strict=True)
    stale = {name for name, _ in network.named_buffers()} - network.state_dict().keys() - _COMPUTED_BUFFERS
    assert not stale, f"these buffers were left without values: {stale}"
    return network.eval()


def _some(keys: list[str]) -> str:
    return ", ".join(f'"{key}"' for key in keys[:3]) + _more(len(keys) - 3)


def _more(count: int) -> str:
    return f" and {count} more" if count > 0 else ""
