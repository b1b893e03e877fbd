"""Text vectors kept on disk: a text tower of a billion weights takes a second for seventeen names on a CPU.

The file is a cache in every sense: whatever goes wrong with it (damaged, read-only, full, held by another
program), the vectors are computed and nobody is stopped. It holds no text: keypoint names may be private, so
a row is found by a SHA-256 over the model and the string.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gkdt_core.paths import cache_dir

log = logging.getLogger(__name__)

CAPACITY = 64 * 2**20
SWITCH = "GKDT_TEXT_CACHE"
"""Environment variable; "0", "off" or "no" keeps text vectors off the disk."""
_FILE = "text-vectors-1.sqlite"  # another number when tokenizing or the text side computes something else
_WAIT_S = 1.0  # for another program that writes
_ROWS = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL, proof BLOB NOT NULL)"

Vector = NDArray[np.float32]


class TextCache:
    """Text vectors of one model by string; may be asked from any thread, and by several programs at once."""

    def __init__(
        self, model: str, channels: int, *, directory: Path | None = None, capacity: int = CAPACITY
    ) -> None:
        """Args:
        model: Stands for everything the vectors depend on: weights, precision, tokenizer.
        channels: C of every vector.
        directory: Where the file lies; the user's cache folder by default. Made when something is kept.
        capacity: Bytes the file may have, of all models together; the oldest rows go first.
        """
        self._model, self._channels, self._capacity = model, channels, capacity
        self._path = (cache_dir() if directory is None else directory) / _FILE
        self._reads = self._writes = True

    def get(self, texts: Sequence[str]) -> dict[str, Vector]:
        """The (C,) float32 vectors of those `texts` that are kept; never one that is damaged."""
        if not self._reads or not texts or not self._path.is_file():
            return {}
        keys = {self._key(text): text for text in texts}
        found: dict[str, Vector] = {}
        try:
            with self._open() as connection:
                for key, text in keys.items():
                    row = connection.execute(
                        "SELECT vector, proof FROM vectors WHERE key = ?", (key,)
                    ).fetchone()
                    vector = None if row is None else self._checked(key, *row)
                    if vector is not None:
                        found[text] = vector
        except (sqlite3.Error, OSError) as error:
            self._failed(error, "read")
        return found

    def put(self, vectors: Mapping[str, Vector]) -> None:
        """Keeps (C,) float32 vectors by their texts, if the disk allows."""
        if not self._writes or not vectors:
            return
        rows = []
        for text, vector in vectors.items():
            key, data = self._key(text), np.ascontiguousarray(vector, dtype="<f4").tobytes()
            rows.append((key, data, _proof(key, data)))
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._open() as connection:
                connection.execute(_ROWS)
                connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)
                self._shrink(connection)
        except (sqlite3.Error, OSError) as error:
            self._failed(error, "write")

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        # opened for each use: threads, forks and a folder that is removed meanwhile need no thought
        connection = sqlite3.connect(self._path, timeout=_WAIT_S)
        try:
            with connection:  # commits, or takes back what was not finished
                yield connection
        finally:
            connection.close()

    def _shrink(self, connection: sqlite3.Connection) -> None:
        (pages,), (free,), (size,) = (
            connection.execute(f"PRAGMA {name}").fetchone()
            for name in ("page_count", "freelist_count", "page_size")
        )
        if (pages - free) * size <= self._capacity:
            return
        # a quarter at once, so that not every write sweeps; the pages are used again
        connection.execute(
            "DELETE FROM vectors WHERE rowid IN "
            "(SELECT rowid FROM vectors ORDER BY rowid LIMIT (SELECT COUNT(*) / 4 + 1 FROM vectors))"
        )

    def _key(self, text: str) -> bytes:
        return hashlib.sha256(
            f"{self._model}\0{self._channels}\0{text}".encode(errors="surrogatepass")
        ).digest()

    def _checked(self, key: bytes, data: object, proof: object) -> Vector | None:
        if not isinstance(data, bytes) or len(data) != 4 * self._channels or proof != _proof(key, data):
            return None
        vector = np.frombuffer(data, dtype="<f4").astype(np.float32)
        return vector if bool(np.isfinite(vector).all()) else None

    def _failed(self, error: sqlite3.Error | OSError, doing: str) -> None:
        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            return  # another program is at it; the next time is another chance
        damaged = isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
        if damaged or "no such" in str(error):
            with contextlib.suppress(OSError):
                self._path.unlink()
                log.warning("the damaged text cache %s was removed", self._path)
                return
        self._writes = False
        self._reads = self._reads and doing == "write" and not damaged
        log.warning("text vectors are not kept on disk: cannot %s %s: %s", doing, self._path, error)


def _proof(key: bytes, data: bytes) -> bytes:
    """That `data` is what was written for `key`."""
    return hashlib.blake2b(data, digest_size=16, key=key).digest()


def wanted_on_disk() -> bool:
    """Whether the environment lets text vectors be kept on disk."""
    return os.environ.get(SWITCH, "").strip().lower() not in ("0", "off", "no", "false")
