"""Streaming JSON gives what reading it whole gives, in little memory."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gkdt_core.errors import DatasetError
from trainer.megakpt import json_stream
from trainer.megakpt.json_stream import stream_records

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(
    st.dictionaries(st.sampled_from(["images", "annotations", "a", "é"]), st.lists(_VALUES, max_size=4)),
    _VALUES,
    st.integers(1, 9),
    st.sampled_from([None, 1]),
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_records_are_those_of_the_whole_file_however_it_is_cut(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    lists: dict[str, list[object]],
    other: object,
    chunk: int,
    indent: int | None,
) -> None:
    monkeypatch.setattr(json_stream, "CHUNK_BYTES", chunk)
    content = {"info": other, **lists}
    path = tmp_path / "file.json"
    path.write_text(json.dumps(content, ensure_ascii=False, indent=indent), encoding="utf-8")
    wanted = ("images", "annotations")
    expected = [(key, entry) for key, entries in lists.items() if key in wanted for entry in entries]
    assert list(stream_records(path, wanted)) == expected


def test_a_large_file_needs_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    record = json.dumps({"id": 1, "keypoints": [1.5] * 300, "segmentation": [[0.25] * 500]})
    with path.open("w") as file:
        file.write('{"annotations": [' + record)
        for _ in range(9000):
            file.write("," + record)
        file.write("]}")
    assert path.stat().st_size > 40_000_000
    tracemalloc.start()
    try:
        count = sum(1 for _ in stream_records(path, ("annotations",)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 9001
    assert peak < 8_000_000


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "does not begin with a JSON object"),
        ("[1]", "does not begin with a JSON object"),
        ('{"annotations": [{"id": 1}, {"id"', "not valid JSON"),
        ('{"annotations": [{"id": 1}', 'expected "," or "]"'),
        ('{"annotations": [1', "not valid JSON|expected"),
        ('{"annotations": {"id": 1}}', '"annotations" is not a list'),
        ('{"annotations": [NaN]}', "NaN is not allowed"),
        ('{"annotations" [1]}', 'expected ":"'),
        ("{1: [1]}", "a name was expected"),
    ],
)
def test_a_damaged_file_is_named_with_the_place(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "damaged.json"
    path.write_text(text)
    with pytest.raises(DatasetError, match=says) as refused:
        list(stream_records(path, ("annotations",)))
    assert "damaged.json" in refused.value.message


def test_a_file_that_is_not_there_or_no_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"nothing\.json cannot be read"):
        list(stream_records(tmp_path / "nothing.json", ("annotations",)))
    (tmp_path / "latin.json").write_bytes(b'{"annotations": ["\xe9"]}')
    with pytest.raises(DatasetError, match="not text in UTF-8"):
        list(stream_records(tmp_path / "latin.json", ("annotations",)))
