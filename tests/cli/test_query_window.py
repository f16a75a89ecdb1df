"""What do answers say of their window, and of what it left out?"""

import json

from tests.cli.lines import CommandLine, done

TO_GLOBEX = ("query", "moves", "--to", "Globex")


def test_rule_stands_under_every_answer(summer: CommandLine) -> None:
    said = done(summer(*TO_GLOBEX, "--since", "2025", "--until", "2025-06", "--as-of", "2025-07"))
    assert said.err.splitlines()[0] == (
        "2025-01-01 to 2025-06-30 · as of 2025-07-31 · roll-up renames · named with parts · "
        "reported or confirmed · direct, gap, presumed"
    )


def test_exact_and_rollup_are_said(summer: CommandLine) -> None:
    said = done(summer(*TO_GLOBEX, "--exact", "--rollup", "parents", "--unique-people"))
    assert "roll-up parents · named alone" in said.err
    assert "a person once per pair" in said.err


def test_possible_moves_are_counted_and_offered(summer: CommandLine) -> None:
    said = done(summer(*TO_GLOBEX, "--since", "2025"))
    assert "2 certain, 1 possible: `query moves --possible` lists them\n" in said.err
    said = done(summer(*TO_GLOBEX, "--since", "2025", "--possible"))
    assert "2 certain, 1 possible: listed too\n" in said.err


def test_certain_may_be_none(talentdb: CommandLine) -> None:
    for number in range(13):
        words = ("--to", "Globex", "--on", "by 2025-06-30", "--create")
        done(talentdb("add", "move", f"person {chr(97 + number) * 9}", *words))
    said = done(talentdb("query", "moves", "--since", "2025"))
    assert "0 certain, 13 possible: `query moves --possible` lists them\n" in said.err
    assert "without --since: 13\n" in said.err


def test_undated_moves_are_said(talentdb: CommandLine) -> None:
    done(talentdb("add", "move", "Ada Example", "--to", "Acme", "--create"))
    said = done(talentdb("query", "moves", "--since", "2025", "--until", "2026"))
    assert "1 without a date: left out of every window\n" in said.err
    assert len(json.loads(done(talentdb("query", "moves", "--json")).out)) == 1


def test_empty_answer_names_each_filter_that_emptied_it(summer: CommandLine) -> None:
    said = done(summer(*TO_GLOBEX, "--person", "Eve Pattern", "--since", "2019"))
    assert "Nothing found.\n" in said.err
    assert "without --to: 1\n" in said.err
    assert "without --person: 3\n" in said.err
    assert "without --since" not in said.err


def test_organisation_that_is_named_by_a_word_is_no_option(summer: CommandLine) -> None:
    done(summer("add", "organisation", "Hooli"))
    said = done(summer("query", "net", "Hooli"))
    assert "of any organisation: " in said.err
    assert "--organisation" not in said.err


def test_change_that_there_is_not_is_no_change_without_moves(summer: CommandLine) -> None:
    said = summer("query", "moves", "--change", "999")
    assert (said.code, said.out, said.err) == (3, "", "talentdb: there is no change:999.\n")


def test_status_and_continuity_empty_answers_too(summer: CommandLine) -> None:
    said = done(summer("query", "moves", "--status", "confirmed"))
    assert "without --status: 5\n" in said.err
    said = done(summer("query", "moves", "--continuity", "overlap"))
    assert "without --continuity: 5\n" in said.err


def test_quiet_says_neither_rule_nor_notes(summer: CommandLine) -> None:
    assert done(summer(*TO_GLOBEX, "--since", "2025", "-q")).err == ""


def test_with_notes_wraps_the_rows(summer: CommandLine) -> None:
    said = done(summer(*TO_GLOBEX, "--since", "2025", "--with-notes", "-q"))
    whole = json.loads(said.out)
    assert list(whole) == ["rows", "notes", "rule"]
    assert len(whole["rows"]) == 2
    assert whole["notes"] == [
        "2 certain, 1 possible: `query moves --possible` lists them",
        "1 presumed (no end of the earlier stay is stated): counted",
    ]
    assert whole["rule"].startswith("2025-01-01 to the last day")


def test_kinds_statuses_and_bridge_change_what_counts_and_are_said(summer: CommandLine) -> None:
    words = ("query", "people", "--person", "Gil Case", "--columns", "organisation", "-f", "csv")
    assert done(summer(*words)).out == 'organisation\n""\n'
    assert done(summer(*words, "--kinds", "advisor")).out == "organisation\nAcme\n"
    said = done(
        summer("query", "moves", "--kinds", "any", "--min-status", "rumoured", "--bridge", "60")
    )
    assert "rumoured or reported or confirmed" in said.err
    assert "kinds employment, founder, academic, advisor" in said.err
    assert "roles at least rumoured · bridge 60 days" in said.err
    assert "Dee Model" in said.out
    assert "Dee Model" not in done(summer("query", "moves")).out


def test_a_main_kind_stands_for_itself_alone(summer: CommandLine) -> None:
    words = ("query", "arrivals", "Acme", "--count", "-q")
    assert done(summer(*words)).out == "2\n"
    assert done(summer(*words, "--kinds", "advisor")).out == "3\n"
    assert done(summer(*words, "--kinds", "founder,advisor")).out == "1\n"
    assert summer(*words, "--kinds", "king").code == 2
    assert summer(*words, "--min-status", "denied").code == 2
