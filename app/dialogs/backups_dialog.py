"""The backups of a project: when, what is in them; opening one beside the project, or going back to one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app import theme
from app.dialogs.base import Dialog
from app.dialogs.small import ConfirmDialog
from app.i18n import counted, tr, whole
from app.object_names import Name
from app.panels.widgets import ElidedCombo, EmptyText, heading, named, note, with_role
from app.project.backups import INTERVAL_S, Backup
from app.project.files import backup_folder

ROWS_SHOWN = 9
_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BackupsDialog(Dialog):
    """Lists backups and asks for what to do with one; does nothing itself."""

    project_chosen = Signal(Path)
    """The backups of this project are to be listed."""
    opened = Signal(Path, object)
    """Project and `Backup`: it shall become a project of its own."""
    went_back = Signal(Path, object)
    """Project and `Backup`: it shall take the project's place."""
    wanted = Signal(Path)
    """A backup of this project shall be made now."""

    def __init__(self, parent: QWidget, projects: Sequence[Path], *, is_open: bool) -> None:
        """Args: projects: To choose from, the first one shown; is_open: Whether that is the open one."""
        super().__init__(parent, Name.BACKUPS_DIALOG, tr("Backups"), width=680)
        self._backups: list[Backup] = []
        self._open_one = projects[0] if is_open else None
        self.project = named(ElidedCombo(), Name.BACKUPS_PROJECT, tr("Project"))
        for path in projects:
            self.project.addItem(str(path), path)
            self.project.setItemData(self.project.count() - 1, str(path), Qt.ItemDataRole.ToolTipRole)
        self.table = named(QTableWidget(0, 5), Name.BACKUPS_TABLE, tr("Backups"))
        self.table.setHorizontalHeaderLabels(
            [tr("Made"), tr("Images"), tr("Labelled"), tr("Reviewed images"), tr("Size")]
        )
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, 5):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
            head = self.table.horizontalHeaderItem(column)
            if head is not None:
                head.setTextAlignment(_NUMBERS)
        self.table.setMinimumHeight((ROWS_SHOWN + 1) * theme.ROW_HEIGHT + theme.PANEL_MARGIN)
        self.empty = EmptyText(self.table, tr("Reading the backups…"))
        self.status = named(note(), Name.BACKUPS_STATUS)
        self.make = named(QPushButton(tr("Make one now")), Name.BACKUPS_MAKE)
        self.show_folder = named(QPushButton(tr("Show the folder")), Name.BACKUPS_FOLDER)
        self.go_back = with_role(named(QPushButton(tr("Go back to it…")), Name.BACKUPS_GO_BACK), "danger")
        self.body.addWidget(heading(tr("Project")))
        self.body.addWidget(self.project)
        self.body.addSpacing(theme.GRID)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.status)
        row = QHBoxLayout()
        row.setSpacing(theme.PANEL_MARGIN)
        for button in (self.make, self.show_folder):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.go_back)
        for button in (self.make, self.show_folder, self.go_back):
            button.setAutoDefault(False)
        self.body.addLayout(row)
        minutes = round(INTERVAL_S / 60)
        self.body.addWidget(
            note(
                tr(
                    "A backup is made when a project is opened, if it has changed, and every {minutes} "
                    "minutes while you edit. The newest six stay, and the last one of each of fourteen days; "
                    "and of those made before much was deleted at once, the newest ten.",
                    minutes=minutes,
                )
            )
        )
        self.main = self.add_foot(tr("Open as a new project…"), Name.BACKUPS_OPEN, cancel=tr("Close"))
        self.project.currentIndexChanged.connect(self._on_project)
        self.table.itemSelectionChanged.connect(self._sync)
        self.make.clicked.connect(self._on_make)
        self.show_folder.clicked.connect(self._on_show_folder)
        self.go_back.clicked.connect(self._on_go_back)
        self.main.clicked.connect(self._on_open)
        self._tell("")
        self._sync()

    def chosen_project(self) -> Path:
        """The project whose backups are shown."""
        return Path(self.project.currentData())

    def chosen(self) -> Backup | None:
        """The selected backup."""
        rows = self.table.selectionModel().selectedRows()
        return self._backups[rows[0].row()] if rows and rows[0].row() < len(self._backups) else None

    def show_backups(self, project: Path, backups: list[Backup]) -> None:
        """Fill the table, unless another project has been chosen since."""
        if project != self.chosen_project():
            return
        self._backups = backups
        self.table.setRowCount(len(backups))
        locale = QLocale()
        for row, backup in enumerate(backups):
            numbers = (
                ["–"] * 3
                if backup.images is None
                else [whole(count or 0) for count in (backup.images, backup.labelled, backup.reviewed)]
            )
            made = f"{backup.made:%Y-%m-%d  %H:%M}"
            if backup.is_before_deletion:
                made += "  " + tr("(before a deletion)")
            if backup.problem:
                made += "  " + tr("(damaged)")
            for column, text in enumerate((made, *numbers, locale.formattedDataSize(backup.size, 1))):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(_NUMBERS)
                    item.setFont(theme.tabular(item.font()))
                item.setToolTip(backup.problem or str(backup.path))
                self.table.setItem(row, column, item)
        if backups:
            self.table.selectRow(next((i for i, backup in enumerate(backups) if not backup.problem), 0))
            total = locale.formattedDataSize(sum(backup.size for backup in backups), 1)
            self._tell(counted(len(backups), "{n} backup, {total}.", "{n} backups, {total}.", total=total))
        else:
            self._tell("")
            self.empty.setText(
                tr("There is no backup of this project yet. One is made after the first change, or now.")
            )
        self._sync()

    def _tell(self, text: str) -> None:
        self.status.setText(text)
        self.status.setVisible(bool(text))

    @Slot()
    def _sync(self) -> None:
        backup = self.chosen()
        is_sound = backup is not None and not backup.problem
        self.main.setEnabled(is_sound)
        self.go_back.setEnabled(is_sound)
        self.make.setEnabled(self.chosen_project() == self._open_one)
        self.show_folder.setEnabled(bool(self._backups))

    @Slot()
    def _on_project(self) -> None:
        self._backups = []
        self.table.setRowCount(0)
        self.empty.setText(tr("Reading the backups…"))
        self._tell("")
        self._sync()
        self.project_chosen.emit(self.chosen_project())

    @Slot()
    def _on_make(self) -> None:
        self.make.setEnabled(False)
        self._tell(tr("Making a backup…"))
        self.wanted.emit(self.chosen_project())

    @Slot()
    def _on_show_folder(self) -> None:
        folder = backup_folder(self.chosen_project())
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._tell(tr("The backups are in {folder}.", folder=folder))

    @Slot()
    def _on_open(self) -> None:
        backup = self.chosen()
        if backup is not None:
            project = self.chosen_project()
            self.accept()
            self.opened.emit(project, backup)

    @Slot()
    def _on_go_back(self) -> None:
        backup = self.chosen()
        if backup is None:
            return
        dialog = ConfirmDialog(
            self,
            tr("Go back to a backup"),
            tr(
                "The project becomes what it was on {time}. What it is now is not lost: it is kept beside "
                "it, as a project under another name. What was done before cannot be undone afterwards.",
                time=f"{backup.made:%Y-%m-%d %H:%M}",
            ),
            tr("Go back"),
        )
        dialog.confirmed.connect(self._on_confirmed)
        dialog.open()

    @Slot()
    def _on_confirmed(self) -> None:
        backup = self.chosen()
        if backup is not None:
            project = self.chosen_project()
            self.accept()
            self.went_back.emit(project, backup)
