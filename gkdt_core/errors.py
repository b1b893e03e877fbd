"""The one family of errors a person may see, and the signal that a job was cancelled."""

from __future__ import annotations


class GkdtError(Exception):
    """Anything a user may see: what happened, and what to do about it.

    Attributes:
        message: Names the thing (file, image, keypoint, sizes seen and expected).
        hint: One action that helps; empty where there is none.
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class MediaError(GkdtError):
    """An image or video cannot be read."""


class AnnotationError(GkdtError):
    """Keypoints, instances or categories that contradict each other."""


class DatasetError(GkdtError):
    """An annotation file or dataset folder is not what it should be."""


class ModelFileError(GkdtError):
    """Model weights or their configuration cannot be used."""


class LicenceError(GkdtError):
    """Somebody's terms have not been agreed to, so what is under them is not fetched."""


class PromptError(GkdtError):
    """A prompt (keypoint names or support points) that the model cannot work with."""


class ProjectError(GkdtError):
    """A project file cannot be opened, read or written."""


class TrainingError(GkdtError):
    """Training cannot start or go on."""


class Cancelled(Exception):  # a signal, not an error: never shown to anyone
    """Raised inside a job at a checkpoint after its user cancelled it."""
