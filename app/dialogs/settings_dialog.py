"""The settings: appearance, habits, and how carefully the model looks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from app import theme
from app.dialogs.base import Dialog
from app.i18n import mark, tr
from app.object_names import Name
from app.panels.widgets import explained, heading, named
from app.settings import FEATURE_MEMORY_MB, Settings

REFINE_COSTS = mark(
    "R and Ctrl+R look again and closer, where the object is small in the picture or the "
    "picture is several times larger than the model's input. Two to several times as slow."
)
FLIP_COSTS = mark(
    "R and Ctrl+R look at the mirrored image too, left and right exchanged, and take the "
    "mean of both. Twice as slow."
)
HALF_COSTS = mark(
    "Twice as many images in the same memory. Heatmaps move by about a ten-thousandth; for "
    "images that are encoded from now on."
)


class SettingsDialog(Dialog):
    """Appearance and habits; changes show at once."""

    theme_chosen = Signal(str)
    flag_chosen = Signal(str, bool)
    """Which setting, and whether it is on"""
    memory_chosen = Signal(int)
    """MB"""
    model_requested = Signal()

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(parent, Name.SETTINGS_DIALOG, tr("Settings"), width=420)
        self.theme = named(QComboBox(), Name.SETTINGS_THEME, tr("Theme"))
        self.theme.addItem(tr("Dark"), "dark")
        self.theme.addItem(tr("Light"), "light")
        self.theme.setCurrentIndex(0 if settings.theme == "dark" else 1)
        self.names = named(QCheckBox(tr("Show keypoint names on the picture")), Name.SETTINGS_NAMES)
        self.first = QCheckBox(tr("The first image I label becomes the prompt"))
        self.refine = named(QCheckBox(tr("Look twice (refine)")), Name.SETTINGS_REFINE)
        self.flip = named(QCheckBox(tr("Also look at the mirror image (flip)")), Name.SETTINGS_FLIP)
        self.half = named(QCheckBox(tr("Keep them in half precision")), Name.SETTINGS_HALF)
        self.memory = named(QComboBox(), Name.SETTINGS_MEMORY, tr("Memory for image features"))
        for megabytes in FEATURE_MEMORY_MB:
            words = f"{megabytes} MB" if megabytes < 1024 else f"{megabytes // 1024} GB"
            self.memory.addItem(words, megabytes)
        self.memory.setCurrentIndex(FEATURE_MEMORY_MB.index(settings.feature_memory))
        self._flags = {
            self.names: "show_names",
            self.first: "first_is_prompt",
            self.refine: "refine",
            self.flip: "flip",
            self.half: "half_features",
        }
        for box, key in self._flags.items():
            box.setChecked(bool(getattr(settings, key)))
            box.toggled.connect(self._on_flag)
        model = named(QPushButton(tr("Models…")), Name.SETTINGS_MODEL)
        model.setAutoDefault(False)
        self.body.addWidget(heading(tr("Theme")))
        self.body.addWidget(self.theme)
        self.body.addSpacing(theme.PANEL_MARGIN)
        self.body.addWidget(heading(tr("Picture")))
        self.body.addWidget(self.names)
        self.body.addSpacing(theme.PANEL_MARGIN)
        self.body.addWidget(heading(tr("Prompt")))
        self.body.addWidget(self.first)
        self.body.addSpacing(theme.PANEL_MARGIN)
        self.body.addWidget(heading(tr("Pre-labelling")))
        for box, costs in ((self.refine, tr(REFINE_COSTS)), (self.flip, tr(FLIP_COSTS))):
            self.body.addLayout(explained(box, costs))
        self.body.addSpacing(theme.GRID)
        self.body.addWidget(heading(tr("Model")))
        row = QHBoxLayout()
        row.setSpacing(theme.PANEL_MARGIN)
        row.addWidget(QLabel(tr("Images already looked at may take")))
        row.addWidget(self.memory)
        row.addStretch()
        self.body.addLayout(row)
        self.body.addLayout(explained(self.half, tr(HALF_COSTS)))
        self.body.addWidget(model, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_foot(tr("Close"), Name.SETTINGS_CLOSE, cancel="").clicked.connect(self.accept)
        self.theme.currentIndexChanged.connect(self._on_theme)
        self.memory.currentIndexChanged.connect(self._on_memory)
        model.clicked.connect(self._on_model)

    @Slot()
    def _on_theme(self) -> None:
        self.theme_chosen.emit(str(self.theme.currentData()))

    @Slot()
    def _on_memory(self) -> None:
        self.memory_chosen.emit(int(self.memory.currentData()))

    @Slot(bool)
    def _on_flag(self, on: bool) -> None:
        box = self.sender()
        if isinstance(box, QCheckBox):
            self.flag_chosen.emit(self._flags[box], on)

    @Slot()
    def _on_model(self) -> None:
        self.accept()
        self.model_requested.emit()
