"""How does a partial date become three columns, and when do two statements of one date agree?"""

from datetime import date
from typing import Any

from talentdb.dates import OPEN, PartialDate, meet, narrower, parse_end
from talentdb.errors import EndsBeforeStart


def date_columns(name: str, value: PartialDate | None) -> dict[str, Any]:
    """The three columns of a date; all NULL for an unknown one."""
    if value is None:
        return {name: None, f"{name}_earliest": None, f"{name}_latest": None}
    return {name: value.text, f"{name}_earliest": value.earliest, f"{name}_latest": value.latest}


def date_in(row: Any, name: str) -> PartialDate | None:
    """The date that a row holds."""
    text = row[name]
    return None if text is None else parse_end(text)


def dates_agree(old: PartialDate | None, new: PartialDate | None) -> bool:
    """Whether both may be the same day; an unknown one agrees with all."""
    return old is None or new is None or meet(old, new)


def ends_agree(old: PartialDate | None, new: PartialDate | None) -> bool:
    """Whether a recorded end and a new one may both be true: an open one may be closed since."""
    if old is None or new is None or old == OPEN:
        return True
    return new != OPEN and meet(old, new)


def finer(old: PartialDate | None, new: PartialDate | None) -> PartialDate | None:
    """Of two dates that agree the one that says more."""
    if old is None or new is None or old == OPEN:
        return new or old
    return old if new == OPEN else narrower(old, new)


def refuse_end_before_start(started: PartialDate | None, ended: PartialDate | None) -> None:
    """Raises EndsBeforeStart if the end certainly lies before the start."""
    if started is None or ended is None or started.earliest is None or ended.latest is None:
        return
    if ended.latest < started.earliest:
        raise EndsBeforeStart(started.text, ended.text)


def latest(old: PartialDate | None, new: PartialDate | None) -> PartialDate | None:
    """Of two days on which something was seen the later; the old one where they cannot be told."""
    if old is None or new is None:
        return new or old
    return new if (new.latest or date.max) > (old.latest or date.max) else old
