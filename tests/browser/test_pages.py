"""Is a report readable for everybody, in a real browser: light, dark, on paper and on a phone?"""

import shutil
from pathlib import Path

import pytest

from talentdb.cli import main
from tests.browser.chromium import THEMES, WIDTHS, axe_in, chromium, looked_at, opened

GRAVE = {"serious", "critical"}
MISSING = [
    name
    for name, there in {"Chromium": chromium(), "npm": shutil.which("npm")}.items()
    if not there
]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"browser: not run without {' and '.join(MISSING)}"),
]


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The report on Meta Superintelligence Labs, from the seeds."""
    monkeypatch.chdir(tmp_path)
    assert main(("--db", "demo.db", "demo")) == 0
    name = "Meta Superintelligence Labs"
    assert main(("--db", "demo.db", "report", "organisation", name, "-o", "page.html")) == 0
    return tmp_path / "page.html"


def test_axe_finds_no_grave_fault_and_nothing_reaches_beyond_the_page(page: Path) -> None:
    found = looked_at(page, axe_in(page.parent))
    assert len(found) == len(THEMES) * len(WIDTHS)
    for one in found:
        assert [fault for fault in one["faults"] if fault[0] in GRAVE] == [], one["name"]
        # No sheet of paper is as narrow as a phone.
        assert one["reaches"] <= one["width"] or one["name"] == "print", one


def test_the_page_as_it_is_complains_of_nothing_and_prints(page: Path) -> None:
    target = page.with_name("page.pdf")
    said = opened(page, f"--print-to-pdf={target}")
    assert "CONSOLE" not in said.stderr
    assert target.read_bytes().startswith(b"%PDF")


def test_a_fault_and_a_complaint_would_be_found(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    spoilt = text.replace("<main>", '<main><img src="https://example.org/a.png">')
    page.write_text(spoilt, encoding="utf-8")
    faults = [fault[1] for fault in looked_at(page, axe_in(page.parent))[0]["faults"]]
    assert "image-alt" in faults
    assert "CONSOLE" in opened(page, "--dump-dom").stderr
