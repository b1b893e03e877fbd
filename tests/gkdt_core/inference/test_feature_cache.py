"""The feature cache keeps what was used last, by bytes."""

from __future__ import annotations

import numpy as np
import torch

from gkdt_core.geometry import Box, ImageToInput
from gkdt_core.inference.feature_cache import (
    CacheStats,
    FeatureCache,
    FeatureKey,
    ImageFeatures,
    content_digest,
)

TRANSFORM = ImageToInput(1.0, (0.0, 0.0), (0.0, 0.0), 64)


def features(channels: int = 4) -> ImageFeatures:
    return ImageFeatures(torch.zeros(channels, 8, 8), TRANSFORM, (64, 64))


def key(content: str, box: Box | None = None, model: str = "m") -> FeatureKey:
    return FeatureKey(content, box, model)


def test_features_come_back_for_the_same_content_region_and_model_only() -> None:
    cache = FeatureCache()
    kept = features()
    cache.put(key("a", Box(0, 0, 10, 10)), kept)
    assert cache.get(key("a", Box(0, 0, 10, 10))) is kept
    assert cache.get(key("a")) is None
    assert cache.get(key("b", Box(0, 0, 10, 10))) is None
    assert cache.get(key("a", Box(0, 0, 10, 10), model="other")) is None


def test_the_features_used_longest_ago_go_first() -> None:
    cache = FeatureCache(capacity=2 * features().nbytes)
    cache.put(key("a"), features())
    cache.put(key("b"), features())
    assert cache.get(key("a")) is not None
    cache.put(key("c"), features())
    assert key("a") in cache
    assert key("b") not in cache
    assert cache.nbytes == 2 * features().nbytes


def test_putting_a_key_again_counts_its_bytes_once() -> None:
    cache = FeatureCache()
    cache.put(key("a"), features(4))
    cache.put(key("a"), features(2))
    assert len(cache) == 1
    assert cache.nbytes == features(2).nbytes


def test_features_larger_than_the_cache_are_not_kept_and_push_nothing_out() -> None:
    cache = FeatureCache(capacity=features(4).nbytes)
    cache.put(key("a"), features(4))
    cache.put(key("b"), features(8))
    assert key("a") in cache
    assert key("b") not in cache


def test_a_smaller_bound_holds_at_once_and_half_is_for_what_comes() -> None:
    cache = FeatureCache()
    for name in "abc":
        cache.put(key(name), features())
    cache.configure(2 * features().nbytes, half=True)
    assert [key(name) in cache for name in "abc"] == [False, True, True]
    cache.put(key("d"), features())
    assert cache.nbytes == features().nbytes * 3 // 2
    cache.configure(0, half=False)
    assert (len(cache), cache.nbytes) == (0, 0)


def test_a_slice_of_a_batch_does_not_keep_the_batch_alive() -> None:
    batch, lengths = torch.rand(16, 4, 8, 8), torch.rand(16, 1, 16, 16)
    cache = FeatureCache()
    cache.put(key("a"), ImageFeatures(batch[3], TRANSFORM, (64, 64), None, lengths[3]))
    kept = cache.get(key("a"))
    assert kept is not None
    assert torch.equal(kept.features, batch[3])
    assert kept.lengths is not None
    assert torch.equal(kept.lengths, lengths[3])
    storage = kept.features.untyped_storage().nbytes() + kept.lengths.untyped_storage().nbytes()
    assert storage == kept.nbytes == cache.nbytes


def test_the_cache_counts_hits_and_misses_and_bytes() -> None:
    cache = FeatureCache(capacity=5 * features().nbytes)
    cache.put(key("a"), features())
    cache.get(key("a"))
    cache.get(key("a"))
    cache.get(key("b"))
    bytes_kept = features().nbytes
    assert cache.stats == CacheStats(hits=2, misses=1, entries=1, nbytes=bytes_kept, capacity=5 * bytes_kept)


def test_clear_lets_go_of_everything() -> None:
    cache = FeatureCache()
    cache.put(key("a"), features())
    cache.clear()
    assert (len(cache), cache.nbytes) == (0, 0)


def test_the_digest_tells_pixels_and_shapes_apart() -> None:
    image = np.zeros((4, 6, 3), np.uint8)
    other = image.copy()
    other[3, 5, 2] = 1
    digests = {content_digest(image), content_digest(other), content_digest(image.reshape(6, 4, 3))}
    assert len(digests) == 3
    assert content_digest(image[:, ::2]) == content_digest(image[:, ::2].copy())
