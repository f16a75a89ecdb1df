"""Which errors can a user cause, and with which exit code does each end?

    TalentdbError
    ├── exit 2, the command line alone is wrong
    │   ├── OptionMisused
    │   ├── UnknownChoice
    │   ├── NameRefused
    │   ├── DateNotUnderstood
    │   ├── DateIsAmbiguous
    │   └── AmountNotUnderstood
    ├── exit 3, a name is not found or is ambiguous
    │   ├── NameNotFound
    │   ├── NameIsAmbiguous
    │   ├── RecordNotFound
    │   └── CreationNotAllowed
    ├── exit 4, it contradicts the record or a rule
    │   ├── RuleBroken
    │   ├── EndsBeforeStart
    │   ├── LinkMakesLoop
    │   ├── RecordContradicted
    │   ├── StillNeeded
    │   ├── UndoRefused
    │   ├── ViaMakesLoop
    │   └── CsvRefused
    └── exit 5, the database
        ├── LedgerMissing
        ├── NotALedger
        ├── LedgerNotUpgraded
        ├── LedgerIsNewer
        ├── LedgerIsReadOnly
        ├── LedgerIsLocked
        ├── LedgerUnreachable
        └── LedgerDiskRefuses

Each holds data; the sentence (what is wrong, then what to do) is made in `__str__`.
"""

from talentdb.errors.base import TalentdbError
from talentdb.errors.command_line import (
    AmountNotUnderstood,
    DateIsAmbiguous,
    DateNotUnderstood,
    NameRefused,
    OptionMisused,
    UnknownChoice,
)
from talentdb.errors.ledger import (
    LedgerDiskRefuses,
    LedgerIsLocked,
    LedgerIsNewer,
    LedgerIsReadOnly,
    LedgerMissing,
    LedgerNotUpgraded,
    LedgerUnreachable,
    NotALedger,
)
from talentdb.errors.names import (
    CreationNotAllowed,
    NameIsAmbiguous,
    NameNotFound,
    RecordNotFound,
)
from talentdb.errors.record import (
    CsvRefused,
    EndsBeforeStart,
    LinkMakesLoop,
    Problem,
    RecordContradicted,
    RuleBroken,
    StillNeeded,
    UndoRefused,
    ViaMakesLoop,
)

__all__ = [
    "AmountNotUnderstood",
    "CreationNotAllowed",
    "CsvRefused",
    "DateIsAmbiguous",
    "DateNotUnderstood",
    "EndsBeforeStart",
    "LedgerDiskRefuses",
    "LedgerIsLocked",
    "LedgerIsNewer",
    "LedgerIsReadOnly",
    "LedgerMissing",
    "LedgerNotUpgraded",
    "LedgerUnreachable",
    "LinkMakesLoop",
    "NameIsAmbiguous",
    "NameNotFound",
    "NameRefused",
    "NotALedger",
    "OptionMisused",
    "Problem",
    "RecordContradicted",
    "RecordNotFound",
    "RuleBroken",
    "StillNeeded",
    "TalentdbError",
    "UndoRefused",
    "UnknownChoice",
    "ViaMakesLoop",
]
