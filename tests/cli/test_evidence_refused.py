"""Is evidence that cannot be refused, with what to do, and nothing written?"""

import pytest

from tests.cli.lines import CommandLine, done, everything, stored

DEAL = ("add", "link", "Globex", "acquired", "Acme")


REFUSED = (
    ((*DEAL, "--amount", "14bn"), 2, "it has no currency: write 100M USD, or '100M ?'"),
    ((*DEAL, "--amount", "14bn ?"), 4, "may be unknown only while the deal is rumoured"),
    ((*DEAL, "--amount", "5m USD", "--currency", "EUR"), 2, "say two things: choose one"),
    ((*DEAL, "--amount", "00M"), 2, "the shell took its beginning"),
    ((*DEAL, "--amount", "-5 USD"), 2, "is not understood"),
    ((*DEAL, "--amount", "5", "--currency", "dollars"), 2, "a code of three letters"),
    (("cite", "move:1", "https://"), 2, "a web address looks like"),
    (("cite", "move:1", "http://exa mple.org"), 2, "a web address looks like"),
    (("add", "source", "https://example.org:port/"), 2, "it is no web address"),
    (("cite", "move:9", "memo"), 3, "there is no move:9"),
    (("cite", "offer:1", "memo"), 3, "there is no offer:1"),
    (("cite", "Ada Example", "memo"), 2, "is no fact that can be cited"),
    (("cite", "move:1", "note"), 3, "note"),
    (("cite", "move:1", "blog", "--via", "memo"), 4, "one of the two was there first"),
    (("cite", "move:1", "blog", "--via", "blog"), 4, "itself"),
    (("cite", "move:1", "memo", "--field", "date"), 2, "--field and --value go together"),
    (("cite", "move:1", "memo", "--field", "date", "--value", "soon"), 2, "not understood"),
    (("cite", "move:1", "memo", "--field", "size", "--value", "1"), 2, "field 'size'"),
    (("add", "move", "Ada Example", "--to", "Acme", "--quote", "x"), 2, "name it with -s"),
)


@pytest.fixture
def cited(talentdb: CommandLine) -> CommandLine:
    """A move that a memo speaks of, known through a letter, known through a blog."""
    done(talentdb("add", "organisation", "Acme", "Globex"))
    for handle in ("memo", "letter", "blog"):
        done(talentdb("add", "source", f"https://example.org/{handle}", "--handle", handle))
    move = ("Ada Example", "--from", "Acme", "--to", "Globex", "--on", "2025")
    done(talentdb("add", "move", *move, "-s", "memo", "--via", "letter"))
    done(talentdb("cite", "move:1", "letter", "--via", "blog"))
    return talentdb


def test_evidence_that_cannot_be_is_refused(cited: CommandLine, ledger_url: str) -> None:
    before = everything(ledger_url)
    for words, code, why in REFUSED:
        said = cited(*words)
        assert (words, said.code, said.out) == (words, code, "")
        assert why in " ".join(said.err.split())
    assert everything(ledger_url) == before


def test_deal_takes_its_amount_as_people_write_it(cited: CommandLine, ledger_url: str) -> None:
    done(cited(*DEAL, "--amount", "14.3bn USD", "--started", "2025"))
    done(cited(*DEAL, "--amount", "5", "--currency", "€", "--started", "2024"))
    done(cited(*DEAL, "--amount", "100M ?", "--status", "rumoured", "--started", "2023"))
    assert stored(ledger_url, "organisation_links", "amount", "currency") == [
        (14_300_000_000, "USD"),
        (5, "EUR"),
        (100_000_000, None),
    ]
    done(cited("edit", "link", "link:1", "--amount", "15bn"))
    assert cited("edit", "link", "link:3", "--status", "reported").code == 4
    done(cited("edit", "link", "link:3", "--amount", "90M USD", "--status", "reported"))
    assert stored(ledger_url, "organisation_links", "amount", "currency") == [
        (15_000_000_000, "USD"),
        (5, "EUR"),
        (90_000_000, "USD"),
    ]
