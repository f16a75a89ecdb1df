"""`talentdb remove offer`, `work`, `credit`, `figure`."""

from talentdb.cli import evidence_options as more
from talentdb.cli.edit.changing import by_id
from talentdb.cli.edit.work import by_work
from talentdb.cli.references import record_id
from talentdb.cli.remove.records import WithFacts, take_out


def remove_offer(offer: more.OfferId) -> None:
    """Remove an offer, with what is cited for it.

    Example: talentdb remove offer offer:1
    """
    take_out("offers", by_id(record_id("offer", offer)))


def remove_work(work: more.Work, with_facts: WithFacts = False) -> None:
    """Remove a work; one with credits only --with-facts.

    Example: talentdb remove work "Example-1" --with-facts
    """
    take_out("works", by_work(work), with_facts)


def remove_credit(credit: more.CreditId) -> None:
    """Remove a credit.

    Example: talentdb remove credit credit:1
    """
    take_out("credits", by_id(record_id("credit", credit)))


def remove_figure(figure: more.FigureId) -> None:
    """Remove a published statistic.

    Example: talentdb remove figure figure:1
    """
    take_out("figures", by_id(record_id("figure", figure)))
