"""Likely mistakes as a list: what, where, and a click goes there. Below, how long an image takes people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.i18n import counted, mark, tr
from app.object_names import Name
from app.panels.widgets import named, note, with_role
from gkdt_core.domain import Category
from gkdt_core.review.checks import Check, Finding

Index = QModelIndex | QPersistentModelIndex

ROW = 44
KINDS: dict[Check, str] = {
    Check.SWAPPED_SIDES: mark("Swapped sides"),
    Check.DUPLICATE_INSTANCE: mark("Labelled twice"),
    Check.DUPLICATE_POINT: mark("Two points in one place"),
    Check.OUTSIDE_IMAGE: mark("Outside the image"),
    Check.OUTSIDE_BOX: mark("Outside the box"),
    Check.MISSING_INSTANCE: mark("Missing instance"),
    Check.MISSING_POINT: mark("Missing keypoint"),
    Check.LIMB_LENGTH: mark("Unlikely length"),
    Check.LOW_SCORE: mark("Low score"),
}


def finding_words(finding: Finding, category: Category) -> str:
    """A finding in a few words, with the names of its keypoints."""
    names = [category.keypoints[index] for index in finding.keypoints if index < len(category)]
    both = " – ".join(names)
    check = finding.check
    if check is Check.SWAPPED_SIDES:
        return tr("Swapped: {names}", names=both) if names else tr("Left and right look swapped")
    if check is Check.DUPLICATE_INSTANCE:
        return tr("The same {object} twice", object=category.name)
    if check is Check.DUPLICATE_POINT:
        return tr("In one place: {names}", names=both)
    if check is Check.OUTSIDE_IMAGE:
        return tr("Outside by {px:.0f} px: {name}", name=both, px=max(finding.value, 1))
    if check is Check.OUTSIDE_BOX:
        return tr("Outside the box by {px:.0f} px: {name}", name=both, px=finding.value)
    if check is Check.MISSING_INSTANCE:
        return counted(
            round(finding.value), "{n} {object} missing", "{n} {object} missing", object=category.name
        )
    if check is Check.MISSING_POINT:
        return tr("Not placed: {name}", name=both)
    if check is Check.LIMB_LENGTH:
        if finding.value > 1:
            return tr("Too long ({times:.1f} ×): {names}", names=both, times=finding.value)
        return tr("Too short ({percent:.0f} %): {names}", names=both, percent=100 * finding.value)
    return tr("Score {score:.2f}: {name}", name=both, score=finding.value)


class FindingRole(IntEnum):
    """What the delegate asks for beside the words."""

    FINDING = Qt.ItemDataRole.UserRole
    PLACE = Qt.ItemDataRole.UserRole + 1


class FindingModel(QAbstractListModel):
    """The findings of one kind, or all.

    Args:
        words: A finding's text.
        place: The name of its image.
    """

    def __init__(
        self,
        words: Callable[[Finding], str],
        place: Callable[[Finding], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._place = words, place
        self._findings: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._findings

    def show(self, findings: Sequence[Finding]) -> None:
        """List other findings."""
        if tuple(findings) != self._findings:
            self.beginResetModel()
            self._findings = tuple(findings)
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._findings):
            return None
        finding = self._findings[index.row()]
        if role == FindingRole.FINDING:
            return finding
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(finding)
        if role == FindingRole.PLACE:
            return self._place(finding)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{tr(KINDS[finding.check])}\n{self._words(finding)}\n{self._place(finding)}"
        return None


class FindingDelegate(QStyledItemDelegate):
    """Two lines: what, and in which image."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette = theme.palette()
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(palette.selection))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(palette.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(palette.raised))
        font: QFont = option.font
        width = rect.width() - 2 * theme.PANEL_MARGIN - 3
        for role, top, size, colour, mode in (
            (Qt.ItemDataRole.DisplayRole, 3, theme.BODY_PX, palette.text, Qt.TextElideMode.ElideRight),
            (FindingRole.PLACE, 22, theme.SECONDARY_PX, palette.secondary, Qt.TextElideMode.ElideMiddle),
        ):
            small = QFont(font)
            small.setPixelSize(size)
            painter.setFont(small)
            painter.setPen(QColor(colour))
            text = painter.fontMetrics().elidedText(str(index.data(role)), mode, width)
            line = QRect(rect.left() + theme.PANEL_MARGIN + 3, rect.top() + top, width, 19)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


class ChecksPanel(QWidget):
    """Shows findings and asks to go to one, or to ignore some."""

    finding_chosen = Signal(object)
    """`Finding`: go there"""
    ignore_asked = Signal(object, bool)
    """Findings, and whether to ignore them (else tell them again)"""
    shown_changed = Signal()
    """Another kind, or the ignored ones, are to be listed."""

    def __init__(
        self,
        words: Callable[[Finding], str],
        place: Callable[[Finding], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, Name.CHECKS_PANEL)
        self.kind = named(QComboBox(), Name.CHECKS_KIND, tr("Kind of mistake"))
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(8)
        self.status = with_role(named(QLabel(), Name.CHECKS_STATUS), "secondary")
        self.model = FindingModel(words, place, self)
        self.view = named(QListView(), Name.CHECKS_LIST, tr("Likely mistakes"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(FindingDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = note()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.ignore = named(QPushButton(), Name.CHECKS_IGNORE)
        self.ignored = named(QCheckBox(tr("Show ignored")), Name.CHECKS_IGNORED)
        self.ignored.setToolTip(tr("List the findings that somebody has ignored, in place of the others"))
        self.pace = named(note(), Name.CHECKS_PACE)
        self._pages = QStackedWidget()
        self._counts: dict[Check, int] = {}
        self._lay_out()
        self.kind.currentIndexChanged.connect(self.shown_changed)
        self.ignored.toggled.connect(self.shown_changed)
        self.view.selectionModel().selectionChanged.connect(self._on_selected)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.clicked.connect(self._on_current)
        self.ignore.clicked.connect(self._on_ignore)
        self.model.modelReset.connect(self._on_selected)
        self._fill_kinds({})
        self._on_selected()

    def _lay_out(self) -> None:
        empty = QWidget()
        middle = QVBoxLayout(empty)
        middle.addStretch()
        middle.addWidget(self._empty)
        middle.addStretch()
        self._pages.addWidget(self.view)
        self._pages.addWidget(empty)
        head = QVBoxLayout()
        head.setContentsMargins(theme.PANEL_MARGIN, theme.PANEL_MARGIN, theme.PANEL_MARGIN, 0)
        head.setSpacing(theme.GRID)
        head.addWidget(self.kind)
        head.addWidget(self.status)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.PANEL_MARGIN, 0, theme.PANEL_MARGIN, theme.PANEL_MARGIN)
        foot.setSpacing(theme.GRID)
        row = QHBoxLayout()
        row.addWidget(self.ignore, 1)
        foot.addLayout(row)
        foot.addWidget(self.ignored)
        foot.addWidget(self.pace)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)
        layout.addLayout(foot)

    @property
    def shows_ignored(self) -> bool:
        """Whether the ignored findings are to be listed."""
        return self.ignored.isChecked()

    def show_findings(self, findings: Sequence[Finding], *, looking: bool) -> None:
        """List findings; `looking` while they are being made anew."""
        counts: dict[Check, int] = {}
        for finding in findings:
            counts[finding.check] = counts.get(finding.check, 0) + 1
        if counts != self._counts:
            self._fill_kinds(counts)
        check = self.kind.currentData()
        shown = [finding for finding in findings if check is None or finding.check == check]
        selected = {finding.key for finding in self._selected()}
        current = self.view.currentIndex().data(FindingRole.FINDING)
        self.model.show(shown)
        self._select_again(selected, None if current is None else current.key)
        words = counted(len(shown), "{n} finding", "{n:,} findings")
        self.status.setText(f"{words} · {tr('looking…')}" if looking else words)
        if self.shows_ignored:
            self._empty.setText(tr("No finding is ignored."))
        else:
            self._empty.setText(
                tr("Nothing looks like a mistake. More is noticed once some images are accepted.")
            )
        self._pages.setCurrentIndex(0 if shown else 1)

    def show_pace(self, text: str) -> None:
        """How long people need, in words, or ""."""
        self.pace.setText(text)
        self.pace.setVisible(bool(text))

    def _fill_kinds(self, counts: dict[Check, int]) -> None:
        self._counts = counts
        kept = self.kind.currentData()
        self.kind.blockSignals(True)
        self.kind.clear()
        total = sum(counts.values())
        self.kind.addItem(tr("All kinds ({count:,})", count=total), None)
        for check, words in KINDS.items():
            if check in counts or check == kept:
                self.kind.addItem(f"{tr(words)} ({counts.get(check, 0):,})", check.value)
        self.kind.setCurrentIndex(max(self.kind.findData(kept), 0))
        self.kind.blockSignals(False)

    def _select_again(self, keys: set[str], current: str | None) -> None:
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        selection.clear()
        flags = QItemSelectionModel.SelectionFlag
        for row, finding in enumerate(self.model.findings):
            if finding.key in keys:
                selection.select(self.model.index(row), flags.Select)
            if finding.key == current:
                selection.setCurrentIndex(self.model.index(row), flags.NoUpdate)
        selection.blockSignals(False)
        self.view.viewport().update()
        self._on_selected()

    def _selected(self) -> list[Finding]:
        return [index.data(FindingRole.FINDING) for index in self.view.selectionModel().selectedIndexes()]

    @Slot()
    def _on_selected(self) -> None:
        count = len(self.view.selectionModel().selectedIndexes())
        self.ignore.setEnabled(count > 0)
        if self.shows_ignored:
            text = counted(max(count, 1), "Tell this finding again", "Tell {n:,} findings again")
        else:
            text = counted(max(count, 1), "Ignore this finding", "Ignore {n:,} findings")
        self.ignore.setText(text)

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        finding = index.data(FindingRole.FINDING)
        if finding is not None:
            self.finding_chosen.emit(finding)

    @Slot()
    def _on_ignore(self) -> None:
        findings = self._selected()
        if findings:
            self.ignore_asked.emit(findings, not self.shows_ignored)
