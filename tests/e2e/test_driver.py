"""What the driver of the window tells a test must be true, also where the test itself is mistaken."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from app.project.database import ProjectDatabase
from tests.e2e.driver import ProjectFile


def test_a_project_that_is_not_there_yet_has_no_rows(tmp_path: Path) -> None:
    assert ProjectFile(tmp_path / "later.gkdt").rows("SELECT id FROM media") == []


def test_a_question_with_a_mistake_is_an_error_and_not_an_empty_answer(tmp_path: Path) -> None:
    path = tmp_path / "project.gkdt"
    ProjectDatabase.create(path).close()
    project = ProjectFile(path)
    assert project.rows("SELECT id FROM media") == []
    with pytest.raises(sqlite3.OperationalError, match="no such column"):
        project.rows("SELECT number FROM media")
