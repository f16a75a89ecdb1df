"""What stands in the documentation: sections, tables, words in code?"""

import re

from tests.docs.consoles import ROOT

_CELL_END = re.compile(r"(?<!\\)\|")


def page(name: str) -> str:
    """The text of a page."""
    return (ROOT / name).read_text(encoding="utf-8")


def sections(text: str, level: str) -> dict[str, str]:
    """What follows each heading of a level, by its words, up to the next of that or a higher."""
    pattern = rf"^{level} ([^\n]+)\n(.*?)(?=^#{{1,{len(level)}}} |\Z)"
    return dict(re.findall(pattern, text, re.MULTILINE | re.DOTALL))


def table_after(text: str, heading: str) -> list[list[str]]:
    """The rows of the first table after a heading, without its own head; empty without one."""
    level, words = heading.split(" ", 1)
    return first_table(sections(text, level).get(words, ""))


def first_table(text: str) -> list[list[str]]:
    """The rows of the first table of a text, without its head."""
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("|"):
            lines.append(line)
        elif lines:
            break
    return [[cell.strip() for cell in _CELL_END.split(line)[1:-1]] for line in lines[2:]]


def code_in(cell: str) -> list[str]:
    """The words of a cell that are set as code."""
    return re.findall(r"`([^`]+)`", cell)


def commands_in(reference: str) -> set[str]:
    """The last word of every command of the generated reference."""
    return set(re.findall(r"^##+ `talentdb (?:[a-z]+ )*([a-z]+)`$", reference, re.MULTILINE))
