"""What the program remembers of a person between runs: appearance, model, recent projects, window geometry.

What belongs to the work is kept in the project (`app/project/project_settings.py`).
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from app.i18n import CODES, SYSTEM
from app.slow_disks import answer_within
from gkdt_core.paths import config_dir, user_data_dir

THEMES = ("dark", "light")
DEVICES = ("auto", "cpu", "cuda")
PRECISIONS = ("auto", "fp32", "bf16", "fp16")
FEATURE_MEMORY_MB = (256, 512, 1024, 2048, 4096, 8192)
"""How much memory image features may take, to choose from."""
MAX_RECENT = 8
_ANSWER_S = 0.5
BUNDLED_MODEL = "bundled"


class Settings(QObject):
    """Typed access to one INI file in the platform's place for settings; every change is announced."""

    changed = Signal(str)
    """The key that changed."""

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path or config_dir() / "settings.ini"
        self.path.parent.mkdir(parents=True, exist_ok=True)
        older = user_data_dir() / "settings.ini"
        if path is None and older != self.path and not self.path.exists():
            with contextlib.suppress(OSError):  # none there, which is as well
                os.replace(older, self.path)
        self._file = QSettings(str(self.path), QSettings.Format.IniFormat, self)

    def _text(self, key: str, default: str, allowed: tuple[str, ...] = ()) -> str:
        value = str(self._file.value(key, default))
        return default if allowed and value not in allowed else value

    def _flag(self, key: str, default: bool) -> bool:
        # INI files keep text: "false" would be true as a bool.
        return str(self._file.value(key, default)).casefold() == "true"

    def _texts(self, key: str) -> tuple[str, ...]:
        # a list of one comes back from the file as its only text
        value = self._file.value(key, [])
        return (value,) if isinstance(value, str) else tuple(cast("list[str]", value or []))

    def _put(self, key: str, value: object) -> None:
        self._file.setValue(key, value)
        self.changed.emit(key)

    @property
    def theme(self) -> str:
        return self._text("theme", "dark", THEMES)

    @theme.setter
    def theme(self, value: str) -> None:
        self._put("theme", value)

    @property
    def language(self) -> str:
        """ "system", or the code of a language of the window."""
        return self._text("language", SYSTEM, (SYSTEM, *CODES))

    @language.setter
    def language(self, value: str) -> None:
        self._put("language", value)

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys that a person gave to actions, by the action's id; what cannot be read is left out."""
        try:
            found = json.loads(self._text("keys", "{}"))
        except ValueError:
            return {}
        if not isinstance(found, dict):
            return {}
        return {name: tuple(map(str, keys)) for name, keys in found.items() if isinstance(keys, list)}

    @keys.setter
    def keys(self, value: Mapping[str, tuple[str, ...]]) -> None:
        self._put("keys", json.dumps({name: list(keys) for name, keys in value.items()}))

    @property
    def show_names(self) -> bool:
        return self._flag("show_names", False)

    @show_names.setter
    def show_names(self, value: bool) -> None:
        self._put("show_names", value)

    @property
    def show_skeleton(self) -> bool:
        return self._flag("show_skeleton", True)

    @show_skeleton.setter
    def show_skeleton(self, value: bool) -> None:
        self._put("show_skeleton", value)

    @property
    def show_boxes(self) -> bool:
        return self._flag("show_boxes", True)

    @show_boxes.setter
    def show_boxes(self, value: bool) -> None:
        self._put("show_boxes", value)

    @property
    def shade_scores(self) -> bool:
        """Whether model points with low scores are drawn paler."""
        return self._flag("shade_scores", True)

    @shade_scores.setter
    def shade_scores(self, value: bool) -> None:
        self._put("shade_scores", value)

    @property
    def first_is_prompt(self) -> bool:
        """Whether the first instance a person labels becomes a prompt by itself."""
        return self._flag("first_is_prompt", True)

    @first_is_prompt.setter
    def first_is_prompt(self, value: bool) -> None:
        self._put("first_is_prompt", value)

    @property
    def live_answer(self) -> bool:
        """Whether what the model would say of the rest is shown while a person clicks an instance."""
        return self._flag("live_answer", True)

    @live_answer.setter
    def live_answer(self, value: bool) -> None:
        self._put("live_answer", value)

    @property
    def device(self) -> str:
        return self._text("device", "auto", DEVICES)

    @device.setter
    def device(self, value: str) -> None:
        self._put("device", value)

    @property
    def model(self) -> str:
        """ "bundled", a model folder, or an official `.best` file."""
        return self._text("model", BUNDLED_MODEL)

    @model.setter
    def model(self, value: str) -> None:
        self._put("model", value)

    @property
    def precision(self) -> str:
        """In which precision the image encoder computes."""
        return self._text("precision", "auto", PRECISIONS)

    @precision.setter
    def precision(self, value: str) -> None:
        self._put("precision", value)

    @property
    def model_paths(self) -> tuple[str, ...]:
        """Models outside the models folder that the list of models has too."""
        return self._texts("model_paths")

    @model_paths.setter
    def model_paths(self, value: tuple[str, ...]) -> None:
        self._put("model_paths", list(value))

    @property
    def refine(self) -> bool:
        """Whether pre-labelling looks a second time, closer."""
        return self._flag("refine", False)

    @refine.setter
    def refine(self, value: bool) -> None:
        self._put("refine", value)

    @property
    def flip(self) -> bool:
        """Whether pre-labelling also looks at the mirror image."""
        return self._flag("flip", False)

    @flip.setter
    def flip(self, value: bool) -> None:
        self._put("flip", value)

    @property
    def feature_memory(self) -> int:
        """How many MB the features of images may take that need not be encoded again."""
        return int(self._text("feature_memory", "512", tuple(map(str, FEATURE_MEMORY_MB))))

    @feature_memory.setter
    def feature_memory(self, value: int) -> None:
        self._put("feature_memory", value)

    @property
    def half_features(self) -> bool:
        """Whether those features are kept in float16: twice as many, not quite exact."""
        return self._flag("half_features", False)

    @half_features.setter
    def half_features(self, value: bool) -> None:
        self._put("half_features", value)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Projects opened lately that still exist, newest first."""
        paths = tuple(map(Path, self._texts("recent")))
        there = answer_within(_ANSWER_S, lambda: tuple(path.exists() for path in paths), (True,) * len(paths))
        return tuple(path for path, is_there in zip(paths, there, strict=True) if is_there)

    def remember_project(self, path: Path) -> None:
        """Put `path` at the head of the recent projects."""
        path = path.resolve()
        others = [str(other) for other in self.recent if other != path]
        self._put("recent", [str(path), *others][:MAX_RECENT])
        self.flush()

    @property
    def places(self) -> dict[str, tuple[int, int | None]]:
        """Where a person was in projects that were only looked at: by path the image, and which image the
        project itself remembered then."""
        try:
            found = json.loads(self._text("places", "{}"))
        except ValueError:
            return {}
        return {
            path: (place[0], place[1])
            for path, place in (found.items() if isinstance(found, dict) else ())
            if isinstance(place, list) and len(place) == 2 and type(place[0]) is int
        }

    @places.setter
    def places(self, value: Mapping[str, tuple[int, int | None]]) -> None:
        newest = list(value.items())[-MAX_RECENT:]
        self._file.setValue("places", json.dumps(dict(newest)))

    @property
    def geometry(self) -> QByteArray:
        return cast("QByteArray", self._file.value("geometry", QByteArray()))

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._file.setValue("geometry", value)

    @property
    def splitter(self) -> QByteArray:
        return cast("QByteArray", self._file.value("splitter", QByteArray()))

    @splitter.setter
    def splitter(self, value: QByteArray) -> None:
        self._file.setValue("splitter", value)

    def words(self) -> str:
        """Every setting that is not the standard, for a report; no window geometry, no projects."""
        kept = set(self._file.allKeys()) - {"geometry", "splitter", "recent", "places"}
        return ", ".join(f"{key}={self._file.value(key)}" for key in sorted(kept)) or "all standard"

    def flush(self) -> None:
        """Write to disk now."""
        self._file.sync()
