"""Text vectors on disk: never a wrong one, and never in the way."""

from __future__ import annotations

import logging
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from gkdt_core.inference.engine import Engine
from gkdt_core.inference.text_cache import SWITCH, TextCache, Vector
from tests.tiny_model import write_tiny_model

FILE = "text-vectors-1.sqlite"


def vector(seed: int, channels: int = 8) -> Vector:
    return np.random.default_rng(seed).normal(size=channels).astype(np.float32)


def cache(folder: Path, model: str = "m", channels: int = 8, capacity: int = 2**20) -> TextCache:
    return TextCache(model, channels, directory=folder, capacity=capacity)


def test_vectors_come_back_to_the_bit_for_another_program(tmp_path: Path) -> None:
    cache(tmp_path).put({"left eye": vector(1), "nose": vector(2)})
    found = cache(tmp_path).get(["left eye", "tail", "nose"])
    assert set(found) == {"left eye", "nose"}
    assert np.array_equal(found["left eye"], vector(1))
    assert np.array_equal(found["nose"], vector(2))
    assert found["nose"].dtype == np.float32


def test_another_model_or_width_does_not_see_them(tmp_path: Path) -> None:
    cache(tmp_path).put({"nose": vector(1)})
    assert cache(tmp_path, model="other").get(["nose"]) == {}
    assert cache(tmp_path, channels=4).get(["nose"]) == {}


def test_the_file_holds_no_text(tmp_path: Path) -> None:
    cache(tmp_path).put({"Mrs Example's sella": vector(1)})
    assert b"Example" not in (tmp_path / FILE).read_bytes()
    assert b"sella" not in (tmp_path / FILE).read_bytes()


def test_nothing_is_made_before_something_is_kept(tmp_path: Path) -> None:
    assert cache(tmp_path / "new").get(["nose"]) == {}
    assert not (tmp_path / "new").exists()
    cache(tmp_path / "new").put({"nose": vector(1)})
    assert np.array_equal(cache(tmp_path / "new").get(["nose"])["nose"], vector(1))


@pytest.mark.parametrize("change", ["vector", "proof", "swap", "length"])
def test_a_row_that_was_altered_is_not_believed(tmp_path: Path, change: str) -> None:
    kept = cache(tmp_path)
    kept.put({"nose": vector(1), "tail": vector(2)})
    with sqlite3.connect(tmp_path / FILE) as connection:
        if change == "vector":
            connection.execute("UPDATE vectors SET vector = ?", (vector(3).tobytes(),))
        elif change == "proof":
            connection.execute("UPDATE vectors SET proof = ?", (b"x" * 16,))
        elif change == "length":
            connection.execute("UPDATE vectors SET vector = ?", (b"",))
        else:
            (first, one), (second, other) = connection.execute("SELECT key, vector FROM vectors").fetchall()
            connection.execute("UPDATE vectors SET vector = ? WHERE key = ?", (other, first))
            connection.execute("UPDATE vectors SET vector = ? WHERE key = ?", (one, second))
    connection.close()
    assert kept.get(["nose", "tail"]) == {}
    kept.put({"nose": vector(1)})
    assert np.array_equal(kept.get(["nose"])["nose"], vector(1))


@pytest.mark.parametrize(
    "content", [b"", b"not a database at all" * 500, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_a_damaged_file_is_replaced(tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / FILE).write_bytes(content)
    kept = cache(tmp_path)
    with caplog.at_level(logging.WARNING):
        assert kept.get(["nose"]) == {}
        kept.put({"nose": vector(1)})
    assert np.array_equal(kept.get(["nose"])["nose"], vector(1))


def test_a_file_cut_short_gives_nothing_wrong(tmp_path: Path) -> None:
    kept = cache(tmp_path, channels=400)
    vectors = {f"name {index}": vector(index, 400) for index in range(60)}
    kept.put(vectors)
    whole = (tmp_path / FILE).read_bytes()
    for share in (0.2, 0.5, 0.9):
        (tmp_path / FILE).write_bytes(whole[: int(len(whole) * share)])
        found = cache(tmp_path, channels=400).get(list(vectors))
        assert all(np.array_equal(found[name], vectors[name]) for name in found)


def test_a_folder_that_cannot_be_made_is_said_once_and_stops_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    kept = cache(tmp_path / "file" / "folder")
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            kept.put({"nose": vector(1)})
            assert kept.get(["nose"]) == {}
    assert len(caplog.records) == 1


def test_a_full_disk_is_said_once_and_what_is_kept_is_still_read(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = cache(tmp_path)
    kept.put({"nose": vector(1)})
    connect = sqlite3.connect

    def on_a_full_disk(*args: object, **options: object) -> sqlite3.Connection:
        connection = connect(*args, **options)  # type: ignore[call-overload]
        connection.execute("PRAGMA max_page_count = 1")
        return connection

    monkeypatch.setattr(sqlite3, "connect", on_a_full_disk)
    with caplog.at_level(logging.WARNING):
        for start in range(0, 90, 30):
            kept.put({f"name {index}": vector(index) for index in range(start, start + 30)})
    assert len(caplog.records) == 1
    assert "full" in caplog.text
    assert np.array_equal(kept.get(["nose"])["nose"], vector(1))


def test_while_another_program_writes_the_vectors_are_simply_not_there(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gkdt_core.inference.text_cache._WAIT_S", 0.01)
    kept = cache(tmp_path)
    kept.put({"nose": vector(1)})
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert kept.get(["nose"]) == {}
    kept.put({"tail": vector(2)})
    other.execute("COMMIT")
    other.close()
    assert set(kept.get(["nose", "tail"])) == {"nose"}
    kept.put({"tail": vector(2)})
    assert set(kept.get(["nose", "tail"])) == {"nose", "tail"}
    assert not caplog.records


def test_the_file_stays_within_its_bytes_and_the_oldest_vectors_go(tmp_path: Path) -> None:
    kept = cache(tmp_path, channels=256, capacity=200_000)
    for start in range(0, 1000, 20):
        kept.put({f"name {index}": vector(index, 256) for index in range(start, start + 20)})
        assert (tmp_path / FILE).stat().st_size < 300_000
    assert "name 999" in kept.get(["name 999"])
    assert kept.get(["name 0"]) == {}


def test_programs_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    script = (
        "import sys, numpy as np\n"
        "from pathlib import Path\n"
        "from gkdt_core.inference.text_cache import TextCache\n"
        "kept = TextCache('m', 8, directory=Path(sys.argv[1]))\n"
        "for i in range(20): kept.put({f'{sys.argv[2]} {i}': np.full(8, i, np.float32)})\n"
    )
    workers = [
        subprocess.Popen([sys.executable, "-c", script, str(tmp_path), name], cwd=Path(__file__).parents[3])
        for name in "ab"
    ]
    assert [worker.wait(timeout=120) for worker in workers] == [0, 0]
    texts = [f"{name} {index}" for name in "ab" for index in range(20)]
    found = cache(tmp_path).get(texts)
    assert len(found) == 40
    assert all(found[text][0] == int(text.split()[1]) for text in texts)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path))
    monkeypatch.setenv(SWITCH, "on")
    return tmp_path


@pytest.fixture(scope="module")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


def test_an_engine_started_anew_does_not_encode_known_names(home: Path, model_dir: Path) -> None:
    first = Engine.load(model_dir, device="cpu").encode_prompt(names=["left eye", "nose"]).text
    again = Engine.load(model_dir, device="cpu")
    again._model.encode_text = None  # type: ignore[assignment]  # encoding would need it
    second = again.encode_prompt(names=["left eye", "nose"]).text
    assert first is not None
    assert second is not None
    assert np.array_equal(first.numpy(), second.numpy())


def test_nothing_goes_to_the_disk_where_a_person_does_not_want_it(
    home: Path, model_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Engine.load(model_dir, device="cpu", text_cache=False).encode_prompt(names=["nose"])
    monkeypatch.setenv(SWITCH, "off")
    Engine.load(model_dir, device="cpu").encode_prompt(names=["nose"])
    assert not list(home.rglob("*.sqlite"))
    monkeypatch.setenv(SWITCH, "1")
    Engine.load(model_dir, device="cpu").encode_prompt(names=["nose"])
    assert [path.name for path in home.rglob("*.sqlite")] == [FILE]
    assert os.environ["GKDT_HOME"] == str(home)
