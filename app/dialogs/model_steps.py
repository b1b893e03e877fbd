"""What is asked before a model is fetched or brought in: the licence, the name, the precision to store."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLabel, QLineEdit, QRadioButton, QWidget

from app import theme
from app.dialogs.base import Dialog
from app.i18n import mark, tr
from app.model_service import Dtype, ModelRow, ModelService, bytes_words
from app.object_names import Name
from app.panels.widgets import ElidedLabel, ProblemText, explained, heading, link, named, note, with_role

DTYPE_CHOICES: tuple[tuple[Dtype, str, str], ...] = (
    ("fp32", mark("Full precision (fp32)"), mark("Every number exactly as it is in the file; the largest.")),
    (
        "fp16",
        mark("Half precision (fp16)"),
        mark(
            "Half the disk space. In our checks heatmaps moved by at most 0.0004 and no point left its cell."
        ),
    ),
    (
        "bf16",
        mark("Half precision (bf16)"),
        mark("Half the disk space, but rounded eight times as coarsely: only where it runs in bf16 anyway."),
    ),
)


class LicenceDialog(Dialog):
    """The terms of a released model; nothing is fetched before they are agreed to."""

    agreed = Signal(object, str)
    """The `ModelRow`, and the id of the licence."""

    def __init__(self, parent: QWidget, row: ModelRow, folder: Path) -> None:
        super().__init__(parent, Name.LICENCE_DIALOG, tr("Download {title}", title=row.title), width=520)
        terms = row.terms
        if terms is None:
            raise ValueError(f"{row.title} has no terms to agree to")
        self._row, self._licence = row, terms.licence
        summary = QLabel(terms.summary)
        summary.setWordWrap(True)
        self.agree = named(
            QCheckBox(tr("I have read the terms on that page and &agree to them")), Name.LICENCE_AGREE
        )
        size = (
            tr("About {size}", size=bytes_words(terms.about_bytes)) if terms.about_bytes else tr("Several GB")
        )
        self.body.addWidget(heading(tr("Licence")))
        self.body.addWidget(with_role(QLabel(_sentence(terms.licence_name)), "title"))
        self.body.addWidget(summary)
        self.body.addWidget(link(terms.page))
        self.body.addSpacing(theme.PANEL_MARGIN)
        self.body.addWidget(heading(tr("What happens")))
        self.body.addWidget(
            note(
                tr(
                    "{size} come over the network into {folder} and become a model folder there. It can be "
                    "stopped and goes on where it was. Nothing of yours is sent. Without a network: fetch "
                    "the file from that page on another computer, then use “Bring in a file…”.",
                    size=size,
                    folder=folder,
                )
            )
        )
        self.body.addSpacing(theme.GRID)
        self.body.addWidget(self.agree)
        text = (
            tr("Download {size}", size=bytes_words(terms.about_bytes))
            if terms.about_bytes
            else tr("Download")
        )
        self.main = self.add_foot(text, Name.LICENCE_ACCEPT)
        self.main.setEnabled(False)
        self.agree.setFocus()
        self.agree.toggled.connect(self.main.setEnabled)
        self.main.clicked.connect(self._accept)

    @Slot()
    def _accept(self) -> None:
        self.agreed.emit(self._row, self._licence)
        self.accept()


class BringInDialog(Dialog):
    """An official weight file becomes a model folder: how it is called and how its numbers are stored."""

    answered = Signal(object, str, str)
    """File, name, precision"""

    def __init__(self, parent: QWidget, file: Path, service: ModelService) -> None:
        super().__init__(parent, Name.BRING_IN_DIALOG, tr("Bring in a weight file"), width=520)
        self._file, self._service = file, service
        shown = ElidedLabel(str(file), Qt.TextElideMode.ElideMiddle)
        self.name = named(QLineEdit(file.stem), Name.BRING_IN_NAME, tr("Name of the model"))
        self.problem = ProblemText(Name.BRING_IN_PROBLEM)
        self._choices = QButtonGroup(self)
        self.body.addWidget(heading(tr("File")))
        self.body.addWidget(shown)
        self.body.addSpacing(theme.PANEL_MARGIN)
        self.body.addWidget(heading(tr("Call it")))
        self.body.addWidget(self.name)
        self.body.addWidget(self.problem)
        self.body.addSpacing(theme.PANEL_MARGIN)
        self.body.addWidget(heading(tr("Store its numbers as")))
        for value, title, says in DTYPE_CHOICES:
            button = QRadioButton(tr(title))
            button.setProperty("dtype", value)
            self._choices.addButton(button)
            button.setChecked(value == DTYPE_CHOICES[0][0])
            self.body.addLayout(explained(button, tr(says)))
        self.body.addWidget(
            note(
                tr(
                    "The file itself is left as it is. Its authors' licence holds for the converted model "
                    "too."
                )
            )
        )
        self.main = self.add_foot(tr("Bring in the model"), Name.BRING_IN_ACCEPT)
        self.name.textChanged.connect(self._check)
        self.main.clicked.connect(self._accept)
        self._check()

    def choose(self, dtype: str) -> None:
        """Tick the precision."""
        for button in self._choices.buttons():
            button.setChecked(button.property("dtype") == dtype)

    @Slot()
    def _check(self) -> None:
        problem = self._service.name_problem(self.name.text().strip())
        self.problem.show_problem(problem)
        self.main.setEnabled(not problem)

    @Slot()
    def _accept(self) -> None:
        chosen = self._choices.checkedButton()
        if chosen is not None:
            self.answered.emit(self._file, self.name.text().strip(), str(chosen.property("dtype")))
            self.accept()


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
