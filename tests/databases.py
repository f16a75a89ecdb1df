"""How does each test get a database of its own within milliseconds?

The migrations run once, into a template; every further ledger is a copy of it.
"""

import itertools
import os
import shutil
import sqlite3
from pathlib import Path
from typing import Protocol

import psycopg
import sqlalchemy


class Databases(Protocol):
    """One kind of database, from which tests draw as many as they need."""

    name: str

    def empty(self) -> str:
        """The URL of a new database without any table."""

    def ledger(self) -> str:
        """The URL of a new ledger, migrated to the head, without rows."""

    def drop(self, url: str) -> None:
        """Remove a database, whoever is still connected to it."""


class SqliteDatabases:
    name = "sqlite"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.numbers = itertools.count(1)
        self.template: Path | None = None

    def empty(self) -> str:
        return f"sqlite:///{self.folder / f'ledger-{next(self.numbers)}.db'}"

    def ledger(self) -> str:
        if self.template is None:
            self.template = self._migrated()
        url = self.empty()
        shutil.copy(self.template, _path(url))
        return url

    def drop(self, url: str) -> None:
        for suffix in ("", "-wal", "-shm"):
            _path(url).with_name(_path(url).name + suffix).unlink(missing_ok=True)

    def _migrated(self) -> Path:
        from talentdb.database.migrations import create

        url = self.empty()
        create(url)
        # A copy of the file alone would miss what is still in the write-ahead log.
        connection = sqlite3.connect(_path(url))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        return _path(url)


class PostgresDatabases:
    name = "postgresql"

    def __init__(self, server: sqlalchemy.URL) -> None:
        self.server = server
        self.numbers = itertools.count(1)
        self.template: str | None = None

    def empty(self) -> str:
        return self._created("template0")

    def ledger(self) -> str:
        if self.template is None:
            self.template = self._migrated()
        return self._created(self.template)

    def drop(self, url: str) -> None:
        self._run(f'DROP DATABASE IF EXISTS "{_database(url)}" WITH (FORCE)')

    def close(self) -> None:
        if self.template is not None:
            self._run(f'DROP DATABASE "{self.template}" WITH (FORCE)')

    def _migrated(self) -> str:
        from talentdb.database.migrations import create

        url = self.empty()
        create(url)
        return _database(url)

    def _created(self, template: str) -> str:
        name = f"talentdb_test_{os.getpid()}_{next(self.numbers)}"
        self._run(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')
        return self.server.set(database=name).render_as_string(hide_password=False)

    def _run(self, statement: str) -> None:
        address = self.server.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(statement)


def _path(url: str) -> Path:
    return Path(_database(url))


def _database(url: str) -> str:
    database = sqlalchemy.make_url(url).database
    assert database is not None
    return database
