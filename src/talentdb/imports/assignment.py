"""Which column is which field of a kind of file: as said, by its own name, or as guessed?"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from talentdb.errors import OptionMisused
from talentdb.imports.cells import date, end
from talentdb.imports.header import Header
from talentdb.imports.kinds import Kind, column_of
from talentdb.imports.recipe import BESIDES, FIELDS, HAVE_KEYS, KEY, Recipe, Taken, field_of
from talentdb.imports.synonyms import guessed, scheme_of

REJECTS_COLUMN = "problem"


@dataclass
class Assignment:
    """The columns of a file as fields of one kind; `unknown` are positions that mean nothing.

    `strange` are constants for fields that the kind does not have.
    """

    kind: Kind
    fields: dict[str, Taken] = field(default_factory=dict)
    identifiers: dict[str, Taken] = field(default_factory=dict)
    guesses: list[tuple[str, str]] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)
    chosen: set[int] = field(default_factory=set)
    strange: list[str] = field(default_factory=list)

    def fits(self, recipe: Recipe) -> bool:
        """Whether the kind has all that it needs."""
        given = {*self.fields, *recipe.constants}
        return any(signature <= given for signature in self.kind.signatures)

    @property
    def renamed(self) -> set[str]:
        """The fields whose column has another name than ours."""
        return {name for name, taken in self.fields.items() if column_of(taken.columns[0]) != name}

    @property
    def rank(self) -> tuple[int, int, int]:
        """The lower, the better: columns left over, guesses, then the more special kind."""
        known = len(self.fields.keys() & self.kind.columns.keys())
        return (len(self.unknown) + len(self.strange), len(self.guesses), -known)


def is_date(kind: Kind, name: str) -> bool:
    """Whether a field of this kind holds a date."""
    return kind.columns.get(name) in (date, end) or name in ("source.published", "source.accessed")


def assigned(
    kind: Kind, header: Header, sample: Sequence[Sequence[str]], recipe: Recipe
) -> Assignment:
    """What each column means if the file is of this kind.

    Raises OptionMisused where the recipe names a column that is not there.
    """
    found = Assignment(kind)
    known = {*kind.columns, *BESIDES}
    found.strange = [name for name in recipe.constants if name not in known]
    for name, taken in recipe.columns.items():
        if name in kind.columns or name in BESIDES or (name == KEY and kind.word in HAVE_KEYS):
            found.fields[name] = taken
            _choose(found, header, taken, name)
        else:
            found.unknown += [place for word in taken.columns for place in header.places(word)]
    for scheme, taken in recipe.identifiers.items():
        found.identifiers[scheme] = taken
        _choose(found, header, taken, scheme)
    ignored = {place for word in recipe.ignore for place in header.places(word)}
    _guess(found, header, sample, ignored)
    return found


def _choose(found: Assignment, header: Header, taken: Taken, name: str) -> None:
    what = f"{name} is taken from"
    for word in (*taken.columns, *((taken.precision,) if taken.precision else ())):
        places = header.places(word)
        if not places and header.places(name) and field_of(word) in FIELDS:
            right = f"--map {field_of(word)}={name}"
            raise OptionMisused(f"--map takes FIELD=COLUMN, so the other way round: {right}.")
        if not places:
            have = ", ".join(header.words)
            raise OptionMisused(f"{what} {word!r}, which is no column here; there are: {have}.")
        if len(places) > 1:
            at = " or ".join(f"#{place + 1}" for place in places)
            raise OptionMisused(f"{what} {word!r}, which is there twice: say {at}.")
        found.chosen.add(places[0])


def _guess(
    found: Assignment,
    header: Header,
    sample: Sequence[Sequence[str]],
    ignored: set[int],
) -> None:
    columns = [column_of(word) for word in header.words]
    waiting = [place for place in range(len(columns)) if place not in found.chosen | ignored]
    # What has our own name comes first, so that no guess takes its place.
    for place in sorted(waiting, key=lambda place: columns[place] not in found.kind.columns):
        column = columns[place]
        cells = [row[place] for row in sample if place < len(row)]
        name = guessed(column, found.kind, columns, cells) if column else None
        scheme = scheme_of(column)
        if name is not None and name not in found.fields:
            found.fields[name] = Taken((_named(header, place),))
            if column != name:
                found.guesses.append((header.words[place], name))
        elif name is None and scheme and scheme not in found.identifiers and _has_owner(found):
            found.identifiers[scheme] = Taken((_named(header, place),))
            found.guesses.append((header.words[place], f"an identifier, {scheme}:…"))
        elif not _is_precision(found, header, place) and not (
            column == REJECTS_COLUMN and place == len(columns) - 1
        ):
            found.unknown.append(place)


def _has_owner(found: Assignment) -> bool:
    return bool({"person", "organisation"} & found.kind.columns.keys())


def _named(header: Header, place: int) -> str:
    word = header.words[place]
    return word if len(header.places(word)) == 1 else f"#{place + 1}"


def _is_precision(found: Assignment, header: Header, place: int) -> bool:
    """Takes `start_date_precision` as what says how exact `start_date` is."""
    date_word = column_of(header.words[place]).removesuffix("_precision")
    for name, taken in found.fields.items():
        is_its_date = column_of(taken.columns[0]) == date_word and is_date(found.kind, name)
        if is_its_date and date_word != column_of(header.words[place]) and not taken.precision:
            word = header.words[place]
            found.fields[name] = Taken(taken.columns, word, taken.separator, taken.placeholders)
            found.guesses.append((word, f"how exact {name} is"))
            return True
    return False
