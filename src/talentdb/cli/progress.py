"""How does a person at a terminal see that long work goes on, how fast, and for how long?"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from talentdb.cli.invocation import invocation
from talentdb.output.sink import escaped

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from talentdb.writes.progress import Progress

PATIENCE = 1.0  # seconds; what takes no longer needs no bar
_BETWEEN = 0.1  # seconds between two pictures


@contextmanager
def progress_bar() -> "Iterator[Progress]":
    """What long work tells its progress to: a bar on stderr while the block lasts.

    It is seen only where stderr is a terminal that can move its cursor, and never with `-q`.
    """
    from talentdb.writes.progress import unheard

    if invocation()["quiet"] or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield unheard
        return
    picture = _Picture()
    try:
        yield picture.tell
    finally:
        picture.wipe()


class _Picture:
    """A bar that is made once the work turns out to be long."""

    def __init__(self) -> None:
        self._next = time.monotonic() + PATIENCE
        self._what, self._begun, self._before = "", 0.0, 0
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def tell(self, what: str, done: int, of: int) -> None:
        """Shows how far the work is, if the last picture is old enough."""
        now = time.monotonic()
        if what != self._what:
            self._what, self._begun, self._before = what, now, done
        elif now < self._next:
            return
        if self._bar is None:
            if now < self._next:
                return
            self._bar = _new_bar()
            self._task = self._bar.add_task("", pace="")
        self._next = now + _BETWEEN
        assert self._task is not None
        pace = pace_of(done - self._before, now - self._begun, of - done)
        self._bar.update(
            self._task, description=escaped(what), completed=done, total=of or None, pace=pace
        )
        self._bar.refresh()

    def wipe(self) -> None:
        """Leaves the terminal as if there had been no bar."""
        if self._bar is not None:
            self._bar.stop()


def pace_of(done: int, seconds: float, left: int) -> str:
    """How fast rows were done in these seconds, and how long those that are left will take."""
    if done <= 0 or seconds <= 0:
        return ""
    rate = done / seconds
    pace = f"{rate:,.0f} rows/s"
    if left <= 0:
        return pace
    minutes, rest = divmod(round(left / rate), 60)
    return f"{pace}, {minutes}:{rest:02} left"


def _new_bar() -> "Bar":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=20),
        TextColumn("{task.fields[pace]}", markup=False),
        console=Console(file=sys.stderr),
        transient=True,
        auto_refresh=False,
    )
    bar.start()
    return bar
