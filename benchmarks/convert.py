"""How much memory and time it takes to convert an official checkpoint, at the size of GKDT-L.

    python -m benchmarks.convert [--size L|small] [--dtype fp32] [--folder DIR] [--json FILE]

A checkpoint with random weights in the official layout (with optimizer state, as the released files have it)
is made in a temporary folder, converted in a process of its own, and loaded twice. Memory is the peak of that
process (mapped pages of the file included) over what it had after its imports, beside the weights written.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from app.console import note, say

PROMISED = 1.3
"""Peak memory over the weights written must stay below this."""


def main(argv: list[str] | None = None) -> int:
    """Measures and says; 1 when memory is above what is promised."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", choices=("L", "small"), default="L", help="of the checkpoint (default L)")
    parser.add_argument("--dtype", choices=("fp32", "fp16", "bf16"), default="fp32", help="to store (fp32)")
    parser.add_argument("--folder", type=Path, help="where the files are made; they are deleted afterwards")
    parser.add_argument("--json", type=Path, help="write the numbers there too")
    parser.add_argument("--step", choices=("make", "convert", "load"), help=argparse.SUPPRESS)
    parser.add_argument("--at", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.step:
        say(json.dumps(_STEPS[options.step](options)))
        return 0
    with tempfile.TemporaryDirectory(dir=options.folder) as place:
        # each in a process of its own: what one step had in memory must not count for the next
        made = _run(options, "make", place)
        converted = _run(options, "convert", place)
        loads = [_run(options, "load", place) for _ in range(2)]
    ratio = converted["growth_bytes"] / converted["weights_bytes"]
    whole = converted["peak_bytes"] / converted["weights_bytes"]
    numbers = {**made, **converted, "growth_ratio": ratio, "peak_ratio": whole, "loads": loads}
    say(f"checkpoint: {made['file_bytes'] / 1e9:.2f} GB")
    say(f"weights written ({options.dtype}): {converted['weights_bytes'] / 1e9:.2f} GB")
    say(f"convert: {converted['seconds']:.1f} s")
    say(f"memory grew by {converted['growth_bytes'] / 1e6:.0f} MB = {ratio:.3f} x the weights written")
    say(f"the whole process had {converted['peak_bytes'] / 1e6:.0f} MB = {whole:.3f} x the weights written")
    for number, load in enumerate(loads, 1):
        say(
            f"load {number}: directory {load['directory_s']:.1f} s, of it {load['directory_digest_s']:.4f} s "
            f"for the digest; checkpoint {load['official_s']:.1f} s"
        )
    if options.json:
        options.json.write_text(json.dumps(numbers, indent=2) + "\n", encoding="utf-8")
    return 0 if ratio <= PROMISED else 1


def _run(options: argparse.Namespace, step: str, place: str) -> dict[str, Any]:
    note(f"{step} ...")
    command = [sys.executable, "-m", "benchmarks.convert", "--step", step, "--at", place]
    command += ["--size", options.size, "--dtype", options.dtype]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    numbers: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return numbers


def _make(options: argparse.Namespace) -> dict[str, Any]:
    import torch

    from tests.gkdt_core.weights.tiny_models import GKDT_L, OfficialSizes, official_state

    small = OfficialSizes(256, 4, 1024, False, 256, 4, 512, 30_000, 2, 1024, 1, False)
    state = official_state(sizes=GKDT_L if options.size == "L" else small)
    trained = [tensor for key, tensor in state.items() if not key.startswith("dinov3_text_encoder.")]
    moments = {
        number: {"exp_avg": torch.zeros_like(tensor), "exp_avg_sq": torch.zeros_like(tensor)}
        for number, tensor in enumerate(trained)
    }
    path = options.at / "model.best"
    torch.save({"model": state, "optimizer": {"state": moments}, "epoch": 20}, path)
    return {"file_bytes": path.stat().st_size}


def _convert(options: argparse.Namespace) -> dict[str, Any]:
    import transformers.models.dinov3_vit.modeling_dinov3_vit  # noqa: F401 -- not to be counted as growth

    import gkdt_core.weights.convert  # noqa: F401 -- likewise
    from gkdt_core.weights.library import convert

    before = _resident("VmRSS")
    start = time.perf_counter()
    convert(options.at / "model.best", options.at / "model", dtype=options.dtype)
    seconds = time.perf_counter() - start
    peak = _resident("VmHWM")
    return {
        "seconds": seconds,
        "weights_bytes": (options.at / "model" / "model.safetensors").stat().st_size,
        "growth_bytes": peak - before,
        "peak_bytes": peak,
    }


def _load(options: argparse.Namespace) -> dict[str, Any]:
    import transformers.models.dinov3_vit.modeling_dinov3_vit  # noqa: F401 -- not to be counted as loading

    from gkdt_core.weights import load_model
    from gkdt_core.weights.config_file import read_config
    from gkdt_core.weights.digests import weights_sha256

    times = []
    for path in (options.at / "model", options.at / "model.best"):
        start = time.perf_counter()
        load_model(path)
        times.append(time.perf_counter() - start)
    start = time.perf_counter()
    weights_sha256(options.at / "model", read_config(options.at / "model", 10_000))
    digest = time.perf_counter() - start
    return {"directory_s": times[0], "official_s": times[1], "directory_digest_s": digest}


def _resident(name: str) -> int:
    """VmRSS (now) or VmHWM (at most so far), bytes; where Linux does not tell, the peak."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        match = re.search(rf"^{name}:\s+(\d+) kB$", status, re.MULTILINE)
        assert match is not None
        return int(match.group(1)) * 1024
    except OSError:
        scale = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale


_STEPS = {"make": _make, "convert": _convert, "load": _load}

if __name__ == "__main__":
    raise SystemExit(main())
