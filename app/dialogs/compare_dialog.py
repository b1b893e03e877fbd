"""Two annotation files side by side: how far they agree, and where they do not."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.controllers.session import Session
from app.dialogs.base import Dialog
from app.dialogs.compare_tables import AgreementModel, PairModel
from app.error_texts import text_of
from app.i18n import counted, mark, tr
from app.jobs import Task
from app.object_names import Name
from app.panels.pose_overlay import FIRST, SECOND, PoseOverlay
from app.panels.widgets import ElidedLabel, EmptyText, heading, named, note, primary, with_role
from app.project.comparing import Compared, compare_files, points_csv, table_csv, write_text
from gkdt_core.errors import GkdtError
from gkdt_core.media.images import image_size, read_image, thumbnail

WIDTH, HEIGHT = 1200, 700
FIGURE_WIDTH = 64
"""Of a column of the table of agreement."""
PATTERN = mark("GKDT projects and COCO files (*.gkdt *.json)")
_MOST_PIXELS = 40_000_000
"""A larger picture is shown smaller."""
_LARGE_SIDE = 4096


class _ReadPicture:
    """A job: the picture of a file as (image, its pixels for one of the file's)."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, task: Task) -> tuple[QImage, float]:
        height, width = image_size(self._path)
        is_large = height * width > _MOST_PIXELS
        rgb = np.ascontiguousarray(thumbnail(self._path, _LARGE_SIDE) if is_large else read_image(self._path))
        rows, columns = rgb.shape[:2]
        image = QImage(rgb.tobytes(), columns, rows, 3 * columns, QImage.Format.Format_RGB888)
        return image.copy(), columns / width  # the bytes end with this function


class CompareDialog(Dialog):
    """Not modal: one may correct the project while looking at where the other differs."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent, Name.COMPARE_DIALOG, tr("Compare annotations"), width=900)
        self.setModal(False)
        self._session = session
        self._paths: list[Path | None] = [session.store.path, None]
        self._task: Task | None = None
        self._reading: Task | None = None
        self.compared: Compared | None = None
        self._labels = [ElidedLabel(mode=Qt.TextElideMode.ElideMiddle) for _ in range(2)]
        self._choose = [
            named(QPushButton(tr("Choose…")), name)
            for name in (Name.COMPARE_CHOOSE_FIRST, Name.COMPARE_CHOOSE_SECOND)
        ]
        self.start = primary(tr("Compare"), Name.COMPARE_START)
        self.status = named(QLabel(), Name.COMPARE_STATUS)
        self.status.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.bar.hide()
        self.agreement = self._table(Name.COMPARE_TABLE, tr("Agreement for every keypoint"))
        self.pairs = self._table(Name.COMPARE_PAIRS, tr("Objects, those that differ most first"))
        self._agreement, self._pairs = AgreementModel(self), PairModel(self)
        self.agreement.setModel(self._agreement)
        self.pairs.setModel(self._pairs)
        self.pairs.setTextElideMode(Qt.TextElideMode.ElideLeft)  # folders say less than file names
        for table in (self.agreement, self.pairs):
            header = table.horizontalHeader()
            header.setMinimumSectionSize(FIGURE_WIDTH)
            is_fixed = table is self.agreement
            modes = QHeaderView.ResizeMode
            header.setSectionResizeMode(modes.Fixed if is_fixed else modes.ResizeToContents)
            header.setDefaultSectionSize(FIGURE_WIDTH)
            header.setSectionResizeMode(0, modes.Stretch)
        EmptyText(
            self.agreement, tr("How far both agree is here, keypoint by keypoint, once they are compared.")
        )
        EmptyText(self.pairs, tr("The objects that differ most are here, once they are compared."))
        self.agreement.horizontalHeader().resizeSection(AgreementModel.VISIBILITY, FIGURE_WIDTH + 16)
        self.overlay = named(PoseOverlay(), Name.COMPARE_OVERLAY)
        self._shown = [QCheckBox(), QCheckBox()]
        self.save_table = named(QPushButton(tr("Save the table…")), Name.COMPARE_SAVE_TABLE)
        self.save_points = named(QPushButton(tr("Save all points…")), Name.COMPARE_SAVE_POINTS)
        self._place()
        self._connect()
        self._show_paths()
        self._show_compared(None)
        self.resize(WIDTH, HEIGHT)

    @staticmethod
    def _table(name: Name, accessible: str) -> QTableView:
        table = named(QTableView(), name, accessible)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        return table

    def _place(self) -> None:
        files = QGridLayout()
        files.setHorizontalSpacing(theme.GROUP_SPACING)
        files.setVerticalSpacing(theme.GRID)
        files.setColumnStretch(1, 1)
        for row, text in enumerate((tr("First"), tr("Second"))):
            files.addWidget(with_role(QLabel(text), "secondary"), row, 0)
            files.addWidget(self._labels[row], row, 1)
            files.addWidget(self._choose[row], row, 3)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.PANEL_MARGIN, 0)
        column.setSpacing(theme.PANEL_MARGIN)
        column.addWidget(heading(tr("Agreement")))
        column.addWidget(self.agreement, 2)
        column.addSpacing(theme.GRID)
        column.addWidget(heading(tr("Objects, those that differ most first")))
        column.addWidget(self.pairs, 3)
        right = QWidget()
        view = QVBoxLayout(right)
        view.setContentsMargins(theme.PANEL_MARGIN, 0, 0, 0)
        view.setSpacing(theme.GRID)
        view.addWidget(self.overlay, 1)
        key = QHBoxLayout()
        key.setSpacing(theme.GROUP_SPACING)
        for box, colour in zip(self._shown, (FIRST, SECOND), strict=True):
            box.setChecked(True)
            swatch = QLabel()
            swatch.setFixedSize(12, 12)
            radius = 6 if colour == FIRST else 0
            swatch.setStyleSheet(f"border: 2px solid {colour}; border-radius: {radius}px;")
            key.addWidget(swatch)
            key.addWidget(box)
        key.addStretch()
        view.addLayout(key)
        view.addWidget(
            note(tr("The wheel zooms, dragging moves the picture, a double click shows the object."))
        )
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([WIDTH * 64 // 100, WIDTH * 36 // 100])
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.PANEL_MARGIN)
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.close)
        buttons.addWidget(self.save_table)
        buttons.addWidget(self.save_points)
        buttons.addStretch()
        buttons.addWidget(close)
        buttons.addWidget(self.start)
        for button in (*self._choose, self.start, self.save_table, self.save_points, close):
            button.setAutoDefault(False)
        self.body.addLayout(files)
        self.body.addWidget(self.status)
        self.body.addWidget(self.bar)
        self.body.addSpacing(theme.GRID)
        self.body.addWidget(splitter, 1)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        self._choose[0].clicked.connect(self._on_choose_first)
        self._choose[1].clicked.connect(self._on_choose_second)
        self.start.clicked.connect(self._on_start)
        self.agreement.selectionModel().currentRowChanged.connect(self._on_keypoint)
        self.pairs.selectionModel().currentRowChanged.connect(self._on_pair)
        self._shown[0].toggled.connect(self.overlay.set_first_shown)
        self._shown[1].toggled.connect(self.overlay.set_second_shown)
        self.save_table.clicked.connect(self._on_save_table)
        self.save_points.clicked.connect(self._on_save_points)
        self.finished.connect(self._on_finished)

    # files

    @Slot()
    def _on_choose_first(self) -> None:
        self._session.chooser.file(tr("Choose the first file"), tr(PATTERN), partial(self.choose, 0))

    @Slot()
    def _on_choose_second(self) -> None:
        self._session.chooser.file(tr("Choose the second file"), tr(PATTERN), partial(self.choose, 1))

    def choose(self, side: int, path: Path) -> None:
        """Take a file for the first (0) or second (1) side."""
        self._paths[side] = path
        self._show_paths()

    def _show_paths(self) -> None:
        for label, path in zip(self._labels, self._paths, strict=True):
            label.set_full_text(tr("No file chosen") if path is None else str(path))
        is_ready = all(path is not None for path in self._paths)
        self.start.setEnabled(is_ready and self._task is None)
        self.start.setToolTip("" if is_ready else tr("Choose two projects or COCO files first."))

    # comparing

    @Slot()
    def _on_start(self) -> None:
        first, second = self._paths
        if first is None or second is None or self._task is not None:
            return
        self._show_compared(None)
        with_role(self.status, "")
        self.status.setText(tr("Comparing…"))
        self.bar.setValue(0)
        self.bar.show()
        title = tr("Comparing {first} and {second}", first=first.name, second=second.name)
        self._task = self._session.jobs.start(
            lambda task: compare_files(first, second, task.checkpoint), title
        )
        self._task.progressed.connect(self._on_progress)
        self._task.succeeded.connect(self._show_compared)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_ended)
        self._show_paths()

    @Slot(float)
    def _on_progress(self, fraction: float) -> None:
        self.bar.setValue(round(fraction * 1000))

    @Slot(GkdtError)
    def _on_failed(self, error: GkdtError) -> None:
        with_role(self.status, "error")
        self.status.setText(text_of(error))

    @Slot()
    def _on_ended(self) -> None:
        if self._task is not None and self._task.is_cancelled:
            self.status.setText(tr("Cancelled."))
        self._task = None
        self.bar.hide()
        self._show_paths()

    @Slot()
    def _on_finished(self) -> None:
        for task in (self._task, self._reading):
            if task is not None:
                task.cancel()

    @Slot(object)
    def _show_compared(self, compared: Compared | None) -> None:
        self.compared = compared
        self._agreement.show_rows(() if compared is None else compared.table)
        self._pairs.show_compared(compared)
        self.overlay.clear()
        for button in (self.save_table, self.save_points):
            button.setEnabled(compared is not None)
        for box, path, text in zip(self._shown, self._paths, (tr("First"), tr("Second")), strict=True):
            box.setText(text if path is None else path.name)
        with_role(self.status, "")
        if compared is None:
            self.status.setText(
                tr("Choose two projects or COCO files with annotations of the same pictures, then compare.")
            )
            return
        self.status.setText(summary(compared))
        if self._pairs.rowCount():
            self.pairs.selectRow(0)

    # looking

    @Slot(QModelIndex)
    def _on_keypoint(self, current: QModelIndex) -> None:
        if not current.isValid():
            return
        row = self._agreement.row(current.row())
        self._pairs.look_for(row.category, row.keypoint)
        if self._pairs.rowCount():
            self.pairs.selectRow(0)

    @Slot(QModelIndex)
    def _on_pair(self, current: QModelIndex) -> None:
        if not current.isValid() or self.compared is None:
            return
        pair = self._pairs.pair(current.row())
        self.overlay.set_keypoint(self._pairs.keypoint_of(pair)[0])
        images = self.compared.comparison.images[pair.image]
        path = next((image.path for image in images if image.path is not None and image.path.is_file()), None)
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        if path is None:
            self.overlay.show_pair(
                pair, None, text=tr("The picture {name} is not there.", name=images[0].name)
            )
            return
        self.overlay.show_pair(pair, None)
        self._reading = self._session.decoding.start(_ReadPicture(path))
        self._reading.succeeded.connect(self._on_picture)
        self._reading.failed.connect(self._on_no_picture)

    @Slot(object)
    def _on_picture(self, picture: tuple[QImage, float]) -> None:
        if self.sender() is self._reading and self.overlay.pair is not None:
            self.overlay.show_pair(self.overlay.pair, *picture)

    @Slot(GkdtError)
    def _on_no_picture(self, error: GkdtError) -> None:
        if self.sender() is self._reading and self.overlay.pair is not None:
            self.overlay.show_pair(self.overlay.pair, None, text=text_of(error))

    # saving

    @Slot()
    def _on_save_table(self) -> None:
        if self.compared is not None:
            self._save(tr("Save the table"), "agreement.csv", table_csv(self.compared))

    @Slot()
    def _on_save_points(self) -> None:
        if self.compared is not None:
            self._save(tr("Save all points"), "agreement points.csv", points_csv(self.compared))

    def _save(self, title: str, name: str, text: str) -> None:
        if self.compared is not None:
            proposal = self.compared.first.with_name(name)
            self._session.chooser.save(title, "CSV (*.csv)", proposal, partial(self._write, text))

    def _write(self, text: str, path: Path) -> None:
        try:
            write_text(path, text)
        except GkdtError as error:
            self._on_failed(error)
            return
        with_role(self.status, "")
        self.status.setText(tr("Written: {path}", path=path))


def summary(compared: Compared) -> str:
    """How many pictures and objects both files have, and what only one has."""
    comparison, first, second = compared.comparison, compared.first.name, compared.second.name
    images = counted(len(comparison.images), "{n} image in both files", "{n:,} images in both files")
    objects = counted(
        sum(pair.is_whole for pair in comparison.pairs), "{n} object in both", "{n:,} objects in both"
    )
    parts = [
        tr("{images}, {objects}.", images=images, objects=objects),
        *(
            tr("Only in {file}: {images}, {objects}.", file=file, images=pictures, objects=missing)
            for file, pictures, missing in (
                (
                    first,
                    counted(len(comparison.only_first_images), "{n} image", "{n:,} images"),
                    counted(comparison.missing_in_second, "{n} object", "{n:,} objects"),
                ),
                (
                    second,
                    counted(len(comparison.only_second_images), "{n} image", "{n:,} images"),
                    counted(comparison.missing_in_first, "{n} object", "{n:,} objects"),
                ),
            )
        ),
    ]
    if comparison.unmatched_categories:
        parts.append(tr("Only one of them has {names}.", names=", ".join(comparison.unmatched_categories)))
    return " ".join(parts)
