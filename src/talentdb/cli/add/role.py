"""`talentdb add role`: a person at an organisation."""

from talentdb.cli import options
from talentdb.cli.asked import date_asked, end_asked, word_asked
from talentdb.cli.cited import cite
from talentdb.cli.confirm import confirm
from talentdb.cli.ledger import planning, writing
from talentdb.cli.saying import said, undo_with
from talentdb.cli.terminal import say


def add_role(
    person: options.OnePerson,
    organisation: options.OneOrganisation,
    title: options.Title = None,
    kind: options.OneRoleKind = None,
    started: options.Started = None,
    ended: options.RoleEnded = None,
    seen: options.Seen = None,
    status: options.Status = None,
    remark: options.Note = None,
    create: options.Create = False,
) -> None:
    """Record a role; one that is known already is refined.

    Example: talentdb add role "Ada Example" Acme --title Engineer --started 2023-05 --ended now
    """
    from talentdb.queries.names import ORGANISATION, PERSON
    from talentdb.schema.words import ROLE_KINDS, STATUSES
    from talentdb.writes.roles import NewRole, Roles
    from talentdb.writes.wanted import found_or_created

    of_kind = word_asked("kind of role", kind, ROLE_KINDS) or "employment"
    sure = word_asked("status", status, STATUSES)
    dates = date_asked(started), end_asked(ended), date_asked(seen)
    plan(person, organisation, title, create)
    with writing() as change:
        owner = found_or_created(change, PERSON, person)
        place = found_or_created(change, ORGANISATION, organisation)
        roles = Roles(change, [owner])
        stated = roles.state(NewRole(owner, place, title, of_kind, *dates, sure, remark))
        roles.write()
        cited = cite(change, "role_id", stated.held.key, sure)
        change.people |= {owner} if cited else set()
        what = said(stated.outcome, cited, change.updated["citations"])
        say(f"role:{stated.held.key}  {person}, {title or 'role'} at {organisation}: {what}")
        undo_with(change)


def plan(person: str, organisation: str, title: str | None, create: bool) -> None:
    """Asks, before anything begins, if something new would be created."""
    from talentdb.queries.names import ORGANISATION, PERSON
    from talentdb.writes.wanted import wanted

    with planning() as connection:
        names = [wanted(connection, PERSON, person), wanted(connection, ORGANISATION, organisation)]
    confirm([f"{person}: {title or 'a role'} at {organisation}"], names, create)
