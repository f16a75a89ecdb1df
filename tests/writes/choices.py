"""From which few names, dates and edits do the walks through a ledger choose?"""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from talentdb.schema.words import LINK_KINDS, MANNERS, ROLE_KINDS, STANCES, STATUSES
from tests.builders import date_of, end_of

Choice = st.SearchStrategy[Any]

PERSONS = st.sampled_from(["Ada Example", "Bob Sample"])
PLACES = st.sampled_from(["Acme", "Globex", "Initech", "Zeta"])
DAYS = st.sampled_from([None, "2020", "2021-06", "2021-06-15", "[..2022]", "2023"]).map(date_of)
ENDS = st.sampled_from([None, "..", "2021-06", "2022", "2024"]).map(end_of)
TITLES = st.sampled_from([None, "Chief", "Fellow"])
SURE = st.sampled_from([None, *STATUSES])
KINDS_OF_ROLE = st.sampled_from(ROLE_KINDS[:4])
KINDS_OF_LINK = st.sampled_from(LINK_KINDS[:4])
MARKS = st.sampled_from(["orcid:1", "orcid:2"])
WORDS = st.sampled_from(["money", "mission"])
HANDLES = st.sampled_from(["memo", "letter", None])
URLS = st.sampled_from(["https://example.org/a", "http://www.example.org/b/?utm_source=x", None])
# Which of the rows of a table: the rest of a division by their number.
PICKS = st.integers(0, 7)
SOURCES = st.sampled_from(["memo", "letter", "https://example.org/a#top", "source:1"])
CLAIMS = st.sampled_from(
    [(None, None), ("started", "2021"), ("ended", "now"), ("date", "2022"), ("title", "Boss")]
)
_SPAN = {"started": DAYS, "ended": ENDS}
# What `edit` may set, table by table; the ids of organisations are picks.
EDITS: Mapping[str, Mapping[str, Choice]] = {
    "people": {"name": PERSONS, "note": WORDS | st.none()},
    "organisations": {"name": PLACES, "note": WORDS, "country": WORDS | st.none()},
    "roles": {
        **_SPAN,
        "title": TITLES,
        "kind": KINDS_OF_ROLE,
        "seen": DAYS,
        "status": SURE,
    },
    "transitions": {
        "date": DAYS,
        "to_title": TITLES,
        "manner": st.sampled_from([None, *MANNERS]),
        "status": SURE,
        "from_organisation_id": PICKS,
        "to_organisation_id": PICKS,
    },
    "organisation_links": {**_SPAN, "kind": KINDS_OF_LINK, "status": SURE},
    "offers": {
        "date": DAYS,
        "at_least": st.sampled_from([None, 5, 9]),
        "at_most": st.sampled_from([None, 7]),
        "currency": st.sampled_from([None, "USD"]),
        "status": SURE,
    },
    "works": {"name": WORDS, "date": DAYS, "makers_known": st.sampled_from(["all", "some"])},
    "credits": {"credited_as": WORDS | st.none(), "status": SURE},
    "figures": {"published": st.sampled_from([4.0, 10.6]), "until": DAYS},
    "person_names": {**_SPAN, "name": PERSONS},
    "organisation_names": {**_SPAN, "name": PLACES},
    "identifiers": {"value": st.sampled_from(["1", "2", "3"])},
    "sources": {"handle": HANDLES.map(lambda text: text or "third"), "url": URLS}
    | {"published": DAYS},
    "citations": {"stance": st.sampled_from(STANCES), "status": SURE, "quote": WORDS},
}
FILES = st.fixed_dictionaries(
    {
        "roles": st.sampled_from(
            [
                "person,organisation,title,started,ended,source\n"
                "Ada Example,Acme,Chief,2020,2022,memo\nCy Instance,Globex,,2021-06,,\n",
                "person,organisation,title,started,note\nBob Sample,Globex,Fellow,2023,new\n",
            ]
        ),
        "offers": st.just("by,person,at_least,currency\nAcme,Ada Example,5,USD\n"),
        "works": st.just("work,by\nOpus,Acme\n"),
        "credits": st.just("person,work,as\nAda Example,Opus,lead\n"),
        "figures": st.just("metric,organisation,counterpart,published\nmoves,Acme,Globex,4\n"),
        "moves": st.sampled_from(
            [
                "person,from,to,date,reasons,source\n"
                "Ada Example,Acme,Globex,2021-06,money | mission,https://example.org/a\n",
                "person,from,to,date\nBob Sample,Zeta,Initech,\n",
            ]
        ),
    }
)


def edits() -> st.SearchStrategy[tuple[str, dict[str, Any]]]:
    """A table and one or two of its fields with new values."""
    return st.sampled_from(list(EDITS)).flatmap(
        lambda table: st.tuples(
            st.just(table),
            st.lists(
                st.sampled_from(list(EDITS[table])), min_size=1, max_size=2, unique=True
            ).flatmap(lambda names: st.fixed_dictionaries({n: EDITS[table][n] for n in names})),
        )
    )
