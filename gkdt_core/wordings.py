"""The words by which the model in use knows a ready-made category's keypoints.

A project keeps what a person wrote; nobody writes "cephalometric landmark 7" because one of the models was
trained with it. So texts that nobody has changed are put into the model's own words only when it is asked,
and follow when another model is loaded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache

from gkdt_core.schemas import known_skeletons, prompt_texts


class Vocabulary(StrEnum):
    """Whose words a model knows. A model trained here knows the names it was trained with: none of these."""

    BUNDLED = "bundled"
    RELEASED = "released"


_MOST = 0.5
"""Share of a skeleton's keypoints that a category must still have to be taken for it."""


def words_for(names: Sequence[str], texts: Sequence[str], vocabulary: Vocabulary | None) -> tuple[str, ...]:
    """N texts to prompt a model with: those that a person wrote, the others in the model's own words.

    Args:
        names: N keypoint names.
        texts: For each the text that the project has. One that equals the name, or another vocabulary's word
            for it (as older projects stored it), is nobody's writing.
        vocabulary: The model's; None leaves every name as it is.
    """
    if vocabulary is None or not names:
        return tuple(texts)
    skeleton = _skeleton_of(tuple(names))
    if skeleton is None:
        return tuple(texts)
    words = _words(skeleton, vocabulary)
    others = [_words(skeleton, other) for other in Vocabulary]
    return tuple(
        words.get(name, name) if text == name or any(other.get(name) == text for other in others) else text
        for name, text in zip(names, texts, strict=True)
    )


@cache
def _skeleton_of(names: tuple[str, ...]) -> str | None:
    """The skeleton that has all of these names, and of which they are the larger part."""
    wanted = set(names)
    found = [
        (len(keypoints), schema_id)
        for schema_id, keypoints in known_skeletons().items()
        if wanted <= set(keypoints) and len(wanted) > _MOST * len(keypoints)
    ]
    # of skeletons with the same names any one that a model has words for will do
    found.sort(key=lambda item: (item[0], not any(_words(item[1], each) for each in Vocabulary)))
    return found[0][1] if found else None


@cache
def _words(schema_id: str, vocabulary: Vocabulary) -> Mapping[str, str]:
    return prompt_texts(schema_id, vocabulary.value)
