from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.controllers.session import Message
from app.panels.message_bar import MessageBar


def test_a_longer_message_in_the_place_of_a_shorter_one_is_seen_whole(qtbot):
    body = QWidget()
    qtbot.addWidget(body)
    body.resize(640, 400)
    centre = QWidget(body)
    centre.resize(640, 400)
    bar = MessageBar()
    bar.float_over(body, centre)
    body.show()
    qtbot.waitExposed(body)
    bar.show_message(Message("Short.", "Do it again.", is_error=True))
    qtbot.wait(20)
    short = bar.height()
    bar.show_message(Message("A message of many words. " * 12, "Do it again.", is_error=True))
    assert bar.height() > short
    assert bar.height() == bar.heightForWidth(bar.width())
    qtbot.wait(20)
    assert bar.text.height() >= bar.text.heightForWidth(bar.text.width())
    bar.show_message(Message("Short.", "Do it again.", is_error=True))
    assert bar.height() == short


def test_good_news_leaves_soon_after_the_person_goes_on_and_an_error_stays(qtbot, monkeypatch):
    monkeypatch.setattr("app.panels.message_bar.LEAVING_MS", 50)
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message(Message("Pre-labelled 23 instances."))
    bar.leave_image()
    assert bar.isVisible()
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=2000)
    bar.show_message(Message("The disk is full.", is_error=True))
    bar.leave_image()
    qtbot.wait(100)
    assert bar.isVisible()
    bar.show_message(Message("img3.png cannot be read.", is_error=True, of_image=True))
    bar.leave_image()
    assert not bar.isVisible()


def test_an_error_that_has_been_there_for_long_does_not_hide_the_news(qtbot, monkeypatch):
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message(Message('"hand" has no left-right pairs.', is_error=True))
    bar.show_message(Message("Pre-labelled 23 instances."))
    assert bar.text.text() == '"hand" has no left-right pairs.'
    monkeypatch.setattr("app.panels.message_bar.HINT_MS", 20)
    qtbot.wait(60)
    bar.show_message(Message("Pre-labelled 23 instances."))
    assert bar.text.text() == "Pre-labelled 23 instances."
