"""Which moves, roles, people does each filter leave?"""

import pytest

from tests.cli.lines import CommandLine, done, json_rows


def people_of(talentdb: CommandLine, *words: str) -> str:
    rows = json_rows(talentdb, "query", *words)
    return " ".join(sorted(row["person"].split()[0] for row in rows))


@pytest.mark.parametrize(
    ("filters", "people"),
    [
        ("", "Ada Bob Cy Eve Fay"),
        ("--person|Bob Sample", "Bob"),
        ("--person|Bob Sample|--person|Cy Instance", "Bob Cy"),
        ("--person|person:1", "Ada"),
        ("--person|orcid:0000-0001", "Ada"),
        ("--organisation|Initech", "Eve"),
        ("--organisation|Globex", "Ada Bob Cy Fay"),
        ("--from|Acme", "Ada Bob Cy"),
        ("--from|acme inc", "Ada Bob Cy"),
        ("--from|Initech|--from|Acme", "Ada Bob Cy Eve"),
        ("--to|Globex", "Ada Bob Cy Fay"),
        ("--to|Globex|--exact", "Ada Bob"),
        ("--to|Globex Research", "Cy Fay"),
        ("--from|Acme|--to|Globex|--exact", "Ada Bob"),
        ("--kind|employment", "Ada Eve"),
        ("--origin|derived", "Ada Eve"),
        ("--origin|recorded", "Bob Cy Fay"),
        ("--tag|reasoning", "Bob"),
        ("--change|7", "Bob"),
        ("--change|7|--change|8", "Bob Cy"),
        ("--status|rumoured", "Dee"),
        ("--status|rumoured|--status|reported", "Ada Bob Cy Dee Eve Fay"),
        ("--status|confirmed", ""),
        ("--since|2025", "Ada Bob"),
        ("--since|2025|--possible", "Ada Bob Cy"),
        ("--until|2024", "Eve Fay"),
        ("--until|2024|--possible", "Cy Eve Fay"),
        ("--since|2025-06-05|--until|June 2025", "Bob"),
        ("--continuity|gap", "Eve"),
        ("--continuity|direct", "Bob Cy Fay"),
        ("--continuity|presumed", "Ada"),
        ("--continuity|presumed, gap", "Ada Eve"),
        ("--continuity|any", "Ada Bob Cy Eve Fay"),
    ],
)
def test_filters_of_moves(summer: CommandLine, filters: str, people: str) -> None:
    words = filters.split("|") if filters else []
    assert people_of(summer, "moves", *words) == people


def test_manner_filters_moves(talentdb: CommandLine) -> None:
    route = ("--to", "Acme", "--create")
    done(talentdb("add", "move", "Ada Example", *route, "--manner", "hired"))
    done(talentdb("add", "move", "Bob Sample", *route, "--manner", "laid_off"))
    assert people_of(talentdb, "moves", "--manner", "laid off") == "Bob"
    assert people_of(talentdb, "moves", "--manner", "hired", "--manner", "laid_off") == "Ada Bob"


def test_overlapping_move_is_listed_with_any_continuity(talentdb: CommandLine) -> None:
    role = ("add", "role", "Ada Example")
    done(talentdb(*role, "Acme", "--started", "2019", "--ended", "now", "--create"))
    done(talentdb(*role, "Globex", "--started", "2021", "--ended", "now", "--create"))
    assert json_rows(talentdb, "query", "moves") == []
    (move,) = json_rows(talentdb, "query", "moves", "--continuity", "any")
    assert move["continuity"] == "overlap"


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("roles", "Ada Ada Eve Eve Gil"),
        ("roles|--person|Eve Pattern", "Eve Eve"),
        ("roles|--organisation|Acme", "Ada Eve Gil"),
        ("roles|--kind|advisor", "Gil"),
        ("roles|--organisation|Acme|--kind|employment", "Ada Eve"),
        ("people|--tag|reasoning", "Bob"),
        ("people|--person|Ada Example", "Ada"),
        ("people|--organisation|Globex", "Ada Bob Cy Fay"),
        ("people|--organisation|Globex|--exact", "Ada Bob"),
        ("arrivals|Globex", "Ada Bob Cy Fay"),
        ("arrivals|Globex|--exact", "Ada Bob"),
        ("arrivals|Globex|--from|Acme", "Ada Bob Cy"),
        ("arrivals|Initech|Acme", "Ada Eve Eve"),
        ("arrivals|Acme|--since|2020", "Eve"),
        ("departures|Acme", "Ada Bob Cy Eve"),
        ("departures|Acme|--to|Globex", "Ada Bob Cy"),
        ("departures|Initech", "Eve"),
        ("departures|Acme|--person|Bob Sample", "Bob"),
    ],
)
def test_filters_of_other_lists(summer: CommandLine, words: str, people: str) -> None:
    assert people_of(summer, *words.split("|")) == people


def test_no_name_means_all_of_them(summer: CommandLine) -> None:
    assert len(json_rows(summer, "query", "arrivals")) == 7
    assert {row["organisation"] for row in json_rows(summer, "query", "net")} == {
        "Acme",
        "Globex",
        "Globex Research",
        "Initech",
    }


def test_organisations_are_filtered_by_kind_and_name(summer: CommandLine) -> None:
    def names(*words: str) -> list[str]:
        rows = json_rows(summer, "query", "organisations", *words)
        return sorted(row["organisation"] for row in rows)

    assert names("--kind", "lab") == ["Globex Research"]
    assert names("--organisation", "Acme") == ["Acme"]


def test_names_in_a_file_stand_for_several(summer: CommandLine, tmp_path: object) -> None:
    path = f"{tmp_path}/names.txt"
    done(summer("query", "moves", "--columns", "person", "-f", "csv", "-o", path))
    listed = f"@{path}"
    said = summer("query", "moves", "--person", listed)
    assert said.code == 3, "the header is no name"


def test_person_as_of_an_earlier_day(summer: CommandLine) -> None:
    words = ("query", "people", "--person", "Eve Pattern", "--as-of")
    (then,) = json_rows(summer, *words, "2021")
    assert (then["organisation"], then["title"]) == ("Acme", "Director")
