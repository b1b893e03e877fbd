"""The tokens must be CLIP's to the last id: released weights were trained on them."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from gkdt_core.model.tokenizer import (
    END_OF_TEXT,
    PAD,
    START_OF_TEXT,
    VOCABULARY_SIZE,
    ClipTokenizer,
    clean,
    token_words,
)
from tests.shared_data import SHARED, needs_shared


@needs_shared
def test_ids_are_those_of_the_released_implementation() -> None:
    stored = json.loads((SHARED / "parity" / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer = ClipTokenizer(stored["context_length"])
    assert [tokenizer.encode(text) for text in stored["texts"]] == stored["tokens"]


def test_batch_is_padded_with_zeros_to_the_context() -> None:
    rows = ClipTokenizer(context_length=8).batch(["left eye", ""])
    assert rows.dtype == torch.int64
    assert rows.tolist() == [
        [START_OF_TEXT, 1823, 3272, END_OF_TEXT, PAD, PAD, PAD, PAD],
        [START_OF_TEXT, END_OF_TEXT, PAD, PAD, PAD, PAD, PAD, PAD],
    ]


def test_no_texts_give_an_empty_batch() -> None:
    assert ClipTokenizer(context_length=8).batch([]).shape == (0, 8)


def test_a_text_that_is_too_long_is_cut_and_still_ends() -> None:
    ids = ClipTokenizer(context_length=5).encode("one two three four five six")
    assert len(ids) == 5
    assert ids[0] == START_OF_TEXT
    assert ids[-1] == END_OF_TEXT
    assert ids[:4] == ClipTokenizer().encode("one two three four five six")[:4]


def test_a_text_that_just_fits_is_not_cut() -> None:
    assert ClipTokenizer(context_length=4).encode("left eye") == [START_OF_TEXT, 1823, 3272, END_OF_TEXT]


def test_a_context_without_room_for_start_and_end_is_refused() -> None:
    with pytest.raises(ValueError, match="context of 1"):
        ClipTokenizer(context_length=1)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  Left\n\tEye ", "left eye"),
        ("&amp;amp; ear", "& ear"),
        ("MÃ¼ller", "müller"),
        ("a b", "a b"),
    ],
)
def test_text_is_mended_before_it_is_read(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_many_threads_at_once_get_the_same_ids() -> None:
    texts = [f"left front paw {index}" for index in range(64)]
    expected = [ClipTokenizer().encode(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ClipTokenizer().encode, texts)) == expected


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_one_start_and_ends_with_the_largest_id(text: str) -> None:
    ids = ClipTokenizer(context_length=24).encode(text)
    assert 2 <= len(ids) <= 24
    assert ids[0] == START_OF_TEXT
    assert ids[-1] == END_OF_TEXT == max(ids)
    assert all(0 <= index < VOCABULARY_SIZE for index in ids)


def test_every_whole_word_token_is_read_back_as_its_own_id() -> None:
    words = token_words()
    assert len(words) == VOCABULARY_SIZE
    tokenizer = ClipTokenizer()
    for index in (8231, 1823, 3272, 8373):
        assert tokenizer.encode(words[index]) == [START_OF_TEXT, index, END_OF_TEXT]
    assert "nose" in token_words(whole=True)
