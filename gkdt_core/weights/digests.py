"""SHA-256 of model files, computed once: large files are not read again to say which they are."""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Callable
from pathlib import Path

from gkdt_core.paths import cache_dir
from gkdt_core.progress import Checkpoint, no_checkpoint
from gkdt_core.weights.config_file import ConfigFile
from gkdt_core.weights.locate import CONFIG_FILE, WEIGHTS_FILE

_MAX_REMEMBERED = 200
_MAX_BYTES = 1 << 20
_BLOCK = 1 << 20
log = logging.getLogger(__name__)


def model_digest(config: ConfigFile, weights_sha256: str) -> str:
    """SHA-256 in hex over configuration and weights: where it is equal, predictions are."""
    return hashlib.sha256(config.meaning() + weights_sha256.encode()).hexdigest()


def weights_sha256(directory: Path, config: ConfigFile) -> str:
    """SHA-256 of a directory's weights: known already, or computed now and remembered.

    Raises:
        OSError: The file cannot be read.
    """
    path = directory / WEIGHTS_FILE
    return known_weights_sha256(directory, config) or remembered(path, lambda: file_sha256(path))


def known_weights_sha256(directory: Path, config: ConfigFile) -> str:
    """SHA-256 of a directory's weights where it can be told without reading them; else empty.

    What `config.json` says is believed while it is not older than the weights, which are written first, and
    their length is as it says. `verify` believes nothing.
    """
    path = directory / WEIGHTS_FILE
    if known := recall(path):
        return known
    record = config.weights
    weights, description = path.stat(), (directory / CONFIG_FILE).stat()
    if record and record.nbytes == weights.st_size and weights.st_mtime_ns <= description.st_mtime_ns:
        return record.sha256
    return ""


def remembered(path: Path, compute: Callable[[], str]) -> str:
    """`compute()`, or what it said when the file at `path` had this length and time of change."""
    known = recall(path)
    if known:
        return known
    size, changed = _state(path)
    digest = compute()
    if _state(path) == [size, changed]:
        _remember(path, [size, changed, digest])
    return digest


def file_sha256(path: Path, checkpoint: Checkpoint = no_checkpoint) -> str:
    """SHA-256 of a file in hex.

    Raises:
        OSError: It cannot be read.
    """
    digest = hashlib.sha256()
    size, done = max(1, path.stat().st_size), 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            done += len(block)
            checkpoint(min(1.0, done / size))
    return digest.hexdigest()


def recall(path: Path) -> str:
    """What is remembered of a file as it is now; empty where nothing is."""
    entry = _table().get(str(path.resolve()))
    try:
        return str(entry[2]) if entry is not None and entry[:2] == _state(path) else ""
    except OSError:
        return ""


def _remember(path: Path, entry: list[int | str]) -> None:
    table = _table()
    key = str(path.resolve())
    table.pop(key, None)
    table[key] = entry
    kept = dict(list(table.items())[-_MAX_REMEMBERED:])
    target = cache_dir() / "digests.json"
    temporary = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(kept), encoding="utf-8")
        os.replace(temporary, target)
    except OSError as error:  # then it is computed again the next time
        log.debug("the digest of %s is not remembered: %s", path, error)


def _table() -> dict[str, list[int | str]]:
    try:
        with (cache_dir() / "digests.json").open("rb") as file:
            values = json.loads(file.read(_MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(values, dict):
        return {}
    return {key: entry for key, entry in values.items() if isinstance(entry, list) and len(entry) == 3}


def _state(path: Path) -> list[int | str]:
    status = path.stat()
    return [status.st_size, status.st_mtime_ns]
