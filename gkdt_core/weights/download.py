"""Fetching a released model after a person agreed to its terms. The only place that uses a network."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from gkdt_core.errors import LicenceError, ModelFileError
from gkdt_core.progress import Checkpoint
from gkdt_core.weights.digests import file_sha256
from gkdt_core.weights.library import DownloadOffer
from gkdt_core.weights.locate import models_directory
from gkdt_core.weights.registry import ReleasedModel
from gkdt_core.weights.staging import check_room, hold

_SUFFIX = ".best"
_TIMEOUT_S = 20.0
_TRUE = {"1", "ON", "YES", "TRUE"}
_HASHING = 0.05
"""Share of the whole work that checking the file afterwards is."""


def by_hand(model: ReleasedModel) -> str:
    """How a person brings the file without this program using a network."""
    return (
        f"Without a network here: fetch the {_SUFFIX} file on another computer from {model.page}, bring it "
        f'over, and run: gkdt models convert FILE --as {model.name} --out "{models_directory() / model.name}"'
    )


def find_offer(model: ReleasedModel, *, file: str = "", endpoint: str = "") -> DownloadOffer:
    """`library.offered`."""
    with _hub_errors(model):
        _prepare(model)
        from huggingface_hub.hf_api import HfApi

        info = HfApi(endpoint=_endpoint(endpoint)).model_info(
            model.repo_id, files_metadata=True, timeout=_TIMEOUT_S
        )
    siblings = {str(sibling.rfilename): sibling for sibling in info.siblings or ()}
    names = [name for name in siblings if name == file or (not file and name.lower().endswith(_SUFFIX))]
    if len(names) != 1:
        several = ", ".join(f'"{name[:100]}"' for name in sorted(names or siblings)[:10]) or "none"
        raise ModelFileError(
            f"{model.page} has {len(names) or 'no'} files that could be the model."
            if not file
            else f'{model.page} has no file "{file}".',
            hint=f"Name the file with --file. There: {several}. {by_hand(model)}",
        )
    chosen = siblings[names[0]]
    sha256 = getattr(chosen.lfs, "sha256", None)
    if not (isinstance(chosen.size, int) and isinstance(sha256, str) and len(sha256) == 64 and info.sha):
        raise ModelFileError(
            f'{model.page} does not say the size and the SHA-256 of "{names[0][:100]}": a copy could not be '
            "checked.",
            hint=by_hand(model),
        )
    return DownloadOffer(names[0], chosen.size, sha256.lower(), str(info.sha))


def fetch(
    model: ReleasedModel,
    *,
    agreed_to: str,
    directory: Path,
    checkpoint: Checkpoint,
    on_bytes: Callable[[int, int], None],
    offer: DownloadOffer | None,
    endpoint: str,
) -> Path:
    """`library.download`."""
    if agreed_to != model.licence.id:
        raise LicenceError(
            f"{model.name} is under {model.licence.name}, which has not been agreed to.",
            hint=f"Read the terms at {model.page}; who agrees gives --agree-licence {model.licence.id}.",
        )
    if offer is None:
        offer = find_offer(model, endpoint=endpoint)
    target = directory / f"{model.name}{_SUFFIX}"
    # the digest is in the name: what was fetched of another version of the file is not continued
    part = directory / f".{target.name}.{offer.sha256[:16]}.part"
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with hold(directory / f".{target.name}.lock", f"{model.name} is being downloaded already."):
            if target.exists():
                return _checked_existing(target, offer, checkpoint)
            have = part.stat().st_size if part.exists() else 0
            if have > offer.nbytes:
                part.unlink()
                have = 0
            check_room(directory, offer.nbytes - have)
            with _hub_errors(model):
                _transfer(model, part, offer, _endpoint(endpoint), checkpoint, on_bytes)
            found = file_sha256(part, lambda share: checkpoint(1 - _HASHING * (1 - share)))
            if found != offer.sha256:
                part.unlink()
                raise ModelFileError(
                    f"What came for {target.name} is not what {model.page} announces: its SHA-256 is "
                    f"{found}, announced is {offer.sha256}. It was deleted.",
                    hint="Download it again; if it happens again, tell who runs your network.",
                )
            os.replace(part, target)
    except OSError as error:
        raise ModelFileError(
            f'The download cannot be written to "{directory}": {error}',
            hint="Check that the folder may be written to and the disk has room.",
        ) from error
    return target


def _checked_existing(target: Path, offer: DownloadOffer, checkpoint: Checkpoint) -> Path:
    if target.stat().st_size == offer.nbytes and file_sha256(target, checkpoint) == offer.sha256:
        return target
    raise ModelFileError(
        f'There is another file at "{target}" already.', hint="Move it away, then download again."
    )


def _transfer(
    model: ReleasedModel,
    part: Path,
    offer: DownloadOffer,
    endpoint: str | None,
    checkpoint: Checkpoint,
    on_bytes: Callable[[int, int], None],
) -> None:
    """Fetches what `part` lacks. What has come stays there, whatever ends this."""
    _prepare(model)
    # not hf_hub_download: that of version 2.4 throws away what came of a broken file and starts anew
    from huggingface_hub.file_download import hf_hub_url, http_get
    from huggingface_hub.utils import build_hf_headers  # type: ignore[attr-defined]  # in its documentation

    total = offer.nbytes

    class Bar:
        """Takes the place of tqdm's progress bar."""

        def __init__(self, *, initial: int = 0, **_: Any) -> None:
            self._done = initial

        def __enter__(self) -> Self:
            self.update(0)
            return self

        def __exit__(
            self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
        ) -> None:
            pass

        def update(self, count: int) -> None:
            """`count` more bytes came."""
            self._done += count
            on_bytes(self._done, total)
            checkpoint((1 - _HASHING) * self._done / max(1, total))

    url = hf_hub_url(model.repo_id, offer.file, revision=offer.revision, endpoint=endpoint)
    with part.open("ab") as file:
        http_get(
            url,
            file,
            resume_size=file.tell(),
            headers=build_hf_headers(library_name="gkdt-annotator"),
            expected_size=total,
            tqdm_class=Bar,  # any class with its three methods does
        )
    on_bytes(total, total)


def _prepare(model: ReleasedModel) -> None:
    """Tells the hub's library to report nothing to anybody.

    Raises:
        ModelFileError: The person wants no network.
    """
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    from huggingface_hub import constants

    constants.HF_HUB_DISABLE_TELEMETRY = True  # it may have been imported before
    if constants.HF_HUB_OFFLINE or os.environ.get("HF_HUB_OFFLINE", "").upper() in _TRUE:
        raise ModelFileError(
            f"{model.name} cannot be downloaded: HF_HUB_OFFLINE is set.", hint=by_hand(model)
        )


def _endpoint(endpoint: str) -> str | None:
    return endpoint or os.environ.get("HF_ENDPOINT") or None


@contextmanager
def _hub_errors(model: ReleasedModel) -> Iterator[None]:
    from huggingface_hub.errors import GatedRepoError, HfHubHTTPError, RepositoryNotFoundError

    # HTTPError of the HTTP library that this version of the hub's library uses
    connection_error: type[Exception] = HfHubHTTPError.__mro__[1]
    try:
        yield
    except GatedRepoError as error:
        raise ModelFileError(
            f"{model.page} lets only people in who accepted its terms there.",
            hint="Accept them on the page, log in with `hf auth login` or set HF_TOKEN, and try again. "
            + by_hand(model),
        ) from error
    except RepositoryNotFoundError as error:
        raise ModelFileError(
            f"{model.page} is not there, or not open to you.",
            hint=f"Open the page in a browser. {by_hand(model)}",
        ) from error
    except HfHubHTTPError as error:
        status = error.response.status_code if error.response is not None else "an error"
        if status in (401, 403):
            raise ModelFileError(
                f"{model.page} does not let you in ({status}).",
                hint="Log in with `hf auth login` or set HF_TOKEN to a token that is valid, and try again. "
                + by_hand(model),
            ) from error
        raise ModelFileError(
            f"{model.page} answered with {status}.", hint=f"Try again later. {by_hand(model)}"
        ) from error
    except (connection_error, ConnectionError, TimeoutError) as error:
        raise ModelFileError(
            f"{model.name} cannot be downloaded: no connection to the model hub ({type(error).__name__}).",
            hint="Try again when there is one: a download that has begun goes on from where it was. "
            + by_hand(model),
        ) from error
    except OSError as error:
        if error.errno is not None:  # the disk and not the hub
            raise
        raise ModelFileError(
            f"{model.page} sent another length than it announces.",
            hint=f"What has come so far is kept; the same command goes on from there. {by_hand(model)}",
        ) from error
