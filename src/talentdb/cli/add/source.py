"""`talentdb add source`: a publication."""

from talentdb.cli import fields
from talentdb.cli.asked import date_asked
from talentdb.cli.ledger import writing
from talentdb.cli.saying import said, undo_with
from talentdb.cli.terminal import say


def add_source(
    url: fields.SourceUrl = None,
    handle: fields.Handle = None,
    title: fields.SourceTitle = None,
    publisher: fields.Publisher = None,
    author: fields.Author = None,
    language: fields.Language = None,
    published: fields.Published = None,
    accessed: fields.Accessed = None,
    archive: fields.Archive = None,
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
