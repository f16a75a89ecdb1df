"""What does a question ask: names become ids, words become a rule?"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from talentdb.cli.emptied import without
from talentdb.cli.invocation import invocation
from talentdb.cli.ledger import today
from talentdb.errors import OptionMisused, UnknownChoice

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection, Select

    from talentdb.dates import PartialDate
    from talentdb.queries.filters import Filter, MoveFilter
    from talentdb.queries.rule import Rule

FilterType = TypeVar("FilterType", bound="Filter")


def rule_asked(connection: "Connection", named: Iterable[int] = ()) -> "Rule":
    """The rule that the counting options spell.

    If it changes what spells and moves are, they are derived anew on this connection.
    """
    from talentdb.cli.basis import basis_asked, put_in_front
    from talentdb.queries.holdings import a_twin, link_kinds
    from talentdb.queries.rule import ROLLUPS, Rule
    from talentdb.schema.words import CONTINUITIES, COUNTED_CONTINUITIES, STATUSES

    options = invocation()
    since, until = window_asked()
    continuities = words_asked("continuity", options["continuity"], (*CONTINUITIES, "any"))
    if "any" in continuities:
        continuities = CONTINUITIES
    rollup = word_asked("rollup", options["rollup"], ROLLUPS) or "renames"
    basis = put_in_front(connection, basis_asked())
    return Rule(
        as_of=as_of_asked(connection),
        since=since,
        until=until,
        rollup=rollup,
        exact=bool(options["exact"]),
        named=tuple(dict.fromkeys(named)),
        statuses=words_asked("status", options["status"], STATUSES) or basis.statuses,
        continuities=continuities or COUNTED_CONTINUITIES,
        unique_people=bool(options["unique_people"]),
        basis=basis,
        linked=tuple(connection.execute(link_kinds()).scalars()),
        twinned=connection.scalar(a_twin()) is not None,
    )


def window_asked() -> "tuple[date | None, date | None]":
    """The first and the last day that `--since` and `--until` name."""
    since, until = day_asked("since", latest=False), day_asked("until", latest=True)
    if since and until and until < since:
        raise OptionMisused(f"--until {until} lies before --since {since}: turn them round.")
    return since, until


def as_of_asked(connection: "Connection") -> "date":
    """The day that `--as-of` names, else the last day that the ledger speaks of."""
    from talentdb.queries.as_of import as_of_default, last_day_kept, last_days

    given, known_by = day_asked("as_of", latest=True), day_asked("known_by", latest=True)
    last = given or (None if known_by else connection.scalar(last_day_kept()))
    last = last or connection.scalar(last_days())
    return given or as_of_default(last, min(today(), known_by or today()))


def day_asked(option: str, latest: bool) -> "date | None":
    """The first or the last day of the date that an option names."""
    from talentdb.dates import read

    if (text := invocation()[option]) is None:
        return None
    date = read(text)
    day = date.latest if latest else date.earliest
    if day is None:
        name = option.replace("_", "-")
        raise OptionMisused(f"--{name} {text!r} has no {'last' if latest else 'first'} day.")
    return day


def date_asked(text: str | None) -> "PartialDate | None":
    """The date that an option names, as people write dates."""
    from talentdb.dates import read

    return None if text is None else read(text)


def end_asked(text: str | None) -> "PartialDate | None":
    """The end that an option names; it may be `now`."""
    from talentdb.dates import read_end

    return None if text is None else read_end(text)


def words_asked(what: str, given: Sequence[str] | None, known: Sequence[str]) -> tuple[str, ...]:
    """The given words, perhaps several with commas between. Raises UnknownChoice for another."""
    return tuple(_word(what, word, known) for words in given or () for word in words.split(","))


def word_asked(what: str, given: str | None, known: Sequence[str]) -> str | None:
    """The given word, which must be one of those known; None if none was given."""
    return None if given is None else _word(what, given, known)


def _word(what: str, given: str, known: Sequence[str]) -> str:
    word = given.strip().lower().replace(" ", "_")
    if word not in known:
        raise UnknownChoice(what, given, known)
    return word


def people_asked(connection: "Connection", names: Sequence[str] | None) -> tuple[int, ...]:
    """The ids of the people named."""
    from talentdb.queries.resolve import person

    return tuple(person(connection, name) for name in listed(names))


def organisations_asked(connection: "Connection", names: Sequence[str] | None) -> tuple[int, ...]:
    """The ids of the organisations named, each under its newest name."""
    from talentdb.queries.resolve import by_newest_name, organisation

    found = (organisation(connection, name) for name in listed(names))
    return tuple(by_newest_name(connection, id) for id in found)


def listed(names: Sequence[str] | None) -> Iterator[str]:
    """The names, those in a file that `@labs.txt` stands for too (a name a line)."""
    from pathlib import Path

    for name in names or ():
        if not name.startswith("@"):
            yield name
            continue
        try:
            text = Path(name[1:]).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as problem:
            why = getattr(problem, "strerror", None) or "it is no UTF-8"
            raise OptionMisused(f"{name}: the list of names cannot be read: {why}.") from problem
        found = [line.strip() for line in text.splitlines() if line.strip()]
        if not found:
            raise OptionMisused(f"{name} names nobody: write a name a line.")
        yield from found


def move_filter_asked(
    connection: "Connection", names: Mapping[str, Sequence[str] | None], **words: Any
) -> "MoveFilter":
    """The filter that the options of a question about moves spell.

    `names` are the options that name people or organisations, `words` all the others.
    """
    from talentdb.queries.filters import MoveFilter
    from talentdb.queries.resolve import existing
    from talentdb.schema import change_sets
    from talentdb.schema.words import MANNERS, ORIGINS, ROLE_KINDS

    changes = words.get("change") or ()
    bodies = {
        option: organisations_asked(connection, names.get(option))
        for option in ("organisation", "from_", "to", "counterpart")
    }
    named = [id for ids in bodies.values() for id in ids]
    return MoveFilter(
        rule=rule_asked(connection, named),
        person=people_asked(connection, names.get("person")),
        kind=words_asked("kind of role", words.get("kind"), ROLE_KINDS),
        manner=words_asked("manner", words.get("manner"), MANNERS),
        origin=words_asked("origin", words.get("origin"), ORIGINS),
        tag=tuple(words.get("tag") or ()),
        change=tuple(existing(connection, "change", change_sets, id) for id in changes),
        possible=bool(words.get("possible")),
        uncited=bool(words.get("uncited")),
        **bodies,
    )


def what_emptied(
    connection: "Connection",
    filter: FilterType,
    statement: "Callable[[FilterType], Select[Any]]",
) -> Callable[[], Iterator[str]]:
    """For an empty answer: how many rows there would be without each option."""
    from sqlalchemy import func, select

    def without_each() -> Iterator[str]:
        for option, relaxed in filter.relaxed():
            rows = statement(relaxed).order_by(None).subquery()
            count = connection.scalar(select(func.count()).select_from(rows))
            if count:
                yield without(option, count)

    return without_each
