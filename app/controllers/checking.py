"""Connects the checks panel with the review: lists findings, goes to them, ignores them; tells the pace."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from app.controllers.navigation import Navigation
from app.controllers.review import Review
from app.controllers.session import Session
from app.i18n import counted, tr
from app.panels.checks_panel import ChecksPanel, finding_words
from app.project.work_records import Pace
from gkdt_core.errors import ProjectError
from gkdt_core.review.checks import Finding


def seconds_words(seconds: float) -> str:
    """ "41 s", "3 min 20 s"."""
    if seconds < 90:
        return tr("{seconds:.0f} s", seconds=seconds)
    return tr("{minutes} min {seconds} s", minutes=int(seconds // 60), seconds=int(seconds % 60))


def pace_words(pace: Pace) -> str:
    """How long people need for an image, by hand and with help; "" before the first accepted image."""
    parts = []
    if pace.by_hand is not None:
        images = counted(pace.hand_count, "{n} image", "{n:,} images")
        parts.append(tr("by hand {time} ({images})", time=seconds_words(pace.by_hand), images=images))
    if pace.assisted is not None:
        images = counted(pace.assisted_count, "{n} image", "{n:,} images")
        parts.append(tr("with the model {time} ({images})", time=seconds_words(pace.assisted), images=images))
    return tr("Median time for an accepted image: {parts}.", parts=", ".join(parts)) if parts else ""


class Checking(QObject):
    """Shows what the review found in the panel."""

    counted = Signal(int)
    """How many findings there are that nobody ignores."""

    def __init__(
        self,
        session: Session,
        review: Review,
        navigation: Navigation,
        panel: ChecksPanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._review, self._navigation = session.store, review, navigation
        self._panel = panel
        review.changed.connect(self.refresh)
        panel.shown_changed.connect(self.refresh)
        panel.finding_chosen.connect(self._on_chosen)
        panel.ignore_asked.connect(review.ignore)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """List the findings as they are now."""
        findings = self._review.findings(ignored=self._panel.shows_ignored)
        self._panel.show_findings(findings, looking=self._review.is_looking)
        self.counted.emit(len(self._review.findings()))
        self._panel.show_pace(pace_words(self._review.pace))

    @Slot(object)
    def _on_chosen(self, finding: Finding) -> None:
        keypoint = finding.keypoints[0] if finding.keypoints else None
        self._navigation.show_place(finding.image_id, finding.instance_id, keypoint)


def words_of(session: Session, finding: Finding) -> str:
    """A finding in words; its kind where its category is gone."""
    try:
        category = session.store.category(finding.category_id).category
    except ProjectError:
        return finding.check.value.replace("_", " ")
    return finding_words(finding, category)


def place_of(session: Session, finding: Finding) -> str:
    """The name of a finding's image."""
    try:
        return session.store.image(finding.image_id).name
    except ProjectError:
        return ""
