"""Image features kept in memory up to a number of bytes, so that a new prompt does not encode again."""

from __future__ import annotations

import hashlib
import threading
import weakref
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from typing import Protocol

import numpy as np
import torch
from torch import Tensor

from gkdt_core.geometry import Box, ImageToInput, RgbImage

DEFAULT_CAPACITY = 512 * 2**20
DERIVED_SHARE = 0.25
"""Of the capacity that may hold what was made of features. At ViT-L sizes an image's keys and values take
9.4 MB beside 2.4 MB of features: they are kept for the images looked at last, features for many more."""


class _Identity:
    """What says that features are the same ones after they were copied to memory of their own."""

    __slots__ = ("__weakref__",)


class Derived(Protocol):
    """Something made of the features of one image that every prompt on it can use again."""

    @property
    def nbytes(self) -> int:
        """Bytes it takes beside the features."""


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
        identity: The same object in every copy of the same features: what is made of them is kept by it.
    """

    features: Tensor
    transform: ImageToInput
    image_hw: tuple[int, int]
    box: Box | None = None
    lengths: Tensor | None = None
    identity: object = field(default_factory=_Identity, repr=False)

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

    def halved(self) -> ImageFeatures:
        """The same in float16; unchanged where that cannot hold the numbers."""
        half = self.features.to(torch.float16)
        if self.features.dtype is torch.float16 or not bool(half.isfinite().all()):
            return self
        return replace(self, features=half, identity=_Identity())


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
    Beside the features, a share of the bytes holds what engines made of them (`derived`).
    """

    def __init__(self, capacity: int = DEFAULT_CAPACITY, *, half: bool = False) -> None:
        """Args:
        capacity: Bytes to keep; 0 keeps nothing.
        half: Keep feature maps in float16: twice as many, no longer exact, so not the default. Heatmaps of
            the networks that the released implementation is compared with moved by at most 6.5e-5, with a
            deconvolving head 1.7e-4; no peak left its cell.
        """
        self.capacity, self.half = capacity, half
        self._entries: OrderedDict[Hashable, ImageFeatures] = OrderedDict()
        self._derived: OrderedDict[int, tuple[weakref.ref[object], Derived, int]] = OrderedDict()
        self._entry_bytes = self._derived_bytes = 0
        self._hits = self._misses = 0
        self._lock = threading.Lock()

    def configure(self, capacity: int, *, half: bool) -> None:
        """Another bound, at once, and another form for what comes from now on."""
        with self._lock:
            self.capacity, self.half = capacity, half
            while self._derived_bytes > capacity * DERIVED_SHARE:
                self._drop_derived(next(iter(self._derived)))
            while self.nbytes > capacity and self._entries:
                self._let_go_oldest()

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, key: Hashable) -> bool:
        return key in self._entries

    @property
    def nbytes(self) -> int:
        """Bytes kept now, of features and of what was made of them."""
        return self._entry_bytes + self._derived_bytes

    @property
    def stats(self) -> CacheStats:
        """Hits, misses and bytes up to now."""
        with self._lock:
            return CacheStats(self._hits, self._misses, len(self._entries), self.nbytes, self.capacity)

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
        owned = (features.halved() if self.half else features).owning()  # or the count of bytes would lie
        with self._lock:
            replaced = self._entries.pop(key, None)
            if replaced is not None:
                self._entry_bytes -= replaced.nbytes
            if owned.nbytes > self.capacity:
                return
            self._entries[key] = owned
            self._entry_bytes += owned.nbytes
            self._let_go()

    def derived(self, features: ImageFeatures) -> Derived | None:
        """What was made of these very features, if it is still kept."""
        with self._lock:
            found = self._derived.get(id(features.identity))
            if found is None or found[0]() is not features.identity:  # a number may come back for another one
                return None
            self._derived.move_to_end(id(features.identity))
            return found[1]

    def keep_derived(self, features: ImageFeatures, derived: Derived) -> None:
        """Keeps what was made of `features` while they live and its share of the bytes holds it."""
        nbytes = derived.nbytes
        share = int(self.capacity * DERIVED_SHARE)
        with self._lock:
            self._drop_derived(id(features.identity))
            for number in [n for n, (alive, _, _) in self._derived.items() if alive() is None]:
                self._drop_derived(number)
            if nbytes > share:
                return
            while self._derived_bytes + nbytes > share:
                self._drop_derived(next(iter(self._derived)))
            self._derived[id(features.identity)] = weakref.ref(features.identity), derived, nbytes
            self._derived_bytes += nbytes
            self._let_go()

    def _drop_derived(self, number: int) -> None:
        dropped = self._derived.pop(number, None)
        if dropped is not None:
            self._derived_bytes -= dropped[2]

    def _let_go(self) -> None:
        # of whole entries first, as `derived` has its own bound; the last entry is worth more than what is
        # made of others
        while self.nbytes > self.capacity and len(self._entries) > 1:
            self._let_go_oldest()
        while self.nbytes > self.capacity:
            self._drop_derived(next(iter(self._derived)))

    def _let_go_oldest(self) -> None:
        _, oldest = self._entries.popitem(last=False)
        self._entry_bytes -= oldest.nbytes
        self._drop_derived(id(oldest.identity))

    def clear(self) -> None:
        """Lets go of everything."""
        with self._lock:
            self._entries.clear()
            self._derived.clear()
            self._entry_bytes = self._derived_bytes = 0


class TensorCache:
    """The tensors used last, never more bytes than `capacity`; for one thread."""

    def __init__(self, capacity: int) -> None:
        """Args: capacity: Bytes to keep."""
        self.capacity = capacity
        self._entries: OrderedDict[Hashable, Tensor] = OrderedDict()
        self.nbytes = 0

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: Hashable) -> Tensor | None:
        """The tensor of `key`, which becomes the one used last; None when it is not kept."""
        found = self._entries.get(key)
        if found is not None:
            self._entries.move_to_end(key)
        return found

    def put(self, key: Hashable, tensor: Tensor) -> None:
        """Keeps `tensor`, which must own its memory, letting go of those used longest ago."""
        replaced = self._entries.pop(key, None)
        self.nbytes += tensor.nbytes - (0 if replaced is None else replaced.nbytes)
        self._entries[key] = tensor
        while self.nbytes > self.capacity:
            _, oldest = self._entries.popitem(last=False)
            self.nbytes -= oldest.nbytes
