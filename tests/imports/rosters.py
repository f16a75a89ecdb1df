"""How does a test import rosters, and say what roles came of them?"""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Engine, select

from talentdb.imports.pipeline import Manner
from talentdb.imports.recipe import Recipe
from talentdb.imports.summary import Summary
from talentdb.schema import organisations, people, roles
from tests.imports.builders import files, taken

Roster = Sequence[tuple[str, ...]]  # person, organisation, title


def listed(engine: Engine, folder: Path, day: str, roster: Roster) -> Summary:
    """Imports the roster of a day."""
    lines = ["person,organisation,title", *(",".join((*row, "", "")[:3]) for row in roster)]
    paths = files(folder, {f"on-{day}": "\n".join(lines) + "\n"})
    return taken(engine, paths, "roster", Manner(Recipe(as_of=day)))


def staff(text: str) -> list[tuple[str, ...]]:
    """The roster `Ada Engineer, Bob @Globex`; where no organisation is said it is Acme."""
    found: list[tuple[str, ...]] = []
    for part in text.split(", ") if text else ():
        words, _, organisation = part.partition(" @")
        name, _, title = words.partition(" ")
        found.append((f"{name} Example", organisation or "Acme", title))
    return found


def held(engine: Engine) -> list[str]:
    """Every role in one line: name, organisation, title, start, end, last seen; in order."""
    statement = (
        select(
            people.c.name,
            organisations.c.name,
            roles.c.title,
            roles.c.started,
            roles.c.ended,
            roles.c.seen,
        )
        .join(people, people.c.id == roles.c.person_id)
        .join(organisations, organisations.c.id == roles.c.organisation_id)
    )
    with engine.connect() as connection:
        rows = [tuple(row) for row in connection.execute(statement)]
    return sorted(
        f"{name.split()[0]} {place} {title or '-'} {started or '?'} {ended or '?'} seen {seen}"
        for name, place, title, started, ended, seen in rows
    )
