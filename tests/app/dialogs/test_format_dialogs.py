"""Export and import dialogs: formats, what they lose, and what an import left out."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from app.controllers.transfer import ExportRequest, ImportRequest
from app.dialogs import format_texts
from app.dialogs.export_dialog import ExportDialog
from app.dialogs.import_dialog import ImportDialog, SkippedDialog
from app.jobs import JobRunner, Task
from app.project.exporting import ExportOptions
from gkdt_core.formats.building import Pictures
from gkdt_core.formats.features import Feature, Loss
from gkdt_core.formats.registry import FORMATS

_LOSSES = {"yolo": (Loss(Feature.STATES, 3, "are lost"),), "csv": ()}


class Person:
    """The dialog with a project of 5 images, and what it answered."""

    def __init__(self, qtbot, folder: Path) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.jobs = JobRunner()
        self.asked: list[ExportOptions] = []
        self.dialog = ExportDialog(
            self.window, None, folder / "annotations.json", lambda options: 4, 5, self.find_losses
        )
        self.answers: list[ExportRequest] = []
        self.dialog.answered.connect(self.answers.append)

    def find_losses(self, options: ExportOptions) -> Task:
        self.asked.append(options)
        return self.jobs.start(lambda task: _LOSSES)


@pytest.fixture
def person(qtbot, tmp_path):
    person = Person(qtbot, tmp_path)
    yield person
    person.dialog.reject()
    person.jobs.close()


def test_the_losses_of_a_format_are_counted_before_the_export(person, qtbot, tmp_path):
    dialog = person.dialog
    assert person.asked == []  # COCO loses nothing: nothing is counted
    dialog.choose_format("yolo")
    qtbot.waitUntil(lambda: "Image states (3) are lost" in dialog.losses.text())
    assert dialog.path.text() == str(tmp_path / "annotations yolo")
    dialog.choose_format("deeplabcut")
    assert "Counting" not in dialog.losses.text()
    assert len(person.asked) == 1  # all formats are counted at once
    dialog.choose_format("csv")  # which is proposed with the model's points, so that others are lost
    qtbot.waitUntil(lambda: "Nothing of this project is lost" in dialog.losses.text())
    assert len(person.asked) == 2
    dialog.reviewed.click()
    assert len(person.asked) == 3


def test_the_answer_names_format_path_and_pictures(person, qtbot, tmp_path):
    dialog = person.dialog
    dialog.choose_format("labelme")
    dialog.pictures.setChecked(False)
    dialog.main.click()
    (request,) = person.answers
    assert (request.form, request.pictures) == (FORMATS["labelme"], Pictures.NONE)
    assert request.path == tmp_path / "annotations labelme"


def test_a_folder_with_something_in_it_cannot_be_chosen(person, tmp_path):
    (tmp_path / "annotations yolo").mkdir()
    (tmp_path / "annotations yolo" / "mine.txt").write_text("mine")
    person.dialog.choose_format("yolo")
    assert not person.dialog.main.isEnabled()
    assert "Choose a new one" in person.dialog.losses.text()


@pytest.mark.skipif(importlib.util.find_spec("h5py") is not None, reason="the extra sleap is installed")
def test_a_format_whose_packages_are_missing_says_how_to_install_them(person):
    person.dialog.choose_format("sleap")
    assert "pip install '.[sleap]'" in person.dialog.losses.text()
    assert not person.dialog.main.isEnabled()


def test_the_frozen_program_does_not_tell_to_install_anything(monkeypatch):
    assert "pip install '.[sleap]'" in format_texts.how_to_install(FORMATS["sleap"])
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    told = format_texts.how_to_install(FORMATS["sleap"])
    assert "SLEAP" in told
    assert "pip" not in told


def test_an_import_needs_no_folder_of_images(qtbot, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ImportDialog(window, None, has_project=True)
    answers: list[ImportRequest] = []
    dialog.answered.connect(answers.append)
    dialog.set_file(tmp_path)
    assert dialog.main.isEnabled()
    dialog.main.click()
    assert answers == [ImportRequest(tmp_path, None, None)]


def test_what_was_left_out_is_listed_and_the_rest_counted(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = SkippedDialog(window, ["a.txt, row 3: why"], 5)
    assert dialog.text.toPlainText() == "a.txt, row 3: why\nAnd 4 more."
    dialog.reject()


def test_every_text_of_the_table_of_formats_can_be_translated():
    texts = {form.title for form in FORMATS.values()} | {feature.value for feature in Feature}
    texts |= {fate for form in FORMATS.values() for fate in form.losses.values()}
    assert texts == format_texts.KNOWN_TEXTS
