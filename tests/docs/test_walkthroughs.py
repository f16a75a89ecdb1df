"""Do the pages that walk through an example say what really happens?"""

from pathlib import Path

import pytest

from tests.docs.consoles import BLOCK, ROOT, executed

PAGES = sorted(
    page
    for page in (ROOT / "docs").rglob("*.md")
    # cli.md is generated: its examples show how to call, not what comes out.
    if page.name != "cli.md" and BLOCK.search(page.read_text(encoding="utf-8"))
)


def test_there_are_pages_to_walk_through() -> None:
    assert {"tutorial.md", "organisations.md"} <= {page.name for page in PAGES}


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_print_what_the_page_shows(
    page: Path, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    text = page.read_text(encoding="utf-8")
    came_out = executed(text, tmp_path)
    if request.config.getoption("--update-golden"):
        page.write_text(came_out, encoding="utf-8")
        return
    assert text == came_out
