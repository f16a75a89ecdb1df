"""Does `edit` mend just what is named, for every kind of record, by its id or its name?"""

import pytest

from tests.cli.lines import CommandLine, done, everything, stored

URL = "https://example.org/memo"


@pytest.fixture
def told(talentdb: CommandLine) -> CommandLine:
    """A ledger with one record or two of each kind; move:1 follows from the roles."""
    more = ("--ended", "2021", "--title", "Chief", "--create")
    done(talentdb("add", "role", "Ada Example", "Acme", "--started", "2019", *more))
    done(talentdb("add", "role", "Ada Example", "Globex", "--started", "2021", "--create"))
    done(talentdb("add", "source", URL, "--handle", "memo", "--title", "A memo"))
    done(talentdb("add", "link", "Acme", "part-of", "Globex", "--started", "2020"))
    done(talentdb("add", "alias", "Acme", "Zenith"))
    done(talentdb("add", "alias", "Ada Example", "Ada Sample"))
    done(talentdb("add", "identifier", "Ada Example", "orcid:1"))
    done(talentdb("cite", "role:1", "memo", "--quote", "yes"))
    return talentdb


@pytest.mark.parametrize(
    ("words", "table", "expected"),
    [
        (("person", "Ada Example", "--name", "Ada B."), "people", {"name": "Ada B."}),
        (("person", "person:1", "--note", "one"), "people", {"note": "one"}),
        (("organisation", "Zenith", "--kind", "lab"), "organisations", {"kind": "lab"}),
        (("org", "Acme", "--country", "NO"), "organisations", {"country": "NO"}),
        (("role", "role:1", "--title", "Fellow"), "roles", {"title": "Fellow"}),
        (("role", "1", "--clear", "title", "--ended", "now"), "roles", {"title": None}),
        (("role", "1", "--started", "Jun 2019"), "roles", {"started": "2019-06"}),
        (("source", "memo", "--published", "2022"), "sources", {"published": "2022"}),
        (("source", "source:1", "--clear", "url"), "sources", {"url": None, "url_key": None}),
        (("source", "memo", "--handle", "note"), "sources", {"handle": "note"}),
        (("link", "link:1", "--kind", "acquired"), "organisation_links", {"kind": "acquired"}),
        (("link", "1", "--amount", "5m USD"), "organisation_links", {"amount": 5000000}),
        (("alias", "organisation-name:1", "--name", "Z"), "organisation_names", {"name": "Z"}),
        (("alias", "person-name:1", "--ended", "2020"), "person_names", {"ended": "2020"}),
        (("identifier", "identifier:1", "--value", "2"), "identifiers", {"value": "2"}),
        (("identifier", "orcid:1", "--value", "2"), "identifiers", {"value": "2"}),
        (("source", URL, "--title", "Memo"), "sources", {"title": "Memo"}),
        (("citation", "citation:1", "--clear", "quote"), "citations", {"quote": None}),
        (("citation", "1", "--stance", "disputes"), "citations", {"stance": "disputes"}),
    ],
)
def test_each_kind_of_record_is_mended(
    told: CommandLine,
    ledger_url: str,
    words: tuple[str, ...],
    table: str,
    expected: dict[str, object],
) -> None:
    said = done(told("edit", *words, "-m", "a slip"))
    assert " changed " in said.out
    rows = stored(ledger_url, table, "id", *expected)
    assert rows[0] == (1, *expected.values())
    assert stored(ledger_url, "change_sets", "message")[-1] == "a slip"


def test_dry_run_writes_nothing(told: CommandLine, ledger_url: str) -> None:
    before = everything(ledger_url)
    said = done(told("edit", "role", "role:1", "--title", "Fellow", "--dry-run"))
    assert said.out == "role:1  changed title\n"
    assert said.err == "Nothing was written (--dry-run).\n"
    assert everything(ledger_url) == before


def test_edit_of_what_is_so_already_says_so(told: CommandLine, ledger_url: str) -> None:
    before = everything(ledger_url)
    said = done(told("edit", "role", "role:1", "--title", "Chief"))
    assert (said.out, said.err) == ("role:1  unchanged\n", "")
    assert everything(ledger_url) == before


def test_edited_derived_move_is_recorded_and_carries_its_roles_along(
    told: CommandLine, ledger_url: str
) -> None:
    said = done(told("edit", "move", "move:1", "--on", "2021-06", "--reason", "money"))
    assert said.out == "move:2  changed date, reasons\n"
    assert stored(ledger_url, "transitions", "id", "origin", "date", "twin_of_id") == [
        (1, "derived", "2021-06", 2),
        (2, "recorded", "2021-06", None),
    ]
    # What is cited stays as it is cited.
    assert stored(ledger_url, "roles", "started", "ended") == [("2019", "2021"), ("2021-06", None)]
    assert stored(ledger_url, "transition_reasons", "transition_id", "reason") == [(2, "money")]


def test_tagging_a_derived_move_makes_it_recorded(told: CommandLine, ledger_url: str) -> None:
    assert done(told("edit", "move", "1", "--reason", "money")).out.startswith("move:2  changed")
    done(told("edit", "move", "move:1", "--clear", "reasons"))
    assert stored(ledger_url, "transition_reasons", "id") == []
    assert stored(ledger_url, "transitions", "origin") == ["derived", "recorded"]


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("role", "role:1"), 2, "nothing to change: name a field"),
        (("role", "role:1", "--clear", "kind"), 2, "--clear takes one of title, started"),
        (("role", "role:1", "--title", "x", "--clear", "title"), 2, "both given and cleared"),
        (("role", "role:9", "--title", "x"), 3, "there is no role:9."),
        (("role", "move:1", "--title", "x"), 2, "'move:1' is no id of a role"),
        (("role", "role:1", "--ended", "2018"), 4, "it would end (2018) before it starts"),
        (("role", "role:1", "--started", "06/07/2025"), 2, "is either"),
        (("role", "role:1", "--kind", "boss"), 2, "kind of role 'boss' is not known"),
        (("person", "Nobody", "--note", "x"), 3, "no person called 'Nobody'"),
        (("person", "Ada Example", "--name", " "), 2, "cannot be kept"),
        (("organisation", "Acme", "--kind", "pub"), 2, "kind of organisation 'pub'"),
        (("source", "memo", "--url", "https://"), 2, "a web address looks like"),
        (("source", "nobody", "--title", "x"), 3, "no source called 'nobody'"),
        (("move", "move:1", "--to", "Acme"), 4, "a move needs two"),
        (("move", "move:1", "--clear", "from", "--clear", "to"), 4, "on one side at least"),
        (("move", "move:1", "--to", "Nowhere"), 3, "no organisation called 'Nowhere'"),
        (("move", "move:9", "--reason", "money"), 3, "there is no move:9."),
        (("alias", "role:1", "--name", "x"), 2, "'role:1' is no id of a name"),
        (("alias", "person-name:1", "--name", " "), 2, "cannot be kept"),
        (("identifier", "identifier:1", "--clear", "value"), 2, "--clear takes"),
    ],
)
def test_what_cannot_be_is_refused(
    told: CommandLine, ledger_url: str, words: tuple[str, ...], code: int, why: str
) -> None:
    before = everything(ledger_url)
    said = told("edit", *words)
    assert (said.code, said.out) == (code, "")
    assert why in said.err
    assert everything(ledger_url) == before


def test_ids_that_edit_takes_are_shown(told: CommandLine) -> None:
    person, organisation = done(told("show", "Ada Example")).out, done(told("show", "Acme")).out
    assert "person-name:1" in person
    assert "orcid:1" in person
    assert "organisation-name:1" in organisation
    links = organisation.partition("links\n")[2].splitlines()
    assert links[2].split() == ["1", "Acme", "part-of", "Globex", "2020", "?"]
