from __future__ import annotations

import threading
import time
from collections.abc import Generator, Iterator

import pytest
from PySide6.QtCore import QObject, QTimer, Slot

from app.jobs import JobRunner, Task
from gkdt_core.errors import GkdtError, MediaError


class Listener(QObject):
    """Keeps what a task says, with the thread it was said in."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.partials: list[object] = []
        self.results: list[object] = []
        self.errors: list[GkdtError] = []
        self.finished = 0
        self.threads: set[int] = set()
        task.published.connect(self.on_published)
        task.succeeded.connect(self.on_succeeded)
        task.failed.connect(self.on_failed)
        task.finished.connect(self.on_finished)

    @Slot(object)
    def on_published(self, value: object) -> None:
        self.partials.append(value)
        self.threads.add(threading.get_ident())

    @Slot(object)
    def on_succeeded(self, value: object) -> None:
        self.results.append(value)
        self.threads.add(threading.get_ident())

    @Slot(GkdtError)
    def on_failed(self, error: GkdtError) -> None:
        self.errors.append(error)

    @Slot()
    def on_finished(self) -> None:
        self.finished += 1


@pytest.fixture
def runner(qapp) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.close()


def test_a_job_runs_in_a_worker_and_answers_in_the_gui_thread(qtbot, runner):
    listener = Listener(runner.start(lambda task: threading.get_ident()))
    qtbot.waitUntil(lambda: listener.finished == 1)
    assert listener.results != [threading.get_ident()]
    assert listener.threads == {threading.get_ident()}


def test_an_error_with_a_message_reaches_the_listener_as_it_is(qtbot, runner):
    def job(task: Task) -> None:
        raise MediaError("a.png cannot be read.", hint="Replace it.")

    listener = Listener(runner.start(job))
    qtbot.waitUntil(lambda: listener.finished == 1)
    assert [str(error) for error in listener.errors] == ["a.png cannot be read. Replace it."]


def test_a_bug_inside_a_job_becomes_a_message_that_names_the_job_and_a_log_entry(qtbot, runner, caplog):
    listener = Listener(runner.start(lambda task: 1 / 0, "Counting sheep"))
    qtbot.waitUntil(lambda: listener.finished == 1)
    assert "Counting sheep" in listener.errors[0].message
    assert "ZeroDivisionError" in caplog.text


def test_a_cancelled_job_stops_at_its_checkpoint_and_says_only_that_it_finished(qtbot, runner):
    entered, go_on = threading.Event(), threading.Event()

    def job(task: Task) -> str:
        entered.set()
        go_on.wait(5)
        task.checkpoint(0.5)
        return "never"

    task = runner.start(job)
    listener = Listener(task)
    qtbot.waitUntil(entered.is_set)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: listener.finished == 1)
    assert (listener.results, listener.errors) == ([], [])


def test_a_job_cancelled_before_its_turn_never_runs(qtbot, runner):
    go_on = threading.Event()
    ran: list[int] = []
    runner.start(lambda task: go_on.wait(5))
    waiting = runner.start(lambda task: ran.append(1))
    listener = Listener(waiting)
    waiting.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: listener.finished == 1)
    assert ran == []


def test_a_generator_job_publishes_its_partial_results_and_returns_its_value(qtbot, runner):
    def job(task: Task) -> Generator[int, None, str]:
        yield from range(4)
        return "all"

    listener = Listener(runner.start(job))
    qtbot.waitUntil(lambda: listener.finished == 1)
    assert listener.partials == [0, 1, 2, 3]
    assert listener.results == ["all"]


def test_an_urgent_job_has_its_turn_between_two_turns_of_a_long_one(qtbot, runner):
    order: list[str] = []
    queued = threading.Event()

    def long(task: Task) -> Iterator[None]:
        queued.wait(5)
        for index in range(3):
            order.append(f"long {index}")
            yield

    listener = Listener(runner.start(long))
    urgent = Listener(runner.start(lambda task: order.append("urgent"), priority=1))
    QTimer.singleShot(0, queued.set)  # when both are with the workers: the event loop hands them over
    qtbot.waitUntil(lambda: listener.finished == 1 and urgent.finished == 1)
    assert order == ["long 0", "urgent", "long 1", "long 2"]


def test_of_1500_requests_every_task_ends_and_nothing_is_left(qtbot, runner):
    done: list[int] = []
    tasks = [runner.start(lambda task, index=index: done.append(index)) for index in range(1500)]
    for task in tasks[:-1]:
        task.cancel()
    qtbot.waitUntil(lambda: not runner.is_busy, timeout=20_000)
    assert done[-1] == 1499
    qtbot.waitUntil(lambda: runner.findChildren(Task) == [], timeout=20_000)


def test_a_job_that_ends_at_once_is_heard_by_whoever_connects_to_its_task(qtbot, runner):
    for _ in range(50):
        task = runner.start(lambda task: "quick")
        time.sleep(0.001)  # time enough for a worker that would start at once to end
        listener = Listener(task)
        qtbot.waitUntil(lambda listener=listener: listener.finished == 1)
        assert listener.results == ["quick"]


def test_a_closed_runner_starts_nothing_any_more(qtbot, runner):
    ran: list[int] = []
    runner.start(lambda task: ran.append(1))
    runner.close()
    qtbot.wait(20)
    assert ran == []


def test_who_closes_the_runner_with_little_patience_learns_that_a_worker_still_runs(qtbot):
    runner, started, may_end = JobRunner(), threading.Event(), threading.Event()

    def stubborn(task: Task) -> None:
        started.set()
        may_end.wait()

    runner.start(stubborn)
    qtbot.waitUntil(started.is_set)
    try:
        assert not runner.close(10)
    finally:
        may_end.set()
    assert runner.close()


def test_a_job_says_where_it_is_in_words(qtbot):
    runner, said = JobRunner(), list[str]()
    task = runner.start(lambda task: task.say("1.2 of 6.3 GB"))
    task.said.connect(said.append)
    with qtbot.waitSignal(task.finished):
        pass
    assert said == [task.detail] == ["1.2 of 6.3 GB"]
