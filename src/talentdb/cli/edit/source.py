"""`talentdb edit source`: a publication."""

from typing import TYPE_CHECKING

from talentdb.cli import fields
from talentdb.cli.asked import date_asked
from talentdb.cli.edit.changing import change_record, values_given

if TYPE_CHECKING:
    from talentdb.writes.change_sets import ChangeSet


def edit_source(
    source: fields.OneSource,
    handle: fields.Handle = None,
    url: fields.Url = None,
    title: fields.SourceTitle = None,
    publisher: fields.Publisher = None,
    author: fields.Author = None,
    language: fields.Language = None,
    published: fields.Published = None,
    accessed: fields.Accessed = None,
    archive: fields.Archive = None,
    clear: fields.Clear = None,
) -> None:
    """Mend a publication.

    Example: talentdb edit source memo --published 2025-06-30
    """
    texts = {
        "handle": handle,
        "url": url,
        "title": title,
        "publisher": publisher,
        "author": author,
        "language": language,
        "archive": archive,
    }
    dates = {"published": date_asked(published), "accessed": date_asked(accessed)}
    clearable = tuple(name for name in (*texts, *dates) if name != "handle")
    values = values_given({**texts, **dates}, clear, clearable)

    def find(change: "ChangeSet") -> int:
        from talentdb.queries.resolve import source as called

        return called(change.connection, source)

    change_record("sources", find, values)
