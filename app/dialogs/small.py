"""The small dialogs: confirm a bulk action, go to an image, which program this is."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QLabel,
    QSpinBox,
    QWidget,
)

from app import theme
from app.dialogs.base import Dialog
from app.i18n import tr
from app.object_names import Name
from app.panels.widgets import named, with_role


class ConfirmDialog(Dialog):
    """Asks before something that touches much; the button says what will happen."""

    confirmed = Signal()

    def __init__(self, parent: QWidget, title: str, text: str, button: str) -> None:
        super().__init__(parent, Name.CONFIRM_DIALOG, title, width=420)
        label = QLabel(text)
        label.setWordWrap(True)
        self.body.addWidget(label)
        main = with_role(self.add_foot(button, Name.CONFIRM_ACCEPT), "danger")
        main.setDefault(False)
        main.setAutoDefault(False)  # or Qt makes it the default of a dialog that has no other
        if self.cancel_button is not None:
            self.cancel_button.setFocus()  # what a hasty space bar presses
        main.clicked.connect(self._on_confirmed)

    @Slot()
    def _on_confirmed(self) -> None:
        self.confirmed.emit()
        self.accept()


class GotoDialog(Dialog):
    """Asks for the number of an image in the list."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget, current: int, count: int) -> None:
        super().__init__(parent, Name.GOTO_DIALOG, tr("Go to image"), width=320)
        self.body.addWidget(QLabel(tr("Number of the image, 1 to {count:,}", count=count)))
        self.number = named(QSpinBox(), Name.GOTO_NUMBER, tr("Number of the image"))
        self.number.setRange(1, max(count, 1))
        self.number.lineEdit().setTextMargins(theme.PANEL_MARGIN, 0, 0, 0)
        self.number.setValue(current)
        self.number.selectAll()
        self.body.addWidget(self.number)
        self.add_foot(tr("Go to the image"), Name.GOTO_ACCEPT).clicked.connect(self._on_chosen)

    @Slot()
    def _on_chosen(self) -> None:
        self.chosen.emit(self.number.value())
        self.accept()


class AboutDialog(Dialog):
    """Which program this is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Name.ABOUT_DIALOG, tr("About GKDT Annotator"), width=420)
        text = QLabel(
            tr(
                "GKDT Annotator {version}\n\nClick or name a few keypoints, the model pre-labels "
                "the rest, you review, COCO comes out.\n\nApache License 2.0. The licences of everything "
                "that ships with it are in THIRD_PARTY.md. Nothing that you open leaves this computer.",
                version=program_version(),
            )
        )
        text.setWordWrap(True)
        self.body.addWidget(text)
        self.add_foot(tr("Close"), Name.ABOUT_CLOSE, cancel="").clicked.connect(self.accept)


def program_version() -> str:
    """The installed version; "development" in a checkout that is not installed."""
    from importlib import metadata  # not at the top: it brings the whole of `email` along

    try:
        return metadata.version("gkdt-annotator")
    except metadata.PackageNotFoundError:
        return "development"
