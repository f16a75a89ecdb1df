"""How do rows become offers, works, credits and figures?"""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import select

from talentdb.errors import TalentdbError
from talentdb.imports.agreement import Agreement
from talentdb.imports.order import finest_first
from talentdb.imports.problems import Row
from talentdb.imports.work import MENTIONS, Stated, Work
from talentdb.names import name_key
from talentdb.schema import works
from talentdb.writes.figures import NewFigure, add_figure
from talentdb.writes.offers import NewOffer, add_offer
from talentdb.writes.roles import Outcome
from talentdb.writes.shelf import Held
from talentdb.writes.works import NewCredit, NewWork, add_credit, add_work

Ids = dict[str, int | None]
_AGREE = {
    "offers": ("at_least", "at_most", "currency", "outcome", "status", "note"),
    "works": ("date", "makers_known", "note"),
    "credits": ("status", "note"),
    "figures": ("qualifier", "n", "note"),
}
_REFERENCES = {
    "offers": "offer_id",
    "works": "work_id",
    "credits": "credit_id",
    "figures": "figure_id",
}


def state_made(work: Work) -> None:
    """Writes the offers, works, credits and figures, in this order: credits rest on works."""
    statements: dict[str, Callable[[Row, Ids], tuple[int, Outcome] | None]] = {
        "offers": lambda row, ids: add_offer(work.change, _offer(row, ids)),
        "works": lambda row, ids: add_work(work.change, _work(row, ids)),
        "credits": lambda row, ids: _credit(work, row, ids),
        "figures": lambda row, ids: add_figure(work.change, _figure(row, ids)),
    }
    for kind, state in statements.items():
        agreement = Agreement(_AGREE[kind], work.problems)
        for row, ids in _meant(work, kind):
            try:
                done = state(row, ids)
            except TalentdbError as error:
                work.problems.refused(row, error)
                continue
            if done is None:
                continue
            id, outcome = done
            row.became(outcome)
            agreement.check(row, id)
            work.stated.append(Stated(row, _REFERENCES[kind], Held({}, id), None))


def _meant(work: Work, kind: str) -> Iterator[tuple[Row, Ids]]:
    """The rows of a kind with the ids of those whom they name; unclear ones are left out."""
    for row in finest_first(work.sound(kind)):
        ids = {column: work.meant(row, column, noun) for column, noun in MENTIONS[kind]}
        if work.problems.sound([row]):
            yield row, ids


def _one(ids: Ids, column: str) -> int:
    id = ids[column]
    assert id is not None
    return id


def _offer(row: Row, ids: Ids) -> NewOffer:
    names = ("kind", "date", "at_least", "at_most", "currency", "outcome", "status", "note")
    given: dict[str, Any] = {name: row.values[name] for name in names}
    return NewOffer(_one(ids, "by"), ids["person"], ids["at"], **given)


def _work(row: Row, ids: Ids) -> NewWork:
    given: dict[str, Any] = {name: row.values[name] for name in ("date", "makers_known", "note")}
    return NewWork(row.values["work"], _one(ids, "by"), **given)


def _credit(work: Work, row: Row, ids: Ids) -> tuple[int, Outcome] | None:
    found = select(works.c.id).where(works.c.name_key == name_key(row.values["work"]))
    if ids["by"] is not None:
        found = found.where(works.c.organisation_id == ids["by"])
    known = work.change.connection.execute(found.order_by(works.c.id)).scalars().all()
    if len(known) == 1:
        new = NewCredit(
            _one(ids, "person"),
            known[0],
            row.values["as"],
            row.values["status"],
            row.values["note"],
        )
        return add_credit(work.change, new)
    if known:
        work.problems.about(row, "work", "several are called so; say by which organisation")
    elif work.problems.among(work.rows["works"]):
        work.problems.reject(row)
    else:
        work.problems.about(row, "work", "no such work is recorded; put it into works.csv")
    return None


def _figure(row: Row, ids: Ids) -> NewFigure:
    names = ("qualifier", "n", "since", "until", "note")
    given: dict[str, Any] = {name: row.values[name] for name in names}
    return NewFigure(
        row.values["metric"],
        _one(ids, "organisation"),
        row.values["published"],
        ids["counterpart"],
        **given,
    )
