"""How do the rows of names.csv become other names, and who is named nowhere but in facts?"""

from array import array
from collections import Counter
from collections.abc import Callable

from sqlalchemy import select

from talentdb.errors import TalentdbError
from talentdb.imports.problems import Row
from talentdb.imports.rosters import usual_spelling
from talentdb.imports.work import Mention, Work, mentions
from talentdb.queries.names import ORGANISATION, PERSON, Noun
from talentdb.writes.named import NAME_COLUMNS, named_rows
from talentdb.writes.names import add_alias
from talentdb.writes.refined import refine

Owner = tuple[Noun, int]


def add_names(work: Work) -> None:
    """Writes other names, then everybody who is mentioned and still unknown.

    A name may be given to somebody by another name of the same file, in any order.
    """
    waiting = _add_known(work, work.sound("names"))
    for noun in (PERSON, ORGANISATION) if waiting else ():
        register = work.register(noun)
        owners = {register.key(row.values["of"]) for row in waiting}
        given = {register.key(row.values["name"]) for row in waiting}
        # Whoever is named by what another row gives is not new, unless the rows run in a circle.
        _create_mentioned(work, noun, owners - given or owners)
    for row in _add_known(work, waiting):
        _owner(work, row)
    for row in work.sound("names"):
        # What one row adds may make the owner of another unclear, whichever came first.
        _owner(work, row)
    for noun in (PERSON, ORGANISATION):
        _create_mentioned(work, noun, None)


def _add_known(work: Work, waiting: list[Row]) -> list[Row]:
    """Adds the names whose owner is clear, in rounds; those that remain come back."""
    while waiting:
        owners = {id(row): _owners(work, row) for row in waiting}
        ready = [row for row in waiting if len(owners[id(row)]) == 1]
        if not ready:
            break
        for row in sorted(ready, key=_content):
            _add(work, row, *owners[id(row)][0])
        waiting = [row for row in waiting if len(owners[id(row)]) != 1]
    return waiting


def _content(row: Row) -> list[tuple[str, str]]:
    return sorted(row.texts.items())


def _owners(work: Work, row: Row) -> list[Owner]:
    text = row.values["of"]
    return [(noun, id) for noun in (PERSON, ORGANISATION) for id in work.register(noun).ids(text)]


def _owner(work: Work, row: Row) -> None:
    """Says what is wrong with a name that is nobody's, or may be several's."""
    owners = _owners(work, row)
    if len(owners) == 1:
        return
    if not owners:
        message = "nobody has this name: put it into people.csv or organisations.csv"
    else:
        told = "; ".join(work.register(noun).candidates([id]) for noun, id in owners)
        nouns = " or ".join(f"{noun.word}:ID" for noun in dict.fromkeys(noun for noun, _ in owners))
        message = f"several match ({told}): write {nouns}"
    work.problems.about(row, "of", message)


def _add(work: Work, row: Row, noun: Noun, owner_id: int) -> None:
    name, started, ended = (row.values[column] for column in ("name", "started", "ended"))
    try:
        if add_alias(work.change, noun, owner_id, name, started, ended) is not None:
            row.became("created")
        elif _is_refined(work, noun, owner_id, row):
            row.became("updated")
    except TalentdbError as error:
        work.problems.refused(row, error)
        return
    work.register(noun).learn_other(owner_id, name)


def _is_refined(work: Work, noun: Noun, owner_id: int, row: Row) -> bool:
    """Whether the row gives a recorded name an end that it did not have, or a finer one."""
    started, names = row.values["started"], noun.names.c
    same = select(names.id).where(
        noun.owner == owner_id,
        names.name_key == work.register(noun).key(row.values["name"]),
        names.started.is_not_distinct_from(started.text if started else None),
    )
    id = work.change.connection.scalars(same.order_by(names.id)).first()
    return id is not None and refine(work.change, noun.names, id, row.values["ended"])


def _create_mentioned(work: Work, noun: Noun, wanted: set[str] | None) -> None:
    """Creates those whom facts name and nobody knows, all of them or those with these keys."""
    register = work.register(noun)
    if register.knows_all:
        return
    numbers: dict[str, int] = {}
    met = _Met()
    for mention in mentions(work, noun):
        key = register.key(mention.text)
        is_new = not register.knows(key) and not register.is_reference(mention.text)
        if is_new and (wanted is None or key in wanted):
            met.take(numbers.setdefault(key, len(met.texts)), mention)
    if not numbers:
        return
    keys = sorted(numbers)
    order = array("i", map(numbers.__getitem__, keys))
    names = [met.name(number) for number in order]
    ids = work.change.load(noun.table, NAME_COLUMNS, named_rows(names, keys), len(keys))
    register.learn_many(ids, keys, lambda new: f"{names[new]} of {met.where(order[new])}")


class _Met:
    """Names that were met, by number: how often in which spelling, and where first."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._times, self._places = array("i"), array("i")
        self._sources: list[Callable[[int], str]] = []
        self._spellings: dict[int, Counter[str]] = {}

    def take(self, number: int, mention: Mention) -> None:
        """Takes in one more mention of a name."""
        if number == len(self.texts):
            self.texts.append(mention.text)
            self._times.append(mention.times)
            self._places.append(mention.place)
            self._sources.append(mention.source)
            return
        before = Counter({self.texts[number]: self._times[number]})
        self._spellings.setdefault(number, before)[mention.text] += mention.times

    def name(self, number: int) -> str:
        """The usual spelling."""
        if number in self._spellings:
            return usual_spelling(self._spellings[number])
        return self.texts[number]

    def where(self, number: int) -> str:
        """Where the name was first met."""
        return self._sources[number](self._places[number])
