"""Do `add person` and `add organisation` record what is new, and only that?"""

from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, done, everything, stored


def test_people_are_added_by_name(talentdb: CommandLine, ledger_url: str) -> None:
    said = done(talentdb("add", "person", "Ada Example", "Bob Sample"))
    assert said.out == "person:1  Ada Example\nperson:2  Bob Sample\n"
    assert stored(ledger_url, "people", "name") == ["Ada Example", "Bob Sample"]


def test_known_person_is_said_and_changes_nothing(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb("add", "person", "Ada Example"))
    before = everything(ledger_url)
    said = done(talentdb("add", "person", "ada EXAMPLE"))
    assert said.out == ""
    assert "known already (person:1)" in said.err
    assert everything(ledger_url) == before


def test_homonym_is_a_second_person_who_can_be_named(talentdb: CommandLine) -> None:
    done(talentdb("add", "person", "Wei Zhang"))
    done(talentdb("add", "person", "Wei Zhang", "--homonym"))
    said = talentdb("query", "people", "--person", "Wei Zhang")
    assert said.code == 3
    assert "person:1  Wei Zhang" in said.err
    assert "person:2  Wei Zhang (local:wei-zhang-2)" in said.err
    assert "person:2" in done(talentdb("add", "tag", "local:wei-zhang-2", "reasoning")).out


def test_person_gets_identifier_tag_and_note(talentdb: CommandLine, ledger_url: str) -> None:
    words = ("--identifier", "orcid:0000-0001", "--tag", "reasoning", "--note", "met in 2024")
    done(talentdb("add", "person", "Ada Example", *words))
    assert stored(ledger_url, "identifiers", "scheme", "value") == [("orcid", "0000-0001")]
    assert stored(ledger_url, "tags", "tag") == ["reasoning"]
    assert stored(ledger_url, "people", "note") == ["met in 2024"]


def test_organisations_are_added_with_what_is_said_of_them(
    talentdb: CommandLine, ledger_url: str
) -> None:
    words = ("--kind", "lab", "--country", "CA", "--website", "https://acme.example")
    assert done(talentdb("add", "organisation", "Acme", *words)).out == "organisation:1  Acme\n"
    fields = ("name", "kind", "country", "website")
    assert stored(ledger_url, "organisations", *fields) == [
        ("Acme", "lab", "CA", "https://acme.example")
    ]


def test_known_organisation_is_said_and_changes_nothing(
    talentdb: CommandLine, ledger_url: str
) -> None:
    done(talentdb("add", "organisation", "Acme"))
    before = everything(ledger_url)
    said = done(talentdb("add", "organisation", "ACME Inc."))
    assert (said.out, "known already" in said.err) == ("", True)
    assert everything(ledger_url) == before


@pytest.mark.parametrize("noun", ["person", "organisation"])
def test_quiet_silences_the_note_about_a_known_name(talentdb: CommandLine, noun: str) -> None:
    done(talentdb("add", noun, "Acme"))
    assert done(talentdb("add", noun, "Acme", "-q")).err == ""
    assert done(talentdb("-q", "add", noun, "Acme")).err == ""


def test_dry_run_says_what_it_would_do_and_does_nothing(
    talentdb: CommandLine, ledger_url: str
) -> None:
    before = everything(ledger_url)
    said = done(talentdb("add", "person", "Ada Example", "--dry-run"))
    assert said.out == "person:1  Ada Example\n"
    assert said.err == "Nothing was written (--dry-run).\n"
    assert everything(ledger_url) == before


def test_change_set_keeps_who_wrote_what_with_which_command_and_why(
    talentdb: CommandLine, ledger_url: str
) -> None:
    done(talentdb("add", "person", "Ada Example", "-m", "from the memo"))
    ((actor, command, message),) = stored(ledger_url, "change_sets", "actor", "command", "message")
    assert (actor, message) == ("tester", "from the memo")
    assert command.startswith("talentdb --db ")
    assert command.endswith("-m 'from the memo'")


def test_nothing_new_leaves_no_change_set(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb("add", "person", "Ada Example"))
    done(talentdb("add", "person", "Ada Example"))
    assert len(stored(ledger_url, "change_sets", "id")) == 1


def test_names_come_from_a_file(talentdb: CommandLine, ledger_url: str, tmp_path: Path) -> None:
    file = tmp_path / "people.txt"
    file.write_text("\ufeffAda Example\n\n  Bob Sample  \n", encoding="utf-8")
    done(talentdb("add", "person", f"@{file}", "Cy Instance"))
    assert stored(ledger_url, "people", "name") == ["Ada Example", "Bob Sample", "Cy Instance"]
