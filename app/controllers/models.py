"""Which model is used and where it runs; the dialog of models, and what is told while that is closed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.controllers.session import Message, Session
from app.dialogs.models_dialog import ModelsDialog
from app.i18n import tr
from app.model_service import ModelJob, Outcome
from app.settings import BUNDLED_MODEL


class Models(QObject):
    """Opens the dialog once, and loads what is chosen there, or what the open project works with."""

    chosen = Signal(str)
    """A person chose this model, and it is there."""

    def __init__(self, window: QWidget, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._session = window, session
        self._dialog: ModelsDialog | None = None
        self._wanted = ""
        self._loading = ""
        self._loaded = ""
        self._of_project = ""
        self._is_fixed = False
        session.engine.engine_ready.connect(self._on_ready)
        session.engine.engine_failed.connect(self._on_failed)
        session.models.ended.connect(self._on_outcome)
        session.models.failed.connect(self._on_outcome)

    @Slot()
    def open(self) -> None:
        """Show the dialog, or bring it to the front."""
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
            return
        session = self._session
        dialog = ModelsDialog(
            self._window, session.models, session.settings, session.chooser, in_use=self.in_use
        )
        dialog.chosen.connect(self.use)
        dialog.runs_on_changed.connect(self._on_runs_on)
        dialog.paths_changed.connect(self._on_paths)
        dialog.finished.connect(self._on_closed)
        self._dialog = dialog
        dialog.show()

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None

    @Slot(str)
    def use(self, model: str) -> None:
        """Load a model, and remember it once it is there."""
        self._wanted = model
        self.load(model)

    def in_use(self) -> str:
        """The model that answers now; before any has been loaded, the one that will be."""
        return self._loaded or self.standard

    @property
    def standard(self) -> str:
        """The model of the open project, else that of the settings."""
        return self._of_project or self._session.settings.model

    def begin(self, model: str = "") -> None:
        """Load the first model: `model` for this run whatever project is opened, else the standard one."""
        self._is_fixed = bool(model)
        self.load(model or self.standard)

    def follow(self, model: str) -> None:
        """Another project is open, which works with `model`; "" for the one of the settings."""
        self._of_project = model
        if self._loading and not self._is_fixed and self._loading != self.standard:
            self._wanted = ""
            self.load(self.standard)

    @Slot()
    def _on_ready(self) -> None:
        self._loaded = self._loading
        if self._wanted:
            chosen, self._wanted = self._wanted, ""
            self._session.settings.model = chosen
            self._of_project, self._is_fixed = "", False
            self.chosen.emit(chosen)

    @Slot()
    def _on_failed(self) -> None:
        failed, self._loading = self._loading, self._loaded
        is_of_project = not self._wanted and failed == self._of_project != self._loaded
        self._wanted = ""
        if is_of_project and failed != BUNDLED_MODEL:
            self._of_project = ""
            self.load(BUNDLED_MODEL)  # better than none, or that of the project before; why is told already

    @Slot(str)
    def use_trained(self, model: str) -> None:
        """Use a model that training made; it stays in the list of models."""
        settings = self._session.settings
        settings.model_paths = tuple(dict.fromkeys((*settings.model_paths, model)))
        self.use(model)

    def load(self, model: str) -> None:
        """Load a model in the background, on the device and in the precision of the settings."""
        settings, self._loading = self._session.settings, model
        self._session.engine.load(model, device=settings.device, precision=settings.precision)

    @Slot(str, str)
    def _on_runs_on(self, device: str, precision: str) -> None:
        settings = self._session.settings
        is_same = (settings.device, settings.precision) == (device, precision)
        if is_same and not self._session.engine.has_moved:
            return
        settings.device, settings.precision = device, precision
        self.load(self._wanted or self.in_use())

    @Slot(object)
    def _on_paths(self, paths: tuple[str, ...]) -> None:
        self._session.settings.model_paths = paths

    @Slot(object)
    def _on_outcome(self, outcome: Outcome) -> None:
        """The open dialog tells it itself; else the bar over the picture does."""
        if self._dialog is not None:
            return
        is_new = outcome.made is not None and outcome.job in (ModelJob.BRING_IN, ModelJob.DOWNLOAD)
        self._session.message.emit(
            Message(
                outcome.text,
                outcome.hint,
                is_error=not outcome.is_good,
                action=tr("Use this model") if is_new else "",
                on_action=partial(self.use, str(outcome.made)) if is_new else None,
            )
        )
