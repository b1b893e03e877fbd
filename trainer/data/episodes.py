"""Episodes: supports and queries of one category, cut out, augmented and ready for the network."""

from __future__ import annotations

import queue
import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gkdt_core.geometry import RgbImage
from gkdt_core.media.images import read_image
from trainer.data.augment import (
    AugmentConfig,
    change_colours,
    random_view,
    transform_points,
    warp,
)
from trainer.data.dataset import CategoryData, Sample
from trainer.data.sampling import Draw


@dataclass(frozen=True, slots=True, eq=False)
class Episode:
    """E views of one category, E = supports + queries in no order.

    Attributes:
        category: Where they come from.
        keypoint_order: (N,) indices into the category's keypoints, in the order of the arrays.
        pixels: (E, S, S, 3) uint8.
        points: (E, N, 2) float32, normalised input coordinates; 0 where not visible.
        visible: (E, N) bool, labelled and inside the view.
        ids: One name per view, for messages.
    """

    category: CategoryData
    keypoint_order: NDArray[np.intp]
    pixels: NDArray[np.uint8]
    points: NDArray[np.float32]
    visible: NDArray[np.bool_]
    ids: tuple[str, ...]


class ImageStore:
    """Decoded pictures, kept up to a number of bytes; safe to use from several threads."""

    def __init__(self, max_bytes: int) -> None:
        self.max_bytes = max_bytes
        self._images: OrderedDict[Path, RgbImage] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, path: Path) -> RgbImage:
        with self._lock:
            image = self._images.get(path)
            if image is not None:
                self._images.move_to_end(path)
                return image
        image = read_image(path)
        with self._lock:
            if path not in self._images:
                self._images[path] = image
                self._bytes += image.nbytes
                while self._bytes > self.max_bytes and len(self._images) > 1:
                    _, dropped = self._images.popitem(last=False)
                    self._bytes -= dropped.nbytes
        return image


def augmented_view(
    sample: Sample,
    image: RgbImage,
    size: int,
    rng: np.random.Generator,
    config: AugmentConfig,
    flip_order: NDArray[np.intp] | None,
) -> tuple[RgbImage, NDArray[np.float32], NDArray[np.bool_]]:
    """A random view: pixels (S, S, 3), points (N, 2) normalised, visible (N,).

    `flip_order` exchanges left and right in a mirrored view; None forbids mirroring.
    """
    view = random_view(sample.box, size, rng, config, flip_order is not None)
    pixels = change_colours(warp(image, view.matrix, size), rng, config)
    visible = sample.visible
    place = transform_points(np.nan_to_num(sample.keypoints), view.matrix)
    if view.mirrored and flip_order is not None:
        place, visible = place[flip_order], visible[flip_order]
    inside = ((place >= 0) & (place < size)).all(axis=1)
    visible = visible & inside
    points = np.where(visible[:, None], place / size * 2 - 1, 0.0).astype(np.float32)
    return pixels, points, visible


class EpisodeMaker:
    """Turns draws into episodes."""

    def __init__(
        self,
        categories: list[CategoryData],
        size: int,
        augment: AugmentConfig,
        store: ImageStore,
        max_keypoints: int,
    ) -> None:
        self.categories, self.size, self.augment, self.store = categories, size, augment, store
        self.max_keypoints = max_keypoints
        self._flips = [data.flip_order() for data in categories]

    def make(self, draw: Draw, rng: np.random.Generator) -> Episode:
        """The augmented views of a draw; categories with very many keypoints are thinned at random."""
        data = self.categories[draw.category]
        count = len(data.category)
        order = np.arange(count)
        if count > self.max_keypoints:
            order = np.sort(rng.permutation(count)[: self.max_keypoints])
        views = []
        for index in draw.instances:
            sample = data.samples[index]
            image = self.store.get(sample.path)
            views.append(
                augmented_view(sample, image, self.size, rng, self.augment, self._flips[draw.category])
            )
        return Episode(
            data,
            order,
            np.stack([view[0] for view in views]),
            np.stack([view[1] for view in views])[:, order],
            np.stack([view[2] for view in views])[:, order],
            tuple(f"{data.key}:{data.samples[index].name}" for index in draw.instances),
        )


class Prefetcher:
    """Makes episodes in background threads, a few ahead, in the order of the draws.

    Every episode has its own random state from its number, so that the order of the threads changes nothing
    and a resumed run sees what an unbroken one would.
    """

    def __init__(
        self, maker: EpisodeMaker, draws: Iterator[Draw], seed: int, first: int, ahead: int = 6
    ) -> None:
        self._maker, self._draws, self._seed, self._next = maker, draws, seed, first
        self._queue: queue.Queue[Episode | BaseException | None] = queue.Queue(ahead)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="episodes", daemon=True)
        self._thread.start()

    def _put(self, item: Episode | BaseException | None) -> None:
        while not self._stop.is_set():
            try:
                self._queue.put(item, timeout=0.5)
            except queue.Full:
                continue
            return

    def _run(self) -> None:
        try:
            for draw in self._draws:
                if self._stop.is_set():
                    return
                rng = np.random.default_rng((self._seed, self._next))
                self._next += 1
                self._put(self._maker.make(draw, rng))
            self._put(None)
        except BaseException as error:
            self._put(error)

    def __iter__(self) -> Iterator[Episode]:
        while True:
            item = self._queue.get()
            if item is None:
                return
            if isinstance(item, BaseException):
                raise item
            yield item

    def close(self) -> None:
        """Stops the thread."""
        self._stop.set()
        self._thread.join(timeout=10)
