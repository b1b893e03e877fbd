"""CLIP's byte-pair tokens: what the text tower reads."""

from __future__ import annotations

import gzip
import html
import threading
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from gkdt_core.errors import ModelFileError
from gkdt_core.paths import resource_path

if TYPE_CHECKING:
    import tokenizers
    import torch

VOCABULARY_SIZE = 49_408
START_OF_TEXT = 49_406
END_OF_TEXT = 49_407  # the largest id, so argmax over a row finds it
PAD = 0

_START_TEXT = "<|startoftext|>"
_END_TEXT = "<|endoftext|>"
# CLIP's pattern; the texts are lower-cased before, so it needs no case folding
_WORDS = r"'s|'t|'re|'ve|'m|'ll|'d|\p{L}+|\p{N}|[^\s\p{L}\p{N}]+"
_MERGES = VOCABULARY_SIZE - 2 * 256 - 2
_lock = threading.Lock()


class ClipTokenizer:
    """Turns texts into token ids; the vocabulary is read at the first use and shared by all tokenizers.

    May be used from several threads at once.

    Attributes:
        context_length: Number of ids of a padded row; a longer text is cut and still ends in end-of-text.
    """

    def __init__(self, context_length: int = 77) -> None:
        if context_length < 2:
            raise ValueError(f"a context of {context_length} has no room for the start and end of a text")
        self.context_length = context_length

    def encode(self, text: str) -> list[int]:
        """Ids of one text from start-of-text to end-of-text, at most `context_length` of them, unpadded."""
        ids = [START_OF_TEXT, *_backend().encode(clean(text)).ids, END_OF_TEXT]
        if len(ids) > self.context_length:
            ids = [*ids[: self.context_length - 1], END_OF_TEXT]
        return ids

    def batch(self, texts: Sequence[str]) -> torch.Tensor:
        """Ids of T texts, (T, context_length) int64, padded with 0."""
        import torch

        rows = torch.full((len(texts), self.context_length), PAD, dtype=torch.int64)
        for row, text in zip(rows, texts, strict=True):
            ids = self.encode(text)
            row[: len(ids)] = torch.tensor(ids)
        return rows


def clean(text: str) -> str:
    """The text as CLIP reads it: encoding mistakes and HTML entities undone, single spaces, lower case."""
    import ftfy

    fixed = html.unescape(html.unescape(ftfy.fix_text(text)))
    return " ".join(fixed.split()).lower()


def token_words(*, whole: bool = False) -> list[str]:
    """The texts of the 49,408 tokens in the order of their ids; bytes that are no text alone are left out.

    Args:
        whole: Only those of tokens that end a word.
    """
    bytes_of = {letter: byte for byte, letter in _byte_letters().items()}
    words = []
    for token in _vocabulary()[0]:
        if whole and not token.endswith("</w>"):
            continue
        letters = token.removesuffix("</w>")
        if token not in (_START_TEXT, _END_TEXT):
            letters = bytes(bytes_of[letter] for letter in letters).decode("utf-8", errors="ignore")
        words.append(letters)
    return words


def _backend() -> tokenizers.Tokenizer:
    with _lock:  # lru_cache alone would let two threads build it twice
        return _build()


@lru_cache(maxsize=1)
def _build() -> tokenizers.Tokenizer:
    from tokenizers import Regex, Tokenizer, models, pre_tokenizers

    tokens, merges = _vocabulary()
    tokenizer = Tokenizer(
        models.BPE(
            vocab={token: index for index, token in enumerate(tokens)},
            merges=merges,
            end_of_word_suffix="</w>",
        )
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(_WORDS), behavior="removed", invert=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.add_special_tokens([_START_TEXT, _END_TEXT])
    return tokenizer


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[tuple[str, ...], list[tuple[str, str]]]:
    """All tokens in id order and the merges in order of rank."""
    path = resource_path("text", "bpe_simple_vocab_16e6.txt.gz")
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            lines = file.read().split("\n")[1 : 1 + _MERGES]  # the first line is a heading
        merges = [(first, second) for first, second in (line.split() for line in lines)]
    except (OSError, EOFError, ValueError) as error:
        raise ModelFileError(
            f"{path.name}: the text vocabulary cannot be read from {path.parent}.",
            hint="Install the program again; the file ships with it.",
        ) from error
    letters = list(_byte_letters().values())
    joined = [first + second for first, second in merges]
    tokens = (*letters, *(letter + "</w>" for letter in letters), *joined, _START_TEXT, _END_TEXT)
    return tokens, merges


def _byte_letters() -> dict[int, str]:
    """The printable letter that stands for each of the 256 bytes, in CLIP's order of ids."""
    printable = [
        *range(ord("!"), ord("~") + 1),
        *range(ord("¡"), ord("¬") + 1),
        *range(ord("®"), ord("ÿ") + 1),
    ]
    # spaces, control characters and other bytes that print nothing are shown as the letters from 256 on
    others = [byte for byte in range(256) if byte not in printable]
    return {byte: chr(byte) for byte in printable} | {byte: chr(256 + i) for i, byte in enumerate(others)}
