"""Choosing the model: the bundled one, a model folder, or an official weight file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPushButton, QRadioButton, QWidget

from app import theme
from app.controllers.session import FileChooser
from app.dialogs.base import Dialog
from app.object_names import Name
from app.panels.widgets import heading, named, note
from app.settings import DEVICES

DEVICE_WORDS = {"auto": "Automatic", "cpu": "Processor (CPU)", "cuda": "Graphics card (CUDA)"}


class ModelDialog(Dialog):
    """Answers with a model name or path, and a device."""

    chosen = Signal(str, str)
    """Model, device"""

    def __init__(self, parent: QWidget, model: str, device: str, chooser: FileChooser) -> None:
        super().__init__(parent, Name.MODEL_DIALOG, "Choose the model", width=520)
        self._chooser = chooser
        self.bundled = named(QRadioButton("The model that came with the program"), Name.MODEL_BUNDLED)
        self.other = QRadioButton("Another model")
        self.path = named(QLineEdit(), Name.MODEL_PATH, "Model folder or file")
        self.path.setPlaceholderText("A model folder, or an official .best file")
        folder, file = QPushButton("Folder…"), QPushButton("File…")
        for button in (folder, file):
            button.setAutoDefault(False)
        self.device = named(QComboBox(), Name.SETTINGS_DEVICE, "Device")
        for value in DEVICES:
            self.device.addItem(DEVICE_WORDS[value], value)
        self.device.setCurrentIndex(DEVICES.index(device))
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(self.path, 1)
        row.addWidget(folder)
        row.addWidget(file)
        self.body.addWidget(self.bundled)
        self.body.addWidget(self.other)
        self.body.addLayout(row)
        self.body.addWidget(note("A folder made by training has config.json and model.safetensors in it."))
        self.body.addSpacing(theme.PANEL_MARGIN)
        self.body.addWidget(heading("Runs on"))
        self.body.addWidget(self.device)
        self.main = self.add_foot("Use this model", Name.MODEL_ACCEPT)
        is_bundled = model == "bundled"
        (self.bundled if is_bundled else self.other).setChecked(True)
        self.path.setText("" if is_bundled else model)
        folder.clicked.connect(self._ask_folder)
        file.clicked.connect(self._ask_file)
        self.bundled.toggled.connect(self._check)
        self.path.textEdited.connect(self._on_path)
        self.path.textChanged.connect(self._check)
        self.main.clicked.connect(self._accept)
        self._check()

    @Slot()
    def _ask_folder(self) -> None:
        self._chooser.folder("Choose a model folder", self.set_path)

    @Slot()
    def _ask_file(self) -> None:
        self._chooser.file("Choose a weight file", "GKDT weights (*.best);;All files (*)", self.set_path)

    def set_path(self, path: Path) -> None:
        """Take a chosen folder or file."""
        self.other.setChecked(True)
        self.path.setText(str(path))

    @Slot()
    def _on_path(self) -> None:
        self.other.setChecked(True)

    @Slot()
    def _check(self) -> None:
        self.main.setEnabled(self.bundled.isChecked() or bool(self.path.text().strip()))

    @Slot()
    def _accept(self) -> None:
        model = "bundled" if self.bundled.isChecked() else self.path.text().strip()
        self.chosen.emit(model, str(self.device.currentData()))
        self.accept()


class SettingsDialog(Dialog):
    """Appearance and habits; changes show at once."""

    theme_chosen = Signal(str)
    names_chosen = Signal(bool)
    first_prompt_chosen = Signal(bool)
    model_requested = Signal()

    def __init__(self, parent: QWidget, *, theme_name: str, show_names: bool, first_is_prompt: bool) -> None:
        super().__init__(parent, Name.SETTINGS_DIALOG, "Settings", width=420)
        self.theme = named(QComboBox(), Name.SETTINGS_THEME, "Theme")
        self.theme.addItem("Dark", "dark")
        self.theme.addItem("Light", "light")
        self.theme.setCurrentIndex(0 if theme_name == "dark" else 1)
        self.names = named(QCheckBox("Show keypoint names on the picture"), Name.SETTINGS_NAMES)
        self.names.setChecked(show_names)
        self.first = QCheckBox("The first image I label becomes the prompt")
        self.first.setChecked(first_is_prompt)
        model = named(QPushButton("Choose the model…"), Name.SETTINGS_MODEL)
        model.setAutoDefault(False)
        self.body.addWidget(heading("Theme"))
        self.body.addWidget(self.theme)
        self.body.addSpacing(theme.PANEL_MARGIN)
        self.body.addWidget(heading("Picture"))
        self.body.addWidget(self.names)
        self.body.addSpacing(theme.PANEL_MARGIN)
        self.body.addWidget(heading("Model"))
        self.body.addWidget(self.first)
        self.body.addWidget(model)
        self.add_foot("Close", Name.SETTINGS_CLOSE, cancel="").clicked.connect(self.accept)
        self.theme.currentIndexChanged.connect(self._on_theme)
        self.names.toggled.connect(self.names_chosen)
        self.first.toggled.connect(self.first_prompt_chosen)
        model.clicked.connect(self._on_model)

    @Slot()
    def _on_theme(self) -> None:
        self.theme_chosen.emit(str(self.theme.currentData()))

    @Slot()
    def _on_model(self) -> None:
        self.accept()
        self.model_requested.emit()
