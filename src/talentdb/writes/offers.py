"""How is money that was put on the table recorded?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from talentdb.dates import PartialDate
from talentdb.errors import RuleBroken
from talentdb.names import kept
from talentdb.schema import offers
from talentdb.writes.change_sets import ChangeSet
from talentdb.writes.dated import date_columns
from talentdb.writes.firm import MONEY
from talentdb.writes.roles import Outcome
from talentdb.writes.stated import stated

# Only of what is not sure may the currency be unknown.
NOT_SURE = ("rumoured", "denied")
_AMOUNTS = {name: MONEY[name] for name in ("at_least", "at_most", "currency")}
_FIRM = {**_AMOUNTS, "outcome": ("unknown", "pending")}


@dataclass(frozen=True)
class NewOffer:
    """Money offered by an organisation to a person, or to somebody unnamed at another one."""

    organisation_id: int
    person_id: int | None = None
    at_organisation_id: int | None = None
    kind: str | None = None
    date: PartialDate | None = None
    at_least: int | None = None
    at_most: int | None = None
    currency: str | None = None
    outcome: str | None = None
    status: str | None = None
    note: str | None = None


def add_offer(change: ChangeSet, new: NewOffer) -> tuple[int, Outcome]:
    """The offer's id, and what was done to it.

    It is the same if by whom, to whom, where, kind and date are. Raises RuleBroken for amounts
    that `refuse_amounts` refuses, RecordContradicted for another amount or outcome than recorded.
    """
    key = {
        "organisation_id": new.organisation_id,
        "person_id": new.person_id,
        "at_organisation_id": new.at_organisation_id,
        "kind": new.kind,
        "date": new.date.text if new.date else None,
    }
    names = ("at_least", "at_most", "outcome", "status")
    given = {
        **{name: getattr(new, name) for name in names},
        **date_columns("date", new.date),
        "currency": kept(new.currency),
        "note": kept(new.note),
    }
    return stated(change, offers, key, given, {"outcome": "unknown"}, refuse_amounts, _FIRM)


def refuse_amounts(row: Mapping[str, Any]) -> None:
    """Raises RuleBroken for at least more than at most, and for a sure amount of no currency."""
    least, most = row["at_least"], row["at_most"]
    if least is not None and most is not None and least > most:
        raise RuleBroken(f"at least {least:,} is more than at most {most:,}: turn them round.")
    refuse_sure_amount_without_currency(row, (least, most), "offer")


def refuse_sure_amount_without_currency(
    row: Mapping[str, Any], amounts: Sequence[int | None], noun: str
) -> None:
    """Raises RuleBroken for an amount without a currency of what is more than a rumour."""
    if all(amount is None for amount in amounts) or row["currency"] is not None:
        return
    if row["status"] not in NOT_SURE:
        raise RuleBroken(
            "an amount needs a currency, such as USD: "
            f"it may be unknown only while the {noun} is rumoured."
        )
