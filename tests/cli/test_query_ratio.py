"""Does `query ratio` refuse what makes no sense, open its counts, and say what is not known?"""

import json

from tests.cli.lines import CommandLine, csv_rows, done, json_rows


def test_ratio_of_an_organisation_with_its_parts(summer: CommandLine) -> None:
    said = done(summer("query", "ratio", "Globex", "-f", "csv", "--columns", "counterpart,note"))
    assert csv_rows(said.out)[1:] == [
        ["Acme", "3:0, at least 0.41; few"],
        ["(all)", "3:0, at least 0.41; few"],
    ]
    assert "1 with only one side known: left out\n" in said.err
    assert "1 rumoured: left out\n" in said.err


def test_two_steps_lead_from_a_ratio_to_what_a_source_says(summer: CommandLine) -> None:
    words = ("query", "ratio", "Globex", "--counterpart", "Acme", "--explain")
    rows = {row["person"]: row for row in json_rows(summer, *words)}
    assert list(rows) == ["Cy Instance", "Bob Sample", "Ada Example"]
    assert rows["Bob Sample"]["sources"] == ["memo"]
    (move,) = rows["Bob Sample"]["facts"]
    card = done(summer("show", move)).out
    assert "Bob Sample" in card
    assert "memo" in card


def test_explained_rows_are_as_many_as_counted(summer: CommandLine) -> None:
    for question in ("flows", "net", "ratio", "arrivals", "departures"):
        rows = json_rows(summer, "query", question, "--explain")
        assert {"of", "counted", "facts", "person", "sources"} <= set(rows[0])
        counted = len(rows)
        if question in ("arrivals", "departures"):
            assert counted == len(json_rows(summer, "query", question))
        else:
            assert counted == sum(row["moves"] for row in json_rows(summer, "query", "flows"))


def test_an_organisation_is_no_counterpart_of_itself(summer: CommandLine) -> None:
    said = summer("query", "ratio", "Globex", "--counterpart", "Globex")
    assert (said.code, said.out) == (2, "")
    assert said.err == "talentdb: Globex is its own --counterpart: name another one.\n"
    words = ("query", "ratio", "Globex", "--counterpart", "Globex Research")
    said = summer(*words)
    assert (said.code, said.out) == (4, "")
    assert "Globex Research is or was a part of Globex" in said.err
    assert summer(*words, "--exact").code == 0


def test_nothing_recorded_is_said_and_is_no_zero(summer: CommandLine) -> None:
    said = done(summer("query", "ratio", "Initech", "--since", "2021", "--with-notes"))
    whole = json.loads(said.out)
    assert whole["rows"] == []
    assert "Initech: no move with both sides known on record by this rule" in whole["notes"]
    assert "without --since: 2\n" in said.err or "without --since: 1\n" in said.err
    assert summer("query", "ratio", "Initech", "--since", "2021", "--until", "2020").code == 2
    assert summer("query", "ratio", "Nobody").code == 3
