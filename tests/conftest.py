"""What holds for every test: nothing is left in the folders of the person who runs them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gkdt_core.inference.text_cache import SWITCH


@pytest.fixture(scope="session", autouse=True)
def text_vectors_stay_off_the_disk() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SWITCH, "off")
        yield
