"""How does a ledger come into being, and how is an older one brought up to date?

The only code that imports Alembic, and only when it migrates.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import chain, count
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import URL
from sqlalchemy.exc import IntegrityError

from talentdb.database.engine import engine_of, refuse_what_is_no_file, revision
from talentdb.database.journal import begin_file
from talentdb.database.location import file_of, shown, url_from_text
from talentdb.database.meanings import translated
from talentdb.errors import LedgerIsNewer, NotALedger, RuleBroken
from talentdb.schema import REVISION


def folder() -> Path:
    """The migrations: beside the package in an installed wheel, else in the checkout."""
    package = Path(__file__).parents[1]
    installed = package / "migrations"
    return installed if installed.is_dir() else package.parents[1] / "migrations"


def create(ledger: str, scripts: Path | None = None) -> bool:
    """Makes a new, empty ledger; False, and nothing changed, if there is one already.

    A new file is readable by its owner alone. A file that was not there is gone again if the
    migration fails.
    """
    url = url_from_text(ledger)
    file = file_of(url)
    is_new = file is not None and make_private_file(file)
    try:
        with translated(url), engine_of(url, write=True).connect() as connection:
            found = revision(connection, shown(url))
        if found is not None:
            return False
        if file is not None:
            if not is_new and file.stat().st_size > 0:
                raise NotALedger(shown(url))
            with closing(sqlite3.connect(file)) as connection:
                begin_file(connection)
        migrate(url, scripts)
    except BaseException:
        if is_new and file is not None:
            for path in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
                path.unlink(missing_ok=True)
        raise
    return True


def upgrade(ledger: str, scripts: Path | None = None, to: str = REVISION) -> Path | bool | None:
    """Brings an older ledger up to date: False if it is already, else the backup (a file) or None.

    The backup is written beside the file before anything changes. On a server there is none.
    """
    url = url_from_text(ledger)
    file = file_of(url)
    if file is not None:
        refuse_what_is_no_file(file)
    with translated(url), engine_of(url, write=True).connect() as connection:
        found = revision(connection, shown(url))
    if found is None:
        raise NotALedger(shown(url))
    if found > to:
        raise LedgerIsNewer(shown(url))
    if found == to:
        return False
    backup = backed_up(file, found) if file is not None else None
    migrate(url, scripts, to)
    return backup


def migrate(url: URL, scripts: Path | None = None, to: str = REVISION) -> None:
    """Runs the missing migrations in one transaction: all of them or none."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts or folder()).replace("%", "%%"))
    with translated(url), transaction_without_enforcement(engine_of(url, write=True)) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, to)


@contextmanager
def transaction_without_enforcement(engine: Engine) -> Iterator[Connection]:
    """A writing transaction in which SQLite rebuilds tables without deleting their children."""
    with engine.connect() as connection:
        embedded = connection.dialect.name == "sqlite"
        if embedded:
            # Inside a transaction the PRAGMA is ignored, so it goes past SQLAlchemy's begin.
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            yield connection
            refuse_orphans(connection)


def refuse_orphans(connection: Connection) -> None:
    """Raises RuleBroken if a row refers to another that is not there."""
    if connection.dialect.name == "sqlite":
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        found = f"{len(orphans)} rows, first: {orphans[0][0]}" if orphans else None
    else:
        found = None
        try:
            connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
        except IntegrityError as problem:
            found = str(problem.orig).splitlines()[0]
    if found is not None:
        raise RuleBroken(
            f"the upgrade would leave rows without what they refer to ({found}): "
            "nothing was changed; please report this."
        )


def make_private_file(file: Path) -> bool:
    """Creates the file for its owner alone; False if it is there already."""
    if file.exists():
        refuse_what_is_no_file(file)
        return False
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as problem:
        raise RuleBroken(f"{file} cannot be made: {problem.strerror}.") from problem
    return True


def backed_up(file: Path, found: str) -> Path:
    """A copy of the file as it is, beside it, for its owner alone.

    The copy that an upgrade that failed has left stays too.
    """
    name = f"{file.name}.before-{REVISION}-from-{found}"
    names = chain([name], (f"{name}-{number}" for number in count(2)))
    backup = next(path for each in names if make_private_file(path := file.with_name(each)))
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(backup)) as copy:
        source.backup(copy)
    return backup
