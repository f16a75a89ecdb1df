"""Where is a ledger: a file, or a schema on a server?"""

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from talentdb.errors import LedgerUnreachable


def url_from_text(text: str) -> URL:
    """The database that `--db` names: a URL of PostgreSQL or SQLite, else a path.

    `postgresql://` and `postgres://` mean the psycopg driver.
    """
    if "://" not in text:
        return URL.create("sqlite", database=str(Path(text).expanduser()))
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as problem:
        raise LedgerUnreachable("the database URL", f"it cannot be read ({problem})") from problem
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("sqlite", "postgresql+psycopg"):
        raise LedgerUnreachable(
            shown(url), "only SQLite files and postgresql:// servers hold ledgers"
        )
    return url


def shown(url: URL) -> str:
    """The ledger as people may see it: a path, or the URL without its password."""
    if url.drivername == "sqlite":
        return url.database or ":memory:"
    return url.render_as_string(hide_password=True)


def file_of(url: URL) -> Path | None:
    """The file of an embedded ledger; None on a server."""
    return Path(url.database or "") if url.drivername == "sqlite" else None
