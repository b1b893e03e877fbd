"""Questions to disks that may never answer: a sleeping drive, a network place that is gone.

The operating system lets a program wait for such a disk as long as it takes, so the window would stand still.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def answer_within(seconds: float, question: Callable[[], T], otherwise: T) -> T:
    """What `question` returns, or `otherwise` when that takes longer or ends in an `OSError`.

    The question goes on in a thread of its own, which does not keep the program from ending.
    """
    answers: list[T] = []
    is_done = threading.Event()

    def ask() -> None:
        try:
            answers.append(question())
        except OSError:
            answers.append(otherwise)
        finally:
            is_done.set()

    threading.Thread(target=ask, name="question to a disk", daemon=True).start()
    is_done.wait(seconds)
    return answers[0] if answers else otherwise
