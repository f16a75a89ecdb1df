"""Are cells understood as the recipe says: dates, ends, words, identifiers, several in one?"""

from pathlib import Path
from typing import Any

import pytest

from talentdb.errors import OptionMisused
from talentdb.imports.meanings import as_precise_as, date_reader, identifier
from talentdb.imports.recipe import Taken
from tests.imports.understood import understood


@pytest.mark.parametrize(
    ("format", "cell", "text"),
    [
        ("day-first", "06/07/2025", "2025-07-06"),
        ("month-first", "06/07/2025", "2025-06-07"),
        ("dd.mm.yyyy", "6.7.2025", "2025-07-06"),
        ("%m-%d-%Y", "06-07-2025", "2025-06-07"),
        ("yyyymmdd", "20250706", "2025-07-06"),
        ("day-first", "07/2025", "2025-07"),
        ("day-first", "2025", "2025"),
        ("day-first", "by 2025", "by 2025"),
    ],
)
def test_dates_in_another_order_are_read(format: str, cell: str, text: str) -> None:
    assert date_reader(format)(cell) == text


@pytest.mark.parametrize("format", ["european", "dd/mm", "d/m/y/h", ""])
def test_what_is_no_format_of_dates_is_refused(format: str) -> None:
    with pytest.raises(OptionMisused, match="--date-format"):
        date_reader(format)


def test_day_or_month_first_must_be_said_where_it_matters(tmp_path: Path) -> None:
    text = "person,organisation,started\nAda,Acme,06/07/2025\nBob,Acme,25/07/2025\n"
    (problem,) = understood(tmp_path, text).problems
    assert "2025-07-06 or 2025-06-07" in problem.message
    assert "--date-format day-first" in problem.message
    rows = understood(tmp_path, text, date_format="day-first").rows["roles"]
    assert [row["started"] for row in rows] == ["2025-07-06", "2025-07-25"]
    found = understood(tmp_path, text, date_format="month-first")
    assert found.places == [(3, "started", "25/07/2025")]


@pytest.mark.parametrize(
    ("cell", "precision", "text"),
    [
        ("2018-04-24", "month", "2018-04"),
        ("2018-04-24", "Year ", "2018"),
        ("2011-5-14", "day", "2011-05-14"),
        ("2018", "month", "2018"),
        ("2018-04-24", "", "2018-04-24"),
        ("2018-04-24", "by", "[..2018-04-24]"),
        ("2018-04", "about", "2018-04~"),
        ("2018-04-24", "unknown", ""),
        ("", "month", ""),
    ],
)
def test_a_date_is_as_exact_as_the_word_beside_it(cell: str, precision: str, text: str) -> None:
    assert as_precise_as(cell, precision) == text


def test_a_column_of_precision_is_guessed_and_checked(tmp_path: Path) -> None:
    text = "person,organisation,start date,start_date_precision\nA,Acme,2018-04-24,Month\n"
    found = understood(tmp_path, text + "B,Acme,2018-04-24,week\n")
    assert found.rows["roles"][0]["started"] == "2018-04"
    assert found.places == [(3, "start date", "2018-04-24 week")]


def test_words_in_an_end_are_open_or_unknown_and_counted(tmp_path: Path) -> None:
    ends = ["Present", "now", "CURRENT", "9999-12-31", "n/a", "?", "-", "2020", ""]
    text = "person,organisation,ended\n" + "".join(f"Ada,Acme,{end}\n" for end in ends)
    found = understood(tmp_path, text)
    told = [row.get("ended") for row in found.rows["roles"]]
    assert told == ["..", "..", "..", "..", None, None, None, "2020", None]
    assert any("4 ends are open" in note for note in found.notes)
    assert any("3 ends are unknown" in note for note in found.notes)
    opened = understood(tmp_path, text, blank_end="open", observed="2025-06-01")
    assert opened.rows["roles"][-1] == {
        "person": "Ada",
        "organisation": "Acme",
        "ended": "..",
        "seen": "2025-06-01",
    }
    assert "seen" not in opened.rows["roles"][-2]


def test_values_are_translated_whatever_their_case_and_spaces(tmp_path: Path) -> None:
    text = "person,organisation,kind\nA,Acme,Board  MEMBER \nB,Acme,chair\n"
    found = understood(tmp_path, text, values={"kind": {"board member": "board"}})
    assert found.rows["roles"][0]["kind"] == "board"
    assert found.places == [(3, "kind", "chair")]


@pytest.mark.parametrize(
    ("said", "cell"),
    [
        ({"columns": {"source": "urls"}}, "https://a.example/ https://b.example/"),
        (
            {"columns": {"source": Taken(("urls",), separator=";")}},
            "https://a.example/;https://b.example/;",
        ),
        ({}, "https://a.example/\thttps://b.example/"),
    ],
)
def test_several_addresses_stand_in_one_cell(tmp_path: Path, said: Any, cell: str) -> None:
    found = understood(tmp_path, f'person,organisation,urls\nAda,Acme,"{cell}"\n', **said)
    assert found.rows["roles"][0]["source"] == "https://a.example/ | https://b.example/"


def test_a_piece_of_an_address_is_no_source(tmp_path: Path) -> None:
    text = "person,organisation,urls\nAda,Acme,https://a.example/ b/c\n"
    columns = {"source": Taken(("urls",), separator=" ")}
    (problem,) = understood(tmp_path, text, columns=columns).problems
    assert (problem.column, "'b/c'" in problem.message) == ("urls", True)


@pytest.mark.parametrize(
    ("scheme", "cell", "text"),
    [
        ("scholar", "AbC", "scholar:AbC"),
        ("orcid", "orcid:0000-0001", "orcid:0000-0001"),
        ("linkedin", "https://www.linkedin.com/in/Jack-Example/", "linkedin:jack-example"),
        ("linkedin", "uk.linkedin.com/in/jack-example?x=1", "linkedin:jack-example"),
        ("orcid", "https://orcid.org/0000-0001-2345-678X", "orcid:0000-0001-2345-678X"),
        ("scholar", "https://scholar.google.com/citations?user=AbC&hl=en", "scholar:AbC"),
        ("github", "https://github.com/jack-example", "github:jack-example"),
        ("page", "https://example.org/jack", "page:https://example.org/jack"),
    ],
)
def test_addresses_of_profiles_are_identifiers(scheme: str, cell: str, text: str) -> None:
    assert identifier(scheme, cell) == text
