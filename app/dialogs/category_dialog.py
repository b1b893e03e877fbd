"""Choosing or changing a category: ready-made ones by object name, typed names, or points on the image."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.canvas.colours import COLOURS, keypoint_colours
from app.controllers.session import FileChooser
from app.dialogs.base import Dialog
from app.dialogs.category_draft import CategoryDraft
from app.dialogs.category_parts import (
    ReadyMade,
    button_row,
    colour_name,
    numbered_ring,
    swatch,
    text_button,
)
from app.dialogs.skeleton_preview import Photograph, SkeletonPreview
from app.error_texts import text_of
from app.i18n import counted, tr, without_mnemonic
from app.object_names import Name
from app.panels.widgets import EmptyText, ProblemText, heading, icon_button, named, note
from app.project.records import StoredCategory
from gkdt_core.category_file import read_category, write_category
from gkdt_core.domain import Category
from gkdt_core.errors import AnnotationError, GkdtError
from gkdt_core.schemas import SchemaHit

UID = Qt.ItemDataRole.UserRole
PAIR = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class CategoryAnswer:
    """What the dialog says.

    Attributes:
        category_id: The category to change, or None for a new one.
        category: As it shall be.
        mapping: For each keypoint the old index that it continues, or None.
        texts: Prompt texts that come with a ready-made category or a file, or None for the names.
        points: Where a person clicked each keypoint on the current image, image coordinates, None for the
            others; empty where nothing was clicked.
    """

    category_id: int | None
    category: Category
    mapping: tuple[int | None, ...]
    texts: tuple[str, ...] | None = None
    points: tuple[tuple[float, float] | None, ...] = ()


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
                counted(
                    count,
                    'The line "{piece}" does not join two of the {n} keypoint.',
                    'The line "{piece}" does not join two of the {n} keypoints.',
                    piece=piece,
                ),
                hint=tr('Write two of their numbers with a dash, for example "1-2".'),
            )
        if (a, b) not in edges:
            edges.append((a, b))
    return tuple(edges)


class CategoryDialog(Dialog):
    """Ready-made categories (for a new one), the keypoints in order, and the skeleton to draw in.

    Every edit makes a new `CategoryDraft`, so Ctrl+Z in the dialog goes back through them.
    """

    answered = Signal(object)
    """`CategoryAnswer`; whoever cannot take it says `refuse` at once, else the dialog closes."""

    def __init__(
        self,
        parent: QWidget,
        stored: StoredCategory | None = None,
        *,
        in_use: int = 0,
        chooser: FileChooser | None = None,
        photograph: Photograph | None = None,
        example: NDArray[np.float64] | None = None,
    ) -> None:
        if stored is None:
            title = tr("New category")
        else:
            title = tr("Edit {category}", category=stored.category.name)
        super().__init__(parent, Name.CATEGORY_DIALOG, title, width=1080 if stored is None else 800)
        self._stored, self._in_use, self._chooser = stored, in_use, chooser
        self._has_photograph = photograph is not None and stored is None
        self._draft = self._taken = CategoryDraft()
        self._before: list[CategoryDraft] = []
        self._after: list[CategoryDraft] = []
        self._problem = ""
        self._is_refused = False
        self._known_texts: tuple[tuple[str, ...], tuple[str, ...] | None] = ((), None)
        self.ready_made = ReadyMade()
        self.search, self.hits = self.ready_made.search, self.ready_made.hits
        self.name = named(QLineEdit(), Name.CATEGORY_NAME, tr("Name of the object"))
        self.keypoints = named(QListWidget(), Name.CATEGORY_KEYPOINTS, tr("Keypoints in order"))
        self.new_keypoint = named(QLineEdit(), Name.CATEGORY_ADD_KEYPOINT, tr("Add a keypoint"))
        self.edges = named(QLineEdit(), Name.CATEGORY_EDGES, tr("Lines of the skeleton"))
        self.pairs = named(QListWidget(), Name.CATEGORY_PAIRS, tr("Left-right pairs"))
        self.preview = SkeletonPreview(photograph if self._has_photograph else None)
        self.preview.set_example(example)
        self.problem = ProblemText(Name.CATEGORY_PROBLEM)
        self._lay_out()
        self._connect()
        if stored is not None:
            self._put(CategoryDraft.of(stored.category, continued=True), remember=False)
        else:
            self._put(CategoryDraft(), remember=False)
            self.ready_made.search_now()

    # laying out

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(20)
        if self._stored is None:
            columns.addWidget(self.ready_made, 4)
        columns.addLayout(self._own(), 5)
        columns.addLayout(self._drawn(), 6)
        self.body.addLayout(columns, 1)
        self.body.addWidget(self.problem)
        text = tr("Use this category") if self._stored is None else tr("Change the category")
        self.accept_button = self.add_foot(text, Name.CATEGORY_ACCEPT)
        self.accept_button.setToolTip(text + " (Ctrl+Return)")
        # Enter in the field adds a keypoint; it must not close the dialog.
        self.accept_button.setDefault(False)
        self.accept_button.setAutoDefault(False)

    def _own(self) -> QVBoxLayout:
        self.name.setPlaceholderText(tr("What the object is called"))
        self.new_keypoint.setPlaceholderText(tr("Type a name and press Enter"))
        self.new_keypoint.setToolTip(tr("Several names can be pasted at once: one a line, or between commas"))
        self.edges.setPlaceholderText(tr("Lines between keypoints, for example 1-2, 2-3"))
        self.keypoints.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.keypoints.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.keypoints.setIconSize(QSize(44, 16))
        self.keypoints.setMinimumHeight(200)
        for names in (self.keypoints, self.pairs):
            names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            names.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names mostly differ at their ends
        EmptyText(self.keypoints, self._how_to_begin())
        EmptyText(self.pairs, tr("None yet: names with “left” and “right” become pairs."))
        self.up = icon_button("arrow-up", Name.CATEGORY_MOVE_UP, tr("Move the keypoint up (Alt+Up)"))
        self.down = icon_button(
            "arrow-down", Name.CATEGORY_MOVE_DOWN, tr("Move the keypoint down (Alt+Down)")
        )
        self.remove = icon_button(
            "trash-2", Name.CATEGORY_REMOVE_KEYPOINT, tr("Remove the keypoint (Delete)")
        )
        self.join = text_button(
            tr("&Line"), Name.CATEGORY_JOIN, tr("A line between the two selected keypoints, or its end")
        )
        self.pair = text_button(
            tr("&Pair"), Name.CATEGORY_PAIR, tr("The two selected keypoints are left and right of each other")
        )
        self.colour = text_button(tr("&Colour"), Name.CATEGORY_COLOUR, tr("Colour of the selected keypoints"))
        self.colour.setMenu(self._colour_menu())
        self.import_button = text_button(
            tr("&Import…"), Name.CATEGORY_IMPORT, tr("Take the category from a JSON file")
        )
        self.export_button = text_button(
            tr("E&xport…"), Name.CATEGORY_EXPORT, tr("Keep the category as a JSON file")
        )
        column = QVBoxLayout()
        column.setSpacing(theme.GRID)
        column.addWidget(heading(tr("Name")))
        column.addWidget(self.name)
        column.addSpacing(theme.GRID)
        column.addWidget(heading(tr("Keypoints (double-click to rename)")))
        column.addWidget(self.keypoints, 1)
        column.addLayout(button_row(self.new_keypoint, self.up, self.down, self.remove))
        column.addLayout(button_row(self.join, self.pair, self.colour))
        column.addSpacing(theme.GRID)
        column.addWidget(heading(tr("Skeleton")))
        column.addWidget(self.edges)
        column.addLayout(button_row(self.import_button, self.export_button))
        if self._in_use:
            column.addWidget(
                note(
                    counted(
                        self._in_use,
                        "{n:,} instance of this category will follow the change. "
                        "Points of a removed keypoint go; Ctrl+Z brings them back.",
                        "{n:,} instances of this category will follow the change. "
                        "Points of a removed keypoint go; Ctrl+Z brings them back.",
                    )
                )
            )
        return column

    def _how_to_begin(self) -> str:
        if self._stored is None:
            return tr("Choose a ready-made category on the left, or type the first keypoint's name below.")
        return tr("Type the first keypoint's name below.")

    def _drawn(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.GRID)
        self.on_sketch = text_button(tr("&Sketch"), Name.CATEGORY_ON_SKETCH, tr("Draw the lines on paper"))
        self.on_image = text_button(
            tr("On this &image"), Name.CATEGORY_ON_IMAGE, tr("Click the keypoints on the current image")
        )
        for button in (self.on_sketch, self.on_image):
            button.setCheckable(True)
            button.setAutoExclusive(True)
        self.on_sketch.setChecked(True)
        if self._has_photograph:
            column.addLayout(button_row(self.on_sketch, self.on_image))
        else:
            column.addWidget(heading(tr("Drag from point to point for a line")))
        column.addWidget(self.preview, 1)
        column.addSpacing(theme.GRID)
        head = button_row(heading(tr("Left-right pairs: untick what is none")))
        self.swap = icon_button(
            "arrow-left-right",
            Name.CATEGORY_SWAP_PAIR,
            tr("Exchange left and right of the pair (double-click)"),
        )
        head.addWidget(self.swap)
        column.addLayout(head)
        self.pairs.setFixedHeight(116)
        column.addWidget(self.pairs)
        return column

    def _colour_menu(self) -> QMenu:
        menu = QMenu(self)
        for code in ("", *COLOURS):
            action = QAction(swatch(code), colour_name(code), menu)
            action.setData(code)
            menu.addAction(action)
        menu.triggered.connect(self._on_colour)
        return menu

    def _connect(self) -> None:
        self.ready_made.chosen.connect(self._on_hit)
        self.ready_made.accepted.connect(self._accept)
        self.name.textChanged.connect(self._on_name)
        self.edges.textChanged.connect(self._on_edges)
        self.new_keypoint.returnPressed.connect(self._add_typed)
        self.new_keypoint.textChanged.connect(self._on_typing)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.remove.clicked.connect(self._remove_selected)
        self.join.clicked.connect(self._join_selected)
        self.pair.clicked.connect(self._pair_selected)
        self.import_button.clicked.connect(self._import)
        self.export_button.clicked.connect(self._export)
        self.on_image.toggled.connect(self._on_mode)
        self.swap.clicked.connect(self._swap_pair)
        self.keypoints.itemChanged.connect(self._on_renamed)
        self.keypoints.itemSelectionChanged.connect(self._on_selection)
        self.keypoints.model().rowsMoved.connect(self._on_dragged)
        self.pairs.itemChanged.connect(self._on_ticked)
        self.pairs.itemDoubleClicked.connect(self._swap_pair)
        self.preview.link_drawn.connect(self._on_link)
        self.preview.point_chosen.connect(self.keypoints.setCurrentRow)
        self.preview.place_clicked.connect(self._on_place)
        self.preview.point_moved.connect(self._on_moved)
        self.accept_button.clicked.connect(self._accept)
        self._key("Ctrl+Return", self._accept)
        self._key("Ctrl+Z", self.undo)
        self._key("Ctrl+Shift+Z", self.redo)
        self._key("Ctrl+Y", self.redo)
        for key, slot in (
            ("Delete", self._remove_selected),
            ("Alt+Up", self._move_up),
            ("Alt+Down", self._move_down),
        ):
            self._key(key, slot, self.keypoints)

    def _key(self, key: str, slot: Callable[[], object], widget: QWidget | None = None) -> None:
        shortcut = QShortcut(QKeySequence(key), widget or self)
        if widget is not None:
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(slot)

    # the draft

    @property
    def draft(self) -> CategoryDraft:
        """The category as it stands."""
        return self._draft

    def _put(
        self, draft: CategoryDraft, *, remember: bool = True, select: tuple[int, ...] | None = None
    ) -> None:
        """Take a draft and show it; `select` are the uids to select, those of now without."""
        if remember and draft != self._draft:
            self._before.append(self._draft)
            self._after.clear()
        uids = self._selected_uids() if select is None else select
        self._draft = draft
        self._problem = ""
        with QSignalBlocker(self.name):
            if self.name.text() != draft.name:
                self.name.setText(draft.name)
        with QSignalBlocker(self.edges):
            self.edges.setText(edges_text(draft.links_by_row(draft.edges)))
        self._show_points(uids)
        self._show_pairs()
        self._check()

    @Slot()
    def undo(self) -> None:
        """Back to the draft before the last edit in this dialog."""
        if self._before:
            self._after.append(self._draft)
            self._put(self._before.pop(), remember=False)

    @Slot()
    def redo(self) -> None:
        """Forward again."""
        if self._after:
            self._before.append(self._draft)
            self._put(self._after.pop(), remember=False)

    def _show_points(self, selected: tuple[int, ...]) -> None:
        shown = self._draft.shown()
        colours = () if shown is None else keypoint_colours(shown)
        with QSignalBlocker(self.keypoints):
            listed = tuple(self._uid(row) for row in range(self.keypoints.count()))
            same = listed == self._draft.uids
            if listed != self._draft.uids[: len(listed)]:
                self.keypoints.clear()
                listed = ()
            for point in self._draft.points[len(listed) :]:
                item = QListWidgetItem()
                item.setFlags((item.flags() | Qt.ItemFlag.ItemIsEditable) & ~Qt.ItemFlag.ItemIsDropEnabled)
                item.setData(UID, point.uid)
                self.keypoints.addItem(item)
            for row, (point, colour) in enumerate(zip(self._draft.points, colours, strict=True)):
                item = self.keypoints.item(row)
                if item.text() != point.name:
                    item.setText(point.name)
                item.setIcon(numbered_ring(row + 1, colour, self.devicePixelRatioF()))
                if not same:
                    item.setSelected(point.uid in selected)
            rows = [row for row, uid in enumerate(self._draft.uids) if uid in selected]
            if rows and not same:
                selection = self.keypoints.selectionModel()
                selection.setCurrentIndex(
                    self.keypoints.model().index(rows[-1], 0), selection.SelectionFlag.NoUpdate
                )
        self._on_selection()

    def _show_pairs(self) -> None:
        draft = self._draft
        names = {point.uid: point.name for point in draft.points}
        declined = [tuple(sorted(pair)) for pair in draft.declined if pair <= set(names)]
        rows = {uid: row for row, uid in enumerate(draft.uids)}
        listed = [(pair, True) for pair in draft.all_pairs] + [(pair, False) for pair in sorted(declined)]
        listed.sort(key=lambda item: min(rows[uid] for uid in item[0]))
        current = self.pairs.currentRow()
        with QSignalBlocker(self.pairs):
            self.pairs.clear()
            for (left, right), is_pair in listed:
                item = QListWidgetItem(f"{names[left]} ↔ {names[right]}")
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if is_pair else Qt.CheckState.Unchecked)
                item.setData(PAIR, (left, right))
                self.pairs.addItem(item)
            self.pairs.setCurrentRow(min(current, self.pairs.count() - 1))
        self.swap.setEnabled(bool(listed))

    def _uid(self, row: int) -> int:
        return int(self.keypoints.item(row).data(UID))

    def _selected_rows(self) -> tuple[int, ...]:
        return tuple(sorted(self.keypoints.row(item) for item in self.keypoints.selectedItems()))

    def _selected_uids(self) -> tuple[int, ...]:
        return tuple(self._uid(row) for row in self._selected_rows())

    # the keypoints

    @Slot(object)
    def _on_hit(self, hit: SchemaHit | None) -> None:
        if hit is not None:
            self._taken = CategoryDraft.of(hit.category, continued=False)
            self._put(self._taken, select=())
        elif self._draft == self._taken:  # a hit for half of a word must not stay under the whole one
            self._put(CategoryDraft(), select=())

    @Slot(str)
    def _on_name(self, text: str) -> None:
        self._draft = self._draft.renamed(text)
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
        with QSignalBlocker(self.new_keypoint):
            self.new_keypoint.clear()
        draft = self._draft
        for name in filter(None, names):
            draft = draft.added(name)
        self._put(draft, select=draft.uids[-1:])
        self.keypoints.scrollToBottom()

    @Slot(QListWidgetItem)
    def _on_renamed(self, item: QListWidgetItem) -> None:
        row = self.keypoints.row(item)
        self._put(self._draft.changed(row, name=item.text()))

    @Slot()
    def _on_dragged(self) -> None:
        # the view tells it before it has put the dragged rows where they belong
        QTimer.singleShot(0, self, self._take_order)

    @Slot()
    def _take_order(self) -> None:
        self._put(self._draft.ordered([self._uid(row) for row in range(self.keypoints.count())]))

    @Slot()
    def _move_up(self) -> None:
        self._put(self._draft.moved(self._selected_rows(), -1))

    @Slot()
    def _move_down(self) -> None:
        self._put(self._draft.moved(self._selected_rows(), 1))

    @Slot()
    def _remove_selected(self) -> None:
        rows = self._selected_rows()
        if not rows:
            return
        draft = self._draft.removed(rows)
        following = draft.uids[min(rows[0], len(draft.points) - 1) :][:1] if draft.points else ()
        self._put(draft, select=following)

    @Slot()
    def _on_selection(self) -> None:
        rows = self._selected_rows()
        self.preview.show_draft(self._draft, rows[-1] if rows else -1)
        self.join.setEnabled(len(rows) == 2)
        self.pair.setEnabled(len(rows) == 2)
        for button in (self.colour, self.up, self.down, self.remove):
            button.setEnabled(bool(rows))
        self._show_hint()

    @Slot(QAction)
    def _on_colour(self, action: QAction) -> None:
        draft = self._draft
        for row in self._selected_rows():
            draft = draft.changed(row, colour=str(action.data()))
        self._put(draft)

    # lines and pairs

    @Slot(str)
    def _on_edges(self, text: str) -> None:
        try:
            draft = self._draft.with_edges(parse_edges(text, len(self._draft.points)))
        except AnnotationError as error:
            self._problem = text_of(error)
        else:
            self._before.append(self._draft)
            self._after.clear()
            self._draft, self._problem = draft, ""
            self._on_selection()
        self._check()

    @Slot(int, int)
    def _on_link(self, a: int, b: int) -> None:
        uids = self._draft.uids
        self._put(self._draft.with_edge_toggled(uids[a], uids[b]))

    @Slot()
    def _join_selected(self) -> None:
        uids = self._selected_uids()
        if len(uids) == 2:
            self._put(self._draft.with_edge_toggled(*uids))

    @Slot()
    def _pair_selected(self) -> None:
        uids = self._selected_uids()
        if len(uids) == 2:
            self._put(self._draft.with_pair(*uids))

    @Slot(QListWidgetItem)
    def _on_ticked(self, item: QListWidgetItem) -> None:
        left, right = item.data(PAIR)
        is_pair = item.checkState() == Qt.CheckState.Checked
        self._put(self._draft.with_pair(left, right) if is_pair else self._draft.without_pair(left, right))

    @Slot()
    def _swap_pair(self) -> None:
        item = self.pairs.currentItem()
        if item is not None and item.data(PAIR) is not None:
            left, right = item.data(PAIR)
            self._put(self._draft.with_pair(right, left))

    # the photograph

    @Slot(bool)
    def _on_mode(self, on_image: bool) -> None:
        self.preview.set_on_photograph(on_image)
        self._show_hint()

    def _to_place(self) -> int | None:
        """The row that a click on the photograph places: the selected or the first one not placed yet."""
        points, rows = self._draft.points, self._selected_rows()
        if rows and points[rows[-1]].xy is None:
            return rows[-1]
        return next((row for row, point in enumerate(points) if point.xy is None), None)

    def _show_hint(self) -> None:
        if not self.on_image.isChecked():
            self.preview.set_hint("")
            return
        row = self._to_place()
        self.preview.set_hint(
            tr("Click: {keypoint}", keypoint=self._draft.points[row].name)
            if row is not None
            else tr("Click a new keypoint. Shift+drag moves one, a drag joins two")
        )

    @Slot(float, float)
    def _on_place(self, x: float, y: float) -> None:
        row = self._to_place()
        if row is not None:
            draft = self._draft.changed(row, xy=(x, y))
            following = next((point.uid for point in draft.points[row:] if point.xy is None), draft.uids[row])
            self._put(draft, select=(following,))
            self.keypoints.setCurrentRow(draft.uids.index(following))
            return
        draft = self._draft.added(self._draft.free_name(tr("point")), (x, y))
        self._put(draft, select=draft.uids[-1:])
        item = self.keypoints.item(len(draft.points) - 1)
        self.keypoints.scrollToItem(item)
        self.keypoints.setFocus()
        self.keypoints.editItem(item)  # its name, at once

    @Slot(int, float, float)
    def _on_moved(self, row: int, x: float, y: float) -> None:
        self._put(self._draft.changed(row, xy=(x, y)))

    # files

    @Slot()
    def _import(self) -> None:
        if self._chooser is not None:
            self._chooser.file(tr("Import a category"), tr("Category (*.json)"), self.take_file)

    @Slot()
    def _export(self) -> None:
        if self._chooser is None:
            return
        proposal = Path(re.sub(r'[\\/:*?"<>|\s]+', "-", self._draft.name.strip()) or "category")
        self._chooser.save(
            tr("Export the category"), tr("Category (*.json)"), proposal.with_suffix(".json"), self.give_file
        )

    def take_file(self, path: Path) -> None:
        """Take the category of a JSON file; keypoints of the same name continue those of the old category."""
        try:
            category, texts = read_category(path)
        except GkdtError as error:
            self._say(text_of(error))
            return
        draft = CategoryDraft.of(category, continued=False)
        if self._stored is not None:
            old = {name: index for index, name in enumerate(self._stored.category.keypoints)}
            draft = replace(
                draft, points=tuple(replace(point, source=old.get(point.name)) for point in draft.points)
            )
        self._known_texts = (category.keypoints, texts)
        self._put(draft, select=())

    def give_file(self, path: Path) -> None:
        """Write the category to a JSON file."""
        try:
            category = self._draft.category()
            write_category(path, category, self._texts(category) or ())
        except GkdtError as error:
            self._say(text_of(error))

    # answering

    def category(self) -> Category:
        """The category as it stands. Raises `AnnotationError` saying what is wrong with it."""
        if self._problem:
            raise AnnotationError(self._problem)
        return self._draft.category()

    def _texts(self, category: Category) -> tuple[str, ...] | None:
        """The prompt texts that are known for just these keypoints."""
        names, texts = self._known_texts
        if names == category.keypoints and texts is not None:
            return texts
        if self._stored is not None and self._stored.category.keypoints == category.keypoints:
            return self._stored.texts
        return None

    def _say(self, problem: str) -> None:
        self.problem.show_problem(problem)

    @Slot()
    def _check(self) -> None:
        try:
            category, problem = self.category(), ""
        except GkdtError as error:
            category, problem = None, text_of(error)
        self.accept_button.setToolTip(
            problem or without_mnemonic(self.accept_button.text()) + " (Ctrl+Return)"
        )
        # what is only unfinished is no mistake: it is told when somebody asks for the category
        is_unfinished = not self._problem and not (self._draft.name.strip() and self._draft.points)
        self._say("" if is_unfinished else problem)
        self.accept_button.setEnabled(category is not None)
        self.export_button.setEnabled(category is not None)

    @Slot()
    def _accept(self) -> None:
        try:
            category = self.category()
        except GkdtError as error:
            self._say(text_of(error))
            return
        points = tuple(point.xy for point in self._draft.points)
        if not any(xy is not None for xy in points):
            points = ()
        names, texts = self._known_texts
        if names != category.keypoints:
            texts = None
        category_id = None if self._stored is None else self._stored.id
        self._is_refused = False
        self.answered.emit(CategoryAnswer(category_id, category, self._draft.mapping, texts, points))
        if not self._is_refused:
            self.accept()

    def refuse(self, reason: str) -> None:
        """The answer could not be written, for `reason`: stay open with all that was typed and say it."""
        self._is_refused = True
        self._say(
            tr(
                "{reason} What you typed stays here: press “{button}” again then, or keep it in a file "
                "(“{export}”).",
                reason=reason,
                button=without_mnemonic(self.accept_button.text()),
                export=without_mnemonic(self.export_button.text()),
            )
        )
