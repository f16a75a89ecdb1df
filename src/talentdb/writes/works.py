"""How is recorded what people made, and who is credited with it?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from talentdb.dates import PartialDate
from talentdb.names import kept, name_key, named, search_key
from talentdb.schema import credits, works
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.dated import date_columns
from talentdb.writes.roles import Outcome
from talentdb.writes.stated import stated


@dataclass(frozen=True)
class NewWork:
    """Something that was made at an organisation; `makers_known` is `all` or `some`."""

    name: str
    organisation_id: int
    date: PartialDate | None = None
    makers_known: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class NewCredit:
    """A person credited with a work, as something or without saying as what."""

    person_id: int
    work_id: int
    credited_as: str | None = None
    status: str | None = None
    note: str | None = None


def add_work(change: ChangeSet, new: NewWork) -> tuple[int, Outcome]:
    """The work's id, and what was done to it; one name at one organisation is one work.

    Raises NameRefused for a name that cannot be kept, RecordContradicted for another date.
    """
    name = named(new.name)
    key = {"name_key": name_key(name), "organisation_id": new.organisation_id}
    given = {
        **date_columns("date", new.date),
        "makers_known": new.makers_known,
        "note": kept(new.note),
    }
    default = {"makers_known": "some", "name": name, "search_key": search_key(name)}
    firm = {"date": (), "makers_known": ("some",)}
    return stated(change, works, key, given, default, _anything, firm)


def add_credit(change: ChangeSet, new: NewCredit) -> tuple[int, Outcome]:
    """The credit's id, and what was done to it; of one person, work and part there is one."""
    key = {
        "person_id": new.person_id,
        "work_id": new.work_id,
        "credited_as": kept(new.credited_as),
    }
    given = {"status": new.status, "note": kept(new.note)}
    return stated(change, credits, key, given, {}, _anything, {})


def _anything(row: Mapping[str, Any]) -> None:
    """No rule of its own."""
