"""`gkdt models`: which models are at hand, and bringing released ones in."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from app.commands.create_model import add_create_arguments, run_create
from app.console import Progress, note, percent_bar, say
from gkdt_core.errors import GkdtError, LicenceError, ModelFileError
from gkdt_core.weights import library
from gkdt_core.weights.locate import BUNDLED, ModelEntry, available_models, find_model, models_directory
from gkdt_core.weights.registry import ReleasedModel, released_model, released_models
from gkdt_core.weights.staging import words_for_bytes

_DTYPES = ("fp32", "fp16", "bf16")
_DTYPE_HELP = (
    "how matrices are stored: fp32 (default) keeps every number of the file; fp16 and bf16 take half the "
    "room and move heatmaps a little"
)
_SHOWN_KEYS = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `gkdt models`."""
    commands = parser.add_subparsers(dest="action", metavar="ACTION")
    listing = commands.add_parser("list", help="the models at hand and the released ones (default)")
    listing.add_argument("--json", action="store_true", help="as JSON")
    show = commands.add_parser("show", help="say what a model is")
    show.add_argument(
        "model", help='a listed name, "bundled", a model folder, an official .best file, or a released model'
    )
    convert = commands.add_parser("convert", help="write an official .best file as a model folder")
    convert.add_argument("file", type=Path, help="the .best file")
    convert.add_argument(
        "--out", type=Path, help="a new folder; with --as by default one in the models folder"
    )
    convert.add_argument("--dtype", choices=_DTYPES, default="fp32", help=_DTYPE_HELP)
    convert.add_argument("--as", dest="released", metavar="NAME", help="which released model it has to be")
    download = commands.add_parser("download", help="fetch a released model, after you agreed to its licence")
    download.add_argument("name", help="a released model: " + ", ".join(m.name for m in released_models()))
    download.add_argument("--agree-licence", metavar="ID", default="", help="agree without being asked")
    download.add_argument("--file", default="", help="which file of the page, where it has several")
    download.add_argument("--dtype", choices=_DTYPES, default="fp32", help=_DTYPE_HELP)
    download.add_argument("--no-convert", action="store_true", help="keep the .best file as it is")
    download.add_argument(
        "--keep-original", action="store_true", help="keep the .best file beside the folder"
    )
    verify = commands.add_parser("verify", help="read every byte of a model folder and say what is wrong")
    verify.add_argument("directory", help="a model folder, or a listed name")
    remove = commands.add_parser("remove", help="delete a model from the models folder")
    remove.add_argument("name", help="a listed name")
    remove.add_argument("--yes", action="store_true", help="do not ask")
    add_create_arguments(
        commands.add_parser("create", help="a fresh model around pretrained DINOv3 weights, to be trained")
    )


def run(options: argparse.Namespace) -> int:
    """Does what the action says; lists the models without one."""
    return _ACTIONS[options.action or "list"](options)


def _list(options: argparse.Namespace) -> int:
    entries = available_models()
    absent = [model for model in released_models() if library.installed(model) is None]
    if getattr(options, "json", False):
        say(json.dumps([*map(_entry_json, entries), *map(_released_json, absent)], indent=2))
        return 0
    rows = [
        (entry.name, words_for_bytes(_size(entry)), str(entry.kind), str(entry.path)) for entry in entries
    ]
    rows += [
        (model.name, _about(model), "not here", f"gkdt models download {model.name}") for model in absent
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for name, size, kind, where in rows:
        say(f"{name.ljust(widths[0])}  {size.rjust(widths[1])}  {kind.ljust(widths[2])}  {where}")
    note(f"Models of your own are looked for in {models_directory()}; any command takes a path as well.")
    return 0


def _entry_json(entry: ModelEntry) -> dict[str, object]:
    return {
        "name": entry.name,
        "here": True,
        "kind": str(entry.kind),
        "path": str(entry.path),
        "bytes": _size(entry),
    }


def _released_json(model: ReleasedModel) -> dict[str, object]:
    return {
        "name": model.name,
        "here": False,
        "kind": "released",
        "title": model.title,
        "page": model.page,
        "licence": model.licence.id,
        "about_bytes": model.about_bytes,
        "get": f"gkdt models download {model.name}",
    }


def _show(options: argparse.Namespace) -> int:
    try:
        find_model(options.model)
    except ModelFileError:
        known = {model.name.casefold(): model for model in released_models()}
        if options.model.casefold() not in known:
            raise
        return _show_released(known[options.model.casefold()])
    model = library.summarize(options.model)
    rows = {
        "name": model.name,
        "path": str(model.path),
        "size": words_for_bytes(model.nbytes),
        "stored as": model.dtype,
        "digest": model.digest or "computed when it is first loaded",
        "parameters": f"{model.parameters:,}",
        "image encoder": model.encoder,
        "input": f"{model.input_size} x {model.input_size} px",
        "heatmaps": f"{model.heatmap_size} x {model.heatmap_size} cells",
        "prompt slots": str(model.pad_slots or "no padding"),
        "scores": "calibrated" if model.calibrated else "raw heatmap maxima",
        "licence": model.licence or ("see the card" if model.card else "not known"),
    }
    if model.extra_keys:
        rows["left out"] = ", ".join(model.extra_keys)
    _say_rows(rows)
    if model.card:
        say()
        say(model.card)
    return 0


def _show_released(model: ReleasedModel) -> int:
    _say_rows(
        {
            "name": model.name,
            "title": model.title,
            "purpose": model.purpose,
            "image encoder": model.layout.words(),
            "size": _about(model),
            "licence": f"{model.licence.name} ({model.licence.id})",
            "page": model.page,
            "here": f"no; fetch it with: gkdt models download {model.name}",
            "goes to": str(models_directory() / model.name),
        }
    )
    say()
    say(model.licence.summary)
    return 0


def _convert(options: argparse.Namespace) -> int:
    released = released_model(options.released) if options.released else None
    if options.out is None and released is None:
        raise GkdtError(
            "Where should the model go?", hint="Give a new folder with --out, or which model it is with --as."
        )
    out = options.out if options.out is not None else models_directory() / _named(released)
    _convert_file(options.file, out, options.dtype, released)
    return 0


def _named(released: ReleasedModel | None) -> str:
    assert released is not None
    return released.name


def _convert_file(file: Path, out: Path, dtype: library.Dtype, released: ReleasedModel | None) -> None:
    with percent_bar() as checkpoint:
        report = library.convert(file, out, dtype=dtype, released=released, checkpoint=checkpoint)
    say(f"{report.directory}: {words_for_bytes(report.nbytes)}, {report.parameters:,} parameters, {dtype}")
    if report.unknown_keys:
        more = len(report.unknown_keys) - _SHOWN_KEYS
        named = ", ".join(report.unknown_keys[:_SHOWN_KEYS]) + (f" and {more} more" if more > 0 else "")
        note(f"Left out, because this program does not know it: {named}.")


def _download(options: argparse.Namespace) -> int:
    model = released_model(options.name)
    here = library.installed(model)
    if here is not None:
        note(f"{model.name} is here already: {here.path}")
        return 0
    offer = library.offered(model, file=options.file)
    note(f"{model.title}: {offer.file}, {words_for_bytes(offer.nbytes)}, from {model.page}")
    agreed = options.agree_licence or _asked_to_agree(model)
    progress: list[Progress] = []
    seen = [0]

    def on_bytes(done: int, total: int) -> None:
        if not progress:  # what came in an earlier attempt must not count for the speed
            progress.append(Progress(max(1, (total - done) // 10**6), "MB").__enter__())
            seen[0] = done
        progress[0].advance(done // 10**6 - seen[0] // 10**6)
        seen[0] = done

    try:
        file = library.download(model, agreed_to=agreed, offer=offer, on_bytes=on_bytes)
    except KeyboardInterrupt:
        note("\nWhat has come is kept; the same command goes on from there.")
        raise
    finally:
        if progress:
            progress[0].__exit__(None, None, None)
    note("The SHA-256 is the one that the hub announces.")
    if options.no_convert:
        say(str(file))
        return 0
    _convert_file(file, models_directory() / model.name, options.dtype, model)
    if not options.keep_original:
        file.unlink()
        note(f"{file.name} was deleted: the folder has all of its weights (--keep-original keeps it).")
    return 0


def _asked_to_agree(model: ReleasedModel) -> str:
    """The licence's id when a person at the terminal types yes."""
    note(f"\n{model.title} is under {model.licence.name}.\n{model.licence.summary}\nTerms: {model.page}\n")
    refusal = LicenceError(
        f"{model.name} is not downloaded: its licence has not been agreed to.",
        hint=f"Read the terms at {model.page}; in scripts, --agree-licence {model.licence.id} says that you "
        "agree.",
    )
    if not _answered("Have you read the terms, and do you agree to them? Type yes:"):
        raise refusal
    return model.licence.id


def _answered(question: str) -> bool:
    """Whether a person at a terminal types yes; without a terminal nobody does."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    note(question)
    return sys.stdin.readline().strip().lower() == "yes"


def _verify(options: argparse.Namespace) -> int:
    with percent_bar() as checkpoint:
        report = library.verify(options.directory, checkpoint=checkpoint)
    for file in report.files:
        say(f"{file.sha256}  {file.name}  {words_for_bytes(file.nbytes)}")
    for text in report.notes:
        note(text)
    for problem in report.problems:
        say(f"wrong: {problem}")
    if report.ok:
        say("All is well: header, sizes, numbers and calibration.")
    return 0 if report.ok else 1


def _remove(options: argparse.Namespace) -> int:
    entry = next((e for e in available_models() if e.name == options.name and e.name != BUNDLED), None)
    if entry is not None and not options.yes:
        what = f"{entry.path} ({words_for_bytes(_size(entry))})"
        if not _answered(f"Delete {what}? Type yes:"):
            raise GkdtError(f"{entry.name} was not deleted.", hint="Type yes, or give --yes in scripts.")
    say(f"{words_for_bytes(library.remove(options.name))} are free again.")
    return 0


def _say_rows(rows: dict[str, str]) -> None:
    for key, value in rows.items():
        say(f"{key + ':':<15}{value}")


def _about(model: ReleasedModel) -> str:
    return "size unknown" if model.about_bytes is None else f"about {words_for_bytes(model.about_bytes)}"


def _size(entry: ModelEntry) -> int:
    files = (
        [entry.path] if entry.path.is_file() else [path for path in entry.path.iterdir() if path.is_file()]
    )
    return sum(file.stat().st_size for file in files)


_ACTIONS: dict[str, Callable[[argparse.Namespace], int]] = {
    "list": _list,
    "show": _show,
    "convert": _convert,
    "download": _download,
    "verify": _verify,
    "remove": _remove,
    "create": run_create,
}
