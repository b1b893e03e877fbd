"""Pictures for the canvas come whatever their files are called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from app.controllers.viewer import ImageLoader
from app.jobs import JobRunner


@pytest.mark.skipif(os.name == "nt", reason="file names are Unicode there")
def test_a_picture_whose_file_name_is_no_unicode_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"b\xe9\xff.png")
    try:
        Image.new("RGB", (8, 8)).save(path)
    except OSError:
        pytest.skip("the disk takes no such name")
    jobs = JobRunner()
    loader = ImageLoader(jobs)
    with qtbot.waitSignal(loader.shown) as shown:
        loader.show(path)
    assert shown.args[0] == path
    jobs.close()
