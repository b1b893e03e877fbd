"""The stages of `gkdt predict`: images are read ahead, predicted, and drawn, each in threads of its own.

Memory holds what is between two stages and no more, however many images there are; what a stage leaves
behind are points.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

import numpy as np

from app.commands.sources import Source, region_of
from app.console import note
from gkdt_core.domain import Instance
from gkdt_core.errors import GkdtError, MediaError
from gkdt_core.geometry import Box, RgbImage
from gkdt_core.media.images import read_image

if TYPE_CHECKING:
    from gkdt_core.inference.engine import Engine
    from gkdt_core.inference.looks import CloserPrompt, Looks
    from gkdt_core.inference.prompt import Prompt, SupportExample
    from gkdt_core.inference.results import Prediction, PreparedRegion

Result = TypeVar("Result")

_CPU_READERS, _MOST_READERS = 2, 16
_AHEAD = 8
"""Regions that are read ahead at least: one slow file must not keep the model waiting."""
PICTURES_AT_ONCE = 8
"""Whole pictures in a chunk, where they are kept for drawing: 64 of 12 megapixels would take 2 GB."""
_WRITERS, _DRAWINGS_WAITING = 2, 8


@dataclass(frozen=True, slots=True)
class Numbered:
    """An image to predict, and the numbers its results have in the output.

    They depend on the image's place among all of them, so that the outputs of shards can be put together and
    an image that fails does not renumber those behind it.
    """

    source: Source
    image_id: int
    first_annotation_id: int


def numbered(sources: Sequence[Source]) -> list[Numbered]:
    """All images with their numbers, from 1."""
    result, annotation_id = [], 1
    for image_id, source in enumerate(sources, start=1):
        result.append(Numbered(source, image_id, annotation_id))
        annotation_id += 1 if source.boxes is None else len(source.boxes)
    return result


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """An image ready to be encoded.

    Attributes:
        image: The picture, where a later stage wants it.
        regions: What the model looks at, one for each instance of the output.
        boxes: The objects' boxes as given; None for the whole image.
    """

    item: Numbered
    image_hw: tuple[int, int]
    image: RgbImage | None
    regions: tuple[PreparedRegion, ...]
    boxes: tuple[Box | None, ...]


@dataclass(frozen=True, slots=True, eq=False)
class SecondLooks:
    """What an engine needs to look a second time.

    Attributes:
        looks: Which looks.
        flip_pairs: The category's left-right pairs.
        supports: The shots of the prompt, for tighter crops of them.
        decode: How heatmaps become points.
    """

    looks: Looks
    flip_pairs: tuple[tuple[int, int], ...]
    supports: tuple[SupportExample, ...]
    decode: str


class Predictor:
    """An engine and its prompt, which goes on on the CPU when the graphics card is lost or full.

    A lost card stays lost for the process. A full one may have room again: what does not fit is done on the
    CPU, and the next images try the card again, which costs next to nothing.
    """

    def __init__(
        self,
        engine: Engine,
        encode_prompt: Callable[[Engine], Prompt],
        second: SecondLooks | None = None,
    ) -> None:
        """Args: encode_prompt: Makes the prompt on the engine it is given. second: Looks beside the first."""
        self._engine, self._encode_prompt, self._second = engine, encode_prompt, second
        self._prompt: Prompt | None = None
        self._closer: CloserPrompt | None = None
        self._spare: Predictor | None = None
        self._lost = False
        self._or_on_cpu(lambda predictor: predictor._ready_prompt())

    @property
    def engine(self) -> Engine:
        """The engine that the next regions go to first."""
        return self._spare.engine if self._lost and self._spare is not None else self._engine

    @property
    def wants_images(self) -> bool:
        """Whether `predict` needs the whole pictures beside the regions."""
        return self._second is not None and self._second.looks.refine

    def predict(self, opened: Sequence[Opened]) -> list[Prediction]:
        """The points of every region of some images, in their order.

        Raises:
            DeviceError: The CPU fails too.
        """
        if not any(one.regions for one in opened):
            return []
        return self._or_on_cpu(lambda predictor: predictor._predict_here(opened))

    def _ready_prompt(self) -> Prompt:
        if self._prompt is None:
            self._prompt = self._encode_prompt(self._engine)
            if self._second is not None and self._second.looks.refine:
                from gkdt_core.inference.looks import closer_prompt

                self._closer = closer_prompt(self._engine, self._prompt, self._second.supports)
        return self._prompt

    def _predict_here(self, opened: Sequence[Opened]) -> list[Prediction]:
        prompt = self._ready_prompt()
        regions = [region for one in opened for region in one.regions]
        if self._second is None:
            return self._engine.predict_many(self._engine.encode_regions(regions), prompt)
        from gkdt_core.inference.looks import look_at_regions

        nothing = np.zeros((0, 0, 3), np.uint8)  # only refining reads it, and then pictures are kept
        return look_at_regions(
            self._engine,
            regions,
            [nothing if one.image is None else one.image for one in opened for _ in one.regions],
            prompt,
            self._second.looks,
            flip_pairs=self._second.flip_pairs,
            closer=self._closer,
            decode=self._second.decode,
        )

    def _or_on_cpu(self, work: Callable[[Predictor], Result]) -> Result:
        from gkdt_core.inference.batches import DeviceLostError, DeviceMemoryError

        if not self._lost:
            try:
                return work(self)
            except DeviceLostError as error:
                note(f"{error.message} The CPU goes on with the rest, more slowly.")
                self._lost = True
            except DeviceMemoryError as error:
                if self._spare is None:
                    note(f"{error.message} What does not fit is done on the CPU, more slowly.")
        if self._spare is None:
            self._spare = _OnCpu(self._engine.on_cpu(), self._encode_prompt, self._second)
        return work(self._spare)


class _OnCpu(Predictor):
    """The last resort: nothing comes after it."""

    def _or_on_cpu(self, work: Callable[[Predictor], Result]) -> Result:
        return work(self)


def opened_in_chunks(
    items: Sequence[Numbered],
    predictor: Predictor,
    *,
    box_scale: float,
    keep_images: bool,
    failed: Callable[[Numbered, GkdtError], None],
) -> Generator[list[Opened], None, None]:
    """Images in their order, about as many regions at a time as the engine takes at once.

    Args:
        items: What to read, in this order.
        predictor: Whose engine prepares the regions; its batch size may change meanwhile.
        box_scale: How much larger than a box its region is.
        keep_images: Hand the pictures on.
        failed: Told of each image that cannot be read.
    """
    first = predictor.engine
    # a card is fed from as many cores as there are; on the CPU they have enough to do
    count = _CPU_READERS if first.device.type == "cpu" else min(os.cpu_count() or 1, _MOST_READERS)

    def open_item(item: Numbered) -> Opened:
        source = item.source
        image = read_image(source.path)
        hw = (image.shape[0], image.shape[1])
        boxes: tuple[Box | None, ...] = (None,) if source.boxes is None else source.boxes
        regions = tuple(
            first.prepare(image, None if box is None else region_of(box, box_scale, hw)) for box in boxes
        )
        return Opened(item, hw, image if keep_images else None, regions, boxes)

    readers = ThreadPoolExecutor(count, thread_name_prefix="read")
    queue: deque[tuple[Numbered, Future[Opened]]] = deque()
    queued = 0  # regions in the queue
    chunk: list[Opened] = []
    waiting = iter(items)
    upcoming = next(waiting, None)
    try:
        while True:
            size = predictor.engine.batch_size
            if keep_images:
                size = min(size, PICTURES_AT_ONCE)
            ahead = max(size + count, _AHEAD)
            while upcoming is not None and (not queue or queued + _weight(upcoming) <= ahead):
                queue.append((upcoming, readers.submit(open_item, upcoming)))
                queued += _weight(upcoming)
                upcoming = next(waiting, None)
            if not queue:
                break
            item, future = queue.popleft()
            queued -= _weight(item)
            try:
                chunk.append(future.result())
            except GkdtError as error:
                failed(item, error)
            if sum(max(len(one.regions), 1) for one in chunk) >= size:
                yield chunk
                chunk = []
        if chunk:
            yield chunk
    finally:
        readers.shutdown(wait=True, cancel_futures=True)


def _weight(item: Numbered) -> int:
    return 1 if item.source.boxes is None else max(len(item.source.boxes), 1)


class OverlayWriter:
    """Draws points on pictures and writes them, beside the other work; a few wait at most."""

    def __init__(self, folder: Path, failed: Callable[[Numbered, GkdtError], None]) -> None:
        """Args: failed: Told, in the caller's thread, of each drawing that cannot be written."""
        self._folder, self._failed = folder, failed
        self._threads = ThreadPoolExecutor(_WRITERS, thread_name_prefix="draw")
        self._waiting: deque[tuple[Numbered, Future[None]]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._wait_for(0)
        finally:
            self._threads.shutdown(wait=True, cancel_futures=True)

    def put(self, opened: Opened, instances: Sequence[Instance]) -> None:
        """The drawing of one image, unless its picture was not kept."""
        if opened.image is None:
            return
        drawing = self._threads.submit(
            _write_overlay, self._folder, opened.item.source, opened.image, instances
        )
        self._waiting.append((opened.item, drawing))
        self._wait_for(_DRAWINGS_WAITING)

    def _wait_for(self, most: int) -> None:
        while len(self._waiting) > most:
            item, drawing = self._waiting.popleft()
            try:
                drawing.result()
            except GkdtError as error:
                self._failed(item, error)


def _write_overlay(folder: Path, source: Source, image: RgbImage, instances: Sequence[Instance]) -> None:
    from PIL import Image

    from gkdt_core.overlay import draw_overlay

    path = folder / Path(source.name.replace(":", "").lstrip("/"))
    if path.suffix.lower() not in (".jpg", ".jpeg", ".png"):
        path = path.with_name(path.name + ".jpg")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(draw_overlay(image, instances)).save(path, quality=90)
    except OSError as error:
        raise MediaError(
            f"The overlay {path} could not be written: {error.strerror or error}.",
            hint="The points are in the COCO file all the same.",
        ) from error
