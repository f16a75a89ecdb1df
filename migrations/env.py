"""How does Alembic reach the ledger? By the connection that talentdb hands it."""

from alembic import context
from sqlalchemy import MetaData

connection = context.config.attributes.get("connection")


def metadata() -> MetaData | None:
    """The tables to compare with, given by the developer's `make migration` alone."""
    given = context.config.attributes.get("metadata")
    return given if isinstance(given, MetaData) else None


if connection is None:
    raise SystemExit(
        "migrations run through `talentdb init`, `talentdb upgrade` or `make migration`"
    )
context.configure(connection=connection, target_metadata=metadata(), render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
