"""The category editor used by a real mouse and keyboard: names typed, lines drawn by dragging."""

from __future__ import annotations

import json
from pathlib import Path

from tests.e2e.conftest import picture
from tests.e2e.driver import DRAG_STEPS, Program, ProjectFile, Screen
from tests.e2e.test_window import click_keypoints, near

NAMES = ["beak", "left wing", "right wing", "tail"]


def ring(program: Program, row: int) -> tuple[float, float]:
    """Where the ring of a keypoint is on screen."""
    found = program.widgets["category_dialog_preview"]
    x, y = found["rings"][row]
    return found["rect"][0] + x, found["rect"][1] + y


def drag_line(program: Program, start: int, end: int) -> None:
    """Drag from ring to ring."""
    (x1, y1), (x2, y2) = ring(program, start), ring(program, end)
    words: list[str | int] = ["mousemove", round(x1), round(y1), "mousedown", 1]
    for step in range(1, DRAG_STEPS + 1):
        share = step / DRAG_STEPS
        words += ["mousemove", round(x1 + (x2 - x1) * share), round(y1 + (y2 - y1) * share)]
    program.screen.xdotool(*words, "mouseup", 1)


def wait_for_lines(program: Program, text: str) -> None:
    program.wait(f"the lines {text!r}", lambda: program.text("category_dialog_edges") == text)


def category(project: ProjectFile) -> tuple[object, ...]:
    """Name, keypoints, edges and pairs of the only category, as they are on disk."""
    rows = project.rows("SELECT name, keypoints, edges, pairs FROM category")
    return () if len(rows) != 1 else (rows[0][0], *map(json.loads, rows[0][1:]))


def test_lines_are_drawn_by_dragging_undone_and_drawn_anew_in_a_category_in_use(
    screen: Screen, tmp_path: Path
) -> None:
    folder = tmp_path / "birds"
    picture(folder / "bird 1.png")
    project = ProjectFile(folder / "annotations.gkdt")
    with Program(screen, tmp_path / "home", str(folder)) as program:
        program.picture("bird 1.png")
        program.key("ctrl+n")
        program.wait_dialog("category_dialog")
        program.fill("category_dialog_name", "kingfisher")
        program.fill("category_dialog_add_keypoint", ", ".join(NAMES))
        program.key("Return")
        program.wait(
            "four rings", lambda: len(program.widgets["category_dialog_preview"].get("rings", ())) == 4
        )
        drag_line(program, 0, 3)
        wait_for_lines(program, "1-4")
        drag_line(program, 1, 2)
        wait_for_lines(program, "1-4, 2-3")
        program.key("ctrl+z")
        wait_for_lines(program, "1-4")
        program.key("ctrl+y")
        wait_for_lines(program, "1-4, 2-3")
        program.click("category_dialog_accept")
        program.wait_dialog("")
        program.wait("the category on disk", lambda: category(project))
        assert category(project) == ("kingfisher", NAMES, [[0, 3], [1, 2]], [[1, 2]])

        points = [(150.0, 40.0), (80.0, 150.0), (220.0, 150.0), (150.0, 260.0)]
        click_keypoints(program, NAMES, points)
        instance = program.wait("the instance", lambda: project.instance_of("bird 1.png", "kingfisher"))
        program.wait("its points on disk", lambda: len(project.points(instance)) == 4)

        program.key("ctrl+shift+k")
        program.wait_dialog("category_dialog")
        wait_for_lines(program, "1-4, 2-3")
        drag_line(program, 2, 1)  # along the line that is there: it ends
        wait_for_lines(program, "1-4")
        drag_line(program, 0, 1)
        wait_for_lines(program, "1-4, 1-2")
        program.key("ctrl+Return")
        program.wait_dialog("")
        program.wait("the change on disk", lambda: category(project)[2] == [[0, 3], [0, 1]])
        found = project.points(instance)
        assert all(near(found[number][:2], xy) for number, xy in enumerate(points))
        program.key("ctrl+z")
        program.wait("the undo on disk", lambda: category(project)[2] == [[0, 3], [1, 2]])
        assert program.quit() == 0
        assert program.output == ""
