"""On which day was a roster true: as said, or as the name of its file says?"""

import re
from pathlib import PurePath

from talentdb.dates import PartialDate, parse, read
from talentdb.errors import OptionMisused, TalentdbError
from talentdb.imports.kinds import ROSTER
from talentdb.imports.recipe import Recipe

FILENAME = "filename"
_DATE = re.compile(
    r"(?<!\d)(\d{4})(?:[-_.]?(?:(\d{2})(?:[-_.]?(\d{2}))?|([qQ][1-4])))?(?!\d)", re.ASCII
)


def refuse_as_of(recipe: Recipe) -> None:
    """Raises OptionMisused for a roster without a day, and for a day without a roster."""
    is_roster = recipe.kind == ROSTER.word
    if is_roster and recipe.as_of is None:
        raise OptionMisused(
            "a roster needs its day: --as-of 2024-06-30, or --as-of filename for staff-2024-06.csv."
        )
    if recipe.as_of is not None and not is_roster:
        raise OptionMisused("--as-of is the day of a roster: say --as roster too.")


def day_of(as_of: str, file: str) -> PartialDate:
    """The day of a roster. Raises OptionMisused for a name without a date or with several."""
    if as_of != FILENAME:
        return parse(as_of)
    name = PurePath(file).name
    found = {day.text: day for match in _DATE.finditer(name) if (day := _read(match))}
    if len(found) != 1:
        what = "several dates" if found else "no date"
        raise OptionMisused(
            f"--as-of filename: the name {name!r} has {what} such as 2024-06: say --as-of DATE."
        )
    return next(iter(found.values()))


def as_of_asked(text: str) -> str:
    """What `--as-of` says, as a recipe keeps it. Raises OptionMisused for a day without bounds."""
    if text.casefold() == FILENAME:
        return FILENAME
    day = read(text)
    if day.earliest is None or day.latest is None:
        raise OptionMisused(f"--as-of {text!r} has no first or no last day: a roster has one day.")
    return day.text


def _read(match: re.Match[str]) -> PartialDate | None:
    year, month, day, quarter = match.groups()
    text = f"{quarter} {year}" if quarter else "-".join(part for part in (year, month, day) if part)
    try:
        return read(text)
    except TalentdbError:
        return None
