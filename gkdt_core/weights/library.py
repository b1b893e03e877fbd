"""The models a person has: what each one is, bringing released ones in, checking and removing them.

Importing this needs no torch; what needs it imports it when it is called.
"""

from __future__ import annotations

import glob
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from gkdt_core.errors import ModelFileError
from gkdt_core.progress import Checkpoint, no_checkpoint
from gkdt_core.weights.config_file import read_config
from gkdt_core.weights.digests import known_weights_sha256, model_digest
from gkdt_core.weights.locate import (
    BUNDLED,
    CARD_FILE,
    CONFIG_FILE,
    WEIGHTS_FILE,
    ModelEntry,
    ModelKind,
    available_models,
    find_model,
    models_directory,
)
from gkdt_core.weights.registry import ReleasedModel
from gkdt_core.weights.tensor_file import read_header

DTYPE_NAMES = {"F64": "fp64", "F32": "fp32", "F16": "fp16", "BF16": "bf16", "I64": "int64"}
Dtype = Literal["fp32", "fp16", "bf16"]
"""As what the matrices of a converted model are stored."""
_MAX_CARD_BYTES = 1 << 20
_ENCODERS = {
    "dinov3": "DINOv3 ViT",
    "dinov3_convnext": "DINOv3 ConvNeXt",
    "efficientnet_lite": "EfficientNet-Lite",
}


def _unseen(done: int, total: int) -> None:
    """A download that nobody watches."""


@dataclass(frozen=True, slots=True)
class ModelSummary:
    """What a model is, told from its headers and its configuration.

    Attributes:
        name: What `load_model` accepts and a person reads.
        kind: In what form it is kept.
        path: Its directory, or the official checkpoint file.
        nbytes: Size of its files on disk.
        parameters: How many numbers its weights have.
        encoder: The image encoder in words.
        input_size: Side of the square input, px.
        heatmap_size: Side of the heatmaps, cells.
        pad_slots: Prompt slots each modality is padded to; 0 for none.
        dtype: In which most of the weights are stored: "fp32", "fp16", "bf16" or "fp64".
        digest: SHA-256 in hex over configuration and weights; empty while nobody has computed it.
        calibrated: Whether scores are probabilities; otherwise they are heatmap maxima.
        licence: Terms of the weights, one sentence; empty where the model does not say.
        card: Text of its MODEL_CARD.md; empty where there is none.
        extra_keys: Names in the original file that the program does not know and leaves out.
    """

    name: str
    kind: ModelKind
    path: Path
    nbytes: int
    parameters: int
    encoder: str
    input_size: int
    heatmap_size: int
    pad_slots: int
    dtype: str
    digest: str
    calibrated: bool
    licence: str
    card: str
    extra_keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConversionReport:
    """What converting an official checkpoint came to.

    Attributes:
        directory: The model directory written.
        nbytes: Size of its files.
        parameters: How many numbers its weights have.
        unknown_keys: Names in the checkpoint that belong to no part of the network; left out.
    """

    directory: Path
    nbytes: int
    parameters: int
    unknown_keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DownloadOffer:
    """The file that a model hub offers for a released model.

    Attributes:
        file: Its name there.
        nbytes: Its size.
        sha256: What the hub says its SHA-256 is, hex.
        revision: The version of the repository it is from.
    """

    file: str
    nbytes: int
    sha256: str
    revision: str


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file of a model directory as it is.

    Attributes:
        name: Its name.
        nbytes: Its size.
        sha256: Computed now, hex.
    """

    name: str
    nbytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class VerificationReport:
    """What checking a model directory found.

    Attributes:
        problems: Everything that is wrong, one sentence each.
        notes: What could not be checked, one sentence each.
        files: The files that were read.
    """

    problems: tuple[str, ...]
    notes: tuple[str, ...]
    files: tuple[CheckedFile, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def summarize(name_or_path: str | Path) -> ModelSummary:
    """What the model that a name or path means is. Reads no weights; an official checkpoint needs torch.

    Raises:
        ModelFileError: There is no such model, or its files are damaged or foreign.
    """
    entry = find_model(name_or_path)
    return _summarize_checkpoint(entry) if entry.kind is ModelKind.OFFICIAL else _summarize_directory(entry)


def convert(
    file: str | Path,
    directory: Path,
    *,
    dtype: Dtype = "fp32",
    released: ReleasedModel | None = None,
    checkpoint: Checkpoint = no_checkpoint,
) -> ConversionReport:
    """Write an official checkpoint as a model directory, which is smaller and loads faster and more safely.

    Weights pass through memory a piece at a time. After any error everything is as it was before.

    Args:
        file: The checkpoint (*.best).
        directory: A new or empty folder.
        dtype: Of the stored matrices; vectors stay float32. "fp32" keeps the numbers of the file bit for bit.
            "fp16" halves the size; heatmaps of small random networks moved by up to 4e-4 and no peak left its
            cell.
        released: Which of the released models it is; None for any that fits together.
        checkpoint: May cancel.

    Raises:
        ModelFileError: The checkpoint cannot be used or is not `released`, the disk is too small, or the
            directory cannot be written.
    """
    from gkdt_core.weights.convert import convert_checkpoint

    return convert_checkpoint(file, directory, dtype=dtype, released=released, checkpoint=checkpoint)


def offered(model: ReleasedModel, *, file: str = "", endpoint: str = "") -> DownloadOffer:
    """What the model hub offers for a released model; asks it over the network, fetches nothing.

    Args:
        file: Its name there; empty takes the only `*.best` file.
        endpoint: Address of the hub; empty is HF_ENDPOINT, or the public one.

    Raises:
        ModelFileError: There is no network, or not exactly one such file. Says how to bring the file by hand.
    """
    from gkdt_core.weights.download import find_offer

    return find_offer(model, file=file, endpoint=endpoint)


def download(
    model: ReleasedModel,
    *,
    agreed_to: str,
    directory: Path | None = None,
    checkpoint: Checkpoint = no_checkpoint,
    on_bytes: Callable[[int, int], None] = _unseen,
    offer: DownloadOffer | None = None,
    endpoint: str = "",
) -> Path:
    """The file of a released model, fetched from its hub and compared with the SHA-256 given there.

    What has come is kept when the connection breaks or the work is cancelled; the next call goes on there.

    Args:
        model: Which one.
        agreed_to: The id of its licence, which says that a person has read the terms and agrees.
        directory: Where it goes; None for the user's models folder.
        checkpoint: May cancel.
        on_bytes: Called with the bytes that are here and the bytes in all.
        offer: From `offered`; None asks anew.
        endpoint: See `offered`.

    Returns:
        The file, named after the model.

    Raises:
        LicenceError: `agreed_to` is not the licence of this model.
        ModelFileError: There is no network, the disk is too small, or another file came than announced. Says
            how to bring the file by hand where that helps.
    """
    from gkdt_core.weights.download import fetch

    return fetch(
        model,
        agreed_to=agreed_to,
        directory=models_directory() if directory is None else directory,
        checkpoint=checkpoint,
        on_bytes=on_bytes,
        offer=offer,
        endpoint=endpoint,
    )


def verify(directory: str | Path, *, checkpoint: Checkpoint = no_checkpoint) -> VerificationReport:
    """Reads every byte of a model directory and says everything that is wrong with it.

    Args:
        directory: A model directory, or the name of one.
        checkpoint: May cancel.

    Raises:
        ModelFileError: There is no such directory.
    """
    from gkdt_core.weights.verify import verify_directory

    return verify_directory(directory, checkpoint=checkpoint)


def installed(model: ReleasedModel) -> ModelEntry | None:
    """Where a released model is in the user's models folder; None while it is not there."""
    names = (model.name.casefold(), f"{model.name}.best".casefold())
    found = {entry.name.casefold(): entry for entry in available_models() if entry.kind != ModelKind.BUNDLED}
    return next((found[name] for name in names if name in found), None)


def remove(name: str | Path) -> int:
    """Deletes one of the user's models, with everything in its folder.

    Only what lies directly in the models folder is ever deleted, an unfinished download of that name
    included. Of a link only the link is, not what it leads to.

    Returns:
        How many bytes became free.

    Raises:
        ModelFileError: It is the bundled model, lies elsewhere, or cannot be deleted.
    """
    place = models_directory()
    if name == BUNDLED:
        raise ModelFileError("The bundled model is part of the program and stays.")
    path = Path(name).expanduser()
    if len(path.parts) == 1 and path.name not in ("", ".", ".."):
        path = place / path
    if path.name in ("", ".", "..") or path.parent.resolve() != place.resolve():
        raise ModelFileError(
            f'"{name}" does not lie in the models folder {place}, so it is not deleted.',
            hint="Delete it in your file manager, if that is what you want.",
        )
    unfinished = list(place.glob(f".{glob.escape(path.name)}.best.*.part"))
    if path.name.casefold() not in (entry.path.name.casefold() for entry in available_models()):
        if unfinished:
            return _delete(unfinished)
        known = ", ".join(e.name for e in available_models() if e.kind is not ModelKind.BUNDLED) or "none"
        raise ModelFileError(f'There is no model "{path.name}" in {place}.', hint=f"Models there: {known}.")
    return _delete([path, *unfinished])


def _delete(paths: Sequence[Path]) -> int:
    freed = 0
    for path in paths:
        try:
            if path.is_symlink() or not path.is_dir():
                size = path.lstat().st_size
                path.unlink()
            else:
                size = sum(file.lstat().st_size for file in _files_below(path))
                gone = path.with_name(f".{path.name}.removed")  # at once out of every list, whatever comes
                shutil.rmtree(gone, ignore_errors=True)
                path.rename(gone)
                shutil.rmtree(gone)
        except OSError as error:
            raise ModelFileError(
                f'"{path}" cannot be deleted: {error}', hint="Close the programs that use it, then try again."
            ) from error
        freed += size
    return freed


def _files_below(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder, followlinks=False):
        yield from (Path(place, name) for name in names)


def encoder_words(values: Mapping[str, Any]) -> str:
    """The image encoder of a network's configuration in words."""
    kind = str(values.get("kind"))
    words = [_ENCODERS.get(kind, kind.replace("_", " "))]
    if isinstance(values.get("depth"), int):
        words.append(f"{values['depth']} blocks")
    words.append(f"{values.get('channels')} channels")
    return ", ".join(words)


def _summarize_directory(entry: ModelEntry) -> ModelSummary:
    tensors = read_header(entry.path / WEIGHTS_FILE)
    config = read_config(entry.path, len(tensors))
    network = config.network
    bytes_of: dict[str, int] = {}
    for tensor in tensors.values():
        bytes_of[tensor.dtype] = bytes_of.get(tensor.dtype, 0) + tensor.nbytes
    input_size = _whole(network, "input_size", 384)
    sha256 = known_weights_sha256(entry.path, config)
    encoder = network.get("image_encoder")
    files = (entry.path / name for name in (CONFIG_FILE, WEIGHTS_FILE, CARD_FILE))
    return ModelSummary(
        name=entry.name,
        kind=entry.kind,
        path=entry.path,
        nbytes=sum(file.stat().st_size for file in files if file.is_file()),
        parameters=sum(tensor.numel for tensor in tensors.values()),
        encoder=encoder_words(encoder) if isinstance(encoder, dict) else "",
        input_size=input_size,
        heatmap_size=input_size // _whole(network, "feature_stride", 16) * _whole(network, "upscale", 4),
        pad_slots=_whole(network, "pad_slots", 0),
        dtype=DTYPE_NAMES[max(bytes_of, key=bytes_of.__getitem__)] if bytes_of else "",
        digest=model_digest(config, sha256) if sha256 else "",
        calibrated=bool(config.calibration),
        licence=config.source.licence,
        card=_card(entry.path / CARD_FILE),
        extra_keys=config.source.unknown_keys,
    )


def _summarize_checkpoint(entry: ModelEntry) -> ModelSummary:
    from gkdt_core.weights.load import summarize_official

    return summarize_official(entry)


def _whole(network: Mapping[str, Any], name: str, default: int) -> int:
    value = network.get(name, default)
    if type(value) is not int:
        raise ModelFileError(f'{CONFIG_FILE}: "{name}" is {str(value)[:30]}, expected int.')
    return value


def _card(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_MAX_CARD_BYTES).decode("utf-8", errors="replace").rstrip()
    except FileNotFoundError:
        return ""
    except OSError as error:
        return f"({path.name} cannot be read: {error})"
