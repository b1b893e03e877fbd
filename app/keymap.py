"""The keys as a person has changed them: which hold, which are claimed twice, what a change does to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QKeySequence

from app.actions import ACTIONS, ActionId, ActionSpec, Menu
from app.i18n import tr

Overrides = Mapping[str, tuple[str, ...]]
"""The keys that a person gave to actions, by the action's id; () for none. Others keep their keys."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A key that two actions claim.

    Attributes:
        key: In Qt's portable text form.
        kept: The action that it works for.
        lost: The action that goes without it.
    """

    key: str
    kept: ActionId
    lost: ActionId


def portable(key: str | QKeyCombination | int) -> str:
    """A key as it is written everywhere ("shift+ctrl+z" is "Ctrl+Shift+Z"); "" for what is no key."""
    sequence = QKeySequence(key)
    return sequence.toString(QKeySequence.SequenceFormat.PortableText) if sequence.count() == 1 else ""


def resolve(
    overrides: Overrides, table: Iterable[ActionSpec] = ACTIONS
) -> tuple[dict[ActionId, tuple[str, ...]], tuple[Clash, ...]]:
    """The keys in force, and what was claimed twice.

    A person's keys come before those of the table, which a later version may have given to something else; of
    two of a person's, as a file edited by hand can have them, the first row of the table has it.

    Args:
        overrides: What a person changed. Unknown actions and unreadable keys are left out.
        table: The standard.

    Returns:
        The keys of every action in portable form, and the clashes.
    """
    rows = list(table)
    owners: dict[str, ActionId] = {}
    keys: dict[ActionId, tuple[str, ...]] = {}
    clashes: list[Clash] = []
    for row in sorted(rows, key=lambda row: row.id.value not in overrides):
        wanted = [portable(key) for key in overrides.get(row.id.value, row.shortcuts)]
        mine = []
        for key in dict.fromkeys(filter(None, wanted)):
            owner = owners.setdefault(key, row.id)
            if owner is row.id:
                mine.append(key)
            else:
                clashes.append(Clash(key, owner, row.id))
        keys[row.id] = tuple(mine)
    return keys, tuple(clashes)


def owner_of(key: str, keys: Mapping[ActionId, tuple[str, ...]]) -> ActionId | None:
    """Whose key `key` is."""
    wanted = portable(key)
    return next((action_id for action_id, texts in keys.items() if wanted in texts), None)


def with_key(overrides: Overrides, action_id: ActionId, key: str) -> dict[str, tuple[str, ...]]:
    """`overrides` after giving `key` to an action in place of its keys; who had it keeps its other keys.

    Args:
        overrides: What was changed before.
        action_id: Who gets the key.
        key: The key; "" takes the action's keys away.
    """
    keys, _ = resolve(overrides)
    result = dict(overrides)
    owner = owner_of(key, keys) if key else None
    if owner is not None and owner is not action_id:
        result[owner.value] = tuple(text for text in keys[owner] if text != portable(key))
    result[action_id.value] = (portable(key),) if key else ()
    return without_standard(result)


def without(overrides: Overrides, action_id: ActionId) -> dict[str, tuple[str, ...]]:
    """`overrides` after an action has its standard keys back; who was given one of them loses it."""
    result = {name: texts for name, texts in overrides.items() if name != action_id.value}
    standard, _ = resolve({})
    for name, texts in list(result.items()):
        result[name] = tuple(text for text in texts if text not in standard[action_id])
    return without_standard(result)


def without_standard(overrides: Overrides) -> dict[str, tuple[str, ...]]:
    """`overrides` without those that say what the table says anyway."""
    standard, _ = resolve({})
    by_name = {action_id.value: texts for action_id, texts in standard.items()}
    return {name: tuple(texts) for name, texts in overrides.items() if by_name.get(name) != tuple(texts)}


def menu_of(key: str) -> Menu | None:
    """The menu that `key` opens by its mnemonic, in the language of the window."""
    for menu in Menu:
        match = re.search(r"&(\w)", tr(menu.value))
        if match and portable(key) == portable(f"Alt+{match.group(1)}"):
            return menu
    return None
