from __future__ import annotations

import threading
import time

from app.slow_disks import answer_within


def test_an_answer_comes_as_soon_as_it_is_there() -> None:
    began = time.monotonic()
    assert answer_within(30.0, lambda: 7, 0) == 7
    assert time.monotonic() - began < 20


def test_a_question_without_answer_is_given_up() -> None:
    forever = threading.Event()
    assert answer_within(0.05, forever.wait, False) is False
    forever.set()


def test_an_error_of_the_disk_counts_as_no_answer() -> None:
    def fail() -> int:
        raise OSError(5, "Input/output error")

    assert answer_within(30.0, fail, -1) == -1
