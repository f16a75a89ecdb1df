"""Are published figures held against the record, and refused where they cannot be?"""

import pytest

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
    assert "Cy Test" in card
