"""Image features kept in memory up to a number of bytes, so that a new prompt does not encode again."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, replace

import numpy as np
from torch import Tensor

from gkdt_core.geometry import Box, ImageToInput, RgbImage

DEFAULT_CAPACITY = 512 * 2**20


@dataclass(frozen=True, slots=True, eq=False)
class ImageFeatures:
    """What the image encoder says about one region of one image; knows no prompt.

    Attributes:
        features: (C, h, w), on the engine's device.
        transform: From image coordinates to the model's input and back.
        image_hw: Size of the whole image, px.
        box: The region that was encoded, image coordinates; None for the whole image.
        lengths: (1, H, W) over channels of the upscaled features: half of what every prediction costs, known
            without a prompt. None where the model's head works otherwise.
    """

    features: Tensor
    transform: ImageToInput
    image_hw: tuple[int, int]
    box: Box | None = None
    lengths: Tensor | None = None

    @property
    def nbytes(self) -> int:
        """Bytes that the feature map takes."""
        return sum(part.numel() * part.element_size() for part in self._tensors)

    @property
    def _tensors(self) -> list[Tensor]:
        return [self.features] if self.lengths is None else [self.features, self.lengths]

    def owning(self) -> ImageFeatures:
        """The same, of its own memory: a slice of a batch would keep the whole batch alive."""
        if sum(part.untyped_storage().nbytes() for part in self._tensors) <= self.nbytes:
            return self
        lengths = None if self.lengths is None else self.lengths.clone()
        return replace(self, features=self.features.clone(), lengths=lengths)


@dataclass(frozen=True, slots=True)
class FeatureKey:
    """What features depend on.

    Attributes:
        content: Stands for the image's pixels: `content_digest`, a file's `media_digest`, or path and time.
        box: The region; None for the whole image.
        model: Digest of the model's weights.
    """

    content: str
    box: Box | None
    model: str


@dataclass(frozen=True, slots=True)
class CacheStats:
    """How well a cache serves.

    Attributes:
        hits, misses: How many lookups found something, and how many did not, since the cache was made.
        entries: Feature maps kept now.
        nbytes: Bytes kept now.
        capacity: Bytes that may be kept.
    """

    hits: int
    misses: int
    entries: int
    nbytes: int
    capacity: int


def content_digest(image: RgbImage) -> str:
    """A stable name of an image's pixels and size (about 1 ms per megapixel)."""
    digest = hashlib.blake2b(repr(image.shape).encode(), digest_size=16)
    digest.update(np.ascontiguousarray(image).data)
    return digest.hexdigest()


class FeatureCache:
    """The features used last, never more bytes than `capacity`; may be asked from any thread.

    An engine looks its supports up by `FeatureKey`; whoever keeps a cache of their own may use other keys.
    """

    def __init__(self, capacity: int = DEFAULT_CAPACITY) -> None:
        """Args: capacity: Bytes of feature maps to keep; 0 keeps nothing."""
        self.capacity = capacity
        self._entries: OrderedDict[Hashable, ImageFeatures] = OrderedDict()
        self._nbytes = 0
        self._hits = self._misses = 0
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, key: Hashable) -> bool:
        return key in self._entries

    @property
    def nbytes(self) -> int:
        """Bytes kept now."""
        return self._nbytes

    @property
    def stats(self) -> CacheStats:
        """Hits, misses and bytes up to now."""
        with self._lock:
            return CacheStats(self._hits, self._misses, len(self._entries), self._nbytes, self.capacity)

    def get(self, key: Hashable) -> ImageFeatures | None:
        """The features of `key`, which become the ones used last; None when they are not kept."""
        with self._lock:
            found = self._entries.get(key)
            if found is None:
                self._misses += 1
            else:
                self._hits += 1
                self._entries.move_to_end(key)
            return found

    def put(self, key: Hashable, features: ImageFeatures) -> None:
        """Keeps `features`, letting go of those used longest ago; too large ones are not kept at all."""
        owned = features.owning()  # or the count of bytes would lie
        with self._lock:
            replaced = self._entries.pop(key, None)
            if replaced is not None:
                self._nbytes -= replaced.nbytes
            if owned.nbytes > self.capacity:
                return
            self._entries[key] = owned
            self._nbytes += owned.nbytes
            while self._nbytes > self.capacity:
                _, oldest = self._entries.popitem(last=False)
                self._nbytes -= oldest.nbytes

    def clear(self) -> None:
        """Lets go of everything."""
        with self._lock:
            self._entries.clear()
            self._nbytes = 0
