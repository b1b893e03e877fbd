"""The first page: the ways to begin, the sample, and the projects opened lately."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app import theme
from app.actions import ActionId, spec
from app.i18n import tr
from app.object_names import Name
from app.panels.widgets import ActionButton, heading, named, note, with_role
from app.project.store import project_name

WIDTH = 560
ROWS_SHOWN = 5


class WelcomePage(QWidget):
    """Shown while no project is open."""

    project_chosen = Signal(Path)

    def __init__(self, actions: Mapping[ActionId, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, Name.WELCOME)
        title = QLabel(tr("Label keypoints on many images by showing one"))
        title.setStyleSheet("font-size: 20px; font-weight: 600;")
        title.setWordWrap(True)
        lead = note(
            tr(
                "Click or name the keypoints once. The model places them on your other images, you check "
                "and correct, and a COCO file comes out. Images stay where they are and never leave this "
                "computer."
            )
        )
        sample = ActionButton(actions[ActionId.OPEN_SAMPLE], Name.WELCOME_SAMPLE, role="primary")
        row = QHBoxLayout()
        row.setSpacing(theme.PANEL_MARGIN)
        for action_id, name in (
            (ActionId.OPEN_IMAGES, Name.WELCOME_IMAGES),
            (ActionId.OPEN_PROJECT, Name.WELCOME_PROJECT),
            (ActionId.IMPORT_COCO, Name.WELCOME_IMPORT),
        ):
            row.addWidget(ActionButton(actions[action_id], name, icon=spec(action_id).icon), 1)
        self._recent_heading = heading(tr("Recent projects"))
        self._recent = named(QListWidget(), Name.WELCOME_RECENT, tr("Recent projects"))
        self._recent.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._recent.itemActivated.connect(self._on_item)
        self._recent.itemClicked.connect(self._on_item)
        column = QVBoxLayout()
        column.setSpacing(theme.GROUP_SPACING)
        column.addWidget(title)
        column.addWidget(lead)
        column.addSpacing(theme.GRID)
        column.addWidget(sample)
        column.addLayout(row)
        tip = with_role(
            QLabel(tr("You can also drop a folder of images or a project on this window.")), "secondary"
        )
        column.addWidget(tip)
        column.addSpacing(theme.GROUP_SPACING)
        column.addWidget(self._recent_heading)
        column.addWidget(self._recent)
        box = QWidget()
        box.setFixedWidth(WIDTH)
        column.setContentsMargins(0, 0, 0, 0)
        box.setLayout(column)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        # not an alignment: that would give the wrapping text the height of its unwrapped width
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(box)
        middle.addStretch()
        outer.addLayout(middle)
        outer.addStretch(3)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List these projects, newest first."""
        self._recent.clear()
        for path in paths:
            item = QListWidgetItem(f"{project_name(path)}  —  {path.parent}")
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            item.setToolTip(str(path))
            self._recent.addItem(item)
        self._recent_heading.setVisible(bool(paths))
        self._recent.setVisible(bool(paths))
        rows = min(max(len(paths), 1), ROWS_SHOWN)
        self._recent.setFixedHeight(rows * max(self._recent.sizeHintForRow(0), theme.ROW_HEIGHT) + theme.GRID)

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        self.project_chosen.emit(Path(str(item.data(Qt.ItemDataRole.UserRole))))
