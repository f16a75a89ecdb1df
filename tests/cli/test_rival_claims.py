"""Is what is stated a second time, and otherwise, kept beside the record and never over it?"""

from tests.cli.lines import CommandLine, done, everything, json_rows

MEMO = "https://example.org/memo"


def test_another_amount_is_no_refinement_and_is_kept_as_a_claim(
    talentdb: CommandLine, ledger_url: str
) -> None:
    done(talentdb("add", "organisation", "Globex"))
    words = ("Globex", "Ada Example", "--kind", "signing")
    done(talentdb("add", "offer", *words, "--at-least", "10M EUR", "-s", MEMO))
    for option, other in (
        ("--at-least", "100M EUR"),
        ("--at-least", "10M USD"),
        ("--at-most", "20M ?"),
    ):
        before = everything(ledger_url)
        said = talentdb("add", "offer", *words, option, other, "--status", "rumoured")
        assert (said.code, said.out) == (4, "")
        assert "offer:1 is recorded with" in said.err
        assert "talentdb cite offer:1 SOURCE --field" in " ".join(said.err.split())
        assert everything(ledger_url) == before
    claim = ("--field", "at_least", "--value", "100M")
    done(talentdb("cite", "offer:1", "https://example.org/letter", *claim))
    assert [row["value"] for row in json_rows(talentdb, "query", "conflicts")] == [
        "10000000",
        "100000000",
    ]


def test_link_that_is_there_takes_its_amount(talentdb: CommandLine) -> None:
    done(talentdb("add", "organisation", "Acme", "Globex"))
    words = ("add", "link", "Globex", "acquired", "Acme")
    done(talentdb(*words))
    said = done(talentdb(*words, "--amount", "14bn USD")).out
    assert said == "link:1  Globex acquired Acme: known already, refined\n"
    assert "14,000,000,000" in done(talentdb("show", "link:1")).out
    assert talentdb(*words, "--amount", "15bn USD").code == 4
