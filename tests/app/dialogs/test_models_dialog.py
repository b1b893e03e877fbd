"""The dialog of models, opened from the menu of the real window and used by clicks."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QDialog, QLabel, QLineEdit, QPushButton

from app.actions import ActionId
from app.dialogs.models_dialog import ModelsDialog
from app.engine_service import PredictionRequest, PromptSpec, Query
from app.model_service import Place
from app.object_names import Name
from tests.app.test_model_service import official_file
from tests.app.window import WAIT_MS, Person, make_images, open_window
from tests.tiny_model import write_tiny_model


class AtModels:
    """A person with the dialog open."""

    def __init__(self, person: Person, home: Path) -> None:
        self.person, self.home = person, home
        self.qtbot, self.window = person.qtbot, person.window
        self.folder = home / "models"

    def open(self) -> ModelsDialog:
        """Open the dialog and wait for its list."""
        self.person.do(ActionId.MODELS)
        dialog = self.window.findChild(ModelsDialog, Name.MODELS_DIALOG)
        self.qtbot.waitUntil(lambda: bool(dialog._rows), timeout=WAIT_MS)
        return dialog

    def choose(self, dialog: ModelsDialog, title: str) -> None:
        """Click a model in the list."""
        model = dialog.list.model()
        index = next(model.index(n, 0) for n in range(model.rowCount()) if model.index(n, 0).data() == title)
        dialog.list.scrollTo(index)
        spot = dialog.list.visualRect(index).center()
        self.qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert dialog.findChild(QLabel, Name.MODELS_TITLE).text() == title

    def press(self, dialog: QDialog, name: Name) -> None:
        """Click a button that can be used."""
        button = dialog.findChild(QPushButton, name)
        assert button.isVisible()
        assert button.isEnabled()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def buttons(self, dialog: ModelsDialog) -> dict[str, bool]:
        """Which of the model's buttons are shown, and whether they can be used."""
        names = (
            Name.MODELS_USE,
            Name.MODELS_DOWNLOAD,
            Name.MODELS_CONVERT,
            Name.MODELS_VERIFY,
            Name.MODELS_REMOVE,
            Name.MODELS_FORGET,
        )
        found = {name: dialog.findChild(QPushButton, name) for name in names}
        return {name: button.isEnabled() for name, button in found.items() if button.isVisible()}

    def wait_for_outcome(self, dialog: ModelsDialog, words: str) -> None:
        label = dialog.findChild(QLabel, Name.MODELS_OUTCOME)
        self.qtbot.waitUntil(lambda: words in label.text(), timeout=WAIT_MS)


@pytest.fixture
def at_models(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AtModels]:
    home = tmp_path / "home"
    monkeypatch.setenv("GKDT_HOME", str(home))
    person = open_window(qtbot, home)
    yield AtModels(person, home)
    person.close()


def test_each_model_has_the_buttons_that_make_sense_for_it(at_models, tmp_path):
    write_tiny_model(at_models.folder / "mine")
    official_file(at_models.folder / "official.best")
    at_models.window.session.settings.model_paths = (str(write_tiny_model(tmp_path / "elsewhere")),)
    dialog = at_models.open()
    expected = {
        "GKDT-Lite": {Name.MODELS_USE: False, Name.MODELS_VERIFY: True},  # it is in use
        "mine": {Name.MODELS_USE: True, Name.MODELS_VERIFY: True, Name.MODELS_REMOVE: True},
        "official.best": {Name.MODELS_USE: True, Name.MODELS_CONVERT: True, Name.MODELS_REMOVE: True},
        "elsewhere": {Name.MODELS_USE: True, Name.MODELS_VERIFY: True, Name.MODELS_FORGET: True},
        "GKDT-H for research": {Name.MODELS_DOWNLOAD: True},
    }
    for title, buttons in expected.items():
        at_models.choose(dialog, title)
        assert at_models.buttons(dialog) == buttons, title


def test_a_model_is_used_remembered_and_marked(at_models):
    write_tiny_model(at_models.folder / "mine")
    dialog = at_models.open()
    at_models.choose(dialog, "mine")
    with at_models.qtbot.waitSignal(at_models.window.session.engine.engine_ready, timeout=WAIT_MS):
        at_models.press(dialog, Name.MODELS_USE)
    assert at_models.window.session.settings.model == str(at_models.folder / "mine")
    assert at_models.window.side_panel.prompt.engine_line.text().startswith("mine")
    dialog = at_models.open()
    assert dialog.findChild(QLabel, Name.MODELS_TITLE).text() == "mine"
    assert dialog.findChild(QPushButton, Name.MODELS_USE).text() == "In use"


def test_a_model_that_cannot_be_loaded_is_not_remembered(at_models):
    models = at_models.window.windows.models
    with at_models.qtbot.waitSignal(at_models.window.session.engine.engine_failed, timeout=WAIT_MS):
        models.use(str(at_models.home / "nothing"))
    assert at_models.window.session.settings.model == "bundled"


def test_the_device_and_the_precision_take_effect_at_once(at_models):
    write_tiny_model(at_models.folder / "mine")
    with at_models.qtbot.waitSignal(at_models.window.session.engine.engine_ready, timeout=WAIT_MS):
        at_models.window.load_model(str(at_models.folder / "mine"))
    dialog = at_models.open()
    for combo, value in ((dialog.device, "cpu"), (dialog.precision, "bf16")):
        with at_models.qtbot.waitSignal(at_models.window.session.engine.engine_ready, timeout=WAIT_MS):
            row = combo.findData(value)
            combo.setCurrentIndex(row)
            combo.activated.emit(row)
    settings = at_models.window.session.settings
    assert (settings.device, settings.precision) == ("cpu", "bf16")
    assert at_models.window.session.engine.summary.dtype.startswith("bfloat16")


def test_a_model_named_for_this_run_only_is_the_one_marked_as_in_use(at_models):
    write_tiny_model(at_models.folder / "mine")
    with at_models.qtbot.waitSignal(at_models.window.session.engine.engine_ready, timeout=WAIT_MS):
        at_models.window.load_model(str(at_models.folder / "mine"))
    dialog = at_models.open()
    assert at_models.window.session.settings.model == "bundled"
    assert dialog.findChild(QLabel, Name.MODELS_TITLE).text() == "mine"
    assert dialog.findChild(QPushButton, Name.MODELS_USE).text() == "In use"


def test_choosing_the_device_again_after_a_lost_card_loads_the_model_there(at_models, monkeypatch, tmp_path):
    from gkdt_core.inference.batches import DeviceLostError
    from gkdt_core.inference.engine import Engine

    write_tiny_model(at_models.folder / "mine")
    engine = at_models.window.session.engine
    with at_models.qtbot.waitSignal(engine.engine_ready, timeout=WAIT_MS):
        at_models.window.load_model(str(at_models.folder / "mine"))
    dialog = at_models.open()
    dialog.device.activated.emit(dialog.device.currentIndex())
    assert not engine.is_loading, "the same device again is no change"
    lost, real = engine._engine, Engine.encode_regions

    def encode(self: Engine, regions, **more):
        if self is lost:
            raise DeviceLostError("The graphics card stopped working: it was pulled out.")
        return real(self, regions, **more)

    monkeypatch.setattr(Engine, "encode_regions", encode)
    spec = PromptSpec(("nose",), ("nose",))
    image = make_images(tmp_path / "images", 1)[0]
    with at_models.qtbot.waitSignal(engine.predicted, timeout=WAIT_MS):
        engine.request_prediction(PredictionRequest(Query(1, None, image), spec, 1))
    assert "pulled out" in at_models.window.message_bar.text.text()
    with at_models.qtbot.waitSignal(engine.engine_ready, timeout=WAIT_MS):
        dialog.device.activated.emit(dialog.device.currentIndex())
    assert not engine.has_moved


def test_a_weight_file_is_brought_in_under_a_free_name_and_looked_at_then(at_models, tmp_path):
    write_tiny_model(at_models.folder / "given")
    at_models.person.answers.path = official_file(tmp_path / "given.best")
    dialog = at_models.open()
    at_models.press(dialog, Name.MODELS_BRING_IN)
    asked = dialog.findChild(QDialog, Name.BRING_IN_DIALOG)
    assert "given" in asked.findChild(QLabel, Name.BRING_IN_PROBLEM).text()
    assert not asked.main.isEnabled()
    name = asked.findChild(QLineEdit, Name.BRING_IN_NAME)
    name.clear()
    at_models.qtbot.keyClicks(name, "my GKDT")
    asked.choose("fp16")
    at_models.press(asked, Name.BRING_IN_ACCEPT)
    at_models.wait_for_outcome(dialog, "my GKDT is ready")
    title = dialog.findChild(QLabel, Name.MODELS_TITLE)
    at_models.qtbot.waitUntil(lambda: title.text() == "my GKDT", timeout=WAIT_MS)
    assert (at_models.folder / "my GKDT" / "model.safetensors").is_file()
    assert at_models.buttons(dialog)[Name.MODELS_USE]


def test_removing_says_first_what_goes_and_how_much(at_models):
    write_tiny_model(at_models.folder / "mine")
    dialog = at_models.open()
    at_models.choose(dialog, "mine")
    at_models.press(dialog, Name.MODELS_REMOVE)
    asked = dialog.findChild(QDialog, Name.CONFIRM_DIALOG)
    said = " ".join(label.text() for label in asked.findChildren(QLabel))
    assert str(at_models.folder / "mine") in said
    assert "MB" in said
    assert asked.findChild(QPushButton, Name.CONFIRM_ACCEPT).text() == "Delete 9 MB"
    asked.reject()
    assert (at_models.folder / "mine").is_dir()
    at_models.press(dialog, Name.MODELS_REMOVE)
    at_models.press(dialog.findChildren(QDialog, Name.CONFIRM_DIALOG)[-1], Name.CONFIRM_ACCEPT)
    at_models.wait_for_outcome(dialog, "mine is removed")
    assert not (at_models.folder / "mine").exists()


def test_the_model_in_use_cannot_be_removed(at_models):
    write_tiny_model(at_models.folder / "mine")
    at_models.window.session.settings.model = str(at_models.folder / "mine")
    dialog = at_models.open()
    at_models.choose(dialog, "mine")
    assert not at_models.buttons(dialog)[Name.MODELS_REMOVE]


def test_nothing_is_downloaded_before_the_licence_is_agreed_to(at_models):
    dialog = at_models.open()
    at_models.choose(dialog, "GKDT-L for applications")
    at_models.press(dialog, Name.MODELS_DOWNLOAD)
    asked = dialog.findChild(QDialog, Name.LICENCE_DIALOG)
    said = " ".join(label.text() for label in asked.findChildren(QLabel))
    assert "non-commercial" in said
    assert "https://huggingface.co/changshenglu/GKDT-L_for_App" in said
    assert not asked.findChild(QPushButton, Name.LICENCE_ACCEPT).isEnabled()
    asked.findChild(QCheckBox, Name.LICENCE_AGREE).click()
    assert asked.findChild(QAbstractButton, Name.LICENCE_ACCEPT).isEnabled()
    asked.reject()
    assert at_models.window.session.models.running == ()


def test_a_download_without_a_network_ends_with_what_to_do(at_models, monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    dialog = at_models.open()
    at_models.choose(dialog, "GKDT-L for applications")
    at_models.press(dialog, Name.MODELS_DOWNLOAD)
    asked = dialog.findChild(QDialog, Name.LICENCE_DIALOG)
    asked.findChild(QCheckBox, Name.LICENCE_AGREE).click()
    at_models.press(asked, Name.LICENCE_ACCEPT)
    assert at_models.buttons(dialog)[Name.MODELS_DOWNLOAD] is False
    at_models.wait_for_outcome(dialog, "Bring in a file")
    at_models.qtbot.waitUntil(lambda: at_models.buttons(dialog)[Name.MODELS_DOWNLOAD], timeout=WAIT_MS)


def test_closing_the_dialog_lets_a_job_go_on_and_the_bar_tells_its_end(at_models, tmp_path, monkeypatch):
    from gkdt_core.weights import library

    may_end, real = threading.Event(), library.convert

    def slow(*args, **more):
        may_end.wait()
        return real(*args, **more)

    monkeypatch.setattr(library, "convert", slow)
    dialog = at_models.open()
    dialog.ask_how(official_file(tmp_path / "given.best"))
    asked = dialog.findChild(QDialog, Name.BRING_IN_DIALOG)
    at_models.press(asked, Name.BRING_IN_ACCEPT)
    at_models.press(dialog, Name.MODELS_CLOSE)
    status = at_models.window.findChild(QLabel, Name.STATUS_JOB)
    at_models.qtbot.waitUntil(lambda: "Bringing in given.best" in status.text(), timeout=WAIT_MS)
    assert at_models.window.findChild(QPushButton, Name.STATUS_JOB_CANCEL).isVisible()
    dialog = at_models.open()
    assert dialog.findChild(QPushButton, Name.MODELS_JOB_CANCEL).isVisible(), "opened again it is there"
    at_models.press(dialog, Name.MODELS_CLOSE)
    may_end.set()
    text = at_models.window.message_bar.text
    at_models.qtbot.waitUntil(lambda: "given is ready" in text.text(), timeout=WAIT_MS)
    with at_models.qtbot.waitSignal(at_models.window.session.engine.engine_ready, timeout=WAIT_MS):
        at_models.qtbot.mouseClick(at_models.window.message_bar.button, Qt.MouseButton.LeftButton)
    assert at_models.window.session.settings.model == str(at_models.folder / "given")


def test_a_folder_elsewhere_is_added_remembered_and_taken_off_without_deleting(at_models, tmp_path):
    elsewhere = write_tiny_model(tmp_path / "trained")
    at_models.person.answers.path = elsewhere
    dialog = at_models.open()
    at_models.press(dialog, Name.MODELS_ADD_FOLDER)
    title = dialog.findChild(QLabel, Name.MODELS_TITLE)
    at_models.qtbot.waitUntil(lambda: title.text() == "trained", timeout=WAIT_MS)
    assert at_models.window.session.settings.model_paths == (str(elsewhere),)
    at_models.press(dialog, Name.MODELS_FORGET)
    at_models.qtbot.waitUntil(lambda: title.text() != "trained", timeout=WAIT_MS)
    assert at_models.window.session.settings.model_paths == ()
    assert (elsewhere / "model.safetensors").is_file()


def test_a_trained_model_stays_in_the_list(at_models, tmp_path):
    trained = write_tiny_model(tmp_path / "run 3" / "model")
    with at_models.qtbot.waitSignal(at_models.window.session.engine.engine_ready, timeout=WAIT_MS):
        at_models.window.windows.models.use_trained(str(trained))
    at_models.window.session.settings.model = "bundled"
    dialog = at_models.open()
    assert [row.path for row in dialog._rows if row.place is Place.LISTED] == [trained]
