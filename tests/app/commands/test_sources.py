"""Where a command may write, asked before hours of work."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli import main
from app.commands.sources import writable_file
from gkdt_core.errors import GkdtError


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder where even root cannot write")
def test_a_folder_that_takes_no_file_is_refused_before_the_work_although_its_rights_allow_it() -> None:
    with pytest.raises(GkdtError, match="nothing can be written to /proc"):
        writable_file("/proc/out.json", option="--out", inputs=[])


@pytest.mark.parametrize(("option", "value"), [("--shots", "0"), ("--shots", "x"), ("--box-scale", "wide")])
def test_a_number_that_makes_no_sense_is_named_in_plain_words(
    capsys: pytest.CaptureFixture[str], option: str, value: str
) -> None:
    assert main(["predict", "--images", "a.png", "--names", "nose", "--out", "o.json", option, value]) == 2
    assert f'argument {option}: "{value}" is not a' in capsys.readouterr().err
