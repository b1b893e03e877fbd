"""Settings that belong to the work and not to the person: kept in the project file, they travel with it.

What was not set, or makes no sense, is None: then the person's own setting counts, or the standard.
"""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.project.database import ProjectDatabase
from gkdt_core.errors import ProjectError

log = logging.getLogger(__name__)

WRITE_AFTER_MS = 1000
"""A drag sets a window of grey values a hundred times a second."""
PLACE_AFTER_MS = 3000
"""So old at most is the place where a program goes on that was killed; a key that is held goes through ten
images a second."""
_PLACES = frozenset({"image", "category"})
"""Where the person is. Written only when something was edited too: else looking at a project would change its
file, and each look would push an older backup out."""


@dataclass(frozen=True, slots=True)
class ModelReference:
    """The model that a project works with.

    Attributes:
        path: "bundled", a model folder or an official `.best` file; absolute, on the machine that chose it.
    """

    path: str

    @property
    def name(self) -> str:
        """What people call it; the last part of its path on whatever system that was."""
        return self.path.replace("\\", "/").rstrip("/").rpartition("/")[2] or self.path


@dataclass(frozen=True, slots=True)
class ViewSettings:
    """How pictures are shown; the values of `app.canvas.adjust.Adjustment`."""

    brightness: float = 0.0
    contrast: float = 1.0
    gamma: float = 1.0
    invert: bool = False
    window: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class ExportHabit:
    """How the project was exported last.

    Attributes:
        form: Id of the format.
        path: The file or folder, absolute.
        reviewed_only: Only reviewed images.
        model_points: Also the model's points that nobody has reviewed.
        pictures: With copies of the image files, where the format holds them.
    """

    form: str
    path: str
    reviewed_only: bool = False
    model_points: bool = True
    pictures: bool = True


class ProjectSettings(QObject):
    """The settings of the open project.

    Setting one never fails: where the file cannot be written they last as long as the project is open.
    """

    changed = Signal(str)
    """The key that changed; "" when another project is open"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database: ProjectDatabase | None = None
        self._values: dict[str, Any] = {}
        self._unwritten: set[str] = set()
        self._is_edited = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WRITE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self._place_timer = QTimer(self)
        self._place_timer.setSingleShot(True)
        self._place_timer.setInterval(PLACE_AFTER_MS)
        self._place_timer.timeout.connect(self.flush)

    def use(self, database: ProjectDatabase | None) -> None:
        """Those of another project from now on, or of none; for the store."""
        self.flush()
        self._timer.stop()
        self._place_timer.stop()
        self._database, self._values, self._is_edited = database, {}, False
        self._unwritten.clear()
        if database is not None:
            for key, text in database.settings().items():
                try:
                    self._values[key] = json.loads(text)
                except ValueError:
                    log.warning("%s: the setting %s makes no sense", database.path, key)
        self.changed.emit("")

    def note_edit(self) -> None:
        """The project was edited; for the store."""
        self._is_edited = True
        if not self._place_timer.isActive() and self._unwritten & _PLACES:
            self._place_timer.start()

    @Slot()
    def flush(self) -> None:
        """Write what has changed now."""
        database = self._database
        wanted = self._unwritten if self._is_edited else self._unwritten - _PLACES
        if database is None or not wanted or database.is_read_only:
            return
        values = {
            key: json.dumps(self._values[key], ensure_ascii=False) if key in self._values else None
            for key in wanted
        }
        try:
            database.set_settings(values)
        except ProjectError as error:
            log.warning("The settings of the project were not written: %s", error)
            return
        self._unwritten -= wanted

    def _put(self, key: str, value: object | None) -> None:
        if self._database is None or self._values.get(key) == value:
            return
        if value is None:
            self._values.pop(key, None)
        else:
            self._values[key] = value
        self._unwritten.add(key)
        if key not in _PLACES:
            self._timer.start()
        elif self._is_edited and not self._place_timer.isActive():
            self._place_timer.start()  # not put off by further ones: who goes on and on is remembered too
        self.changed.emit(key)

    def _flag(self, key: str) -> bool | None:
        value = self._values.get(key)
        return value if isinstance(value, bool) else None

    def _number(self, key: str) -> int | None:
        value = self._values.get(key)
        return value if type(value) is int else None

    def _fields(self, key: str) -> Mapping[str, Any]:
        value = self._values.get(key)
        return value if isinstance(value, dict) else {}

    @property
    def model(self) -> ModelReference | None:
        """The model that answers in this project."""
        value = self._values.get("model")
        return ModelReference(value) if isinstance(value, str) and value.strip() else None

    @model.setter
    def model(self, value: ModelReference | None) -> None:
        self._put("model", None if value is None else value.path)

    @property
    def refine(self) -> bool | None:
        """Whether pre-labelling looks a second time, closer."""
        return self._flag("refine")

    @refine.setter
    def refine(self, value: bool | None) -> None:
        self._put("refine", value)

    @property
    def flip(self) -> bool | None:
        """Whether pre-labelling also looks at the mirror image."""
        return self._flag("flip")

    @flip.setter
    def flip(self, value: bool | None) -> None:
        self._put("flip", value)

    @property
    def view(self) -> ViewSettings | None:
        """How pictures are shown."""
        fields = self._fields("view")
        numbers = [fields.get(name) for name in ("brightness", "contrast", "gamma")]
        if not all(_is_number(number) for number in numbers) or not isinstance(fields.get("invert"), bool):
            return None
        window = fields.get("window")
        if window is not None:
            sound = isinstance(window, list) and len(window) == 2 and all(_is_number(end) for end in window)
            window = (float(window[0]), float(window[1])) if sound and window[0] < window[1] else None
        brightness, contrast, gamma = (float(str(number)) for number in numbers)
        if not (-1 <= brightness <= 1 and contrast > 0 and gamma > 0):
            return None
        return ViewSettings(brightness, contrast, gamma, fields["invert"], window)

    @view.setter
    def view(self, value: ViewSettings | None) -> None:
        fields = None if value is None else asdict(value)
        if fields is not None and fields["window"] is not None:
            fields["window"] = list(fields["window"])  # as it comes back from JSON
        self._put("view", fields)

    @property
    def export(self) -> ExportHabit | None:
        """How the project was exported last."""
        fields = self._fields("export")
        form, path = fields.get("form"), fields.get("path")
        if not isinstance(form, str) or not isinstance(path, str):
            return None
        flags = {
            name: fields[name]
            for name in ("reviewed_only", "model_points", "pictures")
            if isinstance(fields.get(name), bool)
        }
        return ExportHabit(form, path, **flags)

    @export.setter
    def export(self, value: ExportHabit | None) -> None:
        self._put("export", None if value is None else asdict(value))

    @property
    def category(self) -> int | None:
        """The category that the person chose to go through the images with."""
        return self._number("category")

    @category.setter
    def category(self, value: int | None) -> None:
        self._put("category", value)

    @property
    def image(self) -> int | None:
        """The image that was looked at last."""
        return self._number("image")

    @image.setter
    def image(self, value: int | None) -> None:
        self._put("image", value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def find_beside(reference: ModelReference, project: Path) -> Path | None:
    """The model where a colleague who sends a project puts it: beside the project file."""
    candidate = project.parent / reference.name
    return candidate if reference.name not in ("", ".", "..") and candidate.exists() else None
