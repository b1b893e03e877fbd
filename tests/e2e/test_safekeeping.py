"""Work kept safe, by a real mouse and keyboard: images that were moved, a backup that is opened."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from tests.e2e.conftest import make_project, picture
from tests.e2e.driver import Program, ProjectFile, Screen

REST_S = 0.3
"""The program tells where things are every 0.04 s."""


def open_menu(program: Program, menu: str, entry: str) -> None:
    """Choose from the menu bar by the underlined letters."""
    program.key(f"alt+{menu}")
    program.wait("the menu", lambda: program.map().get("popup"))
    program.key(entry)
    program.wait("the menu to close", lambda: not program.map().get("popup"))


def answer_file_dialog(program: Program, path: Path) -> None:
    """Type a path into the dialog that asks for a file or folder."""
    program.wait("the file dialog", lambda: program.map()["focus"] == "fileNameEdit")

    def typed() -> bool:
        # once more where its list of proposals came in between
        program.key("ctrl+a")
        program.type(str(path))
        time.sleep(REST_S)
        return program.text("fileNameEdit") == str(path)

    program.wait("the path typed", typed)
    program.key("Return")


def labels(project: ProjectFile) -> dict[str, list[tuple[Any, ...]]]:
    """What people put into the project, without where its images are and how large."""
    return {table: rows for table, rows in project.content().items() if table != "media"}


def test_images_of_a_folder_that_was_moved_are_found_in_its_new_place(
    qapp, screen: Screen, tmp_path: Path
) -> None:
    old, new = tmp_path / "photographs", tmp_path / "archive" / "bees of 2026"
    images = [picture(old / f"bee {number}.png", shade=number) for number in range(1, 5)]
    path = make_project(tmp_path / "bees.gkdt", images, labelled=2)
    project = ProjectFile(path)
    before = labels(project)
    new.parent.mkdir()
    old.rename(new)
    (new / "bee 3.png").rename(new / "renamed.png")
    picture(new / "bee 4.png", side=120)  # another picture under the old name
    with Program(screen, tmp_path / "home", str(path)) as program:
        program.wait("the offer to find them", lambda: program.text("message_action") == "Find them…")
        assert program.text("message_text") == "4 of 4 image files are not where they were."
        program.click("message_action")
        program.wait_dialog("missing_dialog")
        program.click("missing_look")
        answer_file_dialog(program, tmp_path / "archive")
        program.wait("what was found", lambda: "found" in program.text("missing_status"))
        assert program.text("missing_status").startswith("2 images were found: 2 by name and size.")
        program.click("missing_accept")
        program.wait_dialog("")
        program.picture("photographs/bee 1.png")
        assert project.rows("SELECT path FROM media ORDER BY id") == [
            ("archive/bees of 2026/bee 1.png",),
            ("archive/bees of 2026/bee 2.png",),
            ("photographs/bee 3.png",),
            ("photographs/bee 4.png",),
        ]
        assert labels(project) == before
        assert program.quit() == 0
        assert program.output == ""


def test_a_backup_is_made_opened_beside_the_project_and_holds_what_was_deleted_since(
    qapp, screen: Screen, tmp_path: Path
) -> None:
    images = [picture(tmp_path / "photographs" / f"bee {number}.png") for number in range(1, 3)]
    path = make_project(tmp_path / "photographs" / "bees.gkdt", images, labelled=1)
    project, kept = ProjectFile(path), tmp_path / "photographs" / "as it was.gkdt"
    before = labels(project)
    with Program(screen, tmp_path / "home", str(path)) as program:
        program.picture("bee 1.png")
        open_menu(program, "f", "b")
        program.wait_dialog("backups_dialog")
        program.click("backups_make")
        # one more may have been made at the start
        program.wait("a backup", lambda: "backup" in program.text("backups_status"))
        program.wait("a backup to be selected", lambda: program.widgets["backups_open"]["enabled"])
        program.key("Escape")
        program.wait_dialog("")

        program.click_point((30.0, 270.0))  # onto the picture, away from the points
        program.key("Delete")
        program.wait("the instance gone", lambda: not project.content()["instance"])
        open_menu(program, "f", "b")
        program.wait_dialog("backups_dialog")
        program.wait("a backup to be selected", lambda: program.widgets["backups_open"]["enabled"])
        program.click("backups_open")
        answer_file_dialog(program, kept)
        program.wait("the copy to be open", lambda: program.title == "as it was — GKDT Annotator")
        assert labels(ProjectFile(kept)) == before
        assert not project.content()["instance"]
        program.picture("bee 1.png")
        assert program.quit() == 0
        assert program.output == ""
