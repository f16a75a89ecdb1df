"""Which tables does Hypothesis make up: any text in any cell, or rows that often make sense?"""

import csv
import io
from collections.abc import Mapping

from hypothesis import strategies as st

Table = list[dict[str, str]]
Cells = st.SearchStrategy[str]

PEOPLE = st.sampled_from(["Ada Example", "ada example", "Bob Sample", "A|B"])
PLACES = st.sampled_from(["Acme", "Acme Inc.", "Globex", "Initech", "Mind", "Hooli"])
REFERENCES = st.sampled_from(["orcid:1", "person:1", "lei:1", "organisation:1", "source:1"])
DATES = st.sampled_from(
    ["", "", "2020", "2020-06", "2020-06-15", "[..2020]", "[2019..]", "2021", "2022-01", "2019~"]
)
ENDS = st.sampled_from(["", "", "2022", "2023", "2023-05", "[2022..]", "now", ".."])
STATUS = st.sampled_from(["", "", "", "rumoured", "denied"])
NOTE = st.sampled_from(["", "", "", "one", "two"])
TITLES = st.sampled_from(["", "Chief", "chief"])
WILD = st.text(max_size=8) | st.sampled_from(["\\|", " | ", '"', "a\rb", "-", "9" * 30, "=1+1"])
SOURCES = st.sampled_from(["", "memo", "https://example.org/a", "memo | http://example.org/b"])
IDENTIFIERS = st.sampled_from(["", "", "orcid:1", "orcid:2", "lei:1 | x:2"])
FACTS = st.builds("|".join, st.tuples(st.just("role"), PEOPLE, PLACES, TITLES, st.just(""), DATES))
FACTS |= st.builds("|".join, st.tuples(st.just("move"), PEOPLE, PLACES, PLACES, DATES))
FACTS |= st.builds("|".join, st.tuples(st.just("work"), PLACES, st.just("Opus")))
FACTS |= st.builds("|".join, st.tuples(st.just("name"), PEOPLE | PLACES, PLACES, DATES))

ROWS: Mapping[str, Mapping[str, Cells]] = {
    "people": {"person": PEOPLE, "identifiers": IDENTIFIERS, "tags": NOTE, "note": NOTE},
    "organisations": {"organisation": PLACES, "identifiers": IDENTIFIERS, "note": NOTE},
    "names": {"of": PEOPLE | PLACES, "name": PLACES | PEOPLE, "started": DATES, "ended": ENDS},
    "links": {
        "organisation": PLACES,
        "link": st.sampled_from(["part-of", "renamed", "merged-into", "acquired"]),
        "other": PLACES,
        "started": DATES,
        "ended": ENDS,
        "note": NOTE,
        "source": SOURCES,
    },
    "roles": {
        "person": PEOPLE,
        "organisation": PLACES,
        "title": TITLES,
        "started": DATES,
        "ended": ENDS,
        "seen": DATES,
        "status": STATUS,
        "note": NOTE,
        "source": SOURCES,
    },
    "moves": {
        "person": PEOPLE,
        "from": PLACES,
        "to": PLACES | st.just(""),
        "date": DATES,
        "to_title": TITLES,
        "reasons": st.sampled_from(["", "money", "money | mission"]),
        "status": STATUS,
        "source": SOURCES,
    },
    "offers": {
        "by": PLACES,
        "person": PEOPLE | st.just(""),
        "at": PLACES | st.just(""),
        "kind": st.sampled_from(["", "signing"]),
        "at_least": st.sampled_from(["", "5", "9"]),
        "at_most": st.sampled_from(["", "5", "7"]),
        "currency": st.sampled_from(["USD", "USD", "EUR", ""]),
        "outcome": st.sampled_from(["", "accepted"]),
        "date": DATES,
        "source": SOURCES,
    },
    "works": {
        "work": TITLES.map(lambda title: title or "Opus"),
        "by": PLACES,
        "makers_known": st.sampled_from(["", "all", "some"]),
        "note": NOTE,
    },
    "credits": {
        "person": PEOPLE,
        "work": st.sampled_from(["Opus", "Chief", "Magnum"]),
        "by": PLACES | st.just(""),
        "as": NOTE,
        "status": STATUS,
        "source": SOURCES,
    },
    "figures": {
        "metric": st.sampled_from(["moves", "ratio", "headcount"]),
        "organisation": PLACES,
        "counterpart": PLACES | st.just(""),
        "published": st.sampled_from(["4", "10.6", "50"]),
        "qualifier": st.sampled_from(["", "about"]),
        "since": DATES,
        "until": DATES,
    },
    "sources": {
        "source": st.sampled_from(["memo", "letter", ""]),
        "url": st.sampled_from(["", "https://example.org/a", "https://www.example.org/a/"]),
        "title": st.sampled_from(["", "", "One", "Two"]),
        "published": DATES,
    },
    "citations": {
        "fact": FACTS,
        "source": st.sampled_from(["memo", "letter", "https://example.org/c"]),
        "stance": st.sampled_from(["", "supports", "disputes"]),
        "quote": NOTE,
        "via": st.sampled_from(["", "letter"]),
    },
}
# What the rows of every table may lean on.
GROUND: dict[str, Table] = {
    "people": [{"person": "Ada Example"}, {"person": "Bob Sample"}],
    "organisations": [{"organisation": name} for name in ("Acme", "Globex", "Initech", "Mind")],
    "roles": [{"person": "Ada Example", "organisation": "Acme", "title": "Chief"}],
    "works": [{"work": "Opus", "by": "Acme"}],
    "sources": [{"source": "memo"}, {"source": "letter"}],
}


def wild_tables() -> st.SearchStrategy[dict[str, Table]]:
    """A few rows of every kind, with any text in any cell."""
    cells = {
        kind: {column: known | REFERENCES | WILD for column, known in row.items()}
        for kind, row in ROWS.items()
    }
    return st.fixed_dictionaries(
        {kind: st.lists(st.fixed_dictionaries(row), max_size=3) for kind, row in cells.items()}
    )


def sensible_tables() -> st.SearchStrategy[dict[str, Table]]:
    """Rows of two kinds that often are accepted, on common ground."""
    lists = {
        kind: st.lists(st.fixed_dictionaries(dict(row)), min_size=1, max_size=4)
        for kind, row in ROWS.items()
    }
    pairs = st.lists(st.sampled_from(sorted(ROWS)), min_size=2, max_size=2, unique=True)
    chosen = pairs.flatmap(lambda kinds: st.fixed_dictionaries({k: lists[k] for k in kinds}))
    return chosen.map(
        lambda tables: {
            kind: [*GROUND.get(kind, []), *tables.get(kind, [])]
            for kind in dict.fromkeys([*GROUND, *tables])
        }
    )


def written(table: Table, kind: str) -> str:
    """The table as the text of a file; what has no UTF-8 becomes a question mark."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(ROWS[kind]))
    writer.writeheader()
    writer.writerows(table)
    return stream.getvalue().encode("utf-8", "replace").decode("utf-8")
