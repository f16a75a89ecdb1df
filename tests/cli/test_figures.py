"""Are published figures held against the record, and refused where they cannot be?"""

from pathlib import Path

import pytest

from talentdb.queries.figures import window_in_words
from tests.cli.lines import CommandLine, done, everything, json_rows

MEMO = "https://example.org/memo"


@pytest.fixture
def moved(talentdb: CommandLine) -> CommandLine:
    """A ledger in which three moved from Acme to Globex, one of them in 2023, and one back."""
    done(talentdb("add", "organisation", "Acme", "Globex", "Globex Labs", "Initech"))
    done(talentdb("add", "link", "Globex Labs", "part-of", "Globex"))
    sides = ("--from", "Acme", "--to", "Globex Labs", "--on")
    done(talentdb("add", "move", "Ada Example", "Bob Sample", *sides, "2025"))
    done(talentdb("add", "move", "Cy Test", *sides, "2023"))
    done(talentdb("add", "move", "Di Probe", "--from", "Globex", "--to", "Acme", "--on", "2024"))
    return talentdb


def test_each_figure_is_held_in_its_own_window(moved: CommandLine) -> None:
    about = ("--organisation", "Globex", "--counterpart", "Acme")
    done(moved("add", "figure", "moves", "at least 3", *about, "--source", MEMO))
    done(moved("add", "figure", "moves", "2", *about, "--since", "2025", "--n", "2"))
    done(moved("add", "figure", "ratio", "10.6", *about))
    done(moved("add", "figure", "headcount", "about 50", "--organisation", "Globex"))
    done(moved("add", "figure", "retention", "80%", "--organisation", "Globex"))
    rows = json_rows(moved, "query", "figures")
    names = ("metric", "published", "qualifier", "n", "recorded", "verdict", "source")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("headcount", 50, "about", None, 3, "too little recorded", None),
        ("moves", 3, "at_least", None, 3, "consistent", "example"),
        ("moves", 2, "exact", 2, 2, "consistent", None),
        ("ratio", 10.6, "exact", None, 3.0, "too little recorded", None),
        ("retention", 0.8, "exact", None, None, "too little recorded", None),
    ]
    assert json_rows(moved, "query", "figures", "Initech") == []
    assert len(json_rows(moved, "query", "figures", "Acme", "--metric", "ratio")) == 1


def test_window_of_a_figure_is_said_and_never_mixed_with_that_of_the_question(
    moved: CommandLine,
) -> None:
    about = ("--organisation", "Globex", "--counterpart", "Acme")
    done(moved("add", "figure", "moves", "2", *about, "--since", "2025"))
    asked = ("query", "figures", "--since", "2022", "--until", "2023")
    (row,) = json_rows(moved, *asked)
    assert (row["recorded"], row["verdict"]) == (2, "consistent")
    assert "figure:1: held in its own window, since 2025" in moved(*asked).err
    said = done(moved(*asked, "-f", "sentence")).out
    assert said.startswith("2 people moved from Acme to Globex (since 2025), according to an unn")
    assert "[n = 2; 2025-01-01 to the last day · as of" in said


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (None, None, ""),
        ("2024", None, "since 2024"),
        (None, "2025-06", "until 2025-06"),
        ("2025", "2025", "2025"),
        ("2024", "2025", "2024 to 2025"),
    ],
)
def test_window_is_said_as_it_was_published(
    since: str | None, until: str | None, words: str
) -> None:
    assert window_in_words({"since": since, "until": until}) == words


def test_figures_open_into_the_moves_held_against_them(moved: CommandLine) -> None:
    about = ("--organisation", "Globex", "--counterpart", "Acme")
    done(moved("add", "figure", "moves", "2", *about, "--since", "2025"))
    done(moved("add", "figure", "ratio", "10.6", *about))
    done(moved("add", "figure", "headcount", "about 50", "--organisation", "Globex"))
    rows = json_rows(moved, "query", "figures", "--explain")
    assert [(row["of"], row["person"]) for row in rows] == [
        ("figure:1: Acme → Globex", "Ada Example"),
        ("figure:1: Acme → Globex", "Bob Sample"),
        ("figure:2: Acme → Globex", "Ada Example"),
        ("figure:2: Acme → Globex", "Bob Sample"),
        ("figure:2: Acme → Globex", "Cy Test"),
        ("figure:2: Globex → Acme", "Di Probe"),
    ]
    assert 'query people --organisation "Globex"' in moved("query", "figures", "--explain").err
    assert len(json_rows(moved, "query", "people", "--organisation", "Globex")) == 3


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("ratio", "much"), 2, "the value 'much' is not understood"),
        (("share", "1"), 2, "metric 'share' is not known"),
        (("moves", "1.5"), 4, "is a whole number"),
        (("retention", "80"), 4, "write 80% or 0.8"),
        (("headcount", "80", "--counterpart", "Acme"), 4, "leave the counterpart out"),
        (("moves", "8", "--counterpart", "Globex"), 4, "the counterpart is the organisation"),
        (("moves", "about 8", "--qualifier", "exact"), 2, "say two things"),
        (("moves", "8", "--since", "2025", "--until", "2024"), 4, "ends before it begins"),
        (("moves", "8", "--counterpart", "Hooli"), 3, "add --create"),
    ],
)
def test_figure_that_cannot_be_is_refused(
    moved: CommandLine, ledger_url: str, words: tuple[str, ...], code: int, why: str
) -> None:
    before = everything(ledger_url)
    said = moved("add", "figure", *words, "--organisation", "Globex")
    assert (said.code, said.out) == (code, "")
    assert why in " ".join(said.err.split())
    assert everything(ledger_url) == before


def test_sentence_says_whose_figure_it_is_and_what_it_rests_on(moved: CommandLine) -> None:
    about = ("--organisation", "Globex", "--counterpart", "Acme")
    done(moved("add", "figure", "moves", "at least 3", *about, "-s", MEMO))
    said = done(moved("query", "figures", "-f", "sentence")).out
    assert said.startswith(
        'At least 3 people moved from Acme to Globex, according to "example"; '
        "this record, with 3, agrees. [n = 3; all time"
    )
    assert said.endswith("sources: example]\n")
    said = done(moved("query", "flows", "--to", "Globex", "-f", "sentence")).out
    assert said.startswith("3 moves from Acme to Globex are on record. [n = 3; all time")


def test_ratio_of_too_few_is_not_stated_as_ours(moved: CommandLine) -> None:
    said = moved("query", "ratio", "Globex", "-f", "sentence")
    assert (said.code, said.out) == (4, "")
    assert "Acme to Globex 3:1, fewer than ten moves: no ratio is stated" in said.err
    for number in range(9):
        sides = ("--from", "Acme", "--to", "Globex", "--on", "2025")
        done(moved("add", "move", f"Number {number} Test", *sides, "-y"))
    said = done(moved("query", "ratio", "Globex", "--counterpart", "Acme", "-f", "sentence"))
    assert said.out.startswith("By this record 12.0 moved from Acme to Globex for each one who")


def test_figure_is_shown_with_who_published_it(moved: CommandLine) -> None:
    about = ("--organisation", "Globex", "--counterpart", "Acme", "-s", MEMO)
    done(moved("add", "figure", "ratio", "10.6", *about, "--said-by", "Cy Test"))
    card = done(moved("show", "figure:1")).out
    assert card.startswith("ratio 10.6, Acme → Globex\n")
    assert "  published     10.6\n" in card
    assert "Cy Test" in card


def test_retention_is_held_by_a_definition_that_is_named(
    talentdb: CommandLine, tmp_path: Path
) -> None:
    ends = ["now"] * 9 + ["2021"] * 3
    rows = [f"Number {number} Test,Acme,2020-01-01,{end}" for number, end in enumerate(ends)]
    roles = tmp_path / "roles.csv"
    roles.write_text("\n".join(["person,organisation,started,ended", *rows]) + "\n")
    done(talentdb("import", str(roles)))
    for value, until in (("80.1%", ()), ("99%", ()), ("80%", ("--until", "2021-06"))):
        about = ("--organisation", "Acme", *until)
        done(talentdb("add", "figure", "retention", value, *about))
    asked = ("query", "figures", "--as-of", "2025")
    held = [
        (row["published"], row["recorded"], row["verdict"]) for row in json_rows(talentdb, *asked)
    ]
    assert held == [
        (0.99, 0.75, "contradicted"),
        (0.801, 0.75, "consistent"),
        (0.8, None, "too little recorded"),
    ]
    notes = talentdb(*asked).err
    assert "figure:1: recorded by the anniversary after 2 years, of 12; by others: " in notes
    assert "survival 75 % of 12" in notes
    said = done(talentdb(*asked, "-f", "sentence")).out.splitlines()
    assert said[1].startswith("80.1 % of those who join Acme stay, according to")
    assert "this record, with 9 of 12, agrees. [n = 12;" in said[1]


def test_headcount_counts_those_without_dated_roles_and_says_so(moved: CommandLine) -> None:
    done(moved("edit", "organisation", "Globex", "--note", "from its own list"))
    done(moved("add", "figure", "headcount", "3", "--organisation", "Globex"))
    said = done(moved("query", "figures"))
    assert "figure:1: 3 whose last known place it is; dated roles alone" in said.err
    assert "show 0, and 0 more as possible\nGlobex: from its own list\n" in said.err
    for name in ("Ada Example", "Bob Sample", "Cy Test"):
        done(moved("add", "role", name, "Globex", "--started", "2019", "--ended", "now"))
    assert "dated roles" not in moved("query", "figures").err
