"""The sheet of keys: all of them, searched by words or by key, and changed here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app import keymap, theme
from app.actions import ACTIONS, ActionId, Menu, plain_text, spec
from app.dialogs.base import Dialog
from app.i18n import tr, without_mnemonic
from app.object_names import Name
from app.panels.widgets import EmptyText, ProblemText, named, with_role
from app.settings import Settings

ROWS = tuple(row for row in ACTIONS if row.shortcuts or row.menu is not Menu.NONE)


def native(key: str) -> str:
    """A key as this platform writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def menu_text(menu: Menu) -> str:
    """The title of a menu without its mnemonic; where keys without a menu work."""
    return tr("Canvas") if menu is Menu.NONE else without_mnemonic(tr(menu.value))


class KeyField(QKeySequenceEdit):
    """Takes whatever key is pressed, Tab too; only Esc leads out of it without one."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.clear()
            self.left.emit()
            return
        super().keyPressEvent(event)


class KeysDialog(Dialog):
    """All actions and their keys, from the one table; a key given to another action is asked about first."""

    changed = Signal(dict)
    """What differs from the standard now, for the settings."""

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(parent, Name.KEYS_DIALOG, tr("Keys"), width=760)
        self._overrides = dict(settings.keys)
        self._chosen: ActionId | None = None
        self.search = named(QLineEdit(), Name.KEYS_SEARCH, tr("Search actions and keys"))
        self.search.setPlaceholderText(tr("Search an action or a key, for example “next” or “Ctrl+R”"))
        self.search.setClearButtonEnabled(True)
        self.table = named(QTableWidget(0, 3), Name.KEYS_TABLE, tr("Keys"))
        self.none = EmptyText(self.table, tr("No action or key has that in it."))
        self.what = with_role(QLabel(), "secondary")
        self.edit = named(KeyField(), Name.KEYS_EDIT, tr("New key"))
        self.edit.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab would be taken for the new key
        self.edit.setMaximumSequenceLength(1)
        self.edit.setClearButtonEnabled(True)
        self.use = named(QPushButton(tr("Use this key")), Name.KEYS_USE)
        self.standard = named(QPushButton(tr("Standard key")), Name.KEYS_STANDARD)
        self.all_standard = named(QPushButton(tr("All standard keys")), Name.KEYS_ALL_STANDARD)
        self.problem = with_role(ProblemText(Name.KEYS_PROBLEM, lines=2), "warning")
        for button in (self.use, self.standard, self.all_standard):
            button.setAutoDefault(False)
        self._place()
        close = self.add_foot(tr("Close"), Name.KEYS_CLOSE, cancel="")
        close.setDefault(False)  # Enter goes from the search to the list, and from there to the new key
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        self.search.textChanged.connect(self._filter)
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.table.itemDoubleClicked.connect(self._on_double_click)
        self.edit.keySequenceChanged.connect(self._check)
        self.edit.editingFinished.connect(self._on_pressed)
        self.edit.left.connect(self.table.setFocus)
        self.use.clicked.connect(self._on_use)
        self.standard.clicked.connect(self._on_standard)
        self.all_standard.clicked.connect(self._on_all_standard)
        self._fill()
        self._on_chosen()
        self.search.setFocus()

    def _place(self) -> None:
        table, header = self.table, self.table.horizontalHeader()
        table.setHorizontalHeaderLabels([tr("Menu"), tr("What it does"), tr("Keys")])
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        mode = QHeaderView.ResizeMode
        for column, how in enumerate((mode.ResizeToContents, mode.Stretch, mode.ResizeToContents)):
            header.setSectionResizeMode(column, how)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setMinimumHeight(360)
        row = QHBoxLayout()
        row.setSpacing(theme.PANEL_MARGIN)
        self.edit.setMinimumWidth(200)  # for what it says while it waits, in every language
        row.addWidget(self.edit)
        row.addWidget(self.use)
        row.addWidget(self.standard)
        row.addStretch()
        row.addWidget(self.all_standard)
        self.body.addWidget(self.search)
        self.body.addWidget(table, 1)
        self.body.addWidget(self.what)
        self.body.addLayout(row)
        self.body.addWidget(self.problem)

    # the table

    def _fill(self) -> None:
        self._keys, self._clashes = keymap.resolve(self._overrides)
        self.table.setRowCount(len(ROWS))
        for index, row in enumerate(ROWS):
            keys = ", ".join(map(native, self._keys[row.id]))
            is_changed = row.id.value in self._overrides
            for column, text in enumerate((menu_text(row.menu), plain_text(row), keys)):
                item = QTableWidgetItem(text)
                if column == 2 and is_changed:
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
                    item.setToolTip(tr("Changed; the standard is {keys}", keys=self._standard_keys(row.id)))
                self.table.setItem(index, column, item)
        self.all_standard.setEnabled(bool(self._overrides))
        self._filter()

    def _standard_keys(self, action_id: ActionId) -> str:
        return ", ".join(map(native, spec(action_id).shortcuts)) or tr("no key")

    @Slot()
    def _filter(self) -> None:
        wanted = self.search.text().casefold().replace(" ", "")
        shown = 0
        for index in range(self.table.rowCount()):
            items = (self.table.item(index, column) for column in range(3))
            text = "\n".join(item.text() for item in items if item is not None)
            hidden = wanted not in text.casefold().replace(" ", "")
            self.table.setRowHidden(index, hidden)
            shown += not hidden
        self.none.setVisible(not shown)

    # changing

    @Slot()
    def _on_chosen(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        self._chosen = ROWS[rows[0].row()].id if rows else None
        chosen = self._chosen
        for widget in (self.edit, self.use, self.standard):
            widget.setEnabled(chosen is not None)
        self.edit.clear()
        if chosen is None:
            self.what.setText(tr("Choose a row to give it another key."))
        else:
            self.what.setText(
                tr(
                    "New key for “{action}”: Enter or a double click on the row, then the key; Esc leaves.",
                    action=plain_text(spec(chosen)),
                )
            )
            self.standard.setToolTip(self._standard_keys(chosen))
            self.standard.setEnabled(chosen.value in self._overrides)
        self._check()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes from the search to what it found, and from a row to its new key, as a double click
        does."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.focusWidget() is self.search:
            shown = (row for row in range(self.table.rowCount()) if not self.table.isRowHidden(row))
            first = next(shown, None)
            if first is not None:
                self.table.setCurrentCell(first, 1)
                self.table.setFocus()
        elif is_enter and self.focusWidget() is self.table and self._chosen is not None:
            self.edit.setFocus()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_pressed(self) -> None:
        """A key was pressed for the chosen row: Enter shall be enough to take it."""
        if self.focusWidget() is self.edit and self._wanted() and self.use.isEnabled():
            self.use.setFocus()

    @Slot()
    def _on_double_click(self) -> None:
        self.edit.setFocus()

    def _wanted(self) -> str:
        return self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    @Slot()
    def _check(self) -> None:
        """Say whose key it is already, before it is taken from there."""
        wanted, chosen = self._wanted(), self._chosen
        owner = keymap.owner_of(wanted, self._keys) if wanted else None
        menu = keymap.menu_of(wanted)
        text, verb = "", tr("Use this key") if wanted else tr("Take the key away")
        if menu is not None:
            text = tr("{key} opens the menu “{menu}”.", key=native(wanted), menu=menu_text(menu))
        elif owner is not None and owner is not chosen:
            text = tr(
                "{key} is the key of “{action}”, which would lose it.",
                key=native(wanted),
                action=plain_text(spec(owner)),
            )
            verb = tr("Take it from there")
        elif not wanted and self._clashes:
            clash = self._clashes[0]
            text = tr(
                "{key} is claimed twice: it works for “{kept}”, not for “{lost}”.",
                key=native(clash.key),
                kept=plain_text(spec(clash.kept)),
                lost=plain_text(spec(clash.lost)),
            )
        self.problem.show_problem(text)
        self.use.setText(verb)
        self.use.setEnabled(
            chosen is not None
            and menu is None
            and (owner is not chosen if wanted else bool(self._keys[chosen]))
        )

    @Slot()
    def _on_use(self) -> None:
        if self._chosen is not None:
            self._set(keymap.with_key(self._overrides, self._chosen, self._wanted()))

    @Slot()
    def _on_standard(self) -> None:
        if self._chosen is not None:
            self._set(keymap.without(self._overrides, self._chosen))

    @Slot()
    def _on_all_standard(self) -> None:
        self._set({})

    def _set(self, overrides: dict[str, tuple[str, ...]]) -> None:
        self._overrides = overrides
        self._fill()
        self._on_chosen()
        self.changed.emit(overrides)
