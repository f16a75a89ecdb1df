"""From which state of the ledger was a report made?"""

import hashlib

from sqlalchemy import Connection

from talentdb.queries.changes import every_change
from talentdb.schema import REVISION


def fingerprint(connection: Connection) -> str:
    """Twelve digits over the list of all changes: whatever is written makes another.

    Two reports with the same fingerprint were made from the same record.
    """
    digest = hashlib.sha256(REVISION.encode())
    with connection.execute(every_change(), execution_options={"yield_per": 1000}) as rows:
        for row in rows:
            digest.update(repr([str(cell) for cell in row]).encode())
    return digest.hexdigest()[:12]
