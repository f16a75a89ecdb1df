"""What does a user say of a file: its columns, its constants, how its values are meant?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Literal

from talentdb.errors import OptionMisused, UnknownChoice
from talentdb.imports.kinds import ALL_KINDS, KINDS, column_of

BlankEnd = Literal["unknown", "open"]
BLANK_ENDS = ("unknown", "open")
HOMONYMS = ("organisation", "create")
# What may be said of those whom a row names, as in `person.tags` or `organisation.country`.
_OWNERS = ("person", "organisation", "from", "to", "other")
_SAID_OF_OWNERS = ("alias", "tags", "note", "identifiers", "kind", "country", "website", "part_of")
_SAID_OF_SOURCES = ("archive", "title", "publisher", "author", "language", "published", "accessed")
BESIDES = frozenset(
    [f"{owner}.{said}" for owner in _OWNERS for said in _SAID_OF_OWNERS]
    + [f"source.{said}" for said in _SAID_OF_SOURCES]
)
# The id of a row in its own file decides which fact it is, where it may be one.
KEY = "key"
HAVE_KEYS = ("roles", "moves", "links")
FIELDS = frozenset(column for kind in KINDS.values() for column in kind.columns) | BESIDES | {KEY}
_TRANSLATED = FIELDS | {f"{field}.precision" for field in FIELDS}


def _empty() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Taken:
    """From which columns a field is taken, and how a cell is to be read.

    Columns are named by their word or their position, as `#2`. `precision` is the column that
    says how exact a date is; `separator` stands between several values in a cell, a space for
    any white space; `placeholders` are values that mean nothing.
    """

    columns: tuple[str, ...]
    precision: str | None = None
    separator: str | None = None
    placeholders: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recipe:
    """All that can be said of a file that does not have our columns; what is not said is found.

    `values` translates cells of a field, case and spaces ignored; `identifiers` are by scheme,
    which may have its owner before it: `organisation.ror`.
    """

    kind: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    header: bool = True
    date_format: str | None = None
    blank_end: BlankEnd = "unknown"
    observed: str | None = None
    as_of: str | None = None
    key_scheme: str | None = None
    homonyms: str | None = None
    ignore: tuple[str, ...] = ()
    columns: Mapping[str, Taken] = field(default_factory=_empty)
    constants: Mapping[str, str] = field(default_factory=_empty)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=_empty)
    identifiers: Mapping[str, Taken] = field(default_factory=_empty)

    def __post_init__(self) -> None:
        """Raises UnknownChoice or OptionMisused for what no recipe can say."""
        _one_of("blank end", self.blank_end, BLANK_ENDS)
        _one_of("homonyms", self.homonyms, HOMONYMS)
        _one_of("kind of file", self.kind, tuple(ALL_KINDS))
        for name in (*self.columns, *self.constants, *self.values):
            if name not in (_TRANSLATED if name in self.values else FIELDS):
                fields = tuple(sorted(ALL_KINDS[self.kind].columns if self.kind else FIELDS))
                raise UnknownChoice("field", name, fields)

    @property
    def says_of_columns(self) -> bool:
        """Whether it says anything of how columns are meant."""
        return bool(self.columns or self.constants or self.identifiers or self.ignore)

    def with_(self, **said: Any) -> "Recipe":
        """The recipe with what a command line says besides: mappings add up, the rest replaces."""
        given = {name: value for name, value in said.items() if value not in (None, (), {})}
        for name, value in given.items():
            old = getattr(self, name)
            if isinstance(old, Mapping):
                given[name] = {**old, **value}
            elif isinstance(old, tuple):
                given[name] = (*old, *value)
        return replace(self, **given)


def pairs(option: str, words: Sequence[str]) -> dict[str, str]:
    """The words of an option such as `--map FIELD=COLUMN`, or OptionMisused for another form."""
    found: dict[str, str] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not name.strip() or not value:
            raise OptionMisused(f"{option} takes {word!r} as NAME=VALUE, such as title=Position.")
        if name.strip() in found:
            raise OptionMisused(f"{option} {name.strip()} is said twice: choose one.")
        found[name.strip()] = value.strip() if option != "--separator" else value
    return found


def mapped(words: Sequence[str]) -> dict[str, Taken]:
    """The columns that `--map FIELD=COLUMN` names; one the wrong way round is told so."""
    found: dict[str, Taken] = {}
    for name, column in pairs("--map", words).items():
        given = field_of(name)
        if given not in FIELDS and field_of(column) in FIELDS:
            right = (
                f"--map {field_of(column)}={name!r}" if " " in name else f"--map {column}={name}"
            )
            raise OptionMisused(f"--map takes FIELD=COLUMN, so the other way round: {right}.")
        found[given] = Taken((column,))
    return found


def keyed(word: str) -> tuple[dict[str, Taken], str | None]:
    """The column that `--key COLUMN` or `--key SCHEME=COLUMN` names, and the scheme if said."""
    scheme, equals, column = word.rpartition("=")
    if not column.strip() or (equals and not scheme.strip()):
        raise OptionMisused(f"--key takes {word!r} as COLUMN or SCHEME=COLUMN.")
    return {KEY: Taken((column.strip(),))}, scheme.strip() or None


def field_of(word: str) -> str:
    """The field that a word on the command line means, whatever its case and hyphens."""
    owner, dot, said = word.rpartition(".")
    return f"{column_of(owner)}{dot}{column_of(said)}"


def _one_of(what: str, value: str | None, choices: tuple[str, ...]) -> None:
    if value is not None and value not in choices:
        raise UnknownChoice(what, value, choices)


def amended(
    columns: Mapping[str, Taken], precisions: Mapping[str, str], separators: Mapping[str, str]
) -> dict[str, Taken]:
    """Columns with the precisions and separators said of fields; these need a column first."""
    found = dict(columns)
    for option, said in (("--precision", precisions), ("--separator", separators)):
        for name, value in said.items():
            if (given := field_of(name)) not in found:
                raise OptionMisused(f"{option} {name}: say --map {name}=COLUMN too.")
            old = found[given]
            is_precision = option == "--precision"
            found[given] = (
                replace(old, precision=value) if is_precision else replace(old, separator=value)
            )
    return found
