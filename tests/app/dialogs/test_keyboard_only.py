"""Every dialog is worked with by the keyboard alone: Esc, Enter, and Tab in the order in which one reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTableWidget,
    QWidget,
)

from app.actions import ActionId
from app.controllers.batches import Failure
from app.dialogs.base import Dialog
from app.dialogs.failures_dialog import FailuresDialog
from app.dialogs.import_dialog import ImportDialog, SkippedDialog
from app.dialogs.keys_dialog import KeysDialog
from app.dialogs.missing_dialog import MissingDialog
from app.dialogs.model_steps import BringInDialog, LicenceDialog
from app.object_names import Name
from app.project.places import ImagePlace
from tests.app.window import HORSE, Person, make_images, open_window

CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
    QPlainTextEdit,
    QTabBar,
)
WITHOUT_MAIN = {
    Name.CATEGORY_DIALOG,
    Name.CONFIRM_DIALOG,
    Name.MODELS_DIALOG,
    Name.TRAIN_DIALOG,
    Name.KEYS_DIALOG,
    Name.COMPARE_DIALOG,
}
BY_MENU = {
    "new category": ActionId.NEW_CATEGORY,
    "edit category": ActionId.EDIT_CATEGORY,
    "delete category": ActionId.DELETE_CATEGORY,
    "go to": ActionId.GO_TO,
    "import": ActionId.IMPORT_COCO,
    "export": ActionId.EXPORT_COCO,
    "backups": ActionId.BACKUPS,
    "models": ActionId.MODELS,
    "train": ActionId.TRAIN,
    "settings": ActionId.SETTINGS,
    "keys": ActionId.KEYS,
    "compare": ActionId.COMPARE,
    "about": ActionId.ABOUT,
    "report": ActionId.SYSTEM_REPORT,
}
MADE: dict[str, Callable[[Person], Dialog]] = {
    "failures": lambda person: FailuresDialog(person.window, [Failure(1, "a.png", "why")]),
    "missing": lambda person: MissingDialog(
        person.window, [ImagePlace(1, Path("/gone/a.png"), None, None, None)], 12
    ),
    "left out": lambda person: SkippedDialog(person.window, ["row 3: why"], 1),
    "bring in": lambda person: BringInDialog(
        person.window, Path("/downloads/gkdt_l.best"), person.window.session.models
    ),
    "licence": lambda person: LicenceDialog(person.window, released(person), Path("/models")),
}


def released(person: Person):
    rows: list = []
    service = person.window.session.models
    service.listed.connect(rows.extend)
    service.refresh(())
    person.qtbot.waitUntil(lambda: bool(rows), timeout=30_000)
    return next(row for row in rows if row.terms is not None)


@pytest.fixture
def person(qtbot, tmp_path, monkeypatch) -> Iterator[Person]:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    make_images(tmp_path / "images", 3)
    person = open_window(qtbot, tmp_path)
    person.open_folder(tmp_path / "images")
    person.window.prompting.add_category(HORSE)
    person.answers.path = None
    yield person
    person.close()


@pytest.fixture(params=[*BY_MENU, *MADE])
def dialog(person, request) -> Dialog:
    if request.param in MADE:
        shown = MADE[request.param](person)
        shown.open()
    else:
        person.do(BY_MENU[request.param])
        shown = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Dialog) and w.isVisible())
    person.qtbot.wait(50)
    return shown


def controls(dialog: Dialog) -> list[QWidget]:
    """What a person can use, without the parts that Qt makes controls of."""
    inner = (QComboBox, QAbstractSpinBox, QLineEdit, QAbstractItemView)
    found = []
    for widget in dialog.findChildren(QWidget):
        if not isinstance(widget, CONTROLS) or isinstance(widget, QHeaderView):
            continue
        if not (widget.isVisible() and widget.isEnabled()) or isinstance(widget.parent(), inner):
            continue
        above = widget.parentWidget()
        while above is not None and above is not dialog and not isinstance(above, inner):
            above = above.parentWidget()
        if above is not dialog:
            continue
        is_choice = isinstance(widget, QAbstractButton) and widget.autoExclusive()
        if is_choice and not widget.isChecked():
            continue  # the arrow keys go there
        found.append(widget)
    return found


def tabbed(qtbot, dialog: Dialog) -> list[QWidget]:
    """Where Tab goes from the first control on, until it comes round."""
    dialog.activateWindow()
    seen: list[QWidget] = []
    for _ in range(60):
        now = dialog.focusWidget()
        if now is None or (now in seen and now is not seen[-1]):
            break
        if now not in seen:  # a text with links is stepped through before it is left
            seen.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    return seen


def place(widget: QWidget, dialog: Dialog) -> QRect:
    return QRect(widget.mapTo(dialog, QPoint(0, 0)), widget.size())


def goes_back(now: QRect, following: QRect) -> bool:
    """Whether who reads by lines, or by columns, would have come to `following` before."""
    if now.top() < following.bottom() and following.top() < now.bottom():
        return following.left() < now.left()
    return following.bottom() <= now.top() and following.left() < now.right()


def test_tab_comes_to_every_control_in_the_order_in_which_one_reads(qtbot, dialog):
    order = tabbed(qtbot, dialog)
    left_out = [widget.objectName() for widget in controls(dialog) if widget not in order]
    assert left_out == []
    back = [
        (now.objectName(), following.objectName())
        for now, following in pairwise([*order, order[0]])
        if len(order) > 1 and goes_back(place(now, dialog), place(following, dialog))
    ]
    assert len(back) <= 1, back  # from the last one round to the first


def test_esc_closes_it(qtbot, dialog):
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)


def test_enter_presses_the_button_that_the_keyboard_is_at(qtbot, dialog):
    buttons = [b for b in tabbed(qtbot, dialog) if isinstance(b, QPushButton) and not b.isCheckable()]
    assert buttons
    for button in buttons:
        button.clicked.disconnect()
        button.setFocus()
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, Qt.Key.Key_Return)


def test_enter_in_a_field_presses_the_main_button(qtbot, dialog):
    main = next((b for b in dialog.findChildren(QPushButton) if b.isDefault()), None)
    if main is None:  # much is done in it, and Enter belongs to that
        assert dialog.objectName() in WITHOUT_MAIN
        return
    fields = [w for w in tabbed(qtbot, dialog) if not isinstance(w, QAbstractItemView | QPushButton)]
    main.setEnabled(True)
    main.clicked.disconnect()
    for field in fields:
        field.setFocus()
        with qtbot.waitSignal(main.clicked):
            qtbot.keyClick(field, Qt.Key.Key_Return)


def test_enter_on_an_image_that_failed_shows_it(qtbot, person):
    dialog = MADE["failures"](person)
    dialog.open()
    qtbot.wait(50)
    table = dialog.findChild(QTableWidget)
    table.setFocus()
    table.setCurrentCell(0, 0)
    with qtbot.waitSignal(dialog.image_chosen) as chosen, qtbot.assertNotEmitted(dialog.retry_asked):
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == [1]


def test_a_key_is_changed_by_keys_alone_and_esc_leaves_the_field_first(qtbot, person):
    person.do(ActionId.KEYS)
    dialog = person.window.findChild(KeysDialog)
    dialog.activateWindow()
    qtbot.wait(50)
    qtbot.keyClicks(dialog.search, "Actual size")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.table
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.edit
    qtbot.keyClick(dialog.edit, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.table
    assert dialog.edit.keySequence().isEmpty()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.edit, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.use)
    qtbot.keyClick(dialog.use, Qt.Key.Key_Return)
    assert person.window.session.settings.keys == {"actual_size": ("F7",)}


def test_a_line_that_appears_moves_nothing_that_is_below_it(qtbot, person):
    person.do(ActionId.IMPORT_COCO)
    dialog = person.window.findChild(ImportDialog)
    before = place(dialog.main, dialog)
    dialog.file.setText("/nowhere/annotations.json")
    qtbot.wait(50)
    assert dialog.problem.isVisible()
    assert place(dialog.main, dialog) == before


def test_a_dialog_grows_with_what_it_has_to_say_and_cuts_nothing(qtbot, person):
    person.do(ActionId.IMPORT_COCO)
    dialog = person.window.findChild(ImportDialog)
    dialog.file.setText("/nowhere/" + "a folder with a long name/" * 12)
    dialog.resize(dialog.minimumWidth(), dialog.height())
    qtbot.wait(50)
    for label in dialog.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width())
    assert place(dialog.main, dialog).bottom() < dialog.height()
