"""What do the cells of every row mean, and which cannot be understood?"""

from collections.abc import Mapping, Sequence

from talentdb.errors import TalentdbError, UnknownChoice
from talentdb.imports.kinds import ALL_KINDS, Kind
from talentdb.imports.problems import Problems, Row, message_of
from talentdb.queries.changes import NOUNS
from talentdb.queries.claimed import CLAIMED
from talentdb.writes.claims import Claim, claimed_value


def check_cells(rows: Mapping[str, Sequence[Row]], problems: Problems) -> None:
    """Gives every row its values; a cell that cannot be understood is a problem."""
    for word, of_kind in rows.items():
        kind = ALL_KINDS[word]
        for row in problems.sound(of_kind):
            check_row(row, kind, problems)


def check_row(row: Row, kind: Kind, problems: Problems) -> None:
    """Gives a row its values; a cell that cannot be understood is a problem."""
    for column in kind.never_blank:
        if not row.texts.get(column):
            problems.about(row, column, f"it is blank; {kind.word} need it in every row")
    for column, reader in kind.columns.items():
        cell = row.texts.get(column)
        try:
            row.values[column] = reader(cell) if cell else None
        except TalentdbError as error:
            problems.about(row, column, message_of(error))
    if kind.word == "citations":
        _check_claim(row, problems)


def _check_claim(row: Row, problems: Problems) -> None:
    field, value = row.texts.get("field"), row.texts.get("value")
    if field and value:
        _check_claimed_value(row, problems)
    if bool(field) != bool(value):
        column, other = ("value", "field") if field else ("field", "value")
        problems.about(row, column, f"it is blank but {other} is not: both say one thing")


def _check_claimed_value(row: Row, problems: Problems) -> None:
    """A source may speak of the fields that its kind of fact has, in the form that they have."""
    word = (row.texts.get("fact") or "").partition("|")[0].strip().lower()
    tables = [table for table in CLAIMED if NOUNS[table.name].endswith(word)] if word else []
    if not tables:
        return  # the fact itself is a problem, told when it is looked for
    claim = Claim("", field=row.texts["field"], value=row.texts["value"])
    try:
        row.values["value"] = claimed_value(tables[0], claim)
    except TalentdbError as error:
        of_field = isinstance(error, UnknownChoice) and error.what == "field"
        column = "field" if of_field else "value"
        problems.about(row, column, message_of(error))
