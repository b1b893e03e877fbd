"""The right panel: category, keypoint table, instances, prompt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.actions import ActionId
from app.i18n import tr
from app.object_names import Name
from app.panels.instance_list import InstanceList
from app.panels.keypoint_table import KeypointModel, KeypointTable
from app.panels.prompt_panel import PromptPanel
from app.panels.widgets import ElidedCombo, action_button, hairline, heading, named
from app.project.records import StoredCategory


class SidePanel(QWidget):
    """Holds the panels of the right side and the chooser of the category."""

    category_chosen = Signal(int)
    new_category_requested = Signal()

    def __init__(self, actions: Mapping[ActionId, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = named(ElidedCombo(), Name.CATEGORY_COMBO, tr("Category"))
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(8)
        new = action_button("plus", Name.CATEGORY_NEW, actions[ActionId.NEW_CATEGORY])
        edit = action_button("pencil", Name.CATEGORY_EDIT, actions[ActionId.EDIT_CATEGORY])
        self.model = KeypointModel(self)
        self.table = KeypointTable(self.model)
        self.instances = InstanceList(actions)
        self.prompt = PromptPanel(actions)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(self.combo, 1)
        row.addWidget(new)
        row.addWidget(edit)
        self._tables = QStackedWidget()
        self._tables.addWidget(self.table)
        self._tables.addWidget(self._empty())
        layout = QVBoxLayout(self)
        margin = theme.PANEL_MARGIN
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.PANEL_MARGIN)
        layout.addWidget(heading(tr("Category")))
        layout.addLayout(row)
        layout.addWidget(self._tables, 1)
        layout.addWidget(hairline())
        layout.addWidget(self.instances)
        layout.addWidget(hairline())
        layout.addWidget(self.prompt)
        self.combo.activated.connect(self._on_activated)

    def _empty(self) -> QWidget:
        text = QLabel(tr("Say what to label: an object and its keypoints."))
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        button = QPushButton(tr("New category…"))
        button.clicked.connect(self.new_category_requested)
        box = QWidget()
        column = QVBoxLayout(box)
        column.addStretch()
        column.addWidget(text)
        column.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        return box

    def show_categories(self, categories: Sequence[StoredCategory], selected: int | None) -> None:
        """List the categories, `selected` shown."""
        with QSignalBlocker(self.combo):
            self.combo.clear()
            for stored in categories:
                self.combo.addItem(f"{stored.category.name}  ({len(stored.category)})", stored.id)
            self.combo.setCurrentIndex(self.combo.findData(selected))
        self.combo.setEnabled(bool(categories))
        self.combo.setToolTip(self.combo.currentText())
        self._tables.setCurrentIndex(0 if categories else 1)

    @Slot()
    def choose_category(self) -> None:
        """Open the chooser; without a category begin a new one."""
        if self.combo.count() == 0:
            self.new_category_requested.emit()
        else:
            self.combo.setFocus()
            self.combo.showPopup()

    @Slot(int)
    def _on_activated(self, row: int) -> None:
        self.category_chosen.emit(int(self.combo.itemData(row)))
