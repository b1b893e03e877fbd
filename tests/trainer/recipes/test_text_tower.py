"""The distillation recipe with a stand-in for the sentence encoder, which is a package of its own."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import torch

from gkdt_core.errors import ModelFileError
from gkdt_core.model.text_encoder import TextEncoderConfig
from gkdt_core.model.tokenizer import ClipTokenizer
from trainer.recipes.text_tower import (
    SENTENCE_DIM,
    Corpus,
    DistillConfig,
    SentenceVectors,
    TargetSpace,
    Vectors,
    distill,
    encode_texts,
    initial_tower,
    load_tower,
    save_tower,
    targets_of,
)
from trainer.recipes.vocabulary import Phrase, build_phrases, plain

TINY = TextEncoderConfig(
    context_length=16, width=32, layers=1, heads=2, hidden=64, output_dim=2 * SENTENCE_DIM
)


def word_bag_vectors(texts: Sequence[str]) -> Vectors:
    """The mean of a fixed random vector per word: mirrored names are nearly the same, as in the real ones."""
    return np.stack([_unit(sum(map(_word_vector, text.split()), np.ones(SENTENCE_DIM))) for text in texts])


_TABLE = np.random.default_rng(0).normal(size=(4096, SENTENCE_DIM))


def _word_vector(word: str) -> Vectors:
    strength = 0.4 if word in ("left", "right") else 1.0
    return strength * _TABLE[zlib.crc32(word.encode()) % len(_TABLE)]


def _unit(vector: Vectors) -> Vectors:
    return (vector / np.linalg.norm(vector)).astype(np.float32)


def _phrase(text: str, part: str = "") -> Phrase:
    return Phrase(text, plain(text), plain(part), "part")


@pytest.fixture(scope="module")
def sentences() -> SentenceVectors:
    return SentenceVectors(None, word_bag_vectors)


@pytest.fixture(scope="module")
def phrases() -> list[Phrase]:
    return [phrase for phrase in build_phrases([], ["cat"], [], seed=0) if phrase.group == "part"][::20]


@pytest.fixture(scope="module")
def space(sentences: SentenceVectors, phrases: list[Phrase]) -> TargetSpace:
    return TargetSpace.fitted(sentences.of([phrase.meaning for phrase in phrases]))


def _cosine(first: str, second: str, sentences: SentenceVectors, space: TargetSpace) -> float:
    one, other = targets_of([_phrase(first), _phrase(second)], sentences, space)
    return float(one @ other)


def test_targets_are_unit_vectors(
    sentences: SentenceVectors, phrases: list[Phrase], space: TargetSpace
) -> None:
    targets = targets_of(phrases, sentences, space)
    np.testing.assert_allclose(np.linalg.norm(targets, axis=1), 1.0, atol=1e-5)


@pytest.mark.parametrize(
    "text", ["left eye", "left front paw", "left corner of right eye", "l_ear", "left gizmo"]
)
def test_targets_of_mirrored_names_are_apart(
    text: str, sentences: SentenceVectors, space: TargetSpace
) -> None:
    other = plain(text).replace("left", "?").replace("right", "left").replace("?", "right")
    raw = sentences.of([plain(text), other])
    assert raw[0] @ raw[1] > 0.7
    assert _cosine(text, other, sentences, space) < 0.5


def test_targets_tell_numbers_and_ends_apart(sentences: SentenceVectors, space: TargetSpace) -> None:
    assert _cosine("keypoint 1 of bed", "keypoint 5 of bed", sentences, space) < 0.8
    assert _cosine("pinky tip", "little finger tip", sentences, space) > _cosine(
        "pinky tip", "thumb tip", sentences, space
    )


def test_the_object_moves_a_part_less_than_the_side(sentences: SentenceVectors, space: TargetSpace) -> None:
    part = _phrase("left eye")
    of_cat = _phrase("the left eye of the cat", part="left eye")
    mirrored = _phrase("right eye")
    targets = targets_of([part, of_cat, mirrored], sentences, space)
    assert targets[0] @ targets[1] > 0.8 > targets[0] @ targets[2]


def test_sentence_vectors_are_kept_for_another_run(tmp_path: Path) -> None:
    asked: list[str] = []

    def encode(texts: Sequence[str]) -> Vectors:
        asked.extend(texts)
        return word_bag_vectors(texts)

    first = SentenceVectors(tmp_path, encode).of(["left eye", "nose", "left eye"])
    assert asked == ["left eye", "nose"]
    second = SentenceVectors(tmp_path, encode).of(["nose", "tail"])
    assert asked == ["left eye", "nose", "tail"]
    np.testing.assert_allclose(second[0], first[1], atol=1e-3)  # kept in half precision


def test_distillation_learns_the_targets_and_its_file_gives_them_back(
    tmp_path: Path, sentences: SentenceVectors, phrases: list[Phrase], space: TargetSpace
) -> None:
    torch.manual_seed(0)
    tokenizer = ClipTokenizer(TINY.context_length)
    corpus = Corpus.of(phrases, sentences, space, tokenizer)
    _, _, directions = torch.linalg.svd(corpus.targets, full_matrices=False)
    tower = initial_tower(TINY, space, sentences, directions[: TINY.width])
    surfaces = [phrase.surface for phrase in phrases]

    def agreement() -> float:
        return float((encode_texts(tower, surfaces) * corpus.targets).sum(dim=-1).mean())

    before = agreement()
    path = tmp_path / "tower.safetensors"
    distill(tower, corpus, DistillConfig(steps=80, batch=32, save_every=50), path)
    assert agreement() > before + 0.15
    loaded = load_tower(path)
    assert loaded.config == TINY
    # fp16 on disk: a relative error of 5e-4 in each weight
    torch.testing.assert_close(
        encode_texts(loaded, surfaces[:20]), encode_texts(tower, surfaces[:20]), atol=5e-3, rtol=0
    )
    vectors = loaded.eot_vectors(tokenizer.batch(["nose"]))
    assert vectors[:, :SENTENCE_DIM].abs().max() == 0  # the unused half


def test_the_same_seed_gives_the_same_batches(
    sentences: SentenceVectors, phrases: list[Phrase], space: TargetSpace
) -> None:
    corpus = Corpus.of(phrases, sentences, space, ClipTokenizer(16))
    config = DistillConfig(steps=3, batch=4)
    batches = list(corpus.batches(config))
    assert len(batches) == 3
    for (ids, targets), (again, targets_again) in zip(batches, corpus.batches(config), strict=True):
        assert torch.equal(ids, again)
        assert torch.equal(targets, targets_again)


def test_a_broken_tower_file_is_named_with_a_remedy(tmp_path: Path) -> None:
    path = tmp_path / "tower.safetensors"
    with pytest.raises(ModelFileError, match=r"tower\.safetensors") as caught:
        load_tower(path)
    assert "trainer.recipes.text_tower" in caught.value.hint
    path.write_bytes(b"not a tensor file")
    path.with_suffix(".json").write_text('{"width": 32}', encoding="utf-8")
    with pytest.raises(ModelFileError, match=r"tower\.safetensors"):
        load_tower(path)


def test_saving_leaves_no_half_written_file_behind(tmp_path: Path) -> None:
    from gkdt_core.model.text_encoder import DinoTxtTower

    save_tower(DinoTxtTower(TINY), tmp_path / "tower.safetensors")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tower.json", "tower.safetensors"]
