"""Going from image to image, in the order of the list, and showing each on the canvas."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.actions import ActionId, key_of
from app.canvas.canvas import Canvas
from app.controllers.detail import DetailLoader
from app.controllers.review import DoubtfulPoint, Review
from app.controllers.session import Message, SelectionChanged, Session
from app.controllers.viewer import ImageLoader
from app.error_texts import hint_of, message_of
from app.i18n import tr
from app.panels.media_model import MediaModel
from app.project.records import ImageQuery, ImagesChanged
from gkdt_core.domain import ImageState
from gkdt_core.errors import GkdtError

if TYPE_CHECKING:
    from app.canvas.image_item import PreparedImage

UNREVIEWED = frozenset({ImageState.UNTOUCHED, ImageState.PREDICTED, ImageState.IN_WORK})
AHEAD = 2
"""Images decoded ahead in the direction of travel; one behind."""


class Navigation(QObject):
    """Which image is shown, and which comes next."""

    picture_shown = Signal()
    """The picture of the current image is on the canvas."""
    removal_wanted = Signal()
    """A person wants the current image, which cannot be shown, out of the project."""

    def __init__(
        self,
        session: Session,
        media: MediaModel,
        canvas: Canvas,
        review: Review,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._media, self._canvas = session, media, canvas
        self._store, self._selection, self._review = session.store, session.selection, review
        self._loader = ImageLoader(session.decoding, self)
        self.detail = DetailLoader(session.decoding, canvas, self)
        self._row = 0
        self._direction = 1
        self._shown: Path | None = None
        self._doubt: DoubtfulPoint | None = None
        self._brought: int | None = None
        """The image on screen, where the walk through the doubtful ones has brought it there."""
        self._behind: list[int] = []
        """The queue behind that image."""
        self._loader.shown.connect(self._on_picture)
        self._loader.failed.connect(self._on_failed)
        self.detail.failed.connect(self._on_no_detail)
        self._selection.changed.connect(self._on_selection)
        session.store.project_changed.connect(self._on_project_changed)
        session.store.images_changed.connect(self._on_images_changed)

    # going

    @Slot(int)
    def show(self, image_id: int) -> None:
        """Show an image of the project."""
        row = self._media.row_of(image_id)
        if row is not None:
            self._direction = 1 if row >= self._row else -1
            self._row = row
        self._selection.set_image(image_id)

    def _current_row(self) -> int | None:
        row = self._media.row_of(self._selection.now.image_id)
        if row is not None:
            self._row = row
        return row

    def step(self, count: int) -> None:
        """Go `count` images on in the list, at most to its ends."""
        if not self._media.ids:
            return
        row = self._current_row()
        if row is None:  # the filter hides the current image: its old row now holds the one after it
            row = self._row - (1 if count > 0 else 0)
        self.show(self._media.ids[min(max(row + count, 0), len(self._media.ids) - 1)])

    def go_to(self, number: int) -> None:
        """Show image `number` of the list, counted from 1."""
        if 1 <= number <= len(self._media.ids):
            self.show(self._media.ids[number - 1])

    def step_unreviewed(self, direction: int) -> None:
        """Go to the next image in the list that nobody has accepted or rejected."""
        done = self._done()
        row = self._current_row()
        start = self._row if row is None else row
        rows = range(start + 1, len(self._media.ids)) if direction > 0 else range(start - 1, -1, -1)
        for candidate in rows:
            if self._media.ids[candidate] not in done:
                self.show(self._media.ids[candidate])
                return
        self._session.tell(
            tr("No unreviewed image behind this one.")
            if direction > 0
            else tr("No unreviewed image before this one.")
        )

    def _done(self) -> set[int]:
        """The images that a person has accepted or rejected; each state by itself has an index."""
        if not self._store.is_open:
            return set()
        others = (frozenset({state}) for state in ImageState if state not in UNREVIEWED)
        return {number for states in others for number in self._store.image_ids(ImageQuery(states=states))}

    @Slot()
    def next_doubtful(self) -> None:
        """Go to the most doubtful image that waits for review, its most doubtful point selected.

        From one that this has brought on screen it goes to the next less doubtful one: repeated presses walk
        through the queue, also when what is found is accepted or mended on the way.
        """
        if not self._store.is_open:
            return
        queue = self._review.queue()
        here = self._selection.now.image_id
        walks = here is not None and here == self._brought
        if walks and here in queue:
            position = queue.index(here)
            queue = queue[position + 1 :] + queue[:position]
        elif walks:  # it has left the queue: on from where it was in it
            waiting = set(queue)
            behind = [number for number in self._behind if number in waiting]
            passed = set(behind)
            queue = behind + [number for number in queue if number not in passed]
        if not queue:
            self._session.tell(tr("No other image is waiting for review."))
            return
        self.show(queue[0])
        self._brought, self._behind = queue[0], queue[1:]
        self.select_doubtful()

    def select_doubtful(self) -> None:
        """Select the model's most doubtful point in the current image."""
        image_id = self._selection.now.image_id
        point = None if image_id is None else self._review.doubtful_point(image_id)
        self._doubt = point
        if point is not None:
            self._selection.set_instance(point.instance_id, point.keypoint)

    def doubt(self) -> DoubtfulPoint | None:
        """Why the selected point was selected as the most doubtful one; None when it was not."""
        point, now = self._doubt, self._selection.now
        if point is None or (point.instance_id, point.keypoint) != (now.instance_id, now.keypoint):
            return None
        return point

    def show_place(self, image_id: int, instance_id: int | None, keypoint: int | None) -> None:
        """Show an image with an instance and a keypoint of it selected, as far as they still exist."""
        if not self._store.is_open or not self._store.has_image(image_id):
            self._session.tell(tr("This image is no longer in the project."))
            return
        self.show(image_id)
        ids = {stored.id for stored in self._store.instances(image_id)}
        if instance_id in ids:
            self._selection.set_instance(instance_id, keypoint)

    def accept_and_go_on(self) -> None:
        """Mark the image reviewed and go to the most doubtful of the others."""
        image_id = self._selection.now.image_id
        if image_id is not None:
            if self._session.guarded(lambda: self._store.set_states([image_id], ImageState.REVIEWED)):
                self.next_doubtful()

    def accept(self) -> None:
        """Mark the image reviewed and go to the next one."""
        image_id = self._selection.now.image_id
        if image_id is None:
            return
        here = self._current_row()
        following = None if here is None else here + 1
        ids = self._media.ids
        target = ids[following] if following is not None and following < len(ids) else None
        if not self._session.guarded(lambda: self._store.set_states([image_id], ImageState.REVIEWED)):
            return  # it could not be written: whoever goes on must not believe that it was accepted
        if target is not None:
            self.show(target)
        else:
            self._session.tell(
                tr("This was the last image of the list."),
                tr("{key} exports the project.", key=key_of(ActionId.EXPORT_COCO)),
            )

    def first_of(self, image_ids: Sequence[int]) -> int | None:
        """The first of some images in the order of the list, else one that the filter hides; None where none
        of them is in the project."""
        listed = [row for number in image_ids if (row := self._media.row_of(number)) is not None]
        if listed:
            return self._media.ids[min(listed)]
        return next((number for number in image_ids if self._store.has_image(number)), None)

    def image_after(self, image_ids: Sequence[int]) -> int | None:
        """Where to go in the list when `image_ids` leave it: behind the current image, else before it."""
        gone, ids, row = set(image_ids), self._media.ids, self._current_row()
        start = self._row if row is None else row
        places = (*range(start, len(ids)), *range(min(start, len(ids)) - 1, -1, -1))
        return next((ids[place] for place in places if ids[place] not in gone), None)

    def previous_image(self) -> int | None:
        """The image before the current one in the list."""
        row = self._current_row()
        return self._media.ids[row - 1] if row else None

    # showing

    @property
    def is_picture_shown(self) -> bool:
        """Whether the picture on the canvas is that of the selected image."""
        return self._shown is not None

    def paths_around(self) -> tuple[Path, ...]:
        """Files to decode ahead: two in the direction of travel, one behind."""
        row = self._current_row()
        if row is None:
            return ()
        steps = (*(self._direction * step for step in range(1, AHEAD + 1)), -self._direction)
        rows = [row + step for step in steps if 0 <= row + step < len(self._media.ids)]
        return tuple(self._media.record(self._media.ids[other]).path for other in rows)

    @Slot(object)
    def _on_selection(self, change: SelectionChanged) -> None:
        if not change.image:
            return
        self._brought = None
        image_id = change.after.image_id
        if image_id is None:
            self._shown = None
            self._loader.forget()
            self._canvas.set_image(None)
            self.detail.drop_others()
            return
        # Until its picture is there the former one stays on screen; a click on that must not label this one.
        self._shown = None
        self._canvas.set_waiting()
        self._loader.show(self._store.image(image_id).path, self.paths_around())

    @Slot(object)
    def _on_images_changed(self, change: ImagesChanged) -> None:
        """Where the image on screen is gone, its neighbour in the list follows."""
        if change.listed and self._selection.now.image_id is None and self._media.ids:
            self.show(self._media.ids[min(self._row, len(self._media.ids) - 1)])

    @Slot(Path, object)
    def _on_picture(self, path: Path, picture: PreparedImage) -> None:
        image_id = self._selection.now.image_id
        if image_id is None:
            return
        record = self._store.image(image_id)
        if record.path != path:
            return
        if record.height is None or record.width is None:
            self._store.set_image_sizes({image_id: picture.image_hw})
        self._shown = path
        self._canvas.set_image(picture)
        self.detail.drop_others()
        self.picture_shown.emit()

    @Slot(Path, GkdtError)
    def _on_failed(self, path: Path, error: GkdtError) -> None:
        self._shown = None
        self._canvas.set_image(None)
        self._canvas.set_message(tr("{name} cannot be shown.", name=path.name))
        self.detail.drop_others()
        if not path.is_file() or self._store.is_read_only:
            # its disk may only be away: nothing to throw it out for
            message = Message(message_of(error), hint_of(error), is_error=True, of_image=True)
            self._session.message.emit(message)
            return
        self._session.message.emit(
            Message(
                message_of(error),
                hint_of(error),
                is_error=True,
                action=tr("Remove it"),
                on_action=self.removal_wanted.emit,
                of_image=True,
            )
        )

    @Slot(GkdtError)
    def _on_no_detail(self, error: GkdtError) -> None:
        """The picture stays on the canvas, made smaller: worth a word, not an alarm."""
        self._session.message.emit(Message(message_of(error), hint_of(error), of_image=True))

    @Slot()
    def _on_project_changed(self) -> None:
        self._row = 0
        self._shown = None
        self._loader.forget()
        self._canvas.set_image(None)
        self.detail.drop_others()
