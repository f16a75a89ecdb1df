"""Do the views say to any SQLite tool what the questions say?"""

import json
from typing import Any

import pytest
import sqlalchemy

from talentdb.cli import main
from talentdb.database.engine import open_ledger
from talentdb.dates import read
from talentdb.output.values import joined

SOURCE = ("add", "source", "https://example.org/memo", "--handle", "memo", "--published", "2025")
LEDGER = (
    SOURCE,
    ("add", "source", "https://example.org/note", "--handle", "note", "--published", "2026"),
    ("add", "organisation", "Acme", "Globex", "Initech", "Initech Group", "Hooli", "Hooli Labs"),
    ("add", "link", "Initech", "renamed", "Initech Group", "--started", "2022"),
    ("add", "link", "Hooli Labs", "split-from", "Hooli", "--started", "2021"),
    # A derived move and a recorded one that tells it.
    ("add", "role", "Ada Example", "Acme", "--title", "Engineer", "--started", "2019",
     "--ended", "2025-05"),
    ("add", "role", "Ada Example", "Globex", "--title", "Lead", "--started", "2025-06",
     "--ended", "now"),
    ("add", "move", "Ada Example", "--from", "Acme", "--to", "Globex", "--on", "2025-06",
     "--status", "confirmed"),
    # The same, where the recorded one is only rumoured, and where it is denied by a source.
    ("add", "role", "Bob Sample", "Acme", "--started", "2018", "--ended", "2020"),
    ("add", "role", "Bob Sample", "Globex", "--started", "2023", "--ended", "2024"),
    ("add", "move", "Bob Sample", "--to", "Globex", "--on", "2023", "--status", "rumoured"),
    ("add", "role", "Cy Instance", "Acme", "--started", "2010"),
    ("add", "role", "Cy Instance", "Initech", "--started", "2014", "-s", "memo"),
    ("add", "move", "Cy Instance", "--from", "Acme", "--to", "Initech", "--on", "2014",
     "-s", "memo", "--status", "denied"),
    # An overlap, a rename that is no move, a split that is no move, a return after it.
    ("add", "role", "Dee Model", "Acme", "--started", "2020", "--ended", "now"),
    ("add", "role", "Dee Model", "Globex", "--started", "2022", "--ended", "now"),
    ("add", "role", "Eve Pattern", "Initech", "--started", "2019", "--ended", "2021"),
    ("add", "role", "Eve Pattern", "Initech Group", "--started", "2022", "--ended", "now"),
    ("add", "role", "Fay Specimen", "Hooli", "--started", "2018", "--ended", "2021-06"),
    ("add", "role", "Fay Specimen", "Hooli Labs", "--started", "2021-07", "--ended", "now"),
    ("add", "move", "Fay Specimen", "--from", "Hooli", "--to", "Hooli Labs", "--on", "2019"),
    ("add", "move", "Gil Case", "--from", "Initech"),
    ("add", "move", "Hal Case", "--to", "Acme", "--on", "2024", "--manner", "hired", "-s", "note"),
    ("add", "role", "Ida Case", "Acme", "--kind", "advisor", "--started", "2021", "-s", "memo"),
    ("add", "tag", "Ada Example", "reasoning", "a|b", "Zeta"),
    ("add", "identifier", "Ada Example", "orcid:0000-0001", "local:ada"),
    ("add", "alias", "Ada Example", "Ada E."),
)  # fmt: skip
MOVE_FIELDS = {
    "id": "id",
    "person_id": "person_id",
    "person": "person",
    "from_id": "from_organisation_id",
    "from": "from_organisation",
    "to_id": "to_organisation_id",
    "to": "to_organisation",
    **{
        field: field
        for field in (
            "date", "from_title", "to_title", "continuity", "gap_days", "origin", "manner",
            "status", "citations",
        )
    },
}  # fmt: skip


@pytest.fixture
def told(ledger_url: str, capsys: pytest.CaptureFixture[str]) -> str:
    """The ledger's URL, once all of the above is recorded."""
    for words in LEDGER:
        assert main(("--db", ledger_url, *words, "-q", *created(words))) == 0, words
    capsys.readouterr()
    return ledger_url


def created(words: tuple[str, ...]) -> tuple[str, ...]:
    return ("--create",) if words[1] in ("role", "move", "link") else ()


def asked(url: str, capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(("--db", url, "query", *words, "--json")) == 0
    rows = json.loads(capsys.readouterr().out)
    assert isinstance(rows, list)
    return rows


def viewed(url: str, view: str) -> list[dict[str, Any]]:
    engine = open_ledger(url)
    with engine.connect() as connection:
        rows = connection.execute(sqlalchemy.text(f"SELECT * FROM {view} ORDER BY id"))
        found = [dict(row._mapping) for row in rows]
    engine.dispose()
    return found


def test_moves_are_those_of_the_question_without_roll_up(
    told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = asked(told, capsys, "moves", "--rollup", "none", "--continuity", "any")
    expected = [{MOVE_FIELDS[name]: row[name] for name in MOVE_FIELDS} for row in rows]
    found = [{name: row[name] for name in MOVE_FIELDS.values()} for row in viewed(told, "v_moves")]
    assert found == sorted(expected, key=lambda row: row["id"])
    assert {row["continuity"] for row in found} >= {"direct", "gap", "presumed", "overlap"}


def test_a_recorded_move_hides_its_twin_unless_it_is_a_rumour(told: str) -> None:
    moves = viewed(told, "v_moves")
    origins = {row["person"]: (row["origin"], row["gap_days"]) for row in moves}
    assert origins["Ada Example"] == ("recorded", 1), "with the gap of the derived one"
    assert origins["Bob Sample"][0] == "derived"
    assert "Cy Instance" not in origins, "denied"


def test_a_rename_and_a_split_are_no_moves(told: str) -> None:
    moves = viewed(told, "v_moves")
    assert [row["person"] for row in moves if row["person"] == "Eve Pattern"] == []
    assert [row["date"] for row in moves if row["person"] == "Fay Specimen"] == ["2019"]
    assert [row["from_organisation"] for row in moves if row["person"] == "Gil Case"] == [
        "Initech Group"
    ]


def test_roles_are_those_of_the_question(told: str, capsys: pytest.CaptureFixture[str]) -> None:
    every = [word for status in ("denied", "rumoured", "reported", "confirmed")
             for word in ("--status", status)]  # fmt: skip
    expected = sorted(asked(told, capsys, "roles", *every), key=lambda row: int(row["id"]))
    roles = viewed(told, "v_roles")
    assert [{name: row[name] for name in expected[0]} for row in roles] == expected


@pytest.mark.parametrize(("view", "date"), [("v_moves", "date"), ("v_roles", "started")])
def test_dates_come_with_their_first_and_last_day(told: str, view: str, date: str) -> None:
    rows = [row for row in viewed(told, view) if row[date] is not None]
    assert rows
    for row in rows:
        bounds = read(row[date])
        found = (str(row[f"{date}_earliest"]), str(row[f"{date}_latest"]))
        assert found == (str(bounds.earliest), str(bounds.latest))


def test_people_are_where_the_question_says(told: str, capsys: pytest.CaptureFixture[str]) -> None:
    expected = sorted(asked(told, capsys, "people"), key=lambda row: int(row["id"]))
    for row in expected:
        row["identifiers"] = joined(row["identifiers"]) or None
        row["tags"] = joined(row["tags"]) or None
    people = viewed(told, "v_people")
    assert [{name: row[name] for name in expected[0]} for row in people] == expected
    assert people[0]["tags"] == r"Zeta | a\|b | reasoning"
    assert people[0]["identifiers"] == "local:ada | orcid:0000-0001"


def test_the_columns_of_each_view_are_a_promise(ledger_url: str) -> None:
    engine = open_ledger(ledger_url)
    inspector = sqlalchemy.inspect(engine)
    found = {
        view: " ".join(str(column["name"]) for column in inspector.get_columns(view))
        for view in inspector.get_view_names()
    }
    engine.dispose()
    assert found == {
        "v_moves": "id person_id person from_organisation_id from_organisation "
        "to_organisation_id to_organisation date date_earliest date_latest from_title to_title "
        "continuity gap_days origin manner status citations",
        "v_people": "id person organisation_id organisation title started identifiers tags note",
        "v_roles": "id person_id person organisation_id organisation title kind started "
        "started_earliest started_latest ended ended_earliest ended_latest seen status citations",
    }
