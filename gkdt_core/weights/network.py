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
    if contradictions := _contradictions(network):
        raise ModelFileError(f"{what}: the sizes of the network contradict each other: {contradictions[0]}.")
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


def _contradictions(network: Gkdt) -> list[str]:
    """What would fail only at work: sizes of two parts that fit the weights, but not each other."""
    config = network.config
    encoder, text, adapter = config.image_encoder, config.text_encoder, config.text_adapter
    problems = []
    if encoder.channels != config.channels:
        problems.append(
            f"the image encoder gives {encoder.channels} channels, the rest takes {config.channels}"
        )
    if network.image_encoder.stride != config.feature_stride:
        problems.append(
            f"feature_stride is {config.feature_stride}, the encoder's {network.image_encoder.stride}"
        )
    if config.kg_context_stride > config.input_size // config.feature_stride:
        problems.append(f"kg_context_stride {config.kg_context_stride} leaves nothing of the features")
    for what, part in (("text encoder", text), ("text adapter", adapter)):
        if part.width % part.heads:
            problems.append(f"{part.heads} heads do not divide the {part.width} channels of the {what}")
    return problems


def _some(keys: list[str]) -> str:
    return ", ".join(f'"{key}"' for key in keys[:3]) + _more(len(keys) - 3)


def _more(count: int) -> str:
    return f" and {count} more" if count > 0 else ""
