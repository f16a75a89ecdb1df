"""`talentdb remove …`: take a record out of the ledger; `undo` brings it back."""

from talentdb.cli.remove import made, records
from talentdb.cli.remove.records import remove

__all__ = ["made", "records", "remove"]
