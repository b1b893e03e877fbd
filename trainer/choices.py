"""What `gkdt train` chooses where nobody says, and why: a fine-tuning without hyper-parameters.

Pure: from how much there is to learn from and what it runs on to settings, each with its reason in words.
The numbers were measured; docs/fine-tuning.md has the table.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from trainer.config import Tune

EncoderKind = Literal["small", "large"]

PROCESSOR_MINUTES = 10.0
"""A time budget on a processor that nobody set: about what people wait for."""
FEW_INSTANCES = 50
"""Below this a large encoder stays as it is: its 300 million numbers would learn the pictures by heart."""
MANY_INSTANCES = 500
"""From here on a large encoder is tuned as a whole."""
TUNED: dict[Tune, str] = {
    "all": "everything",
    "upper": "the upper image encoder, the prompt and head parts",
    "heads": "the prompt and head parts",
}
"""What the settings of `tune` change, in words."""
PATIENCE = 4
VALIDATIONS = 12
_STEPS_FACTOR, _HEADS_FACTOR = 60, 120
_FEWEST_STEPS, _MOST_STEPS = 120, 3000
_FEWEST_FIXED_VIEWS, _MOST_FIXED_VIEWS = 4, 32
_LEAST_USES = 3
"""How often a kept view is seen at least, on average: below that, keeping it saves little."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What there is to choose from.

    Attributes:
        instances: To learn from.
        images: They are in.
        largest: Instances of the category with the most.
        checked: Instances held back.
        held_how: In words, how those were held back; "" where none are.
        encoder: "small" for the bundled model's kind, "large" for DINOv3's.
        graphics_card: Whether it runs on one.
    """

    instances: int
    images: int
    largest: int
    checked: int
    held_how: str
    encoder: EncoderKind
    graphics_card: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One setting.

    Attributes:
        setting: As its option is called, without the dashes.
        value: As people read it.
        why: The reason in a few words.
        asked: Whether somebody asked for it, so that nothing was chosen.
    """

    setting: str
    value: str
    why: str
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """The settings of a fine-tuning; 0 minutes, validations or patience stand for none.

    Attributes:
        tune: What is changed.
        lr, encoder_lr: Learning rate, and the image encoder's as a share of it.
        batch, views: Episodes of a step, instances of an episode.
        steps, minutes: How long; what ends first counts.
        fixed_views: Views of an instance whose features are kept, where only the heads are tuned; 0 for none.
        validate_every, patience: Steps between checks, and how many without a gain end the run.
        reasons: Of all of them, for people.
    """

    tune: Tune
    lr: float
    encoder_lr: float
    batch: int
    views: int
    steps: int
    minutes: float
    fixed_views: int
    validate_every: int
    patience: int
    reasons: tuple[Choice, ...] = field(default=())

    def table(self) -> list[str]:
        """The lines of a table for people."""
        rows = [(one.setting, one.value, one.why) for one in self.reasons]
        wide = [max(len(row[column]) for row in rows) for column in (0, 1)]
        return [f"  {name:<{wide[0]}}  {value:<{wide[1]}}  {why}" for name, value, why in rows]

    def settings(self) -> dict[str, Any]:
        """All of them by name, without the reasons."""
        return {name: value for name, value in asdict(self).items() if name != "reasons"}

    def to_list(self) -> list[dict[str, Any]]:
        """Plain values for JSON."""
        return [asdict(one) for one in self.reasons]


def choose(situation: Situation, asked: Mapping[str, Any]) -> Choices:
    """Settings for a situation.

    Args:
        situation: What there is.
        asked: What somebody set, by the names of `Choices`; None (or 0 for lengths) where nobody did.
            "epochs" stands for steps. Whatever is asked for is taken, and the rest follows from it.
    """
    made = _Maker(asked)
    tune = made.take("tune", *_what(situation), empty=(None, "auto"))
    # with few instances an episode cannot be larger than what there is
    views = made.take("views", min(6, max(2, situation.largest)), _views_why(situation))
    batch = made.take("batch", 2, "two categories or poses a step keep the direction steady; more is slower")
    lr, why = _rate(tune, situation)
    lr = made.take("lr", lr, why)
    encoder_lr = made.take("encoder_lr", *_encoder_share(tune, situation))
    steps, why = _steps(situation, made, tune, batch * views)
    steps = made.take("steps", steps, why, empty=(None, 0))
    minutes = made.take("minutes", *_minutes(situation, made), empty=(None, 0, 0.0))
    fixed = 0
    if tune == "heads":
        fixed = made.take("fixed_views", *_fixed_views(situation, steps * batch * views))
    every = made.take(
        "validate_every",
        max(1, steps // VALIDATIONS),
        f"{VALIDATIONS} looks at how it goes",
        empty=(None, 0),
    )
    patience = made.take(
        "patience",
        PATIENCE,
        f"ends after {PATIENCE} looks without a gain; the best model is what is kept",
        empty=(None,),
    )
    return Choices(
        tune=tune,
        lr=lr,
        encoder_lr=encoder_lr,
        batch=batch,
        views=views,
        steps=steps,
        minutes=minutes,
        fixed_views=fixed,
        validate_every=every,
        patience=patience,
        reasons=(_checked(situation), *made.reasons),
    )


class _Maker:
    """Takes what was asked for before what would be chosen, and writes down which it was."""

    def __init__(self, asked: Mapping[str, Any]) -> None:
        self.asked = asked
        self.reasons: list[Choice] = []

    def has(self, name: str) -> bool:
        return bool(self.asked.get(name))

    def take(self, name: str, chosen: Any, why: str, empty: Sequence[Any] = (None,)) -> Any:
        wanted = self.asked.get(name)
        is_asked = not any(wanted is nothing or wanted == nothing for nothing in empty)
        value = wanted if is_asked else chosen
        option = name.replace("_", "-")
        self.reasons.append(
            Choice(option, _words(name, value), "as asked for" if is_asked else why, is_asked)
        )
        return value


def _words(name: str, value: Any) -> str:
    if name == "tune":
        return str(value)
    if name == "minutes":
        return f"{value:g}" if value else "no limit"
    if name == "patience":
        return str(value) if value else "never"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _checked(situation: Situation) -> Choice:
    if situation.checked:
        return Choice("checked with", f"{situation.checked} instances", situation.held_how)
    return Choice(
        "checked with",
        "nothing held back",
        "too few to spare any: looks are at the images that are learned from",
    )


# Where numbers stand below: PCK@0.1 by words and an example together on other images, after learning from ten
# of flies, a category that the bundled model had not seen; 52.7 before.


def _what(situation: Situation) -> tuple[Tune, str]:
    count = situation.instances
    if situation.encoder == "small":
        # in 85 s of one core: 81.0 with everything, 67.9 without the trunk; the heads alone 63.6 in 41 s
        return "all", "the image encoder is small: tuning it too learns most in any time"
    if count < FEW_INSTANCES:
        return (
            "heads",
            f"{count} instances are too few to change a large image encoder; its features are kept",
        )
    if count < MANY_INSTANCES or not situation.graphics_card:
        return "upper", f"{count} instances can turn the image encoder's last layers, not all of it"
    return "all", f"{count} instances on a graphics card: enough for the whole image encoder"


def _views_why(situation: Situation) -> str:
    if situation.largest < 6:
        return f"no category has more than {situation.largest} instances"
    return "one or two examples and the others to find them in"


def _rate(tune: Tune, situation: Situation) -> tuple[float, str]:
    if tune == "heads":
        return 1e-3, "only what reads the features is changed, so it may move fast"
    if situation.encoder == "large":
        return 2e-4, "a fifth of what heads alone learn with: the image encoder knows much that should stay"
    # after 30 steps 79.1 with 2e-4, 80.9 with 6e-4, 78.9 with 1.2e-3
    return 5e-4, "half of what the model was made with: it knows much that should stay"


def _encoder_share(tune: Tune, situation: Situation) -> tuple[float, str]:
    if tune == "heads":
        return 0.0, "the image encoder is not changed"
    if situation.encoder == "large":
        return 0.1, "a large encoder moves slowly, or it forgets"
    return 0.5, "what knows pictures in general moves half as fast"


def _steps(situation: Situation, made: _Maker, tune: Tune, per_step: int) -> tuple[int, str]:
    if made.has("epochs"):
        epochs = float(made.asked["epochs"])
        return max(1, math.ceil(epochs * situation.instances / per_step)), f"{epochs:g} epochs as asked for"
    factor = _HEADS_FACTOR if tune == "heads" else _STEPS_FACTOR
    steps = round(factor * math.sqrt(situation.instances))
    return (
        min(max(steps, _FEWEST_STEPS), _MOST_STEPS),
        f"{factor} times the root of {situation.instances} instances: four times as many take twice as long",
    )


def _fixed_views(situation: Situation, drawn: int) -> tuple[int, str]:
    views = min(_MOST_FIXED_VIEWS, drawn // (_LEAST_USES * max(situation.instances, 1)))
    if views < _FEWEST_FIXED_VIEWS:
        return 0, "too many instances to see a view again, so none is kept"
    return views, "of each instance, whose features are computed once"


def _minutes(situation: Situation, made: _Maker) -> tuple[float, str]:
    if made.has("steps") or made.has("epochs"):
        return 0.0, "the length was asked for"
    if situation.graphics_card:
        return 0.0, "a graphics card is fast enough for all steps"
    return PROCESSOR_MINUTES, "on a processor; the learning rate falls with the time"
