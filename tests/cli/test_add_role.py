"""Does `add role` record a role, refine a known one, and permit nothing new by accident?"""

from tests.cli.lines import CommandLine, done, everything, json_rows, stored

ROLE = ("add", "role", "Ada Example", "Acme", "--title", "Engineer")


def test_role_is_recorded_with_its_person_and_organisation(
    talentdb: CommandLine, ledger_url: str
) -> None:
    said = done(talentdb(*ROLE, "--started", "May 2023", "--ended", "now", "--create"))
    assert said.out == "role:1  Ada Example, Engineer at Acme: recorded\n"
    assert said.err == "Change 1; undo with: talentdb undo\n"
    fields = ("title", "kind", "started", "ended", "seen", "status")
    assert stored(ledger_url, "roles", *fields) == [
        ("Engineer", "employment", "2023-05", "..", None, None)
    ]


def test_known_role_is_refined_and_never_doubled(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb(*ROLE, "--started", "2023", "--create"))
    said = done(talentdb(*ROLE, "--started", "2023", "--ended", "2025-06"))
    assert said.out == "role:1  Ada Example, Engineer at Acme: known already, refined\n"
    said = done(talentdb(*ROLE, "--started", "2023-05"))
    assert said.out.endswith("known already, refined\n")
    said = done(talentdb(*ROLE, "--started", "2023-05"))
    assert said.out.endswith("known already, unchanged\n")
    assert stored(ledger_url, "roles", "started", "ended") == [("2023-05", "2025-06")]


def test_another_closed_end_contradicts_and_changes_nothing(
    talentdb: CommandLine, ledger_url: str
) -> None:
    done(talentdb(*ROLE, "--started", "2023", "--ended", "2025-06", "--create"))
    before = everything(ledger_url)
    said = talentdb(*ROLE, "--started", "2023", "--ended", "2024-02")
    assert (said.code, said.out) == (4, "")
    assert everything(ledger_url) == before


def test_two_roles_make_a_move(talentdb: CommandLine) -> None:
    done(talentdb(*ROLE, "--started", "2020", "--ended", "2023", "--create"))
    done(talentdb("add", "role", "Ada Example", "Globex", "--started", "2023-05", "--create"))
    (move,) = json_rows(talentdb, "query", "moves")
    assert (move["from"], move["to"], move["origin"]) == ("Acme", "Globex", "derived")


def test_script_needs_permission_for_a_new_organisation(
    talentdb: CommandLine, ledger_url: str
) -> None:
    before = everything(ledger_url)
    said = talentdb(*ROLE)
    assert said.code == 3
    assert said.err == ("talentdb: new organisation 'Acme': add --create to create what is new.\n")
    assert everything(ledger_url) == before


def test_script_may_add_a_person_who_resembles_nobody(
    talentdb: CommandLine, ledger_url: str
) -> None:
    done(talentdb("add", "organisation", "Acme"))
    done(talentdb(*ROLE))
    assert stored(ledger_url, "people", "name") == ["Ada Example"]


def test_script_needs_permission_for_a_near_miss(talentdb: CommandLine, ledger_url: str) -> None:
    done(talentdb(*ROLE, "--create"))
    before = everything(ledger_url)
    said = talentdb("add", "role", "Ada Exampel", "Acme")
    assert said.code == 3
    assert "near: Ada Example" in said.err
    assert everything(ledger_url) == before
    done(talentdb("add", "role", "Ada Exampel", "Acme", "-y"))
    assert stored(ledger_url, "people", "name") == ["Ada Example", "Ada Exampel"]


def test_dry_run_records_neither_role_nor_person(talentdb: CommandLine, ledger_url: str) -> None:
    before = everything(ledger_url)
    said = done(talentdb(*ROLE, "--dry-run"))
    assert said.out == "role:1  Ada Example, Engineer at Acme: recorded\n"
    assert said.err == "Nothing was written (--dry-run).\n"
    assert everything(ledger_url) == before


def test_role_is_cited(talentdb: CommandLine, ledger_url: str) -> None:
    words = ("-s", "https://example.org/memo", "--quote", "She builds.", "--said-by", "Bob Sample")
    said = done(talentdb(*ROLE, "--create", "--status", "confirmed", *words))
    assert said.out.endswith(": recorded, 1 citation added\n")
    fields = ("role_id", "status", "quote", "said_by")
    assert stored(ledger_url, "citations", *fields) == [
        (1, "confirmed", "She builds.", "Bob Sample")
    ]
    again = done(talentdb(*ROLE, "--status", "confirmed", *words))
    assert again.out.endswith("known already, unchanged\n")
    assert len(stored(ledger_url, "citations", "id")) == 1


def test_kind_and_seen_are_kept(talentdb: CommandLine) -> None:
    done(talentdb(*ROLE, "--kind", "Advisor", "--seen", "2025-06-30", "--create"))
    (role,) = json_rows(talentdb, "query", "roles")
    assert (role["kind"], role["seen"], role["ended"]) == ("advisor", "2025-06-30", None)
