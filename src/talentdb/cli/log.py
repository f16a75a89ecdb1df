"""`talentdb log`: who wrote what, when and why."""

from datetime import datetime, time
from typing import Annotated, Any

import typer

from talentdb.cli import options
from talentdb.cli.asked import date_asked
from talentdb.cli.ledger import reading
from talentdb.cli.show import show_result, show_statement
from talentdb.errors import OptionMisused
from talentdb.output.fields import columns
from talentdb.output.result import Result


def log(
    change: Annotated[
        int | None, typer.Argument(metavar="[CHANGE]", help="One change, row by row.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only from this day on.")
    ] = None,
    actor: Annotated[
        str | None, typer.Option("--actor", metavar="NAME", help="Only by this one.")
    ] = None,
    person: options.AboutPerson = None,
    organisation: options.AboutOrganisation = None,
) -> None:
    """List what was written, latest first; with a number, one change row by row.

    Example: talentdb log --since 2025-07
    """
    with reading() as connection:
        if change is not None:
            from talentdb.cli.history import FIELDS, files_read, lines_of

            lines = [*files_read(connection, change), *lines_of(connection, change)]
            show_result(Result(columns(FIELDS), lines))
            return
        from talentdb.queries.log import log as logged
        from talentdb.queries.resolve import organisation as organisation_called
        from talentdb.queries.resolve import person as person_called

        about: dict[str, Any] = {}
        if person is not None:
            about["person_id"] = person_called(connection, person)
        if organisation is not None:
            about["organisation_id"] = organisation_called(connection, organisation)
        statement = logged(day_begun(since), actor, **about)
        show_statement(connection, statement)


def day_begun(text: str | None) -> datetime | None:
    """The first moment (UTC) of the date that `--since` names."""
    date = date_asked(text)
    if date is None:
        return None
    if date.earliest is None:
        raise OptionMisused(f"--since {text!r} has no first day.")
    return datetime.combine(date.earliest, time.min)
