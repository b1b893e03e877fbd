"""The instances of the image: one row each, to select, add and delete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from app import theme
from app.actions import ActionId
from app.i18n import tr
from app.object_names import Name
from app.panels.widgets import EmptyText, action_button, heading, named
from app.project.records import StoredInstance

ROWS_SHOWN = 3


class InstanceList(QWidget):
    """The image's instances with how many of their keypoints are placed."""

    instance_chosen = Signal(int)

    def __init__(self, actions: Mapping[ActionId, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = named(QListWidget(), Name.INSTANCE_LIST, tr("Instances in this image"))
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # how many are placed stands at the end
        self.list.setFixedHeight(ROWS_SHOWN * theme.ROW_HEIGHT + theme.GRID)
        EmptyText(self.list, tr("None yet: click the first keypoint on the picture."))
        head = QHBoxLayout()
        head.setSpacing(theme.GRID)
        head.addWidget(heading(tr("Instances in this image")), 1)
        for action_id, name in (
            (ActionId.ADD_INSTANCE, Name.INSTANCE_ADD),
            (ActionId.DELETE_INSTANCE, Name.INSTANCE_DELETE),
        ):
            head.addWidget(self._button(actions[action_id], name))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID)
        layout.addLayout(head)
        layout.addWidget(self.list)
        self.list.currentItemChanged.connect(self._on_current)

    @staticmethod
    def _button(action: QAction, name: Name) -> QToolButton:
        icon = "plus" if name is Name.INSTANCE_ADD else "trash-2"
        return action_button(icon, name, action)

    def show_instances(
        self, instances: Sequence[StoredInstance], selected: int | None, supports: frozenset[int]
    ) -> None:
        """List `instances`; those in `supports` are marked as prompts."""
        self.list.blockSignals(True)
        self.list.clear()
        for number, stored in enumerate(instances, start=1):
            placed, count = int(stored.instance.labeled.sum()), len(stored.instance.category)
            prompt = "  · " + tr("prompt") if stored.id in supports else ""
            item = QListWidgetItem(
                f"{number}  {stored.instance.category.name}  · "
                + tr("{placed} of {count}", placed=placed, count=count)
                + prompt
            )
            item.setData(Qt.ItemDataRole.UserRole, stored.id)
            item.setSizeHint(QSize(0, theme.ROW_HEIGHT))
            self.list.addItem(item)
            if stored.id == selected:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current(self, current: QListWidgetItem | None, previous: QListWidgetItem | None) -> None:
        if current is not None:
            self.instance_chosen.emit(int(current.data(Qt.ItemDataRole.UserRole)))
