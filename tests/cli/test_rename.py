"""Does `rename` write what it says, and does `query renames` write what can be imported?"""

from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, done, everything, json_rows, stored

MEMO = "https://example.org/memo"
ROLES = "person,organisation,started,ended\n" + "".join(
    f"Person {number},Hooli,2018,2021-06\nPerson {number},Pied Piper,2021-07,now\n"
    for number in range(4)
)


@pytest.fixture
def hooli(talentdb: CommandLine, tmp_path: Path) -> CommandLine:
    (tmp_path / "roles.csv").write_text(ROLES)
    done(talentdb("import", str(tmp_path / "roles.csv")))
    return talentdb


def test_suspects_can_be_imported_and_are_gone_then(
    hooli: CommandLine, tmp_path: Path, ledger_url: str
) -> None:
    (row,) = json_rows(hooli, "query", "renames")
    assert row == {
        "organisation": "Hooli",
        "link": "renamed",
        "other": "Pied Piper",
        "started": "2021",
        "ended": None,
        "amount": None,
        "currency": None,
        "status": None,
        "note": "4 of the 4 people of Hooli who stayed in the record went to Pied Piper in 2021",
    }
    assert json_rows(hooli, "query", "renames", "Pied Piper") == [row]
    done(hooli("add", "organisation", "Globex"))
    assert json_rows(hooli, "query", "renames", "Globex") == []
    links = str(tmp_path / "links.csv")
    done(hooli("query", "renames", "-o", links))
    done(hooli("import", links))
    assert stored(ledger_url, "organisation_links", "kind", "started") == [("renamed", "2021")]
    assert json_rows(hooli, "query", "renames") == []
    assert json_rows(hooli, "query", "flows") == []


def test_rename_links_two_records_and_can_be_undone(hooli: CommandLine, ledger_url: str) -> None:
    before = everything(ledger_url)
    said = done(hooli("rename", "Hooli", "Pied Piper", "--on", "July 2021", "-s", MEMO))
    assert said.out == "link:1  Hooli renamed Pied Piper: recorded\n"
    assert "undo with: talentdb undo" in said.err
    assert stored(ledger_url, "citations", "organisation_link_id") == [1]
    assert json_rows(hooli, "query", "flows") == []
    again = done(hooli("rename", "Hooli", "Pied Piper", "--on", "July 2021"))
    assert again.out == "link:1  Hooli renamed Pied Piper: known already, unchanged\n"
    done(hooli("undo", "-y"))
    after = everything(ledger_url)
    for table in ("organisations", "organisation_names", "organisation_links", "spells"):
        assert {row[1:] for row in after[table]} == {row[1:] for row in before[table]}


def test_rename_to_a_name_without_a_record_keeps_the_old_one(
    hooli: CommandLine, ledger_url: str
) -> None:
    said = done(hooli("rename", "Hooli", "Aviato", "--on", "2022", "--dry-run"))
    assert stored(ledger_url, "organisation_names", "name") == []
    said = done(hooli("rename", "Hooli", "Aviato", "--on", "2022", "-s", MEMO))
    assert said.out == "organisation:1  Aviato, formerly Hooli\n"
    assert stored(ledger_url, "organisation_names", "name", "ended") == [("Hooli", "2022")]
    assert stored(ledger_url, "citations", "organisation_name_id") == stored(
        ledger_url, "organisation_names", "id"
    )
    assert {row["from"] for row in json_rows(hooli, "query", "flows", "Hooli")} == {"Aviato"}
    done(hooli("undo", "-y"))
    assert stored(ledger_url, "organisations", "name") == ["Hooli", "Pied Piper"]


def test_slip_of_the_keyboard_needs_permission_in_a_script(hooli: CommandLine) -> None:
    said = hooli("rename", "Hooli", "Pied Pipper")
    assert said.code == 3
    assert said.err == (
        "talentdb: new name 'Pied Pipper' (near: Pied Piper): add --create to create what is new.\n"
    )
    done(hooli("rename", "Hooli", "Hooli Inc", "--on", "2020"))
    done(hooli("rename", "Hooli", "Pied Pipper", "--create"))


def test_rename_of_what_is_not_there_is_refused(hooli: CommandLine) -> None:
    assert hooli("rename", "Nowhere", "Hooli").code == 3
    assert hooli("rename", "Hooli", "Pied Piper", "--on", "someday").code == 2
    done(hooli("rename", "Hooli", "Pied Piper"))
    assert hooli("rename", "Pied Piper", "Hooli").code == 4
