"""What the repository promises about itself: licences, sizes, versions, links that lead somewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from app.cli import version

ROOT = Path(__file__).resolve().parents[2]
LARGEST_FILE = 45_000_000
_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

_PAGES = sorted(p.relative_to(ROOT).as_posix() for p in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def _requirement_name(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match is not None
    return match.group(0)


def _tracked_files() -> list[Path]:
    if shutil.which("git") is None:
        pytest.skip("git is not installed: what is tracked cannot be listed")
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"git cannot list what is tracked: {done.stderr.strip()}")
    return [ROOT / name for name in done.stdout.split("\0") if name]


def test_license_is_the_full_apache_text_that_the_project_declares() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert _PROJECT["license"] == "Apache-2.0"
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text


@pytest.mark.parametrize("requirement", _PROJECT["dependencies"])
def test_third_party_page_names_every_runtime_dependency(requirement: str) -> None:
    rows = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8").lower().splitlines()
    name = _requirement_name(requirement).lower()
    assert any(re.match(rf"\| {re.escape(name)}\b", row) for row in rows)


@pytest.mark.parametrize(
    "requirement",
    [
        requirement
        for extra in _PROJECT["optional-dependencies"].values()
        for requirement in extra
        if not requirement.startswith(f"{_PROJECT['name']}[")  # its own extras are listed themselves
    ],
)
def test_third_party_page_names_every_optional_dependency(requirement: str) -> None:
    text = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8").lower()
    assert _requirement_name(requirement).lower() in text


def test_third_party_page_has_a_row_for_every_resource_folder() -> None:
    text = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    resources = [path for path in _tracked_files() if path.is_relative_to(ROOT / "resources")]
    folders = {path.relative_to(ROOT).parts[1] for path in resources}
    assert [name for name in sorted(folders) if f"`resources/{name}/" not in text] == []


def test_no_tracked_file_is_too_large_to_clone_comfortably() -> None:
    sizes = {str(path): path.stat().st_size for path in _tracked_files() if path.is_file()}
    assert {name: size for name, size in sizes.items() if size > LARGEST_FILE} == {}


def test_changelog_has_a_section_for_this_version() -> None:
    assert f"## [{_PROJECT['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.skipif(
    "not installed" in version(), reason="the project runs from a checkout without being installed"
)
def test_program_says_the_version_that_the_project_declares() -> None:
    assert version() == _PROJECT["version"]


def test_packaging_folder_is_no_package() -> None:
    """With an `__init__.py` it would hide the distribution `packaging` from everything run in a checkout."""
    assert not (ROOT / "packaging" / "__init__.py").exists()


@pytest.mark.parametrize("page", _PAGES)
def test_links_in_the_documents_lead_to_files(page: str) -> None:
    path = ROOT / page
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not (path.parent / link).exists()] == []


def test_readme_commands_are_the_ones_ci_runs() -> None:
    command = "python3 packaging/start.py --test"
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
