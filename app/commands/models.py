"""`gkdt models`: which models are at hand, and what one of them is."""

from __future__ import annotations

import argparse

from app.console import note, say
from gkdt_core.weights.locate import CARD_FILE, ModelEntry, available_models, find_model, models_directory


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `gkdt models`."""
    commands = parser.add_subparsers(dest="action", metavar="ACTION")
    commands.add_parser("list", help="the models at hand (default)")
    show = commands.add_parser("show", help="read a model and say what it is")
    show.add_argument("model", help='a listed name, "bundled", a model folder, or an official .best file')


def run(options: argparse.Namespace) -> int:
    """Lists the models, or shows one."""
    if options.action == "show":
        return _show(options.model)
    entries = available_models()
    width = max((len(entry.name) for entry in entries), default=0)
    for entry in entries:
        say(f"{entry.name.ljust(width)}  {_megabytes(entry):>8}  {entry.kind:<9}  {entry.path}")
    if not entries:
        note("There is no model yet.")
    note(f"Models of your own are looked for in {models_directory()}; any command takes a path as well.")
    return 0


def _show(name: str) -> int:
    from gkdt_core.weights import load_model

    entry = find_model(name)
    loaded = load_model(name)
    config = loaded.model.config
    rows = {
        "name": entry.name,
        "path": str(entry.path),
        "size": _megabytes(entry),
        "digest": loaded.digest,
        "parameters": f"{sum(p.numel() for p in loaded.model.parameters()):,}",
        "image encoder": type(config.image_encoder).__name__.removesuffix("Config"),
        "input": f"{config.input_size} x {config.input_size} px",
        "heatmaps": f"{config.heatmap_size} x {config.heatmap_size} cells",
        "prompt slots": str(config.pad_slots or "no padding"),
        "scores": "calibrated" if loaded.calibration else "raw heatmap maxima",
    }
    for key, value in rows.items():
        say(f"{key + ':':<15}{value}")
    card = entry.path / CARD_FILE
    if card.is_file():
        say()
        say(card.read_text(encoding="utf-8", errors="replace").rstrip())
    return 0


def _megabytes(entry: ModelEntry) -> str:
    files = [entry.path] if entry.path.is_file() else [p for p in entry.path.iterdir() if p.is_file()]
    return f"{sum(file.stat().st_size for file in files) / 1e6:.1f} MB"
