from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from PySide6.QtCore import QObject, Slot

from app.jobs import Task
from app.model_service import ModelRow, ModelService, Outcome, Place, bytes_words
from gkdt_core.weights import registry
from tests.app.hub import hub_with
from tests.app.window import WAIT_MS
from tests.gkdt_core.weights.tiny_models import official_state
from tests.tiny_model import write_tiny_model


class Listener(QObject):
    """Keeps what the service says."""

    def __init__(self, service: ModelService) -> None:
        super().__init__()
        self.rows: tuple[ModelRow, ...] = ()
        self.lists = 0
        self.outcomes: list[Outcome] = []
        service.listed.connect(self.on_listed)
        service.ended.connect(self.on_outcome)
        service.failed.connect(self.on_outcome)

    @Slot(object)
    def on_listed(self, rows: tuple[ModelRow, ...]) -> None:
        self.rows = rows
        self.lists += 1

    @Slot(object)
    def on_outcome(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)

    def row(self, title: str) -> ModelRow:
        return next(row for row in self.rows if row.title == title)


def official_file(path: Path, **more: object) -> Path:
    """A tiny checkpoint in the official layout."""
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"model": official_state() | more}, path)
    return path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The models folder."""
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "models"


@pytest.fixture
def service(qapp, folder: Path) -> Iterator[ModelService]:
    service = ModelService()
    yield service
    service.close()


@pytest.fixture
def listener(service: ModelService) -> Listener:
    return Listener(service)


@pytest.fixture
def listed(qtbot, service: ModelService, listener: Listener) -> Callable[..., tuple[ModelRow, ...]]:
    def ask(*more: Path) -> tuple[ModelRow, ...]:
        before = listener.lists
        service.refresh([str(path) for path in more])
        qtbot.waitUntil(lambda: listener.lists > before, timeout=WAIT_MS)
        return listener.rows

    return ask


@pytest.fixture
def ended(qtbot, listener: Listener) -> Callable[[Task], Outcome]:
    def wait(task: Task) -> Outcome:
        lists = listener.lists
        with qtbot.waitSignal(task.finished, timeout=WAIT_MS):
            pass
        qtbot.waitUntil(lambda: listener.lists > lists, timeout=WAIT_MS)
        return listener.outcomes[-1]

    return wait


def test_the_list_has_what_is_here_in_the_folder_and_elsewhere_and_what_is_released(
    folder, listed, listener, tmp_path
):
    write_tiny_model(folder / "mine")
    official_file(folder / "official.best")
    elsewhere = write_tiny_model(tmp_path / "trained" / "model")
    rows = listed(elsewhere)
    assert [(row.title, row.place) for row in rows if row.place is not Place.RELEASED] == [
        ("GKDT-Lite", Place.BUNDLED),
        ("mine", Place.MINE),
        ("official.best", Place.MINE),
        ("model", Place.LISTED),
    ]
    assert sum(row.place is Place.RELEASED for row in rows) == 4
    assert listener.row("official.best").is_file
    facts = dict(listener.row("mine").facts)
    assert facts["Input"] == "64 px, heatmaps of 16 cells"
    assert "stored as fp16" in facts["On disk"]
    assert facts["Scores"].startswith("not calibrated")
    assert facts["Where"] == str(folder / "mine")


def test_a_model_that_cannot_be_read_is_listed_with_the_reason(folder, listed, listener, tmp_path):
    write_tiny_model(folder / "mine")
    (folder / "mine" / "model.safetensors").write_bytes(b"12")
    listed(tmp_path / "gone")
    assert "mine" in listener.row("mine").problem
    assert "gone" in listener.row("gone").problem


def test_an_official_file_is_brought_in_and_what_was_left_out_is_named(
    folder, listed, listener, service, ended, tmp_path
):
    file = official_file(tmp_path / "given.best", optimizer_step=torch.zeros(3))
    listed()
    outcome = ended(service.bring_in(file, "given", "fp16"))
    assert outcome.is_good
    assert outcome.made == folder / "given"
    assert "optimizer_step" in outcome.hint
    assert "stored as fp16" in dict(listener.row("given").facts)["On disk"]


def test_a_file_that_is_no_checkpoint_is_named_and_leaves_nothing(folder, listed, service, ended, tmp_path):
    file = tmp_path / "holiday.best"
    file.write_bytes(b"no weights at all")
    listed()
    outcome = ended(service.bring_in(file, "holiday", "fp32"))
    assert not outcome.is_good
    assert "holiday.best" in outcome.text
    assert not (folder / "holiday").exists()


def test_a_cancelled_conversion_leaves_nothing(qtbot, folder, listed, service, listener, tmp_path):
    file = official_file(tmp_path / "given.best")
    listed()
    task = service.bring_in(file, "given", "fp32")
    task.cancel()
    with qtbot.waitSignal(task.finished, timeout=WAIT_MS):
        pass
    assert listener.outcomes == []
    assert not folder.exists() or list(folder.iterdir()) == []


def test_verifying_tells_a_whole_model_from_a_damaged_one(folder, listed, listener, service, ended, tmp_path):
    listed()
    ended(service.bring_in(official_file(tmp_path / "a.best"), "mine", "fp32"))
    assert ended(service.verify(listener.row("mine"))).is_good
    weights = folder / "mine" / "model.safetensors"
    content = bytearray(weights.read_bytes())
    content[-1] ^= 0xFF
    weights.write_bytes(content)
    outcome = ended(service.verify(listener.row("mine")))
    assert not outcome.is_good
    assert "mine" in outcome.text


def test_removing_frees_what_is_in_the_models_folder(folder, listed, listener, service, ended):
    write_tiny_model(folder / "mine")
    listed()
    row = listener.row("mine")
    outcome = ended(service.remove(row))
    assert outcome.is_good
    assert bytes_words(row.nbytes) in outcome.text
    assert not (folder / "mine").exists()
    assert "mine" not in [row.title for row in listener.rows]


def test_what_lies_elsewhere_and_the_bundled_model_are_not_removed(
    listed, listener, service, ended, tmp_path
):
    elsewhere = write_tiny_model(tmp_path / "trained")
    listed(elsewhere)
    for title in ("trained", "GKDT-Lite"):
        assert not ended(service.remove(listener.row(title))).is_good
    assert (elsewhere / "model.safetensors").is_file()


@pytest.fixture
def tiny_release(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """What a hub gives for "GKDT-L for applications", whose announced sizes are tiny here."""
    models = registry.released_models()
    layout = registry.ReleasedLayout(channels=64, depth=1, heads=1, gated_mlp=False)
    tiny = (replace(models[0], layout=layout), *models[1:])
    monkeypatch.setattr("app.model_service.released_models", lambda: tiny)
    monkeypatch.setattr("app.model_service.released_model", lambda name: tiny[0])
    content = io.BytesIO()
    torch.save({"model": official_state()}, content)
    return content.getvalue()


def test_a_released_model_is_fetched_with_its_bytes_told_and_becomes_a_folder(
    folder, listed, listener, service, ended, monkeypatch, tiny_release
):
    said: list[str] = []
    with hub_with(tiny_release) as address:
        monkeypatch.setenv("HF_ENDPOINT", address)
        listed()
        row = listener.row("GKDT-L for applications")
        task = service.download(row, row.terms.licence)
        task.said.connect(said.append)
        outcome = ended(task)
    assert outcome.is_good, outcome
    assert outcome.made == folder / "GKDT-L_for_App"
    assert " of " in said[0]
    assert listener.row("GKDT-L_for_App").place is Place.MINE
    assert "GKDT-L for applications" not in [row.title for row in listener.rows]
    assert list(folder.glob("*.best")) == []


def test_a_file_of_other_sizes_than_the_released_model_it_is_named_after_is_refused(
    folder, listed, service, ended, tmp_path
):
    listed()
    outcome = ended(service.bring_in(official_file(tmp_path / "a.best"), "GKDT-L_for_App", "fp32"))
    assert not outcome.is_good
    assert "is not GKDT-L_for_App" in outcome.text


def test_without_agreeing_to_the_licence_nothing_is_fetched(folder, listed, listener, service, ended):
    listed()
    outcome = ended(service.download(listener.row("GKDT-L for applications"), ""))
    assert not outcome.is_good
    assert "licence" in outcome.text
    assert not folder.exists()


def test_without_a_network_the_message_says_how_to_bring_the_file_in(
    listed, listener, service, ended, monkeypatch
):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    listed()
    row = listener.row("GKDT-L for applications")
    outcome = ended(service.download(row, row.terms.licence))
    assert not outcome.is_good
    assert row.terms.page in outcome.hint
    assert "Bring in a file" in outcome.hint
    assert "gkdt models" not in outcome.hint


def test_a_part_that_has_come_is_told_and_can_be_removed(folder, listed, listener, service, ended):
    folder.mkdir(parents=True)
    part = folder / ".GKDT-L_for_App.best.0123456789abcdef.part"
    part.write_bytes(bytes(3_000_000))
    listed()
    row = listener.row("GKDT-L for applications")
    assert row.line.startswith("3 MB of about 6.3 GB")
    assert ended(service.remove(row)).is_good
    assert not part.exists()


@pytest.mark.parametrize("name", ["", "a/b", ".hidden", "dot.", "bundled", "mine", "a:b"])
def test_names_that_no_folder_can_have_are_refused(folder, service, name):
    write_tiny_model(folder / "mine")
    assert service.name_problem(name)


def test_a_name_with_spaces_accents_and_chinese_is_fine(service):
    assert service.name_problem("Pferde größer 马 v2.1") == ""


def test_a_job_is_known_by_its_model_until_it_ends(folder, listed, listener, service, ended):
    write_tiny_model(folder / "mine")
    listed()
    row = listener.row("mine")
    task = service.verify(row)
    assert service.job_of(row.key) is not None
    ended(task)
    assert service.job_of(row.key) is None


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 kB"), (12_345, "12 kB"), (33_480_000, "33 MB"), (999_999_999, "1.0 GB"), (6.3e9, "6.3 GB")],
)
def test_sizes_are_told_in_the_unit_that_fits(count, words):
    assert bytes_words(int(count)) == words
