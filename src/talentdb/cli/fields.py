"""What are the options called that give a record its fields? Each stands once."""

from typing import Annotated

import typer

from talentdb.cli.options import Words

Clear = Annotated[Words, typer.Option("--clear", metavar="FIELD", help="Make a field unknown.")]
NewName = Annotated[str | None, typer.Option("--name", metavar="NAME", help="The right name.")]
OneOrganisationKind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="company, lab, team, department, university, nonprofit, government, fund, other.",
    ),
]
Country = Annotated[str | None, typer.Option("--country", metavar="COUNTRY", help="Where it is.")]
Website = Annotated[str | None, typer.Option("--website", metavar="URL", help="Its address.")]
NewLinkKind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="part-of, renamed, merged-into, split-from, acquired, invested-in.",
    ),
]
Handle = Annotated[
    str | None, typer.Option("--handle", metavar="WORD", help="A short name to cite it by.")
]
Url = Annotated[str | None, typer.Option("--url", metavar="URL", help="Its web address.")]
SourceTitle = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Its title.")]
Publisher = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="Who published it.")
]
Author = Annotated[str | None, typer.Option("--author", metavar="NAME", help="Who wrote it.")]
Language = Annotated[str | None, typer.Option("--language", metavar="CODE", help="en, fr, ...")]
Published = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="When it came out.")
]
Accessed = Annotated[
    str | None, typer.Option("--accessed", metavar="DATE", help="When it was read.")
]
Archive = Annotated[str | None, typer.Option("--archive", metavar="URL", help="A kept copy of it.")]
Value = Annotated[str | None, typer.Option("--value", metavar="TEXT", help="The right value.")]
Stance = Annotated[
    str | None, typer.Option("--stance", metavar="WORD", help="supports or disputes.")
]
Quote = Annotated[
    str | None, typer.Option("--quote", metavar="TEXT", help="The source's own words.")
]
Locator = Annotated[
    str | None, typer.Option("--locator", metavar="TEXT", help="Where in it: a page, a paragraph.")
]
SaidBy = Annotated[
    str | None, typer.Option("--said-by", metavar="NAME", help="Whom the source quotes.")
]
RoleId = Annotated[str, typer.Argument(metavar="ROLE", help="Its id, such as role:12.")]
MoveId = Annotated[str, typer.Argument(metavar="MOVE", help="Its id, such as move:12.")]
LinkId = Annotated[str, typer.Argument(metavar="LINK", help="Its id, such as link:12.")]
CitationId = Annotated[str, typer.Argument(metavar="CITATION", help="Its id, such as citation:12.")]
IdentifierId = Annotated[
    str, typer.Argument(metavar="IDENTIFIER", help="Such as orcid:0000-0001, or identifier:12.")
]
AliasId = Annotated[
    str, typer.Argument(metavar="NAME-ID", help="Such as person-name:3 or organisation-name:3.")
]
OneSource = Annotated[str, typer.Argument(metavar="SOURCE", help="A handle, a URL or source:ID.")]
Fact = Annotated[
    str, typer.Argument(metavar="FACT", help="role:12, move:12, link:12, person-name:12, ...")
]
Via = Annotated[
    str | None, typer.Option("--via", metavar="SOURCE", help="The source that reports it.")
]
Disputes = Annotated[bool, typer.Option("--disputes", help="It says that it is not so.")]
ClaimedField = Annotated[
    str | None, typer.Option("--field", metavar="FIELD", help="Of which field it says otherwise.")
]
ClaimedValue = Annotated[
    str | None, typer.Option("--value", metavar="TEXT", help="What it says instead.")
]
SourceUrl = Annotated[str | None, typer.Argument(metavar="[URL]", help="Its web address.")]
