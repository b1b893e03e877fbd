"""The one table of what the window can do: texts, icons, keys, menus. Everything else reads it from here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum, auto

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from app.i18n import tr, without_mnemonic


class Scope(StrEnum):
    """Where a key works. Keys that widgets need for themselves (arrows, Space, Tab) belong to the canvas."""

    WINDOW = auto()
    CANVAS = auto()
    """While the canvas has the focus."""
    CANVAS_AND_LIST = auto()
    """While the canvas or the media list has the focus."""
    HELD = auto()
    """Works while the key is held down; handled by the window, shown here."""


class Menu(StrEnum):
    """The menus, in the order of the menu bar; the value is the title with its mnemonic."""

    FILE = "&File"
    EDIT = "&Edit"
    IMAGE = "&Image"
    KEYPOINT = "&Keypoint"
    MODEL = "&Model"
    VIEW = "&View"
    HELP = "&Help"
    NONE = ""
    """In no menu, but in the table of keys."""


class ActionId(StrEnum):
    """Everything a person can ask for."""

    OPEN_IMAGES = auto()
    OPEN_PROJECT = auto()
    OPEN_SAMPLE = auto()
    IMPORT_COCO = auto()
    EXPORT_COCO = auto()
    COMPARE = auto()
    SAVE = auto()
    SAVE_AS = auto()
    BACKUPS = auto()
    FIND_MISSING = auto()
    CLOSE_PROJECT = auto()
    SETTINGS = auto()
    QUIT = auto()

    UNDO = auto()
    REDO = auto()
    COPY_POSE = auto()
    PASTE_POSE = auto()
    DUPLICATE = auto()
    COPY_PREVIOUS = auto()
    ADD_INSTANCE = auto()
    DELETE_INSTANCE = auto()
    DELETE_PREDICTIONS = auto()
    DRAW_BOX = auto()
    BOX_AROUND = auto()
    NEW_CATEGORY = auto()
    CHOOSE_CATEGORY = auto()
    EDIT_CATEGORY = auto()
    DELETE_CATEGORY = auto()

    NEXT_IMAGE = auto()
    PREVIOUS_IMAGE = auto()
    NEXT_10 = auto()
    PREVIOUS_10 = auto()
    NEXT_UNREVIEWED = auto()
    PREVIOUS_UNREVIEWED = auto()
    NEXT_DOUBTFUL = auto()
    GO_TO = auto()
    ACCEPT = auto()
    ACCEPT_GO_ON = auto()
    REJECT = auto()
    REOPEN = auto()
    OPEN_IMAGE = auto()
    SHOW_IN_FOLDER = auto()
    COPY_PATH = auto()
    REMOVE_IMAGES = auto()

    NEXT_KEYPOINT = auto()
    PREVIOUS_KEYPOINT = auto()
    NEXT_KEYPOINT_TAB = auto()
    PREVIOUS_KEYPOINT_TAB = auto()
    KEYPOINT_1 = auto()
    KEYPOINT_2 = auto()
    KEYPOINT_3 = auto()
    KEYPOINT_4 = auto()
    KEYPOINT_5 = auto()
    KEYPOINT_6 = auto()
    KEYPOINT_7 = auto()
    KEYPOINT_8 = auto()
    KEYPOINT_9 = auto()
    OCCLUDED = auto()
    ABSENT = auto()
    REMOVE_POINT = auto()
    SWAP_SIDES = auto()
    HIDE_KEYPOINT = auto()
    SHOW_KEYPOINTS = auto()
    NUDGE_LEFT = auto()
    NUDGE_RIGHT = auto()
    NUDGE_UP = auto()
    NUDGE_DOWN = auto()
    NUDGE_LEFT_FAR = auto()
    NUDGE_RIGHT_FAR = auto()
    NUDGE_UP_FAR = auto()
    NUDGE_DOWN_FAR = auto()
    NUDGE_LEFT_FINE = auto()
    NUDGE_RIGHT_FINE = auto()
    NUDGE_UP_FINE = auto()
    NUDGE_DOWN_FINE = auto()
    CANCEL = auto()

    PRELABEL_HERE = auto()
    PRELABEL_ALL = auto()
    PRELABEL_PROJECT = auto()
    PAUSE_BATCH = auto()
    SHOW_FAILURES = auto()
    FIND_OBJECTS = auto()
    USE_AS_PROMPT = auto()
    SAVE_PROMPT = auto()
    OPEN_PROMPT = auto()
    MODELS = auto()
    TRAIN = auto()

    FIT = auto()
    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    ACTUAL_SIZE = auto()
    SHOW_NAMES = auto()
    SHOW_SKELETON = auto()
    SHOW_BOXES = auto()
    SHADE_SCORES = auto()
    ADJUST = auto()
    INVERT = auto()
    BRIGHTER = auto()
    DARKER = auto()
    MORE_CONTRAST = auto()
    LESS_CONTRAST = auto()
    RESET_ADJUST = auto()
    SHOW_HEATMAP = auto()
    HIDE_MARKS = auto()
    SHOW_CHECKS = auto()

    KEYS = auto()
    SYSTEM_REPORT = auto()
    OPEN_LOG = auto()
    ABOUT = auto()


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One row of the table.

    Attributes:
        id: Its name in the code; also the `objectName` of the QAction.
        text: Verb and object, with a mnemonic where it is in a menu.
        menu: The menu it is in.
        shortcuts: Keys in Qt's portable text form.
        icon: Name of an icon in resources/icons, or "".
        scope: Where its keys work.
        checkable: Whether it is a switch.
        separated: Whether a separator stands before it in its menu.
        needs_project: Whether it is disabled while no project is open.
    """

    id: ActionId
    text: str
    menu: Menu
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    scope: Scope = Scope.WINDOW
    checkable: bool = False
    separated: bool = False
    needs_project: bool = True


def _nudges() -> tuple[ActionSpec, ...]:
    steps = (("", "", "1 px"), ("_FAR", "Shift+", "10 px"), ("_FINE", "Alt+", "0.1 px"))
    return tuple(
        ActionSpec(
            ActionId[f"NUDGE_{way.upper()}{suffix}"],
            f"Nudge the keypoint {way} by {step}",
            Menu.NONE,
            (f"{modifier}{way.capitalize()}",),
            scope=Scope.CANVAS,
        )
        for suffix, modifier, step in steps
        for way in ("left", "right", "up", "down")
    )


A, M, S = ActionId, Menu, Scope

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(A.OPEN_IMAGES, "&Open images…", M.FILE, ("Ctrl+O",), "images", needs_project=False),
    ActionSpec(
        A.OPEN_PROJECT, "Open &project…", M.FILE, ("Ctrl+Shift+O",), "folder-open", needs_project=False
    ),
    ActionSpec(A.OPEN_SAMPLE, "Try the &sample", M.FILE, needs_project=False),
    ActionSpec(
        A.IMPORT_COCO, "&Import…", M.FILE, ("Ctrl+I",), "download", separated=True, needs_project=False
    ),
    ActionSpec(A.EXPORT_COCO, "&Export…", M.FILE, ("Ctrl+E",), "upload"),
    ActionSpec(A.COMPARE, "Co&mpare annotations…", M.FILE, (), "arrow-left-right", needs_project=False),
    ActionSpec(A.SAVE, "Save &now", M.FILE, ("Ctrl+S",), separated=True),
    ActionSpec(A.SAVE_AS, "Save &as…", M.FILE, ("Ctrl+Shift+S",)),
    ActionSpec(A.BACKUPS, "&Backups…", M.FILE, needs_project=False),
    ActionSpec(A.FIND_MISSING, "&Find missing images…", M.FILE),
    ActionSpec(A.CLOSE_PROJECT, "&Close the project", M.FILE, ("Ctrl+W",)),
    ActionSpec(
        A.SETTINGS, "Se&ttings…", M.FILE, ("Ctrl+,",), "settings", separated=True, needs_project=False
    ),
    ActionSpec(A.QUIT, "&Quit", M.FILE, ("Ctrl+Q",), needs_project=False),
    ActionSpec(A.UNDO, "&Undo", M.EDIT, ("Ctrl+Z",), "undo-2"),
    ActionSpec(A.REDO, "&Redo", M.EDIT, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2"),
    ActionSpec(A.COPY_POSE, "&Copy the pose", M.EDIT, ("Ctrl+C",), separated=True),
    ActionSpec(A.PASTE_POSE, "&Paste the pose", M.EDIT, ("Ctrl+V",)),
    ActionSpec(A.DUPLICATE, "&Duplicate the instance", M.EDIT, ("Ctrl+D",)),
    ActionSpec(A.COPY_PREVIOUS, "Copy the pre&vious image's pose", M.EDIT, ("Ctrl+P",)),
    ActionSpec(
        A.ADD_INSTANCE, "&Add an instance", M.EDIT, ("Ctrl+Shift+N", "Insert"), "plus", separated=True
    ),
    ActionSpec(
        A.DELETE_INSTANCE, "De&lete the instance", M.EDIT, ("Delete",), "trash-2", scope=S.CANVAS_AND_LIST
    ),
    ActionSpec(A.DRAW_BOX, "Draw the &box", M.EDIT, ("B",), "square-dashed", checkable=True),
    ActionSpec(A.BOX_AROUND, "Put the bo&x around the points", M.EDIT, ("Ctrl+B",)),
    ActionSpec(A.DELETE_PREDICTIONS, "Delete all unreviewed predic&tions…", M.EDIT),
    ActionSpec(A.NEW_CATEGORY, "&New category…", M.EDIT, ("Ctrl+N",), separated=True),
    ActionSpec(A.CHOOSE_CATEGORY, "Choose a cate&gory", M.EDIT, ("Ctrl+K",)),
    ActionSpec(A.EDIT_CATEGORY, "&Edit the category…", M.EDIT, ("Ctrl+Shift+K",), "pencil"),
    ActionSpec(A.DELETE_CATEGORY, "Delete the category…", M.EDIT),
    ActionSpec(A.NEXT_IMAGE, "&Next image", M.IMAGE, ("D", "PgDown")),
    ActionSpec(A.PREVIOUS_IMAGE, "&Previous image", M.IMAGE, ("A", "PgUp")),
    ActionSpec(A.NEXT_10, "Forward 10 images", M.IMAGE, ("Ctrl+Right",), scope=S.CANVAS_AND_LIST),
    ActionSpec(A.PREVIOUS_10, "Back 10 images", M.IMAGE, ("Ctrl+Left",), scope=S.CANVAS_AND_LIST),
    ActionSpec(A.NEXT_UNREVIEWED, "Next &unreviewed image", M.IMAGE, ("Ctrl+Shift+D",), separated=True),
    ActionSpec(A.PREVIOUS_UNREVIEWED, "Previous unre&viewed image", M.IMAGE, ("Ctrl+Shift+A",)),
    ActionSpec(A.NEXT_DOUBTFUL, "Next &doubtful image", M.IMAGE, ("Space",), scope=S.CANVAS_AND_LIST),
    ActionSpec(A.GO_TO, "&Go to image…", M.IMAGE, ("Ctrl+G",)),
    ActionSpec(
        A.ACCEPT,
        "&Accept the image",
        M.IMAGE,
        ("Return", "Enter"),
        "check",
        scope=S.CANVAS_AND_LIST,
        separated=True,
    ),
    ActionSpec(
        A.ACCEPT_GO_ON,
        "Accept and go to the ne&xt doubtful",
        M.IMAGE,
        ("Shift+Return", "Shift+Enter"),
        scope=S.CANVAS_AND_LIST,
    ),
    ActionSpec(A.REJECT, "Re&ject the image", M.IMAGE, ("Ctrl+Backspace",), "ban"),
    ActionSpec(A.REOPEN, "Take the image back into &work", M.IMAGE, ("Ctrl+Return",)),
    ActionSpec(A.OPEN_IMAGE, "&Open the image", M.NONE),
    ActionSpec(A.SHOW_IN_FOLDER, "&Show in the folder", M.IMAGE, (), "folder", separated=True),
    ActionSpec(A.COPY_PATH, "&Copy the path", M.IMAGE, ("Ctrl+Shift+C",), "copy"),
    ActionSpec(
        A.REMOVE_IMAGES,
        "Remove the i&mage from the project",
        M.IMAGE,
        ("Ctrl+Delete",),
        "trash-2",
        scope=S.CANVAS_AND_LIST,
    ),
    ActionSpec(A.NEXT_KEYPOINT, "&Next keypoint", M.KEYPOINT, ("S",)),
    ActionSpec(A.PREVIOUS_KEYPOINT, "&Previous keypoint", M.KEYPOINT, ("W",)),
    ActionSpec(A.NEXT_KEYPOINT_TAB, "Next keypoint", M.NONE, ("Tab",), scope=S.CANVAS),
    ActionSpec(
        A.PREVIOUS_KEYPOINT_TAB, "Previous keypoint", M.NONE, ("Shift+Tab", "Backtab"), scope=S.CANVAS
    ),
    *(
        ActionSpec(ActionId[f"KEYPOINT_{n}"], f"Select keypoint {n}", M.NONE, (str(n),), scope=S.CANVAS)
        for n in range(1, 10)
    ),
    ActionSpec(A.OCCLUDED, "&Occluded or visible", M.KEYPOINT, ("Q",), separated=True),
    ActionSpec(A.ABSENT, "Cannot &be seen here", M.KEYPOINT, ("O",)),
    ActionSpec(A.REMOVE_POINT, "&Remove the point", M.KEYPOINT, ("Backspace",), scope=S.CANVAS),
    ActionSpec(A.SWAP_SIDES, "&Swap left and right", M.KEYPOINT, ("Ctrl+T",), separated=True),
    ActionSpec(A.HIDE_KEYPOINT, "&Hide or show the keypoint", M.KEYPOINT, ("Shift+H",), separated=True),
    ActionSpec(A.SHOW_KEYPOINTS, "Show &all keypoints", M.KEYPOINT, ("Ctrl+Shift+H",)),
    *_nudges(),
    ActionSpec(A.CANCEL, "Cancel what is going on", M.NONE, ("Escape",)),
    ActionSpec(A.PRELABEL_HERE, "&Pre-label this image", M.MODEL, ("R",), "wand-sparkles"),
    ActionSpec(A.PRELABEL_ALL, "Pre-label &all images", M.MODEL, ("Ctrl+R",), "wand-sparkles"),
    ActionSpec(A.PRELABEL_PROJECT, "Pre-label the &whole project", M.MODEL, ("Ctrl+Alt+R",)),
    ActionSpec(A.PAUSE_BATCH, "Pause pre-la&belling", M.MODEL, (), "pause"),
    ActionSpec(A.SHOW_FAILURES, "Show what &failed…", M.MODEL, ()),
    ActionSpec(A.FIND_OBJECTS, "Find the ob&jects in this image", M.MODEL, ()),
    ActionSpec(
        A.USE_AS_PROMPT,
        "&Use this image as a prompt",
        M.MODEL,
        ("Ctrl+U",),
        "pin",
        checkable=True,
        separated=True,
    ),
    ActionSpec(A.SAVE_PROMPT, "&Save the prompt…", M.MODEL, (), "save"),
    ActionSpec(A.OPEN_PROMPT, "&Open a prompt…", M.MODEL, (), "folder-open"),
    ActionSpec(A.MODELS, "&Models…", M.MODEL, (), "layers", separated=True, needs_project=False),
    ActionSpec(A.TRAIN, "&Train on this project…", M.MODEL, (), "graduation-cap"),
    ActionSpec(A.FIT, "&Fit the image", M.VIEW, ("Ctrl+F",), "maximize"),
    ActionSpec(A.ZOOM_IN, "Zoom &in", M.VIEW, ("Ctrl++", "Ctrl+=")),
    ActionSpec(A.ZOOM_OUT, "Zoom &out", M.VIEW, ("Ctrl+-",)),
    ActionSpec(A.ACTUAL_SIZE, "Actual si&ze", M.VIEW, ("Ctrl+1",)),
    ActionSpec(
        A.SHOW_NAMES,
        "Show keypoint &names",
        M.VIEW,
        ("N",),
        checkable=True,
        separated=True,
        needs_project=False,
    ),
    ActionSpec(A.SHOW_HEATMAP, "Show the &heatmap of the keypoint", M.VIEW, ("M",), checkable=True),
    ActionSpec(A.SHOW_SKELETON, "Show the s&keleton", M.VIEW, ("K",), checkable=True, needs_project=False),
    ActionSpec(A.SHOW_BOXES, "Show the &boxes", M.VIEW, ("Shift+B",), checkable=True, needs_project=False),
    ActionSpec(
        A.SHADE_SCORES, "Draw low &scores paler", M.VIEW, ("Shift+S",), checkable=True, needs_project=False
    ),
    ActionSpec(
        A.ADJUST, "Bri&ghtness and contrast", M.VIEW, ("J",), "contrast", checkable=True, separated=True
    ),
    ActionSpec(A.INVERT, "In&vert the picture", M.VIEW, ("I",), checkable=True),
    ActionSpec(A.BRIGHTER, "Brighter", M.VIEW, ("]",), "sun"),
    ActionSpec(A.DARKER, "Darker", M.VIEW, ("[",), "moon"),
    ActionSpec(A.MORE_CONTRAST, "More contrast", M.VIEW, ("}",)),
    ActionSpec(A.LESS_CONTRAST, "Less contrast", M.VIEW, ("{",)),
    ActionSpec(A.RESET_ADJUST, "Show the picture as it is", M.VIEW, ("Ctrl+Shift+J",), "rotate-ccw"),
    ActionSpec(A.SHOW_CHECKS, "Show the &checks", M.VIEW, ("Ctrl+L",), "list-checks", separated=True),
    ActionSpec(A.HIDE_MARKS, "Hide all marks (hold)", M.NONE, ("H",), scope=S.HELD),
    ActionSpec(A.KEYS, "&Keys", M.HELP, ("F1",), "keyboard", needs_project=False),
    ActionSpec(A.SYSTEM_REPORT, "System &report…", M.HELP, needs_project=False),
    ActionSpec(A.OPEN_LOG, "Show the &log file", M.HELP, needs_project=False),
    ActionSpec(A.ABOUT, "&About GKDT Annotator", M.HELP, separated=True, needs_project=False),
)


EDITING = frozenset(
    {
        A.UNDO,
        A.REDO,
        A.FIND_MISSING,
        A.PASTE_POSE,
        A.DUPLICATE,
        A.COPY_PREVIOUS,
        A.ADD_INSTANCE,
        A.DELETE_INSTANCE,
        A.DELETE_PREDICTIONS,
        A.DRAW_BOX,
        A.BOX_AROUND,
        A.NEW_CATEGORY,
        A.EDIT_CATEGORY,
        A.DELETE_CATEGORY,
        A.ACCEPT,
        A.ACCEPT_GO_ON,
        A.REJECT,
        A.REOPEN,
        A.REMOVE_IMAGES,
        A.OCCLUDED,
        A.ABSENT,
        A.REMOVE_POINT,
        A.SWAP_SIDES,
        A.PRELABEL_HERE,
        A.PRELABEL_ALL,
        A.PRELABEL_PROJECT,
        A.PAUSE_BATCH,
        A.FIND_OBJECTS,
        A.USE_AS_PROMPT,
        A.OPEN_PROMPT,
    }
)
"""What changes the project: greyed where that is open for reading only."""


def spec(action_id: ActionId) -> ActionSpec:
    """The row of `action_id`."""
    return _BY_ID[action_id]


_BY_ID = {row.id: row for row in ACTIONS}
_keys: dict[ActionId, tuple[str, ...]] = {}


def use_keys(keys: Mapping[ActionId, tuple[str, ...]]) -> None:
    """From now on, `keys` are the keys of the program; what is not in it keeps those of the table."""
    _keys.clear()
    _keys.update(keys)


def current_keys(action_id: ActionId) -> tuple[str, ...]:
    """The keys in force of an action, in Qt's portable text form."""
    return _keys.get(action_id, _BY_ID[action_id].shortcuts)


def conflicts(table: Iterable[ActionSpec] = ACTIONS) -> list[tuple[str, ActionId, ActionId]]:
    """Keys that two actions claim: (key, first, second). Every scope counts, for they nest."""
    owners: dict[str, ActionId] = {}
    found = []
    for row in table:
        for text in row.shortcuts:
            key = QKeySequence(text).toString(QKeySequence.SequenceFormat.PortableText)
            if key in owners:
                found.append((key, owners[key], row.id))
            owners[key] = row.id
    return found


def key_text(row: ActionSpec) -> str:
    """The keys of an action as this platform writes them, for the table of keys and for tool tips."""
    native = QKeySequence.SequenceFormat.NativeText
    texts = [QKeySequence(text).toString(native) for text in current_keys(row.id)]
    return ", ".join(dict.fromkeys(texts))


def key_of(action_id: ActionId) -> str:
    """The first key of an action for a hint ("Ctrl+R"); its name in quotes when it has no key any more."""
    keys = current_keys(action_id)
    if not keys:
        return f"“{plain_text(_BY_ID[action_id])}”"
    return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)


def plain_text(row: ActionSpec) -> str:
    """The text in the language of the window, without mnemonic marks and dots."""
    return without_mnemonic(tr(row.text)).rstrip("…")


def build_actions(parent: QObject) -> dict[ActionId, QAction]:
    """A QAction for every row, owned by `parent`; the window connects and places them."""
    actions: dict[ActionId, QAction] = {}
    # a group that is disabled holds its actions disabled, and gives each back as it was asked for meanwhile
    editing = QActionGroup(parent)
    editing.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
    for row in ACTIONS:
        action = QAction(tr(row.text), parent)
        action.setObjectName(row.id)
        action.setCheckable(row.checkable)
        in_canvas = row.scope in (Scope.CANVAS, Scope.CANVAS_AND_LIST)
        context = Qt.ShortcutContext
        action.setShortcutContext(context.WidgetShortcut if in_canvas else context.WindowShortcut)
        if row.id is ActionId.QUIT:
            action.setMenuRole(QAction.MenuRole.QuitRole)
        if row.id in EDITING:
            editing.addAction(action)
        actions[row.id] = action
    show_keys(actions)
    return actions


def allow_editing(actions: Mapping[ActionId, QAction], allowed: bool) -> None:
    """Grey what would change the project, or give it back; the tool tips tell why."""
    actions[ActionId.ACCEPT].actionGroup().setEnabled(allowed)
    show_keys(actions)


def show_keys(actions: Mapping[ActionId, QAction]) -> None:
    """Give the actions the keys in force, and tool tips that tell them."""
    for action_id, action in actions.items():
        row = _BY_ID[action_id]
        if row.scope is not Scope.HELD:
            action.setShortcuts([QKeySequence(text) for text in current_keys(action_id)])
        keys = key_text(row)
        tip = f"{plain_text(row)} ({keys})" if keys else plain_text(row)
        if action_id in EDITING and not action.actionGroup().isEnabled():
            tip += "\n" + tr(
                "The project is open for reading only: “{action}” makes a copy to work on.",
                action=plain_text(_BY_ID[ActionId.SAVE_AS]),
            )
        action.setToolTip(tip)
