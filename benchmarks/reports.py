"""What does a report cost, as a ratio to the questions it answers, and how much memory?

    python benchmarks/reports.py [LEDGER ROLES.csv]

Whole processes. LEDGER holds what was imported from ROLES.csv; without them both are made, of
100,000 roles. Each question prints as many rows as a page has. Starting up is taken off on both
sides: the same command on a ledger of two roles. Memory is set against that on a tenth of the
roles. Nothing here can fail on time.
"""

import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.generate import HEADER
from benchmarks.processes import TALENTDB, Cost, net, peak, row
from benchmarks.queries import MIDDLING, fill, ledger_asked, place_of_rank

ROLES = 100_000
PAGE = ("-n", "200")


def of_organisation(name: str) -> tuple[tuple[str, ...], ...]:
    """What the report on an organisation answers."""
    return (
        *(("flows", name), ("moves", "--organisation", name), ("trend", name), ("ratio", name)),
        *(("arrivals", name), ("departures", name), ("people", "--organisation", name)),
        ("retention", name, "--definition", "all"),
    )


def reports(source: Path) -> dict[str, tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]]:
    """The words of each report, and of the questions that it answers."""
    largest, middling = (place_of_rank(source, rank) for rank in (1, MIDDLING))
    return {
        "organisation, the largest": (("organisation", largest), of_organisation(largest)),
        "organisation, a middling one": (("organisation", middling), of_organisation(middling)),
        "departures of the largest": (("departures", largest), (("departures", largest),)),
        "flows": (("flows",), (("flows",), ("moves",), ("net",))),
        "people": (("people",), (("people",), ("roles",))),
    }


def measure(ledger: Path, source: Path, folder: Path) -> None:
    """Prints a row a report: its time by that of its questions, its memory, its size."""
    tenth, small = _tenth(source, folder), _small(source, folder)
    page = str(folder / "page.html")
    print(f"{'reports':<52} {'ours':>8} {'theirs':>8}   ratio     to reach")
    for what, (words, questions) in reports(source).items():
        reporting = ("report", *words, "-o", page)
        asked = [_net(("query", *question, *PAGE), ledger, small) for question in questions]
        ours = _net(reporting, ledger, small)
        row(f"report {what} / its questions, net", ours, _sum(asked), "3", 3)
        least, most = (peak(*_on(one, reporting)) for one in (tenth, ledger))
        size = Path(page).stat().st_size / 1000
        memory = f"{f'  MB at most, by those on a tenth of the roles; {size:.0f} kB':<52}"
        print(f"{memory} {most:>8.0f} {least:>8.0f} {most / least:>7.2f} x   1; 2,000 kB")


def _net(words: Sequence[str], ledger: Path, small: Path) -> Cost:
    return net(_on(ledger, words), _on(small, words))


def _sum(costs: Sequence[Cost]) -> Cost:
    return lambda: sum(cost() for cost in costs)


def _on(ledger: Path, words: Sequence[str]) -> tuple[str, ...]:
    return (*TALENTDB, "--db", str(ledger), *words)


def _tenth(source: Path, folder: Path) -> Path:
    """A ledger of the first tenth of the rows."""
    with source.open(encoding="utf-8") as lines:
        count = sum(1 for _ in lines)
    part, ledger = folder / "tenth.csv", folder / "tenth.db"
    with source.open(encoding="utf-8") as lines, part.open("w", encoding="utf-8") as kept:
        kept.writelines(islice(lines, count // 10))
    fill(ledger, part)
    return ledger


def _small(source: Path, folder: Path) -> Path:
    """A ledger that knows the organisations asked about, and hardly more."""
    part, ledger = folder / "two.csv", folder / "two.db"
    places = (place_of_rank(source, rank) for rank in (1, MIDDLING))
    rows = (f"Ada Example,{place},,employment,2015,now\n" for place in places)
    part.write_text("".join([",".join(HEADER) + "\n", *rows]), encoding="utf-8")
    fill(ledger, part)
    return ledger


if __name__ == "__main__":
    with ledger_asked(sys.argv[1:], ROLES) as asked:
        measure(*asked)
