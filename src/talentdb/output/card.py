"""How is one thing shown whole: its facts, then its lists?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TextIO

from talentdb.errors import OptionMisused
from talentdb.output.fields import columns
from talentdb.output.formats import write
from talentdb.output.jsons import encoder
from talentdb.output.markdown import inline
from talentdb.output.result import Result
from talentdb.output.sink import Sink, escaped
from talentdb.output.values import Plain, plain, readable

Facts = Sequence[tuple[str, object]]


@dataclass(frozen=True)
class Card:
    """One record: a heading, facts by name, and lists by name (empty ones are left out).

    `kinds` are those of facts that are not of the kind that their name has elsewhere.
    """

    heading: str
    facts: Facts
    sections: Sequence[tuple[str, Result]]
    kinds: Mapping[str, str] = field(default_factory=dict)


def write_card(
    card: Card, format: str, stream: TextIO, width: int | None = None, colour: bool = False
) -> None:
    """Writes a card as a table, JSON object or Markdown. Raises OptionMisused for csv and such."""
    sink = Sink(stream)
    if format == "json":
        record: dict[str, Plain] = {name: plain(value) for name, value in card.facts}
        record |= {name: _objects(result) for name, result in card.sections}
        sink.write(encoder(sink)(record) + "\n")
        return
    if format not in ("table", "markdown"):
        raise OptionMisused(
            f"one thing shown whole is no {format}: use table, json or markdown, or a query."
        )
    marked = format == "markdown"
    sink.write(f"# {inline(card.heading)}\n\n" if marked else f"{escaped(card.heading)}\n")
    for name, value in card.facts:
        if value in (None, "", [], ()):
            continue
        shown = readable(value, card.kinds.get(name) or columns((name,))[0].kind)
        label = f"- **{name}**: {inline(shown)}" if marked else f"  {name:<13} {shown}"
        sink.write(label + "\n")
    for name, result in card.sections:
        rows = list(result.rows)
        if rows:
            sink.write(f"\n## {name}\n\n" if marked else f"\n{name}\n")
            write(Result(result.columns, rows), format, stream, width=width, colour=colour)


def _objects(result: Result) -> list[Plain]:
    names = [column.name for column in result.columns]
    return [dict(zip(names, map(plain, row), strict=True)) for row in result.rows]
