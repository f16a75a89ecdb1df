"""`talentdb query moves`: who moved where?"""

from talentdb.cli import options
from talentdb.cli.asked import move_filter_asked, what_emptied
from talentdb.cli.ledger import reading
from talentdb.cli.query.counted_moves import say_moves
from talentdb.cli.query.dissent import with_dissent
from talentdb.cli.query.noted import left_out, notes_if_read
from talentdb.cli.query.sentence import sentences_asked
from talentdb.cli.show import show_statement

HIDDEN = (
    "id",
    "person_id",
    "from_id",
    "to_id",
    "from_title",
    "to_title",
    "gap_days",
    "origin",
    "manner",
    "reasons",
    "citations",
)


def query_moves(
    person: options.Person = None,
    organisation: options.Organisation = None,
    from_: options.From = None,
    to: options.To = None,
    kind: options.RoleKind = None,
    manner: options.Manner = None,
    origin: options.Origin = None,
    tag: options.Tag = None,
    change: options.Change = None,
    possible: options.Possible = False,
    uncited: options.Uncited = False,
) -> None:
    """List moves: who left which organisation for which, when.

    Example: talentdb query moves --to Meta --since 2025
    """
    with reading() as connection:
        from talentdb.queries.moves import moves

        names = {"person": person, "organisation": organisation, "from_": from_, "to": to}
        words = {"kind": kind, "manner": manner, "origin": origin, "tag": tag, "change": change}
        more = {"possible": possible, "uncited": uncited}
        filter = move_filter_asked(connection, names, **words, **more)
        if sentences_asked():
            say_moves(connection, filter)
            return
        show_statement(
            connection,
            moves(filter),
            HIDDEN,
            rule=filter.rule.line(),
            notes=notes_if_read(lambda: left_out(connection, filter, listed=True)),
            when_empty=what_emptied(connection, filter, moves),
            watch=with_dissent(connection, "move"),
        )
