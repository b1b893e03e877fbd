"""HDF5 files through the optional package h5py, and pandas' tables in them without running what is in them.

pandas keeps column names as pickles, which can run anything when they are loaded the usual way. Here they
are loaded by an unpickler that knows plain lists, tuples, numbers and strings only.
"""

from __future__ import annotations

import importlib
import io
import math
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gkdt_core.errors import DatasetError
from gkdt_core.extras import how_to_add

MAX_ROWS = 50_000_000
_MAX_PICKLE = 50_000_000


def optional(module: str, extra: str, what: str) -> Any:
    """A module of an optional extra.

    Raises:
        DatasetError: It is not installed; says what to do about it.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise DatasetError(
            f'{what} needs the package "{module}", which is not installed.',
            hint=how_to_add(extra),
        ) from error


@contextmanager
def opened(path: Path, extra: str) -> Iterator[Any]:
    """An HDF5 file open for reading, one that takes nothing from other files.

    Raises:
        DatasetError: h5py is missing, or the file cannot be read, or refers to another file.
    """
    h5py = optional("h5py", extra, f'Reading "{path.name}"')
    try:
        with h5py.File(path, "r") as file:
            _refuse_other_files(file, h5py)
            yield file
    except (OSError, KeyError, ValueError, TypeError, AttributeError, IndexError, RuntimeError) as error:
        if isinstance(error, KeyError):
            reason = f"{error} is missing"
        else:
            reason = " ".join(str(error).split())[:200]
            if "plugin" in reason or "filter" in reason:  # pandas' blosc, which h5py does not have
                reason = "it is compressed in a way that h5py does not know"
        raise DatasetError(
            f'"{path}" cannot be read: {reason}.', hint="Check that it is whole, and save it again."
        ) from error


def _refuse_other_files(file: Any, h5py: Any) -> None:
    """HDF5 can show the bytes of any file of the computer as numbers; a label file has no reason to.

    Raises:
        ValueError: A link, a dataset's storage or a virtual dataset leads to another file.
    """

    def look(name: str, link: Any) -> str | None:
        if isinstance(link, h5py.ExternalLink):
            return f'"{name}" is a link to another file'
        if isinstance(link, h5py.HardLink) and file.get(name, getclass=True) is h5py.Dataset:
            dataset = file[name]
            if dataset.external or dataset.is_virtual:
                return f'"{name}" takes its values from another file'
        return None

    found = file.visititems_links(look)  # ends at the first answer; it cannot stand an exception
    if found:
        raise ValueError(found)


def rows(dataset: Any) -> NDArray[Any]:
    """The values of a dataset of at most `MAX_ROWS` entries.

    Raises:
        ValueError: It is larger.
    """
    if dataset.size > MAX_ROWS:
        raise ValueError(f"it has {dataset.size:,} values")
    return np.asarray(dataset[()])


def bounded(values: Any) -> Any:
    """All of an array that a library reads when it is asked, of at most `MAX_ROWS` entries.

    A few bytes of a compressed file can stand for more zeros than there is memory.

    Raises:
        ValueError: It is larger.
    """
    shape = getattr(values, "shape", None) or (len(values),)
    if math.prod(shape) > MAX_ROWS:
        raise ValueError(f"it has {math.prod(shape):,} values")
    return values[:]


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A pandas table.

    Attributes:
        columns: The names of each column, level by level.
        index: The names of each row, level by level.
        values: (rows, columns) float64.
    """

    columns: list[tuple[str, ...]]
    index: list[tuple[str, ...]]
    values: NDArray[np.float64]


def read_frame(path: Path, extra: str) -> Frame:
    """The first table in a file that pandas wrote.

    Raises:
        DatasetError: h5py is missing, or there is no table that can be read.
    """
    with opened(path, extra) as file:
        names = ["df_with_missing"] if "df_with_missing" in file else list(file)
        if not names:
            raise ValueError("it is empty")
        group = file[names[0]]
        kind = _plain(group.attrs.get("pandas_type", b""))
        if kind in ("frame_table", "appendable_frame") or "table" in group:
            return _table(group)
        return _fixed(group)


def has_frame(path: Path) -> bool:
    """Whether a file holds a pandas table; no where h5py is missing."""
    try:
        with opened(path, "") as file:
            return any("pandas_type" in file[name].attrs for name in list(file)[:10])
    except DatasetError:
        return False


def _table(group: Any) -> Frame:
    table = rows(group["table"])
    node = group["table"].attrs
    ((_, listed),) = [axis for axis in _plain(group.attrs["non_index_axes"]) if axis[0] == 1]
    values = np.full((len(table), len(listed)), np.nan)
    where = {_names(column): index for index, column in enumerate(listed)}
    for field in table.dtype.names or ():
        if not field.startswith("values_block"):
            continue
        kinds = _plain(node[f"{field}_kind"])
        block = table[field].reshape(len(table), -1)
        for column, name in enumerate(kinds):
            values[:, where[_names(name)]] = block[:, column].astype(np.float64)
    levels = [field for field in table.dtype.names or () if not field.startswith("values_block")]
    # a column of a many-level index comes before "index", which then only numbers the rows
    if len(levels) > 1 and "index" in levels:
        levels.remove("index")
    parts = [[_text(value) for value in table[field].ravel()] for field in levels]
    return Frame([_names(column) for column in listed], [*zip(*parts, strict=True)], values)


def _fixed(group: Any) -> Frame:
    columns, index = _axis(group, "axis0"), _axis(group, "axis1")
    where = {column: position for position, column in enumerate(columns)}
    values = np.full((len(index), len(columns)), np.nan)
    for number in range(int(group.attrs["nblocks"])):
        block = rows(group[f"block{number}_values"])
        if not group[f"block{number}_values"].attrs.get("transposed", False):
            block = block.T
        for position, column in enumerate(_axis(group, f"block{number}_items")):
            values[:, where[column]] = block[:, position].astype(np.float64)
    return Frame(columns, index, values)


def _axis(group: Any, name: str) -> list[tuple[str, ...]]:
    if _plain(group.attrs.get(f"{name}_variety", b"regular")) != "multi":
        return [(_text(value),) for value in _strings(group[name])]
    parts = []
    for level in range(int(group.attrs[f"{name}_nlevels"])):
        words = [_text(value) for value in _strings(group[f"{name}_level{level}"])]
        labels = rows(group[f"{name}_label{level}"])
        parts.append([words[label] if label >= 0 else "" for label in labels.tolist()])
    return [*zip(*parts, strict=True)]


def _strings(dataset: Any) -> list[Any]:
    values = rows(dataset)
    if values.dtype == object and len(values):  # a pickle of the whole array
        raise ValueError("its names are in a form that is not read; use the .csv")
    return list(values.tolist())


def _names(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple | list) else (str(value),)


def _text(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


class _PlainUnpickler(pickle.Unpickler):
    """Loads lists, tuples, dicts, numbers and strings; refuses everything that names code."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"it names {module}.{name}")


def _plain(value: Any) -> Any:
    """An attribute as PyTables keeps it: text, or a pickle of plain values.

    Raises:
        ValueError: It is a pickle of anything else.
    """
    if not isinstance(value, bytes | np.bytes_):
        return value
    if not bytes(value).endswith(b"."):
        return bytes(value).decode("utf-8", "replace")
    if len(value) > _MAX_PICKLE:
        raise ValueError("its column names are too long")
    try:
        return _PlainUnpickler(io.BytesIO(bytes(value))).load()
    except (pickle.UnpicklingError, EOFError, AttributeError, ImportError, MemoryError) as error:
        raise ValueError(f"its column names cannot be trusted ({error})") from error
