"""Fetching released models: only with consent, going on after a break, and nothing but what was announced."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gkdt_core.errors import Cancelled, LicenceError, ModelFileError
from gkdt_core.weights.library import download, installed, offered, remove
from gkdt_core.weights.registry import released_model
from tests.gkdt_core.weights.fake_hub import Hub, running

ROOT = Path(__file__).resolve().parents[3]
MODEL = released_model("GKDT-L_for_App")
AGREED = MODEL.licence.id
CONTENT = os.urandom(1 << 16) * 480
"""31 MB: several of the 10 MB that the hub's library takes at a time."""
NAME = "GKDT-L.best"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GKDT_HOME", str(tmp_path))
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hub"))
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    monkeypatch.setenv("HF_TOKEN", "hf_notarealtoken")
    return tmp_path


@pytest.fixture
def hub() -> Iterator[Hub]:
    with running(Hub({NAME: CONTENT, "README.md": b"# GKDT"})) as serving:
        yield serving


def here(home: Path) -> list[str]:
    models = home / "models"
    return sorted(path.name for path in models.iterdir()) if models.exists() else []


def test_the_file_comes_whole_and_under_the_name_of_the_model(hub: Hub, home: Path) -> None:
    seen: list[tuple[int, int]] = []
    shares: list[float] = []
    path = download(
        MODEL,
        agreed_to=AGREED,
        endpoint=hub.address,
        on_bytes=lambda done, total: seen.append((done, total)),
        checkpoint=shares.append,
    )
    assert path == home / "models" / "GKDT-L_for_App.best"
    assert path.read_bytes() == CONTENT
    assert here(home) == ["GKDT-L_for_App.best"]
    assert seen[0] == (0, len(CONTENT))
    assert seen[-1] == (len(CONTENT), len(CONTENT))
    assert len(seen) > 3
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    entry = installed(MODEL)
    assert entry is not None
    assert entry.path == path


def test_the_hub_says_size_and_digest_before_anything_is_fetched(hub: Hub) -> None:
    offer = offered(MODEL, endpoint=hub.address)
    assert (offer.file, offer.nbytes) == (NAME, len(CONTENT))
    assert hub.ranges == []


@pytest.mark.parametrize("agreed", ["", "yes", "apache-2.0", "GKDT-NON-COMMERCIAL"])
def test_without_agreeing_to_this_licence_nothing_is_asked_of_any_network(
    hub: Hub, home: Path, agreed: str
) -> None:
    with pytest.raises(LicenceError, match="non-commercial") as caught:
        download(MODEL, agreed_to=agreed, endpoint=hub.address)
    assert MODEL.page in caught.value.hint
    assert hub.asked == []
    assert here(home) == []


def test_nothing_is_reported_about_this_computer(hub: Hub) -> None:
    download(MODEL, agreed_to=AGREED, endpoint=hub.address)
    agents = {headers.get("user-agent", headers.get("User-Agent", "")) for _, _, headers in hub.asked}
    assert all("torch" not in agent and "agent/" not in agent for agent in agents), agents
    assert {path.split("?")[0] for _, path, _ in hub.asked} == {
        f"/api/models/{MODEL.repo_id}",
        f"/{MODEL.repo_id}/resolve/0123456789abcdef0123456789abcdef01234567/{NAME}",
    }


def test_a_broken_connection_is_taken_up_where_it_broke(hub: Hub, home: Path) -> None:
    hub.cut_after = 25_000_000
    path = download(MODEL, agreed_to=AGREED, endpoint=hub.address)
    assert path.read_bytes() == CONTENT
    first, second = hub.ranges
    assert first == ""
    assert 0 < int(second.removeprefix("bytes=").removesuffix("-")) <= 25_000_000


def test_a_cancelled_download_goes_on_where_it_was_the_next_time(hub: Hub, home: Path) -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        download(MODEL, agreed_to=AGREED, endpoint=hub.address, checkpoint=stop)
    (part,) = here(home)
    come = (home / "models" / part).stat().st_size
    assert 0 < come < len(CONTENT)
    assert installed(MODEL) is None
    seen: list[int] = []
    path = download(
        MODEL, agreed_to=AGREED, endpoint=hub.address, on_bytes=lambda done, total: seen.append(done)
    )
    assert path.read_bytes() == CONTENT
    assert hub.ranges == ["", f"bytes={come}-"]
    assert seen[0] == come
    assert here(home) == ["GKDT-L_for_App.best"]


def test_what_came_of_another_version_of_the_file_is_not_continued(hub: Hub, home: Path) -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        download(MODEL, agreed_to=AGREED, endpoint=hub.address, checkpoint=stop)
    hub.files[NAME] = CONTENT[::-1]
    assert download(MODEL, agreed_to=AGREED, endpoint=hub.address).read_bytes() == CONTENT[::-1]
    assert hub.ranges == ["", ""]


def test_another_file_than_announced_is_deleted_and_said(hub: Hub, home: Path) -> None:
    hub.announced[NAME] = "ab" * 32
    with pytest.raises(ModelFileError, match=r"SHA-256.*abab.*deleted"):
        download(MODEL, agreed_to=AGREED, endpoint=hub.address)
    assert here(home) == []


def test_a_file_that_is_here_already_is_not_fetched_again(hub: Hub) -> None:
    download(MODEL, agreed_to=AGREED, endpoint=hub.address)
    download(MODEL, agreed_to=AGREED, endpoint=hub.address)
    assert hub.ranges == [""]


def test_another_file_in_the_place_is_left_alone(hub: Hub, home: Path) -> None:
    (home / "models").mkdir()
    (home / "models" / "GKDT-L_for_App.best").write_text("mine")
    with pytest.raises(ModelFileError, match="another file"):
        download(MODEL, agreed_to=AGREED, endpoint=hub.address)
    assert (home / "models" / "GKDT-L_for_App.best").read_text() == "mine"


def test_a_folder_of_ones_own_can_be_chosen(hub: Hub, home: Path) -> None:
    path = download(MODEL, agreed_to=AGREED, endpoint=hub.address, directory=home / "other" / "place")
    assert path == home / "other" / "place" / "GKDT-L_for_App.best"
    assert here(home) == []


@pytest.mark.parametrize("names", [("a.best", "b.BEST"), ("README.md",), ()])
def test_not_exactly_one_candidate_is_an_error_that_names_what_there_is(
    hub: Hub, home: Path, names: tuple[str, ...]
) -> None:
    hub.files = dict.fromkeys(names, b"x")
    with pytest.raises(ModelFileError, match="files that could be the model") as caught:
        offered(MODEL, endpoint=hub.address)
    assert all(name in caught.value.hint for name in names)


def test_the_file_can_be_named_where_there_are_several(hub: Hub) -> None:
    hub.files["other.best"] = b"x" * 100
    assert offered(MODEL, file="other.best", endpoint=hub.address).nbytes == 100
    with pytest.raises(ModelFileError, match=r'no file "third\.best"'):
        offered(MODEL, file="third.best", endpoint=hub.address)


def test_a_hub_that_announces_no_digest_is_not_trusted(hub: Hub) -> None:
    hub.without_digests = True
    with pytest.raises(ModelFileError, match="SHA-256"):
        offered(MODEL, endpoint=hub.address)


def test_a_name_made_to_lead_elsewhere_does_not(hub: Hub, home: Path) -> None:
    hub.files = {"../../../evil.best": b"x" * 100}
    with pytest.raises(ModelFileError):
        download(MODEL, agreed_to=AGREED, endpoint=hub.address)
    assert sorted(home.rglob("*evil*")) == []


def test_a_disk_too_small_is_said_before_anything_is_fetched(
    hub: Hub, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(home)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1_000_000))
    with pytest.raises(ModelFileError, match=r"31\.5 MB are needed, 1\.0 MB are free"):
        download(MODEL, agreed_to=AGREED, endpoint=hub.address)
    assert hub.ranges == []


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        (404, "RepoNotFound", "not there, or not open"),
        (403, "GatedRepo", "accepted its terms"),
        (401, "", "does not let you in"),
        (500, "", "answered with 500"),
    ],
)
def test_a_hub_that_refuses_is_understood_and_the_way_by_hand_is_told(
    hub: Hub, status: int, code: str, words: str
) -> None:
    hub.status, hub.error_code = status, code
    with pytest.raises(ModelFileError, match=words) as caught:
        offered(MODEL, endpoint=hub.address)
    assert MODEL.page in caught.value.hint
    assert "gkdt models convert FILE --as GKDT-L_for_App" in caught.value.hint


def test_without_a_network_the_way_by_hand_is_told(home: Path) -> None:
    with pytest.raises(ModelFileError, match="no connection") as caught:
        offered(MODEL, endpoint="http://127.0.0.1:9")
    for words in (MODEL.page, "gkdt models convert FILE", str(home / "models" / "GKDT-L_for_App")):
        assert words in caught.value.hint


def test_a_person_who_wants_no_network_gets_none(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    for attempt in (
        lambda: offered(MODEL, endpoint=hub.address),
        lambda: download(MODEL, agreed_to=AGREED, endpoint=hub.address),
    ):
        with pytest.raises(ModelFileError, match="HF_HUB_OFFLINE is set") as caught:
            attempt()
        assert MODEL.page in caught.value.hint
    assert hub.asked == []


def test_two_downloads_of_one_model_do_not_write_into_each_other(hub: Hub, home: Path) -> None:
    code = (
        "import fcntl, sys, time; file = open(sys.argv[1], 'wb'); fcntl.flock(file, fcntl.LOCK_EX); "
        "print('held', flush=True); time.sleep(60)"
    )
    (home / "models").mkdir()
    lock = home / "models" / ".GKDT-L_for_App.best.lock"
    if sys.platform == "win32":
        pytest.skip("locks are others there")
    with subprocess.Popen(
        [sys.executable, "-c", code, str(lock)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(ModelFileError, match="being downloaded already"):
            download(MODEL, agreed_to=AGREED, endpoint=hub.address)
        process.kill()
    download(MODEL, agreed_to=AGREED, endpoint=hub.address)


def test_an_unfinished_download_can_be_removed(hub: Hub, home: Path) -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        download(MODEL, agreed_to=AGREED, endpoint=hub.address, checkpoint=stop)
    assert remove(MODEL.name) > 1_000_000
    assert here(home) == []
