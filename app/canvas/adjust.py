"""How the picture is shown, never changed: brightness, contrast, gamma, inversion, window of deep greys."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MOST_CONTRAST, MOST_GAMMA = 8.0, 4.0
CODES = 0x10000
"""Deep grey values are kept as so many steps."""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What a person set.

    Attributes:
        brightness: -1 to 1, added to values between 0 (black) and 1 (white).
        contrast: 1 / `MOST_CONTRAST` to `MOST_CONTRAST`, a factor about the middle grey.
        gamma: 1 / `MOST_GAMMA` to `MOST_GAMMA`; above 1 the dark parts open up.
        invert: Black for white.
        window: For greys of more than 8 bits the real values shown black and white; None: the picture's own.
    """

    brightness: float = 0.0
    contrast: float = 1.0
    gamma: float = 1.0
    invert: bool = False
    window: tuple[float, float] | None = None

    @property
    def is_plain(self) -> bool:
        """Whether the picture is shown as it is (its window aside)."""
        return self.brightness == 0 and self.contrast == 1 and self.gamma == 1 and not self.invert

    def curve(self, shares: NDArray[np.float64]) -> NDArray[np.uint8]:
        """Values between 0 and 1 -> grey levels on screen."""
        contrast = min(max(self.contrast, 1 / MOST_CONTRAST), MOST_CONTRAST)
        gamma = min(max(self.gamma, 1 / MOST_GAMMA), MOST_GAMMA)
        values = np.clip((np.clip(shares, 0, 1) - 0.5) * contrast + 0.5 + self.brightness, 0, 1) ** (
            1 / gamma
        )
        return np.asarray(np.rint((1 - values if self.invert else values) * 255).astype(np.uint8))

    def table(self) -> NDArray[np.uint8] | None:
        """(256,) what each 8-bit level becomes; None where all stay."""
        return None if self.is_plain else self.curve(np.arange(256) / 255)

    def deep_table(self, window: tuple[float, float], offset: float, step: float) -> NDArray[np.uint8]:
        """(65536,) what each code of a deep grey picture becomes.

        Args:
            window: The picture's own, in real values.
            offset: The real value of code 0.
            step: Real values for one code.
        """
        low, high = self.window or window
        values = offset + step * np.arange(CODES)
        if high <= low:  # one value is mid grey, and a window of no width a threshold
            shares = np.where(values < low, 0.0, np.where(values > low, 1.0, 0.5))
        else:
            shares = (values - low) / (high - low)
        return self.curve(shares)
