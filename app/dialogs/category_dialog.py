"""Choosing or changing a category: ready-made ones by object name, or names typed one by one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.dialogs.base import Dialog
from app.i18n import counted, tr
from app.object_names import Name
from app.panels.widgets import heading, icon_button, named, note, with_role
from app.project.records import StoredCategory
from gkdt_core.domain import Category, guess_pairs
from gkdt_core.errors import AnnotationError, GkdtError
from gkdt_core.schemas import SchemaHit, find_schemas, prompt_texts_for

OLD_INDEX = Qt.ItemDataRole.UserRole
SEARCH_MS = 120


@dataclass(frozen=True, slots=True)
class CategoryAnswer:
    """What the dialog says.

    Attributes:
        category_id: The category to change, or None for a new one.
        category: As it shall be.
        mapping: For each keypoint the old index that it continues, or None.
        texts: Prompt texts that come with a ready-made category, or None for the names.
    """

    category_id: int | None
    category: Category
    mapping: tuple[int | None, ...]
    texts: tuple[str, ...] | None = None


def edges_text(edges: tuple[tuple[int, int], ...]) -> str:
    """0-based edges as a person writes them: "1-2, 2-3"."""
    return ", ".join(f"{a + 1}-{b + 1}" for a, b in edges)


def parse_edges(text: str, count: int) -> tuple[tuple[int, int], ...]:
    """ "1-2, 2-3" as 0-based edges between `count` keypoints.

    Raises:
        AnnotationError: Names the piece that is no pair of two of the keypoints.
    """
    edges: list[tuple[int, int]] = []
    for piece in filter(None, re.split(r"[,;\s]+", text.strip())):
        match = re.fullmatch(r"(\d+)[-–](\d+)", piece)
        a, b = (int(match[1]) - 1, int(match[2]) - 1) if match else (-1, -1)
        if not (0 <= a < count and 0 <= b < count) or a == b:
            raise AnnotationError(
                tr(
                    'The line "{piece}" does not join two of the {count} keypoints.', piece=piece, count=count
                ),
                hint=tr('Write two of their numbers with a dash, for example "1-2".'),
            )
        if (a, b) not in edges:
            edges.append((a, b))
    return tuple(edges)


class CategoryDialog(Dialog):
    """Left: ready-made categories. Right: name, keypoints in order, lines, and the guessed pairs."""

    answered = Signal(object)
    """`CategoryAnswer`"""

    def __init__(self, parent: QWidget, stored: StoredCategory | None = None, *, in_use: int = 0) -> None:
        title = tr("New category") if stored is None else tr("Edit {name}", name=stored.category.name)
        super().__init__(parent, Name.CATEGORY_DIALOG, title, width=760 if stored is None else 420)
        self._stored, self._in_use = stored, in_use
        self._schema: SchemaHit | None = None
        self._hits: list[SchemaHit] = []
        self.search = named(QLineEdit(), Name.CATEGORY_SEARCH, tr("Search ready-made categories"))
        self.hits = named(QListWidget(), Name.CATEGORY_HITS, tr("Ready-made categories"))
        self.name = named(QLineEdit(), Name.CATEGORY_NAME, tr("Name of the object"))
        self.keypoints = named(QListWidget(), Name.CATEGORY_KEYPOINTS, tr("Keypoints in order"))
        for names in (self.hits, self.keypoints):
            names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            names.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names mostly differ at their ends
        self.new_keypoint = named(QLineEdit(), Name.CATEGORY_ADD_KEYPOINT, tr("Add a keypoint"))
        self.edges = named(QLineEdit(), Name.CATEGORY_EDGES, tr("Lines of the skeleton"))
        self.pairs = with_role(named(QLabel(), Name.CATEGORY_PAIRS), "secondary")
        self.problem = with_role(named(QLabel(), Name.CATEGORY_PROBLEM), "error")
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_MS)
        self._connect()
        if stored is not None:
            self._fill(stored.category, keep_indices=True)
        else:
            self._find()
        self._check()

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(20)
        if self._stored is None:
            columns.addLayout(self._ready_made(), 1)
        columns.addLayout(self._own(), 1)
        self.body.addLayout(columns)
        self.problem.setWordWrap(True)
        self.body.addWidget(self.problem)
        text = tr("Use this category") if self._stored is None else tr("Change the category")
        self.accept_button = self.add_foot(text, Name.CATEGORY_ACCEPT)
        # Enter in the field adds a keypoint; it must not close the dialog.
        self.accept_button.setDefault(False)
        self.accept_button.setAutoDefault(False)

    def _ready_made(self) -> QVBoxLayout:
        self.search.setPlaceholderText(tr("horse, hand, car, face…"))
        self.search.setClearButtonEnabled(True)
        self.hits.setMinimumHeight(320)
        column = QVBoxLayout()
        column.setSpacing(theme.GRID)
        column.addWidget(heading(tr("Ready-made")))
        column.addWidget(self.search)
        column.addWidget(self.hits, 1)
        return column

    def _own(self) -> QVBoxLayout:
        self.name.setPlaceholderText(tr("What the object is called"))
        self.new_keypoint.setPlaceholderText(tr("Type a name and press Enter"))
        self.new_keypoint.setToolTip(tr("Several names can be pasted at once: one a line, or between commas"))
        self.edges.setPlaceholderText(tr("Lines between keypoints, for example 1-2, 2-3"))
        self.keypoints.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.keypoints.setMinimumHeight(220)
        self.pairs.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GRID)
        buttons.addWidget(self.new_keypoint, 1)
        self.up = icon_button("arrow-up", Name.CATEGORY_MOVE_UP, tr("Move the keypoint up"))
        self.down = icon_button("arrow-down", Name.CATEGORY_MOVE_DOWN, tr("Move the keypoint down"))
        self.remove = icon_button("trash-2", Name.CATEGORY_REMOVE_KEYPOINT, tr("Remove the keypoint"))
        for button in (self.up, self.down, self.remove):
            buttons.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(theme.GRID)
        column.addWidget(heading(tr("Name")))
        column.addWidget(self.name)
        column.addSpacing(theme.GRID)
        column.addWidget(heading(tr("Keypoints (double-click to rename)")))
        column.addWidget(self.keypoints, 1)
        column.addLayout(buttons)
        column.addSpacing(theme.GRID)
        column.addWidget(heading(tr("Skeleton")))
        column.addWidget(self.edges)
        column.addWidget(self.pairs)
        if self._in_use:
            column.addWidget(
                note(
                    counted(
                        self._in_use,
                        "{n:,} instance of this category will follow the change.",
                        "{n:,} instances of this category will follow the change.",
                    )
                )
            )
        return column

    def _connect(self) -> None:
        self._timer.timeout.connect(self._find)
        self.search.textChanged.connect(self._timer.start)
        self.hits.currentRowChanged.connect(self._on_hit)
        self.hits.itemDoubleClicked.connect(self._accept)
        self.name.textChanged.connect(self._check)
        self.edges.textChanged.connect(self._check)
        self.new_keypoint.returnPressed.connect(self._add_typed)
        self.new_keypoint.textChanged.connect(self._on_typing)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.remove.clicked.connect(self._remove_current)
        self.keypoints.itemChanged.connect(self._check)
        self.keypoints.model().rowsMoved.connect(self._check)
        self.accept_button.clicked.connect(self._accept)

    # filling

    def _fill(self, category: Category, *, keep_indices: bool) -> None:
        self.name.setText(category.name)
        self.keypoints.clear()
        for index, name in enumerate(category.keypoints):
            self._add(name, index if keep_indices else None)
        self.edges.setText(edges_text(category.edges))

    def _add(self, name: str, old_index: int | None) -> None:
        item = QListWidgetItem(name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setData(OLD_INDEX, old_index)
        self.keypoints.addItem(item)

    @Slot()
    def _find(self) -> None:
        self._hits = find_schemas(self.search.text())
        self.hits.blockSignals(True)
        self.hits.clear()
        names = [hit.object_name for hit in self._hits]
        for hit in self._hits:
            count = len(hit.category)
            parts = [hit.object_name, counted(count, "{n:,} keypoint", "{n:,} keypoints")]
            if names.count(hit.object_name) > 1:  # several data sets mark the same object differently
                parts.append(hit.schema_id.replace("_", " "))
            item = QListWidgetItem("  ·  ".join(parts))
            item.setToolTip(f"{hit.object_name}: {', '.join(hit.category.keypoints)}")
            self.hits.addItem(item)
        self.hits.blockSignals(False)
        if self._hits and self.search.text().strip():
            self.hits.setCurrentRow(0)

    @Slot(int)
    def _on_hit(self, row: int) -> None:
        if 0 <= row < len(self._hits):
            self._schema = self._hits[row]
            self._fill(self._schema.category, keep_indices=False)
            self._check()

    @Slot(str)
    def _on_typing(self, text: str) -> None:
        # A paste of several lines reaches a line edit with its line breaks as U+2029 or spaces lost;
        # Qt keeps them as "\n" or "\u2028" depending on the source.
        if re.search(r"[\n\u2028\u2029]", text):
            self._add_typed()

    @Slot()
    def _add_typed(self) -> None:
        names = [name.strip() for name in re.split(r"[\n\u2028\u2029,;]+", self.new_keypoint.text())]
        self.new_keypoint.blockSignals(True)
        self.new_keypoint.clear()
        self.new_keypoint.blockSignals(False)
        for name in filter(None, names):
            self._add(name, None)
        self.keypoints.scrollToBottom()
        self._check()

    @Slot()
    def _move_up(self) -> None:
        self._move(-1)

    @Slot()
    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        row = self.keypoints.currentRow()
        if row < 0 or not 0 <= row + step < self.keypoints.count():
            return
        edges = self._edges_by_item()
        item = self.keypoints.takeItem(row)
        self.keypoints.insertItem(row + step, item)
        self.keypoints.setCurrentRow(row + step)
        self._restore_edges(edges)
        self._check()

    @Slot()
    def _remove_current(self) -> None:
        row = self.keypoints.currentRow()
        if row >= 0:
            edges = self._edges_by_item()
            item = self.keypoints.takeItem(row)
            self._restore_edges([(a, b) for a, b in edges if item not in (a, b)])
            self._check()

    def _items(self) -> list[QListWidgetItem]:
        return [self.keypoints.item(row) for row in range(self.keypoints.count())]

    def _edges_by_item(self) -> list[tuple[QListWidgetItem, QListWidgetItem]]:
        """The lines by what they join: they must follow keypoints that move."""
        items = self._items()
        try:
            return [(items[a], items[b]) for a, b in parse_edges(self.edges.text(), len(items))]
        except AnnotationError:
            return []

    def _restore_edges(self, edges: list[tuple[QListWidgetItem, QListWidgetItem]]) -> None:
        rows = {id(item): row for row, item in enumerate(self._items())}
        self.edges.setText(edges_text(tuple((rows[id(a)], rows[id(b)]) for a, b in edges)))

    # answering

    def category(self) -> Category:
        """The category as it stands. Raises `AnnotationError` saying what is wrong with it."""
        names = tuple(item.text().strip() for item in self._items())
        edges = parse_edges(self.edges.text(), len(names))
        supercategory = "" if self._stored is None else self._stored.category.supercategory
        if self._schema is not None:
            supercategory = self._schema.category.supercategory
        return Category(self.name.text().strip(), names, edges, self._pairs(names), supercategory)

    def _pairs(self, names: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
        # Ready-made pairs may be more than names tell; they hold while the names are as they were.
        known = self._schema.category if self._schema else self._stored.category if self._stored else None
        if known is not None and known.keypoints == names:
            return known.pairs
        return guess_pairs(names)

    @Slot()
    def _check(self) -> None:
        problem = ""
        try:
            category = self.category()
        except GkdtError as error:
            category = None
            is_fresh = not self.name.text().strip() and self.keypoints.count() == 0
            problem = "" if is_fresh else str(error)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.accept_button.setEnabled(category is not None)
        if category is None or not category.pairs:
            self.pairs.setText(tr("Left-right pairs: none (guessed from “left” and “right” in the names)."))
        else:
            texts = [f"{category.keypoints[a]} ↔ {category.keypoints[b]}" for a, b in category.pairs]
            shown = ", ".join(texts[:4]) + (
                tr(" and {count} more", count=len(texts) - 4) if len(texts) > 4 else ""
            )
            self.pairs.setText(tr("Left-right pairs: {shown}.", shown=shown))

    @Slot()
    def _accept(self) -> None:
        try:
            category = self.category()
        except GkdtError:
            return  # `_check` shows it, and the button is disabled
        mapping = tuple(item.data(OLD_INDEX) for item in self._items())
        texts = None
        if self._schema is not None and category.keypoints == self._schema.category.keypoints:
            texts = prompt_texts_for(self._schema.schema_id)
        category_id = None if self._stored is None else self._stored.id
        self.answered.emit(CategoryAnswer(category_id, category, mapping, texts))
        self.accept()
