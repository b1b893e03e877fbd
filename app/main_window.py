"""The main window: makes the parts, places them, and connects them. What they do is in the controllers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.actions import (
    ACTIONS,
    ActionId,
    Menu,
    Scope,
    allow_editing,
    build_actions,
    current_keys,
    show_keys,
    use_keys,
)
from app.canvas.canvas import Canvas
from app.controllers.adjusting import Adjusting
from app.controllers.batches import Batches
from app.controllers.checking import Checking, place_of, words_of
from app.controllers.chosen_images import ChosenImages
from app.controllers.detecting import Detecting
from app.controllers.display import Display
from app.controllers.editing import Editing
from app.controllers.heatmaps import Heatmaps
from app.controllers.hiding import Hiding
from app.controllers.history import History
from app.controllers.live_answer import LiveAnswer
from app.controllers.navigation import Navigation
from app.controllers.prelabel import Prelabelling
from app.controllers.project_settings import SettingsOfProject
from app.controllers.projects import Projects
from app.controllers.prompt_files import PromptFiles
from app.controllers.prompting import Prompting
from app.controllers.review import Review
from app.controllers.safekeeping import Safekeeping
from app.controllers.session import FileChooser, SelectionChanged, Session
from app.controllers.soundness import Soundness
from app.controllers.waiting import WaitingLine
from app.controllers.windows import Windows
from app.controllers.work_clock import WorkClock
from app.dialogs.file_chooser import DialogChooser
from app.i18n import tr
from app.icons import bind_icon
from app.keymap import portable, resolve
from app.object_names import Name
from app.panels.adjust_bar import AdjustBar
from app.panels.checks_panel import ChecksPanel
from app.panels.left_panel import LeftPanel
from app.panels.media_model import MediaModel, Thumbnails
from app.panels.media_panel import MediaPanel
from app.panels.message_bar import MessageBar
from app.panels.recent_menu import RecentMenu
from app.panels.side_panel import SidePanel
from app.panels.status_line import StatusLine
from app.panels.welcome import WelcomePage
from app.panels.widgets import named
from app.project.store import project_name
from app.settings import Settings

MINIMUM = (960, 600)
PREFERRED = (1280, 800)
FRAME_HEIGHT = 32
"""Of the title bar, which the available height has to hold too."""
LEFT_WIDTH, RIGHT_WIDTH = 228, 384


VIEW_SETTINGS = {
    ActionId.SHOW_SKELETON: "show_skeleton",
    ActionId.SHOW_BOXES: "show_boxes",
    ActionId.SHADE_SCORES: "shade_scores",
}
"""What the View menu switches that the next start remembers, by the setting's name."""


class MainWindow(QMainWindow):
    """Welcome page or work page; menus from the one table of actions."""

    first_painted = Signal()

    def __init__(self, settings: Settings, chooser: FileChooser | None = None) -> None:
        super().__init__()
        self._is_painted = False
        self.has_ended = True
        """Whether no worker runs any more, once the window is closed."""
        named(self, Name.MAIN_WINDOW)
        self.setWindowTitle("GKDT Annotator")
        self.setAcceptDrops(True)
        use_keys(resolve(settings.keys)[0])
        self.actions_by_id = build_actions(self)
        self.session = Session(settings, chooser or DialogChooser(self), self)
        self.store, self.selection = self.session.store, self.session.selection
        self._make_widgets()
        self._make_controllers()
        self._place()
        self._fill_menus()
        self._connect_actions()
        self._connect_parts()
        self._restore()
        self._on_project_changed()

    # making

    def _make_widgets(self) -> None:
        self.thumbnails = Thumbnails(self.session.decoding, self)
        self.media = MediaModel(self.store, self.thumbnails, self)
        self.canvas = Canvas()
        self.adjust_bar = AdjustBar()
        self.media_panel = MediaPanel(self.media)
        self.checks_panel = ChecksPanel(partial(words_of, self.session), partial(place_of, self.session))
        self.left_panel = LeftPanel(self.media_panel, self.checks_panel)
        self.side_panel = SidePanel(self.actions_by_id)
        self.welcome = WelcomePage(self.actions_by_id)
        self.recent_menu = RecentMenu(lambda: self.session.settings.recent, self)
        self.message_bar = MessageBar()
        self.status_line = StatusLine()

    def _make_controllers(self) -> None:
        self.projects = Projects(self.session, self)
        self.safekeeping = Safekeeping(self, self.session, self.projects, self)
        self.soundness = Soundness(self.session, self)
        self.review = Review(self.session, self)
        self.navigation = Navigation(self.session, self.media, self.canvas, self.review, self)
        self.history = History(self.session, self.navigation, self)
        self.chosen = ChosenImages(self.session, self.navigation, self.media_panel, self.actions_by_id, self)
        self.editing = Editing(self.session, self.canvas, self)
        self.adjusting = Adjusting(self.canvas, self.adjust_bar, self)
        self.hiding = Hiding(self.session, self.canvas, self)
        self.prompting = Prompting(self.session, self)
        self.heatmaps = Heatmaps(self.session, self.prompting, self.canvas, self)
        self.line = WaitingLine(self.session, self)
        self.prelabel = Prelabelling(self.session, self.prompting, self.line, self)
        self.live_answer = LiveAnswer(self.session, self.prompting, self.prelabel, self.canvas, self)
        self.batches = Batches(self.session, self.prompting, self.prelabel, self.media, self.line, self)
        self.prompt_files = PromptFiles(self.session, self.prompting, self)
        self.detecting = Detecting(self.session, self.actions_by_id[ActionId.FIND_OBJECTS], self)
        self.work_clock = WorkClock(self.session, self, self)
        self.checking = Checking(self.session, self.review, self.navigation, self.checks_panel, self)
        self.windows = Windows(
            self, self.session, self.prompting, self.prelabel, self.batches, self.media, self
        )
        self.own_settings = SettingsOfProject(
            self.session, self.projects, self.adjusting, self.windows.models, self
        )
        self.display = Display(self, self)

    def _place(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.adjust_bar)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for widget, stretch in ((self.left_panel, 0), (centre, 1), (self.side_panel, 0)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.left_panel.setMinimumWidth(180)
        self.side_panel.setMinimumWidth(RIGHT_WIDTH - 20)
        centre.setMinimumWidth(320)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.welcome)
        self.pages.addWidget(self.splitter)
        body = QWidget()
        outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.pages, 1)
        self.setCentralWidget(body)
        # above the page, not beside it: a message must not move the picture under the mouse
        self.message_bar.float_over(body, centre)
        self.setStatusBar(self.status_line)
        self.setMinimumSize(*MINIMUM)

    def _restore(self) -> None:
        settings = self.session.settings
        room = self.screen().availableGeometry()
        width, height = min(PREFERRED[0], room.width()), min(PREFERRED[1], room.height() - FRAME_HEIGHT)
        self.resize(width, height)
        self.splitter.setSizes([LEFT_WIDTH, width - LEFT_WIDTH - RIGHT_WIDTH, RIGHT_WIDTH])
        if not settings.geometry.isEmpty():
            self.restoreGeometry(settings.geometry)
        if not settings.splitter.isEmpty():
            self.splitter.restoreState(settings.splitter)
        self._on_setting("show_names")
        self._on_setting("feature_memory")
        self.welcome.show_recent(settings.recent)

    def _fill_menus(self) -> None:
        menus = {menu: self.menuBar().addMenu(tr(menu.value)) for menu in Menu if menu is not Menu.NONE}
        for row in ACTIONS:
            action = self.actions_by_id[row.id]
            if row.icon:
                bind_icon(action, row.icon)
            if row.menu is not Menu.NONE:
                if row.separated:
                    menus[row.menu].addSeparator()
                menus[row.menu].addAction(action)
            if row.id is ActionId.OPEN_PROJECT:
                menus[Menu.FILE].addMenu(self.recent_menu)
            if row.scope is Scope.WINDOW:
                self.addAction(action)
            elif row.scope is not Scope.HELD:
                self.canvas.addAction(action)
            if row.scope is Scope.CANVAS_AND_LIST:
                self.media_panel.view.addAction(action)

    # connecting

    def _connect_actions(self) -> None:
        A, navigation, editing, windows = ActionId, self.navigation, self.editing, self.windows
        slots: dict[ActionId, Callable[[], object]] = {
            A.OPEN_IMAGES: windows.open_images,
            A.OPEN_PROJECT: windows.open_project,
            A.OPEN_SAMPLE: self._open_sample,
            A.IMPORT_COCO: windows.import_coco,
            A.EXPORT_COCO: windows.export_coco,
            A.COMPARE: windows.compare,
            A.SAVE: self._save,
            A.SAVE_AS: self.safekeeping.save_as,
            A.BACKUPS: self.safekeeping.show_backups,
            A.FIND_MISSING: self.safekeeping.find_missing,
            A.CLOSE_PROJECT: self.projects.close,
            A.SETTINGS: windows.settings,
            A.QUIT: self.close,
            A.UNDO: self.history.undo,
            A.REDO: self.history.redo,
            A.COPY_POSE: editing.copy_pose,
            A.PASTE_POSE: editing.paste_pose,
            A.DUPLICATE: editing.duplicate,
            A.COPY_PREVIOUS: lambda: editing.carry_from(navigation.previous_image()),
            A.ADD_INSTANCE: editing.add_instance,
            A.DELETE_INSTANCE: editing.delete_instance,
            A.DELETE_PREDICTIONS: windows.delete_predictions,
            A.NEW_CATEGORY: windows.new_category,
            A.CHOOSE_CATEGORY: self.side_panel.choose_category,
            A.EDIT_CATEGORY: windows.edit_category,
            A.DELETE_CATEGORY: windows.delete_category,
            A.DRAW_BOX: lambda: editing.set_box_mode(self.actions_by_id[A.DRAW_BOX].isChecked()),
            A.NEXT_IMAGE: lambda: navigation.step(1),
            A.PREVIOUS_IMAGE: lambda: navigation.step(-1),
            A.NEXT_10: lambda: navigation.step(10),
            A.PREVIOUS_10: lambda: navigation.step(-10),
            A.NEXT_UNREVIEWED: lambda: navigation.step_unreviewed(1),
            A.PREVIOUS_UNREVIEWED: lambda: navigation.step_unreviewed(-1),
            A.NEXT_DOUBTFUL: navigation.next_doubtful,
            A.GO_TO: windows.go_to,
            A.ACCEPT: self.chosen.accept,
            A.REJECT: self.chosen.reject,
            A.REOPEN: self.chosen.reopen,
            A.OPEN_IMAGE: self.chosen.open_image,
            A.SHOW_IN_FOLDER: self.chosen.show_in_folder,
            A.COPY_PATH: self.chosen.copy_path,
            A.REMOVE_IMAGES: self.chosen.remove,
            A.NEXT_KEYPOINT: lambda: editing.step_keypoint(1),
            A.PREVIOUS_KEYPOINT: lambda: editing.step_keypoint(-1),
            A.NEXT_KEYPOINT_TAB: lambda: editing.step_keypoint(1),
            A.PREVIOUS_KEYPOINT_TAB: lambda: editing.step_keypoint(-1),
            A.OCCLUDED: editing.toggle_occluded,
            A.ABSENT: editing.mark_absent,
            A.REMOVE_POINT: editing.remove_point,
            A.SWAP_SIDES: editing.swap_sides,
            A.HIDE_KEYPOINT: self.hiding.toggle_selected,
            A.SHOW_KEYPOINTS: self.hiding.show_all,
            A.CANCEL: editing.cancel,
            A.PRELABEL_HERE: self.prelabel.run_here,
            A.PRELABEL_ALL: self.batches.run,
            A.PRELABEL_PROJECT: self.batches.run_project,
            A.PAUSE_BATCH: self.batches.pause_or_go_on,
            A.SHOW_FAILURES: windows.failures,
            A.FIND_OBJECTS: self.detecting.find,
            A.SAVE_PROMPT: self.prompt_files.save,
            A.OPEN_PROMPT: self.prompt_files.open,
            A.SHOW_CHECKS: self.left_panel.turn,
            A.ACCEPT_GO_ON: navigation.accept_and_go_on,
            A.BOX_AROUND: editing.box_around_points,
            A.USE_AS_PROMPT: lambda: self.prompting.set_current_support(
                self.actions_by_id[A.USE_AS_PROMPT].isChecked()
            ),
            A.MODELS: windows.models.open,
            A.TRAIN: windows.train,
            A.FIT: self.canvas.fit,
            A.ZOOM_IN: lambda: self.canvas.zoom_by(1.25),
            A.ZOOM_OUT: lambda: self.canvas.zoom_by(0.8),
            A.ACTUAL_SIZE: self.canvas.actual_size,
            A.ADJUST: lambda: self.adjusting.set_bar_shown(self.actions_by_id[A.ADJUST].isChecked()),
            A.INVERT: lambda: self.adjusting.set_inverted(self.actions_by_id[A.INVERT].isChecked()),
            A.BRIGHTER: lambda: self.adjusting.brighter(1),
            A.DARKER: lambda: self.adjusting.brighter(-1),
            A.MORE_CONTRAST: lambda: self.adjusting.more_contrast(1),
            A.LESS_CONTRAST: lambda: self.adjusting.more_contrast(-1),
            A.RESET_ADJUST: self.adjusting.reset,
            A.SHOW_NAMES: self._on_show_names,
            A.SHOW_HEATMAP: lambda: self.heatmaps.set_on(self.actions_by_id[A.SHOW_HEATMAP].isChecked()),
            A.KEYS: windows.keys,
            A.SYSTEM_REPORT: windows.system_report,
            A.OPEN_LOG: windows.open_log,
            A.ABOUT: windows.about,
        }
        for digit in range(1, 10):
            slots[A[f"KEYPOINT_{digit}"]] = partial(editing.choose_keypoint, digit - 1)
        for way, (dx, dy) in {"LEFT": (-1, 0), "RIGHT": (1, 0), "UP": (0, -1), "DOWN": (0, 1)}.items():
            for suffix, px in (("", 1.0), ("_FAR", 10.0), ("_FINE", 0.1)):
                slots[A[f"NUDGE_{way}{suffix}"]] = partial(editing.nudge, dx * px, dy * px)
        self._slots = slots
        for action_id in slots:
            self.actions_by_id[action_id].triggered.connect(self._on_action)

    @Slot()
    def _on_action(self) -> None:
        self._slots[ActionId(self.sender().objectName())]()

    def _connect_parts(self) -> None:
        session, side = self.session, self.side_panel
        session.message.connect(self.message_bar.show_message)
        self.selection.changed.connect(self._on_selection)
        session.opened_path.connect(self.open_path)
        session.settings.changed.connect(self._on_setting)
        for runner in (session.engine.jobs, session.jobs, session.decoding, session.models.jobs):
            runner.started.connect(self.status_line.add_task)
        self.store.project_changed.connect(self._on_project_changed)
        self.store.saved.connect(self.status_line.note_saved)
        self.store.saved.connect(self.message_bar.note_saved)
        self.media_panel.image_chosen.connect(self.navigation.show)
        self.media_panel.search.left.connect(self.canvas.setFocus)
        self.media_panel.selection_changed.connect(self.batches.set_selected)
        self.history.noted.connect(self.status_line.note)
        self.media_panel.image_opened.connect(self.canvas.setFocus)
        self.navigation.removal_wanted.connect(self.chosen.remove_shown)
        self.batches.failures_found.connect(self.windows.failures)
        self.checking.counted.connect(self.left_panel.show_count)
        self.media_panel.open_requested.connect(self.windows.open_images)
        self.welcome.project_chosen.connect(self.projects.open_path)
        self.recent_menu.project_chosen.connect(self.projects.open_path)
        self.projects.opened.connect(self.projects.read_sizes)
        self.projects.opened.connect(self.canvas.setFocus)
        self.projects.filling.connect(self.media.set_filling)
        self.editing.completed.connect(self.prompting.on_completed)
        self.editing.category_wanted.connect(self.windows.new_category)
        self.navigation.picture_shown.connect(self.heatmaps.refresh)
        self.heatmaps.switched.connect(self.actions_by_id[ActionId.SHOW_HEATMAP].setChecked)
        self.adjusting.bar_switched.connect(self.actions_by_id[ActionId.ADJUST].setChecked)
        self.adjusting.invert_switched.connect(self.actions_by_id[ActionId.INVERT].setChecked)
        self.navigation.picture_shown.connect(self.adjusting.on_picture)
        for action_id, show in (
            (ActionId.SHOW_SKELETON, self.canvas.set_show_skeleton),
            (ActionId.SHOW_BOXES, self.canvas.set_show_boxes),
            (ActionId.SHADE_SCORES, self.canvas.set_score_shading),
        ):
            action = self.actions_by_id[action_id]
            action.setChecked(True)
            action.toggled.connect(show)
            action.setChecked(getattr(session.settings, VIEW_SETTINGS[action_id]))
            action.toggled.connect(self._on_view_toggled)
        self.editing.box_mode_changed.connect(self.actions_by_id[ActionId.DRAW_BOX].setChecked)
        self.prompting.category_asked.connect(self.windows.new_category)
        self.canvas.message_action.connect(self.windows.new_category)
        side.category_chosen.connect(self.selection.set_category)
        side.new_category_requested.connect(self.windows.new_category)
        side.table.keypoint_chosen.connect(self.editing.choose_keypoint)
        side.table.visibility_clicked.connect(self.editing.cycle_visibility)
        side.table.shown_clicked.connect(self.hiding.toggle)
        side.model.text_edited.connect(self.prompting.set_text)
        side.instances.instance_chosen.connect(self.selection.set_instance)
        side.prompt.support_shown.connect(self.navigation.show)
        side.prompt.support_removed.connect(self.prompting.remove_support)
        side.prompt.modalities_changed.connect(self.prompting.set_modalities)
        side.prompt.discard_requested.connect(self.batches.discard)
        side.prompt.model_requested.connect(self.windows.models.open)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    # what the window itself does

    @Slot(object)
    def _on_selection(self, change: SelectionChanged) -> None:
        if change.image:
            self.message_bar.leave_image()

    @Slot(Path)
    def open_path(self, path: Path) -> None:
        """Open a folder, project or image."""
        self.projects.open_path(path)

    def _open_sample(self) -> None:
        self.projects.open_sample()
        self.prelabel.run_first()

    @Slot()
    def load_model(self, model: str = "") -> None:
        """Load `model`, or that of the settings, in the background; called once the window is on screen."""
        self.windows.models.begin(model)

    @Slot()
    def _on_project_changed(self) -> None:
        is_open = self.store.is_open
        self.pages.setCurrentIndex(1 if is_open else 0)
        for row in ACTIONS:
            if row.needs_project:
                self.actions_by_id[row.id].setEnabled(is_open)
        is_locked = self.store.is_read_only
        allow_editing(self.actions_by_id, not is_locked)
        for menu in self.menuBar().findChildren(QMenu):
            menu.setToolTipsVisible(is_locked)  # they tell why much of it is grey
        name = project_name(self.store.path) if self.store.path is not None else ""
        if self.store.is_read_only:
            name = tr("{name} (reading only)", name=name)
        self.setWindowTitle(f"{name} — GKDT Annotator" if name else "GKDT Annotator")
        self.status_line.note_open(is_open and not self.store.is_read_only)
        if not is_open:
            self.status_line.position.setText("")
            self.message_bar.hide()  # what was said of one project is not true of the next
            self.welcome.show_recent(self.session.settings.recent)

    @Slot()
    def _save(self) -> None:
        """Every edit is on disk already; this says so, for hands that press Ctrl+S anyway."""
        self.session.settings.flush()
        self.session.tell(tr("Everything is saved."), tr("Every edit is on disk as soon as you make it."))

    @Slot()
    def _on_show_names(self) -> None:
        self.session.settings.show_names = self.actions_by_id[ActionId.SHOW_NAMES].isChecked()

    @Slot(bool)
    def _on_view_toggled(self, on: bool) -> None:
        setattr(self.session.settings, VIEW_SETTINGS[ActionId(self.sender().objectName())], on)

    @Slot(str)
    def _on_setting(self, key: str) -> None:
        if key == "show_names":
            on = self.session.settings.show_names
            self.actions_by_id[ActionId.SHOW_NAMES].setChecked(on)
            self.canvas.set_show_names(on)
        elif key == "keys":
            use_keys(resolve(self.session.settings.keys)[0])
            show_keys(self.actions_by_id)
        elif key in ("feature_memory", "half_features"):
            settings = self.session.settings
            self.session.engine.set_feature_memory(settings.feature_memory, half=settings.half_features)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.first_painted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The key that hides the marks is held, which no QAction can tell."""
        if (
            isinstance(event, QKeyEvent)
            and not event.isAutoRepeat()
            and watched is QApplication.focusWidget()
            and not isinstance(watched, QLineEdit | QComboBox)
        ):
            keys = current_keys(ActionId.HIDE_MARKS)
            # a modifier may be let go of first, so only the key itself counts then
            if event.type() == QEvent.Type.KeyPress and portable(event.keyCombination()) in keys:
                self.canvas.set_marks_hidden(True)
            elif event.type() == QEvent.Type.KeyRelease and portable(event.key()) in [
                key.rpartition("+")[2] for key in keys
            ]:
                self.canvas.set_marks_hidden(False)
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.open_path(Path(event.mimeData().urls()[0].toLocalFile()))

    def closeEvent(self, event: QCloseEvent) -> None:
        settings = self.session.settings
        settings.geometry = self.saveGeometry()
        settings.splitter = self.splitter.saveState()
        self.projects.note_place()
        settings.flush()
        self.work_clock.flush()
        self.hide()  # a person who closes a window does not look at it until the last worker is done
        self.windows.close()
        self.has_ended = self.session.close()
        super().closeEvent(event)
