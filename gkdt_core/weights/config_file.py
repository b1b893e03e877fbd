"""`config.json` of a model directory as plain values: read strictly, without torch."""

from __future__ import annotations

import itertools
import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gkdt_core.errors import ModelFileError
from gkdt_core.weights.locate import CONFIG_FILE

Calibration = tuple[tuple[float, float], ...]
"""(peak, probability) knots, peaks ascending: linear between, constant outside; empty clamps the peak."""

FORMAT, VERSION = "gkdt", 1
MAX_UNKNOWN_KEYS = 100
"""How many keys of a checkpoint that the program does not know are remembered by name."""
_KEYS = {"format", "version", "network", "calibration", "calibration_by_prompt", "weights", "source"}
PROMPT_KINDS = ("visual", "text", "both")
"""What prompts a keypoint: marks, words, or both; each has heatmap maxima of its own height."""
_MAX_CONFIG_BYTES = 1 << 20
_MAX_SIZE = 1 << 20
"""No width, side or count of a sensible network is larger."""
_MAX_KNOTS = 1000
_MAY_BE_ZERO = {
    "registers",
    "context_blocks",
    "pad_slots",
    "head_channels",
    "kg_heads",
    "dropout",
    "residual",
}
_BLOCK_COUNTS = {"depth", "layers", "kg_blocks", "context_blocks"}


@dataclass(frozen=True, slots=True)
class WeightsRecord:
    """What the weights were when `config.json` was written.

    Attributes:
        sha256: Of the whole weights file, hex.
        nbytes: Its length.
    """

    sha256: str
    nbytes: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where weights came from, as far as it matters to who uses them.

    Attributes:
        file: Name of the file they were converted from; empty where there was none.
        licence: Their terms, one sentence; empty where nothing is known.
        unknown_keys: Names that the file had and this program left out; at most `MAX_UNKNOWN_KEYS`.
    """

    file: str = ""
    licence: str = ""
    unknown_keys: tuple[str, ...] = ()


NO_SOURCE = Source()


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """The values of a `config.json`.

    Attributes:
        network: What `GkdtConfig.from_dict` takes; sizes are plausible numbers, nothing more is checked.
        calibration: From heatmap maxima to probabilities.
        weights: What the weights file was; None in directories of an early version.
        source: Where the weights came from.
        calibration_by_prompt: For some of `PROMPT_KINDS` what stands in for `calibration`.
    """

    network: Mapping[str, Any]
    calibration: Calibration = ()
    weights: WeightsRecord | None = None
    source: Source = NO_SOURCE
    calibration_by_prompt: Mapping[str, Calibration] = field(default_factory=dict)

    def to_json(self) -> str:
        """The text of `config.json`; the same values give the same text."""
        values: dict[str, Any] = {
            "format": FORMAT,
            "version": VERSION,
            "network": dict(self.network),
            "calibration": [list(knot) for knot in self.calibration] or None,
        }
        if self.calibration_by_prompt:
            values["calibration_by_prompt"] = self._lists_by_prompt()
        if self.weights is not None:
            values["weights"] = {"sha256": self.weights.sha256, "bytes": self.weights.nbytes}
        if self.source != NO_SOURCE:
            values["source"] = {
                "file": self.source.file,
                "licence": self.source.licence,
                "unknown_keys": list(self.source.unknown_keys),
            }
        return json.dumps(values, indent=2, ensure_ascii=False) + "\n"

    def meaning(self) -> bytes:
        """What of it decides predictions; blanks and order in the file make no difference."""
        values: dict[str, Any] = {
            "network": self.network,
            "calibration": [list(knot) for knot in self.calibration],
        }
        if self.calibration_by_prompt:
            values["calibration_by_prompt"] = self._lists_by_prompt()
        return json.dumps(values, sort_keys=True, separators=(",", ":")).encode()

    def _lists_by_prompt(self) -> dict[str, list[list[float]]]:
        return {kind: [list(knot) for knot in knots] for kind, knots in self.calibration_by_prompt.items()}


def read_config(directory: Path, weight_count: int) -> ConfigFile:
    """`config.json` of a model directory.

    Args:
        weight_count: How many tensors the weights file has: no network has more blocks than that.

    Raises:
        ModelFileError: The file is missing, damaged, of another kind, or says what cannot be.
    """
    what = f"{directory.name}/{CONFIG_FILE}"
    values = read_json_object(
        directory / CONFIG_FILE,
        what,
        most_bytes=_MAX_CONFIG_BYTES,
        hint="The file is damaged; fetch the model again.",
    )
    unknown = sorted(values.keys() - _KEYS)
    if unknown:
        raise ModelFileError(
            f"{what} has unknown settings: {', '.join(unknown)}.",
            hint="The model may come from a newer version of this program.",
        )
    if values.get("format") != FORMAT:
        raise ModelFileError(f'{what} does not describe a GKDT model: "format" is not "{FORMAT}".')
    if values.get("version") != VERSION:
        raise ModelFileError(
            f"{what} is of version {str(values.get('version'))[:20]}; this program reads version {VERSION}.",
            hint="Update the program, or use another model.",
        )
    network = values.get("network")
    if not isinstance(network, dict):
        raise ModelFileError(f'{what} has no "network".')
    _check_sizes(network, weight_count, what)
    return ConfigFile(
        network,
        checked_calibration(values.get("calibration"), what),
        _weights_record(values.get("weights"), what),
        _source(values.get("source"), what),
        checked_calibrations(values.get("calibration_by_prompt"), what),
    )


def checked_calibration(knots: Any, what: str) -> Calibration:
    """Calibration knots of any origin as pairs of numbers; None is none.

    Raises:
        ModelFileError: They are no calibration.
    """
    if knots is None:
        return ()
    try:
        pairs = tuple((float(peak), float(probability)) for peak, probability in knots)
    except (TypeError, ValueError, OverflowError):
        pairs = ()
    ascending = all(a[0] < b[0] for a, b in itertools.pairwise(pairs))
    possible = all(math.isfinite(peak) and 0 <= probability <= 1 for peak, probability in pairs)
    if not (2 <= len(pairs) <= _MAX_KNOTS and ascending and possible):
        raise ModelFileError(
            f'{what}: "calibration" must be at least two (peak, probability) pairs with ascending peaks and '
            "probabilities from 0 to 1."
        )
    return pairs


def checked_calibrations(by_prompt: Any, what: str) -> dict[str, Calibration]:
    """Calibrations of some kinds of prompt, of any origin; None is none.

    Raises:
        ModelFileError: They are none.
    """
    if by_prompt is None:
        return {}
    if not isinstance(by_prompt, Mapping) or not by_prompt.keys() <= set(PROMPT_KINDS):
        raise ModelFileError(
            f'{what}: "calibration_by_prompt" must have calibrations by the names {", ".join(PROMPT_KINDS)}.'
        )
    return {kind: checked_calibration(knots, what) for kind, knots in by_prompt.items() if knots}


def _weights_record(values: Any, what: str) -> WeightsRecord | None:
    if values is None:
        return None
    if isinstance(values, dict) and values.keys() == {"sha256", "bytes"}:
        digest, nbytes = values["sha256"], values["bytes"]
        if isinstance(digest, str) and re.fullmatch(r"[0-9a-f]{64}", digest) and type(nbytes) is int:
            return WeightsRecord(digest, nbytes)
    raise ModelFileError(f'{what}: "weights" must say the "sha256" and the "bytes" of the weights file.')


def _source(values: Any, what: str) -> Source:
    if values is None:
        return Source()
    if isinstance(values, dict) and values.keys() == {"file", "licence", "unknown_keys"}:
        keys = values["unknown_keys"]
        texts = [values["file"], values["licence"], *(keys if isinstance(keys, list) else [None])]
        if len(texts) <= MAX_UNKNOWN_KEYS + 2 and all(isinstance(text, str) for text in texts):
            return Source(values["file"], values["licence"], tuple(keys))
    raise ModelFileError(f'{what}: "source" must say "file", "licence" and "unknown_keys".')


def read_json_object(path: Path, what: str, *, most_bytes: int, hint: str) -> dict[str, Any]:
    """The JSON object in a file that anybody may have written.

    Args:
        path: The file.
        what: Its name in messages.
        most_bytes: A larger one is refused unread.
        hint: What to do about one that is damaged.

    Raises:
        ModelFileError: It cannot be read, is too large, or holds something else.
    """
    try:
        with path.open("rb") as file:
            content = file.read(most_bytes + 1)
        if len(content) > most_bytes:
            raise ModelFileError(f"{what} is larger than {most_bytes >> 20} MiB.")
        values = json.loads(content)
    except OSError as error:
        raise ModelFileError(f"{what} cannot be read: {error}") from error
    except (ValueError, RecursionError) as error:
        raise ModelFileError(f"{what} is not valid JSON: {error}", hint=hint) from error
    if not isinstance(values, dict):
        raise ModelFileError(f"{what} does not hold an object.")
    return values


def _check_sizes(values: Mapping[str, Any], weights: int, what: str) -> None:
    """Refuse sizes that could not be meant, before anything is computed from them."""
    for name, value in values.items():
        if isinstance(value, dict):
            _check_sizes(value, weights, what)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            limit = weights if name in _BLOCK_COUNTS else _MAX_SIZE  # a block has at least one weight
            large_enough = 0 <= value if name in _MAY_BE_ZERO else 0 < value
            if not (large_enough and value <= limit):  # NaN is neither
                raise ModelFileError(f'{what}: "{name}" is {str(value)[:30]}, which cannot be meant.')
