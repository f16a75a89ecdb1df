"""Do the questions about who followed whom answer with the fields that design.md §8 promises?"""

from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, csv_rows, done, json_rows

ROLES = """person,organisation,started,ended
Ada Example,Acme,2010,2012
Ada Example,Globex,2013,2014
Ada Example,Acme,2015-03-01,now
Bob Sample,Acme,2010,2012
Bob Sample,Globex,2013-02-01,now
Cy Test,Acme,2010,2012
Cy Test,Globex,2013-03-01,now
Dee Model,Acme,2010,2012
Dee Model,Globex,2013-04-01,now
"""


@pytest.fixture
def followed(talentdb: CommandLine, tmp_path: Path) -> CommandLine:
    """Ada came back to Acme; Bob, Cy and Dee left it for Globex within two months."""
    (tmp_path / "roles.csv").write_text(ROLES)
    done(talentdb("import", str(tmp_path / "roles.csv")))
    return talentdb


def test_boomerangs(followed: CommandLine) -> None:
    (row,) = json_rows(followed, "query", "boomerangs", "Acme")
    assert row == {
        "person": "Ada Example",
        "organisation": "Acme",
        "left": "2012",
        "returned": "2015-03-01",
        "away_days": 973,
        "via": ["Globex"],
    }
    said = done(followed("query", "boomerangs", "Acme", "--since", "2016"))
    assert "Nothing found.\nwithout --since: 1\n" in said.err
    said = done(followed("query", "boomerangs", "Acme", "Globex"))
    assert "Acme: 1 of 5 arrivals recorded are returns (20.0 %)" in said.err
    assert "Globex: 0 of 4 arrivals recorded are returns (0.0 %)" in said.err
    assert "all: 1 of 9 arrivals" in done(followed("query", "boomerangs")).err


def test_boomerangs_that_may_lie_in_the_window_are_counted_beside(followed: CommandLine) -> None:
    done(followed("add", "role", "Bob Sample", "Acme", "--started", "2016", "--ended", "now"))
    said = done(followed("query", "boomerangs", "Acme", "--since", "2016-05", "--count"))
    assert said.out == "0\n"
    assert "1 more may lie" in done(followed("query", "boomerangs", "--since", "2016-05")).err


def test_liftouts(followed: CommandLine) -> None:
    words = ("query", "liftouts", "Acme", "--people", "3", "--days", "60")
    (row,) = json_rows(followed, *words)
    assert row == {
        "from": "Acme",
        "to": "Globex",
        "people": 3,
        "first": "2013-02-01",
        "last": "2013-04-01",
        "names": ["Bob Sample", "Cy Test", "Dee Model"],
    }
    said = done(followed(*words))
    assert "at least 3 people within 60 days" in said.err
    done(followed("add", "move", "Eve Pattern", "--from", "Acme", "--to", "Globex"))
    assert "1 without a first or a last day" in done(followed(*words)).err
    assert "without --until: 1" in done(followed(*words, "--until", "2013-03")).err


def test_paths(followed: CommandLine) -> None:
    table = csv_rows(
        done(followed("query", "paths", "--from", "Acme", "--to", "Globex", "-f", "csv")).out
    )
    assert table == [["path", "people"], ["Acme → Globex", "4"]]
    said = done(followed("query", "paths", "--from", "Globex", "--to", "Acme", "--since", "2016"))
    assert "Nothing found.\nwithout --since: 1\n" in said.err
    assert followed("query", "paths", "--from", "Acme").code == 2
    assert followed("query", "paths", "--from", "Acme", "--to", "Nowhere").code == 3


def test_rank(followed: CommandLine) -> None:
    rows = json_rows(followed, "query", "rank")
    assert rows == [
        {"rank": 1, "organisation": "Globex", "score": 0.3, "inbound": 4, "outbound": 1},
        {"rank": 2, "organisation": "Acme", "score": -0.3, "inbound": 1, "outbound": 4},
    ]
    (pulled,) = json_rows(followed, "query", "rank", "Acme", "--alpha", "2")
    assert (pulled["rank"], pulled["score"]) == (2, -0.25)
    assert "SpringRank, alpha 2" in done(followed("query", "rank", "--alpha", "2")).err
    done(followed("add", "move", "Eve", "--from", "Initech", "--to", "Hooli", "--create"))
    assert "2 groups without moves between them" in done(followed("query", "rank")).err
    assert followed("query", "rank", "--alpha", "-1").code == 2
    assert followed("query", "rank", "--alpha", "inf").code == 2


def test_trend(followed: CommandLine) -> None:
    done(followed("add", "move", "Eve", "--from", "Acme", "--to", "Globex"))
    table = csv_rows(done(followed("query", "trend", "Acme", "-f", "csv")).out)
    assert table == [
        ["organisation", "period", "inbound", "outbound", "net"],
        ["Acme", "2013", "0", "4", "-4"],
        ["Acme", "2014", "0", "0", "0"],
        ["Acme", "2015", "1", "0", "1"],
        ["Acme", "", "0", "1", "-1"],
    ]
    quarters = json_rows(followed, "query", "trend", "Globex", "--by", "quarter")
    assert [row["period"] for row in quarters if row["inbound"]] == ["2013-33", "2013-34", None]
    said = done(followed("query", "trend", "Globex", "--by", "quarter"))
    assert "Q1 2013" in said.out
    assert "by quarter" in said.err
    assert "too coarse for a quarter" in said.err
    assert "without --until: 4" in done(followed("query", "trend", "Acme", "--until", "2000")).err
    assert followed("query", "trend", "--by", "week").code == 2
    several = followed("query", "trend", "--by", "month,year")
    assert (several.code, "Traceback" in several.err) == (2, False)
    assert "'month,year'" in several.err


def test_boomerangs_open_into_the_stays_that_show_them(followed: CommandLine) -> None:
    rows = json_rows(followed, "query", "boomerangs", "Acme", "--explain")
    assert [(row["from"], row["to"], row["date"]) for row in rows] == [
        ("Acme", None, "2012"),
        (None, "Globex", "2013"),
        (None, "Acme", "2015-03-01"),
    ]
    assert {row["of"] for row in rows} == {"Acme → Globex → Acme"}
    assert "Ada Example" in done(followed("show", *rows[0]["facts"])).out


def test_liftouts_and_paths_open_into_their_moves(followed: CommandLine) -> None:
    rows = json_rows(followed, "query", "liftouts", "Acme", "--days", "60", "--explain")
    assert {row["of"] for row in rows} == {"Acme → Globex, 2013-02-01 to 2013-04-01"}
    assert [row["person"] for row in rows] == ["Bob Sample", "Cy Test", "Dee Model"]
    ways = ("query", "paths", "--from", "Acme", "--to", "Globex", "--explain")
    assert len(json_rows(followed, *ways)) == 4
    # Who went a way twice is one person, and two moves; also where they are derived anew.
    done(followed("edit", "role", "role:3", "--ended", "2016"))
    done(followed("add", "role", "Ada Example", "Globex", "--started", "2017"))
    assert len(json_rows(followed, *ways)) == 5
    assert len(json_rows(followed, *ways, "--bridge", "10")) == 5
    (way,) = json_rows(followed, *ways[:-1])
    assert way["people"] == 4


def test_trend_and_rank_open_into_as_many_moves_as_they_count(followed: CommandLine) -> None:
    done(
        followed(
            "add",
            "move",
            "Eve",
            "--from",
            "Acme",
            "--to",
            "Globex",
            "-s",
            "https://example.org/memo",
        )
    )
    rows = json_rows(followed, "query", "trend", "Acme", "--explain")
    named = [row["of"] for row in rows]
    assert named == [
        *["2013: Acme → Globex"] * 4,
        "2015: Globex → Acme",
        "?: Acme → Globex",
    ]
    assert (rows[-1]["person"], rows[-1]["sources"]) == ("Eve", ["example"])
    assert len(json_rows(followed, "query", "rank", "--explain")) == 6
