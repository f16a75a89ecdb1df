"""What stands on the card of an offer, a work, a credit, a figure, a link?"""

from typing import TYPE_CHECKING

from talentdb.cli.asked import as_of_asked
from talentdb.cli.cards import listed
from talentdb.cli.cards_of_facts import evidence_list, over_time, the_row
from talentdb.money import shown
from talentdb.output.card import Card
from talentdb.output.fields import columns
from talentdb.output.result import Result

if TYPE_CHECKING:
    from sqlalchemy import Connection


def backing(connection: "Connection", word: str, id: int) -> list[tuple[str, Result]]:
    """What every source says of a fact, and when that changed how sure it is."""
    from sqlalchemy import literal

    from talentdb.queries.evidence import about
    from talentdb.queries.fact_details import evidence

    condition = about(word, literal(id))
    return [
        ("status_over_time", over_time(connection, condition)),
        ("evidence", evidence_list(connection, evidence(condition))),
    ]


def offer_card(connection: "Connection", id: int) -> Card:
    """One offer and what every source says of it."""
    from talentdb.queries.offers import offer_row

    row = the_row(connection, offer_row(id), "offer", id)
    told = ("at_least", "at_most", "currency", "kind", "outcome", "date", "status", "note")
    facts = [(name, row[name]) for name in ("id", "by", "person", "at", *told)]
    money = shown(row["at_least"], row["at_most"], row["currency"]) or "?"
    whom = row["person"] or f"somebody at {row['at'] or '?'}"
    return Card(f"{row['by']} to {whom}: {money}", facts, backing(connection, "offer", id))


def work_card(connection: "Connection", id: int) -> Card:
    """One work, who made it, and where they are now."""
    from talentdb.metrics.works import result, statement
    from talentdb.queries.filters import Filter
    from talentdb.queries.rule import Rule
    from talentdb.queries.works import work_row

    row = the_row(connection, work_row(id), "work", id)
    rule = Rule(as_of_asked(connection))
    rows = connection.execute(statement(Filter(rule), (id,))).all()
    made = result(rows)[0].made
    makers = [(r.person, r.state, r.now_at, r.now_title) for r in rows if r.person is not None]
    facts = [
        ("id", id),
        ("work", row["name"]),
        ("organisation", row["organisation"]),
        ("date", row["date"]),
        ("makers_known", row["makers_known"]),
        ("credited", made.credited),
        ("left", made.left),
        ("share_left", made.share_left),
        ("as_of", rule.as_of.isoformat()),
        ("note", row["note"]),
    ]
    makers_list = Result(columns(("person", "state", "now_at", "now_title")), makers)
    return Card(row["name"], facts, [("makers", makers_list), *backing(connection, "work", id)])


def credit_card(connection: "Connection", id: int) -> Card:
    """One credit and what every source says of it."""
    from talentdb.queries.works import credit_row

    row = the_row(connection, credit_row(id), "credit", id)
    facts = [(name, row[name]) for name in ("id", "person", "work", "organisation")]
    facts += [("as", row["credited_as"]), ("status", row["status"]), ("note", row["note"])]
    return Card(f"{row['person']}, {row['work']}", facts, backing(connection, "credit", id))


def figure_card(connection: "Connection", id: int) -> Card:
    """One published statistic and who published it."""
    from talentdb.queries.figures import figure_row, in_words, value_of

    row = the_row(connection, figure_row(id), "figure", id)
    told = ("qualifier", "n", "since", "until", "note")
    facts = [("id", id), ("metric", row["metric"])]
    facts += [(name, row[name]) for name in ("organisation", "counterpart")]
    facts += [("published", value_of(row["published"])), *((name, row[name]) for name in told)]
    kinds = {"published": "amount"}  # with no more digits than it was published with
    return Card(in_words(row), facts, backing(connection, "figure", id), kinds)


def link_card(connection: "Connection", id: int) -> Card:
    """One link; of a deal also the moves that came with it."""
    from talentdb.queries.deals import link_row, moves_with
    from talentdb.queries.rule import Rule
    from talentdb.schema.words import CONTINUITIES

    row = the_row(connection, link_row(id), "link", id)
    told = ("started", "ended", "amount", "currency", "status", "note")
    facts = [(name, row[name]) for name in ("id", "organisation", "link", "other", *told)]
    sections = backing(connection, "link", id)
    if row["link"] in ("acquired", "invested-in"):
        sides = (row["organisation_id"], row["other_id"])
        rule = Rule(as_of_asked(connection), named=sides, continuities=CONTINUITIES)
        moves = listed(connection, moves_with(row, rule))
        sections = [("moves", moves), *sections]
    return Card(f"{row['organisation']} {row['link']} {row['other']}", facts, sections)
