"""How long encoding, prompting and re-prompting take: `python benchmarks/engine.py --model M --json FILE`.

Prints a table with the medians and the machine they were measured on. "Re-prompt" is what a person waits for
after a new click or name on an image that is already encoded: a new prompt, and the prediction with it.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import sys
import time
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import numpy as np
import torch

from gkdt_core.inference.engine import Engine, SupportExample

KEYPOINTS = 17


def median_ms(work: Callable[[int], object], repeats: int) -> float:
    """Median time of `work(i)` in ms, after one run that warms up."""
    work(-1)
    times = []
    for index in range(repeats):
        start = time.perf_counter()
        work(index)
        if torch.cuda.is_available():
            torch.cuda.synchronize()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def measure(engine: Engine, repeats: int, image_hw: tuple[int, int]) -> dict[str, float]:
    """Milliseconds of each step."""
    generator = np.random.default_rng(0)
    images = [generator.integers(0, 255, (*image_hw, 3), dtype=np.uint8) for _ in range(engine.batch_size)]
    points = generator.uniform(0, min(image_hw), (KEYPOINTS, 2))
    names = [f"keypoint number {index}" for index in range(KEYPOINTS)]
    features = engine.encode_image(images[0])
    regions = [engine.prepare(image) for image in images]

    def support(index: int) -> SupportExample:
        return SupportExample(images[0], np.clip(points + index * 0.1, 0, min(image_hw)), digest="support")

    prompt = engine.encode_prompt(names=names, supports=[support(0)])

    def new_names(index: int) -> object:
        return engine.encode_prompt(names=[f"{name} {index}" for name in names])

    def new_click(index: int) -> object:
        return engine.predict(features, engine.encode_prompt(names=names, supports=[support(index)]))

    return {
        "prepare one image": median_ms(lambda _: engine.prepare(images[0]), repeats),
        "encode one image": median_ms(lambda _: engine.encode_regions(regions[:1]), repeats),
        f"encode per image, batch of {len(regions)}": median_ms(
            lambda _: engine.encode_regions(regions), repeats
        )
        / len(regions),
        f"new text prompt, {KEYPOINTS} unseen names": median_ms(new_names, repeats),
        "predict, known prompt": median_ms(lambda _: engine.predict(features, prompt), repeats),
        "re-prompt: new click, known image": median_ms(new_click, repeats),
    }


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--model", default="bundled")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--repeats", type=int, default=15)
    parser.add_argument("--image", type=int, nargs=2, default=(1080, 1920), metavar=("HEIGHT", "WIDTH"))
    parser.add_argument("--json", type=Path, help="also write the numbers here")
    options = parser.parse_args()
    start = time.perf_counter()
    engine = Engine.load(options.model, device=options.device)
    times = {"load": (time.perf_counter() - start) * 1000}
    times |= measure(engine, options.repeats, tuple(options.image))
    about = {
        "model": engine.info.model,
        "parameters": engine.info.parameters,
        "input": engine.info.input_size,
        "device": engine.info.device,
        "dtype": engine.info.dtype,
        "image": f"{options.image[1]} x {options.image[0]}",
        "machine": f"{platform.platform()}, {platform.processor() or platform.machine()}",
        "python": platform.python_version(),
        "torch": metadata.version("torch"),
    }
    lines = [f"{key + ':':<12} {value}" for key, value in about.items()]
    lines += ["", *(f"{what:<40} {ms:9.1f} ms" for what, ms in times.items())]
    sys.stdout.write("\n".join(lines) + "\n")
    if options.json is not None:
        options.json.write_text(json.dumps({**about, "ms": times}, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
