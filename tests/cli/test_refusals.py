"""Is what is refused refused in one sentence, with its exit code, and is nothing written?"""

import pytest

from tests.cli.lines import CommandLine, done, everything

ADA = ("Ada Example", "Acme")
STATEMENTS = {
    "end before start": (
        ("add", "role", *ADA, "--started", "2019", "--ended", "2018"),
        4,
        "it would end (2018) before it starts (2019): mend one of the two.",
    ),
    "name that ends before it starts": (
        ("add", "alias", "Acme", "Zenith", "--started", "2020", "--ended", "2019"),
        4,
        "it would end (2019) before it starts (2020)",
    ),
    "day that is none": (
        ("add", "role", *ADA, "--started", "2023-02-30"),
        2,
        "the date '2023-02-30' is not understood: February 2023 has 28 days.",
    ),
    "day with two readings": (
        ("add", "move", "Ada Example", "--to", "Acme", "--on", "06/07/2025"),
        2,
        "the date '06/07/2025' is either 2025-07-06 or 2025-06-07: write the one meant.",
    ),
    "no date": (("add", "role", *ADA, "--started", "soon"), 2, "the date 'soon'"),
    "blank date": (("add", "role", *ADA, "--started", " "), 2, "the date ' '"),
    "start that is now": (("add", "role", *ADA, "--started", "now"), 2, "the date 'now'"),
    "kind of role": (("add", "role", *ADA, "--kind", "chef"), 2, "kind of role 'chef'"),
    "kind of organisation": (
        ("add", "organisation", "Zenith", "--kind", "shop"),
        2,
        "kind of organisation 'shop'",
    ),
    "kind of link": (("add", "link", "Acme", "ate", "Globex"), 2, "kind of link 'ate'"),
    "manner": (
        ("add", "move", "Ada Example", "--to", "Acme", "--manner", "lured"),
        2,
        "manner 'lured'",
    ),
    "status": (("add", "role", *ADA, "--status", "sure"), 2, "status 'sure'"),
    "empty person": (("add", "person", "Bob Sample", ""), 2, "'' cannot be kept: it is empty."),
    "blank organisation": (("add", "organisation", "   "), 2, "cannot be kept: it is empty."),
    "empty side": (("add", "move", "Ada Example", "--to", "", "-y"), 2, "it is empty"),
    "NUL": (("add", "person", "Ada\0"), 2, "cannot be kept"),
    "half a character": (("add", "person", "Ada\udc80"), 2, "cannot be kept"),
    "loop": (
        ("add", "link", "Acme", "part-of", "Globex Research"),
        4,
        "Acme part-of Globex Research would close a loop",
    ),
    "part of itself": (("add", "link", "Acme", "part-of", "acme inc"), 4, "close a loop"),
    "name of several": (
        ("add", "role", "Wei Zhang", "Acme"),
        3,
        "several match person 'Wei Zhang'; name one by its id:",
    ),
    "source nobody knows": (
        ("add", "move", "Ada Example", "--to", "Acme", "-s", "nope"),
        3,
        "no source called 'nope'",
    ),
    "quote of nobody": (
        ("add", "move", "Ada Example", "--to", "Acme", "--quote", "Hello."),
        2,
        "--quote says something of a source: name it with -s.",
    ),
    "word of nobody": (("add", "role", *ADA, "--said-by", "Bob"), 2, "name it with -s"),
    "no sides": (("add", "move", "Ada Example"), 2, "--from or --to, or both."),
    "tag of nobody": (("add", "tag", "Nobody Here", "big"), 3, "called 'Nobody Here'"),
    "id of nobody": (("add", "role", "person:99", "Acme"), 3, "there is no person:99."),
    "list that is missing": (
        ("add", "move", "@nowhere", "--to", "Acme"),
        2,
        "@nowhere: the list of names cannot be read",
    ),
}
QUESTIONS = {
    "unknown name": (
        ("moves", "--to", "Globax"),
        3,
        "no organisation called 'Globax'. Near: Globex",
    ),
    "unknown person": (("moves", "--person", "Ada Exampel"), 3, "Near: Ada Example."),
    "unlike any name": (("moves", "--to", "Qwrtz"), 3, "`talentdb find` searches parts of names."),
    "id of nobody": (("moves", "--person", "person:99"), 3, "there is no person:99."),
    "limit": (("moves", "--limit", "x"), 2, "--limit takes a number or all, not 'x'."),
    "limit below nothing": (("moves", "--limit=-1"), 2, "--limit takes a number or all"),
    "column": (("moves", "--columns", "nope"), 2, "column 'nope' is not known: use one of id,"),
    "order": (("moves", "--sort", "nope"), 2, "column 'nope' is not known"),
    "format": (("moves", "-f", "xml"), 2, "table, csv, tsv, json, ndjson, markdown"),
    "ending": (("moves", "-o", "moves.xml"), 2, "the ending of 'moves.xml' names no format"),
    "folder": (("moves", "-o", "/nowhere/moves.csv"), 2, "/nowhere/moves.csv cannot be written"),
    "window": (
        ("moves", "--since", "2025", "--until", "2024"),
        2,
        "--until 2024-12-31 lies before --since 2025-01-01: turn them round.",
    ),
    "since before": (("moves", "--since", "before 2025"), 2, "has no first day"),
    "rollup": (("flows", "--rollup", "up"), 2, "rollup 'up' is not known"),
    "continuity": (("net", "--continuity", "smooth"), 2, "continuity 'smooth' is not known"),
    "status": (("moves", "--status", "sure"), 2, "status 'sure' is not known"),
    "origin": (("moves", "--origin", "heard"), 2, "origin 'heard' is not known"),
    "kind": (("roles", "--kind", "chef"), 2, "kind of role 'chef' is not known"),
}


@pytest.fixture
def record(talentdb: CommandLine) -> CommandLine:
    """A ledger with something to contradict."""
    done(talentdb("add", "organisation", "Acme", "Globex", "Globex Research"))
    done(talentdb("add", "link", "Globex Research", "part-of", "Globex"))
    done(talentdb("add", "link", "Globex", "part-of", "Acme"))
    done(talentdb("add", "person", "Ada Example", "Wei Zhang"))
    done(talentdb("add", "person", "Wei Zhang", "--homonym"))
    return talentdb


@pytest.mark.parametrize("case", STATEMENTS)
def test_statement_that_is_refused_writes_nothing(
    record: CommandLine, ledger_url: str, case: str
) -> None:
    words, code, sentence = STATEMENTS[case]
    before = everything(ledger_url)
    said = record(*words)
    assert (said.code, said.out) == (code, "")
    assert said.err.startswith("talentdb: ")
    assert sentence in said.err
    assert everything(ledger_url) == before


@pytest.mark.parametrize("case", QUESTIONS)
def test_question_that_is_refused_answers_nothing(summer: CommandLine, case: str) -> None:
    words, code, sentence = QUESTIONS[case]
    said = summer("query", *words)
    assert (said.code, said.out) == (code, "")
    assert said.err.startswith("talentdb: ")
    assert sentence in said.err


def test_ambiguous_name_lists_who_is_meant_with_their_places(talentdb: CommandLine) -> None:
    done(talentdb("add", "role", "Wei Zhang", "Acme", "--create"))
    done(talentdb("add", "person", "Wei Zhang", "--homonym"))
    said = talentdb("query", "moves", "--person", "wei zhang")
    assert said.err.splitlines() == [
        "talentdb: several match person 'wei zhang'; name one by its id:",
        "  person:1  Wei Zhang (local:wei-zhang-1, Acme)",
        "  person:2  Wei Zhang (local:wei-zhang-2)",
    ]
