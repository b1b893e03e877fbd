"""What a person does with the images chosen in the list: accept, reject, reopen, remove, find their files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu

from app.actions import ActionId, key_of, spec
from app.controllers.navigation import Navigation
from app.controllers.session import Message, Session
from app.dialogs.small import ConfirmDialog
from app.i18n import counted, tr
from app.object_names import Name
from app.panels.media_panel import MediaPanel
from app.panels.widgets import named
from gkdt_core.domain import ImageState

MENU: tuple[ActionId | None, ...] = (
    ActionId.OPEN_IMAGE,
    None,
    ActionId.ACCEPT,
    ActionId.REJECT,
    ActionId.REOPEN,
    None,
    ActionId.PRELABEL_HERE,
    ActionId.USE_AS_PROMPT,
    None,
    ActionId.SHOW_IN_FOLDER,
    ActionId.COPY_PATH,
    None,
    ActionId.REMOVE_IMAGES,
)
"""The menu of the list; None is a separator."""
SHOWN_IN_TEXT = 3
"""Paths that a message names."""


class ChosenImages(QObject):
    """The images selected in the list where they are several, else the one on screen."""

    def __init__(
        self,
        session: Session,
        navigation: Navigation,
        panel: MediaPanel,
        actions: Mapping[ActionId, QAction],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._navigation, self._panel, self._actions = session, navigation, panel, actions
        self._store, self._selection = session.store, session.selection
        self._selected: tuple[int, ...] = ()
        panel.selection_changed.connect(self.set_selected)
        panel.menu_wanted.connect(self.show_menu)

    @property
    def ids(self) -> tuple[int, ...]:
        """Which images are meant."""
        if len(self._selected) > 1:
            return self._selected
        image_id = self._selection.now.image_id
        return () if image_id is None else (image_id,)

    @Slot(object)
    def set_selected(self, image_ids: Sequence[int]) -> None:
        """Which rows of the list are selected; the actions say how many they are about."""
        before, self._selected = len(self._selected), tuple(image_ids)
        count = len(self._selected)
        if max(before, count) < 2 or before == count:
            return
        texts = {
            ActionId.ACCEPT: counted(count, "&Accept {n} image", "&Accept {n:,} images"),
            ActionId.REJECT: counted(count, "Re&ject {n} image", "Re&ject {n:,} images"),
            ActionId.REOPEN: counted(
                count, "Take {n} image back into &work", "Take {n:,} images back into &work"
            ),
            ActionId.COPY_PATH: counted(count, "&Copy {n} path", "&Copy {n:,} paths"),
            ActionId.REMOVE_IMAGES: counted(
                count, "Remove {n} i&mage from the project", "Remove {n:,} i&mages from the project"
            ),
        }
        for action_id, text in texts.items():
            self._actions[action_id].setText(text if count > 1 else tr(spec(action_id).text))

    # states

    def accept(self) -> None:
        """Mark the images reviewed; behind a single one comes the next."""
        if len(self._selected) < 2 or not self._set_states(ImageState.REVIEWED):
            self._navigation.accept()

    def reject(self) -> None:
        """Mark the images as not to be used."""
        self._set_states(ImageState.REJECTED)

    def reopen(self) -> None:
        """Take the images back into work."""
        self._set_states(ImageState.IN_WORK)

    def _set_states(self, state: ImageState) -> bool:
        """Whether the state of several images was to be changed."""
        ids = self.ids
        if len(ids) < 2:
            self._session.guarded(lambda: self._store.set_states(ids, state))
            return False
        count = sum(record.state is not state for record in self._store.images(ids))
        if not count:
            return False
        if self._session.guarded(lambda: self._store.set_states(ids, state)):
            text = {
                ImageState.REVIEWED: counted(count, "{n} image is accepted.", "{n:,} images are accepted."),
                ImageState.REJECTED: counted(count, "{n} image is rejected.", "{n:,} images are rejected."),
            }.get(state) or counted(count, "{n} image is in work again.", "{n:,} images are in work again.")
            self._session.tell(text, self._takes_back())
        return True

    @staticmethod
    def _takes_back() -> str:
        return tr("{key} takes it back.", key=key_of(ActionId.UNDO))

    # removing

    @Slot()
    def remove(self) -> None:
        """Take the images out of the project, after a question where a person has worked on them."""
        if self.ids:
            self._ask_and_remove(self.ids)

    @Slot()
    def remove_shown(self) -> None:
        """Take the image on screen out of the project, whatever is selected in the list."""
        image_id = self._selection.now.image_id
        if image_id is not None:
            self._ask_and_remove((image_id,))

    def _ask_and_remove(self, ids: Sequence[int]) -> None:
        records = self._store.images(ids)
        worked = sum(one.human_points > 0 or one.state is ImageState.REVIEWED for one in records)
        if not worked:
            self._remove(ids)
            return
        button = counted(len(ids), "Remove {n} image", "Remove {n:,} images")
        dialog = ConfirmDialog(
            self._panel.window(),
            tr("Remove from the project"),
            counted(
                worked,
                "Somebody has labelled or accepted {n:,} of them. Its labels go too; its file stays on the "
                "disk. {key} brings both back.",
                "Somebody has labelled or accepted {n:,} of them. Their labels go too; the files stay on the "
                "disk. {key} brings all of it back.",
                key=key_of(ActionId.UNDO),
            )
            if len(ids) > 1
            else tr(
                "“{name}” was labelled or accepted by somebody. Its labels go too; its file stays on the "
                "disk. {key} brings both back.",
                name=records[0].name,
                key=key_of(ActionId.UNDO),
            ),
            button,
        )
        dialog.confirmed.connect(partial(self._remove, ids))
        dialog.open()

    def _remove(self, ids: Sequence[int]) -> None:
        before = self._selection.now.image_id
        # gone on first: else the picture of an image that is no more would be shown for a moment
        if before in ids:
            self._selection.set_image(self._navigation.image_after(ids))
        if not self._session.guarded(lambda: self._store.remove_images(ids)):
            self._selection.set_image(before)
            return
        self._session.message.emit(
            Message(
                counted(
                    len(ids),
                    "{n} image is no longer in the project.",
                    "{n:,} images are no longer in the project.",
                ),
                tr("The files stay where they are. {key} takes it back.", key=key_of(ActionId.UNDO)),
                settles=True,
            )
        )

    # their files

    @Slot()
    def open_image(self) -> None:
        """Work on the image on screen, and on it alone."""
        self._panel.select_only_current()
        self._panel.image_opened.emit()

    @Slot()
    def show_in_folder(self) -> None:
        """Open the folder of the image on screen in the system's program for files."""
        image_id = self._selection.now.image_id
        if image_id is None:
            return
        path = self._store.image(image_id).path
        if not path.parent.is_dir() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))):
            self._session.tell(tr("The folder cannot be shown."), tr("The image is {path}.", path=path))

    @Slot()
    def copy_path(self) -> None:
        """Put the paths of the images into the clipboard, one a line."""
        paths = [str(record.path) for record in self._store.images(self.ids)]
        if paths:
            QGuiApplication.clipboard().setText("\n".join(paths))
            named_ones = ", ".join(paths[:SHOWN_IN_TEXT]) + (" …" if len(paths) > SHOWN_IN_TEXT else "")
            self._session.tell(counted(len(paths), "Copied the path.", "Copied {n:,} paths."), named_ones)

    # the menu

    @Slot(QPoint)
    def show_menu(self, place: QPoint) -> None:
        """The menu of the list, at a place on screen."""
        if self.ids:
            menu = self.make_menu()
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    def make_menu(self) -> QMenu:
        """What can be done with the images."""
        menu = named(QMenu(self._panel), Name.MEDIA_MENU)
        for action_id in MENU:
            if action_id is None:
                menu.addSeparator()
            elif action_id is ActionId.PRELABEL_HERE and len(self._selected) > 1:
                menu.addAction(self._actions[ActionId.PRELABEL_ALL])
            else:
                menu.addAction(self._actions[action_id])
        return menu
