"""Names for files that are not complete yet, and what killed programs left under such names.

A file is written beside its place and then moved there, so that whoever looks finds the old one or the new
one. A program that is killed meanwhile leaves the unfinished one; whoever writes there next removes it.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import platform
import re
import secrets
import shutil
import sys
import time
from pathlib import Path

log = logging.getLogger(__name__)

_LONGEST = 100  # bytes of the target's name: with what is added, file systems still take it
_OURS = re.compile(r"\..*\.([0-9a-f]{4})-([0-9a-f]{1,8})-[0-9a-f]{8}\.(?:part|tmp)")
_OLD_S = 24 * 3600.0
"""A file this old is of a program that was killed, whoever that was."""


def partial_beside(target: Path, ending: str = ".part") -> Path:
    """A name in the folder of `target` for what will become it; nothing is there yet.

    What killed programs of this computer left in the folder under such names is removed.

    Args:
        target: The file or folder to be.
        ending: Begins with ".part" or ".tmp"; may go on with the ending that a writer insists on.
    """
    remove_leftovers(target.parent)
    mark = f"{_host()}-{os.getpid():x}-{secrets.token_hex(4)}"
    name = os.fsencode(target.name)[:_LONGEST].decode("utf-8", "ignore")
    return target.with_name(f".{name}.{mark}{ending}")


def remove_leftovers(folder: Path) -> None:
    """Removes the unfinished files in a folder whose writers are gone; what cannot be removed stays."""
    try:
        with os.scandir(folder) as entries:
            ours = [(entry, found) for entry in entries if (found := _OURS.match(entry.name))]
    except OSError:  # no such folder: whoever writes there says so
        return
    for entry, found in ours:
        with contextlib.suppress(OSError):
            is_dead = found[1] == _host() and not _is_alive(int(found[2], 16))
            if is_dead or time.time() - entry.stat(follow_symlinks=False).st_mtime > _OLD_S:
                log.info("%s is of a program that was killed, and is removed", entry.path)
                if entry.is_dir(follow_symlinks=False):
                    shutil.rmtree(entry.path)
                else:
                    os.unlink(entry.path)


def _host() -> str:
    """Which computer this is, as far as a process number means something."""
    return hashlib.sha256(platform.node().encode("utf-8", "surrogateescape")).hexdigest()[:4]


def _is_alive(pid: int) -> bool:
    if sys.platform == "win32":  # no harmless question there, so age decides
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # somebody else's
        return True
    return True
