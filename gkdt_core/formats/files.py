"""Files of formats: bounded and harmless reading of what anybody may have written, all-or-nothing writing."""

from __future__ import annotations

import codecs
import csv
import io
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

import yaml

from gkdt_core.errors import DatasetError
from gkdt_core.formats.coco import resolve_image
from gkdt_core.partial_files import partial_beside

MAX_TEXT = 500_000_000
"""Bytes of a table or XML file; a larger one is refused."""
MAX_SMALL = 20_000_000
"""Bytes of one image's file (with the picture inside it) or of a settings file."""
MAX_FILES = 2_000_000
"""Files of one folder that are looked at."""


def read_text(path: Path, limit: int = MAX_TEXT) -> str:
    """The text of a UTF-8 file, with or without a byte order mark.

    Raises:
        DatasetError: It cannot be read, is larger than `limit` bytes, or is no such text.
    """
    try:
        size = path.stat().st_size
        if size > limit:
            raise DatasetError(
                f'"{path}" has {size / 1e6:.0f} MB; such files above {limit / 1e6:.0f} MB are not read.',
                hint="Split it into several files.",
            )
        return _decoded(path.read_bytes())
    except UnicodeDecodeError as error:
        raise DatasetError(f'"{path}" is not a text file in UTF-8.', hint="Save it as UTF-8.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise DatasetError(
            f'"{path}" cannot be read: {reason}.', hint="Check its name, place and permissions."
        ) from error


def _decoded(content: bytes) -> str:
    """UTF-8, or the UTF-16 that Excel writes as "Unicode text" and that says so in its first bytes."""
    is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return content.decode("utf-16" if is_wide else "utf-8-sig")


def read_json(path: Path, limit: int = MAX_SMALL) -> Any:
    """The content of a JSON file; infinite numbers and NaN count as null.

    Raises:
        DatasetError: It cannot be read or is no JSON.
    """
    try:
        return json.loads(read_text(path, limit), parse_constant=lambda _name: None)
    except (ValueError, RecursionError) as error:
        raise DatasetError(f'"{path}" is not valid JSON: {error}.', hint="Save it again.") from error


def read_yaml(path: Path) -> dict[str, Any]:
    """The mapping in a YAML file; only plain values, and no aliases, which could stand for endless ones.

    Raises:
        DatasetError: It cannot be read or is no such file.
    """
    text = read_text(path, 1_000_000)
    try:
        content = _PlainLoader(text).get_single_data()
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())[:200]
        raise DatasetError(
            f'"{path}" is not plain YAML: {reason}.', hint="Correct it, or remove it."
        ) from error
    if not isinstance(content, dict):
        raise DatasetError(f'"{path}" is not a list of settings.', hint="Choose the folder of a dataset.")
    return content


class _PlainLoader(yaml.SafeLoader):  # type: ignore[misc]  # PyYAML has no types
    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("it uses aliases (*name)")
        return super().compose_node(parent, index)


def yaml_text(content: Mapping[str, Any]) -> str:
    """A mapping as YAML that every reader takes, in the given order."""
    return str(yaml.safe_dump(dict(content), sort_keys=False, allow_unicode=True, default_flow_style=None))


def read_xml(path: Path) -> Element:
    """The root of an XML file. Document types are refused, and with them entities of every kind.

    Raises:
        DatasetError: It cannot be read, is no XML, or declares a document type.
    """
    return parse_xml(read_text(path), f'"{path}"')


def parse_xml(text: str, what: str) -> Element:
    """The root of an XML text; see `read_xml`."""
    builder = TreeBuilder()
    parser = expat.ParserCreate()
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > 100:
            raise ValueError("it is nested too deeply")
        builder.start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(tag)

    def refuse(*_: object) -> None:
        raise ValueError("it declares a document type")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    parser.buffer_text = True
    try:
        # str, so that an "encoding" in the declaration cannot choose another decoding
        parser.Parse(text, True)
        return builder.close()
    except (expat.ExpatError, ValueError) as error:
        raise DatasetError(
            f"{what} is not XML that can be read: {error}.", hint="Export it again."
        ) from error


_EXCEL_SAYS = re.compile(r'"?sep=([,;\t])"?\r?\n')
_DECIMAL_COMMA = re.compile(r"\s*[-+]?\d+,\d+(?:[eE][-+]?\d+)?\s*")


def read_rows(path: Path) -> list[list[str]]:
    """The rows of a CSV file that are not empty; commas, semicolons or tabs, as its first line says.

    Where semicolons or tabs end the cells, "12,5" is twelve and a half, as Excel writes it in many languages.

    Raises:
        DatasetError: It cannot be read.
    """
    text, mark = _separated(read_text(path))
    try:
        rows = [
            row
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark)
            if any(map(str.strip, row))
        ]
    except csv.Error as error:
        raise DatasetError(f'"{path}" is not a table: {error}.', hint="Save it as CSV again.") from error
    if mark == ",":
        return rows
    return [
        [cell.replace(",", ".") if _DECIMAL_COMMA.fullmatch(cell) else cell for cell in row] for row in rows
    ]


def first_row(path: Path) -> list[str]:
    """The first row of a CSV file, without reading the rest; empty for anything that is none."""
    with path.open("rb") as file:
        head = file.readline(MAX_SMALL)
        if b"sep=" in head[:12]:
            head += file.readline(MAX_SMALL)
    try:
        text, mark = _separated(_decoded(head[: len(head) // 2 * 2] if head[:1] > b"\xf0" else head))
        return next(csv.reader([text.strip("\r\n\0")], delimiter=mark), [])
    except (csv.Error, UnicodeDecodeError):
        return []


def _separated(text: str) -> tuple[str, str]:
    """The text of a table without Excel's own first line, and what separates its cells."""
    said = _EXCEL_SAYS.match(text)
    if said is not None:
        return text[said.end() :], said.group(1)
    first = text.partition("\n")[0]
    return text, max(",;\t", key=first.count)


def files_below(folder: Path, suffixes: Iterable[str]) -> list[Path]:
    """The files below a folder with one of the suffixes (lower case), in order; linked folders are left out.

    Raises:
        DatasetError: There are more than `MAX_FILES`.
    """
    wanted, found = frozenset(suffixes), list[Path]()
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(place, name) for name in names if os.path.splitext(name)[1].lower() in wanted]
        if len(found) > MAX_FILES:
            raise DatasetError(
                f'"{folder}" has more than {MAX_FILES:,} files.', hint="Choose the dataset's own folder."
            )
    return sorted(found)


def below(folder: Path, name: str) -> Path | None:
    """Where a name of a file leads from `folder`; None where that is not below it."""
    try:
        return resolve_image(folder, name)
    except DatasetError:
        return None


@contextmanager
def staged_folder(target: Path) -> Iterator[Path]:
    """A folder to fill that becomes `target` at the end, or disappears when anything fails.

    Raises:
        DatasetError: There is something at `target` that is not an empty folder, or it cannot be written.
    """
    target = Path(os.path.abspath(target))
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise DatasetError(
            f'"{target}" is there already and is not an empty folder.',
            hint="Choose a new folder; what is there is left as it is.",
        )
    part = partial_beside(target)
    try:
        part.mkdir()
        yield part
        if target.exists():
            target.rmdir()
        os.replace(part, target)
    except OSError as error:
        raise _not_written(target, error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


@contextmanager
def staged_file(target: Path) -> Iterator[Path]:
    """A file name to write to that becomes `target` at the end, or disappears when anything fails.

    Raises:
        DatasetError: It cannot be written; an older file is left as it was.
    """
    target = Path(os.path.realpath(target))
    part = partial_beside(target, f".part{target.suffix}")
    try:
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, target)
    except OSError as error:
        raise _not_written(target, error) from error
    finally:
        part.unlink(missing_ok=True)


def _not_written(target: Path, error: OSError) -> DatasetError:
    return DatasetError(
        f'"{target}" was not written: {error.strerror or error}.',
        hint="Check the free space and your permission to write there, or choose another place.",
    )


def distinct_stems(names: Iterable[str], without: str = "") -> dict[str, str]:
    """Each image name -> one whose path without its ending no other has, also where case does not count.

    Formats with one text file an image tell "a.jpg" from "a.png" by nothing else.

    Args:
        names: Image names with forward slashes.
        without: Folders of this name are taken out of the paths.
    """
    taken, result = set[str](), dict[str, str]()
    for name in names:
        *folders, file = PurePosixPath(name.replace("\\", "/")).parts
        path, number = PurePosixPath(*(folder for folder in folders if folder != without), file), 1
        chosen = path
        while str(chosen.with_suffix("")).casefold() in taken:
            number += 1
            chosen = path.with_name(f"{path.stem} ({number}){path.suffix}")
        taken.add(str(chosen.with_suffix("")).casefold())
        result[name] = str(chosen)
    return result


def renamed(names: Mapping[str, str]) -> int:
    """How many names of `distinct_stems` are not what they were."""
    return sum(PurePosixPath(old) != PurePosixPath(new) for old, new in names.items())
