"""Are the pictures in the documentation those that the commands beneath them draw?"""

import shlex
from pathlib import Path

import pytest

from talentdb.cli import main
from tests.docs.consoles import ROOT
from tests.docs.pages import page

GALLERY = ROOT / "docs" / "gallery"


def commands() -> list[str]:
    """The commands of the gallery, one a picture."""
    lines = page("docs/gallery.md").splitlines()
    return [line for line in lines if line.startswith("talentdb report")]


def test_every_picture_is_what_its_command_draws(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(("--db", "demo.db", "demo")) == 0
    for command in commands():
        assert main(("--db", "demo.db", *shlex.split(command)[1:])) == 0
    assert "written" in capsys.readouterr().err
    drawn = {path.name: path.read_bytes() for path in tmp_path.glob("*.svg")}
    kept = {path.name: path.read_bytes() for path in GALLERY.iterdir()}
    assert drawn == kept, "run `make docs`"
    assert all(f"(gallery/{name})" in page("docs/gallery.md") for name in kept)
