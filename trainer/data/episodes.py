"""Episodes: supports and queries of one category, cut out, augmented and ready for the network."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psutil
from numpy.typing import NDArray

from gkdt_core.geometry import RgbImage
from gkdt_core.media.images import read_shrunk
from trainer.data.augment import (
    AugmentConfig,
    Picture,
    Reach,
    change_colours,
    halve,
    part_of,
    random_view,
    reach_of,
    transform_points,
    warp,
)
from trainer.data.dataset import CategoryData, Sample
from trainer.data.sampling import Draw
from trainer.data.synthetic import class_free_views

_MOST_HALVINGS = 3
"""Of what is kept; JPEG files are decoded at an eighth of their size at least."""
_CGROUP_FILES = (
    (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory.current")),
    (
        Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"),
        Path("/sys/fs/cgroup/memory/memory.usage_in_bytes"),
    ),
)

ViewKey = tuple[int, int, int]
"""A view that can be made again: numbers of its category, of the instance, and of the view among its own."""


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
        named: Whether the points are the category's keypoints; else they are random ones, and what they are
            called means nothing.
        keys: Of views that are the same in every episode, one per view; else empty.
    """

    category: CategoryData
    keypoint_order: NDArray[np.intp]
    pixels: NDArray[np.uint8]
    points: NDArray[np.float32]
    visible: NDArray[np.bool_]
    ids: tuple[str, ...]
    named: bool = True
    keys: tuple[ViewKey, ...] = ()


class PictureStore:
    """Decoded pictures, cut and shrunk to what views can show, kept up to a number of bytes.

    Safe to use from several threads. What is kept depends on the picture's instances only, never on what was
    asked for before, so that views are the same in every run.
    """

    def __init__(
        self, categories: Sequence[CategoryData], size: int, augment: AugmentConfig, max_bytes: int
    ) -> None:
        """Args: what views are made of; side of the input, px; how far views go; the bytes to keep."""
        self.max_bytes = max_bytes
        self.nbytes = 0
        self._reach: dict[Path, Reach] = {}
        for data in categories:
            for sample in data.samples:
                reach = reach_of(sample.box, size, augment)
                known = self._reach.get(sample.path)
                self._reach[sample.path] = reach if known is None else known.union(reach)
        self._pictures: OrderedDict[Path, Picture] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, path: Path) -> Picture:
        """The picture of a sample's file.

        Raises:
            MediaError: It cannot be read.
        """
        with self._lock:
            picture = self._pictures.get(path)
            if picture is not None:
                self._pictures.move_to_end(path)
                return picture
        picture = _read(path, self._reach[path])
        with self._lock:
            if path not in self._pictures:
                self._pictures[path] = picture
                self.nbytes += picture.pixels.nbytes
                while self.nbytes > self.max_bytes and len(self._pictures) > 1:
                    _, dropped = self._pictures.popitem(last=False)
                    self.nbytes -= dropped.pixels.nbytes
        return picture


def _read(path: Path, reach: Reach) -> Picture:
    image, done = read_shrunk(path, 1 << min(reach.halvings, _MOST_HALVINGS))
    times = min(reach.halvings, _MOST_HALVINGS) - (done.bit_length() - 1)
    while times and min(image.shape[:2]) < 2 << times:
        times -= 1
    left, top, right, bottom = (edge / done for edge in reach.edges)
    part = part_of(image, (left, top, right, bottom), 1 << times)
    x, y = part.origin
    # a copy, or the whole picture would stay in memory behind its part
    return Picture(np.array(halve(part.pixels, times)), (x * done, y * done), done << times)


def free_memory() -> int:
    """Bytes that this process can still take, by the computer and by a container's limit."""
    free = int(psutil.virtual_memory().available)
    for limit, used in _CGROUP_FILES:
        try:
            free = min(free, int(limit.read_text()) - int(used.read_text()))
        except (OSError, ValueError):  # there is no such group, or its limit is "max"
            continue
    return max(free, 0)


def augmented_view(
    sample: Sample,
    picture: Picture,
    size: int,
    rng: np.random.Generator,
    config: AugmentConfig,
    flip_order: NDArray[np.intp] | None,
) -> tuple[RgbImage, NDArray[np.float32], NDArray[np.bool_]]:
    """A random view: pixels (S, S, 3), points (N, 2) normalised, visible (N,).

    `flip_order` exchanges left and right in a mirrored view; None forbids mirroring.
    """
    view = random_view(sample.box, size, rng, config, flip_order is not None)
    pixels = warp(picture.pixels, picture.matrix_from(view.matrix), size)
    pixels = change_colours(pixels, rng, config)
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
        store: PictureStore,
        max_keypoints: int,
        class_free: float = 0.0,
    ) -> None:
        """Args: what to draw from; side of the input, px; how far views go; the pictures; keypoints of an
        episode at most; the share of class-free episodes.
        """
        self.class_free = class_free
        self.categories, self.size, self.augment, self.store = categories, size, augment, store
        self.max_keypoints = max_keypoints
        self.flips = [data.flip_order() for data in categories]

    def make(self, draw: Draw, rng: np.random.Generator) -> Episode:
        """The augmented views of a draw; categories with very many keypoints are thinned at random."""
        data = self.categories[draw.category]
        if self.class_free and rng.random() < self.class_free:
            return self._class_free(data, draw, rng)
        order = self.keypoint_order(data, rng)
        views = []
        for index in draw.instances:
            sample = data.samples[index]
            picture = self.store.get(sample.path)
            views.append(
                augmented_view(sample, picture, self.size, rng, self.augment, self.flips[draw.category])
            )
        return Episode(
            data,
            order,
            np.stack([view[0] for view in views]),
            np.stack([view[1] for view in views])[:, order],
            np.stack([view[2] for view in views])[:, order],
            tuple(f"{data.key}:{data.samples[index].name}" for index in draw.instances),
        )

    def keypoint_order(self, data: CategoryData, rng: np.random.Generator) -> NDArray[np.intp]:
        """(N,) the keypoints of an episode, ascending: all, or as many as there may be at random."""
        count = len(data.category)
        if count <= self.max_keypoints:
            return np.arange(count)
        return np.sort(rng.permutation(count)[: self.max_keypoints])

    def _class_free(self, data: CategoryData, draw: Draw, rng: np.random.Generator) -> Episode:
        """Views of the first instance's photograph with random points."""
        sample = data.samples[draw.instances[0]]
        views = class_free_views(
            sample, self.store.get(sample.path), self.size, len(draw.instances), rng, self.augment
        )
        order = np.arange(views[1].shape[1])
        return Episode(data, order, *views, (f"{data.key}:{sample.name}",) * len(draw.instances), named=False)


class Prefetcher:
    """Makes numbered episodes in several threads, some ahead, and gives them out in the order of the numbers.

    Every episode has its own random state from its number, so that neither the threads nor what came before
    changes anything: a resumed run, or one of several processes, sees what a single unbroken one would.
    Threads are enough: decoding and warping run outside of Python's lock.
    """

    def __init__(
        self, maker: EpisodeMaker, draws: Iterator[tuple[int, Draw]], seed: int, *, ahead: int, workers: int
    ) -> None:
        """Args: draws: Numbers and what to make. ahead: Episodes ready or in the making. workers: Threads."""
        self._maker, self._draws, self._seed, self._ahead = maker, draws, seed, max(ahead, workers)
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="episodes")
        self._waiting: deque[Future[tuple[int, Episode]]] = deque()
        self._fill()

    def _fill(self) -> None:
        while len(self._waiting) < self._ahead:
            numbered = next(self._draws, None)
            if numbered is None:
                return
            self._waiting.append(self._pool.submit(self._make, *numbered))

    def _make(self, number: int, draw: Draw) -> tuple[int, Episode]:
        return number, self._maker.make(draw, np.random.default_rng((self._seed, number)))

    def __iter__(self) -> Iterator[tuple[int, Episode]]:
        while self._waiting:
            numbered = self._waiting.popleft().result()
            self._fill()
            yield numbered

    def close(self) -> None:
        """Stops the threads."""
        self._pool.shutdown(wait=True, cancel_futures=True)
