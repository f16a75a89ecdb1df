"""Does a redacted export name nobody, in any file and any column?"""

import csv
import io
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from talentdb.exports.csv import export_directory
from talentdb.exports.redaction import Redaction
from talentdb.queries.names import PERSON
from talentdb.writes.figures import NewFigure, add_figure
from talentdb.writes.names import add_alias, add_identifier, add_tag
from talentdb.writes.offers import NewOffer, add_offer
from talentdb.writes.works import NewCredit, NewWork, add_credit, add_work
from tests.builders import Ledger, changing
from tests.exports.files import write_file
from tests.imports.builders import taken

ADA = ("Ada Example", "Ada Sample", "0000-0001", "chess champion", "first of her town")
SOURCE = {
    "url": "https://example.org/ada-example-leaves",
    "archive": "https://archive.example/ada",
    "title": "Ada Example leaves",
    "author": "Bob Sample",
    "publisher": "The Ada Example Letter",
}
CITED = {"quote": "Ada was glad", "said_by": "Ada Example", "locator": "#ada", "stance": "supports"}
FORMATS = ("ledger.json", "ledger.ndjson", "ledger.db")


def tell(connection: Connection) -> None:
    """A person of whom every text says who she is, and her move."""
    ledger = Ledger(connection)
    ada, name, mark, tag, note = ledger.person(ADA[0]), ADA[1], ADA[2], ADA[3], ADA[4]
    with changing(connection) as change:
        add_alias(change, PERSON, ada, name)
        add_identifier(change, PERSON, ada, f"orcid:{mark}")
        add_tag(change, PERSON, ada, tag)
    role, _ = ledger.role(ADA[0], "Acme", title="Chief", started="2020", note=note)
    ledger.role("Bob Sample", "Acme", title="Assistant to Ada Example", started="2021")
    ledger.move(ADA[0], "Acme", "Globex", "2023", reasons=("money", "to join Bob Sample"))
    source = ledger.source("ada-example-leaves", "2023-05", **SOURCE)
    ledger.cite("role_id", role, source, **CITED)
    tell_of_evidence(connection, ledger, source)


def tell_of_evidence(connection: Connection, ledger: Ledger, source: int) -> None:
    """An offer to her, a work that bears her name, her part in it, a figure in her words."""
    ada, acme = ledger.person(ADA[0]), ledger.organisation("Acme")
    note = "as Bob Sample says"
    with changing(connection) as change:
        offer, _ = add_offer(change, NewOffer(acme, ada, at_least=5, currency="USD", note=note))
        work, _ = add_work(change, NewWork("The Ada Example Model", acme, note=note))
        add_work(change, NewWork("Example-1", acme))
        credit, _ = add_credit(change, NewCredit(ada, work, "heir of Bob Sample", note=note))
        figure, _ = add_figure(change, NewFigure("headcount", acme, 0.5e3, note=note))
    for column, id in (("offer", offer), ("work", work), ("credit", credit), ("figure", figure)):
        ledger.cite(f"{column}_id", id, source, **CITED)


def cells(text: str) -> set[str]:
    return {cell for row in csv.reader(io.StringIO(text)) for cell in row}


def test_no_file_holds_a_word_about_who_somebody_is(engine: Engine, tmp_path: Path) -> None:
    with engine.begin() as connection:
        tell(connection)
    with engine.connect() as connection:
        export_directory(connection, tmp_path / "folder", redact=True)
        for name in FORMATS:
            write_file(connection, tmp_path / "folder" / name, redact=True)
    for path in (tmp_path / "folder").iterdir():
        content = path.read_bytes().lower()
        for word in (*ADA, *SOURCE.values(), "ada ", "ada-", "bob", "glad", "#ada", "tester"):
            assert word.lower().encode() not in content, (path.name, word)
    assert {"Chief", "Acme", "Globex", "2023"} <= {
        cell
        for name in ("roles", "moves")
        for cell in cells((tmp_path / "folder" / f"{name}.csv").read_text(encoding="utf-8"))
    }


def test_a_pseudonym_is_the_same_in_every_export(connection: Connection, tmp_path: Path) -> None:
    tell(connection)
    folders = [tmp_path / "one", tmp_path / "two"]
    export_directory(connection, folders[0], redact=True)
    Ledger(connection).role("Aaron New", "Acme", started="2024")
    export_directory(connection, folders[1], redact=True)
    before, after = (
        set((folder / "people.csv").read_text(encoding="utf-8").splitlines()) for folder in folders
    )
    assert before < after and len(after - before) == 1


def test_a_redacted_export_can_be_imported(engine: Engine, tmp_path: Path) -> None:
    with engine.begin() as connection:
        tell(connection)
        export_directory(connection, tmp_path / "folder", redact=True)
    summary = taken(engine, sorted((tmp_path / "folder").glob("*.csv")))
    assert (summary.created["people"], summary.created["roles"]) == (2, 2)
    # Example-1 and the figure are known under their own names already.
    made = {"offers": 1, "works": 1, "credits": 1, "figures": 0, "citations": 5}
    assert {table: summary.created[table] for table in made} == made


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Assistant to ADA EXAMPLE, London", True),
        ("Ada", False),
        ("Example Ada", False),
        ("Chief of Staff", False),
        ("李伟的助理", True),
        ("李的助理", False),
    ],
)
def test_a_name_is_found_in_any_spelling_and_script(
    connection: Connection, text: str, named: bool
) -> None:
    ledger = Ledger(connection)
    for name in ("Ada Example", "李伟"):
        ledger.person(name)
    assert Redaction(connection).names_somebody(text) is named


def test_what_is_left_is_said(connection: Connection) -> None:
    ledger = Ledger(connection)
    ledger.role("Ada Example", "Ada Example Consulting")
    told = Redaction(connection).left(connection)
    assert "1 organisation bears the name of a person" in told
