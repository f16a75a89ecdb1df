"""Which options say how files are to be understood and taken?"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from talentdb.imports.pipeline import Manner
    from talentdb.imports.recipe import Recipe

Words = list[str] | None


def _option(*words: str, metavar: str | None = None, help: str) -> Any:
    return typer.Option(*words, metavar=metavar, help=help)


Kind = Annotated[
    str | None,
    _option("--as", metavar="KIND", help="people, roles, roster, … (else by the header)."),
]
Json = Annotated[bool, _option("--json", help="The summary, or the preview, as one JSON object.")]
Preview = Annotated[bool, _option("--preview", help="Show the first rows as understood; no more.")]
RecipeFile = Annotated[
    Path | None, _option("--recipe", metavar="FILE.toml", help="How to understand the file.")
]
SaveRecipe = Annotated[
    Path | None, _option("--save-recipe", metavar="FILE.toml", help="Keep how it was understood.")
]
Map = Annotated[
    Words, _option("--map", metavar="FIELD=COLUMN", help="The column of a field; #2 by position.")
]
Set = Annotated[Words, _option("--set", metavar="FIELD=VALUE", help="The same in every row.")]
Ignore = Annotated[Words, _option("--ignore", metavar="COLUMN", help="A column to leave alone.")]
Identifier = Annotated[
    Words,
    _option("--identifier", metavar="SCHEME=COLUMN", help="A column of identifiers."),
]
Precision = Annotated[
    Words,
    _option("--precision", metavar="FIELD=COLUMN", help="The column that tells how exact it is."),
]
Separator = Annotated[
    Words,
    _option("--separator", metavar="FIELD=TEXT", help="What stands between several values."),
]
Encoding = Annotated[
    str | None, _option("--encoding", metavar="NAME", help="Such as cp1252 (else found out).")
]
Delimiter = Annotated[
    str | None,
    _option("--delimiter", metavar="WORD", help="comma, semicolon, tab, pipe (else found out)."),
]
NoHeader = Annotated[bool, _option("--no-header", help="The first line is data: --map by #1, #2.")]
DateFormat = Annotated[
    str | None,
    _option("--date-format", metavar="ORDER", help="day-first, month-first, dd/mm/yyyy, …"),
]
BlankEnd = Annotated[
    str | None,
    _option("--blank-end", metavar="WORD", help="What a blank end is: unknown (else) or open."),
]
Observed = Annotated[
    str | None,
    _option("--observed", metavar="DATE", help="When it was seen that open roles run."),
]
Key = Annotated[
    str | None,
    _option("--key", metavar="COLUMN", help="The row's own id, which tells which fact it is."),
]
AsOf = Annotated[
    str | None,
    _option("--as-of", metavar="DATE", help="The day of a roster; filename: its name says it."),
]
Homonyms = Annotated[
    str | None,
    _option(
        "--homonyms",
        metavar="HOW",
        help="A name that several bear: organisation breaks the tie, or create somebody.",
    ),
]
Update = Annotated[
    bool, _option("--update", help="Overwrite what the record says otherwise; undo brings it back.")
]
SkipProblems = Annotated[bool, _option("--skip-problems", help="Leave out rows with problems.")]
Rejects = Annotated[
    Path | None, _option("--rejects", metavar="FILE", help="Where rows left out are written.")
]
MaxProblems = Annotated[
    int, typer.Option("--max-problems", min=0, metavar="N", help="Problems shown; all count.")
]


@dataclass(frozen=True)
class Asked:
    """What was said on the command line of how to understand the files."""

    recipe: Path | None
    map: Words
    set: Words
    ignore: Words
    identifier: Words
    precision: Words
    separator: Words
    encoding: str | None
    delimiter: str | None
    no_header: bool
    date_format: str | None
    blank_end: str | None
    observed: str | None
    key: str | None
    as_of: str | None
    homonyms: str | None
    skip_problems: bool
    rejects: Path | None
    max_problems: int
    save_recipe: Path | None
    update: bool

    @classmethod
    def among(cls, given: dict[str, Any]) -> "Asked":
        """The options among all that the command was given."""
        return cls(**{name: given[name] for name in cls.__annotations__})

    def manner(self, spooled: "Mapping[Path, Path]") -> "Manner":
        """How the import goes; raises OptionMisused for options that do not go together."""
        from talentdb.errors import OptionMisused
        from talentdb.imports.pipeline import Manner

        if self.rejects is not None and not self.skip_problems:
            raise OptionMisused("--rejects takes the rows that --skip-problems leaves out.")
        return Manner(
            self.understanding(),
            self.skip_problems,
            self.max_problems,
            self.rejects,
            spooled,
            self.save_recipe,
            self.update,
        )

    def understanding(self) -> "Recipe":
        """The recipe of the file with what the options say over it."""
        from talentdb.dates import read
        from talentdb.imports import recipe
        from talentdb.imports.as_of import as_of_asked
        from talentdb.imports.recipe_files import recipe_in

        base = recipe_in(self.recipe) if self.recipe else recipe.Recipe()
        key, key_scheme = recipe.keyed(self.key) if self.key else ({}, None)
        columns = recipe.amended(
            {**base.columns, **recipe.mapped(self.map or ()), **key},
            recipe.pairs("--precision", self.precision or ()),
            recipe.pairs("--separator", self.separator or ()),
        )
        constants = recipe.pairs("--set", self.set or ())
        schemes = recipe.pairs("--identifier", self.identifier or ())
        found = base.with_(
            columns=columns,
            constants={recipe.field_of(name): value for name, value in constants.items()},
            identifiers={name: recipe.Taken((column,)) for name, column in schemes.items()},
            ignore=tuple(self.ignore or ()),
            encoding=self.encoding,
            delimiter=self.delimiter,
            date_format=self.date_format,
            blank_end=self.blank_end,
            observed=read(self.observed).text if self.observed else None,
            key_scheme=key_scheme,
            as_of=as_of_asked(self.as_of) if self.as_of else None,
            homonyms=self.homonyms,
        )
        return found.with_(header=False) if self.no_header else found
