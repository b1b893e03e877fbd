"""Training on the project: choose, watch, compare, use; and the trainings of before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.controllers.session import Session
from app.controllers.training import Training, TrainRequest
from app.dialogs.base import Dialog
from app.dialogs.small import ConfirmDialog
from app.dialogs.train_list import TrainList, when
from app.dialogs.train_pages import NewTraining, RunPage
from app.i18n import tr
from app.model_service import bytes_words
from app.object_names import Name
from app.training.data import Candidate, candidates
from app.training.runs import RunState, size_of
from gkdt_core.errors import GkdtError

WIDTH, HEIGHT, LIST_WIDTH = 920, 660, 288


class TrainDialog(Dialog):
    """Not modal: labelling goes on while it trains."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        training: Training,
        listed: Callable[[], Sequence[int] | None] = lambda: None,
    ) -> None:
        """`listed` gives the images that the list shows, None if it shows all."""
        super().__init__(parent, Name.TRAIN_DIALOG, tr("Train on this project"), width=WIDTH)
        self.setModal(False)
        self._session, self._training, self._listed = session, training, listed
        self._folder: Path | None = None
        self._doomed: Path | None = None
        self.list = TrainList()
        self.new = NewTraining(session.settings.model)
        self.run = RunPage()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.new)
        self._pages.addWidget(self.run)
        self._place()
        self.list.folder_chosen.connect(self._on_chosen)
        self.new.start_requested.connect(self._on_start)
        self.new.cancel_requested.connect(training.cancel)
        self.run.stop_requested.connect(training.stop)
        self.run.go_on_requested.connect(training.go_on)
        self.run.use_requested.connect(self._on_use)
        self.run.delete_requested.connect(self._on_delete)
        training.prepared.connect(self.new.show_preparing)
        training.changed.connect(self._on_changed)
        training.listed.connect(self._on_listed)
        self.new.show_preparing(training.preparing)
        training.refresh()
        active = training.active
        self._show_list(None if active is None else active.folder)

    def _place(self) -> None:
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.VLine)
        row = QHBoxLayout()
        row.setSpacing(0)
        self.list.setFixedWidth(LIST_WIDTH)
        row.addWidget(self.list)
        row.addWidget(line)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._pages, 1)
        row.addLayout(right, 1)
        self.body.addLayout(row, 1)
        self.resize(WIDTH, HEIGHT)

    # the list

    def show_run(self, folder: Path | None) -> None:
        """Look at a training; None for a new one."""
        self._show_list(folder)

    def _show_list(self, wanted: Path | None) -> None:
        self.list.show_runs(self._training.runs(), wanted)

    @Slot()
    def _on_listed(self) -> None:
        active = self._training.active
        is_new = active is not None and self._folder is None and not self._training.preparing.is_active
        self._show_list(active.folder if is_new and active is not None else self._folder)

    @Slot(object)
    def _on_chosen(self, folder: Path | None) -> None:
        self._folder = folder
        state = None if folder is None else self._training.state(folder)
        if state is None:
            self._pages.setCurrentWidget(self.new)
            self._show_new()
        else:
            self._pages.setCurrentWidget(self.run)
            self._show_state(state)

    @Slot(RunState)
    def _on_changed(self, state: RunState) -> None:
        self.list.show_run(state)
        if state.folder == self._folder:
            self._show_state(state)
        elif self._folder is None:
            self._show_obstacle()

    def _show_state(self, state: RunState) -> None:
        active = self._training.active
        self.run.show_run(
            state,
            is_other_active=active is not None and active.folder != state.folder,
            in_use=state.model is not None and self._session.settings.model == str(state.model),
        )

    # a new one

    def _show_new(self) -> None:
        self._show_obstacle()
        self.new.show_listed(self._listed())
        self.new.show_candidates(None)
        project = self._session.store.path
        if project is None:
            self.new.show_candidates([])
            return
        task = self._session.jobs.start(lambda _: candidates(project))
        task.succeeded.connect(self._on_candidates)
        task.failed.connect(self._on_not_counted)

    def _show_obstacle(self) -> None:
        is_busy = self._training.active is not None
        self.new.show_obstacle(
            tr("A training is going on. Stop it, or wait for its end, before you begin another.")
            if is_busy
            else ""
        )

    @Slot(object)
    def _on_candidates(self, found: list[Candidate]) -> None:
        self.new.show_candidates(found)

    @Slot(GkdtError)
    def _on_not_counted(self, error: GkdtError) -> None:
        self.new.show_candidates([])
        self._session.report(error)

    @Slot(TrainRequest)
    def _on_start(self, request: TrainRequest) -> None:
        self._training.start(request)

    # what can be done with one

    @Slot(Path)
    def _on_use(self, folder: Path) -> None:
        self._training.use_model(folder)
        self.close()

    @Slot(Path)
    def _on_delete(self, folder: Path) -> None:
        state, why = self._training.state(folder), self._training.why_kept(folder)
        if state is None:
            return
        if why:
            self.run.show_status(why)
            return
        self._doomed = folder
        dialog = ConfirmDialog(
            self,
            tr("Delete the training"),
            tr(
                "Delete the training on {project} of {when}, with its model and its checkpoint ({size})? "
                "This cannot be undone. The images and labels stay.",
                project=state.record.project,
                when=when(state.record.began),
                size=bytes_words(size_of(folder)),
            ),
            tr("Delete the training"),
        )
        dialog.confirmed.connect(self._on_delete_confirmed)
        dialog.open()

    @Slot()
    def _on_delete_confirmed(self) -> None:
        if self._doomed is not None:
            self._folder = None
            self._training.delete(self._doomed)
