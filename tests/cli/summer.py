"""Which small ledger do the tests of questions ask?

Ada and Bob went from Acme to Globex on days that are known, Cy some time before July 2025, Dee
perhaps, Eve by way of a gap; Fay joined Globex Research, a part of Globex, from nowhere known.
"""

from tests.cli.lines import CommandLine, done

COMMANDS = (
    ("source", "https://example.org/memo", "--handle", "memo", "--published", "2025-07-01"),
    ("organisation", "Acme", "Globex", "Initech", "--kind", "company"),
    ("organisation", "Globex Research", "--kind", "lab"),
    ("link", "Globex Research", "part-of", "Globex", "--started", "2020"),
    ("role", "Ada Example", "Acme", "--title", "Engineer", "--started", "2019-03"),
    (
        "role",
        "Ada Example",
        "Globex",
        "--title",
        "Lead",
        "--started",
        "2025-06-02",
        "--ended",
        "now",
    ),
    ("move", "Bob Sample", "--from", "Acme", "--to", "Globex", "--on", "2025-06-12", "-s", "memo"),
    ("move", "Cy Instance", "--from", "Acme", "--to", "Globex Research", "-s", "memo"),
    (
        "move",
        "Dee Model",
        "--from",
        "Globex",
        "--to",
        "Acme",
        "--on",
        "2024-05",
        "--status",
        "rumoured",
    ),
    (
        "role",
        "Eve Pattern",
        "Initech",
        "--title",
        "Analyst",
        "--started",
        "2015",
        "--ended",
        "2018",
    ),
    ("role", "Eve Pattern", "Acme", "--title", "Director", "--started", "2020", "--ended", "2023"),
    ("move", "Fay Specimen", "--to", "Globex Research", "--on", "2024", "--reason", "mission"),
    ("role", "Gil Case", "Acme", "--title", "Advisor", "--kind", "advisor", "--started", "2021"),
    ("tag", "Bob Sample", "reasoning"),
    ("identifier", "Ada Example", "orcid:0000-0001"),
)


def tell_summer(talentdb: CommandLine) -> None:
    """Records it, command by command."""
    for words in COMMANDS:
        done(talentdb("add", *words))
