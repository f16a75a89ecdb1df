"""Errors of the database that holds the ledger (exit code 5)."""

from dataclasses import dataclass

from talentdb.errors.base import TalentdbError


class LedgerRefuses(TalentdbError):
    exit_code = 5


@dataclass(eq=False)
class _AboutALedger(LedgerRefuses):
    ledger: str


class LedgerMissing(_AboutALedger):
    """A ledger that was named does not exist."""

    def __str__(self) -> str:
        return f"there is no ledger at {self.ledger}: `talentdb init {self.ledger}` makes one."


class NotALedger(_AboutALedger):
    """A directory, another kind of file, or another program's database."""

    def __str__(self) -> str:
        return f"{self.ledger} is not a talentdb ledger: name another with --db."


class LedgerNotUpgraded(_AboutALedger):
    """A ledger made by an older talentdb."""

    def __str__(self) -> str:
        return f"{self.ledger} was made by an older talentdb: run `talentdb upgrade` first."


class LedgerIsNewer(_AboutALedger):
    """A ledger made by a newer talentdb, whose tables are not known here."""

    def __str__(self) -> str:
        return f"{self.ledger} was made by a newer talentdb: update talentdb to use it."


class LedgerIsReadOnly(_AboutALedger):
    """A ledger that this user may read but not write."""

    def __str__(self) -> str:
        return f"{self.ledger} cannot be written: its file or folder is read-only for you."


class LedgerIsLocked(_AboutALedger):
    """Another process was writing, and did not finish in time."""

    def __str__(self) -> str:
        return f"{self.ledger} is being written by another process: try again when it is done."


@dataclass(eq=False)
class LedgerUnreachable(LedgerRefuses):
    """A ledger that cannot be opened: no permission, no server, a damaged file."""

    ledger: str
    why: str

    def __str__(self) -> str:
        return f"{self.ledger} cannot be opened: {self.why.rstrip('.')}."


@dataclass(eq=False)
class LedgerDiskRefuses(LedgerRefuses):
    """The disk under a ledger is full, or fails."""

    ledger: str
    why: str

    def __str__(self) -> str:
        return (
            f"the disk refuses to keep {self.ledger}: {self.why}. "
            "Nothing was written: make room and try again."
        )
