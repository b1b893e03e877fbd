"""The command `gkdt`: one word chooses the part of the program, which is loaded only then."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from app.console import complain, note, say
from gkdt_core.errors import GkdtError
from gkdt_core.exit_codes import Exit

_DESCRIPTION = "Keypoint annotation assistant: click or name some keypoints, the model pre-labels the rest."

Run = Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    """Says one line about a bad command, without the usage that buries it."""

    def error(self, message: str) -> NoReturn:
        complain(f"{message}", command=self.prog)
        note(f"  `{self.prog} --help` shows how it is used.")
        raise SystemExit(Exit.BAD_INPUT)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command.

    Returns:
        One of `Exit`.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _dispatch(arguments)
    except SystemExit as leaving:  # argparse leaves this way after --help and after bad options
        return leaving.code if isinstance(leaving.code, int) else Exit.BAD_INPUT
    except KeyboardInterrupt:
        complain("stopped.")
        return Exit.INTERRUPTED
    except GkdtError as error:
        complain(error)
        return Exit.BAD_INPUT
    except BrokenPipeError:  # `gkdt models list | head`
        sys.stderr.close()
        return 0
    except Exception as error:  # the outer edge: nobody is shown a traceback, the log keeps it
        complain(f"Something went wrong inside the program ({type(error).__name__}: {error}).")
        note(f"  Details are in {_log_traceback()}")
        return Exit.FAILED


def _dispatch(arguments: list[str]) -> int:
    parser = _Parser(prog="gkdt", description=_DESCRIPTION)
    parser.add_argument("--version", action="store_true", help="say which version this is")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    chosen = next((word for word in arguments if not word.startswith("-")), "")
    run: Run | None = None
    for name, (about, prepare) in _COMMANDS.items():
        sub = subparsers.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
        if name == chosen:
            # only now are the command's own modules imported: `gkdt --help` must not wait for the others
            run = prepare(sub)
    if chosen == "predict":
        from app.commands.predict import shield_points

        arguments = shield_points(arguments)
    options = parser.parse_args(arguments)
    if options.version:
        say(f"gkdt-annotator {version()}")
        return 0
    if run is None:
        parser.print_help()
        return 0 if not arguments else Exit.BAD_INPUT
    return run(options)


def version() -> str:
    """The version of the installed distribution, or of the checkout it runs from."""
    from importlib import metadata

    try:
        return metadata.version("gkdt-annotator")
    except metadata.PackageNotFoundError:
        return "0.0.0 (not installed)"


def _annotate(parser: argparse.ArgumentParser) -> Run:
    parser.add_argument("path", nargs="?", help="folder of images, image, or project to open")
    parser.add_argument(
        "--model", default="bundled", help='"bundled", a model folder, or an official .best file'
    )

    def run(options: argparse.Namespace) -> int:
        if options.path is not None and not Path(options.path).exists():
            raise GkdtError(
                f"{options.path}: there is no such file or folder.", hint="Check the path, or leave it out."
            )
        from app.main import run as open_window

        return open_window(options.path, model=options.model)

    return run


def _predict(parser: argparse.ArgumentParser) -> Run:
    from app.commands import predict

    predict.add_arguments(parser)
    return predict.run


def _train(parser: argparse.ArgumentParser) -> Run:
    from trainer.commands import add_train_arguments, run_train

    add_train_arguments(parser)
    return run_train


def _evaluate(parser: argparse.ArgumentParser) -> Run:
    from trainer.evaluation.command import add_evaluate_arguments, run_evaluate

    add_evaluate_arguments(parser)
    return run_evaluate


def _compare(parser: argparse.ArgumentParser) -> Run:
    from app.commands import compare

    compare.add_arguments(parser)
    return compare.run


def _models(parser: argparse.ArgumentParser) -> Run:
    from app.commands import models

    models.add_arguments(parser)
    return models.run


def _convert(parser: argparse.ArgumentParser) -> Run:
    from app.commands import convert

    convert.add_arguments(parser)
    return convert.run


def _validate(parser: argparse.ArgumentParser) -> Run:
    from app.commands import validate

    validate.add_arguments(parser)
    return validate.run


def _doctor(parser: argparse.ArgumentParser) -> Run:
    from app.commands import doctor

    doctor.add_arguments(parser)
    return doctor.run


def _benchmark(parser: argparse.ArgumentParser) -> Run:
    from app.commands import benchmark

    benchmark.add_arguments(parser)
    return benchmark.run


def _megakpt(parser: argparse.ArgumentParser) -> Run:
    from trainer.megakpt.commands import add_megakpt_arguments, run_megakpt

    add_megakpt_arguments(parser)
    return run_megakpt


def _sampling(parser: argparse.ArgumentParser) -> Run:
    from trainer.megakpt.commands import add_sampling_arguments, run_sampling

    add_sampling_arguments(parser)
    return run_sampling


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], Run]]] = {
    "annotate": ("open the annotation window", _annotate),
    "predict": ("find keypoints in images and write them as a COCO file", _predict),
    "train": ("fine-tune a model on annotated images", _train),
    "evaluate": ("measure a model on annotated images", _evaluate),
    "compare": ("tell how far two annotation files agree", _compare),
    "models": ("list, bring in, fetch, make and check models", _models),
    "convert": ("convert annotations from one format into another", _convert),
    "validate": ("check annotations by the rules of the programs that they are for", _validate),
    "megakpt": ("look after the paper's training data, and convert datasets", _megakpt),
    "sampling": ("simulate how training draws its episodes", _sampling),
    "benchmark": ("measure how fast a model answers here", _benchmark),
    "doctor": ("check that the program can run here", _doctor),
}


def _log_traceback() -> Path:
    """Writes the exception being handled to the log; where that is."""
    from gkdt_core.paths import log_dir

    path = log_dir() / "gkdt.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.FileHandler(path, encoding="utf-8")
    except OSError:
        import tempfile

        path = Path(tempfile.gettempdir()) / "gkdt.log"
        handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("gkdt.command_line")
    logger.propagate = False  # the root logger's last resort would print the traceback
    logger.addHandler(handler)
    try:
        logger.exception("a command failed")
    finally:
        logger.removeHandler(handler)
        handler.close()
    return path


if __name__ == "__main__":
    raise SystemExit(main())
