"""Do flows, net and organisations count what the moves are?"""

import pytest

from tests.cli.lines import CommandLine, csv_rows, done, json_rows


def flows(talentdb: CommandLine, *words: str) -> list[tuple[str, str, int]]:
    rows = json_rows(talentdb, "query", "flows", *words)
    return [(row["from"], row["to"], row["moves"]) for row in rows]


def test_flows_count_two_sided_moves(summer: CommandLine) -> None:
    assert flows(summer) == [
        ("Acme", "Globex", 2),
        ("Acme", "Globex Research", 1),
        ("Initech", "Acme", 1),
    ]


def test_named_organisation_takes_its_parts(summer: CommandLine) -> None:
    assert flows(summer, "--to", "Globex") == [("Acme", "Globex", 3)]
    assert flows(summer, "--to", "Globex", "--exact") == [("Acme", "Globex", 2)]
    assert flows(summer, "Initech") == [("Initech", "Acme", 1)]


def test_rollup_to_parents(summer: CommandLine) -> None:
    assert flows(summer, "--rollup", "parents") == [
        ("Acme", "Globex", 3),
        ("Initech", "Acme", 1),
    ]


def test_open_sides_are_counted_on_demand(summer: CommandLine) -> None:
    rows = json_rows(summer, "query", "flows", "--open-sides")
    assert [(row["from"], row["to"]) for row in rows if row["from"] is None] == [
        (None, "Globex Research")
    ]


def test_top_folds_the_rest(summer: CommandLine) -> None:
    found = flows(summer, "--top", "1")
    assert found[0] == ("Acme", "Globex", 2)
    assert sum(count for _, _, count in found) == 4
    assert "other" in {side for *sides, _ in found for side in sides}


@pytest.mark.parametrize("more", [[], ["--open-sides"], ["--since", "2020-06"]])
def test_what_the_largest_leave_over_is_all_the_rest(summer: CommandLine, more: list[str]) -> None:
    def sums(*options: str) -> tuple[int, int]:
        rows = csv_rows(done(summer("query", "flows", "-f", "csv", *more, *options)).out)
        moves, possible = rows[0].index("moves"), rows[0].index("possible")
        return sum(int(row[moves]) for row in rows[1:]), sum(int(row[possible]) for row in rows[1:])

    assert sums() == sums("--top", "1") == sums("--top", "2") == sums("--top", "50")


def test_matrix_has_totals_on_both_sides(summer: CommandLine) -> None:
    table = csv_rows(done(summer("query", "flows", "--matrix", "-f", "csv")).out)
    assert table[0][0] == "from"
    assert table[0][-1] == "total"
    assert table[-1][0] == "total"
    assert table[-1][-1] == "4"
    for row in table[1:]:
        assert sum(int(cell or 0) for cell in row[1:-1]) == int(row[-1])


def test_matrix_with_top_keeps_the_totals(summer: CommandLine) -> None:
    table = csv_rows(done(summer("query", "flows", "--matrix", "--top", "1", "-f", "csv")).out)
    assert "other" in table[0] or "other" in [row[0] for row in table]
    assert table[-1][-1] == "4"


def test_window_splits_certain_from_possible(summer: CommandLine) -> None:
    (row,) = json_rows(summer, "query", "flows", "--to", "Globex", "--since", "2025")
    assert (row["moves"], row["possible"]) == (2, 1)


def test_unique_people_counts_a_person_once(talentdb: CommandLine) -> None:
    route = ("add", "move", "Ada Example", "--from", "Acme", "--to", "Globex", "--create")
    done(talentdb(*route, "--on", "2015"))
    done(talentdb(*route, "--on", "2020"))
    assert flows(talentdb) == [("Acme", "Globex", 2)]
    assert flows(talentdb, "--unique-people") == [("Acme", "Globex", 1)]


@pytest.mark.parametrize(
    "words", [(), ("--rollup", "parents"), ("--since", "2025"), ("--status", "rumoured")]
)
def test_net_sums_to_nothing(summer: CommandLine, words: tuple[str, ...]) -> None:
    rows = json_rows(summer, "query", "net", *words)
    assert rows
    assert sum(row["net"] for row in rows) == 0
    assert all(row["net"] == row["inbound"] - row["outbound"] for row in rows)


def test_organisations_count_people_arrivals_and_departures(summer: CommandLine) -> None:
    rows = {row["organisation"]: row for row in json_rows(summer, "query", "organisations")}
    assert rows["Globex Research"]["part_of"] == "Globex"
    assert (rows["Acme"]["arrivals"], rows["Acme"]["departures"]) == (2, 4)
    assert (rows["Globex"]["people"], rows["Globex"]["arrivals"]) == (2, 2)


def test_departures_say_where_they_are_now(summer: CommandLine) -> None:
    rows = json_rows(summer, "query", "departures", "Acme")
    now = {row["person"]: (row["now_at"], row["now_title"]) for row in rows}
    assert now["Ada Example"] == ("Globex", "Lead")
    assert now["Eve Pattern"] == (None, None)


def test_arrivals_say_where_from_if_known(summer: CommandLine) -> None:
    rows = json_rows(summer, "query", "arrivals", "Globex")
    known = {row["person"]: (row["joined"], row["title"], row["from"]) for row in rows}
    assert known["Ada Example"] == ("2025-06-02", "Lead", "Acme")
    assert known["Fay Specimen"] == ("2024", None, None)


def test_matrix_keeps_organisations_of_one_name_apart(talentdb: CommandLine) -> None:
    done(talentdb("add", "organisation", "Acme", "Globex"))
    done(talentdb("add", "organisation", "Initech"))
    done(talentdb("edit", "organisation", "organisation:3", "--name", "Acme"))
    for person, origin in (("Ada Example", 1), ("Bob Sample", 3)):
        words = ("--from", f"organisation:{origin}", "--to", "Globex", "--on", "2020")
        done(talentdb("add", "move", person, *words))
    table = csv_rows(done(talentdb("query", "flows", "--matrix", "-f", "csv")).out)
    assert [row[0] for row in table[1:]] == [
        "Acme (organisation:1)",
        "Acme (organisation:3)",
        "total",
    ]
