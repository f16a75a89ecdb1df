"""Which ledger does a command read or write, and in whose name?"""

import getpass
import os
import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from talentdb.cli.invocation import invocation
from talentdb.cli.progress import progress_bar
from talentdb.cli.terminal import holding_back, note

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from talentdb.writes.change_sets import Author, ChangeSet


# A database's password may hold a slash or an @; in the address of a page those mean other things.
_PASSWORD = re.compile(
    r"(postgres[a-z+]*://[^:/@\s]*):\S*@|(://[^:/@\s]*):[^@/\s]*@|([?&]password)=[^&\s']*"
)


def named_ledger() -> str | None:
    """The ledger that `--db` or TALENTDB_DB names, if one does."""
    return invocation()["db"] or os.environ.get("TALENTDB_DB") or None


def default_ledger() -> Path:
    """The ledger that nobody has to name."""
    from platformdirs import user_data_path

    return user_data_path("talentdb") / "talentdb.db"


def ledger() -> str:
    """The ledger that this command is about."""
    return named_ledger() or str(default_ledger())


def today() -> date:
    """The day in the user's time zone."""
    return datetime.now().astimezone().date()


@contextmanager
def connected(where: str, write: bool = False, in_bulk: bool = False) -> "Iterator[Connection]":
    """A connection whose errors are sentences; `in_bulk` for very many rows at once."""
    from talentdb.database.engine import open_ledger
    from talentdb.database.journal import each_page_once
    from talentdb.database.location import url_from_text
    from talentdb.database.meanings import translated

    engine = open_ledger(where, write, in_bulk)
    with (
        translated(url_from_text(where)),
        engine.connect() as connection,
        each_page_once(connection) if in_bulk else nullcontext(),
    ):
        yield connection


@contextmanager
def reading(name: str | None = None) -> "Iterator[Connection]":
    """A connection that reads one state of the ledger."""
    with connected(name or ledger()) as connection:
        yield connection


@contextmanager
def planning() -> "Iterator[Connection]":
    """A connection that reads what a writing command needs to know before it asks and writes."""
    make_default_ledger(ledger())
    with reading() as connection:
        yield connection


@contextmanager
def writing(name: str | None = None, in_bulk: bool = False) -> "Iterator[ChangeSet]":
    """One change set in one transaction: all of it is kept, or nothing.

    Makes the default ledger if there is none. With `--dry-run` nothing is kept. With `in_bulk`
    references are checked at the end, all at once.
    """
    from talentdb.database.references import check_references
    from talentdb.writes.change_sets import ChangeSet
    from talentdb.writes.derive import derive_people

    where = name or ledger()
    make_default_ledger(where)
    # Nothing is recorded before the commit, so nothing is said to be.
    with (
        holding_back(),
        connected(where, write=True, in_bulk=in_bulk) as connection,
        progress_bar() as progress,
    ):
        transaction = connection.begin()
        try:
            change = ChangeSet(connection, author())
            change.progress = progress
            yield change
            derive_people(connection, change.people, progress)
            progress("finishing", 0, 0)
            change.finish(logged(invocation().words, change.references))
            if in_bulk and change.has_changes:
                check_references(connection)
        except BaseException:
            transaction.rollback()
            raise
        if invocation()["dry_run"]:
            transaction.rollback()
            note("Nothing was written (--dry-run).")
        else:
            transaction.commit()


def make_default_ledger(where: str) -> None:
    """Makes the ledger that nobody named, once, and says where it is."""
    if named_ledger() or where != str(default_ledger()) or Path(where).exists():
        return
    from talentdb.database.migrations import create

    create(where)
    note(f"New ledger: {where}")


def logged(words: tuple[str, ...], references: dict[str, str]) -> str:
    """The command as the log keeps it: records by reference, no password."""
    kept = ["talentdb"]
    for word in words:
        option, equals, value = word.partition("=") if word.startswith("--") else ("", "", word)
        kept.append(f"{option}{equals}{references.get(value, value)}")
    return _PASSWORD.sub(_masked, shlex.join(kept))


def _masked(match: re.Match[str]) -> str:
    before = match[1] or match[2]
    return f"{match[3]}=***" if before is None else f"{before}:***@"


def actor() -> str:
    """Who writes: TALENTDB_ACTOR, else the user of this machine."""
    return os.environ.get("TALENTDB_ACTOR") or getpass.getuser()


def author() -> "Author":
    """Who writes, with which command, and when."""
    from talentdb.writes.change_sets import Author

    return Author(
        actor=actor(),
        command=logged(invocation().words, {}),
        at=datetime.now(UTC),
        message=invocation()["message"],
    )
