"""Single frames of videos as image files, taken by reading the video from its start."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gkdt_core.errors import MediaError


@dataclass(frozen=True, slots=True)
class VideoFrame:
    """Frame `index` (from 0) of the video `path`."""

    path: Path
    index: int

    def content(self) -> bytes:
        """The frame as a PNG file.

        Raises:
            MediaError: The video cannot be read, or is shorter.
        """
        for _, content in frames_of(self.path, [self.index]):
            return content
        raise MediaError(
            f'"{self.path}" has no frame {self.index}.', hint="Check that it is the right video."
        )


def frames_of(path: Path, indices: Iterable[int]) -> Iterator[tuple[int, bytes]]:
    """Frames of one video as PNG files, in order; those behind its end are missing.

    Frames are counted while they are decoded: jumping to a frame lands beside it in many videos.

    Raises:
        MediaError: The video cannot be opened.
    """
    import cv2

    wanted = sorted(set(indices))
    video = cv2.VideoCapture(str(path))
    try:
        if not video.isOpened():
            raise MediaError(f'The video "{path}" cannot be opened.', hint="Check that it is whole.")
        position = -1
        for index in wanted:
            while position < index:
                if not video.grab():
                    return
                position += 1
            done, picture = video.retrieve()
            if not done:
                return
            encoded, content = cv2.imencode(".png", picture)
            if encoded:
                yield index, content.tobytes()
    finally:
        video.release()
