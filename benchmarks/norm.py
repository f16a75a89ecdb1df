"""What is an import measured against? The least that a database can do with the same file.

`.import` of the CSV into a table of texts, then SQL that fills people, organisations and roles
with keys and two indexes: nothing is validated, nothing can be undone. On PostgreSQL COPY and the
same SQL.
"""

import sqlite3
import subprocess
import sys
from pathlib import Path

FILLED = """
    CREATE TABLE people (id {id} PRIMARY KEY, name TEXT, key TEXT);
    CREATE TABLE organisations (id {id} PRIMARY KEY, name TEXT, key TEXT);
    CREATE TABLE roles (id {id} PRIMARY KEY, person_id INTEGER, organisation_id INTEGER,
                        title TEXT, started TEXT, ended TEXT);
    INSERT INTO people (name, key) SELECT DISTINCT person, lower(person) FROM raw;
    INSERT INTO organisations (name, key)
        SELECT DISTINCT organisation, lower(organisation) FROM raw;
    CREATE INDEX by_person ON people (key);
    CREATE INDEX by_organisation ON organisations (key);
    INSERT INTO roles (person_id, organisation_id, title, started, ended)
        SELECT people.id, organisations.id, title, started, ended FROM raw
        JOIN people ON people.key = lower(raw.person)
        JOIN organisations ON organisations.key = lower(raw.organisation);
"""


def on_sqlite(source: str, database: str) -> None:
    """Fills a new SQLite file."""
    Path(database).unlink(missing_ok=True)
    load = f".mode csv\n.import {source} raw\n"
    subprocess.run(["sqlite3", database], input=load.encode(), check=True)
    with sqlite3.connect(database) as connection:
        connection.executescript(FILLED.format(id="INTEGER"))


def on_postgresql(source: str, url: str) -> None:
    """Fills a schema of its own in a database."""
    import psycopg

    with psycopg.connect(url) as connection, Path(source).open("rb") as file:
        header = file.readline().decode().strip()
        connection.execute("DROP SCHEMA IF EXISTS norm CASCADE")
        connection.execute("CREATE SCHEMA norm")
        connection.execute("SET search_path = norm")
        columns = ", ".join(f"{name} TEXT" for name in header.split(","))
        connection.execute(f"CREATE TABLE raw ({columns})".encode())
        with connection.cursor().copy("COPY raw FROM STDIN (FORMAT csv)") as copy:
            while portion := file.read(2**20):
                copy.write(portion)
        connection.execute(FILLED.format(id="SERIAL").encode())


if __name__ == "__main__":
    (on_postgresql if "://" in sys.argv[2] else on_sqlite)(sys.argv[1], sys.argv[2])
