"""Editing by hand: gestures on the canvas and keys become edits of the store, one undo step each."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.actions import ActionId, key_of
from app.canvas import events
from app.canvas.canvas import Canvas
from app.controllers.posing import CopiedPose, fitted, rescaled
from app.controllers.session import SelectionChanged, Session, is_open, next_open
from app.i18n import tr
from app.project.records import StoredCategory, StoredInstance
from gkdt_core.domain import Instance, Origin, Visibility
from gkdt_core.geometry import Box

DUPLICATE_OFFSET_PX = 12.0
"""On screen: far enough that the copy is seen beside the original at every zoom."""


def swapped_sides(instance: Instance) -> Instance:
    """The instance with left and right exchanged: the points stay, their names change places."""
    order = list(instance.category.flip_permutation)
    return replace(
        instance,
        keypoints=instance.keypoints[order],
        visibility=instance.visibility[order],
        scores=instance.scores[order],
        peaks=instance.peaks[order],
        origins=instance.origins[order],
    )


def with_origin(instance: Instance, origin: Origin) -> Instance:
    """The instance with every labelled point from `origin` and without scores."""
    origins = np.where(instance.labeled, origin, Origin.NONE).astype(np.int8)
    nothing = np.full(len(origins), np.nan)
    return replace(instance, origins=origins, scores=nothing, peaks=nothing)


def shifted(instance: Instance, dx: float, dy: float, image_hw: tuple[int, int] | None) -> Instance:
    """The instance moved by (dx, dy) px, its points kept inside the image of `image_hw` where it is known."""
    keypoints = instance.keypoints + np.array((dx, dy))
    box = instance.box
    if box is not None:
        box = Box(box.x1 + dx, box.y1 + dy, box.x2 + dx, box.y2 + dy)
    if image_hw is not None:
        keypoints = np.clip(keypoints, 0, (image_hw[1], image_hw[0]))
        box = None if box is None else box.clipped(image_hw)
    return replace(instance, keypoints=keypoints, box=box)


def waits_for_points(instance: Instance) -> bool:
    """Whether nobody has said anything about any of its keypoints."""
    return not instance.labeled.any() and bool((instance.origins == Origin.NONE).all())


class Editing(QObject):
    """Turns gestures and keys into edits. Keeps the copied pose, and whether guided clicking is paused."""

    completed = Signal(int)
    """Instance id: a person has said something about its last open keypoint."""
    guide_changed = Signal()
    box_mode_changed = Signal(bool)
    category_wanted = Signal()
    """A person clicked an image while there is no category."""

    def __init__(self, session: Session, canvas: Canvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._canvas = session, canvas
        self._store, self._selection = session.store, session.selection
        self._pose: CopiedPose | None = None
        self._dragging = False
        self._box_mode = False
        self.is_guide_paused = False
        self._menu: QMenu | None = None
        canvas.keypoint_placed.connect(self._on_placed)
        canvas.keypoint_unseen.connect(self._on_unseen)
        canvas.keypoint_drag_started.connect(self._on_drag_started)
        canvas.keypoint_drag_finished.connect(self._on_drag_finished)
        canvas.keypoint_drag_cancelled.connect(self._on_drag_cancelled)
        canvas.keypoint_selected.connect(self._on_keypoint_selected)
        canvas.keypoint_context.connect(self._on_keypoint_context)
        canvas.empty_clicked.connect(self._on_empty_clicked)
        canvas.box_drawn.connect(self._on_box_drawn)
        session.selection.changed.connect(self._on_selection)

    @property
    def is_dragging(self) -> bool:
        """While a point is dragged the canvas must not be given new instances."""
        return self._dragging

    # what is selected

    def _target(self) -> tuple[StoredInstance, int] | None:
        stored, keypoint = self._selection.instance(), self._selection.now.keypoint
        return None if stored is None or keypoint is None else (stored, keypoint)

    def guided_keypoint(self) -> tuple[StoredCategory, int] | None:
        """The keypoint that a click places now; None when clicks only select."""
        return None if self.is_guide_paused else self.open_keypoint()

    def open_keypoint(self) -> tuple[StoredCategory, int] | None:
        """The selected keypoint, if nobody has said anything about it yet."""
        category, now = self._selection.category(), self._selection.now
        if category is None or now.keypoint is None or now.image_id is None:
            return None
        stored = self._selection.instance()
        if stored is not None and not is_open(stored.instance, now.keypoint):
            return None
        return category, now.keypoint

    @property
    def can_go_on(self) -> bool:
        """Whether guided clicking is paused while there is still a keypoint to click."""
        category, stored = self._selection.category(), self._selection.instance()
        if not self.is_guide_paused or category is None or self._selection.now.image_id is None:
            return False
        instance = None if stored is None else stored.instance
        return next_open(instance, len(category.category), -1) is not None

    # guided clicking

    @Slot(object)
    def _on_placed(self, event: events.KeypointPlaced) -> None:
        self._say(event.index, event.xy)

    @Slot(object)
    def _on_unseen(self, event: events.KeypointUnseen) -> None:
        self._say(event.index, None)

    def _say(self, index: int, xy: tuple[float, float] | None) -> None:
        """A person says where keypoint `index` is, or with None that it cannot be seen here."""
        category, image_id = self._selection.category(), self._selection.now.image_id
        if category is None or image_id is None:
            return
        name = category.category.keypoints[index]
        text = tr("Place {name}", name=name) if xy is not None else tr("{name} cannot be seen", name=name)
        stored = self._selection.instance()
        before = Instance.empty(category.category) if stored is None else stored.instance
        visibility = Visibility.UNLABELED if xy is None else Visibility.VISIBLE
        after = before.with_keypoint(index, xy, visibility, Origin.HUMAN)

        def edit() -> None:
            if stored is None:
                instance_id = self._store.add_instance(image_id, after, category.id, text=text)
            else:
                instance_id = stored.id
                self._store.put_instance(instance_id, after, text)
            following = next_open(after, len(category.category), index)
            self._selection.set_instance(instance_id, following)
            if following is None:
                self.completed.emit(instance_id)

        self._session.guarded(edit)

    def pause_guide(self, paused: bool) -> None:
        """Stop or resume guided clicking."""
        if paused != self.is_guide_paused:
            self.is_guide_paused = paused
            self.guide_changed.emit()

    @Slot(object)
    def _on_selection(self, change: SelectionChanged) -> None:
        if change.image:  # the pause was for the image before: clicks that do nothing would surprise here
            self.pause_guide(False)

    def step_keypoint(self, step: int) -> None:
        """Select the next or previous keypoint, going round."""
        category, keypoint = self._selection.category(), self._selection.now.keypoint
        if category is None:
            return
        if self.can_go_on and keypoint is None:
            self.pause_guide(False)
            self._selection.select_open()
            return
        if self.is_guide_paused and keypoint is not None and self.open_keypoint() is not None:
            step = 0  # go on with the one that was asked for when the person paused
        count = len(category.category)
        start = (-1 if step > 0 else 0) if keypoint is None else keypoint
        self.choose_keypoint((start + step) % count)

    def choose_keypoint(self, index: int) -> None:
        """Select keypoint `index` and go on with guided clicking."""
        category = self._selection.category()
        if category is None or index >= len(category.category):
            return
        self.pause_guide(False)
        self._selection.set_keypoint(index)
        stored = self._selection.instance()
        if stored is not None and stored.instance.labeled[index]:
            x, y = stored.instance.keypoints[index]
            self._canvas.reveal((float(x), float(y)))

    # dragging and selecting

    @Slot(object)
    def _on_drag_started(self, event: events.KeypointDrag) -> None:
        self._dragging = True
        self._selection.set_instance(event.instance_id, event.index)

    @Slot(object)
    def _on_drag_finished(self, event: events.KeypointDrag) -> None:
        self._dragging = False
        stored = self._store.instance(event.instance_id)
        name = stored.instance.category.keypoints[event.index]
        after = stored.instance.moved(event.index, event.xy)
        self._put(stored, after, tr("Move {name}", name=name), merge_key=("drag", event.drag_id))

    @Slot(object)
    def _on_drag_cancelled(self, event: events.KeypointDrag) -> None:
        self._dragging = False
        self.guide_changed.emit()

    @Slot(object)
    def _on_keypoint_selected(self, event: events.KeypointSelected) -> None:
        self._selection.set_instance(event.instance_id, event.index)

    @Slot(object)
    def _on_empty_clicked(self, event: events.EmptyClicked) -> None:
        if self._selection.now.category_id is None and not self._store.categories():
            self.category_wanted.emit()
        elif event.instance_id is not None and event.instance_id != self._selection.now.instance_id:
            self._selection.set_instance(event.instance_id)
        elif not self.is_guide_paused or self.open_keypoint() is None:
            # else guided clicking goes on with the keypoint that was asked for
            self._selection.set_keypoint(None)

    @Slot(object)
    def _on_keypoint_context(self, event: events.KeypointContext) -> None:
        self._selection.set_instance(event.instance_id, event.index)
        menu = QMenu(self._canvas)
        for text, slot in (
            (tr("Visible"), self.mark_visible),
            (tr("Occluded"), self.mark_occluded),
            (tr("Cannot be seen here"), self.mark_absent),
            (tr("Remove the point"), self.remove_point),
        ):
            action = QAction(text, menu)
            action.triggered.connect(slot)
            menu.addAction(action)
        self._menu = menu
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QPoint(*event.screen_xy))

    # one keypoint

    def _put(
        self, stored: StoredInstance, after: Instance, text: str, merge_key: object | None = None
    ) -> None:
        self._session.guarded(lambda: self._store.put_instance(stored.id, after, text, merge_key))

    def nudge(self, dx: float, dy: float) -> None:
        """Move the selected keypoint by image px; a run of nudges is one undo step."""
        target = self._target()
        if target is None or not target[0].instance.labeled[target[1]]:
            return
        stored, index = target
        x, y = stored.instance.keypoints[index] + (dx, dy)
        shape = self._canvas.image_hw()
        if shape is not None:
            x, y = min(max(x, 0.0), float(shape[1])), min(max(y, 0.0), float(shape[0]))
        name = stored.instance.category.keypoints[index]
        after = stored.instance.moved(index, (float(x), float(y)))
        self._put(stored, after, tr("Nudge {name}", name=name), merge_key=("nudge", stored.id, index))

    def _mark(self, visibility: Visibility, text: str) -> None:
        target = self._target()
        if target is None or not target[0].instance.labeled[target[1]]:
            return
        stored, index = target
        x, y = stored.instance.keypoints[index]
        after = stored.instance.with_keypoint(index, (float(x), float(y)), visibility, Origin.HUMAN)
        self._put(stored, after, f"{stored.instance.category.keypoints[index]}: {text}")

    @Slot()
    def mark_visible(self) -> None:
        self._mark(Visibility.VISIBLE, "visible")

    @Slot()
    def mark_occluded(self) -> None:
        self._mark(Visibility.OCCLUDED, "occluded")

    @Slot()
    def toggle_occluded(self) -> None:
        """Occluded becomes visible, anything else occluded."""
        target = self._target()
        if target is not None and target[0].instance.visibility[target[1]] == Visibility.OCCLUDED:
            self.mark_visible()
        else:
            self.mark_occluded()

    @Slot()
    def mark_absent(self) -> None:
        """A person says that the keypoint cannot be seen in this image."""
        if self._selection.now.keypoint is not None:
            self._say(self._selection.now.keypoint, None)

    @Slot(int)
    def cycle_visibility(self, index: int) -> None:
        """Visible, occluded, cannot be seen, in turn; a keypoint that cannot be seen becomes open again."""
        stored = self._selection.instance()
        if stored is None:
            return
        self._selection.set_keypoint(index)
        value = stored.instance.visibility[index]
        if value == Visibility.VISIBLE:
            self.mark_occluded()
        elif value == Visibility.OCCLUDED:
            after = stored.instance.with_keypoint(index, None, Visibility.UNLABELED, Origin.HUMAN)
            self._put(
                stored,
                after,
                tr("{name} cannot be seen", name=stored.instance.category.keypoints[index]),
            )
        elif stored.instance.origins[index] == Origin.HUMAN:
            self.remove_point()

    @Slot()
    def remove_point(self) -> None:
        """The keypoint becomes open: nobody has said anything about it."""
        target = self._target()
        if target is None or is_open(target[0].instance, target[1]):
            return
        stored, index = target
        name = stored.instance.category.keypoints[index]
        self._put(stored, stored.instance.without(index), tr("Remove {name}", name=name))
        self.guide_changed.emit()

    # whole instances

    @Slot()
    def add_instance(self) -> None:
        """Begin a new instance: the next click makes it."""
        if self._selection.now.image_id is None:
            return
        if self._selection.category() is None:
            self.category_wanted.emit()
            return
        self.pause_guide(False)
        self._selection.set_instance(None, 0)

    @Slot()
    def delete_instance(self) -> None:
        stored = self._selection.instance()
        if stored is not None:
            self._session.guarded(lambda: self._store.delete_instances([stored.id]))

    @Slot()
    def swap_sides(self) -> None:
        """Exchange left and right of the instance."""
        stored = self._selection.instance()
        if stored is None:
            return
        if not stored.instance.category.pairs:
            self._session.tell(
                tr('"{name}" has no left-right pairs.', name=stored.instance.category.name),
                tr('Edit the category: names that differ only in "left" and "right" become pairs.'),
            )
            return
        self._put(stored, swapped_sides(stored.instance), tr("Swap left and right"))

    @Slot()
    def copy_pose(self) -> None:
        stored = self._selection.instance()
        if stored is not None:
            self._pose = CopiedPose(stored.instance, self._image_hw(stored.image_id))
            name = stored.instance.category.name
            self._session.tell(
                tr("Copied the pose of this {name}.", name=name),
                tr("{key} pastes it.", key=key_of(ActionId.PASTE_POSE)),
            )

    @Slot()
    def paste_pose(self) -> None:
        """The copied pose, carried and not yet looked at: into the selected box where that waits for points,
        else as a new instance at the same place of the image, as large as that makes it."""
        image_id = self._selection.now.image_id
        if self._pose is None or image_id is None:
            return
        text = tr("Paste the pose")
        pose, stored = with_origin(self._pose.instance, Origin.CARRIED), self._selection.instance()
        box = None if stored is None or not waits_for_points(stored.instance) else stored.instance.box
        if stored is not None and box is not None and stored.instance.category == pose.category:
            inside = shifted(fitted(pose, box), 0, 0, self._image_hw(image_id))
            self._put(stored, replace(inside, box=box), text)
            return
        self._add(rescaled(pose, self._pose.image_hw, self._image_hw(image_id)), text)

    @Slot()
    def duplicate(self) -> None:
        """A second instance beside the selected one."""
        stored = self._selection.instance()
        if stored is None:
            return
        offset = DUPLICATE_OFFSET_PX / max(self._canvas.zoom(), 1e-6)
        copy = shifted(stored.instance, offset, offset, self._canvas.image_hw())
        self._add(with_origin(copy, Origin.CARRIED), tr("Duplicate the instance"))

    def _add(self, instance: Instance, text: str) -> None:
        image_id = self._selection.now.image_id
        if image_id is None:
            return
        inside = shifted(instance, 0, 0, self._image_hw(image_id))

        def edit() -> None:
            instance_id = self._store.add_instance(image_id, inside, text=text)
            self._selection.set_instance(instance_id)

        self._session.guarded(edit)

    def _image_hw(self, image_id: int) -> tuple[int, int] | None:
        """(height, width) of an image of the project, where it is known."""
        record = self._store.image(image_id)
        if record.height is not None and record.width is not None:
            return record.height, record.width
        # not first: for a moment after going on, the canvas still shows the image before
        return self._canvas.image_hw() if image_id == self._selection.now.image_id else None

    def carry_from(self, image_id: int | None) -> None:
        """Copy the poses of another image once, as carried and unreviewed points."""
        here = self._selection.now.image_id
        if here is None or image_id is None:
            return
        sizes = self._image_hw(image_id), self._image_hw(here)
        poses = [
            rescaled(with_origin(stored.instance, Origin.CARRIED), *sizes)
            for stored in self._store.instances(image_id)
        ]
        if not poses:
            self._session.tell(tr("{name} has no pose to copy.", name=self._store.image(image_id).name))
            return

        def edit() -> None:
            ids = []
            with self._store.one_step(tr("Copy the previous image's pose")):
                for pose in poses:
                    inside = shifted(pose, 0, 0, sizes[1])
                    ids.append(self._store.add_instance(here, inside, human=True))
            self._selection.set_instance(ids[0])

        self._session.guarded(edit)

    # boxes

    @Slot(bool)
    def set_box_mode(self, on: bool) -> None:
        """While on, a drag draws the box of the instance."""
        if on and self._selection.category() is None:
            self.category_wanted.emit()
            on = False
        self._box_mode = on
        self._canvas.set_box_mode(on)
        self.box_mode_changed.emit(on)

    @Slot(object)
    def _on_box_drawn(self, event: events.BoxDrawn) -> None:
        category, image_id = self._selection.category(), self._selection.now.image_id
        stored = self._selection.instance()
        self.set_box_mode(False)
        if category is None or image_id is None:
            return
        if stored is not None:
            self._put(stored, replace(stored.instance, box=event.box), tr("Draw the box"))
        else:
            self._add(Instance.empty(category.category, event.box), tr("Draw the box"))
            self._selection.select_open()

    @Slot()
    def box_around_points(self) -> None:
        """The box of the instance becomes the smallest that holds its points."""
        stored = self._selection.instance()
        if stored is None:
            return
        around = Box.around(stored.instance.keypoints)
        if around is None or around.longer_side <= 0:
            self._session.tell(
                tr("A box needs at least two points."),
                tr("Or draw it with {key}.", key=key_of(ActionId.DRAW_BOX)),
            )
            return
        self._put(stored, replace(stored.instance, box=around), tr("Put the box around the points"))

    # cancel

    @Slot()
    def cancel(self) -> None:
        """Stop the innermost thing under way: a gesture, the box, guided clicking, the selection."""
        if self._canvas.cancel():
            return
        if self._box_mode:
            self.set_box_mode(False)
        elif self.guided_keypoint() is not None:
            self.pause_guide(True)
        else:
            self._selection.set_keypoint(None)
