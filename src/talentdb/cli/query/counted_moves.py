"""How is the number of moves said in one sentence? (`query moves -f sentence`)"""

from dataclasses import replace
from typing import TYPE_CHECKING

from talentdb.cli.query.noted import left_out, said_of_named
from talentdb.cli.query.sentence import say_sentences, sources_behind

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from talentdb.output.sentences import Sentence
    from talentdb.queries.filters import MoveFilter


def say_moves(connection: "Connection", filter: "MoveFilter") -> None:
    """Prints the sentence, with what the ledger remarks on the organisations named."""
    footnote = "; ".join((rule_in_full(filter), *said_of_named(connection, filter)))
    say_sentences([said_of(connection, filter)], footnote, lambda: left_out(connection, filter))


def said_of(connection: "Connection", filter: "MoveFilter") -> "tuple[Sentence, list[str]]":
    """How many certain moves there are, as a sentence, with all their sources."""
    from talentdb.output.sentences import of_moves
    from talentdb.queries.footnotes import sources_of_moves
    from talentdb.queries.left_out import moves_left_out
    from talentdb.queries.moves import moves

    rows = connection.execute(moves(replace(filter, possible=False))).all()
    possible = connection.execute(moves_left_out(filter)).one().possible
    sources = sources_behind(connection, sources_of_moves, [row.id for row in rows])
    return of_moves(sides_in_words(connection, filter), len(rows), possible), sources


def sides_in_words(connection: "Connection", filter: "MoveFilter") -> str:
    """Whose moves from where to where are asked about, such as `of Ada Example to Globex`."""
    from talentdb.queries.names import PERSON, name_of

    people = [connection.scalar(name_of(id, PERSON)) for id in filter.person]
    parts = [f"of {' or '.join(map(str, people))}"] if people else []
    for word, ids in (
        ("to or from", filter.organisation),
        ("from", filter.from_),
        ("to", filter.to),
    ):
        if ids:
            names = [str(connection.scalar(name_of(id))) for id in ids]
            parts.append(f"{word} {' or '.join(names)}")
    return " ".join(parts)


def rule_in_full(filter: "MoveFilter") -> str:
    """The rule line, with what else narrowed the question."""
    narrowed = {
        name: getattr(filter, name) for name in ("kind", "manner", "origin", "tag", "change")
    }
    words = [f"{name} {' or '.join(map(str, given))}" for name, given in narrowed.items() if given]
    words += ["uncited"] if filter.uncited else []
    return " · ".join((filter.rule.line(), *words))
