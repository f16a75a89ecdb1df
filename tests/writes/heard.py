"""What is a database asked?"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, event


@contextmanager
def statements(connection: Connection) -> Iterator[list[str]]:
    """The statements that it gets meanwhile."""
    asked: list[str] = []

    def keep(*about: object) -> None:
        asked.append(str(about[2]))

    event.listen(connection, "before_cursor_execute", keep)
    yield asked
    event.remove(connection, "before_cursor_execute", keep)
