"""What may be stated of a ledger, and with which awkward values?"""

from typing import Any

from hypothesis import strategies as st

from talentdb.queries.claimed import CLAIMED
from talentdb.schema.words import (
    FIGURE_METRICS,
    LINK_KINDS,
    MAKERS_KNOWN,
    MANNERS,
    OFFER_KINDS,
    OUTCOMES,
    QUALIFIERS,
    ROLE_KINDS,
    STANCES,
    STATUSES,
)

_AWKWARD = [
    *("|", "a|b", "a\\|b", "a\\", "\\", " | ", "a | b", "\\|", "a\\\\|", "name|Ada||"),
    *('"', '"a", b', "a\nb", "a\r\nb", "a\rb", "=1+1", "-", "@a", "a\tb", "\x1f a", "a\x85b"),
    *("🙂", "é", "e\u0301", "\u200bx", "a  b", " padded ", "\u2028", "x:1", "#", "İ", "ß"),
]
WILD = st.sampled_from(_AWKWARD) | st.text(min_size=1, max_size=6)
NAMES = st.sampled_from(["Ada Example", "ADA EXAMPLE", "Bob Sample", "Acme"]) | WILD
PLACES = st.sampled_from(["Acme", "Acme Inc.", "Globex", "Initech", "Ada Example"]) | WILD
TEXTS = st.none() | st.sampled_from(["Chief", "chief", "", " "]) | WILD
MARKS = st.sampled_from(["local:ada-2", "local:b|c", "orcid:1", "orcid:2", "x:1", "lei:a b"])
DATES = st.none() | st.sampled_from(
    [
        *("2019", "2020", "2020-06", "2020-06-15", "2020-21", "2020-33", "2019~", "2020-06?"),
        *("2021%", "[..2020]", "[2019..]", "[2018..2019]", "[2020-05..2020-07]", "2022-02-28"),
    ]
)
ENDS = DATES | st.just("..") | st.sampled_from(["2021", "2022", "2023-05", "[2022..]"])
STATUS = st.none() | st.sampled_from(STATUSES)
PLACE = st.integers(0, 5)
FIELDS = st.sampled_from(sorted({field for fields in CLAIMED.values() for field in fields}))
SPANS = {"started": DATES, "ended": ENDS}

_URLS = st.none() | st.sampled_from(["https://example.org/a", "http://www.example.org/b?x=|"])
STATEMENTS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "person": {
        "name": NAMES,
        "marks": st.lists(MARKS, max_size=2),
        "tags": st.lists(WILD, max_size=2),
        "note": TEXTS,
    },
    "organisation": {
        "name": PLACES,
        "mark": st.none() | MARKS,
        "kind": st.sampled_from([None, "lab", "company"]),
        "country": TEXTS,
        "website": TEXTS,
        "note": TEXTS,
    },
    "alias": {"of": PLACE, "is_person": st.booleans(), "name": NAMES, **SPANS},
    "link": {
        "organisation": PLACE,
        "kind": st.sampled_from(LINK_KINDS),
        "other": PLACE,
        **SPANS,
        "amount": st.none() | st.integers(0, 2**63 - 1),
        "currency": st.sampled_from([None, "USD", "EUR"]),
        "status": STATUS,
        "note": TEXTS,
    },
    "role": {
        "person": PLACE,
        "organisation": PLACE,
        "title": TEXTS,
        "kind": st.sampled_from(["employment", *ROLE_KINDS]),
        **SPANS,
        "seen": DATES,
        "status": STATUS,
        "note": TEXTS,
    },
    "move": {
        "person": PLACE,
        "sides": st.tuples(st.none() | PLACE, st.none() | PLACE),
        "date": DATES,
        "from_title": TEXTS,
        "to_title": TEXTS,
        "manner": st.none() | st.sampled_from(MANNERS),
        "reasons": st.lists(WILD, max_size=2).map(tuple),
        "status": STATUS,
        "note": TEXTS,
    },
    "offer": {
        "by": PLACE,
        "person": st.none() | PLACE,
        "at": st.none() | PLACE,
        "kind": st.none() | st.sampled_from(OFFER_KINDS),
        "date": DATES,
        "at_least": st.none() | st.integers(0, 2**63 - 1),
        "at_most": st.none() | st.integers(10, 2**63 - 1),
        "currency": st.sampled_from([None, "USD", "EUR"]),
        "outcome": st.none() | st.sampled_from(OUTCOMES),
        "status": STATUS | st.just("rumoured"),
        "note": TEXTS,
    },
    "work": {
        "name": WILD | st.sampled_from(["o3", "GPT-4o", "gpt 4o"]),
        "by": PLACE,
        "date": DATES,
        "makers_known": st.none() | st.sampled_from(MAKERS_KNOWN),
        "note": TEXTS,
    },
    "credit": {
        "person": PLACE,
        "work": PLACE,
        "credited_as": TEXTS,
        "status": STATUS,
        "note": TEXTS,
    },
    "figure": {
        "metric": st.sampled_from(FIGURE_METRICS),
        "organisation": PLACE,
        "counterpart": st.none() | PLACE,
        "published": st.sampled_from([0.0, 0.5, 0.1, 1.0, 10.6, 50.0, 0.801, 1e-05, 1e15 - 1]),
        "qualifier": st.none() | st.sampled_from(QUALIFIERS),
        "n": st.none() | st.integers(1, 1000),
        "since": DATES,
        "until": DATES,
        "note": TEXTS,
    },
    "source": {
        "handle": TEXTS,
        "url": _URLS,
        "title": TEXTS,
        "publisher": TEXTS,
        "author": TEXTS,
        "language": TEXTS,
        "archive": TEXTS,
        "published": DATES,
        "accessed": DATES,
    },
    "cite": {
        "fact": PLACE,
        "source": PLACE,
        "via": st.none() | PLACE,
        "stance": st.sampled_from(STANCES),
        "status": STATUS,
        "field": st.none()
        | st.sampled_from(sorted({f for each in CLAIMED.values() for f in each})),
        "value": st.sampled_from(["2020", "Chief"]) | WILD,
        "quote": TEXTS,
        "locator": TEXTS,
        "said_by": TEXTS,
    },
}
