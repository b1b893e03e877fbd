"""What people call a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.project.store import project_name
from gkdt_core.paths import user_data_dir
from tests.app.window import make_images, open_window


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/data/flies/annotations.gkdt", "flies"),
        ("/data/2026.03 Fotos été/Annotations.gkdt", "2026.03 Fotos été"),
        ("/data/flies/annotations copy.gkdt", "annotations copy"),
        ("/data/flies/second pass.gkdt", "second pass"),
        ("/annotations.gkdt", "annotations"),
        ("/data/flies-0123abcd.gkdt", "flies-0123abcd"),
    ],
)
def test_a_project_is_called_by_its_file_or_where_that_is_the_standard_one_by_its_folder(
    path: str, name: str
) -> None:
    assert project_name(Path(path)) == name


def test_a_project_that_cannot_be_in_its_folder_is_called_like_that_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path))
    assert project_name(user_data_dir() / "projects" / "flies-0123abcd.gkdt") == "flies"


def test_the_title_and_the_list_of_recent_projects_call_a_folder_by_its_name(
    qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path / "home"))
    make_images(tmp_path / "flies", 1)
    person = open_window(qtbot, tmp_path / "home")
    window = person.window
    person.open_folder(tmp_path / "flies")
    assert window.windowTitle() == "flies — GKDT Annotator"
    window.projects.close()
    assert window.welcome._recent.item(0).text() == f"flies  —  {tmp_path / 'flies'}"
    person.close()
