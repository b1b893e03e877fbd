"""Keeps every view in step with the store and the selection: the one place where views are refreshed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from app import theme
from app.actions import ActionId, key_of, plain_text, spec
from app.canvas import events
from app.controllers.batches import Among, BatchState
from app.controllers.prompting import shown_points
from app.controllers.review import DoubtfulPoint
from app.controllers.session import SelectionChanged
from app.engine_service import EngineSummary
from app.i18n import counted, mark, tr, whole
from app.panels.keypoint_table import TableContent, count_marks
from app.panels.prompt_panel import SupportRow
from app.project.records import ImagesChanged, InstancesChanged
from gkdt_core.errors import GkdtError
from gkdt_core.review.doubt import Reason

if TYPE_CHECKING:
    from app.main_window import MainWindow


def batch_words(state: BatchState) -> str:
    """How far a batch is."""
    done = state.total - state.left - state.failed
    if state.is_running:
        text = tr("{done:,} of {total:,} done", done=done, total=state.total)
    elif state.left:
        text = tr("Paused, {left:,} of {total:,} left", left=state.left, total=state.total)
    else:
        text = tr("{done:,} done", done=done)
    if state.others:
        text += " · " + counted(state.others, "{n} more paused", "{n:,} more paused")
    if state.failed:
        text += " · " + counted(state.failed, "{n} failed", "{n:,} failed")
    return text


DOUBTS = {
    Reason.SCORE: mark("low score"),
    Reason.SIDES: mark("left and right may be exchanged"),
    Reason.APART: mark("names and clicks see it in different places"),
    Reason.UNUSUAL: mark("far from its usual place"),
}


DTYPES = {"float32": "fp32", "bfloat16": "bf16", "float16": "fp16"}
"""As the choice of the precision calls them."""
NO_DETAIL = {
    "INTERLACED": mark("an interlaced PNG cannot be read in parts"),
    "PROGRESSIVE": mark("a progressive JPEG cannot be read in parts"),
    "STRIPS": mark("a TIFF packed like this cannot be read in parts"),
    "FORMAT": mark("this format cannot be read in parts"),
}
"""Why a very large picture is only shown smaller, by the name of a `NoDetail`."""


LIKELY = 0.5
"""From this doubt on a point is likelier wrong than right."""


def doubt_words(point: DoubtfulPoint) -> str:
    """Why a point was chosen to be looked at first."""
    if point.reason is Reason.SCORE and point.doubt < LIKELY:
        return tr("the lowest score that is left")
    return tr("doubtful: {reason}", reason=tr(DOUBTS[point.reason]))


class Display(QObject):
    """Listens to everything that changes and shows it, once per turn of the event loop."""

    def __init__(self, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._store, self._selection = window.store, window.selection
        self._side, self._canvas = window.side_panel, window.canvas
        self._actions = window.actions_by_id
        self._summary: EngineSummary | None = None
        self._milliseconds = math.nan
        self._targets: int | None = None
        """How many images a batch would take; None until they have been counted."""
        self._all_targets: int | None = None
        self._cursor = ""
        self._support_rows: list[SupportRow] = []
        self._is_outdated = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.refresh)
        self._connect()
        self._show_engine()
        self._show_undo()

    def _connect(self) -> None:
        window, store, engine = self._window, self._store, self._window.session.engine
        self._selection.changed.connect(self._on_selection)
        store.instances_changed.connect(self._on_instances)
        store.images_changed.connect(self._on_images)
        store.categories_changed.connect(self._on_categories)
        store.supports_changed.connect(self._on_supports)
        store.project_changed.connect(self._on_project_changed)
        window.navigation.picture_shown.connect(self.refresh)
        window.navigation.detail.changed.connect(self._show_position)
        window.editing.guide_changed.connect(self.refresh)
        window.hiding.changed.connect(self._timer.start)
        window.media.modelReset.connect(self._show_position)
        window.thumbnails.ready.connect(self._on_thumbnail)
        window.batches.targets_changed.connect(self._on_targets)
        window.batches.changed.connect(self._show_batch_action)
        window.prelabel.timed.connect(self._on_timed)
        window.prompting.changed.connect(self._show_outdated)
        window.live_answer.changed.connect(self._show_position)
        engine.engine_loading.connect(self._on_loading)
        engine.engine_ready.connect(self._on_ready)
        engine.engine_failed.connect(self._on_engine_failed)
        self._canvas.cursor_moved.connect(self._on_cursor)
        stack = store.undo_stack
        for signal in (
            stack.canUndoChanged,
            stack.canRedoChanged,
            stack.undoTextChanged,
            stack.redoTextChanged,
        ):
            signal.connect(self._show_undo)
        theme.on_theme_changed(self._on_theme)

    # what changed

    @Slot(object)
    def _on_selection(self, change: SelectionChanged) -> None:
        if change.image:
            self._window.media_panel.show_image(change.after.image_id)
        if change.category:
            self._on_categories()
        self._timer.start()

    @Slot(object)
    def _on_instances(self, change: InstancesChanged) -> None:
        if change.image_id in self._images_shown():
            self._timer.start()

    @Slot(object)
    def _on_images(self, change: ImagesChanged) -> None:
        if change.listed or not self._images_shown().isdisjoint(change.ids):
            self._timer.start()

    def _images_shown(self) -> set[int | None]:
        """The image on screen and those of the prompt: accepting one of them changes what it shows."""
        return {self._selection.now.image_id, *(row.image_id for row in self._support_rows)}

    @Slot()
    def _on_categories(self) -> None:
        categories = self._store.categories() if self._store.is_open else ()
        self._side.show_categories(categories, self._selection.now.category_id)
        self._window.batches.refresh_targets()
        self._timer.start()
        self._show_supports()

    @Slot()
    def _on_project_changed(self) -> None:
        # who is quick presses Ctrl+R before the images are counted
        self._targets = self._all_targets = None
        self._on_categories()
        self._show_batch_action()

    @Slot(int)
    def _on_supports(self, category_id: int) -> None:
        if category_id == self._selection.now.category_id:
            self._show_supports()
            self._timer.start()

    @Slot()
    def _on_theme(self) -> None:
        self._show_engine()
        self._timer.start()

    # the current image

    @Slot()
    def refresh(self) -> None:
        """Show the current image's instances, the table, the guide and what can be done."""
        self._timer.stop()
        if not self._store.is_open:
            return
        now = self._selection.now
        instances = () if now.image_id is None else self._store.instances(now.image_id)
        category, stored = self._selection.category(), self._selection.instance()
        if not self._window.editing.is_dragging and self._window.navigation.is_picture_shown:
            self._canvas.set_instances(instances, now.instance_id, now.keypoint)
            self._show_guide()
        supports = () if category is None else self._window.prompting.supports(category.id)
        content = None
        if category is not None:
            shown = [shown_points(s.instance, self._store.image(s.image_id).state) for s in supports]
            marks = count_marks(len(category.category), shown)
            hidden = self._window.hiding.hidden(category.id)
            content = TableContent(category, None if stored is None else stored.instance, marks, hidden)
        self._side.model.show_content(content)
        self._side.table.show_keypoint(now.keypoint)
        every_support = {id_ for c in self._store.categories() for id_ in self._store.support_ids(c.id)}
        self._side.instances.show_instances(instances, now.instance_id, frozenset(every_support))
        if category is None:
            self._side.prompt.show_modalities(None, None)
        else:
            self._side.prompt.show_modalities(category.use_text, category.use_visual)
        if category is not None and self._support_rows != self._rows_of(category.id):
            self._show_supports()
        self._show_possible()
        self._show_outdated()

    @Slot()
    def _show_outdated(self) -> None:
        self._is_outdated = self._store.is_open and self._window.prelabel.is_outdated()
        self._show_position()

    def _show_guide(self) -> None:
        editing = self._window.editing
        guided = editing.guided_keypoint()
        paused = editing.can_go_on
        self._canvas.set_hint(
            tr("Paused. {key} goes on", key=key_of(ActionId.NEXT_KEYPOINT)) if paused else ""
        )
        if guided is None:
            self._canvas.set_placing(None)
        else:
            category, index = guided
            self._canvas.set_placing(category.category.keypoints[index], index, len(category.category))

    def _show_possible(self) -> None:
        now = self._selection.now
        has_image, has_instance = now.image_id is not None, now.instance_id is not None
        for action_id in (
            ActionId.DELETE_INSTANCE,
            ActionId.COPY_POSE,
            ActionId.DUPLICATE,
            ActionId.SWAP_SIDES,
            ActionId.BOX_AROUND,
        ):
            self._actions[action_id].setEnabled(has_instance)
        self._actions[ActionId.PRELABEL_HERE].setEnabled(has_image and now.category_id is not None)
        self._actions[ActionId.ADD_INSTANCE].setEnabled(has_image)
        self._actions[ActionId.SHOW_HEATMAP].setEnabled(has_image and now.category_id is not None)
        self._actions[ActionId.HIDE_KEYPOINT].setEnabled(now.keypoint is not None)
        for action_id in (ActionId.SAVE_PROMPT, ActionId.OPEN_PROMPT):
            self._actions[action_id].setEnabled(self._store.is_open)
        self._actions[ActionId.EDIT_CATEGORY].setEnabled(now.category_id is not None)
        self._actions[ActionId.DELETE_CATEGORY].setEnabled(now.category_id is not None)
        use = self._actions[ActionId.USE_AS_PROMPT]
        use.setEnabled(has_instance)
        use.setChecked(self._window.prompting.current_support() is not None)
        self._side.prompt.show_reason(self._window.prompting.why_not())
        self._show_batch_action()

    def _rows_of(self, category_id: int) -> list[SupportRow]:
        rows = []
        for stored in self._window.prompting.supports(category_id):
            record = self._store.image(stored.image_id)
            placed = int(shown_points(stored.instance, record.state).sum())
            rows.append(SupportRow(stored.id, record.id, record.name, placed, record.path))
        return rows

    def _show_supports(self) -> None:
        if not self._store.is_open or self._selection.now.category_id is None:
            self._support_rows = []
            self._side.prompt.show_supports((), {})
            return
        rows = self._support_rows = self._rows_of(self._selection.now.category_id)
        thumbnails = self._window.thumbnails
        pixmaps = {row.image_id: thumbnails.get(row.image_id, row.path) for row in rows}
        self._side.prompt.show_supports(rows, pixmaps)

    @Slot(int)
    def _on_thumbnail(self, image_id: int) -> None:
        path = self._store.image(image_id).path
        self._side.prompt.show_thumbnail(image_id, self._window.thumbnails.get(image_id, path))

    # pre-labelling

    @Slot(int, int)
    def _on_targets(self, count: int, in_project: int) -> None:
        self._targets, self._all_targets = count, in_project
        self._show_batch_action()

    @Slot()
    def _show_batch_action(self) -> None:
        batches = self._window.batches
        running, state = batches.is_running, batches.state
        if running:
            text = tr("Pre-labelling…")
        elif self._targets is None or (not self._targets and self._selection.now.category_id is None):
            text = tr(spec(ActionId.PRELABEL_ALL).text)
        elif not self._targets:
            text = tr("No image is left to pre-label")
        elif batches.among is Among.SELECTED:
            text = counted(self._targets, "Pre-label {n} selected image", "Pre-label {n:,} selected images")
        else:
            text = counted(self._targets, "Pre-label {n:,} image", "Pre-label {n:,} images")
        self._actions[ActionId.PRELABEL_ALL].setText(text)
        for action_id, count in (
            (ActionId.PRELABEL_ALL, self._targets),
            (ActionId.PRELABEL_PROJECT, self._all_targets),
        ):
            self._actions[action_id].setEnabled(self._store.is_open and not running and count != 0)
        pause = self._actions[ActionId.PAUSE_BATCH]
        waits = not running and state is not None and state.left > 0
        pause.setText(tr("&Go on") if waits else tr(spec(ActionId.PAUSE_BATCH).text))
        pause.setEnabled(running or waits)
        self._actions[ActionId.SHOW_FAILURES].setEnabled(
            not running and state is not None and state.failed > 0
        )
        ended = state is not None and not running and not waits
        text = "" if state is None else batch_words(state)
        if batches.waits:
            text = tr("Waits for the model…")
        self._side.prompt.show_batch(text, running=running, ended=ended)

    @Slot(float)
    def _on_timed(self, milliseconds: float) -> None:
        self._milliseconds = milliseconds
        self._show_engine()

    # the engine line

    @Slot(str)
    def _on_loading(self, name: str) -> None:
        self._side.prompt.show_engine(tr("Loading the model…"), theme.palette().warning, name)

    @Slot(object)
    def _on_ready(self, summary: EngineSummary) -> None:
        self._summary, self._milliseconds = summary, math.nan
        self._show_engine()

    @Slot(GkdtError)
    def _on_engine_failed(self, error: GkdtError) -> None:
        self._show_engine()

    def _show_engine(self) -> None:
        summary = self._summary
        if summary is None:
            colour = theme.palette().secondary
            self._side.prompt.show_engine(tr("No model: choose one…"), colour, tr("Choose a model"))
            return
        parts = [summary.model, summary.device.partition(" (")[0]]
        parts.append(DTYPES.get(summary.dtype, summary.dtype))
        if math.isfinite(self._milliseconds):
            parts.append(f"{self._milliseconds:.0f} ms")
        tip = tr(
            "{model} on {device}, {dtype}, {parameters:.1f} million parameters, {input_size} px input.",
            model=summary.model,
            device=summary.device,
            dtype=summary.dtype,
            parameters=summary.parameters / 1e6,
            input_size=summary.input_size,
        )
        kept = self._window.session.engine.kept
        if kept is not None:
            tip += f"\n{kept.words()}."
        tip += "\n" + tr("Press to choose another model.")
        self._side.prompt.show_engine(" · ".join(parts), theme.palette().good, tip)

    # undo, position

    @Slot()
    def _show_undo(self) -> None:
        stack = self._store.undo_stack
        for action_id, can, text in (
            (ActionId.UNDO, stack.canUndo(), stack.undoText()),
            (ActionId.REDO, stack.canRedo(), stack.redoText()),
        ):
            action = self._actions[action_id]
            action.setEnabled(can and self._store.is_open)
            word = plain_text(spec(action_id))
            action.setText(f"&{word}: {text}" if can and text else f"&{word}")

    @Slot(object)
    def _on_cursor(self, event: events.CursorMoved) -> None:
        self._cursor = "" if event.xy is None else f"x {event.xy[0]:.1f}  y {event.xy[1]:.1f}"
        if event.value is not None and event.xy is not None:
            self._cursor += tr("  value {value}", value=f"{event.value:,.5g}")
        self._show_position()

    def _resolution(self) -> list[str]:
        """What a very large picture shows of its pixels; nothing for others."""
        picture = self._canvas.picture()
        if picture is None or picture.shrink == 1:
            return []
        if self._canvas.has_detail:
            return [tr("every pixel when zoomed in")]
        words = tr("shown at 1/{shrink}", shrink=picture.shrink)
        reason = None if picture.no_detail is None else NO_DETAIL.get(picture.no_detail.name)
        return [words if reason is None else f"{words} ({tr(reason)})"]

    @Slot()
    def _show_position(self) -> None:
        now, media = self._selection.now, self._window.media
        if now.image_id is None or not self._store.is_open:
            self._window.status_line.position.setText("")
            return
        row = media.row_of(now.image_id)
        parts = [
            tr("Image {number:,} of {count:,}", number=row + 1, count=len(media.ids))
            if row is not None
            else tr("Not in the filter")
        ]
        shape = self._canvas.image_hw()
        if shape is not None and self._window.navigation.is_picture_shown:
            parts.append(f"{whole(shape[1])} × {whole(shape[0])} px")
            parts += self._resolution()
        if self._is_outdated:
            parts.append(
                tr("predicted with an older prompt, {key} refreshes", key=key_of(ActionId.PRELABEL_HERE))
            )
        if self._window.live_answer.is_shown:
            parts.append(tr("{key} places the faint points", key=key_of(ActionId.PRELABEL_HERE)))
        doubt = self._window.navigation.doubt()
        if doubt is not None:
            parts.append(doubt_words(doubt))
        if self._cursor:
            parts.append(self._cursor)
        self._window.status_line.position.setText("  ·  ".join(parts))
