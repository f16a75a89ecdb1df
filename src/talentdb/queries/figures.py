"""Which statistics did others publish? (`query figures`)"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from talentdb.queries.evidence import about, first_source_of
from talentdb.queries.filters import Filter
from talentdb.queries.rollup import newest, under_newest_name
from talentdb.schema import figures, organisations

ORGANISATION = organisations.alias("about_organisation")
COUNTERPART = organisations.alias("counterpart_organisation")


def figure_list(filter: Filter, metrics: Sequence[str] = ()) -> Select[Any]:
    """The published figures about the organisations named, or all, by organisation and metric."""
    backing = about("figure", figures.c.id)
    statement = _described(
        first_source_of(backing).label("source"),
        first_source_of(backing, named=True).label("attribution"),
    ).order_by(
        ORGANISATION.c.name,
        figures.c.metric,
        COUNTERPART.c.name.nulls_first(),
        figures.c.published.desc(),
        figures.c.id,
    )
    if filter.organisation:
        sides = (figures.c.organisation_id, figures.c.counterpart_id)
        names = newest()
        statement = statement.where(
            or_(*(under_newest_name(side, names).in_(filter.organisation) for side in sides))
        )
    if metrics:
        statement = statement.where(figures.c.metric.in_(metrics))
    return statement


def figure_row(figure_id: int) -> Select[Any]:
    """A published figure with the names of its organisations."""
    return _described().where(figures.c.id == figure_id)


def value_of(published: float) -> int | float:
    """A published value as people wrote it: whole where it is."""
    return int(published) if published == int(published) else published


def in_words(figure: Any) -> str:
    """A published figure in a few words, such as `ratio 10.6, OpenAI → Anthropic`."""
    sides = " → ".join(name for name in (figure["counterpart"], figure["organisation"]) if name)
    return f"{figure['metric']} {value_in_words(figure)}, {sides}"


def value_in_words(figure: Any) -> str:
    """A published value with its qualifier, such as `at least 4`."""
    how = "" if figure["qualifier"] == "exact" else figure["qualifier"].replace("_", " ") + " "
    value = figure["published"]
    return how + (f"{100 * value:g} %" if figure["metric"] == "retention" else f"{value:,g}")


def window_in_words(figure: Any) -> str:
    """The days that a published figure is about, such as `since 2024`; blank where it says none."""
    since, until = figure["since"], figure["until"]
    if since is None or until is None:
        return f"since {since}" if since else f"until {until}" if until else ""
    return str(since) if since == until else f"{since} to {until}"


def _described(*more: ColumnElement[Any]) -> Select[Any]:
    return (
        select(
            figures,
            ORGANISATION.c.name.label("organisation"),
            COUNTERPART.c.name.label("counterpart"),
            *more,
        )
        .join(ORGANISATION, ORGANISATION.c.id == figures.c.organisation_id)
        .outerjoin(COUNTERPART, COUNTERPART.c.id == figures.c.counterpart_id)
    )
