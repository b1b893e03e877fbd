"""The settings: appearance, habits, and how carefully the model looks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from app import fonts, theme
from app.actions import ActionId, key_of
from app.dialogs.base import Dialog
from app.i18n import LANGUAGES, SYSTEM, chosen, mark, tr
from app.object_names import Name
from app.panels.widgets import explained, heading, named, note
from app.settings import FEATURE_MEMORY_MB, Settings

REFINE_COSTS = mark(
    "{one} and {all} look again and closer, where the object is small in the picture or the "
    "picture is several times larger than the model's input. Two to several times as slow."
)
FLIP_COSTS = mark(
    "{one} and {all} look at the mirrored image too, left and right exchanged, and take the "
    "mean of both. Twice as slow."
)
HALF_COSTS = mark(
    "Twice as many images in the same memory. Heatmaps move by about a ten-thousandth; for "
    "images that are encoded from now on."
)


OF_PROJECT = frozenset({"refine", "flip"})
"""The settings that belong to the work; all others belong to the person."""


@dataclass(frozen=True, slots=True)
class ProjectShown:
    """What is set in the open project.

    Attributes:
        name: The project.
        model: The model that it works with, as people call it.
        refine, flip: How carefully the model looks.
    """

    name: str
    model: str
    refine: bool
    flip: bool


class SettingsDialog(Dialog):
    """Appearance and habits; changes show at once."""

    theme_chosen = Signal(str)
    flag_chosen = Signal(str, bool)
    """Which setting, and whether it is on"""
    memory_chosen = Signal(int)
    """MB"""
    model_requested = Signal()
    keys_requested = Signal()
    language_chosen = Signal(str)
    """"system" or the code of a language"""

    def __init__(self, parent: QWidget, settings: Settings, project: ProjectShown | None = None) -> None:
        """The dialog.

        Args:
            parent: The window.
            settings: The person's.
            project: The open project's, if any.
        """
        super().__init__(parent, Name.SETTINGS_DIALOG, tr("Settings"), width=420)
        self.theme = named(QComboBox(), Name.SETTINGS_THEME, tr("Theme"))
        self.theme.addItem(tr("Dark"), "dark")
        self.theme.addItem(tr("Light"), "light")
        self.theme.setCurrentIndex(0 if settings.theme == "dark" else 1)
        self.names = named(QCheckBox(tr("Show keypoint names on the picture")), Name.SETTINGS_NAMES)
        self.first = QCheckBox(tr("The first image I label becomes the prompt"))
        self.live = named(QCheckBox(tr("Show the model's answer while I click")), Name.SETTINGS_LIVE)
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
            self.live: "live_answer",
            self.refine: "refine",
            self.flip: "flip",
            self.half: "half_features",
        }
        for box, key in self._flags.items():
            of_project = project is not None and key in OF_PROJECT
            box.setChecked(bool(getattr(project if of_project else settings, key)))
            box.toggled.connect(self._on_flag)
        self.language = named(QComboBox(), Name.SETTINGS_LANGUAGE, tr("Language"))
        self.language.addItem(tr("As the computer: {name}", name=_name_of(chosen(SYSTEM))), SYSTEM)
        for language in LANGUAGES:
            self.language.addItem(language.name, language.code)
        self.language.setCurrentIndex(self.language.findData(settings.language))
        self.later = named(note(), Name.SETTINGS_LATER)
        self.later.hide()
        keys = named(QPushButton(tr("Keys…")), Name.SETTINGS_KEYS)
        keys.setAutoDefault(False)
        model = named(QPushButton(tr("Models…")), Name.SETTINGS_MODEL)
        model.setAutoDefault(False)
        looks = QGridLayout()
        looks.setHorizontalSpacing(theme.PANEL_MARGIN)
        looks.setVerticalSpacing(theme.GRID)
        looks.addWidget(heading(tr("Theme")), 0, 0)
        looks.addWidget(heading(tr("Language")), 0, 1)
        looks.addWidget(self.theme, 1, 0)
        looks.addWidget(self.language, 1, 1)
        looks.setColumnStretch(0, 1)
        looks.setColumnStretch(1, 1)
        self.body.addLayout(looks)
        self.body.addWidget(self.later)
        self.body.addSpacing(theme.PANEL_MARGIN)
        self.body.addWidget(heading(tr("Picture")))
        self.body.addWidget(self.names)
        self.body.addSpacing(theme.PANEL_MARGIN)
        self.body.addWidget(heading(tr("Prompt")))
        self.body.addWidget(self.first)
        self.body.addWidget(self.live)
        self.body.addSpacing(theme.PANEL_MARGIN)
        self.body.addWidget(heading(tr("Model")))
        row = QHBoxLayout()
        row.setSpacing(theme.PANEL_MARGIN)
        row.addWidget(QLabel(tr("Images already looked at may take")))
        row.addWidget(self.memory)
        row.addStretch()
        self.body.addLayout(row)
        self.body.addLayout(explained(self.half, tr(HALF_COSTS)))
        self.body.addSpacing(theme.PANEL_MARGIN)
        title = tr("In new projects") if project is None else tr("In the project {name}", name=project.name)
        self.project = named(heading(title), Name.SETTINGS_PROJECT)
        self.body.addWidget(self.project)
        for box, costs in ((self.refine, REFINE_COSTS), (self.flip, FLIP_COSTS)):
            these = {"one": key_of(ActionId.PRELABEL_HERE), "all": key_of(ActionId.PRELABEL_ALL)}
            self.body.addLayout(explained(box, tr(costs, **these)))
        if project is not None:
            self.body.addWidget(
                note(
                    tr(
                        "These, its model ({model}), how its pictures are shown and how it was exported last "
                        "are kept in the project and go with it. All others are yours, on this computer.",
                        model=project.model,
                    )
                )
            )
        more = QHBoxLayout()
        more.setSpacing(theme.PANEL_MARGIN)
        more.addWidget(model)
        more.addWidget(keys)
        more.addStretch()
        self.body.addLayout(more)
        self.add_foot(tr("Close"), Name.SETTINGS_CLOSE, cancel="").clicked.connect(self.accept)
        self.theme.currentIndexChanged.connect(self._on_theme)
        self.memory.currentIndexChanged.connect(self._on_memory)
        self.language.currentIndexChanged.connect(self._on_language)
        model.clicked.connect(self._on_model)
        keys.clicked.connect(self._on_keys)

    @Slot()
    def _on_theme(self) -> None:
        self.theme_chosen.emit(str(self.theme.currentData()))

    @Slot()
    def _on_language(self) -> None:
        setting = str(self.language.currentData())
        self.language_chosen.emit(setting)
        self.later.setText(
            tr("The window speaks it after the next start.")
            if fonts.can_show(chosen(setting))
            else tr(
                "No font on this computer has the characters of this language, so the window stays English. "
                "Install one first: on Linux the package fonts-noto-cjk or google-noto-sans-cjk-fonts."
            )
        )
        self.later.show()

    @Slot()
    def _on_keys(self) -> None:
        self.accept()
        self.keys_requested.emit()

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


def _name_of(code: str) -> str:
    return next(language.name for language in LANGUAGES if language.code == code)
