"""`gkdt models create`: a fresh model around DINOv3 weights that the user has."""

from __future__ import annotations

import argparse

from app.console import note, percent_bar, say

_ENCODERS = (
    "dinov3-vits16",
    "dinov3-vits16plus",
    "dinov3-vitb16",
    "dinov3-vitl16",
    "dinov3-vith16plus",
    "dinov3-convnext-tiny",
    "dinov3-convnext-small",
    "dinov3-convnext-base",
    "dinov3-convnext-large",
)
"""The names of `gkdt_core.weights.create.ENCODERS`, here so that `--help` need not import torch."""
_SHOWN_NAMES = 5

_EPILOG = """\
image encoders
  dinov3-vits16, -vits16plus, -vitb16, -vitl16, -vith16plus
  dinov3-convnext-tiny, -convnext-small, -convnext-base, -convnext-large
  The paper's GKDT-S, B, L and H are built on vits16, vitb16, vitl16 and vith16plus.

encoder weights
  Meta gives them to whoever agrees to the DINOv3 License. Either form is read: a folder with config.json and
  model.safetensors (the transformers format, also in shards), or the authors' .pth file.

The new model has to be trained: gkdt train --model DIR --data ... --out ...
"""


def add_create_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `gkdt models create`."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = _EPILOG
    add = parser.add_argument
    add("--encoder", required=True, type=_encoder, metavar="NAME", help="the image encoder, see below")
    add(
        "--encoder-weights",
        metavar="PATH",
        help="its pretrained weights: a folder in the transformers format, or a .pth file",
    )
    add(
        "--random-encoder",
        action="store_true",
        help="random numbers instead of pretrained weights: for tests and for measuring speed only",
    )
    add("--out", required=True, metavar="DIR", help="folder to make")
    add(
        "--text-from",
        default="bundled",
        metavar="MODEL",
        help='whose text side to take: "bundled" (default), a model folder, or an official .best file',
    )
    add("--kernel-size", type=int, choices=(1, 3, 5), default=1, help="s, cells of a kernel (default 1)")
    add(
        "--upsampling",
        choices=("bilinear", "deconv"),
        default="bilinear",
        help="of the features before they meet the kernels (default bilinear)",
    )
    add(
        "--self-attention",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="whether prompts look at each other in the kernel generation transformer (default: they do)",
    )
    add(
        "--cross-attention",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="whether they look at the query image there; without both, prototypes are the kernels",
    )
    add(
        "--input-size",
        type=int,
        default=384,
        metavar="N",
        help="side of the input in px, a multiple of 16 (default 384)",
    )
    add("--seed", type=_seed, default=0, metavar="N", help="of everything that is new (default 0)")
    add(
        "--dtype",
        choices=("fp32", "fp16", "bf16"),
        default="fp32",
        help="of the stored weights (default fp32, the encoder's own numbers)",
    )


def run_create(options: argparse.Namespace) -> int:
    """Creates the model and says what it is."""
    import torch

    from gkdt_core.weights.create import create_model

    dtypes = {"fp32": torch.float32, "fp16": torch.float16, "bf16": torch.bfloat16}
    with percent_bar() as checkpoint:
        made = create_model(
            options.out,
            encoder=options.encoder,
            encoder_weights=options.encoder_weights,
            random_encoder=options.random_encoder,
            text_from=options.text_from,
            kernel_size=options.kernel_size,
            upsampling=options.upsampling,
            self_attention=options.self_attention,
            cross_attention=options.cross_attention,
            input_size=options.input_size,
            seed=options.seed,
            dtype=dtypes[options.dtype],
            checkpoint=checkpoint,
        )
    config = made.config
    say(f"{made.directory}: {made.parameters:,} parameters, {made.nbytes / 1e6:.1f} MB")
    say(f"image encoder: {made.encoder}")
    say(f"text side: from {made.text}{', newly projected' if config.text_projected else ''}")
    size, cells = config.input_size, config.heatmap_size
    say(f"input {size} x {size} px, heatmaps {cells} x {cells} cells")
    if made.left_out:
        more = len(made.left_out) - _SHOWN_NAMES
        shown = ", ".join(made.left_out[:_SHOWN_NAMES]) + (f" and {more} more" if more > 0 else "")
        note(f"Left out of the encoder's file, because they are not the encoder's: {shown}.")
    note(f"It is not trained yet: gkdt train --model {made.directory} --data ... --out ...")
    return 0


def _encoder(text: str) -> str:
    name = text if text.startswith("dinov3-") else f"dinov3-{text}"
    if name not in _ENCODERS:
        raise argparse.ArgumentTypeError(f'there is no encoder "{text}"; known are {", ".join(_ENCODERS)}')
    return name


def _seed(text: str) -> int:
    if not text.isdecimal() or int(text) >= 2**63:
        raise argparse.ArgumentTypeError(f'"{text}" is not a whole number from 0 on')
    return int(text)
