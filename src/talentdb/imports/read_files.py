"""Which files did an import read? Kept with its change set, so that a file can be told again."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import insert

from talentdb.errors import RuleBroken
from talentdb.imports.documents import Document, form_of
from talentdb.schema import change_set_files
from talentdb.writes.change_sets import ChangeSet

_PORTION = 2**16  # bytes


def keep_files(change: ChangeSet, documents: Sequence[Document]) -> None:
    """Keeps name, size and SHA-256 of every file, if the import changed anything.

    Raises RuleBroken for a file that somebody wrote while it was read: nobody could tell what
    was imported of it.
    """
    for document in documents:
        if form_of(document.path) != document.form:
            raise RuleBroken(
                f"{document.name} changed while it was read: import it when nobody writes it."
            )
    if change.has_changes:
        rows = [{"change_set_id": change.id, **one} for one in _described(documents)]
        change.connection.execute(insert(change_set_files), rows)


def _described(documents: Sequence[Document]) -> Iterator[dict[str, Any]]:
    for document in documents:
        digest, size = hashlib.sha256(), 0
        try:
            with document.path.open("rb") as file:
                while portion := file.read(_PORTION):
                    digest.update(portion)
                    size += len(portion)
        except OSError as error:
            raise RuleBroken(f"{document.name} cannot be read: {error.strerror}.") from error
        yield {"name": document.name, "size": size, "sha256": digest.hexdigest()}
