"""Converting official checkpoints: exact, in little memory, all or nothing."""

from __future__ import annotations

import json
import os
import pickle
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file
from torch import Tensor

from gkdt_core.errors import Cancelled, ModelFileError
from gkdt_core.weights import load_model, save_model
from gkdt_core.weights.library import convert, summarize
from gkdt_core.weights.official import read_official
from gkdt_core.weights.registry import released_model
from gkdt_core.weights.staging import staged, words_for_bytes
from gkdt_core.wordings import Vocabulary
from tests.gkdt_core.weights.tiny_models import OfficialSizes, official_state, tiny_network

ROOT = Path(__file__).resolve().parents[3]
MEDIUM = OfficialSizes(256, 4, 1024, False, 256, 4, 512, 30_000, 2, 1024, 1, False)
"""70 MB in float32: far more than converting may hold."""


def write_checkpoint(path: Path, state: Any) -> Path:
    torch.save({"model": state, "optimizer": {"state": {}}, "epoch": 3}, path)
    return path


@pytest.fixture
def state() -> dict[str, Tensor]:
    return official_state()


@pytest.fixture
def file(tmp_path: Path, state: dict[str, Tensor]) -> Path:
    return write_checkpoint(tmp_path / "GKDT-T.best", state)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_single_precision_keeps_every_bit_of_the_file(tmp_path: Path, state: dict[str, Tensor]) -> None:
    state["text_anet.proj"][0, :4] = torch.tensor([-0.0, 1e-42, 3.4e38, 1 / 3])
    file = write_checkpoint(tmp_path / "tiny.best", state)
    convert(file, tmp_path / "exact")
    stored = load_file(tmp_path / "exact" / "model.safetensors")
    weights = read_official(file).weights
    assert stored.keys() == weights.keys()
    for key, tensor in weights.items():
        assert stored[key].dtype == torch.float32
        assert torch.equal(stored[key].view(torch.int32), tensor.contiguous().view(torch.int32)), key


@pytest.mark.parametrize(
    ("dtype", "matrices"), [("fp32", torch.float32), ("fp16", torch.float16), ("bf16", torch.bfloat16)]
)
def test_vectors_stay_single_whatever_the_matrices_are(
    tmp_path: Path, file: Path, dtype: Any, matrices: torch.dtype
) -> None:
    report = convert(file, tmp_path / "out", dtype=dtype)
    for key, tensor in load_file(tmp_path / "out" / "model.safetensors").items():
        assert tensor.dtype == (matrices if tensor.ndim > 1 else torch.float32), key
    assert report.directory == tmp_path / "out"
    assert report.nbytes == sum(
        (report.directory / name).stat().st_size for name in ("config.json", "model.safetensors")
    )
    assert report.parameters == summarize(report.directory).parameters
    assert summarize(report.directory).dtype == dtype


def test_an_unknown_way_to_store_is_refused(tmp_path: Path, file: Path) -> None:
    with pytest.raises(ModelFileError, match="int4"):
        convert(file, tmp_path / "out", dtype="int4")  # type: ignore[arg-type]


def test_parts_the_program_does_not_know_are_left_out_and_named_everywhere(
    tmp_path: Path, state: dict[str, Tensor], caplog: pytest.LogCaptureFixture
) -> None:
    plain = load_model(write_checkpoint(tmp_path / "plain.best", state))
    state["depth_head.weight"], state["ema"] = torch.zeros(3, 3), torch.full((2,), float("nan"))
    file = write_checkpoint(tmp_path / "more.best", state)
    direct = load_model(file)
    assert "depth_head.weight" in caplog.text
    assert direct.source.unknown_keys == ("depth_head.weight", "ema")
    assert direct.digest == plain.digest
    report = convert(file, tmp_path / "out")
    assert report.unknown_keys == ("depth_head.weight", "ema")
    for path in (file, tmp_path / "out"):
        assert summarize(path).extra_keys == ("depth_head.weight", "ema")
    assert "depth_head.weight" in summarize(tmp_path / "out").card
    assert not any("depth_head" in key for key in load_file(tmp_path / "out" / "model.safetensors"))


def test_a_hundred_thousand_unknown_keys_do_not_make_a_model_that_cannot_be_read(
    tmp_path: Path, state: dict[str, Tensor]
) -> None:
    nothing = torch.zeros(0)
    state.update({f"junk{number}." + "x" * 300: nothing for number in range(2000)})
    report = convert(write_checkpoint(tmp_path / "junk.best", state), tmp_path / "out")
    assert len(report.unknown_keys) == 2000
    assert len(summarize(tmp_path / "out").extra_keys) == 100
    load_model(tmp_path / "out")


def test_a_file_is_held_against_the_released_model_it_should_be(tmp_path: Path, file: Path) -> None:
    with pytest.raises(ModelFileError) as caught:
        convert(file, tmp_path / "out", released=released_model("GKDT-H_for_App"))
    for words in ("64 channels", "1 blocks", "1280 channels, 32 blocks, 20 heads, SwiGLU"):
        assert words in caught.value.message
    assert names(tmp_path) == ["GKDT-T.best"]


def test_a_cancelled_conversion_leaves_nothing(tmp_path: Path, file: Path) -> None:
    shares: list[float] = []

    def stop(share: float) -> None:
        shares.append(share)
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        convert(file, tmp_path / "new" / "deep" / "out", checkpoint=stop)
    assert names(tmp_path) == ["GKDT-T.best"]
    assert shares == sorted(shares)


def test_progress_ends_at_one(tmp_path: Path, file: Path) -> None:
    shares: list[float] = []
    convert(file, tmp_path / "out", checkpoint=shares.append)
    assert shares[-1] == 1.0


def test_a_disk_too_small_is_said_before_anything_is_written_and_how_much_is_missing(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=500_000))
    with pytest.raises(ModelFileError, match=r"are needed, 500 kB are free, .* are missing"):
        convert(file, tmp_path / "new" / "out")
    assert names(tmp_path) == ["GKDT-T.best"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_a_disk_that_fills_up_meanwhile_leaves_nothing(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = Path.open

    def full(path: Path, *arguments: Any, **more: Any) -> Any:
        if path.name == "model.safetensors" and "x" in "".join(map(str, arguments)):
            return original(Path("/dev/full"), "wb")
        return original(path, *arguments, **more)

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(ModelFileError, match="No space left"):
        convert(file, tmp_path / "out")
    assert names(tmp_path) == ["GKDT-T.best"]


@pytest.mark.parametrize(
    "name", ["out", "out/", "./out", "weird \u00e9 \U0001f600 name", "..x", "-rf", "%s {0}"]
)
def test_any_name_of_a_new_folder_will_do(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    convert(file, Path(name))
    assert load_model(Path(name)).name == Path(name).name


@pytest.mark.parametrize(
    "name", ["", ".", "..", "full", "full/../full", "file", "file/in", "nul\0l", "x" * 300]
)
def test_a_place_that_cannot_become_a_model_folder_is_refused_and_untouched(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    home = tmp_path / "home"
    (home / "full").mkdir(parents=True)
    (home / "full" / "config.json").write_text("mine")
    (home / "file").write_text("mine")
    monkeypatch.chdir(home)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ModelFileError):
        convert(file, Path(name))
    assert sorted(tmp_path.rglob("*")) == before
    assert (home / "full" / "config.json").read_text() == "mine"


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path, file: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ModelFileError, match="leads nowhere"):
        convert(file, tmp_path / "link")
    assert not (tmp_path / "elsewhere").exists()


def test_a_link_planted_where_the_work_is_done_is_not_followed(tmp_path: Path, file: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "model.safetensors").write_text("mine")
    (tmp_path / ".gkdt-part-out").symlink_to(tmp_path / "precious")
    load_model(convert(file, tmp_path / "out").directory)
    assert (tmp_path / "precious" / "model.safetensors").read_text() == "mine"


def test_an_empty_folder_that_is_there_is_filled(tmp_path: Path, file: Path) -> None:
    (tmp_path / "out").mkdir()
    convert(file, tmp_path / "out")
    assert names(tmp_path / "out") == ["MODEL_CARD.md", "config.json", "model.safetensors"]


def test_what_a_killed_conversion_left_is_ignored_and_cleaned_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path))
    models = tmp_path / "models"
    file = write_checkpoint(tmp_path / "medium.best", official_state(sizes=MEDIUM))
    code = (
        "import sys, time, pathlib; from gkdt_core.weights.library import convert\n"
        "def wait(share):\n"
        "    if share > 0.3: print('half', flush=True); time.sleep(60)\n"
        "convert(sys.argv[1], pathlib.Path(sys.argv[2]), checkpoint=wait)"
    )
    command = [sys.executable, "-c", code, str(file), str(models / "out")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "half\n"
        with pytest.raises(ModelFileError, match="being written by another program"):
            convert(file, models / "out")
        process.send_signal(signal.SIGKILL)
    from gkdt_core.weights.locate import available_models

    assert names(models) == [".gkdt-part-out"]
    assert "out" not in [entry.name for entry in available_models()]
    convert(file, models / "out")
    assert names(models) == ["out"]


def test_a_failed_save_over_a_model_keeps_the_old_one_whole(tmp_path: Path) -> None:
    directory = save_model(tiny_network(), tmp_path / "tiny", card="# Old\n")
    before = {path.name: path.read_bytes() for path in directory.iterdir()}
    worse = tiny_network(1)
    with torch.no_grad():
        worse.text_anet.proj[0, 0] = float("nan")
    with pytest.raises(ModelFileError, match="not finite"):
        save_model(worse, directory, card="# New\n")
    assert {path.name: path.read_bytes() for path in directory.iterdir()} == before


def test_a_staged_folder_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    def fail(part: Path) -> None:
        (part / "file").write_text("x")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), staged(tmp_path / "a" / "b") as part:
        fail(part)
    assert names(tmp_path) == []
    with staged(tmp_path / "a" / "b") as part:
        (part / "file").write_text("x")
        assert not (tmp_path / "a" / "b").exists()
    assert names(tmp_path / "a") == ["b"]
    assert names(tmp_path / "a" / "b") == ["file"]


def test_sizes_are_said_as_people_read_them() -> None:
    assert [words_for_bytes(n) for n in (12, 1500, 33_483_170, 150 * 10**6, 6_342_570_176)] == [
        "12 bytes",
        "1.5 kB",
        "33.5 MB",
        "150 MB",
        "6.3 GB",
    ]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells a process's own peak")
def test_memory_stays_far_below_the_weights_that_are_written(tmp_path: Path) -> None:
    write_checkpoint(tmp_path / "model.best", official_state(sizes=MEDIUM))
    command = [sys.executable, "-m", "benchmarks.convert", "--step", "convert", "--at", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    numbers = json.loads(done.stdout)
    assert numbers["weights_bytes"] > 60_000_000
    # 26 MB measured; 85 MB were measured without giving back the pages that were read
    assert numbers["growth_bytes"] < 45_000_000


class Hungry:
    """Asks for a terabyte when it is unpickled."""

    def __reduce__(self) -> tuple[Any, ...]:
        return bytearray, (1 << 40,)


def pickled_checkpoint(path: Path, content: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("archive/data.pkl", content)
        archive.writestr("archive/version", "3\n")
        archive.writestr("archive/byteorder", "little")
    return path


@pytest.mark.parametrize(
    "content",
    [
        pickle.dumps({"model": Hungry()}, protocol=2),
        b"\x80\x02" + b"]" * 200_000 + b".",
        b"\x80\x02" + b"(" * 200_000 + b".",
        b"\x80\x02\x8a\xff" + b"\xff" * 255 + b".",
        b"\x80\x02X\xff\xff\xff\x7fx.",
        b"\x80\x02j\xff\xff\xff\xff.",
        b"\x80\x02cos\nsystem\nX\x02\x00\x00\x00ls\x85R.",
        b"\x80\x02cbuiltins\neval\nX\x01\x00\x00\x001\x85R.",
        b"\x80\x02ctorch\nload\nX\x01\x00\x00\x00a\x85R.",
        b"\x80\x05\x95\xff\xff\xff\xff\xff\xff\xff\x7f.",
        b"",
        b".",
    ],
)
def test_a_pickle_made_to_do_harm_is_refused(tmp_path: Path, content: bytes) -> None:
    file = pickled_checkpoint(tmp_path / "evil.best", content)
    with pytest.raises(ModelFileError, match=r"evil\.best"):
        convert(file, tmp_path / "out")
    assert names(tmp_path) == ["evil.best"]


@pytest.mark.parametrize("trick", ["twice", "prefixed", "other", "outside"])
def test_an_archive_made_to_deceive_is_refused(tmp_path: Path, file: Path, trick: str) -> None:
    content = file.read_bytes()
    evil = tmp_path / "evil.best"
    if trick == "twice":
        with zipfile.ZipFile(file) as archive:
            entries = [(info.filename, archive.read(info)) for info in archive.infolist()]
        with zipfile.ZipFile(evil, "w", zipfile.ZIP_STORED) as archive:
            for name, data in entries:
                archive.writestr(name, data)
            with pytest.warns(UserWarning, match="Duplicate"):
                archive.writestr(entries[0][0], pickle.dumps({"model": Hungry()}, protocol=2))
    elif trick == "prefixed":
        evil.write_bytes(b"#!/bin/sh\n" * 100 + content)
    elif trick == "other":
        with zipfile.ZipFile(evil, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr("inner.best", content)
    else:
        with zipfile.ZipFile(file) as archive, zipfile.ZipFile(evil, "w", zipfile.ZIP_STORED) as out:
            for info in archive.infolist():
                out.writestr("../" * 5 + info.filename, archive.read(info))
    with pytest.raises(ModelFileError, match=r"evil\.best"):
        convert(evil, tmp_path / "out")
    assert names(tmp_path) == [file.name, "evil.best"]


def test_a_truncated_checkpoint_leaves_nothing_at_any_length(tmp_path: Path, file: Path) -> None:
    content = file.read_bytes()
    for length in (0, 30, len(content) // 3, len(content) - 30):
        file.write_bytes(content[:length])
        with pytest.raises(ModelFileError, match=r"GKDT-T\.best"):
            convert(file, tmp_path / "out")
        assert names(tmp_path) == ["GKDT-T.best"]


def test_a_tensor_of_many_more_numbers_than_bytes_is_refused(
    tmp_path: Path, state: dict[str, Tensor]
) -> None:
    state["text_anet.proj"] = torch.zeros(1).expand(10**6, 10**6)
    with pytest.raises(ModelFileError, match="more weights than the file has room for"):
        convert(write_checkpoint(tmp_path / "evil.best", state), tmp_path / "out")
    assert names(tmp_path) == ["evil.best"]


def test_a_converted_model_says_whose_terms_it_is_under(tmp_path: Path, file: Path) -> None:
    convert(file, tmp_path / "out")
    assert "non-commercial" in summarize(tmp_path / "out").licence
    again = save_model(
        load_model(tmp_path / "out").model, tmp_path / "tuned", source=load_model(tmp_path / "out").source
    )
    assert "non-commercial" in summarize(again).licence
    assert re.search(r"non-commercial", (tmp_path / "out" / "MODEL_CARD.md").read_text())


def test_a_released_model_knows_the_words_of_its_authors_until_it_is_trained_here(
    tmp_path: Path, file: Path
) -> None:
    assert load_model(file).vocabulary is Vocabulary.RELEASED
    directory = convert(file, tmp_path / "out").directory
    assert load_model(directory).vocabulary is Vocabulary.RELEASED
    (directory / "training.json").write_text("{}")
    assert load_model(directory).vocabulary is None


def test_a_copy_of_the_bundled_model_that_was_trained_on_knows_the_names_it_was_trained_with(
    tmp_path: Path,
) -> None:
    bundled = load_model("bundled")
    assert bundled.vocabulary is Vocabulary.BUNDLED
    assert load_model("bundled", input_size=320).vocabulary is Vocabulary.BUNDLED
    tuned = save_model(bundled.model, tmp_path / "tuned", source=bundled.source)
    assert load_model(tuned).vocabulary is None


def test_the_checkpoint_itself_is_never_changed(tmp_path: Path, file: Path) -> None:
    before, changed = file.read_bytes(), file.stat().st_mtime_ns
    time.sleep(0.01)
    convert(file, tmp_path / "out", dtype="fp16")
    assert file.read_bytes() == before
    assert file.stat().st_mtime_ns == changed
    assert os.access(file, os.W_OK)
