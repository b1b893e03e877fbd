"""What belongs to the work: taken from the project when it opens, kept in it when a person changes it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from app.canvas.adjust import Adjustment
from app.controllers.adjusting import Adjusting
from app.controllers.models import Models
from app.controllers.projects import Projects
from app.controllers.session import Message, SelectionChanged, Session
from app.i18n import tr
from app.model_service import locate
from app.project.project_settings import ModelReference, ViewSettings, find_beside
from app.settings import BUNDLED_MODEL


class SettingsOfProject(QObject):
    """Applies the settings of a project, and notes what changes: model, view, category and image."""

    def __init__(
        self,
        session: Session,
        projects: Projects,
        adjusting: Adjusting,
        models: Models,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._adjusting, self._models = session, adjusting, models
        self._settings, self._selection = session.store.settings, session.selection
        self._is_applied = False
        self._missing: ModelReference | None = None
        session.store.project_changed.connect(self._on_project_changed)
        projects.opened.connect(self._on_opened)
        adjusting.changed.connect(self._on_adjusted)
        models.chosen.connect(self._on_model_chosen)
        session.models.ended.connect(self._on_models_changed)
        session.engine.predicted.connect(self._on_answer)
        session.engine.batch_result.connect(self._on_answer)
        session.selection.changed.connect(self._on_selection)

    # from the project

    @Slot()
    def _on_project_changed(self) -> None:
        self._is_applied, self._missing = False, None
        if not self._session.store.is_open:
            return
        view = self._settings.view
        self._adjusting.set(Adjustment() if view is None else Adjustment(**asdict(view)))

    @Slot()
    def _on_opened(self) -> None:
        self._is_applied = True
        self._note_place()
        self._follow_model()

    def _follow_model(self) -> None:
        reference, path = self._settings.model, self._session.store.path
        if reference is None or path is None:
            self._models.follow("")
            return
        found = self._found(reference, path)
        self._missing = reference if found is None else None
        self._models.follow(BUNDLED_MODEL if found is None else found)
        if found is None:
            self._session.message.emit(
                Message(
                    tr(
                        "The model “{name}” that this project works with is not on this computer.",
                        name=reference.name,
                    ),
                    tr(
                        "The bundled model is used instead; the project keeps naming its own. Bring that in, "
                        "or put it beside the project, and it is used again."
                    ),
                    action=tr("Models…"),
                    on_action=self._models.open,
                )
            )

    def _found(self, reference: ModelReference, project: Path) -> str | None:
        beside = find_beside(reference, project)
        return locate(reference.path, reference.name, beside, self._session.settings.model_paths)

    @Slot()
    def _on_models_changed(self) -> None:
        """The model that was missing may have been brought in."""
        path = self._session.store.path
        if self._missing is not None and path is not None:
            found = self._found(self._missing, path)
            if found is not None:
                self._missing = None
                self._models.follow(found)

    # into the project

    @Slot(object)
    def _on_adjusted(self, adjustment: Adjustment) -> None:
        plain = adjustment == Adjustment()
        if not plain or self._settings.view is not None:
            self._settings.view = None if plain else ViewSettings(**asdict(adjustment))

    @Slot(str)
    def _on_model_chosen(self, model: str) -> None:
        self._missing = None
        self._settings.model = ModelReference(model)

    @Slot(object)
    def _on_answer(self, _: object) -> None:
        """Whoever gets this project shall know which model has answered in it."""
        if self._is_applied and self._settings.model is None:
            self._settings.model = ModelReference(self._models.in_use())

    @Slot(object)
    def _on_selection(self, change: SelectionChanged) -> None:
        if self._is_applied and (change.image or change.category):
            self._note_place()

    def _note_place(self) -> None:
        now = self._selection.now
        if now.image_id is not None:
            self._settings.image = now.image_id
        self._settings.category = now.category_id if self._selection.is_category_chosen else None
