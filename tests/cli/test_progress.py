"""When is a bar seen, and what does it say?"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from talentdb.cli import progress
from talentdb.cli.invocation import begin
from talentdb.cli.progress import pace_of, progress_bar


@contextmanager
def stderr_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The other end of a terminal that stderr is, of which nobody waits for a picture."""
    heard, spoken = os.openpty()
    monkeypatch.setattr(progress, "PATIENCE", 0)
    monkeypatch.setenv("TERM", "xterm")
    os.set_blocking(heard, False)
    with os.fdopen(spoken, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        yield heard
    os.close(heard)


def heard_of(end: int) -> str:
    try:
        return os.read(end, 65536).decode()
    except BlockingIOError:
        return ""


def work() -> None:
    with progress_bar() as tell:
        tell("writing [roles]", 0, 4000)
        tell("writing [roles]", 3000, 4000)
        tell("finishing", 0, 0)


def test_long_work_shows_a_bar_at_a_terminal_and_wipes_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begin(("import",))
    with stderr_at_a_terminal(monkeypatch) as end:
        work()
        shown = heard_of(end)
    assert "writing [roles]" in shown
    assert "finishing" in shown
    assert shown.endswith("\x1b[2K")  # the line is clear again


@pytest.mark.parametrize("quiet", [True, False])
def test_no_bar_with_quiet_or_on_a_terminal_that_cannot_move(
    monkeypatch: pytest.MonkeyPatch, quiet: bool
) -> None:
    begin(("import",)).take({"quiet": quiet})
    with stderr_at_a_terminal(monkeypatch) as end:
        if not quiet:
            monkeypatch.setenv("TERM", "dumb")
        work()
        assert heard_of(end) == ""


def test_no_bar_where_stderr_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    begin(("import",))
    monkeypatch.setattr(progress, "PATIENCE", 0)
    monkeypatch.setattr(sys, "stderr", stream := io.StringIO())
    work()
    assert stream.getvalue() == ""


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    begin(("import",))
    with stderr_at_a_terminal(monkeypatch) as end:
        monkeypatch.setattr(progress, "PATIENCE", 60)
        work()
        assert heard_of(end) == ""


@pytest.mark.parametrize(
    ("done", "seconds", "left", "said"),
    [
        (0, 0.0, 10, ""),
        (3000, 1.5, 0, "2,000 rows/s"),
        (3000, 1.5, 150_000, "2,000 rows/s, 1:15 left"),
    ],
)
def test_pace_is_rows_a_second_and_the_time_left(
    done: int, seconds: float, left: int, said: str
) -> None:
    assert pace_of(done, seconds, left) == said
