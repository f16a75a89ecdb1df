"""`talentdb add work` and `add credit`: what people made, and who made it."""

from talentdb.cli import evidence_options as more
from talentdb.cli import options
from talentdb.cli.add.plan import plan
from talentdb.cli.asked import date_asked, word_asked
from talentdb.cli.cited import cite
from talentdb.cli.ledger import writing
from talentdb.cli.saying import said, undo_with
from talentdb.cli.terminal import say


def add_work(
    name: more.WorkName,
    by: more.MadeBy,
    on: more.CameOut = None,
    makers_known: more.MakersKnown = None,
    remark: options.Note = None,
    create: options.Create = False,
) -> None:
    """Record a work, such as a model or a paper, and where it was made.

    Example: talentdb add work "Example-1" --by Acme --on 2024-05
    """
    from talentdb.queries.names import ORGANISATION
    from talentdb.schema.words import MAKERS_KNOWN
    from talentdb.writes.wanted import found_or_created
    from talentdb.writes.works import NewWork
    from talentdb.writes.works import add_work as record

    known = word_asked("makers known", makers_known, MAKERS_KNOWN)
    date = date_asked(on)
    plan(f"{name}, made at {by}", {by: ORGANISATION}, create)
    with writing() as change:
        place = found_or_created(change, ORGANISATION, by)
        id, what = record(change, NewWork(name, place, date, known, remark))
        cited = cite(change, "work_id", id)
        say(f"work:{id}  {name}, by {by}: {said(what, cited)}")
        undo_with(change)


def add_credit(
    person: options.OnePerson,
    work: more.Work,
    credited_as: more.CreditedAs = None,
    by: more.MadeByOne = None,
    status: options.Status = None,
    remark: options.Note = None,
    create: options.Create = False,
) -> None:
    """Record that a person is credited with a work.

    Example: talentdb add credit "Ada Example" "Example-1" --as contributor
    """
    from talentdb.queries.names import PERSON
    from talentdb.queries.resolve import organisation
    from talentdb.queries.works import work as work_called
    from talentdb.schema.words import STATUSES
    from talentdb.writes.wanted import found_or_created
    from talentdb.writes.works import NewCredit
    from talentdb.writes.works import add_credit as record

    sure = word_asked("status", status, STATUSES)
    plan(f"{person} made {work}", {person: PERSON}, create)
    with writing() as change:
        place = organisation(change.connection, by) if by else None
        made = work_called(change.connection, work, place)
        owner = found_or_created(change, PERSON, person)
        id, what = record(change, NewCredit(owner, made, credited_as, sure, remark))
        cited = cite(change, "credit_id", id, sure)
        as_what = f", {credited_as}" if credited_as else ""
        say(f"credit:{id}  {person}, {work}{as_what}: {said(what, cited)}")
        undo_with(change)
