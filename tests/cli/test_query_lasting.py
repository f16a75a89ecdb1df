"""Do the questions about how long people stay say what they rest on, and refuse what is none?"""

import pytest

from tests.cli.lines import CommandLine, done, json_rows

LASTING = ("headcount", "retention", "tenure", "attrition")


def test_fields_are_those_promised(summer: CommandLine) -> None:
    promised = {
        "headcount": "organisation date people possible",
        "retention": "organisation definition years as_of eligible retained retention lower upper "
        "unknown if_left if_stayed",
        "tenure": "organisation spells completed open unknown completed_median_days "
        "survival_median_days survival_lower_days survival_upper_days",
        "attrition": "organisation departures average_headcount attrition unknown",
    }
    for question, fields in promised.items():
        rows = json_rows(summer, "query", question)
        assert list(rows[0]) == fields.split()
        header = done(summer("query", question, "-f", "csv")).out.splitlines()[0]
        assert header == fields.replace(" ", ",")


def test_headcount_names_its_rule_and_opens(summer: CommandLine) -> None:
    said = done(summer("query", "headcount", "Acme", "--as-of", "2021-06-30"))
    assert said.out.splitlines()[2].split() == ["Acme", "2021-06-30", "1", "1"]
    assert said.err.splitlines()[0] == (
        "as of 2021-06-30 · roll-up renames · named with parts · reported or confirmed · "
        "outer dates · unknown ends unknown"
    )
    rows = json_rows(summer, "query", "headcount", "Acme", "--as-of", "2021-06-30", "--explain")
    assert [(row["counted"], row["person"]) for row in rows] == [
        ("possible", "Ada Example"),
        ("certain", "Eve Pattern"),
    ]
    assert all(fact.startswith("role:") for row in rows for fact in row["facts"])


def test_kinds_widen_who_is_there(summer: CommandLine) -> None:
    (row,) = json_rows(summer, "query", "headcount", "Acme", "--kinds", "advisor")
    assert (row["people"], row["possible"]) == (0, 1)


def test_definitions_are_printed_and_explained(summer: CommandLine) -> None:
    words = ("query", "retention", "Acme", "--definition", "all", "--years", "3")
    rows = json_rows(summer, *words)
    assert [row["definition"] for row in rows] == ["anniversary", "cohort", "recent", "survival"]
    assert {row["years"] for row in rows} == {3}
    said = done(summer(*words))
    assert "3 years, anniversary, cohort, recent, survival" in said.err
    assert "recent is biased upward" in said.err
    behind = json_rows(summer, *words, "--explain")
    for row in rows:
        mine = [one for one in behind if one["of"] == f"Acme: {row['definition']}"]
        assert len(mine) >= row["eligible"]
        if row["retained"] is not None:
            retained = [one for one in mine if one["counted"] == "retained"]
            assert len(retained) == row["retained"]


def test_ends_that_are_not_stated_are_told(summer: CommandLine) -> None:
    said = done(summer("query", "tenure", "Acme"))
    assert (
        "1 presumed to have ended by the day of a start elsewhere: counted as ended\n" in said.err
    )
    assert "rest on partial dates" in said.err


@pytest.mark.parametrize("question", LASTING)
def test_an_organisation_without_a_dated_stay_is_said_and_is_no_zero(
    summer: CommandLine, question: str
) -> None:
    done(summer("query", question))
    said = done(summer("query", question, "Globex Research", "-f", "csv"))
    assert len(said.out.splitlines()) == 1
    assert "Nothing found.\n" in said.err
    assert "Globex Research: no dated stay on record by this rule\n" in said.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("retention", "--years", "0"), 2),
        (("retention", "--years", "-1"), 2),
        (("retention", "--definition", "all,none"), 2),
        (("tenure", "--dates", "outside"), 2),
        (("tenure", "--unknown-end", "gone"), 2),
        (("tenure", "--since", "2021", "--until", "2020"), 2),
        (("headcount", "--since", "2021"), 2),
        (("attrition", "--until", "2021"), 2),
        (("retention", "Nobody"), 3),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(
    summer: CommandLine, words: tuple[str, ...], code: int
) -> None:
    said = summer("query", *words)
    assert (said.code, said.out) == (code, "")
    assert said.err.startswith("talentdb: ")


def test_a_window_chooses_by_the_day_of_joining(summer: CommandLine) -> None:
    (row,) = json_rows(summer, "query", "tenure", "Acme", "--since", "2020")
    assert (row["spells"], row["completed"]) == (1, 1)
    said = done(summer("query", "tenure", "Acme", "--since", "2020"))
    assert "begun 2020-01-01 to the last day" in said.err
