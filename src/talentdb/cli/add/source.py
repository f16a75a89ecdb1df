"""`talentdb add source`: a publication."""

from typing import Annotated

import typer

from talentdb.cli.asked import date_asked
from talentdb.cli.ledger import writing
from talentdb.cli.saying import said, undo_with
from talentdb.cli.terminal import say

Text = str | None


def add_source(
    url: Annotated[Text, typer.Argument(metavar="[URL]", help="Its web address.")] = None,
    handle: Annotated[
        Text, typer.Option("--handle", metavar="WORD", help="A short name to cite it by.")
    ] = None,
    title: Annotated[
        Text, typer.Option("--title", metavar="TEXT", help="What it is called.")
    ] = None,
    publisher: Annotated[
        Text, typer.Option("--publisher", metavar="NAME", help="Who published it.")
    ] = None,
    author: Annotated[Text, typer.Option("--author", metavar="NAME", help="Who wrote it.")] = None,
    language: Annotated[
        Text, typer.Option("--language", metavar="CODE", help="Such as en.")
    ] = None,
    published: Annotated[
        Text, typer.Option("--published", metavar="DATE", help="When it came out.")
    ] = None,
    accessed: Annotated[
        Text, typer.Option("--accessed", metavar="DATE", help="When you read it.")
    ] = None,
    archive: Annotated[
        Text, typer.Option("--archive", metavar="URL", help="A kept copy of it.")
    ] = None,
) -> None:
    """Record a publication to cite; one address is one source.

    Example: talentdb add source https://example.org/memo --published 2025-06-30 --handle memo
    """
    from talentdb.writes.evidence import NewSource
    from talentdb.writes.evidence import add_source as record

    dates = date_asked(published), date_asked(accessed)
    new = NewSource(handle, url, archive, title, publisher, author, language, *dates)
    with writing() as change:
        from sqlalchemy import select

        from talentdb.schema import sources

        id, outcome = record(change, new)
        name = change.connection.scalar(select(sources.c.handle).where(sources.c.id == id))
        say(f"source:{id}  {name}: {said(outcome)}")
        undo_with(change)
