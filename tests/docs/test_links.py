"""Does every link in the documentation lead somewhere?"""

import re
from pathlib import Path

import pytest

from tests.docs.consoles import ROOT

PAGES = sorted(
    path.relative_to(ROOT)
    for folder in (ROOT, ROOT / "docs", ROOT / "seeds")
    for path in folder.glob("*.md")
)
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def anchors(path: Path) -> set[str]:
    """The headings of a page as links name them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


def broken(page: Path) -> list[str]:
    """The links of a page that lead to no file, or to no heading in it."""
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    found = []
    for link in LINK.findall(text):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            found.append(link)
    return found


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_links_lead_to_a_file_and_a_heading(page: Path) -> None:
    assert broken(ROOT / page) == []


def test_a_link_that_leads_nowhere_would_be_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A, b\n[here](#a-b) [gone](gone.md) [lost](#c) [far](https://example.org)\n")
    assert broken(page) == ["gone.md", "#c"]
