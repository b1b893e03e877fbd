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
