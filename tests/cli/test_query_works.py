"""Does `query works --explain` say who the makers are, where they are, and who says so?"""

from tests.cli.lines import CommandLine, done, json_rows


def test_works_open_into_their_makers(talentdb: CommandLine) -> None:
    for person, organisation in (("Ada Example", "Globex"), ("Bob Sample", "Acme")):
        period = ("--started", "2024", "--ended", "now")
        done(talentdb("add", "role", person, organisation, *period, "--create"))
    done(talentdb("add", "work", "Example-1", "--by", "Acme"))
    for person in ("Ada Example", "Bob Sample", "Cy Test"):
        word = ("-s", "https://example.org/memo", "--create")
        done(talentdb("add", "credit", person, "Example-1", *word))
    done(talentdb("add", "credit", "Bob Sample", "Example-1", "--as", "lead", "--status", "denied"))
    makers = json_rows(talentdb, "query", "works", "Example-1", "--explain")
    assert [(maker["person"], maker["counted"], maker["now_at"]) for maker in makers] == [
        ("Ada Example", "left", "Globex"),
        ("Bob Sample", "there", "Acme"),
        ("Cy Test", "unknown", None),
    ]
    assert [maker["sources"] for maker in makers] == [["example"]] * 3
    assert [len(maker["facts"]) for maker in makers] == [1] * 3
    assert "Example-1" in done(talentdb("show", *makers[1]["facts"])).out
