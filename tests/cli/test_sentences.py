"""Is an answer said in one sentence with what it rests on, and not where too little is recorded?"""

from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, Said, done

SENTENCE = ("-f", "sentence")


@pytest.fixture
def moved(talentdb: CommandLine) -> CommandLine:
    """Ten who went from Acme to Globex, one back; Globex has a remark, memo says so of Ada."""
    done(talentdb("add", "organisation", "Acme", "Globex"))
    done(talentdb("edit", "organisation", "Globex", "--note", "from its own list"))
    done(talentdb("add", "source", "https://example.org/memo", "--handle", "memo"))
    names = ("Ada Example", *(f"Number {number} Test" for number in range(9)))
    sides = ("--from", "Acme", "--to", "Globex", "--on", "2025")
    done(talentdb("add", "move", *names, *sides, "-y", "-s", "memo"))
    back = ("--from", "Globex", "--to", "Acme", "--on", "2024")
    done(talentdb("add", "move", "Bob Sample", *back))
    return talentdb


def test_moves_are_counted_with_their_sides_rule_and_sources(moved: CommandLine) -> None:
    said = done(moved("query", "moves", "--from", "Acme", "--to", "Globex", *SENTENCE)).out
    assert said.startswith("10 moves from Acme to Globex are on record. [n = 10; all time")
    assert said.endswith("; Globex: from its own list; sources: memo]\n")
    said = done(moved("query", "moves", "--person", "Bob Sample", *SENTENCE)).out
    assert said.startswith("One move of Bob Sample is on record. [n = 1;")
    assert said.endswith("; sources: none]\n")
    hired = moved("query", "moves", "--to", "Globex", "--manner", "hired", *SENTENCE)
    assert (hired.code, hired.out) == (4, "")
    assert "of moves to Globex none counts by this rule" in hired.err


def test_balance_is_stated_of_ten_moves_both_ways_alone(moved: CommandLine) -> None:
    said = done(moved("query", "net", "Globex", *SENTENCE)).out
    assert said.startswith("10 moves to Globex and 1 from it are on record: a net gain of 9. [n = ")
    one_way = moved("query", "net", "Globex", "--since", "2025", *SENTENCE)
    assert (one_way.code, one_way.out) == (4, "")
    assert "10 in, 0 out, only one direction is recorded: no balance" in one_way.err
    few = moved("query", "net", "Globex", "--until", "2024", *SENTENCE)
    assert "0 in, 1 out, fewer than ten moves: no balance" in few.err


def test_headcount_states_who_is_certainly_there(talentdb: CommandLine) -> None:
    for name, ended in (("Ada Example", ("--ended", "now")), ("Bob Sample", ())):
        role = ("add", "role", name, "Acme", "--started", "2020", *ended, "--create")
        done(talentdb(*role, "-s", f"https://example.org/{name[:3]}"))
    day = ("--as-of", "2025-06-30")
    said = done(talentdb("query", "headcount", "Acme", *day, *SENTENCE)).out
    told = "One person is on record at Acme on 2025-06-30; 1 more may be there. [n = 1;"
    assert said.startswith(told)
    assert said.endswith("; sources: example]\n")
    done(talentdb("remove", "person", "Ada Example", "--with-facts"))
    none = talentdb("query", "headcount", "Acme", *day, *SENTENCE)
    assert (none.code, none.out) == (4, "")
    assert "nobody is certainly at Acme on 2025-06-30, 1 may be" in none.err


def works(talentdb: CommandLine, *words: str) -> Said:
    return talentdb("query", "works", *words, *SENTENCE)


def test_share_of_makers_is_stated_of_ten_and_only_if_all_are_known(moved: CommandLine) -> None:
    done(moved("add", "work", "Example-1", "--by", "Acme"))
    assert "of no maker is it known where they are" in works(moved, "Example-1").err
    for number in range(9):
        name = f"Number {number} Test"
        done(moved("add", "credit", name, "Example-1", "-s", "memo"))
    some = done(works(moved, "Example-1")).out
    told = "9 of those recorded as makers of Example-1 have left Acme, 9 now at Globex; the record"
    assert some.startswith(f"{told} lists only some makers. [n = 9;")
    done(moved("edit", "work", "Example-1", "--makers-known", "all"))
    assert (
        "9 of the 9 makers of Example-1 whose whereabouts are known have left"
        in done(works(moved)).out
    )
    done(moved("add", "credit", "Bob Sample", "Example-1"))
    said = done(works(moved)).out
    told = "9 of the 10 makers of Example-1 whose whereabouts are known (90 %) have left Acme"
    assert said.startswith(f"{told}, 9 now at Globex. [n = 10;")
    assert said.endswith("; sources: memo]\n")


def test_what_only_may_lie_in_the_window_is_said_and_not_denied(talentdb: CommandLine) -> None:
    sides = ("--from", "Acme", "--to", "Globex", "--on", "by 2025-06-30", "--create")
    done(talentdb("add", "move", "Ada Example", "Bob Sample", *sides))
    for words in (("moves", "--to", "Globex"), ("moves", "--to", "Globex", "--possible")):
        said = talentdb("query", *words, "--since", "2025", *SENTENCE)
        assert (said.code, said.out) == (4, "")
        assert "of moves to Globex 2 only may lie in the window" in said.err
    flows = talentdb("query", "flows", "--since", "2025", *SENTENCE)
    assert (flows.code, "nothing counts for certain by this rule" in flows.err) == (4, True)
    dated = ("--from", "Acme", "--to", "Globex", "--on", "2025-03", "--create")
    done(talentdb("add", "move", "Cy Instance", *dated))
    for question in ("moves", "flows"):
        said = done(talentdb("query", question, "--since", "2025", *SENTENCE))
        assert "One move" in said.out
        assert "is on record; 2 more may lie in the window. [n = 1;" in said.out


def test_figure_without_a_source_and_of_one_person_is_said_in_plain_words(
    moved: CommandLine,
) -> None:
    sides = ("--organisation", "Acme", "--counterpart", "Globex")
    done(moved("add", "figure", "moves", "1", *sides))
    said = done(moved("query", "figures", *SENTENCE)).out
    assert said.startswith(
        "1 person moved from Globex to Acme, according to an unnamed source; this record, with 1,"
    )


def test_ratio_of_one_direction_alone_is_not_stated(moved: CommandLine) -> None:
    said = moved("query", "ratio", "Acme", "--since", "2025", *SENTENCE)
    assert (said.code, "0:10, all went the other way: no ratio" in said.err) == (4, True)


def test_one_known_maker_is_no_one_of_one(moved: CommandLine) -> None:
    done(moved("add", "work", "Example-1", "--by", "Acme", "--makers-known", "all"))
    for name in ("Ada Example", "Eve Model"):
        done(moved("add", "credit", name, "Example-1", "-y"))
    told = "The one maker of Example-1 whose whereabouts are known has left Acme, 1 now at Globex."
    assert done(works(moved, "Example-1")).out.startswith(told)


@pytest.mark.parametrize("option", ["--explain", "--count", "--json"])
def test_sentence_is_no_list(moved: CommandLine, option: str) -> None:
    said = moved("query", "flows", option, *SENTENCE)
    assert (said.code, said.out, option in said.err) == (2, "", True)


def test_sentences_go_into_the_file_that_is_named(moved: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "said.txt"
    said = done(moved("query", "flows", "--to", "Globex", *SENTENCE, "-o", str(file)))
    assert said.out == ""
    assert file.read_text().startswith("10 moves from Acme to Globex are on record. [n = 10;")
    assert f"1 sentence written to {file}" in said.err
    assert moved("query", "flows", *SENTENCE, "-o", str(tmp_path / "none" / "said.txt")).code == 2


def test_question_without_a_sentence_says_which_have_one(moved: CommandLine) -> None:
    said = moved("query", "people", *SENTENCE)
    assert (said.code, said.out) == (2, "")
    assert "query figures, flows, headcount, moves, net, ratio or works has" in said.err
