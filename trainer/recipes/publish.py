"""Calibrates the scores of a trained bundled model and writes its model directory.

    python -m trainer.recipes.publish --weights RUN/weights.pt --tower text_tower.safetensors \
        --data DIR... --out resources/models/gkdt-lite

The calibration uses the instances that `trainer.recipes.bundled` holds out of the train splits. Words and
supports together are fused by the scores of each (`gkdt_core.model.fusion`), which are fitted before theirs.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from gkdt_core.model.fusion import FUSIONS, Knots, informed_by
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.model.image_encoder import EfficientNetLiteEncoder
from gkdt_core.weights import save_model
from gkdt_core.weights.config_file import Source
from trainer.calibration import (
    CALIBRATED_THRESHOLD,
    apply_calibration,
    expected_calibration_error,
    fit_calibration,
)
from trainer.data.dataset import hold_out, load_datasets
from trainer.evaluate import peaks_and_hits
from trainer.evaluation.encoding import encode_category
from trainer.evaluation.matchers import GkdtMatcher
from trainer.evaluation.settings import EvaluationConfig
from trainer.recipes.bundled import HELD_OUT, bundled_config
from trainer.recipes.imagenet import load_imagenet
from trainer.recipes.text_tower import load_tower

log = logging.getLogger(__name__)

LICENCE = "Apache-2.0 for this program's part; its card says what it learnt from"
ARRANGEMENT = 2.5
"""Chosen on instances held out of the train splits, and on those of categories left out of training."""
_MIX = ("visual", "text", "both")


def main(argv: Sequence[str] | None = None) -> int:
    """See the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="weights.pt or checkpoint.pt")
    parser.add_argument("--tower", type=Path, required=True)
    parser.add_argument("--data", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--leave-out", nargs="*", default=[], metavar="SUPERCATEGORY", help="as in training")
    parser.add_argument("--fusion", choices=FUSIONS, default="informed")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    torch.set_num_threads(args.threads)

    tower = load_tower(args.tower)
    model = Gkdt(bundled_config(tower.config))
    saved = torch.load(args.weights, map_location="cpu", weights_only=True)
    if "average" in saved:  # a checkpoint keeps only what is trained: the rest is where it came from
        if isinstance(model.image_encoder, EfficientNetLiteEncoder):
            load_imagenet(model.image_encoder.trunk, "lite0")
        model.dinov3_text_encoder.load_state_dict(tower.state_dict())
        log_scale = float(saved["loss"]["log_scale"])
        model.load_state_dict(saved["average"], strict=False)
    else:
        model.load_state_dict(saved)
        log_scale = json.loads((args.weights.parent / "training.json").read_text(encoding="utf-8"))[
            "log_scale"
        ]
    model.config = replace(
        model.config, fusion=args.fusion, arrangement=ARRANGEMENT, logit_scale=round(math.exp(log_scale), 3)
    )
    model.eval()

    device = torch.device("cpu")
    _, held = hold_out(load_datasets(args.data, "train"), HELD_OUT, minimum=8)
    held = [data for data in held if data.category.supercategory not in args.leave_out]
    matcher = GkdtMatcher(model)
    episodes = EvaluationConfig(episodes=20, queries=8)
    peaks: dict[str, list[NDArray[np.float64]]] = {prompt: [] for prompt in _MIX}
    hits: dict[str, list[NDArray[np.bool_]]] = {prompt: [] for prompt in _MIX}
    by_prompt: dict[str, Knots] = {}
    everything = [encode_category(matcher, data, episodes.box_scale, device) for data in held]
    for prompt in _MIX:
        matcher.informed = informed_by(model.config.fusion, by_prompt)
        for encoded in everything:
            found, right = peaks_and_hits(matcher, encoded, prompt, CALIBRATED_THRESHOLD, episodes, device)
            # Every category counts alike, whatever its number of keypoints.
            some = np.random.default_rng(0).permutation(len(found))[:400]
            peaks[prompt].append(found[some])
            hits[prompt].append(right[some])
        peak, hit = np.concatenate(peaks[prompt]), np.concatenate(hits[prompt])
        by_prompt[prompt] = fit_calibration(peak, hit)
        error = expected_calibration_error(apply_calibration(peak, by_prompt[prompt]), hit)
        log.info("%s: %d predictions, calibration error on them %.3f", prompt, len(peak), error)
    knots = fit_calibration(
        np.concatenate([one for prompt in _MIX for one in peaks[prompt]]),
        np.concatenate([one for prompt in _MIX for one in hits[prompt]]),
    )
    save_model(
        model,
        args.out,
        calibration=knots,
        calibration_by_prompt=by_prompt,
        source=Source(licence=LICENCE),
    )
    (args.out / "training.json").write_text(json.dumps({"log_scale": log_scale}) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
