"""Batches used by a real mouse and keyboard: files that cannot be read, and a kill in the middle."""

from __future__ import annotations

import os
from pathlib import Path

from tests.e2e.conftest import BEE, make_project, picture
from tests.e2e.driver import Program, ProjectFile, Screen

SIDE = 1800
"""Of the pictures of the batch that is killed: each takes a while to read, whatever the model runs on."""


def predicted(project: ProjectFile) -> list[str]:
    return [
        row[0] for row in project.rows("SELECT name FROM media WHERE state = 'predicted' ORDER BY sort_key")
    ]


def test_a_batch_over_broken_files_tells_why_and_does_them_once_they_are_mended(
    qapp, screen: Screen, model: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "bees"
    images = [picture(folder / f"bee {number}.png") for number in range(1, 7)]
    sound = images[1].read_bytes()
    images[1].write_bytes(b"no picture at all")
    images[3].write_bytes(sound[: len(sound) // 2])
    images[4].write_bytes(b"")
    path = make_project(folder / "bees.gkdt", images)
    project = ProjectFile(path)
    with Program(screen, tmp_path / "home", str(path), "--model", str(model)) as program:
        program.picture("bee 1.png")
        program.key("ctrl+r")  # the model may still be on its way: then it waits for it
        program.wait_dialog("failures_dialog")
        assert predicted(project) == ["bee 1.png", "bee 3.png", "bee 6.png"]
        reasons = project.rows(
            "SELECT name, reason FROM job_item JOIN media ON media.id = image_id ORDER BY sort_key"
        )
        assert [name for name, _ in reasons] == ["bee 2.png", "bee 4.png", "bee 5.png"]
        assert all(name in reason for name, reason in reasons)

        program.key("Escape")
        program.wait_dialog("")
        program.wait("what is left of the batch", lambda: program.text("batch_line") == "3 done · 3 failed")
        for number in (1, 3):
            images[number].write_bytes(sound)
        program.click("batch_failures")
        program.wait_dialog("failures_dialog")
        program.click("failures_retry")
        program.wait("the mended images done", lambda: len(predicted(project)) == 5)
        program.wait_dialog("failures_dialog")  # with the one that is still broken
        program.wait("one image left", lambda: program.text("failures_retry") == "Try this image again")
        images[4].write_bytes(sound)
        program.click("failures_retry")
        program.wait("every image done", lambda: len(predicted(project)) == 6)
        program.wait("nothing left of the batch", lambda: "batch_line" not in program.widgets)
        assert project.rows("SELECT count(*) FROM job") == [(0,)]
        assert program.quit() == 0
        assert program.output == ""


def test_a_batch_that_was_paused_goes_on_after_a_kill_and_is_done_once(
    qapp, screen: Screen, model: Path, tmp_path: Path
) -> None:
    folder, count = tmp_path / "bees", 24
    images = [picture(folder / "bee 1.png", SIDE)]
    for number in range(2, count + 1):
        images.append(folder / f"bee {number}.png")
        os.link(images[0], images[-1])
    path = make_project(folder / "bees.gkdt", images)
    project = ProjectFile(path)
    arguments = (str(path), "--model", str(model))
    with Program(screen, tmp_path / "home", *arguments) as program:
        program.picture("bee 1.png")
        program.key("ctrl+r")
        program.point_at("batch_pause")
        program.wait("the first images done", lambda: predicted(project))
        program.click_here()
        program.wait("the pause", lambda: program.text("batch_line").startswith("Paused"))
        before = predicted(project)
        assert 0 < len(before) < count
        points = project.content()["keypoint"]
        program.kill()
    assert predicted(project) == before

    with Program(screen, tmp_path / "home", *arguments) as program:
        program.picture("bee 1.png")
        program.wait("the offer to go on", lambda: program.text("message_action") == "Go on")
        assert program.text("message_text") == (
            f"Pre-labelling was interrupted: {count - len(before)} objects are left."
        )
        program.click("message_action")
        program.wait("every image done", lambda: len(predicted(project)) == count)
        program.wait("nothing left of the batch", lambda: project.rows("SELECT count(*) FROM job") == [(0,)])
        after = project.content()["keypoint"]
        assert len(after) == count * len(BEE)
        assert set(points) <= set(after), "what was done before the kill was done again"
        assert program.quit() == 0
        assert program.output == ""
    assert project.rows("PRAGMA integrity_check") == [("ok",)]
