"""Opens the dialogs and hands their answers on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from app import theme
from app.canvas.canvas import Canvas
from app.commands.doctor import Finding, report
from app.controllers.batches import Batches
from app.controllers.models import Models
from app.controllers.prelabel import Prelabelling
from app.controllers.prompting import Prompting
from app.controllers.session import Message, Session
from app.controllers.training import Training
from app.controllers.transfer import ExportRequest, ImportRequest, Transfer
from app.dialogs.category_dialog import CategoryAnswer, CategoryDialog
from app.dialogs.compare_dialog import CompareDialog
from app.dialogs.export_dialog import ExportDialog
from app.dialogs.failures_dialog import FailuresDialog
from app.dialogs.import_dialog import ImportDialog, SkippedDialog
from app.dialogs.keys_dialog import KeysDialog
from app.dialogs.report_dialog import ReportDialog
from app.dialogs.settings_dialog import OF_PROJECT, ProjectShown, SettingsDialog
from app.dialogs.skeleton_preview import Photograph
from app.dialogs.small import AboutDialog, ConfirmDialog, GotoDialog
from app.dialogs.train_dialog import TrainDialog
from app.dialogs.train_list import result_words
from app.error_texts import text_of
from app.i18n import counted, tr
from app.logs import log_path
from app.panels.media_model import MediaModel
from app.project.exporting import ExportOptions
from app.project.importing import ImportPlan
from app.project.project_settings import ExportHabit, ModelReference
from app.project.store import PROJECT_SUFFIX, project_name
from app.training.runs import Phase, RunState
from gkdt_core.domain import ImageState
from gkdt_core.formats.building import Pictures
from gkdt_core.paths import without_home


class Windows(QObject):
    """Every dialog of the program is opened here; none of them is waited for."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        prompting: Prompting,
        prelabel: Prelabelling,
        batches: Batches,
        media: MediaModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._session = window, session
        self._prompting, self._prelabel, self._media = prompting, prelabel, media
        self._batches = batches
        self._store, self._selection = session.store, session.selection
        self.transfer = Transfer(session, self)
        self.transfer.skipped_asked.connect(self._show_skipped)
        self.transfer.again_asked.connect(self._show_import)
        self.training = Training(session, self)
        self._train_dialog: TrainDialog | None = None
        self.models = Models(window, session, self)
        self.training.model_chosen.connect(self.models.use_trained)
        self.training.ended.connect(self._on_training_ended)
        QTimer.singleShot(0, self, self._find_trainings)

    # files

    def open_images(self) -> None:
        self._session.chooser.folder(tr("Open a folder of images"), self._session.opened_path.emit)

    def open_project(self) -> None:
        pattern = tr("GKDT projects (*{suffix})", suffix=PROJECT_SUFFIX)
        self._session.chooser.file(tr("Open a project"), pattern, self._session.opened_path.emit)

    def import_coco(self) -> None:
        self._show_import()

    @Slot(object)
    def _show_import(self, request: ImportRequest | None = None) -> None:
        dialog = ImportDialog(self._window, self._session.chooser, has_project=self._store.is_open)
        if request is not None:
            dialog.set_request(request)
        dialog.answered.connect(self.transfer.start_import)
        dialog.open()

    def export_coco(self) -> None:
        path = self._store.path
        if path is None:
            return
        proposal, total = path.with_suffix(".json"), sum(self._store.state_counts().values())
        dialog = ExportDialog(
            self._window,
            self._session.chooser,
            proposal,
            self._exported_count,
            total,
            self.transfer.find_losses,
        )
        habit = self._store.settings.export
        if habit is not None:
            dialog.go_on_as(habit)
        dialog.answered.connect(self._on_export)
        dialog.open()

    @Slot(object)
    def _on_export(self, request: ExportRequest) -> None:
        self._store.settings.export = ExportHabit(
            request.form.id,
            str(request.path),
            request.options.states == {ImageState.REVIEWED},
            request.options.model_points,
            request.pictures is Pictures.COPY,
        )
        self.transfer.start_export(request)

    @Slot(object)
    def _show_skipped(self, plan: ImportPlan) -> None:
        SkippedDialog(self._window, plan.skipped, plan.skipped_count).open()

    def _exported_count(self, options: ExportOptions) -> int:
        return self._store.labelled_count(options.states, model_points=options.model_points)

    # categories

    @Slot()
    def new_category(self) -> None:
        self._open_category(
            CategoryDialog(self._window, chooser=self._session.chooser, photograph=self._photograph())
        )

    def edit_category(self) -> None:
        category = self._selection.category()
        if category is not None:
            in_use = self._store.instance_count(category.id)
            stored = self._selection.instance()
            mine = stored is not None and stored.category_id == category.id
            example = stored.instance.keypoints if stored is not None and mine else None
            chooser = self._session.chooser
            self._open_category(
                CategoryDialog(self._window, category, in_use=in_use, chooser=chooser, example=example)
            )

    def _photograph(self) -> Photograph | None:
        """The picture on the canvas, to click keypoints on."""
        canvas = self._window.findChild(Canvas)
        picture = None if canvas is None or self._selection.now.image_id is None else canvas.overview()
        return None if picture is None else Photograph(QPixmap.fromImage(picture[0]), picture[1])

    def delete_category(self) -> None:
        """Ask, and delete the category with all its instances."""
        category = self._selection.category()
        if category is None:
            return
        count = self._store.instance_count(category.id)
        name = category.category.name
        dialog = ConfirmDialog(
            self._window,
            tr("Delete the category"),
            counted(
                count,
                "Delete “{name}” and its {n:,} instance? Ctrl+Z brings both back.",
                "Delete “{name}” and its {n:,} instances? Ctrl+Z brings all of it back.",
                name=name,
            ),
            tr("Delete “{name}”", name=name),
        )
        category_id = category.id
        dialog.confirmed.connect(lambda: self._prompting.delete_category(category_id))
        dialog.open()

    def _open_category(self, dialog: CategoryDialog) -> None:
        dialog.answered.connect(partial(self._on_category, dialog))
        dialog.open()

    def _on_category(self, dialog: CategoryDialog, answer: CategoryAnswer) -> None:
        if answer.category_id is None:
            failure = self._prompting.add_category(answer.category, answer.texts, answer.points)
        else:
            failure = self._prompting.change_category(
                answer.category_id, answer.category, answer.mapping, answer.texts
            )
        if failure is not None:
            dialog.refuse(text_of(failure))

    # batches

    @Slot()
    def failures(self) -> None:
        """Show what the last batch could not do."""
        found = self._batches.failures()
        if not found:  # all of them have been removed from the project
            self._batches.forget_failures()
            return
        self._batches.note_seen()
        dialog = FailuresDialog(self._window, found)
        dialog.retry_asked.connect(self._batches.retry)
        dialog.image_chosen.connect(self._selection.set_image)
        dialog.open()

    # comparing

    def compare(self) -> None:
        """Two annotation files side by side; the open project is the first of them."""
        CompareDialog(self._window, self._session).show()

    # training

    def train(self) -> None:
        """Show the trainings, or bring their window to the front."""
        if self._train_dialog is not None:
            self._train_dialog.raise_()
            self._train_dialog.activateWindow()
            return
        dialog = TrainDialog(self._window, self._session, self.training, self._listed_images)
        dialog.finished.connect(self._on_train_closed)
        self._train_dialog = dialog
        dialog.show()

    def _listed_images(self) -> Sequence[int] | None:
        return self._media.ids if self._media.is_filtered else None

    @Slot()
    def _on_train_closed(self) -> None:
        self._train_dialog = None

    @Slot()
    def _find_trainings(self) -> None:
        """One may have gone on while the program was closed."""
        self.training.refresh()
        active = self.training.active
        if active is not None:
            self._tell_training(tr("The training on {project} goes on.", project=active.record.project))

    @Slot(RunState)
    def _on_training_ended(self, state: RunState) -> None:
        """The open dialog shows it itself; else the bar over the picture does."""
        if self._train_dialog is None:
            text = tr("The training on {project} has ended.", project=state.record.project)
            is_error = state.phase in (Phase.FAILED, Phase.LOST)
            self._tell_training(text, state.text if is_error else result_words(state), is_error=is_error)

    def _tell_training(self, text: str, hint: str = "", *, is_error: bool = False) -> None:
        self._session.message.emit(
            Message(text, hint, is_error=is_error, action=tr("Show it"), on_action=self.train)
        )

    # the rest

    def settings(self) -> None:
        path, own, mine = self._store.path, self._store.settings, self._session.settings
        project = None
        if path is not None:
            project = ProjectShown(
                project_name(path),
                (own.model or ModelReference(self.models.standard)).name,
                mine.refine if own.refine is None else own.refine,
                mine.flip if own.flip is None else own.flip,
            )
        dialog = SettingsDialog(self._window, mine, project)
        dialog.theme_chosen.connect(self._on_theme)
        dialog.flag_chosen.connect(self._on_flag)
        dialog.memory_chosen.connect(self._on_memory)
        dialog.model_requested.connect(self.models.open)
        dialog.language_chosen.connect(self._on_language)
        dialog.keys_requested.connect(self.keys)
        dialog.open()

    @Slot(str)
    def _on_language(self, code: str) -> None:
        self._session.settings.language = code

    @Slot(str)
    def _on_theme(self, name: str) -> None:
        self._session.settings.theme = name
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply_theme(app, "light" if name == "light" else "dark")

    @Slot(str, bool)
    def _on_flag(self, key: str, on: bool) -> None:
        """Whoever sets it while no project is open sets it for all that do not have it set."""
        is_of_project = key in OF_PROJECT and self._store.is_open
        setattr(self._store.settings if is_of_project else self._session.settings, key, on)

    @Slot(int)
    def _on_memory(self, megabytes: int) -> None:
        self._session.settings.feature_memory = megabytes

    def go_to(self) -> None:
        if not self._media.ids:
            return
        row = self._media.row_of(self._selection.now.image_id) or 0
        dialog = GotoDialog(self._window, row + 1, len(self._media.ids))
        dialog.chosen.connect(self._on_go_to)
        dialog.open()

    @Slot(int)
    def _on_go_to(self, number: int) -> None:
        self._selection.set_image(self._media.ids[number - 1])

    def delete_predictions(self) -> None:
        count = len(self._prelabel.unreviewed_predictions())
        if not count:
            self._session.tell(tr("There are no unreviewed predictions."))
            return
        dialog = ConfirmDialog(
            self._window,
            tr("Delete predictions"),
            counted(
                count,
                "Delete {n:,} instance that only the model has placed, in images that nobody reviewed?",
                "Delete {n:,} instances that only the model has placed, in images that nobody reviewed?",
            )
            + " "
            + tr("Points that a person placed stay. Undo brings them back."),
            counted(count, "Delete {n:,} instance", "Delete {n:,} instances"),
        )
        dialog.confirmed.connect(self._prelabel.delete_predictions)
        dialog.open()

    def keys(self) -> None:
        dialog = KeysDialog(self._window, self._session.settings)
        dialog.changed.connect(self._on_keys)
        dialog.open()

    @Slot(dict)
    def _on_keys(self, overrides: dict[str, tuple[str, ...]]) -> None:
        self._session.settings.keys = overrides

    def open_log(self) -> None:
        path = log_path()
        if not path.exists():
            self._session.tell(tr("There is no log yet."), tr("It would be {path}.", path=path))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._session.message.emit(Message(tr("The log is {path}.", path=path)))

    def system_report(self) -> None:
        dialog = ReportDialog(self._window, self._session.jobs, partial(report, self._about_window()))
        dialog.open()

    def _about_window(self) -> tuple[Finding, ...]:
        """What only the window knows: model, screens, project, settings that are not the standard."""
        session, store = self._session, self._store
        screens = [
            f"{screen.size().width()} x {screen.size().height()} at {100 * screen.devicePixelRatio():.0f} %"
            for screen in QApplication.screens()
        ]
        found = [
            Finding("screens", f"{', '.join(screens)} ({QApplication.platformName()})"),
            Finding("settings", without_home(session.settings.words())),
            Finding("features kept", "none" if session.engine.kept is None else session.engine.kept.words()),
        ]
        if store.is_open:
            states = ", ".join(f"{count:,} {state.value}" for state, count in store.state_counts().items())
            found.append(Finding("project", f"{states or 'no images'}; {len(store.categories())} categories"))
        return tuple(found)

    def about(self) -> None:
        AboutDialog(self._window).open()

    def close(self) -> None:
        """A training that is under way goes on without the window."""
        self.training.close()
