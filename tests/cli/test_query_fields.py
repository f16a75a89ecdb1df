"""Does each question answer with the fields that design.md §8 promises, in every format?"""

import json

import pytest

from tests.cli.lines import CommandLine, csv_rows, done

FIELDS = {
    "people": "id person organisation title started identifiers tags",
    "organisations": "id organisation kind part_of people arrivals departures",
    "roles": "id person_id person organisation_id organisation title kind started ended seen "
    "status citations",
    "moves": "id person_id person from_id from to_id to date from_title to_title continuity "
    "gap_days origin manner reasons status citations source",
    "arrivals": "person organisation joined title from continuity",
    "departures": "person organisation left continuity last_title now_at now_title seen",
    "flows": "from to moves possible first last",
    "net": "organisation inbound outbound net possible",
    "ratio": "organisation counterpart inbound outbound ratio lower upper possible note",
}
QUESTIONS = sorted(FIELDS)
LISTS = {"identifiers", "tags", "reasons"}
NUMBERS = {
    "id",
    "person_id",
    "organisation_id",
    "from_id",
    "to_id",
    "gap_days",
    "citations",
    "people",
    "arrivals",
    "departures",
    "moves",
    "possible",
    "inbound",
    "outbound",
    "net",
}


FRACTIONS = {"ratio", "lower", "upper"}


def kind_of(field: str) -> type | tuple[type, ...]:
    if field in FRACTIONS:
        return int, float
    return list if field in LISTS else int if field in NUMBERS else str


@pytest.mark.parametrize("question", QUESTIONS)
def test_csv_and_tsv_have_the_promised_fields(summer: CommandLine, question: str) -> None:
    fields = FIELDS[question].split()
    table = csv_rows(done(summer("query", question, "-f", "csv")).out)
    assert table[0] == fields
    assert len(table) > 1
    tabs = done(summer("query", question, "-f", "tsv")).out.splitlines()
    assert [line.split("\t") for line in tabs] == table


@pytest.mark.parametrize("question", QUESTIONS)
def test_json_and_ndjson_have_the_promised_fields(summer: CommandLine, question: str) -> None:
    rows = json.loads(done(summer("query", question, "-f", "json")).out)
    assert rows
    for row in rows:
        assert list(row) == FIELDS[question].split()
        for field, value in row.items():
            assert isinstance(value, kind_of(field)) or (value is None and field not in LISTS), (
                field
            )
    lines = done(summer("query", question, "-f", "ndjson")).out.splitlines()
    assert [json.loads(line) for line in lines] == rows


@pytest.mark.parametrize("question", QUESTIONS)
def test_markdown_and_table_show_promised_fields_only(summer: CommandLine, question: str) -> None:
    fields = FIELDS[question].split()
    header = done(summer("query", question, "-f", "markdown")).out.splitlines()[0]
    shown = [cell.strip().replace("\\_", "_") for cell in header.strip("|").split("|")]
    assert [field for field in fields if field in shown] == shown
    table = done(summer("query", question)).out.splitlines()[0].split()
    assert [field for field in fields if field in table] == table


@pytest.mark.parametrize("question", QUESTIONS)
def test_empty_answers_keep_their_header(talentdb: CommandLine, question: str) -> None:
    said = done(talentdb("query", question, "-f", "csv"))
    assert said.out == ",".join(FIELDS[question].split()) + "\n"
    assert "Nothing found.\n" in said.err
    assert json.loads(done(talentdb("query", question, "--json")).out) == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_same_question_twice_gives_the_same_answer(summer: CommandLine, question: str) -> None:
    first = done(summer("query", question, "--json"))
    assert done(summer("query", question, "--json")) == first


def test_machine_formats_carry_the_edtf_text_and_tables_words(summer: CommandLine) -> None:
    words = ("query", "moves", "--person", "Cy Instance", "--columns", "date")
    assert done(summer(*words, "-f", "csv")).out == "date\n[..2025-07-01]\n"
    assert done(summer(*words)).out.splitlines()[2].strip() == "by 2025-07-01"


def test_answers_about_the_summer(summer: CommandLine) -> None:
    said = done(summer("query", "moves", "-f", "csv", "--columns", "person,from,to,date,origin"))
    assert sorted(csv_rows(said.out)[1:]) == [
        ["Ada Example", "Acme", "Globex", "2025-06-02", "derived"],
        ["Bob Sample", "Acme", "Globex", "2025-06-12", "recorded"],
        ["Cy Instance", "Acme", "Globex Research", "[..2025-07-01]", "recorded"],
        ["Eve Pattern", "Initech", "Acme", "2020", "derived"],
        ["Fay Specimen", "", "Globex Research", "2024", "recorded"],
    ]
